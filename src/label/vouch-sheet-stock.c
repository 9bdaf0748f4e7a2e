#include "vouch-sheet-stock.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-text.h"

#define NAME_MAX_BYTES 60
#define PAGE_MIN_UM 50000
#define PAGE_MAX_UM 500000
#define LABEL_MIN_UM 5000
#define COLUMNS_MAX 50
#define ROWS_MAX 100
#define A4_WIDTH_UM 210000
#define A4_HEIGHT_UM 297000

static const VouchField fields[] = {
  VOUCH_FIELD (VouchSheetStock, name, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchSheetStock, page_width_um, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSheetStock, page_height_um, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSheetStock, columns, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSheetStock, rows, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSheetStock, width_um, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSheetStock, height_um, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSheetStock, left_um, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSheetStock, top_um, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSheetStock, pitch_x_um, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSheetStock, pitch_y_um, NUMBER, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchSheetStock, vouch_sheet_stock, "sheet_stock", fields)

/* Avery's sheets of A4, by their numbers. The pitch is that of the dies, which lie in the middle of the page. */
static const VouchSheetStock built_in[] = {
  { (char *)"L7160", A4_WIDTH_UM, A4_HEIGHT_UM, 3, 7, 64000, 38100, 7500, 15500, 66000, 38100 },
  { (char *)"L7161", A4_WIDTH_UM, A4_HEIGHT_UM, 3, 6, 63500, 46600, 7250, 8700, 66000, 46600 },
  { (char *)"L7162", A4_WIDTH_UM, A4_HEIGHT_UM, 2, 8, 99100, 33900, 4650, 12900, 101600, 33900 },
  { (char *)"L7163", A4_WIDTH_UM, A4_HEIGHT_UM, 2, 7, 99100, 38100, 4650, 15150, 101600, 38100 },
  { (char *)"L7164", A4_WIDTH_UM, A4_HEIGHT_UM, 3, 4, 63500, 72000, 7250, 4500, 66000, 72000 },
  { (char *)"L7165", A4_WIDTH_UM, A4_HEIGHT_UM, 2, 4, 99100, 67700, 4650, 13100, 101600, 67700 },
  { (char *)"L4730", A4_WIDTH_UM, A4_HEIGHT_UM, 10, 27, 17800, 10000, 4750, 13500, 20300, 10000 },
  { (char *)"L4732", A4_WIDTH_UM, A4_HEIGHT_UM, 5, 16, 35600, 16900, 11000, 13300, 38100, 16900 },
  { (char *)"L4770", A4_WIDTH_UM, A4_HEIGHT_UM, 4, 10, 45700, 25400, 9400, 21500, 48500, 25400 },
};

/**
 * vouch_sheet_stock_list_built_in:
 *
 * Returns: (transfer full) (element-type VouchSheetStock): the sheets that every station knows
 */
GPtrArray *
vouch_sheet_stock_list_built_in (void)
{
  GPtrArray *stocks = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_sheet_stock_free);

  for (gsize i = 0; i < G_N_ELEMENTS (built_in); i++)
    g_ptr_array_add (stocks, vouch_record_copy (&vouch_sheet_stock_type, &built_in[i]));
  return stocks;
}

static gboolean
check_range (const char *field, gint64 value, gint64 min, gint64 max, GError **error)
{
  if (value >= min && value <= max)
    return TRUE;
  vouch_set_field_error (error, field, VOUCH_ERROR_INVALID, _ ("%s is %d to %d"), field, (int)min, (int)max);
  return FALSE;
}

/* Labels lie beside each other, never over each other, and all of them on the page. */
static gboolean
check_run (const char *pitch_field, gint64 page, gint64 start, gint64 count, gint64 size, gint64 pitch, GError **error)
{
  if (count > 1 && !check_range (pitch_field, pitch, size, page, error))
    return FALSE;
  if (start >= 0 && start + (count - 1) * pitch + size <= page)
    return TRUE;
  vouch_set_field_error (error, pitch_field, VOUCH_ERROR_INVALID,
                         _ ("The labels reach over the edge of the page: measure the sheet again"));
  return FALSE;
}

/* What begins with a digit is read as a size where people choose labels. */
static gboolean
check_name (const char *name, GError **error)
{
  if (!vouch_text_check_line (name, "name", NAME_MAX_BYTES, error))
    return FALSE;
  if (!g_ascii_isdigit (*name))
    return TRUE;
  vouch_set_field_error (error, "name", VOUCH_ERROR_INVALID, _ ("Begin the name of a sheet with a letter"));
  return FALSE;
}

/**
 * vouch_sheet_stock_check:
 * @self: a stock
 * @error: INVALID, with the field that is wrong
 *
 * Returns: whether sheets can be like that
 */
gboolean
vouch_sheet_stock_check (const VouchSheetStock *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return vouch_record_check (&vouch_sheet_stock_type, self, error) && check_name (self->name, error) &&
         check_range ("page_width_um", self->page_width_um, PAGE_MIN_UM, PAGE_MAX_UM, error) &&
         check_range ("page_height_um", self->page_height_um, PAGE_MIN_UM, PAGE_MAX_UM, error) &&
         check_range ("columns", self->columns, 1, COLUMNS_MAX, error) &&
         check_range ("rows", self->rows, 1, ROWS_MAX, error) &&
         check_range ("width_um", self->width_um, LABEL_MIN_UM, self->page_width_um, error) &&
         check_range ("height_um", self->height_um, LABEL_MIN_UM, self->page_height_um, error) &&
         check_run ("pitch_x_um", self->page_width_um, self->left_um, self->columns, self->width_um, self->pitch_x_um,
                    error) &&
         check_run ("pitch_y_um", self->page_height_um, self->top_um, self->rows, self->height_um, self->pitch_y_um,
                    error);
}

static char *
dup_size (gint64 width_um, gint64 height_um)
{
  return g_strdup_printf ("%.4g × %.4g mm", (double)width_um / 1000, (double)height_um / 1000);
}

/**
 * vouch_sheet_stock_takes:
 * @self: a stock
 * @width_um: of a label
 * @height_um: of a label
 * @error: (optional): DENIED, with both sizes
 *
 * Returns: whether such a label fits on one of the sheet's; a smaller one stands in its middle
 */
gboolean
vouch_sheet_stock_takes (const VouchSheetStock *self, int width_um, int height_um, GError **error)
{
  g_autofree char *wanted = NULL;
  g_autofree char *has = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (width_um <= self->width_um && height_um <= self->height_um)
    return TRUE;
  wanted = dup_size (width_um, height_um);
  has = dup_size (self->width_um, self->height_um);
  vouch_set_field_error (error, "sheet", VOUCH_ERROR_DENIED,
                         _ ("The labels of sheet %s are %s, and these are %s: choose a sheet with larger ones, or "
                            "another label"),
                         self->name, has, wanted);
  return FALSE;
}

/**
 * vouch_sheet_stock_get_n_positions:
 * @self: a stock
 *
 * Returns: how many labels a sheet has
 */
gint64
vouch_sheet_stock_get_n_positions (const VouchSheetStock *self)
{
  return self->columns * self->rows;
}

/**
 * vouch_sheet_stock_get_cell:
 * @self: a stock
 * @position: which label of a sheet, from 1
 * @um: (out): where on the page it is, micrometres
 */
void
vouch_sheet_stock_get_cell (const VouchSheetStock *self, gint64 position, VouchRect *um)
{
  g_return_if_fail (position >= 1 && position <= vouch_sheet_stock_get_n_positions (self));

  *um = (VouchRect){ (int)(self->left_um + (position - 1) % self->columns * self->pitch_x_um),
                     (int)(self->top_um + (position - 1) / self->columns * self->pitch_y_um), (int)self->width_um,
                     (int)self->height_um };
}

/**
 * vouch_sheet_stock_dup_words:
 * @self: a stock
 *
 * Returns: (transfer full): what it is, for people: "L7160 · 3 × 7 · 64 × 38.1 mm"
 */
char *
vouch_sheet_stock_dup_words (const VouchSheetStock *self)
{
  g_autofree char *size = dup_size (self->width_um, self->height_um);

  return g_strdup_printf ("%s · %d × %d · %s", self->name, (int)self->columns, (int)self->rows, size);
}
