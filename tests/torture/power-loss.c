#include "power-loss.h"

#include <string.h>

#include "test-disk.h"

#define SECTOR 512

/* One write, or a truncation where there are no bytes, that no sync has made durable. */
typedef struct
{
  gint64 offset; /* of a truncation: the new size */
  GBytes *bytes; /* NULL: a truncation */
} Change;

typedef struct
{
  GByteArray *durable;
  GPtrArray *pending; /* Change */
} File;

struct _PowerLoss
{
  char *directory;
  GHashTable *files; /* base name → File */
  GMutex lock;
  guint countdown; /* 0: none is wanted */
  char *target;
  void (*failed) (gpointer data);
  gpointer data;
};

static void
free_change (gpointer data)
{
  Change *change = data;

  g_clear_pointer (&change->bytes, g_bytes_unref);
  g_free (change);
}

static void
free_file (gpointer data)
{
  File *file = data;

  g_byte_array_unref (file->durable);
  g_ptr_array_unref (file->pending);
  g_free (file);
}

/* The database and its log; the shared memory is nothing that survives. */
static File *
find_file (PowerLoss *self, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  File *file;

  if (!g_str_equal (folder, self->directory))
    return NULL;
  file = g_hash_table_lookup (self->files, name);
  if (file == NULL)
    {
      file = g_new0 (File, 1);
      file->durable = g_byte_array_new ();
      file->pending = g_ptr_array_new_with_free_func (free_change);
      g_hash_table_insert (self->files, g_steal_pointer (&name), file);
    }
  return file;
}

static void
put (GByteArray *image, gint64 offset, const guint8 *bytes, gsize length)
{
  gsize end = (gsize)offset + length;
  guint before = image->len;

  if (end > before)
    {
      g_byte_array_set_size (image, (guint)end);
      memset (image->data + before, 0, end - before);
    }
  memcpy (image->data + offset, bytes, length);
}

static void
cut (GByteArray *image, gint64 size)
{
  if (size < (gint64)image->len)
    g_byte_array_set_size (image, (guint)size);
}

static void
apply (GByteArray *image, const Change *change)
{
  gsize length;
  const guint8 *bytes;

  if (change->bytes == NULL)
    {
      cut (image, change->offset);
      return;
    }
  bytes = g_bytes_get_data (change->bytes, &length);
  put (image, change->offset, bytes, length);
}

/* Any of the sectors of one write may have reached the disk. */
static void
apply_torn (GByteArray *image, const Change *change)
{
  gsize length, piece;
  const guint8 *bytes;

  if (change->bytes == NULL)
    return;
  bytes = g_bytes_get_data (change->bytes, &length);
  for (gsize at = 0; at < length; at += piece)
    {
      piece = MIN (length - at, SECTOR - ((gsize)change->offset + at) % SECTOR);
      if (g_test_rand_int_range (0, 2) == 0)
        put (image, change->offset + (gint64)at, bytes + at, piece);
    }
}

/* What is found of a file: by chance all; otherwise each write since its last sync is there, or not, or in part,
 * whatever became of the others.
 */
static GByteArray *
dup_image (const File *file, gboolean took_all)
{
  GByteArray *image = g_byte_array_new ();

  g_byte_array_append (image, file->durable->data, file->durable->len);
  for (guint i = 0; i < file->pending->len; i++)
    {
      const Change *change = g_ptr_array_index (file->pending, i);
      int fate = took_all ? 0 : g_test_rand_int_range (0, 3);

      if (fate == 0)
        apply (image, change);
      else if (fate == 1)
        apply_torn (image, change);
    }
  return image;
}

static void
fail (PowerLoss *self)
{
  gboolean took_all = g_test_rand_int_range (0, 4) == 0;
  GHashTableIter iter;
  gpointer name, file;

  self->countdown = 0;
  g_hash_table_iter_init (&iter, self->files);
  while (g_hash_table_iter_next (&iter, &name, &file))
    {
      g_autoptr (GByteArray) image = dup_image (file, took_all);
      g_autofree char *path = g_build_filename (self->target, name, NULL);
      g_autoptr (GError) error = NULL;

      g_file_set_contents_full (path, (const char *)image->data, image->len, G_FILE_SET_CONTENTS_NONE, 0600, &error);
      g_assert_no_error (error);
    }
  self->failed (self->data);
}

static void
count_down (PowerLoss *self)
{
  if (self->countdown > 0 && --self->countdown == 0)
    fail (self);
}

static void
note_change (PowerLoss *self, const char *path, gint64 offset, gconstpointer bytes, gsize length)
{
  Change *change;
  File *file;

  g_mutex_lock (&self->lock);
  file = find_file (self, path);
  if (file != NULL)
    {
      count_down (self);
      change = g_new0 (Change, 1);
      change->offset = offset;
      change->bytes = bytes != NULL ? g_bytes_new (bytes, length) : NULL;
      g_ptr_array_add (file->pending, change);
    }
  g_mutex_unlock (&self->lock);
}

static void
write_cb (const char *path, gint64 offset, gconstpointer bytes, gsize length, gpointer data)
{
  note_change (data, path, offset, bytes, length);
}

static void
truncate_cb (const char *path, gint64 size, gpointer data)
{
  note_change (data, path, size, NULL, 0);
}

static void
sync_cb (const char *path, gpointer data)
{
  PowerLoss *self = data;
  File *file;

  g_mutex_lock (&self->lock);
  file = find_file (self, path);
  if (file != NULL)
    {
      count_down (self);
      for (guint i = 0; i < file->pending->len; i++)
        apply (file->durable, g_ptr_array_index (file->pending, i));
      g_ptr_array_set_size (file->pending, 0);
    }
  g_mutex_unlock (&self->lock);
}

static void
take_in (PowerLoss *self, const char *name)
{
  g_autofree char *path = g_build_filename (self->directory, name, NULL);
  g_autofree char *contents = NULL;
  gsize length;

  if (g_file_get_contents (path, &contents, &length, NULL))
    g_byte_array_append (find_file (self, path)->durable, (const guint8 *)contents, (guint)length);
}

/* Before the database is opened, for whatever is there now counts as durable. */
PowerLoss *
power_loss_new (const char *directory)
{
  static const TestDiskWatcher watcher = { write_cb, truncate_cb, sync_cb };
  PowerLoss *self = g_new0 (PowerLoss, 1);

  self->directory = g_strdup (directory);
  self->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_file);
  g_mutex_init (&self->lock);
  take_in (self, "station.db");
  take_in (self, "station.db-wal");
  test_disk_watch (&watcher, self);
  return self;
}

void
power_loss_free (PowerLoss *self)
{
  test_disk_watch (NULL, NULL);
  g_hash_table_unref (self->files);
  g_mutex_clear (&self->lock);
  g_free (self->directory);
  g_free (self->target);
  g_free (self);
}

void
power_loss_fail_at (PowerLoss *self, guint nth, const char *target, void (*failed) (gpointer data), gpointer data)
{
  g_mutex_lock (&self->lock);
  g_free (self->target);
  self->target = g_strdup (target);
  self->failed = failed;
  self->data = data;
  self->countdown = nth;
  g_mutex_unlock (&self->lock);
}

void
power_loss_fail_now (PowerLoss *self)
{
  g_mutex_lock (&self->lock);
  if (self->countdown > 0)
    fail (self);
  g_mutex_unlock (&self->lock);
}
