/* Pictures that are dropped on the window, pasted or chosen: their codes are scanned. All decoding is the decoder's. */
#include <glib/gi18n-lib.h>

#include "vouch-photo-chooser.h"
#include "vouch-picture-read.h"
#include "vouch-picture-source.h"
#include "vouch-window-private.h"

/* Sooner than that nobody has to be told that something is under way. */
#define SLOW_MS 400

static void
tell_slow_cb (gpointer data)
{
  VouchWindow *self = data;

  self->slow_picture_id = 0;
  vouch_camera_view_wait_for_picture (self->camera);
}

static void
refuse (VouchWindow *self, const char *word, const char *message)
{
  if (self->desk != NULL)
    vouch_desk_refuse (self->desk, word, message);
  else
    vouch_result_panel_refuse (self->panel, message);
}

static void
show (VouchWindow *self, const VouchPictureRead *read)
{
  if (read->symbols->len == 0)
    refuse (self, _ ("No code"),
            _ ("No code was found in the picture; take one that is closer, sharp and in the light."));
  else if (read->symbols->len == 1)
    vouch_window_take_codes (self, read->symbols, VOUCH_SCAN_PICTURE);
  else
    vouch_camera_view_show_picture (self->camera, read->pixels.bytes, read->pixels.width, read->pixels.height,
                                    read->places, read->symbols);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  VouchWindow *self = VOUCH_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchPictureRead) read = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  self->is_reading_picture = FALSE;
  g_clear_handle_id (&self->slow_picture_id, g_source_remove);
  vouch_camera_view_dismiss (self->camera);
  if (self->station == NULL)
    return;
  if (read != NULL)
    show (self, read);
  else
    refuse (self, _ ("Not read"), error->message);
}

static void
read_picture (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  VouchPictureOrder *order = data;
  GError *error = NULL;
  VouchPictureRead *read = vouch_picture_read_new (order, &error);

  if (read != NULL)
    g_task_return_pointer (task, read, (GDestroyNotify)vouch_picture_read_free);
  else
    g_task_return_error (task, error);
}

/* @order is taken over. One picture at a time: whoever brings the next one has seen what became of this one. */
static void
begin (VouchWindow *self, VouchPictureOrder *order)
{
  g_autoptr (GTask) task = NULL;

  if (self->station == NULL || self->is_reading_picture)
    {
      vouch_picture_order_free (order);
      return;
    }
  order->decoder = vouch_station_get_decoder (self->station);
  task = g_task_new (self, NULL, read_cb, NULL);
  g_task_set_task_data (task, order, (GDestroyNotify)vouch_picture_order_free);
  self->is_reading_picture = TRUE;
  self->slow_picture_id = g_timeout_add_once (SLOW_MS, tell_slow_cb, self);
  vouch_errand_run (GTK_WINDOW (self), task, read_picture);
}

static void
chosen_cb (const char *path, gpointer data)
{
  begin (data, vouch_picture_order_new (path, NULL));
}

/**
 * vouch_window_read_picture:
 * @self: a window
 * @path: a picture file
 *
 * Scans what codes there are in a picture, or asks which of several is meant.
 */
void
vouch_window_read_picture (VouchWindow *self, const char *path)
{
  g_return_if_fail (VOUCH_IS_WINDOW (self));
  g_return_if_fail (path != NULL);

  chosen_cb (path, self);
}

static void
brought_cb (GObject *widget, GAsyncResult *result, gpointer data)
{
  VouchWindow *self = VOUCH_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  VouchPictureOrder *order = vouch_picture_source_finish (result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    vouch_picture_order_free (order);
  else if (order != NULL)
    begin (self, order);
  else
    refuse (self, _ ("No picture"), error->message);
}

/* What lies in the clipboard. */
void
vouch_window_paste_picture (GtkWidget *widget, const char *name, GVariant *parameter)
{
  vouch_picture_source_paste_async (widget, VOUCH_WINDOW (widget)->cancellable, brought_cb, NULL);
}

void
vouch_window_open_picture (GtkWidget *widget, const char *name, GVariant *parameter)
{
  vouch_photo_chooser_open (widget, chosen_cb, widget);
}

static gboolean
drop_cb (VouchWindow *self, GdkDrop *drop)
{
  vouch_picture_source_drop_async (GTK_WIDGET (self), drop, self->cancellable, brought_cb, NULL);
  return TRUE;
}

/* A page that takes photographs has its own target, which comes first. */
void
vouch_window_accept_pictures (VouchWindow *self)
{
  GtkDropTargetAsync *target = gtk_drop_target_async_new (vouch_picture_source_dup_formats (), GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
