#include "vouch-lookup-bundle.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"

#define END_FORMAT "{\"record\":\"end\",\"lines\":%u,\"sha256\":\"%s\"}\n"

struct _VouchLookupBundle
{
  GFile *file;
  GOutputStream *stream; /* NULL once it is closed */
  GChecksum *checksum;
  guint n_lines;
};

static gboolean
fail (VouchLookupBundle *self, const GError *why, GError **error)
{
  g_autofree char *path = g_file_get_path (self->file);

  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("%s cannot be written: %s"), path, why->message);
  return FALSE;
}

/**
 * vouch_lookup_bundle_create:
 * @path: a file that is not there
 * @error: CONFLICT if it is there; STORAGE
 *
 * Begins a file that its owner alone may read.
 *
 * Returns: (transfer full) (nullable): the bundle; the file is removed again if it is not closed
 */
VouchLookupBundle *
vouch_lookup_bundle_create (const char *path, GError **error)
{
  g_autoptr (VouchLookupBundle) self = g_new0 (VouchLookupBundle, 1);
  g_autoptr (GError) why = NULL;

  self->file = g_file_new_for_commandline_arg (path);
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  self->stream = G_OUTPUT_STREAM (g_file_create (self->file, G_FILE_CREATE_PRIVATE, NULL, &why));
  if (self->stream != NULL)
    return g_steal_pointer (&self);
  if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_EXISTS))
    g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT, _ ("%s is there already; name a new file"), path);
  else
    fail (self, why, error);
  return NULL;
}

static gboolean
write_all (VouchLookupBundle *self, const char *text, GError **error)
{
  g_autoptr (GError) why = NULL;

  if (g_output_stream_write_all (self->stream, text, strlen (text), NULL, NULL, &why))
    return TRUE;
  return fail (self, why, error);
}

/**
 * vouch_lookup_bundle_add:
 * @self: a bundle
 * @record: what the lines are
 * @lines: JSON objects, each with a line feed
 * @error: STORAGE
 *
 * Appends lines, each with what it is as its first member.
 *
 * Returns: whether they were written
 */
gboolean
vouch_lookup_bundle_add (VouchLookupBundle *self, const char *record, const char *lines, GError **error)
{
  g_auto (GStrv) each = g_strsplit (lines, "\n", -1);

  for (guint i = 0; each[i] != NULL; i++)
    {
      g_autofree char *line = NULL;

      if (*each[i] == '\0')
        continue;
      line = g_strdup_printf ("{\"record\":\"%s\",%s\n", record, each[i] + 1);
      if (!write_all (self, line, error))
        return FALSE;
      g_checksum_update (self->checksum, (const guchar *)line, -1);
      self->n_lines++;
    }
  return TRUE;
}

/**
 * vouch_lookup_bundle_close:
 * @self: a bundle
 * @error: STORAGE
 *
 * Writes the last line.
 *
 * Returns: whether the file is whole
 */
gboolean
vouch_lookup_bundle_close (VouchLookupBundle *self, GError **error)
{
  g_autofree char *end = g_strdup_printf (END_FORMAT, self->n_lines, g_checksum_get_string (self->checksum));
  g_autoptr (GError) why = NULL;

  if (!write_all (self, end, error))
    return FALSE;
  if (!g_output_stream_close (self->stream, NULL, &why))
    return fail (self, why, error);
  g_clear_object (&self->stream);
  return TRUE;
}

/**
 * vouch_lookup_bundle_free:
 * @self: (nullable): a bundle
 *
 * Frees it; a file that is not whole goes.
 */
void
vouch_lookup_bundle_free (VouchLookupBundle *self)
{
  if (self == NULL)
    return;
  if (self->stream != NULL)
    g_file_delete (self->file, NULL, NULL);
  g_clear_object (&self->stream);
  g_object_unref (self->file);
  g_checksum_free (self->checksum);
  g_free (self);
}

static guint
count_lines (const char *content, gsize length)
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    n += content[i] == '\n';
  return n;
}

/* Where the last line begins. */
static gsize
find_last_line (const char *content, gsize length)
{
  while (length > 0 && content[length - 1] != '\n')
    length--;
  return length;
}

/**
 * vouch_lookup_bundle_check:
 * @content: (array length=length): a bundle
 * @length: its bytes
 * @lines_length: (out): how many bytes come before the last line
 * @error: INVALID
 *
 * Returns: whether nothing is missing and nothing was changed
 */
gboolean
vouch_lookup_bundle_check (const char *content, gsize length, gsize *lines_length, GError **error)
{
  gsize start = length > 0 ? find_last_line (content, length - 1) : 0;
  g_autofree char *sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *)content, start);
  g_autofree char *end = g_strdup_printf (END_FORMAT, count_lines (content, start), sha256);

  *lines_length = start;
  if (length - start == strlen (end) && memcmp (content + start, end, strlen (end)) == 0)
    return TRUE;
  g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                       _ ("The file was cut or changed on the way; have it written again"));
  return FALSE;
}
