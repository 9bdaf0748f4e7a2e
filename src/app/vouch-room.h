#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_ROOM (vouch_room_get_type ())
G_DECLARE_FINAL_TYPE (VouchRoom, vouch_room, VOUCH, ROOM, GObject)

/**
 * VouchRoom:
 *
 * How much room a window has, in four steps. A large screen is looked at from further away than a small one, so that
 * its type grows with it: the style sheet has a size for each step. Type that the system or the station makes larger
 * than that stays as it is; where it leaves little room, what lies around it gives way. "changed" says that there is
 * another step now.
 */

VouchRoom *vouch_room_new (GtkWidget *window) G_GNUC_WARN_UNUSED_RESULT;
void vouch_room_set_size (VouchRoom *self, int width, int height);
void vouch_room_apply (VouchRoom *self, GtkWidget *window);

G_END_DECLS
