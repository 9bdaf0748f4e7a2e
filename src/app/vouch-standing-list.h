#pragma once

#include <gtk/gtk.h>

#include "vouch-desk-state.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_STANDING_LIST (vouch_standing_list_get_type ())
G_DECLARE_FINAL_TYPE (VouchStandingList, vouch_standing_list, VOUCH, STANDING_LIST, GtkBox)

void vouch_standing_list_set_state (VouchStandingList *self, const VouchDeskState *state);

G_END_DECLS
