#pragma once

#include "vouch-code-batch.h"
#include "vouch-conn.h"
#include "vouch-print-job.h"

G_BEGIN_DECLS

/* Batches of trace codes and what was printed. */

GPtrArray *vouch_code_batch_store_list (VouchConn *conn, gint64 lot_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
vouch_code_batch_store_list_print_jobs (VouchConn *conn, gint64 lot_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *
vouch_code_batch_store_list_jobs_of_pack (VouchConn *conn, gint64 pack_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
vouch_code_batch_store_list_copies (VouchConn *conn, gint64 job_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_code_batch_store_list_voids (VouchConn *conn, gint64 lot_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *
vouch_code_batch_store_list_ids (VouchConn *conn, gint64 before, guint limit, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *vouch_code_batch_store_list_job_ids (VouchConn *conn, gint64 before, guint limit,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *vouch_code_batch_store_list_active_lots (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
