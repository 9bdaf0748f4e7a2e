#include "vouch-query-count-work.h"

#include "vouch-case-work.h"
#include "vouch-error.h"
#include "vouch-lot-store.h"
#include "vouch-query-count-store.h"
#include "vouch-record-json.h"

static const VouchField take_fields[] = {
  VOUCH_FIELD (VouchTakeCountsRequest, lines, BYTES, VOUCH_FIELD_REQUIRED),
};

VOUCH_DEFINE_RECORD (VouchTakeCountsRequest, vouch_take_counts_request, "take_counts", take_fields)

/**
 * vouch_query_count_read_line:
 * @line: what the lookup service counted of a lot
 * @error: INVALID
 *
 * Returns: (transfer full) (nullable): the counts, without an id
 */
VouchQueryCount *
vouch_query_count_read_line (const char *line, GError **error)
{
  g_autoptr (JsonObject) object = vouch_json_parse_object (line, -1, error);
  g_autoptr (VouchQueryCount) count =
      object != NULL ? vouch_record_from_json (&vouch_query_count_type, object, VOUCH_JSON_LENIENT, error) : NULL;

  if (count == NULL || !vouch_record_check (&vouch_query_count_type, count, error))
    return NULL;
  count->id = 0;
  count->lot_id = 0;
  return g_steal_pointer (&count);
}

static gboolean
is_same (const VouchQueryCount *a, const VouchQueryCount *b)
{
  return a->units == b->units && a->queries == b->queries && a->marked == b->marked && a->first_at == b->first_at &&
         a->last_at == b->last_at;
}

/**
 * vouch_query_count_is_news:
 * @conn: a connection
 * @count: what the lookup service says
 * @is_news: (out): whether the station knows otherwise
 * @error: what the database said
 *
 * Returns: whether it could be compared
 */
gboolean
vouch_query_count_is_news (VouchConn *conn, const VouchQueryCount *count, gboolean *is_news, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchQueryCount) known = vouch_query_count_store_find (conn, count->lot, &local);

  *is_news = known == NULL || !is_same (known, count);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
find_lot (VouchAct *act, VouchQueryCount *count, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchLot) lot = vouch_lot_store_find_by_number (act->conn, count->lot, &local);

  count->lot_id = lot != NULL ? lot->id : 0;
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
take_count (VouchAct *act, VouchQueryCount *count, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchQueryCount) known = vouch_query_count_store_find (act->conn, count->lot, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (known != NULL && is_same (known, count))
    return TRUE;
  if (!find_lot (act, count, error))
    return FALSE;
  count->id = known != NULL ? known->id : vouch_act_next_id (act);
  return known != NULL ? vouch_act_update (act, &vouch_query_count_type, count, error)
                       : vouch_act_insert (act, &vouch_query_count_type, count, error);
}

static gboolean
take (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchTakeCountsRequest *request = data;
  g_auto (GStrv) lines = vouch_case_split_lines (request->lines);

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (VouchQueryCount) count = NULL;

      if (*lines[i] == '\0')
        continue;
      count = vouch_query_count_read_line (lines[i], error);
      if (count == NULL || !take_count (act, count, error))
        return FALSE;
    }
  return TRUE;
}

const VouchUseCase vouch_query_count_take = {
  .name = "case.take_counts",
  .permission = VOUCH_PERMISSION_SYSTEM,
  .request = &vouch_take_counts_request_type,
  .answer = &vouch_done_type,
  .act = take,
};
