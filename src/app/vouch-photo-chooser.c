#include "vouch-photo-chooser.h"

#include <glib/gi18n-lib.h>

/**
 * vouch_photo_chooser_open:
 * @widget: whose window the dialog belongs to
 * @chosen: called for each file; not any more once @widget is gone
 * @data: for @chosen; lives as long as @widget
 */
void
vouch_photo_chooser_open (GtkWidget *widget, VouchFileChosen chosen, gpointer data)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Pictures"));
  gtk_file_filter_add_mime_type (filter, "image/png");
  gtk_file_filter_add_mime_type (filter, "image/jpeg");
  vouch_file_chooser_open (widget, &(VouchFileChoice){ _ ("Photo"), filter, TRUE }, chosen, data);
}

typedef struct
{
  VouchFileChosen chosen;
  gpointer data;
} Drop;

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, Drop *drop)
{
  GSList *files = g_value_get_boxed (value);

  for (GSList *at = files; at != NULL; at = at->next)
    {
      g_autofree char *path = g_file_get_path (at->data);

      if (path != NULL)
        drop->chosen (path, drop->data);
    }
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
vouch_photo_chooser_accept_drops (GtkWidget *widget, VouchFileChosen chosen, gpointer data)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  Drop *drop = g_new0 (Drop, 1);

  drop->chosen = chosen;
  drop->data = data;
  g_signal_connect_data (target, "drop", G_CALLBACK (drop_cb), drop, free_drop_cb, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
  return GTK_EVENT_CONTROLLER (target);
}
