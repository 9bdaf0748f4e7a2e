#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VouchScannerCode:
 * @VOUCH_SCANNER_CODE_CHARACTERS: the characters that keyboard layouts and Caps Lock move about
 * @VOUCH_SCANNER_CODE_ELEMENTS: GS1 elements with a separator between them
 * @VOUCH_SCANNER_CODE_REST_1: a third of all other characters
 * @VOUCH_SCANNER_CODE_REST_2: another third
 * @VOUCH_SCANNER_CODE_REST_3: the last third
 *
 * The codes that a scanner is checked with. Those of the rest are wanted only where the keyboard layout is wrong.
 */
typedef enum
{
  VOUCH_SCANNER_CODE_CHARACTERS,
  VOUCH_SCANNER_CODE_ELEMENTS,
  VOUCH_SCANNER_CODE_REST_1,
  VOUCH_SCANNER_CODE_REST_2,
  VOUCH_SCANNER_CODE_REST_3,
} VouchScannerCode;

#define VOUCH_SCANNER_N_CODES (VOUCH_SCANNER_CODE_REST_3 + 1)

const char *vouch_scanner_code_get_text (VouchScannerCode self);
const char *vouch_scanner_code_get_reading (VouchScannerCode self);
const char *vouch_scanner_code_get_title (VouchScannerCode self);
const char *vouch_scanner_code_get_name (VouchScannerCode self);
gboolean vouch_scanner_code_is_gs1 (VouchScannerCode self);

G_END_DECLS
