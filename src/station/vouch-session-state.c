/* What the inspector's stand shows, made from the session as it stands. */
#include <glib/gi18n-lib.h>

#include "vouch-session-private.h"
#include "vouch-words.h"

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
    case VOUCH_STAGE_ASK_VALUE:
      return _ ("Is the value right?");
    case VOUCH_STAGE_SECOND:
      return _ ("Second person: scan the badge");
    case VOUCH_STAGE_NOTE:
      return _ ("Type the note");
    case VOUCH_STAGE_NEXT_SAMPLE:
      return _ ("Take the next sample");
    case VOUCH_STAGE_VERDICT:
      if (self->file != NULL && self->file->skipped != NULL)
        return _ ("Not inspected, by the skip-lot plan: accept it");
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
    case VOUCH_STAGE_REPRINT:
      return _ ("Why are they printed again?");
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
offer_answers (VouchSession *self, VouchDeskState *state)
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
      if (self->line_id != 0)
        offer (state, VOUCH_COMMAND_PHOTO, NULL);
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
      vouch_session_offer_check (self, state);
      break;
    case VOUCH_STAGE_DEFECT:
      offer (state, VOUCH_COMMAND_OK, _ ("As named by the check"));
      offer (state, VOUCH_COMMAND_PHOTO, NULL);
      break;
    case VOUCH_STAGE_ASK_VALUE:
      offer (state, VOUCH_COMMAND_OK, _ ("It is right"));
      offer (state, VOUCH_COMMAND_NO, _ ("Measure again"));
      break;
    case VOUCH_STAGE_NEXT_SAMPLE:
      vouch_session_offer_next_sample (self, state);
      break;
    case VOUCH_STAGE_VERDICT:
      if (verdict == VOUCH_VERDICT_ACCEPT)
        offer (state, VOUCH_COMMAND_ACCEPT, NULL);
      if (verdict == VOUCH_VERDICT_REJECT)
        offer (state, VOUCH_COMMAND_REJECT, NULL);
      if (verdict == VOUCH_VERDICT_REJECT && self->stop_rule != VOUCH_STOP_RULE_STOP &&
          vouch_tally_get_next_position (self->file->tally) != 0)
        offer (state, VOUCH_COMMAND_NEXT, _ ("Finish the sample"));
      offer (state, VOUCH_COMMAND_HOLD, NULL);
      offer (state, VOUCH_COMMAND_UNDO, NULL);
      offer (state, VOUCH_COMMAND_PHOTO, NULL);
      break;
    case VOUCH_STAGE_LABELS:
    case VOUCH_STAGE_SCAN_BACK:
      offer (state, VOUCH_COMMAND_PRINT, NULL);
      offer (state, VOUCH_COMMAND_NEXT, _ ("Next line"));
      break;
    case VOUCH_STAGE_REPRINT:
      vouch_session_offer_reprint (state);
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
    case VOUCH_STAGE_SECOND:
    case VOUCH_STAGE_NOTE:
    default:
      break;
    }
  if (self->feedback == VOUCH_FEEDBACK_MISREAD && !vouch_desk_state_offers (state, VOUCH_COMMAND_OK))
    offer (state, VOUCH_COMMAND_OK, NULL);
  if (self->stage > VOUCH_STAGE_HOME || self->stage == VOUCH_STAGE_PIN)
    offer (state, VOUCH_COMMAND_BACK, NULL);
  if (self->stage > VOUCH_STAGE_HOME)
    offer (state, VOUCH_COMMAND_SAVE, NULL);
  offer (state, VOUCH_COMMAND_HELP, NULL);
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
      (!state->is_measurement || (self->stage > VOUCH_STAGE_CHECK && self->stage <= VOUCH_STAGE_NOTE)))
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
  state->printed = g_strdup (self->printed);
  state->search = g_strdup (self->search);
  state->print_act = self->file != NULL && self->print_act == self->act ? self->print_act : 0;
  state->print_batch = state->print_act != 0 ? self->batch_id : 0;
  state->opened_act = self->file != NULL && self->stage == VOUCH_STAGE_HOME ? self->opened_act : 0;
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
      vouch_session_fill_lot (self, state);
    }
}

void
vouch_session_fill_state (VouchSession *self, VouchDeskState *state)
{
  state->stage = self->stage;
  state->feedback = self->feedback;
  state->act = self->act;
  state->word = g_strdup (self->word);
  state->detail = g_strdup (self->detail);
  state->is_asked = vouch_session_is_asking (self);
  state->prompt = g_strdup (state->is_asked ? self->question.prompt : prompt_of (self));
  g_free (state->command_prefix);
  state->command_prefix = g_strdup (self->settings->command_prefix);
  state->typed = g_strdup (self->typed->str);
  state->station = dup_station_name (self);
  state->inspector = self->actor != NULL ? g_strdup (vouch_actor_get_name (self->actor)) : NULL;
  state->wants_help = self->wants_help;
  state->n_problems = self->n_problems;
  state->sound = self->sound;
  state->has_camera = self->has_camera;
  state->checks_scanner = self->checks_scanner;
  state->condition = vouch_condition_look (self->station, &state->condition_message);
  if (self->actor != NULL)
    fill_work (self, state);
  if (state->is_asked)
    {
      vouch_session_offer_question (self, state);
      return;
    }
  offer_answers (self, state);
  offer_numbers (self, state);
}
