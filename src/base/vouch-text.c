#include "vouch-text.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"

/* More than any writing puts on one letter; what piles up hundreds would cover the lines around it. */
#define MAX_MARKS 8

/**
 * vouch_text_is_deceiving:
 * @c: a character
 *
 * Nothing that a person reads on a label or in a list may carry such a character.
 *
 * Returns: whether it reorders or hides text, breaks a line where none ends, or is a letter that is drawn as nothing
 */
gboolean
vouch_text_is_deceiving (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_FORMAT || type == G_UNICODE_LINE_SEPARATOR || type == G_UNICODE_PARAGRAPH_SEPARATOR ||
         (c >= 0x2060 && c <= 0x206F) || c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;
}

static gboolean
check (const char *text, const char *field, gsize max_bytes, gboolean many_lines, GError **error)
{
  gsize length = text != NULL ? strlen (text) : 0;
  const char *end;
  int marks = 0;

  if (length > max_bytes)
    {
      vouch_set_field_error (error, field, VOUCH_ERROR_INVALID,
                             _ ("The text is %lu bytes long; at most %lu can be kept"), (gulong)length,
                             (gulong)max_bytes);
      return FALSE;
    }
  if (length > 0 && !g_utf8_validate (text, (gssize)length, &end))
    {
      vouch_set_field_error (error, field, VOUCH_ERROR_INVALID, _ ("The text is not valid UTF-8 from byte %d on"),
                             (int)(end - text) + 1);
      return FALSE;
    }
  for (const char *at = text; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (many_lines && (c == '\n' || c == '\t'))
        continue;
      marks = g_unichar_ismark (c) ? marks + 1 : 0;
      if (marks > MAX_MARKS)
        {
          vouch_set_field_error (error, field, VOUCH_ERROR_INVALID,
                                 _ ("The text piles more than %d marks on one letter"), MAX_MARKS);
          return FALSE;
        }
      if (g_unichar_iscntrl (c) || vouch_text_is_deceiving (c))
        {
          g_autofree char *shown = vouch_text_show (text, (gssize)length);

          vouch_set_field_error (error, field, VOUCH_ERROR_INVALID, _ ("“%s” contains control characters"), shown);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * vouch_text_check_line:
 * @text: (nullable): a text of one line
 * @field: (nullable): its name in the error
 * @max_bytes: how long it may be, bytes
 * @error: INVALID if it is too long, is not UTF-8, or has control characters or marks that reorder or hide text
 *
 * Returns: whether @text may be kept
 */
gboolean
vouch_text_check_line (const char *text, const char *field, gsize max_bytes, GError **error)
{
  return check (text, field, max_bytes, FALSE, error);
}

/**
 * vouch_text_check_note:
 * @text: (nullable): a text of any number of lines
 * @field: (nullable): its name in the error
 * @error: as vouch_text_check_line(); at most 8 KiB
 *
 * Returns: whether @text may be kept
 */
gboolean
vouch_text_check_note (const char *text, const char *field, GError **error)
{
  return check (text, field, VOUCH_TEXT_NOTE_MAX, TRUE, error);
}

/**
 * vouch_text_show:
 * @text: bytes from outside
 * @length: how many, or -1 up to the NUL
 *
 * Makes foreign bytes fit to be read: control characters, marks that reorder text and bytes that are not UTF-8 become
 * escapes, and what is longer than 120 characters is cut with an ellipsis.
 *
 * Returns: (transfer full): harmless UTF-8
 */
char *
vouch_text_show (const char *text, gssize length)
{
  GString *shown = g_string_new (NULL);
  const char *end = text + (length < 0 ? (gssize)strlen (text) : length);
  int left = 120;

  for (const char *at = text; at < end && left > 0; left--)
    {
      gunichar c = g_utf8_get_char_validated (at, end - at);

      if (c == (gunichar)-1 || c == (gunichar)-2 || *at == '\0')
        g_string_append_printf (shown, "\\x%02x", (guchar)*at++);
      else if (g_unichar_iscntrl (c) || vouch_text_is_deceiving (c))
        {
          g_string_append_printf (shown, c < 0x100 ? "\\x%02x" : "\\u%04x", c);
          at = g_utf8_next_char (at);
        }
      else
        {
          g_string_append_unichar (shown, c);
          at = g_utf8_next_char (at);
        }
      if (left == 1 && at < end)
        g_string_append (shown, "…");
    }
  return g_string_free (shown, FALSE);
}
