#include "vouch-use-case.h"

#include <glib/gi18n-lib.h>

#include "vouch-answer-store.h"
#include "vouch-clock-work.h"
#include "vouch-condition.h"
#include "vouch-draft-store.h"
#include "vouch-draft.h"
#include "vouch-error.h"

static const VouchField done_fields[] = {
  VOUCH_FIELD (VouchDone, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDone, number, TEXT, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchDone, vouch_done, "done", done_fields)

typedef struct
{
  const VouchUseCase *use_case;
  VouchStation *station;
  VouchActor *actor;
  const char *key;
  gconstpointer request;
  gboolean in_doubt; /* the commit failed, and it may have saved all the same */
} Run;

static gpointer
decode_answer (const VouchUseCase *use_case, GBytes *bytes, GError **error)
{
  gpointer answer = vouch_record_decode (use_case->answer, bytes);

  if (answer == NULL)
    g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("The first answer to this act cannot be read"));
  return answer;
}

static gpointer
commit (Run *run, VouchTx *tx, gpointer answer, GError **error)
{
  g_autoptr (GBytes) bytes = vouch_record_encode (run->use_case->answer, answer);
  VouchTxEnd end = {
    .actor_id = vouch_actor_get_user_id (run->actor),
    .use_case = run->use_case->name,
    .request_type = run->use_case->request,
    .request = run->request,
    .key = run->key,
    .answer = bytes,
  };

  if (vouch_tx_commit (tx, &end, &run->in_doubt, error))
    return answer;
  vouch_record_free (run->use_case->answer, answer);
  return NULL;
}

/* An act that was begun with a draft ends it in the same transaction. */
static gboolean
finish_draft (VouchAct *act, const char *key, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchDraft) draft = vouch_draft_store_find (act->conn, key, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (draft == NULL)
    return TRUE;
  draft->state = VOUCH_DRAFT_STATE_DONE;
  return vouch_act_update (act, &vouch_draft_type, draft, error);
}

static gpointer
write_act (VouchConn *conn, gpointer data, GError **error)
{
  Run *run = data;
  g_autoptr (GBytes) earlier = NULL;
  g_autoptr (VouchTx) tx = NULL;
  VouchAct act;
  gpointer answer;

  if (!vouch_answer_store_get (conn, run->key, run->use_case->name, run->use_case->request, run->request, &earlier,
                               error))
    return NULL;
  if (earlier != NULL)
    return decode_answer (run->use_case, earlier, error);
  tx = vouch_tx_begin (conn, vouch_station_get_context (run->station), error);
  if (tx == NULL)
    return NULL;
  act = (VouchAct){ .station = run->station, .actor = run->actor, .tx = tx, .conn = conn };
  answer = vouch_record_new (run->use_case->answer);
  if (!run->use_case->act (&act, run->request, answer, error) ||
      !(run->use_case->keeps_draft || finish_draft (&act, run->key, error)))
    {
      vouch_record_free (run->use_case->answer, answer);
      return NULL;
    }
  return commit (run, tx, answer, error);
}

/* The first answer, where the act was saved after all; otherwise what it left in the log is made harmless. */
static gpointer
write_settlement (VouchConn *conn, gpointer data, GError **error)
{
  Run *run = data;
  g_autoptr (GBytes) earlier = NULL;

  if (!vouch_answer_store_get (conn, run->key, run->use_case->name, run->use_case->request, run->request, &earlier,
                               error))
    return NULL;
  if (earlier != NULL)
    return decode_answer (run->use_case, earlier, error);
  if (!vouch_conn_fence (conn, error))
    return NULL;
  run->in_doubt = FALSE;
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE,
               _ ("Not saved: the disk refused it. What was entered is kept; do it again when the disk works"));
  return NULL;
}

/* A commit that failed may still have saved: look, then say which; and where one cannot look, say that. */
static gpointer
settle_failed_commit (Run *run, GError **error)
{
  VouchDb *db = vouch_station_get_db (run->station);
  g_autoptr (GError) local = NULL;
  gpointer answer = NULL;

  if (vouch_db_reopen_writer (db, &local))
    answer = vouch_db_write (db, write_settlement, run, &local);
  if (answer != NULL)
    return answer;
  if (!run->in_doubt)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    vouch_set_field_error (
        error, VOUCH_OUTCOME_UNKNOWN, VOUCH_ERROR_STORAGE,
        _ ("The disk does not tell whether this was saved. Do it once more when the disk works: it counts once"));
  return NULL;
}

/* What the station notes by itself takes next to no room; it goes on to the end of the disk. */
static gboolean
may_begin (const VouchUseCase *self, VouchStation *station, GError **error)
{
  if (self->permission == VOUCH_PERMISSION_SYSTEM)
    return vouch_db_is_in_place (vouch_station_get_db (station), error);
  return vouch_condition_check (station, error) &&
         (!vouch_condition_is_clock_back (station) || vouch_clock_note_if_back (station, error));
}

/**
 * vouch_use_case_run:
 * @self: a use case
 * @station: the station
 * @actor: who acts
 * @key: (nullable): the idempotency key, a UUID made when the act began; %NULL makes one, for an act that is begun and
 *   done at once
 * @request: the request, of @self's type
 * @error: one of the six codes
 *
 * Waits for the disk. An error whose field is %VOUCH_OUTCOME_UNKNOWN says that nobody knows whether the act was saved;
 * the same @key with the same @request settles it.
 *
 * Returns: (transfer full) (nullable): the answer, of @self's type; the first answer where the act was done before
 */
gpointer
vouch_use_case_run (const VouchUseCase *self, VouchStation *station, VouchActor *actor, const char *key,
                    gconstpointer request, GError **error)
{
  g_autofree char *own_key = key == NULL ? g_uuid_string_random () : NULL;
  g_autoptr (GError) local = NULL;
  Run run = { .use_case = self, .station = station, .actor = actor, .request = request };
  gpointer answer;

  run.key = key != NULL ? key : own_key;
  if (!g_uuid_string_is_valid (run.key))
    {
      vouch_set_field_error (error, "key", VOUCH_ERROR_INVALID, _ ("“%s” is not a UUID"), run.key);
      return NULL;
    }
  if (!vouch_actor_may (actor, self->permission))
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_DENIED, vouch_permission_describe (self->permission));
      return NULL;
    }
  if (!vouch_record_check (self->request, request, error) || !may_begin (self, station, error) ||
      (self->prepare != NULL && !self->prepare (station, actor, request, error)))
    return NULL;
  answer = vouch_db_write (vouch_station_get_db (station), write_act, &run, &local);
  if (answer == NULL && run.in_doubt)
    answer = settle_failed_commit (&run, error);
  else if (answer == NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  if (answer == NULL || self->after == NULL || self->after (station, answer, error))
    return answer;
  vouch_record_free (self->answer, answer);
  return NULL;
}

gint64
vouch_act_get_actor_id (const VouchAct *self)
{
  return vouch_actor_get_user_id (self->actor);
}

gboolean
vouch_act_insert (VouchAct *self, const VouchRecordType *type, gconstpointer record, GError **error)
{
  return vouch_tx_insert (self->tx, type, record, error);
}

gboolean
vouch_act_update (VouchAct *self, const VouchRecordType *type, gconstpointer record, GError **error)
{
  return vouch_tx_update (self->tx, type, record, error);
}

gint64
vouch_act_next_id (VouchAct *self)
{
  return vouch_tx_next_id (self->tx);
}

/* The act's one moment, Unix microseconds UTC. */
gint64
vouch_act_get_now (VouchAct *self)
{
  return vouch_tx_get_now (self->tx);
}
