#include "vouch-scan-router.h"

#include <glib/gi18n-lib.h>

#include "vouch-code-meaning.h"
#include "vouch-delivery-store.h"
#include "vouch-gs1-check.h"
#include "vouch-party-store.h"
#include "vouch-policy-rule.h"
#include "vouch-product-store.h"
#include "vouch-setup-code.h"
#include "vouch-trace-address.h"
#include "vouch-user-store.h"

static const char *const kind_names[] = {
  "unknown", "badge",    "command", "elements", "gtin",  "delivery", "code",
  "product", "supplier", "link",    "broken",   "setup", "number",   NULL,
};

const VouchEnum vouch_scan_kind_values = { kind_names };

void
vouch_scan_meaning_clear (VouchScanMeaning *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->reading, vouch_gs1_reading_free);
  g_clear_pointer (&self->message, g_free);
  vouch_number_owner_clear (&self->owner);
  *self = (VouchScanMeaning){ 0 };
}

static gboolean
break_with (VouchScanMeaning *meaning, const char *message)
{
  meaning->kind = VOUCH_SCAN_KIND_BROKEN;
  g_free (meaning->message);
  meaning->message = g_strdup (message);
  return TRUE;
}

static gboolean
is_link (const char *text)
{
  return g_ascii_strncasecmp (text, "http://", 7) == 0 || g_ascii_strncasecmp (text, "https://", 8) == 0;
}

static gboolean
is_digits (const char *text)
{
  return *text != '\0' && strspn (text, "0123456789") == strlen (text);
}

/* A scanner without AIM identifiers sends element strings bare; one that begins with a right GTIN or SSCC is taken for
 * one. */
static gboolean
looks_like_elements (const char *text)
{
  gsize length = g_str_has_prefix (text, "00") ? 18 : 14;
  char digits[19];

  if (text[0] == '(')
    return TRUE;
  if (strlen (text) < length + 2 || text[0] != '0' || strchr ("012", text[1]) == NULL)
    return FALSE;
  g_strlcpy (digits, text + 2, length + 1);
  return is_digits (digits) && vouch_gs1_check_digit_is_right (digits);
}

static gboolean
has_gs1_aim (const char *aim)
{
  static const char *const flags[] = { "]C1", "]e0", "]d2", "]Q3", "]J1", NULL };

  return g_strv_contains (flags, aim);
}

static VouchGs1Reading *
parse_elements (const VouchScan *scan)
{
  g_autofree char *flagged = NULL;

  if (scan->text[0] == '(')
    return vouch_gs1_reading_parse_bracketed (scan->text);
  flagged = g_strconcat (has_gs1_aim (scan->aim) ? scan->aim : "]C1", scan->text, NULL);
  return vouch_gs1_reading_parse_scan (flagged, strlen (flagged));
}

static void
take_reading (VouchScanMeaning *meaning, VouchGs1Reading *reading)
{
  g_autoptr (GError) error = NULL;

  meaning->reading = reading;
  meaning->kind = VOUCH_SCAN_KIND_ELEMENTS;
  if (!vouch_gs1_reading_check (reading, &error))
    break_with (meaning, error->message);
}

/* What can be told from the text alone. */
static gboolean
route_by_form (const VouchScan *scan, VouchScanMeaning *meaning)
{
  if (has_gs1_aim (scan->aim) || (looks_like_elements (scan->text) && !is_link (scan->text)))
    take_reading (meaning, parse_elements (scan));
  else if (is_digits (scan->text) && vouch_gs1_gtin_normalise (scan->text, meaning->gtin))
    meaning->kind = VOUCH_SCAN_KIND_GTIN;
  else if (scan->aim[0] == ']' && scan->aim[1] == 'E')
    break_with (meaning, _ ("The check digit is wrong; scan again"));
  return meaning->kind != VOUCH_SCAN_KIND_UNKNOWN;
}

static gboolean
route_link (VouchConn *conn, VouchStation *station, VouchScanMeaning *meaning, GError **error)
{
  g_autoptr (VouchTraceAddress) address = vouch_trace_address_parse (meaning->text, NULL);
  g_autofree char *host = vouch_policy_dup (conn, "host");
  g_auto (VouchCodeMeaning) code = { 0 };
  VouchGs1Reading *reading;

  /* Only our very host is ours: a look-alike or one with user info is foreign. */
  if (address != NULL && host != NULL && g_ascii_strcasecmp (address->host, host) == 0)
    {
      if (!vouch_code_find (conn, station, meaning->text, &code, error))
        return FALSE;
      meaning->kind = VOUCH_SCAN_KIND_CODE;
      meaning->id = code.lot_id;
      meaning->unit = code.unit;
      meaning->has_unit = code.has_unit;
      return TRUE;
    }
  reading = vouch_gs1_reading_parse_digital_link (meaning->text);
  meaning->kind = VOUCH_SCAN_KIND_LINK;
  if (vouch_gs1_reading_is_valid (reading) && vouch_gs1_reading_get_n_elements (reading) > 0)
    take_reading (meaning, reading);
  else
    vouch_gs1_reading_free (reading);
  return TRUE;
}

typedef struct
{
  VouchStation *station;
  VouchScanMeaning *meaning;
} Query;

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
  meaning->kind = VOUCH_SCAN_KIND_CODE;
  meaning->id = code.lot_id;
  meaning->unit = code.unit;
  meaning->has_unit = code.has_unit;
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

/* What only the database can tell, in the router's order. */
static gpointer
read_meaning (VouchConn *conn, gpointer data, GError **error)
{
  Query *query = data;
  VouchScanMeaning *meaning = query->meaning;
  g_autoptr (GError) local = NULL;

  if (is_link (meaning->text))
    return route_link (conn, query->station, meaning, error) ? data : NULL;
  if (!found (meaning, VOUCH_SCAN_KIND_BADGE, &vouch_user_type,
              vouch_user_store_find_by_badge (conn, meaning->text, &local)) &&
      local == NULL &&
      !found (meaning, VOUCH_SCAN_KIND_DELIVERY, &vouch_delivery_type,
              vouch_delivery_store_find_by_number (conn, meaning->text, &local)) &&
      local == NULL && !find_lot (conn, query->station, meaning, &local) && local == NULL &&
      !found (meaning, VOUCH_SCAN_KIND_PRODUCT, &vouch_product_type,
              vouch_product_store_find_by_sku (conn, meaning->text, &local)) &&
      local == NULL &&
      !found (meaning, VOUCH_SCAN_KIND_SUPPLIER, &vouch_party_type,
              vouch_party_store_find_by_code (conn, meaning->text, &local)) &&
      local == NULL)
    find_owner (conn, meaning, &local);
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

/**
 * vouch_scan_route:
 * @station: the station
 * @scan: what was scanned
 * @command_prefix: of command codes
 * @meaning: (out): what it means
 * @error: STORAGE if the database could not be asked
 *
 * In order: badge, command, GS1 elements and Digital Link, GTIN, delivery, our own codes, SKU, supplier, our own other
 * numbers, a pallet's bare SSCC and waybills, a scanner's setup, unknown.
 * Meaning is given only where it is certain; the context decides what becomes of it.
 *
 * Returns: whether the scan could be looked up; what is not known is no error
 */
gboolean
vouch_scan_route (VouchStation *station, const VouchScan *scan, const char *command_prefix, VouchScanMeaning *meaning,
                  GError **error)
{
  Query query = { station, meaning };

  *meaning = (VouchScanMeaning){ .text = g_strdup (scan->text) };
  /* No badge can be a command code, so a command is certain without asking the database. */
  meaning->command = vouch_command_parse (scan->text, command_prefix, &meaning->argument);
  if (meaning->command != VOUCH_COMMAND_NONE)
    {
      meaning->kind = VOUCH_SCAN_KIND_COMMAND;
      return TRUE;
    }
  if (vouch_station_read (station, read_badge, &query, error) == NULL)
    return FALSE;
  if (meaning->kind != VOUCH_SCAN_KIND_UNKNOWN || route_by_form (scan, meaning))
    return TRUE;
  if (vouch_station_read (station, read_meaning, &query, error) == NULL)
    return FALSE;
  if (meaning->kind == VOUCH_SCAN_KIND_UNKNOWN && vouch_setup_code_is_one (meaning->text))
    meaning->kind = VOUCH_SCAN_KIND_SETUP;
  return TRUE;
}
