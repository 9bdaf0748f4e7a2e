#pragma once

#include <gio/gio.h>

#include "vouch-use-case.h"

G_BEGIN_DECLS

/* Who signed which epoch of this station. */
typedef struct
{
  gint64 epoch;
  GBytes *administrator; /* the public half of the key */
} VouchTakeoverRequest;

VOUCH_DECLARE_RECORD (VouchTakeoverRequest, vouch_takeover_request)

/* Answer VouchDone. */
extern const VouchUseCase vouch_takeover_sign;

/* Signs the station's epoch with an administrator's key: the line for the lookup service. Takes a second. */
char *vouch_takeover_make (VouchStation *station, VouchActor *actor, const char *key_path, const char *passphrase,
                           const char *key, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Waits for the network. */
gboolean vouch_takeover_send (VouchStation *station, const char *line, GCancellable *cancellable, GError **error);
/* Whether an administrator has to, as far as the station can know. */
gboolean vouch_takeover_is_wanted (VouchConn *conn, gint64 epoch);

G_END_DECLS
