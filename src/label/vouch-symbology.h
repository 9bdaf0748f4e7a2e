#pragma once

#include "vouch-code-kind.h"

G_BEGIN_DECLS

/**
 * VouchSymbology:
 * @VOUCH_SYMBOLOGY_QR: QR with plain text, as a Digital Link
 * @VOUCH_SYMBOLOGY_GS1_QR: QR with a GS1 element string
 * @VOUCH_SYMBOLOGY_GS1_DATA_MATRIX: Data Matrix with a GS1 element string
 * @VOUCH_SYMBOLOGY_CODE_128: Code 128 with printable ASCII
 * @VOUCH_SYMBOLOGY_GS1_128: Code 128 with a GS1 element string
 * @VOUCH_SYMBOLOGY_EAN_13: thirteen digits, the check digit included
 *
 * The symbols that labels carry.
 */
typedef enum
{
  VOUCH_SYMBOLOGY_QR,
  VOUCH_SYMBOLOGY_GS1_QR,
  VOUCH_SYMBOLOGY_GS1_DATA_MATRIX,
  VOUCH_SYMBOLOGY_CODE_128,
  VOUCH_SYMBOLOGY_GS1_128,
  VOUCH_SYMBOLOGY_EAN_13,
} VouchSymbology;

gboolean vouch_symbology_find (const char *name, VouchSymbology *symbology);
const char *vouch_symbology_get_name (VouchSymbology self);
const char *vouch_symbology_get_title (VouchSymbology self);
const char *vouch_symbology_get_aim (VouchSymbology self);
VouchCodeKinds vouch_symbology_get_kinds (VouchSymbology self);
gboolean vouch_symbology_is_linear (VouchSymbology self);
gboolean vouch_symbology_is_gs1 (VouchSymbology self);
int vouch_symbology_get_quiet_zone (VouchSymbology self);

G_END_DECLS
