/* Serial shipping container codes: extension digit, company prefix, serial reference, check digit. */
#include "vouch-gs1-sscc.h"

#include <string.h>

#include "vouch-gs1-check.h"

#define SSCC_LENGTH 18
#define PREFIX_MIN 4
#define PREFIX_MAX 12
#define BODY_LENGTH 16 /* prefix and serial reference */

static gboolean
is_digits (const char *text, gsize length)
{
  return strlen (text) == length && strspn (text, "0123456789") == length;
}

/**
 * vouch_gs1_prefix_is_valid:
 * @prefix: (nullable): any text
 *
 * Returns: whether @prefix has the form of a GS1 company prefix: 4 to 12 digits
 */
gboolean
vouch_gs1_prefix_is_valid (const char *prefix)
{
  gsize length = prefix != NULL ? strlen (prefix) : 0;

  return length >= PREFIX_MIN && length <= PREFIX_MAX && is_digits (prefix, length);
}

/**
 * vouch_gs1_sscc_make:
 * @extension: the extension digit, 0 to 9
 * @prefix: a valid company prefix
 * @serial: the serial reference
 * @sscc: (out caller-allocates): 18 digits and a NUL
 *
 * Returns: whether the prefix leaves room for @serial
 */
gboolean
vouch_gs1_sscc_make (guint extension, const char *prefix, guint64 serial, char sscc[VOUCH_GS1_SSCC_SIZE])
{
  int places;
  char body[32];

  g_return_val_if_fail (extension <= 9, FALSE);
  g_return_val_if_fail (vouch_gs1_prefix_is_valid (prefix), FALSE);

  places = BODY_LENGTH - (int)strlen (prefix);
  if (g_snprintf (body, sizeof body, "%0*" G_GUINT64_FORMAT, places, serial) != places)
    return FALSE;
  g_snprintf (sscc, VOUCH_GS1_SSCC_SIZE, "%u%s%s", extension, prefix, body);
  sscc[SSCC_LENGTH - 1] = vouch_gs1_check_digit (sscc);
  sscc[SSCC_LENGTH] = '\0';
  return TRUE;
}

/**
 * vouch_gs1_sscc_read:
 * @text: (nullable): what was scanned or typed: 18 digits, with the identifier 00 or (00) before them or not, as a
 *   GS1-128 symbol or as people write it
 * @sscc: (out caller-allocates): 18 digits and a NUL
 *
 * Returns: whether @text is an SSCC with the right check digit
 */
gboolean
vouch_gs1_sscc_read (const char *text, char sscc[VOUCH_GS1_SSCC_SIZE])
{
  static const char *const starts[] = { "]C1", "(00)", "00" };

  sscc[0] = '\0';
  if (text == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (text, starts[i]) && strlen (text) > SSCC_LENGTH)
      text += strlen (starts[i]);
  if (!is_digits (text, SSCC_LENGTH) || !vouch_gs1_check_digit_is_right (text))
    return FALSE;
  g_strlcpy (sscc, text, VOUCH_GS1_SSCC_SIZE);
  return TRUE;
}

/**
 * vouch_gs1_sscc_get_serial:
 * @sscc: an SSCC
 * @prefix: a company prefix
 *
 * Returns: its serial reference; 0 where it is of another company
 */
guint64
vouch_gs1_sscc_get_serial (const char *sscc, const char *prefix)
{
  gsize length = strlen (prefix);
  g_autofree char *serial = NULL;

  g_return_val_if_fail (strlen (sscc) == SSCC_LENGTH, 0);

  if (strncmp (sscc + 1, prefix, length) != 0)
    return 0;
  serial = g_strndup (sscc + 1 + length, BODY_LENGTH - length);
  return g_ascii_strtoull (serial, NULL, 10);
}
