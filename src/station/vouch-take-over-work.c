#include "vouch-take-over-work.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-lot-file.h"
#include "vouch-row.h"
#include "vouch-take-over.h"
#include "vouch-user.h"

static const VouchField request_fields[] = {
  VOUCH_FIELD (VouchTakeOverRequest, lot_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchTakeOverRequest, from, TEXT, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchTakeOverRequest, vouch_take_over_request, "take_over", request_fields)

static gboolean
check_open (const VouchLotFile *file, GError **error)
{
  const VouchInspection *inspection = file->inspection;

  if (inspection != NULL && inspection->state < VOUCH_INSPECTION_STATE_DECIDED)
    return TRUE;
  vouch_set_field_error (error, "lot_id", VOUCH_ERROR_CONFLICT, _ ("Lot %s is not being inspected"), file->lot->number);
  return FALSE;
}

/* Who has it now may be somebody else than the actor saw; what is taken from whom is to be meant. */
static gboolean
check_holder (VouchAct *act, const VouchInspection *inspection, const char *from, GError **error)
{
  g_autoptr (VouchUser) holder = NULL;

  if (inspection->inspector_id == vouch_act_get_actor_id (act))
    {
      vouch_set_field_error (error, "lot_id", VOUCH_ERROR_CONFLICT, _ ("The inspection is yours already"));
      return FALSE;
    }
  if (from == NULL || inspection->inspector_id == 0)
    return TRUE;
  holder = vouch_row_load (act->conn, &vouch_user_type, inspection->inspector_id, error);
  if (holder == NULL || g_str_equal (holder->badge, from))
    return holder != NULL;
  vouch_set_field_error (error, "from", VOUCH_ERROR_CONFLICT,
                         _ ("%s has taken the inspection over meanwhile; look at it again"), holder->name);
  return FALSE;
}

static gboolean
take_over (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchTakeOverRequest *request = data;
  g_autoptr (VouchLotFile) file = vouch_lot_file_load_checks (act->conn, request->lot_id, error);
  VouchTakeOver note = { 0 };

  if (file == NULL || !check_open (file, error) || !check_holder (act, file->inspection, request->from, error))
    return FALSE;
  note = (VouchTakeOver){
    .id = vouch_act_next_id (act),
    .inspection_id = file->inspection->id,
    .from_id = file->inspection->inspector_id,
    .to_id = vouch_act_get_actor_id (act),
    .position = vouch_tally_get_next_position (file->tally),
    .taken_at = vouch_act_get_now (act),
  };
  file->inspection->inspector_id = note.to_id;
  ((VouchDone *)answer)->id = note.id;
  ((VouchDone *)answer)->number = g_strdup (file->inspection->number);
  return vouch_act_insert (act, &vouch_take_over_type, &note, error) &&
         vouch_act_update (act, &vouch_inspection_type, file->inspection, error);
}

const VouchUseCase vouch_inspect_take_over = {
  .name = "inspect.take_over",
  .permission = VOUCH_PERMISSION_INSPECT,
  .request = &vouch_take_over_request_type,
  .answer = &vouch_done_type,
  .act = take_over,
};
