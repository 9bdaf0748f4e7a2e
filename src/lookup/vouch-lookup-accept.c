#include "vouch-lookup-accept.h"

#include <string.h>

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

/* The weight of one "zh-CN;q=0.8" in thousandths; 0 for what cannot be read. */
static int
read_weight (const char *range, const char *end)
{
  const char *parameters = memchr (range, ';', (gsize)(end - range));
  const char *q = parameters != NULL ? memmem (parameters, (gsize)(end - parameters), "q=", 2) : NULL;
  double weight;

  if (q == NULL)
    return 1000;
  weight = g_ascii_strtod (q + 2, NULL);
  return weight > 0 && weight <= 1 ? (int)(weight * 1000) : 0;
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
weigh (const char *accept, const char *media_type)
{
  int closest = 0, weight = 0;

  for (const char *range = accept; *range != '\0';)
    {
      const char *end = strchrnul (range, ',');
      int near;

      range += strspn (range, " \t");
      near = closeness (range, strcspn (range, ",; \t"), media_type);
      if (near > closest)
        {
          closest = near;
          weight = read_weight (range, end);
        }
      range = *end != '\0' ? end + 1 : end;
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
  VouchLookupFormat best = VOUCH_LOOKUP_FORMAT_HTML;
  int best_weight;

  /* Every browser's header ends here. */
  if (accept == NULL || strcasestr (accept, "+json") == NULL)
    return VOUCH_LOOKUP_FORMAT_HTML;
  best_weight = weigh (accept, formats[VOUCH_LOOKUP_FORMAT_HTML].media_type);
  for (int i = VOUCH_LOOKUP_FORMAT_JSON_LD; i <= VOUCH_LOOKUP_FORMAT_LINKSET; i++)
    {
      int weight = strcasestr (accept, formats[i].media_type) != NULL ? weigh (accept, formats[i].media_type) : 0;

      if (weight > best_weight)
        {
          best = (VouchLookupFormat)i;
          best_weight = weight;
        }
    }
  return best;
}

static gboolean
is_range_of (const char *range, const char *end, const char *language)
{
  return end - range >= 2 && g_ascii_strncasecmp (range, language, 2) == 0 &&
         (end - range == 2 || !g_ascii_isalpha (range[2]));
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
