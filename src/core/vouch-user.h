#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchUserState:
 *
 * Whether the user may sign in.
 */
typedef enum
{
  VOUCH_USER_STATE_ACTIVE,
  VOUCH_USER_STATE_RETIRED,
} VouchUserState;

extern const VouchEnum vouch_user_state_values;

/**
 * VouchUser:
 *
 * A person with a badge. The PIN is kept as an Argon2id hash.
 */
typedef struct
{
  gint64 id;
  char *badge; /* as printed on the badge */
  char *name;
  GBytes *personal_salt;
  char *pin_hash; /* NULL: no PIN set */
  VouchUserState state;
  gint64 created_at;
} VouchUser;

VOUCH_DECLARE_RECORD (VouchUser, vouch_user)

G_END_DECLS
