/* What a house's labels look like: which template those of a purpose are made with, and in which language. */
#include "vouch-label-choice.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-policy-rule.h"
#include "vouch-template-shelf.h"

/* What the house says, or what is built in for it; labels of a table have none of their own. */
static char *
dup_usual (VouchConn *conn, VouchPrintPurpose purpose)
{
  g_autofree char *policy =
      g_strdup_printf ("template-%s", vouch_enum_get_name (&vouch_print_purpose_values, (int)purpose));
  const VouchPolicyRule *rule = vouch_policy_table_find (policy);
  g_autofree char *value = rule != NULL ? vouch_policy_dup (conn, policy) : NULL;

  if (value != NULL && *value != '\0')
    return g_steal_pointer (&value);
  return rule != NULL ? g_strdup (rule->fallback) : NULL;
}

/* A template that says what it is for is for nothing else, so that no release label hangs on goods on hold. */
static gboolean
check_purpose (const VouchLabelTemplate *template, VouchPrintPurpose purpose, GError **error)
{
  int meant = template->purpose != NULL ? vouch_enum_find (&vouch_print_purpose_values, template->purpose) : -1;

  if (template->purpose == NULL || (meant < 0 ? purpose == VOUCH_PRINT_PURPOSE_OTHER : meant == (int)purpose))
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
