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

/**
 * VouchLookupIntakeResult:
 * @n_stored: lines that are new and in their place
 * @n_refused: lines refused
 * @worst: the exit code that the refusals stand for: 0, 1 (a rule), 4 (busy)
 */
typedef struct
{
  guint n_stored;
  guint n_refused;
  int worst;
} VouchLookupIntakeResult;

gboolean vouch_lookup_intake_take (const VouchLookupIntake *self, VouchLookupDb *db, const char *lines, gsize length,
                                   GString *answers, VouchLookupIntakeResult *result, GError **error);

G_END_DECLS
