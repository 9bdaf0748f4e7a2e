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

/* One after the other, with a pause between, by one process: to start one takes longer than a scan. A code's separators
 * are typed as Ctrl+]. */
void
real_keys_scan_all (const char *const *texts, const char *pause_s)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (arguments, g_strdup ("xdotool"));
  for (; *texts != NULL; texts++)
    {
      g_auto (GStrv) parts = g_strsplit (*texts, "\x1d", -1);

      for (gsize i = 0; parts[i] != NULL; i++)
        {
          static const char *const type[] = { "type", "--delay", "0", "--args", "1" };

          for (gsize k = 0; k < G_N_ELEMENTS (type); k++)
            g_ptr_array_add (arguments, g_strdup (type[k]));
          g_ptr_array_add (arguments, g_strdup (parts[i]));
          g_ptr_array_add (arguments, g_strdup ("key"));
          g_ptr_array_add (arguments, g_strdup (parts[i + 1] != NULL ? "ctrl+bracketright" : "Return"));
        }
      g_ptr_array_add (arguments, g_strdup ("sleep"));
      g_ptr_array_add (arguments, g_strdup (pause_s));
    }
  g_ptr_array_add (arguments, NULL);
  run ((const char *const *)arguments->pdata);
}
