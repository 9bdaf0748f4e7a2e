#include "vouch-variables-letter.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-sampling-aql.h"

#define FIRST_AQL 5 /* 0.10 among those of sampling by attributes */

static const char known_letters[] = "BCDEFGHIJKLMNP"; /* letter I is used, letter O is not */

/* Table A-2. The last lot size of each line; the line after them has no limit. */
static const gint64 lot_limits[] = { 8, 15, 25, 50, 90, 150, 280, 400, 500, 1200, 3200, 10000, 35000, 150000, 500000 };
static const char *const levels[] = { "S-3", "S-4", "I", "II", "III", NULL };
static const char level_letters[][G_N_ELEMENTS (lot_limits) + 2] = {
  "BBBBBBBCCDEFGHHH", /* S-3 */
  "BBBBBCDEEFGHIJKK", /* S-4 */
  "BBBCDEFGGHIJKLMN", /* I */
  "BBCDEFGHIJKLMNPP", /* II */
  "CDEFGHIJJKLMNPPP", /* III */
};

static const char *const method_ids[] = { "s", "sigma", NULL };

/**
 * vouch_variables_method_get_id:
 * @method: a method
 *
 * Returns: (transfer none): its name in JSON and in the database, never translated
 */
const char *
vouch_variables_method_get_id (VouchVariablesMethod method)
{
  g_return_val_if_fail ((guint)method < VOUCH_N_VARIABLES_METHODS, NULL);

  return method_ids[method];
}

static int
find_in (const char *const *known, const char *text)
{
  for (int i = 0; text != NULL && known[i] != NULL; i++)
    if (strcmp (known[i], text) == 0)
      return i;
  return -1;
}

/**
 * vouch_variables_method_parse:
 * @id: (nullable): what vouch_variables_method_get_id() gives
 * @method: (out): the method
 * @error: INVALID, listing the methods that exist
 *
 * Returns: whether there is such a method
 */
gboolean
vouch_variables_method_parse (const char *id, VouchVariablesMethod *method, GError **error)
{
  int found = find_in (method_ids, id);

  g_return_val_if_fail (method != NULL, FALSE);

  if (found >= 0)
    {
      *method = (VouchVariablesMethod)found;
      return TRUE;
    }
  vouch_set_field_error (error, "method", VOUCH_ERROR_INVALID,
                         _ ("“%s” is not a method of sampling by variables; choose s or sigma"), id != NULL ? id : "");
  return FALSE;
}

/**
 * vouch_variables_find_aql:
 * @text: (nullable): an AQL, compared as a number
 * @index: (out): its column
 * @error: INVALID, listing the AQLs that exist
 *
 * Returns: whether there are plans by variables for this AQL
 */
gboolean
vouch_variables_find_aql (const char *text, guint *index, GError **error)
{
  guint at;

  g_return_val_if_fail (index != NULL, FALSE);

  if (vouch_sampling_find_aql (text, &at, NULL) && at >= FIRST_AQL && at < FIRST_AQL + VOUCH_N_VARIABLES_AQLS)
    {
      *index = at - FIRST_AQL;
      return TRUE;
    }
  vouch_set_field_error (
      error, "aql", VOUCH_ERROR_INVALID,
      _ ("“%s” is not an AQL of sampling by variables; choose one of 0.10, 0.15, 0.25, 0.40, 0.65, 1.0, "
         "1.5, 2.5, 4.0, 6.5, 10"),
      text != NULL ? text : "");
  return FALSE;
}

/**
 * vouch_variables_find_letter:
 * @text: (nullable): a code letter
 * @letter: (out): the same
 * @error: INVALID, listing the letters that exist
 *
 * Returns: whether there are plans by variables for this letter
 */
gboolean
vouch_variables_find_letter (const char *text, char *letter, GError **error)
{
  g_return_val_if_fail (letter != NULL, FALSE);

  if (text != NULL && strlen (text) == 1 && strchr (known_letters, text[0]) != NULL)
    {
      *letter = text[0];
      return TRUE;
    }
  vouch_set_field_error (error, "letter", VOUCH_ERROR_INVALID,
                         _ ("“%s” is not a code letter of sampling by variables; choose one of %s"),
                         text != NULL ? text : "", known_letters);
  return FALSE;
}

static gboolean
find_level (const char *text, guint *index, GError **error)
{
  int found = find_in (levels, text);
  g_autofree char *known = NULL;

  if (found >= 0)
    {
      *index = (guint)found;
      return TRUE;
    }
  known = g_strjoinv (", ", (char **)levels);
  vouch_set_field_error (error, "level", VOUCH_ERROR_INVALID,
                         _ ("“%s” is not an inspection level of sampling by variables; choose one of %s"),
                         text != NULL ? text : "", known);
  return FALSE;
}

/**
 * vouch_variables_code_letter:
 * @lot_size: items in the lot
 * @level: (nullable): S-3, S-4, I, II or III
 * @letter: (out): the code letter
 * @error: INVALID with the field at fault
 *
 * Reads the code letter (ANSI/ASQ Z1.9, table A-2). Its lots and letters are not those of sampling by attributes.
 *
 * Returns: whether there is one
 */
gboolean
vouch_variables_code_letter (gint64 lot_size, const char *level, char *letter, GError **error)
{
  guint line = 0, index;

  g_return_val_if_fail (letter != NULL, FALSE);

  if (lot_size < 2)
    {
      vouch_set_field_error (error, "lot_size", VOUCH_ERROR_INVALID,
                             _ ("A lot for sampling by variables has at least 2 items"));
      return FALSE;
    }
  if (!find_level (level, &index, error))
    return FALSE;
  while (line < G_N_ELEMENTS (lot_limits) && lot_size > lot_limits[line])
    line++;
  *letter = level_letters[index][line];
  return TRUE;
}
