#include "vouch-sampling-aql.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-quantity.h"

static const char *const aqls[VOUCH_N_SAMPLING_AQLS + 1] = {
  "0.010", "0.015", "0.025", "0.040", "0.065", "0.10", "0.15", "0.25", "0.40", "0.65", "1.0", "1.5",  "2.5", "4.0",
  "6.5",   "10",    "15",    "25",    "40",    "65",   "100",  "150",  "250",  "400",  "650", "1000", NULL
};

/* The same numbers in millionths, to compare with what a person wrote. */
static const gint64 aql_millionths[VOUCH_N_SAMPLING_AQLS] = {
  10000,    15000,    25000,     40000,     65000,     100000,    150000,    250000,    400000,
  650000,   1000000,  1500000,   2500000,   4000000,   6500000,   10000000,  15000000,  25000000,
  40000000, 65000000, 100000000, 150000000, 250000000, 400000000, 650000000, 1000000000
};

/**
 * vouch_sampling_get_aqls:
 *
 * Returns: (transfer none) (array zero-terminated=1): the 26 AQLs as the standards print them, ascending
 */
const char *const *
vouch_sampling_get_aqls (void)
{
  return aqls;
}

/**
 * vouch_sampling_find_aql:
 * @text: (nullable): an AQL; "1", "1.0" and "1.00" are the same
 * @index: (out): its index in vouch_sampling_get_aqls()
 * @error: INVALID, listing the AQLs that exist
 *
 * Returns: whether the standards know this AQL
 */
gboolean
vouch_sampling_find_aql (const char *text, guint *index, GError **error)
{
  g_autofree char *known = NULL;
  gint64 millionths;

  g_return_val_if_fail (index != NULL, FALSE);

  if (text != NULL && vouch_quantity_parse (text, &millionths, NULL))
    for (guint i = 0; i < VOUCH_N_SAMPLING_AQLS; i++)
      if (aql_millionths[i] == millionths)
        {
          *index = i;
          return TRUE;
        }
  known = g_strjoinv (", ", (char **)aqls);
  vouch_set_field_error (error, "aql", VOUCH_ERROR_INVALID, _ ("“%s” is not an AQL of the standard; choose one of %s"),
                         text != NULL ? text : "", known);
  return FALSE;
}
