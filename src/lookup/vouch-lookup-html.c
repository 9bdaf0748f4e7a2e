#include "vouch-lookup-html.h"

#include <stdarg.h>
#include <string.h>

struct _VouchHtml
{
  GString *out;
};

/**
 * vouch_html_new:
 *
 * Starts an empty page.
 *
 * Returns: (transfer full): the writer
 */
VouchHtml *
vouch_html_new (void)
{
  VouchHtml *self = g_new0 (VouchHtml, 1);

  self->out = g_string_sized_new (8 * 1024);
  return self;
}

/**
 * vouch_html_free:
 * @self: (nullable): a writer
 *
 * Throws the page away.
 */
void
vouch_html_free (VouchHtml *self)
{
  if (self == NULL)
    return;
  if (self->out != NULL)
    g_string_free (self->out, TRUE);
  g_free (self);
}

/**
 * vouch_html_doctype:
 * @self: a writer
 *
 * Writes the document type; without it old browsers fall into quirks mode.
 */
void
vouch_html_doctype (VouchHtml *self)
{
  g_string_append (self->out, "<!DOCTYPE html>\n");
}

/* Everything that is not written as it is: what means something in HTML, and control characters. */
static const char escaped[] = "<>&\"'"
                              "\x01\x02\x03\x04\x05\x06\x07\x08\x0b\x0c\x0d\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18"
                              "\x19\x1a\x1b\x1c\x1d\x1e\x1f\x7f";

static void
write_escaped (VouchHtml *self, char c)
{
  switch (c)
    {
    case '<':
      g_string_append (self->out, "&lt;");
      break;
    case '>':
      g_string_append (self->out, "&gt;");
      break;
    case '&':
      g_string_append (self->out, "&amp;");
      break;
    case '"':
      g_string_append (self->out, "&quot;");
      break;
    case '\'':
      g_string_append (self->out, "&#39;");
      break;
    default:
      g_string_append (self->out, "\xEF\xBF\xBD");
    }
}

/**
 * vouch_html_text:
 * @self: a writer
 * @text: (nullable): any text, UTF-8 or not
 *
 * Writes text so that it can be neither markup nor the end of a quoted attribute. Bytes that are not UTF-8, and control
 * characters but line ends and tabs, become U+FFFD.
 */
void
vouch_html_text (VouchHtml *self, const char *text)
{
  g_autofree char *valid = NULL;

  if (text == NULL)
    return;
  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);
  while (*text != '\0')
    {
      gsize plain = strcspn (text, escaped);

      g_string_append_len (self->out, text, (gssize)plain);
      text += plain;
      if (*text != '\0')
        write_escaped (self, *text++);
    }
}

static void
open_element (VouchHtml *self, const char *element, va_list attributes)
{
  const char *name;

  g_string_append_c (self->out, '<');
  g_string_append (self->out, element);
  while ((name = va_arg (attributes, const char *)) != NULL)
    {
      const char *value = va_arg (attributes, const char *);

      if (value == NULL)
        continue;
      g_string_append_c (self->out, ' ');
      g_string_append (self->out, name);
      g_string_append (self->out, "=\"");
      vouch_html_text (self, value);
      g_string_append_c (self->out, '"');
    }
  g_string_append_c (self->out, '>');
}

/**
 * vouch_html_open:
 * @self: a writer
 * @element: the element's name, a literal
 * @...: attribute names (literals) and values in turn, then %NULL; an attribute whose value is %NULL is left out
 *
 * Opens an element.
 */
void
vouch_html_open (VouchHtml *self, const char *element, ...)
{
  va_list attributes;

  va_start (attributes, element);
  open_element (self, element, attributes);
  va_end (attributes);
}

/**
 * vouch_html_close:
 * @self: a writer
 * @element: the element's name
 *
 * Closes an element. Blocks end their line, so that the source can be read by a person too.
 */
void
vouch_html_close (VouchHtml *self, const char *element)
{
  static const char *const inline_elements[] = { "a", "b", "span", "strong", "bdi", "label", "time", NULL };

  g_string_append (self->out, "</");
  g_string_append (self->out, element);
  g_string_append_c (self->out, '>');
  if (!g_strv_contains (inline_elements, element))
    g_string_append_c (self->out, '\n');
}

/**
 * vouch_html_element:
 * @self: a writer
 * @element: the element's name, a literal
 * @text: (nullable): its text
 * @...: attributes as for vouch_html_open()
 *
 * Writes an element that holds only text.
 */
void
vouch_html_element (VouchHtml *self, const char *element, const char *text, ...)
{
  va_list attributes;

  va_start (attributes, text);
  open_element (self, element, attributes);
  va_end (attributes);
  vouch_html_text (self, text);
  vouch_html_close (self, element);
}

/**
 * vouch_html_own:
 * @self: a writer
 * @compiled_in: markup that is part of this program
 *
 * Writes the program's own drawings and styles as they are. Never call it with anything that came from outside.
 */
void
vouch_html_own (VouchHtml *self, const char *compiled_in)
{
  g_string_append (self->out, compiled_in);
}

/**
 * vouch_html_end:
 * @self: a writer
 *
 * Takes the page out of the writer, which then holds nothing.
 *
 * Returns: (transfer full): the page
 */
GBytes *
vouch_html_end (VouchHtml *self)
{
  return g_string_free_to_bytes (g_steal_pointer (&self->out));
}
