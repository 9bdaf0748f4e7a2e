#include "vouch-scanner-code.h"

#include <glib/gi18n-lib.h>

/* Together the codes without elements have each printable character of ASCII once. None begins or ends with a blank. */
static const struct
{
  const char *name;
  const char *title;
  const char *text;
  const char *reading; /* nullable: as the text */
} codes[VOUCH_SCANNER_N_CODES] = {
  { "characters", N_ ("Letters, digits and signs"), "ABCXYZ0189-_/:.@%+$abcxyz", NULL },
  { "elements", N_ ("A goods label: product, lot and expiry"), "(01)09520001000010(10)AB12(17)271231",
    "0109520001000010"
    "10AB12\x1d"
    "17271231" },
  { "rest-1", N_ ("More characters, first part"), "234567DEFGHIJKLM!\"# &'()", NULL },
  { "rest-2", N_ ("More characters, second part"), "NOPQRSTUVW*,;<=>?[\\]^`{", NULL },
  { "rest-3", N_ ("More characters, third part"), "defghijklmnopqrstuvw|}~", NULL },
};

/**
 * vouch_scanner_code_get_text:
 * @self: a code
 *
 * Returns: (transfer none): what the label room is to encode: elements in brackets, or plain text
 */
const char *
vouch_scanner_code_get_text (VouchScannerCode self)
{
  return codes[self].text;
}

/**
 * vouch_scanner_code_get_reading:
 * @self: a code
 *
 * Returns: (transfer none): what a scanner reads in it, without AIM identifier
 */
const char *
vouch_scanner_code_get_reading (VouchScannerCode self)
{
  return codes[self].reading != NULL ? codes[self].reading : codes[self].text;
}

/**
 * vouch_scanner_code_get_title:
 * @self: a code
 *
 * Returns: (transfer none): what it has, in the user's language
 */
const char *
vouch_scanner_code_get_title (VouchScannerCode self)
{
  return _ (codes[self].title);
}

/**
 * vouch_scanner_code_get_name:
 * @self: a code
 *
 * Returns: (transfer none): its name in JSON
 */
const char *
vouch_scanner_code_get_name (VouchScannerCode self)
{
  return codes[self].name;
}

/**
 * vouch_scanner_code_is_gs1:
 * @self: a code
 *
 * Returns: whether it has elements, and so is to be drawn as a GS1 symbol
 */
gboolean
vouch_scanner_code_is_gs1 (VouchScannerCode self)
{
  return self == VOUCH_SCANNER_CODE_ELEMENTS;
}
