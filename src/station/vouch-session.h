#pragma once

#include "vouch-desk-state.h"
#include "vouch-scan.h"
#include "vouch-session-settings.h"
#include "vouch-station.h"

G_BEGIN_DECLS

/**
 * VouchSession:
 *
 * One person's work at a station, from badge to printed label: takes scans, commands and typed answers, decides by
 * context what they mean, and runs the use cases. Window and command line drive the same session. Used by one thread;
 * every call waits for the disk.
 */
typedef struct _VouchSession VouchSession;

VouchSession *vouch_session_new (VouchStation *station, const VouchSessionSettings *settings) G_GNUC_WARN_UNUSED_RESULT;
void vouch_session_free (VouchSession *self);
void vouch_session_set_settings (VouchSession *self, const VouchSessionSettings *settings);
void vouch_session_scan (VouchSession *self, const VouchScan *scan);
void vouch_session_command (VouchSession *self, VouchCommand command, int argument);
void vouch_session_type (VouchSession *self, const char *text);
void vouch_session_take_photo (VouchSession *self, GBytes *file, const char *name);
void vouch_session_refuse (VouchSession *self, const char *word, const char *message);
void vouch_session_open_lot (VouchSession *self, gint64 lot_id);
void vouch_session_resume (VouchSession *self, gint64 work_id);
gboolean vouch_session_has_history (const VouchSession *self);
void vouch_session_keep_history (VouchSession *self);
VouchDeskState *vouch_session_dup_state (VouchSession *self) G_GNUC_WARN_UNUSED_RESULT;
VouchActor *vouch_session_get_actor (VouchSession *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchSession, vouch_session_free)

G_END_DECLS
