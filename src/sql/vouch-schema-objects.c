/* Whether a database has exactly the tables, indexes and triggers that its migrations make; declared in vouch-schema.h.
 * A view or a trigger under one of our names would let a file from elsewhere decide what our statements do. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-schema-private.h"

#define LIST                                                                                                           \
  "SELECT type, name, tbl_name, coalesce (sql, '') FROM sqlite_schema "                                                \
  "WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\' ORDER BY type, name"

/* One object: "trigger audit_entry_no_delete", and how it was made. */
typedef struct
{
  char *title;
  char *text;
} Object;

static void
free_object (gpointer data)
{
  Object *self = data;

  g_free (self->title);
  g_free (self->text);
  g_free (self);
}

static GPtrArray *
list_objects (VouchConn *conn, GError **error)
{
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (free_object);
  g_autoptr (VouchStmt) stmt = vouch_conn_prepare (conn, LIST, error);
  gboolean has_row;

  if (stmt == NULL)
    return NULL;
  while (vouch_stmt_step (stmt, &has_row, error))
    {
      Object *object;

      if (!has_row)
        return g_steal_pointer (&objects);
      object = g_new0 (Object, 1);
      object->title = g_strdup_printf ("%s %s", vouch_stmt_get_text (stmt, 0), vouch_stmt_get_text (stmt, 1));
      object->text = g_strdup_printf ("%s\n%s", vouch_stmt_get_text (stmt, 2), vouch_stmt_get_text (stmt, 3));
      g_ptr_array_add (objects, object);
    }
  return NULL;
}

/* The first object that one of two lists has and the other has not, or has otherwise; both are sorted. */
static const char *
find_difference (GPtrArray *wanted, GPtrArray *found)
{
  for (guint i = 0; i < MAX (wanted->len, found->len); i++)
    {
      const Object *ours = i < wanted->len ? g_ptr_array_index (wanted, i) : NULL;
      const Object *theirs = i < found->len ? g_ptr_array_index (found, i) : NULL;

      if (ours == NULL)
        return theirs->title;
      if (theirs == NULL || !g_str_equal (ours->title, theirs->title) || !g_str_equal (ours->text, theirs->text))
        return theirs != NULL && g_strcmp0 (theirs->title, ours->title) < 0 ? theirs->title : ours->title;
    }
  return NULL;
}

/* SHA-256 over all objects, in hexadecimal digits. */
static char *
dup_fingerprint (GPtrArray *objects)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < objects->len; i++)
    {
      const Object *object = g_ptr_array_index (objects, i);

      /* With the zero bytes: no two lists run together to the same. */
      g_checksum_update (checksum, (const guchar *)object->title, (gssize)strlen (object->title) + 1);
      g_checksum_update (checksum, (const guchar *)object->text, (gssize)strlen (object->text) + 1);
    }
  return g_strdup (g_checksum_get_string (checksum));
}

/* What the migrations up to a version make, learned once from an empty database. A writer is opened anew after every
 * commit that failed, and must not be kept waiting by this then. The lists live as long as the process. */
static GPtrArray *
learn_objects (const VouchSchema *self, int version, GError **error)
{
  g_autoptr (VouchConn) model = vouch_conn_open (NULL, VOUCH_CONN_MEMORY, error);

  return model != NULL && vouch_schema_apply (self, model, 0, version, error) ? list_objects (model, error) : NULL;
}

static GPtrArray *
get_objects (const VouchSchema *self, int version, GError **error)
{
  static GMutex mutex;
  static GHashTable *known; /* by folder and version */
  g_autofree char *key = g_strdup_printf ("%p%s/%d", (gpointer)self->resources, self->folder, version);
  GPtrArray *objects;

  g_mutex_lock (&mutex);
  if (known == NULL)
    known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  objects = g_hash_table_lookup (known, key);
  if (objects == NULL)
    {
      objects = learn_objects (self, version, error);
      if (objects != NULL)
        g_hash_table_insert (known, g_steal_pointer (&key), objects);
    }
  g_mutex_unlock (&mutex);
  return objects;
}

/**
 * vouch_schema_dup_fingerprint:
 * @self: a schema
 * @error: return location
 *
 * Applies all migrations to an empty database in memory: tens of milliseconds, so programs have it done when they are
 * built. It depends on the version of SQLite.
 *
 * Returns: (transfer full) (nullable): what tells the tables, indexes and triggers of the newest version from any
 * others
 */
char *
vouch_schema_dup_fingerprint (const VouchSchema *self, GError **error)
{
  GPtrArray *objects;

  g_return_val_if_fail (self != NULL, NULL);

  objects = get_objects (self, vouch_schema_get_version (self), error);
  return objects != NULL ? dup_fingerprint (objects) : NULL;
}

static gboolean
has_fingerprint (const VouchSchema *self, int version, GPtrArray *found)
{
  g_autofree char *fingerprint = NULL;

  if (self->fingerprint == NULL || version != vouch_schema_get_version (self))
    return FALSE;
  fingerprint = dup_fingerprint (found);
  return g_str_equal (fingerprint, self->fingerprint);
}

/**
 * vouch_schema_check_objects:
 * @self: a schema
 * @conn: a connection to a database of it, of any version that this program knows
 * @error: STORAGE if it has anything else, or in another form, than the migrations up to its version make
 *
 * Only reads.
 *
 * Returns: whether nobody else has put anything in
 */
gboolean
vouch_schema_check_objects (const VouchSchema *self, VouchConn *conn, GError **error)
{
  g_autoptr (GPtrArray) found = NULL;
  GPtrArray *wanted;
  const char *difference;
  gint64 version;

  if (!vouch_conn_get_number (conn, "PRAGMA user_version", &version, error))
    return FALSE;
  found = list_objects (conn, error);
  if (found == NULL)
    return FALSE;
  if (has_fingerprint (self, (int)version, found))
    return TRUE;
  wanted = get_objects (self, (int)version, error);
  if (wanted == NULL)
    return FALSE;
  difference = find_difference (wanted, found);
  if (difference == NULL)
    return TRUE;
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE,
               _ ("The database was changed by something else than Vouch (%s) and is not used; restore a backup"),
               difference);
  return FALSE;
}
