#include "vouch-gs1-check.h"

#include <string.h>

#define PAIR_LENGTH 2
#define PAIR_MODULUS 1021

static gboolean
all_digits (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return TRUE;
}

static char
check_digit (const char *digits, gsize length)
{
  guint sum = 0;

  /* The weights are 3, 1, 3 … from the right, whatever the length. */
  for (gsize i = 0; i < length; i++)
    sum += (guint)(digits[i] - '0') * ((length - i) % 2 == 1 ? 3 : 1);
  return (char)('0' + (10 - sum % 10) % 10);
}

/**
 * vouch_gs1_check_digit:
 * @digits: a number of a key without its check digit
 *
 * Returns: the check digit, or 0 if @digits is empty or is not all digits
 */
char
vouch_gs1_check_digit (const char *digits)
{
  gsize length = strlen (digits);

  return length > 0 && all_digits (digits, length) ? check_digit (digits, length) : '\0';
}

/**
 * vouch_gs1_check_digit_matches:
 * @digits: (array length=length): digits, the last one is the check digit
 * @length: how many
 *
 * Returns: whether these are digits and the last one is right
 */
gboolean
vouch_gs1_check_digit_matches (const char *digits, gsize length)
{
  return length >= 2 && all_digits (digits, length) && check_digit (digits, length - 1) == digits[length - 1];
}

/**
 * vouch_gs1_check_digit_is_right:
 * @digits: (nullable): what may be a GTIN (8, 12, 13 or 14 digits), GLN (13), GSIN (17), SSCC or GSRN (18)
 *
 * Returns: whether @digits has one of these lengths and ends with its check digit
 */
gboolean
vouch_gs1_check_digit_is_right (const char *digits)
{
  gsize length = digits != NULL ? strlen (digits) : 0;

  switch (length)
    {
    case 8:
    case 12:
    case 13:
    case 14:
    case 17:
    case 18:
      return vouch_gs1_check_digit_matches (digits, length);
    default:
      return FALSE;
    }
}

/* The place of a character in GS1's character set 82, which is in ASCII order but has gaps; -1 if it is not in it. */
static int
value_82 (char c)
{
  static const char set[] = "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
  const char *at = c != '\0' ? strchr (set, c) : NULL;

  return at != NULL ? (int)(at - set) : -1;
}

/**
 * vouch_gs1_check_pair:
 * @text: (array length=length): an alphanumeric key without its check characters
 * @length: its length, at most 97
 * @pair: (out): the two check characters
 *
 * The check characters of a GMN and a MUDI: a sum modulo 1021 of the characters' places in character set 82, each
 * weighted with a prime number, the last one with 2; written as two characters of a set of 32 without 0, 1, I and O.
 *
 * Returns: whether @text has only characters that can be summed
 */
gboolean
vouch_gs1_check_pair (const char *text, gsize length, char pair[3])
{
  static const char set[] = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  static const guint16 primes[] = { 2,   3,   5,   7,   11,  13,  17,  19,  23,  29,  31,  37,  41,  43,  47,  53,  59,
                                    61,  67,  71,  73,  79,  83,  89,  97,  101, 103, 107, 109, 113, 127, 131, 137, 139,
                                    149, 151, 157, 163, 167, 173, 179, 181, 191, 193, 197, 199, 211, 223, 227, 229, 233,
                                    239, 241, 251, 257, 263, 269, 271, 277, 281, 283, 293, 307, 311, 313, 317, 331, 337,
                                    347, 349, 353, 359, 367, 373, 379, 383, 389, 397, 401, 409, 419, 421, 431, 433, 439,
                                    443, 449, 457, 461, 463, 467, 479, 487, 491, 499, 503, 509 };
  guint sum = 0;

  if (length > G_N_ELEMENTS (primes))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      int value = value_82 (text[i]);

      if (value < 0)
        return FALSE;
      sum += (guint)value * primes[length - 1 - i];
    }
  sum %= PAIR_MODULUS;
  pair[0] = set[sum / 32];
  pair[1] = set[sum % 32];
  pair[2] = '\0';
  return TRUE;
}

/**
 * vouch_gs1_check_pair_matches:
 * @text: (array length=length): an alphanumeric key, the last two characters are its check characters
 * @length: its length
 *
 * Returns: whether the check characters are right
 */
gboolean
vouch_gs1_check_pair_matches (const char *text, gsize length)
{
  char pair[3];

  return length >= PAIR_LENGTH && vouch_gs1_check_pair (text, length - PAIR_LENGTH, pair) &&
         memcmp (text + length - PAIR_LENGTH, pair, PAIR_LENGTH) == 0;
}

/**
 * vouch_gs1_gtin_normalise:
 * @digits: (nullable): what may be a GTIN-8, -12, -13 or -14
 * @gtin14: (out): the same as 14 digits, or "" if it is none
 *
 * All lengths of one GTIN mean the same product: compare and keep them with 14 digits only.
 *
 * Returns: whether @digits is a GTIN with a right check digit
 */
gboolean
vouch_gs1_gtin_normalise (const char *digits, char gtin14[VOUCH_GS1_GTIN_SIZE])
{
  gsize length = digits != NULL ? strlen (digits) : 0;

  gtin14[0] = '\0';
  if ((length != 8 && length != 12 && length != 13 && length != 14) || !vouch_gs1_check_digit_matches (digits, length))
    return FALSE;
  memset (gtin14, '0', 14 - length);
  memcpy (gtin14 + 14 - length, digits, length + 1);
  return TRUE;
}
