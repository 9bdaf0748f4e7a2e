#include "vouch-stage-page.h"

#include <glib/gi18n-lib.h>

/* Where each stage is worked on and how it can be answered without a scanner. */
static const struct
{
  const char *page;
  VouchAsk ask;
  const char *hint; /* what the entry says while it is empty */
} stages[] = {
  [VOUCH_STAGE_FIRST_START] = { "first-run", VOUCH_ASK_NOTHING, NULL },
  [VOUCH_STAGE_SIGN_IN] = { "sign-in", VOUCH_ASK_TEXT, N_ ("Badge number") },
  [VOUCH_STAGE_PIN] = { "sign-in", VOUCH_ASK_PIN, NULL },
  [VOUCH_STAGE_HOME] = { "queue", VOUCH_ASK_TEXT, N_ ("Delivery number") },
  [VOUCH_STAGE_NEW_DELIVERY] = { "queue", VOUCH_ASK_NOTHING, NULL },
  [VOUCH_STAGE_SUPPLIER] = { "receive", VOUCH_ASK_TEXT, N_ ("Supplier code") },
  [VOUCH_STAGE_ARRIVAL] = { "receive", VOUCH_ASK_NOTHING, N_ ("Number") },
  [VOUCH_STAGE_GOODS] = { "receive", VOUCH_ASK_TEXT, N_ ("GTIN, SKU or name") },
  [VOUCH_STAGE_ASK_LOT] = { "receive", VOUCH_ASK_TEXT, N_ ("Lot number") },
  [VOUCH_STAGE_ASK_PRODUCED] = { "receive", VOUCH_ASK_NUMBER, NULL },
  [VOUCH_STAGE_ASK_EXPIRY] = { "receive", VOUCH_ASK_NUMBER, NULL },
  [VOUCH_STAGE_ASK_QUANTITY] = { "receive", VOUCH_ASK_NUMBER, NULL },
  [VOUCH_STAGE_CONFIRM_COUNT] = { "receive", VOUCH_ASK_NOTHING, NULL },
  [VOUCH_STAGE_CHOOSE_PRODUCT] = { "receive", VOUCH_ASK_NOTHING, NULL },
  [VOUCH_STAGE_UNKNOWN_GOODS] = { "receive", VOUCH_ASK_NOTHING, NULL },
  [VOUCH_STAGE_DELIVERY_DONE] = { "receive", VOUCH_ASK_NOTHING, NULL },
  [VOUCH_STAGE_CHECK] = { "inspect", VOUCH_ASK_NOTHING, NULL },
  [VOUCH_STAGE_DEFECT] = { "inspect", VOUCH_ASK_NOTHING, NULL },
  [VOUCH_STAGE_ASK_VALUE] = { "inspect", VOUCH_ASK_NOTHING, NULL },
  [VOUCH_STAGE_SECOND] = { "inspect", VOUCH_ASK_TEXT, N_ ("Badge number") },
  [VOUCH_STAGE_NOTE] = { "inspect", VOUCH_ASK_TEXT, N_ ("Note") },
  [VOUCH_STAGE_NEXT_SAMPLE] = { "inspect", VOUCH_ASK_NOTHING, NULL },
  [VOUCH_STAGE_VERDICT] = { "inspect", VOUCH_ASK_NOTHING, NULL },
  [VOUCH_STAGE_SIGN] = { "inspect", VOUCH_ASK_TEXT, N_ ("Badge number") },
  [VOUCH_STAGE_LABELS] = { "inspect", VOUCH_ASK_NOTHING, NULL },
  [VOUCH_STAGE_SCAN_BACK] = { "inspect", VOUCH_ASK_NOTHING, NULL },
  [VOUCH_STAGE_REPRINT] = { "inspect", VOUCH_ASK_TEXT, N_ ("Another reason") },
};

/**
 * vouch_desk_state_get_ask:
 * @state: what the desk waits for
 *
 * Returns: what can be typed now
 */
VouchAsk
vouch_desk_state_get_ask (const VouchDeskState *state)
{
  g_return_val_if_fail (state != NULL, VOUCH_ASK_NOTHING);

  if (state->is_asked)
    return VOUCH_ASK_NOTHING;
  if ((state->stage == VOUCH_STAGE_CHECK || state->stage == VOUCH_STAGE_ARRIVAL) && state->is_measurement)
    return VOUCH_ASK_NUMBER;
  if (state->stage == VOUCH_STAGE_ARRIVAL && state->wants_text)
    return VOUCH_ASK_TEXT;
  return stages[state->stage].ask;
}

/**
 * vouch_stage_get_page:
 * @stage: a stage
 *
 * Returns: (transfer none): the name of the page that it is worked on
 */
const char *
vouch_stage_get_page (VouchStage stage)
{
  g_return_val_if_fail (stage < G_N_ELEMENTS (stages), "receive");

  return stages[stage].page;
}

/**
 * vouch_desk_state_has_numbered_answers:
 * @state: what the desk waits for
 *
 * Returns: whether digits are answers by their number, and no part of a number
 */
gboolean
vouch_desk_state_has_numbered_answers (const VouchDeskState *state)
{
  g_return_val_if_fail (state != NULL, FALSE);

  if (state->is_asked)
    return vouch_desk_state_offers (state, VOUCH_COMMAND_DIGIT);
  return state->stage == VOUCH_STAGE_CHOOSE_PRODUCT || state->stage == VOUCH_STAGE_REPRINT;
}

/**
 * vouch_desk_state_asks:
 * @state: what the desk waits for
 *
 * Returns: whether it is an answer to a question, and not the next piece of work
 */
gboolean
vouch_desk_state_asks (const VouchDeskState *state)
{
  g_return_val_if_fail (state != NULL, FALSE);

  return state->is_asked || state->stage == VOUCH_STAGE_NEW_DELIVERY || state->stage == VOUCH_STAGE_CONFIRM_COUNT ||
         state->stage == VOUCH_STAGE_CHOOSE_PRODUCT || state->stage == VOUCH_STAGE_UNKNOWN_GOODS ||
         state->stage == VOUCH_STAGE_ASK_VALUE || state->stage == VOUCH_STAGE_NEXT_SAMPLE ||
         state->stage == VOUCH_STAGE_VERDICT || state->stage == VOUCH_STAGE_REPRINT;
}

/**
 * vouch_stage_get_hint:
 * @stage: a stage
 *
 * Returns: (transfer none): what can be typed, in the user's language; "" where nothing can
 */
const char *
vouch_stage_get_hint (VouchStage stage)
{
  g_return_val_if_fail (stage < G_N_ELEMENTS (stages), "");

  return stages[stage].hint == NULL ? "" : _ (stages[stage].hint);
}

/**
 * vouch_desk_state_dup_typed:
 * @state: what the desk waits for
 *
 * Returns: (transfer full): the digits typed so far as they may be shown; a PIN as dots
 */
char *
vouch_desk_state_dup_typed (const VouchDeskState *state)
{
  GString *dots;

  g_return_val_if_fail (state != NULL, NULL);

  if (state->typed == NULL || vouch_desk_state_get_ask (state) != VOUCH_ASK_PIN)
    return g_strdup (state->typed != NULL ? state->typed : "");
  dots = g_string_new (NULL);
  for (const char *at = state->typed; *at != '\0'; at = g_utf8_next_char (at))
    g_string_append (dots, "●");
  return g_string_free (dots, FALSE);
}

/**
 * vouch_desk_state_dup_position:
 * @state: what the desk waits for
 *
 * Returns: (transfer full) (nullable): which unit of the sample is being checked, as words; %NULL if none is
 */
char *
vouch_desk_state_dup_position (const VouchDeskState *state)
{
  g_return_val_if_fail (state != NULL, NULL);

  if (state->sample_position <= 0)
    return NULL;
  /* Translators: which unit of the sample is being checked, in very large type */
  return g_strdup_printf (_ ("%d of %d"), (int)state->sample_position, (int)state->sample_size);
}

/**
 * vouch_desk_state_dup_unit:
 * @state: what the desk waits for
 *
 * Returns: (transfer full) (nullable): which unit of the lot is to be opened, as words; %NULL if none is
 */
char *
vouch_desk_state_dup_unit (const VouchDeskState *state)
{
  g_return_val_if_fail (state != NULL, NULL);

  if (state->sample_position <= 0 || state->sample_unit <= 0)
    return NULL;
  if (state->sample_carton > 0)
    /* Translators: which carton or pallet to open, and which unit in it to take */
    return g_strdup_printf (_ ("Carton %d, unit %d"), (int)state->sample_carton, (int)state->sample_carton_unit);
  /* Translators: the number of the unit within the lot, counted as the goods stand */
  return g_strdup_printf (_ ("Open unit no. %d"), (int)state->sample_unit);
}
