#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VouchEnum:
 * @names: the values' names as stored and as in JSON, lower snake case, by value from 0; ends with %NULL
 */
typedef struct
{
  const char *const *names;
} VouchEnum;

const char *vouch_enum_get_name (const VouchEnum *self, int value);
int vouch_enum_find (const VouchEnum *self, const char *name);

G_END_DECLS
