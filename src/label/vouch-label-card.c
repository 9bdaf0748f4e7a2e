#include "vouch-label-card-private.h"

#include <glib/gi18n-lib.h>

#include "vouch-code-cell-private.h"
#include "vouch-label-member-private.h"

#define HEADING_HEIGHT_UM 5200
#define HEADING_BAR_UM 4200
#define HEADING_GAP_UM 900
#define HEADING_SIZE_UM 2700
#define HEADING_INDENT_UM 1500
#define CELL_GAP_UM 1300
#define COLUMNS_MAX 6

/* Fills columns from top to bottom with headed groups of codes. */
typedef struct
{
  GPtrArray *elements;
  VouchRect area;
  int columns;
  int cell_height;
  int gutter;
  int column;
  int y; /* from the top of the area */
} Flow;

static int
get_column_width (const Flow *self)
{
  return (self->area.width - (self->columns - 1) * self->gutter) / self->columns;
}

/* Finds room for something so high; FALSE if the last column is full. */
static gboolean
take_room (Flow *self, int height, int kept_with, VouchRect *um)
{
  if (self->y + height + kept_with > self->area.height)
    {
      self->column++;
      self->y = 0;
    }
  if (self->column >= self->columns || self->y + height + kept_with > self->area.height)
    return FALSE;
  um->width = get_column_width (self);
  um->x = self->area.x + self->column * (um->width + self->gutter);
  um->y = self->area.y + self->y;
  um->height = height;
  self->y += height;
  return TRUE;
}

static gboolean
add_heading (Flow *self, const char *title)
{
  VouchLabelElement *text;
  VouchRect um;

  if (!take_room (self, HEADING_HEIGHT_UM, self->cell_height, &um))
    return FALSE;
  um.y += HEADING_GAP_UM;
  um.height = HEADING_BAR_UM;
  g_ptr_array_add (self->elements, vouch_label_element_new (VOUCH_ELEMENT_BOX, &um, NULL));
  um.x += HEADING_INDENT_UM;
  um.width -= 2 * HEADING_INDENT_UM;
  text = vouch_label_element_new (VOUCH_ELEMENT_TEXT, &um, title);
  text->style.size_um = HEADING_SIZE_UM;
  text->style.bold = TRUE;
  text->style.white = TRUE;
  text->style.valign = VOUCH_ALIGN_MIDDLE;
  g_ptr_array_add (self->elements, text);
  return TRUE;
}

/* ["{prefix}PASS", "合格 Pass"]: texts of a template are patterns. */
static gboolean
add_code (Flow *self, const VouchLabelNode *node)
{
  VouchCodeCell cell = { .symbology = VOUCH_SYMBOLOGY_CODE_128, .use = VOUCH_CODE_USE_CARD };
  guint first = self->elements->len;
  VouchRect um;

  if (node->kind != VOUCH_NODE_ARRAY || node->children->len != 2)
    return FALSE;
  cell.text = vouch_label_node_get_text (g_ptr_array_index (node->children, 0));
  cell.title = vouch_label_node_get_text (g_ptr_array_index (node->children, 1));
  if (cell.text == NULL || cell.title == NULL || !take_room (self, self->cell_height, 0, &um))
    return FALSE;
  um.y += CELL_GAP_UM;
  um.height -= CELL_GAP_UM;
  vouch_code_cell_append (&cell, &um, self->elements);
  for (guint i = first; i < self->elements->len; i++)
    ((VouchLabelElement *)g_ptr_array_index (self->elements, i))->literal = FALSE;
  return TRUE;
}

/* Returns: what is wrong, if anything */
static const VouchLabelNode *
add_group (Flow *self, const VouchLabelNode *group)
{
  const char *title = vouch_label_node_find_text (group, "title");
  const VouchLabelNode *codes = vouch_label_node_find (group, "codes");

  if (title == NULL || codes == NULL || codes->kind != VOUCH_NODE_ARRAY || !add_heading (self, title))
    return group;
  for (guint i = 0; i < codes->children->len; i++)
    if (self->elements->len >= VOUCH_LABEL_ELEMENTS_MAX || !add_code (self, g_ptr_array_index (codes->children, i)))
      return g_ptr_array_index (codes->children, i);
  return NULL;
}

static gboolean
read_area (Flow *self, const VouchLabelNode *node)
{
  const VouchLabelNode *columns = vouch_label_node_find (node, "columns");

  if (columns == NULL || columns->kind != VOUCH_NODE_NUMBER || !(columns->number >= 1) ||
      !(columns->number <= COLUMNS_MAX))
    return FALSE;
  self->columns = (int)columns->number;
  return vouch_label_node_read_rect (vouch_label_node_find (node, "at"), &self->area) &&
         vouch_label_node_read_um (vouch_label_node_find (node, "cell"), &self->cell_height) &&
         vouch_label_node_read_um (vouch_label_node_find (node, "gutter"), &self->gutter);
}

static const VouchLabelNode *
read_groups (Flow *self, const VouchLabelNode *node)
{
  const VouchLabelNode *groups = vouch_label_node_find (node, "groups");
  const VouchLabelNode *wrong = NULL;

  if (groups == NULL || groups->kind != VOUCH_NODE_ARRAY || !read_area (self, node))
    return node;
  for (guint i = 0; wrong == NULL && i < groups->children->len; i++)
    wrong = add_group (self, g_ptr_array_index (groups->children, i));
  return wrong;
}

/*
 * vouch_label_card_read:
 * @template: a template; the elements are put into it
 * @node: its member "codes": an area, columns, and groups of titled codes
 * @error: INVALID, with the line, if it is malformed or the codes do not fit into the area
 *
 * Returns: whether the codes are in the template
 */
gboolean
vouch_label_card_read (VouchLabelTemplate *template, const VouchLabelNode *node, GError **error)
{
  Flow flow = { .elements = template->elements };
  const VouchLabelNode *wrong = read_groups (&flow, node);

  return wrong == NULL ||
         vouch_label_node_fail (wrong, error,
                                _ ("“codes” are malformed or do not fit into their area: correct them or give them "
                                   "more room"));
}
