#include "vouch-place-label.h"

static void
put (GHashTable *row, const char *name, const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  if (*stripped != '\0')
    g_hash_table_insert (row, g_strdup (name), g_steal_pointer (&stripped));
}

/**
 * vouch_place_label_make_rows:
 * @location: what the place is called, as its code says it
 * @name_zh: (nullable): in words, in Chinese
 * @name_en: (nullable): in words, in English
 *
 * Returns: (transfer full) (element-type GHashTable): the rows of an order of such labels: one
 */
GPtrArray *
vouch_place_label_make_rows (const char *location, const char *name_zh, const char *name_en)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_hash_table_unref);
  GHashTable *row = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  put (row, "location", location);
  put (row, "name_zh", name_zh);
  put (row, "name_en", name_en);
  g_ptr_array_add (rows, row);
  return rows;
}
