#include "vouch-ledger-strip.h"

#include <glib/gi18n-lib.h>

#include "vouch-em.h"
#include "vouch-mark-drawing.h"

/* In pixels beside plain type: an entry's width and its sign's height, the band under it, and the room above for the
 * marks of changes. */
#define CELL 30
#define BAND 20
#define CHANGE 10

struct _VouchLedgerStrip
{
  GtkWidget parent_instance;
  GPtrArray *cells; /* VouchQualityCell; nullable */
  guint selected;   /* 1 to n; 0: none */
};

enum
{
  SELECTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchLedgerStrip, vouch_ledger_strip, GTK_TYPE_WIDGET)

static guint
count_cells (VouchLedgerStrip *self)
{
  return self->cells != NULL ? self->cells->len : 0;
}

static int
scale (VouchLedgerStrip *self, int length)
{
  return vouch_em_scale (GTK_WIDGET (self), length);
}

static gboolean
is_lot (const VouchQualityCell *cell)
{
  return cell->kind == VOUCH_QUALITY_ENTRY_LOT || cell->kind == VOUCH_QUALITY_ENTRY_SKIPPED;
}

static const char *
get_letter (VouchSeverity severity)
{
  switch (severity)
    {
    case VOUCH_SEVERITY_NORMAL:
      /* Translators: one letter for normal inspection. */
      return C_ ("severity letter", "N");
    case VOUCH_SEVERITY_TIGHTENED:
      /* Translators: one letter for tightened inspection. */
      return C_ ("severity letter", "T");
    case VOUCH_SEVERITY_REDUCED:
      /* Translators: one letter for reduced inspection. */
      return C_ ("severity letter", "R");
    case VOUCH_SEVERITY_DISCONTINUED:
    default:
      /* Translators: one letter for discontinued inspection. */
      return C_ ("severity letter", "D");
    }
}

/* How full the band is, so that severities differ without their letters and without colour. */
static double
get_fill (VouchSeverity severity)
{
  switch (severity)
    {
    case VOUCH_SEVERITY_REDUCED:
      return 0.0;
    case VOUCH_SEVERITY_NORMAL:
      return 0.15;
    case VOUCH_SEVERITY_TIGHTENED:
      return 0.5;
    case VOUCH_SEVERITY_DISCONTINUED:
    default:
      return 1.0;
    }
}

static void
draw_diamond (cairo_t *cr, double size)
{
  double middle = size / 2, reach = size * 0.28;

  cairo_move_to (cr, middle, middle - reach);
  cairo_line_to (cr, middle + reach, middle);
  cairo_line_to (cr, middle, middle + reach);
  cairo_line_to (cr, middle - reach, middle);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_rejected (cairo_t *cr, double size)
{
  cairo_set_source_rgb (cr, 0xc0 / 255.0, 0x1c / 255.0, 0x28 / 255.0);
  cairo_rectangle (cr, 1, 1, size - 2, size - 2);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  vouch_mark_draw (VOUCH_MARK_FAIL, cr, size * 0.25, size * 0.25, size * 0.5);
}

/* An act is a diamond, an entry that does not follow a triangle; what counts for nothing is framed with dashes. */
static void
draw_sign (cairo_t *cr, const VouchQualityCell *cell, double size)
{
  static const double dashes[] = { 2, 3 };

  cairo_save (cr);
  if (cell->broken)
    vouch_mark_draw (VOUCH_MARK_WARNING, cr, size * 0.15, size * 0.15, size * 0.7);
  else if (!is_lot (cell))
    draw_diamond (cr, size);
  else if (cell->kind == VOUCH_QUALITY_ENTRY_SKIPPED)
    vouch_mark_draw (VOUCH_MARK_OPEN, cr, size * 0.25, size * 0.25, size * 0.5);
  else if (cell->accepted)
    vouch_mark_draw (VOUCH_MARK_PASS, cr, size * 0.2, size * 0.2, size * 0.6);
  else
    draw_rejected (cr, size);
  cairo_restore (cr);
  if (cell->counts)
    return;
  cairo_save (cr);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_line_width (cr, 1.5);
  cairo_rectangle (cr, 1.5, 1.5, size - 3, size - 3);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* A triangle above the line after which another severity is in force: upwards to a stricter one. */
static void
draw_change (cairo_t *cr, gboolean is_stricter, double x, double height, double top)
{
  double reach = top * 0.5, tip = is_stricter ? 0 : top, foot = is_stricter ? top : 0;

  cairo_set_line_width (cr, 2);
  cairo_move_to (cr, x, top);
  cairo_line_to (cr, x, height);
  cairo_stroke (cr);
  cairo_move_to (cr, x, tip);
  cairo_line_to (cr, x - reach, foot);
  cairo_line_to (cr, x + reach, foot);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static gboolean
is_stricter (VouchSeverity from, VouchSeverity to)
{
  return get_fill (to) > get_fill (from);
}

static void
draw_band (VouchLedgerStrip *self, GtkSnapshot *snapshot, const VouchQualityCell *cell, const GdkRGBA *colour,
           const GdkRGBA *background, const graphene_rect_t *band)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), get_letter (cell->under));
  double fill = get_fill (cell->under);
  GdkRGBA shade = *colour;
  int width, height;

  shade.alpha = (float)(colour->alpha * fill);
  if (fill > 0)
    gtk_snapshot_append_color (snapshot, &shade, band);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (band->origin.x + (band->size.width - (float)width) / 2,
                                                          band->origin.y + (band->size.height - (float)height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, fill >= 1 ? background : colour);
  gtk_snapshot_restore (snapshot);
}

static void
draw_cell (VouchLedgerStrip *self, GtkSnapshot *snapshot, guint position, const GdkRGBA *colour)
{
  const VouchQualityCell *cell = g_ptr_array_index (self->cells, position - 1);
  int size = scale (self, CELL), top = scale (self, CHANGE), height = top + size + scale (self, BAND);
  float x = (float)(position - 1) * (float)size;
  GdkRGBA background = { colour->red < 0.5f, colour->red < 0.5f, colour->red < 0.5f, 1 };
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (x - 8, 0, (float)size + 16, (float)height);
  graphene_rect_t band = GRAPHENE_RECT_INIT (x, (float)(top + size) + 1, (float)size, (float)(height - top - size) - 1);
  cairo_t *cr;

  draw_band (self, snapshot, cell, colour, &background, &band);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_save (cr);
  cairo_translate (cr, x, top);
  draw_sign (cr, cell, size);
  cairo_restore (cr);
  if (cell->next_severity != cell->severity)
    draw_change (cr, is_stricter (cell->severity, cell->next_severity), x + (float)size, height, top);
  if (position == self->selected)
    {
      cairo_set_line_width (cr, 2);
      cairo_rectangle (cr, x + 1, top + 1, size - 2, height - top - 2);
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
}

static void
vouch_ledger_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VouchLedgerStrip *self = VOUCH_LEDGER_STRIP (widget);
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  for (guint i = 1; i <= count_cells (self); i++)
    draw_cell (self, snapshot, i, &colour);
}

static void
vouch_ledger_strip_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                            int *minimum_baseline, int *natural_baseline)
{
  VouchLedgerStrip *self = VOUCH_LEDGER_STRIP (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL
                            ? (int)MAX (count_cells (self), 1) * scale (self, CELL) + scale (self, CHANGE)
                            : scale (self, CHANGE) + scale (self, CELL) + scale (self, BAND);
}

static gboolean
key_pressed_cb (VouchLedgerStrip *self, guint keyval)
{
  guint n = count_cells (self), target;

  if (n == 0)
    return FALSE;
  if (keyval == GDK_KEY_Right)
    target = MIN (self->selected + 1, n);
  else if (keyval == GDK_KEY_Left)
    target = MAX (self->selected, 2) - 1;
  else if (keyval == GDK_KEY_Home)
    target = 1;
  else if (keyval == GDK_KEY_End)
    target = n;
  else
    return FALSE;
  vouch_ledger_strip_select (self, target);
  return TRUE;
}

static void
pressed_cb (VouchLedgerStrip *self, int n_press, double x, double y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (x >= 0)
    vouch_ledger_strip_select (self, (guint)(x / scale (self, CELL)) + 1);
}

static void
vouch_ledger_strip_finalize (GObject *object)
{
  g_clear_pointer (&VOUCH_LEDGER_STRIP (object)->cells, g_ptr_array_unref);
  G_OBJECT_CLASS (vouch_ledger_strip_parent_class)->finalize (object);
}

static void
vouch_ledger_strip_class_init (VouchLedgerStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = vouch_ledger_strip_finalize;
  widget_class->snapshot = vouch_ledger_strip_snapshot;
  widget_class->measure = vouch_ledger_strip_measure;
  signals[SELECTED] = g_signal_new ("selected", VOUCH_TYPE_LEDGER_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SPIN_BUTTON);
  gtk_widget_class_set_css_name (widget_class, "ledgerstrip");
}

static void
vouch_ledger_strip_init (VouchLedgerStrip *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* A screen reader hears of each entry as it is walked to. */
static void
describe (VouchLedgerStrip *self)
{
  const VouchQualityCell *cell = vouch_ledger_strip_get_cell (self, self->selected);
  g_autofree char *name = NULL;

  if (cell != NULL)
    /* Translators: which entry of a ledger, and all that is known of it. */
    name = g_strdup_printf (_ ("Entry %u of %u: %s"), self->selected, count_cells (self), cell->sentence);
  else
    name = g_strdup (_ ("No lot was noted yet"));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, GTK_ACCESSIBLE_PROPERTY_VALUE_MIN,
      MIN (1.0, (double)count_cells (self)), GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double)count_cells (self),
      GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double)self->selected, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, name, -1);
}

/**
 * vouch_ledger_strip_set_cells:
 * @self: a strip
 * @cells: (element-type VouchQualityCell): a ledger's entries, the oldest first
 *
 * The newest one is chosen.
 */
void
vouch_ledger_strip_set_cells (VouchLedgerStrip *self, GPtrArray *cells)
{
  g_return_if_fail (VOUCH_IS_LEDGER_STRIP (self));
  g_return_if_fail (cells != NULL);

  g_clear_pointer (&self->cells, g_ptr_array_unref);
  self->cells = g_ptr_array_ref (cells);
  self->selected = cells->len;
  describe (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * vouch_ledger_strip_get_selected:
 * @self: a strip
 *
 * Returns: the place of the entry chosen, from 1; 0 if there is none
 */
guint
vouch_ledger_strip_get_selected (VouchLedgerStrip *self)
{
  g_return_val_if_fail (VOUCH_IS_LEDGER_STRIP (self), 0);

  return self->selected;
}

/**
 * vouch_ledger_strip_get_cell:
 * @self: a strip
 * @position: of an entry, from 1
 *
 * Returns: (transfer none) (nullable): the entry
 */
const VouchQualityCell *
vouch_ledger_strip_get_cell (VouchLedgerStrip *self, guint position)
{
  g_return_val_if_fail (VOUCH_IS_LEDGER_STRIP (self), NULL);

  return position >= 1 && position <= count_cells (self) ? g_ptr_array_index (self->cells, position - 1) : NULL;
}

/**
 * vouch_ledger_strip_get_span:
 * @self: a strip
 * @position: of an entry, from 1
 * @start: (out): where it begins, in pixels from the strip's left
 * @end: (out): where it ends
 */
void
vouch_ledger_strip_get_span (VouchLedgerStrip *self, guint position, double *start, double *end)
{
  g_return_if_fail (VOUCH_IS_LEDGER_STRIP (self));

  *start = (MAX (position, 1) - 1) * (double)scale (self, CELL);
  *end = *start + scale (self, CELL) + scale (self, CHANGE);
}

/**
 * vouch_ledger_strip_select:
 * @self: a strip
 * @position: of an entry, from 1; others are ignored
 */
void
vouch_ledger_strip_select (VouchLedgerStrip *self, guint position)
{
  g_return_if_fail (VOUCH_IS_LEDGER_STRIP (self));

  if (position < 1 || position > count_cells (self) || position == self->selected)
    return;
  self->selected = position;
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SELECTED], 0, position);
}
