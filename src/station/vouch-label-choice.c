/* What a house's labels look like: which template those of a purpose are made with, and in which language. */
#include "vouch-label-choice.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-policy-work.h"
#include "vouch-template-shelf.h"
#include "vouch-text.h"

#define POLICY_START "template-"

/* What the house says, or what is built in for it; labels of a table have none of their own. */
static char *
dup_usual (VouchConn *conn, VouchPrintPurpose purpose)
{
  g_autofree char *policy =
      g_strconcat (POLICY_START, vouch_enum_get_name (&vouch_print_purpose_values, (int)purpose), NULL);
  const VouchPolicyRule *rule = vouch_policy_table_find (policy);
  g_autofree char *value = rule != NULL ? vouch_policy_dup (conn, policy) : NULL;

  if (value != NULL && *value != '\0')
    return g_steal_pointer (&value);
  return rule != NULL ? g_strdup (rule->fallback) : NULL;
}

/* A template that says what it is for is for nothing else, so that no release label hangs on goods on hold. */
static gboolean
fits_purpose (const char *meant, VouchPrintPurpose purpose)
{
  int known = meant != NULL ? vouch_enum_find (&vouch_print_purpose_values, meant) : -1;

  return meant == NULL || (known < 0 ? purpose == VOUCH_PRINT_PURPOSE_OTHER : known == (int)purpose);
}

static gboolean
check_purpose (const VouchLabelTemplate *template, VouchPrintPurpose purpose, GError **error)
{
  if (fits_purpose (template->purpose, purpose))
    return TRUE;
  vouch_set_field_error (error, "template", VOUCH_ERROR_DENIED,
                         _ ("Label template %s is for “%s”: choose one that is for “%s”"), template->name,
                         template->purpose, vouch_enum_get_name (&vouch_print_purpose_values, (int)purpose));
  return FALSE;
}

/**
 * vouch_label_choose_template:
 * @conn: a connection
 * @purpose: which labels
 * @name: (nullable): a template that was asked for, or a job's, with its version; %NULL for the house's usual one
 * @error: NOT_FOUND if there is no such template; DENIED if it is for other labels; also if none is named where there
 * is no usual one
 *
 * Returns: (transfer full) (nullable): the template
 */
VouchLabelTemplate *
vouch_label_choose_template (VouchConn *conn, VouchPrintPurpose purpose, const char *name, GError **error)
{
  g_autofree char *chosen = name != NULL ? g_strdup (name) : dup_usual (conn, purpose);
  g_autoptr (VouchLabelTemplate) template = NULL;

  if (chosen == NULL)
    {
      vouch_set_field_error (error, "template", VOUCH_ERROR_DENIED, _ ("Name a label template"));
      return NULL;
    }
  if (strchr (chosen, '@') != NULL)
    *strchr (chosen, '@') = '\0';
  template = vouch_template_load (conn, chosen, error);
  return template != NULL && check_purpose (template, purpose, error) ? g_steal_pointer (&template) : NULL;
}

/**
 * vouch_label_choose_language:
 * @conn: a connection
 *
 * Returns: (transfer full) (nullable): the language that the house has its labels in; %NULL for both
 */
char *
vouch_label_choose_language (VouchConn *conn)
{
  g_autofree char *language = vouch_policy_dup (conn, "label-language");

  return g_strcmp0 (language, "zh") == 0 || g_strcmp0 (language, "en") == 0 ? g_steal_pointer (&language) : NULL;
}

static char *
join_names (const GPtrArray *entries, VouchPrintPurpose purpose)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const VouchTemplateEntry *entry = g_ptr_array_index (entries, i);

      if (fits_purpose (entry->purpose, purpose))
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", entry->name);
    }
  return g_string_free (names, FALSE);
}

static const VouchTemplateEntry *
find_entry (const GPtrArray *entries, const char *name)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const VouchTemplateEntry *entry = g_ptr_array_index (entries, i);

      if (g_strcmp0 (entry->name, name) == 0)
        return entry;
    }
  return NULL;
}

/**
 * vouch_label_check_usual:
 * @conn: a connection
 * @policy: the name of a policy
 * @name: (nullable): what it is to be; %NULL for what is built in
 * @error: INVALID with the field "value" and the templates that can be
 *
 * What nobody could print is said when it is chosen, not when a label is needed.
 *
 * Returns: whether @policy names no template, or @name is one for such labels
 */
gboolean
vouch_label_check_usual (VouchConn *conn, const char *policy, const char *name, GError **error)
{
  int purpose = g_str_has_prefix (policy, POLICY_START)
                    ? vouch_enum_find (&vouch_print_purpose_values, policy + strlen (POLICY_START))
                    : -1;
  g_autoptr (GPtrArray) entries = NULL;
  const VouchTemplateEntry *entry;
  g_autofree char *names = NULL;
  g_autofree char *shown = NULL;

  if (purpose < 0 || name == NULL)
    return TRUE;
  entries = vouch_template_list (conn, error);
  if (entries == NULL)
    return FALSE;
  entry = find_entry (entries, name);
  if (entry != NULL && fits_purpose (entry->purpose, (VouchPrintPurpose)purpose))
    return TRUE;
  names = join_names (entries, (VouchPrintPurpose)purpose);
  shown = vouch_text_show (name, -1);
  if (entry != NULL)
    vouch_set_field_error (error, "value", VOUCH_ERROR_INVALID, _ ("Label template %s is for “%s”. Choose one of: %s"),
                           shown, entry->purpose, names);
  else
    vouch_set_field_error (error, "value", VOUCH_ERROR_INVALID,
                           _ ("There is no label template “%s”. Choose one of: %s"), shown, names);
  return FALSE;
}

/**
 * vouch_label_check_named:
 * @conn: a connection
 * @name: a template that is to be changed or removed
 * @next: (nullable): what it is to be; %NULL if it is to be removed
 * @error: CONFLICT with the rule that names it
 *
 * Returns: whether every rule of the house that names the template still has one for its labels
 */
gboolean
vouch_label_check_named (VouchConn *conn, const char *name, const VouchLabelTemplate *next, GError **error)
{
  for (int i = 0; vouch_enum_get_name (&vouch_print_purpose_values, i) != NULL; i++)
    {
      g_autofree char *usual = dup_usual (conn, (VouchPrintPurpose)i);

      if (g_strcmp0 (usual, name) != 0 || (next != NULL && fits_purpose (next->purpose, (VouchPrintPurpose)i)))
        continue;
      vouch_set_field_error (error, "name", VOUCH_ERROR_CONFLICT,
                             _ ("The rule %s%s names label template “%s”: change the rule first"), POLICY_START,
                             vouch_enum_get_name (&vouch_print_purpose_values, i), name);
      return FALSE;
    }
  return TRUE;
}
