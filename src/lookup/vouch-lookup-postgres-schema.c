#include "vouch-lookup-postgres-schema.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-lookup-resources.h"

#define FOLDER "/app/vouch/Lookup/postgres"

static gboolean
apply (VouchLookupDb *db, const char *name, gint64 number, GError **error)
{
  g_autofree char *path = g_build_filename (FOLDER, name, NULL);
  g_autoptr (GBytes) sql =
      g_resource_lookup_data (vouch_lookup_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (VouchLookupStmt) stmt = NULL;

  /* What a resource holds ends with a zero byte. */
  if (sql == NULL || !vouch_lookup_db_exec (db, g_bytes_get_data (sql, NULL), error))
    return FALSE;
  stmt = vouch_lookup_db_prepare (db, "INSERT INTO lookup_migration (number) VALUES (?1)", error);
  if (stmt == NULL)
    return FALSE;
  vouch_lookup_stmt_bind_number (stmt, 1, number);
  return vouch_lookup_stmt_run (stmt, error);
}

static int
compare_names (const void *a, const void *b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

static gboolean
apply_missing (VouchLookupDb *db, GError **error)
{
  g_auto (GStrv) names =
      g_resource_enumerate_children (vouch_lookup_get_resource (), FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  gint64 known = 0, newest = 0;

  if (names == NULL ||
      !vouch_lookup_db_exec (db, "CREATE TABLE IF NOT EXISTS lookup_migration (number BIGINT PRIMARY KEY)", error) ||
      !vouch_lookup_db_get_number (db, "SELECT max (number) FROM lookup_migration", &known, error))
    return FALSE;
  qsort (names, g_strv_length (names), sizeof *names, compare_names);
  for (gsize i = 0; names[i] != NULL; i++)
    {
      newest = g_ascii_strtoll (names[i], NULL, 10);
      if (newest > known && !apply (db, names[i], newest, error))
        return FALSE;
    }
  if (known <= newest)
    return TRUE;
  g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE,
                       _ ("The database was made by a newer version of vouch-lookup; update this one"));
  return FALSE;
}

/**
 * vouch_lookup_postgres_schema_prepare:
 * @db: a PostgreSQL database, for writing
 * @error: STORAGE, or BUSY
 *
 * Makes the tables, or brings them up to date, all in one transaction. The writer's lock is held meanwhile, so that
 * processes that start at once do it one after the other.
 *
 * Returns: whether the tables are as this version needs them
 */
gboolean
vouch_lookup_postgres_schema_prepare (VouchLookupDb *db, GError **error)
{
  if (!vouch_lookup_db_begin (db, error))
    return FALSE;
  if (apply_missing (db, error))
    return vouch_lookup_db_commit (db, error);
  vouch_lookup_db_rollback (db);
  return FALSE;
}
