/* Fuzzes the reader of label templates. What it takes must be written again as the same template, and can be laid out
 * or is refused; nothing else may happen. */
#include <string.h>

#include "vouch-label-json.h"
#include "vouch-label.h"

#define DPI 203

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
assert_written_again (const VouchLabelTemplate *template)
{
  g_autofree char *once = vouch_label_json_write (template);
  g_autoptr (VouchLabelTemplate) again = vouch_label_json_read ("again", once, -1, NULL);
  g_autofree char *twice = NULL;

  g_assert_nonnull (again);
  twice = vouch_label_json_write (again);
  g_assert_cmpstr (once, ==, twice);
}

static void
lay_out (const VouchLabelTemplate *template)
{
  g_autoptr (GHashTable) fields = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (VouchLabel) label = NULL;
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, template->fields);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_hash_table_insert (fields, name, (gpointer) "2027-10-31");
  label = vouch_label_new (template, fields, DPI, NULL);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchLabelTemplate) template = vouch_label_json_read ("fuzzed", (const char *)data, (gssize)size, &error);

  if (template == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  assert_written_again (template);
  lay_out (template);
  return 0;
}
