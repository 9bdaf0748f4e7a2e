#include "vouch-label-json.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-label-card-private.h"
#include "vouch-label-check.h"
#include "vouch-label-element-json-private.h"
#include "vouch-label-member-private.h"

#define FIELDS_MAX 100
#define WORDS_MAX 1000

typedef gboolean (*ReadMember) (VouchLabelTemplate *self, const VouchLabelNode *node, GError **error);

static gboolean
read_text (const VouchLabelNode *node, char **text, GError **error)
{
  if (node->kind != VOUCH_NODE_TEXT)
    return vouch_label_node_fail (node, error, _ ("“%s” is a text: write it in quotation marks"), node->name);
  g_free (*text);
  *text = g_strdup (node->text);
  return TRUE;
}

static gboolean
read_side (const VouchLabelNode *node, int *um, GError **error)
{
  if (vouch_label_node_read_um (node, um) && *um >= VOUCH_LABEL_SIDE_MIN_MM * 1000)
    return TRUE;
  return vouch_label_node_fail (node, error, _ ("a label is %d to %d mm long and wide: correct “%s”"),
                                VOUCH_LABEL_SIDE_MIN_MM, VOUCH_LABEL_SIDE_MAX_MM, node->name);
}

static gboolean
read_count (const VouchLabelNode *node, int max, int *count, GError **error)
{
  if (node->kind == VOUCH_NODE_NUMBER && node->number >= 1 && node->number <= max && node->number == (int)node->number)
    {
      *count = (int)node->number;
      return TRUE;
    }
  return vouch_label_node_fail (node, error, _ ("“%s” is a whole number from 1 to %d"), node->name, max);
}

static gboolean
read_format (VouchLabelTemplate *self, const VouchLabelNode *node, GError **error)
{
  int format;

  if (!read_count (node, G_MAXUINT16, &format, error))
    return FALSE;
  return format <= VOUCH_LABEL_FORMAT ||
         vouch_label_node_fail (node, error,
                                _ ("this template has format %d, made for a later Vouch; this one reads format %d: "
                                   "update Vouch"),
                                format, VOUCH_LABEL_FORMAT);
}

static gboolean
read_version (VouchLabelTemplate *self, const VouchLabelNode *node, GError **error)
{
  return read_count (node, G_MAXINT32 - 1, &self->version, error);
}

static gboolean
read_title (VouchLabelTemplate *self, const VouchLabelNode *node, GError **error)
{
  return read_text (node, &self->title, error);
}

static gboolean
read_title_en (VouchLabelTemplate *self, const VouchLabelNode *node, GError **error)
{
  return read_text (node, &self->title_en, error);
}

static gboolean
read_purpose (VouchLabelTemplate *self, const VouchLabelNode *node, GError **error)
{
  return read_text (node, &self->purpose, error);
}

static gboolean
read_width (VouchLabelTemplate *self, const VouchLabelNode *node, GError **error)
{
  return read_side (node, &self->width_um, error);
}

static gboolean
read_height (VouchLabelTemplate *self, const VouchLabelNode *node, GError **error)
{
  return read_side (node, &self->height_um, error);
}

static gboolean
read_margin (VouchLabelTemplate *self, const VouchLabelNode *node, GError **error)
{
  return vouch_label_node_read_um (node, &self->margin_um) ||
         vouch_label_node_fail (node, error, _ ("“%s” is a length in millimetres: write a number from 0 to %d"),
                                node->name, VOUCH_LABEL_SIDE_MAX_MM);
}

static gboolean
check_object (const VouchLabelNode *node, int max, GError **error)
{
  if (node->kind != VOUCH_NODE_OBJECT)
    return vouch_label_node_fail (node, error, _ ("“%s” is written in { }"), node->name);
  return node->children->len <= (guint)max ||
         vouch_label_node_fail (
             node, error, _ ("“%s” has more than %d members: leave out what the label does not need"), node->name, max);
}

static gboolean
refuse_name (const VouchLabelNode *node, GError **error)
{
  return vouch_label_node_fail (
      node, error, _ ("“%s” cannot name a field: use small letters, digits and _, a letter first"), node->name);
}

/* "fields": { "lot": "required", "expiry": "optional" } */
static gboolean
read_fields (VouchLabelTemplate *self, const VouchLabelNode *node, GError **error)
{
  if (!check_object (node, FIELDS_MAX, error))
    return FALSE;
  for (guint i = 0; i < node->children->len; i++)
    {
      const VouchLabelNode *field = g_ptr_array_index (node->children, i);
      const char *need = vouch_label_node_get_text (field);

      if (g_strcmp0 (need, "required") != 0 && g_strcmp0 (need, "optional") != 0)
        return vouch_label_node_fail (field, error, _ ("field “%s” is \"required\" or \"optional\""), field->name);
      if (!vouch_label_field_name_is_valid (field->name))
        return vouch_label_node_fail (
            field, error, _ ("“%s” cannot name a field: use small letters, digits and _, a letter first"), field->name);
      vouch_label_template_add_field (self, field->name, strcmp (need, "required") == 0);
    }
  return TRUE;
}

static gboolean
read_forms (VouchLabelTemplate *self, const char *field, const VouchLabelNode *node, GError **error)
{
  if (!check_object (node, WORDS_MAX, error))
    return FALSE;
  for (guint i = 0; i < node->children->len; i++)
    {
      const VouchLabelNode *word = g_ptr_array_index (node->children, i);

      if (word->kind != VOUCH_NODE_TEXT)
        return vouch_label_node_fail (word, error, _ ("“%s” is a text: write it in quotation marks"), word->name);
      if (strpbrk (node->name, "|{}") != NULL || strpbrk (word->name, "|{}") != NULL)
        return vouch_label_node_fail (word, error, _ ("a word’s value and form have none of | { }: rename it"));
      vouch_label_template_add_word (self, field, node->name, word->name, word->text);
    }
  return TRUE;
}

/* "words": { "status": { "released": { "zh": "合格", "en": "RELEASED", "mark": "check" } } } */
static gboolean
read_words (VouchLabelTemplate *self, const VouchLabelNode *node, GError **error)
{
  if (!check_object (node, WORDS_MAX, error))
    return FALSE;
  for (guint i = 0; i < node->children->len; i++)
    {
      const VouchLabelNode *field = g_ptr_array_index (node->children, i);

      if (!check_object (field, WORDS_MAX, error))
        return FALSE;
      if (!vouch_label_field_name_is_valid (field->name))
        return refuse_name (field, error);
      for (guint k = 0; k < field->children->len; k++)
        if (!read_forms (self, field->name, g_ptr_array_index (field->children, k), error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
read_elements (VouchLabelTemplate *self, const VouchLabelNode *node, GError **error)
{
  if (node->kind != VOUCH_NODE_ARRAY)
    return vouch_label_node_fail (node, error, _ ("“%s” is written in [ ]"), node->name);
  if (node->children->len > VOUCH_LABEL_ELEMENTS_MAX)
    return vouch_label_node_fail (node, error, _ ("a label has at most %d elements, not %u: take some away"),
                                  VOUCH_LABEL_ELEMENTS_MAX, node->children->len);
  for (guint i = 0; i < node->children->len; i++)
    {
      VouchLabelElement *element = vouch_label_element_read_json (g_ptr_array_index (node->children, i), error);

      if (element == NULL)
        return FALSE;
      g_ptr_array_add (self->elements, element);
    }
  return TRUE;
}

static const struct
{
  const char *name;
  gboolean required;
  ReadMember read;
} members[] = {
  { "format", FALSE, read_format },   { "title", FALSE, read_title },      { "title_en", FALSE, read_title_en },
  { "version", FALSE, read_version }, { "purpose", FALSE, read_purpose },  { "width", TRUE, read_width },
  { "height", TRUE, read_height },    { "margin", FALSE, read_margin },    { "fields", TRUE, read_fields },
  { "words", FALSE, read_words },     { "elements", TRUE, read_elements }, { "codes", FALSE, vouch_label_card_read },
};

static gboolean
read_member (VouchLabelTemplate *self, const VouchLabelNode *node, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    if (strcmp (members[i].name, node->name) == 0)
      return members[i].read (self, node, error);
  return vouch_label_node_fail (node, error, _ ("“%s” is unknown: take it away or correct its name"), node->name);
}

static VouchLabelTemplate *
read_root (const char *name, const VouchLabelNode *root, GError **error)
{
  g_autoptr (VouchLabelTemplate) self = vouch_label_template_new (name, 0, 0);

  for (guint i = 0; i < root->children->len; i++)
    if (!read_member (self, g_ptr_array_index (root->children, i), error))
      return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    if (members[i].required && vouch_label_node_find (root, members[i].name) == NULL)
      {
        vouch_label_node_fail (root, error, _ ("“%s” is missing: add it"), members[i].name);
        return NULL;
      }
  return vouch_label_template_check (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * vouch_label_json_read:
 * @name: what to call the template
 * @json: the template as JSON
 * @length: of @json, bytes, or -1 up to the NUL
 * @error: INVALID, with line and column, if it is not JSON, has an unknown member, or breaks a rule
 *
 * Returns: (transfer full): the template, or %NULL
 */
VouchLabelTemplate *
vouch_label_json_read (const char *name, const char *json, gssize length, GError **error)
{
  g_autoptr (GError) why = NULL;
  g_autoptr (VouchLabelNode) root = vouch_label_node_parse (json, length, &why);
  VouchLabelTemplate *self = root != NULL ? read_root (name, root, &why) : NULL;

  if (self == NULL)
    vouch_set_field_error (error, "template", VOUCH_ERROR_INVALID, _ ("Label template “%s” cannot be used: %s"), name,
                           why->message);
  return self;
}
