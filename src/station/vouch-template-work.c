/* The house's own label templates: kept as versions, taken out of use, never lost. */
#include "vouch-template-work.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-label-choice.h"
#include "vouch-label-json.h"
#include "vouch-template-shelf.h"
#include "vouch-template-version-store.h"

#define TEMPLATE_NAME_MAX 60
#define TEMPLATES_MAX 200

static const VouchField request_fields[] = {
  VOUCH_FIELD (VouchTemplateRequest, name, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchTemplateRequest, content, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchTemplateRequest, seen, NUMBER, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchTemplateRequest, vouch_template_request, "template_save", request_fields)

static const VouchField name_fields[] = {
  VOUCH_FIELD (VouchTemplateNameRequest, name, TEXT, VOUCH_FIELD_REQUIRED),
};

VOUCH_DEFINE_RECORD (VouchTemplateNameRequest, vouch_template_name_request, "template_name", name_fields)

/* The name stands in file names, options and print jobs. */
static gboolean
check_name (const char *name, GError **error)
{
  gsize length = strlen (name);

  if (vouch_template_is_built_in (name))
    {
      vouch_set_field_error (error, "name", VOUCH_ERROR_CONFLICT,
                             _ ("“%s” is built in and stays as it is: give your copy another name"), name);
      return FALSE;
    }
  if (g_ascii_isalnum (*name) && length <= TEMPLATE_NAME_MAX &&
      strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789-") == length)
    return TRUE;
  vouch_set_field_error (error, "name", VOUCH_ERROR_INVALID,
                         _ ("A template’s name is up to %d small letters, digits and hyphens"), TEMPLATE_NAME_MAX);
  return FALSE;
}

static gboolean
check_room (VouchAct *act, GError **error)
{
  g_autoptr (GPtrArray) versions = vouch_template_version_store_list (act->conn, error);

  if (versions == NULL || versions->len < TEMPLATES_MAX)
    return versions != NULL;
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("There are %d templates already; remove one"),
               TEMPLATES_MAX);
  return FALSE;
}

static gboolean
find_last (VouchAct *act, const char *name, VouchTemplateVersion **last, GError **error)
{
  g_autoptr (GError) local = NULL;

  *last = vouch_template_version_store_find_last (act->conn, name, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* A name that is taken again after its template was removed goes on counting its versions. */
static gboolean
check_is_new (const VouchTemplateRequest *request, const VouchTemplateVersion *last, GError **error)
{
  if (last == NULL || !last->is_active)
    return TRUE;
  vouch_set_field_error (error, "name", VOUCH_ERROR_CONFLICT,
                         _ ("There is a template “%s” already, version %d: choose another name, or change that one"),
                         request->name, (int)last->version);
  return FALSE;
}

static gboolean
check_seen (const VouchTemplateRequest *request, const VouchTemplateVersion *last, GError **error)
{
  if (request->seen < 0)
    return check_is_new (request, last, error);
  if (request->seen == 0 || (last != NULL && last->version == request->seen))
    return TRUE;
  vouch_set_field_error (error, "seen", VOUCH_ERROR_CONFLICT,
                         _ ("Somebody else has changed template “%s” meanwhile: look at it again"), request->name);
  return FALSE;
}

/* What says the same as the version in force is that version, however its file is written. */
static gboolean
is_in_force (VouchLabelTemplate *template, const VouchTemplateVersion *last)
{
  g_autofree char *content = NULL;

  if (last == NULL || !last->is_active)
    return FALSE;
  template->version = (int)last->version;
  content = vouch_label_json_write (template);
  return strcmp (content, last->content) == 0;
}

static gboolean
put_away (VouchAct *act, VouchTemplateVersion *version, GError **error)
{
  if (version == NULL || !version->is_active)
    return TRUE;
  version->is_active = FALSE;
  return vouch_act_update (act, &vouch_template_version_type, version, error);
}

static gboolean
keep (VouchAct *act, VouchLabelTemplate *template, VouchTemplateVersion *last, VouchDone *done, GError **error)
{
  g_autoptr (VouchTemplateVersion) version = vouch_template_version_new ();

  template->version = last != NULL ? (int)last->version + 1 : 1;
  version->id = vouch_act_next_id (act);
  version->name = g_strdup (template->name);
  version->version = template->version;
  version->content = vouch_label_json_write (template);
  version->is_active = TRUE;
  version->changed_by = vouch_act_get_actor_id (act);
  version->changed_at = vouch_act_get_now (act);
  done->id = version->id;
  done->number = g_strdup (version->name);
  return put_away (act, last, error) && vouch_act_insert (act, &vouch_template_version_type, version, error);
}

static gboolean
save (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchTemplateRequest *request = data;
  g_autoptr (VouchLabelTemplate) template = NULL;
  g_autoptr (VouchTemplateVersion) last = NULL;

  if (!check_name (request->name, error))
    return FALSE;
  template = vouch_label_json_read (request->name, request->content, -1, error);
  if (template == NULL || !find_last (act, request->name, &last, error) || !check_seen (request, last, error) ||
      !vouch_label_check_named (act->conn, request->name, template, error) ||
      (last == NULL && !check_room (act, error)))
    return FALSE;
  if (is_in_force (template, last))
    {
      ((VouchDone *)answer)->id = last->id;
      ((VouchDone *)answer)->number = g_strdup (last->name);
      return TRUE;
    }
  return keep (act, template, last, answer, error);
}

/* Its versions stay, for what was printed by them. */
static gboolean
remove_template (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchTemplateNameRequest *request = data;
  g_autoptr (VouchTemplateVersion) last = NULL;

  if (!check_name (request->name, error) || !find_last (act, request->name, &last, error))
    return FALSE;
  if (last == NULL || !last->is_active)
    {
      vouch_set_field_error (error, "name", VOUCH_ERROR_NOT_FOUND,
                             _ ("There is no label template “%s”: choose one of the list"), request->name);
      return FALSE;
    }
  ((VouchDone *)answer)->id = last->id;
  ((VouchDone *)answer)->number = g_strdup (last->name);
  return vouch_label_check_named (act->conn, last->name, NULL, error) && put_away (act, last, error);
}

const VouchUseCase vouch_template_save = {
  .name = "label_template.save",
  .permission = VOUCH_PERMISSION_MANAGE_TEMPLATES,
  .request = &vouch_template_request_type,
  .answer = &vouch_done_type,
  .act = save,
};

const VouchUseCase vouch_template_remove = {
  .name = "label_template.remove",
  .permission = VOUCH_PERMISSION_MANAGE_TEMPLATES,
  .request = &vouch_template_name_request_type,
  .answer = &vouch_done_type,
  .act = remove_template,
};
