/* `multipart/form-data` (RFC 7578) as browsers write it and in no other way: no preamble, no nesting, no transfer
 * encoding, two kinds of headers, one file. */
#include "vouch-lookup-multipart.h"

#include <string.h>

#include "vouch-error.h"

#define TYPE "multipart/form-data"
#define BOUNDARY_MAX 70 /* RFC 2046 */
#define VALUE_MAX (32 * 1024)
#define NAME_MAX_LENGTH 1024

/* Bytes of the body, lent. */
typedef struct
{
  const char *text;
  gsize length;
} Piece;

typedef struct
{
  const char *at;
  const char *end;
  char delimiter[BOUNDARY_MAX + 5]; /* "\r\n--" and the boundary */
} Reader;

typedef struct
{
  Piece name;
  gboolean is_file;
  Piece content;
} Part;

static gboolean
take (Reader *self, const char *literal)
{
  gsize length = strlen (literal);

  if ((gsize)(self->end - self->at) < length || g_ascii_strncasecmp (self->at, literal, length) != 0)
    return FALSE;
  self->at += length;
  return TRUE;
}

static void
skip_blanks (Reader *self)
{
  while (self->at < self->end && (*self->at == ' ' || *self->at == '\t'))
    self->at++;
}

/* Up to a character, which is gone past; nothing of a line's end is in between. */
static gboolean
take_until (Reader *self, char stop, Piece *piece)
{
  *piece = (Piece){ self->at, 0 };
  while (self->at < self->end && *self->at != stop)
    {
      if (*self->at == '\r' || *self->at == '\n' || *self->at == '\0' || ++piece->length > NAME_MAX_LENGTH)
        return FALSE;
      self->at++;
    }
  if (self->at == self->end)
    return FALSE;
  self->at++;
  return TRUE;
}

static gboolean
take_disposition (Reader *self, Part *part)
{
  Piece file_name;

  skip_blanks (self);
  if (!take (self, "form-data;"))
    return FALSE;
  skip_blanks (self);
  if (part->name.text != NULL || !take (self, "name=\"") || !take_until (self, '"', &part->name))
    return FALSE;
  if (take (self, ";"))
    {
      skip_blanks (self);
      if (!take (self, "filename=\"") || !take_until (self, '"', &file_name))
        return FALSE;
      part->is_file = TRUE;
    }
  return take (self, "\r\n");
}

static gboolean
take_headers (Reader *self, Part *part)
{
  gboolean has_type = FALSE;
  Piece type;

  while (!take (self, "\r\n"))
    {
      if (take (self, "Content-Disposition:"))
        {
          if (!take_disposition (self, part))
            return FALSE;
        }
      else if (!has_type && take (self, "Content-Type:") && take_until (self, '\r', &type) && take (self, "\n"))
        has_type = TRUE;
      else
        return FALSE;
    }
  return part->name.text != NULL && part->name.length > 0;
}

/* Goes past the delimiter; what it says of what follows is left to be read. */
static gboolean
take_content (Reader *self, Part *part)
{
  gsize length = strlen (self->delimiter);
  const char *found = memmem (self->at, (gsize)(self->end - self->at), self->delimiter, length);

  if (found == NULL)
    return FALSE;
  part->content = (Piece){ self->at, (gsize)(found - self->at) };
  self->at = found + length;
  return TRUE;
}

static char *
dup_text (const Piece *piece)
{
  if (memchr (piece->text, '\0', piece->length) != NULL || !g_utf8_validate (piece->text, (gssize)piece->length, NULL))
    return NULL;
  return g_strndup (piece->text, piece->length);
}

static gboolean
keep (const Part *part, VouchLookupForm *form)
{
  g_autofree char *name = dup_text (&part->name);
  g_autofree char *value = NULL;
  gsize length;

  if (name == NULL)
    return FALSE;
  if (part->is_file)
    {
      if (strcmp (name, "photo") != 0 || vouch_lookup_form_get_photo (form, &length) != NULL)
        return FALSE;
      vouch_lookup_form_set_photo (form, (const guint8 *)part->content.text, part->content.length);
      return TRUE;
    }
  value = part->content.length <= VALUE_MAX ? dup_text (&part->content) : NULL;
  return value != NULL && vouch_lookup_form_add (form, name, value);
}

static gboolean
take_parts (Reader *self, VouchLookupForm *form)
{
  /* The first delimiter has no line before it. */
  if (!take (self, self->delimiter + 2))
    return FALSE;
  while (take (self, "\r\n"))
    {
      Part part = { { 0 } };

      if (!take_headers (self, &part) || !take_content (self, &part) || !keep (&part, form))
        return FALSE;
    }
  return take (self, "--") && (take (self, "\r\n"), self->at == self->end);
}

/* The boundary of a type, quoted or not; nothing else may follow. */
static gboolean
read_boundary (const char *content_type, Reader *reader)
{
  const char *at = content_type + strlen (TYPE);
  gboolean is_quoted;
  gsize length;

  at += strspn (at, " \t");
  if (*at++ != ';')
    return FALSE;
  at += strspn (at, " \t");
  if (g_ascii_strncasecmp (at, "boundary=", strlen ("boundary=")) != 0)
    return FALSE;
  at += strlen ("boundary=");
  is_quoted = *at == '"';
  at += is_quoted;
  length = strspn (at, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'()+_,-./:=?");
  if (length == 0 || length > BOUNDARY_MAX || strcmp (at + length, is_quoted ? "\"" : "") != 0)
    return FALSE;
  g_snprintf (reader->delimiter, sizeof reader->delimiter, "\r\n--%.*s", (int)length, at);
  return TRUE;
}

/**
 * vouch_lookup_multipart_is:
 * @content_type: (nullable): what a body is said to be
 *
 * Returns: whether it is a form of several parts
 */
gboolean
vouch_lookup_multipart_is (const char *content_type)
{
  return content_type != NULL && g_ascii_strncasecmp (content_type, TYPE, strlen (TYPE)) == 0;
}

/**
 * vouch_lookup_multipart_parse:
 * @content_type: a type that vouch_lookup_multipart_is()
 * @body: (array length=length): the body, which has to live as long as the form
 * @length: its bytes
 * @error: INVALID
 *
 * Reads a form that may have a photograph with it.
 *
 * Returns: (transfer full) (nullable): the form
 */
VouchLookupForm *
vouch_lookup_multipart_parse (const char *content_type, const char *body, gsize length, GError **error)
{
  g_autoptr (VouchLookupForm) form = vouch_lookup_form_new ();
  Reader reader = { .at = body, .end = body + length };

  if (read_boundary (content_type, &reader) && take_parts (&reader, form))
    return g_steal_pointer (&form);
  g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, "The form is not well formed");
  return NULL;
}
