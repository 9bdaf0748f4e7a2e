#include "vouch-shape.h"

#include "vouch-em.h"
#include "vouch-mark-drawing.h"

#define DEFAULT_SIZE 96

typedef enum
{
  PROP_MARK = 1,
  PROP_SIZE,
} VouchShapeProperty;

struct _VouchShape
{
  GtkWidget parent_instance;
  VouchMark mark;
  int size; /* beside plain type; it grows with the type */
};

G_DEFINE_FINAL_TYPE (VouchShape, vouch_shape, GTK_TYPE_WIDGET)

static GParamSpec *props[PROP_SIZE + 1];

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

  if (self->mark == VOUCH_MARK_NONE || size <= 0)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  gdk_cairo_set_source_rgba (cr, &colour);
  vouch_mark_draw (self->mark, cr, (width - size) / 2.0, (height - size) / 2.0, size);
  cairo_destroy (cr);
}

static void
vouch_shape_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                     int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = vouch_em_scale (widget, VOUCH_SHAPE (widget)->size);
}

static void
vouch_shape_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VouchShape *self = VOUCH_SHAPE (object);

  switch ((VouchShapeProperty)prop_id)
    {
    case PROP_MARK:
      g_value_set_int (value, (int)self->mark);
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
    case PROP_MARK:
      vouch_shape_set_mark (self, (VouchMark)g_value_get_int (value));
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
  props[PROP_MARK] = g_param_spec_int ("mark", NULL, NULL, VOUCH_MARK_NONE, VOUCH_MARK_QUESTION, VOUCH_MARK_NONE,
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
 * vouch_shape_set_mark:
 * @self: a shape
 * @mark: which sign to show
 */
void
vouch_shape_set_mark (VouchShape *self, VouchMark mark)
{
  g_return_if_fail (VOUCH_IS_SHAPE (self));

  if (self->mark == mark)
    return;
  self->mark = mark;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MARK]);
}

/**
 * vouch_shape_get_mark:
 * @self: a shape
 *
 * Returns: which sign is shown
 */
VouchMark
vouch_shape_get_mark (VouchShape *self)
{
  g_return_val_if_fail (VOUCH_IS_SHAPE (self), VOUCH_MARK_NONE);

  return self->mark;
}

/**
 * vouch_shape_of_feedback:
 * @feedback: how an act ended
 *
 * Returns: the sign for it
 */
VouchMark
vouch_shape_of_feedback (VouchFeedback feedback)
{
  switch (feedback)
    {
    case VOUCH_FEEDBACK_OK:
    case VOUCH_FEEDBACK_ACCEPTED:
      return VOUCH_MARK_PASS;
    case VOUCH_FEEDBACK_FAIL:
    case VOUCH_FEEDBACK_REJECTED:
      return VOUCH_MARK_FAIL;
    case VOUCH_FEEDBACK_HELD:
      return VOUCH_MARK_HOLD;
    case VOUCH_FEEDBACK_MISREAD:
      return VOUCH_MARK_WARNING;
    case VOUCH_FEEDBACK_QUESTION:
      return VOUCH_MARK_QUESTION;
    case VOUCH_FEEDBACK_NONE:
    case VOUCH_FEEDBACK_TICK:
    default:
      return VOUCH_MARK_NONE;
    }
}

/**
 * vouch_shape_of_status:
 * @status: how a lot stands
 *
 * Returns: the sign for it
 */
VouchMark
vouch_shape_of_status (VouchLotStatus status)
{
  switch (status)
    {
    case VOUCH_LOT_STATUS_RELEASED:
    case VOUCH_LOT_STATUS_CONCESSION:
      return VOUCH_MARK_PASS;
    case VOUCH_LOT_STATUS_REJECTED:
    case VOUCH_LOT_STATUS_EXPIRED:
      return VOUCH_MARK_FAIL;
    case VOUCH_LOT_STATUS_RECALLED:
      return VOUCH_MARK_WARNING;
    case VOUCH_LOT_STATUS_PENDING:
    case VOUCH_LOT_STATUS_QUARANTINED:
      return VOUCH_MARK_HOLD;
    case VOUCH_LOT_STATUS_CONSUMED:
    default:
      return VOUCH_MARK_NONE;
    }
}
