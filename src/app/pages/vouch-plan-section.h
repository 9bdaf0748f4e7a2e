#pragma once

#include <adwaita.h>

#include "vouch-page.h"
#include "vouch-plan-dialog.h"
#include "vouch-plan-sign-dialog.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_PLAN_SECTION (vouch_plan_section_get_type ())
G_DECLARE_FINAL_TYPE (VouchPlanSection, vouch_plan_section, VOUCH, PLAN_SECTION, AdwBin)

/**
 * VouchPlanSection:
 *
 * The products with their inspection plans, those with a draft that waits for approval first. Everybody reads them;
 * whoever may drafts and approves.
 */

void vouch_plan_section_open (VouchPlanSection *self, gint64 product_id, gint64 version);
VouchPlanDialog *vouch_plan_section_get_dialog (VouchPlanSection *self);
VouchPlanSignDialog *vouch_plan_section_get_signing (VouchPlanSection *self);

G_END_DECLS
