#include "vouch-length.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-quantity.h"

#define MILLIONTHS_PER_THOUSANDTH 1000
#define LENGTH_MAX_UM 10000000

/**
 * vouch_length_parse:
 * @text: millimetres, with a point or, as many write it, a comma; "" is none
 * @field: whose length it is
 * @um: (out): micrometres
 * @error: INVALID if it is no length
 *
 * Returns: whether @text is a length
 */
gboolean
vouch_length_parse (const char *text, const char *field, gint64 *um, GError **error)
{
  g_autofree char *pointed = g_strdelimit (g_strstrip (g_strdup (text)), ",", '.');
  const char *digits = *pointed == '+' ? pointed + 1 : pointed;
  gint64 millionths = 0;

  if (*digits == '\0' ||
      (vouch_quantity_parse (digits, &millionths, NULL) && millionths % MILLIONTHS_PER_THOUSANDTH == 0 &&
       ABS (millionths / MILLIONTHS_PER_THOUSANDTH) <= LENGTH_MAX_UM))
    {
      *um = millionths / MILLIONTHS_PER_THOUSANDTH;
      return TRUE;
    }
  vouch_set_field_error (error, field, VOUCH_ERROR_INVALID, _ ("“%s” is no length in millimetres: write 0.5, or 60"),
                         text);
  return FALSE;
}

/**
 * vouch_length_parse_size:
 * @text: "60x40", with a letter, a star or the sign for it; "" is 0 by 0
 * @field: whose size it is
 * @width_um: (out): micrometres
 * @height_um: (out): micrometres
 * @error: INVALID if it is no size
 *
 * Returns: whether @text is a size
 */
gboolean
vouch_length_parse_size (const char *text, const char *field, gint64 *width_um, gint64 *height_um, GError **error)
{
  g_autofree char *lower = g_ascii_strdown (text, -1);
  g_autoptr (GString) plain = g_string_new (lower);
  g_auto (GStrv) sides = NULL;

  g_string_replace (plain, "×", "x", 0);
  g_string_replace (plain, "*", "x", 0);
  g_string_replace (plain, "mm", "", 0);
  sides = g_strsplit (plain->str, "x", -1);
  if (*g_strstrip (plain->str) == '\0')
    {
      *width_um = *height_um = 0;
      return TRUE;
    }
  if (g_strv_length (sides) == 2)
    return vouch_length_parse (sides[0], field, width_um, error) &&
           vouch_length_parse (sides[1], field, height_um, error);
  vouch_set_field_error (error, field, VOUCH_ERROR_INVALID,
                         _ ("“%s” is no size: write width and height in millimetres, like 60x40"), text);
  return FALSE;
}

/**
 * vouch_length_to_string:
 * @um: micrometres
 *
 * Returns: (transfer full): millimetres
 */
char *
vouch_length_to_string (gint64 um)
{
  return vouch_quantity_to_string (um * MILLIONTHS_PER_THOUSANDTH);
}

/**
 * vouch_length_size_to_string:
 * @width_um: micrometres
 * @height_um: micrometres
 *
 * Returns: (transfer full): "60x40"
 */
char *
vouch_length_size_to_string (gint64 width_um, gint64 height_um)
{
  g_autofree char *width = vouch_length_to_string (width_um);
  g_autofree char *height = vouch_length_to_string (height_um);

  return g_strdup_printf ("%sx%s", width, height);
}
