#pragma once

#include "vouch-scanner-arrival.h"
#include "vouch-scanner-code.h"

G_BEGIN_DECLS

/**
 * VouchScannerAnswer:
 * @VOUCH_SCANNER_ANSWER_RIGHT: what arrived is what is shown
 * @VOUCH_SCANNER_ANSWER_REPAIRED: it is with what has been learned
 * @VOUCH_SCANNER_ANSWER_OTHER: it is another code than the one shown, or hopelessly garbled
 * @VOUCH_SCANNER_ANSWER_MISSING: characters are missing or change from scan to scan
 * @VOUCH_SCANNER_ANSWER_CASE: capital and small letters arrive alike
 * @VOUCH_SCANNER_ANSWER_ALIKE: two characters arrive as the same one
 * @VOUCH_SCANNER_ANSWER_SEPARATOR: what arrives for the separator cannot be told from other keys
 * @VOUCH_SCANNER_ANSWER_BROKEN: not even one code
 *
 * What is to be said of an arrival. Nothing is learned but from the first two.
 */
typedef enum
{
  VOUCH_SCANNER_ANSWER_RIGHT,
  VOUCH_SCANNER_ANSWER_REPAIRED,
  VOUCH_SCANNER_ANSWER_OTHER,
  VOUCH_SCANNER_ANSWER_MISSING,
  VOUCH_SCANNER_ANSWER_CASE,
  VOUCH_SCANNER_ANSWER_ALIKE,
  VOUCH_SCANNER_ANSWER_SEPARATOR,
  VOUCH_SCANNER_ANSWER_BROKEN,
} VouchScannerAnswer;

/**
 * VouchScannerLesson:
 *
 * Learns from known codes how a scanner is set up. It is pure.
 */
typedef struct _VouchScannerLesson VouchScannerLesson;

VouchScannerLesson *vouch_scanner_lesson_new (const char *device) G_GNUC_WARN_UNUSED_RESULT;
void vouch_scanner_lesson_free (VouchScannerLesson *self);
gboolean vouch_scanner_lesson_get_code (const VouchScannerLesson *self, VouchScannerCode *code);
guint vouch_scanner_lesson_count_codes (const VouchScannerLesson *self, guint *n_over);
VouchScannerAnswer vouch_scanner_lesson_take (VouchScannerLesson *self, const VouchScannerArrival *arrival);
void vouch_scanner_lesson_skip (VouchScannerLesson *self);
gboolean vouch_scanner_lesson_go_back (VouchScannerLesson *self);
gboolean vouch_scanner_lesson_has_learned (const VouchScannerLesson *self);
VouchScannerProfile *
vouch_scanner_lesson_make_profile (const VouchScannerLesson *self, gint64 checked_at) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchScannerLesson, vouch_scanner_lesson_free)

G_END_DECLS
