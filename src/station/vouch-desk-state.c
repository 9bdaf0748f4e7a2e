#include "vouch-desk-state.h"

static const char *const stage_names[] = {
  "first_start",   "sign_in",      "pin",           "home",           "new_delivery",
  "supplier",      "arrival",      "goods",         "ask_lot",        "ask_produced",
  "ask_expiry",    "ask_quantity", "confirm_count", "choose_product", "unknown_goods",
  "delivery_done", "check",        "defect",        "ask_value",      "second",
  "note",          "verdict",      "sign",          "labels",         "scan_back",
  "reprint",       NULL,
};

const VouchEnum vouch_stage_values = { stage_names };

static const char *const feedback_names[] = {
  "none", "ok", "tick", "fail", "question", "misread", "held", "accepted", "rejected", NULL,
};

const VouchEnum vouch_feedback_values = { feedback_names };

static const char *const sound_names[] = { "as_set", "off", "loud", NULL };
const VouchEnum vouch_sound_values = { sound_names };

static void
free_answer (gpointer data)
{
  VouchDeskAnswer *answer = data;

  g_free (answer->label);
  g_free (answer);
}

static void
free_line (gpointer data)
{
  VouchDeskLine *line = data;

  g_free (line->product_name);
  g_free (line->sku);
  g_free (line->lots);
  g_free (line->declared);
  g_free (line->counted);
  g_free (line->damaged);
  g_free (line->variance);
  g_free (line->standing);
  g_free (line->accepted);
  g_free (line->rejected);
  g_free (line->held);
  g_free (line);
}

static void
free_entry (gpointer data)
{
  VouchDeskEntry *entry = data;

  g_free (entry->text);
  g_free (entry);
}

static void
free_check (gpointer data)
{
  VouchDeskCheck *check = data;

  g_free (check->label);
  g_free (check->value);
  g_free (check);
}

static void
free_defect (gpointer data)
{
  VouchDeskDefect *defect = data;

  g_free (defect->name);
  g_free (defect);
}

void
vouch_desk_photo_free (VouchDeskPhoto *self)
{
  g_bytes_unref (self->pixels);
  g_free (self->name);
  g_free (self);
}

static void
free_earlier (gpointer data)
{
  VouchDeskEarlier *earlier = data;

  g_free (earlier->text);
  g_free (earlier);
}

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
  self->earlier = g_ptr_array_new_with_free_func (free_earlier);
  self->answers = g_ptr_array_new_with_free_func (free_answer);
  self->lines = g_ptr_array_new_with_free_func (free_line);
  self->history = g_ptr_array_new_with_free_func (free_entry);
  self->defects = g_ptr_array_new_with_free_func (free_defect);
  self->checks = g_ptr_array_new_with_free_func (free_check);
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
  g_free (self->word);
  g_free (self->detail);
  g_free (self->prompt);
  g_free (self->typed);
  g_free (self->station);
  g_free (self->inspector);
  g_free (self->delivery);
  g_free (self->supplier);
  g_free (self->item);
  g_free (self->lot);
  g_free (self->search);
  g_free (self->command_prefix);
  g_free (self->plan);
  g_free (self->why);
  g_free (self->characteristic);
  g_free (self->limits);
  g_free (self->method);
  g_free (self->note);
  clear_scale (&self->scale);
  g_ptr_array_unref (self->photos);
  g_ptr_array_unref (self->earlier);
  g_free (self->printed);
  g_free (self->condition_message);
  g_ptr_array_unref (self->answers);
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->history);
  g_ptr_array_unref (self->defects);
  g_ptr_array_unref (self->checks);
  g_ptr_array_unref (self->choices);
  g_free (self);
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
  VouchDeskAnswer *answer = g_new0 (VouchDeskAnswer, 1);

  answer->command = command;
  answer->argument = argument;
  answer->label = g_strdup (label);
  g_ptr_array_add (self->answers, answer);
}

/**
 * vouch_desk_state_add_line:
 * @self: a state being made
 * @line: a delivery line; its texts are copied
 */
void
vouch_desk_state_add_line (VouchDeskState *self, const VouchDeskLine *line)
{
  VouchDeskLine *copy = g_memdup2 (line, sizeof *line);

  copy->product_name = g_strdup (line->product_name);
  copy->sku = g_strdup (line->sku);
  copy->lots = g_strdup (line->lots);
  copy->declared = g_strdup (line->declared);
  copy->counted = g_strdup (line->counted);
  copy->damaged = g_strdup (line->damaged);
  copy->variance = g_strdup (line->variance);
  copy->standing = g_strdup (line->standing);
  copy->accepted = g_strdup (line->accepted);
  copy->rejected = g_strdup (line->rejected);
  copy->held = g_strdup (line->held);
  g_ptr_array_add (self->lines, copy);
}

/**
 * vouch_desk_state_add_check:
 * @self: a state being made
 * @check: what was looked at on arrival, or is to be; its texts are copied
 */
void
vouch_desk_state_add_check (VouchDeskState *self, const VouchDeskCheck *check)
{
  VouchDeskCheck *copy = g_memdup2 (check, sizeof *check);

  copy->label = g_strdup (check->label);
  copy->value = g_strdup (check->value);
  g_ptr_array_add (self->checks, copy);
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

void
vouch_desk_state_add_entry (VouchDeskState *self, const char *text, gboolean is_failure, gboolean is_undone)
{
  VouchDeskEntry *entry = g_new0 (VouchDeskEntry, 1);

  entry->text = g_strdup (text);
  entry->is_failure = is_failure;
  entry->is_undone = is_undone;
  g_ptr_array_add (self->history, entry);
}

void
vouch_desk_state_add_defect (VouchDeskState *self, const VouchDeskDefect *defect)
{
  VouchDeskDefect *copy = g_memdup2 (defect, sizeof *defect);

  copy->name = g_strdup (defect->name);
  g_ptr_array_add (self->defects, copy);
}

/**
 * vouch_desk_state_add_photo:
 * @self: a state being made
 * @photo: a photograph; its pixels are shared
 */
void
vouch_desk_state_add_photo (VouchDeskState *self, const VouchDeskPhoto *photo)
{
  VouchDeskPhoto *copy = g_memdup2 (photo, sizeof *photo);

  copy->pixels = g_bytes_ref (photo->pixels);
  copy->name = g_strdup (photo->name);
  g_ptr_array_add (self->photos, copy);
}

void
vouch_desk_state_add_earlier (VouchDeskState *self, const char *text, gboolean is_accepted)
{
  VouchDeskEarlier *earlier = g_new0 (VouchDeskEarlier, 1);

  earlier->text = g_strdup (text);
  earlier->is_accepted = is_accepted;
  g_ptr_array_add (self->earlier, earlier);
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
