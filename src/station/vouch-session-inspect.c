#include <glib/gi18n-lib.h>

#include "vouch-decide-work.h"
#include "vouch-error.h"
#include "vouch-inspect-work.h"
#include "vouch-policy-work.h"
#include "vouch-sample-words.h"
#include "vouch-session-private.h"
#include "vouch-take-over-work.h"
#include "vouch-words.h"

static gpointer
read_file (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_lot_file_load (conn, *(gint64 *)data, error);
}

void
vouch_session_drop_lot (VouchSession *self)
{
  vouch_session_drop_evidence (self);
  vouch_session_clear_entry (self);
  g_clear_pointer (&self->thumbs, g_ptr_array_unref);
  g_clear_pointer (&self->file, vouch_lot_file_free);
  g_clear_pointer (&self->average, g_free);
  g_clear_pointer (&self->sign_key, g_free);
  g_clear_pointer (&self->printed, g_free);
  self->is_stale = FALSE;
  self->goes_on_after_re = FALSE;
  self->times = 1;
  self->batch_id = 0;
}

gboolean
vouch_session_load_lot (VouchSession *self, gint64 lot_id)
{
  g_autoptr (GError) error = NULL;
  VouchLotFile *file = vouch_station_read (self->station, read_file, &lot_id, &error);

  if (file == NULL)
    {
      vouch_session_tell_unread (self, error);
      return FALSE;
    }
  /* What was printed last belongs to what was at work then. */
  if (self->file == NULL || self->file->lot->id != lot_id)
    g_clear_pointer (&self->printed, g_free);
  vouch_lot_file_free (self->file);
  self->file = file;
  vouch_session_average_sample (self);
  self->is_stale = FALSE;
  vouch_session_load_thumbs (self);
  return TRUE;
}

static gpointer
read_readings (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_lot_file_reload_readings (data, conn, error) ? data : NULL;
}

/* After an entry only the readings are new. They are read again when they are looked at: what was recorded is recorded
 * before it is shown. */
void
vouch_session_freshen (VouchSession *self)
{
  g_autoptr (GError) error = NULL;

  if (!self->is_stale || self->file == NULL)
    return;
  self->is_stale = FALSE;
  if (vouch_station_read (self->station, read_readings, self->file, &error) != NULL)
    return;
  self->is_stale = TRUE;
  vouch_session_tell_unread (self, error);
}

static gboolean
plan (VouchSession *self, gint64 lot_id)
{
  VouchLotRequest request = { lot_id };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchProgress) progress =
      vouch_use_case_run (&vouch_inspect_plan, self->station, self->actor, NULL, &request, &error);

  if (progress == NULL)
    vouch_session_tell_error (self, error);
  return progress != NULL;
}

/* The stage follows from the readings, so an inspection goes on where it stands, whatever happened in between. */
void
vouch_session_settle_at (VouchSession *self, const VouchProgress *progress)
{
  gboolean goes_on = self->stop_rule == VOUCH_STOP_RULE_FINISH || self->goes_on_after_re;
  gboolean stops = progress->verdict == VOUCH_VERDICT_REJECT && (!goes_on || progress->position == 0);

  if (progress->verdict == VOUCH_VERDICT_ACCEPT || stops)
    vouch_session_set_stage (self, VOUCH_STAGE_VERDICT);
  else if (progress->position == 0 && progress->to_draw > 0)
    vouch_session_set_stage (self, VOUCH_STAGE_NEXT_SAMPLE);
  else
    vouch_session_set_stage (self, VOUCH_STAGE_CHECK);
}

static void
settle (VouchSession *self)
{
  const VouchLotFile *file = self->file;
  VouchProgress progress = { .verdict = (int)vouch_lot_file_get_verdict (file) };

  if (file->inspection != NULL)
    {
      progress.position = vouch_tally_get_next_position (file->tally);
      progress.to_draw = vouch_judgement_get_to_draw (file->judgement);
    }
  vouch_session_settle_at (self, &progress);
}

/* An inspection that somebody else has is taken over by going on with it; that is noted, and said. */
static void
take_over (VouchSession *self)
{
  const VouchInspection *inspection = self->file->inspection;
  VouchTakeOverRequest request = { self->file->lot->id, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = NULL;
  g_autofree char *from = NULL;
  g_autofree char *detail = NULL;

  if (inspection == NULL || inspection->inspector_id == vouch_actor_get_user_id (self->actor))
    return;
  from = g_strdup (vouch_lot_file_get_user_name (self->file, inspection->inspector_id));
  done = vouch_use_case_run (&vouch_inspect_take_over, self->station, self->actor, NULL, &request, &error);
  if (done == NULL)
    {
      vouch_session_tell_error (self, error);
      return;
    }
  detail = g_strdup_printf (_ ("From %s. Every reading keeps its inspector."), from);
  vouch_session_tell (self, VOUCH_FEEDBACK_OK, _ ("Taken over"), detail);
}

/* Plans the lot if it was not, and goes on at its first open unit. */
void
vouch_session_inspect (VouchSession *self, gint64 lot_id)
{
  gint64 rule = VOUCH_STOP_RULE_ASK;

  if (vouch_station_read_policy (self->station, VOUCH_POLICY_STOP_AT_RE, &rule, NULL))
    self->stop_rule = (VouchStopRule)rule;
  if (!vouch_session_load_lot (self, lot_id))
    return;
  take_over (self);
  if (self->file->inspection == NULL && self->file->skipped == NULL &&
      !(plan (self, lot_id) && vouch_session_load_lot (self, lot_id)))
    {
      /* Without a plan the goods can only be held. */
      vouch_session_set_stage (self, VOUCH_STAGE_VERDICT);
      return;
    }
  settle (self);
}

const VouchCharacteristic *
vouch_session_get_characteristic (VouchSession *self, gint64 *position, guint *index)
{
  int next;

  if (self->file == NULL || self->file->tally == NULL)
    return NULL;
  *position = vouch_tally_get_next_position (self->file->tally);
  if (*position == 0)
    return NULL;
  next = vouch_tally_get_next_characteristic (self->file->tally, *position);
  if (next < 0)
    return NULL;
  *index = (guint)next;
  return g_ptr_array_index (self->file->characteristics, next);
}

/* At Re the result is the lot's, and no longer one unit's. */
static void
tell_lot_fails (VouchSession *self)
{
  vouch_session_freshen (self);
  for (guint i = 0; i < vouch_judgement_get_n_classes (self->file->judgement); i++)
    {
      const VouchClassStanding *standing = vouch_judgement_get_class (self->file->judgement, i);
      g_autofree char *found = NULL;

      if (standing->verdict != VOUCH_VERDICT_REJECT)
        continue;
      found = vouch_words_dup_rejection (standing);
      vouch_session_tell (self, VOUCH_FEEDBACK_FAIL, _ ("LOT FAILS"), found);
      return;
    }
}

static void
after_entry (VouchSession *self, VouchProgress *progress, const GError *error, gint64 unit)
{
  g_autofree char *detail = g_strdup_printf (_ ("Unit %d"), (int)unit);

  if (progress == NULL)
    {
      vouch_session_tell_error (self, error);
      return;
    }
  if (progress->result == VOUCH_RESULT_PASS)
    vouch_session_tell (self, VOUCH_FEEDBACK_OK, _ ("PASS"), detail);
  else if (progress->result == VOUCH_RESULT_NOT_APPLICABLE)
    vouch_session_tell (self, VOUCH_FEEDBACK_OK, _ ("Not applicable"), detail);
  else
    vouch_session_tell (self, VOUCH_FEEDBACK_FAIL, _ ("FAIL"), detail);
  self->is_stale = TRUE;
  vouch_session_settle_at (self, progress);
  if (self->stage == VOUCH_STAGE_VERDICT && progress->verdict == VOUCH_VERDICT_REJECT)
    tell_lot_fails (self);
  else if (self->stage == VOUCH_STAGE_NEXT_SAMPLE)
    vouch_session_ask_next_sample (self, progress);
}

static void
pass_open_attributes (VouchSession *self, gint64 position)
{
  VouchPassRequest request = { self->file->lot->id, position, self->times };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchProgress) progress =
      vouch_use_case_run (&vouch_inspect_pass_unit, self->station, self->actor, NULL, &request, &error);

  if (progress != NULL)
    self->times = 1;
  after_entry (self, progress, error, position);
}

/* What is recorded with a photo, a note or a second person is recorded alone. */
void
vouch_session_pass (VouchSession *self)
{
  gint64 position = 0;
  guint index;
  const VouchCharacteristic *characteristic = vouch_session_get_characteristic (self, &position, &index);

  if (characteristic == NULL)
    return;
  if (vouch_characteristic_is_measured (characteristic) ||
      (vouch_characteristic_is_plain (characteristic) && !vouch_session_has_evidence (self)))
    pass_open_attributes (self, position);
  else
    vouch_session_enter (self, &(VouchSessionEntry){ .result = VOUCH_RESULT_PASS });
}

void
vouch_session_not_applicable (VouchSession *self)
{
  vouch_session_enter (self, &(VouchSessionEntry){ .result = VOUCH_RESULT_NOT_APPLICABLE });
}

static void
ask_for_value (VouchSession *self)
{
  vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Value?"), _ ("Type the measured value."));
}

void
vouch_session_fail (VouchSession *self)
{
  gint64 position;
  guint index;
  const VouchCharacteristic *characteristic = vouch_session_get_characteristic (self, &position, &index);

  if (characteristic == NULL)
    return;
  if (vouch_characteristic_is_measured (characteristic))
    {
      ask_for_value (self);
      return;
    }
  vouch_session_set_stage (self, VOUCH_STAGE_DEFECT);
  vouch_session_tell (self, VOUCH_FEEDBACK_QUESTION, _ ("Which defect?"),
                      vouch_words_choose (characteristic->name_en, characteristic->name_zh));
}

/* 0 is the characteristic's own defect. */
void
vouch_session_choose_defect (VouchSession *self, int code)
{
  gint64 position;
  guint index;
  const VouchCharacteristic *characteristic = vouch_session_get_characteristic (self, &position, &index);

  if (characteristic == NULL || vouch_characteristic_is_measured (characteristic))
    ask_for_value (self);
  else
    vouch_session_enter (self, &(VouchSessionEntry){ .result = VOUCH_RESULT_FAIL, .defect = code });
}

void
vouch_session_clear_entry (VouchSession *self)
{
  g_free (self->entry.unit);
  self->entry = (VouchSessionEntry){ 0 };
}

static void
record (VouchSession *self, const VouchCharacteristic *characteristic, gint64 position, const VouchSessionEntry *entry,
        const char *second)
{
  g_autofree char *defect = entry->defect != 0 ? g_strdup_printf ("%03d", entry->defect) : NULL;
  const VouchSessionPhoto *photo =
      self->photos != NULL && self->photos->len > 0 ? g_ptr_array_index (self->photos, 0) : NULL;
  VouchRecordRequest request = {
    .lot_id = self->file->lot->id,
    .position = position,
    .characteristic_id = characteristic->id,
    .result = entry->result,
    .has_value = entry->has_value,
    .value = entry->value,
    .unit = entry->unit != NULL ? entry->unit : characteristic->unit,
    .defect = defect,
    .note = self->note,
    .second = (char *)second,
    .picture = photo != NULL ? photo->bytes : NULL,
    .picture_name = photo != NULL ? photo->name : NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchProgress) progress =
      vouch_use_case_run (&vouch_inspect_record, self->station, self->actor, NULL, &request, &error);

  after_entry (self, progress, error, position);
  if (progress != NULL)
    vouch_session_keep_evidence (self, progress->reading_id);
}

/* The entry waits for another inspector's badge. */
static void
ask_second (VouchSession *self, const VouchSessionEntry *entry)
{
  char *unit = g_strdup (entry->unit);

  vouch_session_clear_entry (self);
  self->entry = *entry;
  self->entry.unit = unit;
  vouch_session_set_stage (self, VOUCH_STAGE_SECOND);
  vouch_session_tell (self, VOUCH_FEEDBACK_QUESTION, _ ("Second person"),
                      _ ("Another inspector looks at the same and scans the own badge."));
}

/* Records what was entered for the check at hand, or asks for what it needs besides. */
void
vouch_session_enter (VouchSession *self, const VouchSessionEntry *entry)
{
  gint64 position;
  guint index;
  const VouchCharacteristic *characteristic = vouch_session_get_characteristic (self, &position, &index);

  if (characteristic == NULL)
    return;
  if (characteristic->photo_required && entry->result != VOUCH_RESULT_NOT_APPLICABLE &&
      (self->photos == NULL || self->photos->len == 0))
    {
      vouch_session_set_stage (self, VOUCH_STAGE_CHECK);
      vouch_session_tell (self, VOUCH_FEEDBACK_QUESTION, _ ("Photo first"),
                          _ ("This check is recorded with a photo; take it, then answer again."));
    }
  else if (characteristic->second_person)
    ask_second (self, entry);
  else
    record (self, characteristic, position, entry, NULL);
}

/* The badge that confirms the entry that waits. */
void
vouch_session_take_second (VouchSession *self, const char *badge)
{
  gint64 position;
  guint index;
  const VouchCharacteristic *characteristic = vouch_session_get_characteristic (self, &position, &index);

  if (characteristic == NULL)
    return;
  record (self, characteristic, position, &self->entry, badge);
  if (self->stage != VOUCH_STAGE_SECOND)
    vouch_session_clear_entry (self);
}

void
vouch_session_undo_reading (VouchSession *self)
{
  VouchLotRequest request = { self->file->lot->id };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchProgress) progress =
      vouch_use_case_run (&vouch_inspect_undo, self->station, self->actor, NULL, &request, &error);

  if (progress == NULL)
    {
      vouch_session_tell_error (self, error);
      return;
    }
  vouch_session_tell (self, VOUCH_FEEDBACK_OK, _ ("Undone"), _ ("The last entry was taken back."));
  self->is_stale = TRUE;
  vouch_session_settle_at (self, progress);
}

/* Past Re the lot fails whatever comes; the inspector may finish the sample all the same. */
void
vouch_session_go_on (VouchSession *self)
{
  if (self->file == NULL || self->file->tally == NULL || vouch_tally_get_next_position (self->file->tally) == 0)
    {
      vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Sample finished"), _ ("Accept, reject or hold the lot."));
      return;
    }
  if (self->stop_rule == VOUCH_STOP_RULE_STOP)
    {
      vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Stopped"),
                          _ ("This station stops a sample as soon as the lot fails; reject or hold the lot."));
      return;
    }
  self->goes_on_after_re = TRUE;
  settle (self);
  vouch_session_tell (self, VOUCH_FEEDBACK_NONE, NULL, NULL);
}
