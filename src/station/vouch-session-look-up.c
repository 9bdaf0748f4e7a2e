/* What is scanned outside a task brings up what it belongs to, or is told apart by what it is not. */
#include <glib/gi18n-lib.h>

#include "vouch-product-store.h"
#include "vouch-session-private.h"

typedef struct
{
  const char *text; /* as scanned */
  gboolean is_pack; /* it is the trace code of a drug's pack */
  const char *sscc; /* nullable */
  const char *gtin; /* "": none */
  VouchNumberOwner owner;
  gboolean is_in_catalogue;
} Query;

static void
query_clear (Query *self)
{
  vouch_number_owner_clear (&self->owner);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Query, query_clear)

/* Carriers' numbers may look like goods, or like pallets that were never received. */
static gboolean
look_for_waybill (Query *query, VouchConn *conn, GError **error)
{
  g_auto (VouchNumberOwner) owner = { 0 };

  if (!vouch_number_owner_find (conn, query->text, &owner, error))
    return FALSE;
  if (owner.kind != VOUCH_NUMBER_KIND_WAYBILL)
    return TRUE;
  vouch_number_owner_clear (&query->owner);
  query->owner = owner;
  owner = (VouchNumberOwner){ 0 };
  return TRUE;
}

static gpointer
read_goods (VouchConn *conn, gpointer data, GError **error)
{
  Query *query = data;
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchProductGtin) item = NULL;

  if (query->is_pack)
    return vouch_number_owner_find_pack (conn, query->text, &query->owner, error) ? data : NULL;
  if (query->sscc != NULL && !vouch_number_owner_find (conn, query->sscc, &query->owner, error))
    return NULL;
  if (*query->gtin != '\0')
    item = vouch_product_store_find_gtin (conn, query->gtin, &local);
  query->is_in_catalogue = item != NULL;
  if (local == NULL && (item != NULL || query->owner.lot_id != 0 || look_for_waybill (query, conn, &local)))
    return data;
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/* Figures with a check digit that is right by chance may be a waybill, which somebody can tell by looking. */
static gboolean
is_waybill (VouchSession *self, const VouchScan *scan, const char *text)
{
  g_auto (VouchScanMeaning) waybill = { 0 };

  if (!vouch_scan_route_waybill (self->station, text, &waybill, NULL) || waybill.fits == NULL)
    return FALSE;
  if (waybill.fits->len == 1)
    vouch_session_use_fit (self, &waybill, scan);
  else
    vouch_session_ask_which (self, &waybill, scan);
  return TRUE;
}

static void
tell_unknown_goods (VouchSession *self, const VouchScanMeaning *meaning, const VouchScan *scan, const char *gtin)
{
  g_autofree char *detail = g_strdup_printf (_ ("No product of the catalogue has the GTIN %s."), gtin);

  if (meaning->kind == VOUCH_SCAN_KIND_GTIN && is_waybill (self, scan, meaning->text))
    return;
  vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Not in the catalogue"), detail);
}

/**
 * vouch_session_look_up_goods:
 * @self: a session outside a delivery
 * @meaning: what was scanned of goods
 * @scan: the scan itself
 *
 * A pallet that was received brings up its lot, a waybill its delivery; goods are looked for by what is printed on
 * them, so that their lot is found if it was received before.
 */
void
vouch_session_look_up_goods (VouchSession *self, const VouchScanMeaning *meaning, const VouchScan *scan)
{
  char gtin[15] = "";
  const char *lot = NULL;
  g_auto (Query) query = { .text = meaning->text, .is_pack = meaning->kind == VOUCH_SCAN_KIND_DRUG_CODE, .gtin = gtin };
  g_autoptr (GError) error = NULL;

  g_strlcpy (gtin, meaning->gtin, sizeof gtin);
  if (meaning->reading != NULL)
    {
      vouch_gs1_reading_get_gtin (meaning->reading, gtin);
      lot = vouch_gs1_reading_get (meaning->reading, "10");
      query.sscc = vouch_gs1_reading_get (meaning->reading, "00");
    }
  if (vouch_station_read (self->station, read_goods, &query, &error) == NULL)
    vouch_session_tell_unread (self, error);
  else if (query.owner.lot_id != 0 || query.owner.delivery != NULL || query.is_pack ||
           (query.sscc != NULL && *gtin == '\0'))
    vouch_session_look_up_number (self, &query.owner, scan);
  else if (*gtin != '\0' && !query.is_in_catalogue)
    tell_unknown_goods (self, meaning, scan, gtin);
  else
    {
      const char *named = *gtin != '\0' ? gtin : *meaning->hibc.product != '\0' ? meaning->hibc.product : meaning->text;

      self->search = g_strjoin (" ", named, lot, NULL);
      vouch_session_tell (self, VOUCH_FEEDBACK_OK, _ ("Goods"), _ ("Scan the delivery note first to receive them."));
    }
}

/**
 * vouch_session_look_up_number:
 * @self: a session
 * @owner: what a number that was scanned belongs to
 * @scan: with that number
 *
 * Outside a task what it belongs to is opened; in one, whether to leave it for that is asked.
 */
void
vouch_session_look_up_number (VouchSession *self, const VouchNumberOwner *owner, const VouchScan *scan)
{
  if (owner->lot_id == 0 && owner->delivery == NULL)
    vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD,
                        owner->kind == VOUCH_NUMBER_KIND_PALLET ? _ ("Unknown pallet")
                        : owner->kind == VOUCH_NUMBER_KIND_PACK ? _ ("Unknown pack")
                                                                : _ ("Unknown number"),
                        vouch_number_owner_describe_missing (owner->kind));
  else if (self->stage != VOUCH_STAGE_HOME)
    vouch_session_leave_for_own (self, scan);
  else if (owner->lot_id != 0)
    vouch_session_open_lot (self, owner->lot_id);
  else
    vouch_session_open_delivery (self, owner->delivery);
}
