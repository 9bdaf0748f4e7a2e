#include "vouch-policy-row.h"

#include <glib/gi18n-lib.h>

#include "vouch-accessible-name.h"
#include "vouch-moment.h"

struct _VouchPolicyRow
{
  AdwActionRow parent_instance;
  const VouchPolicyRule *rule;
  GtkWidget *control; /* a drop-down or an entry */
  GtkWidget *value;   /* the same for who only reads */
  GtkWidget *reset;
  GtkWidget *message;
  char *shown; /* nullable: the value that counts */
  gboolean is_filling;
};

enum
{
  SET,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchPolicyRow, vouch_policy_row, ADW_TYPE_ACTION_ROW)

static void
ask_for (VouchPolicyRow *self, const char *value)
{
  gtk_widget_set_visible (self->message, FALSE);
  g_signal_emit (self, signals[SET], 0, value);
}

static void
reset_cb (VouchPolicyRow *self)
{
  ask_for (self, NULL);
}

static void
selected_cb (VouchPolicyRow *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->control));

  if (!self->is_filling && selected != GTK_INVALID_LIST_POSITION)
    ask_for (self, self->rule->choices[selected].value);
}

/* An empty field is the default: a rule has a value or it has none. */
static void
entered_cb (VouchPolicyRow *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->control))));

  if (g_strcmp0 (text, self->shown != NULL ? self->shown : "") != 0)
    ask_for (self, *text != '\0' ? text : NULL);
}

static GtkWidget *
make_drop_down (VouchPolicyRow *self)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  GtkWidget *control;

  for (const VouchPolicyChoice *choice = self->rule->choices; choice->value != NULL; choice++)
    g_ptr_array_add (labels, (gpointer)_ (choice->label));
  g_ptr_array_add (labels, NULL);
  control = gtk_drop_down_new_from_strings ((const char *const *)labels->pdata);
  g_signal_connect_object (control, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  return control;
}

static GtkWidget *
make_entry (VouchPolicyRow *self)
{
  g_autofree char *range = vouch_policy_rule_dup_range (self->rule);
  GtkWidget *control = gtk_entry_new ();

  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (control), GTK_ENTRY_ICON_SECONDARY, "emblem-ok-symbolic");
  gtk_entry_set_icon_tooltip_text (GTK_ENTRY (control), GTK_ENTRY_ICON_SECONDARY, _ ("Set; Return does the same"));
  gtk_entry_set_placeholder_text (GTK_ENTRY (control), range);
  gtk_editable_set_width_chars (GTK_EDITABLE (control), self->rule->kind == VOUCH_POLICY_KIND_NUMBER ? 8 : 22);
  g_signal_connect_object (control, "activate", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (control, "icon-press", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  return control;
}

static void
vouch_policy_row_finalize (GObject *object)
{
  g_free (VOUCH_POLICY_ROW (object)->shown);
  G_OBJECT_CLASS (vouch_policy_row_parent_class)->finalize (object);
}

static void
vouch_policy_row_class_init (VouchPolicyRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vouch_policy_row_finalize;
  signals[SET] = g_signal_new ("set", VOUCH_TYPE_POLICY_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                               G_TYPE_STRING);
}

static void
vouch_policy_row_init (VouchPolicyRow *self)
{
  self->message = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->message), 30);
  gtk_widget_add_css_class (self->message, "attention");
  gtk_widget_set_visible (self->message, FALSE);
  self->value = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->value), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (self->value), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->value), 24);
  gtk_label_set_justify (GTK_LABEL (self->value), GTK_JUSTIFY_RIGHT);
  gtk_widget_add_css_class (self->value, "row-title");
  self->reset = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  gtk_widget_set_tooltip_text (self->reset, _ ("Back to the default"));
  vouch_accessible_name_set (self->reset, _ ("Back to the default"));
  gtk_widget_set_valign (self->reset, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->reset, "flat");
  g_signal_connect_object (self->reset, "clicked", G_CALLBACK (reset_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 0);
}

/**
 * vouch_policy_row_new:
 * @name: a policy's name
 *
 * Returns: (transfer floating): its row, without a value yet
 */
GtkWidget *
vouch_policy_row_new (const char *name)
{
  VouchPolicyRow *self = g_object_new (VOUCH_TYPE_POLICY_ROW, "use-markup", FALSE, NULL);
  const char *title;

  self->rule = vouch_policy_table_find (name);
  title = vouch_policy_rule_get_title (self->rule);
  self->control = self->rule->choices != NULL ? make_drop_down (self) : make_entry (self);
  gtk_widget_set_valign (self->control, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->control), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  vouch_policy_rule_get_meaning (self->rule), -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->message);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->value);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->reset);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), self->control);
  vouch_accessible_name_set (self->control, title);
  return GTK_WIDGET (self);
}

/**
 * vouch_policy_row_get_name:
 * @self: a row
 *
 * Returns: (transfer none): the policy's name
 */
const char *
vouch_policy_row_get_name (VouchPolicyRow *self)
{
  g_return_val_if_fail (VOUCH_IS_POLICY_ROW (self), NULL);

  return self->rule->name;
}

/**
 * vouch_policy_row_get_control:
 * @self: a row
 *
 * Returns: (transfer none): the widget that changes the policy
 */
GtkWidget *
vouch_policy_row_get_control (VouchPolicyRow *self)
{
  g_return_val_if_fail (VOUCH_IS_POLICY_ROW (self), NULL);

  return self->control;
}

/* The meaning; what the rule rests on, if that is more than the house's own will; and who changed it. */
static char *
dup_subtitle (VouchPolicyRow *self, const VouchPolicyView *view)
{
  GString *text = g_string_new (view->meaning);

  if (view->set_by != NULL)
    g_string_append_printf (text, "\n%s", view->set_by);
  else if (self->rule->source != NULL)
    g_string_append_printf (text, "\n%s", view->source);
  if (view->changed_by != NULL)
    {
      g_autofree char *at = vouch_moment_dup (view->changed_at);

      g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("Changed by %s, %s"), view->changed_by, at);
    }
  return g_string_free (text, FALSE);
}

/* What somebody is typing is left alone. */
static void
fill_control (VouchPolicyRow *self)
{
  gint64 choice = 0;

  self->is_filling = TRUE;
  if (GTK_IS_DROP_DOWN (self->control))
    {
      if (self->shown != NULL && vouch_policy_rule_parse (self->rule, self->shown, &choice))
        gtk_drop_down_set_selected (GTK_DROP_DOWN (self->control), (guint)choice);
    }
  else if ((gtk_widget_get_state_flags (self->control) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
    gtk_editable_set_text (GTK_EDITABLE (self->control), self->shown != NULL ? self->shown : "");
  self->is_filling = FALSE;
}

/**
 * vouch_policy_row_set_view:
 * @self: a row
 * @view: the policy as it stands
 * @may_change: whether whoever is signed in may change it
 */
void
vouch_policy_row_set_view (VouchPolicyRow *self, const VouchPolicyView *view, gboolean may_change)
{
  g_autofree char *subtitle = NULL;
  g_autofree char *shown = NULL;

  g_return_if_fail (VOUCH_IS_POLICY_ROW (self));
  g_return_if_fail (view != NULL);

  may_change = may_change && view->set_by == NULL;
  g_free (self->shown);
  self->shown = g_strdup (view->value);
  subtitle = dup_subtitle (self, view);
  shown = vouch_policy_rule_dup_shown (self->rule, view->value);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  gtk_label_set_label (GTK_LABEL (self->value), *shown != '\0' ? shown : _ ("not set"));
  gtk_widget_set_visible (self->value, !may_change);
  gtk_widget_set_visible (self->control, may_change);
  gtk_widget_set_visible (self->reset, may_change && view->is_set && view->kind != VOUCH_POLICY_KIND_HOST);
  fill_control (self);
}

/**
 * vouch_policy_row_refuse:
 * @self: a row
 * @message: why the value that was asked for is not set
 */
void
vouch_policy_row_refuse (VouchPolicyRow *self, const char *message)
{
  g_return_if_fail (VOUCH_IS_POLICY_ROW (self));

  gtk_label_set_label (GTK_LABEL (self->message), message);
  gtk_widget_set_visible (self->message, TRUE);
  fill_control (self);
}
