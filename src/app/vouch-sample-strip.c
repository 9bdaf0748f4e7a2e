#include "vouch-sample-strip.h"

#include <glib/gi18n-lib.h>

#include "vouch-em.h"
#include "vouch-mark-drawing.h"

/* Of a unit, in pixels beside plain type. */
#define CELL 28

struct _VouchSampleStrip
{
  GtkWidget parent_instance;
  GArray *standings; /* VouchStanding */
  guint selected;    /* 1 to n; 0: none */
  char *summary;     /* of the whole sample */
};

enum
{
  SELECTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchSampleStrip, vouch_sample_strip, GTK_TYPE_WIDGET)

static int
get_cell (VouchSampleStrip *self)
{
  return vouch_em_scale (GTK_WIDGET (self), CELL);
}

static guint
count_columns (VouchSampleStrip *self, int width)
{
  return (guint)MAX (width / get_cell (self), 1);
}

static void
draw_unit (cairo_t *cr, VouchStanding standing, double x, double y, int cell)
{
  switch (standing)
    {
    case VOUCH_STANDING_CONFORMING:
      vouch_mark_draw (VOUCH_MARK_PASS, cr, x + 6, y + 6, cell - 12);
      break;
    case VOUCH_STANDING_NONCONFORMING:
      cairo_rectangle (cr, x + 1, y + 1, cell - 2, cell - 2);
      cairo_fill (cr);
      cairo_save (cr);
      cairo_set_source_rgb (cr, 1, 1, 1);
      vouch_mark_draw (VOUCH_MARK_FAIL, cr, x + 7, y + 7, cell - 14);
      cairo_restore (cr);
      break;
    case VOUCH_STANDING_OPEN:
    default:
      cairo_arc (cr, x + cell / 2.0, y + cell / 2.0, cell / 7.0, 0, 2 * G_PI);
      cairo_set_line_width (cr, 1.5);
      cairo_stroke (cr);
      break;
    }
}

static void
vouch_sample_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VouchSampleStrip *self = VOUCH_SAMPLE_STRIP (widget);
  int cell = get_cell (self);
  guint columns = count_columns (self, gtk_widget_get_width (widget));
  graphene_rect_t bounds =
      GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (widget), (float)gtk_widget_get_height (widget));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  for (guint i = 0; i < self->standings->len; i++)
    {
      VouchStanding standing = g_array_index (self->standings, VouchStanding, i);
      double x = (i % columns) * cell;
      double y = (i / columns) * cell;

      if (standing == VOUCH_STANDING_NONCONFORMING)
        cairo_set_source_rgb (cr, 0xc0 / 255.0, 0x1c / 255.0, 0x28 / 255.0);
      else
        gdk_cairo_set_source_rgba (cr, &colour);
      draw_unit (cr, standing, x, y, cell);
      if (i + 1 != self->selected)
        continue;
      gdk_cairo_set_source_rgba (cr, &colour);
      cairo_set_line_width (cr, 2);
      cairo_rectangle (cr, x + 1, y + 1, cell - 2, cell - 2);
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
}

static void
vouch_sample_strip_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                            int *minimum_baseline, int *natural_baseline)
{
  VouchSampleStrip *self = VOUCH_SAMPLE_STRIP (widget);
  int n = (int)self->standings->len, cell = get_cell (self);
  int columns = (int)count_columns (self, for_size < 0 ? 20 * cell : for_size);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = cell;
      *natural = MIN (MAX (n, 1), 20) * cell;
      return;
    }
  *minimum = *natural = MAX ((n + columns - 1) / columns, 1) * cell;
}

static GtkSizeRequestMode
vouch_sample_strip_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static gboolean
key_pressed_cb (VouchSampleStrip *self, guint keyval)
{
  guint n = self->standings->len;
  guint columns = count_columns (self, gtk_widget_get_width (GTK_WIDGET (self)));
  guint target = self->selected;

  if (keyval == GDK_KEY_Right)
    target = MIN (self->selected + 1, n);
  else if (keyval == GDK_KEY_Left)
    target = MAX (self->selected, 2) - 1;
  else if (keyval == GDK_KEY_Down)
    target = self->selected + columns <= n ? self->selected + columns : self->selected;
  else if (keyval == GDK_KEY_Up)
    target = self->selected > columns ? self->selected - columns : self->selected;
  else
    return FALSE;
  vouch_sample_strip_select (self, target);
  return TRUE;
}

static void
pressed_cb (VouchSampleStrip *self, int n_press, double x, double y)
{
  int cell = get_cell (self);
  guint columns = count_columns (self, gtk_widget_get_width (GTK_WIDGET (self)));

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (x >= 0 && y >= 0 && x < columns * (guint)cell)
    vouch_sample_strip_select (self, (guint)(y / cell) * columns + (guint)(x / cell) + 1);
}

static void
vouch_sample_strip_finalize (GObject *object)
{
  g_array_unref (VOUCH_SAMPLE_STRIP (object)->standings);
  g_free (VOUCH_SAMPLE_STRIP (object)->summary);
  G_OBJECT_CLASS (vouch_sample_strip_parent_class)->finalize (object);
}

static void
vouch_sample_strip_class_init (VouchSampleStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = vouch_sample_strip_finalize;
  widget_class->snapshot = vouch_sample_strip_snapshot;
  widget_class->measure = vouch_sample_strip_measure;
  widget_class->get_request_mode = vouch_sample_strip_get_request_mode;
  signals[SELECTED] = g_signal_new ("selected", VOUCH_TYPE_SAMPLE_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SPIN_BUTTON);
  gtk_widget_class_set_css_name (widget_class, "samplestrip");
}

static void
vouch_sample_strip_init (VouchSampleStrip *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->standings = g_array_new (FALSE, TRUE, sizeof (VouchStanding));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static const char *
name_standing (VouchStanding standing)
{
  switch (standing)
    {
    case VOUCH_STANDING_CONFORMING:
      return _ ("conforming");
    case VOUCH_STANDING_NONCONFORMING:
      return _ ("nonconforming");
    case VOUCH_STANDING_OPEN:
    default:
      return _ ("not inspected");
    }
}

/* A screen reader hears of each unit as it is walked to: it is the strip's value, and at the beginning of its name. */
static void
describe (VouchSampleStrip *self)
{
  g_autofree char *unit = NULL;
  g_autofree char *name = NULL;

  if (self->selected > 0)
    unit = g_strdup_printf (_ ("Unit %u: %s"), self->selected,
                            name_standing (g_array_index (self->standings, VouchStanding, self->selected - 1)));
  name = unit != NULL ? g_strdup_printf ("%s. %s", unit, self->summary) : g_strdup (self->summary);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 1.0, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX,
                                  (double)self->standings->len, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                  (double)self->selected, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, name, -1);
}

/**
 * vouch_sample_strip_set_tally:
 * @self: a strip
 * @tally: (nullable): the inspection; %NULL for none
 * @sample_size: how many units it has
 */
void
vouch_sample_strip_set_tally (VouchSampleStrip *self, const VouchTally *tally, guint sample_size)
{
  g_return_if_fail (VOUCH_IS_SAMPLE_STRIP (self));

  g_array_set_size (self->standings, 0);
  for (guint i = 1; tally != NULL && i <= sample_size; i++)
    {
      VouchStanding standing = vouch_tally_get_standing (tally, i);

      g_array_append_val (self->standings, standing);
    }
  self->selected = 0;
  g_free (self->summary);
  self->summary = g_strdup_printf (_ ("Sample of %u units: %d inspected, %d nonconforming"), self->standings->len,
                                   tally != NULL ? (int)vouch_tally_get_inspected (tally) : 0,
                                   tally != NULL ? (int)vouch_tally_get_nonconforming (tally) : 0);
  describe (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * vouch_sample_strip_get_selected:
 * @self: a strip
 *
 * Returns: the position of the unit chosen, 0 if none is
 */
guint
vouch_sample_strip_get_selected (VouchSampleStrip *self)
{
  g_return_val_if_fail (VOUCH_IS_SAMPLE_STRIP (self), 0);

  return self->selected;
}

/**
 * vouch_sample_strip_select:
 * @self: a strip
 * @position: of a unit, from 1; others are ignored
 */
void
vouch_sample_strip_select (VouchSampleStrip *self, guint position)
{
  g_return_if_fail (VOUCH_IS_SAMPLE_STRIP (self));

  if (position < 1 || position > self->standings->len || position == self->selected)
    return;
  self->selected = position;
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SELECTED], 0, position);
}
