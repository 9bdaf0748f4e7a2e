/* Which file a label template comes from or goes to: asked through the desktop's own dialog, a sandbox allows no other.
 */
#include "vouch-template-chooser.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkFileChooserNative *dialog;
  GtkWidget *widget; /* weak */
  VouchTemplateFileChosen chosen;
  gpointer data;
} Request;

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  Request *request = data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT && request->widget != NULL)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    request->chosen (file, request->data);
  g_clear_weak_pointer (&request->widget);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (request->dialog);
  g_free (request);
}

static void
ask (GtkWidget *widget, GtkFileChooserAction action, const char *name, VouchTemplateFileChosen chosen, gpointer data)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  Request *request = g_new0 (Request, 1);

  g_set_weak_pointer (&request->widget, widget);
  request->chosen = chosen;
  request->data = data;
  request->dialog = gtk_file_chooser_native_new (_ ("Label template"), GTK_WINDOW (root), action, NULL, NULL);
  gtk_file_filter_set_name (filter, _ ("Label templates"));
  gtk_file_filter_add_pattern (filter, "*.json");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (request->dialog), filter);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (request->dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (request->dialog), TRUE);
  g_signal_connect (request->dialog, "response", G_CALLBACK (response_cb), request);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (request->dialog));
}

/**
 * vouch_template_chooser_open:
 * @widget: whose window the dialog belongs to
 * @chosen: called with the file; not any more once @widget is gone
 * @data: for @chosen; lives as long as @widget
 *
 * Asks for a file to read.
 */
void
vouch_template_chooser_open (GtkWidget *widget, VouchTemplateFileChosen chosen, gpointer data)
{
  ask (widget, GTK_FILE_CHOOSER_ACTION_OPEN, NULL, chosen, data);
}

/**
 * vouch_template_chooser_save:
 * @widget: whose window the dialog belongs to
 * @name: what the file is called if nobody says otherwise
 * @chosen: called with the file; not any more once @widget is gone
 * @data: for @chosen; lives as long as @widget
 *
 * Asks for a file to write.
 */
void
vouch_template_chooser_save (GtkWidget *widget, const char *name, VouchTemplateFileChosen chosen, gpointer data)
{
  ask (widget, GTK_FILE_CHOOSER_ACTION_SAVE, name, chosen, data);
}
