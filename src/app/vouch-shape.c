#include "vouch-shape.h"

#define DEFAULT_SIZE 96

typedef enum
{
  PROP_KIND = 1,
  PROP_SIZE,
} VouchShapeProperty;

struct _VouchShape
{
  GtkWidget parent_instance;
  VouchShapeKind kind;
  int size;
};

G_DEFINE_FINAL_TYPE (VouchShape, vouch_shape, GTK_TYPE_WIDGET)

static GParamSpec *props[PROP_SIZE + 1];

static void
draw_check (cairo_t *cr)
{
  cairo_move_to (cr, 0.10, 0.55);
  cairo_line_to (cr, 0.38, 0.83);
  cairo_line_to (cr, 0.90, 0.20);
  cairo_stroke (cr);
}

static void
draw_cross (cairo_t *cr)
{
  cairo_move_to (cr, 0.15, 0.15);
  cairo_line_to (cr, 0.85, 0.85);
  cairo_move_to (cr, 0.85, 0.15);
  cairo_line_to (cr, 0.15, 0.85);
  cairo_stroke (cr);
}

static void
draw_pause (cairo_t *cr)
{
  cairo_rectangle (cr, 0.18, 0.10, 0.22, 0.80);
  cairo_rectangle (cr, 0.60, 0.10, 0.22, 0.80);
  cairo_fill (cr);
}

static void
draw_triangle (cairo_t *cr)
{
  cairo_set_line_width (cr, 0.09);
  cairo_move_to (cr, 0.50, 0.10);
  cairo_line_to (cr, 0.93, 0.88);
  cairo_line_to (cr, 0.07, 0.88);
  cairo_close_path (cr);
  cairo_move_to (cr, 0.50, 0.38);
  cairo_line_to (cr, 0.50, 0.60);
  cairo_stroke (cr);
  cairo_arc (cr, 0.50, 0.745, 0.055, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_question (cairo_t *cr)
{
  cairo_set_line_width (cr, 0.13);
  cairo_arc (cr, 0.50, 0.34, 0.22, -G_PI, G_PI * 0.25);
  cairo_curve_to (cr, 0.56, 0.58, 0.50, 0.56, 0.50, 0.70);
  cairo_stroke (cr);
  cairo_arc (cr, 0.50, 0.88, 0.08, 0, 2 * G_PI);
  cairo_fill (cr);
}

/**
 * vouch_shape_draw:
 * @kind: which sign
 * @cr: where to; its source is the colour
 * @x: left edge
 * @y: upper edge
 * @size: side of the square that the sign fills
 *
 * Draws a sign.
 */
void
vouch_shape_draw (VouchShapeKind kind, cairo_t *cr, double x, double y, double size)
{
  g_return_if_fail (cr != NULL);

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size, size);
  cairo_set_line_width (cr, 0.16);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  switch (kind)
    {
    case VOUCH_SHAPE_CHECK:
      draw_check (cr);
      break;
    case VOUCH_SHAPE_CROSS:
      draw_cross (cr);
      break;
    case VOUCH_SHAPE_PAUSE:
      draw_pause (cr);
      break;
    case VOUCH_SHAPE_TRIANGLE:
      draw_triangle (cr);
      break;
    case VOUCH_SHAPE_QUESTION:
      draw_question (cr);
      break;
    case VOUCH_SHAPE_NONE:
    default:
      break;
    }
  cairo_restore (cr);
}

static void
vouch_shape_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VouchShape *self = VOUCH_SHAPE (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int size = MIN (width, height);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height);
  GdkRGBA colour;
  cairo_t *cr;

  if (self->kind == VOUCH_SHAPE_NONE || size <= 0)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  gdk_cairo_set_source_rgba (cr, &colour);
  vouch_shape_draw (self->kind, cr, (width - size) / 2.0, (height - size) / 2.0, size);
  cairo_destroy (cr);
}

static void
vouch_shape_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                     int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = VOUCH_SHAPE (widget)->size;
}

static void
vouch_shape_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VouchShape *self = VOUCH_SHAPE (object);

  switch ((VouchShapeProperty)prop_id)
    {
    case PROP_KIND:
      g_value_set_int (value, (int)self->kind);
      break;
    case PROP_SIZE:
      g_value_set_int (value, self->size);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vouch_shape_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  VouchShape *self = VOUCH_SHAPE (object);

  switch ((VouchShapeProperty)prop_id)
    {
    case PROP_KIND:
      vouch_shape_set_kind (self, (VouchShapeKind)g_value_get_int (value));
      break;
    case PROP_SIZE:
      self->size = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vouch_shape_class_init (VouchShapeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = vouch_shape_get_property;
  object_class->set_property = vouch_shape_set_property;
  widget_class->measure = vouch_shape_measure;
  widget_class->snapshot = vouch_shape_snapshot;
  props[PROP_KIND] = g_param_spec_int ("kind", NULL, NULL, VOUCH_SHAPE_NONE, VOUCH_SHAPE_QUESTION, VOUCH_SHAPE_NONE,
                                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_SIZE] =
      g_param_spec_int ("size", NULL, NULL, 8, 512, DEFAULT_SIZE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  /* The word beside it says the same. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (widget_class, "shape");
}

static void
vouch_shape_init (VouchShape *self)
{
  self->size = DEFAULT_SIZE;
}

/**
 * vouch_shape_set_kind:
 * @self: a shape
 * @kind: which sign to show
 */
void
vouch_shape_set_kind (VouchShape *self, VouchShapeKind kind)
{
  g_return_if_fail (VOUCH_IS_SHAPE (self));

  if (self->kind == kind)
    return;
  self->kind = kind;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_KIND]);
}

/**
 * vouch_shape_get_kind:
 * @self: a shape
 *
 * Returns: which sign is shown
 */
VouchShapeKind
vouch_shape_get_kind (VouchShape *self)
{
  g_return_val_if_fail (VOUCH_IS_SHAPE (self), VOUCH_SHAPE_NONE);

  return self->kind;
}

/**
 * vouch_shape_of_feedback:
 * @feedback: how an act ended
 *
 * Returns: the sign for it
 */
VouchShapeKind
vouch_shape_of_feedback (VouchFeedback feedback)
{
  switch (feedback)
    {
    case VOUCH_FEEDBACK_OK:
    case VOUCH_FEEDBACK_ACCEPTED:
      return VOUCH_SHAPE_CHECK;
    case VOUCH_FEEDBACK_FAIL:
    case VOUCH_FEEDBACK_REJECTED:
      return VOUCH_SHAPE_CROSS;
    case VOUCH_FEEDBACK_HELD:
      return VOUCH_SHAPE_PAUSE;
    case VOUCH_FEEDBACK_MISREAD:
      return VOUCH_SHAPE_TRIANGLE;
    case VOUCH_FEEDBACK_QUESTION:
      return VOUCH_SHAPE_QUESTION;
    case VOUCH_FEEDBACK_NONE:
    case VOUCH_FEEDBACK_TICK:
    default:
      return VOUCH_SHAPE_NONE;
    }
}

/**
 * vouch_shape_of_status:
 * @status: how a lot stands
 *
 * Returns: the sign for it
 */
VouchShapeKind
vouch_shape_of_status (VouchLotStatus status)
{
  switch (status)
    {
    case VOUCH_LOT_STATUS_RELEASED:
    case VOUCH_LOT_STATUS_CONCESSION:
      return VOUCH_SHAPE_CHECK;
    case VOUCH_LOT_STATUS_REJECTED:
    case VOUCH_LOT_STATUS_EXPIRED:
      return VOUCH_SHAPE_CROSS;
    case VOUCH_LOT_STATUS_RECALLED:
      return VOUCH_SHAPE_TRIANGLE;
    case VOUCH_LOT_STATUS_PENDING:
    case VOUCH_LOT_STATUS_QUARANTINED:
      return VOUCH_SHAPE_PAUSE;
    case VOUCH_LOT_STATUS_CONSUMED:
    default:
      return VOUCH_SHAPE_NONE;
    }
}
