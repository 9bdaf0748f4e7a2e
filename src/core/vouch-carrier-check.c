#include "vouch-carrier-check.h"

#include <string.h>

static const char *const check_names[] = { "none", "s10", "ups", "fedex", "mod7", NULL };

const VouchEnum vouch_carrier_check_values = { check_names };

static gboolean
is_digits (const char *text, gsize length)
{
  return strspn (text, "0123456789") >= length;
}

static int
weigh (const char *digits, gsize n, const int *weights, gsize n_weights)
{
  int sum = 0;

  for (gsize i = 0; i < n; i++)
    sum += (digits[i] - '0') * weights[i % n_weights];
  return sum;
}

static gboolean
check_s10 (const char *number)
{
  static const int weights[] = { 8, 6, 4, 2, 3, 5, 9, 7 };
  int rest;

  if (strlen (number) != 13 || !is_digits (number + 2, 9))
    return FALSE;
  rest = 11 - weigh (number + 2, 8, weights, G_N_ELEMENTS (weights)) % 11;
  rest = rest == 10 ? 0 : rest == 11 ? 5 : rest;
  return number[10] - '0' == rest;
}

/* Letters count from A = 2 on, and every second character twice. */
static gboolean
check_ups (const char *number)
{
  int sum = 0;

  if (strlen (number) != 18 || !g_str_has_prefix (number, "1Z") || !g_ascii_isdigit (number[17]))
    return FALSE;
  for (int i = 2; i < 17; i++)
    {
      int value = g_ascii_isdigit (number[i]) ? number[i] - '0' : (number[i] - 'A' + 2) % 10;

      if (!g_ascii_isdigit (number[i]) && !g_ascii_isupper (number[i]))
        return FALSE;
      sum += value * (i % 2 == 0 ? 1 : 2);
    }
  return (10 - sum % 10) % 10 == number[17] - '0';
}

static gboolean
check_fedex (const char *number)
{
  static const int weights[] = { 3, 1, 7 };

  return strlen (number) == 12 && is_digits (number, 12) &&
         weigh (number, 11, weights, G_N_ELEMENTS (weights)) % 11 % 10 == number[11] - '0';
}

static gboolean
check_mod7 (const char *number)
{
  gsize length = strlen (number);
  int rest = 0;

  if (length < 2 || !is_digits (number, length))
    return FALSE;
  for (gsize i = 0; i < length - 1; i++)
    rest = (rest * 10 + (number[i] - '0')) % 7;
  return rest == number[length - 1] - '0';
}

/**
 * vouch_carrier_check_holds:
 * @check: how the number checks itself
 * @number: a carrier's number
 *
 * Returns: whether its check digit is right; a number that checks nothing always holds
 */
gboolean
vouch_carrier_check_holds (VouchCarrierCheck check, const char *number)
{
  switch (check)
    {
    case VOUCH_CARRIER_CHECK_S10:
      return check_s10 (number);
    case VOUCH_CARRIER_CHECK_UPS:
      return check_ups (number);
    case VOUCH_CARRIER_CHECK_FEDEX:
      return check_fedex (number);
    case VOUCH_CARRIER_CHECK_MOD7:
      return check_mod7 (number);
    case VOUCH_CARRIER_CHECK_NONE:
    default:
      return TRUE;
    }
}
