/* The inspector's stand without a window. */
#include "vouch-desk-json.h"

#include <glib/gi18n-lib.h>

#include "vouch-id.h"

static void
add_text (JsonObject *object, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
  else
    json_object_set_null_member (object, name);
}

static void
add_id (JsonObject *object, const char *name, gint64 id)
{
  g_autofree char *text = id != 0 ? vouch_id_to_string (id) : NULL;

  add_text (object, name, text);
}

static void
add_answers (JsonObject *object, const VouchDeskState *state)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < state->answers->len; i++)
    {
      const VouchDeskAnswer *answer = g_ptr_array_index (state->answers, i);
      g_autofree char *code = vouch_command_format (answer->command, state->command_prefix, answer->argument);
      JsonObject *element = json_object_new ();

      json_object_set_string_member (element, "command", code);
      json_object_set_string_member (element, "label", answer->label);
      json_array_add_object_element (array, element);
    }
  json_object_set_array_member (object, "answers", array);
}

static void
add_lines (JsonObject *object, const VouchDeskState *state)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < state->lines->len; i++)
    {
      const VouchDeskLine *line = g_ptr_array_index (state->lines, i);
      JsonObject *element = json_object_new ();

      json_object_set_int_member (element, "position", line->position);
      json_object_set_string_member (element, "sku", line->sku);
      json_object_set_string_member (element, "product", line->product_name);
      add_text (element, "lots", line->lots);
      add_text (element, "declared", line->declared);
      add_text (element, "counted", line->counted);
      add_text (element, "damaged", line->damaged);
      add_text (element, "variance", line->variance);
      add_text (element, "standing", line->standing);
      add_text (element, "accepted", line->accepted);
      add_text (element, "rejected", line->rejected);
      add_text (element, "held", line->held);
      json_object_set_boolean_member (element, "is_current", line->is_current);
      json_array_add_object_element (array, element);
    }
  json_object_set_array_member (object, "lines", array);
}

static void
add_checks (JsonObject *object, const VouchDeskState *state)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < state->checks->len; i++)
    {
      const VouchDeskCheck *check = g_ptr_array_index (state->checks, i);
      JsonObject *element = json_object_new ();

      json_object_set_string_member (element, "label", check->label);
      add_text (element, "value", check->value);
      json_object_set_boolean_member (element, "is_failure", check->is_failure);
      json_object_set_boolean_member (element, "is_current", check->is_current);
      json_array_add_object_element (array, element);
    }
  json_object_set_array_member (object, "checks", array);
}

static void
add_choices (JsonObject *object, const VouchDeskState *state)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < state->choices->len; i++)
    json_array_add_string_element (array, g_ptr_array_index (state->choices, i));
  json_object_set_array_member (object, "choices", array);
}

static void
add_history (JsonObject *object, const VouchDeskState *state)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < state->history->len; i++)
    {
      const VouchDeskEntry *entry = g_ptr_array_index (state->history, i);
      JsonObject *element = json_object_new ();

      json_object_set_string_member (element, "text", entry->text);
      json_object_set_boolean_member (element, "is_failure", entry->is_failure);
      json_object_set_boolean_member (element, "is_undone", entry->is_undone);
      json_array_add_object_element (array, element);
    }
  json_object_set_array_member (object, "history", array);
}

static void
add_defects (JsonObject *object, const VouchDeskState *state)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < state->defects->len; i++)
    {
      const VouchDeskDefect *defect = g_ptr_array_index (state->defects, i);
      g_autofree char *code = vouch_command_format (VOUCH_COMMAND_DEFECT, state->command_prefix, defect->code);
      JsonObject *element = json_object_new ();

      json_object_set_string_member (element, "command", code);
      json_object_set_string_member (element, "name", defect->name);
      json_object_set_string_member (element, "severity",
                                     vouch_enum_get_name (&vouch_defect_class_values, (int)defect->class));
      json_array_add_object_element (array, element);
    }
  json_object_set_array_member (object, "defects", array);
}

static void
add_sample (JsonObject *object, const VouchDeskState *state)
{
  json_object_set_int_member (object, "sample_position", state->sample_position);
  json_object_set_int_member (object, "sample_size", state->sample_size);
  json_object_set_int_member (object, "sample_unit", state->sample_unit);
  json_object_set_int_member (object, "nonconforming", state->nonconforming);
  json_object_set_int_member (object, "ac", state->ac);
  json_object_set_int_member (object, "re", state->re);
  add_text (object, "plan", state->plan);
  add_text (object, "why", state->why);
  add_text (object, "characteristic", state->characteristic);
  add_text (object, "limits", state->limits);
  json_object_set_boolean_member (object, "is_measurement", state->is_measurement);
  add_text (object, "method", state->method);
  add_text (object, "note", state->note);
  json_object_set_boolean_member (object, "needs_photo", state->needs_photo);
  json_object_set_boolean_member (object, "needs_second", state->needs_second);
  json_object_set_boolean_member (object, "may_not_apply", state->may_not_apply);
  json_object_set_int_member (object, "times", state->times);
  json_object_set_boolean_member (object, "wants_help", state->wants_help);
}

static void
add_evidence (JsonObject *object, const VouchDeskState *state)
{
  JsonArray *photos = json_array_new (), *earlier = json_array_new ();

  for (guint i = 0; i < state->photos->len; i++)
    {
      const VouchDeskPhoto *photo = g_ptr_array_index (state->photos, i);
      JsonObject *element = json_object_new ();

      add_text (element, "name", photo->name);
      json_object_set_boolean_member (element, "is_pending", photo->is_pending);
      json_array_add_object_element (photos, element);
    }
  for (guint i = 0; i < state->earlier->len; i++)
    {
      const VouchDeskEarlier *result = g_ptr_array_index (state->earlier, i);
      JsonObject *element = json_object_new ();

      add_text (element, "text", result->text);
      json_object_set_boolean_member (element, "is_accepted", result->is_accepted);
      json_array_add_object_element (earlier, element);
    }
  json_object_set_array_member (object, "photos", photos);
  json_object_set_array_member (object, "earlier", earlier);
}

/**
 * vouch_desk_json_write:
 * @state: what the stand shows
 *
 * Returns: (transfer full): all of it
 */
JsonObject *
vouch_desk_json_write (const VouchDeskState *state)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "stage", vouch_enum_get_name (&vouch_stage_values, (int)state->stage));
  json_object_set_string_member (object, "feedback",
                                 vouch_enum_get_name (&vouch_feedback_values, (int)state->feedback));
  json_object_set_int_member (object, "act", state->act);
  add_text (object, "word", state->word);
  add_text (object, "detail", state->detail);
  add_text (object, "prompt", state->prompt);
  add_text (object, "typed", state->typed);
  add_text (object, "inspector", state->inspector);
  add_text (object, "delivery", state->delivery);
  add_text (object, "supplier", state->supplier);
  json_object_set_int_member (object, "line_position", state->line_position);
  json_object_set_int_member (object, "n_lines", state->n_lines);
  add_text (object, "item", state->item);
  add_text (object, "lot", state->lot);
  add_id (object, "lot_id", state->lot_id);
  add_id (object, "receipt_id", state->receipt_id);
  add_sample (object, state);
  json_object_set_int_member (object, "n_problems", state->n_problems);
  json_object_set_string_member (object, "sound", vouch_enum_get_name (&vouch_sound_values, (int)state->sound));
  add_text (object, "printed", state->printed);
  add_evidence (object, state);
  add_answers (object, state);
  add_lines (object, state);
  add_checks (object, state);
  add_choices (object, state);
  json_object_set_boolean_member (object, "counts_each", state->counts_each);
  add_history (object, state);
  add_defects (object, state);
  return object;
}

/**
 * vouch_desk_json_say:
 * @state: what the stand shows
 *
 * Returns: (transfer full): the feedback and what to do next, on one line
 */
char *
vouch_desk_json_say (const VouchDeskState *state)
{
  g_autoptr (GString) line = g_string_new (NULL);

  if (state->word != NULL)
    g_string_append_printf (line, "%s · ", state->word);
  if (state->detail != NULL)
    g_string_append_printf (line, "%s · ", state->detail);
  if (state->lot != NULL)
    g_string_append_printf (line, "%s · ", state->lot);
  if (state->sample_position > 0)
    /* Translators: which unit of the sample is checked, out of how many. */
    g_string_append_printf (line, _ ("sample %d/%d · "), (int)state->sample_position, (int)state->sample_size);
  g_string_append (line, state->prompt);
  return g_string_free (g_steal_pointer (&line), FALSE);
}
