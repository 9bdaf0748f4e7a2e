#pragma once

#include <adwaita.h>

#include "vouch-camera-session.h"
#include "vouch-scan.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_CAMERA_VIEW (vouch_camera_view_get_type ())
G_DECLARE_FINAL_TYPE (VouchCameraView, vouch_camera_view, VOUCH, CAMERA_VIEW, AdwBin)

/**
 * VouchCameraView:
 *
 * What the camera sees, beside the work, with the codes that were found in it; and the question which of several codes
 * is meant, of a camera's picture as of any other. The camera is open exactly as long as it is wanted and somebody can
 * see the view.
 *
 * Signals: "taken" (GPtrArray of VouchSymbol, VouchScanOrigin): these codes are scans, all of them of one label;
 * "match" (GPtrArray of VouchSymbol) → gboolean: whether they may be taken as one label; "closed": the camera is not
 * wanted any more; "changed": there is something else to see, or to be asked; "returned": a camera that was lost is
 * back.
 */

VouchCameraSession *vouch_camera_view_get_session (VouchCameraView *self);
void vouch_camera_view_set_wanted (VouchCameraView *self, gboolean is_wanted);
gboolean vouch_camera_view_is_open (VouchCameraView *self);
void vouch_camera_view_wait_for_picture (VouchCameraView *self);
void vouch_camera_view_show_picture (VouchCameraView *self, GBytes *red_green_blue, guint width, guint height,
                                     GPtrArray *places, GPtrArray *symbols);
gboolean vouch_camera_view_is_choosing (VouchCameraView *self);
gboolean vouch_camera_view_choose (VouchCameraView *self, guint number);
gboolean vouch_camera_view_choose_all (VouchCameraView *self);
void vouch_camera_view_dismiss (VouchCameraView *self);

G_END_DECLS
