#include "vouch-lookup-lots.h"

#include "vouch-error.h"

#define LOTS_MAX 512

struct _VouchLookupLots
{
  VouchLookupDb *reader;
  const VouchLookupKeys *keys;
  GHashTable *lots;  /* number, lent by the lot → VouchLookupLot * */
  GHashTable *older; /* those not asked for since @lots was last full */
  int published;     /* grows with every publication, from any thread */
  int loaded;        /* the value of it that the lots here are at least as new as */
};

static void
unref_lot (gpointer lot)
{
  vouch_lookup_lot_unref (lot);
}

/**
 * vouch_lookup_lots_new:
 * @reader: a reading connection, which has to outlive this
 * @keys: the service's keys, which have to outlive this
 *
 * Makes an empty cache.
 *
 * Returns: (transfer full): the cache
 */
VouchLookupLots *
vouch_lookup_lots_new (VouchLookupDb *reader, const VouchLookupKeys *keys)
{
  VouchLookupLots *self = g_new0 (VouchLookupLots, 1);

  self->reader = reader;
  self->keys = keys;
  self->lots = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, unref_lot);
  self->older = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, unref_lot);
  return self;
}

/**
 * vouch_lookup_lots_free:
 * @self: (nullable): a cache
 *
 * Frees a cache.
 */
void
vouch_lookup_lots_free (VouchLookupLots *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->lots);
  g_hash_table_unref (self->older);
  g_free (self);
}

static void
forget_all (VouchLookupLots *self)
{
  g_hash_table_remove_all (self->lots);
  g_hash_table_remove_all (self->older);
}

/* Takes @lot. When there are too many, those that nobody asked for since the last time go. */
static void
keep (VouchLookupLots *self, VouchLookupLot *lot)
{
  if (g_hash_table_size (self->lots) >= LOTS_MAX)
    {
      GHashTable *oldest = self->older;

      self->older = self->lots;
      self->lots = oldest;
      g_hash_table_remove_all (self->lots);
    }
  g_hash_table_insert (self->lots, lot->record->lot, lot);
}

static VouchLookupLot *
find_known (VouchLookupLots *self, const char *number)
{
  VouchLookupLot *found = g_hash_table_lookup (self->lots, number);

  if (found != NULL || !g_hash_table_steal_extended (self->older, number, NULL, (gpointer *)&found))
    return found;
  keep (self, found);
  return found;
}

/**
 * vouch_lookup_lots_find:
 * @self: a cache
 * @number: a lot number
 * @lot: (out) (transfer full) (nullable): the lot; %NULL if none was published under that number
 * @error: STORAGE
 *
 * Finds a lot, as new as every publication that was committed before this call.
 *
 * Returns: whether it could be looked for
 */
gboolean
vouch_lookup_lots_find (VouchLookupLots *self, const char *number, VouchLookupLot **lot, GError **error)
{
  /* Read before the database is: a lot loaded now is at least as new as this. */
  int published = g_atomic_int_get (&self->published);
  g_autoptr (GError) local = NULL;
  VouchLookupLot *found;

  if (published != self->loaded)
    forget_all (self);
  self->loaded = published;
  found = find_known (self, number);
  *lot = NULL;
  if (found == NULL)
    {
      found = vouch_lookup_lot_load (self->reader, self->keys, number, &local);
      if (found == NULL && g_error_matches (local, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND))
        return TRUE;
      if (found == NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      keep (self, found);
    }
  *lot = vouch_lookup_lot_ref (found);
  return TRUE;
}

/**
 * vouch_lookup_lots_list_of_product:
 * @self: a cache
 * @gtin: 14 digits
 * @status: what the lots are
 * @limit: at most so many
 * @error: STORAGE
 *
 * Lists a product's lots, those released last first.
 *
 * Returns: (transfer full) (nullable): #VouchLookupLot
 */
GPtrArray *
vouch_lookup_lots_list_of_product (VouchLookupLots *self, const char *gtin, VouchPublicStatus status, guint limit,
                                   GError **error)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) lots = g_ptr_array_new_with_free_func (unref_lot);
  g_autoptr (VouchLookupStmt) stmt = vouch_lookup_db_prepare (self->reader,
                                                              "SELECT lot FROM lot WHERE gtin = ?1 AND status = ?2 "
                                                              "ORDER BY released_at DESC, lot DESC LIMIT ?3",
                                                              error);
  gboolean has_row = TRUE;

  if (stmt == NULL)
    return NULL;
  vouch_lookup_stmt_bind_text (stmt, 1, gtin);
  vouch_lookup_stmt_bind_number (stmt, 2, status);
  vouch_lookup_stmt_bind_number (stmt, 3, limit);
  while (has_row)
    {
      if (!vouch_lookup_stmt_step (stmt, &has_row, error))
        return NULL;
      if (has_row)
        g_ptr_array_add (numbers, vouch_lookup_stmt_dup_text (stmt, 0));
    }
  for (guint i = 0; i < numbers->len; i++)
    {
      VouchLookupLot *lot;

      if (!vouch_lookup_lots_find (self, g_ptr_array_index (numbers, i), &lot, error))
        return NULL;
      if (lot != NULL)
        g_ptr_array_add (lots, lot);
    }
  return g_steal_pointer (&lots);
}

/**
 * vouch_lookup_lots_outdate:
 * @self: a cache
 *
 * Says that something was published. Safe from any thread.
 */
void
vouch_lookup_lots_outdate (VouchLookupLots *self)
{
  g_atomic_int_inc (&self->published);
}
