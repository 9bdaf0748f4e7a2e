#include "vouch-inspect-work.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-lot-file.h"
#include "vouch-reading-rule.h"
#include "vouch-sample-draw.h"

static const VouchField record_fields[] = {
  VOUCH_FIELD (VouchRecordRequest, lot_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchRecordRequest, position, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchRecordRequest, characteristic_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD_OF_ENUM (VouchRecordRequest, result, vouch_result_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchRecordRequest, has_value, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchRecordRequest, value, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchRecordRequest, unit, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchRecordRequest, defect, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchRecordRequest, note, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchRecordRequest, second, TEXT, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchRecordRequest, picture, BYTES, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchRecordRequest, picture_name, TEXT, VOUCH_FIELD_ADDED),
};

VOUCH_DEFINE_RECORD (VouchRecordRequest, vouch_record_request, "record", record_fields)

static const VouchField pass_fields[] = {
  VOUCH_FIELD (VouchPassRequest, lot_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchPassRequest, position, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPassRequest, times, NUMBER, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchPassRequest, vouch_pass_request, "pass_unit", pass_fields)

static gboolean
invalid (GError **error, const char *field, const char *message)
{
  vouch_set_field_error (error, field, VOUCH_ERROR_INVALID, "%s", message);
  return FALSE;
}

/* The lot's file, if its inspection takes entries. */
static VouchLotFile *
load_open (VouchAct *act, gint64 lot_id, GError **error)
{
  g_autoptr (VouchLotFile) file = vouch_lot_file_load_checks (act->conn, lot_id, error);

  if (file == NULL)
    return NULL;
  if (file->inspection == NULL || file->inspection->state != VOUCH_INSPECTION_STATE_IN_PROGRESS)
    {
      vouch_set_field_error (error, "lot_id", VOUCH_ERROR_CONFLICT, _ ("Lot %s is not being inspected"),
                             file->lot->number);
      return NULL;
    }
  return g_steal_pointer (&file);
}

/* Where the inspection stands after the entry. */
static void
fill_progress (const VouchLotFile *file, VouchProgress *progress)
{
  progress->inspection_id = file->inspection->id;
  progress->position = vouch_tally_get_next_position (file->tally);
  progress->inspected = vouch_tally_get_inspected (file->tally);
  progress->nonconforming = vouch_tally_get_nonconforming (file->tally);
  progress->verdict = (int)vouch_lot_file_get_verdict (file);
  progress->to_draw = vouch_judgement_get_to_draw (file->judgement);
}

static int
find_characteristic (const VouchLotFile *file, gint64 id)
{
  for (guint i = 0; i < file->characteristics->len; i++)
    if (((const VouchCharacteristic *)g_ptr_array_index (file->characteristics, i))->id == id)
      return (int)i;
  return -1;
}

static gboolean
check_position (const VouchLotFile *file, gint64 position, GError **error)
{
  if (position >= 1 && position <= file->inspection->sample_size)
    return TRUE;
  vouch_set_field_error (error, "position", VOUCH_ERROR_INVALID, _ ("The sample has units 1 to %d"),
                         (int)file->inspection->sample_size);
  return FALSE;
}

static VouchReading *
make_reading (VouchAct *act, const VouchLotFile *file, gint64 position, const VouchCharacteristic *characteristic,
              gint64 *act_id)
{
  VouchReading *reading = vouch_reading_new ();

  reading->id = vouch_act_next_id (act);
  *act_id = *act_id != 0 ? *act_id : reading->id;
  reading->act_id = *act_id;
  reading->inspection_id = file->inspection->id;
  reading->position = position;
  reading->characteristic_id = characteristic->id;
  reading->inspector_id = vouch_act_get_actor_id (act);
  reading->recorded_at = vouch_act_get_now (act);
  return reading;
}

/* Where nothing applied, nothing was checked, and nothing passes by default. */
static gboolean
check_something_applies (const VouchLotFile *file, const VouchRecordRequest *request, guint index, GError **error)
{
  gboolean has_more = FALSE;

  for (guint i = 0; i < file->characteristics->len; i++)
    {
      const VouchReading *other = vouch_tally_get_reading (file->tally, request->position, i);

      has_more |= i != index && (other == NULL || other->result == VOUCH_RESULT_PASS);
    }
  return request->result != VOUCH_RESULT_NOT_APPLICABLE || has_more ||
         invalid (error, "result", _ ("No check of the plan would apply to this unit; hold the lot for the QA lead"));
}

static gboolean
prepare_record (VouchStation *station, VouchActor *actor, gconstpointer data, GError **error)
{
  VouchRecordRequest *request = (VouchRecordRequest *)data;

  return request->picture == NULL || vouch_attachment_file_keep (station, request->picture, &request->kept, error);
}

static gboolean
record (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchRecordRequest *request = data;
  g_autoptr (VouchLotFile) file = load_open (act, request->lot_id, error);
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_reading_free);
  g_autoptr (VouchReading) reading = NULL;
  const VouchCharacteristic *characteristic;
  gint64 act_id = 0;
  int index;

  if (file == NULL || !check_position (file, request->position, error))
    return FALSE;
  index = find_characteristic (file, request->characteristic_id);
  if (index < 0)
    return invalid (error, "characteristic_id", _ ("The check is not one of this plan's"));
  if (vouch_tally_get_reading (file->tally, request->position, (guint)index) != NULL)
    {
      vouch_set_field_error (error, "position", VOUCH_ERROR_CONFLICT,
                             _ ("Unit %d has this reading already; undo it first"), (int)request->position);
      return FALSE;
    }
  characteristic = g_ptr_array_index (file->characteristics, index);
  reading = make_reading (act, file, request->position, characteristic, &act_id);
  if (!vouch_reading_rule_fill (act, request, characteristic, reading, error) ||
      !check_something_applies (file, request, (guint)index, error) ||
      !vouch_act_insert (act, &vouch_reading_type, reading, error) ||
      !vouch_reading_rule_insert_photo (act, request, reading, error))
    return FALSE;
  ((VouchProgress *)answer)->result = reading->result;
  ((VouchProgress *)answer)->reading_id = reading->id;
  g_ptr_array_add (made, g_steal_pointer (&reading));
  vouch_lot_file_take_readings (file, g_steal_pointer (&made));
  fill_progress (file, answer);
  return TRUE;
}

/* Measurements, photos, lab tests and what may not apply stay open: only plain attributes can be passed at a glance. */
static gboolean
pass_attributes (VouchAct *act, const VouchLotFile *file, gint64 position, gint64 *act_id, GPtrArray *passed,
                 GError **error)
{
  for (guint i = 0; i < file->characteristics->len; i++)
    {
      const VouchCharacteristic *characteristic = g_ptr_array_index (file->characteristics, i);
      g_autoptr (VouchReading) reading = NULL;

      if (!vouch_characteristic_is_plain (characteristic) || !vouch_tally_is_open (file->tally, position, i))
        continue;
      reading = make_reading (act, file, position, characteristic, act_id);
      reading->result = VOUCH_RESULT_PASS;
      if (!vouch_act_insert (act, &vouch_reading_type, reading, error))
        return FALSE;
      g_ptr_array_add (passed, g_steal_pointer (&reading));
    }
  return TRUE;
}

static gboolean
pass_unit (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchPassRequest *request = data;
  g_autoptr (VouchLotFile) file = load_open (act, request->lot_id, error);
  g_autoptr (GPtrArray) passed = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_reading_free);
  gint64 act_id = 0;
  gint64 last;

  if (file == NULL || !check_position (file, request->position, error))
    return FALSE;
  last = request->position - 1 + CLAMP (request->times, 1, file->inspection->sample_size - request->position + 1);
  for (gint64 position = request->position; position <= last; position++)
    if (!pass_attributes (act, file, position, &act_id, passed, error))
      return FALSE;
  if (act_id == 0)
    return invalid (error, "position", _ ("No attribute is open on this unit; a measurement needs its value"));
  ((VouchProgress *)answer)->result = VOUCH_RESULT_PASS;
  vouch_lot_file_take_readings (file, g_steal_pointer (&passed));
  fill_progress (file, answer);
  return TRUE;
}

/* A stage that decided nothing is followed by the next; its units follow from the seed. */
static gboolean
take_next_sample (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchLotRequest *request = data;
  g_autoptr (VouchLotFile) file = load_open (act, request->lot_id, error);
  gint64 drawn, to_draw;

  if (file == NULL)
    return FALSE;
  to_draw = vouch_judgement_get_to_draw (file->judgement);
  if (vouch_tally_get_next_position (file->tally) != 0)
    return invalid (error, "lot_id", _ ("The sample at hand is not inspected yet"));
  if (to_draw == 0)
    return invalid (error, "lot_id", _ ("The plan asks for no further sample"));
  drawn = file->inspection->sample_size;
  file->inspection->sample_size += to_draw;
  if (!vouch_act_update (act, &vouch_inspection_type, file->inspection, error) ||
      !vouch_sample_draw_insert (act, file->inspection, file->class_plans, drawn, error) ||
      !vouch_lot_file_reload_readings (file, act->conn, error))
    return FALSE;
  fill_progress (file, answer);
  return TRUE;
}

static gboolean
insert_counter_entry (VouchAct *act, const VouchReading *undone, GPtrArray *made, GError **error)
{
  g_autoptr (VouchReading) counter = vouch_record_copy (&vouch_reading_type, undone);

  counter->id = vouch_act_next_id (act);
  counter->inspector_id = vouch_act_get_actor_id (act);
  counter->recorded_at = vouch_act_get_now (act);
  counter->undoes_id = undone->id;
  if (!vouch_act_insert (act, &vouch_reading_type, counter, error))
    return FALSE;
  g_ptr_array_add (made, g_steal_pointer (&counter));
  return TRUE;
}

/* What one act recorded is undone as one. */
static gboolean
undo (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchLotRequest *request = data;
  g_autoptr (VouchLotFile) file = load_open (act, request->lot_id, error);
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_reading_free);
  const VouchReading *last;

  if (file == NULL)
    return FALSE;
  last = vouch_tally_get_last (file->tally);
  if (last == NULL)
    return invalid (error, "lot_id", _ ("There is nothing to undo"));
  for (guint i = 0; i < file->readings->len; i++)
    {
      const VouchReading *reading = g_ptr_array_index (file->readings, i);

      if (reading->act_id == last->act_id && !vouch_tally_is_undone (file->tally, reading) &&
          !insert_counter_entry (act, reading, made, error))
        return FALSE;
    }
  vouch_lot_file_take_readings (file, g_steal_pointer (&made));
  fill_progress (file, answer);
  return TRUE;
}

const VouchUseCase vouch_inspect_record = {
  .name = "inspect.record",
  .permission = VOUCH_PERMISSION_INSPECT,
  .request = &vouch_record_request_type,
  .answer = &vouch_progress_type,
  .prepare = prepare_record,
  .act = record,
};

const VouchUseCase vouch_inspect_pass_unit = {
  .name = "inspect.pass_unit",
  .permission = VOUCH_PERMISSION_INSPECT,
  .request = &vouch_pass_request_type,
  .answer = &vouch_progress_type,
  .act = pass_unit,
};

const VouchUseCase vouch_inspect_undo = {
  .name = "inspect.undo",
  .permission = VOUCH_PERMISSION_INSPECT,
  .request = &vouch_lot_request_type,
  .answer = &vouch_progress_type,
  .act = undo,
};

const VouchUseCase vouch_inspect_next_sample = {
  .name = "inspect.next_sample",
  .permission = VOUCH_PERMISSION_INSPECT,
  .request = &vouch_lot_request_type,
  .answer = &vouch_progress_type,
  .act = take_next_sample,
};
