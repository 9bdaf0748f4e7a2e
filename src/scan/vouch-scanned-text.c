/* The standard says that a code's bytes are UTF-8 or Latin 1, Chinese printers say GB18030. */
#include "vouch-scanned-text.h"

#include <string.h>

/* g_utf8_validate () takes a NUL for the end, but here it is content. */
static gboolean
is_utf8 (const char *bytes, gsize length)
{
  g_autofree char *copy = g_memdup2 (bytes, MAX (length, 1));

  for (gsize i = 0; i < length; i++)
    if (copy[i] == '\0')
      copy[i] = ' ';
  return g_utf8_validate_len (copy, length, NULL);
}

static char *
copy_text (const char *bytes, gsize length)
{
  char *text = g_malloc (length + 1);

  memcpy (text, bytes, length);
  text[length] = '\0';
  return text;
}

static char *
guess (const char *bytes, gsize length, gsize *text_length)
{
  char *text = g_convert (bytes, (gssize)length, "UTF-8", "GB18030", NULL, text_length, NULL);

  if (text == NULL)
    text = g_convert (bytes, (gssize)length, "UTF-8", "ISO-8859-1", NULL, text_length, NULL);
  return text != NULL ? text : g_strdup ("");
}

/**
 * vouch_scanned_text_read:
 * @bytes: (array length=length) (nullable): what a code carries
 * @length: of @bytes
 * @text_length: (out): the length of the text in bytes, since it may hold NUL
 * @is_certain: (out): whether it is UTF-8; anything else is read as GB18030, and is a guess
 *
 * Returns: (transfer full): the text in UTF-8
 */
char *
vouch_scanned_text_read (const char *bytes, gsize length, gsize *text_length, gboolean *is_certain)
{
  *text_length = 0;
  *is_certain = TRUE;
  if (bytes == NULL || length == 0)
    return g_strdup ("");
  *is_certain = is_utf8 (bytes, length);
  if (!*is_certain)
    return guess (bytes, length, text_length);
  *text_length = length;
  return copy_text (bytes, length);
}
