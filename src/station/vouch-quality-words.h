#pragma once

#include "vouch-quality-ledger.h"

G_BEGIN_DECLS

/* What quality levels, their entries and acts are called, in the user's language. */
const char *vouch_quality_words_of_severity (VouchSeverity severity);
const char *vouch_quality_words_of_kind (VouchQualityEntryKind kind);
const char *vouch_quality_words_of_effect (VouchQualityEntryKind kind);
char *vouch_quality_words_dup_terms (const VouchQualityLevel *level) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_quality_words_dup_headline (const VouchQualityLedger *ledger) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_quality_words_dup_score (const VouchQualityLedger *ledger) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_quality_words_dup_next (const VouchQualityLedger *ledger) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
