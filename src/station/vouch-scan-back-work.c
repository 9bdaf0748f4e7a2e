#include "vouch-scan-back-work.h"

#include <glib/gi18n-lib.h>

#include "vouch-batch-work.h"
#include "vouch-code-batch-store.h"
#include "vouch-code-check.h"
#include "vouch-code-version-work.h"
#include "vouch-error.h"
#include "vouch-hash.h"
#include "vouch-lot.h"
#include "vouch-policy-work.h"
#include "vouch-publish-work.h"
#include "vouch-row.h"
#include "vouch-trace-address.h"
#include "vouch-trace-code.h"
#include "vouch-void-unit.h"

static const VouchField scan_back_fields[] = {
  VOUCH_FIELD (VouchScanBackRequest, batch_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchScanBackRequest, code, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchScanBackRequest, again, FLAG, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchScanBackRequest, vouch_scan_back_request, "scan_back", scan_back_fields)

static const VouchField scanned_fields[] = {
  VOUCH_FIELD (VouchScannedBack, batch_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScannedBack, unit, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchScannedBack, state, vouch_code_batch_state_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScannedBack, is_first, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScannedBack, is_last, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScannedBack, withdrawn, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScannedBack, next, NUMBER, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchScannedBack, vouch_scanned_back, "scanned_back", scanned_fields)

/* A batch that is being scanned back, and what was scanned. */
typedef struct
{
  VouchAct *act;
  VouchCodeBatch *batch;
  VouchLot *lot;
  const char *code;
  GPtrArray *voids; /* VouchVoidUnit */
  gint64 first;     /* of the units with a good label */
  gint64 last;
  gboolean takes_any; /* any one label is enough here */
} ScanBack;

static void
scan_back_clear (ScanBack *self)
{
  vouch_code_batch_free (self->batch);
  vouch_lot_free (self->lot);
  g_clear_pointer (&self->voids, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ScanBack, scan_back_clear)

/* The first and the last are those whose labels were not withdrawn. */
static gboolean
find_ends (ScanBack *self, GError **error)
{
  g_clear_pointer (&self->voids, g_ptr_array_unref);
  self->voids = vouch_code_batch_store_list_voids (self->act->conn, self->batch->lot_id, error);
  if (self->voids == NULL)
    return FALSE;
  if (!vouch_batch_find_ends (self->batch, self->voids, &self->first, &self->last))
    self->first = self->last = 0;
  return TRUE;
}

/* Whose label is looked for: the first one's until it was there. */
static gint64
find_next (const ScanBack *self)
{
  if (self->batch->state != VOUCH_CODE_BATCH_STATE_PRINTED)
    return 0;
  return !self->batch->scanned_first ? self->first : !self->batch->scanned_last ? self->last : 0;
}

/* Only codes of this very batch: another lot's label, or another range's, is the wrong label. */
static gboolean
read_unit (const ScanBack *self, const VouchTraceAddress *address, gint64 *unit)
{
  const VouchCodeBatch *batch = self->batch;
  const guint8 *master =
      vouch_key_file_get_code_key (vouch_station_get_keys (self->act->station), (guint)batch->key_version);
  char serial[VOUCH_TRACE_SERIAL_LENGTH + 1] = "";
  guint8 key[VOUCH_TRACE_KEY_SIZE];
  guint32 found = 0;
  gboolean good;

  if (address != NULL)
    g_strlcpy (serial, address->serial, sizeof serial);
  good = address != NULL
             ? g_strcmp0 (address->lot, self->lot->number) == 0 && g_ascii_strcasecmp (address->host, batch->host) == 0
             : vouch_trace_serial_normalise (self->code, serial);
  if (good && master != NULL && *serial != '\0')
    {
      vouch_trace_lot_key (master, batch->gtin, self->lot->number, key);
      good = vouch_trace_serial_open (key, serial, &found);
      vouch_wipe (key, sizeof key);
    }
  *unit = found;
  return good && found >= batch->first_unit && found < batch->first_unit + batch->units;
}

/* What was scanned, in words, if it is the label of a unit, or says that it is one of this lot. */
static char *
dup_label (const ScanBack *self, const VouchTraceAddress *address)
{
  g_autoptr (VouchCodeCheck) check = vouch_code_check_new (self->act->conn, self->act->station);
  VouchCodeFinding finding = { 0 };

  if (address == NULL || *address->serial == '\0')
    return NULL;
  if (vouch_code_check_look (check, self->code, &finding, NULL) && finding.batch_id != 0)
    return g_strdup_printf (_ ("This is the label of unit %lld of lot %s"), (long long)finding.unit, finding.lot);
  if (g_ascii_strcasecmp (address->host, self->batch->host) == 0 && g_str_equal (address->lot, self->lot->number))
    return g_strdup_printf (_ ("The code of this label, of lot %s, is that of no unit"), address->lot);
  return NULL;
}

/* No unit's label, or none that can lie in the place of one of this batch: that proves nothing about any label. */
static gboolean
refuse_code (const ScanBack *self, const char *label, GError **error)
{
  long long first = self->batch->first_unit, last = first + self->batch->units - 1;

  if (label != NULL)
    vouch_set_field_error (error, "code", VOUCH_ERROR_INVALID,
                           /* Translators: what was scanned instead, and the first and the last unit. */
                           _ ("%s, not of one of units %lld to %lld, which were just printed"), label, first, last);
  else
    vouch_set_field_error (
        error, "code", VOUCH_ERROR_INVALID,
        _ ("This is no label of units %lld to %lld, which were just printed. If the printer made it, "
           "a QA lead voids the batch"),
        first, last);
  return FALSE;
}

/* Nobody gives up a label for one scan: whoever took up the wrong roll, or goes on to another lot, scans such a label
 * as well. The same one again says that it lies there, and then what lies there is not what was recorded. */
static gboolean
ask_whether_there (const char *label, gint64 next, GError **error)
{
  vouch_set_field_error (error, VOUCH_SCAN_BACK_AGAIN, VOUCH_ERROR_CONFLICT,
                         /* Translators: what was scanned instead, and twice the unit that was to be scanned. */
                         _ ("%s. If it lies where the label of unit %lld should be, scan it a second time: unit "
                            "%lld is then withdrawn. If not, scan the right one"),
                         label, (long long)next, (long long)next);
  return FALSE;
}

static gboolean
withdraw (ScanBack *self, const VouchTraceAddress *address, gint64 unit, GError **error)
{
  g_autoptr (VouchVoidUnit) units = vouch_void_unit_new ();

  units->id = vouch_act_next_id (self->act);
  units->lot_id = self->lot->id;
  units->batch_id = self->batch->id;
  units->first_unit = unit;
  units->units = 1;
  /* Translators: the lot and the serial of another label. */
  units->reason =
      g_strdup_printf (_ ("Scan-back found another label in its place: %s %s"), address->lot, address->serial);
  units->voided_by = vouch_act_get_actor_id (self->act);
  units->voided_at = vouch_act_get_now (self->act);
  return vouch_act_insert (self->act, &vouch_void_unit_type, units, error) && find_ends (self, error);
}

static gboolean
take_mismatch (ScanBack *self, const VouchTraceAddress *address, gboolean is_again, VouchScannedBack *answer,
               GError **error)
{
  g_autofree char *label = dup_label (self, address);
  gint64 next = find_next (self);

  if (label == NULL || next == 0)
    return refuse_code (self, label, error);
  if (!is_again)
    return ask_whether_there (label, next, error);
  if (!withdraw (self, address, next, error))
    return FALSE;
  answer->withdrawn = next;
  answer->next = find_next (self);
  return TRUE;
}

/* A label of the batch, but not the first or the last that is left: a slip, which changes nothing. */
static gboolean
check_end (const ScanBack *self, gint64 unit, GError **error)
{
  gboolean is_withdrawn = vouch_batch_has_void (self->voids, unit);
  gint64 next = find_next (self);

  if (!is_withdrawn && (next == 0 || self->takes_any || unit == self->first || unit == self->last))
    return TRUE;
  if (self->first == 0)
    vouch_set_field_error (error, "batch_id", VOUCH_ERROR_DENIED,
                           _ ("Every label of the batch was withdrawn; a QA lead voids the batch"));
  else if (is_withdrawn)
    vouch_set_field_error (error, "code", VOUCH_ERROR_INVALID,
                           _ ("The label of unit %lld was withdrawn: destroy it. The first label that is left is that "
                              "of unit %lld, the last that of unit %lld"),
                           (long long)unit, (long long)self->first, (long long)self->last);
  else
    vouch_set_field_error (error, "code", VOUCH_ERROR_INVALID,
                           _ ("This is the label of unit %lld, neither the first nor the last one. Scan that of unit "
                              "%lld"),
                           (long long)unit, (long long)next);
  return FALSE;
}

static gboolean
check_printed (const VouchCodeBatch *batch, GError **error)
{
  if (batch->state == VOUCH_CODE_BATCH_STATE_PRINTED || batch->state == VOUCH_CODE_BATCH_STATE_ACTIVE)
    return TRUE;
  vouch_set_field_error (error, "batch_id", VOUCH_ERROR_DENIED, _ ("The batch is not printed, or was voided"));
  return FALSE;
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

static gboolean
load (ScanBack *self, gint64 batch_id, GError **error)
{
  int rule;

  self->batch = vouch_row_load (self->act->conn, &vouch_code_batch_type, batch_id, error);
  self->lot =
      self->batch != NULL ? vouch_row_load (self->act->conn, &vouch_lot_type, self->batch->lot_id, error) : NULL;
  if (self->lot == NULL || !check_printed (self->batch, error) || !check_version (self->act, self->batch, error) ||
      !find_ends (self, error) || !vouch_policy_read_choice (self->act->conn, VOUCH_POLICY_SCAN_BACK, &rule, error))
    return FALSE;
  self->takes_any = rule == VOUCH_SCAN_BACK_ANY;
  return TRUE;
}

static gboolean
take_unit (ScanBack *self, gint64 unit, VouchScannedBack *answer, GError **error)
{
  VouchCodeBatch *batch = self->batch;
  gboolean was_active = batch->state == VOUCH_CODE_BATCH_STATE_ACTIVE;

  if (!check_end (self, unit, error))
    return FALSE;
  answer->unit = unit;
  answer->is_first = unit == self->first;
  answer->is_last = unit == self->last;
  batch->scanned_first |= answer->is_first;
  batch->scanned_last |= answer->is_last;
  if (self->takes_any || (batch->scanned_first && batch->scanned_last))
    batch->state = VOUCH_CODE_BATCH_STATE_ACTIVE;
  answer->next = find_next (self);
  return vouch_act_update (self->act, &vouch_code_batch_type, batch, error) &&
         (was_active || batch->state != VOUCH_CODE_BATCH_STATE_ACTIVE ||
          vouch_publish_codes (self->act, self->lot->id, error));
}

static gboolean
scan_back (VouchAct *act, gconstpointer data, gpointer answer_data, GError **error)
{
  const VouchScanBackRequest *request = data;
  VouchScannedBack *answer = answer_data;
  g_autoptr (VouchTraceAddress) address = vouch_trace_address_parse (request->code, NULL);
  g_auto (ScanBack) self = { .act = act, .code = request->code };
  gint64 unit;

  if (!load (&self, request->batch_id, error) ||
      !(read_unit (&self, address, &unit) ? take_unit (&self, unit, answer, error)
                                          : take_mismatch (&self, address, request->again, answer, error)))
    return FALSE;
  answer->batch_id = self.batch->id;
  answer->state = self.batch->state;
  return TRUE;
}

/**
 * vouch_scanned_back_dup_text:
 * @self: what came of a scan
 *
 * Returns: (transfer full): the same in words, and what comes next
 */
char *
vouch_scanned_back_dup_text (const VouchScannedBack *self)
{
  if (self->withdrawn == 0)
    return g_strdup_printf (_ ("Label of unit %d"), (int)self->unit);
  if (self->next == 0)
    return g_strdup_printf (_ ("Unit %d is withdrawn, and no label of the batch is left; a QA lead voids the batch"),
                            (int)self->withdrawn);
  return g_strdup_printf (_ ("Unit %d is withdrawn. Take the wrong label away, and destroy the unit's own if it turns "
                             "up; then scan the label of unit %d"),
                          (int)self->withdrawn, (int)self->next);
}

const VouchUseCase vouch_code_scan_back = {
  .name = "code.scan_back",
  .permission = VOUCH_PERMISSION_ISSUE_CODES,
  .request = &vouch_scan_back_request_type,
  .answer = &vouch_scanned_back_type,
  .act = scan_back,
};
