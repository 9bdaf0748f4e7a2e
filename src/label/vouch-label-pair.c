/* A text that a template has in Chinese and English. */
#include "vouch-label-pair-private.h"

#include <string.h>

#include "vouch-label-fill.h"

/* GS1 wants its titles in English; another language may stand beside them: "COUNT 数量" says it all. */
static gboolean
has_said (const char *chinese, const char *english)
{
  gsize length = strlen (english);

  return g_str_has_prefix (chinese, english) && (chinese[length] == '\0' || chinese[length] == ' ');
}

/*
 * vouch_label_pair_fill:
 * @template: a template
 * @pair: one of its texts, in both languages
 * @fields: (element-type utf8 utf8): values by field
 * @error: INVALID if a value has no word in the form asked for
 *
 * A pair stands in both languages, once if one says what the other does, or in the one that was asked for.
 *
 * Returns: (transfer full): the text
 */
char *
vouch_label_pair_fill (const VouchLabelTemplate *template, const VouchLabelElement *pair, GHashTable *fields,
                       GError **error)
{
  const char *language = g_hash_table_lookup (fields, VOUCH_LABEL_LANGUAGE);
  g_autofree char *chinese = NULL;
  g_autofree char *english = NULL;

  if (g_strcmp0 (language, "zh") == 0)
    return vouch_label_fill (template, pair->text, fields, error);
  english = vouch_label_fill (template, pair->text_en, fields, error);
  if (english == NULL || g_strcmp0 (language, "en") == 0)
    return g_steal_pointer (&english);
  chinese = vouch_label_fill (template, pair->text, fields, error);
  if (chinese == NULL || *english == '\0' || has_said (chinese, english))
    return g_steal_pointer (&chinese);
  return *chinese == '\0' ? g_steal_pointer (&english) : g_strdup_printf ("%s %s", chinese, english);
}

/*
 * vouch_label_pair_dup_field:
 * @template: a template
 * @pair: one of its texts, in both languages
 * @fields: (element-type utf8 utf8): values by field that fill it
 *
 * Returns: (transfer full) (nullable): the field to blame if the text does not fit: that of the language which stands
 *   there alone, or of the longer text
 */
char *
vouch_label_pair_dup_field (const VouchLabelTemplate *template, const VouchLabelElement *pair, GHashTable *fields)
{
  const char *language = g_hash_table_lookup (fields, VOUCH_LABEL_LANGUAGE);
  g_autofree char *chinese = vouch_label_fill (template, pair->text, fields, NULL);
  g_autofree char *english = vouch_label_fill (template, pair->text_en, fields, NULL);
  gboolean is_english = g_strcmp0 (language, "en") == 0;

  if (g_strcmp0 (language, "zh") != 0 && chinese != NULL && english != NULL && strlen (english) > strlen (chinese))
    is_english = TRUE;
  return vouch_label_fill_dup_field (is_english ? pair->text_en : pair->text);
}
