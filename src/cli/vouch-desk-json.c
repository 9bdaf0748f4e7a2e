/* The inspector's stand without a window. */
#include "vouch-desk-json.h"

#include <glib/gi18n-lib.h>

#include "vouch-record-json.h"

static JsonArray *
write_parts (const VouchRecordType *type, const GPtrArray *parts)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < parts->len; i++)
    json_array_add_object_element (array, vouch_record_to_json (type, g_ptr_array_index (parts, i), 0));
  return array;
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
add_choices (JsonObject *object, const VouchDeskState *state)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < state->choices->len; i++)
    json_array_add_string_element (array, g_ptr_array_index (state->choices, i));
  json_object_set_array_member (object, "choices", array);
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

/* Without their pixels. */
static void
add_photos (JsonObject *object, const VouchDeskState *state)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < state->photos->len; i++)
    {
      const VouchDeskPhoto *photo = g_ptr_array_index (state->photos, i);
      JsonObject *element = json_object_new ();

      json_object_set_string_member (element, "name", photo->name);
      json_object_set_boolean_member (element, "is_pending", photo->is_pending);
      json_array_add_object_element (array, element);
    }
  json_object_set_array_member (object, "photos", array);
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
  JsonObject *object = vouch_record_to_json (&vouch_desk_state_type, state, 0);

  json_object_set_array_member (object, "lines", write_parts (&vouch_desk_line_type, state->lines));
  json_object_set_array_member (object, "checks", write_parts (&vouch_desk_check_type, state->checks));
  json_object_set_array_member (object, "classes", write_parts (&vouch_desk_standing_type, state->classes));
  json_object_set_array_member (object, "history", write_parts (&vouch_desk_entry_type, state->history));
  json_object_set_array_member (object, "earlier", write_parts (&vouch_desk_earlier_type, state->earlier));
  add_photos (object, state);
  add_answers (object, state);
  add_choices (object, state);
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
