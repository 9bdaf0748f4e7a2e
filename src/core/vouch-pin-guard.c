#include "vouch-pin-guard.h"

#define FREE_FAILURES 2 /* anybody mistypes */
#define FIRST_WAIT_S 5
#define LONGEST_WAIT_S 900

static const VouchField fields[] = {
  VOUCH_FIELD (VouchPinGuard, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPinGuard, user_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPinGuard, failures, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPinGuard, failed_at, TIME, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchPinGuard, vouch_pin_guard, "pin_guard", fields)

/* 5 seconds after the third wrong PIN, twice as long after each further one, 15 minutes at most: at that pace ten
 * thousand PINs take more than a hundred days. */
static gint64
get_whole_wait_s (gint64 failures)
{
  gint64 wait_s = FIRST_WAIT_S;

  if (failures <= FREE_FAILURES)
    return 0;
  for (gint64 i = FREE_FAILURES + 1; i < failures && wait_s < LONGEST_WAIT_S; i++)
    wait_s *= 2;
  return MIN (wait_s, LONGEST_WAIT_S);
}

/**
 * vouch_pin_guard_get_wait:
 * @self: (nullable): a guard; %NULL where the PIN was never wrong
 * @now: Unix microseconds UTC
 *
 * A clock that was set back makes nobody wait longer than the longest wait.
 *
 * Returns: for how many more seconds no PIN is looked at
 */
gint64
vouch_pin_guard_get_wait (const VouchPinGuard *self, gint64 now)
{
  gint64 whole_s, passed_s;

  if (self == NULL)
    return 0;
  whole_s = get_whole_wait_s (self->failures);
  passed_s = (now - self->failed_at) / G_USEC_PER_SEC;
  if (passed_s < -LONGEST_WAIT_S)
    return 0;
  return MAX (whole_s - MAX (passed_s, 0), 0);
}
