#include "vouch-print.h"

/* Escapes, and marks that reorder what stands beside them. */
static gboolean
is_harmful (gunichar c)
{
  return (g_unichar_iscntrl (c) && c != '\n') || g_unichar_type (c) == G_UNICODE_FORMAT;
}

static gsize
count_plain (const char *text)
{
  gsize n = 0;

  while (g_ascii_isprint (text[n]))
    n++;
  return n;
}

/**
 * vouch_print_append:
 * @line: appended to
 * @text: for people; what customers and suppliers wrote may be in it
 *
 * Appends the text and a line end. What could drive the terminal becomes an escape.
 */
void
vouch_print_append (GString *line, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *at = valid; *at != '\0';)
    {
      gsize n_plain = count_plain (at);
      gunichar c;

      g_string_append_len (line, at, (gssize)n_plain);
      at += n_plain;
      if (*at == '\0')
        break;
      c = g_utf8_get_char (at);
      if (is_harmful (c))
        g_string_append_printf (line, "\\u%04x", c);
      else
        g_string_append_unichar (line, c);
      at = g_utf8_next_char (at);
    }
  g_string_append_c (line, '\n');
}

/**
 * vouch_print_line:
 * @file: standard output or standard error
 * @text: for people
 *
 * Prints the text and a line end, at once, as vouch_print_append() has it.
 */
void
vouch_print_line (FILE *file, const char *text)
{
  g_autoptr (GString) line = g_string_new (NULL);

  vouch_print_append (line, text);
  fputs (line->str, file);
  fflush (file);
}
