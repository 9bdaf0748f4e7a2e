#include "vouch-demo-service.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "vouch-config.h"
#include "vouch-error.h"

#define PROGRAM "vouch-lookup"
#define PRIVATE_PREFIX "private "
#define PUBLIC_PREFIX "listening http://"

struct _VouchDemoService
{
  char *program;
  char *directory;
  GSubprocess *process;
  GDataInputStream *output;
  char *address;     /* host and port */
  char *private_url; /* http://… */
};

/* Where it was built if this program runs from there, else beside this program. */
static char *
find_program (void)
{
  g_autofree char *own = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = own != NULL ? g_path_get_dirname (own) : NULL;
  const char *chosen = g_getenv ("VOUCH_LOOKUP");

  if (chosen != NULL)
    return g_strdup (chosen);
  if (own != NULL && g_str_has_prefix (own, VOUCH_BUILD_ROOT "/"))
    return g_strdup (VOUCH_BUILD_ROOT "/src/lookup/" PROGRAM);
  return folder != NULL ? g_build_filename (folder, PROGRAM, NULL) : g_strdup (PROGRAM);
}

static void
free_service (VouchDemoService *self)
{
  g_clear_object (&self->output);
  g_clear_object (&self->process);
  g_free (self->program);
  g_free (self->directory);
  g_free (self->address);
  g_free (self->private_url);
  g_free (self);
}

static gboolean
fail (GError **error, const char *message, const char *detail)
{
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, "%s: %s", message, detail);
  return FALSE;
}

static char *
read_line (VouchDemoService *self, const char *prefix)
{
  g_autofree char *line = g_data_input_stream_read_line (self->output, NULL, NULL, NULL);

  return line != NULL && g_str_has_prefix (line, prefix) ? g_strdup (line + strlen (prefix)) : NULL;
}

/* A demonstration that is killed leaves no service behind; a terminal that interrupts it leaves the stopping to it. */
static void
follow_parent (gpointer data)
{
  setpgid (0, 0);
  prctl (PR_SET_PDEATHSIG, SIGTERM);
}

static GSubprocess *
launch (VouchDemoService *self, GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);

  g_subprocess_launcher_set_child_setup (launcher, follow_parent, NULL, NULL);
  return g_subprocess_launcher_spawn (launcher, error, self->program, "--listen", "127.0.0.1:0", "--private",
                                      "127.0.0.1:0", "--data", self->directory, NULL);
}

/**
 * vouch_demo_service_start:
 * @directory: where the service keeps its data
 * @error: STORAGE if it does not start
 *
 * Returns: (transfer full) (nullable): the service, listening; end it with vouch_demo_service_stop()
 */
VouchDemoService *
vouch_demo_service_start (const char *directory, GError **error)
{
  VouchDemoService *self = g_new0 (VouchDemoService, 1);
  g_autoptr (GError) local = NULL;

  self->program = find_program ();
  self->directory = g_strdup (directory);
  self->process = launch (self, &local);
  if (self->process != NULL)
    {
      self->output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));
      self->address = read_line (self, PUBLIC_PREFIX);
      self->private_url = read_line (self, PRIVATE_PREFIX);
    }
  if (self->address != NULL && self->private_url != NULL)
    return self;
  fail (error, _ ("The lookup service does not start"), local != NULL ? local->message : self->program);
  if (self->process != NULL)
    g_subprocess_force_exit (self->process);
  free_service (self);
  return NULL;
}

/**
 * vouch_demo_service_trust:
 * @self: the service
 * @file: a station's trust line
 * @error: STORAGE if the service does not take it
 *
 * Returns: whether the service trusts the station from now on
 */
gboolean
vouch_demo_service_trust (VouchDemoService *self, const char *file, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &local, self->program,
                                                      "--data", self->directory, "trust", file, NULL);

  return (process != NULL && g_subprocess_wait_check (process, NULL, &local)) ||
         fail (error, _ ("The lookup service does not trust the station"), local->message);
}

/* "127.0.0.1:port", where customers ask. */
const char *
vouch_demo_service_get_address (VouchDemoService *self)
{
  return self->address;
}

/* "http://127.0.0.1:port", where stations publish. */
const char *
vouch_demo_service_get_private_url (VouchDemoService *self)
{
  return self->private_url;
}

typedef struct
{
  GMainLoop *loop;
  gboolean ended;
} Wait;

static gboolean
interrupted_cb (gpointer data)
{
  g_main_loop_quit (((Wait *)data)->loop);
  return G_SOURCE_CONTINUE;
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Wait *wait = data;

  wait->ended = g_subprocess_wait_finish (G_SUBPROCESS (source), result, NULL);
  g_main_loop_quit (wait->loop);
}

/**
 * vouch_demo_service_wait:
 * @self: the service
 * @error: STORAGE if it ended by itself
 *
 * Lets the service serve until this program is interrupted or terminated.
 *
 * Returns: whether it served until then
 */
gboolean
vouch_demo_service_wait (VouchDemoService *self, GError **error)
{
  Wait wait = { g_main_loop_new (NULL, FALSE), FALSE };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  guint interrupt = g_unix_signal_add (SIGINT, interrupted_cb, &wait);
  guint terminate = g_unix_signal_add (SIGTERM, interrupted_cb, &wait);

  g_subprocess_wait_async (self->process, cancellable, ended_cb, &wait);
  g_main_loop_run (wait.loop);
  g_source_remove (interrupt);
  g_source_remove (terminate);
  if (!wait.ended)
    {
      g_cancellable_cancel (cancellable);
      g_main_loop_run (wait.loop);
      wait.ended = FALSE;
    }
  g_main_loop_unref (wait.loop);
  return !wait.ended || fail (error, _ ("The lookup service ended by itself"), self->program);
}

/**
 * vouch_demo_service_stop:
 * @self: (transfer full): the service
 * @error: STORAGE if it did not end well
 *
 * Returns: whether it stopped when it was asked to
 */
gboolean
vouch_demo_service_stop (VouchDemoService *self, GError **error)
{
  g_autoptr (GError) local = NULL;
  gboolean good;

  g_subprocess_send_signal (self->process, SIGTERM);
  good = g_subprocess_wait_check (self->process, NULL, &local) ||
         fail (error, _ ("The lookup service did not stop well"), local->message);
  free_service (self);
  return good;
}
