#include "vouch-agreement.h"

#include <string.h>

/* From the least to the greatest @axis (0: x, 1: y) of the corners. */
static void
measure (const VouchSymbol *self, int axis, int *least, int *greatest)
{
  *least = *greatest = self->corners[0][axis];
  for (int i = 1; i < 4; i++)
    {
      *least = MIN (*least, self->corners[i][axis]);
      *greatest = MAX (*greatest, self->corners[i][axis]);
    }
}

static gboolean
overlaps (const VouchSymbol *one, const VouchSymbol *other)
{
  for (int axis = 0; axis < 2; axis++)
    {
      int one_least, one_greatest, other_least, other_greatest;

      measure (one, axis, &one_least, &one_greatest);
      measure (other, axis, &other_least, &other_greatest);
      if (one_greatest < other_least || other_greatest < one_least)
        return FALSE;
    }
  return TRUE;
}

/* Two different codes cannot lie on each other: at least one is a misreading, and may be one in every frame. */
static gboolean
has_rival (const VouchSymbol *symbol, GPtrArray *frame)
{
  for (guint i = 0; i < frame->len; i++)
    {
      const VouchSymbol *other = g_ptr_array_index (frame, i);

      if (!vouch_symbol_says_the_same (symbol, other) && overlaps (symbol, other))
        return TRUE;
    }
  return FALSE;
}

static gboolean
was_seen (const VouchSymbol *symbol, GPtrArray *frame)
{
  for (guint i = 0; i < frame->len; i++)
    if (vouch_symbol_says_the_same (symbol, g_ptr_array_index (frame, i)))
      return TRUE;
  return FALSE;
}

/* Any number of frames agree on the bytes; which letters those are stays a guess unless they are UTF-8. */
static gboolean
is_guessed (const VouchSymbol *symbol)
{
  g_autoptr (GBytes) text = g_bytes_new_static (symbol->text, symbol->length);

  return !g_bytes_equal (text, symbol->bytes);
}

static VouchSymbol *
copy_agreed (const VouchSymbol *symbol)
{
  VouchSymbol *copy = vouch_symbol_copy (symbol);

  copy->sure = symbol->sure || !is_guessed (symbol);
  return copy;
}

/**
 * vouch_agreement_of_frames:
 * @before: (nullable) (element-type VouchSymbol): what the frame before showed
 * @now: (element-type VouchSymbol): what the newest frame shows
 * @doubtful: (out) (optional) (transfer full) (element-type VouchSymbol): copies of what may not be believed yet
 *
 * Picks what may be believed of a camera's frame: what is sure alone, and what the frame before showed as well, unless
 * another code lies at the same place. What two frames agree on becomes sure, but if its text had to be guessed.
 * Whatever else is seen may be shown, but is not used.
 *
 * Returns: (transfer full) (element-type VouchSymbol): copies, perhaps none
 */
GPtrArray *
vouch_agreement_of_frames (GPtrArray *before, GPtrArray *now, GPtrArray **doubtful)
{
  GPtrArray *agreed = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_symbol_free);

  if (doubtful != NULL)
    *doubtful = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_symbol_free);

  g_return_val_if_fail (now != NULL, agreed);

  for (guint i = 0; i < now->len; i++)
    {
      const VouchSymbol *symbol = g_ptr_array_index (now, i);

      if (symbol->sure || (before != NULL && was_seen (symbol, before) && !has_rival (symbol, now)))
        g_ptr_array_add (agreed, copy_agreed (symbol));
      else if (doubtful != NULL)
        g_ptr_array_add (*doubtful, vouch_symbol_copy (symbol));
    }
  return agreed;
}
