#pragma once

#include "vouch-conn.h"
#include "vouch-record.h"

G_BEGIN_DECLS

/* Described records as rows: a table has a record type's name and one column a field, the id first. */

gboolean vouch_row_insert (VouchConn *conn, const VouchRecordType *type, gconstpointer record, GError **error);
gboolean vouch_row_update (VouchConn *conn, const VouchRecordType *type, gconstpointer record, GError **error);
gpointer
vouch_row_load (VouchConn *conn, const VouchRecordType *type, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchStmt *vouch_row_prepare_select (VouchConn *conn, const VouchRecordType *type, const char *where,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
gpointer vouch_row_read (VouchStmt *stmt, const VouchRecordType *type, int first_column) G_GNUC_WARN_UNUSED_RESULT;
gpointer vouch_row_take_one (VouchStmt *stmt, const VouchRecordType *type, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_row_take_all (VouchStmt *stmt, const VouchRecordType *type, GDestroyNotify free_record,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
gpointer vouch_row_find (VouchConn *conn, const VouchRecordType *type, const char *where, const char *text,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
gpointer vouch_row_find_by_id (VouchConn *conn, const VouchRecordType *type, const char *where, gint64 id,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_row_list_by_id (VouchConn *conn, const VouchRecordType *type, const char *where, gint64 id,
                                 GDestroyNotify free_record, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *vouch_row_take_ids (VouchStmt *stmt, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_row_list_by_ids (VouchConn *conn, const VouchRecordType *type, const char *sql, const gint64 *ids,
                                  guint n, GDestroyNotify free_record, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
