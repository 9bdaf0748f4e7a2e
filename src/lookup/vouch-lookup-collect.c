#include "vouch-lookup-collect.h"

#include "vouch-lookup-bundle.h"
#include "vouch-lookup-count.h"
#include "vouch-lookup-event.h"
#include "vouch-lookup-problem.h"

static gboolean
add_cases (VouchLookupBundle *bundle, VouchLookupDb *db, gint64 after, GError **error)
{
  while (TRUE)
    {
      g_autofree char *lines = vouch_lookup_case_list (db, &after, error);

      if (lines == NULL || !vouch_lookup_bundle_add (bundle, "case", lines, error))
        return FALSE;
      if (*lines == '\0')
        return TRUE;
    }
}

static gboolean
add_events (VouchLookupBundle *bundle, VouchLookupDb *db, gint64 after, GError **error)
{
  while (TRUE)
    {
      g_autofree char *lines = vouch_lookup_event_list (db, &after, error);

      if (lines == NULL || !vouch_lookup_bundle_add (bundle, "event", lines, error))
        return FALSE;
      if (*lines == '\0')
        return TRUE;
    }
}

static gboolean
add_counts (VouchLookupBundle *bundle, VouchLookupDb *db, GError **error)
{
  g_autofree char *after = g_strdup ("");

  while (TRUE)
    {
      g_autofree char *lines = vouch_lookup_count_list_lots (db, &after, error);

      if (lines == NULL || !vouch_lookup_bundle_add (bundle, "count", lines, error))
        return FALSE;
      if (*lines == '\0')
        return TRUE;
    }
}

/**
 * vouch_lookup_collect:
 * @place: where the service keeps what it knows
 * @path: a file that is not there
 * @after_case: the last case that the station knows, or 0
 * @after_event: the last event that the station knows, or 0
 * @error: CONFLICT if the file is there; STORAGE
 *
 * Writes what stations fetch into a file, for a station that no network reaches. A running service is not disturbed.
 *
 * Returns: whether the file is whole
 */
gboolean
vouch_lookup_collect (const VouchLookupPlace *place, const char *path, gint64 after_case, gint64 after_event,
                      GError **error)
{
  g_autoptr (VouchLookupDb) db = vouch_lookup_db_open_reader (place, error);
  g_autoptr (VouchLookupBundle) bundle = db != NULL ? vouch_lookup_bundle_create (path, error) : NULL;

  return bundle != NULL && add_cases (bundle, db, after_case, error) && add_events (bundle, db, after_event, error) &&
         add_counts (bundle, db, error) && vouch_lookup_bundle_close (bundle, error);
}
