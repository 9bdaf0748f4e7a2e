#include "vouch-trust-file.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-publish-work.h"
#include "vouch-record-json.h"

/**
 * vouch_trust_file_give:
 * @station: a station
 * @path: (nullable): where its trust line goes
 * @error: STORAGE if the file cannot be written
 *
 * Returns: (transfer full) (nullable): the line itself, as JSON and as text; with a file, the file's name
 */
VouchAnswer *
vouch_trust_file_give (VouchStation *station, const char *path, GError **error)
{
  g_autofree char *line = vouch_publish_dup_trust (station);
  g_autofree char *text = g_strconcat (line, "\n", NULL);
  g_autoptr (GError) local = NULL;
  VouchAnswer *answer;
  JsonObject *object;

  if (path == NULL)
    {
      object = vouch_json_parse_object (line, -1, error);
      return object != NULL ? vouch_answer_new (object, g_steal_pointer (&line)) : NULL;
    }
  if (!g_file_set_contents (path, text, -1, &local))
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("%s cannot be written: %s"), path, local->message);
      return NULL;
    }
  answer = vouch_answer_new (json_object_new (), g_strdup_printf (_ ("Written: %s"), path));
  json_object_set_string_member (answer->json, "trust", path);
  return answer;
}
