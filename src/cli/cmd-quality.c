#include <glib/gi18n-lib.h>

#include "vouch-id.h"
#include "vouch-list.h"
#include "vouch-quality-view.h"
#include "vouch-quality-work.h"
#include "vouch-record-json.h"
#include "vouch-run-case.h"
#include "vouch-words.h"

typedef struct
{
  gint64 level_id;
} ShowRequest;

static const VouchField show_fields[] = {
  VOUCH_FIELD (ShowRequest, level_id, ID, VOUCH_FIELD_REQUIRED),
};

static const VouchRecordType show_type = {
  .name = "show", .size = sizeof (ShowRequest), .fields = show_fields, .n_fields = G_N_ELEMENTS (show_fields)
};

static char *
say_level (gconstpointer data)
{
  const VouchQualityView *view = data;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *id = vouch_id_to_string (view->level_id);

  g_string_append_printf (text, "%s  %s  %s  %s\n    %s", id, vouch_words_choose (view->product_en, view->product_zh),
                          vouch_words_choose (view->supplier_en, view->supplier_zh), view->terms, view->headline);
  if (*view->score != '\0')
    g_string_append_printf (text, "  %s", view->score);
  g_string_append_printf (text, "  %s", view->next);
  if (view->broken != NULL)
    g_string_append_printf (text, "\n    %s", view->broken);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gpointer
read_levels (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_quality_view_list (conn, error);
}

static void
list (VouchCli *cli, const VouchVerb *verb)
{
  vouch_list_read (cli, &vouch_quality_view_type, read_levels, NULL, say_level);
}

static gpointer
read_strip (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_quality_strip_load (conn, *(const gint64 *)data, error);
}

static char *
say_strip (const VouchQualityStrip *strip)
{
  g_autofree char *level = say_level (strip->view);
  GString *text = g_string_new (level);

  for (guint i = 0; i < strip->cells->len; i++)
    {
      const VouchQualityCell *cell = g_ptr_array_index (strip->cells, i);

      g_string_append_printf (text, "\n%4d  %s", (int)cell->position, cell->sentence);
    }
  return g_string_free (text, FALSE);
}

static JsonArray *
describe_acts (guint acts)
{
  JsonArray *array = json_array_new ();

  for (int kind = VOUCH_QUALITY_ENTRY_LOT; kind <= VOUCH_QUALITY_ENTRY_EVERY_LOT; kind++)
    if (acts & (1u << kind))
      json_array_add_string_element (array, vouch_quality_entry_kind_values.names[kind]);
  return array;
}

static VouchAnswer *
show (VouchCli *cli, gconstpointer data, const char *key, gpointer user_data, GError **error)
{
  const ShowRequest *request = data;
  int offset = vouch_cli_get_offset (cli);
  g_autoptr (VouchQualityStrip) strip = NULL;
  VouchStation *station;
  JsonObject *object;

  if (!vouch_record_check (&show_type, request, error))
    return NULL;
  station = vouch_cli_open (cli, VOUCH_DB_LOOK, error);
  strip = station != NULL ? vouch_station_read (station, read_strip, (gpointer)&request->level_id, error) : NULL;
  if (strip == NULL)
    return NULL;
  object = vouch_record_to_json (&vouch_quality_view_type, strip->view, offset);
  json_object_set_array_member (object, "acts", describe_acts (strip->acts));
  json_object_set_array_member (object, "entries", vouch_list_to_json (&vouch_quality_cell_type, strip->cells, offset));
  return vouch_answer_new (object, say_strip (strip));
}

static void
run_show (VouchCli *cli, const VouchVerb *verb)
{
  vouch_run_requests (cli, &show_type, NULL, show, NULL);
}

const VouchVerb vouch_verbs_of_quality[] = {
  {
      .noun = "quality",
      .verb = "list",
      .help = N_ ("lists how strictly each product of each supplier is inspected, broken ledgers first"),
      .run = list,
  },
  {
      .noun = "quality",
      .verb = "show",
      .arguments = "--level-id ID",
      .help = N_ ("shows a quality level with its ledger, and which acts apply"),
      .run = run_show,
  },
  {
      .noun = "quality",
      .verb = "declare",
      .arguments = "--level-id ID --kind KIND --reason TEXT --badge OWN-BADGE --pin-file FILE",
      .help = N_ ("signs what decides on severity beside the lots"),
      .run = vouch_run_case,
      .use_case = &vouch_quality_declare,
      .secrets = "pin-file=pin",
  },
  { NULL },
};
