#include "vouch-picture-source.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"

#define CHUNK (1 << 20)
/* More than any picture that the decoder takes. */
#define MOST (65 << 20)

static const char *mime_types[] = { "image/png", "image/jpeg", NULL };

/* The clipboard and what is dropped are read in the same ways, by functions of other names. */
typedef struct
{
  GObject *source;
  gboolean is_drop;
  GByteArray *bytes;
} Transfer;

static void
free_transfer (gpointer data)
{
  Transfer *self = data;

  if (self->is_drop)
    gdk_drop_finish (GDK_DROP (self->source), GDK_ACTION_COPY);
  g_object_unref (self->source);
  g_byte_array_unref (self->bytes);
  g_free (self);
}

static void
refuse (GTask *task, const char *message)
{
  g_task_return_new_error (task, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND, "%s", message);
  g_object_unref (task);
}

static void
give (GTask *task, VouchPictureOrder *order)
{
  g_task_return_pointer (task, order, (GDestroyNotify)vouch_picture_order_free);
  g_object_unref (task);
}

static void
chunk_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Transfer *transfer = g_task_get_task_data (task);
  g_autoptr (GBytes) chunk = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, NULL);
  g_autoptr (GBytes) file = NULL;

  if (chunk == NULL || transfer->bytes->len > MOST)
    {
      refuse (task, _ ("The picture did not come over whole; save it as a file and drop that"));
      return;
    }
  if (g_bytes_get_size (chunk) > 0)
    {
      g_byte_array_append (transfer->bytes, g_bytes_get_data (chunk, NULL), (guint)g_bytes_get_size (chunk));
      g_input_stream_read_bytes_async (G_INPUT_STREAM (source), CHUNK, G_PRIORITY_DEFAULT,
                                       g_task_get_cancellable (task), chunk_cb, task);
      return;
    }
  file = g_bytes_new (transfer->bytes->data, transfer->bytes->len);
  give (task, vouch_picture_order_new (NULL, file));
}

static void
stream_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Transfer *transfer = g_task_get_task_data (task);
  g_autoptr (GInputStream) stream = transfer->is_drop
                                        ? gdk_drop_read_finish (GDK_DROP (source), result, NULL, NULL)
                                        : gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);

  if (stream == NULL)
    {
      refuse (task, _ ("The picture did not come over whole; save it as a file and drop that"));
      return;
    }
  g_input_stream_read_bytes_async (stream, CHUNK, G_PRIORITY_DEFAULT, g_task_get_cancellable (task), chunk_cb, task);
}

static void
take_files (GTask *task, const GValue *value)
{
  GSList *files = value != NULL ? g_value_get_boxed (value) : NULL;
  g_autofree char *path = files != NULL ? g_file_get_path (files->data) : NULL;

  if (files != NULL && files->next != NULL)
    refuse (task, _ ("These are several files; bring one picture at a time"));
  else if (path == NULL)
    refuse (task, _ ("The file is not on this machine; save it here and drop that"));
  else
    give (task, vouch_picture_order_new (path, NULL));
}

static void
files_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Transfer *transfer = g_task_get_task_data (task);

  take_files (task, transfer->is_drop ? gdk_drop_read_value_finish (GDK_DROP (source), result, NULL)
                                      : gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL));
}

static gboolean
has_picture (GdkContentFormats *formats)
{
  for (guint i = 0; mime_types[i] != NULL; i++)
    if (gdk_content_formats_contain_mime_type (formats, mime_types[i]))
      return TRUE;
  return FALSE;
}

/* A file manager offers a file, and other programs the picture itself. */
static gboolean
has_file (GdkContentFormats *formats)
{
  return gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST) ||
         gdk_content_formats_contain_mime_type (formats, "text/uri-list");
}

static GTask *
begin (GtkWidget *widget, gpointer source, gboolean is_drop, GCancellable *cancellable, GAsyncReadyCallback callback,
       gpointer data)
{
  GTask *task = g_task_new (widget, cancellable, callback, data);
  Transfer *transfer = g_new0 (Transfer, 1);

  transfer->source = g_object_ref (source);
  transfer->is_drop = is_drop;
  transfer->bytes = g_byte_array_new ();
  g_task_set_task_data (task, transfer, free_transfer);
  return task;
}

/**
 * vouch_picture_source_dup_formats:
 *
 * Returns: (transfer full): what can be dropped
 */
GdkContentFormats *
vouch_picture_source_dup_formats (void)
{
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();

  gdk_content_formats_builder_add_gtype (builder, GDK_TYPE_FILE_LIST);
  for (guint i = 0; mime_types[i] != NULL; i++)
    gdk_content_formats_builder_add_mime_type (builder, mime_types[i]);
  return gdk_content_formats_builder_free_to_formats (builder);
}

/**
 * vouch_picture_source_paste_async:
 * @widget: whose clipboard is asked; the source object of the result
 * @cancellable: (nullable): stops it
 * @callback: called when there is a picture, or none
 * @data: for @callback
 *
 * Reads the picture in the clipboard. Fails with %VOUCH_ERROR_NOT_FOUND if there is none.
 */
void
vouch_picture_source_paste_async (GtkWidget *widget, GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  GTask *task = begin (widget, clipboard, FALSE, cancellable, callback, data);

  if (has_file (formats))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, cancellable, files_cb, task);
  else if (has_picture (formats))
    gdk_clipboard_read_async (clipboard, mime_types, G_PRIORITY_DEFAULT, cancellable, stream_cb, task);
  else
    refuse (task, _ ("There is no picture in the clipboard; copy one (PNG or JPEG), then paste it here"));
}

/**
 * vouch_picture_source_drop_async:
 * @widget: onto which it was dropped; the source object of the result
 * @drop: what was dropped
 * @cancellable: (nullable): stops it
 * @callback: called when there is a picture, or none
 * @data: for @callback
 *
 * Reads a picture that was dropped. Fails with %VOUCH_ERROR_NOT_FOUND if there is none.
 */
void
vouch_picture_source_drop_async (GtkWidget *widget, GdkDrop *drop, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = begin (widget, drop, TRUE, cancellable, callback, data);

  if (has_file (gdk_drop_get_formats (drop)))
    gdk_drop_read_value_async (drop, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, cancellable, files_cb, task);
  else
    gdk_drop_read_async (drop, mime_types, G_PRIORITY_DEFAULT, cancellable, stream_cb, task);
}

/**
 * vouch_picture_source_finish:
 * @result: what was given to the callback
 * @error: NOT_FOUND, and what to do
 *
 * Returns: (transfer full) (nullable): the picture
 */
VouchPictureOrder *
vouch_picture_source_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
