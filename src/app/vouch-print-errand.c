#include "vouch-print-errand.h"

#include "vouch-errand.h"

/* Somebody fetches labels and puts them in; after that the job is stopped, and can be gone on with. */
#define PATIENCE_S 600

struct _VouchPrintErrand
{
  GObject parent_instance;
  VouchStation *station; /* lent; the application holds it open while an errand runs */
  VouchActor *actor;
  VouchLabelOrder order;
  GCancellable *cancellable;
  guint done; /* atomic, as are the total and the trouble */
  guint total;
  guint trouble;
};

G_DEFINE_FINAL_TYPE (VouchPrintErrand, vouch_print_errand, G_TYPE_OBJECT)

static void
vouch_print_errand_finalize (GObject *object)
{
  VouchPrintErrand *self = VOUCH_PRINT_ERRAND (object);

  vouch_actor_unref (self->actor);
  g_free ((char *)self->order.note);
  g_free ((char *)self->order.directory);
  g_free ((char *)self->order.sheet);
  if (self->order.rows != NULL)
    g_ptr_array_unref ((GPtrArray *)self->order.rows);
  vouch_printer_profile_free ((VouchPrinterProfile *)self->order.printer);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (vouch_print_errand_parent_class)->finalize (object);
}

static void
vouch_print_errand_class_init (VouchPrintErrandClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vouch_print_errand_finalize;
}

static void
vouch_print_errand_init (VouchPrintErrand *self)
{
  self->cancellable = g_cancellable_new ();
}

static void
note_progress (guint done, guint total, gpointer data)
{
  VouchPrintErrand *self = data;

  g_atomic_int_set (&self->total, total);
  g_atomic_int_set (&self->done, done);
}

static void
note_trouble (VouchPrinterTrouble trouble, gpointer data)
{
  VouchPrintErrand *self = data;

  g_atomic_int_set (&self->trouble, (guint)trouble);
}

/**
 * vouch_print_errand_new:
 * @station: the station
 * @actor: who prints
 * @order: what is wanted; its texts are copied, its rows kept
 *
 * Returns: (transfer full): an errand that has not begun
 */
VouchPrintErrand *
vouch_print_errand_new (VouchStation *station, VouchActor *actor, const VouchLabelOrder *order)
{
  VouchPrintErrand *self = g_object_new (VOUCH_TYPE_PRINT_ERRAND, NULL);

  self->station = station;
  self->actor = vouch_actor_ref (actor);
  self->order = *order;
  self->order.note = g_strdup (order->note);
  self->order.directory = g_strdup (order->directory);
  self->order.sheet = g_strdup (order->sheet);
  if (order->rows != NULL)
    g_ptr_array_ref ((GPtrArray *)order->rows);
  if (order->printer != NULL)
    self->order.printer = vouch_record_copy (&vouch_printer_profile_type, order->printer);
  self->order.patience_s = PATIENCE_S;
  self->order.trouble = note_trouble;
  self->order.progress = note_progress;
  self->order.progress_data = self;
  return self;
}

static void
print (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  VouchPrintErrand *self = source;
  GError *error = NULL;
  VouchPrintJob *job = vouch_label_print (self->station, self->actor, &self->order, self->cancellable, &error);

  if (job != NULL)
    g_task_return_pointer (task, job, (GDestroyNotify)vouch_print_job_free);
  else
    g_task_return_error (task, error);
}

/**
 * vouch_print_errand_run_async:
 * @self: an errand that has not begun
 * @window: for whom it runs
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Prints. What was printed when it is stopped too late counts as printed.
 */
void
vouch_print_errand_run_async (VouchPrintErrand *self, GtkWindow *window, GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (VOUCH_IS_PRINT_ERRAND (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, vouch_print_errand_run_async);
  vouch_errand_run (window, task, print);
}

VouchPrintJob *
vouch_print_errand_run_finish (VouchPrintErrand *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Stops before the next label; nothing is given out then. */
void
vouch_print_errand_stop (VouchPrintErrand *self)
{
  g_return_if_fail (VOUCH_IS_PRINT_ERRAND (self));

  g_cancellable_cancel (self->cancellable);
}

gboolean
vouch_print_errand_is_stopped (VouchPrintErrand *self)
{
  g_return_val_if_fail (VOUCH_IS_PRINT_ERRAND (self), FALSE);

  return g_cancellable_is_cancelled (self->cancellable);
}

/**
 * vouch_print_errand_get_progress:
 * @self: an errand
 * @done: (out): how many labels are drawn
 * @total: (out): of how many; 0 while that is not known
 */
void
vouch_print_errand_get_progress (VouchPrintErrand *self, guint *done, guint *total)
{
  g_return_if_fail (VOUCH_IS_PRINT_ERRAND (self));

  *done = (guint)g_atomic_int_get (&self->done);
  *total = (guint)g_atomic_int_get (&self->total);
}

/**
 * vouch_print_errand_is_file:
 * @self: an errand
 *
 * Returns: whether labels are written into a file, of which nothing is there before it is whole
 */
gboolean
vouch_print_errand_is_file (VouchPrintErrand *self)
{
  g_return_val_if_fail (VOUCH_IS_PRINT_ERRAND (self), FALSE);

  return self->order.printer == NULL || self->order.printer->language == VOUCH_PRINTER_LANGUAGE_PDF;
}

/**
 * vouch_print_errand_dup_trouble:
 * @self: an errand
 *
 * Returns: (transfer full) (nullable): what somebody has to do before the printer goes on
 */
char *
vouch_print_errand_dup_trouble (VouchPrintErrand *self)
{
  g_return_val_if_fail (VOUCH_IS_PRINT_ERRAND (self), NULL);

  if (self->order.printer == NULL)
    return NULL;
  return vouch_printer_trouble_dup_message ((VouchPrinterTrouble)g_atomic_int_get (&self->trouble),
                                            self->order.printer->name);
}
