#include "vouch-code-choice.h"

struct _VouchCodeChoice
{
  GPtrArray *codes; /* VouchSymbol, by number */
  VouchScanOrigin origin;
};

/* As they are read: from the top, and from the left. */
static int
compare_places (gconstpointer a, gconstpointer b)
{
  const VouchSymbol *one = *(VouchSymbol *const *)a, *other = *(VouchSymbol *const *)b;
  int below = one->corners[0][1] - other->corners[0][1];

  return below != 0 ? below : one->corners[0][0] - other->corners[0][0];
}

/**
 * vouch_code_choice_new:
 * @symbols: (element-type VouchSymbol): the codes, which are copied
 * @origin: where they were seen
 *
 * Numbers the codes from the top, and from the left.
 *
 * Returns: (transfer full): the choice among them
 */
VouchCodeChoice *
vouch_code_choice_new (GPtrArray *symbols, VouchScanOrigin origin)
{
  VouchCodeChoice *self = g_new0 (VouchCodeChoice, 1);

  self->codes = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_symbol_free);
  self->origin = origin;
  vouch_code_choice_add (self, symbols);
  g_ptr_array_sort (self->codes, compare_places);
  return self;
}

/**
 * vouch_code_choice_free:
 * @self: (nullable) (transfer full): a choice
 */
void
vouch_code_choice_free (VouchCodeChoice *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->codes);
  g_free (self);
}

/**
 * vouch_code_choice_add:
 * @self: a choice
 * @symbols: (element-type VouchSymbol): what is seen now; what is not known yet is copied
 *
 * Numbers that were read stay what they are, so new codes come after them, as long as there are digits.
 */
void
vouch_code_choice_add (VouchCodeChoice *self, GPtrArray *symbols)
{
  g_return_if_fail (self != NULL && symbols != NULL);

  for (guint i = 0; i < symbols->len && self->codes->len < VOUCH_CODE_CHOICE_MAX; i++)
    {
      const VouchSymbol *symbol = g_ptr_array_index (symbols, i);

      if (vouch_code_choice_find (self, symbol) == 0)
        g_ptr_array_add (self->codes, vouch_symbol_copy (symbol));
    }
}

/**
 * vouch_code_choice_find:
 * @self: (nullable): a choice
 * @symbol: a code
 *
 * Returns: its number; 0 if it has none, or nothing is asked
 */
guint
vouch_code_choice_find (const VouchCodeChoice *self, const VouchSymbol *symbol)
{
  for (guint i = 0; self != NULL && i < self->codes->len; i++)
    if (vouch_symbol_says_the_same (g_ptr_array_index (self->codes, i), symbol))
      return i + 1;
  return 0;
}

/**
 * vouch_code_choice_get:
 * @self: (nullable): a choice
 * @number: of a code, from 1
 *
 * Returns: (transfer none) (nullable): that code; %NULL if there is none, or nothing is asked
 */
const VouchSymbol *
vouch_code_choice_get (const VouchCodeChoice *self, guint number)
{
  if (self == NULL || number < 1 || number > self->codes->len)
    return NULL;
  return g_ptr_array_index (self->codes, number - 1);
}

/**
 * vouch_code_choice_get_codes:
 * @self: a choice
 *
 * Returns: (transfer none) (element-type VouchSymbol): all of them, by number
 */
GPtrArray *
vouch_code_choice_get_codes (const VouchCodeChoice *self)
{
  return self->codes;
}

/**
 * vouch_code_choice_get_origin:
 * @self: a choice
 *
 * Returns: where the codes were seen
 */
VouchScanOrigin
vouch_code_choice_get_origin (const VouchCodeChoice *self)
{
  return self->origin;
}
