/* Which unit numbers were given out, written beside the key file and outside the database: a line a batch, each with a
 * keyed hash. A database that was put back to an earlier state knows less than this log, and that is how it shows. */
#include "vouch-issued-log.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "vouch-error.h"
#include "vouch-hash.h"
#include "vouch-hex.h"

#define LOG_LABEL "vouch/issued/1"
#define MARK_SIZE 16
#define RANGE_WORD "range"
#define EPOCH_WORD "epoch"
#define SSCC_WORD "sscc"

/* Of a range's line; an epoch's has the first two alone, and an SSCC's its digits after them. */
enum
{
  COLUMN_WORD,
  COLUMN_EPOCH,
  COLUMN_BATCH,
  COLUMN_LOT,
  COLUMN_FIRST,
  COLUMN_UNITS,
  COLUMN_VERSION,
  COLUMN_GTIN,
  COLUMN_HOST,
  COLUMN_BY,
  COLUMN_AT,
  N_COLUMNS,
};

static void
free_range (gpointer data)
{
  VouchIssuedRange *range = data;

  g_free (range->lot);
  g_free (range->gtin);
  g_free (range->host);
  g_free (range);
}

/**
 * vouch_issued_log_free:
 * @self: (nullable) (transfer full): what was read
 */
void
vouch_issued_log_free (VouchIssuedLog *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->ranges);
  g_ptr_array_unref (self->ssccs);
  g_free (self);
}

static char *
dup_path (VouchStation *station)
{
  return g_build_filename (vouch_station_get_directory (station), "keys", "issued.log", NULL);
}

static char *
dup_mark (VouchStation *station, const char *text)
{
  g_autoptr (VouchHasher) hasher =
      vouch_hasher_new (vouch_key_file_get_audit_key (vouch_station_get_keys (station)), VOUCH_HASH_SIZE, MARK_SIZE);
  guint8 mark[MARK_SIZE];

  vouch_hasher_add (hasher, LOG_LABEL, strlen (LOG_LABEL));
  vouch_hasher_add (hasher, text, strlen (text));
  vouch_hasher_end (hasher, mark);
  return vouch_hex_write (mark, sizeof mark);
}

static gboolean
write_all (int fd, const char *data, gsize length)
{
  while (length > 0)
    {
      gssize written = write (fd, data, length);

      if (written < 0 && errno != EINTR)
        return FALSE;
      if (written > 0)
        {
          data += written;
          length -= (gsize)written;
        }
    }
  return fdatasync (fd) == 0;
}

/* A line that was torn by a power loss must not swallow the next one, so every line begins with a line's end. */
static gboolean
add_line (VouchStation *station, const char *text, GError **error)
{
  g_autofree char *path = dup_path (station);
  g_autofree char *mark = dup_mark (station, text);
  g_autofree char *line = g_strdup_printf ("\n%s\t%s\n", text, mark);
  int fd = open (path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  gboolean good = fd >= 0 && write_all (fd, line, strlen (line));

  if (!good)
    g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE,
                 _ ("Which codes were issued cannot be noted in “%s”: %s. They are not given out"), path,
                 g_strerror (errno));
  if (fd >= 0)
    close (fd);
  return good;
}

/**
 * vouch_issued_log_add_range:
 * @station: the station
 * @batch: units that are about to be given out
 * @lot: their lot's number
 * @error: STORAGE
 *
 * Returns: whether it is on the disk
 */
gboolean
vouch_issued_log_add_range (VouchStation *station, const VouchCodeBatch *batch, const char *lot, GError **error)
{
  g_autofree char *text = g_strdup_printf (
      RANGE_WORD "\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%s\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT
                 "\t%" G_GINT64_FORMAT "\t%s\t%s\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT,
      vouch_station_get_epoch (station), batch->id, lot, batch->first_unit, batch->units, batch->key_version,
      batch->gtin != NULL ? batch->gtin : "-", batch->host, batch->issued_by, batch->issued_at);

  return add_line (station, text, error);
}

/**
 * vouch_issued_log_add_epoch:
 * @station: the station
 * @epoch: the epoch that begins
 * @error: STORAGE
 *
 * Returns: whether it is on the disk
 */
gboolean
vouch_issued_log_add_epoch (VouchStation *station, gint64 epoch, GError **error)
{
  g_autofree char *text = g_strdup_printf (EPOCH_WORD "\t%" G_GINT64_FORMAT, epoch);

  return add_line (station, text, error);
}

/**
 * vouch_issued_log_add_sscc:
 * @station: the station
 * @sscc: of a carton or pallet that is about to be given out
 * @error: STORAGE
 *
 * Returns: whether it is on the disk
 */
gboolean
vouch_issued_log_add_sscc (VouchStation *station, const char *sscc, GError **error)
{
  g_autofree char *text =
      g_strdup_printf (SSCC_WORD "\t%" G_GINT64_FORMAT "\t%s", vouch_station_get_epoch (station), sscc);

  return add_line (station, text, error);
}

static gint64
take_number (char **columns, guint i)
{
  return g_ascii_strtoll (columns[i], NULL, 10);
}

static VouchIssuedRange *
take_range (char **columns)
{
  VouchIssuedRange *range = g_new0 (VouchIssuedRange, 1);

  range->batch_id = take_number (columns, COLUMN_BATCH);
  range->lot = g_strdup (columns[COLUMN_LOT]);
  range->first_unit = take_number (columns, COLUMN_FIRST);
  range->units = take_number (columns, COLUMN_UNITS);
  range->key_version = take_number (columns, COLUMN_VERSION);
  range->gtin = g_str_equal (columns[COLUMN_GTIN], "-") ? NULL : g_strdup (columns[COLUMN_GTIN]);
  range->host = g_strdup (columns[COLUMN_HOST]);
  range->issued_by = take_number (columns, COLUMN_BY);
  range->issued_at = take_number (columns, COLUMN_AT);
  return range;
}

static void
take_epoch (VouchIssuedLog *self, gint64 epoch)
{
  if (epoch <= self->epoch)
    return;
  self->epoch = epoch;
  self->n_earlier_ranges = self->ranges->len;
  self->n_earlier_ssccs = self->ssccs->len;
}

/* What nobody with the key has written counts for nothing: a line torn by a power loss, or somebody's own. */
static void
take_line (VouchIssuedLog *self, VouchStation *station, char *line)
{
  char *tab = strrchr (line, '\t');
  g_auto (GStrv) columns = NULL;
  g_autofree char *mark = NULL;
  guint n;

  if (tab == NULL)
    return;
  *tab = '\0';
  mark = dup_mark (station, line);
  if (!g_str_equal (mark, tab + 1))
    return;
  columns = g_strsplit (line, "\t", -1);
  n = g_strv_length (columns);
  if (n > COLUMN_EPOCH)
    take_epoch (self, take_number (columns, COLUMN_EPOCH));
  if (n == N_COLUMNS && g_str_equal (columns[COLUMN_WORD], RANGE_WORD))
    g_ptr_array_add (self->ranges, take_range (columns));
  if (n == COLUMN_BATCH + 1 && g_str_equal (columns[COLUMN_WORD], SSCC_WORD))
    g_ptr_array_add (self->ssccs, g_strdup (columns[COLUMN_BATCH]));
}

/**
 * vouch_issued_log_read:
 * @station: the station, its keys open
 * @error: STORAGE if there is a log that cannot be read
 *
 * Returns: (transfer full) (nullable): what was given out; nothing where there is no log yet
 */
VouchIssuedLog *
vouch_issued_log_read (VouchStation *station, GError **error)
{
  g_autoptr (VouchIssuedLog) self = g_new0 (VouchIssuedLog, 1);
  g_autofree char *path = dup_path (station);
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) local = NULL;

  self->ranges = g_ptr_array_new_with_free_func (free_range);
  self->ssccs = g_ptr_array_new_with_free_func (g_free);
  if (!g_file_get_contents (path, &content, NULL, &local))
    {
      if (g_error_matches (local, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        return g_steal_pointer (&self);
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("“%s” cannot be read: %s"), path, local->message);
      return NULL;
    }
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    take_line (self, station, lines[i]);
  return g_steal_pointer (&self);
}
