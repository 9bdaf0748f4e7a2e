#pragma once

#include "vouch-code-version.h"
#include "vouch-station.h"

G_BEGIN_DECLS

/**
 * VouchKeyState:
 * @VOUCH_KEY_STATE_IN_USE: codes are made with it
 * @VOUCH_KEY_STATE_KEPT: what was made with it still verifies
 * @VOUCH_KEY_STATE_REVOKED: what was made with it shows as withdrawn
 * @VOUCH_KEY_STATE_MISSING: the key file does not have it: nothing made with it can be verified here
 *
 * How a version of the code key stands.
 */
typedef enum
{
  VOUCH_KEY_STATE_IN_USE,
  VOUCH_KEY_STATE_KEPT,
  VOUCH_KEY_STATE_REVOKED,
  VOUCH_KEY_STATE_MISSING,
} VouchKeyState;

extern const VouchEnum vouch_key_state_values;

/* A version of the code key as a list shows it: what the key file and the database know of it together. */
typedef struct
{
  gint64 version;
  VouchKeyState state;
  VouchCodeVersionCause cause;
  char *note;
  gint64 made_at;
  char *made_by; /* nullable: the station itself */
  gint64 batches;
  gint64 units;
  gint64 revoked_at;
  char *revoked_by;
  char *revoke_reason;
  gboolean is_unseen; /* it began because something was put back, which nobody has acknowledged */
  gint64 seen_at;
  char *seen_by;
} VouchKeyView;

VOUCH_DECLARE_RECORD (VouchKeyView, vouch_key_view)

GPtrArray *vouch_key_view_list (VouchConn *conn, VouchStation *station, GError **error) G_GNUC_WARN_UNUSED_RESULT;
const char *vouch_key_view_describe_state (VouchKeyState state);
const char *vouch_key_view_describe_cause (VouchCodeVersionCause cause);

G_END_DECLS
