#include "vouch-quantity.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"

static gboolean
refuse_text (const char *text, GError **error)
{
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
               _ ("“%s” is not a quantity; write digits with at most six decimals, like 12.5"),
               text != NULL ? text : "");
  return FALSE;
}

static gboolean
refuse_range (GError **error)
{
  g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("The quantity is too large to be recorded"));
  return FALSE;
}

/**
 * vouch_quantity_parse:
 * @text: ASCII decimal digits, one optional leading minus, one optional point with one to six decimals
 * @quantity: (out): millionths
 * @error: INVALID if @text is anything else (exponents, NaN, a comma) or out of range
 *
 * Returns: whether @text was a quantity
 */
gboolean
vouch_quantity_parse (const char *text, gint64 *quantity, GError **error)
{
  const char *at = text;
  gint64 number = 0;
  int decimals = -1, digits = 0;
  gboolean negative;

  if (text == NULL)
    return refuse_text (text, error);
  negative = *at == '-';
  if (negative)
    at++;
  for (; *at != '\0'; at++)
    {
      if (*at == '.' && decimals < 0 && digits > 0)
        {
          decimals = 0;
          continue;
        }
      if (!g_ascii_isdigit (*at) || decimals >= 6)
        return refuse_text (text, error);
      if (__builtin_mul_overflow (number, 10, &number) || __builtin_add_overflow (number, *at - '0', &number))
        return refuse_range (error);
      digits++;
      if (decimals >= 0)
        decimals++;
    }
  if (digits == 0 || decimals == 0)
    return refuse_text (text, error);
  for (int i = MAX (decimals, 0); i < 6; i++)
    if (__builtin_mul_overflow (number, 10, &number))
      return refuse_range (error);
  *quantity = negative ? -number : number;
  return TRUE;
}

/**
 * vouch_quantity_to_string:
 * @quantity: millionths
 *
 * Returns: (transfer full): the shortest exact decimal number, with a point
 */
char *
vouch_quantity_to_string (gint64 quantity)
{
  guint64 size = quantity < 0 ? (guint64)0 - (guint64)quantity : (guint64)quantity;
  guint64 whole = size / VOUCH_QUANTITY_ONE, rest = size % VOUCH_QUANTITY_ONE;
  const char *sign = quantity < 0 ? "-" : "";
  int width = 6;

  if (rest == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT, sign, whole);
  for (; rest % 10 == 0; rest /= 10)
    width--;
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT, sign, whole, width, rest);
}

/**
 * vouch_quantity_add:
 * @a: millionths
 * @b: millionths, may be negative
 * @sum: (out): millionths
 * @error: INVALID if the sum does not fit
 *
 * Returns: whether the sum could be made
 */
gboolean
vouch_quantity_add (gint64 a, gint64 b, gint64 *sum, GError **error)
{
  return !__builtin_add_overflow (a, b, sum) || refuse_range (error);
}

/**
 * vouch_quantity_convert:
 * @quantity: millionths of one unit
 * @numerator: of the factor, above 0
 * @denominator: of the factor, above 0
 * @converted: (out): millionths of the other unit
 * @error: INVALID if the result is not exact or does not fit
 *
 * Multiplies by a fraction. An inexact conversion is refused, never rounded.
 *
 * Returns: whether the conversion was exact
 */
gboolean
vouch_quantity_convert (gint64 quantity, gint64 numerator, gint64 denominator, gint64 *converted, GError **error)
{
  __int128 product = (__int128)quantity * numerator;

  g_return_val_if_fail (numerator > 0 && denominator > 0, FALSE);

  if (product % denominator != 0)
    {
      g_autofree char *text = vouch_quantity_to_string (quantity);
      g_autofree char *factor = g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, numerator, denominator);

      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("%s cannot be converted exactly by %s"), text, factor);
      return FALSE;
    }
  product /= denominator;
  if (product > G_MAXINT64 || product < G_MININT64)
    return refuse_range (error);
  *converted = (gint64)product;
  return TRUE;
}
