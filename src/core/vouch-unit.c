#include "vouch-unit.h"

/* What is measured, and how many of its smallest unit one of the unit is. */
static const struct
{
  const char *name;
  char quantity;
  gint64 size;
} units[] = {
  { "mg", 'm', 1 },      { "g", 'm', 1000 },   { "kg", 'm', 1000000 }, { "t", 'm', 1000000000 }, { "µm", 'l', 1 },
  { "mm", 'l', 1000 },   { "cm", 'l', 10000 }, { "m", 'l', 1000000 },  { "µL", 'v', 1 },         { "mL", 'v', 1000 },
  { "L", 'v', 1000000 }, { "s", 't', 1 },      { "min", 't', 60 },     { "mV", 'e', 1 },         { "V", 'e', 1000 },
};

/* A gauge may write KG or ml; no two units of the table differ only in their case. */
static int
find (const char *name)
{
  for (gsize i = 0; name != NULL && i < G_N_ELEMENTS (units); i++)
    if (g_ascii_strcasecmp (units[i].name, name) == 0)
      return (int)i;
  return -1;
}

/**
 * vouch_unit_is_same:
 * @a: (nullable): a unit
 * @b: (nullable): another
 *
 * Returns: whether they are the same unit, however a gauge writes it
 */
gboolean
vouch_unit_is_same (const char *a, const char *b)
{
  return a == b || (a != NULL && b != NULL && g_ascii_strcasecmp (a, b) == 0);
}

/**
 * vouch_unit_find_factor:
 * @from: the unit of a value
 * @to: the wanted one
 * @numerator: (out): of the factor
 * @denominator: (out): of the factor
 *
 * Returns: whether a value in @from is one in @to times the factor; %FALSE where they measure different things
 */
gboolean
vouch_unit_find_factor (const char *from, const char *to, gint64 *numerator, gint64 *denominator)
{
  int a = find (from), b = find (to);

  *numerator = *denominator = 1;
  if (vouch_unit_is_same (from, to))
    return TRUE;
  if (a < 0 || b < 0 || units[a].quantity != units[b].quantity)
    return FALSE;
  *numerator = units[a].size;
  *denominator = units[b].size;
  return TRUE;
}
