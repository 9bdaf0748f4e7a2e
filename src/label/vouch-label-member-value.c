/* Members as the text that people see and type. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-label-member-private.h"

/**
 * vouch_label_um_to_string:
 * @um: a length, micrometres
 *
 * Returns: (transfer full): millimetres as templates write them, "0.25"
 */
char *
vouch_label_um_to_string (int um)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%d.%03d", um / 1000, um % 1000);
  while (text->str[text->len - 1] == '0')
    g_string_truncate (text, text->len - 1);
  if (text->str[text->len - 1] == '.')
    g_string_truncate (text, text->len - 1);
  return g_string_free (text, FALSE);
}

static char *
place_to_string (const VouchRect *um)
{
  g_autofree char *x = vouch_label_um_to_string (um->x);
  g_autofree char *y = vouch_label_um_to_string (um->y);
  g_autofree char *width = vouch_label_um_to_string (um->width);
  g_autofree char *height = vouch_label_um_to_string (um->height);

  return g_strdup_printf ("%s, %s, %s, %s", x, y, width, height);
}

/**
 * vouch_label_member_dup_value:
 * @self: a member
 * @element: whose
 *
 * Returns: (transfer full): its value as vouch_label_member_set_value() takes it
 */
char *
vouch_label_member_dup_value (const VouchLabelMember *self, const VouchLabelElement *element)
{
  gconstpointer value = G_STRUCT_MEMBER_P (element, self->offset);

  switch (self->kind)
    {
    case VOUCH_MEMBER_TEXT:
      return g_strdup (*(char *const *)value != NULL ? *(char *const *)value : "");
    case VOUCH_MEMBER_LENGTH:
      return vouch_label_um_to_string (*(const int *)value);
    case VOUCH_MEMBER_COUNT:
      return g_strdup_printf ("%d", *(const int *)value);
    case VOUCH_MEMBER_FLAG:
      return g_strdup (*(const gboolean *)value ? "true" : "false");
    case VOUCH_MEMBER_PLACE:
      return place_to_string (value);
    case VOUCH_MEMBER_CHOICE:
      return g_strdup (self->get_choice (*(const int *)value));
    }
  g_assert_not_reached ();
}

/**
 * vouch_label_member_is_default:
 * @self: a member
 * @element: whose
 *
 * Returns: whether a template need not say it
 */
gboolean
vouch_label_member_is_default (const VouchLabelMember *self, const VouchLabelElement *element)
{
  g_autoptr (VouchLabelElement) plain = vouch_label_element_new (element->kind, NULL, NULL);
  g_autofree char *value = vouch_label_member_dup_value (self, element);
  g_autofree char *usual = NULL;

  if (self->decides >= 0 || self->kind == VOUCH_MEMBER_PLACE)
    return FALSE;
  plain->style.size_um = element->style.size_um;
  if (strcmp (self->name, "min") == 0)
    plain->style.min_um = MIN (element->style.size_um, VOUCH_LABEL_TEXT_MIN_UM);
  else if (strcmp (self->name, "size") == 0)
    return FALSE;
  usual = vouch_label_member_dup_value (self, plain);
  return strcmp (value, usual) == 0;
}

/* A decimal comma is one between digits without a space: "2,5". */
static double
read_number (const char *text, char **end)
{
  g_autofree char *copy = g_strdelimit (g_strdup (text), ",", '.');
  char *stop;
  double number = g_ascii_strtod (copy, &stop);

  *end = (char *)text + (stop - copy);
  return number;
}

static VouchLabelNode *
number_to_node (const char *value)
{
  VouchLabelNode *node = vouch_label_node_new (VOUCH_NODE_NUMBER);
  char *end;

  node->number = read_number (value, &end);
  if (end == value || *end != '\0')
    node->number = -1; /* no length and no count */
  return node;
}

static VouchLabelNode *
place_to_node (const char *value)
{
  VouchLabelNode *node = vouch_label_node_new (VOUCH_NODE_ARRAY);
  g_auto (GStrv) parts = g_strsplit_set (value, ", ", -1);

  for (char **part = parts; *part != NULL; part++)
    if (**part != '\0')
      g_ptr_array_add (node->children, number_to_node (*part));
  return node;
}

static VouchLabelNode *
value_to_node (const VouchLabelMember *self, const char *value)
{
  VouchLabelNode *node;

  switch (self->kind)
    {
    case VOUCH_MEMBER_LENGTH:
    case VOUCH_MEMBER_COUNT:
      return number_to_node (value);
    case VOUCH_MEMBER_PLACE:
      return place_to_node (value);
    case VOUCH_MEMBER_FLAG:
      node = vouch_label_node_new (VOUCH_NODE_FLAG);
      node->flag = strcmp (value, "true") == 0;
      return node;
    case VOUCH_MEMBER_TEXT:
    case VOUCH_MEMBER_CHOICE:
    default:
      node = vouch_label_node_new (VOUCH_NODE_TEXT);
      node->text = g_strdup (value);
      return node;
    }
}

/**
 * vouch_label_member_set_value:
 * @self: a member
 * @element: (inout): whose
 * @value: what a person wrote
 * @error: INVALID, naming the member, if that is none of its values
 *
 * An empty text takes away what need not be there.
 *
 * Returns: whether the element has it
 */
gboolean
vouch_label_member_set_value (const VouchLabelMember *self, VouchLabelElement *element, const char *value,
                              GError **error)
{
  g_autoptr (VouchLabelNode) node = value_to_node (self, value);
  g_autoptr (GError) why = NULL;

  if (self->kind == VOUCH_MEMBER_TEXT && self->decides < 0 && *value == '\0')
    {
      g_clear_pointer ((char **)G_STRUCT_MEMBER_P (element, self->offset), g_free);
      return TRUE;
    }
  if (vouch_label_member_read (self, node, element, &why))
    return TRUE;
  vouch_set_field_error (error, self->name, VOUCH_ERROR_INVALID, "%s", why->message);
  return FALSE;
}
