#include "switch-history.h"

#include <string.h>

#include "vouch-error.h"

SwitchHistory
switch_history_begin (VouchSamplingStandard standard, VouchSamplingType type, const char *aql)
{
  return (
      SwitchHistory){ .scheme = { standard, type, "II", aql, FALSE }, .conditions = { TRUE, TRUE }, .lot_size = 1000 };
}

VouchSamplingDecision
switch_history_take (SwitchHistory *history, VouchSamplingLot lot)
{
  g_autoptr (GError) error = NULL;
  VouchSamplingDecision decision = { 0 };

  lot.lot_size = history->lot_size;
  lot.has_limit_number = history->has_limit_number;
  lot.limit_number = history->limit_number;
  vouch_sampling_switch_judge (&history->now, &history->scheme, &history->conditions, &lot, &decision, &error);
  g_assert_no_error (error);
  g_assert_cmpint (decision.outcome.severity, ==, history->now.severity);
  g_assert_cmpint (decision.outcome.next_severity, ==, decision.after.severity);
  g_assert_cmpint (decision.outcome.event != VOUCH_SAMPLING_EVENT_NONE, ==,
                   decision.outcome.severity != decision.outcome.next_severity);
  history->now = decision.after;
  return decision;
}

VouchSamplingOutcome
switch_history_count (SwitchHistory *history, gint64 nonconforming)
{
  return switch_history_take (
             history, (VouchSamplingLot){ .original = TRUE, .has_nonconforming = TRUE, .nonconforming = nonconforming })
      .outcome;
}

VouchSamplingOutcome
switch_history_stage (SwitchHistory *history, gint64 accepted_at_stage)
{
  return switch_history_take (
             history, (VouchSamplingLot){ .original = TRUE, .has_stage = TRUE, .accepted_at_stage = accepted_at_stage })
      .outcome;
}

/* Lots: a accepted without a fault, x not accepted; in capitals, submitted again. Severities after each: n, t, r, d.
 * Spaces, in both, only help to read. */
void
switch_history_walk (SwitchHistory *history, const char *lots, const char *severities)
{
  static const char letters[] = { 'n', 't', 'r', 'd' };

  g_assert_cmpuint (strlen (lots), ==, strlen (severities));
  for (guint i = 0; lots[i] != '\0'; i++)
    {
      gboolean accepted = g_ascii_tolower (lots[i]) == 'a';
      VouchSamplingLot lot = { .original = g_ascii_islower (lots[i]),
                               .has_nonconforming = TRUE,
                               .nonconforming = accepted ? 0 : 13 };
      VouchSamplingDecision decision;

      if (lots[i] == ' ')
        continue;
      decision = switch_history_take (history, lot);
      g_assert_cmpint (decision.outcome.accepted, ==, accepted);
      if (letters[decision.after.severity] != severities[i])
        g_error ("%s: after lot %u: %c, not %c", lots, i, letters[decision.after.severity], severities[i]);
    }
}

void
switch_history_check_refused (const SwitchHistory *history, VouchSamplingLot lot, const char *field)
{
  g_autoptr (GError) error = NULL;
  VouchSamplingDecision decision = { .after = { .score = 77 } };

  if (lot.lot_size == 0)
    lot.lot_size = history->lot_size;
  g_assert_false (
      vouch_sampling_switch_judge (&history->now, &history->scheme, &history->conditions, &lot, &decision, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_assert_cmpstr (vouch_error_get_field (error), ==, field);
  g_assert_cmpuint (decision.after.score, ==, 77);
}
