#include "vouch-lookup-recent.h"

#include <string.h>

/**
 * vouch_lookup_recent_new:
 * @code: a unit
 * @count: its count as it is durable
 *
 * Returns: (transfer full): the unit, remembered
 */
VouchLookupRecent *
vouch_lookup_recent_new (const VouchLookupCode *code, const VouchLookupCount *count)
{
  VouchLookupRecent *self = g_rc_box_new0 (VouchLookupRecent);

  g_strlcpy (self->lot, code->lot, sizeof self->lot);
  self->code = (VouchLookupCode){ self->lot, code->key_version, code->unit };
  self->current = self->settled = *count;
  return self;
}

void
vouch_lookup_recent_unref (gpointer recent)
{
  g_rc_box_release (recent);
}

/**
 * vouch_lookup_recent_compare:
 * @a: a unit
 * @b: another
 * @unused: nothing
 *
 * Orders units as the table does.
 *
 * Returns: below, equal to or above 0
 */
int
vouch_lookup_recent_compare (gconstpointer a, gconstpointer b, gpointer unused)
{
  const VouchLookupCode *one = &((const VouchLookupRecent *)a)->code;
  const VouchLookupCode *other = &((const VouchLookupRecent *)b)->code;
  int lots = strcmp (one->lot, other->lot);

  if (lots != 0)
    return lots;
  if (one->key_version != other->key_version)
    return one->key_version < other->key_version ? -1 : 1;
  return one->unit < other->unit ? -1 : one->unit > other->unit;
}
