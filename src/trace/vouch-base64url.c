#include "vouch-base64url.h"

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/**
 * vouch_base64url_write:
 * @bytes: any bytes
 * @length: how many
 *
 * Returns: (transfer full): base64url without padding
 */
char *
vouch_base64url_write (const void *bytes, gsize length)
{
  const guint8 *at = bytes;
  char *text = g_malloc (length / 3 * 4 + 5);
  gsize n_digits = 0;

  for (gsize i = 0; i < length; i += 3)
    {
      guint32 three = (guint32)at[i] << 16 | (i + 1 < length ? (guint32)at[i + 1] << 8 : 0) |
                      (i + 2 < length ? (guint32)at[i + 2] : 0);
      guint n = (guint)MIN (length - i, 3) + 1;

      for (guint k = 0; k < n; k++)
        text[n_digits++] = alphabet[three >> (18 - 6 * k) & 63];
    }
  text[n_digits] = '\0';
  return text;
}

static int
digit_value (char digit)
{
  if (digit >= 'A' && digit <= 'Z')
    return digit - 'A';
  if (digit >= 'a' && digit <= 'z')
    return digit - 'a' + 26;
  if (digit >= '0' && digit <= '9')
    return digit - '0' + 52;
  return digit == '-' ? 62 : digit == '_' ? 63 : -1;
}

/**
 * vouch_base64url_read:
 * @text: what should be base64url
 *
 * Returns: (transfer full) (nullable): the bytes; %NULL if @text has padding, another character, a length that no bytes
 *   have, or bits set beyond the last byte
 */
GBytes *
vouch_base64url_read (const char *text)
{
  gsize n_digits = strlen (text);
  g_autofree guint8 *bytes = g_malloc (n_digits / 4 * 3 + 3);
  gsize length = 0;
  guint32 bits = 0;
  guint n_bits = 0;

  for (gsize i = 0; i < n_digits; i++)
    {
      int value = digit_value (text[i]);

      if (value < 0)
        return NULL;
      bits = bits << 6 | (guint32)value;
      n_bits += 6;
      if (n_bits >= 8)
        {
          n_bits -= 8;
          bytes[length++] = (guint8)(bits >> n_bits);
          bits &= (1u << n_bits) - 1;
        }
    }
  if (n_digits % 4 == 1 || bits != 0)
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&bytes), length);
}
