#include "vouch-plan-terms.h"

#include <glib/gi18n-lib.h>

#include "vouch-accessible-name.h"
#include "vouch-note-limit.h"
#include "vouch-product-gtin.h"

struct _VouchPlanTerms
{
  AdwPreferencesGroup parent_instance;
  GtkSwitch *decider;
  GtkDropDown *draw_by;
  GtkEditable *note;
  GPtrArray *packages; /* char *: GTINs, the first is %NULL */
  gboolean is_filling;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchPlanTerms, vouch_plan_terms, ADW_TYPE_PREFERENCES_GROUP)

static void
changed_cb (VouchPlanTerms *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
fill_packages (VouchPlanTerms *self, const GPtrArray *gtins, const char *draw_by)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint chosen = 0;

  g_ptr_array_set_size (self->packages, 0);
  g_ptr_array_add (self->packages, NULL);
  gtk_string_list_append (labels, _ ("unit by unit"));
  for (guint i = 0; i < gtins->len; i++)
    {
      const VouchProductGtin *item = g_ptr_array_index (gtins, i);
      g_autofree char *label = NULL;

      if (item->numerator <= item->denominator)
        continue;
      /* Translators: a package of so many units; its GTIN. */
      label = g_strdup_printf (_ ("packages of %d (%s)"), (int)(item->numerator / item->denominator), item->gtin);
      if (g_strcmp0 (item->gtin, draw_by) == 0)
        chosen = self->packages->len;
      gtk_string_list_append (labels, label);
      g_ptr_array_add (self->packages, g_strdup (item->gtin));
    }
  gtk_drop_down_set_model (self->draw_by, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->draw_by, chosen);
}

static void
vouch_plan_terms_dispose (GObject *object)
{
  VouchPlanTerms *self = VOUCH_PLAN_TERMS (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_PLAN_TERMS);
  g_clear_pointer (&self->packages, g_ptr_array_unref);
  G_OBJECT_CLASS (vouch_plan_terms_parent_class)->dispose (object);
}

static void
vouch_plan_terms_class_init (VouchPlanTermsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_plan_terms_dispose;
  signals[CHANGED] =
      g_signal_new ("changed", VOUCH_TYPE_PLAN_TERMS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-plan-terms.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchPlanTerms, decider);
  gtk_widget_class_bind_template_child (widget_class, VouchPlanTerms, draw_by);
  gtk_widget_class_bind_template_child (widget_class, VouchPlanTerms, note);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
vouch_plan_terms_init (VouchPlanTerms *self)
{
  self->packages = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  vouch_accessible_name_set (GTK_WIDGET (self->draw_by), _ ("The sample is drawn"));
  vouch_note_limit_attach (ADW_ENTRY_ROW (self->note));
}

/**
 * vouch_plan_terms_show:
 * @self: terms
 * @plan: whose
 * @gtins: (element-type VouchProductGtin): the product's packages
 * @may_edit: whether they may be changed here
 */
void
vouch_plan_terms_show (VouchPlanTerms *self, const VouchInspectionPlan *plan, const GPtrArray *gtins, gboolean may_edit)
{
  g_return_if_fail (VOUCH_IS_PLAN_TERMS (self));

  self->is_filling = TRUE;
  gtk_switch_set_active (self->decider, plan->decider_not_inspector);
  fill_packages (self, gtins, plan->draw_by);
  gtk_editable_set_text (self->note, "");
  self->is_filling = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self), may_edit);
  gtk_widget_set_visible (GTK_WIDGET (self->note), may_edit);
}

/**
 * vouch_plan_terms_write:
 * @self: terms
 * @plan: gets the terms as they are now
 */
void
vouch_plan_terms_write (VouchPlanTerms *self, VouchInspectionPlan *plan)
{
  guint package;

  g_return_if_fail (VOUCH_IS_PLAN_TERMS (self));

  package = gtk_drop_down_get_selected (self->draw_by);
  plan->decider_not_inspector = gtk_switch_get_active (self->decider);
  g_free (plan->draw_by);
  plan->draw_by = package < self->packages->len ? g_strdup (g_ptr_array_index (self->packages, package)) : NULL;
}

/**
 * vouch_plan_terms_dup_note:
 * @self: terms
 *
 * Returns: (transfer full) (nullable): what the version is for
 */
char *
vouch_plan_terms_dup_note (VouchPlanTerms *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (VOUCH_IS_PLAN_TERMS (self), NULL);

  text = g_strstrip (g_strdup (gtk_editable_get_text (self->note)));
  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}
