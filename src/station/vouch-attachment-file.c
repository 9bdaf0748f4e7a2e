/* The files of attachments: in the station's directory under attachments/, named by the SHA-256 of their bytes. They
 * hold nothing but what the decoder drew. */
#include "vouch-attachment-file.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "vouch-error.h"
#include "vouch-picture-file.h"

/* The first two digits are a folder, so that no folder grows without bound. */
static char *
build_path (VouchStation *station, const char *hash)
{
  char folder[3] = { hash[0], hash[1], '\0' };

  return g_build_filename (vouch_station_get_directory (station), "attachments", folder, hash, NULL);
}

static gboolean
fail (GError **error, const char *path, const char *why)
{
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("The picture cannot be stored in “%s”: %s"), path, why);
  return FALSE;
}

/* A file is there after a power loss only if its name is too. */
static gboolean
sync_folder (const char *path, GError **error)
{
  int fd = g_open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  gboolean good = fd >= 0 && fsync (fd) == 0;
  int saved = errno;

  if (fd >= 0)
    close (fd);
  return good || fail (error, path, g_strerror (saved));
}

static gboolean
make_folders (VouchStation *station, const char *folder, GError **error)
{
  const char *root = vouch_station_get_directory (station);
  g_autofree char *all = g_build_filename (root, "attachments", NULL);

  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail (error, folder, g_strerror (errno));
  return sync_folder (root, error) && sync_folder (all, error);
}

static gboolean
is_stored (const char *path, GBytes *bytes)
{
  g_autoptr (GBytes) found = vouch_picture_file_load (path, NULL);

  return found != NULL && g_bytes_equal (found, bytes);
}

static gboolean
store (VouchStation *station, const char *hash, GBytes *bytes, GError **error)
{
  g_autofree char *path = build_path (station, hash);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) cause = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (is_stored (path, bytes))
    return TRUE;
  if (!make_folders (station, folder, error))
    return FALSE;
  if (!g_file_set_contents_full (path, data, (gssize)length,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &cause))
    return fail (error, path, cause->message);
  return sync_folder (folder, error);
}

static void
note (VouchKeptPhoto *kept, GBytes *bytes)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize length = sizeof kept->sha256;

  g_checksum_update (checksum, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes));
  g_checksum_get_digest (checksum, kept->sha256, &length);
  kept->size = (gint64)g_bytes_get_size (bytes);
}

/**
 * vouch_attachment_file_keep:
 * @station: the station
 * @picture: the bytes of a PNG or JPEG file
 * @kept: (out caller-allocates): what was kept of it
 * @error: INVALID if the decoder refuses the picture; STORAGE if it cannot be stored
 *
 * Has the decoder draw the picture anew, no longer than the station keeps photographs, and stores what it drew. Waits
 * for the decoder and the disk. A file that no record comes to name does no harm.
 *
 * Returns: whether the file is durable
 */
gboolean
vouch_attachment_file_keep (VouchStation *station, GBytes *picture, VouchKeptPhoto *kept, GError **error)
{
  g_auto (VouchDecoderPhoto) photo = { 0 };
  g_autofree char *hash = NULL;

  if (!vouch_decoder_reencode (vouch_station_get_decoder (station), picture, vouch_station_get_photo_longest (station),
                               &photo, error))
    return FALSE;
  note (kept, photo.bytes);
  hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, photo.bytes);
  return store (station, hash, photo.bytes, error);
}

/**
 * vouch_attachment_file_load:
 * @station: the station
 * @attachment: an attachment
 * @error: NOT_FOUND if its file is gone; STORAGE if it cannot be read or is not what was stored
 *
 * Returns: (transfer full) (nullable): the stored bytes, checked against their hash
 */
GBytes *
vouch_attachment_file_load (VouchStation *station, const VouchAttachment *attachment, GError **error)
{
  g_autofree char *hash = vouch_attachment_dup_hash (attachment);
  g_autofree char *path = build_path (station, hash);
  g_autoptr (GBytes) bytes = vouch_picture_file_load (path, error);

  if (bytes == NULL)
    return NULL;
  if (vouch_attachment_matches (attachment, bytes))
    return g_steal_pointer (&bytes);
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE,
               _ ("The picture “%s” is no longer what was stored; restore it from the backup"), path);
  return NULL;
}

/**
 * vouch_attachment_file_read_pixels:
 * @station: the station
 * @attachment: an attachment
 * @longest: how long the longer side may be
 * @photo: (out caller-allocates): its pixels, to be shown
 * @error: what vouch_attachment_file_load() or the decoder said
 *
 * Returns: whether there are any
 */
gboolean
vouch_attachment_file_read_pixels (VouchStation *station, const VouchAttachment *attachment, guint longest,
                                   VouchDecoderPhoto *photo, GError **error)
{
  g_autoptr (GBytes) bytes = vouch_attachment_file_load (station, attachment, error);

  return bytes != NULL && vouch_decoder_read_pixels (vouch_station_get_decoder (station), bytes, longest, photo, error);
}
