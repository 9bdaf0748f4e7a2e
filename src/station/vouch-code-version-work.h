#pragma once

#include "vouch-code-version.h"
#include "vouch-use-case.h"

G_BEGIN_DECLS

typedef struct
{
  char *note; /* nullable */
} VouchRotateRequest;

VOUCH_DECLARE_RECORD (VouchRotateRequest, vouch_rotate_request)

typedef struct
{
  gint64 key_version;
  char *reason;
} VouchRevokeRequest;

VOUCH_DECLARE_RECORD (VouchRevokeRequest, vouch_revoke_request)

typedef struct
{
  gint64 version;   /* that codes are made with from now on */
  gint64 revoked;   /* 0: none was */
  gint64 dead;      /* batches of it that were not printed, and now never are */
  gint64 withdrawn; /* units of it that customers may know */
} VouchVersionChanged;

VOUCH_DECLARE_RECORD (VouchVersionChanged, vouch_version_changed)

/* A new version of the code key; open lots go on under it. */
extern const VouchUseCase vouch_key_rotate;
/* A version that is no longer vouched for: what it has not printed dies, what it has is published as withdrawn. */
extern const VouchUseCase vouch_key_revoke;

gboolean
vouch_code_version_plan (VouchAct *act, VouchCodeVersionCause cause, const char *note, gint64 *version, GError **error);
gboolean vouch_code_version_is_revoked (VouchConn *conn, VouchStation *station, gint64 version, gboolean *is_revoked,
                                        GError **error);
gboolean vouch_code_version_settle (VouchStation *station, GError **error);

G_END_DECLS
