#include "vouch-cli.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

#include "vouch-error.h"
#include "vouch-print.h"
#include "vouch-record-json.h"
#include "vouch-secret-prompt.h"
#include "vouch-station-settings.h"
#include "vouch-user-work.h"

#define SECRET_MAX 1024

struct _VouchCli
{
  VouchArguments *arguments;
  VouchStationPaths paths;
  const char *badge;
  const char *pin_file;
  gboolean json;
  VouchClock *clock;
  VouchStation *station;
  VouchDbMode mode;
  VouchActor *actor;
  VouchExit exit_code;
};

/**
 * vouch_cli_new:
 * @arguments: (transfer full): the command line; the options of every command are taken from it
 *
 * Returns: (transfer full): a run; end it with vouch_cli_finish()
 */
VouchCli *
vouch_cli_new (VouchArguments *arguments)
{
  VouchCli *self = g_new0 (VouchCli, 1);

  self->arguments = arguments;
  self->paths.data = vouch_arguments_take (arguments, "data");
  self->paths.unlock = vouch_arguments_take (arguments, "unlock");
  self->badge = vouch_arguments_take (arguments, "as");
  self->pin_file = vouch_arguments_take (arguments, "pin-file");
  self->json = vouch_arguments_take_flag (arguments, "json");
  self->clock = vouch_clock_new_system ();
  return self;
}

static void
worsen (VouchCli *self, VouchExit exit_code)
{
  self->exit_code = MAX (self->exit_code, exit_code);
}

static VouchExit
exit_of (const GError *error)
{
  if (error->domain != VOUCH_ERROR)
    return VOUCH_EXIT_STORAGE;
  switch ((VouchErrorCode)error->code)
    {
    case VOUCH_ERROR_STORAGE:
      return VOUCH_EXIT_STORAGE;
    case VOUCH_ERROR_BUSY:
      return VOUCH_EXIT_BUSY;
    case VOUCH_ERROR_INVALID:
    case VOUCH_ERROR_DENIED:
    case VOUCH_ERROR_NOT_FOUND:
    case VOUCH_ERROR_CONFLICT:
    default:
      return VOUCH_EXIT_REFUSED;
    }
}

/* Closes the station, so that a failure to do so still counts. */
VouchExit
vouch_cli_finish (VouchCli *self)
{
  g_autoptr (GError) error = NULL;
  VouchExit exit_code;

  g_clear_pointer (&self->actor, vouch_actor_unref);
  if (self->station != NULL && !vouch_station_close (g_steal_pointer (&self->station), &error))
    vouch_cli_fail (self, error);
  if (fflush (stdout) != 0)
    worsen (self, VOUCH_EXIT_STORAGE);
  exit_code = self->exit_code;
  vouch_clock_unref (self->clock);
  vouch_arguments_free (self->arguments);
  g_free (self);
  return exit_code;
}

VouchArguments *
vouch_cli_get_arguments (VouchCli *self)
{
  return self->arguments;
}

gboolean
vouch_cli_wants_json (VouchCli *self)
{
  return self->json;
}

/* The file with the actor's PIN, or NULL. */
const char *
vouch_cli_get_pin_file (VouchCli *self)
{
  return self->pin_file;
}

/* What is set in the window holds here, too. */
static void
apply_settings (VouchStation *station)
{
  g_autoptr (GSettings) settings = vouch_station_settings_new ();

  vouch_station_settings_apply (settings, station);
}

/**
 * vouch_cli_open:
 * @self: a run
 * @mode: to own the station, or only to look beside whoever owns it
 * @error: BUSY if another process owns it
 *
 * Opens the station once; a run asks for one mode only.
 *
 * Returns: (transfer none) (nullable): the station
 */
VouchStation *
vouch_cli_open (VouchCli *self, VouchDbMode mode, GError **error)
{
  if (self->station == NULL)
    {
      self->station = vouch_station_open (&self->paths, "vouch", mode, self->clock, error);
      self->mode = mode;
      if (self->station != NULL)
        apply_settings (self->station);
    }
  g_return_val_if_fail (self->station == NULL || self->mode == mode || mode == VOUCH_DB_LOOK, NULL);
  return self->station;
}

/**
 * vouch_cli_get_station:
 * @self: a run
 *
 * Returns: (transfer none) (nullable): the station, if it was opened
 */
VouchStation *
vouch_cli_get_station (VouchCli *self)
{
  return self->station;
}

/**
 * vouch_cli_read_secret:
 * @path: a file with a PIN or a one-time code
 * @error: NOT_FOUND if it cannot be read
 *
 * Returns: (transfer full) (nullable): its first line
 */
char *
vouch_cli_read_secret (const char *path, GError **error)
{
  g_autofree char *content = NULL;
  gsize length;

  if (!g_file_get_contents (path, &content, &length, NULL) || length > SECRET_MAX)
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND, _ ("%s cannot be read"), path);
      return NULL;
    }
  content[strcspn (content, "\r\n")] = '\0';
  return g_steal_pointer (&content);
}

static VouchActor *
sign_in_with_pin (VouchCli *self, GError **error)
{
  g_autofree char *pin = NULL;

  if (self->pin_file != NULL)
    pin = vouch_cli_read_secret (self->pin_file, error);
  else
    pin = vouch_secret_prompt (_ ("PIN: "), error);
  if (pin == NULL)
    return NULL;
  return vouch_sign_in (self->station, self->badge, pin, NULL, error);
}

static VouchActor *
sign_in (VouchCli *self, GError **error)
{
  g_autoptr (GError) local = NULL;
  gboolean wants_pin = FALSE;
  VouchActor *actor;

  if (self->badge == NULL)
    {
      vouch_set_field_error (error, "as", VOUCH_ERROR_DENIED, _ ("Say who acts: --as BADGE"));
      return NULL;
    }
  actor = vouch_sign_in (self->station, self->badge, NULL, &wants_pin, &local);
  if (actor == NULL && wants_pin)
    return sign_in_with_pin (self, error);
  if (actor == NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return actor;
}

/**
 * vouch_cli_open_as:
 * @self: a run
 * @actor: (out) (transfer none): who acts
 * @error: BUSY if another process owns the station; DENIED without a badge, or if badge and PIN do not fit
 *
 * Opens the station to write, and signs in once whoever was named with `--as`.
 *
 * Returns: (transfer none) (nullable): the station
 */
VouchStation *
vouch_cli_open_as (VouchCli *self, VouchActor **actor, GError **error)
{
  VouchStation *station = vouch_cli_open (self, VOUCH_DB_OWN, error);

  if (station != NULL && self->actor == NULL)
    self->actor = sign_in (self, error);
  if (station == NULL || self->actor == NULL)
    return NULL;
  *actor = self->actor;
  return station;
}

/* The offset from UTC that times are shown with. */
int
vouch_cli_get_offset (VouchCli *self)
{
  return vouch_clock_offset (self->clock, vouch_clock_now (self->clock));
}

static void
print_object (JsonObject *object)
{
  g_autofree char *line = vouch_json_write (object);

  fputs (line, stdout);
  fputc ('\n', stdout);
  fflush (stdout);
}

/**
 * vouch_cli_tell:
 * @self: a run
 * @answer: an answer
 *
 * Prints it at once, so that whoever sends one line at a time can wait for its answer.
 */
void
vouch_cli_tell (VouchCli *self, const VouchAnswer *answer)
{
  if (self->json)
    print_object (answer->json);
  else if (answer->sentence != NULL)
    vouch_print_line (stdout, answer->sentence);
}

/**
 * vouch_cli_fail:
 * @self: a run
 * @error: what went wrong with one request
 *
 * Tells it in the answer's place; the exit code is no better than this from now on.
 */
void
vouch_cli_fail (VouchCli *self, const GError *error)
{
  g_autofree char *message = g_strconcat ("vouch: ", error->message, NULL);
  g_autoptr (JsonObject) object = vouch_json_of_error (error);

  worsen (self, exit_of (error));
  if (self->json)
    print_object (object);
  else
    vouch_print_line (stderr, message);
}

/**
 * vouch_cli_fail_usage:
 * @self: a run
 * @format: what is wrong with the command line
 * @...: its values
 */
void
vouch_cli_fail_usage (VouchCli *self, const char *format, ...)
{
  va_list values;
  g_autofree char *message = NULL;
  g_autofree char *line = NULL;

  va_start (values, format);
  message = g_strdup_vprintf (format, values);
  va_end (values);
  line = g_strconcat ("vouch: ", message, NULL);
  vouch_print_line (stderr, line);
  worsen (self, VOUCH_EXIT_USAGE);
}

/**
 * vouch_cli_check_taken:
 * @self: a run
 *
 * A command calls it when it has taken all that it knows, and before it changes anything.
 *
 * Returns: whether nothing is left over of the command line
 */
gboolean
vouch_cli_check_taken (VouchCli *self)
{
  const char *left_over = vouch_arguments_get_left_over (self->arguments);

  if (left_over != NULL)
    vouch_cli_fail_usage (self, _ ("“%s” is not understood here; see “vouch --help”"), left_over);
  return left_over == NULL;
}
