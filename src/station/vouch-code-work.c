#include "vouch-code-work.h"

#include <glib/gi18n-lib.h>

#include "vouch-code-batch-store.h"
#include "vouch-error.h"
#include "vouch-hash.h"
#include "vouch-label-subject.h"
#include "vouch-lot-file.h"
#include "vouch-lot-store.h"
#include "vouch-number-store.h"
#include "vouch-policy-rule.h"
#include "vouch-publish-work.h"
#include "vouch-quantity.h"
#include "vouch-row.h"
#include "vouch-text.h"
#include "vouch-trace-address.h"

#define UNIT_MAX ((G_GINT64_CONSTANT (1) << 30) - 1)

static const VouchField issue_fields[] = {
  VOUCH_FIELD (VouchIssueRequest, lot_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchIssueRequest, units, NUMBER, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchIssueRequest, vouch_issue_request, "issue", issue_fields)

static const VouchField printed_fields[] = {
  VOUCH_FIELD (VouchPrintedRequest, lot_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPrintedRequest, batch_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchPrintedRequest, purpose, vouch_print_purpose_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPrintedRequest, template_name, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchPrintedRequest, labels, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPrintedRequest, read_back, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPrintedRequest, file, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchPrintedRequest, copy_of, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPrintedRequest, copy_number, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchPrintedRequest, reason, vouch_reprint_reason_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPrintedRequest, note, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPrintedRequest, first_unit, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPrintedRequest, user_id, ID, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchPrintedRequest, vouch_printed_request, "printed", printed_fields)

static const VouchField void_fields[] = {
  VOUCH_FIELD (VouchVoidRequest, batch_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchVoidRequest, reason, TEXT, VOUCH_FIELD_REQUIRED),
};

VOUCH_DEFINE_RECORD (VouchVoidRequest, vouch_void_request, "void", void_fields)

static const VouchField scan_back_fields[] = {
  VOUCH_FIELD (VouchScanBackRequest, batch_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchScanBackRequest, code, TEXT, VOUCH_FIELD_REQUIRED),
};

VOUCH_DEFINE_RECORD (VouchScanBackRequest, vouch_scan_back_request, "scan_back", scan_back_fields)

static const VouchField scanned_fields[] = {
  VOUCH_FIELD (VouchScannedBack, batch_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScannedBack, unit, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchScannedBack, state, vouch_code_batch_state_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScannedBack, is_first, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScannedBack, is_last, FLAG, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchScannedBack, vouch_scanned_back, "scanned_back", scanned_fields)

static gboolean
check_released (const VouchLot *lot, GError **error)
{
  if (vouch_lot_is_released (lot))
    return TRUE;
  vouch_set_field_error (error, "lot_id", VOUCH_ERROR_DENIED,
                         _ ("Lot %s is not released; only hold and reject labels may be printed"), lot->number);
  return FALSE;
}

static gboolean
count_coded (VouchConn *conn, gint64 lot_id, gint64 *units, GError **error)
{
  g_autoptr (GPtrArray) batches = vouch_code_batch_store_list (conn, lot_id, error);

  *units = 0;
  for (guint i = 0; batches != NULL && i < batches->len; i++)
    {
      const VouchCodeBatch *batch = g_ptr_array_index (batches, i);

      *units += batch->state != VOUCH_CODE_BATCH_STATE_VOIDED ? batch->units : 0;
    }
  return batches != NULL;
}

/* A unit number is issued once per lot, whatever the key version. No more units have a code than were accepted; those
 * whose codes were voided want others. */
static gboolean
reserve (VouchAct *act, const VouchLot *lot, gint64 wanted, VouchCodeBatch *batch, GError **error)
{
  gint64 next, left, coded;

  if (!vouch_number_store_get_next_unit (act->conn, lot->id, &next, error) ||
      !count_coded (act->conn, lot->id, &coded, error))
    return FALSE;
  batch->first_unit = MAX (next, 1);
  left = lot->accepted / VOUCH_QUANTITY_ONE - coded;
  batch->units = wanted != 0 ? wanted : left;
  if (left <= 0)
    {
      vouch_set_field_error (error, "units", VOUCH_ERROR_CONFLICT, _ ("Every accepted unit of lot %s has its code"),
                             lot->number);
      return FALSE;
    }
  if (batch->units < 1 || batch->units > left || batch->first_unit + batch->units - 1 > UNIT_MAX)
    {
      vouch_set_field_error (error, "units", VOUCH_ERROR_INVALID, _ ("Lot %s has %lld accepted units without a code"),
                             lot->number, (long long)left);
      return FALSE;
    }
  return TRUE;
}

/* By the policy "label-approval" the codes of a lot may be a QA lead's to issue. */
static gboolean
check_issuer (VouchAct *act, GError **error)
{
  int approval;

  if (!vouch_policy_read_choice (act->conn, VOUCH_POLICY_LABEL_APPROVAL, &approval, error))
    return FALSE;
  if (approval == VOUCH_LABEL_APPROVAL_NONE || vouch_actor_may (act->actor, VOUCH_PERMISSION_DECIDE))
    return TRUE;
  g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_DENIED, _ ("Codes are issued by a QA lead here"));
  return FALSE;
}

static gboolean
issue (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchIssueRequest *request = data;
  g_autoptr (VouchLot) lot = vouch_row_load (act->conn, &vouch_lot_type, request->lot_id, error);
  g_autoptr (VouchProduct) product = NULL;
  g_autoptr (VouchCodeBatch) batch = vouch_code_batch_new ();

  if (lot == NULL || !check_released (lot, error) || !check_issuer (act, error))
    return FALSE;
  product = vouch_row_load (act->conn, &vouch_product_type, lot->product_id, error);
  if (product == NULL || !reserve (act, lot, request->units, batch, error))
    return FALSE;
  batch->host = vouch_policy_dup (act->conn, "host");
  if (batch->host == NULL)
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                           _ ("The host name of the codes is not set; an administrator sets the policy “host”"));
      return FALSE;
    }
  batch->id = vouch_act_next_id (act);
  batch->lot_id = lot->id;
  batch->key_version = vouch_key_file_get_code_version (vouch_station_get_keys (act->station));
  batch->gtin = vouch_policy_dup_serial_gtin (act->conn, product);
  batch->issued_by = vouch_act_get_actor_id (act);
  batch->issued_at = vouch_act_get_now (act);
  ((VouchDone *)answer)->id = batch->id;
  ((VouchDone *)answer)->number = g_strdup (lot->number);
  vouch_tx_ask_anchor (act->tx);
  return vouch_act_insert (act, &vouch_code_batch_type, batch, error);
}

static gboolean
mark_batch_printed (VouchAct *act, const VouchPrintedRequest *request, GError **error)
{
  g_autoptr (VouchCodeBatch) batch = vouch_row_load (act->conn, &vouch_code_batch_type, request->batch_id, error);

  if (batch == NULL)
    return FALSE;
  if (batch->lot_id != request->lot_id)
    {
      vouch_set_field_error (error, "batch_id", VOUCH_ERROR_INVALID, _ ("The batch is of another lot"));
      return FALSE;
    }
  if (request->copy_of != 0)
    return TRUE;
  if (!vouch_label_check_unprinted (batch, error))
    return FALSE;
  batch->state = VOUCH_CODE_BATCH_STATE_PRINTED;
  return vouch_act_update (act, &vouch_code_batch_type, batch, error);
}

/* Nothing leaves unread: whatever was rendered, at least one label was decoded back. */
static gboolean
check_printed (VouchAct *act, const VouchPrintedRequest *request, GError **error)
{
  g_autoptr (VouchLot) lot = NULL;

  if (request->labels < 1 || request->read_back < 1 || request->read_back > request->labels)
    {
      vouch_set_field_error (error, "read_back", VOUCH_ERROR_INVALID,
                             _ ("At least one label has to be rendered and read back"));
      return FALSE;
    }
  if (request->purpose == VOUCH_PRINT_PURPOSE_BADGE)
    return TRUE;
  lot = vouch_row_load (act->conn, &vouch_lot_type, request->lot_id, error);
  return lot != NULL && (request->purpose != VOUCH_PRINT_PURPOSE_UNIT || check_released (lot, error));
}

/* Whoever else printed the same labels again meanwhile has the number that stands on these. */
static gboolean
take_copy (VouchAct *act, const VouchPrintedRequest *request, VouchPrintJob *job, GError **error)
{
  g_autoptr (VouchPrintJob) copied = vouch_row_load (act->conn, &vouch_print_job_type, request->copy_of, error);
  g_autoptr (GPtrArray) copies = NULL;
  int offset_s = vouch_clock_offset (vouch_station_get_clock (act->station), copied != NULL ? copied->printed_at : 0);

  if (copied == NULL || !vouch_label_may_repeat (copied, act->actor, request->reason, request->note,
                                                 vouch_tx_get_today (act->tx), offset_s, error))
    return FALSE;
  job->copy_of = copied->copy_of != 0 ? copied->copy_of : copied->id;
  copies = vouch_code_batch_store_list_copies (act->conn, job->copy_of, error);
  if (copies == NULL)
    return FALSE;
  if (request->copy_number != copies->len + 1)
    {
      vouch_set_field_error (error, "copy_number", VOUCH_ERROR_CONFLICT,
                             _ ("Somebody else has printed these labels again; try once more"));
      return FALSE;
    }
  job->copy_number = request->copy_number;
  job->reason = g_strdup (vouch_enum_get_name (&vouch_reprint_reason_values, (int)request->reason));
  job->note = g_strdup (request->note);
  return TRUE;
}

static gboolean
note_job (VouchAct *act, const VouchPrintedRequest *request, gpointer answer, GError **error)
{
  g_autoptr (VouchPrintJob) job = vouch_print_job_new ();

  if (!check_printed (act, request, error) || (request->copy_of != 0 && !take_copy (act, request, job, error)))
    return FALSE;
  job->id = vouch_act_next_id (act);
  job->lot_id = request->lot_id;
  job->batch_id = request->batch_id;
  job->purpose = request->purpose;
  job->template = g_strdup (request->template_name);
  job->labels = request->labels;
  job->read_back = request->read_back;
  job->file = g_strdup (request->file);
  job->printed_by = vouch_act_get_actor_id (act);
  job->printed_at = vouch_act_get_now (act);
  job->first_unit = request->first_unit;
  job->user_id = request->user_id;
  ((VouchDone *)answer)->id = job->id;
  return vouch_act_insert (act, &vouch_print_job_type, job, error) &&
         (request->batch_id == 0 || mark_batch_printed (act, request, error));
}

static gboolean
note_printed (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchPrintedRequest *request = data;

  if (request->lot_id != 0 && request->purpose != VOUCH_PRINT_PURPOSE_BADGE)
    return note_job (act, request, answer, error);
  vouch_set_field_error (error, "lot_id", VOUCH_ERROR_INVALID, _ ("Say whose labels were printed"));
  return FALSE;
}

static gboolean
note_badge (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchPrintedRequest *request = data;

  if (request->user_id != 0 && request->purpose == VOUCH_PRINT_PURPOSE_BADGE)
    return note_job (act, request, answer, error);
  vouch_set_field_error (error, "user_id", VOUCH_ERROR_INVALID, _ ("Say whose badge was printed"));
  return FALSE;
}

static gboolean
void_batch (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchVoidRequest *request = data;
  g_autoptr (VouchCodeBatch) batch = vouch_row_load (act->conn, &vouch_code_batch_type, request->batch_id, error);
  g_autoptr (VouchLot) lot = batch != NULL ? vouch_row_load (act->conn, &vouch_lot_type, batch->lot_id, error) : NULL;

  if (lot == NULL || !vouch_text_check_note (request->reason, "reason", error))
    return FALSE;
  if (batch->state == VOUCH_CODE_BATCH_STATE_ACTIVE)
    {
      vouch_set_field_error (error, "batch_id", VOUCH_ERROR_DENIED,
                             _ ("These codes of lot %s are active and customers may know them; hold or recall the lot"),
                             lot->number);
      return FALSE;
    }
  if (batch->state == VOUCH_CODE_BATCH_STATE_VOIDED)
    {
      vouch_set_field_error (error, "batch_id", VOUCH_ERROR_CONFLICT, _ ("These codes are voided already"));
      return FALSE;
    }
  batch->state = VOUCH_CODE_BATCH_STATE_VOIDED;
  batch->void_reason = g_strdup (request->reason);
  batch->voided_by = vouch_act_get_actor_id (act);
  batch->voided_at = vouch_act_get_now (act);
  ((VouchDone *)answer)->id = batch->id;
  ((VouchDone *)answer)->number = g_strdup (lot->number);
  return vouch_act_update (act, &vouch_code_batch_type, batch, error);
}

/* Only codes of this very batch: another lot's label, or another range's, is the wrong label. */
static gboolean
read_unit (VouchAct *act, const VouchCodeBatch *batch, const VouchLot *lot, const char *code, gint64 *unit,
           GError **error)
{
  g_autoptr (VouchTraceAddress) address = vouch_trace_address_parse (code, NULL);
  const guint8 *master = vouch_key_file_get_code_key (vouch_station_get_keys (act->station), (guint)batch->key_version);
  char serial[VOUCH_TRACE_SERIAL_LENGTH + 1] = "";
  guint8 key[VOUCH_TRACE_KEY_SIZE];
  guint32 found = 0;
  gboolean good;

  if (address != NULL)
    g_strlcpy (serial, address->serial, sizeof serial);
  good = address != NULL
             ? g_strcmp0 (address->lot, lot->number) == 0 && g_ascii_strcasecmp (address->host, batch->host) == 0
             : vouch_trace_serial_normalise (code, serial);
  if (good && master != NULL && *serial != '\0')
    {
      vouch_trace_lot_key (master, batch->gtin, lot->number, key);
      good = vouch_trace_serial_open (key, serial, &found);
      vouch_wipe (key, sizeof key);
    }
  *unit = found;
  if (good && found >= batch->first_unit && found < batch->first_unit + batch->units)
    return TRUE;
  vouch_set_field_error (error, "code", VOUCH_ERROR_INVALID, _ ("This is not a label of the batch just printed"));
  return FALSE;
}

static gboolean
find_whether_scanned (VouchAct *act, const VouchCodeBatch *batch, gboolean *is_scanned, GError **error)
{
  int rule;

  if (!vouch_policy_read_choice (act->conn, VOUCH_POLICY_SCAN_BACK, &rule, error))
    return FALSE;
  *is_scanned = rule == VOUCH_SCAN_BACK_ANY || (batch->scanned_first && batch->scanned_last);
  return TRUE;
}

static gboolean
scan_back (VouchAct *act, gconstpointer data, gpointer answer_data, GError **error)
{
  const VouchScanBackRequest *request = data;
  VouchScannedBack *answer = answer_data;
  g_autoptr (VouchCodeBatch) batch = vouch_row_load (act->conn, &vouch_code_batch_type, request->batch_id, error);
  g_autoptr (VouchLot) lot = batch != NULL ? vouch_row_load (act->conn, &vouch_lot_type, batch->lot_id, error) : NULL;
  gboolean was_active, is_scanned;

  if (lot == NULL || !read_unit (act, batch, lot, request->code, &answer->unit, error))
    return FALSE;
  if (batch->state == VOUCH_CODE_BATCH_STATE_RESERVED || batch->state == VOUCH_CODE_BATCH_STATE_VOIDED)
    {
      vouch_set_field_error (error, "batch_id", VOUCH_ERROR_DENIED, _ ("The batch is not printed, or was voided"));
      return FALSE;
    }
  was_active = batch->state == VOUCH_CODE_BATCH_STATE_ACTIVE;
  answer->is_first = answer->unit == batch->first_unit;
  answer->is_last = answer->unit == batch->first_unit + batch->units - 1;
  batch->scanned_first |= answer->is_first;
  batch->scanned_last |= answer->is_last;
  if (!find_whether_scanned (act, batch, &is_scanned, error))
    return FALSE;
  if (is_scanned)
    batch->state = VOUCH_CODE_BATCH_STATE_ACTIVE;
  answer->batch_id = batch->id;
  answer->state = batch->state;
  return vouch_act_update (act, &vouch_code_batch_type, batch, error) &&
         (was_active || batch->state != VOUCH_CODE_BATCH_STATE_ACTIVE || vouch_publish_codes (act, lot->id, error));
}

const VouchUseCase vouch_code_issue = {
  .name = "code.issue",
  .permission = VOUCH_PERMISSION_ISSUE_CODES,
  .request = &vouch_issue_request_type,
  .answer = &vouch_done_type,
  .act = issue,
};

const VouchUseCase vouch_code_note_printed = {
  .name = "code.note_printed",
  .permission = VOUCH_PERMISSION_PRINT,
  .request = &vouch_printed_request_type,
  .answer = &vouch_done_type,
  .act = note_printed,
};

const VouchUseCase vouch_code_note_badge = {
  .name = "code.note_badge",
  .permission = VOUCH_PERMISSION_MANAGE_USERS,
  .request = &vouch_printed_request_type,
  .answer = &vouch_done_type,
  .act = note_badge,
};

const VouchUseCase vouch_code_void = {
  .name = "code.void",
  .permission = VOUCH_PERMISSION_VOID_CODES,
  .request = &vouch_void_request_type,
  .answer = &vouch_done_type,
  .act = void_batch,
};

const VouchUseCase vouch_code_scan_back = {
  .name = "code.scan_back",
  .permission = VOUCH_PERMISSION_ISSUE_CODES,
  .request = &vouch_scan_back_request_type,
  .answer = &vouch_scanned_back_type,
  .act = scan_back,
};

void
vouch_code_meaning_clear (VouchCodeMeaning *self)
{
  g_clear_pointer (&self->lot, g_free);
  *self = (VouchCodeMeaning){ 0 };
}

static gboolean
find_unit (VouchConn *conn, VouchStation *station, const VouchLot *lot, const char *serial, VouchCodeMeaning *meaning,
           GError **error)
{
  g_autoptr (GPtrArray) batches = vouch_code_batch_store_list (conn, lot->id, error);

  for (guint i = 0; batches != NULL && i < batches->len && !meaning->has_unit; i++)
    {
      const VouchCodeBatch *batch = g_ptr_array_index (batches, i);
      const guint8 *master = vouch_key_file_get_code_key (vouch_station_get_keys (station), (guint)batch->key_version);
      guint8 key[VOUCH_TRACE_KEY_SIZE];
      guint32 unit;

      if (master == NULL)
        continue;
      vouch_trace_lot_key (master, batch->gtin, lot->number, key);
      if (vouch_trace_serial_open (key, serial, &unit) && unit >= batch->first_unit &&
          unit < batch->first_unit + batch->units)
        {
          meaning->has_unit = TRUE;
          meaning->unit = unit;
        }
      vouch_wipe (key, sizeof key);
    }
  return batches != NULL;
}

/**
 * vouch_code_find:
 * @conn: a connection
 * @station: the station
 * @text: an address as on a label, or lot and serial with a space between, or a lot number
 * @meaning: (out): what it is of; all zero where it is not a code of ours
 * @error: what the database said
 *
 * Returns: whether it could be looked up
 */
gboolean
vouch_code_find (VouchConn *conn, VouchStation *station, const char *text, VouchCodeMeaning *meaning, GError **error)
{
  g_autoptr (VouchTraceAddress) address = vouch_trace_address_parse (text, NULL);
  g_auto (GStrv) parts = address == NULL ? g_strsplit (text, " ", 2) : NULL;
  const char *number = address != NULL ? address->lot : parts[0];
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchLot) lot = NULL;
  char serial[VOUCH_TRACE_SERIAL_LENGTH + 1] = "";

  *meaning = (VouchCodeMeaning){ 0 };
  if (number == NULL || !vouch_trace_lot_number_is_valid (number))
    return TRUE;
  lot = vouch_lot_store_find_by_number (conn, number, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (lot == NULL)
    return TRUE;
  meaning->lot_id = lot->id;
  meaning->lot = g_strdup (lot->number);
  if (address != NULL)
    g_strlcpy (serial, address->serial, sizeof serial);
  else if (parts[1] == NULL || !vouch_trace_serial_normalise (parts[1], serial))
    return TRUE;
  return *serial == '\0' || find_unit (conn, station, lot, serial, meaning, error);
}
