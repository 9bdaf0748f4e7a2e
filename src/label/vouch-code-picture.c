#include "vouch-code-picture.h"

#include <string.h>

#include "vouch-code.h"

#define BAR_HEIGHT_MIN 40

/* Bars are a quarter as high as the symbol is wide, but not lower than what a hand-held reader hits with ease. */
static guint
count_rows (const VouchCode *code, int quiet)
{
  if (vouch_symbology_is_linear (vouch_code_get_symbology (code)))
    return (guint)MAX (BAR_HEIGHT_MIN, vouch_code_get_columns (code) / 4);
  return (guint)(vouch_code_get_rows (code) + 2 * quiet);
}

static gboolean
is_dark (const VouchCode *code, int column, int row)
{
  if (column < 0 || column >= vouch_code_get_columns (code))
    return FALSE;
  if (vouch_symbology_is_linear (vouch_code_get_symbology (code)))
    row = 0;
  return row >= 0 && row < vouch_code_get_rows (code) && vouch_code_is_dark (code, column, row);
}

/**
 * vouch_code_picture:
 * @text: what to encode; GS1 symbols take the bracketed form
 * @symbology: as what
 * @module: how many pixels a module is wide, 1 to 50
 * @pixels: (out) (transfer full): one byte a pixel, 0 is black and 255 is white; free with g_free()
 * @width: (out): pixels a row
 * @height: (out): rows
 * @stride: (out): bytes a row
 * @error: INVALID if @text is not right for the symbology
 *
 * Draws one symbol with its quiet zone.
 *
 * Returns: whether there is a picture
 */
gboolean
vouch_code_picture (const char *text, VouchSymbology symbology, guint module, guint8 **pixels, guint *width,
                    guint *height, guint *stride, GError **error)
{
  g_autoptr (VouchCode) code = NULL;
  int quiet = vouch_symbology_get_quiet_zone (symbology);
  int top;

  g_return_val_if_fail (module >= 1 && module <= VOUCH_CODE_PICTURE_MODULE_MAX, FALSE);

  code = vouch_code_new (symbology, text, error);
  if (code == NULL)
    return FALSE;
  top = vouch_symbology_is_linear (symbology) ? 0 : quiet;
  *width = *stride = (guint)(vouch_code_get_columns (code) + 2 * quiet) * module;
  *height = count_rows (code, quiet) * module;
  *pixels = g_malloc ((gsize)*stride * *height);
  for (guint y = 0; y < *height; y++)
    for (guint x = 0; x < *width; x++)
      (*pixels)[(gsize)y * *stride + x] = is_dark (code, (int)(x / module) - quiet, (int)(y / module) - top) ? 0 : 0xff;
  return TRUE;
}
