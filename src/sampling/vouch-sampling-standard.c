#include "vouch-sampling-standard.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"

/* As they stand in JSON and in the database; NULL-terminated, so that a refusal can list them. */
static const char *const standard_ids[] = { "iso2859-1:1999", "mil-std-105e", NULL };

/**
 * vouch_sampling_standard_get_id:
 * @standard: a standard
 *
 * Returns: (transfer none): its name in JSON and in the database, never translated
 */
const char *
vouch_sampling_standard_get_id (VouchSamplingStandard standard)
{
  g_return_val_if_fail ((guint)standard < VOUCH_N_SAMPLING_STANDARDS, NULL);

  return standard_ids[standard];
}

/**
 * vouch_sampling_standard_get_title:
 * @standard: a standard
 *
 * Returns: (transfer none): its number with the edition, as it is cited on a report
 */
const char *
vouch_sampling_standard_get_title (VouchSamplingStandard standard)
{
  switch (standard)
    {
    case VOUCH_SAMPLING_STANDARD_ISO_2859_1_1999:
      return "ISO 2859-1:1999 = GB/T 2828.1-2012";
    case VOUCH_SAMPLING_STANDARD_MIL_STD_105E:
      return "MIL-STD-105E = ANSI/ASQ Z1.4";
    }
  g_return_val_if_reached (NULL);
}

/**
 * vouch_sampling_standard_get_edition_note:
 * @standard: a standard
 *
 * Whether the edition is still in force, which a report has to say.
 *
 * Returns: (transfer none): one translated sentence
 */
const char *
vouch_sampling_standard_get_edition_note (VouchSamplingStandard standard)
{
  switch (standard)
    {
    case VOUCH_SAMPLING_STANDARD_ISO_2859_1_1999:
      return _ ("The 1999 edition of ISO 2859-1 is withdrawn; GB/T 2828.1-2012, with the same tables, is in force.");
    case VOUCH_SAMPLING_STANDARD_MIL_STD_105E:
      return _ ("MIL-STD-105E is withdrawn; its tables live on in ANSI/ASQ Z1.4.");
    }
  g_return_val_if_reached (NULL);
}

/**
 * vouch_sampling_standard_parse:
 * @id: (nullable): what vouch_sampling_standard_get_id() gives
 * @standard: (out): the standard
 * @error: INVALID, listing the standards that exist
 *
 * Returns: whether there is such a standard
 */
gboolean
vouch_sampling_standard_parse (const char *id, VouchSamplingStandard *standard, GError **error)
{
  g_autofree char *known = NULL;

  g_return_val_if_fail (standard != NULL, FALSE);

  for (guint i = 0; i < VOUCH_N_SAMPLING_STANDARDS; i++)
    if (g_strcmp0 (standard_ids[i], id) == 0)
      {
        *standard = (VouchSamplingStandard)i;
        return TRUE;
      }
  known = g_strjoinv (", ", (char **)standard_ids);
  vouch_set_field_error (error, "standard", VOUCH_ERROR_INVALID,
                         _ ("“%s” is not a sampling standard known here; choose one of %s"), id != NULL ? id : "",
                         known);
  return FALSE;
}

/**
 * vouch_severity_get_label:
 * @severity: a severity
 *
 * Returns: (transfer none): the translated words, like "normal inspection"
 */
const char *
vouch_severity_get_label (VouchSeverity severity)
{
  switch (severity)
    {
    case VOUCH_SEVERITY_NORMAL:
      return _ ("normal inspection");
    case VOUCH_SEVERITY_TIGHTENED:
      return _ ("tightened inspection");
    case VOUCH_SEVERITY_REDUCED:
      return _ ("reduced inspection");
    case VOUCH_SEVERITY_DISCONTINUED:
      return _ ("inspection discontinued");
    }
  g_return_val_if_reached (NULL);
}

/**
 * vouch_severity_parse:
 * @id: (nullable): a name of vouch_severity_values
 * @severity: (out): the severity
 * @error: INVALID, listing the severities that exist
 *
 * Returns: whether there is such a severity
 */
gboolean
vouch_severity_parse (const char *id, VouchSeverity *severity, GError **error)
{
  int found = id != NULL ? vouch_enum_find (&vouch_severity_values, id) : -1;
  g_autofree char *known = NULL;

  g_return_val_if_fail (severity != NULL, FALSE);

  if (found >= 0)
    {
      *severity = (VouchSeverity)found;
      return TRUE;
    }
  known = g_strjoinv (", ", (char **)vouch_severity_values.names);
  vouch_set_field_error (error, "severity", VOUCH_ERROR_INVALID, _ ("“%s” is not a severity; choose one of %s"),
                         id != NULL ? id : "", known);
  return FALSE;
}
