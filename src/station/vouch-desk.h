#pragma once

#include <gio/gio.h>

#include "vouch-desk-state.h"
#include "vouch-scan.h"
#include "vouch-session.h"
#include "vouch-use-case.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_DESK (vouch_desk_get_type ())
G_DECLARE_FINAL_TYPE (VouchDesk, vouch_desk, VOUCH, DESK, GObject)

/**
 * VouchDesk:
 *
 * An inspector's stand for a window: a session on a thread of its own, so that nothing blocks the window. Scans,
 * commands and typed answers are queued in order and never dropped; after each, the signal "changed" is emitted in the
 * main context that made the desk, and vouch_desk_get_state() gives the new state.
 *
 * Signals: "changed" (void).
 */

VouchDesk *vouch_desk_new (VouchStation *station, const VouchSessionSettings *settings) G_GNUC_WARN_UNUSED_RESULT;
void vouch_desk_close (VouchDesk *self);
VouchStation *vouch_desk_get_station (VouchDesk *self);
void vouch_desk_set_settings (VouchDesk *self, const VouchSessionSettings *settings);
VouchDeskState *vouch_desk_get_state (VouchDesk *self);
VouchActor *vouch_desk_get_actor (VouchDesk *self);
void vouch_desk_scan (VouchDesk *self, const VouchScan *scan);
void vouch_desk_command (VouchDesk *self, VouchCommand command, int argument);
void vouch_desk_type (VouchDesk *self, const char *text);
void vouch_desk_refuse (VouchDesk *self, const char *word, const char *message);
void vouch_desk_take_photo (VouchDesk *self, const char *path);
void vouch_desk_open_lot (VouchDesk *self, gint64 lot_id);
void vouch_desk_keep_history (VouchDesk *self);
void vouch_desk_resume (VouchDesk *self, gint64 work_id);
void vouch_desk_refresh (VouchDesk *self);

/* A use case as the signed-in actor, on the desk's thread. @request is taken; its type is the use case's. */
void vouch_desk_run_async (VouchDesk *self, const VouchUseCase *use_case, gpointer request,
                           GAsyncReadyCallback callback, gpointer user_data);
/* What is more than one use case, like printing: on the desk's thread, as whoever is signed in. */
typedef gpointer (*VouchDeskWork) (VouchStation *station, VouchActor *actor, gpointer data, GError **error);
void vouch_desk_work_async (VouchDesk *self, VouchDeskWork func, gpointer data, GDestroyNotify free_data,
                            GDestroyNotify free_result, GAsyncReadyCallback callback, gpointer user_data);
gpointer vouch_desk_work_finish (VouchDesk *self, GAsyncResult *result, GError **error);
/* The answer, to be freed with vouch_record_free () of the use case's answer type. */
gpointer vouch_desk_run_finish (VouchDesk *self, GAsyncResult *result, GError **error);

/* Reading for a page, on a thread beside the desk's. @data is taken and freed with @free_data. */
void vouch_desk_read_async (VouchDesk *self, VouchJob job, gpointer data, GDestroyNotify free_data,
                            GDestroyNotify free_result, GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data);
gpointer vouch_desk_read_finish (VouchDesk *self, GAsyncResult *result, GError **error);

G_END_DECLS
