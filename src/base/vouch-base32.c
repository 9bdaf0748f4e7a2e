#include "vouch-base32.h"

static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * vouch_base32_digit:
 * @value: 0 to 31
 *
 * Returns: the digit for @value
 */
char
vouch_base32_digit (guint value)
{
  g_return_val_if_fail (value < 32, '0');

  return alphabet[value];
}

/**
 * vouch_base32_value:
 * @digit: a character as a person may have typed it
 *
 * Returns: 0 to 31, or -1 where @digit belongs to no base-32 number
 */
int
vouch_base32_value (char digit)
{
  const char *found;

  digit = g_ascii_toupper (digit);
  if (digit == 'O')
    return 0;
  if (digit == 'I' || digit == 'L')
    return 1;
  found = digit != '\0' ? strchr (alphabet, digit) : NULL;
  return found != NULL ? (int)(found - alphabet) : -1;
}
