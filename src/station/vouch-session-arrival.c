/* What is looked at when a delivery arrives: vehicle, waybill, packaging, temperature, papers, one after the other. */
#include <glib/gi18n-lib.h>

#include "vouch-arrival-work.h"
#include "vouch-quantity.h"
#include "vouch-session-private.h"
#include "vouch-words.h"

/* The first item that is still to be looked at; there is one at the stage ARRIVAL. */
VouchArrivalItem
vouch_session_get_arrival (const VouchSession *self)
{
  for (int item = 0; item < VOUCH_ARRIVAL_ITEM_COUNT; item++)
    if (self->arrival & (1u << item))
      return (VouchArrivalItem)item;
  return VOUCH_ARRIVAL_ITEM_VEHICLE;
}

/* Whether something is asked before the goods. */
gboolean
vouch_session_ask_arrival (VouchSession *self)
{
  if (self->arrival == 0)
    return FALSE;
  vouch_session_set_stage (self, VOUCH_STAGE_ARRIVAL);
  vouch_session_tell (self, VOUCH_FEEDBACK_QUESTION, vouch_words_of_arrival_item (vouch_session_get_arrival (self)),
                      self->delivery->number);
  return TRUE;
}

static void
note (VouchSession *self, const VouchArrivalRequest *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done =
      vouch_use_case_run (&vouch_receive_check_arrival, self->station, self->actor, NULL, request, &error);

  if (done == NULL)
    {
      vouch_session_tell_error (self, error);
      return;
    }
  self->arrival &= ~(1u << request->item);
  vouch_session_tell (self, request->result == VOUCH_ARRIVAL_RESULT_FAIL ? VOUCH_FEEDBACK_FAIL : VOUCH_FEEDBACK_OK,
                      vouch_words_of_arrival_item (request->item), vouch_words_of_arrival (request->result));
  vouch_session_continue (self);
}

/* PASS, FAIL or NOT APPLICABLE of the item that is asked for; a temperature that was typed belongs to it. */
void
vouch_session_note_arrival (VouchSession *self, VouchArrivalResult result)
{
  VouchArrivalRequest request = { .receipt_id = self->receipt_id,
                                  .item = vouch_session_get_arrival (self),
                                  .result = result };

  if (result != VOUCH_ARRIVAL_RESULT_NOT_APPLICABLE && vouch_arrival_item_is_number (request.item))
    {
      if (!vouch_session_take_typed (self, &request.value))
        return;
      request.has_value = TRUE;
    }
  note (self, &request);
}

/* A number plate or a waybill's number is noted as it is; of a temperature somebody says whether it is right. */
void
vouch_session_answer_arrival (VouchSession *self, const char *text)
{
  VouchArrivalRequest request = { .receipt_id = self->receipt_id,
                                  .item = vouch_session_get_arrival (self),
                                  .text = (char *)text };
  gint64 value;

  if (vouch_arrival_item_is_text (request.item))
    note (self, &request);
  else if (vouch_arrival_item_is_number (request.item) && vouch_quantity_parse (text, &value, NULL))
    {
      g_autofree char *shown = vouch_words_dup_quantity (value, "°C");

      if (self->typed->str != text)
        g_string_assign (self->typed, text);
      vouch_session_tell (self, VOUCH_FEEDBACK_QUESTION, shown, _ ("Is the temperature as it should be?"));
    }
  else
    vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Not now"), _ ("Answer pass, fail or not applicable."));
}
