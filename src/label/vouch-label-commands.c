/* A label in a label printer's language, whatever way it takes to the printer. */
#include "vouch-label-commands-private.h"

#include "vouch-bitmap.h"
#include "vouch-dots.h"
#include "vouch-tspl.h"
#include "vouch-zpl.h"

/*
 * vouch_label_commands_append:
 * @out: where the bytes go
 * @label: a label, laid out for the printer's resolution
 * @profile: a printer that takes ZPL or TSPL
 * @error: STORAGE if there is no memory for its dots
 *
 * Returns: whether the label was added, whole
 */
gboolean
vouch_label_commands_append (GByteArray *out, const VouchLabel *label, const VouchPrinterProfile *profile,
                             GError **error)
{
  guint dpi = (guint)profile->dpi;
  g_autoptr (VouchBitmap) bitmap = vouch_bitmap_new_of_label (label, vouch_dots_from_um ((int)profile->dx_um, dpi),
                                                              vouch_dots_from_um ((int)profile->dy_um, dpi), error);

  if (bitmap == NULL)
    return FALSE;
  if (profile->language == VOUCH_PRINTER_LANGUAGE_ZPL)
    vouch_zpl_append_label (out, bitmap, profile);
  else
    vouch_tspl_append_label (out, bitmap, profile);
  return TRUE;
}
