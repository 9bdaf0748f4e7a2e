#include "vouch-pattern-words.h"

#include <glib/gi18n-lib.h>

const char *
vouch_pattern_words_of_kind (int kind)
{
  return kind == VOUCH_SCAN_PATTERN_KIND_WAYBILL ? _ ("A carrier's waybill") : _ ("A code of the house");
}

const char *
vouch_pattern_words_of_opens (int opens)
{
  switch ((VouchScanPatternOpens)opens)
    {
    case VOUCH_SCAN_PATTERN_OPENS_DELIVERY:
      return _ ("The delivery");
    case VOUCH_SCAN_PATTERN_OPENS_PRODUCT:
      return _ ("The product (SKU)");
    case VOUCH_SCAN_PATTERN_OPENS_LOT:
      return _ ("The lot number");
    case VOUCH_SCAN_PATTERN_OPENS_LOCATION:
      return _ ("A location");
    case VOUCH_SCAN_PATTERN_OPENS_NOTHING:
    default:
      return _ ("Nothing");
    }
}

const char *
vouch_pattern_words_of_check (int check)
{
  switch ((VouchCarrierCheck)check)
    {
    case VOUCH_CARRIER_CHECK_S10:
      return _ ("Postal items (S10)");
    case VOUCH_CARRIER_CHECK_UPS:
      return _ ("UPS, 1Z");
    case VOUCH_CARRIER_CHECK_FEDEX:
      return _ ("FedEx, 12 figures");
    case VOUCH_CARRIER_CHECK_MOD7:
      return _ ("The rest by 7");
    case VOUCH_CARRIER_CHECK_NONE:
    default:
      return _ ("None");
    }
}

/**
 * vouch_pattern_words_dup:
 * @pattern: a pattern
 *
 * Returns: (transfer full): what it says, as one line
 */
char *
vouch_pattern_words_dup (const VouchScanPattern *pattern)
{
  g_autoptr (GString) text = g_string_new (pattern->pattern);

  if (pattern->meaning != NULL && *pattern->meaning != '\0')
    g_string_append_printf (text, " · %s", pattern->meaning);
  if (pattern->kind == VOUCH_SCAN_PATTERN_KIND_USER)
    g_string_append_printf (text, " · %s", vouch_pattern_words_of_opens (pattern->opens));
  if (pattern->check_rule != VOUCH_CARRIER_CHECK_NONE)
    g_string_append_printf (text, " · %s", vouch_pattern_words_of_check (pattern->check_rule));
  if (!pattern->is_active)
    g_string_append_printf (text, " · %s", _ ("not in use"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}
