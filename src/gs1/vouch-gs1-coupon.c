/* North American coupons (8110 and 8112): digits in which a length digit goes before each field. */
#include "vouch-gs1-coupon.h"

#include <string.h>

#include "vouch-gs1-ai.h"
#include "vouch-gs1-rule.h"

#define NO_COMPANY '9'

typedef struct
{
  const char *at;
  gsize left;
} Reader;

static gboolean
skip (Reader *reader, gsize n_digits)
{
  if (reader->left < n_digits)
    return FALSE;
  reader->at += n_digits;
  reader->left -= n_digits;
  return TRUE;
}

/* One digit out of @choices. */
static gboolean
take_choice (Reader *reader, const char *choices)
{
  return reader->left > 0 && reader->at[0] != '\0' && strchr (choices, reader->at[0]) != NULL && skip (reader, 1);
}

/* A length digit out of @choices, and as many digits as it says and @more. */
static gboolean
take_field (Reader *reader, const char *choices, gsize more)
{
  const char *length = reader->at;

  return take_choice (reader, choices) && skip (reader, (gsize)(*length - '0') + more);
}

/* A company prefix of 6 to 12 digits, or a 9: the same company as before. */
static gboolean
take_other_company (Reader *reader)
{
  if (reader->left > 0 && reader->at[0] == NO_COMPANY)
    return skip (reader, 1);
  return take_field (reader, "0123456", 6);
}

/* How much must be bought, the kind of that figure, and the family of goods. */
static gboolean
take_purchase (Reader *reader)
{
  return take_field (reader, "12345", 0) && take_choice (reader, "012349") && skip (reader, 3);
}

static gboolean
take_date (Reader *reader, const char **date)
{
  *date = reader->at;
  return skip (reader, 6) && vouch_gs1_rule_holds (VOUCH_GS1_RULE_DATE, *date, 6);
}

static gboolean
starts_option (Reader *reader, char option)
{
  return reader->left > 0 && reader->at[0] == option && skip (reader, 1);
}

static gboolean
take_dates (Reader *reader)
{
  const char *expiry = NULL, *start;

  if (starts_option (reader, '3') && !take_date (reader, &expiry))
    return FALSE;
  if (!starts_option (reader, '4'))
    return TRUE;
  return take_date (reader, &start) && (expiry == NULL || memcmp (start, expiry, 6) <= 0);
}

static gboolean
take_options (Reader *reader)
{
  if (starts_option (reader, '1') &&
      !(take_choice (reader, "0123") && take_purchase (reader) && take_other_company (reader)))
    return FALSE;
  if (starts_option (reader, '2') && !(take_purchase (reader) && take_other_company (reader)))
    return FALSE;
  if (!take_dates (reader))
    return FALSE;
  if (starts_option (reader, '5') && !take_field (reader, "0123456789", 6))
    return FALSE;
  if (starts_option (reader, '6') && !take_field (reader, "1234567", 6))
    return FALSE;
  if (starts_option (reader, '9') &&
      !(take_choice (reader, "01256") && take_choice (reader, "012") && skip (reader, 1) && take_choice (reader, "01")))
    return FALSE;
  return TRUE;
}

static gboolean
is_all_digits (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return length > 0;
}

/**
 * vouch_gs1_coupon_is_valid:
 * @text: (array length=length): the value of 8110
 * @length: its length
 *
 * Company, offer, value saved, purchase required, and options in ascending order.
 *
 * Returns: whether the coupon can be read to its end
 */
gboolean
vouch_gs1_coupon_is_valid (const char *text, gsize length)
{
  Reader reader = { text, length };

  return is_all_digits (text, length) && take_field (&reader, "0123456", 6) && skip (&reader, 6) &&
         take_field (&reader, "12345", 0) && take_purchase (&reader) && take_options (&reader) && reader.left == 0;
}

/**
 * vouch_gs1_coupon_offer_is_valid:
 * @text: (array length=length): the value of 8112
 * @length: its length
 *
 * Format, funder, offer and serial number.
 *
 * Returns: whether the coupon can be read to its end
 */
gboolean
vouch_gs1_coupon_offer_is_valid (const char *text, gsize length)
{
  Reader reader = { text, length };

  return is_all_digits (text, length) && take_choice (&reader, "01") && take_field (&reader, "0123456", 6) &&
         skip (&reader, 6) && take_field (&reader, "0123456789", 6) && reader.left == 0;
}
