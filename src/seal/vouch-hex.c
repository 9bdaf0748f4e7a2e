#include "vouch-hex.h"

#include <sodium.h>

/**
 * vouch_hex_write:
 * @bytes: any bytes
 * @length: how many
 *
 * Returns: (transfer full): 2 * @length lower-case hex digits; made in a time that does not depend on the bytes
 */
char *
vouch_hex_write (const void *bytes, gsize length)
{
  gsize size = 2 * length + 1;
  char *text = g_malloc (size);

  return sodium_bin2hex (text, size, bytes, length);
}

static int
digit_value (char digit)
{
  if (digit >= '0' && digit <= '9')
    return digit - '0';
  if (digit >= 'a' && digit <= 'f')
    return digit - 'a' + 10;
  return -1;
}

/**
 * vouch_hex_read:
 * @text: (nullable): what should be hex
 * @bytes: (out caller-allocates): the bytes; undefined on failure
 * @length: how many are expected
 *
 * Takes the one spelling that vouch_hex_write() makes, so that a value has one text.
 *
 * Returns: whether @text was exactly 2 * @length lower-case hex digits
 */
gboolean
vouch_hex_read (const char *text, guint8 *bytes, gsize length)
{
  if (text == NULL || strlen (text) != 2 * length)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      int high = digit_value (text[2 * i]);
      int low = digit_value (text[2 * i + 1]);

      if (high < 0 || low < 0)
        return FALSE;
      bytes[i] = (guint8)(high << 4 | low);
    }
  return TRUE;
}
