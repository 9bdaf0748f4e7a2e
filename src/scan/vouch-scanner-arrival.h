#pragma once

#include "vouch-scanner-profile.h"

G_BEGIN_DECLS

/**
 * VouchScannerArrival:
 * @tokens: (owned) (element-type guint32): what came, one by one: a character, or with %VOUCH_SCANNER_TOKEN_KEY a key
 *   that types none
 * @suffix: how it ended
 * @separator: how group separators came; %VOUCH_SCANNER_SEPARATOR_UNKNOWN if none did
 * @caps_lock: Caps Lock was on
 * @longest_gap_ms: the longest pause in it; 0 if not measured
 * @took_ms: how long it took; 0 if not measured
 *
 * What a scanner sent for one code, before anything is made of it.
 */
typedef struct
{
  GArray *tokens;
  VouchScannerSuffix suffix;
  VouchScannerSeparator separator;
  gboolean caps_lock;
  guint longest_gap_ms;
  guint took_ms;
} VouchScannerArrival;

/* Beyond all characters: the key's X key symbol and, above it, what was held. */
#define VOUCH_SCANNER_TOKEN_KEY 0x80000000u

VouchScannerArrival *
vouch_scanner_arrival_new (const char *text, gsize length, VouchScannerSuffix suffix) G_GNUC_WARN_UNUSED_RESULT;
VouchScannerArrival *vouch_scanner_arrival_new_from_burst (const VouchWedgeBurst *burst) G_GNUC_WARN_UNUSED_RESULT;
void vouch_scanner_arrival_free (VouchScannerArrival *self);
char *vouch_scanner_arrival_dup_text (const VouchScannerArrival *self);
char *vouch_scanner_arrival_dup_shown (const VouchScannerArrival *self);
void vouch_scanner_token_get_key (guint32 token, VouchWedgeKey *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchScannerArrival, vouch_scanner_arrival_free)

G_END_DECLS
