#include "vouch-symbol-words.h"

#include <string.h>

#include "vouch-gs1-write.h"
#include "vouch-text.h"

/**
 * vouch_symbol_words_of_content:
 * @symbol: a code that was found in a picture
 *
 * Returns: (transfer full): what it says, for people to read and harmless to show: GS1 elements stand in brackets, as
 *   they are printed below a bar code
 */
char *
vouch_symbol_words_of_content (const VouchSymbol *symbol)
{
  g_autofree char *flagged = NULL;
  g_autoptr (VouchGs1Reading) reading = NULL;

  g_return_val_if_fail (symbol != NULL, NULL);

  flagged = g_strconcat (symbol->aim, symbol->text, NULL);
  reading = vouch_gs1_reading_parse_scan (flagged, strlen (flagged));
  if (vouch_gs1_reading_get_form (reading) == VOUCH_GS1_FORM_ELEMENTS && vouch_gs1_reading_is_valid (reading) &&
      vouch_gs1_reading_get_n_elements (reading) > 0 && strlen (symbol->text) == symbol->length)
    return vouch_gs1_reading_to_string (reading, VOUCH_GS1_SYNTAX_BRACKETED);
  return vouch_text_show (symbol->text, (gssize)symbol->length);
}
