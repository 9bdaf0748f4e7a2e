#pragma once

#include "vouch-desk-state.h"

G_BEGIN_DECLS

/**
 * VouchAsk:
 * @VOUCH_ASK_NOTHING: the stage is answered by scans and commands alone
 * @VOUCH_ASK_TEXT: a text can be typed instead of scanned
 * @VOUCH_ASK_NUMBER: digits are wanted
 * @VOUCH_ASK_PIN: digits are wanted that nobody may see
 *
 * What can be typed at a stage.
 */
typedef enum
{
  VOUCH_ASK_NOTHING,
  VOUCH_ASK_TEXT,
  VOUCH_ASK_NUMBER,
  VOUCH_ASK_PIN,
} VouchAsk;

VouchAsk vouch_desk_state_get_ask (const VouchDeskState *state);
const char *vouch_stage_get_page (VouchStage stage);
gboolean vouch_desk_state_has_numbered_answers (const VouchDeskState *state);
gboolean vouch_desk_state_asks (const VouchDeskState *state);
const char *vouch_stage_get_hint (VouchStage stage);
char *vouch_desk_state_dup_position (const VouchDeskState *state) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_desk_state_dup_unit (const VouchDeskState *state) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_desk_state_dup_typed (const VouchDeskState *state) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
