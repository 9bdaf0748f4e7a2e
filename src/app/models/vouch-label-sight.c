#include "vouch-label-sight.h"

#include "vouch-code-batch-store.h"
#include "vouch-lot.h"
#include "vouch-product.h"
#include "vouch-row.h"

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
  return batches != NULL;
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
  VouchLabelOrder order = { .lot_id = wanted->lot_id, .purpose = wanted->purpose, .dpi = 203 };
  g_autoptr (GError) refusal = NULL;

  if (product == NULL || !read_batch (self, conn, wanted, error) || !read_job (self, conn, wanted, error))
    return NULL;
  self->lot = g_strdup (lot->number);
  self->product_en = g_strdup (product->name_en);
  self->product_zh = g_strdup (product->name_zh);
  self->status = lot->status;
  if (wanted->purpose == VOUCH_PRINT_PURPOSE_UNIT && self->batch != NULL)
    order.batch_id = self->batch->id;
  self->label = vouch_label_preview (wanted->station, conn, &order, &refusal);
  if (self->label == NULL)
    self->why = g_strdup (refusal->message);
  return g_steal_pointer (&self);
}
