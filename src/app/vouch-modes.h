#pragma once

#include "vouch-window.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_MODES (vouch_modes_get_type ())
G_DECLARE_FINAL_TYPE (VouchModes, vouch_modes, VOUCH, MODES, GObject)

/**
 * VouchModes:
 *
 * What the station's settings make of its window while it runs: how it looks, whether it is a kiosk, and when a desk
 * that nobody stands at is locked.
 */

VouchModes *vouch_modes_new (GtkApplication *application, VouchWindow *window, GSettings *settings,
                             gboolean is_kiosk) G_GNUC_WARN_UNUSED_RESULT;
void vouch_modes_set_desk (VouchModes *self, VouchDesk *desk);
void vouch_modes_touch (VouchModes *self);

G_END_DECLS
