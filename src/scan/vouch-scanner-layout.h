#pragma once

#include "vouch-scanner-arrival.h"

G_BEGIN_DECLS

/**
 * VouchScannerLayout:
 *
 * Which token arrives for which character: what two keyboard layouts, the scanner's and the machine's, make of each
 * other.
 */
typedef struct _VouchScannerLayout VouchScannerLayout;

/**
 * VouchScannerPairing:
 * @VOUCH_SCANNER_PAIRING_FITS: nothing known contradicts it
 * @VOUCH_SCANNER_PAIRING_ALIKE: the token is known to arrive for another character, too
 * @VOUCH_SCANNER_PAIRING_UNSTEADY: another token is known to arrive for the character
 *
 * Whether a token can be what arrives for a character.
 */
typedef enum
{
  VOUCH_SCANNER_PAIRING_FITS,
  VOUCH_SCANNER_PAIRING_ALIKE,
  VOUCH_SCANNER_PAIRING_UNSTEADY,
} VouchScannerPairing;

VouchScannerLayout *vouch_scanner_layout_new (void) G_GNUC_WARN_UNUSED_RESULT;
VouchScannerLayout *vouch_scanner_layout_copy (const VouchScannerLayout *self) G_GNUC_WARN_UNUSED_RESULT;
void vouch_scanner_layout_free (VouchScannerLayout *self);
VouchScannerPairing vouch_scanner_layout_add (VouchScannerLayout *self, guint32 token, char meant);
gboolean vouch_scanner_layout_expects (const VouchScannerLayout *self, char meant, guint32 *token);
guint32 vouch_scanner_layout_translate (const VouchScannerLayout *self, guint32 token);
gboolean vouch_scanner_layout_is_usual (const VouchScannerLayout *self);
char *vouch_scanner_layout_dup_map (const VouchScannerLayout *self);
void vouch_scanner_layout_list_keys (const VouchScannerLayout *self, GArray *keys);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchScannerLayout, vouch_scanner_layout_free)

G_END_DECLS
