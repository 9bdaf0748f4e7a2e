#include "vouch-lines.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "vouch-record-json.h"

/* Never in UTF-8: a line with a NUL byte is refused instead of cut there. */
#define NO_TEXT '\xff'

/**
 * vouch_lines_read:
 * @line: (out) (transfer full): the next line of standard input, without its end
 *
 * Returns: whether there was one
 */
gboolean
vouch_lines_read (char **line)
{
  char *text = NULL;
  size_t size = 0;
  gssize length = getline (&text, &size, stdin);

  if (length >= 0)
    {
      for (gssize i = 0; i < length; i++)
        if (text[i] == '\0')
          text[i] = NO_TEXT;
      text[strcspn (text, "\r\n")] = '\0';
      *line = g_strdup (text);
    }
  free (text);
  return length >= 0;
}

/**
 * vouch_lines_answer_one:
 * @cli: the run
 * @func: answers one request
 * @request: a request
 * @data: for @func
 */
void
vouch_lines_answer_one (VouchCli *cli, VouchLineFunc func, JsonObject *request, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchAnswer) answer = func (cli, request, data, &error);

  if (answer != NULL)
    vouch_cli_tell (cli, answer);
  else
    vouch_cli_fail (cli, error);
}

/**
 * vouch_lines_answer_all:
 * @cli: the run
 * @func: answers one request
 * @data: for @func
 *
 * One object a line in, one answer or error a line out, in the same order. A bad line costs nothing but itself.
 */
void
vouch_lines_answer_all (VouchCli *cli, VouchLineFunc func, gpointer data)
{
  char *next;

  while (vouch_lines_read (&next))
    {
      g_autofree char *line = next;
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonObject) request = NULL;

      if (*g_strchug (line) == '\0')
        continue;
      request = vouch_json_parse_object (line, -1, &error);
      if (request != NULL)
        vouch_lines_answer_one (cli, func, request, data);
      else
        vouch_cli_fail (cli, error);
    }
}
