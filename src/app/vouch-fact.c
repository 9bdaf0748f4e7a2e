#include "vouch-fact.h"

typedef enum
{
  PROP_CAPTION = 1,
  PROP_VALUE,
} VouchFactProperty;

struct _VouchFact
{
  GtkBox parent_instance;
  GtkLabel *caption;
  GtkLabel *value;
};

G_DEFINE_FINAL_TYPE (VouchFact, vouch_fact, GTK_TYPE_BOX)

static GParamSpec *props[PROP_VALUE + 1];

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
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vouch_fact_dispose (GObject *object)
{
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
  props[PROP_CAPTION] = g_param_spec_string ("caption", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
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
