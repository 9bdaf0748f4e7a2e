#pragma once

#include <adwaita.h>

#include "vouch-actor.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_KIOSK (vouch_kiosk_get_type ())
G_DECLARE_FINAL_TYPE (VouchKiosk, vouch_kiosk, VOUCH, KIOSK, GObject)

/**
 * VouchKiosk:
 *
 * A window that fills the screen and cannot be left: no close button, no quitting. Who may look after the station can
 * leave it by the application's action "leave-kiosk", which is there while they are signed in.
 */

VouchKiosk *
vouch_kiosk_new (GtkApplication *application, GtkWindow *window, AdwHeaderBar *header) G_GNUC_WARN_UNUSED_RESULT;
void vouch_kiosk_set_active (VouchKiosk *self, gboolean is_active);
gboolean vouch_kiosk_is_active (VouchKiosk *self);
void vouch_kiosk_set_actor (VouchKiosk *self, VouchActor *actor);

G_END_DECLS
