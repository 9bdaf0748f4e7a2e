#include "vouch-label-table.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "vouch-error.h"
#include "vouch-label-press.h"
#include "vouch-label-proof.h"
#include "vouch-pack-load.h"

#define CHUNK 65536
#define NAMED_MAX 50

static GByteArray *
read_stdin (void)
{
  GByteArray *bytes = g_byte_array_new ();
  guint8 chunk[CHUNK];
  ssize_t n_read;

  while (bytes->len <= VOUCH_CSV_SIZE_MAX && (n_read = read (STDIN_FILENO, chunk, sizeof chunk)) > 0)
    g_byte_array_append (bytes, chunk, (guint)n_read);
  return bytes;
}

/**
 * vouch_label_table_read:
 * @template: what the labels look like
 * @error: INVALID, with all lines that are no rows; or if a column is no field of the template, or there are no rows
 *
 * Reads a table in CSV from standard input, whose first line names the fields.
 *
 * Returns: (transfer full) (nullable): the table
 */
VouchLabelTable *
vouch_label_table_read (const VouchLabelTemplate *template, GError **error)
{
  g_autoptr (GByteArray) bytes = read_stdin ();
  g_autoptr (VouchCsv) csv = vouch_csv_parse ((const char *)bytes->data, bytes->len, error);
  g_autoptr (VouchLabelTable) self = g_new0 (VouchLabelTable, 1);

  if (csv == NULL || !vouch_label_check_columns (csv, template, error))
    return NULL;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_hash_table_unref);
  self->lines = g_array_ref (csv->lines);
  for (guint i = 0; i < csv->rows->len; i++)
    g_ptr_array_add (self->rows, vouch_label_row_fields (csv, i));
  if (self->rows->len > 0)
    return g_steal_pointer (&self);
  vouch_set_field_error (error, "csv", VOUCH_ERROR_INVALID, _ ("The table has no rows: add one for each label"));
  return NULL;
}

/**
 * vouch_label_table_free:
 * @self: (nullable): a table
 */
void
vouch_label_table_free (VouchLabelTable *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_array_unref);
  g_free (self);
}

/**
 * vouch_label_table_set_language:
 * @self: a table
 * @language: (nullable): the language of all labels, whatever the table says
 */
void
vouch_label_table_set_language (VouchLabelTable *self, const char *language)
{
  for (guint i = 0; language != NULL && i < self->rows->len; i++)
    g_hash_table_replace (g_ptr_array_index (self->rows, i), g_strdup ("language"), g_strdup (language));
}

/* Of a table of which nothing is right, the first lines say enough. */
static void
name_line (GString *text, guint line, const GError *fault, guint n_named)
{
  if (n_named > NAMED_MAX)
    return;
  if (n_named == NAMED_MAX)
    g_string_append (text, "\n…");
  else
    g_string_append_printf (text, _ ("\nline %u: %s"), line, fault->message);
}

/* What the station knows against rows: GHashTable → GError. */
static gpointer
read_refusals (VouchConn *conn, gpointer data, GError **error)
{
  const VouchLabelTable *self = data;
  GHashTable *refusals = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_error_free);

  for (guint i = 0; i < self->rows->len; i++)
    {
      GHashTable *row = g_ptr_array_index (self->rows, i);
      GError *refusal = NULL;

      if (!vouch_pack_load_check_sscc (conn, g_hash_table_lookup (row, "sscc"), &refusal))
        g_hash_table_insert (refusals, row, refusal);
    }
  return refusals;
}

/**
 * vouch_label_table_check:
 * @self: a table
 * @station: the station that they are printed at
 * @template: what the labels look like
 * @dpi: the printer's resolution
 * @error: INVALID, naming every line of which no label can be made, with what is wrong
 *
 * Returns: whether all labels can be made, and none is one of ours that cannot be
 */
gboolean
vouch_label_table_check (const VouchLabelTable *self, VouchStation *station, const VouchLabelTemplate *template,
                         guint dpi, GError **error)
{
  g_autoptr (VouchLabelPress) press = vouch_label_press_new (template, dpi, error);
  g_autoptr (GHashTable) refusals =
      press != NULL ? vouch_station_read (station, read_refusals, (gpointer)self, error) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_named = 0;

  if (refusals == NULL)
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      GHashTable *row = g_ptr_array_index (self->rows, i);
      const GError *refusal = g_hash_table_lookup (refusals, row);
      g_autoptr (GPtrArray) faults = vouch_label_press_list_faults (press, row);

      for (guint k = 0; k < faults->len; k++)
        name_line (text, g_array_index (self->lines, guint, i), g_ptr_array_index (faults, k), n_named++);
      if (refusal != NULL)
        name_line (text, g_array_index (self->lines, guint, i), refusal, n_named++);
    }
  if (n_named == 0)
    return TRUE;
  vouch_set_field_error (error, "csv", VOUCH_ERROR_INVALID, _ ("No label was printed. Correct the table:%s"),
                         text->str);
  return FALSE;
}
