#pragma once

#include "vouch-desk-state.h"
#include "vouch-scan.h"
#include "vouch-station.h"

G_BEGIN_DECLS

/**
 * VouchSessionSettings:
 * @command_prefix: of command codes, "XC"
 * @label_window_ms: how long after a goods scan another one belongs to the same label
 * @repeat_ms: how soon the same code again is ignored
 * @sign_window_ms: how long a signature is waited for
 * @look_ms: how often, while nothing is done, a desk looks whether disk, file and clock are still as they were
 * @label_directory: (nullable): where label PDFs go; %NULL for "labels" in the station's directory
 * @camera: (nullable): where photos come from, in the words of gst-launch; %NULL for the first camera
 */
typedef struct
{
  const char *command_prefix;
  guint label_window_ms;
  guint repeat_ms;
  guint sign_window_ms;
  guint look_ms;
  const char *label_directory;
  const char *camera;
} VouchSessionSettings;

#define VOUCH_SESSION_SETTINGS_DEFAULT                                                                                 \
  {                                                                                                                    \
    VOUCH_COMMAND_PREFIX, 400, 1500, 10000, 60000, NULL, NULL                                                          \
  }

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
VouchDeskState *vouch_session_dup_state (VouchSession *self) G_GNUC_WARN_UNUSED_RESULT;
VouchActor *vouch_session_get_actor (VouchSession *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchSession, vouch_session_free)

G_END_DECLS
