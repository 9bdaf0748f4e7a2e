/* What the lookup service found suspicious and how often lots were looked up. */
#include <glib/gi18n-lib.h>

#include "vouch-case-fetch.h"
#include "vouch-case-post.h"
#include "vouch-event-work.h"
#include "vouch-list.h"
#include "vouch-query-count-store.h"
#include "vouch-record-json.h"
#include "vouch-run-case.h"
#include "vouch-suspicion-store.h"
#include "vouch-words.h"

static char *
say_mark (gconstpointer data)
{
  const VouchSuspicion *mark = data;

  return g_strdup_printf ("%s  %s  %s%s%s", mark->lot != NULL ? mark->lot : "",
                          mark->serial != NULL ? mark->serial : "", vouch_words_of_suspicion (mark->reason),
                          mark->note != NULL ? "  " : "", mark->note != NULL ? mark->note : "");
}

static gpointer
read_open (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_suspicion_store_list_open (conn, error);
}

static gpointer
read_recent (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_suspicion_store_list_recent (conn, error);
}

static void
marks (VouchCli *cli, const VouchVerb *verb)
{
  gboolean all = vouch_arguments_take_flag (vouch_cli_get_arguments (cli), "all");

  vouch_list_read (cli, &vouch_suspicion_type, all ? read_recent : read_open, NULL, say_mark);
}

static void
tell_count (VouchCli *cli, const VouchQueryCount *count)
{
  g_autoptr (VouchAnswer) answer =
      vouch_answer_new (vouch_record_to_json (&vouch_query_count_type, count, vouch_cli_get_offset (cli)),
                        g_strdup_printf (_ ("%s  units: %d  queries: %d  possibly copied: %d"), count->lot,
                                         (int)count->units, (int)count->queries, (int)count->marked));

  vouch_cli_tell (cli, answer);
}

typedef struct
{
  char *after;
} CountQuery;

static gpointer
read_counts (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_query_count_store_list (conn, ((const CountQuery *)data)->after, error);
}

static gboolean
list_counts (VouchCli *cli, VouchStation *station, GError **error)
{
  CountQuery query = { g_strdup ("") };
  gboolean is_read = TRUE, is_over = FALSE;

  while (is_read && !is_over)
    {
      g_autoptr (GPtrArray) counts = vouch_station_read (station, read_counts, &query, error);

      is_read = counts != NULL;
      is_over = counts == NULL || counts->len == 0;
      for (guint i = 0; counts != NULL && i < counts->len; i++)
        tell_count (cli, g_ptr_array_index (counts, i));
      if (!is_over)
        {
          g_free (query.after);
          query.after = g_strdup (((const VouchQueryCount *)g_ptr_array_index (counts, counts->len - 1))->lot);
        }
    }
  g_free (query.after);
  return is_read;
}

/* A unit's count as the service gives it. */
typedef struct
{
  char *lot;
  gint64 key_version;
  gint64 unit;
  gint64 queries;
  gint64 first_at;
  gint64 last_at;
} UnitCount;

static const VouchField unit_fields[] = {
  VOUCH_FIELD (UnitCount, lot, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (UnitCount, key_version, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (UnitCount, unit, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (UnitCount, queries, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (UnitCount, first_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (UnitCount, last_at, TIME, VOUCH_FIELD_PLAIN),
};

static const VouchRecordType unit_type = {
  .name = "unit_count", .size = sizeof (UnitCount), .fields = unit_fields, .n_fields = G_N_ELEMENTS (unit_fields)
};

static gboolean
tell_unit (VouchCli *cli, const char *line, gint64 *after, GError **error)
{
  g_autoptr (JsonObject) object = vouch_json_parse_object (line, -1, error);
  UnitCount *count = object != NULL ? vouch_record_from_json (&unit_type, object, VOUCH_JSON_LENIENT, error) : NULL;
  g_autoptr (VouchAnswer) answer = NULL;

  if (count == NULL)
    return FALSE;
  *after = count->unit;
  answer = vouch_answer_new (vouch_record_to_json (&unit_type, count, vouch_cli_get_offset (cli)),
                             g_strdup_printf (_ ("unit: %d  queries: %d"), (int)count->unit, (int)count->queries));
  vouch_record_free (&unit_type, count);
  vouch_cli_tell (cli, answer);
  return TRUE;
}

/* The station keeps what lots come to; of units the service alone knows. */
static gboolean
list_units (VouchCli *cli, VouchStation *station, const char *lot, GError **error)
{
  g_autofree char *url = NULL;
  g_autofree char *service = vouch_case_dup_service (station, &url, error);
  guint n = VOUCH_CASE_POST_PAGE;
  gint64 after = -1;

  while (service != NULL && n >= VOUCH_CASE_POST_PAGE)
    {
      g_autoptr (GPtrArray) lines = vouch_case_post_fetch_unit_counts (url, lot, after, error);

      if (lines == NULL)
        return FALSE;
      for (n = 0; n < lines->len; n++)
        if (!tell_unit (cli, g_ptr_array_index (lines, n), &after, error))
          return FALSE;
    }
  return service != NULL;
}

static void
counts (VouchCli *cli, const VouchVerb *verb)
{
  const char *lot = vouch_arguments_take (vouch_cli_get_arguments (cli), "lot");
  g_autoptr (GError) error = NULL;
  VouchStation *station;

  if (!vouch_cli_check_taken (cli))
    return;
  station = vouch_cli_open (cli, VOUCH_DB_LOOK, &error);
  if (station == NULL || !(lot != NULL ? list_units (cli, station, lot, &error) : list_counts (cli, station, &error)))
    vouch_cli_fail (cli, error);
}

const VouchVerb vouch_verbs_of_lookup_mark[] = {
  {
      .noun = "lookup",
      .verb = "marks",
      .arguments = "[--all]",
      .help = N_ ("lists what the lookup service found suspicious and nobody has acknowledged"),
      .run = marks,
  },
  {
      .noun = "lookup",
      .verb = "acknowledge",
      .arguments = "--suspicion-id ID --note TEXT",
      .help = N_ ("notes what the QA lead made of something suspicious"),
      .run = vouch_run_case,
      .use_case = &vouch_suspicion_acknowledge,
  },
  {
      .noun = "lookup",
      .verb = "counts",
      .arguments = "[--lot LOT]",
      .help = N_ ("says how often customers looked up lots, or the units of one"),
      .run = counts,
  },
  { NULL },
};
