#include "vouch-lines.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "vouch-record-json.h"

/* Never in UTF-8: a line with a NUL byte is refused instead of cut there. */
#define NO_TEXT '\xff'
/* More than a JSON object may have. */
#define LINE_MAX_BYTES (2 * 1024 * 1024)

/* What was read and is no line yet. */
static struct
{
  char bytes[65536];
  gsize at;
  gsize end;
} input;

/* Who waits for the next line has had the answers to those before. */
static gboolean
read_more (void)
{
  ssize_t n;

  fflush (stdout);
  do
    n = read (STDIN_FILENO, input.bytes, sizeof input.bytes);
  while (n < 0 && errno == EINTR);
  input.at = 0;
  input.end = (gsize)MAX (n, 0);
  return n > 0;
}

static void
append (GString *text, const char *bytes, gsize length)
{
  gsize kept = MIN (length, LINE_MAX_BYTES + 1 - MIN (text->len, LINE_MAX_BYTES + 1));
  gsize from = text->len;

  g_string_append_len (text, bytes, (gssize)kept);
  for (char *at = text->str + from; (at = memchr (at, '\0', (gsize)(text->str + text->len - at))) != NULL; at++)
    *at = NO_TEXT;
}

/**
 * vouch_lines_read:
 * @line: (out) (transfer full): the next line of standard input, without its end
 *
 * Of a line that is longer than anything anybody wants, so much is given that it is refused for its length. Whatever
 * was printed is sent off before more is waited for.
 *
 * Returns: whether there was one
 */
gboolean
vouch_lines_read (char **line)
{
  g_autoptr (GString) text = NULL;
  const char *end = NULL;

  while (end == NULL && (input.at < input.end || read_more ()))
    {
      const char *start = input.bytes + input.at;
      gsize length;

      end = memchr (start, '\n', input.end - input.at);
      length = end != NULL ? (gsize)(end - start) : input.end - input.at;
      if (text == NULL)
        text = g_string_sized_new (length);
      append (text, start, length);
      input.at += length + (end != NULL);
    }
  if (text == NULL)
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
