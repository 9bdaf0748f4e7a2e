#pragma once

#include "vouch-actor.h"
#include "vouch-answer.h"
#include "vouch-arguments.h"
#include "vouch-station.h"

G_BEGIN_DECLS

/**
 * VouchExit:
 * @VOUCH_EXIT_DONE: everything was done
 * @VOUCH_EXIT_REFUSED: a rule or a role refused something
 * @VOUCH_EXIT_USAGE: the command line is wrong
 * @VOUCH_EXIT_STORAGE: disk or database failed
 * @VOUCH_EXIT_BUSY: another process holds the station
 *
 * How the program ends; the worst answer decides.
 */
typedef enum
{
  VOUCH_EXIT_DONE,
  VOUCH_EXIT_REFUSED,
  VOUCH_EXIT_USAGE,
  VOUCH_EXIT_STORAGE,
  VOUCH_EXIT_BUSY,
} VouchExit;

/**
 * VouchCli:
 *
 * One run of the program: its command line, the station that it works at, who acts, and how it went so far.
 */
typedef struct _VouchCli VouchCli;

VouchCli *vouch_cli_new (VouchArguments *arguments) G_GNUC_WARN_UNUSED_RESULT;
VouchExit vouch_cli_finish (VouchCli *self);
VouchArguments *vouch_cli_get_arguments (VouchCli *self);
gboolean vouch_cli_wants_json (VouchCli *self);
const char *vouch_cli_get_pin_file (VouchCli *self);

VouchStation *vouch_cli_get_station (VouchCli *self);
VouchStation *vouch_cli_open (VouchCli *self, VouchDbMode mode, GError **error);
VouchStation *vouch_cli_open_as (VouchCli *self, VouchActor **actor, GError **error);
int vouch_cli_get_offset (VouchCli *self);
char *vouch_cli_read_secret (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

void vouch_cli_tell (VouchCli *self, const VouchAnswer *answer);
void vouch_cli_fail (VouchCli *self, const GError *error);
void vouch_cli_fail_usage (VouchCli *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
gboolean vouch_cli_check_taken (VouchCli *self);

G_END_DECLS
