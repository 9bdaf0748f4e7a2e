#include "vouch-label-work.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "vouch-code-work.h"
#include "vouch-error.h"
#include "vouch-hash.h"
#include "vouch-label-pdf.h"
#include "vouch-lot-file.h"
#include "vouch-policy-rule.h"
#include "vouch-quantity.h"
#include "vouch-row.h"
#include "vouch-symbol.h"
#include "vouch-trace-address.h"

typedef struct
{
  const VouchLabelOrder *order;
  VouchLotFile *file;
  VouchCodeBatch *batch; /* nullable: of unit labels */
  char *host;
  gint64 batch_id;
} Work;

static void
work_clear (Work *self)
{
  g_clear_pointer (&self->file, vouch_lot_file_free);
  g_clear_pointer (&self->batch, vouch_code_batch_free);
  g_clear_pointer (&self->host, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

static gpointer
read_work (VouchConn *conn, gpointer data, GError **error)
{
  Work *work = data;

  work->file = vouch_lot_file_load (conn, work->order->lot_id, error);
  if (work->file == NULL)
    return NULL;
  if (work->batch_id != 0)
    {
      work->batch = vouch_row_load (conn, &vouch_code_batch_type, work->batch_id, error);
      if (work->batch == NULL)
        return NULL;
    }
  work->host = vouch_policy_dup (conn, "host");
  return work;
}

static const char *
choose_template (VouchPrintPurpose purpose)
{
  switch (purpose)
    {
    case VOUCH_PRINT_PURPOSE_UNIT:
      return "unit-60x40";
    case VOUCH_PRINT_PURPOSE_HOLD:
      return "hold-60x40";
    case VOUCH_PRINT_PURPOSE_REJECT:
      return "reject-60x40";
    case VOUCH_PRINT_PURPOSE_RELEASED:
      return "released-60x40";
    case VOUCH_PRINT_PURPOSE_LOT:
      return "lot-60x40";
    case VOUCH_PRINT_PURPOSE_BADGE:
    case VOUCH_PRINT_PURPOSE_SHEET:
    default:
      return NULL;
    }
}

/* Which label fits which status: no release label on goods that are not released, no unit label on anything else. */
static gboolean
check_purpose (const Work *work, GError **error)
{
  VouchLotStatus status = work->file->lot->status;
  gboolean released = vouch_lot_is_released (work->file->lot);
  gboolean fits = TRUE;

  if (work->order->purpose == VOUCH_PRINT_PURPOSE_UNIT || work->order->purpose == VOUCH_PRINT_PURPOSE_RELEASED)
    fits = released;
  if (work->order->purpose == VOUCH_PRINT_PURPOSE_HOLD)
    fits = status == VOUCH_LOT_STATUS_QUARANTINED || status == VOUCH_LOT_STATUS_PENDING ||
           status == VOUCH_LOT_STATUS_RECALLED;
  if (work->order->purpose == VOUCH_PRINT_PURPOSE_REJECT)
    fits = status == VOUCH_LOT_STATUS_REJECTED;
  if (fits && choose_template (work->order->purpose) != NULL)
    return TRUE;
  vouch_set_field_error (error, "purpose", VOUCH_ERROR_DENIED, _ ("Lot %s is in another state than this label says"),
                         work->file->lot->number);
  return FALSE;
}

static gboolean
check_host (const Work *work, GError **error)
{
  if (work->host != NULL)
    return TRUE;
  g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                       _ ("The host name of the codes is not set; an administrator sets the policy “host”"));
  return FALSE;
}

static void
set (GHashTable *fields, const char *name, char *value)
{
  if (value != NULL && *value != '\0')
    g_hash_table_insert (fields, g_strdup (name), value);
  else
    g_free (value);
}

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

static GHashTable *
make_fields (VouchStation *station, const Work *work, gint64 unit)
{
  GHashTable *fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const VouchLotFile *file = work->file;
  char serial[17] = "";
  g_autofree char *quantity = vouch_quantity_to_string (file->lot->received);

  set (fields, "lot", g_strdup (file->lot->number));
  set (fields, "product_name_en", g_strdup (file->product->name_en));
  set (fields, "product_name_zh", g_strdup (file->product->name_zh));
  set (fields, "produced", vouch_date_to_string (file->lot->produced));
  set (fields, "expiry", vouch_date_to_string (file->lot->expiry));
  if (work->batch != NULL)
    {
      set (fields, "address", vouch_label_dup_address (station, work->batch, file->lot->number, unit, serial));
      set (fields, "host", g_strdup (work->batch->host));
      set (fields, "serial", g_strdup (serial));
      return fields;
    }
  set (fields, "address", vouch_trace_address_format (work->host, NULL, file->lot->number, NULL));
  set (fields, "host", g_strdup (work->host));
  set (fields, "supplier_lot", g_strdup (file->lot->supplier_lot));
  set (fields, "quantity", g_strdup_printf ("%s %s", quantity, file->lot->unit));
  if (work->order->purpose == VOUCH_PRINT_PURPOSE_HOLD)
    set (fields, "reason", g_strdup (file->lot->hold_reason));
  set (fields, "status", g_strdup (vouch_enum_get_name (&vouch_lot_status_values, (int)file->lot->status)));
  return fields;
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

static gboolean
render (VouchStation *station, const Work *work, guint count, const char *path, guint *n_read_back,
        GCancellable *cancellable, GError **error)
{
  g_autoptr (VouchLabelTemplate) template = vouch_label_template_load (choose_template (work->order->purpose), error);
  g_autoptr (GArray) plan = vouch_label_plan_readback (count);
  g_autoptr (VouchLabelPdf) pdf = template != NULL ? vouch_label_pdf_new (path, error) : NULL;

  if (pdf == NULL)
    return FALSE;
  for (guint i = 0; i < count; i++)
    {
      g_autoptr (GHashTable) fields =
          make_fields (station, work, work->batch != NULL ? work->batch->first_unit + i : 0);
      g_autoptr (VouchLabel) label = vouch_label_new (template, fields, work->order->dpi, error);

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
      if (g_cancellable_is_cancelled (cancellable))
        {
          g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT, _ ("Printing was cancelled"));
          return FALSE;
        }
    }
  return vouch_label_pdf_close (pdf, error);
}

static char *
choose_path (VouchStation *station, const Work *work, GError **error)
{
  g_autofree char *own = g_build_filename (vouch_station_get_directory (station), "labels", NULL);
  const char *directory = work->order->directory != NULL ? work->order->directory : own;
  const char *purpose = vouch_enum_get_name (&vouch_print_purpose_values, (int)work->order->purpose);
  g_autofree char *name = NULL;

  if (g_mkdir_with_parents (directory, 0700) != 0)
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("%s cannot be made: %s"), directory, g_strerror (errno));
      return NULL;
    }
  if (work->batch != NULL)
    name = g_strdup_printf ("%s-%s-%d.pdf", work->file->lot->number, purpose, (int)work->batch->first_unit);
  else
    name = g_strdup_printf ("%s-%s.pdf", work->file->lot->number, purpose);
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
record_job (VouchStation *station, VouchActor *actor, const Work *work, guint count, guint n_read_back,
            const char *path, GError **error)
{
  VouchPrintedRequest request = {
    .lot_id = work->order->lot_id,
    .batch_id = work->batch_id,
    .purpose = work->order->purpose,
    .template_name = (char *)choose_template (work->order->purpose),
    .labels = count,
    .read_back = n_read_back,
    .file = (char *)path,
  };
  g_autoptr (VouchDone) done = vouch_use_case_run (&vouch_code_note_printed, station, actor, NULL, &request, error);
  VouchPrintJob *job;

  if (done == NULL)
    return NULL;
  job = vouch_print_job_new ();
  job->id = done->id;
  job->lot_id = request.lot_id;
  job->batch_id = request.batch_id;
  job->purpose = request.purpose;
  job->template = g_strdup (request.template_name);
  job->labels = count;
  job->read_back = n_read_back;
  job->file = g_strdup (path);
  job->printed_by = vouch_actor_get_user_id (actor);
  return job;
}

/**
 * vouch_label_print:
 * @station: the station
 * @actor: who prints
 * @order: what is wanted
 * @cancellable: (nullable): to stop between two labels; nothing is given out then
 * @error: DENIED if the lot's state does not fit the label; INVALID if a label does not fit or does not read back
 *
 * Issues the codes of unit labels, lays every label out, decodes the first, the last and every 100th back at the
 * printer's resolution, writes the PDF whole or not at all, and records the job. Waits for disk and decoder.
 *
 * Returns: (transfer full) (nullable): the job as it was recorded
 */
VouchPrintJob *
vouch_label_print (VouchStation *station, VouchActor *actor, const VouchLabelOrder *order, GCancellable *cancellable,
                   GError **error)
{
  g_auto (Work) work = { .order = order, .batch_id = order->batch_id };
  g_autofree char *path = NULL;
  guint n_read_back = 0, count;

  if (!vouch_actor_may (actor, VOUCH_PERMISSION_PRINT))
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_DENIED, vouch_permission_describe (VOUCH_PERMISSION_PRINT));
      return NULL;
    }
  if (order->purpose == VOUCH_PRINT_PURPOSE_UNIT && work.batch_id == 0)
    {
      work.batch_id = issue_codes (station, actor, order, error);
      if (work.batch_id == 0)
        return NULL;
    }
  if (vouch_station_read (station, read_work, &work, error) == NULL || !check_purpose (&work, error) ||
      !check_host (&work, error))
    return NULL;
  path = choose_path (station, &work, error);
  count = work.batch != NULL ? (guint)work.batch->units : 1;
  if (path == NULL || !render (station, &work, count, path, &n_read_back, cancellable, error))
    return NULL;
  return record_job (station, actor, &work, count, n_read_back, path, error);
}
