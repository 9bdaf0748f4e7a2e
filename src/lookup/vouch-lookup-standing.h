#pragma once

#include "vouch-lookup-db.h"

G_BEGIN_DECLS

/**
 * VouchLookupStandingChain:
 * @station: a station's number
 * @epoch: one of its epochs
 * @seq: the last publication in place
 * @held: how many wait for a gap to be closed
 * @forks: how many contradict what is known
 * @refused: how many were refused because the epoch is closed, and how many take-overs
 * @is_closed: whether a later epoch was taken over
 *
 * How far a station's publications came.
 */
typedef struct
{
  gint64 station;
  gint64 epoch;
  gint64 seq;
  gint64 held;
  gint64 forks;
  gint64 refused;
  gboolean is_closed;
} VouchLookupStandingChain;

/**
 * VouchLookupStandingUnit:
 * @lot: its lot
 * @key_version: of the code key that made its serial
 * @unit: its number
 * @queries: how often it was asked for
 * @first_at: when first, Unix microseconds
 *
 * A unit that is asked for often: its code may have been copied.
 */
typedef struct
{
  char *lot;
  gint64 key_version;
  gint64 unit;
  gint64 queries;
  gint64 first_at;
} VouchLookupStandingUnit;

/**
 * VouchLookupStanding:
 * @lots: how many are published
 * @held: publications that wait for a gap to be closed
 * @forks: publications that contradict what is known
 * @refused: publications of closed epochs, and take-overs, that were refused
 * @cases: how many problems were reported
 * @cases_waiting: how many of them have no answer yet
 * @cases_late: how many of these past the time promised
 *
 * How the service stands, in a few numbers that cost little to find.
 */
typedef struct
{
  gint64 lots;
  gint64 held;
  gint64 forks;
  gint64 refused;
  gint64 cases;
  gint64 cases_waiting;
  gint64 cases_late;
} VouchLookupStanding;

gboolean vouch_lookup_standing_load (VouchLookupDb *db, gint64 now_us, VouchLookupStanding *standing, GError **error);
GArray *vouch_lookup_standing_list_chains (VouchLookupDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *vouch_lookup_standing_list_units (VouchLookupDb *db, guint n_most, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
