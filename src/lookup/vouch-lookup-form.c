#include "vouch-lookup-form.h"

#include <string.h>

#include "vouch-error.h"

struct _VouchLookupForm
{
  guint n_fields;
  char *names[VOUCH_LOOKUP_FORM_FIELDS];
  char *values[VOUCH_LOOKUP_FORM_FIELDS];
  const guint8 *photo; /* lent by the request's body */
  gsize photo_length;
};

/* Undoes the encoding of one name or value. %NULL if it is not what a browser writes. */
static char *
decode (const char *text, gsize length)
{
  g_autoptr (GString) out = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '+')
        g_string_append_c (out, ' ');
      else if (text[i] == '%')
        {
          gboolean fits = length - i >= 3;
          int high = fits ? g_ascii_xdigit_value (text[i + 1]) : -1;
          int low = fits ? g_ascii_xdigit_value (text[i + 2]) : -1;

          if (high < 0 || low < 0)
            return NULL;
          g_string_append_c (out, (char)(high * 16 + low));
          i += 2;
        }
      else
        g_string_append_c (out, text[i]);
    }
  if (strlen (out->str) != out->len || !g_utf8_validate (out->str, (gssize)out->len, NULL))
    return NULL;
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static gboolean
add_field (VouchLookupForm *self, const char *text, gsize length)
{
  const char *equals = memchr (text, '=', length);
  gsize name_length = equals != NULL ? (gsize)(equals - text) : length;
  g_autofree char *name = decode (text, name_length);
  g_autofree char *value = equals != NULL ? decode (equals + 1, length - name_length - 1) : g_strdup ("");

  return name != NULL && value != NULL && vouch_lookup_form_add (self, name, value);
}

/**
 * vouch_lookup_form_new:
 *
 * Returns: (transfer full): a form without fields
 */
VouchLookupForm *
vouch_lookup_form_new (void)
{
  return g_new0 (VouchLookupForm, 1);
}

/**
 * vouch_lookup_form_add:
 * @self: a form
 * @name: a field
 * @value: what stands in it, UTF-8
 *
 * Returns: whether it was added; not if there are too many, or it is there already
 */
gboolean
vouch_lookup_form_add (VouchLookupForm *self, const char *name, const char *value)
{
  if (self->n_fields == VOUCH_LOOKUP_FORM_FIELDS || vouch_lookup_form_get (self, name) != NULL)
    return FALSE;
  self->names[self->n_fields] = g_strdup (name);
  self->values[self->n_fields] = g_strdup (value);
  self->n_fields++;
  return TRUE;
}

/**
 * vouch_lookup_form_set_photo:
 * @self: a form
 * @photo: (array length=length): what was sent as a photograph, lent as long as the form lives
 * @length: its bytes
 *
 * Puts a photograph into the form.
 */
void
vouch_lookup_form_set_photo (VouchLookupForm *self, const guint8 *photo, gsize length)
{
  self->photo = photo;
  self->photo_length = length;
}

/**
 * vouch_lookup_form_get_photo:
 * @self: a form
 * @length: (out): its bytes
 *
 * Returns: (nullable) (array length=length): what was sent as a photograph
 */
const guint8 *
vouch_lookup_form_get_photo (const VouchLookupForm *self, gsize *length)
{
  *length = self->photo_length;
  return self->photo_length > 0 ? self->photo : NULL;
}

/**
 * vouch_lookup_form_parse:
 * @text: the fields as sent; not necessarily ending with a NUL
 * @length: bytes of @text
 * @error: return location
 *
 * Reads the fields of a form.
 *
 * Returns: (transfer full): the form; %NULL with #VOUCH_ERROR_INVALID if it is not well formed
 */
VouchLookupForm *
vouch_lookup_form_parse (const char *text, gsize length, GError **error)
{
  g_autoptr (VouchLookupForm) self = g_new0 (VouchLookupForm, 1);
  const char *end = text + length;

  while (text < end)
    {
      const char *separator = memchr (text, '&', (gsize)(end - text));
      const char *stop = separator != NULL ? separator : end;

      if (stop > text && !add_field (self, text, (gsize)(stop - text)))
        {
          g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, "The form is not well formed");
          return NULL;
        }
      text = stop + 1;
    }
  return g_steal_pointer (&self);
}

/**
 * vouch_lookup_form_free:
 * @self: (nullable): a form
 *
 * Frees a form.
 */
void
vouch_lookup_form_free (VouchLookupForm *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_fields; i++)
    {
      g_free (self->names[i]);
      g_free (self->values[i]);
    }
  g_free (self);
}

/**
 * vouch_lookup_form_get:
 * @self: a form
 * @name: a field's name
 *
 * Gets a field.
 *
 * Returns: (nullable): the value, lent; %NULL if the form has no such field
 */
const char *
vouch_lookup_form_get (const VouchLookupForm *self, const char *name)
{
  for (guint i = 0; i < self->n_fields; i++)
    if (strcmp (self->names[i], name) == 0)
      return self->values[i];
  return NULL;
}

/**
 * vouch_lookup_form_dup_typed:
 * @self: a form
 * @name: a field's name
 *
 * Gets a field without the spaces that copying a number brings along.
 *
 * Returns: (transfer full): the value; empty if the form has no such field
 */
char *
vouch_lookup_form_dup_typed (const VouchLookupForm *self, const char *name)
{
  const char *value = vouch_lookup_form_get (self, name);

  return g_strstrip (g_strdup (value != NULL ? value : ""));
}

/**
 * vouch_lookup_form_dup_lines:
 * @self: a form
 * @name: a field of several lines
 *
 * Gets the lines with line feeds alone, where browsers send CR LF, and without blanks around them all.
 *
 * Returns: (transfer full): the text, maybe empty
 */
char *
vouch_lookup_form_dup_lines (const VouchLookupForm *self, const char *name)
{
  const char *sent = vouch_lookup_form_get (self, name);
  g_auto (GStrv) lines = g_strsplit (sent != NULL ? sent : "", "\r\n", -1);

  return g_strstrip (g_strjoinv ("\n", lines));
}
