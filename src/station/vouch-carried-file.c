#include "vouch-carried-file.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-case-file.h"
#include "vouch-error.h"
#include "vouch-publish-work.h"

#define RECORD "{\"record\":"

static char *
write_publications (VouchStation *station, const char *path, GError **error)
{
  gint64 n;

  if (!vouch_publish_write (station, path, 0, &n, error))
    return NULL;
  return g_strdup_printf (ngettext ("%u publication written", "%u publications written", (gulong)n), (guint)n);
}

static char *
write_answers (VouchStation *station, const char *path, GError **error)
{
  gint64 n;

  if (!vouch_case_file_write (station, path, &n, error))
    return NULL;
  return g_strdup_printf (ngettext ("%u answer written", "%u answers written", (gulong)n), (guint)n);
}

/* Answers to publications name a station first, what concerns cases says what it is. */
static gboolean
is_of_cases (const char *path, gboolean *is_of_cases, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) local = NULL;
  g_autoptr (GFileInputStream) input = g_file_read (file, NULL, &local);
  char start[sizeof RECORD] = { 0 };

  if (input == NULL || !g_input_stream_read_all (G_INPUT_STREAM (input), start, sizeof start - 1, NULL, NULL, &local))
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND, _ ("%s cannot be read: %s"), path, local->message);
      return FALSE;
    }
  *is_of_cases = strcmp (start, RECORD) == 0;
  return TRUE;
}

static char *
take_cases (VouchStation *station, const char *path, GError **error)
{
  VouchCaseTaken taken = { 0 };

  if (!vouch_case_file_receive (station, path, &taken, error))
    return NULL;
  return g_strdup_printf (_ ("Taken in · new cases: %u · photos: %u · answers that arrived: %u"), taken.cases,
                          taken.photos, taken.answers);
}

static char *
take_back (VouchStation *station, const char *path, GError **error)
{
  gboolean concerns_cases;
  gint64 n;

  if (!is_of_cases (path, &concerns_cases, error))
    return NULL;
  if (concerns_cases)
    return take_cases (station, path, error);
  if (!vouch_publish_receive (station, path, &n, error))
    return NULL;
  return g_strdup_printf (ngettext ("%u publication was taken", "%u publications were taken", (gulong)n), (guint)n);
}

/**
 * vouch_carried_file_pass:
 * @station: the station
 * @kind: what is wanted
 * @path: the file, on a stick
 * @error: what is wrong with the file, or the database said
 *
 * Writes a file for the lookup service, or takes in one that came from there.
 *
 * Returns: (transfer full) (nullable): how it went, for people
 */
char *
vouch_carried_file_pass (VouchStation *station, VouchCarriedKind kind, const char *path, GError **error)
{
  switch (kind)
    {
    case VOUCH_CARRIED_PUBLICATIONS:
      return write_publications (station, path, error);
    case VOUCH_CARRIED_ANSWERS:
      return write_answers (station, path, error);
    case VOUCH_CARRIED_BACK:
    default:
      return take_back (station, path, error);
    }
}
