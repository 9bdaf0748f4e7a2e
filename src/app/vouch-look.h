#pragma once

#include "vouch-room.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_LOOK (vouch_look_get_type ())
G_DECLARE_FINAL_TYPE (VouchLook, vouch_look, VOUCH, LOOK, GObject)

/**
 * VouchLook:
 *
 * How a window looks as the station's settings say, from the moment that they say it: light, dark or with more
 * contrast, the size of the text, targets for gloves, the colours of results, and whether anything moves; and its type
 * has the size that there is room for.
 */

VouchLook *vouch_look_new (GSettings *settings, GtkWidget *window) G_GNUC_WARN_UNUSED_RESULT;
VouchRoom *vouch_look_get_room (VouchLook *self);

G_END_DECLS
