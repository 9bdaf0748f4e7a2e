#include "vouch-lookup-mould.h"

#include <string.h>

#include "vouch-hash.h"
#include "vouch-hex.h"

/* As many looks as one lot's pages have in a day, and some more; a lot that is asked for in many ways starts anew. */
#define MOULDS_MAX 16

typedef struct
{
  gsize offset; /* in the page: what stands before the word is copied */
  VouchLookupWord word;
} Hole;

struct _VouchLookupMould
{
  GBytes *page;
  gsize marker_length;
  GArray *holes; /* Hole, in the order of the page */
};

struct _VouchLookupMoulds
{
  GHashTable *moulds; /* guint64 * → VouchLookupMould * */
};

/**
 * vouch_lookup_mould_marker:
 * @word: a word
 *
 * Gets what stands in a page for a word that is not known yet. It is random in every process, so that nothing that
 * was published can look like it.
 *
 * Returns: the marker, letters and digits only, lent; all are of one length
 */
const char *
vouch_lookup_mould_marker (VouchLookupWord word)
{
  static gsize once;
  static char *markers[VOUCH_LOOKUP_WORDS];

  if (g_once_init_enter (&once))
    {
      guint8 random[16];

      for (guint i = 0; i < VOUCH_LOOKUP_WORDS; i++)
        {
          vouch_random_bytes (random, sizeof random);
          markers[i] = vouch_hex_write (random, sizeof random);
        }
      g_once_init_leave (&once, 1);
    }
  return markers[word];
}

static int
compare_holes (gconstpointer a, gconstpointer b)
{
  const Hole *one = a, *other = b;

  return (one->offset > other->offset) - (one->offset < other->offset);
}

static void
find_holes (VouchLookupMould *self, VouchLookupWord word)
{
  const char *marker = vouch_lookup_mould_marker (word);
  gsize length;
  const char *page = g_bytes_get_data (self->page, &length);
  const char *end = page + length, *found = page;

  while ((found = memmem (found, (gsize)(end - found), marker, self->marker_length)) != NULL)
    {
      const Hole hole = { (gsize)(found - page), word };

      g_array_append_val (self->holes, hole);
      found += self->marker_length;
    }
}

/**
 * vouch_lookup_mould_new:
 * @page: (transfer full): a page with markers
 *
 * Makes a mould of a page.
 *
 * Returns: (transfer full): the mould
 */
VouchLookupMould *
vouch_lookup_mould_new (GBytes *page)
{
  VouchLookupMould *self = g_new0 (VouchLookupMould, 1);

  self->page = page;
  self->marker_length = strlen (vouch_lookup_mould_marker (VOUCH_LOOKUP_WORD_SERIAL));
  self->holes = g_array_new (FALSE, FALSE, sizeof (Hole));
  for (int i = 0; i < VOUCH_LOOKUP_WORDS; i++)
    find_holes (self, (VouchLookupWord)i);
  g_array_sort (self->holes, compare_holes);
  return self;
}

/**
 * vouch_lookup_mould_free:
 * @self: (nullable): a mould
 *
 * Frees a mould.
 */
void
vouch_lookup_mould_free (VouchLookupMould *self)
{
  if (self == NULL)
    return;
  g_bytes_unref (self->page);
  g_array_unref (self->holes);
  g_free (self);
}

/**
 * vouch_lookup_mould_fill:
 * @self: a mould
 * @words: by #VouchLookupWord; none needs escaping: digits, letters, spaces, and dates as the texts write them
 *
 * Makes a unit's page.
 *
 * Returns: (transfer full): the page
 */
GBytes *
vouch_lookup_mould_fill (const VouchLookupMould *self, const char *const words[VOUCH_LOOKUP_WORDS])
{
  gsize lengths[VOUCH_LOOKUP_WORDS], page_length, from = 0;
  const char *page = g_bytes_get_data (self->page, &page_length);
  gsize length = page_length - self->holes->len * self->marker_length;
  char *filled, *to;

  if (self->holes->len == 0)
    return g_bytes_ref (self->page);
  for (guint i = 0; i < VOUCH_LOOKUP_WORDS; i++)
    lengths[i] = strlen (words[i]);
  for (guint i = 0; i < self->holes->len; i++)
    length += lengths[g_array_index (self->holes, Hole, i).word];
  filled = to = g_malloc (length);
  for (guint i = 0; i < self->holes->len; i++)
    {
      const Hole *hole = &g_array_index (self->holes, Hole, i);

      to = mempcpy (to, page + from, hole->offset - from);
      to = mempcpy (to, words[hole->word], lengths[hole->word]);
      from = hole->offset + self->marker_length;
    }
  memcpy (to, page + from, page_length - from);
  return g_bytes_new_take (filled, length);
}

static void
free_mould (gpointer mould)
{
  vouch_lookup_mould_free (mould);
}

/**
 * vouch_lookup_moulds_new:
 *
 * Makes an empty collection.
 *
 * Returns: (transfer full): the collection
 */
VouchLookupMoulds *
vouch_lookup_moulds_new (void)
{
  VouchLookupMoulds *self = g_new0 (VouchLookupMoulds, 1);

  self->moulds = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_mould);
  return self;
}

/**
 * vouch_lookup_moulds_free:
 * @self: (nullable): a collection
 *
 * Frees a collection.
 */
void
vouch_lookup_moulds_free (VouchLookupMoulds *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->moulds);
  g_free (self);
}

/**
 * vouch_lookup_moulds_find:
 * @self: a collection
 * @what: everything that the page depends on, in one number
 *
 * Finds a mould.
 *
 * Returns: (nullable): the mould, lent
 */
const VouchLookupMould *
vouch_lookup_moulds_find (const VouchLookupMoulds *self, guint64 what)
{
  return g_hash_table_lookup (self->moulds, &what);
}

/**
 * vouch_lookup_moulds_keep:
 * @self: a collection
 * @what: everything that the page depends on, in one number
 * @mould: (transfer full): a mould
 *
 * Keeps a mould for the next query.
 *
 * Returns: the mould, lent
 */
const VouchLookupMould *
vouch_lookup_moulds_keep (VouchLookupMoulds *self, guint64 what, VouchLookupMould *mould)
{
  if (g_hash_table_size (self->moulds) >= MOULDS_MAX)
    g_hash_table_remove_all (self->moulds);
  g_hash_table_insert (self->moulds, g_memdup2 (&what, sizeof what), mould);
  return mould;
}
