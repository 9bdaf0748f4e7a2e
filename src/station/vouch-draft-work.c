#include "vouch-draft-work.h"

#include "vouch-draft-store.h"
#include "vouch-draft.h"
#include "vouch-error.h"

static const VouchField begin_fields[] = {
  VOUCH_FIELD (VouchBeginRequest, use_case, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchBeginRequest, subject_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchBeginRequest, idempotency_key, TEXT, VOUCH_FIELD_REQUIRED),
};

VOUCH_DEFINE_RECORD (VouchBeginRequest, vouch_begin_request, "begin", begin_fields)

static gboolean
begin (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchBeginRequest *request = data;
  g_autoptr (VouchDraft) draft = vouch_draft_new ();

  draft->id = vouch_act_next_id (act);
  draft->user_id = vouch_act_get_actor_id (act);
  draft->use_case = g_strdup (request->use_case);
  draft->subject_id = request->subject_id;
  draft->idempotency_key = g_strdup (request->idempotency_key);
  draft->begun_at = vouch_act_get_now (act);
  ((VouchDone *)answer)->id = draft->id;
  return vouch_act_insert (act, &vouch_draft_type, draft, error);
}

typedef struct
{
  gint64 user_id;
  const char *use_case;
  gint64 subject_id;
} DraftQuery;

static gpointer
read_open_draft (VouchConn *conn, gpointer data, GError **error)
{
  const DraftQuery *query = data;
  g_autoptr (GPtrArray) drafts = vouch_draft_store_list_open (conn, query->user_id, error);

  for (guint i = 0; drafts != NULL && i < drafts->len; i++)
    {
      const VouchDraft *draft = g_ptr_array_index (drafts, i);

      if (draft->subject_id == query->subject_id && g_str_equal (draft->use_case, query->use_case))
        return g_strdup (draft->idempotency_key);
    }
  return NULL;
}

/**
 * vouch_draft_begin:
 * @station: the station
 * @actor: who begins
 * @use_case: what is to be done
 * @subject_id: to which record
 * @error: what the database said
 *
 * Begins an act, or takes up the same act that the same person began before and did not finish.
 *
 * Returns: (transfer full) (nullable): the act's idempotency key
 */
char *
vouch_draft_begin (VouchStation *station, VouchActor *actor, const VouchUseCase *use_case, gint64 subject_id,
                   GError **error)
{
  DraftQuery query = { vouch_actor_get_user_id (actor), use_case->name, subject_id };
  const VouchUseCase draft_begin = {
    .name = "draft.begin",
    .permission = use_case->permission,
    .request = &vouch_begin_request_type,
    .answer = &vouch_done_type,
    .act = begin,
  };
  g_autoptr (GError) local = NULL;
  g_autofree char *key = vouch_station_read (station, read_open_draft, &query, &local);
  VouchBeginRequest request = { (char *)use_case->name, subject_id, NULL };
  g_autoptr (VouchDone) done = NULL;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (key != NULL)
    return g_steal_pointer (&key);
  key = g_uuid_string_random ();
  request.idempotency_key = key;
  done = vouch_use_case_run (&draft_begin, station, actor, NULL, &request, error);
  return done != NULL ? g_steal_pointer (&key) : NULL;
}
