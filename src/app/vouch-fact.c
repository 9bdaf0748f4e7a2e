#include "vouch-fact.h"

/* Between a caption and the value beside it. */
#define GAP 6

typedef enum
{
  PROP_CAPTION = 1,
  PROP_VALUE,
  PROP_RANK,
  PROP_ELLIPSIZE,
  PROP_WRAP,
} VouchFactProperty;

struct _VouchFact
{
  GtkWidget parent_instance;
  GtkLabel *caption;
  GtkLabel *value;
  guint rank;
  gboolean is_compact;
};

G_DEFINE_FINAL_TYPE (VouchFact, vouch_fact, GTK_TYPE_WIDGET)

static GParamSpec *props[PROP_WRAP + 1];

static gboolean
has_caption_beside (VouchFact *self)
{
  return self->rank == 0;
}

static void
measure_label (GtkLabel *label, int *least, int *wanted, int *height)
{
  gtk_widget_measure (GTK_WIDGET (label), GTK_ORIENTATION_HORIZONTAL, -1, least, wanted, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (label), GTK_ORIENTATION_VERTICAL, -1, height, NULL, NULL, NULL);
}

static int
measure_wrapped (VouchFact *self, int width)
{
  int caption, value, least;

  gtk_widget_measure (GTK_WIDGET (self->value), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self->caption), GTK_ORIENTATION_VERTICAL, -1, &caption, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self->value), GTK_ORIENTATION_VERTICAL, MAX (width, least), &value, NULL, NULL, NULL);
  return caption + value;
}

static void
vouch_fact_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                    int *minimum_baseline, int *natural_baseline)
{
  VouchFact *self = VOUCH_FACT (widget);
  int least, wanted, height;

  vouch_fact_measure_form (self, self->is_compact, &least, &wanted, &height);
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size > 0 && !self->is_compact)
    height = measure_wrapped (self, for_size);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? least : height;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? wanted : height;
}

static void
allocate_compact (VouchFact *self, int width, int height)
{
  int least, wanted, caption_height, value_height, beside = 0;

  measure_label (self->value, &least, &wanted, &value_height);
  measure_label (self->caption, &least, &wanted, &caption_height);
  gtk_widget_set_child_visible (GTK_WIDGET (self->caption), has_caption_beside (self));
  if (has_caption_beside (self))
    {
      beside = wanted + GAP;
      gtk_widget_size_allocate (GTK_WIDGET (self->caption), &(GtkAllocation){ 0, 0, wanted, height }, -1);
    }
  gtk_widget_size_allocate (GTK_WIDGET (self->value), &(GtkAllocation){ beside, 0, MAX (width - beside, 0), height },
                            -1);
}

static void
vouch_fact_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  VouchFact *self = VOUCH_FACT (widget);
  int least, wanted, above;

  if (self->is_compact)
    {
      allocate_compact (self, width, height);
      return;
    }
  measure_label (self->caption, &least, &wanted, &above);
  gtk_widget_set_child_visible (GTK_WIDGET (self->caption), TRUE);
  gtk_widget_size_allocate (GTK_WIDGET (self->caption), &(GtkAllocation){ 0, 0, width, above }, -1);
  gtk_widget_size_allocate (GTK_WIDGET (self->value), &(GtkAllocation){ 0, above, width, MAX (height - above, 0) }, -1);
}

static void
set_wrap (VouchFact *self, gboolean wrap)
{
  gtk_label_set_wrap (self->value, wrap);
  gtk_label_set_wrap_mode (self->value, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (self->value, GTK_NATURAL_WRAP_NONE);
  gtk_label_set_ellipsize (self->value, wrap ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
}

static GtkSizeRequestMode
vouch_fact_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
vouch_fact_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VouchFact *self = VOUCH_FACT (object);

  switch ((VouchFactProperty)prop_id)
    {
    case PROP_CAPTION:
      g_value_set_string (value, gtk_label_get_label (self->caption));
      break;
    case PROP_VALUE:
      g_value_set_string (value, vouch_fact_get_value (self));
      break;
    case PROP_RANK:
      g_value_set_uint (value, self->rank);
      break;
    case PROP_ELLIPSIZE:
      g_value_set_enum (value, gtk_label_get_ellipsize (self->value));
      break;
    case PROP_WRAP:
      g_value_set_boolean (value, gtk_label_get_wrap (self->value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vouch_fact_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  VouchFact *self = VOUCH_FACT (object);

  switch ((VouchFactProperty)prop_id)
    {
    case PROP_CAPTION:
      gtk_label_set_label (self->caption, g_value_get_string (value));
      break;
    case PROP_VALUE:
      vouch_fact_set_value (self, g_value_get_string (value));
      break;
    case PROP_RANK:
      self->rank = g_value_get_uint (value);
      break;
    case PROP_ELLIPSIZE:
      gtk_label_set_ellipsize (self->value, g_value_get_enum (value));
      break;
    case PROP_WRAP:
      set_wrap (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vouch_fact_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_FACT);
  G_OBJECT_CLASS (vouch_fact_parent_class)->dispose (object);
}

static void
vouch_fact_class_init (VouchFactClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = vouch_fact_get_property;
  object_class->set_property = vouch_fact_set_property;
  object_class->dispose = vouch_fact_dispose;
  widget_class->measure = vouch_fact_measure;
  widget_class->size_allocate = vouch_fact_size_allocate;
  widget_class->get_request_mode = vouch_fact_get_request_mode;
  props[PROP_CAPTION] = g_param_spec_string ("caption", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_RANK] = g_param_spec_uint ("rank", NULL, NULL, 0, 99, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_ELLIPSIZE] = g_param_spec_enum ("ellipsize", NULL, NULL, PANGO_TYPE_ELLIPSIZE_MODE, PANGO_ELLIPSIZE_END,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_WRAP] = g_param_spec_boolean ("wrap", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  gtk_widget_class_set_css_name (widget_class, "fact");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-fact.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchFact, caption);
  gtk_widget_class_bind_template_child (widget_class, VouchFact, value);
}

static void
vouch_fact_init (VouchFact *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->caption, NULL, -1);
}

/**
 * vouch_fact_set_value:
 * @self: a fact
 * @value: (nullable): its value; %NULL or "" hides it
 */
void
vouch_fact_set_value (VouchFact *self, const char *value)
{
  g_return_if_fail (VOUCH_IS_FACT (self));

  gtk_label_set_label (self->value, value != NULL ? value : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), value);
  gtk_widget_set_visible (GTK_WIDGET (self), value != NULL && *value != '\0');
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VALUE]);
}

/**
 * vouch_fact_get_value:
 * @self: a fact
 *
 * Returns: (transfer none): its value, "" if none
 */
const char *
vouch_fact_get_value (VouchFact *self)
{
  g_return_val_if_fail (VOUCH_IS_FACT (self), "");

  return gtk_label_get_label (self->value);
}

/**
 * vouch_fact_get_rank:
 * @self: a fact
 *
 * Returns: how early it is shortened; 0 for never
 */
guint
vouch_fact_get_rank (VouchFact *self)
{
  g_return_val_if_fail (VOUCH_IS_FACT (self), 0);

  return self->rank;
}

/**
 * vouch_fact_measure_form:
 * @self: a fact
 * @is_compact: whether it would be compact
 * @least: (out): the least width; that of a figure is what it wants
 * @wanted: (out): the width that nothing is cut in
 * @height: (out): its height
 *
 * Measures a form that the fact need not have now, so that a layout can choose.
 */
void
vouch_fact_measure_form (VouchFact *self, gboolean is_compact, int *least, int *wanted, int *height)
{
  int caption_least, caption_wanted, caption_height;

  g_return_if_fail (VOUCH_IS_FACT (self));

  measure_label (self->caption, &caption_least, &caption_wanted, &caption_height);
  measure_label (self->value, least, wanted, height);
  if (!is_compact)
    {
      *wanted = MAX (*wanted, caption_wanted);
      *height += caption_height;
    }
  else if (has_caption_beside (self))
    {
      *wanted += caption_wanted + GAP;
      *height = MAX (*height, caption_height);
    }
  if (is_compact && self->rank == 0)
    *least = *wanted;
}

/**
 * vouch_fact_set_compact:
 * @self: a fact
 * @is_compact: whether it takes one line instead of two
 *
 * For the layout that allocates it next.
 */
void
vouch_fact_set_compact (VouchFact *self, gboolean is_compact)
{
  g_return_if_fail (VOUCH_IS_FACT (self));

  if (self->is_compact == is_compact)
    return;
  self->is_compact = is_compact;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
