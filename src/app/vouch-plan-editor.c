#include "vouch-plan-editor.h"

#include <glib/gi18n-lib.h>

#include "vouch-column.h"
#include "vouch-defect-code.h"
#include "vouch-plan-fault.h"
#include "vouch-plan-terms.h"
#include "vouch-rule-form.h"
#include "vouch-rule-words.h"
#include "vouch-words.h"

struct _VouchPlanEditor
{
  AdwBin parent_instance;
  GtkLabel *faults_label;
  AdwPreferencesGroup *rules;
  AdwPreferencesGroup *checks;
  VouchRuleForm *form;
  GtkWidget *remove;
  GtkWidget *add;
  VouchPlanTerms *terms;
  GPtrArray *rule_rows;      /* GtkWidget, lent */
  GPtrArray *check_rows;     /* GtkWidget, lent */
  const VouchPlanFile *file; /* lent; nullable */
  VouchPlanContent *plan;    /* nullable: what is edited */
  GPtrArray *faults;         /* nullable: VouchPlanFault */
  int rule;
  gboolean may_edit;
  gboolean is_edited;
  gboolean is_filling;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchPlanEditor, vouch_plan_editor, ADW_TYPE_BIN)

static VouchSamplingRule *
get_chosen (VouchPlanEditor *self)
{
  return self->plan != NULL && self->rule >= 0 && (guint)self->rule < self->plan->rules->len
             ? g_ptr_array_index (self->plan->rules, (guint)self->rule)
             : NULL;
}

static const char *
find_fault (VouchPlanEditor *self, VouchPlanPart part, gint64 position)
{
  for (guint i = 0; i < self->faults->len; i++)
    {
      const VouchPlanFault *fault = g_ptr_array_index (self->faults, i);

      if (fault->part == part && fault->position == position)
        return fault->message;
    }
  return NULL;
}

static void
mark (GtkWidget *row, const char *fault)
{
  if (fault != NULL)
    gtk_widget_add_css_class (row, "faulty");
  else
    gtk_widget_remove_css_class (row, "faulty");
}

static void
show_rule_rows (VouchPlanEditor *self)
{
  for (guint i = 0; i < self->rule_rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rule_rows, i);
      const VouchSamplingRule *rule = g_ptr_array_index (self->plan->rules, i);
      const char *fault = find_fault (self, VOUCH_PLAN_PART_RULE, rule->position);
      g_autofree char *title = vouch_words_dup_rule_title (rule), *terms = vouch_words_dup_rule (self->plan, rule);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), fault != NULL ? fault : terms);
      mark (row, fault);
    }
}

/* What is wrong with the plan as a whole. */
static void
show_plan_faults (VouchPlanEditor *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->faults->len; i++)
    {
      const VouchPlanFault *fault = g_ptr_array_index (self->faults, i);

      if (fault->part == VOUCH_PLAN_PART_PLAN)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", fault->message);
    }
  gtk_label_set_label (self->faults_label, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->faults_label), text->len > 0);
}

static void
show_faults (VouchPlanEditor *self)
{
  g_clear_pointer (&self->faults, g_ptr_array_unref);
  self->faults = vouch_plan_fault_list (self->plan, self->file->gtins);
  show_rule_rows (self);
  show_plan_faults (self);
  vouch_rule_form_blame (self->form, self->faults);
  for (guint i = 0; i < self->check_rows->len; i++)
    mark (g_ptr_array_index (self->check_rows, i), find_fault (self, VOUCH_PLAN_PART_CHECK, i + 1));
}

static void
tell (VouchPlanEditor *self)
{
  show_faults (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What is changed is no version any more, until it is saved as another one. */
static void
mark_edited (VouchPlanEditor *self)
{
  self->is_edited = TRUE;
  self->plan->plan->version = 0;
}

static void
note_edit (VouchPlanEditor *self)
{
  if (self->is_filling || self->plan == NULL)
    return;
  mark_edited (self);
  tell (self);
}

static void
choose (VouchPlanEditor *self, int rule)
{
  self->rule = rule;
  vouch_rule_form_show (self->form, self->plan, self->may_edit ? get_chosen (self) : NULL);
  gtk_widget_set_visible (self->remove, self->may_edit && self->plan->rules->len > 1);
  tell (self);
}

static void
toggled_cb (GtkCheckButton *button, VouchPlanEditor *self)
{
  if (!self->is_filling && gtk_check_button_get_active (button))
    choose (self, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "rule")));
}

static GtkCheckButton *
add_rule_row (VouchPlanEditor *self, guint i, GtkCheckButton *group)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, NULL);
  GtkWidget *button = gtk_check_button_new ();
  g_autofree char *name = vouch_words_dup_rule_title (g_ptr_array_index (self->plan->rules, i));

  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), group);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), (int)i == self->rule);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (button, self->plan->rules->len > 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "rule", GINT_TO_POINTER ((int)i));
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->rules, row);
  g_ptr_array_add (self->rule_rows, row);
  return GTK_CHECK_BUTTON (button);
}

static void
clear_rows (AdwPreferencesGroup *group, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
}

/* A rule more or less: the rows are made anew. */
static void
fill_rules (VouchPlanEditor *self, int chosen)
{
  GtkCheckButton *group = NULL;

  self->is_filling = TRUE;
  self->rule = chosen;
  vouch_plan_content_number (self->plan);
  clear_rows (self->rules, self->rule_rows);
  for (guint i = 0; i < self->plan->rules->len; i++)
    {
      GtkCheckButton *button = add_rule_row (self, i, group);

      group = group != NULL ? group : button;
    }
  self->is_filling = FALSE;
  choose (self, chosen);
}

static VouchDefectScope
find_free_scope (const VouchPlanContent *plan)
{
  gboolean is_taken[VOUCH_DEFECT_SCOPE_MINOR + 1] = { FALSE };

  for (guint i = 0; i < plan->rules->len; i++)
    is_taken[((const VouchSamplingRule *)g_ptr_array_index (plan->rules, i))->scope] = TRUE;
  for (VouchDefectScope scope = VOUCH_DEFECT_SCOPE_CRITICAL; scope <= VOUCH_DEFECT_SCOPE_MINOR; scope++)
    if (!is_taken[scope])
      return scope;
  return VOUCH_DEFECT_SCOPE_ALL;
}

static void
add_cb (VouchPlanEditor *self)
{
  VouchSamplingRule *rule;

  if (self->plan == NULL)
    return;
  rule = vouch_sampling_rule_new ();
  rule->scope = find_free_scope (self->plan);
  rule->standard = g_strdup ("iso2859-1:1999");
  rule->type = g_strdup ("single");
  rule->level = g_strdup ("II");
  rule->aql = g_strdup ("1.0");
  g_ptr_array_add (self->plan->rules, rule);
  mark_edited (self);
  fill_rules (self, (int)self->plan->rules->len - 1);
}

static void
remove_cb (VouchPlanEditor *self)
{
  if (get_chosen (self) == NULL)
    return;
  vouch_rule_form_show (self->form, self->plan, NULL);
  g_ptr_array_remove_index (self->plan->rules, (guint)self->rule);
  mark_edited (self);
  fill_rules (self, MIN (self->rule, (int)self->plan->rules->len - 1));
}

static void
rule_changed_cb (VouchPlanEditor *self)
{
  note_edit (self);
}

static void
terms_changed_cb (VouchPlanEditor *self)
{
  if (self->plan == NULL)
    return;
  vouch_plan_terms_write (self->terms, self->plan->plan);
  note_edit (self);
}

static void
add_check_row (VouchPlanEditor *self, const VouchCharacteristic *check)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, NULL);
  const VouchDefectCode *defect = g_hash_table_lookup (self->file->defects, &check->defect_code_id);
  g_autofree char *limits = vouch_words_dup_limits (check);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), vouch_words_choose (check->name_en, check->name_zh));
  if (limits != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), limits);
  if (defect != NULL)
    {
      GtkWidget *class = gtk_label_new (vouch_words_of_defect_class (defect->class));

      gtk_widget_add_css_class (class, "row-subtitle");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), class);
    }
  adw_preferences_group_add (self->checks, row);
  g_ptr_array_add (self->check_rows, row);
}

static void
fill_checks (VouchPlanEditor *self)
{
  clear_rows (self->checks, self->check_rows);
  for (guint i = 0; i < self->plan->characteristics->len; i++)
    add_check_row (self, g_ptr_array_index (self->plan->characteristics, i));
}

static void
vouch_plan_editor_dispose (GObject *object)
{
  VouchPlanEditor *self = VOUCH_PLAN_EDITOR (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_PLAN_EDITOR);
  g_clear_pointer (&self->plan, vouch_plan_content_free);
  g_clear_pointer (&self->faults, g_ptr_array_unref);
  g_clear_pointer (&self->rule_rows, g_ptr_array_unref);
  g_clear_pointer (&self->check_rows, g_ptr_array_unref);
  G_OBJECT_CLASS (vouch_plan_editor_parent_class)->dispose (object);
}

static void
vouch_plan_editor_class_init (VouchPlanEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_plan_editor_dispose;
  signals[CHANGED] =
      g_signal_new ("changed", VOUCH_TYPE_PLAN_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-plan-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchPlanEditor, faults_label);
  gtk_widget_class_bind_template_child (widget_class, VouchPlanEditor, rules);
  gtk_widget_class_bind_template_child (widget_class, VouchPlanEditor, checks);
  gtk_widget_class_bind_template_child (widget_class, VouchPlanEditor, form);
  gtk_widget_class_bind_template_child (widget_class, VouchPlanEditor, remove);
  gtk_widget_class_bind_template_child (widget_class, VouchPlanEditor, add);
  gtk_widget_class_bind_template_child (widget_class, VouchPlanEditor, terms);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, rule_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, terms_changed_cb);
}

static void
vouch_plan_editor_init (VouchPlanEditor *self)
{
  self->rule = -1;
  self->rule_rows = g_ptr_array_new ();
  self->check_rows = g_ptr_array_new ();
  g_type_ensure (VOUCH_TYPE_COLUMN);
  g_type_ensure (VOUCH_TYPE_PLAN_TERMS);
  g_type_ensure (VOUCH_TYPE_RULE_FORM);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vouch_plan_editor_show:
 * @self: an editor
 * @file: a version of a plan, which outlives its being shown
 * @may_edit: whether it may be changed here
 */
void
vouch_plan_editor_show (VouchPlanEditor *self, const VouchPlanFile *file, gboolean may_edit)
{
  g_return_if_fail (VOUCH_IS_PLAN_EDITOR (self));

  self->file = file;
  self->may_edit = may_edit;
  self->is_edited = FALSE;
  vouch_rule_form_show (self->form, NULL, NULL);
  g_clear_pointer (&self->plan, vouch_plan_content_free);
  self->plan = file->plan != NULL ? vouch_plan_content_copy (file->plan) : vouch_plan_content_new ();
  self->plan->plan->product_id = file->product->id;
  gtk_widget_set_visible (self->add, may_edit);
  vouch_plan_terms_show (self->terms, self->plan->plan, file->gtins, may_edit);
  fill_checks (self);
  fill_rules (self, self->plan->rules->len > 0 ? 0 : -1);
}

/**
 * vouch_plan_editor_get_plan:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): the plan as it is now
 */
const VouchPlanContent *
vouch_plan_editor_get_plan (VouchPlanEditor *self)
{
  g_return_val_if_fail (VOUCH_IS_PLAN_EDITOR (self), NULL);

  return self->plan;
}

/**
 * vouch_plan_editor_get_rule:
 * @self: an editor
 *
 * Returns: which rule is chosen, or -1
 */
int
vouch_plan_editor_get_rule (VouchPlanEditor *self)
{
  g_return_val_if_fail (VOUCH_IS_PLAN_EDITOR (self), -1);

  return self->rule;
}

/**
 * vouch_plan_editor_is_edited:
 * @self: an editor
 *
 * Returns: whether the plan was changed since it was shown
 */
gboolean
vouch_plan_editor_is_edited (VouchPlanEditor *self)
{
  g_return_val_if_fail (VOUCH_IS_PLAN_EDITOR (self), FALSE);

  return self->is_edited;
}

/**
 * vouch_plan_editor_is_savable:
 * @self: an editor
 *
 * Returns: whether the plan was changed and has no fault
 */
gboolean
vouch_plan_editor_is_savable (VouchPlanEditor *self)
{
  g_return_val_if_fail (VOUCH_IS_PLAN_EDITOR (self), FALSE);

  return self->may_edit && self->is_edited && self->faults != NULL && self->faults->len == 0;
}

/**
 * vouch_plan_editor_dup_note:
 * @self: an editor
 *
 * Returns: (transfer full) (nullable): what the version is for
 */
char *
vouch_plan_editor_dup_note (VouchPlanEditor *self)
{
  g_return_val_if_fail (VOUCH_IS_PLAN_EDITOR (self), NULL);

  return vouch_plan_terms_dup_note (self->terms);
}

/**
 * vouch_plan_editor_find:
 * @self: an editor
 * @term: a term of sampling rules
 *
 * Returns: (transfer none) (nullable): what the chosen rule's term is entered with
 */
GtkWidget *
vouch_plan_editor_find (VouchPlanEditor *self, const char *term)
{
  g_return_val_if_fail (VOUCH_IS_PLAN_EDITOR (self), NULL);

  return vouch_rule_form_find (self->form, term);
}
