#include "vouch-label-element-json-private.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"

#define LENGTH_MAX_MM 1000.0
#define SIZE_MIN_UM 1800

typedef enum
{
  MEMBER_TEXT,
  MEMBER_UM,
  MEMBER_FLAG,
  MEMBER_ALIGN,
  MEMBER_RECT,
  MEMBER_SYMBOLOGY,
  MEMBER_USE,
} MemberKind;

typedef struct
{
  const char *name;
  MemberKind kind;
  gsize offset;
  int element; /* the element's kind, if the member decides it, else -1 */
} Member;

#define AT(member) G_STRUCT_OFFSET (VouchLabelElement, member)

static const Member members[] = {
  { "text", MEMBER_TEXT, AT (text), VOUCH_ELEMENT_TEXT },
  { "code", MEMBER_TEXT, AT (text), VOUCH_ELEMENT_CODE },
  { "mark", MEMBER_TEXT, AT (text), VOUCH_ELEMENT_MARK },
  { "box", MEMBER_UM, AT (thickness_um), VOUCH_ELEMENT_BOX },
  { "at", MEMBER_RECT, AT (um), -1 },
  { "if", MEMBER_TEXT, AT (condition), -1 },
  { "size", MEMBER_UM, AT (style.size_um), -1 },
  { "min", MEMBER_UM, AT (style.min_um), -1 },
  { "bold", MEMBER_FLAG, AT (style.bold), -1 },
  { "white", MEMBER_FLAG, AT (style.white), -1 },
  { "wrap", MEMBER_FLAG, AT (style.wrap), -1 },
  { "align", MEMBER_ALIGN, AT (style.align), -1 },
  { "valign", MEMBER_ALIGN, AT (style.valign), -1 },
  { "symbology", MEMBER_SYMBOLOGY, AT (symbology), -1 },
  { "use", MEMBER_USE, AT (use), -1 },
  { "grow", MEMBER_FLAG, AT (grow), -1 },
};

static const Member *
find_member (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    if (strcmp (members[i].name, name) == 0)
      return &members[i];
  return NULL;
}

static const char *
get_text (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node)
                                                                                          : NULL;
}

/* Lengths are written in millimetres. */
gboolean
vouch_label_read_um (JsonNode *node, int *um)
{
  double mm;

  if (!JSON_NODE_HOLDS_VALUE (node))
    return FALSE;
  if (json_node_get_value_type (node) != G_TYPE_INT64 && json_node_get_value_type (node) != G_TYPE_DOUBLE)
    return FALSE;
  mm = json_node_get_double (node);
  if (!(mm >= 0 && mm <= LENGTH_MAX_MM))
    return FALSE;
  *um = (int)(mm * 1000 + 0.5);
  return TRUE;
}

/* A box is written [x, y, width, height]. */
gboolean
vouch_label_read_rect (JsonNode *node, VouchRect *rect)
{
  int *const parts[] = { &rect->x, &rect->y, &rect->width, &rect->height };
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;
  array = json_node_get_array (node);
  if (json_array_get_length (array) != G_N_ELEMENTS (parts))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!vouch_label_read_um (json_array_get_element (array, i), parts[i]))
      return FALSE;
  return TRUE;
}

static gboolean
read_flag (JsonNode *node, gboolean *flag)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return FALSE;
  *flag = json_node_get_boolean (node);
  return TRUE;
}

static gboolean
read_align (JsonNode *node, VouchAlign *align)
{
  static const char *const names[] = { "start", "middle", "end" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_strcmp0 (names[i], get_text (node)) == 0)
        {
          *align = (VouchAlign)i;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
read_text (JsonNode *node, char **text)
{
  g_free (*text);
  *text = g_strdup (get_text (node));
  return *text != NULL;
}

static gboolean
read_member (const Member *member, JsonNode *node, VouchLabelElement *self)
{
  gpointer target = G_STRUCT_MEMBER_P (self, member->offset);

  switch (member->kind)
    {
    case MEMBER_TEXT:
      return read_text (node, target);
    case MEMBER_UM:
      return vouch_label_read_um (node, target);
    case MEMBER_FLAG:
      return read_flag (node, target);
    case MEMBER_ALIGN:
      return read_align (node, target);
    case MEMBER_RECT:
      return vouch_label_read_rect (node, target);
    case MEMBER_SYMBOLOGY:
      return vouch_symbology_find (get_text (node), target);
    case MEMBER_USE:
      return vouch_code_use_find (get_text (node), target);
    }
  g_assert_not_reached ();
}

/*
 * vouch_label_element_read_json:
 * @object: one entry of a template's "elements"
 * @error: INVALID if it has a member that is unknown or of the wrong kind, or is not exactly one thing
 *
 * Returns: (transfer full): the element, or %NULL
 */
VouchLabelElement *
vouch_label_element_read_json (JsonObject *object, GError **error)
{
  g_autoptr (VouchLabelElement) self = vouch_label_element_new (VOUCH_ELEMENT_TEXT, NULL, NULL);
  g_autoptr (GList) names = json_object_get_members (object);
  int n_kinds = 0;

  for (GList *item = names; item != NULL; item = item->next)
    {
      const Member *member = find_member (item->data);

      if (member == NULL || !read_member (member, json_object_get_member (object, item->data), self))
        {
          g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                       _ ("An element's member “%s” is unknown or of the wrong kind: correct it"),
                       (const char *)item->data);
          return NULL;
        }
      if (member->element >= 0)
        {
          self->kind = (VouchElementKind)member->element;
          n_kinds++;
        }
    }
  if (n_kinds != 1 || self->um.width == 0 || self->um.height == 0)
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                           _ ("An element needs a place, “at”, and must be one of text, code, box and mark"));
      return NULL;
    }
  if (!json_object_has_member (object, "min"))
    self->style.min_um = MIN (self->style.size_um, SIZE_MIN_UM);
  return g_steal_pointer (&self);
}
