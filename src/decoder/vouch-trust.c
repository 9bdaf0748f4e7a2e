#include "vouch-trust.h"

/* EAN, UPC and ITF read along few lines are now and then wrong with a right check digit; Code 128 and Code 93 have a
 * stronger check, and their wrong readings come from one line or two. */
static const int needed[VOUCH_N_CODE_KINDS] = {
  [VOUCH_CODE_KIND_EAN_13] = 25,  [VOUCH_CODE_KIND_EAN_8] = 25,      [VOUCH_CODE_KIND_UPC_A] = 25,
  [VOUCH_CODE_KIND_UPC_E] = 25,   [VOUCH_CODE_KIND_CODE_128] = 10,   [VOUCH_CODE_KIND_GS1_128] = 10,
  [VOUCH_CODE_KIND_CODE_39] = 25, [VOUCH_CODE_KIND_CODE_93] = 10,    [VOUCH_CODE_KIND_ITF_14] = 25,
  [VOUCH_CODE_KIND_CODABAR] = 25, [VOUCH_CODE_KIND_DATABAR] = 25,    [VOUCH_CODE_KIND_DATABAR_EXPANDED] = 25,
  [VOUCH_CODE_KIND_QR] = 1,       [VOUCH_CODE_KIND_DATA_MATRIX] = 4, [VOUCH_CODE_KIND_GS1_DATAMATRIX] = 4,
};

/**
 * vouch_trust_get_quality:
 * @symbology: of a reading
 * @length: of its content
 *
 * Returns: the quality from which on it is trusted alone
 */
int
vouch_trust_get_quality (VouchCodeKind symbology, gsize length)
{
  return needed[symbology];
}
