#pragma once

#include "vouch-record.h"
#include "vouch-scan.h"

G_BEGIN_DECLS

/* The device of every scanner that types like a keyboard: nobody can tell one such from another. */
#define VOUCH_SCANNER_KEYBOARD "keyboard"
/* Bytes of what a scanner may put around a code. */
#define VOUCH_SCANNER_AFFIX_MAX 64
#define VOUCH_SCANNER_GAP_MIN_MS 10
#define VOUCH_SCANNER_GAP_MAX_MS 500

/**
 * VouchScannerSuffix:
 * @VOUCH_SCANNER_SUFFIX_ANY: not known: whatever ends a code
 * @VOUCH_SCANNER_SUFFIX_ENTER: Enter; on a line CR, LF or both
 * @VOUCH_SCANNER_SUFFIX_TAB: Tab
 * @VOUCH_SCANNER_SUFFIX_NONE: it just stops
 * @VOUCH_SCANNER_SUFFIX_ETX: on a line, each code stands between STX and ETX
 *
 * How a scanner ends a code.
 */
typedef enum
{
  VOUCH_SCANNER_SUFFIX_ANY,
  VOUCH_SCANNER_SUFFIX_ENTER,
  VOUCH_SCANNER_SUFFIX_TAB,
  VOUCH_SCANNER_SUFFIX_NONE,
  VOUCH_SCANNER_SUFFIX_ETX,
} VouchScannerSuffix;

/**
 * VouchScannerSeparator:
 * @VOUCH_SCANNER_SEPARATOR_UNKNOWN: not known; any of the usual ways is understood
 * @VOUCH_SCANNER_SEPARATOR_NONE: it is left out, so that nobody sees where an element of varying length ends
 * @VOUCH_SCANNER_SEPARATOR_CONTROL: as Ctrl+]
 * @VOUCH_SCANNER_SEPARATOR_ALT: as Alt and 029 on the keypad
 * @VOUCH_SCANNER_SEPARATOR_KEY: as a key such as F8, which is among the profile's keys
 * @VOUCH_SCANNER_SEPARATOR_TEXT: as the profile's separator text
 * @VOUCH_SCANNER_SEPARATOR_BYTE: as the byte 0x1d itself, on a line
 *
 * How a scanner sends the group separator between GS1 elements.
 */
typedef enum
{
  VOUCH_SCANNER_SEPARATOR_UNKNOWN,
  VOUCH_SCANNER_SEPARATOR_NONE,
  VOUCH_SCANNER_SEPARATOR_CONTROL,
  VOUCH_SCANNER_SEPARATOR_ALT,
  VOUCH_SCANNER_SEPARATOR_KEY,
  VOUCH_SCANNER_SEPARATOR_TEXT,
  VOUCH_SCANNER_SEPARATOR_BYTE,
} VouchScannerSeparator;

/**
 * VouchScannerCase:
 * @VOUCH_SCANNER_CASE_LOCK: Caps Lock exchanges capital and small letters, and that is undone
 * @VOUCH_SCANNER_CASE_KEPT: the scanner looks at Caps Lock itself, and what arrives is right either way
 * @VOUCH_SCANNER_CASE_SWAPPED: the scanner takes Caps Lock for on: without it all letters arrive exchanged
 *
 * What becomes of capital and small letters.
 */
typedef enum
{
  VOUCH_SCANNER_CASE_LOCK,
  VOUCH_SCANNER_CASE_KEPT,
  VOUCH_SCANNER_CASE_SWAPPED,
} VouchScannerCase;

extern const VouchEnum vouch_scanner_suffix_values;
extern const VouchEnum vouch_scanner_separator_values;
extern const VouchEnum vouch_scanner_case_values;

/**
 * VouchScannerProfile:
 *
 * What is known of one scanner, so that what it sends becomes what the code says.
 */
typedef struct
{
  char *device; /* VOUCH_SCANNER_KEYBOARD, or a serial device's id */
  VouchScannerSuffix suffix;
  char *before; /* nullable: what it puts in front of every code, after the map */
  char *after;  /* nullable: what it puts behind every code, before the suffix */
  gboolean sends_aim;
  VouchScannerSeparator separator;
  char *separator_text; /* nullable: of VOUCH_SCANNER_SEPARATOR_TEXT, after the map */
  VouchScannerCase letter_case;
  char *character_map; /* nullable: pairs of a character that arrives and the ASCII character that is meant */
  char *key_map;       /* nullable: keys that type nothing but stand for a character, see vouch_wedge_keys_parse() */
  gint64 gap_ms;       /* the longest pause between its keys that is still one code; 0: as the station's setting */
  gint64 speed;        /* characters a second, as measured; 0: not measured */
  gint64 checked_at;   /* when it was checked, Unix microseconds; 0: never */
} VouchScannerProfile;

VOUCH_DECLARE_RECORD (VouchScannerProfile, vouch_scanner_profile)

gunichar vouch_scanner_exchange_case (gunichar c);
gboolean vouch_scanner_profile_check (const VouchScannerProfile *self, GError **error);
gboolean vouch_scanner_profile_sends_separators (const VouchScannerProfile *self);
void vouch_scanner_profile_set_up_wedge (const VouchScannerProfile *self, VouchWedgeSettings *settings);
char *vouch_scanner_profile_apply (const VouchScannerProfile *self, const char *text, gsize length, gboolean caps_lock,
                                   gsize *n_meant) G_GNUC_WARN_UNUSED_RESULT;
VouchScan *vouch_scanner_profile_read (const VouchScannerProfile *self, const char *text, gsize length,
                                       VouchScanOrigin origin, gint64 at_us, GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchScan *
vouch_scanner_profile_read_message (const VouchScannerProfile *self, const VouchSerialMessage *message,
                                    const char *device, gint64 at_us, GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchScan *vouch_scanner_profile_read_burst (const VouchScannerProfile *self, const VouchWedgeBurst *burst,
                                             gint64 at_us, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
