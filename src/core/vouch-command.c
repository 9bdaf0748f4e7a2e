#include "vouch-command.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Words that take an argument end where their digits begin: D0 to D9, X5 X10 X50, DF001 to DF999. */
static const struct
{
  const char *word;
  int digits; /* of the argument: how many, 0 none, -1 one to three */
  VouchCommand command;
  const char *label;
} commands[] = {
  { "PASS", 0, VOUCH_COMMAND_PASS, N_ ("Pass") },
  { "FAIL", 0, VOUCH_COMMAND_FAIL, N_ ("Fail") },
  { "NA", 0, VOUCH_COMMAND_NOT_APPLICABLE, N_ ("Not applicable") },
  { "HOLD", 0, VOUCH_COMMAND_HOLD, N_ ("Hold") },
  { "ACCEPT", 0, VOUCH_COMMAND_ACCEPT, N_ ("Accept") },
  { "REJECT", 0, VOUCH_COMMAND_REJECT, N_ ("Reject") },
  { "NEXT", 0, VOUCH_COMMAND_NEXT, N_ ("Next") },
  { "BACK", 0, VOUCH_COMMAND_BACK, N_ ("Back") },
  { "HOME", 0, VOUCH_COMMAND_HOME, N_ ("Home") },
  { "SAVE", 0, VOUCH_COMMAND_SAVE, N_ ("Park") },
  { "UNDO", 0, VOUCH_COMMAND_UNDO, N_ ("Undo") },
  { "OK", 0, VOUCH_COMMAND_OK, N_ ("OK") },
  { "NO", 0, VOUCH_COMMAND_NO, N_ ("No") },
  { "DDOT", 0, VOUCH_COMMAND_DOT, N_ ("Point") },
  { "DDEL", 0, VOUCH_COMMAND_DELETE, N_ ("Delete") },
  { "DOK", 0, VOUCH_COMMAND_ENTER, N_ ("Enter") },
  { "DNEG", 0, VOUCH_COMMAND_NEGATIVE, N_ ("Minus") },
  { "COUNT", 0, VOUCH_COMMAND_COUNT, N_ ("Count") },
  { "DAMAGED", 0, VOUCH_COMMAND_DAMAGED, N_ ("Damaged") },
  { "PRINT", 0, VOUCH_COMMAND_PRINT, N_ ("Print") },
  { "LOGOUT", 0, VOUCH_COMMAND_LOG_OUT, N_ ("Log out") },
  { "LOCK", 0, VOUCH_COMMAND_LOCK, N_ ("Lock") },
  { "HELP", 0, VOUCH_COMMAND_HELP, N_ ("Help") },
  { "PHOTO", 0, VOUCH_COMMAND_PHOTO, N_ ("Photo") },
  { "NOTE", 0, VOUCH_COMMAND_NOTE, N_ ("Note") },
  { "MUTE", 0, VOUCH_COMMAND_MUTE, N_ ("Sound off") },
  { "LOUD", 0, VOUCH_COMMAND_LOUD, N_ ("Loud") },
  { "CAM", 0, VOUCH_COMMAND_CAMERA, N_ ("Camera") },
  { "PARTIAL", 0, VOUCH_COMMAND_PARTIAL, N_ ("Accept in part") },
  { "RESAMPLE", 0, VOUCH_COMMAND_RESAMPLE, N_ ("Sample again") },
  { "REPRINT", 0, VOUCH_COMMAND_REPRINT, N_ ("Print again") },
  { "VOID", 0, VOUCH_COMMAND_VOID, N_ ("Void codes") },
  { "TEST", 0, VOUCH_COMMAND_TEST, N_ ("Test print") },
  { "RS", 2, VOUCH_COMMAND_REASON, N_ ("Reason") },
  { "SETUP", 0, VOUCH_COMMAND_SETUP, N_ ("Check the scanner") },
  { "D", 1, VOUCH_COMMAND_DIGIT, N_ ("Digit") },
  { "DF", 3, VOUCH_COMMAND_DEFECT, N_ ("Defect") },
  { "X", -1, VOUCH_COMMAND_MULTIPLY, N_ ("Times") },
};

static gboolean
read_digits (const char *text, int digits, int *argument)
{
  int length = (int)strlen (text);

  *argument = 0;
  if (digits >= 0 ? length != digits : length < 1 || length > 2)
    return FALSE;
  for (; *text != '\0'; text++)
    {
      if (!g_ascii_isdigit (*text))
        return FALSE;
      *argument = *argument * 10 + (*text - '0');
    }
  return TRUE;
}

static gboolean
is_allowed (VouchCommand command, int argument)
{
  return command != VOUCH_COMMAND_MULTIPLY || argument == 5 || argument == 10 || argument == 50;
}

/**
 * vouch_command_parse:
 * @text: what was scanned
 * @prefix: the station's command prefix, like "XC"
 * @argument: (out): the command's number, where it has one
 *
 * Exact match only: a command cannot be a GTIN, an SSCC or a GS1 element string.
 *
 * Returns: the command, or %VOUCH_COMMAND_NONE
 */
VouchCommand
vouch_command_parse (const char *text, const char *prefix, int *argument)
{
  *argument = 0;
  if (!g_str_has_prefix (text, prefix))
    return VOUCH_COMMAND_NONE;
  text += strlen (prefix);
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_has_prefix (text, commands[i].word) &&
        read_digits (text + strlen (commands[i].word), commands[i].digits, argument) &&
        is_allowed (commands[i].command, *argument))
      return commands[i].command;
  return VOUCH_COMMAND_NONE;
}

/* The codes of an Odoo command sheet, and what each means here. */
static const struct
{
  const char *text;
  VouchCommand command;
} odoo[] = {
  { "O-BTN.pass", VOUCH_COMMAND_PASS },      { "O-BTN.fail", VOUCH_COMMAND_FAIL },
  { "O-BTN.next", VOUCH_COMMAND_NEXT },      { "O-BTN.skip", VOUCH_COMMAND_NEXT },
  { "O-BTN.prev", VOUCH_COMMAND_BACK },      { "O-BTN.validate", VOUCH_COMMAND_OK },
  { "O-BTN.print-op", VOUCH_COMMAND_PRINT }, { "O-CMD.PREV", VOUCH_COMMAND_BACK },
  { "O-CMD.NEXT", VOUCH_COMMAND_NEXT },      { "O-CMD.DISCARD", VOUCH_COMMAND_NO },
  { "O-CMD.MAIN-MENU", VOUCH_COMMAND_HOME },
};

/**
 * vouch_command_parse_odoo:
 * @text: what was scanned
 *
 * Returns: what a code of an Odoo command sheet means here, or %VOUCH_COMMAND_NONE
 */
VouchCommand
vouch_command_parse_odoo (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (odoo); i++)
    if (g_str_equal (text, odoo[i].text))
      return odoo[i].command;
  return VOUCH_COMMAND_NONE;
}

/**
 * vouch_command_format:
 * @command: a command
 * @prefix: the station's command prefix
 * @argument: the command's number, where it has one
 *
 * Returns: (transfer full) (nullable): the code to print
 */
char *
vouch_command_format (VouchCommand command, const char *prefix, int argument)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (commands[i].command == command)
      {
        if (commands[i].digits == 0)
          return g_strconcat (prefix, commands[i].word, NULL);
        return g_strdup_printf ("%s%s%0*d", prefix, commands[i].word, MAX (commands[i].digits, 1), argument);
      }
  return NULL;
}

/**
 * vouch_command_prefix_is_valid:
 * @prefix: what command codes are to begin with
 *
 * Capital letters without Y and Z survive a German keyboard layout, and no code of goods begins with two of them.
 *
 * Returns: whether it is two to four such letters
 */
gboolean
vouch_command_prefix_is_valid (const char *prefix)
{
  gsize length = strspn (prefix, "ABCDEFGHIJKLMNOPQRSTUVWX");

  return length >= 2 && length <= 4 && prefix[length] == '\0';
}

/**
 * vouch_command_get_label:
 * @command: a command
 *
 * Returns: (transfer none): the command's word in the user's language, as on its button
 */
const char *
vouch_command_get_label (VouchCommand command)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (commands[i].command == command)
      return _ (commands[i].label);
  return "";
}
