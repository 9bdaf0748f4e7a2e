#pragma once

#include "vouch-clock.h"
#include "vouch-lookup-db.h"
#include "vouch-lookup-keys.h"

G_BEGIN_DECLS

/**
 * VouchLookupIntake:
 * @keys: the service's keys, for control records
 * @clock: the time
 *
 * What is needed to take publications in.
 */
typedef struct
{
  const VouchLookupKeys *keys;
  VouchClock *clock;
} VouchLookupIntake;

gboolean vouch_lookup_intake_take (const VouchLookupIntake *self, VouchLookupDb *db, const char *lines, gsize length,
                                   GString *answers, GError **error);

G_END_DECLS
