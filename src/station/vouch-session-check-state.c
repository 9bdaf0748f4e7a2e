/* What the stand shows of the inspection at hand: the check, its limits, what was recorded before. */
#include <glib/gi18n-lib.h>

#include "vouch-quantity.h"
#include "vouch-row.h"
#include "vouch-sample-words.h"
#include "vouch-session-private.h"
#include "vouch-words.h"

#define HISTORY_MAX 60

/* Between two limits 0 and 1 are the limits; a limit that stands alone has a quarter of itself for room. */
static double
place (const VouchCharacteristic *characteristic, gint64 value)
{
  double lower = (double)characteristic->lower, upper = (double)characteristic->upper;

  if (!characteristic->has_upper)
    upper = lower + MAX (ABS (lower) / 4, 1);
  else if (!characteristic->has_lower)
    lower = upper - MAX (ABS (upper) / 4, 1);
  return upper > lower ? ((double)value - lower) / (upper - lower) : 0;
}

static void
add_earlier_values (const VouchLotFile *file, guint index, gint64 position, VouchDeskScale *scale)
{
  for (gint64 at = 1; at < position; at++)
    {
      const VouchReading *reading = vouch_tally_get_reading (file->tally, at, index);
      double where;

      if (reading == NULL || !reading->has_value)
        continue;
      where = place (g_ptr_array_index (file->characteristics, index), reading->value);
      g_array_append_val (scale->earlier_at, where);
    }
}

static void
fill_scale (VouchSession *self, const VouchCharacteristic *characteristic, guint index, VouchDeskState *state)
{
  VouchDeskScale *scale = &state->scale;
  gint64 value;

  if (characteristic->has_lower)
    scale->lower = vouch_quantity_to_string (characteristic->lower);
  if (characteristic->has_upper)
    scale->upper = vouch_quantity_to_string (characteristic->upper);
  if (scale->lower == NULL && scale->upper == NULL)
    return;
  if (characteristic->nominal != 0)
    scale->nominal = vouch_quantity_to_string (characteristic->nominal);
  scale->nominal_at = place (characteristic, characteristic->nominal);
  scale->has_value = self->stage == VOUCH_STAGE_ASK_VALUE || vouch_quantity_parse (self->typed->str, &value, NULL);
  if (self->stage == VOUCH_STAGE_ASK_VALUE)
    value = self->entry.value;
  if (scale->has_value)
    scale->value_at = place (characteristic, value);
  add_earlier_values (self->file, index, state->sample_position, scale);
}

static gboolean
is_at_check (VouchStage stage)
{
  return stage >= VOUCH_STAGE_CHECK && stage <= VOUCH_STAGE_NOTE;
}

/* Where the draw went by cartons, nobody can find a unit by its number in the lot. */
static void
fill_unit (const VouchLotFile *file, gint64 position, VouchDeskState *state)
{
  const VouchSampleUnit *unit = g_ptr_array_index (file->units, position - 1);
  gboolean is_for_all = TRUE;

  state->sample_position = position;
  state->sample_unit = unit->unit;
  state->sample_carton = vouch_inspection_find_package (file->inspection, unit->unit, &state->sample_carton_unit);
  for (guint i = 0; i < vouch_judgement_get_n_classes (file->judgement); i++)
    is_for_all &= position <= vouch_judgement_get_class (file->judgement, i)->wanted;
  if (!is_for_all)
    state->counts_for = vouch_words_dup_classes_at (file, position);
}

static void
fill_check (VouchSession *self, VouchDeskState *state)
{
  gint64 position;
  guint index;
  const VouchCharacteristic *characteristic = vouch_session_get_characteristic (self, &position, &index);

  if (characteristic == NULL || !is_at_check (self->stage))
    return;
  fill_unit (self->file, position, state);
  state->characteristic = g_strdup (vouch_words_choose (characteristic->name_en, characteristic->name_zh));
  if (characteristic->method != NULL)
    state->method = g_strdup (vouch_words_choose (characteristic->method, characteristic->method_zh));
  state->limits = vouch_words_dup_limits (characteristic);
  state->is_measurement = vouch_characteristic_is_measured (characteristic);
  state->needs_photo = characteristic->photo_required && (self->photos == NULL || self->photos->len == 0);
  state->needs_second = characteristic->second_person;
  state->may_not_apply = characteristic->may_not_apply;
  state->times = self->times;
  state->note = g_strdup (self->note);
  if (state->is_measurement)
    fill_scale (self, characteristic, index, state);
}

static const char *
name_characteristic (const VouchLotFile *file, gint64 id)
{
  for (guint i = 0; i < file->characteristics->len; i++)
    {
      const VouchCharacteristic *characteristic = g_ptr_array_index (file->characteristics, i);

      if (characteristic->id == id)
        return vouch_words_choose (characteristic->name_en, characteristic->name_zh);
    }
  return "";
}

/* Somebody else's reading says whose it is. */
static char *
dup_entry (VouchSession *self, const VouchReading *reading)
{
  g_autofree char *value = reading->has_value ? vouch_words_dup_quantity (reading->value, reading->unit) : NULL;
  const char *name = name_characteristic (self->file, reading->characteristic_id);
  const char *result = value != NULL ? value : vouch_words_of_result (reading->result);
  gboolean is_own = self->actor != NULL && reading->inspector_id == vouch_actor_get_user_id (self->actor);

  if (is_own)
    /* Translators: a reading in the history: unit number, what was checked, the result. */
    return g_strdup_printf (_ ("Unit %d · %s: %s"), (int)reading->position, name, result);
  /* Translators: a reading in the history: unit number, what was checked, the result, who checked. */
  return g_strdup_printf (_ ("Unit %d · %s: %s (%s)"), (int)reading->position, name, result,
                          vouch_lot_file_get_user_name (self->file, reading->inspector_id));
}

static void
fill_history (VouchSession *self, VouchDeskState *state)
{
  const VouchLotFile *file = self->file;

  for (guint i = file->readings->len; i > 0 && state->history->len < HISTORY_MAX; i--)
    {
      const VouchReading *reading = g_ptr_array_index (file->readings, i - 1);
      g_autofree char *text = NULL;

      if (reading->undoes_id != 0)
        continue;
      text = dup_entry (self, reading);
      vouch_desk_state_add_entry (state,
                                  &(VouchDeskEntry){ .text = text,
                                                     .is_failure = reading->result == VOUCH_RESULT_FAIL,
                                                     .is_undone = vouch_tally_is_undone (file->tally, reading) });
    }
}

static char *
dup_day (VouchSession *self, gint64 at)
{
  gint64 local = at + (gint64)vouch_clock_offset (vouch_station_get_clock (self->station), at) * G_USEC_PER_SEC;
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (local / G_USEC_PER_SEC);

  return g_date_time_format (time, "%Y-%m-%d");
}

static void
fill_earlier (VouchSession *self, VouchDeskState *state)
{
  for (guint i = 0; i < self->file->earlier->len; i++)
    {
      const VouchInspection *earlier = g_ptr_array_index (self->file->earlier, i);
      g_autofree char *day = dup_day (self, earlier->completed_at != 0 ? earlier->completed_at : earlier->started_at);
      /* Translators: an earlier inspection: its day, how many units were checked, how many of them failed. */
      g_autofree char *text =
          g_strdup_printf (_ ("%s · %d checked, %d failed"), day, (int)earlier->inspected, (int)earlier->nonconforming);

      vouch_desk_state_add_earlier (
          state, &(VouchDeskEarlier){ .text = text, .is_accepted = earlier->verdict == VOUCH_VERDICT_ACCEPT });
    }
}

/* The check's own defect first, because that is what it usually is. */
static void
add_defect (VouchDeskState *state, const VouchDefectCode *defect, gboolean is_own)
{
  VouchDeskDefect shown = {
    .code = atoi (defect->code),
    .name = (char *)vouch_words_choose (defect->name_en, defect->name_zh),
    .class = defect->class,
    .severity = vouch_words_of_defect_class (defect->class),
    .is_own = is_own,
  };

  vouch_desk_state_add_defect (state, &shown);
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const VouchDefectCode *const *)a)->code, (*(const VouchDefectCode *const *)b)->code);
}

static void
fill_defects (VouchSession *self, VouchDeskState *state)
{
  gint64 position;
  guint index;
  const VouchCharacteristic *characteristic = vouch_session_get_characteristic (self, &position, &index);
  g_autoptr (GList) values = g_hash_table_get_values (self->file->defects);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  gint64 own = characteristic != NULL ? characteristic->defect_code_id : 0;

  for (GList *at = values; at != NULL; at = at->next)
    {
      const VouchDefectCode *defect = at->data;

      if (defect->id == own)
        add_defect (state, defect, TRUE);
      else
        g_ptr_array_add (all, at->data);
    }
  g_ptr_array_sort (all, compare_codes);
  for (guint i = 0; i < all->len; i++)
    add_defect (state, g_ptr_array_index (all, i), FALSE);
}

/* All that is shown of the lot at work. */
void
vouch_session_fill_lot (VouchSession *self, VouchDeskState *state)
{
  const VouchLotFile *file = self->file;

  state->lot_id = file->lot->id;
  state->lot_waits = file->lot->held > 0 && file->lot->status != VOUCH_LOT_STATUS_PENDING;
  state->lot = g_strdup (file->lot->number);
  state->item = g_strdup (vouch_words_choose (file->product->name_en, file->product->name_zh));
  fill_earlier (self, state);
  for (guint i = 0; self->thumbs != NULL && i < self->thumbs->len; i++)
    vouch_desk_state_add_photo (state, g_ptr_array_index (self->thumbs, i));
  if (file->inspection == NULL)
    return;
  vouch_session_fill_sample (self, state);
  fill_check (self, state);
  fill_history (self, state);
  if (self->stage == VOUCH_STAGE_DEFECT)
    fill_defects (self, state);
}

static void
offer (VouchDeskState *state, VouchCommand command, const char *label)
{
  vouch_desk_state_add_answer (state, command, 0, label != NULL ? label : vouch_command_get_label (command));
}

/* Whether a pass at a glance would record anything. */
static gboolean
has_open_attribute (const VouchLotFile *file, gint64 position)
{
  for (guint i = 0; i < file->characteristics->len; i++)
    if (vouch_characteristic_is_plain (g_ptr_array_index (file->characteristics, i)) &&
        vouch_tally_is_open (file->tally, position, i))
      return TRUE;
  return FALSE;
}

static void
offer_multiples (VouchSession *self, gint64 position, VouchDeskState *state)
{
  static const int multiples[] = { 5, 10, 50 };
  gint64 left = self->file->inspection->sample_size - position + 1;

  for (gsize i = 0; i < G_N_ELEMENTS (multiples) && (i == 0 ? left > 1 : left > multiples[i - 1]); i++)
    {
      g_autofree char *label = g_strdup_printf ("×%d", multiples[i]);

      vouch_desk_state_add_answer (state, VOUCH_COMMAND_MULTIPLY, multiples[i], label);
    }
}

/* What can be said at a check. */
void
vouch_session_offer_check (VouchSession *self, VouchDeskState *state)
{
  gint64 position;
  guint index;
  const VouchCharacteristic *characteristic = vouch_session_get_characteristic (self, &position, &index);

  if (characteristic == NULL)
    return;
  if (!state->is_measurement || has_open_attribute (self->file, position))
    offer (state, VOUCH_COMMAND_PASS, NULL);
  if (!state->is_measurement)
    offer (state, VOUCH_COMMAND_FAIL, NULL);
  if (state->may_not_apply)
    offer (state, VOUCH_COMMAND_NOT_APPLICABLE, NULL);
  if (vouch_characteristic_is_plain (characteristic))
    offer_multiples (self, position, state);
  offer (state, VOUCH_COMMAND_PHOTO, NULL);
  offer (state, VOUCH_COMMAND_NOTE, NULL);
  if (vouch_tally_get_last (self->file->tally) != NULL)
    offer (state, VOUCH_COMMAND_UNDO, NULL);
  offer (state, VOUCH_COMMAND_HOLD, NULL);
  offer (state, VOUCH_COMMAND_PRINT, _ ("Pick List"));
}
