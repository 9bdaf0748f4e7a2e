#include "real-keys.h"

#include "ui-test.h"

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *)data = TRUE;
}

static void
run (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error);
  gboolean has_ended = FALSE;

  g_assert_no_error (error);
  g_subprocess_wait_async (process, NULL, ended_cb, &has_ended);
  ui_test_wait (&has_ended);
}

/* Without a window manager nobody gives a window the keys but we. It is found by its title. */
void
real_keys_focus (GtkWindow *window)
{
  const char *const focus[] = { "xdotool",     "search", "--sync", "--name", gtk_window_get_title (window),
                                "windowfocus", "--sync", NULL };

  run (focus);
}

void
real_keys_press (const char *key)
{
  const char *const press[] = { "xdotool", "key", key, NULL };

  run (press);
}

/* As fast as a scanner types, and with its Return. */
void
real_keys_scan (const char *text)
{
  const char *const scan[] = { "xdotool", "type", "--delay", "1", "--args", "1", text, "key", "Return", NULL };

  run (scan);
}
