/* Zebra's language. A label is one picture: no text of anybody's reaches the printer as text, so that none is ever
 * taken for a command, and no font of the printer is needed. */
#include "vouch-zpl.h"

#include <string.h>

/* Letters that say how often the next digit comes: G to Y one to nineteen times, g to z twenty to four hundred. */
#define SMALL_RUN_MAX 19
#define LARGE_RUN 20
#define LARGE_RUN_MAX 400

static void
append (GByteArray *out, const char *text)
{
  g_byte_array_append (out, (const guint8 *)text, (guint)strlen (text));
}

static void G_GNUC_PRINTF (2, 3) append_format (GByteArray *out, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list list;

  va_start (list, format);
  text = g_strdup_vprintf (format, list);
  va_end (list);
  append (out, text);
}

static void
append_byte (GByteArray *out, char byte)
{
  g_byte_array_append (out, (const guint8 *)&byte, 1);
}

static char
get_digit (const guint8 *row, guint index)
{
  return "0123456789ABCDEF"[index % 2 == 0 ? row[index / 2] >> 4 : row[index / 2] & 0x0f];
}

static void
append_run (GByteArray *out, char digit, guint count)
{
  while (count > 0)
    {
      guint large = MIN (count, LARGE_RUN_MAX) / LARGE_RUN;
      guint small = (MIN (count, LARGE_RUN_MAX) - large * LARGE_RUN);

      if (large > 0)
        append_byte (out, (char)('g' + large - 1));
      if (small > 1 || (small == 1 && large > 0))
        append_byte (out, (char)('G' + small - 1));
      append_byte (out, digit);
      count -= large * LARGE_RUN + small;
    }
}

/* How many of the row's digits come before the run of equal ones at its end. */
static guint
find_tail (const guint8 *row, guint n_digits, char digit)
{
  guint at = n_digits;

  while (at > 0 && get_digit (row, at - 1) == digit)
    at--;
  return at;
}

static void
append_row (GByteArray *out, const guint8 *row, guint stride)
{
  guint n_digits = stride * 2;
  guint white = find_tail (row, n_digits, '0');
  guint black = find_tail (row, n_digits, 'F');
  guint end = MIN (white, black);

  for (guint at = 0; at < end;)
    {
      guint run = 1;

      while (at + run < end && get_digit (row, at + run) == get_digit (row, at))
        run++;
      append_run (out, get_digit (row, at), run);
      at += run;
    }
  if (end < n_digits)
    append_byte (out, white < black ? ',' : '!');
}

static void
append_picture (GByteArray *out, const VouchBitmap *bitmap)
{
  guint size = bitmap->stride * bitmap->height;

  append_format (out, "^FO0,0^GFA,%u,%u,%u,", size, size, bitmap->stride);
  for (guint y = 0; y < bitmap->height; y++)
    {
      const guint8 *row = bitmap->bits + (gsize)y * bitmap->stride;

      if (y > 0 && memcmp (row, row - bitmap->stride, bitmap->stride) == 0)
        append_byte (out, ':');
      else
        append_row (out, row, bitmap->stride);
    }
  append (out, "^FS");
}

/**
 * vouch_zpl_append_label:
 * @out: what is sent
 * @bitmap: a label
 * @profile: its printer
 *
 * Appends one label. It says of everything that it depends on how it is to be, so that it comes out the same whatever
 * was sent to the printer before.
 */
void
vouch_zpl_append_label (GByteArray *out, const VouchBitmap *bitmap, const VouchPrinterProfile *profile)
{
  g_return_if_fail (out != NULL && bitmap != NULL && profile != NULL);

  if (profile->darkness > 0)
    append_format (out, "~SD%02d", (int)profile->darkness);
  append (out, "^XA^LH0,0^LS0^LT0^PON");
  if (profile->speed > 0)
    append_format (out, "^PR%d", (int)profile->speed);
  append_format (out, "^PW%u^LL%u", bitmap->width, bitmap->height);
  append_picture (out, bitmap);
  append (out, "^PQ1,0,0,N^XZ\r\n");
}
