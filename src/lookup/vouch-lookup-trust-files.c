#define G_LOG_DOMAIN "vouch-lookup"

/* Versions before the table of trust kept one file a station and epoch in DATA/trust. */
#include "vouch-lookup-trust-files.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "vouch-error.h"
#include "vouch-lookup-enrolment.h"

static int
compare_epochs (gconstpointer a, gconstpointer b)
{
  const VouchTrustRecord *left = *(VouchTrustRecord *const *)a, *right = *(VouchTrustRecord *const *)b;

  return left->epoch < right->epoch ? -1 : left->epoch > right->epoch;
}

/* What cannot be read was not believed before either. */
static GPtrArray *
read_files (const char *folder, GDir *dir)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_trust_record_free);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *content = NULL;
      gsize length;
      VouchTrustRecord *record = NULL;

      if (g_file_get_contents (path, &content, &length, NULL))
        record = vouch_lookup_enrolment_read (content, (gssize)length, NULL);
      if (record != NULL)
        g_ptr_array_add (records, record);
      else
        g_message ("%s is no trust file; it is not taken over", path);
    }
  g_ptr_array_sort (records, compare_epochs);
  return records;
}

static gboolean
enter (VouchLookupDb *db, const VouchTrustRecord *record, gint64 now_us, GError **error)
{
  g_autoptr (GError) refusal = NULL;
  VouchLookupEnrolled enrolled;

  if (vouch_lookup_enrolment_enter (db, record, now_us, &enrolled, &refusal))
    return TRUE;
  if (g_error_matches (refusal, VOUCH_ERROR, VOUCH_ERROR_STORAGE))
    {
      g_propagate_error (error, g_steal_pointer (&refusal));
      return FALSE;
    }
  /* Another process of this database knows a later epoch already. */
  g_message ("Not taken over: %s", refusal->message);
  return TRUE;
}

static gboolean
enter_all (VouchLookupDb *db, GPtrArray *records, gint64 now_us, GError **error)
{
  if (!vouch_lookup_db_begin (db, error))
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    if (!enter (db, g_ptr_array_index (records, i), now_us, error))
      {
        vouch_lookup_db_rollback (db);
        return FALSE;
      }
  return vouch_lookup_db_commit (db, error);
}

/**
 * vouch_lookup_trust_files_take:
 * @place: where the service keeps what it knows
 * @db: its database, for writing
 * @clock: the time
 * @error: STORAGE
 *
 * Takes what an earlier version kept as files into the database, once: then the folder is called `trust.taken-over`.
 *
 * Returns: whether there is nothing left to take
 */
gboolean
vouch_lookup_trust_files_take (const VouchLookupPlace *place, VouchLookupDb *db, VouchClock *clock, GError **error)
{
  g_autofree char *folder = g_build_filename (place->data_dir, "trust", NULL);
  g_autofree char *taken = g_strconcat (folder, ".taken-over", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) records = NULL;

  if (dir == NULL)
    return TRUE;
  records = read_files (folder, dir);
  if (!enter_all (db, records, vouch_clock_now (clock), error))
    return FALSE;
  if (g_rename (folder, taken) == 0)
    return TRUE;
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("%s cannot be renamed to %s: %s"), folder, taken,
               g_strerror (errno));
  return FALSE;
}
