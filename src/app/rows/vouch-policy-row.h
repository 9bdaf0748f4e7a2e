#pragma once

#include <adwaita.h>

#include "vouch-policy-view.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_POLICY_ROW (vouch_policy_row_get_type ())
G_DECLARE_FINAL_TYPE (VouchPolicyRow, vouch_policy_row, VOUCH, POLICY_ROW, AdwActionRow)

/**
 * VouchPolicyRow:
 *
 * One rule of the house: what counts, what it means, what it rests on and who changed it. Who may change it does so
 * here; everybody else reads it.
 *
 * Signals: "set" (value, nullable: back to the default): a value is asked for; the rule decides whether it fits.
 */

GtkWidget *vouch_policy_row_new (const char *name) G_GNUC_WARN_UNUSED_RESULT;
const char *vouch_policy_row_get_name (VouchPolicyRow *self);
void vouch_policy_row_set_view (VouchPolicyRow *self, const VouchPolicyView *view, gboolean may_change);
void vouch_policy_row_refuse (VouchPolicyRow *self, const char *message);
GtkWidget *vouch_policy_row_get_control (VouchPolicyRow *self);

G_END_DECLS
