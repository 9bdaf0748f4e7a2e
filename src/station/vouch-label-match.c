#include "vouch-label-match.h"

#include <string.h>

#include "vouch-gs1-reading.h"
#include "vouch-label-read.h"

static gboolean
take (VouchLabelRead *label, const VouchSymbol *symbol, VouchDate today)
{
  g_autofree char *text = g_strconcat (symbol->aim, symbol->text, NULL);
  g_autoptr (VouchGs1Reading) reading = vouch_gs1_reading_parse_scan (text, strlen (symbol->aim) + symbol->length);
  g_auto (VouchLabelRead) read = { 0 };

  return strlen (symbol->text) == symbol->length && vouch_gs1_reading_get_form (reading) != VOUCH_GS1_FORM_PLAIN &&
         vouch_gs1_reading_is_valid (reading) && vouch_label_read_from_elements (&read, reading, today, NULL) &&
         vouch_label_read_merge (label, &read) == VOUCH_LABEL_FACT_NONE;
}

/**
 * vouch_label_match:
 * @symbols: (element-type VouchSymbol): codes that were seen together
 * @today: the local date, for the century of dates
 *
 * Several codes in one picture may be those of several goods, or those of one label. They are one label's if all of
 * them are GS1's and nothing in them contradicts; whether they really are is for a person to say.
 *
 * Returns: whether they may be taken together
 */
gboolean
vouch_label_match (GPtrArray *symbols, VouchDate today)
{
  g_auto (VouchLabelRead) label = { 0 };

  g_return_val_if_fail (symbols != NULL, FALSE);

  for (guint i = 0; i < symbols->len; i++)
    if (!take (&label, g_ptr_array_index (symbols, i), today))
      return FALSE;
  return symbols->len > 1;
}
