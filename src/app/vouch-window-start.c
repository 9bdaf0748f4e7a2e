/* A station that nobody has used yet, and the sheet of bar codes to try it with. */
#include <glib/gi18n-lib.h>

#include "vouch-sample-work.h"
#include "vouch-window-private.h"

static void
administrator_added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = vouch_desk_run_finish (VOUCH_DESK (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (done != NULL)
    g_signal_emit_by_name (self, "populated");
  else
    vouch_first_run_page_refuse (self->first_run, error->message);
}

/* Makes the first administrator by the one-time code. */
void
vouch_window_add_administrator (VouchWindow *self)
{
  if (self->desk != NULL)
    vouch_desk_run_async (self->desk, &vouch_user_add_first, vouch_first_run_page_dup_request (self->first_run),
                          administrator_added_cb, g_object_ref (self));
}

static void
sample_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchSampleAnswer) answer = vouch_desk_run_finish (VOUCH_DESK (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
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

void
vouch_window_read_samples (VouchWindow *self)
{
}

void
vouch_window_save_samples (VouchWindow *self)
{
}
