#pragma once

#include <gio/gio.h>

#include "vouch-camera.h"
#include "vouch-device-monitor.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_CAMERA_SESSION (vouch_camera_session_get_type ())
G_DECLARE_FINAL_TYPE (VouchCameraSession, vouch_camera_session, VOUCH, CAMERA_SESSION, GObject)

/**
 * VouchCameraSession:
 *
 * The station's camera as long as it is due: open, or lost and waited for. When a camera is plugged in it is tried
 * again by itself.
 *
 * Signals: "opened": it is tried; "picture", "sight" and "codes" as of #VouchCamera; "lost": it is not there, or not
 * any more; "returned": one that was lost gives pictures again; "closed": it is not due any more, or another one is.
 */

VouchCameraSession *vouch_camera_session_new (void) G_GNUC_WARN_UNUSED_RESULT;
void vouch_camera_session_set_hub (VouchCameraSession *self, VouchCameraHub *hub);
void vouch_camera_session_set_settings (VouchCameraSession *self, GSettings *settings);
void vouch_camera_session_set_monitor (VouchCameraSession *self, VouchDeviceMonitor *monitor);
void vouch_camera_session_set_due (VouchCameraSession *self, gboolean is_due);
void vouch_camera_session_retry (VouchCameraSession *self);
VouchCamera *vouch_camera_session_get_camera (VouchCameraSession *self);
gboolean vouch_camera_session_is_mirrored (VouchCameraSession *self);

G_END_DECLS
