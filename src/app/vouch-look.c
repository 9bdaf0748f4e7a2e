#include "vouch-look.h"

#include <adwaita.h>

#define RESOURCES "/app/vouch/Station/"
#define MODE_NORMAL 0
#define PALETTE_BLUE_RED 1

struct _VouchLook
{
  GObject parent_instance;
  GSettings *settings;
  GtkWidget *window;        /* weak */
  GtkCssProvider *contrast; /* colours, where the station's own setting asks for them */
  VouchRoom *room;          /* of the window */
  GListModel *windows;      /* all that there are, for dialogs look as the window does */

  /* What the system asks for. */
  int dpi;
  gboolean is_animated;
};

G_DEFINE_FINAL_TYPE (VouchLook, vouch_look, G_TYPE_OBJECT)

static void
set_class (GtkWidget *window, const char *name, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (window, name);
  else
    gtk_widget_remove_css_class (window, name);
}

static void
apply_scheme (VouchLook *self)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT,
                                            ADW_COLOR_SCHEME_FORCE_DARK };
  int theme = CLAMP (g_settings_get_enum (self->settings, "theme"), 0, (int)G_N_ELEMENTS (schemes) - 1);

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[theme]);
}

static void
apply_to_display (VouchLook *self)
{
  GtkSettings *display = gtk_settings_get_default ();
  double scale = g_settings_get_double (self->settings, "text-scale");

  if (display == NULL)
    return;
  if (self->dpi > 0)
    g_object_set (display, "gtk-xft-dpi", (int)(self->dpi * scale), NULL);
  g_object_set (display, "gtk-enable-animations",
                self->is_animated && g_settings_get_boolean (self->settings, "animations"), NULL);
}

static gboolean
has_contrast (VouchLook *self)
{
  return g_settings_get_boolean (self->settings, "high-contrast") ||
         adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
}

/* What a system with high contrast gets from the application's own style sheets. */
static void
apply_contrast (VouchLook *self)
{
  if (!has_contrast (self))
    gtk_css_provider_load_from_data (self->contrast, "", -1);
  else if (adw_style_manager_get_dark (adw_style_manager_get_default ()))
    gtk_css_provider_load_from_resource (self->contrast, RESOURCES "style-hc-dark.css");
  else
    gtk_css_provider_load_from_resource (self->contrast, RESOURCES "style-hc.css");
}

static void
apply_to_window (VouchLook *self, GtkWidget *window)
{
  set_class (window, "glove", g_settings_get_enum (self->settings, "ui-mode") != MODE_NORMAL);
  set_class (window, "blue-red", g_settings_get_enum (self->settings, "palette") == PALETTE_BLUE_RED);
  set_class (window, "contrast", has_contrast (self));
  vouch_room_apply (self->room, window);
}

static void
apply_to_windows (VouchLook *self)
{
  if (self->window != NULL)
    apply_to_window (self, self->window);
  for (guint i = 0; i < g_list_model_get_n_items (self->windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (self->windows, i);

      apply_to_window (self, window);
    }
}

static void
apply (VouchLook *self)
{
  apply_scheme (self);
  apply_contrast (self);
  apply_to_display (self);
  apply_to_windows (self);
}

static void
vouch_look_dispose (GObject *object)
{
  VouchLook *self = VOUCH_LOOK (object);

  if (self->contrast != NULL)
    gtk_style_context_remove_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (self->contrast));
  g_clear_object (&self->contrast);
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->room);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (vouch_look_parent_class)->dispose (object);
}

static void
vouch_look_class_init (VouchLookClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vouch_look_dispose;
}

static void
vouch_look_init (VouchLook *self)
{
  GtkSettings *display = gtk_settings_get_default ();

  if (display != NULL)
    g_object_get (display, "gtk-xft-dpi", &self->dpi, "gtk-enable-animations", &self->is_animated, NULL);
  self->windows = gtk_window_get_toplevels ();
  self->contrast = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (self->contrast),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
}

/**
 * vouch_look_new:
 * @settings: the station's own
 * @window: the window that has the look
 *
 * Returns: (transfer full): the look, which follows the settings as long as it is held
 */
VouchLook *
vouch_look_new (GSettings *settings, GtkWidget *window)
{
  VouchLook *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (window), NULL);

  self = g_object_new (VOUCH_TYPE_LOOK, NULL);
  self->settings = g_object_ref (settings);
  g_set_weak_pointer (&self->window, window);
  self->room = vouch_room_new (window);
  g_signal_connect_object (self->room, "changed", G_CALLBACK (apply_to_windows), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed", G_CALLBACK (apply), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast", G_CALLBACK (apply), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (apply_contrast), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->windows, "items-changed", G_CALLBACK (apply_to_windows), self, G_CONNECT_SWAPPED);
  apply (self);
  return self;
}

/**
 * vouch_look_get_room:
 * @self: a look
 *
 * Returns: (transfer none): how much room its window has
 */
VouchRoom *
vouch_look_get_room (VouchLook *self)
{
  g_return_val_if_fail (VOUCH_IS_LOOK (self), NULL);

  return self->room;
}
