/* A decoder program gone wrong, in the way that its name says: the test runs it through links of several names. */

#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

static void
send_block (const void *bytes, uint32_t length)
{
  if (write (STDOUT_FILENO, &length, sizeof length) < 0 || write (STDOUT_FILENO, bytes, length) < 0)
    _exit (1);
}

/* Reads as much of the request as a first read gives. */
static void
wait_for_request (void)
{
  static char request[1 << 16];

  if (read (STDIN_FILENO, request, sizeof request) <= 0)
    _exit (0);
}

static void
misbehave (const char *how)
{
  static const char noise[64] = "this is no answer";
  uint32_t huge = 0x7fffffff;

  if (strcmp (how, "crashes") == 0)
    raise (SIGSEGV);
  if (strcmp (how, "hangs") == 0)
    pause ();
  if (strcmp (how, "lies") == 0)
    send_block (noise, sizeof noise);
  if (strcmp (how, "boasts") == 0 && write (STDOUT_FILENO, &huge, sizeof huge) < 0)
    _exit (1);
}

int
main (int argc, char **argv)
{
  const char *name = strrchr (argv[0], '/');

  if (name == NULL || strcmp (name, "/leaves") == 0)
    return 1;
  send_block (strcmp (name, "/older") == 0 ? "vouch-decoder/0" : "vouch-decoder/3", 15);
  for (;;)
    {
      wait_for_request ();
      misbehave (name + 1);
    }
}
