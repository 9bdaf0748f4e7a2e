#include "vouch-policy-rule.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-text.h"
#include "vouch-trace-address.h"

static const char *const kind_names[] = { "text", "number", "choice", "yes_no", "host", NULL };
const VouchEnum vouch_policy_kind_values = { kind_names };

/* Where @value stands among the choices; -1: nowhere. */
static int
find_choice (const VouchPolicyRule *self, const char *value)
{
  for (int i = 0; self->choices[i].value != NULL; i++)
    if (g_str_equal (self->choices[i].value, value))
      return i;
  return -1;
}

/**
 * vouch_policy_rule_parse:
 * @self: a policy's description
 * @value: a value
 * @number: (out): the number; of a choice its place in the table; of yes and no 1 and 0; of a text 0
 *
 * Returns: whether @value is one that the policy can have
 */
gboolean
vouch_policy_rule_parse (const VouchPolicyRule *self, const char *value, gint64 *number)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  *number = 0;
  switch (self->kind)
    {
    case VOUCH_POLICY_KIND_NUMBER:
      return g_ascii_string_to_signed (value, 10, self->low, self->high, number, NULL);
    case VOUCH_POLICY_KIND_CHOICE:
    case VOUCH_POLICY_KIND_YES_NO:
      *number = find_choice (self, value);
      return *number >= 0;
    case VOUCH_POLICY_KIND_HOST:
      return vouch_trace_host_is_valid (value);
    case VOUCH_POLICY_KIND_TEXT:
    default:
      return vouch_text_check_line (value, "value", VOUCH_TEXT_NAME_MAX, NULL);
    }
}

static char *
join_choices (const VouchPolicyRule *self)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; self->choices[i].value != NULL; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", self->choices[i].value);
  return g_string_free (text, FALSE);
}

/**
 * vouch_policy_rule_dup_range:
 * @self: a policy's description
 *
 * Returns: (transfer full): which values it can have, for people: "1 to 1023", "yes, no"
 */
char *
vouch_policy_rule_dup_range (const VouchPolicyRule *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->kind)
    {
    case VOUCH_POLICY_KIND_NUMBER:
      if (self->unit != NULL)
        /* TRANSLATORS: a range and its unit, like "0 to 100 % of the shelf life" */
        return g_strdup_printf (_ ("%d to %d %s"), (int)self->low, (int)self->high, _ (self->unit));
      return g_strdup_printf (_ ("%d to %d"), (int)self->low, (int)self->high);
    case VOUCH_POLICY_KIND_CHOICE:
    case VOUCH_POLICY_KIND_YES_NO:
      return join_choices (self);
    case VOUCH_POLICY_KIND_HOST:
      return g_strdup (_ ("a host name like q.example.cn"));
    case VOUCH_POLICY_KIND_TEXT:
    default:
      return g_strdup_printf (_ ("one line of at most %d bytes"), VOUCH_TEXT_NAME_MAX);
    }
}

/**
 * vouch_policy_rule_dup_shown:
 * @self: a policy's description
 * @value: (nullable): its value
 *
 * Returns: (transfer full): the value as people read it; "" for none
 */
char *
vouch_policy_rule_dup_shown (const VouchPolicyRule *self, const char *value)
{
  int choice;

  g_return_val_if_fail (self != NULL, NULL);

  if (value == NULL)
    return g_strdup ("");
  choice = self->choices != NULL ? find_choice (self, value) : -1;
  if (choice >= 0)
    return g_strdup (_ (self->choices[choice].label));
  if (self->unit != NULL)
    /* TRANSLATORS: a number and its unit */
    return g_strdup_printf (_ ("%s %s"), value, _ (self->unit));
  return g_strdup (value);
}

/**
 * vouch_policy_rule_check:
 * @self: a policy's description
 * @value: (nullable): a value; %NULL for the default
 * @error: INVALID with the field "value", the policy and its range
 *
 * Returns: whether a person may set it to @value
 */
gboolean
vouch_policy_rule_check (const VouchPolicyRule *self, const char *value, GError **error)
{
  g_autofree char *range = NULL;
  g_autofree char *shown = NULL;
  gint64 number;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->set_by != NULL)
    {
      vouch_set_field_error (error, "name", VOUCH_ERROR_INVALID, _ ("“%s” is not set by hand. %s."), self->name,
                             _ (self->set_by));
      return FALSE;
    }
  if (value != NULL ? vouch_policy_rule_parse (self, value, &number) : self->kind != VOUCH_POLICY_KIND_HOST)
    return TRUE;
  range = vouch_policy_rule_dup_range (self);
  shown = vouch_text_show (value != NULL ? value : "", -1);
  vouch_set_field_error (error, "value", VOUCH_ERROR_INVALID, _ ("“%s” does not fit %s: %s"), shown, self->name, range);
  return FALSE;
}

/**
 * vouch_policy_rule_get_title:
 * @self: a policy's description
 *
 * Returns: (transfer none): its name in the user's language
 */
const char *
vouch_policy_rule_get_title (const VouchPolicyRule *self)
{
  return _ (self->title);
}

/**
 * vouch_policy_rule_get_meaning:
 * @self: a policy's description
 *
 * Returns: (transfer none): what it does, in the user's language
 */
const char *
vouch_policy_rule_get_meaning (const VouchPolicyRule *self)
{
  return _ (self->meaning);
}

/**
 * vouch_policy_rule_get_source:
 * @self: a policy's description
 *
 * Returns: (transfer none): the law or standard behind it, in the user's language
 */
const char *
vouch_policy_rule_get_source (const VouchPolicyRule *self)
{
  return self->source != NULL ? _ (self->source) : _ ("Rule of the house");
}
