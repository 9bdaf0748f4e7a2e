#include "torture-act.h"

#include <stdio.h>

#include "vouch-inspect-work.h"
#include "vouch-receive-work.h"

static const char *const kinds[] = { "deliver", "count", "plan", "record", "pass", "undo", NULL };

/* "KEY KIND ROWS NUMBER NUMBER NUMBER NUMBER" */
char *
torture_act_to_line (const TortureAct *self)
{
  return g_strdup_printf (
      "%s %s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
      self->key, kinds[self->kind], self->rows, self->numbers[0], self->numbers[1], self->numbers[2], self->numbers[3]);
}

gboolean
torture_act_from_line (const char *line, TortureAct *self)
{
  char kind[16];

  *self = (TortureAct){ 0 };
  if (sscanf (line,
              "%36s %15s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT
              " %" G_GINT64_FORMAT,
              self->key, kind, &self->rows, &self->numbers[0], &self->numbers[1], &self->numbers[2],
              &self->numbers[3]) != 7)
    return FALSE;
  for (int i = 0; kinds[i] != NULL; i++)
    if (g_str_equal (kinds[i], kind))
      {
        self->kind = (TortureKind)i;
        return TRUE;
      }
  return FALSE;
}

/* Runs the use case, lends the answer to whoever wants an id of it, and keeps its exact bytes. */
static GBytes *
run (const TortureAct *self, const VouchUseCase *use_case, VouchStation *station, VouchActor *actor,
     gconstpointer request, gsize id_offset, gint64 *id, GError **error)
{
  gpointer answer = vouch_use_case_run (use_case, station, actor, self->key, request, error);
  GBytes *bytes;

  if (answer == NULL)
    return NULL;
  *id = G_STRUCT_MEMBER (gint64, answer, id_offset);
  bytes = vouch_record_encode (use_case->answer, answer);
  vouch_record_free (use_case->answer, answer);
  return bytes;
}

/* Number 0 is the delivery's own. */
static GBytes *
deliver (const TortureAct *self, VouchStation *station, VouchActor *actor, gint64 *id, GError **error)
{
  g_autofree char *number = g_strdup_printf ("KILL-%" G_GINT64_FORMAT, self->numbers[0]);
  VouchNewDeliveryRequest request = { .number = number, .supplier = (char *)"QINGHE" };

  return run (self, &vouch_receive_new_delivery, station, actor, &request, G_STRUCT_OFFSET (VouchDone, id), id, error);
}

/* Receipt, product, the number in the supplier's lot, expiry. */
static GBytes *
count (const TortureAct *self, VouchStation *station, VouchActor *actor, gint64 *id, GError **error)
{
  g_autofree char *lot = g_strdup_printf ("K%" G_GINT64_FORMAT, self->numbers[2]);
  VouchCountRequest request = {
    .receipt_id = self->numbers[0],
    .product_id = self->numbers[1],
    .supplier_lot = lot,
    .expiry = (VouchDate)self->numbers[3],
    .quantity = 200 * G_GINT64_CONSTANT (1000000),
  };

  return run (self, &vouch_receive_count, station, actor, &request, G_STRUCT_OFFSET (VouchCounted, lot_id), id, error);
}

/* Lot, position, characteristic, result. */
static GBytes *
record (const TortureAct *self, VouchStation *station, VouchActor *actor, gint64 *id, GError **error)
{
  VouchRecordRequest request = {
    .lot_id = self->numbers[0],
    .position = self->numbers[1],
    .characteristic_id = self->numbers[2],
    .result = (VouchResult)self->numbers[3],
  };

  return run (self, &vouch_inspect_record, station, actor, &request, G_STRUCT_OFFSET (VouchProgress, inspection_id), id,
              error);
}

/**
 * torture_act_submit:
 * @self: an act
 * @station: a station
 * @actor: who acts
 * @id: (out): the id in the answer
 * @error: what the use case said
 *
 * Returns: (transfer full) (nullable): the answer's exact bytes
 */
GBytes *
torture_act_submit (const TortureAct *self, VouchStation *station, VouchActor *actor, gint64 *id, GError **error)
{
  const gsize inspection = G_STRUCT_OFFSET (VouchProgress, inspection_id);
  VouchLotRequest lot = { self->numbers[0] };
  VouchPassRequest pass = { self->numbers[0], self->numbers[1], 1 };

  switch (self->kind)
    {
    case TORTURE_DELIVER:
      return deliver (self, station, actor, id, error);
    case TORTURE_COUNT:
      return count (self, station, actor, id, error);
    case TORTURE_PLAN:
      return run (self, &vouch_inspect_plan, station, actor, &lot, inspection, id, error);
    case TORTURE_RECORD:
      return record (self, station, actor, id, error);
    case TORTURE_PASS:
      return run (self, &vouch_inspect_pass_unit, station, actor, &pass, inspection, id, error);
    case TORTURE_UNDO:
    default:
      return run (self, &vouch_inspect_undo, station, actor, &lot, inspection, id, error);
    }
}

char *
torture_answer_digest (GBytes *answer)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, answer);
}
