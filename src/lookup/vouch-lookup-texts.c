#define G_LOG_DOMAIN "vouch-lookup"

#include "vouch-lookup-texts.h"

#include <json-glib/json-glib.h>
#include <stdarg.h>
#include <string.h>

#include "vouch-lookup-resources.h"

struct _VouchLookupTexts
{
  VouchLookupLanguage language;
  JsonNode *root;
  JsonObject *texts; /* lent by root */
};

/**
 * vouch_lookup_texts_load:
 * @language: a language
 * @error: what is wrong with the data file
 *
 * Loads what the pages say.
 *
 * Returns: (transfer full) (nullable): the texts
 */
VouchLookupTexts *
vouch_lookup_texts_load (VouchLookupLanguage language, GError **error)
{
  g_autofree char *path = g_strdup_printf ("/app/vouch/Lookup/texts-%s.json", vouch_lookup_language_name (language));
  g_autoptr (GBytes) data = g_resource_lookup_data (vouch_lookup_get_resource (), path, 0, error);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  VouchLookupTexts *self;

  if (data == NULL ||
      !json_parser_load_from_data (parser, g_bytes_get_data (data, NULL), (gssize)g_bytes_get_size (data), error))
    return NULL;
  self = g_new0 (VouchLookupTexts, 1);
  self->language = language;
  self->root = json_parser_steal_root (parser);
  self->texts = json_node_get_object (self->root);
  return self;
}

/**
 * vouch_lookup_texts_free:
 * @self: (nullable): texts
 *
 * Frees texts.
 */
void
vouch_lookup_texts_free (VouchLookupTexts *self)
{
  if (self == NULL)
    return;
  json_node_unref (self->root);
  g_free (self);
}

/**
 * vouch_lookup_texts_get_language:
 * @self: texts
 *
 * Gets the language.
 *
 * Returns: the language
 */
VouchLookupLanguage
vouch_lookup_texts_get_language (const VouchLookupTexts *self)
{
  return self->language;
}

/**
 * vouch_lookup_texts_get:
 * @self: texts
 * @key: a key of the data files
 *
 * Gets a text.
 *
 * Returns: the text, lent; the key where a text is missing, which a test excludes
 */
const char *
vouch_lookup_texts_get (const VouchLookupTexts *self, const char *key)
{
  const char *text = json_object_get_string_member_with_default (self->texts, key, NULL);

  g_return_val_if_fail (text != NULL, key);

  return text;
}

/* Replaces {name}s by values. */
static void
fill_one (GString *out, const char *name, gsize length, va_list values)
{
  va_list copy;
  const char *candidate;

  va_copy (copy, values);
  while ((candidate = va_arg (copy, const char *)) != NULL)
    {
      const char *value = va_arg (copy, const char *);

      if (strlen (candidate) == length && strncmp (candidate, name, length) == 0)
        {
          g_string_append (out, value);
          break;
        }
    }
  va_end (copy);
}

/**
 * vouch_lookup_texts_fill:
 * @self: texts
 * @key: a key of the data files
 * @...: names and values in turn, then %NULL
 *
 * Gets a text with its `{name}`s filled in, in whatever order the language puts them.
 *
 * Returns: (transfer full): the text
 */
char *
vouch_lookup_texts_fill (const VouchLookupTexts *self, const char *key, ...)
{
  const char *at = vouch_lookup_texts_get (self, key);
  g_autoptr (GString) out = g_string_new (NULL);
  va_list values;

  va_start (values, key);
  while (*at != '\0')
    {
      const char *end = *at == '{' ? strchr (at, '}') : NULL;

      if (end == NULL)
        g_string_append_c (out, *at++);
      else
        {
          fill_one (out, at + 1, (gsize)(end - at - 1), values);
          at = end + 1;
        }
    }
  va_end (values);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * vouch_lookup_texts_date:
 * @self: texts
 * @date: a date
 *
 * Writes a date as people of the language do.
 *
 * Returns: (transfer full): the date
 */
char *
vouch_lookup_texts_date (const VouchLookupTexts *self, VouchDate date)
{
  char year[12], month_key[24], day[12];

  g_snprintf (year, sizeof year, "%d", date / 10000);
  g_snprintf (month_key, sizeof month_key, "month.%d", date / 100 % 100);
  g_snprintf (day, sizeof day, "%d", date % 100);
  return vouch_lookup_texts_fill (self, "date", "year", year, "month", vouch_lookup_texts_get (self, month_key), "day",
                                  day, NULL);
}
