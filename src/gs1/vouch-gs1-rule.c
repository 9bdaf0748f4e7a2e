#include "vouch-gs1-rule.h"

#include <string.h>

#include "vouch-gs1-check.h"
#include "vouch-gs1-code-list.h"
#include "vouch-gs1-coupon.h"

#define PREFIX_LENGTH 4
#define IBAN_MIN 11

typedef gboolean (*Check) (const char *text, gsize length);

/* The number that up to ten digits make; -1 if there is something else among them. */
static gint64
number_of (const char *text, gsize length)
{
  gint64 number = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      number = number * 10 + (text[i] - '0');
    }
  return number;
}

static gboolean
is_between (const char *text, gsize length, gint64 least, gint64 most)
{
  gint64 number = number_of (text, length);

  return number >= least && number <= most;
}

static gboolean
is_one_of (const char *text, gsize length, const char *choices)
{
  return length == 1 && text[0] != '\0' && strchr (choices, text[0]) != NULL;
}

static gboolean
is_check_pair (const char *text, gsize length)
{
  return number_of (text, MIN (length, PREFIX_LENGTH)) >= 0 && vouch_gs1_check_pair_matches (text, length);
}

static gboolean
is_check_pair_mixed (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (text[i]))
      return is_check_pair (text, length);
  return FALSE;
}

/* Which prefixes are given out changes daily and is not ours to know; all begin with four digits at least. */
static gboolean
is_company_prefix (const char *text, gsize length)
{
  return length >= PREFIX_LENGTH && number_of (text, PREFIX_LENGTH) >= 0;
}

static gboolean
is_day (gint64 year, gint64 month, gint64 day)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gboolean leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

  return month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1] + (month == 2 && leap ? 1 : 0);
}

/* Year 00 is 2000 until the year 2050, so that without a clock every fourth year is known to be a leap year. */
static gboolean
is_date (const char *text, gsize length)
{
  return length == 6 && number_of (text, length) >= 0 &&
         is_day (2000 + number_of (text, 2), number_of (text + 2, 2), number_of (text + 4, 2));
}

static gboolean
is_date_or_month (const char *text, gsize length)
{
  if (length == 6 && memcmp (text + 4, "00", 2) == 0)
    return number_of (text, 2) >= 0 && is_between (text + 2, 2, 1, 12);
  return is_date (text, length);
}

static gboolean
is_long_date (const char *text, gsize length)
{
  return length == 8 && number_of (text, length) >= 0 &&
         is_day (number_of (text, 4), number_of (text + 4, 2), number_of (text + 6, 2));
}

static gboolean
is_hour (const char *text, gsize length)
{
  return length == 2 && is_between (text, length, 0, 23);
}

static gboolean
is_sixtieths (const char *text, gsize length)
{
  return length == 2 && is_between (text, length, 0, 59);
}

static gboolean
is_hour_minute (const char *text, gsize length)
{
  return length == 4 && is_hour (text, 2) && is_sixtieths (text + 2, 2);
}

static gboolean
is_country (const char *text, gsize length)
{
  return length == 3 && vouch_gs1_is_country (text);
}

static gboolean
is_country_or_999 (const char *text, gsize length)
{
  return is_country (text, length) || (length == 3 && memcmp (text, "999", 3) == 0);
}

static gboolean
is_country_letters (const char *text, gsize length)
{
  return length == 2 && vouch_gs1_is_country_letters (text);
}

static gboolean
is_currency (const char *text, gsize length)
{
  return length == 3 && vouch_gs1_is_currency (text);
}

static gboolean
is_percent_code (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (text[i] == '%' && (length - i < 3 || !g_ascii_isxdigit (text[i + 1]) || !g_ascii_isxdigit (text[i + 2])))
      return FALSE;
  return TRUE;
}

/* Ten-millionths of a degree, counted from the south pole and from the Greenwich meridian. */
static gboolean
is_latitude (const char *text, gsize length)
{
  return is_between (text, length, 0, G_GINT64_CONSTANT (1800000000));
}

static gboolean
is_longitude (const char *text, gsize length)
{
  return is_between (text, length, 0, G_GINT64_CONSTANT (3600000000));
}

static gboolean
is_yes_no (const char *text, gsize length)
{
  return is_one_of (text, length, "01");
}

static gboolean
is_hyphen (const char *text, gsize length)
{
  return is_one_of (text, length, "-");
}

static gboolean
is_importer (const char *text, gsize length)
{
  return length == 1 && (g_ascii_isalnum (text[0]) || text[0] == '-' || text[0] == '_');
}

/* 01 to 10 are assigned by ICCBBA, 80 to 99 are for national use, the rest is reserved. */
static gboolean
is_media_type (const char *text, gsize length)
{
  return length == 2 && (is_between (text, 2, 1, 10) || is_between (text, 2, 80, 99));
}

static gboolean
is_sex (const char *text, gsize length)
{
  return is_one_of (text, length, "0129");
}

/* "2/3": the second of three. */
static gboolean
is_sequence (const char *text, gsize length)
{
  const char *slash = memchr (text, '/', length);
  gint64 place, total;

  if (slash == NULL || slash == text || slash == text + length - 1 || text[0] == '0' || slash[1] == '0')
    return FALSE;
  place = number_of (text, (gsize)(slash - text));
  total = number_of (slash + 1, length - 1 - (gsize)(slash - text));
  return place > 0 && total >= place;
}

static gboolean
is_not_zero (const char *text, gsize length)
{
  return number_of (text, length) > 0;
}

static gboolean
is_zero (const char *text, gsize length)
{
  return number_of (text, length) == 0;
}

static gboolean
has_no_leading_zero (const char *text, gsize length)
{
  return length == 0 || text[0] != '0';
}

static gboolean
is_winding (const char *text, gsize length)
{
  return is_one_of (text, length, "019");
}

static gboolean
is_piece_of_total (const char *text, gsize length)
{
  gint64 piece, total;

  if (length == 0 || length % 2 != 0)
    return FALSE;
  piece = number_of (text, length / 2);
  total = number_of (text + length / 2, length / 2);
  return piece > 0 && total >= piece;
}

/* The account number is read with its first four characters at the end and letters as 10 to 35; modulo 97 it is 1. */
static gboolean
is_iban (const char *text, gsize length)
{
  guint rest = 0;

  if (length < IBAN_MIN || !vouch_gs1_is_country_letters (text))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      char c = text[(i + 4) % length];

      if (g_ascii_isdigit (c))
        rest = (rest * 10 + (guint)(c - '0')) % 97;
      else if (g_ascii_isupper (c))
        rest = (rest * 100 + (guint)(c - 'A') + 10) % 97;
      else
        return FALSE;
    }
  return rest == 1;
}

static const Check checks[] = {
  [VOUCH_GS1_RULE_CHECK_DIGIT] = vouch_gs1_check_digit_matches,
  [VOUCH_GS1_RULE_CHECK_PAIR] = is_check_pair,
  [VOUCH_GS1_RULE_CHECK_PAIR_MIXED] = is_check_pair_mixed,
  [VOUCH_GS1_RULE_COMPANY_PREFIX] = is_company_prefix,
  [VOUCH_GS1_RULE_DATE] = is_date,
  [VOUCH_GS1_RULE_DATE_OR_MONTH] = is_date_or_month,
  [VOUCH_GS1_RULE_LONG_DATE] = is_long_date,
  [VOUCH_GS1_RULE_HOUR] = is_hour,
  [VOUCH_GS1_RULE_SIXTIETHS] = is_sixtieths,
  [VOUCH_GS1_RULE_HOUR_MINUTE] = is_hour_minute,
  [VOUCH_GS1_RULE_COUNTRY] = is_country,
  [VOUCH_GS1_RULE_COUNTRY_OR_999] = is_country_or_999,
  [VOUCH_GS1_RULE_COUNTRY_LETTERS] = is_country_letters,
  [VOUCH_GS1_RULE_CURRENCY] = is_currency,
  [VOUCH_GS1_RULE_PERCENT_CODE] = is_percent_code,
  [VOUCH_GS1_RULE_LATITUDE] = is_latitude,
  [VOUCH_GS1_RULE_LONGITUDE] = is_longitude,
  [VOUCH_GS1_RULE_YES_NO] = is_yes_no,
  [VOUCH_GS1_RULE_HYPHEN] = is_hyphen,
  [VOUCH_GS1_RULE_IMPORTER] = is_importer,
  [VOUCH_GS1_RULE_PACKAGE_TYPE] = vouch_gs1_is_package_type,
  [VOUCH_GS1_RULE_MEDIA_TYPE] = is_media_type,
  [VOUCH_GS1_RULE_SEX] = is_sex,
  [VOUCH_GS1_RULE_SEQUENCE] = is_sequence,
  [VOUCH_GS1_RULE_NOT_ZERO] = is_not_zero,
  [VOUCH_GS1_RULE_ZERO] = is_zero,
  [VOUCH_GS1_RULE_NO_LEADING_ZERO] = has_no_leading_zero,
  [VOUCH_GS1_RULE_WINDING] = is_winding,
  [VOUCH_GS1_RULE_PIECE_OF_TOTAL] = is_piece_of_total,
  [VOUCH_GS1_RULE_IBAN] = is_iban,
  [VOUCH_GS1_RULE_COUPON] = vouch_gs1_coupon_is_valid,
  [VOUCH_GS1_RULE_COUPON_OFFER] = vouch_gs1_coupon_offer_is_valid,
};

/**
 * vouch_gs1_rule_holds:
 * @rule: what the table asks of a part
 * @text: (array length=length): the part, its characters already known to be of its set
 * @length: its length
 *
 * Returns: whether the part is what it should be
 */
gboolean
vouch_gs1_rule_holds (VouchGs1Rule rule, const char *text, gsize length)
{
  return rule >= G_N_ELEMENTS (checks) || checks[rule] == NULL || checks[rule](text, length);
}

/**
 * vouch_gs1_charset_has:
 * @charset: a character set
 * @c: a byte
 *
 * Returns: whether @c may stand in a part of this set. The padding of base64 is not a character of its set.
 */
gboolean
vouch_gs1_charset_has (VouchGs1Charset charset, char c)
{
  switch (charset)
    {
    case VOUCH_GS1_DIGITS:
      return g_ascii_isdigit (c);
    case VOUCH_GS1_CHARSET_82:
      return g_ascii_isalnum (c) || (c != '\0' && strchr ("!\"%&'()*+,-./:;<=>?_", c) != NULL);
    case VOUCH_GS1_CHARSET_39:
      return g_ascii_isdigit (c) || g_ascii_isupper (c) || c == '#' || c == '-' || c == '/';
    case VOUCH_GS1_CHARSET_64:
      return g_ascii_isalnum (c) || c == '-' || c == '_';
    default:
      return FALSE;
    }
}
