#include "vouch-desk-state.h"

static const char *const stage_names[] = {
  "first_start",   "sign_in",       "pin",          "home",       "new_delivery", "supplier",      "arrival",
  "goods",         "ask_lot",       "ask_produced", "ask_expiry", "ask_quantity", "confirm_count", "choose_product",
  "unknown_goods", "delivery_done", "check",        "defect",     "ask_value",    "second",        "note",
  "next_sample",   "verdict",       "sign",         "labels",     "scan_back",    "reprint",       NULL,
};

const VouchEnum vouch_stage_values = { stage_names };

static const char *const feedback_names[] = {
  "none", "ok", "tick", "fail", "question", "misread", "held", "accepted", "rejected", NULL,
};

const VouchEnum vouch_feedback_values = { feedback_names };

static const char *const sound_names[] = { "as_set", "off", "loud", NULL };
const VouchEnum vouch_sound_values = { sound_names };

static const VouchField fields[] = {
  VOUCH_FIELD_OF_ENUM (VouchDeskState, stage, vouch_stage_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchDeskState, feedback, vouch_feedback_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, act, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, word, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, detail, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, prompt, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, typed, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, command_prefix, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, station, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, inspector, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, delivery, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, supplier, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, line_position, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, n_lines, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, item, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, lot, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, lot_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, lot_waits, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, print_act, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, print_batch, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, opened_act, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, search, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, receipt_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, sample_position, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, sample_size, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, sample_unit, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, nonconforming, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, ac, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, re, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, to_draw, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, average, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, plan, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, why, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, characteristic, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, limits, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, is_measurement, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, method, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, note, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, needs_photo, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, needs_second, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, may_not_apply, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, times, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, wants_help, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, n_problems, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchDeskState, sound, vouch_sound_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchDeskState, condition, vouch_condition_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, condition_message, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, printed, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, counts_each, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, wants_text, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, sample_carton, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, sample_carton_unit, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, counts_for, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, has_camera, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, is_asked, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskState, checks_scanner, FLAG, VOUCH_FIELD_PLAIN),
};

const VouchRecordType vouch_desk_state_type = { "desk", sizeof (VouchDeskState), fields, G_N_ELEMENTS (fields) };

static void
clear_scale (VouchDeskScale *scale)
{
  g_free (scale->lower);
  g_free (scale->upper);
  g_free (scale->nominal);
  g_array_unref (scale->earlier_at);
}

/**
 * vouch_desk_state_new:
 *
 * Returns: (transfer full): a state that shows nothing
 */
VouchDeskState *
vouch_desk_state_new (void)
{
  VouchDeskState *self = g_new0 (VouchDeskState, 1);

  g_atomic_ref_count_init (&self->references);
  self->times = 1;
  self->command_prefix = g_strdup (VOUCH_COMMAND_PREFIX);
  self->scale.earlier_at = g_array_new (FALSE, FALSE, sizeof (double));
  self->photos = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_desk_photo_free);
  self->earlier = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_desk_earlier_free);
  self->answers = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_desk_answer_free);
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_desk_line_free);
  self->history = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_desk_entry_free);
  self->defects = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_desk_defect_free);
  self->checks = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_desk_check_free);
  self->classes = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_desk_standing_free);
  self->choices = g_ptr_array_new_with_free_func (g_free);
  return self;
}

VouchDeskState *
vouch_desk_state_ref (VouchDeskState *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
vouch_desk_state_unref (VouchDeskState *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  clear_scale (&self->scale);
  g_ptr_array_unref (self->photos);
  g_ptr_array_unref (self->earlier);
  g_ptr_array_unref (self->answers);
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->history);
  g_ptr_array_unref (self->defects);
  g_ptr_array_unref (self->checks);
  g_ptr_array_unref (self->classes);
  g_ptr_array_unref (self->choices);
  vouch_record_free (&vouch_desk_state_type, self);
}

/**
 * vouch_desk_state_add_answer:
 * @self: a state being made
 * @command: the command that is offered
 * @argument: its number, where it has one
 * @label: what it does, translated
 */
void
vouch_desk_state_add_answer (VouchDeskState *self, VouchCommand command, int argument, const char *label)
{
  VouchDeskAnswer answer = { command, argument, (char *)label };

  g_ptr_array_add (self->answers, vouch_record_copy (&vouch_desk_answer_type, &answer));
}

/**
 * vouch_desk_state_add_choice:
 * @self: a state being made
 * @choice: one of several things that can be chosen by number
 */
void
vouch_desk_state_add_choice (VouchDeskState *self, const char *choice)
{
  g_ptr_array_add (self->choices, g_strdup (choice));
}

/**
 * vouch_desk_state_add_line:
 * @self: a state being made
 * @line: a delivery line; its texts are copied
 */
void
vouch_desk_state_add_line (VouchDeskState *self, const VouchDeskLine *line)
{
  g_ptr_array_add (self->lines, vouch_record_copy (&vouch_desk_line_type, line));
}

/**
 * vouch_desk_state_add_check:
 * @self: a state being made
 * @check: what was looked at on arrival, or is to be; its texts are copied
 */
void
vouch_desk_state_add_check (VouchDeskState *self, const VouchDeskCheck *check)
{
  g_ptr_array_add (self->checks, vouch_record_copy (&vouch_desk_check_type, check));
}

/**
 * vouch_desk_state_add_entry:
 * @self: a state being made
 * @entry: an entry of the inspection; its text is copied
 */
void
vouch_desk_state_add_entry (VouchDeskState *self, const VouchDeskEntry *entry)
{
  g_ptr_array_add (self->history, vouch_record_copy (&vouch_desk_entry_type, entry));
}

/**
 * vouch_desk_state_add_defect:
 * @self: a state being made
 * @defect: a defect that can be chosen; its name is copied
 */
void
vouch_desk_state_add_defect (VouchDeskState *self, const VouchDeskDefect *defect)
{
  g_ptr_array_add (self->defects, vouch_record_copy (&vouch_desk_defect_type, defect));
}

/**
 * vouch_desk_state_add_photo:
 * @self: a state being made
 * @photo: a photograph; its pixels are shared
 */
void
vouch_desk_state_add_photo (VouchDeskState *self, const VouchDeskPhoto *photo)
{
  g_ptr_array_add (self->photos, vouch_record_copy (&vouch_desk_photo_type, photo));
}

/**
 * vouch_desk_state_add_earlier:
 * @self: a state being made
 * @earlier: an earlier result; its text is copied
 */
void
vouch_desk_state_add_earlier (VouchDeskState *self, const VouchDeskEarlier *earlier)
{
  g_ptr_array_add (self->earlier, vouch_record_copy (&vouch_desk_earlier_type, earlier));
}

/**
 * vouch_desk_state_offers:
 * @self: a state
 * @command: a command
 *
 * Returns: whether the command does something now
 */
gboolean
vouch_desk_state_offers (const VouchDeskState *self, VouchCommand command)
{
  for (guint i = 0; i < self->answers->len; i++)
    if (((const VouchDeskAnswer *)g_ptr_array_index (self->answers, i))->command == command)
      return TRUE;
  return FALSE;
}
