#include "vouch-attachment-work.h"

#include <glib/gi18n-lib.h>

#include "vouch-attachment-store.h"
#include "vouch-error.h"
#include "vouch-inspection.h"
#include "vouch-lot.h"
#include "vouch-reading.h"
#include "vouch-receipt-line.h"
#include "vouch-row.h"
#include "vouch-text.h"

/* More than anybody looks at. */
#define MAX_OF_SUBJECT 50

static const VouchField attach_fields[] = {
  VOUCH_FIELD (VouchAttachRequest, subject, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchAttachRequest, subject_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchAttachRequest, picture, BYTES, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchAttachRequest, name, TEXT, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchAttachRequest, vouch_attach_request, "attach", attach_fields)

static const VouchField attached_fields[] = {
  VOUCH_FIELD (VouchAttached, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchAttached, sha256, BYTES, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchAttached, size, NUMBER, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchAttached, vouch_attached, "attached", attached_fields)

/* A name from elsewhere is a name, never a path; one that cannot be shown is none. */
char *
vouch_attachment_dup_name (const char *path)
{
  g_autofree char *name = path != NULL && *path != '\0' ? g_path_get_basename (path) : NULL;

  if (name == NULL || !vouch_text_check_line (name, NULL, VOUCH_TEXT_NAME_MAX, NULL))
    return NULL;
  return g_steal_pointer (&name);
}

static gboolean
prepare (VouchStation *station, VouchActor *actor, gconstpointer data, GError **error)
{
  VouchAttachRequest *request = (VouchAttachRequest *)data;

  return vouch_attachment_file_keep (station, request->picture, &request->kept, error);
}

/* What is signed is signed with the photographs that it had. */
static gboolean
find_lot_of_reading (VouchAct *act, gint64 id, gint64 *lot_id, GError **error)
{
  g_autoptr (VouchReading) reading = vouch_row_load (act->conn, &vouch_reading_type, id, error);
  g_autoptr (VouchInspection) inspection =
      reading != NULL ? vouch_row_load (act->conn, &vouch_inspection_type, reading->inspection_id, error) : NULL;

  if (inspection == NULL)
    return FALSE;
  *lot_id = inspection->lot_id;
  if (inspection->state != VOUCH_INSPECTION_STATE_DECIDED && inspection->state != VOUCH_INSPECTION_STATE_VOID)
    return TRUE;
  vouch_set_field_error (error, "subject_id", VOUCH_ERROR_CONFLICT,
                         _ ("Inspection %s is decided; add the photo to the lot"), inspection->number);
  return FALSE;
}

static gboolean
exists (VouchAct *act, const VouchRecordType *type, gint64 id, GError **error)
{
  gpointer record = vouch_row_load (act->conn, type, id, error);

  vouch_record_free (type, record);
  return record != NULL;
}

static gboolean
find_lot (VouchAct *act, const VouchAttachRequest *request, gint64 *lot_id, GError **error)
{
  *lot_id = 0;
  if (g_str_equal (request->subject, vouch_lot_type.name))
    {
      *lot_id = request->subject_id;
      return exists (act, &vouch_lot_type, request->subject_id, error);
    }
  if (g_str_equal (request->subject, vouch_receipt_line_type.name))
    return exists (act, &vouch_receipt_line_type, request->subject_id, error);
  if (g_str_equal (request->subject, vouch_reading_type.name))
    return find_lot_of_reading (act, request->subject_id, lot_id, error);
  vouch_set_field_error (error, "subject", VOUCH_ERROR_INVALID,
                         _ ("“%s” takes no photos; name a lot, a reading or a receipt_line"), request->subject);
  return FALSE;
}

static gboolean
check_room (VouchAct *act, gint64 subject_id, GError **error)
{
  g_autoptr (GPtrArray) others = vouch_attachment_store_list (act->conn, subject_id, error);

  if (others == NULL)
    return FALSE;
  if (others->len < MAX_OF_SUBJECT)
    return TRUE;
  vouch_set_field_error (error, "subject_id", VOUCH_ERROR_INVALID, _ ("There are %d photos already; that is enough"),
                         MAX_OF_SUBJECT);
  return FALSE;
}

/**
 * vouch_attachment_insert:
 * @act: the act that takes the photograph
 * @attachment: with its subject, lot and name
 * @kept: the stored file
 * @error: what the database said
 *
 * Fills in what the file and the act say, and writes the row.
 *
 * Returns: whether it is written
 */
gboolean
vouch_attachment_insert (VouchAct *act, VouchAttachment *attachment, const VouchKeptPhoto *kept, GError **error)
{
  attachment->id = vouch_act_next_id (act);
  attachment->sha256 = g_bytes_new (kept->sha256, sizeof kept->sha256);
  attachment->size = kept->size;
  attachment->media_type = g_strdup ("image/jpeg");
  attachment->taken_by = vouch_act_get_actor_id (act);
  attachment->taken_at = vouch_act_get_now (act);
  return vouch_act_insert (act, &vouch_attachment_type, attachment, error);
}

static gboolean
add (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchAttachRequest *request = data;
  VouchAttached *attached = answer;
  g_autoptr (VouchAttachment) attachment = vouch_attachment_new ();

  if (!find_lot (act, request, &attachment->lot_id, error) || !check_room (act, request->subject_id, error))
    return FALSE;
  attachment->subject = g_strdup (request->subject);
  attachment->subject_id = request->subject_id;
  attachment->name = vouch_attachment_dup_name (request->name);
  if (!vouch_attachment_insert (act, attachment, &request->kept, error))
    return FALSE;
  attached->id = attachment->id;
  attached->sha256 = g_bytes_ref (attachment->sha256);
  attached->size = attachment->size;
  return TRUE;
}

const VouchUseCase vouch_attachment_add = {
  .name = "attachment.add",
  .permission = VOUCH_PERMISSION_ATTACH,
  .request = &vouch_attach_request_type,
  .answer = &vouch_attached_type,
  .prepare = prepare,
  .act = add,
};
