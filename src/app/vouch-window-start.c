/* A station that nobody has used yet, and the sheet of bar codes to try it with. */
#include <glib/gi18n-lib.h>

#include "vouch-command-card.h"
#include "vouch-first-start.h"
#include "vouch-sample-work.h"
#include "vouch-scanner-sheet.h"
#include "vouch-window-private.h"

/* Says where the one-time code of this station is. */
void
vouch_window_prepare_first_start (VouchWindow *self)
{
  g_autofree char *path = vouch_first_start_dup_code_path (vouch_station_get_directory (self->station));

  vouch_first_run_page_set_code_path (self->first_run, path);
}

/* The station has its first administrator, and whoever has set it up signs in now. */
void
vouch_window_finish_first_run (VouchWindow *self)
{
  g_signal_emit_by_name (self, "populated");
}

static void
sample_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchSampleAnswer) answer = vouch_desk_run_finish (VOUCH_DESK (source), result, &error);

  if (vouch_window_has_left (self, source))
    return;
  if (answer == NULL)
    {
      vouch_first_run_page_refuse (self->first_run, error->message);
      return;
    }
  g_signal_emit_by_name (self, "populated");
  vouch_window_tell (self, _ ("The example data is loaded"), NULL);
}

/* Loads firms, goods, plans, deliveries and people to try everything with. */
void
vouch_window_load_sample (VouchWindow *self)
{
  if (self->desk != NULL)
    vouch_desk_run_async (self->desk, &vouch_sample_load, vouch_sample_request_new (), sample_loaded_cb,
                          g_object_ref (self));
}

/* The sheet is made and written on a thread of its own: reading, encoding and drawing take their time. */
static void
read_sheet (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *entries = vouch_sample_dup_sheet (data, &error);

  if (entries != NULL)
    g_task_return_pointer (task, entries, (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
sheet_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  VouchWindow *self = VOUCH_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->station == NULL)
    return;
  if (entries == NULL)
    {
      vouch_window_refuse_act (self, error->message);
      return;
    }
  vouch_samples_page_clear (self->samples);
  for (guint i = 0; i < entries->len; i++)
    vouch_samples_page_add (self->samples, g_ptr_array_index (entries, i));
}

/* Reads the sheet once; it changes only with what command codes begin with. */
void
vouch_window_read_samples (VouchWindow *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->station == NULL || !vouch_samples_page_is_empty (self->samples))
    return;
  task = g_task_new (self, self->cancellable, sheet_read_cb, NULL);
  g_task_set_task_data (task, self->station, NULL);
  vouch_errand_run (GTK_WINDOW (self), task, read_sheet);
}

typedef struct
{
  VouchStation *station;
  char *path;
  gboolean (*write) (VouchStation *station, const char *path, GError **error);
} SheetOrder;

static void
sheet_order_free (gpointer data)
{
  SheetOrder *self = data;

  g_free (self->path);
  g_free (self);
}

static void
write_sheet (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  SheetOrder *order = data;
  GError *error = NULL;

  if (order->write (order->station, order->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
sheet_written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  VouchWindow *self = VOUCH_WINDOW (source);
  SheetOrder *order = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    vouch_window_tell (self, _ ("The sheet is written"), order->path);
  else if (self->station != NULL)
    vouch_window_refuse_act (self, error->message);
}

/* Writes something to print into the station's own folder. */
static void
save (VouchWindow *self, const char *name, gboolean (*write) (VouchStation *, const char *, GError **))
{
  g_autoptr (GTask) task = NULL;
  SheetOrder *order;

  if (self->station == NULL)
    return;
  order = g_new0 (SheetOrder, 1);
  order->station = self->station;
  order->write = write;
  order->path = g_build_filename (vouch_station_get_directory (self->station), name, NULL);
  task = g_task_new (self, self->cancellable, sheet_written_cb, NULL);
  g_task_set_task_data (task, order, sheet_order_free);
  vouch_errand_run (GTK_WINDOW (self), task, write_sheet);
}

void
vouch_window_save_samples (VouchWindow *self)
{
  save (self, "bar-codes.pdf", vouch_sample_write_sheet);
}

void
vouch_window_save_card (VouchWindow *self)
{
  save (self, "command-card.pdf", vouch_command_card_write);
}

void
vouch_window_save_scanner_sheet (GtkWidget *widget, const char *name, GVariant *parameter)
{
  save (VOUCH_WINDOW (widget), "scanner-check.pdf", vouch_scanner_sheet_write_of_station);
}
