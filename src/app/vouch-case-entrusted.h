#pragma once

#include <adwaita.h>

#include "vouch-case-view.h"
#include "vouch-desk.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_CASE_ENTRUSTED (vouch_case_entrusted_get_type ())
G_DECLARE_FINAL_TYPE (VouchCaseEntrusted, vouch_case_entrusted, VOUCH, CASE_ENTRUSTED, AdwBin)

/**
 * VouchCaseEntrusted:
 *
 * What a customer entrusted to the service desk: contact and photograph. Each comes when it is asked for, which is
 * noted, and goes when nobody looks any more.
 */

void
vouch_case_entrusted_set_case (VouchCaseEntrusted *self, const VouchCaseView *view, VouchDesk *desk, gboolean may_see);
void vouch_case_entrusted_renew (VouchCaseEntrusted *self, const VouchCaseView *view);

G_END_DECLS
