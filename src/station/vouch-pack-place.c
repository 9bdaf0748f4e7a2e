/* What a scanned code names, where that is packed, and whether it may be. */
#include "vouch-pack-place.h"

#include <glib/gi18n-lib.h>

#include "vouch-code-check.h"
#include "vouch-error.h"
#include "vouch-gs1-sscc.h"
#include "vouch-pack-store.h"
#include "vouch-row.h"

void
vouch_pack_thing_clear (VouchPackThing *self)
{
  g_clear_pointer (&self->pack, vouch_pack_free);
  *self = (VouchPackThing){ 0 };
}

/* NULL without an error becomes NOT_FOUND. */
static gboolean
find_pack (VouchConn *conn, const char *sscc, VouchPackThing *thing, GError **error)
{
  g_autoptr (GError) local = NULL;

  thing->pack = vouch_pack_store_find_by_sscc (conn, sscc, &local);
  if (thing->pack != NULL)
    return TRUE;
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    vouch_set_field_error (error, "code", VOUCH_ERROR_NOT_FOUND, _ ("SSCC %s is no carton or pallet of this station"),
                           sscc);
  return FALSE;
}

/**
 * vouch_pack_find_thing:
 * @conn: a connection
 * @station: the station
 * @code: an SSCC, a label's address, or lot and serial with a space between
 * @thing: (out): what it names
 * @error: NOT_FOUND if it is nothing of ours
 *
 * Returns: whether it is a unit, a carton or a pallet of ours
 */
gboolean
vouch_pack_find_thing (VouchConn *conn, VouchStation *station, const char *code, VouchPackThing *thing, GError **error)
{
  g_autoptr (VouchCodeCheck) check = NULL;
  VouchCodeFinding finding;
  char sscc[VOUCH_GS1_SSCC_SIZE];

  *thing = (VouchPackThing){ 0 };
  if (vouch_gs1_sscc_read (code, sscc))
    return find_pack (conn, sscc, thing, error);
  check = vouch_code_check_new (conn, station);
  if (!vouch_code_check_look (check, code, &finding, error))
    return FALSE;
  if (finding.batch_id == 0)
    {
      vouch_set_field_error (error, "code", VOUCH_ERROR_NOT_FOUND,
                             _ ("This is no unit, carton or pallet of this station"));
      return FALSE;
    }
  thing->lot_id = finding.lot_id;
  thing->unit = finding.unit;
  return TRUE;
}

/**
 * vouch_pack_find_place:
 * @conn: a connection
 * @thing: a unit, carton or pallet
 * @item: (out) (nullable): that it is in; %NULL where it is in none
 * @error: what the database said
 *
 * Returns: whether it is known
 */
gboolean
vouch_pack_find_place (VouchConn *conn, const VouchPackThing *thing, VouchPackItem **item, GError **error)
{
  g_autoptr (GError) local = NULL;

  *item = thing->pack != NULL ? vouch_pack_store_find_child (conn, thing->pack->id, &local)
                              : vouch_pack_store_find_unit (conn, thing->lot_id, thing->unit, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
check_free (VouchConn *conn, const VouchPackThing *thing, const VouchPack *pack, GError **error)
{
  g_autoptr (VouchPackItem) item = NULL;
  g_autoptr (VouchPack) other = NULL;

  if (!vouch_pack_find_place (conn, thing, &item, error))
    return FALSE;
  if (item == NULL)
    return TRUE;
  other = vouch_row_load (conn, &vouch_pack_type, item->pack_id, error);
  if (other == NULL)
    return FALSE;
  if (other->id == pack->id)
    vouch_set_field_error (error, "code", VOUCH_ERROR_CONFLICT, _ ("It is in here already"));
  else
    vouch_set_field_error (error, "code", VOUCH_ERROR_CONFLICT, _ ("It is in %s; take it out of there first"),
                           other->sscc);
  return FALSE;
}

static gboolean
check_unit (VouchConn *conn, VouchStation *station, const char *code, const VouchPack *pack, GError **error)
{
  g_autoptr (VouchCodeCheck) check = vouch_code_check_new (conn, station);
  VouchCodeFinding finding;

  if (!vouch_code_check_look (check, code, &finding, error))
    return FALSE;
  if (pack->kind != VOUCH_PACK_KIND_CARTON)
    vouch_set_field_error (error, "code", VOUCH_ERROR_INVALID, _ ("A pallet holds cartons; scan the carton’s SSCC"));
  else if (finding.state != VOUCH_CODE_STATE_ACTIVE)
    vouch_set_field_error (error, "code", VOUCH_ERROR_DENIED, _ ("Unit %lld of lot %s cannot be packed: %s"),
                           (long long)finding.unit, finding.lot, vouch_code_state_describe (finding.state));
  else if (finding.status != VOUCH_LOT_STATUS_RELEASED && finding.status != VOUCH_LOT_STATUS_CONCESSION)
    vouch_set_field_error (error, "code", VOUCH_ERROR_DENIED, _ ("Lot %s is not released; its units are not packed"),
                           finding.lot);
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_carton (const VouchPack *carton, const VouchPack *pack, GError **error)
{
  if (pack->kind != VOUCH_PACK_KIND_PALLET || carton->kind != VOUCH_PACK_KIND_CARTON)
    vouch_set_field_error (error, "code", VOUCH_ERROR_INVALID,
                           _ ("Units go into cartons, and cartons onto pallets; %s does not go in here"), carton->sscc);
  else if (carton->state == VOUCH_PACK_STATE_OPEN)
    vouch_set_field_error (error, "code", VOUCH_ERROR_DENIED, _ ("Carton %s is still open; close it first"),
                           carton->sscc);
  else if (carton->state != VOUCH_PACK_STATE_CLOSED)
    vouch_set_field_error (error, "code", VOUCH_ERROR_DENIED, _ ("Carton %s was broken or called back"), carton->sscc);
  else
    return TRUE;
  return FALSE;
}

/**
 * vouch_pack_check_packable:
 * @conn: a connection
 * @station: the station
 * @thing: what is to be packed
 * @code: its code
 * @pack: into which
 * @error: INVALID, DENIED or CONFLICT with the reason
 *
 * Only good labels of released lots are packed, cartons only when they are whole, and everything is in one place at a
 * time.
 *
 * Returns: whether it may be packed
 */
gboolean
vouch_pack_check_packable (VouchConn *conn, VouchStation *station, const VouchPackThing *thing, const char *code,
                           const VouchPack *pack, GError **error)
{
  return (thing->pack != NULL ? check_carton (thing->pack, pack, error)
                              : check_unit (conn, station, code, pack, error)) &&
         check_free (conn, thing, pack, error);
}
