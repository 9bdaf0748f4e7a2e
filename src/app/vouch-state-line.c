#include "vouch-state-line.h"

#include <glib/gi18n-lib.h>

#include "vouch-fact-layout.h"
#include "vouch-fact.h"

struct _VouchStateLine
{
  GtkBox parent_instance;
  VouchFact *station;
  VouchFact *inspector;
  VouchFact *delivery;
  VouchFact *line;
  VouchFact *item;
  VouchFact *lot;
  VouchFact *sample;
  VouchFact *fails;
};

G_DEFINE_FINAL_TYPE (VouchStateLine, vouch_state_line, GTK_TYPE_BOX)

static void
show_share (VouchFact *fact, gint64 part, gint64 whole)
{
  g_autofree char *text = NULL;

  if (part > 0)
    text = g_strdup_printf ("%" G_GINT64_FORMAT " / %" G_GINT64_FORMAT, part, whole);
  vouch_fact_set_value (fact, text);
}

/* Several classes have an Ac and a Re each, and a place of their own on the page. */
static char *
dup_fails (const VouchDeskState *state)
{
  if (state->re == 0)
    return g_strdup_printf ("%d", (int)state->nonconforming);
  if (state->ac < 0)
    /* Translators: failed units so far, then the rejection number of a stage that cannot accept */
    return g_strdup_printf (_ ("%d (Ac –, Re %d)"), (int)state->nonconforming, (int)state->re);
  /* Translators: failed units so far, then the acceptance and rejection numbers of the sampling plan */
  return g_strdup_printf (_ ("%d (Ac %d, Re %d)"), (int)state->nonconforming, (int)state->ac, (int)state->re);
}

static void
show_fails (VouchStateLine *self, const VouchDeskState *state)
{
  g_autofree char *text = NULL;

  if (state->sample_size > 0)
    text = dup_fails (state);
  vouch_fact_set_value (self->fails, text);
  if (state->nonconforming > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->fails), "warn");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->fails), "warn");
}

static void
vouch_state_line_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_STATE_LINE);
  G_OBJECT_CLASS (vouch_state_line_parent_class)->dispose (object);
}

static void
vouch_state_line_class_init (VouchStateLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_state_line_dispose;
  gtk_widget_class_set_css_name (widget_class, "stateline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-state-line.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchStateLine, station);
  gtk_widget_class_bind_template_child (widget_class, VouchStateLine, inspector);
  gtk_widget_class_bind_template_child (widget_class, VouchStateLine, delivery);
  gtk_widget_class_bind_template_child (widget_class, VouchStateLine, line);
  gtk_widget_class_bind_template_child (widget_class, VouchStateLine, item);
  gtk_widget_class_bind_template_child (widget_class, VouchStateLine, lot);
  gtk_widget_class_bind_template_child (widget_class, VouchStateLine, sample);
  gtk_widget_class_bind_template_child (widget_class, VouchStateLine, fails);
}

static void
vouch_state_line_init (VouchStateLine *self)
{
  g_type_ensure (VOUCH_TYPE_FACT);
  g_type_ensure (VOUCH_TYPE_FACT_LAYOUT);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Where you are"), -1);
}

/**
 * vouch_state_line_set_state:
 * @self: a state line
 * @state: what to show
 */
void
vouch_state_line_set_state (VouchStateLine *self, const VouchDeskState *state)
{
  g_return_if_fail (VOUCH_IS_STATE_LINE (self));
  g_return_if_fail (state != NULL);

  vouch_fact_set_value (self->station, state->station);
  vouch_fact_set_value (self->inspector, state->inspector);
  vouch_fact_set_value (self->delivery, state->delivery);
  show_share (self->line, state->line_position, state->n_lines);
  vouch_fact_set_value (self->item, state->item);
  vouch_fact_set_value (self->lot, state->lot);
  show_share (self->sample, state->sample_position, state->sample_size);
  show_fails (self, state);
}
