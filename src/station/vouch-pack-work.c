/* Cartons and pallets: opened, filled by scanning, closed, broken. */
#include "vouch-pack-work.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-gs1-sscc.h"
#include "vouch-issued-log.h"
#include "vouch-pack-place.h"
#include "vouch-pack-store.h"
#include "vouch-policy-work.h"
#include "vouch-row.h"
#include "vouch-text.h"

static const VouchField open_fields[] = {
  VOUCH_FIELD_OF_ENUM (VouchOpenPackRequest, kind, vouch_pack_kind_values, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchOpenPackRequest, vouch_open_pack_request, "open_pack", open_fields)

static const VouchField pack_fields[] = {
  VOUCH_FIELD (VouchPackRequest, pack_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPackRequest, sscc, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPackRequest, code, TEXT, VOUCH_FIELD_REQUIRED),
};

VOUCH_DEFINE_RECORD (VouchPackRequest, vouch_pack_request, "pack_request", pack_fields)

static const VouchField end_fields[] = {
  VOUCH_FIELD (VouchEndPackRequest, pack_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchEndPackRequest, sscc, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchEndPackRequest, reason, TEXT, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchEndPackRequest, vouch_end_pack_request, "end_pack", end_fields)

static const VouchField packed_fields[] = {
  VOUCH_FIELD (VouchPacked, pack_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPacked, sscc, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchPacked, kind, vouch_pack_kind_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchPacked, state, vouch_pack_state_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPacked, items, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPacked, reached, NUMBER, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchPacked, vouch_packed, "packed", packed_fields)

/**
 * vouch_pack_load_by:
 * @conn: a connection
 * @pack_id: a pack, or 0
 * @sscc: (nullable): its SSCC, as scanned or typed, where there is no @pack_id
 * @error: NOT_FOUND if there is none; INVALID if @sscc is none
 *
 * Returns: (transfer full) (nullable): the pack
 */
VouchPack *
vouch_pack_load_by (VouchConn *conn, gint64 pack_id, const char *sscc, GError **error)
{
  char digits[VOUCH_GS1_SSCC_SIZE];
  g_autoptr (GError) local = NULL;
  VouchPack *pack;

  if (pack_id != 0)
    return vouch_row_load (conn, &vouch_pack_type, pack_id, error);
  if (!vouch_gs1_sscc_read (sscc, digits))
    {
      vouch_set_field_error (error, "sscc", VOUCH_ERROR_INVALID,
                             _ ("Name a carton or pallet by its SSCC: 18 digits, the last of which checks the others"));
      return NULL;
    }
  pack = vouch_pack_store_find_by_sscc (conn, digits, &local);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (pack == NULL)
    vouch_set_field_error (error, "sscc", VOUCH_ERROR_NOT_FOUND, _ ("SSCC %s is no carton or pallet of this station"),
                           digits);
  return pack;
}

/**
 * vouch_pack_tell:
 * @conn: a connection
 * @pack: a pack
 * @answer: filled
 * @error: what the database said
 *
 * Returns: whether it could be told
 */
gboolean
vouch_pack_tell (VouchConn *conn, const VouchPack *pack, VouchPacked *answer, GError **error)
{
  g_autoptr (GPtrArray) items = vouch_pack_store_list_items (conn, pack->id, error);

  if (items == NULL)
    return FALSE;
  answer->pack_id = pack->id;
  answer->sscc = g_strdup (pack->sscc);
  answer->kind = pack->kind;
  answer->state = pack->state;
  answer->items = items->len;
  return TRUE;
}

/* The greatest serial reference that was ever given, whether the database still knows it or not. */
static gboolean
find_last_serial (VouchAct *act, guint extension, const char *prefix, guint64 *serial, GError **error)
{
  g_autofree char *start = g_strdup_printf ("%u%s", extension, prefix);
  g_autofree char *from = g_strdup_printf ("%s%0*d", start, (int)(18 - strlen (start)), 0);
  g_autofree char *nines = g_strnfill (18 - strlen (start), '9');
  g_autofree char *to = g_strconcat (start, nines, NULL);
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchPack) last = vouch_pack_store_find_last (act->conn, from, to, &local);
  g_autoptr (VouchIssuedLog) log = NULL;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  *serial = last != NULL ? vouch_gs1_sscc_get_serial (last->sscc, prefix) : 0;
  if (vouch_station_get_epoch (act->station) == 1)
    return TRUE;
  log = vouch_issued_log_read (act->station, error);
  for (guint i = 0; log != NULL && i < log->ssccs->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (log->ssccs, i), start))
      *serial = MAX (*serial, vouch_gs1_sscc_get_serial (g_ptr_array_index (log->ssccs, i), prefix));
  return log != NULL;
}

static char *
make_sscc (VouchAct *act, GError **error)
{
  g_autofree char *prefix = vouch_policy_dup (act->conn, "gs1-prefix");
  char sscc[VOUCH_GS1_SSCC_SIZE];
  gint64 extension;
  guint64 last;

  if (!vouch_gs1_prefix_is_valid (prefix))
    {
      vouch_set_field_error (error, "kind", VOUCH_ERROR_INVALID,
                             _ ("Cartons have no numbers yet; an administrator sets the policy “gs1-prefix”"));
      return NULL;
    }
  if (!vouch_policy_read_number (act->conn, VOUCH_POLICY_SSCC_EXTENSION, &extension, error) ||
      !find_last_serial (act, (guint)extension, prefix, &last, error))
    return NULL;
  if (vouch_gs1_sscc_make ((guint)extension, prefix, last + 1, sscc))
    return g_strdup (sscc);
  vouch_set_field_error (error, "kind", VOUCH_ERROR_CONFLICT,
                         _ ("Every number of GS1 prefix %s and extension digit %d is given; an administrator sets the "
                            "policy “sscc-extension” to another digit"),
                         prefix, (int)extension);
  return NULL;
}

static gboolean
open_pack (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchOpenPackRequest *request = data;
  g_autoptr (VouchPack) pack = vouch_pack_new ();

  pack->sscc = make_sscc (act, error);
  if (pack->sscc == NULL)
    return FALSE;
  pack->id = vouch_act_next_id (act);
  pack->kind = request->kind;
  pack->opened_by = vouch_act_get_actor_id (act);
  pack->opened_at = vouch_act_get_now (act);
  return vouch_act_insert (act, &vouch_pack_type, pack, error) && vouch_pack_tell (act->conn, pack, answer, error);
}

static gboolean
log_sscc (VouchStation *station, gconstpointer answer, GError **error)
{
  return vouch_issued_log_add_sscc (station, ((const VouchPacked *)answer)->sscc, error);
}

static gboolean
check_state (const VouchPack *pack, VouchPackState wanted, GError **error)
{
  if (pack->state == wanted)
    return TRUE;
  if (pack->state == VOUCH_PACK_STATE_OPEN)
    vouch_set_field_error (error, "sscc", VOUCH_ERROR_CONFLICT, _ ("%s is not closed yet"), pack->sscc);
  else if (pack->state == VOUCH_PACK_STATE_CLOSED)
    vouch_set_field_error (error, "sscc", VOUCH_ERROR_CONFLICT, _ ("%s is closed; break it to change what is in it"),
                           pack->sscc);
  else if (pack->state == VOUCH_PACK_STATE_BROKEN)
    vouch_set_field_error (error, "sscc", VOUCH_ERROR_CONFLICT, _ ("%s was broken; open another one"), pack->sscc);
  else
    vouch_set_field_error (error, "sscc", VOUCH_ERROR_CONFLICT, _ ("%s was called back; set it apart"), pack->sscc);
  return FALSE;
}

static gboolean
insert_item (VouchAct *act, const VouchPack *pack, const VouchPackThing *thing, GError **error)
{
  g_autoptr (VouchPackItem) item = vouch_pack_item_new ();

  item->id = vouch_act_next_id (act);
  item->pack_id = pack->id;
  item->lot_id = thing->lot_id;
  item->unit = thing->unit;
  item->child_id = thing->pack != NULL ? thing->pack->id : 0;
  item->added_by = vouch_act_get_actor_id (act);
  item->added_at = vouch_act_get_now (act);
  return vouch_act_insert (act, &vouch_pack_item_type, item, error);
}

static gboolean
remove_item (VouchAct *act, VouchPackItem *item, GError **error)
{
  item->removed_by = vouch_act_get_actor_id (act);
  item->removed_at = vouch_act_get_now (act);
  return vouch_act_update (act, &vouch_pack_item_type, item, error);
}

static gboolean
add (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchPackRequest *request = data;
  g_autoptr (VouchPack) pack = vouch_pack_load_by (act->conn, request->pack_id, request->sscc, error);
  g_auto (VouchPackThing) thing = { 0 };

  return pack != NULL && check_state (pack, VOUCH_PACK_STATE_OPEN, error) &&
         vouch_pack_find_thing (act->conn, act->station, request->code, &thing, error) &&
         vouch_pack_check_packable (act->conn, act->station, &thing, request->code, pack, error) &&
         insert_item (act, pack, &thing, error) && vouch_pack_tell (act->conn, pack, answer, error);
}

static gboolean
take_out (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchPackRequest *request = data;
  g_autoptr (VouchPack) pack = vouch_pack_load_by (act->conn, request->pack_id, request->sscc, error);
  g_auto (VouchPackThing) thing = { 0 };
  g_autoptr (VouchPackItem) item = NULL;

  if (pack == NULL || !check_state (pack, VOUCH_PACK_STATE_OPEN, error) ||
      !vouch_pack_find_thing (act->conn, act->station, request->code, &thing, error) ||
      !vouch_pack_find_place (act->conn, &thing, &item, error))
    return FALSE;
  if (item == NULL || item->pack_id != pack->id)
    {
      vouch_set_field_error (error, "code", VOUCH_ERROR_NOT_FOUND, _ ("It is not in %s"), pack->sscc);
      return FALSE;
    }
  return remove_item (act, item, error) && vouch_pack_tell (act->conn, pack, answer, error);
}

static gboolean
close_pack (VouchAct *act, gconstpointer data, gpointer answer_data, GError **error)
{
  const VouchEndPackRequest *request = data;
  VouchPacked *answer = answer_data;
  g_autoptr (VouchPack) pack = vouch_pack_load_by (act->conn, request->pack_id, request->sscc, error);

  if (pack == NULL || !check_state (pack, VOUCH_PACK_STATE_OPEN, error))
    return FALSE;
  pack->state = VOUCH_PACK_STATE_CLOSED;
  pack->closed_by = vouch_act_get_actor_id (act);
  pack->closed_at = vouch_act_get_now (act);
  if (!vouch_pack_tell (act->conn, pack, answer, error))
    return FALSE;
  if (answer->items > 0)
    return vouch_act_update (act, &vouch_pack_type, pack, error);
  vouch_set_field_error (error, "sscc", VOUCH_ERROR_CONFLICT, _ ("%s is empty; put something in, or break it"),
                         pack->sscc);
  return FALSE;
}

/* It also leaves the pallet that it stands on. */
static gboolean
empty (VouchAct *act, const VouchPack *pack, GError **error)
{
  g_autoptr (GPtrArray) items = vouch_pack_store_list_items (act->conn, pack->id, error);
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchPackItem) place = NULL;

  for (guint i = 0; items != NULL && i < items->len; i++)
    if (!remove_item (act, g_ptr_array_index (items, i), error))
      return FALSE;
  place = items != NULL ? vouch_pack_store_find_child (act->conn, pack->id, &local) : NULL;
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return items != NULL && (place == NULL || remove_item (act, place, error));
}

static gboolean
break_pack (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchEndPackRequest *request = data;
  g_autoptr (VouchPack) pack = vouch_pack_load_by (act->conn, request->pack_id, request->sscc, error);

  if (pack == NULL || !vouch_text_check_note (request->reason, "reason", error) ||
      (pack->state != VOUCH_PACK_STATE_OPEN && !check_state (pack, VOUCH_PACK_STATE_CLOSED, error)))
    return FALSE;
  pack->state = VOUCH_PACK_STATE_BROKEN;
  pack->ended_by = vouch_act_get_actor_id (act);
  pack->ended_at = vouch_act_get_now (act);
  pack->reason = g_strdup (request->reason);
  return empty (act, pack, error) && vouch_act_update (act, &vouch_pack_type, pack, error) &&
         vouch_pack_tell (act->conn, pack, answer, error);
}

const VouchUseCase vouch_pack_open = {
  .name = "pack.open",
  .permission = VOUCH_PERMISSION_PACK,
  .request = &vouch_open_pack_request_type,
  .answer = &vouch_packed_type,
  .act = open_pack,
  .after = log_sscc,
};

const VouchUseCase vouch_pack_add = {
  .name = "pack.add",
  .permission = VOUCH_PERMISSION_PACK,
  .request = &vouch_pack_request_type,
  .answer = &vouch_packed_type,
  .act = add,
};

const VouchUseCase vouch_pack_take_out = {
  .name = "pack.take_out",
  .permission = VOUCH_PERMISSION_PACK,
  .request = &vouch_pack_request_type,
  .answer = &vouch_packed_type,
  .act = take_out,
};

const VouchUseCase vouch_pack_close = {
  .name = "pack.close",
  .permission = VOUCH_PERMISSION_PACK,
  .request = &vouch_end_pack_request_type,
  .answer = &vouch_packed_type,
  .act = close_pack,
};

const VouchUseCase vouch_pack_break = {
  .name = "pack.break",
  .permission = VOUCH_PERMISSION_PACK,
  .request = &vouch_end_pack_request_type,
  .answer = &vouch_packed_type,
  .act = break_pack,
};
