#include "vouch-lookup-sqlite.h"

#include "vouch-lookup-db-private.h"
#include "vouch-lookup-resources.h"
#include "vouch-schema.h"

#define APPLICATION_ID 0x56434C4B /* "VCLK" */
#define LOG_PAGES 4000            /* 16 MB: a thousand commits and more where they only count */

typedef struct
{
  VouchLookupDb db;
  VouchConn *conn;
} Sqlite;

typedef struct
{
  VouchLookupStmt stmt;
  VouchStmt *lent;
} SqliteStmt;

static VouchConn *
conn_of (VouchLookupDb *db)
{
  return ((Sqlite *)db)->conn;
}

static VouchStmt *
lent_of (VouchLookupStmt *stmt)
{
  return ((SqliteStmt *)stmt)->lent;
}

static gboolean
sqlite_close (VouchLookupDb *db, GError **error)
{
  VouchConn *conn = conn_of (db);

  g_free (db);
  return vouch_conn_close (conn, error);
}

static void
sqlite_free (VouchLookupDb *db)
{
  vouch_conn_free (conn_of (db));
  g_free (db);
}

static gboolean
sqlite_exec (VouchLookupDb *db, const char *sql, GError **error)
{
  return vouch_conn_exec (conn_of (db), sql, error);
}

static gboolean
sqlite_begin (VouchLookupDb *db, GError **error)
{
  return vouch_conn_begin (conn_of (db), error);
}

static gboolean
sqlite_commit (VouchLookupDb *db, GError **error)
{
  return vouch_conn_commit (conn_of (db), error);
}

static void
sqlite_rollback (VouchLookupDb *db)
{
  vouch_conn_rollback (conn_of (db));
}

static gint64
sqlite_get_changes (VouchLookupDb *db)
{
  return vouch_conn_get_changes (conn_of (db));
}

/* A checkpoint waits for the disk twice, and everybody waits with it: so it is not made for every few commits. */
static gboolean
sqlite_checkpoint (VouchLookupDb *db, gboolean wait, GError **error)
{
  if (!wait && vouch_conn_get_log_growth (conn_of (db)) < LOG_PAGES)
    return TRUE;
  return vouch_conn_checkpoint (conn_of (db), wait, error);
}

/* Nobody but this process reads the database, and it knows what it wrote. */
static gboolean
sqlite_announce (VouchLookupDb *db, GError **error)
{
  return TRUE;
}

static VouchLookupStmt *
sqlite_prepare (VouchLookupDb *db, const char *sql, GError **error)
{
  VouchStmt *lent = vouch_conn_prepare (conn_of (db), sql, error);
  SqliteStmt *self;

  if (lent == NULL)
    return NULL;
  self = g_new (SqliteStmt, 1);
  *self = (SqliteStmt){ { db }, lent };
  return &self->stmt;
}

static void
sqlite_bind_number (VouchLookupStmt *stmt, int index, gint64 number)
{
  vouch_stmt_bind_number (lent_of (stmt), index, number);
}

static void
sqlite_bind_text (VouchLookupStmt *stmt, int index, const char *text)
{
  vouch_stmt_bind_text (lent_of (stmt), index, text);
}

static void
sqlite_bind_bytes (VouchLookupStmt *stmt, int index, const void *bytes, gsize length)
{
  vouch_stmt_bind_bytes (lent_of (stmt), index, bytes, length);
}

static gboolean
sqlite_step (VouchLookupStmt *stmt, gboolean *has_row, GError **error)
{
  return vouch_stmt_step (lent_of (stmt), has_row, error);
}

static gboolean
sqlite_is_null (VouchLookupStmt *stmt, int column)
{
  return vouch_stmt_is_null (lent_of (stmt), column);
}

static gint64
sqlite_get_number (VouchLookupStmt *stmt, int column)
{
  return vouch_stmt_get_number (lent_of (stmt), column);
}

static const char *
sqlite_get_text (VouchLookupStmt *stmt, int column)
{
  return vouch_stmt_get_text (lent_of (stmt), column);
}

static const guint8 *
sqlite_get_bytes (VouchLookupStmt *stmt, int column, gsize *length)
{
  return vouch_stmt_get_bytes (lent_of (stmt), column, length);
}

static void
sqlite_done (VouchLookupStmt *stmt)
{
  vouch_stmt_done (lent_of (stmt));
  g_free (stmt);
}

static const VouchLookupDriver sqlite_driver = {
  .close = sqlite_close,
  .free = sqlite_free,
  .exec = sqlite_exec,
  .begin = sqlite_begin,
  .commit = sqlite_commit,
  .rollback = sqlite_rollback,
  .get_changes = sqlite_get_changes,
  .checkpoint = sqlite_checkpoint,
  .announce = sqlite_announce,
  .prepare = sqlite_prepare,
  .bind_number = sqlite_bind_number,
  .bind_text = sqlite_bind_text,
  .bind_bytes = sqlite_bind_bytes,
  .step = sqlite_step,
  .is_null = sqlite_is_null,
  .get_number = sqlite_get_number,
  .get_text = sqlite_get_text,
  .get_bytes = sqlite_get_bytes,
  .done = sqlite_done,
};

/**
 * vouch_lookup_sqlite_new:
 * @conn: (transfer full): an open connection
 *
 * Wraps a connection.
 *
 * Returns: (transfer full): the database
 */
VouchLookupDb *
vouch_lookup_sqlite_new (VouchConn *conn)
{
  Sqlite *self = g_new (Sqlite, 1);

  *self = (Sqlite){ { &sqlite_driver }, conn };
  return &self->db;
}

static char *
dup_path (const char *data_dir)
{
  return g_build_filename (data_dir, "lookup.db", NULL);
}

/**
 * vouch_lookup_sqlite_open_writer:
 * @data_dir: the service's folder, whose lock this process holds
 * @error: STORAGE, or BUSY
 *
 * Opens the database for writing; makes it, or brings it up to date after a copy.
 *
 * Returns: (transfer full) (nullable): the database
 */
VouchLookupDb *
vouch_lookup_sqlite_open_writer (const char *data_dir, GError **error)
{
  const VouchSchema schema = { APPLICATION_ID, vouch_lookup_get_resource (), "/app/vouch/Lookup/sql", "lookup" };
  g_autofree char *path = dup_path (data_dir);
  g_autofree char *backup_path = g_strconcat (path, ".before-update", NULL);
  g_autoptr (VouchConn) conn = NULL;

  if (!vouch_schema_is_local_file (data_dir, error))
    return NULL;
  conn = vouch_conn_open (path, VOUCH_CONN_CREATE, error);
  if (conn == NULL || !vouch_schema_prepare (&schema, conn, backup_path, error))
    return NULL;
  return vouch_lookup_sqlite_new (g_steal_pointer (&conn));
}

/**
 * vouch_lookup_sqlite_open_reader:
 * @data_dir: the service's folder, whose database a writer of this process has open
 * @error: STORAGE
 *
 * Opens the database for reading; the writer is never in a reader's way.
 *
 * Returns: (transfer full) (nullable): the database
 */
VouchLookupDb *
vouch_lookup_sqlite_open_reader (const char *data_dir, GError **error)
{
  g_autofree char *path = dup_path (data_dir);
  VouchConn *conn = vouch_conn_open (path, VOUCH_CONN_READ, error);

  return conn != NULL ? vouch_lookup_sqlite_new (conn) : NULL;
}
