#include "vouch-label-work.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "vouch-code-work.h"
#include "vouch-error.h"
#include "vouch-hash.h"
#include "vouch-label-pdf.h"
#include "vouch-label-rule.h"
#include "vouch-label-subject.h"
#include "vouch-print-work.h"
#include "vouch-symbol.h"
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

static gboolean
symbol_is_there (GPtrArray *symbols, const VouchExpectedCode *code)
{
  for (guint i = 0; i < symbols->len; i++)
    {
      const VouchSymbol *symbol = g_ptr_array_index (symbols, i);
      gsize length;
      const char *text = g_bytes_get_data (symbol->bytes, &length);

      if (vouch_expected_code_matches (code, symbol->aim, text, length))
        return TRUE;
    }
  return FALSE;
}

/**
 * vouch_label_read_back:
 * @station: the station
 * @label: a label
 * @error: INVALID if one of its codes does not read
 *
 * The rendered dots go through the same decoder as any scan; a label that does not read is not given out.
 *
 * Returns: whether every code of the label reads as it should
 */
gboolean
vouch_label_read_back (VouchStation *station, const VouchLabel *label, GError **error)
{
  g_autofree guint8 *pixels = NULL;
  g_autoptr (GPtrArray) symbols = NULL;
  guint width, height, stride;

  if (!vouch_label_render_grey (label, &pixels, &width, &height, &stride))
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("The label cannot be drawn"));
      return FALSE;
    }
  symbols = vouch_decoder_read_grey (vouch_station_get_decoder (station), pixels, width, height, stride, error);
  if (symbols == NULL)
    return FALSE;
  for (guint i = 0; i < vouch_label_get_n_codes (label); i++)
    if (!symbol_is_there (symbols, vouch_label_get_code (label, i)))
      {
        g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                             _ ("A label does not read back at the printer's resolution; it was not given out"));
        return FALSE;
      }
  return TRUE;
}

static gboolean
is_planned (const GArray *plan, guint index)
{
  for (guint i = 0; i < plan->len; i++)
    if (g_array_index (plan, guint, i) == index)
      return TRUE;
  return FALSE;
}

static VouchLabel *
make_label (VouchStation *station, const VouchLabelSubject *subject, const VouchLabelTemplate *template, gint64 index,
            guint dpi, GError **error)
{
  g_autoptr (GHashTable) fields = vouch_label_subject_make_fields (subject, station, subject->first_unit + index);

  return vouch_label_new (template, fields, dpi, error);
}

static gboolean
render (VouchStation *station, const VouchLabelSubject *subject, const VouchLabelOrder *order, const char *path,
        guint *n_read_back, GCancellable *cancellable, GError **error)
{
  g_autoptr (VouchLabelTemplate) template =
      vouch_label_template_load (vouch_label_subject_get_template (subject), error);
  g_autoptr (GArray) plan = vouch_label_plan_readback ((guint)subject->count);
  g_autoptr (VouchLabelPdf) pdf = template != NULL ? vouch_label_pdf_new (path, error) : NULL;

  if (pdf == NULL)
    return FALSE;
  for (guint i = 0; i < subject->count; i++)
    {
      g_autoptr (VouchLabel) label = make_label (station, subject, template, i, order->dpi, error);

      if (label == NULL)
        return FALSE;
      if (is_planned (plan, i))
        {
          if (!vouch_label_read_back (station, label, error))
            return FALSE;
          (*n_read_back)++;
        }
      if (!vouch_label_pdf_add (pdf, label, error))
        return FALSE;
      if (order->progress != NULL)
        order->progress (i + 1, (guint)subject->count, order->progress_data);
      if (g_cancellable_is_cancelled (cancellable))
        {
          g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT, _ ("Printing was cancelled"));
          return FALSE;
        }
    }
  return vouch_label_pdf_close (pdf, error);
}

static char *
choose_path (VouchStation *station, const VouchLabelSubject *subject, const char *wanted, GError **error)
{
  g_autofree char *own = g_build_filename (vouch_station_get_directory (station), "labels", NULL);
  g_autofree char *name = vouch_label_subject_dup_name (subject);
  const char *directory = wanted != NULL ? wanted : own;

  if (g_mkdir_with_parents (directory, 0700) != 0)
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("%s cannot be made: %s"), directory, g_strerror (errno));
      return NULL;
    }
  return g_build_filename (directory, name, NULL);
}

static gint64
issue_codes (VouchStation *station, VouchActor *actor, const VouchLabelOrder *order, GError **error)
{
  VouchIssueRequest request = { order->lot_id, order->units };
  g_autoptr (VouchDone) batch = vouch_use_case_run (&vouch_code_issue, station, actor, NULL, &request, error);

  return batch != NULL ? batch->id : 0;
}

static VouchPrintJob *
record_job (VouchStation *station, VouchActor *actor, const VouchLabelSubject *subject, const VouchLabelOrder *order,
            guint n_read_back, const char *path, GError **error)
{
  VouchPrintedRequest request = {
    .lot_id = subject->file != NULL ? subject->file->lot->id : 0,
    .batch_id = subject->batch != NULL ? subject->batch->id : 0,
    .purpose = subject->purpose,
    .template_name = (char *)vouch_label_subject_get_template (subject),
    .labels = subject->count,
    .read_back = n_read_back,
    .file = (char *)path,
    .copy_of = subject->copied != NULL ? subject->copied->id : 0,
    .copy_number = subject->copy_number,
    .reason = order->reason,
    .note = (char *)order->note,
    .first_unit = subject->first_unit,
    .user_id = subject->user != NULL ? subject->user->id : 0,
  };
  const VouchUseCase *use_case = subject->user != NULL ? &vouch_code_note_badge : &vouch_code_note_printed;
  g_autoptr (VouchDone) done = vouch_use_case_run (use_case, station, actor, NULL, &request, error);
  VouchPrintJob *job;

  if (done == NULL)
    return NULL;
  job = vouch_print_job_new ();
  job->id = done->id;
  job->lot_id = request.lot_id;
  job->batch_id = request.batch_id;
  job->purpose = request.purpose;
  job->template = g_strdup (request.template_name);
  job->labels = subject->count;
  job->read_back = n_read_back;
  job->file = g_strdup (path);
  job->printed_by = vouch_actor_get_user_id (actor);
  job->copy_of = subject->copy_of;
  job->copy_number = subject->copy_number;
  job->first_unit = subject->first_unit;
  job->user_id = request.user_id;
  return job;
}

typedef struct
{
  const VouchLabelOrder *order;
  VouchLabelSubject *subject;
} Reading;

static gpointer
read_subject (VouchConn *conn, gpointer data, GError **error)
{
  Reading *reading = data;

  if (!vouch_label_subject_load (reading->subject, conn, reading->order, error) ||
      (reading->subject->file != NULL && reading->subject->copied == NULL &&
       !vouch_label_check_first (conn, reading->subject->file->lot->id, reading->subject->purpose, error)))
    return NULL;
  return reading;
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

/**
 * vouch_label_print:
 * @station: the station
 * @actor: who prints
 * @order: what is wanted
 * @cancellable: (nullable): to stop between two labels; nothing is given out then
 * @error: DENIED if the lot's state does not fit the label, or @actor may not; INVALID if a label does not fit or does
 *   not read back
 *
 * Issues the codes of unit labels, lays every label out, decodes the first, the last and every 100th back at the
 * printer's resolution, writes the PDF whole or not at all, and records the job. What is printed again carries the same
 * codes and its number. Waits for disk and decoder.
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
  g_autofree char *path = NULL;
  guint n_read_back = 0;

  if (order->purpose == VOUCH_PRINT_PURPOSE_UNIT && order->batch_id == 0 && order->copy_of == 0 && order->user_id == 0)
    {
      settled.batch_id = issue_codes (station, actor, order, error);
      if (settled.batch_id == 0)
        return NULL;
    }
  if (vouch_station_read (station, read_subject, &reading, error) == NULL ||
      !may_print (station, actor, &subject, order, error) || !vouch_label_subject_check (&subject, error))
    return NULL;
  if (subject.batch != NULL && subject.copied == NULL && !vouch_label_check_unprinted (subject.batch, error))
    return NULL;
  path = choose_path (station, &subject, order->directory, error);
  if (path == NULL || !render (station, &subject, order, path, &n_read_back, cancellable, error))
    return NULL;
  return record_job (station, actor, &subject, order, n_read_back, path, error);
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
  g_autoptr (VouchLabelTemplate) template = NULL;

  if (!vouch_label_subject_load (&subject, conn, order, error) || !vouch_label_subject_check (&subject, error))
    return NULL;
  template = vouch_label_template_load (vouch_label_subject_get_template (&subject), error);
  return template != NULL ? make_label (station, &subject, template, 0, order->dpi, error) : NULL;
}
