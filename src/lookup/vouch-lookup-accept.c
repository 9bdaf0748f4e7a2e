#include "vouch-lookup-accept.h"

#include <string.h>

#define RANGES_MAX 32

static const struct
{
  const char *media_type;
  const char *full; /* as Content-Type */
} formats[] = {
  [VOUCH_LOOKUP_FORMAT_HTML] = { "text/html", "text/html; charset=utf-8" },
  [VOUCH_LOOKUP_FORMAT_JSON_LD] = { "application/ld+json", "application/ld+json" },
  [VOUCH_LOOKUP_FORMAT_LINKSET] = { "application/linkset+json", "application/linkset+json" },
};

/**
 * vouch_lookup_format_media_type:
 * @format: a format
 *
 * Gets a format's Content-Type.
 *
 * Returns: the type
 */
const char *
vouch_lookup_format_media_type (VouchLookupFormat format)
{
  return formats[format].full;
}

/* The weight of a range's parameters in thousandths: 1000 without "q", 0 where it cannot be read. */
static int
read_weight (const char *parameters)
{
  for (const char *at = parameters; at != NULL; at = strchr (at + 1, ';'))
    {
      const char *name = at + 1;
      double weight;

      while (*name == ' ' || *name == '\t')
        name++;
      if (g_ascii_strncasecmp (name, "q=", 2) != 0)
        continue;
      weight = g_ascii_strtod (name + 2, NULL);
      return weight > 0 && weight <= 1 ? (int)(weight * 1000) : 0;
    }
  return 1000;
}

/* How closely a range names a media type: 0 not at all, 1 by asterisks, 2 by its first half, 3 in full. */
static int
closeness (const char *range, gsize length, const char *media_type)
{
  gsize half = (gsize)(strchr (media_type, '/') - media_type) + 1;

  if (length == 3 && strncmp (range, "*/*", 3) == 0)
    return 1;
  if (length == half + 1 && range[half] == '*' && g_ascii_strncasecmp (range, media_type, half) == 0)
    return 2;
  return length == strlen (media_type) && g_ascii_strncasecmp (range, media_type, length) == 0 ? 3 : 0;
}

static int
weigh (char *const *ranges, const char *media_type)
{
  int closest = 0, weight = 0;

  for (gsize i = 0; ranges[i] != NULL; i++)
    {
      const char *range = ranges[i] + strspn (ranges[i], " \t");
      int near = closeness (range, strcspn (range, "; \t"), media_type);

      if (near <= closest)
        continue;
      closest = near;
      weight = read_weight (strchr (range, ';'));
    }
  return weight;
}

/**
 * vouch_lookup_format_accepted:
 * @accept: (nullable): the Accept header
 *
 * Chooses the form of an answer. A program gets its form only by naming it; equal weights, and headers that take
 * nothing of ours, get the page.
 *
 * Returns: the format
 */
VouchLookupFormat
vouch_lookup_format_accepted (const char *accept)
{
  g_auto (GStrv) ranges = NULL;
  VouchLookupFormat best = VOUCH_LOOKUP_FORMAT_HTML;
  int best_weight;

  /* Every browser's header ends here. */
  if (accept == NULL || strcasestr (accept, "+json") == NULL)
    return VOUCH_LOOKUP_FORMAT_HTML;
  ranges = g_strsplit (accept, ",", RANGES_MAX);
  best_weight = weigh (ranges, formats[VOUCH_LOOKUP_FORMAT_HTML].media_type);
  for (int i = VOUCH_LOOKUP_FORMAT_JSON_LD; i <= VOUCH_LOOKUP_FORMAT_LINKSET; i++)
    {
      int weight = strcasestr (accept, formats[i].media_type) != NULL ? weigh (ranges, formats[i].media_type) : 0;

      if (weight > best_weight)
        {
          best = (VouchLookupFormat)i;
          best_weight = weight;
        }
    }
  return best;
}

/**
 * vouch_lookup_language_accepted:
 * @accept_language: (nullable): the Accept-Language header
 *
 * Chooses the page's language. Chinese is the language of most who scan, so it answers when nobody asks for either.
 *
 * Returns: the language
 */
VouchLookupLanguage
vouch_lookup_language_accepted (const char *accept_language)
{
  VouchLookupLanguage best = VOUCH_LOOKUP_CHINESE;
  int best_weight = 0;

  for (const char *range = accept_language; range != NULL && *range != '\0';)
    {
      const char *end = strchrnul (range, ',');
      int weight = read_weight (range, end);

      range += strspn (range, " \t");
      /* Of equal weights the one named first is meant. */
      if (weight > best_weight && (is_range_of (range, end, "en") || is_range_of (range, end, "zh")))
        {
          best_weight = weight;
          best = is_range_of (range, end, "en") ? VOUCH_LOOKUP_ENGLISH : VOUCH_LOOKUP_CHINESE;
        }
      range = *end != '\0' ? end + 1 : end;
    }
  return best;
}
