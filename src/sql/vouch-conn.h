#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VouchConn:
 *
 * A connection to one SQLite database, used by one thread at a time. No table of ours is known here.
 */
typedef struct _VouchConn VouchConn;

/**
 * VouchStmt:
 *
 * A prepared statement, lent by its connection's cache until vouch_stmt_done(). Values are bound from ?1 on; a failure
 * while binding shows in the next step.
 */
typedef struct _VouchStmt VouchStmt;

/**
 * VouchConnMode:
 * @VOUCH_CONN_CREATE: read and write; the file is made, with mode 0600, if it is missing
 * @VOUCH_CONN_WRITE: read and write a file that exists
 * @VOUCH_CONN_READ: read only; never checkpoints
 * @VOUCH_CONN_MEMORY: a private database in memory, for tests
 */
typedef enum
{
  VOUCH_CONN_CREATE,
  VOUCH_CONN_WRITE,
  VOUCH_CONN_READ,
  VOUCH_CONN_MEMORY,
} VouchConnMode;

VouchConn *vouch_conn_open (const char *path, VouchConnMode mode, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_conn_close (VouchConn *self, GError **error);
void vouch_conn_free (VouchConn *self);
gboolean vouch_conn_exec (VouchConn *self, const char *sql, GError **error);
gboolean vouch_conn_begin (VouchConn *self, GError **error);
gboolean vouch_conn_commit (VouchConn *self, GError **error);
gboolean vouch_conn_is_in_doubt (VouchConn *self);
gboolean vouch_conn_fence (VouchConn *self, GError **error);
void vouch_conn_rollback (VouchConn *self);
gboolean vouch_conn_get_number (VouchConn *self, const char *sql, gint64 *number, GError **error);
gint64 vouch_conn_get_changes (VouchConn *self);
int vouch_conn_get_log_growth (const VouchConn *self);
gboolean vouch_conn_checkpoint (VouchConn *self, gboolean wait, GError **error);
gboolean vouch_conn_check_integrity (VouchConn *self, GError **error);
gboolean vouch_conn_copy_to (VouchConn *self, const char *path, GError **error);

VouchStmt *vouch_conn_prepare (VouchConn *self, const char *sql, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_stmt_bind_number (VouchStmt *self, int index, gint64 number);
void vouch_stmt_bind_number_or_null (VouchStmt *self, int index, gint64 number);
void vouch_stmt_bind_text (VouchStmt *self, int index, const char *text);
void vouch_stmt_bind_bytes (VouchStmt *self, int index, const void *bytes, gsize length);
gboolean vouch_stmt_step (VouchStmt *self, gboolean *has_row, GError **error);
gboolean vouch_stmt_run (VouchStmt *self, GError **error);
gboolean vouch_stmt_is_null (VouchStmt *self, int column);
gint64 vouch_stmt_get_number (VouchStmt *self, int column);
const char *vouch_stmt_get_text (VouchStmt *self, int column);
char *vouch_stmt_dup_text (VouchStmt *self, int column) G_GNUC_WARN_UNUSED_RESULT;
const guint8 *vouch_stmt_get_bytes (VouchStmt *self, int column, gsize *length);
GBytes *vouch_stmt_dup_bytes (VouchStmt *self, int column) G_GNUC_WARN_UNUSED_RESULT;
void vouch_stmt_done (VouchStmt *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchConn, vouch_conn_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchStmt, vouch_stmt_done)

G_END_DECLS
