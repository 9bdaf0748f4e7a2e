#include "torture-ledger.h"

#include <string.h>

static void
free_entry (gpointer data)
{
  TortureEntry *entry = data;

  g_free (entry->digest);
  g_free (entry);
}

void
torture_ledger_init (TortureLedger *self)
{
  *self = (TortureLedger){ .entries = g_ptr_array_new_with_free_func (free_entry) };
}

void
torture_ledger_clear (TortureLedger *self)
{
  g_ptr_array_unref (self->entries);
  g_free (self->fault);
}

static void
take_submitted (TortureLedger *self, const char *line)
{
  TortureEntry *entry = g_new0 (TortureEntry, 1);

  g_assert_true (torture_act_from_line (line, &entry->act));
  g_ptr_array_add (self->entries, entry);
}

/* A child does one thing at a time, so what is acknowledged is what was submitted last. */
static void
take_acknowledged (TortureLedger *self, const char *line)
{
  TortureEntry *entry;

  g_assert_cmpuint (self->entries->len, >, 0);
  entry = g_ptr_array_index (self->entries, self->entries->len - 1);
  g_assert_null (entry->digest);
  g_assert_true (g_str_has_prefix (line, entry->act.key));
  entry->digest = g_strdup (line + strlen (entry->act.key) + 1);
}

/**
 * torture_ledger_read:
 * @self: a ledger
 * @said: everything a child wrote until it was killed
 *
 * A line without its end was cut off by the kill. Nobody has seen it, so it counts for nothing.
 */
void
torture_ledger_read (TortureLedger *self, const char *said)
{
  const char *line = said, *end;

  for (; (end = strchr (line, '\n')) != NULL; line = end + 1)
    {
      g_autofree char *text = g_strndup (line, (gsize)(end - line));

      if (g_str_has_prefix (text, "try "))
        take_submitted (self, text + 4);
      else if (g_str_has_prefix (text, "ack "))
        take_acknowledged (self, text + 4);
      else if (self->fault == NULL)
        self->fault = g_steal_pointer (&text);
    }
}

static gint64
count (const TortureLedger *self, gboolean only_acknowledged, gint64 *rows)
{
  gint64 keys = 0;

  *rows = 0;
  for (guint i = 0; i < self->entries->len; i++)
    {
      const TortureEntry *entry = g_ptr_array_index (self->entries, i);

      if (only_acknowledged && entry->digest == NULL)
        continue;
      keys++;
      *rows += entry->act.rows;
    }
  return keys;
}

gint64
torture_ledger_count_acknowledged (const TortureLedger *self, gint64 *rows)
{
  return count (self, TRUE, rows);
}

gint64
torture_ledger_count_submitted (const TortureLedger *self, gint64 *rows)
{
  return count (self, FALSE, rows);
}

/* Everything submitted was submitted again and is in the database now; the next look begins here. */
void
torture_ledger_settle (TortureLedger *self)
{
  gint64 rows;

  self->keys += torture_ledger_count_submitted (self, &rows);
  self->rows += rows;
  g_ptr_array_set_size (self->entries, 0);
}
