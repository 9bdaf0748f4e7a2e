#pragma once

#include <adwaita.h>

#include "vouch-desk-state.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_ANSWER_SHEET (vouch_answer_sheet_get_type ())
G_DECLARE_FINAL_TYPE (VouchAnswerSheet, vouch_answer_sheet, VOUCH, ANSWER_SHEET, AdwBin)

/**
 * VouchAnswerSheet:
 *
 * What can be answered now, each with its bar code, so that a scanner needs no card: it reads the screen.
 */

void vouch_answer_sheet_set_state (VouchAnswerSheet *self, const VouchDeskState *state);

G_END_DECLS
