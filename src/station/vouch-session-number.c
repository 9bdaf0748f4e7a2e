/* A number that is typed digit by digit, on the keypad or from the card of codes. */
#include <glib/gi18n-lib.h>

#include "vouch-quantity.h"
#include "vouch-session-private.h"

static gboolean
takes_numbers (VouchStage stage)
{
  return stage == VOUCH_STAGE_ARRIVAL || stage == VOUCH_STAGE_GOODS || stage == VOUCH_STAGE_ASK_QUANTITY ||
         stage == VOUCH_STAGE_ASK_EXPIRY || stage == VOUCH_STAGE_ASK_PRODUCED || stage == VOUCH_STAGE_ASK_LOT ||
         stage == VOUCH_STAGE_CHECK || stage == VOUCH_STAGE_PIN;
}

void
vouch_session_type_digit (VouchSession *self, VouchCommand command, int argument)
{
  if (self->stage == VOUCH_STAGE_DEFECT && command == VOUCH_COMMAND_DIGIT && argument > 0)
    {
      vouch_session_choose_defect (self, argument);
      return;
    }
  if (self->stage == VOUCH_STAGE_CHOOSE_PRODUCT && command == VOUCH_COMMAND_DIGIT)
    {
      vouch_session_choose_product (self, argument);
      return;
    }
  if (self->stage == VOUCH_STAGE_REPRINT && command == VOUCH_COMMAND_DIGIT)
    {
      vouch_session_choose_reprint (self, argument);
      return;
    }
  if (!takes_numbers (self->stage))
    {
      vouch_session_refuse_command (self, command);
      return;
    }
  if (command == VOUCH_COMMAND_DIGIT && self->typed->len < 20)
    g_string_append_printf (self->typed, "%d", argument);
  else if (command == VOUCH_COMMAND_DOT && strchr (self->typed->str, '.') == NULL && self->typed->len > 0)
    g_string_append_c (self->typed, '.');
  else if (command == VOUCH_COMMAND_NEGATIVE && self->typed->len == 0)
    g_string_append_c (self->typed, '-');
  else if (command == VOUCH_COMMAND_DELETE && self->typed->len > 0)
    g_string_truncate (self->typed, self->typed->len - 1);
  self->feedback = VOUCH_FEEDBACK_NONE;
  self->act++;
}

void
vouch_session_enter_number (VouchSession *self)
{
  g_autofree char *text = g_strdup (self->typed->str);
  gint64 number;

  if (*text == '\0')
    vouch_session_refuse_command (self, VOUCH_COMMAND_ENTER);
  else if (self->stage == VOUCH_STAGE_PIN || self->stage == VOUCH_STAGE_GOODS)
    {
      g_string_truncate (self->typed, 0);
      vouch_session_type (self, text);
    }
  else if (self->stage == VOUCH_STAGE_ARRIVAL)
    vouch_session_answer_arrival (self, text);
  else if (self->stage == VOUCH_STAGE_ASK_QUANTITY)
    {
      if (vouch_session_take_typed (self, &number))
        vouch_session_take_quantity (self, number);
    }
  else if (self->stage == VOUCH_STAGE_CHECK)
    {
      if (vouch_session_take_typed (self, &number))
        vouch_session_measure (self, number);
    }
  else if (takes_numbers (self->stage))
    vouch_session_answer_field (self, text);
  else
    vouch_session_refuse_command (self, VOUCH_COMMAND_ENTER);
}

void
vouch_session_note_damaged (VouchSession *self)
{
  gint64 number;

  if (self->stage != VOUCH_STAGE_GOODS && self->stage != VOUCH_STAGE_ASK_QUANTITY)
    vouch_session_refuse_command (self, VOUCH_COMMAND_DAMAGED);
  else if (vouch_session_take_typed (self, &number))
    {
      g_autofree char *text = vouch_quantity_to_string (number);
      g_autofree char *detail = g_strdup_printf (_ ("%s of the goods counted next are damaged."), text);

      self->damaged = number;
      vouch_session_tell (self, VOUCH_FEEDBACK_OK, _ ("Damaged"), detail);
    }
}
