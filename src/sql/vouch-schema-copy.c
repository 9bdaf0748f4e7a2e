/* Copies of a database from before it is migrated: one of each state, however often a migration is begun. */
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-schema-private.h"

/* Of the file's header, what SQLite counts and notes by itself: it differs between two copies of the same state. */
typedef struct
{
  gsize at;
  gsize length;
} Span;

static const Span volatile_spans[] = {
  { 18, 2 }, /* how it was last written: with a log or without */
  { 24, 4 }, /* how often it was changed */
  { 40, 4 }, /* how often its tables were */
  { 92, 8 }, /* when the number of its pages was noted, and by which SQLite */
};

#define HEADER_LENGTH 100

static gboolean
headers_are_same (const char *a, const char *b)
{
  char own[HEADER_LENGTH], other[HEADER_LENGTH];

  memcpy (own, a, HEADER_LENGTH);
  memcpy (other, b, HEADER_LENGTH);
  for (gsize i = 0; i < G_N_ELEMENTS (volatile_spans); i++)
    {
      memset (own + volatile_spans[i].at, 0, volatile_spans[i].length);
      memset (other + volatile_spans[i].at, 0, volatile_spans[i].length);
    }
  return memcmp (own, other, HEADER_LENGTH) == 0;
}

/* A copy that cannot be read is none. */
static gboolean
is_same (const char *path, const char *other_path)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  g_autoptr (GMappedFile) other = g_mapped_file_new (other_path, FALSE, NULL);
  gsize length = file != NULL ? g_mapped_file_get_length (file) : 0;

  return other != NULL && length >= HEADER_LENGTH && g_mapped_file_get_length (other) == length &&
         headers_are_same (g_mapped_file_get_contents (file), g_mapped_file_get_contents (other)) &&
         memcmp (g_mapped_file_get_contents (file) + HEADER_LENGTH, g_mapped_file_get_contents (other) + HEADER_LENGTH,
                 length - HEADER_LENGTH) == 0;
}

/* Under its name once it is whole, unless there is one like it; an earlier copy is never written over. */
static gboolean
put_beside (const char *fresh, const char *path, GError **error)
{
  for (guint i = 1;; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s.%u", path, i);

      if (g_file_test (name, G_FILE_TEST_EXISTS))
        {
          if (!is_same (fresh, name))
            continue;
          g_unlink (fresh);
          return TRUE;
        }
      if (g_rename (fresh, name) == 0)
        return TRUE;
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("%s cannot be created: %s"), name, g_strerror (errno));
      return FALSE;
    }
}

/* SQLite leaves its own beside a file that was only read. */
static void
remove_side_files (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *index = g_strconcat (path, "-shm", NULL);

  g_unlink (log);
  g_unlink (index);
}

gboolean
vouch_schema_keep_copy (VouchConn *conn, const char *path, GError **error)
{
  g_autofree char *fresh = g_strconcat (path, ".new", NULL);
  VouchConn *copy;

  g_unlink (fresh); /* what was interrupted while it was copied */
  remove_side_files (fresh);
  if (!vouch_conn_copy_to (conn, fresh, error))
    return FALSE;
  copy = vouch_conn_open (fresh, VOUCH_CONN_READ, error);
  if (copy == NULL || !vouch_conn_check_integrity (copy, error))
    {
      g_clear_pointer (&copy, vouch_conn_free);
      return FALSE;
    }
  if (!vouch_conn_close (copy, error))
    return FALSE;
  remove_side_files (fresh);
  return put_beside (fresh, path, error);
}
