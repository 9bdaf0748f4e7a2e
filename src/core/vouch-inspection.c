#include "vouch-inspection.h"

static const char *const inspection_state_names[] = { "planned",  "drawing", "in_progress", "lab_pending",
                                                      "complete", "decided", "void",        NULL };
const VouchEnum vouch_inspection_state_values = { inspection_state_names };

static const char *const verdict_names[] = { "open", "accept", "reject", NULL };
const VouchEnum vouch_verdict_values = { verdict_names };

static const VouchField fields[] = {
  VOUCH_FIELD (VouchInspection, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchInspection, number, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchInspection, lot_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchInspection, plan_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchInspection, standard, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchInspection, level, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchInspection, aql, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD_OF_ENUM (VouchInspection, severity, vouch_severity_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchInspection, letter, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchInspection, plan_letter, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchInspection, lot_size, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchInspection, sample_size, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchInspection, ac, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchInspection, re, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchInspection, full_inspection, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchInspection, seed, BYTES, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchInspection, state, vouch_inspection_state_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchInspection, inspector_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchInspection, started_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchInspection, completed_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchInspection, inspected, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchInspection, nonconforming, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchInspection, verdict, vouch_verdict_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchInspection, package_size, NUMBER, VOUCH_FIELD_ADDED),
};

VOUCH_DEFINE_RECORD (VouchInspection, vouch_inspection, "inspection", fields)
