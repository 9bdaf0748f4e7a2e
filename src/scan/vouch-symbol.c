#include "vouch-symbol.h"

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

/* The standard says UTF-8 or Latin 1, Chinese printers say GB18030. What is none of UTF-8 is guessed, hence not sure.
 */
static void
guess_text (VouchSymbol *self, const char *bytes, gsize length)
{
  self->sure = FALSE;
  self->text = g_convert (bytes, (gssize)length, "UTF-8", "GB18030", NULL, &self->length, NULL);
  if (self->text == NULL)
    self->text = g_convert (bytes, (gssize)length, "UTF-8", "ISO-8859-1", NULL, &self->length, NULL);
  if (self->text == NULL)
    self->text = g_strdup ("");
}

/**
 * vouch_symbol_new:
 * @symbology: the symbology's name
 * @aim: the AIM identifier, three characters
 * @bytes: the content
 *
 * Makes a symbol without place and quality. Content that is not UTF-8 is read as GB18030, and is never sure.
 *
 * Returns: (transfer full): the symbol, sure if its text is certain
 */
VouchSymbol *
vouch_symbol_new (const char *symbology, const char *aim, GBytes *bytes)
{
  VouchSymbol *self = g_new0 (VouchSymbol, 1);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  self->symbology = g_strdup (symbology);
  g_strlcpy (self->aim, aim, sizeof self->aim);
  self->bytes = g_bytes_ref (bytes);
  self->sure = TRUE;
  if (data == NULL)
    self->text = g_strdup ("");
  else if (!is_utf8 (data, length))
    guess_text (self, data, length);
  else
    {
      self->text = copy_text (data, length);
      self->length = length;
    }
  return self;
}

/**
 * vouch_symbol_free:
 * @self: (nullable) (transfer full): a symbol
 */
void
vouch_symbol_free (VouchSymbol *self)
{
  if (self == NULL)
    return;
  g_free (self->symbology);
  g_free (self->text);
  g_bytes_unref (self->bytes);
  g_free (self);
}
