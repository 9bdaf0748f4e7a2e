#include "vouch-code-cell-private.h"

#define TITLE_UM 3000
#define TITLE_MIN_UM 2000
#define TITLE_HEIGHT_UM 3900
#define SUBTITLE_UM 2100
#define SUBTITLE_HEIGHT_UM 2700
#define READABLE_UM 2200
#define READABLE_HEIGHT_UM 2800
#define READABLE_LINES_HEIGHT_UM 5200
#define SMALL_MIN_UM 1400
#define GAP_UM 400

static VouchLabelElement *
add_line (GPtrArray *elements, const VouchRect *um, const char *text, int size_um, int min_um)
{
  VouchLabelElement *line = vouch_label_element_new (VOUCH_ELEMENT_TEXT, um, text);

  line->literal = TRUE;
  line->style.size_um = size_um;
  line->style.min_um = min_um;
  line->style.align = VOUCH_ALIGN_MIDDLE;
  line->style.valign = VOUCH_ALIGN_MIDDLE;
  g_ptr_array_add (elements, line);
  return line;
}

/*
 * vouch_code_cell_dup_readable:
 * @self: a cell
 *
 * Returns: (transfer full): its text as it is printed for people; an EAN-13 is spaced as on goods
 */
char *
vouch_code_cell_dup_readable (const VouchCodeCell *self)
{
  if (self->symbology == VOUCH_SYMBOLOGY_EAN_13)
    return g_strdup_printf ("%.1s %.6s %s", self->text, self->text + 1, self->text + 7);
  return g_strdup (self->text);
}

/* A matrix may hold much more than fits on a line below it. */
static int
get_readable_height (const VouchCodeCell *self)
{
  return vouch_symbology_is_linear (self->symbology) ? READABLE_HEIGHT_UM : READABLE_LINES_HEIGHT_UM;
}

/*
 * vouch_code_cell_get_extra_height:
 * @self: a cell
 *
 * Returns: how much higher than its code it is, micrometres
 */
int
vouch_code_cell_get_extra_height (const VouchCodeCell *self)
{
  int height = 2 * GAP_UM + get_readable_height (self);

  if (self->title != NULL)
    height += TITLE_HEIGHT_UM;
  if (self->subtitle != NULL)
    height += SUBTITLE_HEIGHT_UM;
  return height;
}

/*
 * vouch_code_cell_append:
 * @self: a cell
 * @um: its box
 * @elements: (element-type VouchLabelElement): where to put what it is drawn of
 *
 * The titles stand above the code and the text below it; the code has the room between.
 */
void
vouch_code_cell_append (const VouchCodeCell *self, const VouchRect *um, GPtrArray *elements)
{
  g_autofree char *readable = vouch_code_cell_dup_readable (self);
  VouchRect line = { um->x, um->y, um->width, TITLE_HEIGHT_UM };
  VouchLabelElement *code;
  int bottom = um->y + um->height - get_readable_height (self);

  if (self->title != NULL)
    {
      add_line (elements, &line, self->title, TITLE_UM, TITLE_MIN_UM)->style.bold = TRUE;
      line.y += line.height;
    }
  line.height = SUBTITLE_HEIGHT_UM;
  if (self->subtitle != NULL)
    {
      add_line (elements, &line, self->subtitle, SUBTITLE_UM, SMALL_MIN_UM);
      line.y += line.height;
    }
  line.y += GAP_UM;
  line.height = bottom - GAP_UM - line.y;
  code = vouch_label_element_new (VOUCH_ELEMENT_CODE, &line, self->text);
  code->literal = TRUE;
  code->symbology = self->symbology;
  code->use = self->use;
  code->style.align = VOUCH_ALIGN_MIDDLE;
  code->style.valign = VOUCH_ALIGN_MIDDLE;
  g_ptr_array_add (elements, code);

  line.y = bottom;
  line.height = get_readable_height (self);
  add_line (elements, &line, readable, READABLE_UM, SMALL_MIN_UM)->style.wrap = TRUE;
}
