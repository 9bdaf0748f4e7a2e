#pragma once

#include <adwaita.h>

#include "vouch-case-answer-work.h"
#include "vouch-case-view.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_CASE_FORM (vouch_case_form_get_type ())
G_DECLARE_FINAL_TYPE (VouchCaseForm, vouch_case_form, VOUCH, CASE_FORM, AdwBin)

/**
 * VouchCaseForm:
 *
 * What is said to a customer: where the case stands, and a text. F12 sends it.
 *
 * Signals: "sent": it is to be said.
 */

void vouch_case_form_set_case (VouchCaseForm *self, const VouchCaseView *view);
VouchAnswerCaseRequest *vouch_case_form_dup_request (VouchCaseForm *self) G_GNUC_WARN_UNUSED_RESULT;
void vouch_case_form_clear (VouchCaseForm *self);
void vouch_case_form_forget (VouchCaseForm *self);

G_END_DECLS
