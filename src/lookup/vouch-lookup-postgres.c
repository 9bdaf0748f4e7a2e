#include "vouch-lookup-postgres.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-lookup-db-private.h"
#include "vouch-lookup-link.h"
#include "vouch-lookup-postgres-schema.h"

#define PARAMS_MAX 20
#define NUMBER_TEXT_SIZE 24

/* One process writes at a time, as on SQLite: a batch sees all that was committed before it, ids of cases grow with
 * the commits, and two batches never wait for each other's rows. The lock ends with the transaction. */
#define BEGIN_SQL "BEGIN; SELECT pg_advisory_xact_lock (22102, 1)"

typedef struct
{
  VouchLookupDb db;
  VouchLookupLink link;
  GHashTable *names; /* SQL text → name of the statement on the server */
  guint generation;  /* of the link that knows those */
  gboolean in_transaction;
  gint64 changes;
} Postgres;

typedef struct
{
  VouchLookupStmt stmt;
  char *sql;
  int n_params;
  const char *values[PARAMS_MAX];
  int lengths[PARAMS_MAX];
  int formats[PARAMS_MAX];
  char numbers[PARAMS_MAX][NUMBER_TEXT_SIZE];
  PGresult *result;
  int row;
} PostgresStmt;

static Postgres *
postgres_of (VouchLookupDb *db)
{
  return (Postgres *)db;
}

static void
postgres_free (VouchLookupDb *db)
{
  Postgres *self = postgres_of (db);

  vouch_lookup_link_clear (&self->link);
  g_hash_table_unref (self->names);
  g_free (self);
}

static gboolean
postgres_close (VouchLookupDb *db, GError **error)
{
  postgres_free (db);
  return TRUE;
}

/* Outside a transaction a lost connection is made anew; within one, what was done is lost with it. */
static gboolean
ensure (Postgres *self, GError **error)
{
  if (self->in_transaction)
    return vouch_lookup_link_is_up (&self->link) || vouch_lookup_link_fail (&self->link, NULL, error);
  return vouch_lookup_link_ensure (&self->link, error);
}

static gboolean
postgres_exec (VouchLookupDb *db, const char *sql, GError **error)
{
  Postgres *self = postgres_of (db);

  return ensure (self, error) && vouch_lookup_link_exec (&self->link, sql, error);
}

static void
postgres_rollback (VouchLookupDb *db)
{
  Postgres *self = postgres_of (db);

  self->in_transaction = FALSE;
  if (vouch_lookup_link_is_up (&self->link))
    vouch_lookup_link_exec (&self->link, "ROLLBACK", NULL);
}

static gboolean
postgres_begin (VouchLookupDb *db, GError **error)
{
  Postgres *self = postgres_of (db);

  /* A connection is found lost only when it is used: once more then, as nothing was done yet. */
  if (!postgres_exec (db, BEGIN_SQL, NULL))
    {
      if (vouch_lookup_link_is_up (&self->link))
        vouch_lookup_link_exec (&self->link, "ROLLBACK", NULL);
      if (!postgres_exec (db, BEGIN_SQL, error))
        return FALSE;
    }
  self->in_transaction = TRUE;
  return TRUE;
}

/* The server answers a COMMIT of a failed transaction with success and ROLLBACK. */
static gboolean
postgres_commit (VouchLookupDb *db, GError **error)
{
  Postgres *self = postgres_of (db);
  PGresult *result = PQexec (self->link.conn, "COMMIT");
  gboolean done = PQresultStatus (result) == PGRES_COMMAND_OK && strcmp (PQcmdStatus (result), "COMMIT") == 0;

  self->in_transaction = FALSE;
  if (!done && PQresultStatus (result) == PGRES_COMMAND_OK)
    g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("The database server took the changes back"));
  else if (!done)
    vouch_lookup_link_fail (&self->link, result, error);
  PQclear (result);
  return done;
}

static gint64
postgres_get_changes (VouchLookupDb *db)
{
  return postgres_of (db)->changes;
}

/* The server tidies up by itself. */
static gboolean
postgres_checkpoint (VouchLookupDb *db, gboolean wait, GError **error)
{
  return TRUE;
}

/* The statement is prepared when it is first run: that may be on a later connection. */
static VouchLookupStmt *
postgres_prepare (VouchLookupDb *db, const char *sql, GError **error)
{
  PostgresStmt *self = g_new0 (PostgresStmt, 1);

  self->stmt.db = db;
  self->sql = g_strdup (sql);
  return &self->stmt;
}

static void
bind (PostgresStmt *self, int index, const char *value, gsize length, int format)
{
  g_return_if_fail (index >= 1 && index <= PARAMS_MAX && length <= G_MAXINT);
  self->values[index - 1] = value;
  self->lengths[index - 1] = (int)length;
  self->formats[index - 1] = format;
  self->n_params = MAX (self->n_params, index);
}

static void
postgres_bind_number (VouchLookupStmt *stmt, int index, gint64 number)
{
  PostgresStmt *self = (PostgresStmt *)stmt;

  g_return_if_fail (index >= 1 && index <= PARAMS_MAX);
  g_snprintf (self->numbers[index - 1], NUMBER_TEXT_SIZE, "%" G_GINT64_FORMAT, number);
  bind (self, index, self->numbers[index - 1], 0, 0);
}

static void
postgres_bind_text (VouchLookupStmt *stmt, int index, const char *text)
{
  bind ((PostgresStmt *)stmt, index, text, 0, 0);
}

static void
postgres_bind_bytes (VouchLookupStmt *stmt, int index, const void *bytes, gsize length)
{
  bind ((PostgresStmt *)stmt, index, bytes == NULL && length > 0 ? NULL : bytes, length, 1);
}

/* `?1` is `$1` on this server. No text of ours has a question mark of its own. */
static char *
translate (const char *sql)
{
  return g_strdelimit (g_strdup (sql), "?", '$');
}

static int
count_params (const char *sql)
{
  int most = 0;

  for (const char *mark = strchr (sql, '?'); mark != NULL; mark = strchr (mark + 1, '?'))
    most = MAX (most, atoi (mark + 1));
  return most;
}

static const char *
find_name (Postgres *self, const char *sql, GError **error)
{
  g_autofree char *translated = NULL;
  char *name;
  PGresult *result;

  if (self->generation != self->link.generation)
    g_hash_table_remove_all (self->names);
  self->generation = self->link.generation;
  name = g_hash_table_lookup (self->names, sql);
  if (name != NULL)
    return name;
  translated = translate (sql);
  name = g_strdup_printf ("s%u", g_hash_table_size (self->names));
  result = PQprepare (self->link.conn, name, translated, 0, NULL);
  if (PQresultStatus (result) == PGRES_COMMAND_OK)
    g_hash_table_insert (self->names, g_strdup (sql), name);
  else
    {
      vouch_lookup_link_fail (&self->link, result, error);
      g_clear_pointer (&name, g_free);
    }
  PQclear (result);
  return name;
}

static gboolean
run (PostgresStmt *self, GError **error)
{
  Postgres *db = postgres_of (self->stmt.db);
  const char *name = ensure (db, error) ? find_name (db, self->sql, error) : NULL;
  ExecStatusType status;

  if (name == NULL)
    return FALSE;
  self->result = PQexecPrepared (db->link.conn, name, MAX (self->n_params, count_params (self->sql)), self->values,
                                 self->lengths, self->formats, 1);
  status = PQresultStatus (self->result);
  if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK)
    {
      db->changes = g_ascii_strtoll (PQcmdTuples (self->result), NULL, 10);
      return TRUE;
    }
  vouch_lookup_link_fail (&db->link, self->result, error);
  g_clear_pointer (&self->result, PQclear);
  return FALSE;
}

static gboolean
postgres_step (VouchLookupStmt *stmt, gboolean *has_row, GError **error)
{
  PostgresStmt *self = (PostgresStmt *)stmt;
  Postgres *db = postgres_of (stmt->db);
  g_autoptr (GError) why = NULL;

  *has_row = FALSE;
  if (self->result != NULL)
    self->row++;
  else if (!run (self, &why))
    {
      /* A reader whose connection was lost since the last time asks on a new one. */
      if (db->in_transaction || vouch_lookup_link_is_up (&db->link))
        {
          g_propagate_error (error, g_steal_pointer (&why));
          return FALSE;
        }
      if (!run (self, error))
        return FALSE;
    }
  *has_row = self->row < PQntuples (self->result);
  return TRUE;
}

static gboolean
postgres_is_null (VouchLookupStmt *stmt, int column)
{
  PostgresStmt *self = (PostgresStmt *)stmt;

  return PQgetisnull (self->result, self->row, column) != 0;
}

static gint64
postgres_get_number (VouchLookupStmt *stmt, int column)
{
  PostgresStmt *self = (PostgresStmt *)stmt;
  const guint8 *bytes = (const guint8 *)PQgetvalue (self->result, self->row, column);
  int length = PQgetlength (self->result, self->row, column);
  guint64 number = length > 0 && (bytes[0] & 0x80) != 0 ? G_MAXUINT64 : 0;

  for (int i = 0; i < length && i < 8; i++)
    number = number << 8 | bytes[i];
  return (gint64)number;
}

static const char *
postgres_get_text (VouchLookupStmt *stmt, int column)
{
  PostgresStmt *self = (PostgresStmt *)stmt;

  return postgres_is_null (stmt, column) ? NULL : PQgetvalue (self->result, self->row, column);
}

static const guint8 *
postgres_get_bytes (VouchLookupStmt *stmt, int column, gsize *length)
{
  PostgresStmt *self = (PostgresStmt *)stmt;

  *length = (gsize)PQgetlength (self->result, self->row, column);
  return (const guint8 *)postgres_get_text (stmt, column);
}

static void
postgres_done (VouchLookupStmt *stmt)
{
  PostgresStmt *self = (PostgresStmt *)stmt;

  PQclear (self->result);
  g_free (self->sql);
  g_free (self);
}

static gboolean
postgres_announce (VouchLookupDb *db, GError **error)
{
  return postgres_exec (db, "NOTIFY vouch_lookup", error);
}

static const VouchLookupDriver postgres_driver = {
  .close = postgres_close,
  .free = postgres_free,
  .exec = postgres_exec,
  .begin = postgres_begin,
  .commit = postgres_commit,
  .rollback = postgres_rollback,
  .get_changes = postgres_get_changes,
  .checkpoint = postgres_checkpoint,
  .announce = postgres_announce,
  .prepare = postgres_prepare,
  .bind_number = postgres_bind_number,
  .bind_text = postgres_bind_text,
  .bind_bytes = postgres_bind_bytes,
  .step = postgres_step,
  .is_null = postgres_is_null,
  .get_number = postgres_get_number,
  .get_text = postgres_get_text,
  .get_bytes = postgres_get_bytes,
  .done = postgres_done,
};

static VouchLookupDb *
open_link (const char *url, const char *setup, GError **error)
{
  PQconninfoOption *options = PQconninfoParse (url, NULL);
  Postgres *self;

  /* What libpq says to an address it cannot read may have the password in it. */
  if (options == NULL)
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                           _ ("The address of the database cannot be read; it looks like "
                              "postgresql://USER@HOST:PORT/NAME"));
      return NULL;
    }
  PQconninfoFree (options);
  self = g_new0 (Postgres, 1);
  self->db.driver = &postgres_driver;
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  vouch_lookup_link_init (&self->link, url, setup);
  if (vouch_lookup_link_ensure (&self->link, error))
    return &self->db;
  postgres_free (&self->db);
  return NULL;
}

/* Opens the database for writing; makes its tables, or brings them up to date. */
VouchLookupDb *
vouch_lookup_postgres_open_writer (const char *url, GError **error)
{
  g_autoptr (VouchLookupDb) db = open_link (url, NULL, error);

  if (db == NULL || !vouch_lookup_postgres_schema_prepare (db, error))
    return NULL;
  return g_steal_pointer (&db);
}

/* Opens the database for reading only. */
VouchLookupDb *
vouch_lookup_postgres_open_reader (const char *url, GError **error)
{
  return open_link (url, "SET default_transaction_read_only = on", error);
}
