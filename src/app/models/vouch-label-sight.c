#include "vouch-label-sight.h"

#include <glib/gi18n-lib.h>

#include "vouch-code-batch-store.h"
#include "vouch-label-choice.h"
#include "vouch-lot.h"
#include "vouch-print-run.h"
#include "vouch-product.h"
#include "vouch-row.h"
#include "vouch-words.h"

void
vouch_label_sight_free (VouchLabelSight *self)
{
  if (self == NULL)
    return;
  g_free (self->lot);
  g_free (self->product_en);
  g_free (self->product_zh);
  g_free (self->why);
  vouch_code_batch_free (self->batch);
  g_clear_pointer (&self->voids, g_ptr_array_unref);
  vouch_print_job_free (self->job);
  vouch_label_free (self->label);
  g_free (self);
}

/* The batch that was asked for; else the last one that can still be printed, or the last one. */
static gboolean
read_batch (VouchLabelSight *self, VouchConn *conn, const VouchLabelQuery *query, GError **error)
{
  g_autoptr (GPtrArray) batches = vouch_code_batch_store_list (conn, query->lot_id, error);

  for (guint i = 0; batches != NULL && i < batches->len; i++)
    {
      const VouchCodeBatch *batch = g_ptr_array_index (batches, i);

      if (query->batch_id != 0 && batch->id != query->batch_id)
        continue;
      vouch_code_batch_free (self->batch);
      self->batch = vouch_record_copy (&vouch_code_batch_type, batch);
    }
  self->voids = batches != NULL ? vouch_code_batch_store_list_voids (conn, query->lot_id, error) : NULL;
  return self->voids != NULL;
}

static gboolean
read_job (VouchLabelSight *self, VouchConn *conn, const VouchLabelQuery *query, GError **error)
{
  g_autoptr (GPtrArray) jobs = vouch_code_batch_store_list_print_jobs (conn, query->lot_id, error);
  gboolean is_unit = query->purpose == VOUCH_PRINT_PURPOSE_UNIT;

  for (guint i = 0; jobs != NULL && i < jobs->len; i++)
    {
      const VouchPrintJob *job = g_ptr_array_index (jobs, i);

      if (query->job_id != 0 ? job->id != query->job_id : job->purpose != query->purpose)
        continue;
      if (query->job_id == 0 && is_unit && (self->batch == NULL || job->batch_id != self->batch->id))
        continue;
      vouch_print_job_free (self->job);
      self->job = vouch_record_copy (&vouch_print_job_type, job);
    }
  return jobs != NULL;
}

static void
read_size (VouchLabelSight *self, VouchConn *conn)
{
  g_autoptr (VouchLabelTemplate) template = vouch_label_choose_template (conn, self->purpose, NULL, NULL);

  if (template == NULL)
    return;
  self->width_um = template->width_um;
  self->height_um = template->height_um;
}

/**
 * vouch_label_sight_read:
 * @conn: the reading thread's connection
 * @query: a #VouchLabelQuery
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): a #VouchLabelSight
 */
gpointer
vouch_label_sight_read (VouchConn *conn, gpointer query, GError **error)
{
  const VouchLabelQuery *wanted = query;
  g_autoptr (VouchLabelSight) self = g_new0 (VouchLabelSight, 1);
  g_autoptr (VouchLot) lot = vouch_row_load (conn, &vouch_lot_type, wanted->lot_id, error);
  g_autoptr (VouchProduct) product =
      lot != NULL ? vouch_row_load (conn, &vouch_product_type, lot->product_id, error) : NULL;
  VouchLabelOrder order = { .lot_id = wanted->lot_id, .purpose = wanted->purpose, .dpi = wanted->dpi };
  g_autoptr (GError) refusal = NULL;

  if (product == NULL || !read_batch (self, conn, wanted, error) || !read_job (self, conn, wanted, error))
    return NULL;
  self->purpose = wanted->purpose;
  self->lot = g_strdup (lot->number);
  self->product_en = g_strdup (product->name_en);
  self->product_zh = g_strdup (product->name_zh);
  self->status = lot->status;
  if (wanted->purpose == VOUCH_PRINT_PURPOSE_UNIT && self->batch != NULL)
    order.batch_id = self->batch->id;
  self->label = vouch_label_preview (wanted->station, conn, &order, &refusal);
  if (self->label == NULL)
    self->why = g_strdup (refusal->message);
  read_size (self, conn);
  return g_steal_pointer (&self);
}

/**
 * vouch_label_sight_would_issue:
 * @self: a sight
 *
 * Returns: whether printing would issue codes first: nothing is there to be shown yet, and that is no reason not to
 *   print
 */
gboolean
vouch_label_sight_would_issue (const VouchLabelSight *self)
{
  return self->purpose == VOUCH_PRINT_PURPOSE_UNIT &&
         (self->status == VOUCH_LOT_STATUS_RELEASED || self->status == VOUCH_LOT_STATUS_CONCESSION) &&
         (self->batch == NULL || self->batch->state == VOUCH_CODE_BATCH_STATE_VOIDED);
}

/* Whether there are codes that no customer can know yet. */
gboolean
vouch_label_sight_can_be_voided (const VouchLabelSight *self)
{
  return self->batch != NULL && self->batch->state != VOUCH_CODE_BATCH_STATE_ACTIVE &&
         self->batch->state != VOUCH_CODE_BATCH_STATE_VOIDED;
}

/**
 * vouch_label_sight_can_be_resumed:
 * @self: a sight
 *
 * Returns: whether a job was stopped at these labels, and nobody is at it
 */
gboolean
vouch_label_sight_can_be_resumed (const VouchLabelSight *self)
{
  return self->job != NULL && vouch_print_job_is_open (self->job) &&
         (self->batch == NULL || self->batch->state != VOUCH_CODE_BATCH_STATE_VOIDED) &&
         !vouch_print_run_is_under_way (self->job->id);
}

static const char *
choose_scan_request (const VouchCodeBatch *batch)
{
  if (batch->scanned_first)
    return _ ("The first label is read back; scan the last one.");
  if (batch->scanned_last)
    return _ ("The last label is read back; scan the first one.");
  return _ ("Scan the first and the last printed label; then the codes are active.");
}

/**
 * vouch_label_sight_dup_standing:
 * @self: a sight
 *
 * Returns: (transfer full): how lot and codes stand, in one or two lines
 */
char *
vouch_label_sight_dup_standing (const VouchLabelSight *self)
{
  const VouchCodeBatch *batch = self->batch;
  const char *status = vouch_words_of_status (self->status);
  const char *more = "";

  if (batch == NULL)
    return g_strdup (status);
  if (batch->state == VOUCH_CODE_BATCH_STATE_PRINTED)
    more = choose_scan_request (batch);
  else if (batch->void_reason != NULL)
    more = batch->void_reason;
  return g_strdup_printf (_ ("%s · codes %d–%d: %s\n%s"), status, (int)batch->first_unit,
                          (int)(batch->first_unit + batch->units - 1), vouch_words_of_batch (batch->state), more);
}

/**
 * vouch_label_sight_get_message:
 * @self: a sight
 *
 * Returns: (transfer none) (nullable): why the labels cannot be printed, or what printing does beyond printing
 */
const char *
vouch_label_sight_get_message (const VouchLabelSight *self)
{
  if (vouch_label_sight_would_issue (self))
    return _ ("Printing issues the codes of all accepted units that have none yet.");
  if (self->job != NULL && vouch_print_job_is_open (self->job))
    return NULL;
  if (self->why == NULL && self->job != NULL)
    return _ ("These labels were printed. To print them again, give the reason below.");
  return self->why;
}
