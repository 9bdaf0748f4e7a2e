/* What a program in the sandbox cannot do. Each try is a process of its own, which says by its end what happened. */

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "vouch-sandbox.h"

enum
{
  WENT_ON = 0,
  WAS_REFUSED = 10,
  NO_SANDBOX = 11,
};

typedef int (*Try) (void);

static int
compute (void)
{
  char *memory = malloc (8 << 20);

  memset (memory, 7, 8 << 20);
  memory = realloc (memory, 16 << 20);
  free (memory);
  vouch_sandbox_allow_cpu (10);
  g_get_monotonic_time ();
  return write (STDOUT_FILENO, "", 0) == 0 ? WENT_ON : WAS_REFUSED;
}

static int
open_a_file (void)
{
  return open ("/etc/passwd", O_RDONLY) < 0 && errno == EACCES ? WAS_REFUSED : WENT_ON;
}

static int
create_a_file (void)
{
  return open ("sandbox-was-left", O_WRONLY | O_CREAT, 0600) < 0 ? WAS_REFUSED : WENT_ON;
}

static int
connect_somewhere (void)
{
  return socket (AF_INET, SOCK_STREAM, 0) < 0 ? WAS_REFUSED : WENT_ON;
}

static int
start_a_program (void)
{
  execl ("/bin/true", "true", NULL);
  return WAS_REFUSED;
}

static int
make_a_process (void)
{
  return fork () < 0 ? WAS_REFUSED : WENT_ON;
}

static int
signal_another (void)
{
  return kill (getppid (), SIGTERM) < 0 ? WAS_REFUSED : WENT_ON;
}

static int
map_executable_memory (void)
{
  void *memory = mmap (NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

  return memory == MAP_FAILED ? WAS_REFUSED : WENT_ON;
}

static int
raise_a_limit (void)
{
  struct rlimit limits = { RLIM_INFINITY, RLIM_INFINITY };

  return setrlimit (RLIMIT_AS, &limits) < 0 ? WAS_REFUSED : WENT_ON;
}

static int
take_too_much_memory (void)
{
  return g_try_malloc ((gsize)2 << 30) == NULL ? WAS_REFUSED : WENT_ON;
}

/* The wait status of a process that enters the sandbox and tries. */
static int
run (Try try)
{
  pid_t child = fork ();
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      if (!vouch_sandbox_enter ())
        _exit (NO_SANDBOX);
      _exit (try ());
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  return status;
}

static void
test_computing_goes_on (void)
{
  int status = run (compute);

  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, WENT_ON);
}

static void
test_files_are_refused (void)
{
  static const Try tries[] = { open_a_file, create_a_file };

  for (gsize i = 0; i < G_N_ELEMENTS (tries); i++)
    {
      int status = run (tries[i]);

      g_assert_true (WIFEXITED (status));
      g_assert_cmpint (WEXITSTATUS (status), ==, WAS_REFUSED);
    }
}

static void
test_the_rest_is_deadly (void)
{
  static const Try tries[] = { connect_somewhere, start_a_program,       make_a_process,
                               signal_another,    map_executable_memory, raise_a_limit };

  if (VOUCH_DECODER_IS_SANITIZED)
    {
      g_test_skip ("A build with a sanitizer lets its other calls through");
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (tries); i++)
    {
      int status = run (tries[i]);

      g_assert_true (WIFSIGNALED (status));
      g_assert_cmpint (WTERMSIG (status), ==, SIGSYS);
    }
}

static void
test_memory_is_limited (void)
{
  int status;

  if (VOUCH_DECODER_IS_SANITIZED)
    {
      g_test_skip ("A build with a sanitizer maps far more memory than it uses");
      return;
    }
  status = run (take_too_much_memory);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, WAS_REFUSED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sandbox/computing-goes-on", test_computing_goes_on);
  g_test_add_func ("/sandbox/files-are-refused", test_files_are_refused);
  g_test_add_func ("/sandbox/the-rest-is-deadly", test_the_rest_is_deadly);
  g_test_add_func ("/sandbox/memory-is-limited", test_memory_is_limited);
  return g_test_run ();
}
