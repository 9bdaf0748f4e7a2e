#include "vouch-scan-router.h"

#include "vouch-code-meaning.h"
#include "vouch-delivery-store.h"
#include "vouch-party-store.h"
#include "vouch-policy-work.h"
#include "vouch-product-store.h"
#include "vouch-scan-pattern-store.h"
#include "vouch-setup-code.h"
#include "vouch-trace-address.h"
#include "vouch-user-store.h"

typedef struct
{
  VouchStation *station;
  VouchScanMeaning *meaning;
  gboolean only_waybills;
} Query;

static void
take_code (VouchScanMeaning *meaning, const VouchCodeMeaning *code)
{
  meaning->kind = VOUCH_SCAN_KIND_CODE;
  meaning->id = code->lot_id;
  meaning->unit = code->unit;
  meaning->has_unit = code->has_unit;
}

static void
take_foreign_link (VouchScanMeaning *meaning)
{
  g_autoptr (VouchGs1Reading) reading = vouch_gs1_reading_parse_digital_link (meaning->text);

  meaning->kind = VOUCH_SCAN_KIND_LINK;
  if (!vouch_gs1_reading_is_valid (reading) || vouch_gs1_reading_get_n_elements (reading) == 0)
    return;
  meaning->kind = VOUCH_SCAN_KIND_ELEMENTS;
  meaning->reading = g_steal_pointer (&reading);
}

static gboolean
route_link (VouchConn *conn, VouchStation *station, VouchScanMeaning *meaning, GError **error)
{
  g_autoptr (VouchTraceAddress) address = vouch_trace_address_parse (meaning->text, NULL);
  g_autofree char *host = vouch_policy_dup (conn, "host");
  g_auto (VouchCodeMeaning) code = { 0 };

  /* Only our very host is ours: a look-alike or one with user info is foreign. */
  if (address == NULL || host == NULL || g_ascii_strcasecmp (address->host, host) != 0)
    {
      take_foreign_link (meaning);
      return TRUE;
    }
  if (!vouch_code_find (conn, station, meaning->text, &code, error))
    return FALSE;
  take_code (meaning, &code);
  return TRUE;
}

static gboolean
found (VouchScanMeaning *meaning, VouchScanKind kind, const VouchRecordType *type, gpointer record)
{
  if (record == NULL)
    return FALSE;
  meaning->kind = kind;
  meaning->id = vouch_record_get_id (type, record);
  vouch_record_free (type, record);
  return TRUE;
}

static gboolean
find_lot (VouchConn *conn, VouchStation *station, VouchScanMeaning *meaning, GError **error)
{
  g_auto (VouchCodeMeaning) code = { 0 };

  if (!vouch_code_find (conn, station, meaning->text, &code, error) || code.lot_id == 0)
    return FALSE;
  take_code (meaning, &code);
  return TRUE;
}

static gboolean
find_owner (VouchConn *conn, VouchScanMeaning *meaning, GError **error)
{
  if (!vouch_number_owner_find (conn, meaning->text, &meaning->owner, error) ||
      meaning->owner.kind == VOUCH_NUMBER_KIND_NONE)
    return FALSE;
  meaning->kind = VOUCH_SCAN_KIND_NUMBER;
  return TRUE;
}

static gboolean
find_delivery (VouchConn *conn, VouchScanMeaning *meaning, GError **error)
{
  return found (meaning, VOUCH_SCAN_KIND_DELIVERY, &vouch_delivery_type,
                vouch_delivery_store_find_by_number (conn, meaning->text, error));
}

static gboolean
find_product (VouchConn *conn, VouchScanMeaning *meaning, const char *sku, GError **error)
{
  return found (meaning, VOUCH_SCAN_KIND_PRODUCT, &vouch_product_type,
                vouch_product_store_find_by_sku (conn, sku, error));
}

/* What is written down here, whatever it looks like; FALSE where it is not, or on error. */
static gboolean
find_known (VouchConn *conn, Query *query, GError **error)
{
  VouchScanMeaning *meaning = query->meaning;
  GError *local = NULL;
  gboolean is_known = find_delivery (conn, meaning, &local);

  if (!is_known && local == NULL)
    is_known = find_lot (conn, query->station, meaning, &local);
  if (!is_known && local == NULL)
    is_known = find_product (conn, meaning, meaning->text, &local);
  if (!is_known && local == NULL)
    is_known = found (meaning, VOUCH_SCAN_KIND_SUPPLIER, &vouch_party_type,
                      vouch_party_store_find_by_code (conn, meaning->text, &local));
  if (!is_known && local == NULL)
    is_known = find_owner (conn, meaning, &local);
  if (local != NULL)
    g_propagate_error (error, local);
  return is_known;
}

/* What a code that looks like one pattern alone belongs to, by the part of it that counts. */
static gboolean
resolve_fit (VouchConn *conn, VouchScanMeaning *meaning, GError **error)
{
  const VouchPatternFit *fit = vouch_scan_meaning_get_fit (meaning);
  g_autoptr (GError) local = NULL;

  meaning->kind = fit->kind == VOUCH_SCAN_PATTERN_KIND_WAYBILL ? VOUCH_SCAN_KIND_WAYBILL : VOUCH_SCAN_KIND_PATTERN;
  if (g_str_equal (fit->part, meaning->text))
    return TRUE;
  g_free (meaning->text);
  meaning->text = g_strdup (fit->part);
  if (fit->opens == VOUCH_SCAN_PATTERN_OPENS_PRODUCT)
    find_product (conn, meaning, fit->part, &local);
  else if (fit->opens == VOUCH_SCAN_PATTERN_OPENS_DELIVERY && !find_delivery (conn, meaning, &local) && local == NULL)
    find_owner (conn, meaning, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
find_patterns (VouchConn *conn, VouchScanMeaning *meaning, VouchScanPatternKind kind, GPtrArray *patterns,
               GError **error)
{
  g_autoptr (GPtrArray) fits = vouch_pattern_fit_list (patterns, kind, meaning->text);

  if (fits->len == 0)
    return TRUE;
  g_clear_pointer (&meaning->fits, g_ptr_array_unref);
  meaning->fits = g_steal_pointer (&fits);
  meaning->kind = VOUCH_SCAN_KIND_SEVERAL;
  return meaning->fits->len > 1 || resolve_fit (conn, meaning, error);
}

static gboolean
look_at_patterns (VouchConn *conn, Query *query, GError **error)
{
  g_autoptr (GPtrArray) patterns = vouch_scan_pattern_store_list (conn, error);
  VouchScanMeaning *meaning = query->meaning;

  return patterns != NULL && find_patterns (conn, meaning, VOUCH_SCAN_PATTERN_KIND_WAYBILL, patterns, error) &&
         (meaning->kind != VOUCH_SCAN_KIND_UNKNOWN || query->only_waybills ||
          find_patterns (conn, meaning, VOUCH_SCAN_PATTERN_KIND_USER, patterns, error));
}

/* What only the database can tell, in the router's order. */
static gpointer
read_meaning (VouchConn *conn, gpointer data, GError **error)
{
  Query *query = data;
  VouchScanMeaning *meaning = query->meaning;
  g_autoptr (GError) local = NULL;

  if (vouch_scan_form_is_link (meaning->text))
    return route_link (conn, query->station, meaning, error) ? data : NULL;
  if (!find_known (conn, query, &local) && local == NULL)
    {
      vouch_scan_form_read_rest (meaning);
      if (meaning->kind == VOUCH_SCAN_KIND_UNKNOWN && vouch_setup_code_is_one (meaning->text))
        meaning->kind = VOUCH_SCAN_KIND_SETUP;
      if (meaning->kind == VOUCH_SCAN_KIND_UNKNOWN)
        look_at_patterns (conn, query, &local);
    }
  if (local == NULL)
    return data;
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static gpointer
read_badge (VouchConn *conn, gpointer data, GError **error)
{
  Query *query = data;
  g_autoptr (GError) local = NULL;

  found (query->meaning, VOUCH_SCAN_KIND_BADGE, &vouch_user_type,
         vouch_user_store_find_by_badge (conn, query->meaning->text, &local));
  if (local == NULL)
    return data;
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static gboolean
is_command (const VouchScan *scan, const VouchScanRules *rules, VouchScanMeaning *meaning)
{
  /* No badge can be a command code, so a command is certain without asking the database. */
  meaning->command = vouch_command_parse (scan->text, rules->command_prefix, &meaning->argument);
  if (meaning->command == VOUCH_COMMAND_NONE && rules->accepts_odoo)
    meaning->command = vouch_command_parse_odoo (scan->text);
  if (meaning->command == VOUCH_COMMAND_NONE)
    return FALSE;
  meaning->kind = VOUCH_SCAN_KIND_COMMAND;
  return TRUE;
}

/**
 * vouch_scan_route:
 * @station: the station
 * @scan: what was scanned
 * @rules: the station's
 * @meaning: (out): what it means
 * @error: STORAGE if the database could not be asked
 *
 * In order: command, badge, GS1 elements and Digital Links, GTIN, delivery, our own codes, SKU, supplier, our own other
 * numbers, a pallet's bare SSCC and waybills that came, a drug's trace code, health industry bar codes, a scanner's
 * setup, patterns of waybills, patterns of the house, unknown. What is certain comes before what only looks like
 * something; of patterns none is taken where several fit. The context decides what becomes of it.
 *
 * Returns: whether the scan could be looked up; what is not known is no error
 */
gboolean
vouch_scan_route (VouchStation *station, const VouchScan *scan, const VouchScanRules *rules, VouchScanMeaning *meaning,
                  GError **error)
{
  Query query = { .station = station, .meaning = meaning };

  *meaning = (VouchScanMeaning){ .text = g_strdup (scan->text) };
  vouch_scan_form_look_for_deceit (meaning);
  if (meaning->kind == VOUCH_SCAN_KIND_REFUSED || is_command (scan, rules, meaning))
    return TRUE;
  if (vouch_station_read (station, read_badge, &query, error) == NULL)
    return FALSE;
  if (meaning->kind == VOUCH_SCAN_KIND_UNKNOWN)
    vouch_scan_form_read (meaning, scan);
  return meaning->kind != VOUCH_SCAN_KIND_UNKNOWN || vouch_station_read (station, read_meaning, &query, error) != NULL;
}

/**
 * vouch_scan_route_form:
 * @scan: what was scanned
 * @rules: the station's
 * @meaning: (out): what it means, as far as its text alone tells
 *
 * The same order without a database.
 */
void
vouch_scan_route_form (const VouchScan *scan, const VouchScanRules *rules, VouchScanMeaning *meaning)
{
  *meaning = (VouchScanMeaning){ .text = g_strdup (scan->text) };
  vouch_scan_form_look_for_deceit (meaning);
  if (meaning->kind == VOUCH_SCAN_KIND_REFUSED || is_command (scan, rules, meaning))
    return;
  vouch_scan_form_read (meaning, scan);
  if (meaning->kind != VOUCH_SCAN_KIND_UNKNOWN)
    return;
  if (vouch_scan_form_is_link (meaning->text))
    take_foreign_link (meaning);
  else
    vouch_scan_form_read_rest (meaning);
  if (meaning->kind == VOUCH_SCAN_KIND_UNKNOWN && vouch_setup_code_is_one (meaning->text))
    meaning->kind = VOUCH_SCAN_KIND_SETUP;
}

static gpointer
read_waybill (VouchConn *conn, gpointer data, GError **error)
{
  return look_at_patterns (conn, data, error) ? data : NULL;
}

/**
 * vouch_scan_route_waybill:
 * @station: the station
 * @text: a code that looks like goods and is of none that are known
 * @meaning: (out): what it means as a carrier's number, unknown where it looks like none
 * @error: STORAGE if the database could not be asked
 *
 * Returns: whether it could be looked up
 */
gboolean
vouch_scan_route_waybill (VouchStation *station, const char *text, VouchScanMeaning *meaning, GError **error)
{
  Query query = { .station = station, .meaning = meaning, .only_waybills = TRUE };

  *meaning = (VouchScanMeaning){ .text = g_strdup (text) };
  return vouch_station_read (station, read_waybill, &query, error) != NULL;
}

static gpointer
read_choice (VouchConn *conn, gpointer data, GError **error)
{
  Query *query = data;

  return resolve_fit (conn, query->meaning, error) ? data : NULL;
}

/**
 * vouch_scan_resolve:
 * @station: the station
 * @meaning: of a code that looks like several things
 * @choice: which of them somebody chose, from 0
 * @error: STORAGE if the database could not be asked
 *
 * Makes @meaning that of the one.
 *
 * Returns: whether it could be looked up
 */
gboolean
vouch_scan_resolve (VouchStation *station, VouchScanMeaning *meaning, guint choice, GError **error)
{
  Query query = { .station = station, .meaning = meaning };

  g_return_val_if_fail (meaning->fits != NULL && choice < meaning->fits->len, FALSE);

  if (choice > 0)
    g_ptr_array_remove_range (meaning->fits, 0, choice);
  g_ptr_array_set_size (meaning->fits, 1);
  return vouch_station_read (station, read_choice, &query, error) != NULL;
}
