#include "vouch-errand.h"

/* Errands that are under way, in all threads. */
static GMutex lock;
static GCond ended;
static guint n_under_way;

static void
completed_cb (GTask *task, GParamSpec *pspec, GApplication *application)
{
  g_application_release (application);
}

static void
do_errand (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const GTaskThreadFunc *func = g_object_get_data (G_OBJECT (task), "errand");

  (*func) (task, source, data, cancellable);
  g_mutex_lock (&lock);
  n_under_way--;
  g_cond_broadcast (&ended);
  g_mutex_unlock (&lock);
}

/**
 * vouch_errand_run:
 * @window: for whom it is done
 * @task: what is to be done
 * @func: does it, on a thread of its own
 *
 * Runs an errand that uses the station. The application does not end, and so keeps the station open, until it is done,
 * whatever becomes of the window meanwhile.
 */
void
vouch_errand_run (GtkWindow *window, GTask *task, GTaskThreadFunc func)
{
  GtkApplication *application;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (G_IS_TASK (task));

  application = gtk_window_get_application (window);
  if (application != NULL)
    {
      g_application_hold (G_APPLICATION (application));
      g_signal_connect_object (task, "notify::completed", G_CALLBACK (completed_cb), application, 0);
    }
  g_mutex_lock (&lock);
  n_under_way++;
  g_mutex_unlock (&lock);
  g_object_set_data_full (G_OBJECT (task), "errand", g_memdup2 (&func, sizeof func), g_free);
  g_task_run_in_thread (task, do_errand);
}

/* Waits until no errand is under way any more: before the station is closed. */
void
vouch_errand_wait (void)
{
  g_mutex_lock (&lock);
  while (n_under_way > 0)
    g_cond_wait (&ended, &lock);
  g_mutex_unlock (&lock);
}
