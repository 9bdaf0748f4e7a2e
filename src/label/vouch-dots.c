#include "vouch-dots.h"

/* The narrowest element that the use allows, micrometres. */
static const struct
{
  const char *name;
  int x_um;
} uses[] = {
  [VOUCH_CODE_USE_MATRIX] = { "matrix", 396 },
  [VOUCH_CODE_USE_LOGISTIC] = { "logistic", 495 },
  [VOUCH_CODE_USE_INTERNAL] = { "internal", 250 },
  [VOUCH_CODE_USE_CARD] = { "card", 330 },
};

/**
 * vouch_code_use_find:
 * @name: (nullable): a name as templates write it, like "matrix"
 * @use: (out): where to put what it names
 *
 * Returns: whether there is such a use
 */
gboolean
vouch_code_use_find (const char *name, VouchCodeUse *use)
{
  for (gsize i = 0; i < G_N_ELEMENTS (uses); i++)
    {
      if (g_strcmp0 (uses[i].name, name) == 0)
        {
          *use = (VouchCodeUse)i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * vouch_code_use_get_name:
 * @self: what a symbol is for
 *
 * Returns: (transfer none): its name as templates write it
 */
const char *
vouch_code_use_get_name (VouchCodeUse self)
{
  return uses[self].name;
}

/**
 * vouch_code_use_get_dots:
 * @self: what a symbol is for
 * @dpi: the printer's resolution
 *
 * A symbol is never scaled: its module is a whole number of printer dots, the smallest that is wide enough.
 *
 * Returns: the module's width, dots
 */
int
vouch_code_use_get_dots (VouchCodeUse self, guint dpi)
{
  return (int)(((gint64)uses[self].x_um * dpi + VOUCH_UM_PER_INCH - 1) / VOUCH_UM_PER_INCH);
}

/**
 * vouch_dots_from_um:
 * @um: a length, micrometres; negative to the left or upwards
 * @dpi: the printer's resolution
 *
 * Returns: the nearest number of dots
 */
int
vouch_dots_from_um (int um, guint dpi)
{
  if (um < 0)
    return -vouch_dots_from_um (-um, dpi);
  return (int)(((gint64)um * dpi + VOUCH_UM_PER_INCH / 2) / VOUCH_UM_PER_INCH);
}

/**
 * vouch_dots_to_um:
 * @dots: a number of dots, not negative
 * @dpi: the printer's resolution
 *
 * Returns: their length, micrometres, rounded
 */
int
vouch_dots_to_um (int dots, guint dpi)
{
  return (int)(((gint64)dots * VOUCH_UM_PER_INCH + dpi / 2) / dpi);
}
