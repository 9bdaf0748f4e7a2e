#include "vouch-secret-prompt.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "vouch-error.h"

#define SECRET_MAX 256

static char *
read_line (int fd)
{
  char text[SECRET_MAX];
  gsize length = 0;
  char *line;

  while (length < sizeof text - 1 && read (fd, text + length, 1) == 1 && text[length] != '\n')
    length++;
  text[length] = '\0';
  line = g_strdup (text);
  explicit_bzero (text, sizeof text);
  return line;
}

/**
 * vouch_secret_prompt:
 * @question: what is asked
 * @error: DENIED where there is no terminal to ask at
 *
 * Asks at the terminal, whatever standard input and output are, and does not show what is typed.
 *
 * Returns: (transfer full) (nullable): what was typed
 */
char *
vouch_secret_prompt (const char *question, GError **error)
{
  int fd = open ("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
  struct termios shown, hidden;
  char *secret = NULL;

  if (fd < 0 || tcgetattr (fd, &shown) != 0)
    {
      vouch_set_field_error (error, "pin", VOUCH_ERROR_DENIED, _ ("A PIN is needed; name a file with --pin-file"));
      if (fd >= 0)
        close (fd);
      return NULL;
    }
  hidden = shown;
  hidden.c_lflag &= ~(tcflag_t)ECHO;
  tcsetattr (fd, TCSAFLUSH, &hidden);
  if (write (fd, question, strlen (question)) > 0)
    secret = read_line (fd);
  tcsetattr (fd, TCSAFLUSH, &shown);
  if (write (fd, "\n", 1) < 0 || secret == NULL)
    secret = secret != NULL ? secret : g_strdup ("");
  close (fd);
  return secret;
}
