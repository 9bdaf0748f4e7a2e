/* Used while Vouch is built: prints a header with the fingerprint of a schema, from the bundle of its migrations.
 *
 * vouch-fingerprint BUNDLE FOLDER NAME */
#include "vouch-schema.h"

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GResource) bundle = NULL;
  g_autofree char *fingerprint = NULL;
  VouchSchema schema = { .what = "new" };

  if (argc != 4)
    return 2;
  bundle = g_resource_load (argv[1], &error);
  schema.resources = bundle;
  schema.folder = argv[2];
  fingerprint = bundle != NULL ? vouch_schema_dup_fingerprint (&schema, &error) : NULL;
  if (fingerprint == NULL)
    {
      g_printerr ("vouch-fingerprint: %s\n", error->message);
      return 1;
    }
  g_print ("#define %s \"%s\"\n", argv[3], fingerprint);
  return 0;
}
