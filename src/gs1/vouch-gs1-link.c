/* Reading GS1 Digital Link URIs: "https://example.com/01/04006381333931/10/AB-1?17=261231". */
#include <string.h>

#include "vouch-gs1-link-key.h"
#include "vouch-gs1-reading-private.h"

/* A stretch of the URI. */
typedef struct
{
  const char *at;
  gsize length;
} Span;

typedef struct
{
  VouchGs1Reading *reading;
  const char *uri;
  Span path;  /* without the slash in front */
  Span query; /* without the question mark */
} Link;

static void
refuse (Link *self, VouchGs1Rule rule, const char *at)
{
  vouch_gs1_reading_add_error (self->reading, rule, "", 0, self->uri, strlen (self->uri), (gsize)(at - self->uri));
}

static void
refuse_ai (Link *self, VouchGs1Rule rule, Span ai, Span value)
{
  vouch_gs1_reading_add_error (self->reading, rule, ai.at, ai.length, value.at, value.length,
                               (gsize)(ai.at - self->uri));
}

static gboolean
check_characters (Link *self)
{
  for (const char *at = self->uri; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) && strchr ("-._~:/?#[]@!$&'()*+,;=%", *at) == NULL)
      {
        refuse (self, VOUCH_GS1_RULE_URI_CHARACTER, at);
        return FALSE;
      }
  return TRUE;
}

/* Returns what follows the scheme. */
static const char *
skip_scheme (Link *self)
{
  static const char *const schemes[] = { "https://", "http://", "HTTPS://", "HTTP://" };

  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_str_has_prefix (self->uri, schemes[i]))
      return self->uri + strlen (schemes[i]);
  refuse (self, VOUCH_GS1_RULE_URI_SCHEME, self->uri);
  return NULL;
}

/* Returns the slash that the path begins with. User info in front of the host would let it look like another host. */
static const char *
skip_host (Link *self, const char *host)
{
  gsize length = strcspn (host, "/");
  gsize good = strspn (host, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.:[]");

  if (length > 0 && host[0] != ':' && good >= length && host[length] == '/')
    return host + length;
  refuse (self, VOUCH_GS1_RULE_URI_HOST, host + MIN (good, length));
  return NULL;
}

static void
split (Link *self, const char *slash)
{
  const char *end = slash + strcspn (slash, "#");
  const char *mark = memchr (slash, '?', (gsize)(end - slash));

  self->path.at = slash + 1;
  self->path.length = (gsize)((mark != NULL ? mark : end) - self->path.at);
  if (mark != NULL)
    self->query = (Span){ mark + 1, (gsize)(end - mark - 1) };
}

/* Undoes the percent coding. The result is never longer than @coded. */
static gboolean
decode (Span coded, gboolean in_query, char *value, gsize *length)
{
  gsize used = 0;

  for (gsize i = 0; i < coded.length; i++)
    {
      char c = coded.at[i];

      if (c == '%')
        {
          int high = i + 2 < coded.length ? g_ascii_xdigit_value (coded.at[i + 1]) : -1;
          int low = i + 2 < coded.length ? g_ascii_xdigit_value (coded.at[i + 2]) : -1;

          if (high < 0 || low < 0 || high + low == 0)
            return FALSE;
          c = (char)(high * 16 + low);
          i += 2;
        }
      else if (c == '+' && in_query)
        c = ' ';
      value[used++] = c;
    }
  *length = used;
  return TRUE;
}

static const VouchGs1Element *
add_element (Link *self, Span ai, Span coded, gboolean in_query)
{
  g_autofree char *value = g_malloc (coded.length + 1);
  gsize length = 0, position = (gsize)(ai.at - self->uri);

  if (!decode (coded, in_query, value, &length))
    {
      refuse_ai (self, VOUCH_GS1_RULE_URI_CODING, ai, coded);
      memcpy (value, coded.at, coded.length);
      length = coded.length;
    }
  return vouch_gs1_reading_add (self->reading, ai.at, ai.length, value, length, position,
                                (gsize)(coded.at - self->uri));
}

/* The path is read backwards in pairs of an identifier and its value until there is a key: what lies before it is the
 * resolver's own. */
static GArray *
find_pairs (Link *self)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Span));
  const char *start = self->path.at, *end = start + self->path.length;

  for (;;)
    {
      const char *value = memrchr (start, '/', (gsize)(end - start)), *ai;
      const VouchGs1Ai *row;
      Span spans[2];

      if (value == NULL)
        return NULL;
      ai = memrchr (start, '/', (gsize)(value - start));
      ai = ai != NULL ? ai + 1 : start;
      spans[0] = (Span){ ai, (gsize)(value - ai) };
      spans[1] = (Span){ value + 1, (gsize)(end - value - 1) };
      row = vouch_gs1_ai_find (spans[0].at, spans[0].length);
      if (row == NULL)
        return NULL;
      g_array_prepend_vals (pairs, spans, 2);
      if (row->is_key)
        return g_steal_pointer (&pairs);
      if (ai == start)
        return NULL;
      end = ai - 1;
    }
}

static gboolean
read_path (Link *self)
{
  g_autoptr (GArray) pairs = find_pairs (self);
  const VouchGs1Element *elements;

  if (pairs == NULL)
    {
      refuse (self, VOUCH_GS1_RULE_URI_KEY, self->path.at);
      return FALSE;
    }
  for (guint i = 0; i < pairs->len; i += 2)
    add_element (self, g_array_index (pairs, Span, i), g_array_index (pairs, Span, i + 1), FALSE);

  elements = &g_array_index (self->reading->elements, VouchGs1Element, 0);
  for (guint i = 1; i < pairs->len / 2; i++)
    if (!vouch_gs1_link_path_is_ordered (elements[0].row, elements + 1, i))
      {
        refuse_ai (self, VOUCH_GS1_RULE_URI_QUALIFIER, g_array_index (pairs, Span, i * 2),
                   g_array_index (pairs, Span, i * 2 + 1));
        break;
      }
  return TRUE;
}

/* Parameters whose name is not a number are not ours. */
static void
read_parameter (Link *self, Span parameter, guint n_in_path)
{
  const char *equals = memchr (parameter.at, '=', parameter.length);
  Span ai = { parameter.at, equals != NULL ? (gsize)(equals - parameter.at) : parameter.length };
  Span value = { parameter.at + parameter.length, 0 };
  const VouchGs1Element *element, *key;

  if (ai.length == 0 || strspn (ai.at, "0123456789") < ai.length)
    return;
  if (equals != NULL)
    value = (Span){ equals + 1, parameter.length - ai.length - 1 };
  element = add_element (self, ai, value, TRUE);
  key = &g_array_index (self->reading->elements, VouchGs1Element, 0);
  if (element->row == NULL)
    return;
  if (!element->row->attribute || vouch_gs1_link_fits_path (key->row, key + 1, n_in_path - 1, element->ai))
    refuse_ai (self, VOUCH_GS1_RULE_URI_ATTRIBUTE, ai, value);
}

static void
read_query (Link *self)
{
  guint n_in_path = self->reading->elements->len;
  const char *at = self->query.at, *end = at + self->query.length;

  while (at < end)
    {
      const char *ampersand = memchr (at, '&', (gsize)(end - at));
      const char *stop = ampersand != NULL ? ampersand : end;

      read_parameter (self, (Span){ at, (gsize)(stop - at) }, n_in_path);
      at = stop + 1;
    }
}

static void
read_link (Link *self)
{
  const char *at;

  if (!check_characters (self))
    return;
  at = skip_scheme (self);
  if (at != NULL)
    at = skip_host (self, at);
  if (at == NULL)
    return;
  split (self, at);
  if (read_path (self) && self->query.length > 0)
    read_query (self);
}

/**
 * vouch_gs1_reading_parse_digital_link:
 * @uri: an uncompressed Digital Link, of any host and with any path in front of the key
 *
 * Returns: (transfer full): the reading, never %NULL
 */
VouchGs1Reading *
vouch_gs1_reading_parse_digital_link (const char *uri)
{
  gsize length = strlen (uri);
  Link link = { .reading = vouch_gs1_reading_new (VOUCH_GS1_FORM_DIGITAL_LINK, length), .uri = uri };

  if (length > VOUCH_GS1_INPUT_MAX)
    refuse (&link, VOUCH_GS1_RULE_SIZE, uri + VOUCH_GS1_INPUT_MAX);
  else
    read_link (&link);
  return vouch_gs1_reading_finish (link.reading);
}
