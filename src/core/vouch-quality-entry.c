#include "vouch-quality-entry.h"

static const char *const kind_names[] = {
  "lot",           "steady",  "irregular", "reduced-allowed", "reduced-withheld",
  "reduced-ended", "resumed", "skipped",   "every-lot",       NULL
};
const VouchEnum vouch_quality_entry_kind_values = { kind_names };

static const char *const event_names[] = { "none",
                                           "to-tightened",
                                           "to-normal-after-tightened",
                                           "discontinued",
                                           "resumed",
                                           "to-reduced-by-score",
                                           "to-reduced-by-ten-lots",
                                           "to-normal-not-accepted",
                                           "to-normal-in-gap",
                                           "to-normal-irregular",
                                           "to-normal-by-authority",
                                           NULL };
const VouchEnum vouch_sampling_event_values = { event_names };

static const VouchField fields[] = {
  VOUCH_FIELD (VouchQualityEntry, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityEntry, level_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityEntry, position, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchQualityEntry, kind, vouch_quality_entry_kind_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityEntry, lot_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityEntry, inspection_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityEntry, lot_size, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchQualityEntry, under, vouch_severity_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityEntry, original, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityEntry, nonconforming, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityEntry, stage, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityEntry, has_limit_number, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityEntry, limit_number, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchQualityEntry, severity, vouch_severity_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityEntry, accepted, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityEntry, score, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchQualityEntry, next_severity, vouch_severity_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchQualityEntry, event, vouch_sampling_event_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityEntry, reason, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityEntry, recorded_by, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityEntry, recorded_at, TIME, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchQualityEntry, vouch_quality_entry, "quality_entry", fields)
