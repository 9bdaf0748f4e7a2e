#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchAdministratorKey:
 *
 * The public half of a key by which an administrator takes over a new epoch of this station at the lookup service. The
 * other half is in a file that is kept off the station.
 */
typedef struct
{
  gint64 id;
  GBytes *public_key; /* Ed25519, 32 bytes */
  gint64 user_id;     /* whose */
  gint64 added_at;
  gint64 withdrawn_by;
  gint64 withdrawn_at; /* 0: it counts */
  char *reason;
} VouchAdministratorKey;

VOUCH_DECLARE_RECORD (VouchAdministratorKey, vouch_administrator_key)

G_END_DECLS
