/* From which quality on a reading is trusted alone. The figures are of 364 drawn pictures (tests/bench/bench-decoder.c)
 * and of 173 photos of bar codes from the Web: with them no drawn code was sure and wrong, and of the photos' right
 * readings nine in ten stayed sure. */

#include "vouch-trust.h"

/* EAN, UPC and ITF have one check digit, Code 39 and Codabar none: they are wrong along up to 20 lines now and then,
 * seldom along more. Code 128 and Code 93 check better, and were wrong along up to 8 lines. DataBar is put together
 * from parts of several lines. A Data Matrix that is right reads the same at three of five places of the grid or more,
 * wrong ones did at one. */
static const int needed[VOUCH_N_CODE_KINDS] = {
  [VOUCH_CODE_KIND_EAN_13] = 25,  [VOUCH_CODE_KIND_EAN_8] = 25,      [VOUCH_CODE_KIND_UPC_A] = 25,
  [VOUCH_CODE_KIND_UPC_E] = 40,   [VOUCH_CODE_KIND_CODE_128] = 10,   [VOUCH_CODE_KIND_GS1_128] = 10,
  [VOUCH_CODE_KIND_CODE_39] = 25, [VOUCH_CODE_KIND_CODE_93] = 10,    [VOUCH_CODE_KIND_ITF_14] = 25,
  [VOUCH_CODE_KIND_CODABAR] = 25, [VOUCH_CODE_KIND_DATABAR] = 25,    [VOUCH_CODE_KIND_DATABAR_EXPANDED] = 25,
  [VOUCH_CODE_KIND_QR] = 1,       [VOUCH_CODE_KIND_DATA_MATRIX] = 3, [VOUCH_CODE_KIND_GS1_DATAMATRIX] = 3,
};

/* Where the bars are clear every line across them reads. Where only here and there one does, they are blurred, and what
 * many lines agree on may be the same mistake: a UPC-A was read as another number along 27 of 41 lines, and of 62 lines
 * of the same goods in another photo along 34. */
#define CLEAR_LINES_PERCENT 70
#define NEEDED_IF_SCATTERED 50

/**
 * vouch_trust_get_quality:
 * @kind: of a reading
 *
 * Returns: the quality from which on it is trusted alone
 */
int
vouch_trust_get_quality (VouchCodeKind kind)
{
  return needed[kind];
}

static gboolean
has_strong_check (VouchCodeKind kind)
{
  const VouchCodeKinds strong =
      VOUCH_CODE_KIND_BIT (VOUCH_CODE_KIND_CODE_128) | VOUCH_CODE_KIND_BIT (VOUCH_CODE_KIND_GS1_128) |
      VOUCH_CODE_KIND_BIT (VOUCH_CODE_KIND_CODE_93) | VOUCH_CODE_KIND_BIT (VOUCH_CODE_KIND_DATABAR) |
      VOUCH_CODE_KIND_BIT (VOUCH_CODE_KIND_DATABAR_EXPANDED) | VOUCH_CODE_KIND_BIT (VOUCH_CODE_KIND_QR);

  return (strong & VOUCH_CODE_KIND_BIT (kind)) != 0;
}

/**
 * vouch_trust_get_quality_of_lines:
 * @kind: of a reading
 * @quality: along how many lines it was read
 * @lines: how many there are from the first to the last of them
 *
 * Returns: the quality from which on it is trusted alone
 */
int
vouch_trust_get_quality_of_lines (VouchCodeKind kind, int quality, int lines)
{
  if (!has_strong_check (kind) && quality * 100 < lines * CLEAR_LINES_PERCENT)
    return MAX (NEEDED_IF_SCATTERED, needed[kind]);
  return needed[kind];
}
