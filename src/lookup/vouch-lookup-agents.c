#include "vouch-lookup-agents.h"

#include <gio/gio.h>
#include <string.h>

#include "vouch-lookup-resources.h"

struct _VouchLookupAgents
{
  char **parts; /* small letters, none empty */
};

static char **
read_parts (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);
      g_autofree char *part = g_ascii_strdown (line, -1);

      if (*part != '\0' && *part != '#')
        g_strv_builder_add (parts, part);
    }
  return g_strv_builder_end (parts);
}

/**
 * vouch_lookup_agents_load:
 * @data_dir: the service's folder
 *
 * Loads the list of programs that are no customers.
 *
 * Returns: (transfer full): the list
 */
VouchLookupAgents *
vouch_lookup_agents_load (const char *data_dir)
{
  VouchLookupAgents *self = g_new0 (VouchLookupAgents, 1);
  g_autofree char *path = g_build_filename (data_dir, "agents.txt", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) compiled_in = NULL;

  if (g_file_get_contents (path, &text, NULL, NULL))
    {
      self->parts = read_parts (text);
      return self;
    }
  compiled_in = g_resource_lookup_data (vouch_lookup_get_resource (), "/app/vouch/Lookup/agents.txt", 0, NULL);
  self->parts = read_parts (g_bytes_get_data (compiled_in, NULL));
  return self;
}

/**
 * vouch_lookup_agents_free:
 * @self: (nullable): a list
 *
 * Frees a list.
 */
void
vouch_lookup_agents_free (VouchLookupAgents *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->parts);
  g_free (self);
}

/* A page that is fetched before anybody looks at it is not a query. */
static gboolean
is_prefetch (VouchLookupRequest *request)
{
  static const char *const headers[] = { "Sec-Purpose", "Purpose", "X-Purpose", "X-Moz" };

  for (gsize i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      const char *value = vouch_lookup_request_get_header (request, headers[i]);

      if (value != NULL && (strstr (value, "prefetch") != NULL || strstr (value, "prerender") != NULL ||
                            strstr (value, "preview") != NULL))
        return TRUE;
    }
  return FALSE;
}

/**
 * vouch_lookup_agents_is_customer:
 * @self: the list
 * @request: a request
 *
 * Says whether a request is somebody's query, and so counts.
 *
 * Returns: whether it counts
 */
gboolean
vouch_lookup_agents_is_customer (const VouchLookupAgents *self, VouchLookupRequest *request)
{
  const char *agent = vouch_lookup_request_get_header (request, "User-Agent");
  g_autofree char *small = g_ascii_strdown (agent != NULL ? agent : "", -1);

  if (vouch_lookup_request_get_method (request) != VOUCH_LOOKUP_METHOD_GET || is_prefetch (request))
    return FALSE;
  for (gsize i = 0; self->parts[i] != NULL; i++)
    if (strstr (small, self->parts[i]) != NULL)
      return FALSE;
  return TRUE;
}
