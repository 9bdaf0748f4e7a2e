#include "ledger-lots.h"

#include "vouch-number.h"
#include "vouch-plan-store.h"
#include "vouch-quality-work.h"
#include "vouch-row.h"

#define UNITS 1000000

void
ledger_lots_init (LedgerLots *self, VouchStation *station, VouchActor *actor, gint64 like)
{
  *self = (LedgerLots){
    .station = station,
    .actor = actor,
    .rule = { .method = VOUCH_SAMPLING_METHOD_AQL,
              .standard = (char *)"iso2859-1:1999",
              .type = (char *)"single",
              .level = (char *)"II",
              .aql = (char *)"1.0" },
    .like = like,
    .lot_size = 200,
  };
}

/* The request that a test's own use case needs; what it is about comes beside it. */
static const VouchField fields[] = {
  VOUCH_FIELD (VouchDone, id, ID, VOUCH_FIELD_PLAIN),
};

static const VouchRecordType request_type = {
  .name = "test", .size = sizeof (VouchDone), .fields = fields, .n_fields = G_N_ELEMENTS (fields)
};

typedef struct
{
  LedgerLots *self;
  const LedgerLot *lot;
  const char *sql;
  gint64 inspection_id;
  gboolean skipped;
} Job;

static Job job;

static void
run (LedgerLots *self, gboolean (*func) (VouchAct *act, gconstpointer request, gpointer answer, GError **error))
{
  VouchUseCase use_case = {
    .name = "test.ledger",
    .permission = VOUCH_PERMISSION_INSPECT,
    .request = &request_type,
    .answer = &vouch_done_type,
    .act = func,
  };
  VouchDone request = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = NULL;

  job.self = self;
  done = vouch_use_case_run (&use_case, self->station, self->actor, NULL, &request, &error);
  g_assert_no_error (error);
}

static VouchQualityLedger *
open_ledger (VouchAct *act, const VouchLot *like, GError **error)
{
  g_autoptr (VouchInspectionPlan) plan = vouch_plan_store_find_incoming (act->conn, like->product_id, error);
  VouchQualityLedger *ledger =
      plan != NULL ? vouch_quality_ledger_open (act, like, plan, &job.self->rule, error) : NULL;

  if (ledger != NULL)
    job.self->level_id = ledger->level->id;
  return ledger;
}

static gboolean
do_open (VouchAct *act, gconstpointer request, gpointer answer, GError **error)
{
  g_autoptr (VouchLot) like = vouch_row_load (act->conn, &vouch_lot_type, job.self->like, error);
  g_autoptr (VouchQualityLedger) ledger = like != NULL ? open_ledger (act, like, error) : NULL;

  return ledger != NULL;
}

void
ledger_lots_open (LedgerLots *self)
{
  run (self, do_open);
}

static gboolean
insert_lot (VouchAct *act, VouchLot *lot, GError **error)
{
  lot->id = vouch_act_next_id (act);
  g_free (lot->number);
  lot->number = vouch_number_make ('L', lot->id);
  g_free (lot->supplier_lot);
  lot->supplier_lot = g_strdup_printf ("S%" G_GINT64_FORMAT, ++job.self->n);
  lot->status = VOUCH_LOT_STATUS_RELEASED;
  lot->received = lot->accepted = job.self->lot_size * UNITS;
  lot->rejected = lot->held = lot->used = 0;
  return vouch_act_insert (act, &vouch_lot_type, lot, error);
}

static VouchInspection *
insert_inspection (VouchAct *act, const VouchLot *lot, GError **error)
{
  g_autoptr (VouchInspection) inspection = vouch_inspection_new ();
  g_autoptr (VouchInspectionPlan) plan = vouch_plan_store_find_incoming (act->conn, lot->product_id, error);
  static const guint8 seed[32];

  if (plan == NULL)
    return NULL;
  inspection->id = vouch_act_next_id (act);
  inspection->number = vouch_number_make ('I', inspection->id);
  inspection->lot_id = lot->id;
  inspection->plan_id = plan->id;
  inspection->standard = g_strdup (plan->standard);
  inspection->level = g_strdup (plan->level);
  inspection->aql = g_strdup (plan->aql);
  inspection->lot_size = job.self->lot_size;
  inspection->sample_size = 1;
  inspection->re = 1;
  inspection->seed = g_bytes_new_static (seed, sizeof seed);
  inspection->state = VOUCH_INSPECTION_STATE_COMPLETE;
  return vouch_act_insert (act, &vouch_inspection_type, inspection, error) ? g_steal_pointer (&inspection) : NULL;
}

static gint64 last_lot;

static VouchLot *
make_lot (VouchAct *act, GError **error)
{
  gboolean again = job.lot->is_resubmitted;
  g_autoptr (VouchLot) lot = vouch_row_load (act->conn, &vouch_lot_type, again ? last_lot : job.self->like, error);

  if (lot == NULL || (!again && !insert_lot (act, lot, error)))
    return NULL;
  last_lot = lot->id;
  return g_steal_pointer (&lot);
}

static gboolean
note_lot (VouchAct *act, const VouchQualityLedger *ledger, const VouchInspection *inspection, GError **error)
{
  VouchClassPlan class_plan = { .level_id = ledger->level->id,
                                .severity =
                                    job.lot->is_late ? job.lot->under : vouch_quality_ledger_get_severity (ledger) };
  VouchQualityOutcome outcome = { job.lot->accepted, 1, job.lot->nonconforming };

  job.inspection_id = inspection->id;
  return vouch_quality_ledger_take_lot (act, &class_plan, inspection, &outcome, error);
}

static gboolean
do_take (VouchAct *act, gconstpointer request, gpointer answer, GError **error)
{
  g_autoptr (VouchLot) lot = make_lot (act, error);
  g_autoptr (VouchQualityLedger) ledger = lot != NULL ? open_ledger (act, lot, error) : NULL;
  g_autoptr (VouchInspection) inspection = NULL;

  if (ledger == NULL)
    return FALSE;
  if (job.lot->inspection_id != 0)
    inspection = vouch_row_load (act->conn, &vouch_inspection_type, job.lot->inspection_id, error);
  else
    inspection = insert_inspection (act, lot, error);
  return inspection != NULL && note_lot (act, ledger, inspection, error);
}

gint64
ledger_lots_take (LedgerLots *self, const LedgerLot *lot)
{
  job.lot = lot;
  run (self, do_take);
  return job.inspection_id;
}

void
ledger_lots_take_many (LedgerLots *self, guint n, gint64 nonconforming, gboolean accepted)
{
  for (guint i = 0; i < n; i++)
    ledger_lots_take (self, &(LedgerLot){ .nonconforming = nonconforming, .accepted = accepted });
}

static gboolean
do_take_or_skip (VouchAct *act, gconstpointer request, gpointer answer, GError **error)
{
  g_autoptr (VouchLot) lot = make_lot (act, error);
  g_autoptr (VouchQualityLedger) ledger = lot != NULL ? open_ledger (act, lot, error) : NULL;
  g_autoptr (VouchInspection) inspection = NULL;

  if (ledger == NULL)
    return FALSE;
  job.skipped = !vouch_quality_ledger_is_lot_inspected (ledger);
  if (job.skipped)
    return vouch_quality_ledger_take_skipped (act, ledger, lot, job.self->lot_size, error);
  inspection = insert_inspection (act, lot, error);
  return inspection != NULL && note_lot (act, ledger, inspection, error);
}

gboolean
ledger_lots_take_or_skip (LedgerLots *self, gboolean accepted)
{
  job.lot = &(LedgerLot){ .accepted = accepted };
  run (self, do_take_or_skip);
  return job.skipped;
}

static gpointer
read_ledger (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_quality_ledger_load (conn, *(gint64 *)data, error);
}

VouchQualityLedger *
ledger_lots_load (LedgerLots *self)
{
  g_autoptr (GError) error = NULL;
  VouchQualityLedger *ledger = vouch_station_read (self->station, read_ledger, &self->level_id, &error);

  g_assert_no_error (error);
  return ledger;
}

VouchSeverity
ledger_lots_get_severity (LedgerLots *self)
{
  g_autoptr (VouchQualityLedger) ledger = ledger_lots_load (self);

  return vouch_quality_ledger_get_severity (ledger);
}

void
ledger_lots_declare (LedgerLots *self, VouchActor *qa_lead, VouchQualityEntryKind kind, const char *reason)
{
  VouchDeclareRequest request = { self->level_id, kind, (char *)reason, (char *)"VB1004", (char *)"271828" };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDeclared) declared =
      vouch_use_case_run (&vouch_quality_declare, self->station, qa_lead, NULL, &request, &error);

  g_assert_no_error (error);
}

void
ledger_lots_tell_story (LedgerLots *self, VouchActor *qa_lead)
{
  ledger_lots_take_many (self, 2, 0, TRUE);
  ledger_lots_take_many (self, 1, 3, FALSE);
  ledger_lots_take_many (self, 1, 1, TRUE);
  ledger_lots_take_many (self, 1, 2, FALSE);
  ledger_lots_take (self, &(LedgerLot){ .nonconforming = 0, .accepted = TRUE, .is_resubmitted = TRUE });
  ledger_lots_take (self, &(LedgerLot){ .accepted = TRUE, .is_late = TRUE, .under = VOUCH_SEVERITY_NORMAL });
  ledger_lots_take_many (self, 5, 0, TRUE);
  ledger_lots_declare (self, qa_lead, VOUCH_QUALITY_ENTRY_STEADY, "the line runs day and night");
  ledger_lots_declare (self, qa_lead, VOUCH_QUALITY_ENTRY_REDUCED_ALLOWED, "agreed with the customer");
  ledger_lots_take_many (self, 15, 0, TRUE);
  ledger_lots_take_many (self, 3, 0, TRUE);
  ledger_lots_take_many (self, 1, 2, FALSE);
  ledger_lots_take_many (self, 6, 1, TRUE);
}

static gboolean
do_tamper (VouchAct *act, gconstpointer request, gpointer answer, GError **error)
{
  return vouch_conn_exec (act->conn,
                          "DROP TRIGGER IF EXISTS quality_entry_no_update;"
                          "DROP TRIGGER IF EXISTS quality_entry_no_delete",
                          error) &&
         vouch_conn_exec (act->conn, job.sql, error);
}

void
ledger_lots_tamper (LedgerLots *self, const char *sql)
{
  job.sql = sql;
  run (self, do_tamper);
}
