#include "vouch-template-version-store.h"

#include "vouch-row.h"

/**
 * vouch_template_version_store_list:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchTemplateVersion): the templates that are in use, by name
 */
GPtrArray *
vouch_template_version_store_list (VouchConn *conn, GError **error)
{
  return vouch_row_take_all (
      vouch_row_prepare_select (conn, &vouch_template_version_type, "WHERE is_active = 1 ORDER BY name", error),
      &vouch_template_version_type, (GDestroyNotify)vouch_template_version_free, error);
}

/**
 * vouch_template_version_store_find:
 * @conn: a connection
 * @name: what to look for
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): the version that is in use; %NULL without an error where there is none
 */
VouchTemplateVersion *
vouch_template_version_store_find (VouchConn *conn, const char *name, GError **error)
{
  return vouch_row_find (conn, &vouch_template_version_type, "WHERE name = ?1 AND is_active = 1", name, error);
}

/**
 * vouch_template_version_store_find_last:
 * @conn: a connection
 * @name: what to look for
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): the last version there was, in use or not; %NULL without an error where there is
 *   none
 */
VouchTemplateVersion *
vouch_template_version_store_find_last (VouchConn *conn, const char *name, GError **error)
{
  return vouch_row_find (conn, &vouch_template_version_type, "WHERE name = ?1 ORDER BY version DESC LIMIT 1", name,
                         error);
}

/**
 * vouch_template_version_store_find_job:
 * @conn: a connection
 * @template: a template as print jobs name it, with its version
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): a print job that used it; %NULL without an error where there is none
 */
VouchPrintJob *
vouch_template_version_store_find_job (VouchConn *conn, const char *template, GError **error)
{
  return vouch_row_find (conn, &vouch_print_job_type, "WHERE template = ?1 LIMIT 1", template, error);
}
