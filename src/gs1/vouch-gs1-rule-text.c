#include <glib/gi18n-lib.h>

#include "vouch-gs1-rule.h"

typedef struct
{
  const char *name;
  const char *reason;
} RuleText;

/* The reasons end a sentence that names the element: "(17) 250231: there is no such date". */
static const RuleText texts[] = {
  [VOUCH_GS1_RULE_NONE] = { "none", N_ ("nothing is wrong") },
  [VOUCH_GS1_RULE_CHECK_DIGIT] = { "check_digit", N_ ("the check digit is wrong; scan or type it again") },
  [VOUCH_GS1_RULE_CHECK_PAIR] = { "check_pair", N_ ("the check characters are wrong; scan or type it again") },
  [VOUCH_GS1_RULE_CHECK_PAIR_MIXED] = { "check_pair",
                                        N_ ("the check characters are wrong, or there is no letter in it") },
  [VOUCH_GS1_RULE_COMPANY_PREFIX] = { "company_prefix", N_ ("it does not begin with a company prefix (digits)") },
  [VOUCH_GS1_RULE_DATE] = { "date", N_ ("there is no such date (YYMMDD)") },
  [VOUCH_GS1_RULE_DATE_OR_MONTH] = { "date", N_ ("there is no such date (YYMMDD, the day may be 00)") },
  [VOUCH_GS1_RULE_LONG_DATE] = { "date", N_ ("there is no such date (YYYYMMDD)") },
  [VOUCH_GS1_RULE_HOUR] = { "time", N_ ("there is no such hour") },
  [VOUCH_GS1_RULE_SIXTIETHS] = { "time", N_ ("there is no such minute or second") },
  [VOUCH_GS1_RULE_HOUR_MINUTE] = { "time", N_ ("there is no such time of day (hhmm)") },
  [VOUCH_GS1_RULE_COUNTRY] = { "country", N_ ("this is not a country's number (ISO 3166)") },
  [VOUCH_GS1_RULE_COUNTRY_OR_999] = { "country", N_ ("this is neither a country's number (ISO 3166) nor 999") },
  [VOUCH_GS1_RULE_COUNTRY_LETTERS] = { "country", N_ ("this is not a country's two letters (ISO 3166)") },
  [VOUCH_GS1_RULE_CURRENCY] = { "currency", N_ ("this is not a currency's number (ISO 4217)") },
  [VOUCH_GS1_RULE_PERCENT_CODE] = { "percent_code", N_ ("two hexadecimal digits must follow each %") },
  [VOUCH_GS1_RULE_LATITUDE] = { "latitude", N_ ("this latitude is beyond the pole") },
  [VOUCH_GS1_RULE_LONGITUDE] = { "longitude", N_ ("this longitude is more than once around the earth") },
  [VOUCH_GS1_RULE_YES_NO] = { "yes_no", N_ ("it must be 0 or 1") },
  [VOUCH_GS1_RULE_HYPHEN] = { "hyphen", N_ ("only a hyphen may follow the temperature") },
  [VOUCH_GS1_RULE_IMPORTER] = { "importer", N_ ("this is not an importer's index") },
  [VOUCH_GS1_RULE_PACKAGE_TYPE] = { "package_type", N_ ("this is not a type of package") },
  [VOUCH_GS1_RULE_MEDIA_TYPE] = { "media_type", N_ ("this is not a type of data carrier") },
  [VOUCH_GS1_RULE_SEX] = { "sex", N_ ("it must be 0, 1, 2 or 9") },
  [VOUCH_GS1_RULE_SEQUENCE] = { "sequence", N_ ("it must be a place in a sequence, as 1/2") },
  [VOUCH_GS1_RULE_NOT_ZERO] = { "not_zero", N_ ("it must not be zero") },
  [VOUCH_GS1_RULE_ZERO] = { "zero", N_ ("it must be zero") },
  [VOUCH_GS1_RULE_NO_LEADING_ZERO] = { "no_leading_zero", N_ ("it must not begin with zero") },
  [VOUCH_GS1_RULE_WINDING] = { "winding", N_ ("the direction of winding must be 0, 1 or 9") },
  [VOUCH_GS1_RULE_PIECE_OF_TOTAL] = { "piece_of_total", N_ ("it must be a piece's number and how many there are") },
  [VOUCH_GS1_RULE_IBAN] = { "iban", N_ ("this is not an IBAN, or its check digits are wrong") },
  [VOUCH_GS1_RULE_COUPON] = { "coupon", N_ ("this is not a coupon's code") },
  [VOUCH_GS1_RULE_COUPON_OFFER] = { "coupon", N_ ("this is not a coupon offer's code") },
  [VOUCH_GS1_RULE_CHARACTER] = { "character", N_ ("it has a character that is not allowed here") },
  [VOUCH_GS1_RULE_TOO_SHORT] = { "too_short", N_ ("it is too short") },
  [VOUCH_GS1_RULE_TOO_LONG] = { "too_long", N_ ("it is too long, or the separator after it is missing") },
  [VOUCH_GS1_RULE_EMPTY] = { "empty", N_ ("it is empty") },
  [VOUCH_GS1_RULE_UNKNOWN_AI] = { "unknown_ai", N_ ("there is no such application identifier") },
  [VOUCH_GS1_RULE_REPEATED] = { "repeated", N_ ("it is there more than once") },
  [VOUCH_GS1_RULE_CONTRADICTED] = { "repeated", N_ ("it is there again with another value") },
  [VOUCH_GS1_RULE_SEPARATOR] = { "separator", N_ ("there is a separator where none may be") },
  [VOUCH_GS1_RULE_BRACKETS] = { "brackets", N_ ("each identifier must stand in brackets, as (01)") },
  [VOUCH_GS1_RULE_SIZE] = { "size", N_ ("the code is too long to be goods data") },
  [VOUCH_GS1_RULE_EAN_LENGTH] = { "length", N_ ("this bar code must have 13 digits, or 8") },
  [VOUCH_GS1_RULE_URI_CHARACTER] = { "uri_character", N_ ("it has a character that no web address may have") },
  [VOUCH_GS1_RULE_URI_SCHEME] = { "uri_scheme", N_ ("a Digital Link begins with http:// or https://") },
  [VOUCH_GS1_RULE_URI_HOST] = { "uri_host", N_ ("the host name is missing or has a character too many") },
  [VOUCH_GS1_RULE_URI_CODING] = { "uri_coding", N_ ("two hexadecimal digits, not 00, must follow each %") },
  [VOUCH_GS1_RULE_URI_KEY] = { "uri_key", N_ ("this web address has no GS1 key in its path") },
  [VOUCH_GS1_RULE_URI_QUALIFIER] = { "uri_qualifier", N_ ("it does not belong there in the path of this key") },
  [VOUCH_GS1_RULE_URI_ATTRIBUTE] = { "uri_attribute", N_ ("it does not belong in the query of this Digital Link") },
  [VOUCH_GS1_RULE_REQUIRED] = { "required", N_ ("an element that belongs to it is missing") },
  [VOUCH_GS1_RULE_EXCLUDED] = { "excluded", N_ ("it must not stand beside another element") },
};

/**
 * vouch_gs1_rule_get_name:
 * @rule: a rule
 *
 * Returns: (transfer none): its name for machines, in lower snake case
 */
const char *
vouch_gs1_rule_get_name (VouchGs1Rule rule)
{
  g_return_val_if_fail (rule < G_N_ELEMENTS (texts), texts[0].name);

  return texts[rule].name;
}

/**
 * vouch_gs1_rule_get_reason:
 * @rule: a rule
 *
 * Returns: (transfer none): what is wrong where the rule does not hold, in the user's language
 */
const char *
vouch_gs1_rule_get_reason (VouchGs1Rule rule)
{
  g_return_val_if_fail (rule < G_N_ELEMENTS (texts), texts[0].reason);

  return _ (texts[rule].reason);
}
