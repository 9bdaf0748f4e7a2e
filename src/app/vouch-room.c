#include "vouch-room.h"

#define N_STEPS 4

/* A window lower than so many letters M has no room to spare around its type. */
#define TIGHT_EMS 25

struct _VouchRoom
{
  GObject parent_instance;
  GtkWidget *window;   /* weak */
  GdkSurface *surface; /* weak, nullable: not realized */
  int width, height;   /* of the window */
  gsize step;
  gboolean is_tight;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The larger and the smaller side from which on a step holds, and the type that style.css has for it, in pixels. What
 * is left then holds as many letters as a window of 1280 × 720 does without. */
static const struct
{
  const char *css_class;
  int longer, shorter;
  double type;
} steps[N_STEPS] = {
  { NULL, 0, 0, 0 },
  { "roomy", 1500, 840, 18 },
  { "spacious", 1800, 1000, 22 },
  { "vast", 2500, 1400, 30 },
};

G_DEFINE_FINAL_TYPE (VouchRoom, vouch_room, G_TYPE_OBJECT)

/* The type that the system asks for, in pixels. */
static double
measure_type (void)
{
  g_autofree char *name = NULL;
  PangoFontDescription *font;
  int dpi = 0;
  double size;

  g_object_get (gtk_settings_get_default (), "gtk-font-name", &name, "gtk-xft-dpi", &dpi, NULL);
  font = pango_font_description_from_string (name != NULL ? name : "");
  size = (double)pango_font_description_get_size (font) / PANGO_SCALE;
  if (!pango_font_description_get_size_is_absolute (font) && dpi > 0)
    size *= (double)dpi / PANGO_SCALE / 72;
  pango_font_description_free (font);
  return size;
}

static gsize
choose_step (int width, int height, double type)
{
  gsize step = N_STEPS - 1;

  while (MAX (width, height) < steps[step].longer || MIN (width, height) < steps[step].shorter)
    step--;
  return steps[step].type > type ? step : 0;
}

static void
choose (VouchRoom *self)
{
  double type = measure_type ();
  gsize step = choose_step (self->width, self->height, type);
  gboolean is_tight = self->height > 0 && MIN (self->width, self->height) < TIGHT_EMS * type;

  if (step == self->step && is_tight == self->is_tight)
    return;
  self->step = step;
  self->is_tight = is_tight;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
resized_cb (VouchRoom *self)
{
  vouch_room_set_size (self, gdk_surface_get_width (self->surface), gdk_surface_get_height (self->surface));
}

static void
leave_surface (VouchRoom *self)
{
  if (self->surface != NULL)
    g_signal_handlers_disconnect_by_data (self->surface, self);
  g_clear_weak_pointer (&self->surface);
}

static void
realized_cb (VouchRoom *self)
{
  leave_surface (self);
  g_set_weak_pointer (&self->surface, gtk_native_get_surface (GTK_NATIVE (self->window)));
  g_signal_connect_object (self->surface, "notify::width", G_CALLBACK (resized_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->surface, "notify::height", G_CALLBACK (resized_cb), self, G_CONNECT_SWAPPED);
}

static void
vouch_room_dispose (GObject *object)
{
  VouchRoom *self = VOUCH_ROOM (object);

  leave_surface (self);
  g_clear_weak_pointer (&self->window);
  G_OBJECT_CLASS (vouch_room_parent_class)->dispose (object);
}

static void
vouch_room_class_init (VouchRoomClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vouch_room_dispose;
  signals[CHANGED] = g_signal_new ("changed", VOUCH_TYPE_ROOM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vouch_room_init (VouchRoom *self)
{
  GtkSettings *display = gtk_settings_get_default ();

  if (display == NULL)
    return;
  g_signal_connect_object (display, "notify::gtk-xft-dpi", G_CALLBACK (choose), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (display, "notify::gtk-font-name", G_CALLBACK (choose), self, G_CONNECT_SWAPPED);
}

/**
 * vouch_room_new:
 * @window: a window
 *
 * Returns: (transfer full): its room, which follows its size as long as it is held
 */
VouchRoom *
vouch_room_new (GtkWidget *window)
{
  VouchRoom *self;

  g_return_val_if_fail (GTK_IS_NATIVE (window), NULL);

  self = g_object_new (VOUCH_TYPE_ROOM, NULL);
  g_set_weak_pointer (&self->window, window);
  g_signal_connect_object (window, "realize", G_CALLBACK (realized_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (window, "unrealize", G_CALLBACK (leave_surface), self, G_CONNECT_SWAPPED);
  if (gtk_widget_get_realized (window))
    realized_cb (self);
  return self;
}

/**
 * vouch_room_set_size:
 * @self: a room
 * @width: of the window, in pixels of the application
 * @height: of the window
 *
 * The window tells it by itself; a test that lays a window out without a display of that size does so instead.
 */
void
vouch_room_set_size (VouchRoom *self, int width, int height)
{
  g_return_if_fail (VOUCH_IS_ROOM (self));

  self->width = width;
  self->height = height;
  choose (self);
}

/**
 * vouch_room_apply:
 * @self: a room
 * @window: the window, or a dialog of it
 *
 * Gives it the class that the style sheet has the type for, and "tight" where there is little room around the type.
 */
void
vouch_room_apply (VouchRoom *self, GtkWidget *window)
{
  g_return_if_fail (VOUCH_IS_ROOM (self));
  g_return_if_fail (GTK_IS_WIDGET (window));

  for (gsize i = 1; i < N_STEPS; i++)
    if (i != self->step)
      gtk_widget_remove_css_class (window, steps[i].css_class);
  if (self->step > 0)
    gtk_widget_add_css_class (window, steps[self->step].css_class);
  if (self->is_tight)
    gtk_widget_add_css_class (window, "tight");
  else
    gtk_widget_remove_css_class (window, "tight");
}
