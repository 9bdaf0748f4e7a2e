#pragma once

#include "vouch-camera-hub.h"
#include "vouch-camera-look.h"

G_BEGIN_DECLS

/**
 * VouchCameraRun:
 *
 * The thread of one camera from its opening to its end, and what it has to tell. It goes on by itself until it has
 * given the device back, whoever has lost interest meanwhile.
 */
typedef struct _VouchCameraRun VouchCameraRun;

/**
 * VouchCameraNotice:
 * @codes: (owned) (element-type VouchCameraCode): what is in the picture, at least one of them new
 * @frame: (owned): the picture
 */
typedef struct
{
  GPtrArray *codes;
  VouchFrame *frame;
} VouchCameraNotice;

void vouch_camera_notice_free (VouchCameraNotice *self);

/**
 * VouchCameraMail:
 * @frame: (owned) (nullable): the newest frame, if it is newer than the last, as large as there is room for it
 * @sight: (owned) (nullable): the newest sight, if it is newer than the last
 * @notices: (owned) (element-type VouchCameraNotice): every one since the last time
 * @error: (owned) (nullable): why it ended
 */
typedef struct
{
  VouchFrame *frame;
  VouchCameraSight *sight;
  GPtrArray *notices;
  GError *error;
} VouchCameraMail;

void vouch_camera_mail_clear (VouchCameraMail *self);

VouchCameraRun *vouch_camera_run_new (VouchCameraHub *hub, const char *source, GSourceFunc mailed,
                                      gpointer data) G_GNUC_WARN_UNUSED_RESULT;
void vouch_camera_run_stop (VouchCameraRun *self);
void vouch_camera_run_unref (VouchCameraRun *self);
void vouch_camera_run_set_room (VouchCameraRun *self, guint width, guint height);
void vouch_camera_run_collect (VouchCameraRun *self, VouchCameraMail *mail);
void vouch_camera_run_count (VouchCameraRun *self, guint64 *read, guint64 *dropped);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VouchCameraMail, vouch_camera_mail_clear)

G_END_DECLS
