#include "vouch-lookup-route.h"

#include <string.h>

#include "vouch-base32.h"
#include "vouch-gs1-check.h"
#include "vouch-hex.h"
#include "vouch-id.h"
#include "vouch-lookup-form.h"

#define SEGMENTS_MAX 6
#define DOCUMENT_NAME_LENGTH (64 + 4)

typedef struct
{
  const char *text;
  gsize length;
} Segment;

/* What may stand between the characters of a code that a person types: a space, also as a URL carries it, and a hyphen.
 */
static gsize
separator_length (const char *text, gsize length)
{
  if (length >= 1 && (*text == ' ' || *text == '-' || *text == '+'))
    return 1;
  if (length >= 3 && strncmp (text, "%20", 3) == 0)
    return 3;
  return 0;
}

/**
 * vouch_lookup_code_fold:
 * @text: characters as typed, printed or scanned; not necessarily ending with a NUL
 * @length: bytes of @text
 * @digits: how many base-32 digits the code has
 * @code: room for @digits + 1 characters
 *
 * Brings a base-32 code into its one form: capitals, O for 0 and I and L for 1 undone, hyphens and spaces left out.
 *
 * Returns: whether it has exactly @digits digits and nothing else
 */
gboolean
vouch_lookup_code_fold (const char *text, gsize length, gsize digits, char *code)
{
  gsize n = 0;

  for (gsize i = 0; i < length;)
    {
      gsize skip = separator_length (text + i, length - i);
      int value;

      if (skip > 0)
        {
          i += skip;
          continue;
        }
      value = vouch_base32_value (text[i++]);
      if (value < 0 || n == digits)
        return FALSE;
      code[n++] = vouch_base32_digit ((guint)value);
    }
  code[n] = '\0';
  return n == digits;
}

/**
 * vouch_lookup_lot_fold:
 * @text: a lot number as typed or scanned; not necessarily ending with a NUL
 * @length: bytes of @text
 * @lot: (out caller-allocates): the lot number in capitals
 *
 * Reads a lot number: 1 to 20 of `0-9A-Z-`, small letters taken for capitals.
 *
 * Returns: whether it is one
 */
gboolean
vouch_lookup_lot_fold (const char *text, gsize length, char lot[VOUCH_LOOKUP_LOT_MAX + 1])
{
  if (length == 0 || length > VOUCH_LOOKUP_LOT_MAX)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isalnum (text[i]) && text[i] != '-')
        return FALSE;
      lot[i] = g_ascii_toupper (text[i]);
    }
  lot[length] = '\0';
  return TRUE;
}

static gboolean
segment_is (const Segment *segment, const char *text)
{
  return segment->length == strlen (text) && strncmp (segment->text, text, segment->length) == 0;
}

/* Cuts "/a/b" into its segments. Returns 0 for too many of them, and for an empty one: "/t/", "//", "/t//x". */
static guint
split_path (const char *path, gsize length, Segment segments[SEGMENTS_MAX])
{
  guint n = 0;

  for (gsize i = 0; i < length;)
    {
      const char *start = path + i + 1;
      const char *slash = memchr (start, '/', length - i - 1);
      gsize segment_length = slash != NULL ? (gsize)(slash - start) : length - i - 1;

      if (segment_length == 0 || n == SEGMENTS_MAX)
        return 0;
      segments[n++] = (Segment){ start, segment_length };
      i += segment_length + 1;
    }
  return n;
}

static gboolean
read_lot_and_serial (const Segment *lot, const Segment *serial, VouchLookupRoute *route)
{
  if (!vouch_lookup_lot_fold (lot->text, lot->length, route->lot))
    return FALSE;
  if (serial != NULL && !vouch_lookup_code_fold (serial->text, serial->length, 16, route->serial))
    return FALSE;
  route->kind = serial != NULL ? VOUCH_LOOKUP_ROUTE_UNIT : VOUCH_LOOKUP_ROUTE_LOT;
  return TRUE;
}

/* A document's name is its hash. */
static gboolean
read_document (const Segment *lot, const Segment *name, VouchLookupRoute *route)
{
  g_autofree char *hex = NULL;

  if (name->length != DOCUMENT_NAME_LENGTH || memcmp (name->text + name->length - 4, ".pdf", 4) != 0)
    return FALSE;
  hex = g_strndup (name->text, name->length - 4);
  if (!vouch_hex_read (hex, route->sha256, sizeof route->sha256) || !read_lot_and_serial (lot, NULL, route))
    return FALSE;
  route->kind = VOUCH_LOOKUP_ROUTE_DOCUMENT;
  return TRUE;
}

/* What is said of a lot for programs; no serial has a dot. */
static gboolean
read_lot (const Segment *segments, guint n, VouchLookupRoute *route)
{
  if (n == 3 && (segment_is (&segments[2], "recall.json") || segment_is (&segments[2], "record.json")))
    {
      if (!read_lot_and_serial (&segments[1], NULL, route))
        return FALSE;
      route->kind = segment_is (&segments[2], "recall.json") ? VOUCH_LOOKUP_ROUTE_RECALL : VOUCH_LOOKUP_ROUTE_RECORD;
      return TRUE;
    }
  if (n == 3 && segments[2].length == DOCUMENT_NAME_LENGTH)
    return read_document (&segments[1], &segments[2], route);
  return (n == 2 || n == 3) && read_lot_and_serial (&segments[1], n == 3 ? &segments[2] : NULL, route);
}

static gboolean
read_digital_link (const Segment *segments, guint n, VouchLookupRoute *route)
{
  g_autofree char *digits = NULL;

  if (n != 2 && n != 4 && n != 6)
    return FALSE;
  if ((n >= 4 && !segment_is (&segments[2], "10")) || (n == 6 && !segment_is (&segments[4], "21")))
    return FALSE;
  if (segments[1].length != 14)
    return FALSE;
  digits = g_strndup (segments[1].text, segments[1].length);
  if (!vouch_gs1_check_digit_is_right (digits))
    return FALSE;
  g_strlcpy (route->gtin, digits, sizeof route->gtin);
  route->kind = VOUCH_LOOKUP_ROUTE_PRODUCT;
  if (n == 2)
    return TRUE;
  return read_lot_and_serial (&segments[3], n == 6 ? &segments[5] : NULL, route);
}

static gboolean
read_case (const Segment *segments, guint n, VouchLookupRoute *route)
{
  const char *number = n > 1 ? segments[1].text : NULL;
  gsize length = n > 1 ? segments[1].length : 0;

  if (n == 1)
    {
      route->kind = VOUCH_LOOKUP_ROUTE_CASE_FORM;
      return TRUE;
    }
  if (n != 3)
    return FALSE;
  if (length > 2 && g_ascii_toupper (number[0]) == 'C' && number[1] == '-')
    {
      number += 2;
      length -= 2;
    }
  route->kind = VOUCH_LOOKUP_ROUTE_CASE;
  return vouch_lookup_code_fold (number, length, VOUCH_ID_LENGTH, route->number) &&
         vouch_lookup_code_fold (segments[2].text, segments[2].length, 16, route->secret);
}

static gboolean
read_path (const char *path, gsize length, VouchLookupRoute *route)
{
  static const struct
  {
    const char *name;
    VouchLookupRouteKind kind;
  } fixed[] = {
    { "find", VOUCH_LOOKUP_ROUTE_FIND },
    { "report", VOUCH_LOOKUP_ROUTE_REPORT },
    { "robots.txt", VOUCH_LOOKUP_ROUTE_ROBOTS },
    { "favicon.ico", VOUCH_LOOKUP_ROUTE_ICON },
  };
  Segment segments[SEGMENTS_MAX];
  guint n;

  if (length == 1)
    {
      route->kind = VOUCH_LOOKUP_ROUTE_HOME;
      return TRUE;
    }
  n = split_path (path, length, segments);
  if (n == 0)
    return FALSE;
  if (segment_is (&segments[0], "t"))
    return read_lot (segments, n, route);
  if (segment_is (&segments[0], "01"))
    return read_digital_link (segments, n, route);
  if (segment_is (&segments[0], "case"))
    return read_case (segments, n, route);
  if (n == 2 && segment_is (&segments[0], ".well-known") && segment_is (&segments[1], "gs1resolver"))
    {
      route->kind = VOUCH_LOOKUP_ROUTE_RESOLVER;
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    if (n == 1 && segment_is (&segments[0], fixed[i].name))
      {
        route->kind = fixed[i].kind;
        return TRUE;
      }
  return FALSE;
}

/* A lot as a person reads it off a label: hyphens belong to it, but no space does, whatever hyphen was typed. */
static gboolean
read_typed_lot (const char *typed, char lot[VOUCH_LOOKUP_LOT_MAX + 1])
{
  static const char *const hyphens[] = { "‐", "‑", "–", "—", "−", "－" };
  g_autoptr (GString) plain = g_string_new (typed);

  for (gsize i = 0; i < G_N_ELEMENTS (hyphens); i++)
    g_string_replace (plain, hyphens[i], "-", 0);
  g_string_replace (plain, " ", "", 0);
  return vouch_lookup_lot_fold (plain->str, plain->len, lot);
}

static gboolean
read_typed_code (const VouchLookupForm *form, const char *lot_field, const char *serial_field, VouchLookupRoute *route)
{
  g_autofree char *lot = vouch_lookup_form_dup_typed (form, lot_field);
  g_autofree char *serial = vouch_lookup_form_dup_typed (form, serial_field);

  if (!read_typed_lot (lot, route->lot))
    return FALSE;
  return *serial == '\0' || vouch_lookup_code_fold (serial, strlen (serial), 16, route->serial);
}

static gboolean
read_typed_case (const VouchLookupForm *form, VouchLookupRoute *route)
{
  g_autofree char *typed = vouch_lookup_form_dup_typed (form, "number");
  g_autofree char *secret = vouch_lookup_form_dup_typed (form, "secret");
  const char *number = typed;

  if (vouch_lookup_form_get (form, "number") == NULL && vouch_lookup_form_get (form, "secret") == NULL)
    return TRUE;
  if (g_ascii_strncasecmp (number, "C-", 2) == 0)
    number += 2;
  return vouch_lookup_code_fold (number, strlen (number), VOUCH_ID_LENGTH, route->number) &&
         vouch_lookup_code_fold (secret, strlen (secret), 16, route->secret);
}

/* Only the fields of the page asked for are read; every other one, like ?next= or a campaign's marks, is ignored. */
static gboolean
read_query (const char *query, gsize length, VouchLookupRoute *route)
{
  g_autoptr (VouchLookupForm) form = vouch_lookup_form_parse (query, length, NULL);
  const char *language;

  if (form == NULL)
    return FALSE;
  language = vouch_lookup_form_get (form, "lang");
  for (int i = VOUCH_LOOKUP_ENGLISH; i <= VOUCH_LOOKUP_CHINESE; i++)
    if (g_strcmp0 (language, vouch_lookup_language_name ((VouchLookupLanguage)i)) == 0)
      {
        route->language_is_chosen = TRUE;
        route->language = (VouchLookupLanguage)i;
      }
  route->link_type = vouch_lookup_link_type_read (vouch_lookup_form_get (form, "linkType"));
  if (route->kind == VOUCH_LOOKUP_ROUTE_FIND)
    return read_typed_code (form, "lot", "serial", route);
  if (route->kind == VOUCH_LOOKUP_ROUTE_REPORT && vouch_lookup_form_get (form, "lot") != NULL)
    return read_typed_code (form, "lot", "serial", route);
  if (route->kind == VOUCH_LOOKUP_ROUTE_CASE_FORM)
    return read_typed_case (form, route);
  return TRUE;
}

/**
 * vouch_lookup_route_parse:
 * @target: a request's target as it came over the wire, undecoded
 * @length: bytes of @target
 * @route: (out caller-allocates): what it asks for
 *
 * Reads a request's target strictly: what this service has never given out as an address is malformed, so that there
 * is one answer for all of it and nothing to guess at.
 */
void
vouch_lookup_route_parse (const char *target, gsize length, VouchLookupRoute *route)
{
  const char *query = memchr (target, '?', length);
  gsize path_length = query != NULL ? (gsize)(query - target) : length;
  VouchLookupRoute read = { 0 };

  memset (route, 0, sizeof *route);
  if (length == 0 || length > VOUCH_LOOKUP_TARGET_MAX || *target != '/')
    return;
  for (gsize i = 0; i < length; i++)
    if ((guchar)target[i] <= ' ' || (guchar)target[i] >= 0x7F)
      return;
  /* What is malformed still says so in the language chosen. */
  if (!read_path (target, path_length, &read))
    read = (VouchLookupRoute){ .kind = VOUCH_LOOKUP_ROUTE_MALFORMED };
  if (query == NULL && read.kind == VOUCH_LOOKUP_ROUTE_FIND)
    return;
  if (query != NULL && !read_query (query + 1, length - path_length - 1, &read))
    return;
  *route = read;
}

/**
 * vouch_lookup_route_dup_path:
 * @route: what a unit, lot or product address asks for
 *
 * Writes the address in its one form.
 *
 * Returns: (transfer full): the path
 */
char *
vouch_lookup_route_dup_path (const VouchLookupRoute *route)
{
  const char *serial_key = *route->gtin != '\0' ? "/21/" : "/";
  g_autofree char *lot = NULL;

  if (*route->lot == '\0')
    return g_strconcat ("/01/", route->gtin, NULL);
  if (*route->gtin != '\0')
    lot = g_strconcat ("/01/", route->gtin, "/10/", route->lot, NULL);
  else
    lot = g_strconcat ("/t/", route->lot, NULL);
  return *route->serial != '\0' ? g_strconcat (lot, serial_key, route->serial, NULL) : g_steal_pointer (&lot);
}

/**
 * vouch_lookup_language_name:
 * @language: a language
 *
 * Gets a language's tag, as in `lang=` and Content-Language.
 *
 * Returns: the tag
 */
const char *
vouch_lookup_language_name (VouchLookupLanguage language)
{
  return language == VOUCH_LOOKUP_CHINESE ? "zh-CN" : "en";
}
