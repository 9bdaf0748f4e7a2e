#include "vouch-draft-work.h"

#include "vouch-draft-store.h"
#include "vouch-draft.h"
#include "vouch-error.h"

static const VouchField begin_fields[] = {
  VOUCH_FIELD (VouchBeginRequest, use_case, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchBeginRequest, subject_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchBeginRequest, idempotency_key, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchBeginRequest, ended_key, TEXT, VOUCH_FIELD_ADDED),
};

VOUCH_DEFINE_RECORD (VouchBeginRequest, vouch_begin_request, "begin", begin_fields)

static gboolean
end_draft (VouchAct *act, const char *key, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchDraft) draft = key != NULL ? vouch_draft_store_find (act->conn, key, &local) : NULL;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (draft == NULL || draft->state == VOUCH_DRAFT_STATE_DONE)
    return TRUE;
  draft->state = VOUCH_DRAFT_STATE_DONE;
  return vouch_act_update (act, &vouch_draft_type, draft, error);
}

static gboolean
begin (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchBeginRequest *request = data;
  g_autoptr (VouchDraft) draft = NULL;

  if (!end_draft (act, request->ended_key, error))
    return FALSE;
  if (request->idempotency_key == NULL)
    return TRUE;
  draft = vouch_draft_new ();
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
  char *key;         /* out, nullable */
  gboolean was_done; /* out */
} DraftQuery;

static gpointer
read_open_draft (VouchConn *conn, gpointer data, GError **error)
{
  DraftQuery *query = data;
  g_autoptr (GPtrArray) drafts = vouch_draft_store_list_open (conn, query->user_id, error);

  if (drafts == NULL)
    return NULL;
  for (guint i = 0; i < drafts->len && query->key == NULL; i++)
    {
      const VouchDraft *draft = g_ptr_array_index (drafts, i);

      if (draft->subject_id == query->subject_id && g_str_equal (draft->use_case, query->use_case))
        query->key = g_strdup (draft->idempotency_key);
    }
  if (query->key != NULL && !vouch_draft_store_was_carried_out (conn, query->key, &query->was_done, error))
    {
      g_clear_pointer (&query->key, g_free);
      return NULL;
    }
  return data;
}

static gboolean
write_draft (VouchStation *station, VouchActor *actor, const VouchUseCase *use_case, const VouchBeginRequest *request,
             GError **error)
{
  const VouchUseCase draft_begin = {
    .name = request->idempotency_key != NULL ? "draft.begin" : "draft.end",
    .permission = use_case->permission,
    .request = &vouch_begin_request_type,
    .answer = &vouch_done_type,
    .act = begin,
  };
  g_autoptr (VouchDone) done = vouch_use_case_run (&draft_begin, station, actor, NULL, request, error);

  return done != NULL;
}

/**
 * vouch_draft_resume:
 * @station: the station
 * @actor: who acts
 * @use_case: what is to be done
 * @subject_id: to which record
 * @was_done: (out): whether the act was carried out, and only nobody saw it
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): the key of the same act that the same person began before and did not finish;
 * %NULL without an error where there is none
 */
char *
vouch_draft_resume (VouchStation *station, VouchActor *actor, const VouchUseCase *use_case, gint64 subject_id,
                    gboolean *was_done, GError **error)
{
  DraftQuery query = { vouch_actor_get_user_id (actor), use_case->name, subject_id, NULL, FALSE };

  vouch_station_read (station, read_open_draft, &query, error);
  *was_done = query.was_done;
  return query.key;
}

/**
 * vouch_draft_begin_next:
 * @station: the station
 * @actor: who begins
 * @use_case: what is to be done
 * @subject_id: to which record
 * @ended_key: (nullable): of the act before, whose outcome was seen
 * @error: what the database said
 *
 * Begins another act, and ends the one before in the same transaction.
 *
 * Returns: (transfer full) (nullable): the act's idempotency key
 */
char *
vouch_draft_begin_next (VouchStation *station, VouchActor *actor, const VouchUseCase *use_case, gint64 subject_id,
                        const char *ended_key, GError **error)
{
  g_autofree char *key = g_uuid_string_random ();
  VouchBeginRequest request = { (char *)use_case->name, subject_id, key, (char *)ended_key };

  return write_draft (station, actor, use_case, &request, error) ? g_steal_pointer (&key) : NULL;
}

/**
 * vouch_draft_end:
 * @station: the station
 * @actor: who acted
 * @use_case: what was done
 * @subject_id: to which record
 * @key: of the act whose outcome was seen
 * @error: what the database said
 *
 * Returns: whether the act is over
 */
gboolean
vouch_draft_end (VouchStation *station, VouchActor *actor, const VouchUseCase *use_case, gint64 subject_id,
                 const char *key, GError **error)
{
  VouchBeginRequest request = { (char *)use_case->name, subject_id, NULL, (char *)key };

  return write_draft (station, actor, use_case, &request, error);
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
  g_autoptr (GError) local = NULL;
  gboolean was_done;
  char *key = vouch_draft_resume (station, actor, use_case, subject_id, &was_done, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return key != NULL ? key : vouch_draft_begin_next (station, actor, use_case, subject_id, NULL, error);
}
