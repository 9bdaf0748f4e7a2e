#pragma once

#include "vouch-scanner-lesson.h"

G_BEGIN_DECLS

/**
 * VouchScannerMark:
 * @VOUCH_SCANNER_MARK_GOOD: as it should be
 * @VOUCH_SCANNER_MARK_REPAIRED: not as it should be, and put right by the station
 * @VOUCH_SCANNER_MARK_ADVICE: not as it should be; the scanner is to be set otherwise
 *
 * What a fact about a scanner calls for.
 */
typedef enum
{
  VOUCH_SCANNER_MARK_GOOD,
  VOUCH_SCANNER_MARK_REPAIRED,
  VOUCH_SCANNER_MARK_ADVICE,
} VouchScannerMark;

extern const VouchEnum vouch_scanner_mark_values;
extern const VouchEnum vouch_scanner_answer_values;

/**
 * VouchScannerFact:
 * @mark: what it calls for
 * @text: (owned): a sentence in the user's language
 *
 * Something that is known of a scanner.
 */
typedef struct
{
  VouchScannerMark mark;
  char *text;
} VouchScannerFact;

GPtrArray *vouch_scanner_words_list_facts (const VouchScannerProfile *profile) G_GNUC_WARN_UNUSED_RESULT;
const char *vouch_scanner_words_of_answer (VouchScannerAnswer answer);

G_END_DECLS
