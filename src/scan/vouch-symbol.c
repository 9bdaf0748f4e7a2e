#include "vouch-symbol.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-scanned-text.h"

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
  self->text = vouch_scanned_text_read (data, length, &self->length, &self->sure);
  return self;
}

/**
 * vouch_symbol_check:
 * @self: a symbol
 * @error: INVALID, and why, if the symbol is refused
 *
 * Returns: whether its content may be used
 */
gboolean
vouch_symbol_check (const VouchSymbol *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->refusal == VOUCH_SYMBOL_PART)
    g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                         _ ("This QR code is one of several that belong together (structured append); such codes are "
                            "not read. Ask the supplier for one whole code"));
  else if (self->refusal == VOUCH_SYMBOL_TOO_LONG)
    g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                         _ ("The code holds more text than any code of goods, so it was not taken"));
  return self->refusal == VOUCH_SYMBOL_TAKEN;
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

/**
 * vouch_symbol_copy:
 * @self: a symbol
 *
 * Returns: (transfer full): an equal one
 */
VouchSymbol *
vouch_symbol_copy (const VouchSymbol *self)
{
  VouchSymbol *copy = g_memdup2 (self, sizeof *self);

  copy->symbology = g_strdup (self->symbology);
  copy->text = g_memdup2 (self->text, self->length + 1);
  copy->bytes = g_bytes_ref (self->bytes);
  return copy;
}

/**
 * vouch_symbol_says_the_same:
 * @self: a symbol
 * @other: another one
 *
 * Returns: whether both have the same content in the same kind of code, wherever they lie
 */
gboolean
vouch_symbol_says_the_same (const VouchSymbol *self, const VouchSymbol *other)
{
  return strcmp (self->aim, other->aim) == 0 && strcmp (self->symbology, other->symbology) == 0 &&
         g_bytes_equal (self->bytes, other->bytes);
}
