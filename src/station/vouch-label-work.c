#include "vouch-label-work.h"

#include <glib/gi18n-lib.h>

#include "vouch-code-work.h"
#include "vouch-error.h"
#include "vouch-hash.h"
#include "vouch-label-choice.h"
#include "vouch-label-proof.h"
#include "vouch-label-rule.h"
#include "vouch-label-subject.h"
#include "vouch-print-place.h"
#include "vouch-print-run.h"
#include "vouch-row.h"
#include "vouch-trace-address.h"

/**
 * vouch_label_dup_address:
 * @station: the station
 * @batch: a batch of codes
 * @lot: its lot's number
 * @unit: one of its units
 * @serial: (out): the unit's serial, 16 characters and NUL
 *
 * Returns: (transfer full) (nullable): the address in the unit's symbol; %NULL if the key file has no such key
 */
char *
vouch_label_dup_address (VouchStation *station, const VouchCodeBatch *batch, const char *lot, gint64 unit,
                         char serial[17])
{
  const guint8 *master = vouch_key_file_get_code_key (vouch_station_get_keys (station), (guint)batch->key_version);
  guint8 key[VOUCH_TRACE_KEY_SIZE];

  if (master == NULL)
    return NULL;
  vouch_trace_lot_key (master, batch->gtin, lot, key);
  vouch_trace_serial (key, (guint32)unit, serial);
  vouch_wipe (key, sizeof key);
  return vouch_trace_address_format (batch->host, batch->gtin, lot, serial);
}

/**
 * vouch_label_read_back:
 * @station: the station
 * @label: a label
 * @error: INVALID if one of its codes does not read
 *
 * The rendered dots go through the same decoder as any scan; a label that does not read is not given out. One look is
 * enough for nearly all of them: what it does not find is looked for in every way.
 *
 * Returns: whether every code of the label reads as it should
 */
gboolean
vouch_label_read_back (VouchStation *station, const VouchLabel *label, GError **error)
{
  return vouch_label_decode_back (vouch_station_get_decoder (station), label, error);
}

/**
 * vouch_label_make:
 * @station: the station
 * @subject: what labels are about
 * @press: makes labels of their template
 * @index: which of them, from 0
 * @error: INVALID if it does not fit
 *
 * Returns: (transfer full) (nullable): the label
 */
VouchLabel *
vouch_label_make (VouchStation *station, const VouchLabelSubject *subject, VouchLabelPress *press, gint64 index,
                  GError **error)
{
  g_autoptr (GHashTable) fields = vouch_label_subject_make_fields (subject, station, index);

  return vouch_label_press_make (press, fields, error);
}

static gint64
issue_codes (VouchStation *station, VouchActor *actor, const VouchLabelOrder *order, GError **error)
{
  VouchIssueRequest request = { order->lot_id, order->units };
  g_autoptr (VouchDone) batch = vouch_use_case_run (&vouch_code_issue, station, actor, NULL, &request, error);

  return batch != NULL ? batch->id : 0;
}

typedef struct
{
  const VouchLabelOrder *order;
  VouchLabelSubject *subject;
} Reading;

static gboolean
check_rows (const GPtrArray *rows, VouchConn *conn, GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (GError) fault = NULL;

      if (vouch_pack_load_check_sscc (conn, g_hash_table_lookup (g_ptr_array_index (rows, i), "sscc"), &fault))
        continue;
      vouch_set_field_error (error, vouch_error_get_field (fault), fault->code, _ ("Label %d: %s"), (int)i + 1,
                             fault->message);
      return FALSE;
    }
  return TRUE;
}

/* What is gone on with was allowed when it was begun. */
static gboolean
check_new (const VouchLabelSubject *subject, VouchConn *conn, GError **error)
{
  if (subject->resumed != NULL || subject->copied != NULL)
    return TRUE;
  if (subject->load != NULL)
    return vouch_label_check_pack (conn, subject->load->pack, error);
  if (subject->rows != NULL)
    return check_rows (subject->rows, conn, error);
  if (subject->file == NULL || subject->purpose == VOUCH_PRINT_PURPOSE_SAMPLE)
    return TRUE;
  return vouch_label_check_no_open (conn, subject->file->lot->id, subject->batch != NULL ? subject->batch->id : 0,
                                    subject->purpose, error) &&
         vouch_label_check_first (conn, subject->file->lot->id, subject->purpose, error);
}

static gpointer
read_subject (VouchConn *conn, gpointer data, GError **error)
{
  Reading *reading = data;

  if (!vouch_label_subject_load (reading->subject, conn, reading->order, error) ||
      !check_new (reading->subject, conn, error))
    return NULL;
  return reading;
}

static gpointer
read_job (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_row_load (conn, &vouch_print_job_type, *(const gint64 *)data, error);
}

static gpointer
read_template (VouchConn *conn, gpointer data, GError **error)
{
  const VouchLabelOrder *order = data;

  return vouch_label_choose_template (conn, order->purpose, order->template, error);
}

/* Before codes are issued that could not be printed there. */
static gboolean
check_stock (VouchStation *station, const VouchLabelOrder *order, GError **error)
{
  g_auto (VouchPrintPlace) place = { 0 };
  g_autoptr (VouchLabelTemplate) template = vouch_station_read (station, read_template, (gpointer)order, error);

  return template != NULL && vouch_print_place_settle (&place, order, error) &&
         vouch_print_place_takes (&place, template, error);
}

/* Asked before anything is drawn, and once more with the record. */
static gboolean
may_print (VouchStation *station, VouchActor *actor, const VouchLabelSubject *subject, const VouchLabelOrder *order,
           GError **error)
{
  VouchPermission permission = subject->user != NULL ? VOUCH_PERMISSION_MANAGE_USERS : VOUCH_PERMISSION_PRINT;
  VouchClock *clock = vouch_station_get_clock (station);

  if (!vouch_actor_may (actor, permission))
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_DENIED, vouch_permission_describe (permission));
      return FALSE;
    }
  return subject->copied == NULL ||
         vouch_label_may_repeat (subject->copied, actor, order->reason, order->note, vouch_clock_today (clock),
                                 vouch_clock_offset (clock, subject->copied->printed_at), error);
}

static gboolean
would_issue (const VouchLabelOrder *order)
{
  return order->purpose == VOUCH_PRINT_PURPOSE_UNIT && order->batch_id == 0 && order->copy_of == 0 &&
         order->resume_of == 0 && order->user_id == 0;
}

/* The same printer goes on with the sheets that it began with, unless somebody says otherwise. */
static void
take_sheet_of (VouchLabelOrder *order, const VouchPrintJob *resumed)
{
  if (order->sheet == NULL && (order->printer == NULL || g_strcmp0 (order->printer->name, resumed->printer) == 0))
    order->sheet = resumed->sheet;
}

/**
 * vouch_label_print:
 * @station: the station
 * @actor: who prints
 * @order: what is wanted
 * @cancellable: (nullable): to stop between two labels; of a file nothing is given out then
 * @error: DENIED if the lot's state does not fit the label, the printer has other labels, or @actor may not; INVALID if
 *   a label does not fit or does not read back; BUSY if the printer stopped, CONFLICT if somebody stopped it
 *
 * Issues the codes of unit labels, lays labels out, decodes the first, the last and every 100th back at the printer's
 * resolution, prints, and records the job. A file is whole or not there; a job on a printer that was stopped is
 * recorded as far as it came, and gone on with by another order. What is printed again carries the same codes and its
 * number. Waits for printer, disk and decoder.
 *
 * Returns: (transfer full) (nullable): the job as it was recorded
 */
VouchPrintJob *
vouch_label_print (VouchStation *station, VouchActor *actor, const VouchLabelOrder *order, GCancellable *cancellable,
                   GError **error)
{
  g_auto (VouchLabelSubject) subject = { 0 };
  VouchLabelOrder settled = *order;
  Reading reading = { &settled, &subject };
  gint64 job_id;

  if (would_issue (order))
    {
      settled.batch_id = check_stock (station, order, error) ? issue_codes (station, actor, order, error) : 0;
      if (settled.batch_id == 0)
        return NULL;
    }
  if (vouch_station_read (station, read_subject, &reading, error) == NULL ||
      !may_print (station, actor, &subject, order, error) || !vouch_label_subject_check (&subject, error))
    return NULL;
  if (subject.batch != NULL && subject.copied == NULL && (subject.resumed == NULL || subject.resumed->copy_of == 0) &&
      !vouch_label_check_unprinted (subject.batch, error))
    return NULL;
  if (subject.resumed != NULL)
    take_sheet_of (&settled, subject.resumed);
  if (!vouch_print_run (station, actor, &settled, &subject, &job_id, cancellable, error))
    return NULL;
  return vouch_station_read (station, read_job, &job_id, error);
}

/**
 * vouch_label_preview:
 * @station: the station
 * @conn: a connection
 * @order: what would be printed
 * @error: DENIED or INVALID with the reason why it cannot be printed
 *
 * Returns: (transfer full) (nullable): the first label, laid out as it would be printed
 */
VouchLabel *
vouch_label_preview (VouchStation *station, VouchConn *conn, const VouchLabelOrder *order, GError **error)
{
  g_auto (VouchLabelSubject) subject = { 0 };
  g_autoptr (GHashTable) fields = NULL;

  if (!vouch_label_subject_load (&subject, conn, order, error) || !vouch_label_subject_check (&subject, error))
    return NULL;
  fields = vouch_label_subject_make_fields (&subject, station, 0);
  return vouch_label_new (subject.template, fields, order->dpi, error);
}
