#pragma once

#include "vouch-actor.h"
#include "vouch-station.h"

G_BEGIN_DECLS

/**
 * VouchAct:
 * @station: the station
 * @actor: who acts
 * @tx: the transaction that every row goes through
 * @conn: its connection, for reading
 *
 * What a use case's job works with, on the writer's thread.
 */
typedef struct
{
  VouchStation *station;
  VouchActor *actor;
  VouchTx *tx;
  VouchConn *conn;
} VouchAct;

/**
 * VouchUseCase:
 * @name: what is done, as in the audit and for idempotency, like "receive.count"
 * @permission: what the actor needs
 * @request: the request's type
 * @answer: the answer's type
 * @prepare: (nullable): what has to be found out before the transaction, outside the writer's thread (a PIN, a file)
 * @keeps_draft: the draft is not ended by the act but by whoever saw what came of it, because nothing else tells the
 *   same act from another one like it
 * @act: the job: reads, checks the rules and writes; fills the answer
 * @after: (nullable): what has to be outside the database before anybody hears that the act was saved. It comes again
 *   with every repetition of the same act, so doing it twice must do no more than doing it once
 *
 * Something the product does, once, for the window and the command line alike. vouch_use_case_run() is the only way
 * to do it: it checks the role, looks for an earlier answer to the same key, opens the transaction, and commits the
 * records with their audit entry and key.
 */
typedef struct
{
  const char *name;
  VouchPermission permission;
  const VouchRecordType *request;
  const VouchRecordType *answer;
  gboolean (*prepare) (VouchStation *station, VouchActor *actor, gconstpointer request, GError **error);
  gboolean keeps_draft;
  gboolean (*act) (VouchAct *act, gconstpointer request, gpointer answer, GError **error);
  gboolean (*after) (VouchStation *station, gconstpointer answer, GError **error);
} VouchUseCase;

/* The field of an error after which it is not known whether the act was saved. */
#define VOUCH_OUTCOME_UNKNOWN "outcome"

gpointer vouch_use_case_run (const VouchUseCase *self, VouchStation *station, VouchActor *actor, const char *key,
                             gconstpointer request, GError **error) G_GNUC_WARN_UNUSED_RESULT;

gint64 vouch_act_get_actor_id (const VouchAct *self);
gboolean vouch_act_insert (VouchAct *self, const VouchRecordType *type, gconstpointer record, GError **error);
gboolean vouch_act_update (VouchAct *self, const VouchRecordType *type, gconstpointer record, GError **error);
gint64 vouch_act_next_id (VouchAct *self);
gint64 vouch_act_get_now (VouchAct *self);

/* The answer of an act that makes or changes one record. */
typedef struct
{
  gint64 id;
  char *number; /* where the record has one */
} VouchDone;

VOUCH_DECLARE_RECORD (VouchDone, vouch_done)

G_END_DECLS
