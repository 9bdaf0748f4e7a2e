#include "vouch-error.h"

typedef struct
{
  char *field;
} VouchErrorPrivate;

static void
vouch_error_private_init (VouchErrorPrivate *self)
{
  self->field = NULL;
}

static void
vouch_error_private_copy (const VouchErrorPrivate *self, VouchErrorPrivate *copy)
{
  copy->field = g_strdup (self->field);
}

static void
vouch_error_private_clear (VouchErrorPrivate *self)
{
  g_free (self->field);
}

G_DEFINE_EXTENDED_ERROR (VouchError, vouch_error)

/**
 * vouch_error_code_name:
 * @error: any error
 *
 * The name of the error's code as it stands in JSON. An error of a foreign domain counts as "storage": a layer should
 * have translated it.
 *
 * Returns: (transfer none): "invalid", "denied", "not_found", "conflict", "busy" or "storage"
 */
const char *
vouch_error_code_name (const GError *error)
{
  static const char *const names[] = { "invalid", "denied", "not_found", "conflict", "busy", "storage" };

  g_return_val_if_fail (error != NULL, "storage");

  if (error->domain != VOUCH_ERROR || error->code < 0 || error->code >= (int)G_N_ELEMENTS (names))
    return "storage";
  return names[error->code];
}

/**
 * vouch_error_get_field:
 * @error: any error
 *
 * Returns: (transfer none) (nullable): the input field at fault, if the error names one
 */
const char *
vouch_error_get_field (const GError *error)
{
  if (error == NULL || error->domain != VOUCH_ERROR)
    return NULL;
  return vouch_error_get_private (error)->field;
}

/**
 * vouch_set_field_error:
 * @error: (out) (optional): where to put the error
 * @field: (nullable): the name of the input field at fault
 * @code: one of the six codes
 * @format: a printf format, already translated
 *
 * Like g_set_error(), and remembers which field of the input the message is about.
 */
void
vouch_set_field_error (GError **error, const char *field, VouchErrorCode code, const char *format, ...)
{
  va_list args;

  if (error == NULL)
    return;
  va_start (args, format);
  *error = g_error_new_valist (VOUCH_ERROR, (int)code, format, args);
  va_end (args);
  vouch_error_get_private (*error)->field = g_strdup (field);
}
