#include "vouch-label-card-private.h"

#include <glib/gi18n-lib.h>

#include "vouch-code-cell-private.h"
#include "vouch-error.h"
#include "vouch-label-element-json-private.h"

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
add_code (Flow *self, JsonNode *node)
{
  JsonArray *pair = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  VouchCodeCell cell = { .symbology = VOUCH_SYMBOLOGY_CODE_128, .use = VOUCH_CODE_USE_CARD };
  guint first = self->elements->len;
  VouchRect um;

  if (pair == NULL || json_array_get_length (pair) != 2)
    return FALSE;
  cell.text = json_node_get_string (json_array_get_element (pair, 0));
  cell.title = json_node_get_string (json_array_get_element (pair, 1));
  if (cell.text == NULL || cell.title == NULL || !take_room (self, self->cell_height, 0, &um))
    return FALSE;
  um.y += CELL_GAP_UM;
  um.height -= CELL_GAP_UM;
  vouch_code_cell_append (&cell, &um, self->elements);
  for (guint i = first; i < self->elements->len; i++)
    ((VouchLabelElement *)g_ptr_array_index (self->elements, i))->literal = FALSE;
  return TRUE;
}

static gboolean
add_group (Flow *self, JsonNode *node)
{
  JsonObject *group = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *title = group != NULL ? json_object_get_string_member_with_default (group, "title", NULL) : NULL;
  JsonNode *codes = group != NULL ? json_object_get_member (group, "codes") : NULL;

  if (title == NULL || codes == NULL || !JSON_NODE_HOLDS_ARRAY (codes) || !add_heading (self, title))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (json_node_get_array (codes)); i++)
    if (!add_code (self, json_array_get_element (json_node_get_array (codes), i)))
      return FALSE;
  return TRUE;
}

static gboolean
read_groups (Flow *self, JsonObject *object)
{
  JsonNode *at = json_object_get_member (object, "at");
  JsonNode *cell = json_object_get_member (object, "cell");
  JsonNode *gutter = json_object_get_member (object, "gutter");
  JsonNode *groups = json_object_get_member (object, "groups");

  self->columns = (int)json_object_get_int_member_with_default (object, "columns", 0);
  if (self->columns < 1 || self->columns > COLUMNS_MAX || groups == NULL || !JSON_NODE_HOLDS_ARRAY (groups))
    return FALSE;
  if (at == NULL || !vouch_label_read_rect (at, &self->area) || cell == NULL ||
      !vouch_label_read_um (cell, &self->cell_height) || gutter == NULL || !vouch_label_read_um (gutter, &self->gutter))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (json_node_get_array (groups)); i++)
    if (!add_group (self, json_array_get_element (json_node_get_array (groups), i)))
      return FALSE;
  return TRUE;
}

/*
 * vouch_label_card_read:
 * @template: a template; the elements are put into it
 * @node: (nullable): its member "codes": an area, columns, and groups of titled codes
 * @error: INVALID if it is malformed or the codes do not fit into the area
 *
 * Returns: whether the codes are in the template
 */
gboolean
vouch_label_card_read (VouchLabelTemplate *template, JsonNode *node, GError **error)
{
  Flow flow = { .elements = template->elements };

  if (node == NULL)
    return TRUE;
  if (JSON_NODE_HOLDS_OBJECT (node) && read_groups (&flow, json_node_get_object (node)))
    return TRUE;
  g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                       _ ("“codes” are malformed or do not fit into their area: correct them or give them more room"));
  return FALSE;
}
