#pragma once

#include "vouch-conn.h"
#include "vouch-scan-pattern.h"

G_BEGIN_DECLS

/**
 * VouchPatternFit:
 * @name: the pattern's name
 * @meaning: (nullable): the carrier, or what such a code means
 * @kind: a carrier's or the house's
 * @opens: what the code belongs to
 * @part: the part of the code that counts
 *
 * A pattern that a code looks like.
 */
typedef struct
{
  char *name;
  char *meaning;
  VouchScanPatternKind kind;
  VouchScanPatternOpens opens;
  char *part;
} VouchPatternFit;

extern const VouchRecordType vouch_pattern_fit_type;

VouchPatternFit *vouch_pattern_fit_new (const VouchScanPattern *pattern, const char *text) G_GNUC_WARN_UNUSED_RESULT;
void vouch_pattern_fit_free (VouchPatternFit *self);
const char *vouch_pattern_fit_get_meaning (const VouchPatternFit *self);
GPtrArray *vouch_pattern_fit_list (GPtrArray *patterns, VouchScanPatternKind kind, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchPatternFit, vouch_pattern_fit_free)

G_END_DECLS
