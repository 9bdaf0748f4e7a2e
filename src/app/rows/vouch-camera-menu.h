#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_CAMERA_MENU (vouch_camera_menu_get_type ())
G_DECLARE_FINAL_TYPE (VouchCameraMenu, vouch_camera_menu, VOUCH, CAMERA_MENU, AdwBin)

/**
 * VouchCameraMenu:
 *
 * A button with the cameras that are plugged in, to be chosen rather than typed. They are looked for when it is opened.
 */

GtkWidget *vouch_camera_menu_new (GSettings *settings, const char *key) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
