#include "vouch-sample-data-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-sample-resources.h"

#define FOLDER "/app/vouch/Station/sample/"

/**
 * vouch_sample_data_load:
 * @name: a data file's name
 * @error: STORAGE if the program was built without it
 *
 * Returns: (transfer full) (nullable): the file's array of objects
 */
JsonArray *
vouch_sample_data_load (const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (vouch_sample_get_resource (), path, 0, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonNode *root;

  if (bytes != NULL &&
      json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes), NULL))
    {
      root = json_parser_get_root (parser);
      if (root != NULL && JSON_NODE_HOLDS_ARRAY (root))
        return json_array_ref (json_node_get_array (root));
    }
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("The example data file %s cannot be read"), name);
  return NULL;
}
