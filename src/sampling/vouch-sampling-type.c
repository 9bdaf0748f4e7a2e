#include "vouch-sampling-type.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"

/* As they stand in JSON and in the database; NULL-terminated, so that a refusal can list them. */
static const char *const type_ids[] = { "single", "double", "multiple", NULL };

/**
 * vouch_sampling_type_get_id:
 * @type: a type of plan
 *
 * Returns: (transfer none): its name in JSON and in the database, never translated
 */
const char *
vouch_sampling_type_get_id (VouchSamplingType type)
{
  g_return_val_if_fail ((guint)type < VOUCH_N_SAMPLING_TYPES, NULL);

  return type_ids[type];
}

/**
 * vouch_sampling_type_get_label:
 * @type: a type of plan
 *
 * Returns: (transfer none): the translated words, like "single sampling"
 */
const char *
vouch_sampling_type_get_label (VouchSamplingType type)
{
  switch (type)
    {
    case VOUCH_SAMPLING_TYPE_SINGLE:
      return _ ("single sampling");
    case VOUCH_SAMPLING_TYPE_DOUBLE:
      return _ ("double sampling");
    case VOUCH_SAMPLING_TYPE_MULTIPLE:
      return _ ("multiple sampling");
    }
  g_return_val_if_reached (NULL);
}

/**
 * vouch_sampling_type_parse:
 * @id: (nullable): what vouch_sampling_type_get_id() gives
 * @type: (out): the type
 * @error: INVALID, listing the types that exist
 *
 * Returns: whether there is such a type of plan
 */
gboolean
vouch_sampling_type_parse (const char *id, VouchSamplingType *type, GError **error)
{
  g_autofree char *known = NULL;

  g_return_val_if_fail (type != NULL, FALSE);

  for (guint i = 0; i < VOUCH_N_SAMPLING_TYPES; i++)
    if (g_strcmp0 (type_ids[i], id) == 0)
      {
        *type = (VouchSamplingType)i;
        return TRUE;
      }
  known = g_strjoinv (", ", (char **)type_ids);
  vouch_set_field_error (error, "type", VOUCH_ERROR_INVALID, _ ("“%s” is no type of plan; choose one of %s"),
                         id != NULL ? id : "", known);
  return FALSE;
}
