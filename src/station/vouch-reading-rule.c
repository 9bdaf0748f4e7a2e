#include "vouch-reading-rule.h"

#include <glib/gi18n-lib.h>

#include "vouch-attachment-work.h"
#include "vouch-defect-code-store.h"
#include "vouch-error.h"
#include "vouch-quantity.h"
#include "vouch-tally.h"
#include "vouch-text.h"
#include "vouch-unit.h"
#include "vouch-user-store.h"

static gboolean
invalid (GError **error, const char *field, const char *message)
{
  vouch_set_field_error (error, field, VOUCH_ERROR_INVALID, "%s", message);
  return FALSE;
}

/* A value in another unit of the same kind is kept as it came, beside what it is in the plan's unit. */
static gboolean
convert (const VouchRecordRequest *request, const VouchCharacteristic *characteristic, VouchReading *reading,
         GError **error)
{
  gint64 numerator, denominator;

  if (!vouch_unit_find_factor (request->unit, characteristic->unit, &numerator, &denominator))
    {
      vouch_set_field_error (error, "unit", VOUCH_ERROR_INVALID, _ ("The value is wanted in %s, not in %s"),
                             characteristic->unit, request->unit);
      return FALSE;
    }
  reading->entered = request->value;
  reading->entered_unit = g_strdup (request->unit);
  return vouch_quantity_convert (request->value, numerator, denominator, &reading->value, error);
}

static gboolean
fill_value (const VouchRecordRequest *request, const VouchCharacteristic *characteristic, VouchReading *reading,
            GError **error)
{
  if (!request->has_value)
    return invalid (error, "value", _ ("The measured value is missing"));
  reading->has_value = TRUE;
  reading->value = request->value;
  reading->unit = g_strdup (characteristic->unit);
  if (request->unit != NULL && !vouch_unit_is_same (request->unit, characteristic->unit) &&
      !convert (request, characteristic, reading, error))
    return FALSE;
  reading->result = vouch_characteristic_judge (characteristic, reading->value);
  return TRUE;
}

static gboolean
fill_result (const VouchRecordRequest *request, const VouchCharacteristic *characteristic, VouchReading *reading,
             GError **error)
{
  reading->result = request->result;
  if (request->result == VOUCH_RESULT_NOT_APPLICABLE)
    return characteristic->may_not_apply ||
           invalid (error, "result", _ ("This check applies to every unit; pass it or fail it"));
  if (characteristic->kind == VOUCH_CHARACTERISTIC_KIND_LAB_TEST)
    return invalid (error, "characteristic_id",
                    _ ("A laboratory answers this check; hold the lot until its report is in"));
  /* Nobody has to count where it can be seen that there is nothing. */
  if (characteristic->kind == VOUCH_CHARACTERISTIC_KIND_VARIABLE ||
      (characteristic->kind == VOUCH_CHARACTERISTIC_KIND_COUNT && request->has_value))
    return fill_value (request, characteristic, reading, error);
  return TRUE;
}

static gboolean
fill_defect (VouchAct *act, const VouchRecordRequest *request, const VouchCharacteristic *characteristic,
             VouchReading *reading, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchDefectCode) defect = NULL;

  if (reading->result != VOUCH_RESULT_FAIL)
    return TRUE;
  reading->defect_code_id = characteristic->defect_code_id;
  if (request->defect == NULL)
    return TRUE;
  defect = vouch_defect_code_store_find (act->conn, request->defect, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (defect == NULL)
    {
      vouch_set_field_error (error, "defect", VOUCH_ERROR_NOT_FOUND, _ ("There is no defect code %s"), request->defect);
      return FALSE;
    }
  reading->defect_code_id = defect->id;
  return TRUE;
}

static VouchRoles
find_roles (VouchAct *act, gint64 user_id)
{
  g_autoptr (GPtrArray) list = vouch_user_store_list_roles (act->conn, user_id, NULL);
  VouchRoles roles = 0;

  for (guint i = 0; list != NULL && i < list->len; i++)
    roles |= VOUCH_ROLES_OF (((const VouchUserRole *)g_ptr_array_index (list, i))->role);
  return roles;
}

/* Two people look, and both may inspect. */
static gboolean
fill_second (VouchAct *act, const VouchRecordRequest *request, const VouchCharacteristic *characteristic,
             VouchReading *reading, GError **error)
{
  g_autoptr (VouchUser) second = NULL;

  if (request->second == NULL)
    return !characteristic->second_person ||
           invalid (error, "second", _ ("A second person has to confirm this check; scan that person's badge"));
  second = vouch_user_store_find_by_badge (act->conn, request->second, NULL);
  if (second == NULL || second->state != VOUCH_USER_STATE_ACTIVE ||
      !vouch_permission_is_granted (VOUCH_PERMISSION_INSPECT, find_roles (act, second->id)))
    {
      vouch_set_field_error (error, "second", VOUCH_ERROR_DENIED, _ ("Badge %s is not an inspector's"),
                             request->second);
      return FALSE;
    }
  if (second->id == vouch_act_get_actor_id (act))
    {
      vouch_set_field_error (error, "second", VOUCH_ERROR_DENIED,
                             _ ("The second person has to be somebody else; scan another inspector's badge"));
      return FALSE;
    }
  reading->second_id = second->id;
  return TRUE;
}

static gboolean
check_photo (const VouchRecordRequest *request, const VouchCharacteristic *characteristic, GError **error)
{
  if (!characteristic->photo_required || request->result == VOUCH_RESULT_NOT_APPLICABLE || request->picture != NULL)
    return TRUE;
  return invalid (error, "picture", _ ("This check needs a photo; take it first"));
}

/**
 * vouch_reading_rule_fill:
 * @act: the act
 * @request: what was entered
 * @characteristic: what was checked
 * @reading: (inout): the reading being made
 * @error: what the characteristic misses
 *
 * Returns: whether the reading is as the characteristic asks for
 */
gboolean
vouch_reading_rule_fill (VouchAct *act, const VouchRecordRequest *request, const VouchCharacteristic *characteristic,
                         VouchReading *reading, GError **error)
{
  reading->note = g_strdup (request->note);
  return vouch_text_check_note (request->note, "note", error) &&
         fill_result (request, characteristic, reading, error) &&
         fill_defect (act, request, characteristic, reading, error) && check_photo (request, characteristic, error) &&
         fill_second (act, request, characteristic, reading, error);
}

/**
 * vouch_reading_rule_insert_photo:
 * @act: the act
 * @request: what was entered, with its picture kept
 * @reading: the reading, which is written
 * @error: what the database said
 *
 * Returns: whether the photograph that came with the reading, if any, is written
 */
gboolean
vouch_reading_rule_insert_photo (VouchAct *act, const VouchRecordRequest *request, const VouchReading *reading,
                                 GError **error)
{
  g_autoptr (VouchAttachment) attachment = NULL;

  if (request->picture == NULL)
    return TRUE;
  attachment = vouch_attachment_new ();
  attachment->subject = g_strdup (vouch_reading_type.name);
  attachment->subject_id = reading->id;
  attachment->lot_id = request->lot_id;
  attachment->name = vouch_attachment_dup_name (request->picture_name);
  return vouch_attachment_insert (act, attachment, &request->kept, error);
}
