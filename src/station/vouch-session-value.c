/* Measured values: typed, scanned from a gauge, doubted. */
#include <glib/gi18n-lib.h>

#include "vouch-gauge-text.h"
#include "vouch-quantity.h"
#include "vouch-session-private.h"
#include "vouch-unit.h"
#include "vouch-words.h"

static void
ask (VouchSession *self, const VouchSessionEntry *entry, const char *word, const char *detail)
{
  vouch_session_clear_entry (self);
  self->entry = *entry;
  self->entry.unit = g_strdup (entry->unit);
  vouch_session_set_stage (self, VOUCH_STAGE_ASK_VALUE);
  vouch_session_tell (self, VOUCH_FEEDBACK_QUESTION, word, detail);
}

static void
ask_far (VouchSession *self, const VouchSessionEntry *entry, const VouchCharacteristic *characteristic)
{
  g_autofree char *value = vouch_words_dup_quantity (entry->value, characteristic->unit);
  g_autofree char *limits = vouch_words_dup_limits (characteristic);
  g_autofree char *detail =
      g_strdup_printf (_ ("%s is far outside %s. Measure again, or say that it is right."), value, limits);

  ask (self, entry, _ ("Measure again?"), detail);
}

static void
ask_unit (VouchSession *self, const VouchSessionEntry *entry, const VouchCharacteristic *characteristic,
          gint64 converted)
{
  g_autofree char *came = vouch_words_dup_quantity (entry->value, entry->unit);
  g_autofree char *is = vouch_words_dup_quantity (converted, characteristic->unit);
  /* Translators: a gauge sent the first quantity; the second is the same in the unit of the plan. */
  g_autofree char *detail = g_strdup_printf (_ ("The gauge sent %s, which is %s. Is the gauge right?"), came, is);

  ask (self, entry, _ ("Other unit"), detail);
}

static void
refuse_unit (VouchSession *self, const VouchSessionEntry *entry, const VouchCharacteristic *characteristic)
{
  g_autofree char *detail =
      g_strdup_printf (_ ("The gauge sent %s; this check wants %s. Set the gauge and measure again."), entry->unit,
                       characteristic->unit);

  vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Wrong unit"), detail);
}

/* Records the value, or asks where the hand, the gauge or its unit is likelier wrong than the goods. */
static void
take_value (VouchSession *self, const VouchSessionEntry *entry)
{
  gint64 position, numerator, denominator, value = entry->value;
  guint index;
  const VouchCharacteristic *characteristic = vouch_session_get_characteristic (self, &position, &index);

  if (characteristic == NULL || !vouch_characteristic_is_measured (characteristic))
    vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Pass or fail?"), _ ("This check wants no number."));
  else if (entry->unit != NULL &&
           (!vouch_unit_find_factor (entry->unit, characteristic->unit, &numerator, &denominator) ||
            !vouch_quantity_convert (entry->value, numerator, denominator, &value, NULL)))
    refuse_unit (self, entry, characteristic);
  else if (value != entry->value)
    ask_unit (self, entry, characteristic, value);
  else if (vouch_characteristic_is_far (characteristic, value))
    ask_far (self, entry, characteristic);
  else
    vouch_session_enter (self, entry);
}

/* A number in the check's own unit. */
void
vouch_session_measure (VouchSession *self, gint64 value)
{
  take_value (self, &(VouchSessionEntry){ .has_value = TRUE, .value = value });
}

/* Whether @text was what a gauge types, and was taken. */
gboolean
vouch_session_take_gauge (VouchSession *self, const char *text)
{
  g_auto (VouchGaugeText) gauge = { 0 };
  gint64 position;
  guint index;
  const VouchCharacteristic *characteristic = vouch_session_get_characteristic (self, &position, &index);

  if ((self->stage != VOUCH_STAGE_CHECK && self->stage != VOUCH_STAGE_ASK_VALUE) || characteristic == NULL ||
      !vouch_characteristic_is_measured (characteristic) || !vouch_gauge_text_parse (text, &gauge))
    return FALSE;
  if (gauge.is_settled)
    take_value (self, &(VouchSessionEntry){ .has_value = TRUE, .value = gauge.value, .unit = gauge.unit });
  else
    vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Not settled"),
                        _ ("The gauge still moves; wait until it stands, then send the value again."));
  return TRUE;
}

/* The answer to a doubt about the value that waits. */
void
vouch_session_answer_value (VouchSession *self, gboolean right)
{
  VouchSessionEntry entry = self->entry;

  self->entry = (VouchSessionEntry){ 0 };
  vouch_session_set_stage (self, VOUCH_STAGE_CHECK);
  if (right)
    vouch_session_enter (self, &entry);
  else
    vouch_session_tell (self, VOUCH_FEEDBACK_NONE, NULL, NULL);
  g_free (entry.unit);
}

/* How many units the next pass counts for; 0 asks for the next of the usual numbers. */
void
vouch_session_multiply (VouchSession *self, int times)
{
  g_autofree char *detail = NULL;

  if (times == 0)
    times = self->times < 5 ? 5 : self->times < 10 ? 10 : self->times < 50 ? 50 : 1;
  self->times = times;
  if (times == 1)
    {
      vouch_session_tell (self, VOUCH_FEEDBACK_TICK, _ ("Unit by unit"), _ ("The next pass counts for one unit."));
      return;
    }
  detail = g_strdup_printf (
      ngettext ("The next pass counts for %d clean unit.", "The next pass counts for %d clean units.", (gulong)times),
      times);
  vouch_session_tell (self, VOUCH_FEEDBACK_TICK, _ ("Times"), detail);
}
