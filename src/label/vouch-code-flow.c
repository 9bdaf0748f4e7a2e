#include "vouch-code-flow-private.h"

#include <glib/gi18n-lib.h>

#include "vouch-code-cell-private.h"
#include "vouch-code.h"
#include "vouch-error.h"

/* Micrometres. */
#define PAGE_WIDTH 210000
#define PAGE_HEIGHT 297000
#define MARGIN 10000
#define HEADER 13000
#define BAR_HEIGHT 14000
#define ROW_GAP 5000
#define COLUMNS 3
#define COLUMN_GAP 3000
#define COLUMN_WIDTH ((PAGE_WIDTH - 2 * MARGIN - (COLUMNS - 1) * COLUMN_GAP) / COLUMNS)
#define SECTION_HEIGHT 8000
#define SECTION_BAR 5500

struct _VouchCodeFlow
{
  GPtrArray *pages; /* of VouchLabelTemplate */
  char *section;    /* the last heading */
  int column;       /* the next free one of the row */
  int y;            /* the top of the row */
  int row_height;   /* of what is in the row so far */
};

VouchCodeFlow *
vouch_code_flow_new (void)
{
  VouchCodeFlow *self = g_new0 (VouchCodeFlow, 1);

  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_label_template_free);
  return self;
}

void
vouch_code_flow_free (VouchCodeFlow *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->pages);
  g_free (self->section);
  g_free (self);
}

const GPtrArray *
vouch_code_flow_get_pages (const VouchCodeFlow *self)
{
  return self->pages;
}

static VouchLabelTemplate *
get_page (const VouchCodeFlow *self)
{
  return g_ptr_array_index (self->pages, self->pages->len - 1);
}

static void
end_row (VouchCodeFlow *self)
{
  if (self->row_height > 0)
    self->y += self->row_height + ROW_GAP;
  self->column = 0;
  self->row_height = 0;
}

/* Begins a page if what comes next does not fit below the row that has ended. */
static void
keep_together (VouchCodeFlow *self, int height)
{
  if (self->pages->len > 0 && self->y + height <= PAGE_HEIGHT - MARGIN)
    return;
  g_ptr_array_add (self->pages, vouch_label_template_new ("sheet", PAGE_WIDTH, PAGE_HEIGHT));
  self->y = MARGIN + HEADER;
  self->column = 0;
  self->row_height = 0;
}

static VouchLabelElement *
add_text (VouchLabelTemplate *page, const VouchRect *um, const char *text, int size_um)
{
  VouchLabelElement *element = vouch_label_element_new (VOUCH_ELEMENT_TEXT, um, text);

  element->literal = TRUE;
  element->style.size_um = size_um;
  element->style.valign = VOUCH_ALIGN_MIDDLE;
  g_ptr_array_add (page->elements, element);
  return element;
}

static void
add_box (VouchLabelTemplate *page, const VouchRect *um)
{
  g_ptr_array_add (page->elements, vouch_label_element_new (VOUCH_ELEMENT_BOX, um, NULL));
}

static void
add_section (VouchCodeFlow *self, const char *section, int height_after)
{
  VouchRect um = { MARGIN, 0, PAGE_WIDTH - 2 * MARGIN, SECTION_BAR };
  VouchLabelElement *text;

  end_row (self);
  keep_together (self, SECTION_HEIGHT + height_after);
  um.y = self->y;
  add_box (get_page (self), &um);
  um.x += 2000;
  um.width -= 4000;
  text = add_text (get_page (self), &um, section, 3400);
  text->style.bold = TRUE;
  text->style.white = TRUE;
  self->y += SECTION_HEIGHT;
  g_free (self->section);
  self->section = g_strdup (section);
}

/* How large the code with its quiet zone will be; rounding to columns hides the dots. */
static gboolean
measure (const VouchCodeCell *cell, int *width, int *height, GError **error)
{
  g_autoptr (VouchCode) code = vouch_code_new (cell->symbology, cell->text, error);
  int quiet = 2 * vouch_symbology_get_quiet_zone (cell->symbology);
  int module = vouch_code_use_get_dots (cell->use, VOUCH_CODE_SHEET_DPI);

  if (code == NULL)
    return FALSE;
  *width = vouch_dots_to_um ((vouch_code_get_columns (code) + quiet) * module, VOUCH_CODE_SHEET_DPI);
  *height = vouch_symbology_is_linear (cell->symbology)
                ? BAR_HEIGHT
                : vouch_dots_to_um ((vouch_code_get_rows (code) + quiet + 1) * module, VOUCH_CODE_SHEET_DPI);
  if (*width <= PAGE_WIDTH - 2 * MARGIN && *height <= PAGE_HEIGHT / 2)
    return TRUE;
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("The %s of “%s” is larger than a page: shorten the text"),
               vouch_symbology_get_title (cell->symbology), cell->text);
  return FALSE;
}

static int
count_columns (int width)
{
  int columns = 1;

  while (columns < COLUMNS && columns * COLUMN_WIDTH + (columns - 1) * COLUMN_GAP <= width)
    columns++;
  return columns;
}

/*
 * vouch_code_flow_add:
 * @self: a flow
 * @entry: the next code
 * @error: INVALID if it cannot be encoded or is larger than a page
 *
 * Returns: whether the code has a place
 */
gboolean
vouch_code_flow_add (VouchCodeFlow *self, const VouchCodeSheetEntry *entry, GError **error)
{
  gboolean linear = vouch_symbology_is_linear (entry->symbology);
  VouchCodeCell cell = { entry->title, entry->subtitle, entry->text, entry->symbology,
                         linear ? VOUCH_CODE_USE_CARD : VOUCH_CODE_USE_MATRIX };
  int width, height, columns;
  VouchRect um;

  if (!measure (&cell, &width, &height, error))
    return FALSE;
  height += vouch_code_cell_get_extra_height (&cell);
  columns = count_columns (width);
  if (entry->section != NULL && g_strcmp0 (entry->section, self->section) != 0)
    add_section (self, entry->section, height);
  if (self->column + columns > COLUMNS)
    end_row (self);
  keep_together (self, height);

  um.x = MARGIN + self->column * (COLUMN_WIDTH + COLUMN_GAP);
  um.y = self->y;
  um.width = columns * COLUMN_WIDTH + (columns - 1) * COLUMN_GAP;
  um.height = height;
  vouch_code_cell_append (&cell, &um, get_page (self)->elements);
  self->column += columns;
  self->row_height = MAX (self->row_height, height);
  return TRUE;
}

/*
 * vouch_code_flow_add_header:
 * @page: a page
 * @title: what stands above every page
 * @number: of the page, from 1
 * @count: how many pages there are
 */
void
vouch_code_flow_add_header (VouchLabelTemplate *page, const char *title, guint number, guint count)
{
  g_autofree char *numbers = g_strdup_printf ("%u / %u", number, count);
  VouchRect um = { MARGIN, MARGIN - 2000, PAGE_WIDTH - 2 * MARGIN - 30000, 9000 };
  VouchLabelElement *text = add_text (page, &um, title, 6000);

  text->style.bold = TRUE;
  um.x = PAGE_WIDTH - MARGIN - 30000;
  um.width = 30000;
  add_text (page, &um, numbers, 3600)->style.align = VOUCH_ALIGN_END;
  add_box (page, &(VouchRect){ MARGIN, MARGIN + 8000, PAGE_WIDTH - 2 * MARGIN, 600 });
}
