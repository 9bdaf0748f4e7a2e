#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VouchErrorCode:
 * @VOUCH_ERROR_INVALID: the input breaks a rule; show the message
 * @VOUCH_ERROR_DENIED: the actor's role does not allow it
 * @VOUCH_ERROR_NOT_FOUND: the thing named does not exist
 * @VOUCH_ERROR_CONFLICT: somebody else changed it, or the same key came with other content; reload and ask
 * @VOUCH_ERROR_BUSY: another process or thread holds it; try later
 * @VOUCH_ERROR_STORAGE: the disk or the database failed; raise an alarm
 *
 * The six things that can go wrong, whichever layer noticed.
 */
typedef enum
{
  VOUCH_ERROR_INVALID,
  VOUCH_ERROR_DENIED,
  VOUCH_ERROR_NOT_FOUND,
  VOUCH_ERROR_CONFLICT,
  VOUCH_ERROR_BUSY,
  VOUCH_ERROR_STORAGE,
} VouchErrorCode;

#define VOUCH_ERROR (vouch_error_quark ())

GQuark vouch_error_quark (void);
const char *vouch_error_code_name (const GError *error);
const char *vouch_error_get_field (const GError *error);
void vouch_set_field_error (GError **error, const char *field, VouchErrorCode code, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

G_END_DECLS
