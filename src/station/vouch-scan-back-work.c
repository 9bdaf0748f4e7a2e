#include "vouch-scan-back-work.h"

#include <glib/gi18n-lib.h>

#include "vouch-batch-work.h"
#include "vouch-code-batch-store.h"
#include "vouch-code-check.h"
#include "vouch-code-version-work.h"
#include "vouch-error.h"
#include "vouch-hash.h"
#include "vouch-lot.h"
#include "vouch-policy-rule.h"
#include "vouch-publish-work.h"
#include "vouch-row.h"
#include "vouch-trace-address.h"
#include "vouch-trace-code.h"

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

/* Which label it is instead, where that is known: whoever has the roll in hand can look for where it came from. */
static gboolean
refuse_label (VouchAct *act, const VouchCodeBatch *batch, const char *code, GError **error)
{
  g_autoptr (VouchCodeCheck) check = vouch_code_check_new (act->conn, act->station);
  long long first = batch->first_unit, last = first + batch->units - 1;
  VouchCodeFinding finding = { 0 };

  if (vouch_code_check_look (check, code, &finding, NULL) && finding.batch_id != 0)
    vouch_set_field_error (
        error, "code", VOUCH_ERROR_INVALID,
        _ ("This is the label of unit %lld of lot %s, not one of units %lld to %lld, which were just "
           "printed. Part the labels; a QA lead voids the batch if they cannot be told apart"),
        (long long)finding.unit, finding.lot, first, last);
  else
    vouch_set_field_error (
        error, "code", VOUCH_ERROR_INVALID,
        _ ("This is no label of units %lld to %lld, which were just printed. If the printer made it, "
           "a QA lead voids the batch"),
        first, last);
  return FALSE;
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
  return refuse_label (act, batch, code, error);
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

/* Codes of a revoked key never become active; those that are active already may be scanned again. */
static gboolean
check_version (VouchAct *act, const VouchCodeBatch *batch, GError **error)
{
  gboolean is_revoked;

  if (!vouch_code_version_is_revoked (act->conn, act->station, batch->key_version, &is_revoked, error))
    return FALSE;
  if (!is_revoked || batch->state == VOUCH_CODE_BATCH_STATE_ACTIVE)
    return TRUE;
  vouch_set_field_error (error, "batch_id", VOUCH_ERROR_DENIED,
                         _ ("Version %lld of the code key was revoked after these labels were printed; a QA lead voids "
                            "them, then print others"),
                         (long long)batch->key_version);
  return FALSE;
}

/* The first and the last are those whose labels were not withdrawn. */
static gboolean
find_end (VouchAct *act, const VouchCodeBatch *batch, VouchScannedBack *answer, GError **error)
{
  g_autoptr (GPtrArray) voids = vouch_code_batch_store_list_voids (act->conn, batch->lot_id, error);
  gint64 first, last;

  if (voids == NULL)
    return FALSE;
  if (!vouch_batch_find_ends (batch, voids, &first, &last))
    {
      vouch_set_field_error (error, "batch_id", VOUCH_ERROR_DENIED, _ ("Every label of the batch was withdrawn"));
      return FALSE;
    }
  answer->is_first = answer->unit == first;
  answer->is_last = answer->unit == last;
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
  if (!check_version (act, batch, error))
    return FALSE;
  was_active = batch->state == VOUCH_CODE_BATCH_STATE_ACTIVE;
  if (!find_end (act, batch, answer, error))
    return FALSE;
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

const VouchUseCase vouch_code_scan_back = {
  .name = "code.scan_back",
  .permission = VOUCH_PERMISSION_ISSUE_CODES,
  .request = &vouch_scan_back_request_type,
  .answer = &vouch_scanned_back_type,
  .act = scan_back,
};
