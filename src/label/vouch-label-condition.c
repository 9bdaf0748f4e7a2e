/* "expiry", "!expiry", "status=released", "status!=released": when an element is shown. No more than that: a label is
 * data, and whoever reads the template must see at once what it prints. */
#include "vouch-label-condition.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"

typedef struct
{
  const char *field;
  gsize field_length;
  const char *value; /* NULL: it only has to be set */
  gboolean negated;
} Condition;

static Condition
take_apart (const char *text)
{
  Condition self = { .field = text };
  const char *equals;

  if (*text == '!')
    {
      self.negated = TRUE;
      self.field++;
    }
  self.field_length = strlen (self.field);
  equals = strchr (self.field, '=');
  if (equals == NULL)
    return self;
  self.value = equals + 1;
  self.field_length = (gsize)(equals - self.field);
  if (self.field_length > 0 && equals[-1] == '!')
    {
      self.negated = TRUE;
      self.field_length--;
    }
  return self;
}

/**
 * vouch_label_condition_dup_field:
 * @condition: a condition
 * @error: INVALID if it is none
 *
 * Returns: (transfer full) (nullable): the field that it asks about
 */
char *
vouch_label_condition_dup_field (const char *condition, GError **error)
{
  Condition self = take_apart (condition);
  gboolean twice = *condition == '!' && self.value != NULL;

  if (self.field_length > 0 && !twice && (self.value == NULL || *self.value != '\0') &&
      memchr (self.field, '!', self.field_length) == NULL)
    return g_strndup (self.field, self.field_length);
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
               _ ("“%s” is no condition: write a field, !field, field=value or field!=value"), condition);
  return NULL;
}

/**
 * vouch_label_condition_holds:
 * @condition: (nullable): a condition; %NULL always holds
 * @fields: (element-type utf8 utf8): what is on the label
 *
 * Returns: whether it holds; a field that is empty is not set
 */
gboolean
vouch_label_condition_holds (const char *condition, GHashTable *fields)
{
  g_autofree char *name = NULL;
  const char *value;
  Condition self;

  if (condition == NULL)
    return TRUE;
  self = take_apart (condition);
  name = g_strndup (self.field, self.field_length);
  value = g_hash_table_lookup (fields, name);
  if (value == NULL)
    value = "";
  return (self.value != NULL ? strcmp (value, self.value) == 0 : *value != '\0') != self.negated;
}
