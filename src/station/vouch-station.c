#include "vouch-station.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "vouch-audit-store.h"
#include "vouch-command.h"
#include "vouch-error.h"
#include "vouch-first-start.h"
#include "vouch-number-store.h"
#include "vouch-policy-store.h"
#include "vouch-restore-work.h"

struct _VouchStation
{
  char *directory;
  VouchClock *clock;
  VouchDb *db;
  VouchKeyFile *keys;
  VouchDecoder *decoder;
  VouchCameraHub *cameras;
  VouchIdSource *ids;
  VouchTxContext context;
  const char *command_prefix; /* interned, so that any thread may read it */
  guint photo_longest;
};

static char *
choose_unlock_path (const VouchStationPaths *paths, const char *directory)
{
  g_autofree char *absolute = g_canonicalize_filename (directory, NULL);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, absolute, -1);
  g_autofree char *name = g_strdup_printf ("unlock-%.16s.key", hash);

  if (paths->unlock != NULL)
    return g_strdup (paths->unlock);
  return g_build_filename (g_get_user_config_dir (), "vouch", name, NULL);
}

static gboolean
make_parent (const char *path, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (path);

  if (g_mkdir_with_parents (parent, 0700) == 0)
    return TRUE;
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("%s cannot be made: %s"), parent, g_strerror (errno));
  return FALSE;
}

/* A database with records and without its keys must not get new ones in silence: its audit and codes hang on them. */
static gboolean
open_keys (VouchStation *self, const VouchStationPaths *paths, gboolean is_new, GError **error)
{
  g_autofree char *path = g_build_filename (self->directory, "keys", "station.keys", NULL);
  g_autofree char *unlock = choose_unlock_path (paths, self->directory);

  if (is_new && !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      if (!make_parent (path, error) || !make_parent (unlock, error))
        return FALSE;
      self->keys = vouch_key_file_create_at (path, unlock, vouch_clock_now (self->clock), error);
    }
  else
    self->keys = vouch_key_file_open (path, unlock, error);
  return self->keys != NULL;
}

typedef struct
{
  gint64 greatest_id;
  gint64 users;
  gint64 number;
  gint64 epoch;
} Facts;

static gboolean
read_number_policy (VouchConn *conn, const char *name, gint64 otherwise, gint64 *number, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchPolicy) policy = vouch_policy_store_find (conn, name, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  *number = policy != NULL && policy->value != NULL ? g_ascii_strtoll (policy->value, NULL, 10) : otherwise;
  return TRUE;
}

static gpointer
read_facts (VouchConn *conn, gpointer data, GError **error)
{
  Facts *facts = data;

  if (!vouch_number_store_get_greatest_id (conn, &facts->greatest_id, error) ||
      !vouch_number_store_count_users (conn, &facts->users, error) ||
      !read_number_policy (conn, "station-number", 1, &facts->number, error) ||
      !read_number_policy (conn, "epoch", 1, &facts->epoch, error))
    return NULL;
  return facts;
}

/* A new station has a one-time code for its first administrator; afterwards the code is worth nothing and goes. */
static gboolean
settle_first_start (VouchStation *self, gboolean is_new, GError **error)
{
  if (is_new)
    return vouch_first_start_make_code (self->directory, error);
  vouch_first_start_forget_code (self->directory);
  return TRUE;
}

static gboolean
set_up (VouchStation *self, const VouchStationPaths *paths, GError **error)
{
  gboolean owns = vouch_db_is_writable (self->db);
  Facts facts = { 0 };

  if (vouch_db_read (self->db, read_facts, &facts, error) == NULL ||
      !open_keys (self, paths, owns && facts.greatest_id == 0, error))
    return FALSE;
  facts.number = CLAMP (facts.number, 1, VOUCH_STATION_MAX);
  self->ids = vouch_id_source_new (self->clock, (guint)facts.number);
  vouch_id_source_raise (self->ids, facts.greatest_id);
  self->context = (VouchTxContext){
    .clock = self->clock,
    .ids = self->ids,
    .station = (guint)facts.number,
    .epoch = facts.epoch,
    .audit_key = vouch_key_file_get_audit_key (self->keys),
    .signer = vouch_key_file_get_signer (self->keys),
  };
  self->decoder = vouch_decoder_new (NULL);
  self->cameras = vouch_camera_hub_new (self->decoder);
  return !owns || (vouch_restore_check (self, error) && settle_first_start (self, facts.users == 0, error));
}

/**
 * vouch_station_open:
 * @paths: where things are
 * @holder: the program's name, for whoever is refused because of it
 * @mode: to own the station, or only to look
 * @clock: the injected clock; a reference is kept
 * @error: what vouch_db_open() or the key file said
 *
 * Returns: (transfer full) (nullable): the station; close it with vouch_station_close()
 */
VouchStation *
vouch_station_open (const VouchStationPaths *paths, const char *holder, VouchDbMode mode, VouchClock *clock,
                    GError **error)
{
  VouchStation *self = g_new0 (VouchStation, 1);

  self->clock = vouch_clock_ref (clock);
  self->command_prefix = VOUCH_COMMAND_PREFIX;
  self->photo_longest = VOUCH_PHOTO_LONGEST;
  self->directory =
      paths->data != NULL ? g_strdup (paths->data) : g_build_filename (g_get_user_data_dir (), "vouch", NULL);
  self->db = vouch_db_open (self->directory, holder, mode, error);
  if (self->db != NULL && set_up (self, paths, error))
    return self;
  vouch_station_close (self, NULL);
  return NULL;
}

static gpointer
write_anchor (VouchConn *conn, gpointer data, GError **error)
{
  const VouchTxContext *context = data;

  return GINT_TO_POINTER (vouch_audit_store_anchor (conn, vouch_clock_now (context->clock), context->signer, error));
}

/**
 * vouch_station_close:
 * @self: (transfer full): a station
 * @error: STORAGE if the last anchor or checkpoint could not be written; what was acknowledged is safe
 *
 * Returns: whether everything went well
 */
gboolean
vouch_station_close (VouchStation *self, GError **error)
{
  gboolean good = TRUE;

  if (self->db != NULL && self->ids != NULL && vouch_db_is_writable (self->db))
    good = vouch_db_write (self->db, write_anchor, &self->context, error) != NULL;
  if (self->db != NULL)
    good = vouch_db_close (self->db, good ? error : NULL) && good;
  g_clear_pointer (&self->cameras, vouch_camera_hub_free);
  g_clear_pointer (&self->decoder, vouch_decoder_free);
  g_clear_pointer (&self->keys, vouch_key_file_free);
  g_clear_pointer (&self->ids, vouch_id_source_free);
  g_clear_pointer (&self->clock, vouch_clock_unref);
  g_free (self->directory);
  g_free (self);
  return good;
}

VouchDb *
vouch_station_get_db (VouchStation *self)
{
  return self->db;
}

VouchClock *
vouch_station_get_clock (VouchStation *self)
{
  return self->clock;
}

VouchKeyFile *
vouch_station_get_keys (VouchStation *self)
{
  return self->keys;
}

VouchDecoder *
vouch_station_get_decoder (VouchStation *self)
{
  return self->decoder;
}

/* Where whoever wants pictures of the station's camera meets. */
VouchCameraHub *
vouch_station_get_cameras (VouchStation *self)
{
  return self->cameras;
}

const VouchTxContext *
vouch_station_get_context (VouchStation *self)
{
  return &self->context;
}

/**
 * vouch_station_get_latest:
 * @self: a station
 *
 * Ids never go back when the clock does, so the last one tells how far time had come.
 *
 * Returns: the latest moment that anything was recorded at, Unix microseconds UTC; 0 where nothing was
 */
gint64
vouch_station_get_latest (VouchStation *self)
{
  return vouch_id_source_get_latest (self->ids);
}

const char *
vouch_station_get_directory (VouchStation *self)
{
  return self->directory;
}

/**
 * vouch_station_set_command_prefix:
 * @self: a station
 * @prefix: a valid prefix
 *
 * What this station's command codes begin with: on its sheets, and for its badges, which must not be taken for one.
 */
void
vouch_station_set_command_prefix (VouchStation *self, const char *prefix)
{
  g_return_if_fail (vouch_command_prefix_is_valid (prefix));

  g_atomic_pointer_set (&self->command_prefix, (gpointer)g_intern_string (prefix));
}

const char *
vouch_station_get_command_prefix (VouchStation *self)
{
  return g_atomic_pointer_get (&self->command_prefix);
}

/**
 * vouch_station_set_photo_longest:
 * @self: a station
 * @pixels: how long the longer side of a photograph is kept from now on
 */
void
vouch_station_set_photo_longest (VouchStation *self, guint pixels)
{
  g_atomic_int_set (&self->photo_longest, pixels);
}

guint
vouch_station_get_photo_longest (VouchStation *self)
{
  return (guint)g_atomic_int_get (&self->photo_longest);
}

guint
vouch_station_get_number (VouchStation *self)
{
  return self->context.station;
}

gint64
vouch_station_get_epoch (VouchStation *self)
{
  return self->context.epoch;
}

/**
 * vouch_station_set_epoch:
 * @self: a station
 * @epoch: the epoch that its database is in since a moment ago
 */
void
vouch_station_set_epoch (VouchStation *self, gint64 epoch)
{
  self->context.epoch = epoch;
}

/**
 * vouch_station_read:
 * @self: a station
 * @job: what to read, on the reader's thread
 * @data: handed to @job
 * @error: what @job said
 *
 * Returns: what @job returned
 */
gpointer
vouch_station_read (VouchStation *self, VouchJob job, gpointer data, GError **error)
{
  return vouch_db_read (self->db, job, data, error);
}

static gpointer
read_policy (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_policy_store_find (conn, data, error);
}

/**
 * vouch_station_dup_policy:
 * @self: a station
 * @name: a policy's name
 *
 * Returns: (transfer full) (nullable): the policy's value, or %NULL where none was ever set
 */
char *
vouch_station_dup_policy (VouchStation *self, const char *name)
{
  g_autoptr (VouchPolicy) policy = vouch_station_read (self, read_policy, (gpointer)name, NULL);

  return policy != NULL ? g_strdup (policy->value) : NULL;
}

static gpointer
read_count_users (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_number_store_count_users (conn, data, error) ? data : NULL;
}

/**
 * vouch_station_is_new:
 * @self: a station
 * @error: (out) (optional): what the database said
 *
 * Returns: whether nobody has an account yet; also %FALSE on error
 */
gboolean
vouch_station_is_new (VouchStation *self, GError **error)
{
  gint64 users = 0;

  return vouch_station_read (self, read_count_users, &users, error) != NULL && users == 0;
}
