#include "vouch-sheet-place.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"

/* Whoever looks for labels on sheets looks through so many, not through all that there are. */
#define RANGES_MAX 6

static gboolean
refuse (const VouchSheetStock *stock, const char *text, GError **error)
{
  vouch_set_field_error (error, "first_position", VOUCH_ERROR_INVALID,
                         _ ("“%s” is no label of sheet %s: give 1 to %d, or row and column like 2/1"), text,
                         stock->name, (int)vouch_sheet_stock_get_n_positions (stock));
  return FALSE;
}

/**
 * vouch_sheet_place_parse:
 * @stock: sheets
 * @text: a number, or row and column with a slash between them
 * @position: (out): which label, from 1
 * @error: INVALID if a sheet has no such label
 *
 * Returns: whether @text says one
 */
gboolean
vouch_sheet_place_parse (const VouchSheetStock *stock, const char *text, gint64 *position, GError **error)
{
  g_auto (GStrv) parts = NULL;
  guint64 row = 1, number;

  g_return_val_if_fail (stock != NULL && text != NULL, FALSE);

  parts = g_strsplit (text, "/", -1);
  if (g_strv_length (parts) == 1 &&
      g_ascii_string_to_unsigned (parts[0], 10, 1, (guint64)vouch_sheet_stock_get_n_positions (stock), &number, NULL))
    {
      *position = (gint64)number;
      return TRUE;
    }
  if (g_strv_length (parts) != 2 || !g_ascii_string_to_unsigned (parts[0], 10, 1, (guint64)stock->rows, &row, NULL) ||
      !g_ascii_string_to_unsigned (parts[1], 10, 1, (guint64)stock->columns, &number, NULL))
    return refuse (stock, text, error);
  *position = (gint64)(row - 1) * stock->columns + (gint64)number;
  return TRUE;
}

/**
 * vouch_sheet_place_check:
 * @stock: sheets
 * @position: which label
 * @error: INVALID if a sheet has no such label
 *
 * Returns: whether it has
 */
gboolean
vouch_sheet_place_check (const VouchSheetStock *stock, gint64 position, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, position);

  return (position >= 1 && position <= vouch_sheet_stock_get_n_positions (stock)) || refuse (stock, text, error);
}

/**
 * vouch_sheet_place_after:
 * @stock: sheets
 * @first: where the first label went
 * @n_labels: how many labels there were
 *
 * Returns: the first free position after them; 1 where that is a new sheet
 */
gint64
vouch_sheet_place_after (const VouchSheetStock *stock, gint64 first, gint64 n_labels)
{
  return (first - 1 + n_labels) % vouch_sheet_stock_get_n_positions (stock) + 1;
}

/**
 * vouch_sheet_place_count_sheets:
 * @stock: sheets
 * @first: where the first label goes
 * @n_labels: how many labels there are
 *
 * Returns: how many sheets they need
 */
gint64
vouch_sheet_place_count_sheets (const VouchSheetStock *stock, gint64 first, gint64 n_labels)
{
  gint64 n = vouch_sheet_stock_get_n_positions (stock);

  return n_labels == 0 ? 0 : (first - 1 + n_labels + n - 1) / n;
}

/**
 * vouch_sheet_place_count_labels:
 * @stock: sheets
 * @first: where the first label goes
 * @n_sheets: how many sheets there are
 *
 * Returns: how many labels they take
 */
gint64
vouch_sheet_place_count_labels (const VouchSheetStock *stock, gint64 first, gint64 n_sheets)
{
  return n_sheets == 0 ? 0 : n_sheets * vouch_sheet_stock_get_n_positions (stock) - (first - 1);
}

/**
 * vouch_sheet_place_dup_ranges:
 * @stock: sheets
 * @first: where the first label of this run went
 * @n_before: how many labels of the job came before this run
 * @n_from: how many labels of the job are known to be out
 * @n_to: how many may be
 *
 * Returns: (transfer full) (nullable): which labels each sheet has that may or may not be out: "13–33, 34–54"; %NULL
 *   if there is no such sheet
 */
char *
vouch_sheet_place_dup_ranges (const VouchSheetStock *stock, gint64 first, gint64 n_before, gint64 n_from, gint64 n_to)
{
  gint64 n_sheets = vouch_sheet_place_count_sheets (stock, first, n_from - n_before);
  GString *text = g_string_new (NULL);

  if (vouch_sheet_place_count_labels (stock, first, n_sheets) > n_from - n_before && n_sheets > 0)
    n_sheets--;
  for (guint i = 0; n_from < n_to && i < RANGES_MAX; i++, n_sheets++)
    {
      gint64 end = MIN (n_before + vouch_sheet_place_count_labels (stock, first, n_sheets + 1), n_to);

      g_string_append_printf (text, "%s%d–%d", text->len > 0 ? ", " : "", (int)n_from + 1, (int)end);
      n_from = end;
    }
  if (n_from < n_to)
    g_string_append (text, ", …");
  return g_string_free (text, text->len == 0);
}
