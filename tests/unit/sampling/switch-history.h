#pragma once

#include "vouch-sampling-switch.h"

#define ISO VOUCH_SAMPLING_STANDARD_ISO_2859_1_1999
#define MIL VOUCH_SAMPLING_STANDARD_MIL_STD_105E
#define SINGLE VOUCH_SAMPLING_TYPE_SINGLE
#define DOUBLE VOUCH_SAMPLING_TYPE_DOUBLE
#define MULTIPLE VOUCH_SAMPLING_TYPE_MULTIPLE

/**
 * SwitchHistory:
 *
 * A history of lots under way. Lots have 1000 items unless a test says otherwise: level II, letter J.
 */
typedef struct
{
  VouchSamplingScheme scheme;
  VouchSamplingConditions conditions;
  VouchSamplingSwitch now;
  gint64 lot_size;
  gboolean has_limit_number;
  gint64 limit_number;
} SwitchHistory;

SwitchHistory switch_history_begin (VouchSamplingStandard standard, VouchSamplingType type, const char *aql);
VouchSamplingDecision switch_history_take (SwitchHistory *history, VouchSamplingLot lot);
VouchSamplingOutcome switch_history_count (SwitchHistory *history, gint64 nonconforming);
VouchSamplingOutcome switch_history_stage (SwitchHistory *history, gint64 accepted_at_stage);
void switch_history_walk (SwitchHistory *history, const char *lots, const char *severities);
void switch_history_check_refused (const SwitchHistory *history, VouchSamplingLot lot, const char *field);
