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
    case VOUCH_STAGE_GOODS:
      return _ ("Scan the goods");
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
      break;
    case VOUCH_STAGE_HOME:
      if (self->file != NULL)
        offer (state, VOUCH_COMMAND_PRINT, NULL);
      break;
    case VOUCH_STAGE_FIRST_START:
    case VOUCH_STAGE_SIGN_IN:
    case VOUCH_STAGE_PIN:
    case VOUCH_STAGE_SUPPLIER:
    case VOUCH_STAGE_ASK_LOT:
    case VOUCH_STAGE_ASK_PRODUCED:
    case VOUCH_STAGE_ASK_EXPIRY:
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
  if (self->stage != VOUCH_STAGE_GOODS)
    offer (state, VOUCH_COMMAND_ENTER, NULL);
}

typedef struct
{
  const VouchSession *session;
  VouchDeskState *state;
} FillQuery;

static char *
dup_variance (const VouchReceiptLine *line)
{
  gint64 difference = line->counted - line->declared;
  g_autofree char *by = vouch_words_dup_quantity (ABS (difference), line->unit);

  if (difference == 0 || line->counted == 0 || line->declared == 0)
    return NULL;
  return g_strdup_printf (difference > 0 ? _ ("over by %s") : _ ("short by %s"), by);
}

static char *
dup_standing (VouchConn *conn, const VouchReceiptLine *line)
{
  g_autoptr (GPtrArray) lots = vouch_lot_store_list_by_line (conn, line->id, NULL);
  const VouchLot *last = lots != NULL && lots->len > 0 ? g_ptr_array_index (lots, lots->len - 1) : NULL;

  if (last == NULL || line->counted == 0)
    return g_strdup (_ ("To count"));
  if (!line->is_closed)
    return g_strdup (_ ("Being counted"));
  return g_strdup (vouch_words_of_status (last->status));
}

static void
fill_line (VouchConn *conn, FillQuery *query, const VouchReceiptLine *line)
{
  g_autoptr (VouchProduct) product = vouch_row_load (conn, &vouch_product_type, line->product_id, NULL);
  g_autofree char *declared = vouch_words_dup_quantity (line->declared, line->unit);
  g_autofree char *counted = vouch_words_dup_quantity (line->counted, line->unit);
  g_autofree char *damaged = line->damaged > 0 ? vouch_words_dup_quantity (line->damaged, line->unit) : NULL;
  g_autofree char *variance = dup_variance (line);
  g_autofree char *standing = dup_standing (conn, line);
  gint64 current = query->session->file != NULL ? query->session->file->line->id : query->session->line_id;
  VouchDeskLine shown = {
    .position = (int)line->position,
    .product_name = product != NULL ? (char *)vouch_words_choose (product->name_en, product->name_zh) : NULL,
    .sku = product != NULL ? product->sku : NULL,
    .declared = declared,
    .counted = counted,
    .damaged = damaged,
    .variance = variance,
    .standing = standing,
    .is_current = line->id == current,
  };

  vouch_desk_state_add_line (query->state, &shown);
  if (shown.is_current)
    query->state->line_position = shown.position;
}

static gpointer
read_lines (VouchConn *conn, gpointer data, GError **error)
{
  FillQuery *query = data;
  g_autoptr (GPtrArray) lines = vouch_receipt_store_list_lines (conn, query->session->receipt_id, error);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    fill_line (conn, query, g_ptr_array_index (lines, i));
  query->state->n_lines = lines != NULL ? (int)lines->len : 0;
  return lines != NULL ? data : NULL;
}

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
  state->receipt_id = self->receipt_id;
  if (self->delivery != NULL)
    {
      state->delivery = g_strdup (self->delivery->number);
      state->supplier = g_strdup (vouch_words_choose (self->supplier->name_en, self->supplier->name_zh));
      vouch_station_read (self->station, read_lines, &query, NULL);
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
  if (self->actor != NULL)
    fill_work (self, state);
  offer_answers (self, state);
  offer_numbers (self, state);
}
