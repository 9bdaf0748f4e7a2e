#include "vouch-photo-chooser.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkFileChooserNative *dialog;
  GtkWidget *widget; /* weak */
  VouchPhotoChosen chosen;
  gpointer data;
} Request;

static void
free_request (Request *self)
{
  g_clear_weak_pointer (&self->widget);
  g_object_unref (self->dialog);
  g_free (self);
}

static void
give (GFile *file, VouchPhotoChosen chosen, gpointer data)
{
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL)
    chosen (path, data);
}

static void
response_cb (GtkFileChooserNative *dialog, int response, Request *request)
{
  g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

  for (guint i = 0; response == GTK_RESPONSE_ACCEPT && request->widget != NULL && i < g_list_model_get_n_items (files);
       i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      give (file, request->chosen, request->data);
    }
  free_request (request);
}

/**
 * vouch_photo_chooser_open:
 * @widget: whose window the dialog belongs to
 * @chosen: called for each file; not any more once @widget is gone
 * @data: for @chosen; lives as long as @widget
 */
void
vouch_photo_chooser_open (GtkWidget *widget, VouchPhotoChosen chosen, gpointer data)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  Request *request = g_new0 (Request, 1);

  g_set_weak_pointer (&request->widget, widget);
  request->chosen = chosen;
  request->data = data;
  request->dialog =
      gtk_file_chooser_native_new (_ ("Photo"), GTK_WINDOW (root), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_file_filter_set_name (filter, _ ("Pictures"));
  gtk_file_filter_add_mime_type (filter, "image/png");
  gtk_file_filter_add_mime_type (filter, "image/jpeg");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (request->dialog), filter);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (request->dialog), TRUE);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (request->dialog), TRUE);
  g_signal_connect (request->dialog, "response", G_CALLBACK (response_cb), request);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (request->dialog));
}

typedef struct
{
  VouchPhotoChosen chosen;
  gpointer data;
} Drop;

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, Drop *drop)
{
  GSList *files = g_value_get_boxed (value);

  for (GSList *at = files; at != NULL; at = at->next)
    give (at->data, drop->chosen, drop->data);
  return files != NULL;
}

static void
free_drop_cb (gpointer data, GClosure *closure)
{
  g_free (data);
}

/**
 * vouch_photo_chooser_accept_drops:
 * @widget: onto which photos can be dropped
 * @chosen: called for each file
 * @data: for @chosen; lives as long as @widget
 *
 * Returns: (transfer none): what takes them; while it has no propagation phase, whatever lies under @widget does
 */
GtkEventController *
vouch_photo_chooser_accept_drops (GtkWidget *widget, VouchPhotoChosen chosen, gpointer data)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  Drop *drop = g_new0 (Drop, 1);

  drop->chosen = chosen;
  drop->data = data;
  g_signal_connect_data (target, "drop", G_CALLBACK (drop_cb), drop, free_drop_cb, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
  return GTK_EVENT_CONTROLLER (target);
}
