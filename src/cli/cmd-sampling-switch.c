/* `vouch sampling switch`: lots in order, of as many sequences as one likes. A sequence is what a ledger keeps of one
 * product from one supplier; here it lasts as long as the run. */
#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-json-member.h"
#include "vouch-sampling-switch.h"
#include "vouch-verb.h"

typedef struct
{
  VouchSamplingScheme scheme; /* its texts are static */
  VouchSamplingSwitch now;
} Sequence;

typedef struct
{
  const char *sequence;
  VouchSamplingScheme scheme;
  VouchSamplingConditions conditions;
  VouchSamplingLot lot;
  gboolean resume;
  gboolean end_reduced;
} Request;

/* Above AQL 10 nonconformities are counted in any case. */
static gboolean
read_counts (JsonObject *object, gboolean *counts_nonconformities, GError **error)
{
  const char *counts;

  if (!vouch_json_member_get_text (object, "counts", "items", &counts, error))
    return FALSE;
  *counts_nonconformities = g_str_equal (counts, "nonconformities");
  if (*counts_nonconformities || g_str_equal (counts, "items"))
    return TRUE;
  vouch_set_field_error (error, "counts", VOUCH_ERROR_INVALID,
                         _ ("“%s” is not what a plan counts; choose items or nonconformities"), counts);
  return FALSE;
}

static gboolean
read_scheme (JsonObject *object, VouchSamplingScheme *scheme, GError **error)
{
  const char *standard_id, *type_id, *level, *aql;
  guint level_index, aql_index;

  if (!vouch_json_member_get_text (object, "standard", "iso2859-1:1999", &standard_id, error) ||
      !vouch_json_member_get_text (object, "type", "single", &type_id, error) ||
      !vouch_json_member_get_text (object, "level", "II", &level, error) ||
      !vouch_json_member_get_text (object, "aql", NULL, &aql, error) ||
      !vouch_sampling_standard_parse (standard_id, &scheme->standard, error) ||
      !vouch_sampling_type_parse (type_id, &scheme->type, error) ||
      !vouch_sampling_find_level (level, &level_index, error) || !vouch_sampling_find_aql (aql, &aql_index, error))
    return FALSE;
  scheme->level = vouch_sampling_get_levels ()[level_index];
  scheme->aql = vouch_sampling_get_aqls ()[aql_index];
  return read_counts (object, &scheme->counts_nonconformities, error);
}

/* A number that may be missing, or null. */
static gboolean
read_number (JsonObject *object, const char *name, gboolean *is_there, gint64 *number, GError **error)
{
  *is_there = vouch_json_member_is_given (object, name);
  return !*is_there || vouch_json_member_get_number (object, name, number, error);
}

static gboolean
read_lot (JsonObject *object, VouchSamplingLot *lot, GError **error)
{
  if (!vouch_json_member_get_number (object, "lot_size", &lot->lot_size, error) ||
      !vouch_json_member_get_flag (object, "original", &lot->original, error) ||
      !read_number (object, "nonconforming", &lot->has_nonconforming, &lot->nonconforming, error) ||
      !read_number (object, "accepted_at_stage", &lot->has_stage, &lot->accepted_at_stage, error) ||
      !read_number (object, "limit_number", &lot->has_limit_number, &lot->limit_number, error))
    return FALSE;
  lot->original |= !vouch_json_member_is_given (object, "original");
  if (!lot->has_nonconforming || !lot->has_stage)
    return TRUE;
  vouch_set_field_error (error, "accepted_at_stage", VOUCH_ERROR_INVALID,
                         _ ("Give “nonconforming” or “accepted_at_stage”, not both"));
  return FALSE;
}

static gboolean
read_request (JsonObject *object, Request *request, GError **error)
{
  return vouch_json_member_get_text (object, "sequence", NULL, &request->sequence, error) &&
         read_scheme (object, &request->scheme, error) && read_lot (object, &request->lot, error) &&
         vouch_json_member_get_flag (object, "steady", &request->conditions.steady, error) &&
         vouch_json_member_get_flag (object, "authority", &request->conditions.authority, error) &&
         vouch_json_member_get_flag (object, "resume", &request->resume, error) &&
         vouch_json_member_get_flag (object, "end_reduced", &request->end_reduced, error);
}

/* What has counted so far was counted by other plans. */
static gboolean
check_same_scheme (const VouchSamplingScheme *was, const VouchSamplingScheme *is, GError **error)
{
  const char *field = was->standard != is->standard                               ? "standard"
                      : was->type != is->type                                     ? "type"
                      : !g_str_equal (was->level, is->level)                      ? "level"
                      : !g_str_equal (was->aql, is->aql)                          ? "aql"
                      : was->counts_nonconformities != is->counts_nonconformities ? "counts"
                                                                                  : NULL;

  if (field == NULL)
    return TRUE;
  vouch_set_field_error (error, field, VOUCH_ERROR_INVALID,
                         _ ("“%s” cannot change within a sequence; begin another one"), field);
  return FALSE;
}

static JsonObject *
describe (const Request *request, const VouchSamplingDecision *decision)
{
  const VouchSamplingStages *samples = &decision->plan.samples;
  const VouchSamplingOutcome *outcome = &decision->outcome;
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "sequence", request->sequence);
  json_object_set_string_member (object, "severity", vouch_severity_values.names[outcome->severity]);
  json_object_set_int_member (object, "n", samples->stages[0].n);
  json_object_set_int_member (object, "ac", samples->stages[samples->n_stages - 1].ac);
  json_object_set_int_member (object, "re", samples->stages[samples->n_stages - 1].re);
  json_object_set_boolean_member (object, "accepted", outcome->accepted);
  json_object_set_int_member (object, "score", outcome->score);
  json_object_set_string_member (object, "next_severity", vouch_severity_values.names[outcome->next_severity]);
  json_object_set_string_member (
      object, "event",
      outcome->event != VOUCH_SAMPLING_EVENT_NONE ? vouch_sampling_event_values.names[outcome->event] : "");
  return object;
}

static char *
say_outcome (const char *sequence, const VouchSamplingOutcome *outcome)
{
  const char *severity = vouch_severity_get_label (outcome->severity);
  const char *next = vouch_severity_get_label (outcome->next_severity);

  /* Translators: a sequence's name, the severity a lot was judged under, the switching score and the next severity. */
  return outcome->accepted ? g_strdup_printf (_ ("%s: accepted under %s; score %u; next: %s"), sequence, severity,
                                              outcome->score, next)
                           : g_strdup_printf (_ ("%s: not accepted under %s; score %u; next: %s"), sequence, severity,
                                              outcome->score, next);
}

static char *
say (const Request *request, const VouchSamplingDecision *decision)
{
  const char *reason = vouch_sampling_event_get_reason (decision->outcome.event);
  g_autofree char *sentence = say_outcome (request->sequence, &decision->outcome);

  return reason != NULL ? g_strdup_printf ("%s\n%s", sentence, reason) : g_steal_pointer (&sentence);
}

/* Acts come before the lot. A lot cannot change severity right after one, so that there is never more than one event.
 */
static gboolean
decide (const Request *request, VouchSamplingSwitch now, VouchSamplingDecision *decision, GError **error)
{
  VouchSamplingEvent event = VOUCH_SAMPLING_EVENT_NONE;

  if (request->resume)
    event = vouch_sampling_switch_resume (&now);
  if (request->end_reduced && event == VOUCH_SAMPLING_EVENT_NONE)
    event = vouch_sampling_switch_end_reduced (&now, VOUCH_SAMPLING_EVENT_NORMAL_BY_AUTHORITY);
  if (!vouch_sampling_switch_judge (&now, &request->scheme, &request->conditions, &request->lot, decision, error))
    return FALSE;
  if (decision->outcome.event == VOUCH_SAMPLING_EVENT_NONE)
    decision->outcome.event = event;
  return TRUE;
}

static VouchAnswer *
answer_switch (VouchCli *cli, JsonObject *object, gpointer data, GError **error)
{
  GHashTable *sequences = data;
  VouchSamplingDecision decision;
  Request request = { 0 };
  Sequence start = { 0 };
  Sequence *sequence;

  if (!read_request (object, &request, error))
    return NULL;
  start.scheme = request.scheme;
  sequence = g_hash_table_lookup (sequences, request.sequence);
  if ((sequence != NULL && !check_same_scheme (&sequence->scheme, &request.scheme, error)) ||
      !decide (&request, sequence != NULL ? sequence->now : start.now, &decision, error))
    return NULL;
  if (sequence == NULL)
    {
      sequence = g_memdup2 (&start, sizeof start);
      g_hash_table_insert (sequences, g_strdup (request.sequence), sequence);
    }
  sequence->now = decision.after;
  return vouch_answer_new (describe (&request, &decision), say (&request, &decision));
}

static void
run_switch (VouchCli *cli, const VouchVerb *verb)
{
  g_autoptr (GHashTable) sequences = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  vouch_json_member_run_with (cli, answer_switch, sequences);
}

const VouchVerb vouch_verbs_of_sampling_switch[] = {
  {
      .noun = "sampling",
      .verb = "switch",
      .arguments = "--sequence NAME --lot-size N [--level LEVEL] --aql AQL --nonconforming N|--accepted-at-stage K "
                   "[--standard ID] [--type TYPE] [--counts items|nonconformities] [--original true|false] "
                   "[--steady true|false] [--authority true|false] [--limit-number N] [--resume true|false] "
                   "[--end-reduced true|false]",
      .help = N_ ("judges lots in order and switches severity between them; needs no station"),
      .run = run_switch,
  },
  { NULL },
};
