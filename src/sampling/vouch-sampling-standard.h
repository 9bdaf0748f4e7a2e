#pragma once

#include "vouch-severity.h"

G_BEGIN_DECLS

/**
 * VouchSamplingStandard:
 * @VOUCH_SAMPLING_STANDARD_ISO_2859_1_1999: ISO 2859-1:1999, the same tables as GB/T 2828.1-2012
 * @VOUCH_SAMPLING_STANDARD_MIL_STD_105E: MIL-STD-105E, the same tables as ANSI/ASQ Z1.4
 *
 * Whose tables a plan was read from. The two differ in reduced inspection and must never be mixed in one history.
 */
typedef enum
{
  VOUCH_SAMPLING_STANDARD_ISO_2859_1_1999,
  VOUCH_SAMPLING_STANDARD_MIL_STD_105E,
} VouchSamplingStandard;

#define VOUCH_N_SAMPLING_STANDARDS (VOUCH_SAMPLING_STANDARD_MIL_STD_105E + 1)

const char *vouch_sampling_standard_get_id (VouchSamplingStandard standard);
const char *vouch_sampling_standard_get_title (VouchSamplingStandard standard);
const char *vouch_sampling_standard_get_edition_note (VouchSamplingStandard standard);
gboolean vouch_sampling_standard_parse (const char *id, VouchSamplingStandard *standard, GError **error);

const char *vouch_severity_get_label (VouchSeverity severity);
gboolean vouch_severity_parse (const char *id, VouchSeverity *severity, GError **error);

G_END_DECLS
