/* How a station's key, and each later epoch of it, comes to be believed. */
#include "vouch-lookup-enrolment.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-hex.h"
#include "vouch-lookup-administrators.h"
#include "vouch-lookup-trust.h"

static GBytes *
read_key (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);
  const char *text = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
  guint8 key[32];

  if (text == NULL || !vouch_hex_read (text, key, sizeof key))
    return NULL;
  return g_bytes_new (key, sizeof key);
}

/* The plain form `{"station","epoch","public_key","desk_key"}`, which an operator can write by hand. */
static VouchTrustRecord *
read_plain (const char *content, gssize length)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (VouchTrustRecord) record = vouch_trust_record_new ();
  JsonObject *object;

  if (!json_parser_load_from_data (parser, content, length, NULL) ||
      !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return NULL;
  object = json_node_get_object (json_parser_get_root (parser));
  record->station = json_object_get_int_member_with_default (object, "station", 0);
  record->epoch = json_object_get_int_member_with_default (object, "epoch", 0);
  record->public_key = read_key (object, "public_key");
  record->desk_key = read_key (object, "desk_key");
  if (record->station < 1 || record->station > 1023 || record->epoch < 1 || record->public_key == NULL ||
      (json_object_has_member (object, "desk_key") && record->desk_key == NULL))
    return NULL;
  return g_steal_pointer (&record);
}

/**
 * vouch_lookup_enrolment_read:
 * @content: the content of a trust file
 * @length: bytes of @content
 * @error: INVALID if it is no trust file
 *
 * Returns: (transfer full) (nullable): what it says
 */
VouchTrustRecord *
vouch_lookup_enrolment_read (const char *content, gssize length, GError **error)
{
  g_autoptr (VouchTrustRecord) plain = read_plain (content, length);

  if (plain != NULL)
    return g_steal_pointer (&plain);
  while (length > 0 && g_ascii_isspace (content[length - 1]))
    length--;
  return vouch_trust_record_read (content, length, error);
}

static gboolean
refuse_other_key (const VouchTrustRecord *record, GError **error)
{
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT,
               _ ("Another key is already trusted for station %d, epoch %d; if the station lost its key, let it "
                  "open a new epoch"),
               (int)record->station, (int)record->epoch);
  return FALSE;
}

static gboolean
refuse_old_epoch (const VouchTrustRecord *record, gint64 newest, GError **error)
{
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT,
               _ ("Station %d is in epoch %d here already, and epoch %d is not a later one; if the station was put "
                  "back once more, let it open a new epoch"),
               (int)record->station, (int)newest, (int)record->epoch);
  return FALSE;
}

/* Whether the record's epoch is known already, and if so under this key; else it has to be the newest. */
static gboolean
check_place (VouchLookupDb *db, const VouchTrustRecord *record, gboolean *is_known, GError **error)
{
  g_autoptr (GError) local = NULL;
  VouchLookupTrust trust;
  gint64 newest;

  if (!vouch_lookup_trust_get_newest (db, record->station, &newest, error))
    return FALSE;
  *is_known = vouch_lookup_trust_find (db, (guint)record->station, record->epoch, &trust, &local);
  if (*is_known)
    return memcmp (trust.public_key, g_bytes_get_data (record->public_key, NULL), sizeof trust.public_key) == 0 ||
           refuse_other_key (record, error);
  if (!g_error_matches (local, VOUCH_ERROR, VOUCH_ERROR_DENIED))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return record->epoch > newest || refuse_old_epoch (record, newest, error);
}

/* An older file of the same epoch says nothing that holds today. One written by hand has no time. */
static gboolean
is_outdated (VouchLookupDb *db, const VouchTrustRecord *record, gboolean *outdated, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt =
      vouch_lookup_db_prepare (db, "SELECT created_at, closed_at FROM trust WHERE station = ?1 AND epoch = ?2", error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  vouch_lookup_stmt_bind_number (stmt, 1, record->station);
  vouch_lookup_stmt_bind_number (stmt, 2, record->epoch);
  if (!vouch_lookup_stmt_step (stmt, &has_row, error))
    return FALSE;
  *outdated =
      has_row && (vouch_lookup_stmt_get_number (stmt, 0) > record->created_at || !vouch_lookup_stmt_is_null (stmt, 1));
  return TRUE;
}

/**
 * vouch_lookup_enrolment_enter:
 * @db: the database, in a transaction
 * @record: what a trust file says that the operator believes
 * @now_us: the time
 * @enrolled: (out): what came of it
 * @error: CONFLICT if another key is trusted for that epoch, or a later epoch is known; STORAGE
 *
 * Trusts a station's key from now on, and closes its earlier epochs. The same file twice changes nothing, a newer one
 * of the same epoch brings host, desk key and administrators up to date. A key already trusted is never replaced,
 * because what it signed could not be verified any more: a station that lost its key opens a new epoch.
 *
 * Returns: whether the key is trusted
 */
gboolean
vouch_lookup_enrolment_enter (VouchLookupDb *db, const VouchTrustRecord *record, gint64 now_us,
                              VouchLookupEnrolled *enrolled, GError **error)
{
  gboolean is_known, outdated;

  if (!check_place (db, record, &is_known, error) || !is_outdated (db, record, &outdated, error))
    return FALSE;
  *enrolled = is_known && outdated ? VOUCH_LOOKUP_ENROLLED_ALREADY : VOUCH_LOOKUP_ENROLLED_NEW;
  return *enrolled == VOUCH_LOOKUP_ENROLLED_ALREADY ||
         (vouch_lookup_trust_save (db, record, now_us, error) &&
          vouch_lookup_administrators_save (db, record, NULL, now_us, error));
}

static gboolean
check_administrator (VouchLookupDb *db, const VouchTakeover *takeover, GError **error)
{
  gboolean is_known, is_withdrawn;

  if (!vouch_lookup_administrators_find (db, takeover->trust, takeover->administrator, &is_known, &is_withdrawn, error))
    return FALSE;
  if (is_known && !is_withdrawn)
    return TRUE;
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED,
               is_withdrawn
                   ? _ ("The administrator's key that signed epoch %d of station %d was withdrawn; let "
                        "another administrator sign it, or enrol it with \"vouch-lookup trust FILE\"")
                   : _ ("The administrator's key that signed epoch %d of station %d was not enrolled here with "
                        "an earlier epoch; enrol this epoch with \"vouch-lookup trust FILE\""),
               (int)takeover->trust->epoch, (int)takeover->trust->station);
  return FALSE;
}

/**
 * vouch_lookup_enrolment_take_over:
 * @db: the database, in a transaction
 * @takeover: a new epoch with an administrator's signature
 * @now_us: the time
 * @enrolled: (out): what came of it
 * @error: DENIED if the administrator's key does not count; CONFLICT if the epoch is not a later one, or is known
 *   under another key; STORAGE
 *
 * Believes a station's new epoch because an administrator signed it whose key came with an earlier one.
 *
 * Returns: whether the epoch is trusted
 */
gboolean
vouch_lookup_enrolment_take_over (VouchLookupDb *db, const VouchTakeover *takeover, gint64 now_us,
                                  VouchLookupEnrolled *enrolled, GError **error)
{
  gboolean is_known;

  if (!check_place (db, takeover->trust, &is_known, error) || !check_administrator (db, takeover, error))
    return FALSE;
  *enrolled = is_known ? VOUCH_LOOKUP_ENROLLED_ALREADY : VOUCH_LOOKUP_ENROLLED_NEW;
  return is_known || (vouch_lookup_trust_save (db, takeover->trust, now_us, error) &&
                      vouch_lookup_administrators_save (db, takeover->trust, takeover->administrator, now_us, error));
}
