#include "vouch-id-spans.h"

/* Between the first and the last difference spans are told apart up to so many ids; beyond, the rest is one span. */
#define EXACT_MAX 512

#define ID(ids, i) g_array_index (ids, gint64, i)

/* What is left of both lists between their common beginning and their common end. */
typedef struct
{
  const gint64 *old_ids;
  const gint64 *new_ids;
  guint n_old;
  guint n_new;
  guint position; /* of the first of both */
} Middle;

static Middle
trim (const GArray *before, const GArray *after)
{
  guint shorter = MIN (before->len, after->len);
  guint head = 0, tail = 0;

  while (head < shorter && ID (before, head) == ID (after, head))
    head++;
  while (tail < shorter - head && ID (before, before->len - 1 - tail) == ID (after, after->len - 1 - tail))
    tail++;
  return (Middle){ (const gint64 *)(gconstpointer)before->data + head,
                   (const gint64 *)(gconstpointer)after->data + head, before->len - head - tail,
                   after->len - head - tail, head };
}

static GHashTable *
make_set (const gint64 *ids, guint n)
{
  GHashTable *set = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < n; i++)
    g_hash_table_add (set, (gpointer)&ids[i]);
  return set;
}

/* Walks both lists at once. An id that is in both but not at the same place has moved: it goes here and comes there.
 * The old ids are copied, for they may be the very list that the spans are made on. */
static void
walk (const Middle *middle, VouchSpanFunc func, gpointer data)
{
  g_autofree gint64 *old_ids = g_memdup2 (middle->old_ids, middle->n_old * sizeof *old_ids);
  g_autoptr (GHashTable) old_set = make_set (old_ids, middle->n_old);
  g_autoptr (GHashTable) new_set = make_set (middle->new_ids, middle->n_new);
  guint i = 0, j = 0;

  while (i < middle->n_old || j < middle->n_new)
    {
      guint first_old = i, first_new = j;

      while (i < middle->n_old && !g_hash_table_contains (new_set, &old_ids[i]))
        i++;
      while (j < middle->n_new && !g_hash_table_contains (old_set, &middle->new_ids[j]))
        j++;
      if (i == first_old && j == first_new)
        {
          if (old_ids[i] == middle->new_ids[j])
            {
              i++, j++;
              continue;
            }
          g_hash_table_remove (old_set, &old_ids[i++]);
        }
      func (middle->position + first_new, i - first_old, middle->new_ids + first_new, j - first_new, data);
    }
}

/**
 * vouch_id_spans_find:
 * @before: (element-type gint64): ids, each once
 * @after: (element-type gint64): the same list later, each id once
 * @func: takes one change
 * @data: for @func
 *
 * Finds what turns one list into the other, as exact spans: what is in both at its place is in none of them. @func may
 * make the spans on @before itself.
 */
void
vouch_id_spans_find (const GArray *before, const GArray *after, VouchSpanFunc func, gpointer data)
{
  Middle middle = trim (before, after);

  if (middle.n_old == 0 && middle.n_new == 0)
    return;
  if (middle.n_old == 0 || middle.n_new == 0 || middle.n_old + middle.n_new > EXACT_MAX)
    func (middle.position, middle.n_old, middle.new_ids, middle.n_new, data);
  else
    walk (&middle, func, data);
}
