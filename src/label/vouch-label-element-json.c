#include "vouch-label-element-json-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-label-member-private.h"

/* What an element is follows from the one member that says so. */
static gboolean
find_kind (const VouchLabelNode *node, VouchElementKind *kind, GError **error)
{
  int n_kinds = 0;

  for (guint i = 0; i < node->children->len; i++)
    {
      const VouchLabelNode *child = g_ptr_array_index (node->children, i);
      const VouchLabelMember *member = vouch_label_member_find (child->name);

      if (member == NULL)
        return vouch_label_node_fail (child, error, _ ("“%s” is unknown: take it away or correct its name"),
                                      child->name);
      if (member->decides < 0)
        continue;
      *kind = (VouchElementKind)member->decides;
      n_kinds++;
    }
  return n_kinds == 1 || vouch_label_node_fail (node, error,
                                                _ ("an element is exactly one of text, code, mark, box, line and "
                                                   "image: say which"));
}

static gboolean
read_members (const VouchLabelNode *node, VouchLabelElement *self, GError **error)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      const VouchLabelNode *child = g_ptr_array_index (node->children, i);
      const VouchLabelMember *member = vouch_label_member_find (child->name);

      if (!vouch_label_member_belongs (member, self->kind))
        return vouch_label_node_fail (child, error, _ ("“%s” does not belong to “%s”: take it away"), child->name,
                                      vouch_label_element_kind_get_name (self->kind));
      if (!vouch_label_member_read (member, child, self, error))
        return FALSE;
    }
  return TRUE;
}

/*
 * vouch_label_element_read_json:
 * @node: one entry of a template's "elements"
 * @error: INVALID, with the line, if it has a member that is unknown or of the wrong kind, or is not exactly one thing
 *
 * Returns: (transfer full): the element, or %NULL
 */
VouchLabelElement *
vouch_label_element_read_json (const VouchLabelNode *node, GError **error)
{
  g_autoptr (VouchLabelElement) self = vouch_label_element_new (VOUCH_ELEMENT_TEXT, NULL, NULL);

  if (node->kind != VOUCH_NODE_OBJECT)
    {
      vouch_label_node_fail (node, error, _ ("an element is written in { }"));
      return NULL;
    }
  self->line = node->line;
  self->column = node->column;
  if (!find_kind (node, &self->kind, error) || !read_members (node, self, error))
    return NULL;
  if (vouch_label_node_find (node, "min") == NULL)
    self->style.min_um = MIN (self->style.size_um, VOUCH_LABEL_TEXT_MIN_UM);
  return g_steal_pointer (&self);
}

/* Writes a text as JSON. */
void
vouch_label_write_text (GString *json, const char *text)
{
  g_string_append_c (json, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"' || *text == '\\')
        g_string_append_c (json, '\\');
      if ((guchar)*text >= 0x20)
        g_string_append_c (json, *text);
      else
        g_string_append_printf (json, "\\u%04x", (guint)*text);
    }
  g_string_append_c (json, '"');
}

static void
write_member (const VouchLabelMember *member, const VouchLabelElement *self, GString *json)
{
  g_autofree char *value = vouch_label_member_dup_value (member, self);
  gboolean is_text = member->kind == VOUCH_MEMBER_TEXT || member->kind == VOUCH_MEMBER_CHOICE;

  g_string_append_printf (json, "%s\"%s\": ", json->str[json->len - 1] == '{' ? " " : ", ", member->name);
  if (is_text)
    vouch_label_write_text (json, value);
  else if (member->kind == VOUCH_MEMBER_PLACE)
    g_string_append_printf (json, "[%s]", value);
  else
    g_string_append (json, value);
}

/*
 * vouch_label_element_write_json:
 * @self: an element
 * @json: (inout): where to write it, on one line
 */
void
vouch_label_element_write_json (const VouchLabelElement *self, GString *json)
{
  gsize n_members;
  const VouchLabelMember *members = vouch_label_member_list (&n_members);

  g_string_append_c (json, '{');
  for (gsize i = 0; i < n_members; i++)
    if (vouch_label_member_belongs (&members[i], self->kind) && !vouch_label_member_is_default (&members[i], self))
      write_member (&members[i], self, json);
  g_string_append (json, " }");
}
