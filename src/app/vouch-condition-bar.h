#pragma once

#include <gtk/gtk.h>

#include "vouch-condition.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_CONDITION_BAR (vouch_condition_bar_get_type ())
G_DECLARE_FINAL_TYPE (VouchConditionBar, vouch_condition_bar, VOUCH, CONDITION_BAR, GtkBox)

/**
 * VouchConditionBar:
 *
 * Says across the window, for as long as it is so, that the station does not stand on sound ground; hidden otherwise.
 */

void vouch_condition_bar_set_condition (VouchConditionBar *self, VouchCondition condition, const char *message);
void vouch_condition_bar_set_action (VouchConditionBar *self, const char *action);
void vouch_condition_bar_warn (VouchConditionBar *self, const char *message);

G_END_DECLS
