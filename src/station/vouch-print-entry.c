#include "vouch-print-entry.h"

#include <glib/gi18n-lib.h>

#include "vouch-code-batch-store.h"
#include "vouch-row.h"

static const VouchField batch_fields[] = {
  VOUCH_FIELD (VouchBatchEntry, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchBatchEntry, lot_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchBatchEntry, lot, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchBatchEntry, product_en, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchBatchEntry, product_zh, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchBatchEntry, state, vouch_code_batch_state_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchBatchEntry, first_unit, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchBatchEntry, units, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchBatchEntry, scanned_first, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchBatchEntry, scanned_last, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchBatchEntry, issued_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchBatchEntry, issued_by, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchBatchEntry, void_reason, TEXT, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchBatchEntry, vouch_batch_entry, "batch_entry", batch_fields)

static const VouchField job_fields[] = {
  VOUCH_FIELD (VouchJobEntry, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchJobEntry, lot_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchJobEntry, batch_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchJobEntry, about, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchJobEntry, product_en, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchJobEntry, product_zh, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchJobEntry, purpose, vouch_print_purpose_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchJobEntry, labels, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchJobEntry, read_back, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchJobEntry, copy_number, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchJobEntry, reason, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchJobEntry, printed_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchJobEntry, printed_by, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchJobEntry, file, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchJobEntry, state, vouch_print_state_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchJobEntry, sent, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchJobEntry, confirmed, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchJobEntry, printer, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchJobEntry, trouble, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchJobEntry, sheet, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchJobEntry, first_position, NUMBER, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchJobEntry, vouch_job_entry, "job_entry", job_fields)

static GPtrArray *
read_batches (VouchConn *conn, const gint64 *ids, guint n, GError **error)
{
  return vouch_row_list_by_ids (
      conn, &vouch_batch_entry_type,
      "SELECT code_batch.id, lot.id, lot.number, product.name_en, product.name_zh, code_batch.state, "
      "code_batch.first_unit, code_batch.units, code_batch.scanned_first, code_batch.scanned_last, "
      "code_batch.issued_at, user.name, code_batch.void_reason "
      "FROM code_batch JOIN lot ON lot.id = code_batch.lot_id JOIN product ON product.id = lot.product_id "
      "JOIN user ON user.id = code_batch.issued_by WHERE code_batch.id = ?1",
      ids, n, (GDestroyNotify)vouch_batch_entry_free, error);
}

static GPtrArray *
read_jobs (VouchConn *conn, const gint64 *ids, guint n, GError **error)
{
  return vouch_row_list_by_ids (
      conn, &vouch_job_entry_type,
      "SELECT print_job.id, lot.id, print_job.batch_id, coalesce (lot.number, owner.badge, print_job.about, ''), "
      "product.name_en, "
      "product.name_zh, print_job.purpose, print_job.labels, print_job.read_back, print_job.copy_number, "
      "print_job.reason, print_job.printed_at, printer.name, print_job.file, print_job.state, print_job.sent, "
      "print_job.confirmed, print_job.printer, print_job.trouble, print_job.sheet, print_job.first_position "
      "FROM print_job LEFT JOIN lot ON lot.id = print_job.lot_id LEFT JOIN product ON product.id = lot.product_id "
      "LEFT JOIN user AS owner ON owner.id = print_job.user_id JOIN user AS printer ON printer.id = "
      "print_job.printed_by WHERE print_job.id = ?1",
      ids, n, (GDestroyNotify)vouch_job_entry_free, error);
}

static GArray *
read_batch_ids (VouchStation *station, VouchConn *conn, const char *query, gint64 after, guint limit, GError **error)
{
  return vouch_code_batch_store_list_ids (conn, after, limit, error);
}

static GArray *
read_job_ids (VouchStation *station, VouchConn *conn, const char *query, gint64 after, guint limit, GError **error)
{
  return vouch_code_batch_store_list_job_ids (conn, after, limit, error);
}

static gint64
get_batch_id (gconstpointer row)
{
  return ((const VouchBatchEntry *)row)->id;
}

static gint64
get_job_id (gconstpointer row)
{
  return ((const VouchJobEntry *)row)->id;
}

const VouchListSource vouch_batch_source = { read_batch_ids, read_batches, get_batch_id };
const VouchListSource vouch_job_source = { read_job_ids, read_jobs, get_job_id };

/**
 * vouch_job_entry_dup_standing:
 * @self: a job
 *
 * Returns: (transfer full) (nullable): how far it is; %NULL if all labels are out
 */
char *
vouch_job_entry_dup_standing (const VouchJobEntry *self)
{
  if (self->state == VOUCH_PRINT_STATE_STOPPED)
    return g_strdup_printf (_ ("stopped after label %d of %d"), (int)self->sent, (int)self->labels);
  if (self->state == VOUCH_PRINT_STATE_GIVEN_UP)
    return g_strdup_printf (_ ("given up after label %d of %d"), (int)self->sent, (int)self->labels);
  if (self->state == VOUCH_PRINT_STATE_PRINTING)
    return g_strdup_printf (_ ("at label %d of %d"), (int)self->sent, (int)self->labels);
  return NULL;
}

/**
 * vouch_print_entry_list_batches:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchBatchEntry): all batches, the newest first
 */
GPtrArray *
vouch_print_entry_list_batches (VouchConn *conn, GError **error)
{
  g_autoptr (GArray) ids = vouch_code_batch_store_list_ids (conn, 0, 0, error);

  return ids != NULL ? read_batches (conn, (const gint64 *)(gpointer)ids->data, ids->len, error) : NULL;
}

/**
 * vouch_print_entry_list_jobs:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchJobEntry): what was printed, the newest first
 */
GPtrArray *
vouch_print_entry_list_jobs (VouchConn *conn, GError **error)
{
  g_autoptr (GArray) ids = vouch_code_batch_store_list_job_ids (conn, 0, 0, error);

  return ids != NULL ? read_jobs (conn, (const gint64 *)(gpointer)ids->data, ids->len, error) : NULL;
}
