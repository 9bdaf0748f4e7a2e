#define G_LOG_DOMAIN "vouch-lookup"

#include <string.h>

#include "vouch-error.h"
#include "vouch-hash.h"
#include "vouch-hex.h"
#include "vouch-lookup-mark.h"
#include "vouch-lookup-public-private.h"

/* A query on its way through the writer. */
typedef struct
{
  VouchLookupJob job;
  VouchLookupAsked asked;
  VouchLookupLot *lot;
  VouchLookupUnit unit;
  VouchLookupState state;
  gint64 copied_after;
  guint64 visit;
  gint64 now_us;
  gboolean is_new_visit;
  VouchLookupCount count;
  VouchLookupRecent *recent; /* between the batch and its end; the writer's thread */
} Query;

static void
free_query (gpointer data)
{
  Query *query = data;

  vouch_lookup_lot_unref (query->lot);
  g_clear_error (&query->job.error);
  g_free (query);
}

/* Who asks for what, salted: neither can be had back from it. */
static guint64
hash_visit (const VouchLookupAsked *asked, const VouchLookupUnit *unit)
{
  const char *agent = vouch_lookup_request_get_header (asked->request, "User-Agent");
  guint64 parts[5] = { 0 };
  const guint8 *owner;
  gsize length;

  owner = vouch_lookup_address_get_owner (vouch_lookup_request_get_address (asked->request), &length);
  parts[0] = vouch_short_hash (asked->self->salt, owner, length);
  parts[1] = vouch_short_hash (asked->self->salt, agent != NULL ? agent : "", agent != NULL ? strlen (agent) : 0);
  parts[2] = vouch_short_hash (asked->self->salt, asked->route.lot, strlen (asked->route.lot));
  parts[3] = unit->key_version;
  parts[4] = unit->unit;
  return vouch_short_hash (asked->self->salt, parts, sizeof parts);
}

static VouchLookupCode
code_of (const VouchLookupAsked *asked, const VouchLookupUnit *unit)
{
  return (VouchLookupCode){ asked->route.lot, unit->key_version, unit->unit };
}

static const VouchLookupMould *
find_mould (const VouchLookupFrame *frame, const VouchLookupAnswer *answer)
{
  guint64 what = vouch_lookup_public_mould_key (frame, answer->state, answer->subject);
  const VouchLookupMould *mould = vouch_lookup_moulds_find (answer->lot->moulds, what);

  if (mould != NULL)
    return mould;
  return vouch_lookup_moulds_keep (answer->lot->moulds, what,
                                   vouch_lookup_mould_new (vouch_lookup_code_page (frame, answer)));
}

static VouchLookupSubject
subject_of (const VouchLookupCount *count)
{
  if (count->queries == 0)
    return VOUCH_LOOKUP_SUBJECT_UNIT;
  return count->queries == 1 ? VOUCH_LOOKUP_SUBJECT_UNIT_FIRST : VOUCH_LOOKUP_SUBJECT_UNIT_AGAIN;
}

static char *
dup_first_date (const VouchLookupFrame *frame, const VouchLookupAnswer *answer, const VouchLookupCount *count)
{
  if (answer->subject != VOUCH_LOOKUP_SUBJECT_UNIT_AGAIN)
    return g_strdup ("");
  return vouch_lookup_texts_date (frame->texts, vouch_date_from_time (count->first_at, frame->utc_offset_s));
}

static GBytes *
make_page (const VouchLookupAsked *asked, const VouchLookupAnswer *answer, const VouchLookupCount *count)
{
  VouchLookupFrame frame = vouch_lookup_public_frame_of (asked, answer->lot);
  g_autofree char *first_date = dup_first_date (&frame, answer, count);
  char grouped[20], queries[24], form_key[VOUCH_LOOKUP_FORM_KEY_DIGITS + 1];
  const char *const words[VOUCH_LOOKUP_WORDS] = {
    [VOUCH_LOOKUP_WORD_SERIAL] = asked->route.serial, [VOUCH_LOOKUP_WORD_GROUPED_SERIAL] = grouped,
    [VOUCH_LOOKUP_WORD_FORM_KEY] = form_key,          [VOUCH_LOOKUP_WORD_QUERIES] = queries,
    [VOUCH_LOOKUP_WORD_FIRST_DATE] = first_date,
  };

  vouch_trace_serial_group (asked->route.serial, grouped);
  vouch_lookup_form_key_make (form_key);
  g_snprintf (queries, sizeof queries, "%" G_GINT64_FORMAT, count->queries);
  return vouch_lookup_mould_fill (find_mould (&frame, answer), words);
}

static void
reply_code (const VouchLookupAsked *asked, const VouchLookupLot *lot, VouchLookupState state,
            const VouchLookupCount *count)
{
  const VouchLookupAnswer answer = { state, lot, subject_of (count) };

  if (vouch_lookup_public_format (asked) != VOUCH_LOOKUP_FORMAT_HTML)
    vouch_lookup_public_reply_data (asked, &answer, count);
  else
    vouch_lookup_public_reply_page (asked, 200, VOUCH_LOOKUP_NEVER_STORED, make_page (asked, &answer, count));
}

/* The batch was taken back, and with it what this query had counted. */
static void
take_query_back (VouchLookupJob *job)
{
  Query *query = (Query *)job;
  const VouchLookupPublic *self = query->asked.self;

  if (query->is_new_visit)
    vouch_lookup_visitors_forget (self->visitors, query->visit);
  query->is_new_visit = FALSE;
  vouch_lookup_counts_settle (self->settings.counts, g_steal_pointer (&query->recent), &query->count, FALSE);
}

/* On the writer's thread: one visitor's second query within the minute finds the first one's answer, even if both came
 * at once. */
static gboolean
run_query (VouchLookupDb *db, VouchLookupJob *job, GError **error)
{
  Query *query = (Query *)job;
  VouchLookupVisitors *visitors = query->asked.self->visitors;
  VouchLookupCounts *counts = query->asked.self->settings.counts;
  VouchLookupCode code = code_of (&query->asked, &query->unit);
  gint64 told;

  if (vouch_lookup_visitors_find (visitors, query->visit, query->now_us, &told))
    {
      if (!vouch_lookup_counts_peek (counts, db, &code, &query->count, error))
        return FALSE;
      query->count.queries = told;
      return TRUE;
    }
  if (!vouch_lookup_counts_add (counts, db, &code, query->now_us, &query->recent, &query->count, error))
    return FALSE;
  if (!vouch_lookup_mark_query (db, code.lot, &query->unit, query->state, query->count.queries, query->copied_after,
                                query->now_us, error))
    return FALSE;
  query->is_new_visit = TRUE;
  vouch_lookup_visitors_remember (visitors, query->visit, query->now_us, query->count.queries);
  return TRUE;
}

static void
settle_query (VouchLookupJob *job)
{
  Query *query = (Query *)job;

  if (job->error != NULL)
    take_query_back (job);
  vouch_lookup_counts_settle (query->asked.self->settings.counts, g_steal_pointer (&query->recent), &query->count,
                              TRUE);
  vouch_lookup_request_wake (query->asked.request);
}

static void
wake_query (VouchLookupRequest *request, gpointer state, gpointer owner)
{
  Query *query = state;

  if (query->job.error != NULL)
    vouch_lookup_public_reply_sorry (&query->asked);
  else
    {
      vouch_lookup_tally_note (query->asked.self->settings.tally,
                               query->is_new_visit ? VOUCH_LOOKUP_DEED_COUNTED : VOUCH_LOOKUP_DEED_REPEATED);
      reply_code (&query->asked, query->lot, query->state, &query->count);
    }
}

static void
count_query (const VouchLookupAsked *asked, VouchLookupLot *lot, const VouchLookupUnit *unit, VouchLookupState state)
{
  Query *query = g_new0 (Query, 1);

  query->job.run = run_query;
  query->job.take_back = take_query_back;
  query->job.settle = settle_query;
  query->job.bell = vouch_lookup_request_get_bell (asked->request);
  query->asked = *asked;
  query->lot = vouch_lookup_lot_ref (lot);
  query->unit = *unit;
  query->state = state;
  query->copied_after = vouch_lookup_policies_find (asked->self->policies, lot->station)->copied_after;
  query->now_us = vouch_clock_now (asked->self->settings.clock);
  query->visit = hash_visit (asked, unit);
  /* Asleep first: the writer may wake it before the next line is reached. */
  vouch_lookup_request_sleep (asked->request, query, free_query, wake_query);
  vouch_lookup_writer_submit (asked->self->settings.writer, &query->job);
}

/* A program that looks at links is none, and whoever works for the operator is none. */
static gboolean
is_customer (const VouchLookupAsked *asked)
{
  return vouch_lookup_agents_is_customer (asked->self->agents, asked->request) &&
         !vouch_lookup_networks_contain (asked->self->settings.own_addresses,
                                         vouch_lookup_request_get_address (asked->request));
}

static void
answer_unit (const VouchLookupAsked *asked, VouchLookupLot *lot, const VouchLookupUnit *unit, VouchLookupState state)
{
  const VouchLookupCode code = code_of (asked, unit);
  g_autoptr (GError) error = NULL;
  VouchLookupCount count;

  if (is_customer (asked))
    count_query (asked, lot, unit, state);
  else if (vouch_lookup_counts_load (asked->self->settings.counts, asked->self->reader, &code, &count, &error))
    {
      vouch_lookup_tally_note (asked->self->settings.tally, VOUCH_LOOKUP_DEED_UNCOUNTED);
      reply_code (asked, lot, state, &count);
    }
  else
    vouch_lookup_public_reply_sorry (asked);
}

static void
answer_lot (const VouchLookupAsked *asked, const VouchLookupAnswer *answer)
{
  VouchLookupFrame frame;

  if (vouch_lookup_public_format (asked) != VOUCH_LOOKUP_FORMAT_HTML)
    {
      vouch_lookup_public_reply_data (asked, answer, NULL);
      return;
    }
  frame = vouch_lookup_public_frame_of (asked, answer->lot);
  vouch_lookup_public_reply_fresh (asked, answer->state, VOUCH_LOOKUP_FORMAT_HTML,
                                   vouch_lookup_code_page (&frame, answer));
}

/* What leads elsewhere tells nothing of a unit and so counts none. */
static void
answer_known (const VouchLookupAsked *asked, VouchLookupLot *lot, const VouchLookupUnit *unit, VouchLookupState state)
{
  gboolean is_unit = asked->route.kind == VOUCH_LOOKUP_ROUTE_UNIT;
  const VouchLookupAnswer answer = { state, lot, is_unit ? VOUCH_LOOKUP_SUBJECT_UNIT : VOUCH_LOOKUP_SUBJECT_LOT };

  if (asked->route.kind == VOUCH_LOOKUP_ROUTE_RECALL)
    vouch_lookup_public_reply_recall (asked, &answer);
  else if (asked->route.kind == VOUCH_LOOKUP_ROUTE_RECORD)
    vouch_lookup_public_reply_record (asked, &answer);
  else if (asked->route.link_type > VOUCH_LOOKUP_LINK_DEFAULT)
    vouch_lookup_public_reply_link (asked, &answer);
  else if (is_unit)
    answer_unit (asked, lot, unit, state);
  else
    answer_lot (asked, &answer);
}

/* In the Digital Link form the GTIN has to be the lot's own. */
static gboolean
gtin_fits (const VouchLookupRoute *route, const VouchLookupLot *lot)
{
  return *route->gtin == '\0' || g_strcmp0 (route->gtin, lot->record->gtin) == 0;
}

/**
 * vouch_lookup_public_answer_code:
 * @asked: a request for a unit or a lot
 *
 * Answers what is known of a code. A unit's page is counted, and then waits for the commit that it is counted in, so
 * that what a page said is true after any crash.
 */
void
vouch_lookup_public_answer_code (const VouchLookupAsked *asked)
{
  gboolean is_unit = asked->route.kind == VOUCH_LOOKUP_ROUTE_UNIT;
  VouchLookupState state = VOUCH_LOOKUP_STATE_UNKNOWN;
  g_autoptr (VouchLookupLot) lot = NULL;
  g_autoptr (GError) error = NULL;
  VouchLookupUnit unit = { 0 };

  if (!vouch_lookup_lots_find (asked->self->lots, asked->route.lot, &lot, &error))
    {
      g_message ("A lot could not be read: %s", error->message);
      vouch_lookup_public_reply_sorry (asked);
      return;
    }
  if (is_unit)
    vouch_lookup_lot_find_unit (lot, asked->route.serial, &unit);
  if (lot != NULL && gtin_fits (&asked->route, lot))
    state = vouch_lookup_lot_judge (lot, is_unit ? &unit : NULL, vouch_lookup_public_get_today (asked->self));
  if (state == VOUCH_LOOKUP_STATE_UNKNOWN)
    vouch_lookup_public_reply_unknown (asked);
  else if (!vouch_lookup_public_take (asked, VOUCH_LOOKUP_LIMIT_HIT))
    vouch_lookup_public_reply_busy (asked);
  else
    answer_known (asked, lot, &unit, state);
}
