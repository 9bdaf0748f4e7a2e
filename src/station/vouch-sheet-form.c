#include "vouch-sheet-form.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-length.h"

/* One text says one number, or two: "66x38.1", "3x7". */
static const struct
{
  const char *name;
  const char *field;  /* nullable: the name of the sheets */
  const char *second; /* nullable */
  gboolean is_count;
} properties[] = {
  { "name", NULL, NULL, FALSE },
  { "page", "page_width_um", "page_height_um", FALSE },
  { "labels", "columns", "rows", TRUE },
  { "size", "width_um", "height_um", FALSE },
  { "left", "left_um", NULL, FALSE },
  { "top", "top_um", NULL, FALSE },
  { "pitch", "pitch_x_um", "pitch_y_um", FALSE },
};

/**
 * vouch_sheet_form_new:
 *
 * Returns: (transfer full): nameless sheets of A4 to begin with, as many are
 */
VouchSheetStock *
vouch_sheet_form_new (void)
{
  VouchSheetStock *stock = vouch_sheet_stock_new ();

  *stock = (VouchSheetStock){ NULL, 210000, 297000, 3, 7, 63500, 38100, 7250, 15150, 66000, 38100 };
  return stock;
}

/**
 * vouch_sheet_form_list_names:
 *
 * Returns: (transfer none): the properties in their order; ends with %NULL
 */
const char *const *
vouch_sheet_form_list_names (void)
{
  static const char *const names[] = { "name", "page", "labels", "size", "left", "top", "pitch", NULL };

  return names;
}

static void
set_number (VouchSheetStock *stock, const char *field, gint64 number)
{
  vouch_record_set_number (vouch_record_find_field (&vouch_sheet_stock_type, field), stock, number);
}

static gint64
get_number (const VouchSheetStock *stock, const char *field)
{
  return vouch_record_get_number (vouch_record_find_field (&vouch_sheet_stock_type, field), stock);
}

/* Labels are counted as a size is written: columns by rows. */
static gboolean
take_pair (VouchSheetStock *stock, gsize property, const char *text, GError **error)
{
  gint64 unit = properties[property].is_count ? 1000 : 1;
  gint64 first, second;

  if (!vouch_length_parse_size (text, properties[property].name, &first, &second, error))
    return FALSE;
  if (first % unit != 0 || second % unit != 0)
    {
      vouch_set_field_error (error, properties[property].name, VOUCH_ERROR_INVALID,
                             _ ("“%s” is no number of labels: write columns and rows, like 3x7"), text);
      return FALSE;
    }
  set_number (stock, properties[property].field, first / unit);
  set_number (stock, properties[property].second, second / unit);
  return TRUE;
}

static gboolean
take (VouchSheetStock *stock, gsize property, const char *text, GError **error)
{
  gint64 um;

  if (properties[property].field == NULL)
    {
      g_free (stock->name);
      stock->name = g_strstrip (g_strdup (text));
      return TRUE;
    }
  if (properties[property].second != NULL)
    return take_pair (stock, property, text, error);
  if (!vouch_length_parse (text, properties[property].name, &um, error))
    return FALSE;
  set_number (stock, properties[property].field, um);
  return TRUE;
}

/**
 * vouch_sheet_form_take:
 * @stock: sheets, which are changed
 * @name: which of their properties
 * @text: as somebody wrote it
 * @error: INVALID if it is no such property, or the text is none for it
 *
 * Whether the sheets as a whole can be is asked with vouch_sheet_stock_check().
 *
 * Returns: whether it was taken
 */
gboolean
vouch_sheet_form_take (VouchSheetStock *stock, const char *name, const char *text, GError **error)
{
  g_return_val_if_fail (stock != NULL && name != NULL && text != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (properties); i++)
    if (strcmp (properties[i].name, name) == 0)
      return take (stock, i, text, error);
  vouch_set_field_error (error, name, VOUCH_ERROR_INVALID, _ ("Sheets have no “%s”"), name);
  return FALSE;
}

static char *
dup_property (const VouchSheetStock *stock, gsize property)
{
  gint64 unit = properties[property].is_count ? 1000 : 1;

  if (properties[property].field == NULL)
    return g_strdup (stock->name != NULL ? stock->name : "");
  if (properties[property].second == NULL)
    return vouch_length_to_string (get_number (stock, properties[property].field));
  return vouch_length_size_to_string (unit * get_number (stock, properties[property].field),
                                      unit * get_number (stock, properties[property].second));
}

/**
 * vouch_sheet_form_dup:
 * @stock: sheets
 * @name: which of their properties
 *
 * Returns: (transfer full): as somebody would write it
 */
char *
vouch_sheet_form_dup (const VouchSheetStock *stock, const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (properties); i++)
    if (strcmp (properties[i].name, name) == 0)
      return dup_property (stock, i);
  g_return_val_if_reached (g_strdup (""));
}
