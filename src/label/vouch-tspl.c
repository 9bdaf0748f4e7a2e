/* TSC's language. As in Zebra's a label is one picture, but its bytes are sent as they are, and a bit that is set is
 * white. */
#include "vouch-tspl.h"

#include <string.h>

#include "vouch-dots.h"

static void G_GNUC_PRINTF (2, 3) append_format (GByteArray *out, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list list;

  va_start (list, format);
  text = g_strdup_vprintf (format, list);
  va_end (list);
  g_byte_array_append (out, (const guint8 *)text, (guint)strlen (text));
}

/* Micrometres as millimetres; a decimal point, whatever the language. */
static void
append_length (GByteArray *out, gint64 um)
{
  append_format (out, "%d.%03d mm", (int)(um / 1000), (int)(um % 1000));
}

static void
append_medium (GByteArray *out, const VouchBitmap *bitmap, const VouchPrinterProfile *profile)
{
  gboolean has_stock = profile->width_um > 0;
  guint dpi = (guint)profile->dpi;

  append_format (out, "SIZE ");
  append_length (out, has_stock ? profile->width_um : vouch_dots_to_um ((int)bitmap->width, dpi));
  append_format (out, ",");
  append_length (out, has_stock ? profile->height_um : vouch_dots_to_um ((int)bitmap->height, dpi));
  append_format (out, "\r\nGAP ");
  append_length (out, profile->gap_um);
  append_format (out, ",0 mm\r\n");
}

static void
append_picture (GByteArray *out, const VouchBitmap *bitmap)
{
  guint size = bitmap->stride * bitmap->height;
  guint at;

  append_format (out, "BITMAP 0,0,%u,%u,0,", bitmap->stride, bitmap->height);
  at = out->len;
  g_byte_array_set_size (out, at + size);
  for (guint i = 0; i < size; i++)
    out->data[at + i] = (guint8)~bitmap->bits[i];
}

/**
 * vouch_tspl_append_label:
 * @out: what is sent
 * @bitmap: a label
 * @profile: its printer
 *
 * Appends one label, with all that it depends on.
 */
void
vouch_tspl_append_label (GByteArray *out, const VouchBitmap *bitmap, const VouchPrinterProfile *profile)
{
  g_return_if_fail (out != NULL && bitmap != NULL && profile != NULL);

  append_medium (out, bitmap, profile);
  if (profile->darkness > 0)
    append_format (out, "DENSITY %d\r\n", (int)profile->darkness);
  if (profile->speed > 0)
    append_format (out, "SPEED %d\r\n", (int)profile->speed);
  append_format (out, "DIRECTION 0,0\r\nREFERENCE 0,0\r\nCLS\r\n");
  append_picture (out, bitmap);
  append_format (out, "\r\nPRINT 1,1\r\n");
}
