/* Scanners on serial lines. */
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "vouch-device-folder.h"
#include "vouch-error.h"
#include "vouch-scanner-settings.h"
#include "vouch-serial-line.h"
#include "vouch-serial-port.h"
#include "vouch-serial-settings.h"
#include "vouch-station-settings.h"
#include "vouch-text.h"
#include "vouch-verb.h"

static VouchDeviceMonitor *
open_folder (GSettings *settings)
{
  g_autofree char *path = vouch_serial_settings_dup_folder (settings);

  return VOUCH_DEVICE_MONITOR (vouch_device_folder_new (path));
}

static void
tell_device (VouchCli *cli, VouchDeviceMonitor *monitor, GSettings *settings, const char *id)
{
  g_autofree char *name = vouch_device_id_to_name (id);
  g_autofree char *path = vouch_device_monitor_dup_path (monitor, id);
  gboolean is_used = vouch_serial_settings_uses (settings, id);
  JsonObject *object = json_object_new ();
  g_autoptr (VouchAnswer) answer = NULL;

  json_object_set_string_member (object, "device", id);
  json_object_set_string_member (object, "name", name);
  json_object_set_boolean_member (object, "is_plugged_in", path != NULL);
  json_object_set_boolean_member (object, "is_used", is_used);
  answer = vouch_answer_new (object, g_strdup_printf ("%s  %s  %s  %s", id, name,
                                                      path != NULL ? _ ("plugged in") : _ ("not plugged in"),
                                                      is_used ? _ ("used as a scanner") : _ ("not used")));
  vouch_cli_tell (cli, answer);
}

static void
run_devices (VouchCli *cli, const VouchVerb *verb)
{
  g_autoptr (GSettings) settings = vouch_station_settings_new ();
  g_autoptr (VouchDeviceMonitor) monitor = open_folder (settings);
  g_auto (GStrv) there = vouch_device_monitor_list (monitor);
  g_auto (GStrv) used = vouch_serial_settings_list (settings);

  if (!vouch_cli_check_taken (cli))
    return;
  for (gsize i = 0; there[i] != NULL; i++)
    tell_device (cli, monitor, settings, there[i]);
  for (gsize i = 0; used[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *)there, used[i]))
      tell_device (cli, monitor, settings, used[i]);
}

static gboolean
set_used (VouchDeviceMonitor *monitor, GSettings *settings, const char *id, gboolean is_used, GError **error)
{
  g_autofree char *path = vouch_device_monitor_dup_path (monitor, id);

  if (path == NULL && !vouch_serial_settings_uses (settings, id))
    vouch_set_field_error (error, "device", VOUCH_ERROR_NOT_FOUND,
                           _ ("No serial device “%s” is plugged in; “vouch scanner devices” lists them"), id);
  else if (settings == NULL || !vouch_serial_settings_set_used (settings, id, is_used))
    vouch_set_field_error (error, "device", VOUCH_ERROR_DENIED,
                           _ ("This station's settings are locked or not installed; ask whoever looks after it"));
  else
    return TRUE;
  return FALSE;
}

static void
change_use (VouchCli *cli, gboolean is_used)
{
  const char *id = vouch_arguments_take_word (vouch_cli_get_arguments (cli));
  g_autoptr (GSettings) settings = vouch_station_settings_new ();
  g_autoptr (VouchDeviceMonitor) monitor = open_folder (settings);
  g_autoptr (GError) error = NULL;

  if (id == NULL)
    vouch_cli_fail_usage (cli, _ ("Name the device; “vouch scanner devices” lists them"));
  else if (!vouch_cli_check_taken (cli))
    return;
  else if (!set_used (monitor, settings, id, is_used, &error))
    vouch_cli_fail (cli, error);
  else
    {
      g_settings_sync ();
      tell_device (cli, monitor, settings, id);
    }
}

static void
run_use (VouchCli *cli, const VouchVerb *verb)
{
  change_use (cli, TRUE);
}

static void
run_release (VouchCli *cli, const VouchVerb *verb)
{
  change_use (cli, FALSE);
}

typedef struct
{
  VouchCli *cli;
  GMainLoop *loop;
  VouchSerialPort *port;
  const char *device;
  const VouchScannerProfile *profile; /* nullable */
} Listening;

static void
tell_scan (Listening *self, const VouchScan *scan)
{
  g_autofree char *shown = vouch_text_show (scan->text, (gssize)scan->length);
  JsonObject *object = json_object_new ();
  g_autoptr (VouchAnswer) answer = NULL;

  json_object_set_string_member (object, "device", self->device);
  json_object_set_string_member (object, "aim", scan->aim);
  json_object_set_string_member (object, "text", scan->text);
  json_object_set_boolean_member (object, "sure", scan->sure);
  answer = vouch_answer_new (object, g_strdup_printf ("%s%s%s", scan->aim, shown, scan->sure ? "" : _ ("  (unsure)")));
  vouch_cli_tell (self->cli, answer);
}

static void
tell_unplugged (Listening *self)
{
  g_autofree char *name = vouch_device_id_to_name (self->device);
  g_autoptr (GError) error = g_error_new (VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND,
                                          _ ("The scanner %s was plugged out; plug it in and start again"), name);

  vouch_cli_fail (self->cli, error);
}

static void
sent_cb (const VouchSerialMessage *message, gpointer data)
{
  Listening *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchScan) scan = NULL;

  if (message == NULL)
    {
      tell_unplugged (self);
      g_main_loop_quit (self->loop);
      return;
    }
  scan = vouch_scanner_profile_read_message (self->profile, message, self->device, g_get_real_time (), &error);
  if (scan != NULL)
    tell_scan (self, scan);
  else
    vouch_cli_fail (self->cli, error);
  fflush (stdout);
}

static gboolean
interrupted_cb (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_CONTINUE;
}

static void
listen_to (VouchCli *cli, const char *device, const char *path, guint baud, const VouchScannerProfile *profile)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Listening listening = { cli, loop, NULL, device, profile };
  g_autoptr (GError) error = NULL;
  guint interrupt, terminate;
  int fd = vouch_serial_line_open (path, baud, &error);

  if (fd < 0)
    {
      vouch_cli_fail (cli, error);
      return;
    }
  listening.port = vouch_serial_port_new (fd, FALSE, sent_cb, &listening);
  g_printerr (_ ("Listening to %s until it is interrupted\n"), device);
  interrupt = g_unix_signal_add (SIGINT, interrupted_cb, loop);
  terminate = g_unix_signal_add (SIGTERM, interrupted_cb, loop);
  g_main_loop_run (loop);
  g_source_remove (interrupt);
  g_source_remove (terminate);
  vouch_serial_port_close (listening.port);
}

/* A device by its id, or any other by its path. */
static void
run_listen (VouchCli *cli, const VouchVerb *verb)
{
  VouchArguments *arguments = vouch_cli_get_arguments (cli);
  const char *device = vouch_arguments_take_word (arguments);
  const char *baud = vouch_arguments_take (arguments, "baud");
  g_autoptr (GSettings) settings = vouch_station_settings_new ();
  g_autoptr (VouchDeviceMonitor) monitor = open_folder (settings);
  g_autofree char *path = NULL;
  guint64 speed = vouch_serial_settings_get_baud (settings);

  if (device == NULL)
    vouch_cli_fail_usage (cli, _ ("Name the device; “vouch scanner devices” lists them"));
  else if (baud != NULL && (!g_ascii_string_to_unsigned (baud, 10, 1, G_MAXUINT, &speed, NULL) ||
                            !vouch_serial_baud_is_known ((guint)speed)))
    vouch_cli_fail_usage (cli, _ ("A serial line cannot be set to “%s” bits a second; the usual number is 9600"), baud);
  else if (vouch_cli_check_taken (cli))
    {
      g_autoptr (VouchScannerProfile) profile = vouch_scanner_settings_find (settings, device, NULL);

      path = strchr (device, '/') == NULL ? vouch_device_monitor_dup_path (monitor, device) : NULL;
      listen_to (cli, device, path != NULL ? path : device, (guint)speed, profile);
    }
}

const VouchVerb vouch_verbs_of_scanner_serial[] = {
  {
      .noun = "scanner",
      .verb = "devices",
      .help = N_ ("lists the serial devices that are plugged in, and which of them this station uses as scanners"),
      .run = run_devices,
  },
  {
      .noun = "scanner",
      .verb = "use",
      .arguments = "DEVICE",
      .help = N_ ("makes a serial device one of this station's scanners"),
      .run = run_use,
  },
  {
      .noun = "scanner",
      .verb = "release",
      .arguments = "DEVICE",
      .help = N_ ("uses a serial device as a scanner no more"),
      .run = run_release,
  },
  {
      .noun = "scanner",
      .verb = "listen",
      .arguments = "DEVICE [--baud N]",
      .help = N_ ("prints what a scanner on a serial line reads, until it is interrupted; needs no station"),
      .run = run_listen,
  },
  { NULL },
};
