/* What the inspector's stand shows, made from the session as it stands. */
#include <glib/gi18n-lib.h>

#include "vouch-defect-code-store.h"
#include "vouch-lot-store.h"
#include "vouch-quantity.h"
#include "vouch-receipt-store.h"
#include "vouch-row.h"
#include "vouch-session-private.h"
#include "vouch-words.h"

#define HISTORY_MAX 60

static const char *
prompt_of_arrival (VouchArrivalItem item)
{
  switch (item)
    {
    case VOUCH_ARRIVAL_ITEM_VEHICLE:
      return _ ("Scan or type the vehicle’s number");
    case VOUCH_ARRIVAL_ITEM_WAYBILL:
      return _ ("Scan or type the waybill’s number");
    case VOUCH_ARRIVAL_ITEM_PACKAGING:
      return _ ("Is the packaging sound?");
    case VOUCH_ARRIVAL_ITEM_TEMPERATURE:
      return _ ("Type the temperature");
    case VOUCH_ARRIVAL_ITEM_PAPERS:
      return _ ("Are the papers complete?");
    default:
      g_return_val_if_reached ("");
    }
}

static const char *
prompt_of (const VouchSession *self)
{
  switch (self->stage)
    {
    case VOUCH_STAGE_FIRST_START:
      return _ ("Set up this station");
    case VOUCH_STAGE_SIGN_IN:
      return self->is_held ? _ ("Scan your badge to go on") : _ ("Scan your badge");
    case VOUCH_STAGE_PIN:
      return _ ("Type your PIN");
    case VOUCH_STAGE_HOME:
      return _ ("Scan the delivery note");
    case VOUCH_STAGE_NEW_DELIVERY:
      return _ ("New delivery?");
    case VOUCH_STAGE_SUPPLIER:
      return _ ("Scan the supplier's code");
    case VOUCH_STAGE_ARRIVAL:
      return prompt_of_arrival (vouch_session_get_arrival (self));
    case VOUCH_STAGE_GOODS:
      return _ ("Scan the goods");
    case VOUCH_STAGE_CHOOSE_PRODUCT:
      return _ ("Choose the product");
    case VOUCH_STAGE_UNKNOWN_GOODS:
      return _ ("Set the goods apart?");
    case VOUCH_STAGE_DELIVERY_DONE:
      return _ ("Close the delivery");
    case VOUCH_STAGE_ASK_LOT:
      return _ ("Scan or type the lot number");
    case VOUCH_STAGE_ASK_PRODUCED:
      return _ ("Type the production date");
    case VOUCH_STAGE_ASK_EXPIRY:
      return _ ("Type the expiry date");
    case VOUCH_STAGE_ASK_QUANTITY:
      return _ ("Type the quantity");
    case VOUCH_STAGE_CONFIRM_COUNT:
      return _ ("Is the count right?");
    case VOUCH_STAGE_CHECK:
      return _ ("Check the unit");
    case VOUCH_STAGE_DEFECT:
      return _ ("Choose the defect");
    case VOUCH_STAGE_VERDICT:
      return self->file != NULL && vouch_lot_file_get_verdict (self->file) == VOUCH_VERDICT_ACCEPT
                 ? _ ("The lot meets its plan: accept it")
             : self->file != NULL && vouch_lot_file_get_verdict (self->file) == VOUCH_VERDICT_REJECT
                 ? _ ("The lot fails: reject or hold it")
                 : _ ("The lot cannot be inspected: hold it");
    case VOUCH_STAGE_SIGN:
      return _ ("Scan your badge to sign");
    case VOUCH_STAGE_LABELS:
      return _ ("Print the labels or go on");
    case VOUCH_STAGE_SCAN_BACK:
      return _ ("Scan the first and the last label");
    default:
      g_return_val_if_reached ("");
    }
}

static void
offer (VouchDeskState *state, VouchCommand command, const char *label)
{
  vouch_desk_state_add_answer (state, command, 0, label != NULL ? label : vouch_command_get_label (command));
}

static void
offer_arrival (const VouchSession *self, VouchDeskState *state)
{
  VouchArrivalItem item = vouch_session_get_arrival (self);

  state->wants_text = vouch_arrival_item_is_text (item);
  state->is_measurement = vouch_arrival_item_is_number (item);
  if (!state->wants_text)
    {
      offer (state, VOUCH_COMMAND_PASS, NULL);
      offer (state, VOUCH_COMMAND_FAIL, NULL);
    }
  offer (state, VOUCH_COMMAND_NOT_APPLICABLE, NULL);
}

static void
offer_answers (const VouchSession *self, VouchDeskState *state)
{
  VouchVerdict verdict = self->file != NULL ? vouch_lot_file_get_verdict (self->file) : VOUCH_VERDICT_OPEN;

  switch (self->stage)
    {
    case VOUCH_STAGE_NEW_DELIVERY:
      offer (state, VOUCH_COMMAND_OK, _ ("New delivery"));
      offer (state, VOUCH_COMMAND_NO, NULL);
      break;
    case VOUCH_STAGE_GOODS:
      offer (state, VOUCH_COMMAND_NEXT, _ ("Count finished"));
      offer (state, VOUCH_COMMAND_UNDO, NULL);
      offer (state, VOUCH_COMMAND_DAMAGED, NULL);
      offer (state, VOUCH_COMMAND_COUNT, self->counts_each ? _ ("Count mode off") : _ ("Count one by one"));
      offer (state, VOUCH_COMMAND_HOLD, _ ("No label"));
      break;
    case VOUCH_STAGE_ARRIVAL:
      offer_arrival (self, state);
      break;
    case VOUCH_STAGE_CHOOSE_PRODUCT:
      for (guint i = 0; self->choices != NULL && i < self->choices->len; i++)
        vouch_desk_state_add_answer (state, VOUCH_COMMAND_DIGIT, (int)i + 1, g_ptr_array_index (state->choices, i));
      offer (state, VOUCH_COMMAND_NO, NULL);
      break;
    case VOUCH_STAGE_UNKNOWN_GOODS:
      offer (state, VOUCH_COMMAND_OK, _ ("Set apart"));
      offer (state, VOUCH_COMMAND_NO, NULL);
      break;
    case VOUCH_STAGE_DELIVERY_DONE:
      offer (state, VOUCH_COMMAND_OK, _ ("Close delivery"));
      offer (state, VOUCH_COMMAND_PRINT, _ ("Goods receipt"));
      break;
    case VOUCH_STAGE_ASK_LOT:
      offer (state, VOUCH_COMMAND_NOT_APPLICABLE, _ ("No lot number"));
      break;
    case VOUCH_STAGE_ASK_EXPIRY:
      offer (state, VOUCH_COMMAND_NOT_APPLICABLE, _ ("No expiry date"));
      break;
    case VOUCH_STAGE_CONFIRM_COUNT:
      offer (state, VOUCH_COMMAND_OK, _ ("The count is right"));
      offer (state, VOUCH_COMMAND_NO, _ ("Count again"));
      break;
    case VOUCH_STAGE_CHECK:
      offer (state, VOUCH_COMMAND_PASS, NULL);
      offer (state, VOUCH_COMMAND_FAIL, NULL);
      offer (state, VOUCH_COMMAND_UNDO, NULL);
      offer (state, VOUCH_COMMAND_HOLD, NULL);
      break;
    case VOUCH_STAGE_DEFECT:
      offer (state, VOUCH_COMMAND_OK, _ ("As named by the check"));
      break;
    case VOUCH_STAGE_VERDICT:
      if (verdict == VOUCH_VERDICT_ACCEPT)
        offer (state, VOUCH_COMMAND_ACCEPT, NULL);
      if (verdict == VOUCH_VERDICT_REJECT)
        offer (state, VOUCH_COMMAND_REJECT, NULL);
      if (verdict == VOUCH_VERDICT_REJECT && vouch_tally_get_next_position (self->file->tally) != 0)
        offer (state, VOUCH_COMMAND_NEXT, _ ("Finish the sample"));
      offer (state, VOUCH_COMMAND_HOLD, NULL);
      offer (state, VOUCH_COMMAND_UNDO, NULL);
      break;
    case VOUCH_STAGE_LABELS:
    case VOUCH_STAGE_SCAN_BACK:
      offer (state, VOUCH_COMMAND_PRINT, NULL);
      offer (state, VOUCH_COMMAND_NEXT, _ ("Next line"));
      break;
    case VOUCH_STAGE_ASK_QUANTITY:
      offer (state, VOUCH_COMMAND_DAMAGED, NULL);
      offer (state, VOUCH_COMMAND_COUNT, self->counts_each ? _ ("Count mode off") : _ ("Count one by one"));
      break;
    case VOUCH_STAGE_HOME:
      if (self->file != NULL)
        offer (state, VOUCH_COMMAND_PRINT, NULL);
      break;
    case VOUCH_STAGE_FIRST_START:
    case VOUCH_STAGE_SIGN_IN:
    case VOUCH_STAGE_PIN:
    case VOUCH_STAGE_SUPPLIER:
    case VOUCH_STAGE_ASK_PRODUCED:
    case VOUCH_STAGE_SIGN:
    default:
      break;
    }
  if (self->feedback == VOUCH_FEEDBACK_MISREAD && !vouch_desk_state_offers (state, VOUCH_COMMAND_OK))
    offer (state, VOUCH_COMMAND_OK, NULL);
  if (self->stage > VOUCH_STAGE_HOME || self->stage == VOUCH_STAGE_PIN)
    offer (state, VOUCH_COMMAND_BACK, NULL);
  if (self->stage > VOUCH_STAGE_HOME)
    offer (state, VOUCH_COMMAND_SAVE, NULL);
  if (self->actor == NULL)
    return;
  offer (state, VOUCH_COMMAND_LOG_OUT, NULL);
  offer (state, VOUCH_COMMAND_LOCK, NULL);
}

static void
offer_numbers (const VouchSession *self, VouchDeskState *state)
{
  if (self->stage != VOUCH_STAGE_ASK_QUANTITY && self->stage != VOUCH_STAGE_ASK_EXPIRY &&
      self->stage != VOUCH_STAGE_ASK_PRODUCED && self->stage != VOUCH_STAGE_PIN && self->stage != VOUCH_STAGE_GOODS &&
      !state->is_measurement)
    return;
  for (int digit = 0; digit <= 9; digit++)
    {
      char text[2] = { (char)('0' + digit), '\0' };

      vouch_desk_state_add_answer (state, VOUCH_COMMAND_DIGIT, digit, text);
    }
  offer (state, VOUCH_COMMAND_DOT, NULL);
  offer (state, VOUCH_COMMAND_DELETE, NULL);
  offer (state, VOUCH_COMMAND_ENTER, NULL);
}

typedef struct
{
  const VouchSession *session;
  VouchDeskState *state;
} FillQuery;

static gpointer
read_defects (VouchConn *conn, gpointer data, GError **error)
{
  FillQuery *query = data;
  g_autoptr (GPtrArray) defects = vouch_defect_code_store_list (conn, error);

  for (guint i = 0; defects != NULL && i < defects->len; i++)
    {
      const VouchDefectCode *defect = g_ptr_array_index (defects, i);

      vouch_desk_state_add_defect (query->state, atoi (defect->code),
                                   vouch_words_choose (defect->name_en, defect->name_zh));
    }
  return defects != NULL ? data : NULL;
}

static void
fill_plan (const VouchLotFile *file, VouchDeskState *state)
{
  const VouchInspection *inspection = file->inspection;
  VouchSamplingPlan plan;

  state->sample_size = inspection->sample_size;
  state->nonconforming = vouch_tally_get_nonconforming (file->tally);
  state->ac = inspection->ac;
  state->re = inspection->re;
  if (inspection->letter != NULL)
    state->plan = g_strdup_printf (_ ("Level %s, AQL %s: code letter %s, n = %d, Ac %d, Re %d"), inspection->level,
                                   inspection->aql, inspection->plan_letter, (int)inspection->sample_size,
                                   (int)inspection->ac, (int)inspection->re);
  else
    state->plan = g_strdup (_ ("A lot of one: the unit is inspected"));
  if (vouch_lot_file_get_sampling_plan (file, &plan))
    state->why = vouch_sampling_plan_dup_why (&plan);
}

static double
place_between_limits (const VouchCharacteristic *characteristic, const char *typed)
{
  gint64 value;

  if (!characteristic->has_lower || !characteristic->has_upper || characteristic->upper <= characteristic->lower ||
      !vouch_quantity_parse (typed, &value, NULL))
    return -1;
  return CLAMP ((double)(value - characteristic->lower) / (double)(characteristic->upper - characteristic->lower), 0,
                1);
}

static void
fill_check (VouchSession *self, VouchDeskState *state)
{
  gint64 position;
  guint index;
  const VouchCharacteristic *characteristic = vouch_session_get_characteristic (self, &position, &index);

  if (characteristic == NULL || (self->stage != VOUCH_STAGE_CHECK && self->stage != VOUCH_STAGE_DEFECT))
    return;
  state->sample_position = position;
  state->sample_unit = ((const VouchSampleUnit *)g_ptr_array_index (self->file->units, position - 1))->unit;
  state->characteristic = g_strdup (vouch_words_choose (characteristic->name_en, characteristic->name_zh));
  state->limits = vouch_words_dup_limits (characteristic);
  state->is_measurement = characteristic->kind == VOUCH_CHARACTERISTIC_KIND_VARIABLE;
  if (state->is_measurement)
    state->limit_position = place_between_limits (characteristic, self->typed->str);
}

static const char *
name_characteristic (const VouchLotFile *file, gint64 id)
{
  for (guint i = 0; i < file->characteristics->len; i++)
    {
      const VouchCharacteristic *characteristic = g_ptr_array_index (file->characteristics, i);

      if (characteristic->id == id)
        return vouch_words_choose (characteristic->name_en, characteristic->name_zh);
    }
  return "";
}

static void
fill_history (const VouchLotFile *file, VouchDeskState *state)
{
  for (guint i = file->readings->len; i > 0 && state->history->len < HISTORY_MAX; i--)
    {
      const VouchReading *reading = g_ptr_array_index (file->readings, i - 1);
      g_autofree char *value = reading->has_value ? vouch_words_dup_quantity (reading->value, reading->unit) : NULL;
      const char *result = vouch_words_of_result (reading->result);
      g_autofree char *text = NULL;

      if (reading->undoes_id != 0)
        continue;
      /* Translators: a reading in the history: unit number, what was checked, the result. */
      text = g_strdup_printf (_ ("Unit %d · %s: %s"), (int)reading->position,
                              name_characteristic (file, reading->characteristic_id), value != NULL ? value : result);
      vouch_desk_state_add_entry (state, text, reading->result == VOUCH_RESULT_FAIL,
                                  vouch_tally_is_undone (file->tally, reading));
    }
}

static void
fill_lot (VouchSession *self, VouchDeskState *state)
{
  const VouchLotFile *file = self->file;

  state->lot_id = file->lot->id;
  state->lot_waits = file->lot->held > 0 && file->lot->status != VOUCH_LOT_STATUS_PENDING;
  state->lot = g_strdup (file->lot->number);
  state->item = g_strdup (vouch_words_choose (file->product->name_en, file->product->name_zh));
  if (file->inspection == NULL)
    return;
  fill_plan (file, state);
  fill_check (self, state);
  fill_history (file, state);
}

static char *
dup_station_name (const VouchSession *self)
{
  char *name = vouch_station_dup_policy (self->station, "station-name");

  return name != NULL && *name != '\0' ? name : g_strdup_printf ("%u", vouch_station_get_number (self->station));
}

/* The work; while it waits for somebody to sign in it is nobody's to see. */
static void
fill_work (VouchSession *self, VouchDeskState *state)
{
  FillQuery query = { self, state };

  state->printed = g_strdup (self->printed);
  state->search = g_strdup (self->search);
  state->receipt_id = self->receipt_id;
  if (self->delivery != NULL)
    {
      state->delivery = g_strdup (self->delivery->number);
      state->supplier = g_strdup (vouch_words_choose (self->supplier->name_en, self->supplier->name_zh));
      vouch_session_fill_delivery (self, state);
    }
  if (self->product != NULL)
    state->item = g_strdup (vouch_words_choose (self->product->name_en, self->product->name_zh));
  if (self->file != NULL)
    {
      g_clear_pointer (&state->item, g_free);
      fill_lot (self, state);
    }
  if (self->stage == VOUCH_STAGE_DEFECT)
    vouch_station_read (self->station, read_defects, &query, NULL);
}

void
vouch_session_fill_state (VouchSession *self, VouchDeskState *state)
{
  state->stage = self->stage;
  state->feedback = self->feedback;
  state->act = self->act;
  state->word = g_strdup (self->word);
  state->detail = g_strdup (self->detail);
  state->prompt = g_strdup (prompt_of (self));
  state->typed = g_strdup (self->typed->str);
  state->station = dup_station_name (self);
  state->inspector = self->actor != NULL ? g_strdup (vouch_actor_get_name (self->actor)) : NULL;
  state->n_problems = self->n_problems;
  state->sound = self->sound;
  state->condition = vouch_condition_look (self->station, &state->condition_message);
  if (self->actor != NULL)
    fill_work (self, state);
  offer_answers (self, state);
  offer_numbers (self, state);
}
