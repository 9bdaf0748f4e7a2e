#include "vouch-template-members.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-column.h"
#include "vouch-error.h"
#include "vouch-label-words.h"
#include "vouch-template-property.h"

/* Of the label itself, beside the kinds of objects. */
#define KIND_HEAD (-1)
#define KIND_NONE (-2)

struct _VouchTemplateMembers
{
  AdwBin parent_instance;
  AdwPreferencesGroup *group;
  GPtrArray *properties;  /* VouchTemplateProperty */
  VouchLabelDraft *draft; /* nullable */
  int shown;              /* the object whose properties these are */
  int kind;               /* and what it is */
  gboolean is_new;
  gboolean is_storing;
};

G_DEFINE_FINAL_TYPE (VouchTemplateMembers, vouch_template_members, ADW_TYPE_BIN)

static int
get_kind (VouchTemplateMembers *self)
{
  const VouchLabelElement *element =
      vouch_label_draft_get_object (self->draft, vouch_label_draft_get_chosen (self->draft));

  return element != NULL ? (int)element->kind : KIND_HEAD;
}

/* A group's description is markup. */
static void
blame (VouchTemplateMembers *self, const char *name, const char *fault)
{
  g_autofree char *escaped = fault != NULL ? g_markup_escape_text (fault, -1) : NULL;

  adw_preferences_group_set_description (self->group, escaped);
  for (guint i = 0; i < self->properties->len; i++)
    {
      VouchTemplateProperty *property = g_ptr_array_index (self->properties, i);

      vouch_template_property_blame (property,
                                     name != NULL && g_str_equal (vouch_template_property_get_name (property), name));
    }
}

static void
show_fault (VouchTemplateMembers *self)
{
  g_autofree char *name = NULL;
  g_autofree char *fault = vouch_label_draft_dup_fault (self->draft, vouch_label_draft_get_chosen (self->draft), &name);

  blame (self, name, fault);
}

static void
property_cb (VouchTemplateProperty *property, gpointer data)
{
  VouchTemplateMembers *self = data;
  g_autoptr (GError) error = NULL;

  /* What is being written is not put in order meanwhile. */
  self->is_storing = TRUE;
  if (vouch_template_property_store (property, self->draft, &error))
    show_fault (self);
  else
    blame (self, vouch_error_get_field (error), error->message);
  self->is_storing = FALSE;
}

static void
clear (VouchTemplateMembers *self)
{
  for (guint i = 0; i < self->properties->len; i++)
    adw_preferences_group_remove (self->group,
                                  vouch_template_property_get_row (g_ptr_array_index (self->properties, i)));
  g_ptr_array_set_size (self->properties, 0);
}

static void
add (VouchTemplateMembers *self, VouchTemplateProperty *property)
{
  g_ptr_array_add (self->properties, property);
  adw_preferences_group_add (self->group, vouch_template_property_get_row (property));
}

static void
add_heads (VouchTemplateMembers *self)
{
  gsize n_heads;
  const VouchLabelHead *heads = vouch_label_head_list (&n_heads);

  /* A template that is there keeps its name: print jobs and rules have it. */
  for (gsize i = 0; i < n_heads; i++)
    if (self->is_new || strcmp (heads[i].name, "name") != 0)
      add (self, vouch_template_property_new_head (&heads[i], property_cb, self));
}

/* The dots of a picture are nothing that people write. */
static gboolean
is_written (const VouchLabelMember *member)
{
  return member->decides != VOUCH_ELEMENT_IMAGE && strcmp (member->name, "columns") != 0;
}

static void
add_members (VouchTemplateMembers *self, VouchElementKind kind)
{
  gsize n_members;
  const VouchLabelMember *members = vouch_label_member_list (&n_members);

  for (gsize i = 0; i < n_members; i++)
    if (vouch_label_member_belongs (&members[i], kind) && is_written (&members[i]))
      add (self, vouch_template_property_new_member (&members[i], property_cb, self));
}

static void
show_title (VouchTemplateMembers *self)
{
  const char *title = self->kind == KIND_HEAD ? _ ("The label itself") : vouch_words_of_element (self->kind);
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  adw_preferences_group_set_title (self->group, escaped);
}

static void
refresh (VouchTemplateMembers *self)
{
  int chosen = vouch_label_draft_get_chosen (self->draft), kind = get_kind (self);

  if (self->is_storing)
    return;
  if (chosen != self->shown || kind != self->kind)
    {
      self->shown = chosen;
      self->kind = kind;
      clear (self);
      if (kind == KIND_HEAD)
        add_heads (self);
      else
        add_members (self, (VouchElementKind)kind);
      show_title (self);
    }
  for (guint i = 0; i < self->properties->len; i++)
    vouch_template_property_show (g_ptr_array_index (self->properties, i), self->draft);
  show_fault (self);
}

static void
vouch_template_members_dispose (GObject *object)
{
  VouchTemplateMembers *self = VOUCH_TEMPLATE_MEMBERS (object);

  g_clear_pointer (&self->properties, g_ptr_array_unref);
  g_clear_object (&self->draft);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_TEMPLATE_MEMBERS);
  G_OBJECT_CLASS (vouch_template_members_parent_class)->dispose (object);
}

static void
vouch_template_members_class_init (VouchTemplateMembersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_template_members_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-template-members.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchTemplateMembers, group);
}

static void
vouch_template_members_init (VouchTemplateMembers *self)
{
  self->properties = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_template_property_free);
  self->kind = KIND_NONE;
  g_type_ensure (VOUCH_TYPE_COLUMN);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vouch_template_members_show:
 * @self: a list of properties
 * @draft: whose
 * @is_new: whether the template has no name yet
 *
 * From now on the properties are those of what is chosen in the draft. To be called once.
 */
void
vouch_template_members_show (VouchTemplateMembers *self, VouchLabelDraft *draft, gboolean is_new)
{
  g_return_if_fail (VOUCH_IS_TEMPLATE_MEMBERS (self));
  g_return_if_fail (self->draft == NULL);

  self->draft = g_object_ref (draft);
  self->is_new = is_new;
  g_signal_connect_object (draft, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}
