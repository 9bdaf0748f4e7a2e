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

/* Nobody counts more packages than this in one lot; its units are numbered through. */
#define PACKAGES_MAX 1000000

/**
 * vouch_inspection_get_package_size:
 * @self: an inspection
 *
 * Returns: how many units are in each carton or pallet that the draw goes by, but for the last, which may have fewer;
 *   0: the units are numbered through the lot
 */
gint64
vouch_inspection_get_package_size (const VouchInspection *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->package_size > 0 && self->lot_size / self->package_size < PACKAGES_MAX ? self->package_size : 0;
}

/**
 * vouch_inspection_find_package:
 * @self: an inspection
 * @unit: a unit of its lot, from 1
 * @unit_in_package: (out): which one it is in its package, from 1; in the lot where there are no packages
 *
 * Returns: the package that holds the unit, from 1; 0 where the units are numbered through the lot
 */
gint64
vouch_inspection_find_package (const VouchInspection *self, gint64 unit, gint64 *unit_in_package)
{
  gint64 size = vouch_inspection_get_package_size (self);

  g_return_val_if_fail (unit > 0 && unit_in_package != NULL, 0);

  *unit_in_package = size > 0 ? (unit - 1) % size + 1 : unit;
  return size > 0 ? (unit - 1) / size + 1 : 0;
}
