/* What a label looks like before there is anything to print: each field that Vouch itself fills has an example. */
#include "vouch-label-example.h"

static const char *const examples[][2] = {
  { "address", "https://t.example.com/t/L261122-01/7K3M9QXT2B4WHD8P" },
  { "host", "t.example.com" },
  { "lot", "L261122-01" },
  { "serial", "7K3M9QXT2B4WHD8P" },
  { "product_name_zh", "绿茶 100 克" },
  { "product_name_en", "Green tea, 100 g" },
  { "produced", "2026-11-01" },
  { "expiry", "2027-10-31" },
  { "status", "released" },
  { "supplier_lot", "QH26A01" },
  { "quantity", "200 bags" },
  { "reason", "Too much moisture" },
  { "decided_by", "Li Min" },
  { "decided_at", "2026-11-22" },
  { "count", "200" },
  { "gtin", "09520001000010" },
  { "sscc", "395200010000000011" },
  { "badge", "VB1002" },
  { "name", "李敏 Li Min" },
  { "role_zh", "检验员" },
  { "role_en", "Inspector" },
  { "station", "Dock 1" },
  { "prefix", "XC" },
  { "location", "A-03-2-15" },
  { "name_zh", "成品区三排" },
  { "name_en", "Finished goods, row 3" },
  { "sample", "3" },
  { "n", "13" },
  { "place", "Carton 3, unit 7" },
  { "taken_by", "Li Min" },
  { "taken_at", "2026-11-22 10:41" },
  { "from", "Example Tea Works, Hangzhou" },
  { "to", "Example Trading, Rotterdam" },
};

/* A required field of the house's own. */
#define ANY_EXAMPLE "123456"

/**
 * vouch_label_example_fields:
 * @template: a template
 *
 * Returns: (transfer full) (element-type utf8 utf8): something for each field that it needs or knows
 */
GHashTable *
vouch_label_example_fields (const VouchLabelTemplate *template)
{
  GHashTable *fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < template->required->len; i++)
    g_hash_table_insert (fields, g_strdup (g_ptr_array_index (template->required, i)), g_strdup (ANY_EXAMPLE));
  for (gsize i = 0; i < G_N_ELEMENTS (examples); i++)
    if (g_hash_table_contains (template->fields, examples[i][0]))
      g_hash_table_replace (fields, g_strdup (examples[i][0]), g_strdup (examples[i][1]));
  return fields;
}
