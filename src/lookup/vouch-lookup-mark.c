#include "vouch-lookup-mark.h"

#include "vouch-lookup-event.h"

/* What should not be in a customer's hands, by what the page says of it. */
static const char *
reason_of (VouchLookupState state)
{
  switch (state)
    {
    case VOUCH_LOOKUP_STATE_WITHDRAWN_LABEL:
      return "void_unit";
    case VOUCH_LOOKUP_STATE_NOT_RELEASED:
      return "on_hold";
    case VOUCH_LOOKUP_STATE_RECALLED:
      return "recalled";
    case VOUCH_LOOKUP_STATE_UNKNOWN:
    case VOUCH_LOOKUP_STATE_GENUINE:
    case VOUCH_LOOKUP_STATE_WITHDRAWN_LOT:
    case VOUCH_LOOKUP_STATE_EXPIRED:
    default:
      return NULL;
    }
}

/* Whether a count has just reached the threshold, or twice, four times, … as much: who copied a label is told of again,
 * and no code fills the log. */
static gboolean
is_threshold (gint64 queries, gint64 copied_after)
{
  while (copied_after < queries && copied_after <= G_MAXINT64 / 2)
    copied_after *= 2;
  return copied_after == queries;
}

static gboolean
mark_unit (VouchLookupDb *db, const VouchLookupEvent *event, gboolean *is_new, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt =
      vouch_lookup_db_prepare (db,
                               "INSERT INTO unit_mark (lot, key_version, unit, reason) VALUES (?1, ?2, ?3, ?4) "
                               "ON CONFLICT (lot, key_version, unit, reason) DO NOTHING",
                               error);

  if (stmt == NULL)
    return FALSE;
  vouch_lookup_stmt_bind_text (stmt, 1, event->lot);
  vouch_lookup_stmt_bind_number (stmt, 2, event->key_version);
  vouch_lookup_stmt_bind_number (stmt, 3, event->unit);
  vouch_lookup_stmt_bind_text (stmt, 4, event->reason);
  if (!vouch_lookup_stmt_run (stmt, error))
    return FALSE;
  *is_new = vouch_lookup_db_get_changes (db) > 0;
  return TRUE;
}

/**
 * vouch_lookup_mark_query:
 * @db: the writing connection, in a transaction
 * @lot: a lot's number
 * @unit: one of its units, just asked for
 * @state: what is said of it
 * @queries: how often it was asked for, this time included
 * @copied_after: from how many queries on it may be a copy
 * @now_us: the time
 * @error: STORAGE
 *
 * Marks a unit that is asked for suspiciously often, or that nobody should have; stations are told with the same
 * commit.
 *
 * Returns: whether it went well, marked or not
 */
gboolean
vouch_lookup_mark_query (VouchLookupDb *db, const char *lot, const VouchLookupUnit *unit, VouchLookupState state,
                         gint64 queries, gint64 copied_after, gint64 now_us, GError **error)
{
  VouchLookupEvent event = { .type = "mark",
                             .lot = lot,
                             .has_unit = TRUE,
                             .key_version = unit->key_version,
                             .unit = unit->unit,
                             .queries = queries };
  gboolean is_new;

  event.reason = reason_of (state);
  if (event.reason != NULL)
    {
      if (!mark_unit (db, &event, &is_new, error) || (is_new && !vouch_lookup_event_add (db, &event, now_us, error)))
        return FALSE;
    }
  event.reason = "many_queries";
  return !is_threshold (queries, copied_after) ||
         (mark_unit (db, &event, &is_new, error) && vouch_lookup_event_add (db, &event, now_us, error));
}

/**
 * vouch_lookup_mark_report:
 * @db: the writing connection, in a transaction
 * @problem: a report that is new
 * @case_id: its case
 * @now_us: the time
 * @error: STORAGE
 *
 * Tells stations at once of a report that cannot wait: goods doubted, or somebody hurt.
 *
 * Returns: whether it went well, told or not
 */
gboolean
vouch_lookup_mark_report (VouchLookupDb *db, const VouchLookupProblem *problem, gint64 case_id, gint64 now_us,
                          GError **error)
{
  gboolean is_fake = g_str_equal (problem->kind, "fake");
  const VouchLookupEvent event = { .type = "mark",
                                   .lot = *problem->lot != '\0' ? problem->lot : NULL,
                                   .serial = *problem->serial != '\0' ? problem->serial : NULL,
                                   .reason = is_fake ? "reported_fake" : "reported_unsafe",
                                   .case_id = case_id };

  return (!is_fake && !g_str_equal (problem->kind, "safety")) || vouch_lookup_event_add (db, &event, now_us, error);
}
