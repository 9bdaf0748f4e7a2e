#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VouchLookupDb:
 *
 * A connection to the lookup service's database, of whichever kind; used by one thread at a time. Statements are
 * written once, in what both kinds understand: parameters `?1`, columns named with their table where a conflict is
 * resolved, CASE instead of max of two, IS NOT DISTINCT FROM.
 */
typedef struct _VouchLookupDb VouchLookupDb;

/**
 * VouchLookupStmt:
 *
 * A prepared statement, lent by a connection until vouch_lookup_stmt_done(). What is bound has to live until then.
 */
typedef struct _VouchLookupStmt VouchLookupStmt;

/**
 * VouchLookupPlace:
 * @data_dir: the service's folder
 * @database: (nullable): the URL of a PostgreSQL database; %NULL for an embedded one in the folder
 *
 * Where a service keeps what it knows.
 */
typedef struct
{
  const char *data_dir;
  const char *database;
} VouchLookupPlace;

VouchLookupDb *vouch_lookup_db_open_writer (const VouchLookupPlace *place, GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchLookupDb *vouch_lookup_db_open_reader (const VouchLookupPlace *place, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_lookup_db_close (VouchLookupDb *self, GError **error);
void vouch_lookup_db_free (VouchLookupDb *self);
gboolean vouch_lookup_db_exec (VouchLookupDb *self, const char *sql, GError **error);
gboolean vouch_lookup_db_begin (VouchLookupDb *self, GError **error);
gboolean vouch_lookup_db_commit (VouchLookupDb *self, GError **error);
void vouch_lookup_db_rollback (VouchLookupDb *self);
gboolean vouch_lookup_db_savepoint (VouchLookupDb *self, const char *name, GError **error);
gboolean vouch_lookup_db_release (VouchLookupDb *self, const char *name, GError **error);
gboolean vouch_lookup_db_take_back (VouchLookupDb *self, const char *name, GError **error);
gboolean vouch_lookup_db_get_number (VouchLookupDb *self, const char *sql, gint64 *number, GError **error);
gint64 vouch_lookup_db_get_changes (VouchLookupDb *self);
gboolean vouch_lookup_db_announce (VouchLookupDb *self, GError **error);
gboolean vouch_lookup_db_take_news (VouchLookupDb *self);
gboolean vouch_lookup_db_checkpoint (VouchLookupDb *self, gboolean wait, GError **error);

VouchLookupStmt *
vouch_lookup_db_prepare (VouchLookupDb *self, const char *sql, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_lookup_stmt_bind_number (VouchLookupStmt *self, int index, gint64 number);
void vouch_lookup_stmt_bind_number_or_null (VouchLookupStmt *self, int index, gint64 number);
void vouch_lookup_stmt_bind_text (VouchLookupStmt *self, int index, const char *text);
void vouch_lookup_stmt_bind_bytes (VouchLookupStmt *self, int index, const void *bytes, gsize length);
gboolean vouch_lookup_stmt_step (VouchLookupStmt *self, gboolean *has_row, GError **error);
gboolean vouch_lookup_stmt_run (VouchLookupStmt *self, GError **error);
char *vouch_lookup_stmt_write_lines (VouchLookupStmt *self,
                                     void (*append) (GString *lines, VouchLookupStmt *stmt, gpointer data),
                                     gpointer data, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_lookup_stmt_is_null (VouchLookupStmt *self, int column);
gint64 vouch_lookup_stmt_get_number (VouchLookupStmt *self, int column);
const char *vouch_lookup_stmt_get_text (VouchLookupStmt *self, int column);
char *vouch_lookup_stmt_dup_text (VouchLookupStmt *self, int column) G_GNUC_WARN_UNUSED_RESULT;
const guint8 *vouch_lookup_stmt_get_bytes (VouchLookupStmt *self, int column, gsize *length);
GBytes *vouch_lookup_stmt_dup_bytes (VouchLookupStmt *self, int column) G_GNUC_WARN_UNUSED_RESULT;
void vouch_lookup_stmt_done (VouchLookupStmt *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLookupDb, vouch_lookup_db_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLookupStmt, vouch_lookup_stmt_done)

G_END_DECLS
