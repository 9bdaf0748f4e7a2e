#include "vouch-pick-view.h"

#include <glib/gi18n-lib.h>

#include "vouch-alias.h"
#include "vouch-pick-work.h"
#include "vouch-run-case.h"

typedef struct
{
  char *lot;
  char *output; /* a PDF; nullable */
} PickRequest;

static const VouchField fields[] = {
  VOUCH_FIELD (PickRequest, lot, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (PickRequest, output, TEXT, VOUCH_FIELD_PLAIN),
};

static const VouchRecordType pick_type = {
  .name = "pick_list", .size = sizeof (PickRequest), .fields = fields, .n_fields = G_N_ELEMENTS (fields)
};

static void
set_text (JsonObject *object, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
  else
    json_object_set_null_member (object, name);
}

static JsonObject *
show_place (const VouchPickPlace *place)
{
  JsonObject *object = json_object_new ();
  JsonArray *units = json_array_sized_new (place->units->len);

  for (guint i = 0; i < place->units->len; i++)
    json_array_add_int_element (units, g_array_index (place->units, guint32, i));
  if (place->carton > 0)
    json_object_set_int_member (object, "carton", place->carton);
  else
    json_object_set_null_member (object, "carton");
  json_object_set_array_member (object, "units", units);
  return object;
}

static JsonObject *
show_sample (const VouchPickSample *sample)
{
  JsonObject *object = json_object_new ();
  JsonArray *places = json_array_sized_new (sample->places->len);

  json_object_set_int_member (object, "n", sample->stage.n);
  if (sample->purpose == NULL)
    {
      json_object_set_int_member (object, "ac", sample->stage.ac);
      json_object_set_int_member (object, "re", sample->stage.re);
    }
  set_text (object, "purpose", sample->purpose);
  for (guint i = 0; i < sample->places->len; i++)
    json_array_add_object_element (places, show_place (g_ptr_array_index (sample->places, i)));
  json_object_set_array_member (object, "places", places);
  return object;
}

static JsonArray *
show_codes (const VouchPickList *list)
{
  JsonArray *codes = json_array_sized_new (list->codes->len);

  for (guint i = 0; i < list->codes->len; i++)
    json_array_add_string_element (codes, ((const VouchPickCode *)g_ptr_array_index (list->codes, i))->text);
  return codes;
}

static JsonObject *
show_list (const VouchPickList *list, const char *file)
{
  JsonObject *object = json_object_new ();
  JsonArray *samples = json_array_sized_new (list->samples->len);

  set_text (object, "inspection", list->number);
  set_text (object, "lot", list->lot);
  json_object_set_int_member (object, "lot_size", list->lot_size);
  set_text (object, "seed", list->seed);
  for (guint i = 0; i < list->samples->len; i++)
    json_array_add_object_element (samples, show_sample (g_ptr_array_index (list->samples, i)));
  json_object_set_array_member (object, "samples", samples);
  json_object_set_array_member (object, "codes", show_codes (list));
  set_text (object, "file", file);
  return object;
}

/* On the screen as on paper, unless it goes on paper. */
static char *
say_list (const VouchPickList *list, const char *file)
{
  return file != NULL ? g_strdup_printf (_ ("Written: %s"), file) : g_strchomp (vouch_pick_list_dup_text (list));
}

static VouchAnswer *
answer_pick (VouchCli *cli, gconstpointer data, const char *key, gpointer user_data, GError **error)
{
  const PickRequest *request = data;
  g_autoptr (VouchPickList) list = NULL;
  VouchStation *station;
  gint64 lot_id;

  if (!vouch_record_check (&pick_type, request, error))
    return NULL;
  station = vouch_cli_open (cli, VOUCH_DB_LOOK, error);
  lot_id = station != NULL ? vouch_alias_find_lot (station, request->lot, error) : 0;
  list = lot_id != 0 ? vouch_pick_work_load (station, lot_id, error) : NULL;
  if (list == NULL || (request->output != NULL && !vouch_pick_list_write_pdf (list, request->output, error)))
    return NULL;
  return vouch_answer_new (show_list (list, request->output), say_list (list, request->output));
}

/**
 * vouch_pick_view_run:
 * @cli: the run
 * @verb: the command
 *
 * The whole of a command that says what to draw from lots. Needs no lock.
 */
void
vouch_pick_view_run (VouchCli *cli, const VouchVerb *verb)
{
  vouch_run_requests (cli, &pick_type, NULL, answer_pick, NULL);
}
