#include "vouch-trace-json-private.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"

/* The JSON parser below us follows nesting with its stack, keeps the last of two members of one name in silence, and
 * reads things that are no JSON (comments). Everything from outside passes this scan first. */
#define DEPTH_MAX 8
#define NUMBER_LENGTH_MAX 17 /* a sign and 2^53 */

typedef struct
{
  const char *at;
  const char *end;
  GHashTable *names[DEPTH_MAX]; /* of the open objects; NULL for an array */
  guint depth;
  gboolean closed; /* the outermost value has ended; only white space may follow */
} Scan;

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static gboolean
open_level (Scan *scan)
{
  if (scan->depth == DEPTH_MAX)
    return FALSE;
  scan->names[scan->depth++] = *scan->at == '{' ? g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) : NULL;
  scan->at++;
  return TRUE;
}

static gboolean
close_level (Scan *scan)
{
  if (scan->depth == 0)
    return FALSE;
  g_clear_pointer (&scan->names[--scan->depth], g_hash_table_unref);
  scan->closed = scan->depth == 0;
  scan->at++;
  return TRUE;
}

static gboolean
is_name (const Scan *scan)
{
  const char *at = scan->at;

  while (at < scan->end && is_space (*at))
    at++;
  return at < scan->end && *at == ':';
}

static gboolean
scan_text (Scan *scan)
{
  const char *start = ++scan->at;
  gboolean escaped = FALSE;

  for (; scan->at < scan->end && *scan->at != '"'; scan->at++)
    {
      if ((guchar)*scan->at < 0x20)
        return FALSE;
      if (*scan->at != '\\')
        continue;
      escaped = TRUE;
      if (++scan->at == scan->end)
        return FALSE;
      if (scan->end - scan->at >= 5 && strncmp (scan->at, "u0000", 5) == 0)
        return FALSE; /* would cut the text short */
    }
  if (scan->at == scan->end)
    return FALSE;
  scan->at++;
  if (!is_name (scan))
    return TRUE;
  /* No name of ours needs an escape, and with one a name could be told twice in two spellings. */
  return !escaped && scan->depth > 0 && scan->names[scan->depth - 1] != NULL &&
         g_hash_table_add (scan->names[scan->depth - 1], g_strndup (start, (gsize)(scan->at - 1 - start)));
}

static gboolean
scan_number (Scan *scan)
{
  gsize length = 0;
  const char *digits = scan->at;

  while (scan->at + length < scan->end && strchr ("0123456789+-.eE", scan->at[length]) != NULL &&
         scan->at[length] != '\0')
    length++;
  if (*digits == '-')
    digits++;
  if (length > NUMBER_LENGTH_MAX || digits == scan->end || !g_ascii_isdigit (*digits))
    return FALSE;
  scan->at += length;
  return !(digits[0] == '0' && digits + 1 < scan->at && g_ascii_isdigit (digits[1]));
}

static gboolean
scan_word (Scan *scan)
{
  static const char *const words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if ((gsize)(scan->end - scan->at) >= length && strncmp (scan->at, words[i], length) == 0)
        {
          scan->at += length;
          return scan->at == scan->end || !g_ascii_isalnum (*scan->at);
        }
    }
  return FALSE;
}

static gboolean
scan_next (Scan *scan)
{
  /* One object or array and nothing beside it: of several values the parser takes the last, and loses the rest. */
  if (scan->depth == 0 && !is_space (*scan->at) && (scan->closed || strchr ("{[", *scan->at) == NULL))
    return FALSE;
  switch (*scan->at)
    {
    case '{':
    case '[':
      return open_level (scan);
    case '}':
    case ']':
      return close_level (scan);
    case '"':
      return scan_text (scan);
    case ' ':
    case '\t':
    case '\n':
    case '\r':
    case ',':
    case ':':
      scan->at++;
      return TRUE;
    default:
      return g_ascii_isalpha (*scan->at) ? scan_word (scan) : scan_number (scan);
    }
}

/**
 * vouch_trace_json_check:
 * @text: what should be JSON
 * @length: how many bytes
 * @error: INVALID if it nests deeper than 8, has a member twice, a number that not every reader keeps exactly, or what
 *   JSON does not have
 *
 * Whether brackets, commas and colons are in their places is left to the parser.
 *
 * Returns: whether @text may be given to the parser
 */
gboolean
vouch_trace_json_check (const char *text, gsize length, GError **error)
{
  const char *start = length > 0 ? text : ""; /* an empty body may have no address at all */
  Scan scan = { .at = start, .end = start + length };
  gboolean fits = length > 0 && g_utf8_validate (start, (gssize)length, NULL);

  while (fits && scan.at < scan.end)
    fits = scan_next (&scan);
  fits = fits && scan.depth == 0;
  while (scan.depth > 0)
    if (scan.names[--scan.depth] != NULL)
      g_hash_table_unref (scan.names[scan.depth]);
  if (!fits)
    g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("This is not the JSON expected, from byte %d on"),
                 (int)(scan.at - start) + 1);
  return fits;
}
