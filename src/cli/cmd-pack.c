#include <glib/gi18n-lib.h>

#include "vouch-alias.h"
#include "vouch-error.h"
#include "vouch-list.h"
#include "vouch-pack-store.h"
#include "vouch-pack-work.h"
#include "vouch-record-json.h"
#include "vouch-row.h"
#include "vouch-run-case.h"

/* A pack with what is in it, and what was. */
typedef struct
{
  const VouchEndPackRequest *request;
  VouchPack *pack;
  GPtrArray *history;
} Shown;

static gpointer
read_pack (VouchConn *conn, gpointer data, GError **error)
{
  Shown *shown = data;

  shown->pack = vouch_pack_load_by (conn, shown->request->pack_id, shown->request->sscc, error);
  shown->history = shown->pack != NULL ? vouch_pack_store_list_history (conn, shown->pack->id, error) : NULL;
  return shown->history;
}

static VouchAnswer *
tell_pack (VouchCli *cli, const Shown *shown)
{
  int offset_s = vouch_cli_get_offset (cli);
  VouchAnswer *answer = vouch_answer_new (vouch_record_to_json (&vouch_pack_type, shown->pack, offset_s), NULL);
  guint n = 0;

  for (guint i = 0; i < shown->history->len; i++)
    n += ((const VouchPackItem *)g_ptr_array_index (shown->history, i))->removed_at == 0;
  json_object_set_array_member (answer->json, "items",
                                vouch_list_to_json (&vouch_pack_item_type, shown->history, offset_s));
  answer->sentence = g_strdup_printf ("%s  %s  %s  %u", shown->pack->sscc,
                                      vouch_enum_get_name (&vouch_pack_kind_values, (int)shown->pack->kind),
                                      vouch_enum_get_name (&vouch_pack_state_values, (int)shown->pack->state), n);
  return answer;
}

static VouchAnswer *
show_pack (VouchCli *cli, gconstpointer request, const char *key, gpointer user_data, GError **error)
{
  VouchStation *station = vouch_cli_open (cli, VOUCH_DB_LOOK, error);
  Shown shown = { .request = request };
  VouchAnswer *answer = NULL;

  if (station != NULL && vouch_station_read (station, read_pack, &shown, error) != NULL)
    answer = tell_pack (cli, &shown);
  g_clear_pointer (&shown.pack, vouch_pack_free);
  g_clear_pointer (&shown.history, g_ptr_array_unref);
  return answer;
}

static void
show (VouchCli *cli, const VouchVerb *verb)
{
  vouch_run_requests (cli, &vouch_end_pack_request_type, NULL, show_pack, NULL);
}

static void
add_id (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return;
  g_array_append_val (ids, id);
}

/* The pallets that these cartons stand on come after them. */
static GArray *
add_pallets (VouchConn *conn, GArray *ids, GError **error)
{
  guint n_cartons = ids->len;

  for (guint i = 0; i < n_cartons; i++)
    {
      g_autoptr (GError) local = NULL;
      g_autoptr (VouchPackItem) place = vouch_pack_store_find_child (conn, g_array_index (ids, gint64, i), &local);

      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          g_array_unref (ids);
          return NULL;
        }
      if (place != NULL)
        add_id (ids, place->pack_id);
    }
  return ids;
}

/* Where a lot's units are. */
static GArray *
list_of_lot (VouchConn *conn, gint64 lot_id, GError **error)
{
  g_autoptr (GPtrArray) items = vouch_pack_store_list_items_of_lot (conn, lot_id, error);
  GArray *ids = items != NULL ? g_array_new (FALSE, FALSE, sizeof (gint64)) : NULL;

  for (guint i = 0; items != NULL && i < items->len; i++)
    add_id (ids, ((const VouchPackItem *)g_ptr_array_index (items, i))->pack_id);
  return ids != NULL ? add_pallets (conn, ids, error) : NULL;
}

static gpointer
read_packs (VouchConn *conn, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) packs = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_pack_free);
  const gint64 *lot_id = data;
  g_autoptr (GArray) ids =
      *lot_id != 0 ? list_of_lot (conn, *lot_id, error) : vouch_pack_store_list_ids (conn, 0, 0, error);

  if (ids == NULL)
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      VouchPack *pack = vouch_row_load (conn, &vouch_pack_type, g_array_index (ids, gint64, i), error);

      if (pack == NULL)
        return NULL;
      g_ptr_array_add (packs, pack);
    }
  return g_steal_pointer (&packs);
}

static char *
say_pack (gconstpointer data)
{
  const VouchPack *pack = data;

  return g_strdup_printf ("%s  %s  %s", pack->sscc, vouch_enum_get_name (&vouch_pack_kind_values, (int)pack->kind),
                          vouch_enum_get_name (&vouch_pack_state_values, (int)pack->state));
}

static void
list (VouchCli *cli, const VouchVerb *verb)
{
  const char *lot = vouch_arguments_take (vouch_cli_get_arguments (cli), "lot");
  g_autoptr (GError) error = NULL;
  VouchStation *station = lot != NULL ? vouch_cli_open (cli, VOUCH_DB_LOOK, &error) : NULL;
  gint64 lot_id = station != NULL ? vouch_alias_find_lot (station, lot, &error) : 0;

  if (error != NULL)
    vouch_cli_fail (cli, error);
  else
    vouch_list_read (cli, &vouch_pack_type, read_packs, &lot_id, say_pack);
}

const VouchVerb vouch_verbs_of_pack[] = {
  {
      .noun = "pack",
      .verb = "open",
      .arguments = "[--kind carton|pallet]",
      .help = N_ ("begins a carton or a pallet with a new SSCC"),
      .run = vouch_run_case,
      .use_case = &vouch_pack_open,
  },
  {
      .noun = "pack",
      .verb = "add",
      .arguments = "--sscc SSCC --code ADDRESS|SSCC",
      .help = N_ ("puts a unit into a carton, or a carton onto a pallet"),
      .run = vouch_run_case,
      .use_case = &vouch_pack_add,
  },
  {
      .noun = "pack",
      .verb = "take-out",
      .arguments = "--sscc SSCC --code ADDRESS|SSCC",
      .help = N_ ("takes one out again, while the pack is open"),
      .run = vouch_run_case,
      .use_case = &vouch_pack_take_out,
  },
  {
      .noun = "pack",
      .verb = "close",
      .arguments = "--sscc SSCC",
      .help = N_ ("says that a carton or pallet is whole"),
      .run = vouch_run_case,
      .use_case = &vouch_pack_close,
  },
  {
      .noun = "pack",
      .verb = "break",
      .arguments = "--sscc SSCC [--reason TEXT]",
      .help = N_ ("opens a carton or pallet for good; what was in it is free again"),
      .run = vouch_run_case,
      .use_case = &vouch_pack_break,
  },
  {
      .noun = "pack",
      .verb = "recall",
      .arguments = "--sscc SSCC --reason TEXT",
      .help = N_ ("calls a carton or pallet back and withdraws every label in it"),
      .run = vouch_run_case,
      .use_case = &vouch_pack_recall,
  },
  {
      .noun = "pack",
      .verb = "show",
      .arguments = "--sscc SSCC",
      .help = N_ ("shows a carton or pallet, what is in it and what was"),
      .run = show,
  },
  {
      .noun = "pack",
      .verb = "list",
      .arguments = "[--lot LOT]",
      .help = N_ ("lists cartons and pallets, the latest first, or those that a lot's units are in"),
      .run = list,
  },
  { NULL },
};
