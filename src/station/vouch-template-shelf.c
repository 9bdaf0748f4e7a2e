/* All label templates of a station, built in or made by the house. */
#include "vouch-template-shelf.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-label-json.h"
#include "vouch-template-version-store.h"

static const VouchField entry_fields[] = {
  VOUCH_FIELD (VouchTemplateEntry, name, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchTemplateEntry, version, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchTemplateEntry, title, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchTemplateEntry, title_en, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchTemplateEntry, purpose, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchTemplateEntry, width_um, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchTemplateEntry, height_um, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchTemplateEntry, is_built_in, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchTemplateEntry, changed_at, TIME, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchTemplateEntry, vouch_template_entry, "label_template", entry_fields)

/**
 * vouch_template_is_built_in:
 * @name: a template's name
 *
 * Returns: whether Vouch itself brings it; such a one can be copied, not changed
 */
gboolean
vouch_template_is_built_in (const char *name)
{
  g_auto (GStrv) names = vouch_label_template_list_names ();

  return g_strv_contains ((const char *const *)names, name);
}

/**
 * vouch_template_load:
 * @conn: a connection
 * @name: a template
 * @error: NOT_FOUND if there is none of that name in use
 *
 * Returns: (transfer full) (nullable): the template
 */
VouchLabelTemplate *
vouch_template_load (VouchConn *conn, const char *name, GError **error)
{
  g_autoptr (VouchTemplateVersion) version = NULL;
  g_autoptr (GError) local = NULL;

  if (vouch_template_is_built_in (name))
    return vouch_label_template_load (name, error);
  version = vouch_template_version_store_find (conn, name, &local);
  if (version != NULL)
    return vouch_label_json_read (name, version->content, -1, error);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    vouch_set_field_error (error, "template", VOUCH_ERROR_NOT_FOUND,
                           _ ("There is no label template “%s”: choose one of the list"), name);
  return NULL;
}

static VouchTemplateEntry *
make_entry (const VouchLabelTemplate *template, gint64 changed_at)
{
  VouchTemplateEntry *entry = vouch_template_entry_new ();

  entry->name = g_strdup (template->name);
  entry->version = template->version;
  entry->title = g_strdup (template->title);
  entry->title_en = g_strdup (template->title_en);
  entry->purpose = g_strdup (template->purpose);
  entry->width_um = template->width_um;
  entry->height_um = template->height_um;
  entry->is_built_in = changed_at == 0;
  entry->changed_at = changed_at;
  return entry;
}

static gboolean
add_own (VouchConn *conn, GPtrArray *entries, GError **error)
{
  g_autoptr (GPtrArray) versions = vouch_template_version_store_list (conn, error);

  for (guint i = 0; versions != NULL && i < versions->len; i++)
    {
      const VouchTemplateVersion *version = g_ptr_array_index (versions, i);
      g_autoptr (VouchLabelTemplate) template = vouch_label_json_read (version->name, version->content, -1, error);

      if (template == NULL)
        return FALSE;
      g_ptr_array_add (entries, make_entry (template, version->changed_at));
    }
  return versions != NULL;
}

/**
 * vouch_template_list:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchTemplateEntry): the templates that labels can be made with,
 *   those that are built in first
 */
GPtrArray *
vouch_template_list (VouchConn *conn, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_template_entry_free);
  g_auto (GStrv) names = vouch_label_template_list_names ();

  for (char **name = names; *name != NULL; name++)
    {
      g_autoptr (VouchLabelTemplate) template = vouch_label_template_load (*name, error);

      if (template == NULL)
        return NULL;
      g_ptr_array_add (entries, make_entry (template, 0));
    }
  return add_own (conn, entries, error) ? g_steal_pointer (&entries) : NULL;
}

/**
 * vouch_template_dup_mark:
 * @template: a template
 *
 * Returns: (transfer full): its name and version, as print jobs name it
 */
char *
vouch_template_dup_mark (const VouchLabelTemplate *template)
{
  return g_strdup_printf ("%s@%d", template->name, template->version);
}

/**
 * vouch_template_is_new:
 * @conn: a connection
 * @template: a template
 * @is_new: (out): whether nothing was printed with this version yet
 * @error: what the database said
 *
 * Of what is printed first after a template changed, more is read back.
 *
 * Returns: whether it is known
 */
gboolean
vouch_template_is_new (VouchConn *conn, const VouchLabelTemplate *template, gboolean *is_new, GError **error)
{
  g_autofree char *mark = vouch_template_dup_mark (template);
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchPrintJob) job = vouch_template_version_store_find_job (conn, mark, &local);

  *is_new = job == NULL;
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
