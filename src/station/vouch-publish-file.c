/* Publishing without a network, by files that are carried; declared in vouch-publish-work.h. */
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-outbox-store.h"
#include "vouch-public-report-work.h"
#include "vouch-publish-work.h"
#include "vouch-publisher.h"

#define ANSWERS_MAX (32 * 1024 * 1024)

typedef struct
{
  gint64 after;
  gint64 since; /* 0: what waits */
} Page;

static gpointer
read_page (VouchConn *conn, gpointer data, GError **error)
{
  const Page *page = data;

  return page->since > 0 ? vouch_outbox_store_list_since (conn, page->after, error)
                         : vouch_outbox_store_list_waiting_since (conn, page->after, error);
}

static gboolean
write_page (FILE *file, GPtrArray *rows, gint64 epoch, gint64 since, gint64 *n_written)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const VouchOutbox *row = g_ptr_array_index (rows, i);

      if (since > 0 && (row->epoch != epoch || row->seq < since))
        continue;
      if (fprintf (file, "%s\n", row->line) < 0)
        return FALSE;
      (*n_written)++;
    }
  return TRUE;
}

static gboolean
fail_writing (const char *path, GError **error)
{
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("%s cannot be written: %s"), path, g_strerror (errno));
  return FALSE;
}

static gboolean
write_lines (VouchStation *station, FILE *file, const char *path, gint64 since, gint64 *n_written, GError **error)
{
  Page page = { 0, since };

  for (;;)
    {
      g_autoptr (GPtrArray) rows = vouch_station_read (station, read_page, &page, error);

      if (rows == NULL)
        return FALSE;
      if (rows->len == 0)
        return fflush (file) == 0 || fail_writing (path, error);
      if (!write_page (file, rows, vouch_station_get_epoch (station), since, n_written))
        return fail_writing (path, error);
      page.after = ((const VouchOutbox *)g_ptr_array_index (rows, rows->len - 1))->id;
    }
}

/**
 * vouch_publish_write:
 * @station: the station
 * @path: where the publications go, one a line; an older file is replaced when the new one is whole
 * @since: a publication's number in this epoch, to write it and all that followed; 0 for what waits
 * @n_written: (out): how many were written
 * @error: STORAGE if the file cannot be written
 *
 * Writes what `vouch-lookup import` takes. Everything waits on until the service's answer has been received.
 *
 * Returns: whether the file is there
 */
gboolean
vouch_publish_write (VouchStation *station, const char *path, gint64 since, gint64 *n_written, GError **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  gboolean is_written;
  FILE *file;

  *n_written = 0;
  if (!vouch_public_report_make (station, error))
    return FALSE;
  file = g_fopen (part, "w");
  if (file == NULL)
    return fail_writing (part, error);
  is_written = write_lines (station, file, part, since, n_written, error);
  if (is_written && fsync (fileno (file)) != 0)
    is_written = fail_writing (part, error);
  if (fclose (file) != 0 && is_written)
    is_written = fail_writing (part, error);
  if (is_written && g_rename (part, path) != 0)
    is_written = fail_writing (path, error);
  if (!is_written)
    g_unlink (part);
  return is_written;
}

static GPtrArray *
load_answers (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, "standard::type,standard::size", G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autofree char *content = NULL;
  GPtrArray *answers;

  if (info == NULL || g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR ||
      g_file_info_get_size (info) > ANSWERS_MAX || !g_file_load_contents (file, NULL, &content, NULL, NULL, NULL))
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND, _ ("%s is no file that can be read"), path);
      return NULL;
    }
  answers = vouch_publisher_read_answers (content);
  if (answers == NULL)
    g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                 _ ("%s has no answers of a lookup service; it is what “vouch-lookup import” prints"), path);
  return answers;
}

/**
 * vouch_publish_receive:
 * @station: the station
 * @path: what `vouch-lookup import` printed
 * @n_taken: (out): how many publications wait no more
 * @error: NOT_FOUND or INVALID for the file; else why the service did not take a publication
 *
 * Reads what the service answered to a file. The same answers twice change nothing.
 *
 * Returns: whether everything that was answered was taken
 */
gboolean
vouch_publish_receive (VouchStation *station, const char *path, gint64 *n_taken, GError **error)
{
  g_autoptr (GPtrArray) answers = load_answers (path, error);

  *n_taken = 0;
  return answers != NULL && vouch_publish_settle (station, answers, n_taken, error);
}
