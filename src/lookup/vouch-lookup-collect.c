#include "vouch-lookup-collect.h"

#include "vouch-base64url.h"
#include "vouch-id.h"
#include "vouch-lookup-bundle.h"
#include "vouch-lookup-count.h"
#include "vouch-lookup-entry.h"
#include "vouch-lookup-event.h"
#include "vouch-lookup-photo.h"
#include "vouch-lookup-problem.h"

/* After the cases that they belong to. */
static gboolean
add_photos (VouchLookupBundle *bundle, VouchLookupDb *db, gint64 after, gint64 up_to, GError **error)
{
  while ((after = vouch_lookup_photo_find_next (db, after, up_to, error)) > 0)
    {
      g_autoptr (GBytes) sealed = vouch_lookup_photo_load (db, after, error);
      g_autofree char *id = vouch_id_to_string (after);
      g_autofree char *text = NULL;
      g_autofree char *line = NULL;

      if (sealed == NULL)
        return FALSE;
      text = vouch_base64url_write (g_bytes_get_data (sealed, NULL), g_bytes_get_size (sealed));
      line = g_strdup_printf ("{\"case\":\"%s\",\"sealed\":\"%s\"}\n", id, text);
      if (!vouch_lookup_bundle_add (bundle, "photo", line, error))
        return FALSE;
    }
  return after == 0;
}

static gboolean
add_cases (VouchLookupBundle *bundle, VouchLookupDb *db, gint64 after, GError **error)
{
  while (TRUE)
    {
      gint64 before = after;
      g_autofree char *lines = vouch_lookup_case_list (db, &after, error);

      if (lines == NULL || !vouch_lookup_bundle_add (bundle, "case", lines, error) ||
          !add_photos (bundle, db, before, after, error))
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

/* The table of an embedded database has all that was counted only after this. */
static gboolean
fold_counts (const VouchLookupPlace *place, GError **error)
{
  g_autofree char *answer = NULL;

  if (place->database != NULL)
    return TRUE;
  answer = vouch_lookup_entry_bring (place, VOUCH_LOOKUP_ENTRY_COUNTS, "", 0, error);
  return answer != NULL;
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
 * Writes what stations fetch into a file, for a station that no network reaches. A running service goes on meanwhile.
 *
 * Returns: whether the file is whole
 */
gboolean
vouch_lookup_collect (const VouchLookupPlace *place, const char *path, gint64 after_case, gint64 after_event,
                      GError **error)
{
  g_autoptr (VouchLookupDb) db = vouch_lookup_db_open_reader (place, error);
  g_autoptr (VouchLookupBundle) bundle = db != NULL ? vouch_lookup_bundle_create (path, error) : NULL;

  return bundle != NULL && fold_counts (place, error) && add_cases (bundle, db, after_case, error) &&
         add_events (bundle, db, after_event, error) && add_counts (bundle, db, error) &&
         vouch_lookup_bundle_close (bundle, error);
}
