/* Which qualifiers may follow a key in the path of a Digital Link: lists in a fixed order, of which each may be left
 * out, and some keys have a choice of lists that do not mix. */
#include "vouch-gs1-link-key.h"

#include <string.h>

/* The place of @ai in a list of identifiers separated by spaces and ended by | or the end; -1 if it is not there. */
static int
find_place (const char *list, const char *ai)
{
  int place = 0;

  while (*list != '\0' && *list != '|')
    {
      gsize length = strcspn (list, " |");

      if (length == strlen (ai) && strncmp (list, ai, length) == 0)
        return place;
      list += length + strspn (list + length, " ");
      place++;
    }
  return -1;
}

static const char *
next_list (const char *list)
{
  const char *bar = strchr (list, '|');

  return bar != NULL ? bar + 1 : NULL;
}

static gboolean
is_ordered (const char *list, const VouchGs1Element *qualifiers, guint n_qualifiers)
{
  int before = -1;

  for (guint i = 0; i < n_qualifiers; i++)
    {
      int place = find_place (list, qualifiers[i].ai);

      if (place <= before)
        return FALSE;
      before = place;
    }
  return TRUE;
}

/**
 * vouch_gs1_link_path_is_ordered:
 * @key: a primary key
 * @qualifiers: (array length=n_qualifiers): what follows it in the path
 * @n_qualifiers: how many
 *
 * Returns: whether they may follow, and in this order
 */
gboolean
vouch_gs1_link_path_is_ordered (const VouchGs1Ai *key, const VouchGs1Element *qualifiers, guint n_qualifiers)
{
  if (n_qualifiers == 0)
    return TRUE;
  for (const char *list = key->qualifiers; list != NULL; list = next_list (list))
    if (is_ordered (list, qualifiers, n_qualifiers))
      return TRUE;
  return FALSE;
}

/**
 * vouch_gs1_link_fits_path:
 * @key: a primary key
 * @qualifiers: (array length=n_qualifiers): what follows it in the path, in order
 * @n_qualifiers: how many
 * @ai: another identifier
 *
 * Returns: whether @ai could stand in the path too
 */
gboolean
vouch_gs1_link_fits_path (const VouchGs1Ai *key, const VouchGs1Element *qualifiers, guint n_qualifiers, const char *ai)
{
  for (const char *list = key->qualifiers; list != NULL; list = next_list (list))
    if (find_place (list, ai) >= 0 && is_ordered (list, qualifiers, n_qualifiers))
      return TRUE;
  return FALSE;
}
