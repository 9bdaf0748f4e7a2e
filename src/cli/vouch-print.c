#include "vouch-print.h"

/* Escapes, and marks that reorder what stands beside them. */
static gboolean
is_harmful (gunichar c)
{
  return (g_unichar_iscntrl (c) && c != '\n') || g_unichar_type (c) == G_UNICODE_FORMAT;
}

/**
 * vouch_print_line:
 * @file: standard output or standard error
 * @text: for people; what customers and suppliers wrote may be in it
 *
 * Prints the text and a line end, at once. What could drive the terminal is printed as an escape.
 */
void
vouch_print_line (FILE *file, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) line = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (is_harmful (c))
        g_string_append_printf (line, "\\u%04x", c);
      else
        g_string_append_unichar (line, c);
    }
  g_string_append_c (line, '\n');
  fputs (line->str, file);
  fflush (file);
}
