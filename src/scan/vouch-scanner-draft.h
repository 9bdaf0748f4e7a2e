#pragma once

#include "vouch-scanner-fit.h"
#include "vouch-scanner-lesson.h"

G_BEGIN_DECLS

/**
 * VouchScannerDraft:
 * @fit: where in @tokens the code is
 * @tokens: (owned) (element-type guint32): what arrived, with capital and small letters as they were meant
 * @layout: (owned): the keyboard layout as far as it is known with this
 * @letter_case: what becomes of capital and small letters
 * @has_aim: an AIM identifier stands before the code
 * @n_before: how many tokens stand before that
 *
 * What one arrival teaches; it is kept only if all of it fits.
 */
typedef struct
{
  VouchScannerFit fit;
  GArray *tokens;
  VouchScannerLayout *layout;
  VouchScannerCase letter_case;
  gboolean has_aim;
  guint n_before;
} VouchScannerDraft;

VouchScannerAnswer
vouch_scanner_draft_learn (VouchScannerDraft *self, const VouchScannerArrival *arrival, VouchScannerCode code);
VouchScannerSeparator
vouch_scanner_draft_judge_separator (const VouchScannerDraft *self, const VouchScannerArrival *arrival);
void vouch_scanner_draft_clear (VouchScannerDraft *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VouchScannerDraft, vouch_scanner_draft_clear)

G_END_DECLS
