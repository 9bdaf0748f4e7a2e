#include "vouch-rule-term.h"

#include <glib/gi18n-lib.h>

#include "vouch-accessible-name.h"
#include "vouch-quantity.h"
#include "vouch-rule-terms.h"
#include "vouch-rule-words.h"
#include "vouch-sampling-aql.h"
#include "vouch-sampling-letter.h"
#include "vouch-sampling-standard.h"
#include "vouch-sampling-type.h"
#include "vouch-words.h"

/* What a number that cannot be read is to a rule: wrong. */
#define UNREADABLE (-1)

typedef struct
{
  const char *name;
  const char *title; /* msgid */
  gint64 divisor;    /* millionths of what is typed in one of the rule's; 0: a choice or a flag */
} Description;

/* In the order of the form. */
static const Description descriptions[] = {
  { "scope", N_ ("For"), 0 },
  { "method", N_ ("Method"), 0 },
  { "characteristic", N_ ("Measured"), 0 },
  { "standard", N_ ("Standard"), 0 },
  { "type", N_ ("Samples"), 0 },
  { "level", N_ ("Inspection level"), 0 },
  { "aql", N_ ("AQL"), 0 },
  { "counts_nonconformities", N_ ("Count nonconformities, several a unit"), 0 },
  { "limit_number", N_ ("Limit number; empty for none"), 1000000 },
  { "n", N_ ("n, units of every lot"), 1000000 },
  { "share", N_ ("Share of the lot, %"), 10000 },
  /* xgettext:no-c-format */
  { "rql", N_ ("Quality to be found, % nonconforming"), 100 },
  { "risk", N_ ("Risk of accepting it, %"), 100 },
  { "ac", N_ ("Ac, accepted with at most"), 1000000 },
  { "variables_method", N_ ("Standard deviation"), 0 },
  { "sigma", N_ ("Sigma, in the unit measured"), 1 },
  { "qualify", N_ ("Accepted lots before any is skipped"), 1000000 },
  { "every", N_ ("Then 1 lot inspected in"), 1000000 },
  { "requalify", N_ ("Accepted lots after one that was not"), 1000000 },
};

const char *const vouch_rule_term_names[] = { "scope",
                                              "method",
                                              "characteristic",
                                              "standard",
                                              "type",
                                              "level",
                                              "aql",
                                              "counts_nonconformities",
                                              "limit_number",
                                              "n",
                                              "share",
                                              "rql",
                                              "risk",
                                              "ac",
                                              "variables_method",
                                              "sigma",
                                              "qualify",
                                              "every",
                                              "requalify",
                                              NULL };

struct _VouchRuleTerm
{
  AdwActionRow parent_instance;
  const Description *description;
  const VouchField *field;
  GtkWidget *control;
  gboolean is_filling;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchRuleTerm, vouch_rule_term, ADW_TYPE_ACTION_ROW)

static void
changed_cb (VouchRuleTerm *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
is_named (VouchRuleTerm *self, const char *name)
{
  return g_str_equal (self->description->name, name);
}

static void
add_standards (GPtrArray *labels)
{
  for (guint i = 0; i < VOUCH_N_SAMPLING_STANDARDS; i++)
    g_ptr_array_add (labels, g_strdup (vouch_sampling_standard_get_title (i)));
}

static void
add_types (GPtrArray *labels)
{
  for (guint i = 0; i < VOUCH_N_SAMPLING_TYPES; i++)
    g_ptr_array_add (labels, g_strdup (vouch_sampling_type_get_label (i)));
}

static void
add_texts (GPtrArray *labels, const char *const *texts)
{
  for (guint i = 0; texts[i] != NULL; i++)
    g_ptr_array_add (labels, g_strdup (texts[i]));
}

static void
add_methods (GPtrArray *labels)
{
  for (guint i = 0; i <= VOUCH_SAMPLING_METHOD_SKIP_LOT; i++)
    g_ptr_array_add (labels, g_strdup (vouch_words_of_method (i)));
}

static void
add_checks (GPtrArray *labels, const VouchPlanContent *plan)
{
  for (guint i = 0; plan != NULL && i < plan->characteristics->len; i++)
    {
      const VouchCharacteristic *check = g_ptr_array_index (plan->characteristics, i);

      g_ptr_array_add (labels, g_strdup (vouch_words_choose (check->name_en, check->name_zh)));
    }
}

/* The choices, in the order of the enumeration or the list that they are from. */
static GtkStringList *
make_choices (VouchRuleTerm *self, const VouchPlanContent *plan)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  if (is_named (self, "scope"))
    for (guint i = 0; i <= VOUCH_DEFECT_SCOPE_MINOR; i++)
      g_ptr_array_add (labels, g_strdup (vouch_words_of_scope (i)));
  else if (is_named (self, "method"))
    add_methods (labels);
  else if (is_named (self, "standard"))
    add_standards (labels);
  else if (is_named (self, "type"))
    add_types (labels);
  else if (is_named (self, "level"))
    add_texts (labels, vouch_sampling_get_levels ());
  else if (is_named (self, "aql"))
    add_texts (labels, vouch_sampling_get_aqls ());
  else if (is_named (self, "characteristic"))
    add_checks (labels, plan);
  else
    add_texts (labels, (const char *const[]){ _ ("estimated from the sample (s)"), _ ("known (sigma)"), NULL });
  g_ptr_array_add (labels, NULL);
  return gtk_string_list_new ((const char *const *)labels->pdata);
}

static int
find_text (const char *const *texts, const char *text)
{
  for (int i = 0; texts[i] != NULL; i++)
    if (g_strcmp0 (texts[i], text) == 0)
      return i;
  return -1;
}

/* Which choice a text of the rule is, or -1. */
static int
find_choice (VouchRuleTerm *self, const char *text)
{
  VouchSamplingStandard standard;
  VouchSamplingType type;
  guint index;

  if (is_named (self, "standard"))
    return vouch_sampling_standard_parse (text, &standard, NULL) ? (int)standard : -1;
  if (is_named (self, "type"))
    return vouch_sampling_type_parse (text, &type, NULL) ? (int)type : -1;
  if (is_named (self, "aql"))
    return vouch_sampling_find_aql (text, &index, NULL) ? (int)index : -1;
  if (is_named (self, "level"))
    return find_text (vouch_sampling_get_levels (), text);
  return find_text ((const char *const[]){ "s", "sigma", NULL }, text);
}

static const char *
get_choice (VouchRuleTerm *self, guint selected)
{
  if (is_named (self, "standard"))
    return vouch_sampling_standard_get_id (selected);
  if (is_named (self, "type"))
    return vouch_sampling_type_get_id (selected);
  if (is_named (self, "aql"))
    return vouch_sampling_get_aqls ()[selected];
  if (is_named (self, "level"))
    return vouch_sampling_get_levels ()[selected];
  return selected == 0 ? "s" : "sigma";
}

static void
show_choice (VouchRuleTerm *self, const VouchPlanContent *plan, const VouchSamplingRule *rule)
{
  GtkDropDown *drop_down = GTK_DROP_DOWN (self->control);
  int selected;

  if (is_named (self, "characteristic"))
    {
      g_autoptr (GtkStringList) checks = make_choices (self, plan);

      gtk_drop_down_set_model (drop_down, G_LIST_MODEL (checks));
      selected = (int)rule->characteristic - 1;
    }
  else if (self->field->kind == VOUCH_FIELD_ENUM)
    selected = (int)vouch_record_get_number (self->field, rule);
  else
    selected = find_choice (self, VOUCH_RECORD_TEXT (self->field, rule));
  gtk_drop_down_set_selected (drop_down, selected >= 0 ? (guint)selected : GTK_INVALID_LIST_POSITION);
}

static void
read_choice (VouchRuleTerm *self, VouchSamplingRule *rule)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->control));
  gboolean is_chosen = selected != GTK_INVALID_LIST_POSITION;

  if (is_named (self, "characteristic"))
    rule->characteristic = is_chosen ? selected + 1 : 0;
  else if (self->field->kind == VOUCH_FIELD_ENUM)
    vouch_record_set_number (self->field, rule, is_chosen ? selected : 0);
  else
    {
      g_free (VOUCH_RECORD_TEXT (self->field, rule));
      VOUCH_RECORD_TEXT (self->field, rule) = is_chosen ? g_strdup (get_choice (self, selected)) : NULL;
    }
}

static void
show_number (VouchRuleTerm *self, const VouchSamplingRule *rule)
{
  gint64 number = vouch_record_get_number (self->field, rule);
  gboolean is_none = number < 0 || (is_named (self, "limit_number") && !rule->has_limit_number);
  g_autofree char *text = is_none ? g_strdup ("") : vouch_quantity_to_string (number * self->description->divisor);

  gtk_editable_set_text (GTK_EDITABLE (self->control), text);
}

static void
read_number (VouchRuleTerm *self, VouchSamplingRule *rule)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->control))));
  gint64 number, divisor = self->description->divisor;

  if (is_named (self, "limit_number"))
    rule->has_limit_number = *text != '\0';
  if (*text == '\0')
    number = 0;
  else if (!vouch_quantity_parse (text, &number, NULL) || number % divisor != 0)
    number = UNREADABLE * divisor;
  vouch_record_set_number (self->field, rule, number / divisor);
}

static GtkWidget *
make_control (VouchRuleTerm *self)
{
  GtkWidget *control;

  if (self->description->divisor != 0)
    {
      control = gtk_entry_new ();
      gtk_editable_set_width_chars (GTK_EDITABLE (control), 8);
      gtk_editable_set_max_width_chars (GTK_EDITABLE (control), 8);
      gtk_entry_set_input_purpose (GTK_ENTRY (control), GTK_INPUT_PURPOSE_NUMBER);
      g_signal_connect_object (control, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    }
  else if (self->field->kind == VOUCH_FIELD_FLAG)
    {
      control = gtk_switch_new ();
      g_signal_connect_object (control, "notify::active", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    }
  else
    {
      control = gtk_drop_down_new (G_LIST_MODEL (make_choices (self, NULL)), NULL);
      g_signal_connect_object (control, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    }
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  return control;
}

static void
vouch_rule_term_class_init (VouchRuleTermClass *klass)
{
  signals[CHANGED] =
      g_signal_new ("changed", VOUCH_TYPE_RULE_TERM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vouch_rule_term_init (VouchRuleTerm *self)
{
}

/**
 * vouch_rule_term_new:
 * @name: a field of #VouchSamplingRule, one of vouch_rule_term_names
 *
 * Returns: (transfer floating): a line for it
 */
GtkWidget *
vouch_rule_term_new (const char *name)
{
  VouchRuleTerm *self = g_object_new (VOUCH_TYPE_RULE_TERM, "use-markup", FALSE, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (descriptions); i++)
    if (g_str_equal (descriptions[i].name, name))
      self->description = &descriptions[i];
  g_return_val_if_fail (self->description != NULL, GTK_WIDGET (self));

  self->field = vouch_record_find_field (&vouch_sampling_rule_type, name);
  self->control = make_control (self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ (self->description->title));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), self->control);
  vouch_accessible_name_set (self->control, _ (self->description->title));
  return GTK_WIDGET (self);
}

const char *
vouch_rule_term_get_name (VouchRuleTerm *self)
{
  return self->description->name;
}

GtkWidget *
vouch_rule_term_get_control (VouchRuleTerm *self)
{
  return self->control;
}

/* Of the standards only MIL-STD-105E has limit numbers; one that is there although it should not be is shown. */
static gboolean
is_wanted (VouchRuleTerm *self, const VouchSamplingRule *rule)
{
  const char *limited = vouch_sampling_standard_get_id (VOUCH_SAMPLING_STANDARD_MIL_STD_105E);

  if (is_named (self, "scope") || is_named (self, "method"))
    return TRUE;
  if (is_named (self, "limit_number") && !rule->has_limit_number && g_strcmp0 (rule->standard, limited) != 0)
    return FALSE;
  return vouch_rule_terms_has (rule->method, self->description->name);
}

/**
 * vouch_rule_term_show:
 * @self: a line
 * @plan: the plan
 * @rule: a rule of it
 *
 * Shows the rule's term, or nothing where its method has no such term. No signal is given.
 */
void
vouch_rule_term_show (VouchRuleTerm *self, const VouchPlanContent *plan, const VouchSamplingRule *rule)
{
  self->is_filling = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self), is_wanted (self, rule));
  if (self->description->divisor != 0)
    show_number (self, rule);
  else if (self->field->kind == VOUCH_FIELD_FLAG)
    gtk_switch_set_active (GTK_SWITCH (self->control), vouch_record_get_number (self->field, rule) != 0);
  else
    show_choice (self, plan, rule);
  self->is_filling = FALSE;
}

/**
 * vouch_rule_term_read:
 * @self: a line
 * @rule: (inout): where its term goes
 */
void
vouch_rule_term_read (VouchRuleTerm *self, VouchSamplingRule *rule)
{
  if (self->description->divisor != 0)
    read_number (self, rule);
  else if (self->field->kind == VOUCH_FIELD_FLAG)
    vouch_record_set_number (self->field, rule, gtk_switch_get_active (GTK_SWITCH (self->control)));
  else
    read_choice (self, rule);
}

/**
 * vouch_rule_term_blame:
 * @self: a line
 * @message: (nullable): what is wrong with it
 */
void
vouch_rule_term_blame (VouchRuleTerm *self, const char *message)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), message != NULL ? message : "");
  if (message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "faulty");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "faulty");
}
