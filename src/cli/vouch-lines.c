#include "vouch-lines.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "vouch-record-json.h"

/* Never in UTF-8: a line with a NUL byte is refused instead of cut there. */
#define NO_TEXT '\xff'
/* More than a JSON object may have. */
#define LINE_MAX_BYTES (2 * 1024 * 1024)

/**
 * vouch_lines_read:
 * @line: (out) (transfer full): the next line of standard input, without its end
 *
 * Of a line that is longer than anything anybody wants, so much is given that it is refused for its length.
 *
 * Returns: whether there was one
 */
gboolean
vouch_lines_read (char **line)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean is_empty = TRUE;
  int c;

  while ((c = getc (stdin)) != EOF && c != '\n')
    {
      is_empty = FALSE;
      if (text->len <= LINE_MAX_BYTES)
        g_string_append_c (text, c != '\0' ? (char)c : NO_TEXT);
    }
  if (c == EOF && is_empty)
    return FALSE;
  if (text->len > 0 && text->str[text->len - 1] == '\r')
    g_string_truncate (text, text->len - 1);
  *line = g_string_free (g_steal_pointer (&text), FALSE);
  return TRUE;
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
