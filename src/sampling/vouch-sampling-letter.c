#include "vouch-sampling-letter.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"

static const char *const levels[VOUCH_N_SAMPLING_LEVELS + 1] = { "I", "II", "III", "S-1", "S-2", "S-3", "S-4", NULL };

/* The last lot size of each line of the code letter table; the line after them has no limit. */
static const gint64 lot_limits[] = { 8, 15, 25, 50, 90, 150, 280, 500, 1200, 3200, 10000, 35000, 150000, 500000 };
static const char level_letters[VOUCH_N_SAMPLING_LEVELS][G_N_ELEMENTS (lot_limits) + 2] = {
  "AABCCDEFGHJKLMN", /* I */
  "ABCDEFGHJKLMNPQ", /* II */
  "BCDEFGHJKLMNPQR", /* III */
  "AAAABBBBCCCCDDD", /* S-1 */
  "AAABBBCCCDDDEEE", /* S-2 */
  "AABBCCDDEEFFGGH", /* S-3 */
  "AABCCDEEFGGHJJK", /* S-4 */
};

/**
 * vouch_sampling_get_levels:
 *
 * Returns: (transfer none) (array zero-terminated=1): the inspection levels, general ones first
 */
const char *const *
vouch_sampling_get_levels (void)
{
  return levels;
}

/**
 * vouch_sampling_find_level:
 * @text: (nullable): an inspection level
 * @index: (out): its index in vouch_sampling_get_levels()
 * @error: INVALID, listing the levels that exist
 *
 * Returns: whether the standards know this level
 */
gboolean
vouch_sampling_find_level (const char *text, guint *index, GError **error)
{
  g_autofree char *known = NULL;

  g_return_val_if_fail (index != NULL, FALSE);

  for (guint i = 0; text != NULL && i < VOUCH_N_SAMPLING_LEVELS; i++)
    if (strcmp (levels[i], text) == 0)
      {
        *index = i;
        return TRUE;
      }
  known = g_strjoinv (", ", (char **)levels);
  vouch_set_field_error (error, "level", VOUCH_ERROR_INVALID,
                         _ ("“%s” is not an inspection level of the standard; choose one of %s"),
                         text != NULL ? text : "", known);
  return FALSE;
}

/**
 * vouch_sampling_code_letter:
 * @lot_size: items in the lot, at least 1
 * @level_index: index in vouch_sampling_get_levels()
 *
 * Returns: the sample size code letter, or '\0' for a lot of one, which has none
 */
char
vouch_sampling_code_letter (gint64 lot_size, guint level_index)
{
  guint line = 0;

  g_return_val_if_fail (lot_size >= 1 && level_index < VOUCH_N_SAMPLING_LEVELS, '\0');

  if (lot_size == 1)
    return '\0';
  while (line < G_N_ELEMENTS (lot_limits) && lot_size > lot_limits[line])
    line++;
  return level_letters[level_index][line];
}
