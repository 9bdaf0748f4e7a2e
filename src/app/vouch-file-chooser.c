/* Which file is read: asked through the desktop's own dialog, a sandbox allows no other. */
#include "vouch-file-chooser.h"

typedef struct
{
  GtkFileChooserNative *dialog;
  GtkWidget *widget; /* weak */
  VouchFileChosen chosen;
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
response_cb (GtkFileChooserNative *dialog, int response, Request *request)
{
  g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

  for (guint i = 0; response == GTK_RESPONSE_ACCEPT && request->widget != NULL && i < g_list_model_get_n_items (files);
       i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL)
        request->chosen (path, request->data);
    }
  free_request (request);
}

/**
 * vouch_file_chooser_open:
 * @widget: whose window the dialog belongs to
 * @choice: what is asked for
 * @chosen: called for each file; not any more once @widget is gone
 * @data: for @chosen; lives as long as @widget
 */
void
vouch_file_chooser_open (GtkWidget *widget, const VouchFileChoice *choice, VouchFileChosen chosen, gpointer data)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  Request *request = g_new0 (Request, 1);

  g_set_weak_pointer (&request->widget, widget);
  request->chosen = chosen;
  request->data = data;
  request->dialog =
      gtk_file_chooser_native_new (choice->title, GTK_WINDOW (root), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  if (choice->filter != NULL)
    gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (request->dialog), choice->filter);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (request->dialog), choice->is_multiple);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (request->dialog), TRUE);
  g_signal_connect (request->dialog, "response", G_CALLBACK (response_cb), request);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (request->dialog));
}
