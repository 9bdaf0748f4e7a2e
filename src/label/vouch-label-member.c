#include "vouch-label-member-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"

#define COLUMNS_MAX 4000

#define AT(member) G_STRUCT_OFFSET (VouchLabelElement, member)
#define OF(kind) (1u << VOUCH_ELEMENT_##kind)
#define OF_ALL ((1u << VOUCH_N_ELEMENT_KINDS) - 1)
#define OF_DRAWN (OF (TEXT) | OF (BOX) | OF (MARK) | OF (LINE))

static const char *
get_align (int value)
{
  static const char *const names[] = { "start", "middle", "end" };

  return value < (int)G_N_ELEMENTS (names) ? names[value] : NULL;
}

static const char *
get_symbology (int value)
{
  return value <= VOUCH_SYMBOLOGY_EAN_13 ? vouch_symbology_get_name ((VouchSymbology)value) : NULL;
}

static const char *
get_use (int value)
{
  return value <= VOUCH_CODE_USE_CARD ? vouch_code_use_get_name ((VouchCodeUse)value) : NULL;
}

static const VouchLabelMember members[] = {
  { "text", N_ ("Text"), VOUCH_MEMBER_TEXT, OF (TEXT), AT (text), VOUCH_ELEMENT_TEXT, NULL },
  { "code", N_ ("What the code says"), VOUCH_MEMBER_TEXT, OF (CODE), AT (text), VOUCH_ELEMENT_CODE, NULL },
  { "mark", N_ ("Mark"), VOUCH_MEMBER_TEXT, OF (MARK), AT (text), VOUCH_ELEMENT_MARK, NULL },
  { "box", N_ ("Frame; 0 fills the box"), VOUCH_MEMBER_LENGTH, OF (BOX), AT (thickness_um), VOUCH_ELEMENT_BOX, NULL },
  { "line", N_ ("Thickness"), VOUCH_MEMBER_LENGTH, OF (LINE), AT (thickness_um), VOUCH_ELEMENT_LINE, NULL },
  { "image", N_ ("Dots of the picture"), VOUCH_MEMBER_TEXT, OF (IMAGE), AT (text), VOUCH_ELEMENT_IMAGE, NULL },
  { "en", N_ ("English of the pair"), VOUCH_MEMBER_TEXT, OF (TEXT), AT (text_en), -1, NULL },
  { "at", N_ ("Left, top, width, height"), VOUCH_MEMBER_PLACE, OF_ALL, AT (um), -1, NULL },
  { "if", N_ ("Only if"), VOUCH_MEMBER_TEXT, OF_ALL, AT (condition), -1, NULL },
  { "size", N_ ("Size"), VOUCH_MEMBER_LENGTH, OF (TEXT), AT (style.size_um), -1, NULL },
  { "min", N_ ("Smallest size"), VOUCH_MEMBER_LENGTH, OF (TEXT), AT (style.min_um), -1, NULL },
  { "bold", N_ ("Bold"), VOUCH_MEMBER_FLAG, OF (TEXT), AT (style.bold), -1, NULL },
  { "wrap", N_ ("On several lines"), VOUCH_MEMBER_FLAG, OF (TEXT) | OF (CODE), AT (style.wrap), -1, NULL },
  { "shorten", N_ ("May end with an ellipsis"), VOUCH_MEMBER_FLAG, OF (TEXT), AT (style.shortened), -1, NULL },
  { "white", N_ ("White on black"), VOUCH_MEMBER_FLAG, OF_DRAWN, AT (style.white), -1, NULL },
  { "align", N_ ("Across"), VOUCH_MEMBER_CHOICE, OF (TEXT) | OF (CODE) | OF (IMAGE), AT (style.align), -1, get_align },
  { "valign", N_ ("Up and down"), VOUCH_MEMBER_CHOICE, OF (TEXT) | OF (CODE) | OF (IMAGE), AT (style.valign), -1,
    get_align },
  { "symbology", N_ ("Kind of code"), VOUCH_MEMBER_CHOICE, OF (CODE), AT (symbology), -1, get_symbology },
  { "use", N_ ("What the code is for"), VOUCH_MEMBER_CHOICE, OF (CODE), AT (use), -1, get_use },
  { "grow", N_ ("As wide as there is room"), VOUCH_MEMBER_FLAG, OF (CODE), AT (grow), -1, NULL },
  { "hri", N_ ("Text below; 0 for none"), VOUCH_MEMBER_LENGTH, OF (CODE), AT (hri_um), -1, NULL },
  { "columns", N_ ("Dots a row"), VOUCH_MEMBER_COUNT, OF (IMAGE), AT (columns), -1, NULL },
};

/**
 * vouch_label_member_list:
 * @n_members: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_members): the members that elements have
 */
const VouchLabelMember *
vouch_label_member_list (gsize *n_members)
{
  *n_members = G_N_ELEMENTS (members);
  return members;
}

/**
 * vouch_label_member_find:
 * @name: a name
 *
 * Returns: (transfer none) (nullable): the member of that name
 */
const VouchLabelMember *
vouch_label_member_find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    if (strcmp (members[i].name, name) == 0)
      return &members[i];
  return NULL;
}

/**
 * vouch_label_member_belongs:
 * @self: a member
 * @kind: a kind of element
 *
 * Returns: whether such an element has it
 */
gboolean
vouch_label_member_belongs (const VouchLabelMember *self, VouchElementKind kind)
{
  return (self->of & (1u << kind)) != 0;
}

/**
 * vouch_label_element_kind_get_name:
 * @self: a kind of element
 *
 * Returns: (transfer none): the member that makes an element one, like "text"
 */
const char *
vouch_label_element_kind_get_name (VouchElementKind self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    if (members[i].decides == (int)self)
      return members[i].name;
  g_assert_not_reached ();
}

/* Lengths are written in millimetres. */
gboolean
vouch_label_node_read_um (const VouchLabelNode *self, int *um)
{
  if (self == NULL || self->kind != VOUCH_NODE_NUMBER ||
      !(self->number >= 0 && self->number <= VOUCH_LABEL_SIDE_MAX_MM))
    return FALSE;
  *um = (int)(self->number * 1000 + 0.5);
  return TRUE;
}

/* A place is written [left, top, width, height]. */
gboolean
vouch_label_node_read_rect (const VouchLabelNode *self, VouchRect *rect)
{
  int *const parts[] = { &rect->x, &rect->y, &rect->width, &rect->height };

  if (self == NULL || self->kind != VOUCH_NODE_ARRAY || self->children->len != G_N_ELEMENTS (parts))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!vouch_label_node_read_um (g_ptr_array_index (self->children, i), parts[i]))
      return FALSE;
  return TRUE;
}

static gboolean
read_text (const VouchLabelNode *node, char **text)
{
  if (node->kind != VOUCH_NODE_TEXT)
    return FALSE;
  g_free (*text);
  *text = g_strdup (node->text);
  return TRUE;
}

static gboolean
read_count (const VouchLabelNode *node, int *count)
{
  if (node->kind != VOUCH_NODE_NUMBER || !(node->number >= 1 && node->number <= COLUMNS_MAX))
    return FALSE;
  *count = (int)node->number;
  return *count == node->number;
}

static gboolean
read_flag (const VouchLabelNode *node, gboolean *flag)
{
  *flag = node->flag;
  return node->kind == VOUCH_NODE_FLAG;
}

static gboolean
read_choice (const VouchLabelMember *self, const VouchLabelNode *node, int *choice)
{
  const char *name;

  for (int i = 0; (name = self->get_choice (i)) != NULL; i++)
    if (g_strcmp0 (name, vouch_label_node_get_text (node)) == 0)
      {
        *choice = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_value (const VouchLabelMember *self, const VouchLabelNode *node, gpointer target)
{
  switch (self->kind)
    {
    case VOUCH_MEMBER_TEXT:
      return read_text (node, target);
    case VOUCH_MEMBER_LENGTH:
      return vouch_label_node_read_um (node, target);
    case VOUCH_MEMBER_COUNT:
      return read_count (node, target);
    case VOUCH_MEMBER_FLAG:
      return read_flag (node, target);
    case VOUCH_MEMBER_PLACE:
      return vouch_label_node_read_rect (node, target);
    case VOUCH_MEMBER_CHOICE:
      return read_choice (self, node, target);
    }
  g_assert_not_reached ();
}

static char *
list_choices (const VouchLabelMember *self)
{
  GString *list = g_string_new (NULL);

  for (int i = 0; self->get_choice (i) != NULL; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", self->get_choice (i));
  return g_string_free (list, FALSE);
}

static gboolean
refuse (const VouchLabelMember *self, const VouchLabelNode *node, GError **error)
{
  g_autofree char *choices = NULL;

  switch (self->kind)
    {
    case VOUCH_MEMBER_TEXT:
      return vouch_label_node_fail (node, error, _ ("“%s” is a text: write it in quotation marks"), self->name);
    case VOUCH_MEMBER_LENGTH:
      return vouch_label_node_fail (node, error, _ ("“%s” is a length in millimetres: write a number from 0 to %d"),
                                    self->name, VOUCH_LABEL_SIDE_MAX_MM);
    case VOUCH_MEMBER_COUNT:
      return vouch_label_node_fail (node, error, _ ("“%s” is a count: write a whole number from 1 to %d"), self->name,
                                    COLUMNS_MAX);
    case VOUCH_MEMBER_FLAG:
      return vouch_label_node_fail (node, error, _ ("“%s” is true or false"), self->name);
    case VOUCH_MEMBER_PLACE:
      return vouch_label_node_fail (node, error,
                                    _ ("“%s” is a place: write left, top, width and height in millimetres, like "
                                       "[2, 3, 40, 5]"),
                                    self->name);
    case VOUCH_MEMBER_CHOICE:
      choices = list_choices (self);
      return vouch_label_node_fail (node, error, _ ("“%s” is one of these: %s"), self->name, choices);
    }
  g_assert_not_reached ();
}

/*
 * vouch_label_member_read:
 * @self: a member
 * @node: its value
 * @element: (inout): whose
 * @error: INVALID, with the line, if the value is none of the member's
 *
 * Returns: whether the element has it
 */
gboolean
vouch_label_member_read (const VouchLabelMember *self, const VouchLabelNode *node, VouchLabelElement *element,
                         GError **error)
{
  return read_value (self, node, G_STRUCT_MEMBER_P (element, self->offset)) || refuse (self, node, error);
}
