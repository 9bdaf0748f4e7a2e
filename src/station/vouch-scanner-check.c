#include "vouch-scanner-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-command.h"
#include "vouch-scanner-settings.h"

struct _VouchScannerCheck
{
  GSettings *settings; /* nullable */
  char *prefix;        /* of command codes */
  VouchClock *clock;
  char *device;
  VouchScannerLesson *lesson;
  VouchScannerAnswer answer;    /* to what arrived last */
  char *arrived;                /* nullable: nothing since the code was shown */
  VouchScannerProfile *profile; /* nullable: the check is not over, or nothing was learned */
  char *trouble;                /* nullable: why what was learned is not kept */
};

/**
 * vouch_scanner_check_new:
 * @settings: (nullable): where what is learned is kept
 * @prefix: what command codes begin with
 * @clock: says when a scanner was checked
 *
 * Returns: (transfer full): a check of a scanner that types; another one takes its place as soon as it sends something
 */
VouchScannerCheck *
vouch_scanner_check_new (GSettings *settings, const char *prefix, VouchClock *clock)
{
  VouchScannerCheck *self = g_new0 (VouchScannerCheck, 1);

  self->settings = settings != NULL ? g_object_ref (settings) : NULL;
  self->prefix = g_strdup (prefix);
  self->clock = vouch_clock_ref (clock);
  vouch_scanner_check_begin (self, VOUCH_SCANNER_KEYBOARD);
  return self;
}

static void
forget_arrival (VouchScannerCheck *self)
{
  g_clear_pointer (&self->arrived, g_free);
  self->answer = VOUCH_SCANNER_ANSWER_BROKEN;
}

/**
 * vouch_scanner_check_begin:
 * @self: a check
 * @device: whose check begins, with the first code
 */
void
vouch_scanner_check_begin (VouchScannerCheck *self, const char *device)
{
  g_autofree char *copy = g_strdup (device);

  g_free (self->device);
  self->device = g_steal_pointer (&copy);
  vouch_scanner_lesson_free (self->lesson);
  self->lesson = vouch_scanner_lesson_new (self->device);
  g_clear_pointer (&self->profile, vouch_scanner_profile_free);
  g_clear_pointer (&self->trouble, g_free);
  forget_arrival (self);
}

/**
 * vouch_scanner_check_free:
 * @self: (nullable) (transfer full): a check
 */
void
vouch_scanner_check_free (VouchScannerCheck *self)
{
  if (self == NULL)
    return;
  vouch_scanner_lesson_free (self->lesson);
  vouch_scanner_profile_free (self->profile);
  vouch_clock_unref (self->clock);
  g_clear_object (&self->settings);
  g_free (self->device);
  g_free (self->prefix);
  g_free (self->arrived);
  g_free (self->trouble);
  g_free (self);
}

/* A profile with parts that were skipped is kept, too: it is more than nothing. */
static void
keep_if_over (VouchScannerCheck *self)
{
  g_autoptr (GError) error = NULL;
  VouchScannerCode code;

  g_clear_pointer (&self->profile, vouch_scanner_profile_free);
  g_clear_pointer (&self->trouble, g_free);
  if (vouch_scanner_lesson_get_code (self->lesson, &code) || !vouch_scanner_lesson_has_learned (self->lesson))
    return;
  self->profile = vouch_scanner_lesson_make_profile (self->lesson, vouch_clock_now (self->clock));
  if (!vouch_scanner_settings_store (self->settings, self->profile, &error))
    self->trouble = g_strdup (error->message);
}

static gboolean
contains_command (const VouchScannerCheck *self, const VouchScannerProfile *profile, const VouchScannerArrival *arrival,
                  VouchCommand *command)
{
  static const VouchCommand commands[] = { VOUCH_COMMAND_NEXT, VOUCH_COMMAND_BACK, VOUCH_COMMAND_SETUP };
  g_autofree char *text = vouch_scanner_arrival_dup_text (arrival);
  gsize length;
  g_autofree char *meant = vouch_scanner_profile_apply (profile, text, strlen (text), arrival->caps_lock, &length);

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *code = vouch_command_format (commands[i], self->prefix, 0);

      if (strstr (meant, code) == NULL)
        continue;
      *command = commands[i];
      return TRUE;
    }
  return FALSE;
}

/* A scanner whose settings nobody knows yet is to be understood: by what was learned so far, by what was known before,
 * or as it types, for the letters of these commands are where they are on most keyboards. */
static gboolean
find_command (const VouchScannerCheck *self, const VouchScannerArrival *arrival, VouchCommand *command)
{
  g_autoptr (VouchScannerProfile) learned = NULL;
  g_autoptr (VouchScannerProfile) known = vouch_scanner_settings_find (self->settings, self->device, NULL);

  if (vouch_scanner_lesson_has_learned (self->lesson))
    learned = vouch_scanner_lesson_make_profile (self->lesson, 0);
  return (learned != NULL && contains_command (self, learned, arrival, command)) ||
         (known != NULL && contains_command (self, known, arrival, command)) ||
         contains_command (self, NULL, arrival, command);
}

static VouchScannerCheckOutcome
do_command (VouchScannerCheck *self, VouchCommand command)
{
  if (command == VOUCH_COMMAND_SETUP)
    return VOUCH_SCANNER_CHECK_LEFT;
  if (command == VOUCH_COMMAND_BACK)
    {
      vouch_scanner_check_go_back (self);
      return VOUCH_SCANNER_CHECK_MOVED;
    }
  return vouch_scanner_check_go_on (self);
}

/**
 * vouch_scanner_check_take:
 * @self: a check
 * @device: which scanner sent it
 * @arrival: (nullable): what it sent; %NULL for what was not even one code
 *
 * Another scanner than the one before begins with the first code.
 *
 * Returns: what became of it
 */
VouchScannerCheckOutcome
vouch_scanner_check_take (VouchScannerCheck *self, const char *device, const VouchScannerArrival *arrival)
{
  VouchCommand command;

  g_return_val_if_fail (self != NULL, VOUCH_SCANNER_CHECK_LEFT);
  g_return_val_if_fail (device != NULL, VOUCH_SCANNER_CHECK_LEFT);

  if (!g_str_equal (device, self->device))
    vouch_scanner_check_begin (self, device);
  if (arrival != NULL && find_command (self, arrival, &command))
    return do_command (self, command);
  if (self->profile != NULL)
    return VOUCH_SCANNER_CHECK_ANSWERED;
  g_free (self->arrived);
  self->arrived = arrival != NULL ? vouch_scanner_arrival_dup_shown (arrival) : g_strdup ("");
  self->answer = vouch_scanner_lesson_take (self->lesson, arrival);
  keep_if_over (self);
  return VOUCH_SCANNER_CHECK_ANSWERED;
}

/**
 * vouch_scanner_check_go_on:
 * @self: a check
 *
 * The code that is to be scanned is left out.
 *
 * Returns: %VOUCH_SCANNER_CHECK_LEFT if there was none any more
 */
VouchScannerCheckOutcome
vouch_scanner_check_go_on (VouchScannerCheck *self)
{
  VouchScannerCode code;

  g_return_val_if_fail (self != NULL, VOUCH_SCANNER_CHECK_LEFT);

  if (!vouch_scanner_lesson_get_code (self->lesson, &code))
    return VOUCH_SCANNER_CHECK_LEFT;
  vouch_scanner_lesson_skip (self->lesson);
  forget_arrival (self);
  keep_if_over (self);
  return vouch_scanner_lesson_get_code (self->lesson, &code) || self->profile != NULL ? VOUCH_SCANNER_CHECK_MOVED
                                                                                      : VOUCH_SCANNER_CHECK_LEFT;
}

/**
 * vouch_scanner_check_go_back:
 * @self: a check
 *
 * Returns: whether there was a code before; it is to be scanned again
 */
gboolean
vouch_scanner_check_go_back (VouchScannerCheck *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  forget_arrival (self);
  g_clear_pointer (&self->profile, vouch_scanner_profile_free);
  return vouch_scanner_lesson_go_back (self->lesson);
}

/**
 * vouch_scanner_check_get_code:
 * @self: a check
 * @code: (out): the code that is to be scanned now
 *
 * Returns: %FALSE if the check is over
 */
gboolean
vouch_scanner_check_get_code (const VouchScannerCheck *self, VouchScannerCode *code)
{
  return vouch_scanner_lesson_get_code (self->lesson, code);
}

/**
 * vouch_scanner_check_count_codes:
 * @self: a check
 * @n_over: (out): how many codes were scanned or left out
 *
 * Returns: how many there are
 */
guint
vouch_scanner_check_count_codes (const VouchScannerCheck *self, guint *n_over)
{
  return vouch_scanner_lesson_count_codes (self->lesson, n_over);
}

/**
 * vouch_scanner_check_get_arrived:
 * @self: a check
 *
 * Returns: (transfer none) (nullable): what arrived last, harmless to read; %NULL if nothing has arrived for the code
 *   that was shown
 */
const char *
vouch_scanner_check_get_arrived (const VouchScannerCheck *self)
{
  return self->arrived;
}

/**
 * vouch_scanner_check_get_answer:
 * @self: a check
 *
 * Returns: what is to be said of what arrived last
 */
VouchScannerAnswer
vouch_scanner_check_get_answer (const VouchScannerCheck *self)
{
  return self->answer;
}

/**
 * vouch_scanner_check_get_verdict:
 * @self: a check
 *
 * Returns: (transfer none) (nullable): the same in words; %NULL if nothing has arrived
 */
const char *
vouch_scanner_check_get_verdict (const VouchScannerCheck *self)
{
  return self->arrived != NULL ? vouch_scanner_words_of_answer (self->answer) : NULL;
}

/**
 * vouch_scanner_check_get_profile:
 * @self: a check
 *
 * Returns: (transfer none) (nullable): what was learned; %NULL while the check is not over, or if all was left out
 */
const VouchScannerProfile *
vouch_scanner_check_get_profile (const VouchScannerCheck *self)
{
  return self->profile;
}

/**
 * vouch_scanner_check_get_trouble:
 * @self: a check
 *
 * Returns: (transfer none) (nullable): why what was learned could not be kept
 */
const char *
vouch_scanner_check_get_trouble (const VouchScannerCheck *self)
{
  return self->trouble;
}

/**
 * vouch_scanner_check_is_right:
 * @self: a check
 *
 * Returns: whether the check is over, and what was learned is kept
 */
gboolean
vouch_scanner_check_is_right (const VouchScannerCheck *self)
{
  return self->profile != NULL && self->trouble == NULL;
}
