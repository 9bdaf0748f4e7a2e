#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchCodeVersionCause:
 * @VOUCH_CODE_VERSION_CAUSE_FIRST: the station's first key
 * @VOUCH_CODE_VERSION_CAUSE_ROTATION: an administrator wanted a fresh key
 * @VOUCH_CODE_VERSION_CAUSE_LEAK: the one before was revoked
 * @VOUCH_CODE_VERSION_CAUSE_RESTORE: the database went back to an earlier state
 * @VOUCH_CODE_VERSION_CAUSE_KEY_FILE: the key file went back to an earlier state
 *
 * Why there is a version of the code key.
 */
typedef enum
{
  VOUCH_CODE_VERSION_CAUSE_FIRST,
  VOUCH_CODE_VERSION_CAUSE_ROTATION,
  VOUCH_CODE_VERSION_CAUSE_LEAK,
  VOUCH_CODE_VERSION_CAUSE_RESTORE,
  VOUCH_CODE_VERSION_CAUSE_KEY_FILE,
} VouchCodeVersionCause;

extern const VouchEnum vouch_code_version_cause_values;

/**
 * VouchCodeVersion:
 *
 * A version of the code key as the database knows it. The key itself is in the key file.
 */
typedef struct
{
  gint64 id;
  gint64 version;
  VouchCodeVersionCause cause;
  char *note;
  gint64 made_by; /* 0: the station */
  gint64 made_at;
  gint64 revoked_by;
  gint64 revoked_at; /* 0: it is not */
  char *revoke_reason;
  gint64 recovered; /* batches that had been given out and that a database put back did not know */
  gint64 seen_by;
  gint64 seen_at; /* 0: that something was put back was not acknowledged yet */
} VouchCodeVersion;

VOUCH_DECLARE_RECORD (VouchCodeVersion, vouch_code_version)

G_END_DECLS
