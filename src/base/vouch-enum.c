#include "vouch-enum.h"

/**
 * vouch_enum_get_name:
 * @self: an enumeration
 * @value: any number
 *
 * Returns: (transfer none) (nullable): the value's name, or %NULL where there is no such value
 */
const char *
vouch_enum_get_name (const VouchEnum *self, int value)
{
  for (int i = 0; value >= 0 && self->names[i] != NULL; i++)
    if (i == value)
      return self->names[i];
  return NULL;
}

/**
 * vouch_enum_find:
 * @self: an enumeration
 * @name: (nullable): a value's name
 *
 * Returns: the value, or -1
 */
int
vouch_enum_find (const VouchEnum *self, const char *name)
{
  for (int i = 0; name != NULL && self->names[i] != NULL; i++)
    if (g_str_equal (self->names[i], name))
      return i;
  return -1;
}
