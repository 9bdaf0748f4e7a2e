#pragma once

#include <adwaita.h>

#include "vouch-desk.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_CASE_PANE (vouch_case_pane_get_type ())
G_DECLARE_FINAL_TYPE (VouchCasePane, vouch_case_pane, VOUCH, CASE_PANE, AdwBin)

/**
 * VouchCasePane:
 *
 * A customer's case: what was reported of which goods, what was said to it, and a form to say more. Contact and
 * photograph come when they are asked for, and go when the pane does.
 *
 * Signals: "answered": the case was answered.
 */

void vouch_case_pane_set_desk (VouchCasePane *self, VouchDesk *desk);
void vouch_case_pane_show_case (VouchCasePane *self, gint64 ticket_id);
gint64 vouch_case_pane_get_case (VouchCasePane *self);
void vouch_case_pane_refresh (VouchCasePane *self);

G_END_DECLS
