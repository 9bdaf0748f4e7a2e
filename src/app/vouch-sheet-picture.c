#include "vouch-sheet-picture.h"

#include <glib/gi18n-lib.h>

/* Pixels. */
#define HEIGHT 200
#define LINE_WIDTH 1.0

struct _VouchSheetPicture
{
  GtkWidget parent_instance;
  VouchSheetStock *stock; /* nullable */
  gint64 position;        /* the first free label */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchSheetPicture, vouch_sheet_picture, GTK_TYPE_WIDGET)

static gint64
get_last (VouchSheetPicture *self)
{
  return vouch_sheet_stock_get_n_positions (self->stock);
}

/* Pixels to a micrometre. */
static double
get_scale (VouchSheetPicture *self)
{
  return MIN (gtk_widget_get_width (GTK_WIDGET (self)) / (double)self->stock->page_width_um,
              gtk_widget_get_height (GTK_WIDGET (self)) / (double)self->stock->page_height_um);
}

static void
tell_position (VouchSheetPicture *self)
{
  g_autofree char *words = vouch_sheet_picture_dup_words (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 1.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double)get_last (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double)self->position,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
move_to (VouchSheetPicture *self, gint64 position)
{
  if (self->stock == NULL || position < 1 || position > get_last (self))
    return FALSE;
  if (position == self->position)
    return TRUE;
  self->position = position;
  tell_position (self);
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

static gboolean
key_cb (VouchSheetPicture *self, guint keyval)
{
  gint64 columns = self->stock != NULL ? self->stock->columns : 0;

  if (self->stock == NULL)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return move_to (self, self->position - 1);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return move_to (self, self->position + 1);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return move_to (self, self->position - columns);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return move_to (self, self->position + columns);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return move_to (self, 1);
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return move_to (self, get_last (self));
    default:
      return FALSE;
    }
}

/* The label whose middle is nearest, so that a finger between two hits one. */
static void
pressed_cb (VouchSheetPicture *self, int n_press, double x, double y)
{
  double scale, nearest = G_MAXDOUBLE;
  gint64 found = 0;

  if (self->stock == NULL)
    return;
  scale = get_scale (self);
  for (gint64 position = 1; position <= get_last (self); position++)
    {
      VouchRect cell;
      double dx, dy;

      vouch_sheet_stock_get_cell (self->stock, position, &cell);
      dx = (cell.x + cell.width / 2.0) * scale - x;
      dy = (cell.y + cell.height / 2.0) * scale - y;
      if (dx * dx + dy * dy >= nearest)
        continue;
      nearest = dx * dx + dy * dy;
      found = position;
    }
  gtk_widget_grab_focus (GTK_WIDGET (self));
  move_to (self, found);
}

static void
draw_cell (VouchSheetPicture *self, cairo_t *cr, gint64 position, double scale)
{
  VouchRect cell;
  double x, y, width, height;

  vouch_sheet_stock_get_cell (self->stock, position, &cell);
  x = cell.x * scale + LINE_WIDTH;
  y = cell.y * scale + LINE_WIDTH;
  width = cell.width * scale - 2 * LINE_WIDTH;
  height = cell.height * scale - 2 * LINE_WIDTH;
  cairo_rectangle (cr, x, y, width, height);
  if (position == self->position)
    {
      cairo_set_source_rgb (cr, 0.1, 0.35, 0.7);
      cairo_fill (cr);
      return;
    }
  cairo_set_source_rgb (cr, 0.45, 0.45, 0.45);
  if (position < self->position)
    {
      cairo_move_to (cr, x, y);
      cairo_line_to (cr, x + width, y + height);
      cairo_move_to (cr, x, y + height);
      cairo_line_to (cr, x + width, y);
    }
  cairo_stroke (cr);
}

/* White paper, whatever the colours of the window are. */
static void
draw_sheet (VouchSheetPicture *self, cairo_t *cr)
{
  double scale = get_scale (self);

  cairo_set_line_width (cr, LINE_WIDTH);
  cairo_rectangle (cr, 0.5, 0.5, self->stock->page_width_um * scale - 1, self->stock->page_height_um * scale - 1);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, 0.3, 0.3, 0.3);
  cairo_stroke (cr);
  for (gint64 position = 1; position <= get_last (self); position++)
    draw_cell (self, cr, position, scale);
}

static void
vouch_sheet_picture_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VouchSheetPicture *self = VOUCH_SHEET_PICTURE (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (self->stock == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  draw_sheet (self, cr);
  cairo_destroy (cr);
}

static void
vouch_sheet_picture_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                             int *minimum_baseline, int *natural_baseline)
{
  VouchSheetPicture *self = VOUCH_SHEET_PICTURE (widget);

  *minimum = *natural = HEIGHT;
  if (orientation == GTK_ORIENTATION_HORIZONTAL && self->stock != NULL)
    *minimum = *natural = (int)(HEIGHT * self->stock->page_width_um / self->stock->page_height_um);
}

static void
vouch_sheet_picture_finalize (GObject *object)
{
  vouch_sheet_stock_free (VOUCH_SHEET_PICTURE (object)->stock);
  G_OBJECT_CLASS (vouch_sheet_picture_parent_class)->finalize (object);
}

static void
vouch_sheet_picture_class_init (VouchSheetPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = vouch_sheet_picture_finalize;
  widget_class->measure = vouch_sheet_picture_measure;
  widget_class->snapshot = vouch_sheet_picture_snapshot;
  signals[CHANGED] =
      g_signal_new ("changed", VOUCH_TYPE_SHEET_PICTURE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SPIN_BUTTON);
}

static void
vouch_sheet_picture_init (VouchSheetPicture *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("First free label of the sheet"), -1);
}

/**
 * vouch_sheet_picture_show:
 * @self: a picture
 * @stock: the sheet
 * @position: its first free label
 */
void
vouch_sheet_picture_show (VouchSheetPicture *self, const VouchSheetStock *stock, gint64 position)
{
  g_return_if_fail (VOUCH_IS_SHEET_PICTURE (self) && stock != NULL);

  vouch_sheet_stock_free (self->stock);
  self->stock = vouch_record_copy (&vouch_sheet_stock_type, stock);
  self->position = CLAMP (position, 1, get_last (self));
  tell_position (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * vouch_sheet_picture_step:
 * @self: a picture
 * @by: how many labels on; negative for back
 *
 * Moves the first free label, as far as there are labels.
 */
void
vouch_sheet_picture_step (VouchSheetPicture *self, gint64 by)
{
  g_return_if_fail (VOUCH_IS_SHEET_PICTURE (self));

  move_to (self, self->position + by);
}

/**
 * vouch_sheet_picture_get_position:
 * @self: a picture
 *
 * Returns: the first free label of the sheet, from 1; 0 if there is no sheet
 */
gint64
vouch_sheet_picture_get_position (VouchSheetPicture *self)
{
  g_return_val_if_fail (VOUCH_IS_SHEET_PICTURE (self), 0);

  return self->stock != NULL ? self->position : 0;
}

/**
 * vouch_sheet_picture_dup_words:
 * @self: a picture with a sheet
 *
 * Returns: (transfer full): the same in words
 */
char *
vouch_sheet_picture_dup_words (VouchSheetPicture *self)
{
  g_return_val_if_fail (VOUCH_IS_SHEET_PICTURE (self) && self->stock != NULL, NULL);

  return g_strdup_printf (_ ("Label %d of %d: row %d, column %d"), (int)self->position, (int)get_last (self),
                          (int)((self->position - 1) / self->stock->columns + 1),
                          (int)((self->position - 1) % self->stock->columns + 1));
}
