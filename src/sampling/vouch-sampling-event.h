#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchSamplingEvent:
 * @VOUCH_SAMPLING_EVENT_NONE: severity stays
 * @VOUCH_SAMPLING_EVENT_TIGHTENED: to tightened: two of five or fewer lots not accepted
 * @VOUCH_SAMPLING_EVENT_NORMAL_AFTER_TIGHTENED: to normal: five lots in a row accepted on tightened inspection
 * @VOUCH_SAMPLING_EVENT_DISCONTINUED: five lots not accepted on tightened inspection
 * @VOUCH_SAMPLING_EVENT_RESUMED: discontinued inspection is resumed on tightened
 * @VOUCH_SAMPLING_EVENT_REDUCED_BY_SCORE: to reduced: a switching score of 30
 * @VOUCH_SAMPLING_EVENT_REDUCED_BY_TEN_LOTS: to reduced: ten lots in a row accepted
 * @VOUCH_SAMPLING_EVENT_NORMAL_NOT_ACCEPTED: to normal: a lot not accepted on reduced inspection
 * @VOUCH_SAMPLING_EVENT_NORMAL_IN_GAP: to normal: a lot accepted in the gap between Ac and Re
 * @VOUCH_SAMPLING_EVENT_NORMAL_IRREGULAR: to normal: production irregular or delayed
 * @VOUCH_SAMPLING_EVENT_NORMAL_BY_AUTHORITY: to normal: the responsible authority ended reduced inspection
 *
 * Why severity changed.
 */
typedef enum
{
  VOUCH_SAMPLING_EVENT_NONE,
  VOUCH_SAMPLING_EVENT_TIGHTENED,
  VOUCH_SAMPLING_EVENT_NORMAL_AFTER_TIGHTENED,
  VOUCH_SAMPLING_EVENT_DISCONTINUED,
  VOUCH_SAMPLING_EVENT_RESUMED,
  VOUCH_SAMPLING_EVENT_REDUCED_BY_SCORE,
  VOUCH_SAMPLING_EVENT_REDUCED_BY_TEN_LOTS,
  VOUCH_SAMPLING_EVENT_NORMAL_NOT_ACCEPTED,
  VOUCH_SAMPLING_EVENT_NORMAL_IN_GAP,
  VOUCH_SAMPLING_EVENT_NORMAL_IRREGULAR,
  VOUCH_SAMPLING_EVENT_NORMAL_BY_AUTHORITY,
} VouchSamplingEvent;

extern const VouchEnum vouch_sampling_event_values;

const char *vouch_sampling_event_get_reason (VouchSamplingEvent event);

G_END_DECLS
