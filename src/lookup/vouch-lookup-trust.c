#include "vouch-lookup-trust.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-hex.h"

static char *
dup_path (const char *data_dir, gint64 station, gint64 epoch)
{
  g_autofree char *name = g_strdup_printf ("%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT, station, epoch);

  return g_build_filename (data_dir, "trust", name, NULL);
}

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

static VouchTrustRecord *
read_content (const char *content, gssize length, GError **error)
{
  g_autoptr (VouchTrustRecord) plain = read_plain (content, length);

  if (plain != NULL)
    return g_steal_pointer (&plain);
  while (length > 0 && g_ascii_isspace (content[length - 1]))
    length--;
  return vouch_trust_record_read (content, length, error);
}

static VouchTrustRecord *
load_file (const char *path, GError **error)
{
  g_autofree char *content = NULL;
  gsize length;

  if (!g_file_get_contents (path, &content, &length, error))
    return NULL;
  return read_content (content, (gssize)length, error);
}

static gboolean
make_folder (const char *data_dir, GError **error)
{
  g_autofree char *folder = g_build_filename (data_dir, "trust", NULL);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("%s cannot be created: %s"), folder, g_strerror (errno));
  return FALSE;
}

static gboolean
save (const char *path, const char *content, gssize length, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (g_file_set_contents_full (path, content, length, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                0600, &local))
    return TRUE;
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("%s cannot be written: %s"), path, local->message);
  return FALSE;
}

/**
 * vouch_lookup_trust_enrol:
 * @data_dir: the service's folder
 * @content: the content of a trust file
 * @length: bytes of @content
 * @what: (out): a sentence that says who is trusted now
 * @error: INVALID if it is no trust file; CONFLICT if another key is trusted for that station and epoch
 *
 * Trusts a station's key from now on. The same file twice changes nothing; a key already trusted is never replaced,
 * because what it signed could not be verified any more: a station that lost its key opens a new epoch.
 *
 * Returns: whether the key is trusted
 */
gboolean
vouch_lookup_trust_enrol (const char *data_dir, const char *content, gssize length, char **what, GError **error)
{
  g_autoptr (VouchTrustRecord) record = read_content (content, length, error);
  g_autoptr (VouchTrustRecord) known = NULL;
  g_autofree char *path = NULL;

  if (record == NULL)
    return FALSE;
  path = dup_path (data_dir, record->station, record->epoch);
  known = load_file (path, NULL);
  if (known != NULL && !g_bytes_equal (known->public_key, record->public_key))
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT,
                   _ ("Another key is already trusted for station %d, epoch %d; if the station lost its key, let it "
                      "open a new epoch"),
                   (int)record->station, (int)record->epoch);
      return FALSE;
    }
  if (!make_folder (data_dir, error) || !save (path, content, length, error))
    return FALSE;
  *what = g_strdup_printf (_ ("Station %d, epoch %d is trusted"), (int)record->station, (int)record->epoch);
  return TRUE;
}

/**
 * vouch_lookup_trust_find:
 * @data_dir: the service's folder
 * @station: a station's number
 * @epoch: one of its epochs
 * @error: DENIED if the station is not trusted in that epoch
 *
 * Finds the key with which a publication must be signed.
 *
 * Returns: (transfer full) (nullable): the trust record
 */
VouchTrustRecord *
vouch_lookup_trust_find (const char *data_dir, guint station, gint64 epoch, GError **error)
{
  g_autofree char *path = dup_path (data_dir, station, epoch);
  g_autoptr (VouchTrustRecord) record = load_file (path, NULL);

  if (record != NULL && record->station == station && record->epoch == epoch)
    return g_steal_pointer (&record);
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED,
               _ ("Station %u, epoch %d is not trusted here; enrol its key with \"vouch-lookup trust FILE\""), station,
               (int)epoch);
  return NULL;
}

/**
 * vouch_lookup_trust_list_hosts:
 * @data_dir: the service's folder
 *
 * Lists the host names that trusted stations print on their labels, in small letters and without a port.
 *
 * Returns: (transfer full): the names; ends with %NULL
 */
char **
vouch_lookup_trust_list_hosts (const char *data_dir)
{
  g_autofree char *folder = g_build_filename (data_dir, "trust", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GStrvBuilder) hosts = g_strv_builder_new ();
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (VouchTrustRecord) record = load_file (path, NULL);
      g_autofree char *host = record != NULL && record->host != NULL ? g_ascii_strdown (record->host, -1) : NULL;

      if (host == NULL)
        continue;
      *(strchrnul (host, ':')) = '\0';
      g_strv_builder_add (hosts, host);
    }
  return g_strv_builder_end (hosts);
}

/**
 * vouch_lookup_trust_find_desk_key:
 * @data_dir: the service's folder
 * @desk_key: (out caller-allocates): the service desk's X25519 public key
 *
 * Finds the key to which customers' contacts are sealed: the one enrolled last.
 *
 * Returns: whether there is one; if not, no contact may be asked for
 */
gboolean
vouch_lookup_trust_find_desk_key (const char *data_dir, guint8 desk_key[32])
{
  g_autofree char *folder = g_build_filename (data_dir, "trust", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gint64 newest = G_MININT64;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (VouchTrustRecord) record = load_file (path, NULL);
      GStatBuf about;

      if (record == NULL || record->desk_key == NULL || g_bytes_get_size (record->desk_key) != 32 ||
          g_stat (path, &about) != 0 || (gint64)about.st_mtime < newest)
        continue;
      newest = (gint64)about.st_mtime;
      memcpy (desk_key, g_bytes_get_data (record->desk_key, NULL), 32);
    }
  return newest != G_MININT64;
}
