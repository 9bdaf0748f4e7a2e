/* The lots on the Review page, and the report of one. */
#include <glib/gi18n-lib.h>

#include "vouch-report-work.h"
#include "vouch-window-private.h"

/* Reads what waits for a decision. */
void
vouch_window_read_lots (VouchWindow *self)
{
  vouch_paged_model_reload (self->review_lots);
}

static void
done_cb (VouchWindow *self, const char *message)
{
  vouch_window_tell (self, message, NULL);
  vouch_window_read_lots (self);
}

/* Labels are printed and read back on a page of their own. */
static void
labels_cb (VouchWindow *self, gint64 lot_id)
{
  vouch_window_show_page (self, "labels");
  vouch_labels_page_show_lot (self->labels, lot_id);
}

/* Connects what shows a lot, on whichever page, to the window around it. */
void
vouch_window_adopt_pane (VouchWindow *self, VouchLotPane *pane)
{
  g_signal_connect_object (pane, "report", G_CALLBACK (vouch_window_write_report), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pane, "labels", G_CALLBACK (labels_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pane, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pane, "refused", G_CALLBACK (vouch_window_refuse_act), self, G_CONNECT_SWAPPED);
}

/* A report to be written on a thread of its own. */
typedef struct
{
  VouchStation *station;
  gint64 lot_id;
  char *path;
} ReportOrder;

static void
report_order_free (gpointer data)
{
  ReportOrder *self = data;

  g_free (self->path);
  g_free (self);
}

static void
write_report (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  ReportOrder *order = data;
  GError *error = NULL;

  if (vouch_report_write_inspection (order->station, order->lot_id, order->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
report_written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  VouchWindow *self = VOUCH_WINDOW (source);
  ReportOrder *order = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    vouch_window_tell (self, _ ("The report is written"), order->path);
  else if (self->station != NULL)
    vouch_window_refuse_act (self, error->message);
}

/* Writes the report of the lot that is shown beside the station's labels. */
void
vouch_window_write_report (VouchWindow *self, VouchLotPane *pane)
{
  const VouchLotFile *file = vouch_lot_pane_get_file (pane);
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, report_written_cb, NULL);
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  ReportOrder *order;

  if (self->station == NULL || file == NULL)
    return;
  folder = g_build_filename (vouch_station_get_directory (self->station), "reports", NULL);
  name = g_strconcat (file->lot->number, ".pdf", NULL);
  g_mkdir_with_parents (folder, 0700);
  order = g_new0 (ReportOrder, 1);
  *order = (ReportOrder){ self->station, file->lot->id, g_build_filename (folder, name, NULL) };
  g_task_set_task_data (task, order, report_order_free);
  vouch_errand_run (GTK_WINDOW (self), task, write_report);
}
