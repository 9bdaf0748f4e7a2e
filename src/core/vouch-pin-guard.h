#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchPinGuard:
 * @user_id: whose PIN
 * @failures: how often in a row it was wrong
 * @failed_at: when it was wrong last, Unix microseconds UTC
 *
 * What slows somebody down who tries out PINs. Nobody is locked out: the right PIN works when the wait is over.
 */
typedef struct
{
  gint64 id;
  gint64 user_id;
  gint64 failures;
  gint64 failed_at;
} VouchPinGuard;

VOUCH_DECLARE_RECORD (VouchPinGuard, vouch_pin_guard)

gint64 vouch_pin_guard_get_wait (const VouchPinGuard *self, gint64 now);

G_END_DECLS
