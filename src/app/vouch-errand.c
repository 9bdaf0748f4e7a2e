#include "vouch-errand.h"

static void
completed_cb (GTask *task, GParamSpec *pspec, GApplication *application)
{
  g_application_release (application);
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
  g_task_run_in_thread (task, func);
}
