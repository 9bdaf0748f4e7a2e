#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-alias.h"
#include "vouch-decoder-words.h"
#include "vouch-desk-json.h"
#include "vouch-error.h"
#include "vouch-json-member.h"
#include "vouch-picture-file.h"
#include "vouch-printer-settings.h"
#include "vouch-record-json.h"
#include "vouch-session.h"
#include "vouch-station-settings.h"
#include "vouch-verb.h"

typedef struct
{
  VouchStation *station;
  VouchSession *session;
  gboolean is_diagnosed; /* the line asked how the decoder does, not for the state */
} Desk;

static gint64
now (const Desk *self)
{
  return vouch_clock_now (vouch_station_get_clock (self->station));
}

static gboolean
scan_text (Desk *self, const char *text, VouchScanOrigin origin, GError **error)
{
  g_autoptr (VouchScan) scan = vouch_scan_new (text, -1, origin, now (self), error);

  if (scan != NULL)
    vouch_session_scan (self->session, scan);
  return scan != NULL;
}

static gboolean
give_command (Desk *self, const char *text, GError **error)
{
  int argument;
  VouchCommand command = vouch_command_parse (text, vouch_station_get_command_prefix (self->station), &argument);

  if (command == VOUCH_COMMAND_NONE)
    vouch_set_field_error (error, "command", VOUCH_ERROR_INVALID, _ ("“%s” is no command code"), text);
  else
    vouch_session_command (self->session, command, argument);
  return command != VOUCH_COMMAND_NONE;
}

/* All codes of one picture are one look at one label. */
static gboolean
scan_picture (Desk *self, const char *path, GError **error)
{
  g_autoptr (GPtrArray) symbols = vouch_picture_file_read (vouch_station_get_decoder (self->station), path, error);

  if (symbols != NULL && symbols->len == 0)
    vouch_set_field_error (error, "picture", VOUCH_ERROR_NOT_FOUND, _ ("%s: no code was found"), path);
  if (symbols == NULL || symbols->len == 0)
    return FALSE;
  for (guint i = 0; i < symbols->len; i++)
    {
      g_autoptr (VouchScan) scan =
          vouch_scan_new_from_symbol (g_ptr_array_index (symbols, i), VOUCH_SCAN_PICTURE, now (self), error);

      if (scan == NULL)
        return FALSE;
      vouch_session_scan (self->session, scan);
    }
  return TRUE;
}

/* What waits in the queue is gone on with by the lot's number. */
static gboolean
resume_lot (Desk *self, const char *number, GError **error)
{
  gint64 lot_id = vouch_alias_find_lot (self->station, number, error);

  if (lot_id != 0)
    vouch_session_resume (self->session, lot_id);
  return lot_id != 0;
}

static gboolean
take_photo (Desk *self, const char *path, GError **error)
{
  g_autoptr (GBytes) file = vouch_picture_file_load (path, error);

  if (file != NULL)
    vouch_session_take_photo (self->session, file, path);
  return file != NULL;
}

static gboolean
take_object (Desk *self, JsonObject *object, GError **error)
{
  g_autoptr (GList) names = json_object_get_members (object);
  const char *name = names != NULL ? names->data : "", *text;

  if (names == NULL || names->next != NULL)
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                           _ ("Say one of “scan”, “command”, “type”, “picture”, “photo” and “resume”"));
      return FALSE;
    }
  if (!vouch_json_member_get_text (object, name, NULL, &text, error))
    return FALSE;
  if (g_str_equal (name, "scan"))
    return scan_text (self, text, VOUCH_SCAN_SERIAL, error);
  if (g_str_equal (name, "command"))
    return give_command (self, text, error);
  if (g_str_equal (name, "picture"))
    return scan_picture (self, text, error);
  if (g_str_equal (name, "resume"))
    return resume_lot (self, text, error);
  if (g_str_equal (name, "photo"))
    return take_photo (self, text, error);
  if (g_str_equal (name, "diagnostics") && g_str_equal (text, "decoder"))
    {
      self->is_diagnosed = TRUE;
      return TRUE;
    }
  if (g_str_equal (name, "type"))
    {
      vouch_session_type (self->session, text);
      return TRUE;
    }
  vouch_set_field_error (error, name, VOUCH_ERROR_INVALID,
                         _ ("Say one of “scan”, “command”, “type”, “picture”, “photo” and “resume”"));
  return FALSE;
}

/* A plain line is what a scanner or a keyboard would send: the stage decides what it answers. */
static gboolean
take_line (Desk *self, const char *line, GError **error)
{
  g_autoptr (JsonObject) object = NULL;

  if (*line != '{')
    {
      vouch_session_type (self->session, line);
      return TRUE;
    }
  object = vouch_json_parse_object (line, -1, error);
  return object != NULL && take_object (self, object, error);
}

static void
tell_state (VouchCli *cli, Desk *self)
{
  g_autoptr (VouchDeskState) state = vouch_session_dup_state (self->session);
  g_autoptr (VouchAnswer) answer = vouch_answer_new (vouch_desk_json_write (state), vouch_desk_json_say (state));

  vouch_cli_tell (cli, answer);
}

/* What became of the pictures that this desk was given. */
static void
tell_decoder (VouchCli *cli, Desk *self)
{
  VouchDecoder *decoder = vouch_station_get_decoder (self->station);
  g_auto (VouchDecoderCounts) counts = { 0 };
  JsonObject *object = json_object_new (), *figures = json_object_new ();
  g_autoptr (VouchAnswer) answer = NULL;

  vouch_decoder_get_counts (decoder, &counts);
  json_object_set_int_member (figures, "read", (gint64)counts.read);
  json_object_set_int_member (figures, "lost", (gint64)counts.lost);
  json_object_set_int_member (figures, "restarts", counts.restarts);
  json_object_set_int_member (figures, "hangs", counts.hangs);
  json_object_set_string_member (figures, "libraries", counts.libraries);
  json_object_set_string_member (figures, "program", vouch_decoder_get_program (decoder));
  json_object_set_object_member (object, "decoder", figures);
  answer = vouch_answer_new (object, vouch_decoder_words_of_counts (&counts));
  vouch_cli_tell (cli, answer);
}

static void
serve (VouchCli *cli, Desk *self)
{
  char *next;

  tell_state (cli, self);
  while (vouch_lines_read (&next))
    {
      g_autofree char *line = next;
      g_autoptr (GError) error = NULL;

      if (*line == '\0')
        continue;
      self->is_diagnosed = FALSE;
      if (take_line (self, line, &error))
        (self->is_diagnosed ? tell_decoder : tell_state) (cli, self);
      else
        vouch_cli_fail (cli, error);
    }
}

static void
run (VouchCli *cli, const VouchVerb *verb)
{
  VouchSessionSettings settings = VOUCH_SESSION_SETTINGS_DEFAULT;
  g_autoptr (GError) error = NULL;
  g_autoptr (GSettings) kept = vouch_station_settings_new ();
  g_autofree char *kept_camera = vouch_station_settings_dup_camera (kept);
  g_autoptr (VouchPrinterProfile) item = vouch_printer_settings_find_default (kept, VOUCH_PRINTER_USE_ITEM);
  g_autoptr (VouchPrinterProfile) lot = vouch_printer_settings_find_default (kept, VOUCH_PRINTER_USE_LOT);
  const char *prefix, *camera;
  Desk desk = { NULL };

  vouch_arguments_take_flag (vouch_cli_get_arguments (cli), "stdin");
  settings.label_directory = vouch_arguments_take (vouch_cli_get_arguments (cli), "labels");
  settings.item_printer = settings.label_directory == NULL ? item : NULL;
  settings.lot_printer = settings.label_directory == NULL ? lot : NULL;
  camera = vouch_arguments_take (vouch_cli_get_arguments (cli), "camera");
  prefix = vouch_arguments_take (vouch_cli_get_arguments (cli), "prefix");
  if (!vouch_cli_check_taken (cli))
    return;
  settings.camera = camera != NULL ? camera : kept_camera;
  settings.accepts_odoo = vouch_station_settings_accepts_odoo (kept);
  if (prefix != NULL && !vouch_command_prefix_is_valid (prefix))
    {
      vouch_cli_fail_usage (cli, _ ("Command codes begin with two to four capital letters other than Y and Z"));
      return;
    }
  desk.station = vouch_cli_open (cli, VOUCH_DB_OWN, &error);
  if (desk.station == NULL)
    {
      vouch_cli_fail (cli, error);
      return;
    }
  if (prefix != NULL)
    vouch_station_set_command_prefix (desk.station, prefix);
  settings.command_prefix = vouch_station_get_command_prefix (desk.station);
  desk.session = vouch_session_new (desk.station, &settings);
  serve (cli, &desk);
  vouch_session_free (desk.session);
}

const VouchVerb vouch_verbs_of_desk[] = {
  {
      .noun = "desk",
      .arguments = "[--labels DIR] [--camera SOURCE] [--prefix LETTERS]",
      .help = N_ ("an inspector's stand: one scan, command code or typed answer a line on standard input"),
      .run = run,
  },
  { NULL },
};
