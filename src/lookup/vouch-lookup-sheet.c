#include "vouch-lookup-sheet.h"

#include <string.h>

#define BLOCK 512 /* units that memory is taken for at once */

struct _VouchLookupSheet
{
  GHashTable *index; /* VouchLookupRecent * */
  GPtrArray *blocks; /* of BLOCK units each */
  guint length;
};

static guint
hash_code (gconstpointer code)
{
  const VouchLookupCode *self = code;

  return g_str_hash (self->lot) ^ (self->unit * 2654435761U) ^ self->key_version;
}

static gboolean
codes_are_equal (gconstpointer a, gconstpointer b)
{
  const VouchLookupCode *one = a;
  const VouchLookupCode *other = b;

  return one->unit == other->unit && one->key_version == other->key_version && strcmp (one->lot, other->lot) == 0;
}

/**
 * vouch_lookup_sheet_new:
 *
 * Returns: (transfer full): an empty sheet
 */
VouchLookupSheet *
vouch_lookup_sheet_new (void)
{
  VouchLookupSheet *self = g_new0 (VouchLookupSheet, 1);

  self->index = g_hash_table_new (hash_code, codes_are_equal);
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * vouch_lookup_sheet_free:
 * @self: (nullable): a sheet
 *
 * Forgets all that is on it.
 */
void
vouch_lookup_sheet_free (VouchLookupSheet *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->index);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

/**
 * vouch_lookup_sheet_get_length:
 * @self: a sheet
 *
 * Returns: how many units are on it
 */
guint
vouch_lookup_sheet_get_length (const VouchLookupSheet *self)
{
  return self->length;
}

/**
 * vouch_lookup_sheet_find:
 * @self: a sheet
 * @code: a unit
 *
 * Returns: (transfer none) (nullable): the unit on this sheet
 */
VouchLookupRecent *
vouch_lookup_sheet_find (VouchLookupSheet *self, const VouchLookupCode *code)
{
  return g_hash_table_lookup (self->index, code);
}

/**
 * vouch_lookup_sheet_add:
 * @self: a sheet
 * @code: a unit that is not on it
 * @count: its count as it is durable
 *
 * Returns: (transfer none): the unit, where it stays while the sheet does
 */
VouchLookupRecent *
vouch_lookup_sheet_add (VouchLookupSheet *self, const VouchLookupCode *code, const VouchLookupCount *count)
{
  VouchLookupRecent *recent;

  if (self->length % BLOCK == 0)
    g_ptr_array_add (self->blocks, g_new (VouchLookupRecent, BLOCK));
  recent = (VouchLookupRecent *)self->blocks->pdata[self->length / BLOCK] + self->length % BLOCK;
  g_strlcpy (recent->lot, code->lot, sizeof recent->lot);
  recent->code = (VouchLookupCode){ recent->lot, code->key_version, code->unit };
  recent->current = recent->settled = *count;
  g_hash_table_add (self->index, recent);
  self->length++;
  return recent;
}

static int
compare_recents (gconstpointer a, gconstpointer b)
{
  const VouchLookupCode *one = &(*(const VouchLookupRecent *const *)a)->code;
  const VouchLookupCode *other = &(*(const VouchLookupRecent *const *)b)->code;
  int lots = strcmp (one->lot, other->lot);

  if (lots != 0)
    return lots;
  if (one->key_version != other->key_version)
    return one->key_version < other->key_version ? -1 : 1;
  return one->unit < other->unit ? -1 : one->unit > other->unit;
}

/**
 * vouch_lookup_sheet_sort:
 * @self: a sheet to which nothing is added any more
 *
 * Finds in which order the table has its units. A full sheet takes some hundredths of a second.
 *
 * Returns: (transfer full) (element-type VouchLookupRecent): they, which are the sheet's own
 */
GPtrArray *
vouch_lookup_sheet_sort (const VouchLookupSheet *self)
{
  GPtrArray *sorted = g_ptr_array_sized_new (self->length);

  for (guint i = 0; i < self->length; i++)
    g_ptr_array_add (sorted, (VouchLookupRecent *)self->blocks->pdata[i / BLOCK] + i % BLOCK);
  g_ptr_array_sort (sorted, compare_recents);
  return sorted;
}
