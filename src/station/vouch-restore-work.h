#pragma once

#include "vouch-use-case.h"

G_BEGIN_DECLS

typedef struct
{
  char *note; /* nullable */
} VouchRestoredRequest;

VOUCH_DECLARE_RECORD (VouchRestoredRequest, vouch_restored_request)

typedef struct
{
  gint64 epoch;     /* that publications are made in from now on; 0: the one before */
  gint64 version;   /* that codes are made with from now on */
  gint64 recovered; /* batches that had been given out and that the database did not know */
} VouchRestored;

VOUCH_DECLARE_RECORD (VouchRestored, vouch_restored)

/* The database went back to an earlier state, as the station found when it started, or as an administrator says. */
extern const VouchUseCase vouch_restore_note;
extern const VouchUseCase vouch_restore_declare;
/* The key file went back to an earlier state, as the station found when it started. */
extern const VouchUseCase vouch_restore_note_key_file;

gboolean vouch_restore_check (VouchStation *station, GError **error);

G_END_DECLS
