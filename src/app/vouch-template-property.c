#include "vouch-template-property.h"

#include <glib/gi18n-lib.h>

#include "vouch-accessible-name.h"
#include "vouch-label-words.h"
#include "vouch-words.h"

struct _VouchTemplateProperty
{
  const VouchLabelMember *member; /* nullable: then it is a property of the label itself */
  const VouchLabelHead *head;     /* nullable */
  GtkWidget *row;
  GtkWidget *control; /* a switch; else the row */
  VouchTemplatePropertyChanged changed;
  gpointer data;
  gboolean is_filling;
};

static void
tell (VouchTemplateProperty *self)
{
  if (!self->is_filling)
    self->changed (self, self->data);
}

static const char *
get_choice (VouchTemplateProperty *self, int index)
{
  return self->member != NULL ? self->member->get_choice (index) : vouch_label_head_get_choice (self->head, index);
}

static const char *
get_choice_words (VouchTemplateProperty *self, int index)
{
  if (self->member != NULL)
    return vouch_words_of_member_choice (self->member, index);
  return index == 0 ? _ ("Nothing of its own") : vouch_words_of_purpose ((VouchPrintPurpose)(index - 1));
}

static void
make_choice (VouchTemplateProperty *self)
{
  GtkStringList *words = gtk_string_list_new (NULL);

  for (int i = 0; get_choice (self, i) != NULL; i++)
    gtk_string_list_append (words, get_choice_words (self, i));
  self->control = self->row = adw_combo_row_new ();
  adw_combo_row_set_model (ADW_COMBO_ROW (self->row), G_LIST_MODEL (words));
  g_object_unref (words);
  g_signal_connect_swapped (self->row, "notify::selected", G_CALLBACK (tell), self);
}

static void
make_switch (VouchTemplateProperty *self)
{
  self->row = adw_action_row_new ();
  self->control = gtk_switch_new ();
  gtk_widget_set_valign (self->control, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->row), self->control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->row), self->control);
  g_signal_connect_swapped (self->control, "notify::active", G_CALLBACK (tell), self);
}

static void
make_entry (VouchTemplateProperty *self)
{
  self->control = self->row = adw_entry_row_new ();
  g_signal_connect_swapped (self->row, "changed", G_CALLBACK (tell), self);
}

static VouchTemplateProperty *
make (const VouchLabelMember *member, const VouchLabelHead *head, VouchTemplatePropertyChanged changed, gpointer data)
{
  VouchTemplateProperty *self = g_new0 (VouchTemplateProperty, 1);
  const char *title = member != NULL ? member->title : head->title;

  self->member = member;
  self->head = head;
  self->changed = changed;
  self->data = data;
  if (member != NULL ? member->kind == VOUCH_MEMBER_CHOICE : head->is_choice)
    make_choice (self);
  else if (member != NULL && member->kind == VOUCH_MEMBER_FLAG)
    make_switch (self);
  else
    make_entry (self);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), _ (title));
  vouch_accessible_name_set (self->control, _ (title));
  vouch_accessible_name_parts (self->row);
  g_object_ref_sink (self->row);
  return self;
}

/**
 * vouch_template_property_new_member:
 * @member: a member of an object
 * @changed: called when a person changed it
 * @data: for @changed
 *
 * Returns: (transfer full): the property, with an empty row
 */
VouchTemplateProperty *
vouch_template_property_new_member (const VouchLabelMember *member, VouchTemplatePropertyChanged changed, gpointer data)
{
  return make (member, NULL, changed, data);
}

/**
 * vouch_template_property_new_head:
 * @head: a property of the label itself
 * @changed: called when a person changed it
 * @data: for @changed
 *
 * Returns: (transfer full): the property, with an empty row
 */
VouchTemplateProperty *
vouch_template_property_new_head (const VouchLabelHead *head, VouchTemplatePropertyChanged changed, gpointer data)
{
  return make (NULL, head, changed, data);
}

/**
 * vouch_template_property_free:
 * @self: a property; nothing is told of its row any more
 */
void
vouch_template_property_free (VouchTemplateProperty *self)
{
  g_signal_handlers_disconnect_by_data (self->control, self);
  g_object_unref (self->row);
  g_free (self);
}

/**
 * vouch_template_property_get_row:
 * @self: a property
 *
 * Returns: (transfer none): where it is changed
 */
GtkWidget *
vouch_template_property_get_row (VouchTemplateProperty *self)
{
  return self->row;
}

/**
 * vouch_template_property_get_name:
 * @self: a property
 *
 * Returns: (transfer none): as a fault names it
 */
const char *
vouch_template_property_get_name (VouchTemplateProperty *self)
{
  return self->member != NULL ? self->member->name : self->head->name;
}

static void
select_choice (VouchTemplateProperty *self, const char *value)
{
  for (int i = 0; get_choice (self, i) != NULL; i++)
    if (g_str_equal (get_choice (self, i), value))
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->row), (guint)i);
}

/**
 * vouch_template_property_show:
 * @self: a property of the object that is chosen in @draft, or of the label itself
 * @draft: a draft
 *
 * Its row says what the draft says.
 */
void
vouch_template_property_show (VouchTemplateProperty *self, VouchLabelDraft *draft)
{
  g_autofree char *value =
      self->member != NULL
          ? vouch_label_member_dup_value (self->member,
                                          vouch_label_draft_get_object (draft, vouch_label_draft_get_chosen (draft)))
          : vouch_label_draft_dup_head (draft, self->head);

  self->is_filling = TRUE;
  if (ADW_IS_COMBO_ROW (self->row))
    select_choice (self, value);
  else if (GTK_IS_SWITCH (self->control))
    gtk_switch_set_active (GTK_SWITCH (self->control), g_str_equal (value, "true"));
  else if (!g_str_equal (value, gtk_editable_get_text (GTK_EDITABLE (self->row))))
    gtk_editable_set_text (GTK_EDITABLE (self->row), value);
  self->is_filling = FALSE;
}

/**
 * vouch_template_property_blame:
 * @self: a property
 * @is_faulty: whether what it says breaks a rule
 *
 * Its row says so in its looks; what is wrong says who shows it.
 */
void
vouch_template_property_blame (VouchTemplateProperty *self, gboolean is_faulty)
{
  if (is_faulty)
    gtk_widget_add_css_class (self->row, "error");
  else
    gtk_widget_remove_css_class (self->row, "error");
}

static char *
dup_row_value (VouchTemplateProperty *self)
{
  if (ADW_IS_COMBO_ROW (self->row))
    return g_strdup (get_choice (self, (int)adw_combo_row_get_selected (ADW_COMBO_ROW (self->row))));
  if (GTK_IS_SWITCH (self->control))
    return g_strdup (gtk_switch_get_active (GTK_SWITCH (self->control)) ? "true" : "false");
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->row)));
}

/**
 * vouch_template_property_store:
 * @self: a property of the object that is chosen in @draft, or of the label itself
 * @draft: a draft
 * @error: INVALID if what the row says is none of its values
 *
 * Returns: whether the draft says what the row says
 */
gboolean
vouch_template_property_store (VouchTemplateProperty *self, VouchLabelDraft *draft, GError **error)
{
  g_autofree char *value = dup_row_value (self);

  return self->member != NULL ? vouch_label_draft_set_member (draft, self->member, value, error)
                              : vouch_label_draft_set_head (draft, self->head, value, error);
}
