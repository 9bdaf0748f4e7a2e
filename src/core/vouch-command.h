#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VouchCommand:
 *
 * What an inspector can tell the station with a command code, a key, a button or a finger. A code is the prefix "XC"
 * and the command's word: capital letters without Y and Z, so that it survives a German keyboard layout.
 */
typedef enum
{
  VOUCH_COMMAND_NONE,
  VOUCH_COMMAND_PASS,
  VOUCH_COMMAND_FAIL,
  VOUCH_COMMAND_NOT_APPLICABLE,
  VOUCH_COMMAND_HOLD,
  VOUCH_COMMAND_ACCEPT,
  VOUCH_COMMAND_REJECT,
  VOUCH_COMMAND_NEXT,
  VOUCH_COMMAND_BACK,
  VOUCH_COMMAND_HOME,
  VOUCH_COMMAND_SAVE,
  VOUCH_COMMAND_UNDO,
  VOUCH_COMMAND_OK,
  VOUCH_COMMAND_NO,
  VOUCH_COMMAND_DIGIT,
  VOUCH_COMMAND_DOT,
  VOUCH_COMMAND_DELETE,
  VOUCH_COMMAND_ENTER,
  VOUCH_COMMAND_NEGATIVE,
  VOUCH_COMMAND_COUNT,
  VOUCH_COMMAND_DAMAGED,
  VOUCH_COMMAND_MULTIPLY,
  VOUCH_COMMAND_DEFECT,
  VOUCH_COMMAND_PRINT,
  VOUCH_COMMAND_LOG_OUT,
  VOUCH_COMMAND_LOCK,
  VOUCH_COMMAND_HELP,
  VOUCH_COMMAND_PHOTO,
  VOUCH_COMMAND_NOTE,
  VOUCH_COMMAND_MUTE,
  VOUCH_COMMAND_LOUD,
  VOUCH_COMMAND_CAMERA,
  VOUCH_COMMAND_PARTIAL,
  VOUCH_COMMAND_RESAMPLE,
  VOUCH_COMMAND_REPRINT,
  VOUCH_COMMAND_VOID,
  VOUCH_COMMAND_TEST,
  VOUCH_COMMAND_REASON,
  VOUCH_COMMAND_SETUP,
} VouchCommand;

/* What command codes begin with, unless the station says otherwise. */
#define VOUCH_COMMAND_PREFIX "XC"

VouchCommand vouch_command_parse (const char *text, const char *prefix, int *argument);
VouchCommand vouch_command_parse_odoo (const char *text);
char *vouch_command_format (VouchCommand command, const char *prefix, int argument) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_command_prefix_is_valid (const char *prefix);
const char *vouch_command_get_label (VouchCommand command);

G_END_DECLS
