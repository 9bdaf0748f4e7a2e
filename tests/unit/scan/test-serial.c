/* Scanners on serial lines: pseudo-terminals stand in for the lines, and a script for whoever plugs them in. */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "scripted-monitor.h"
#include "vouch-device-folder.h"
#include "vouch-error.h"
#include "vouch-serial-line.h"
#include "vouch-serial-port.h"
#include "vouch-serial-scanners.h"

#define FIRST "usb-Honeywell_Voyager_1450g_19123B04C2-if00"
#define SECOND "usb-Zebra_DS2208_S-7-if00-port0"

typedef struct
{
  ScriptedMonitor *monitor;
  VouchSerialScanners *scanners;
  GString *log; /* what happened, a word a line */
} Fixture;

/* The scanner's end of a line. */
static int
open_scanner (char **path)
{
  int fd = posix_openpt (O_RDWR | O_NOCTTY | O_CLOEXEC);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (grantpt (fd), ==, 0);
  g_assert_cmpint (unlockpt (fd), ==, 0);
  *path = g_strdup (ptsname (fd));
  return fd;
}

static void
send_bytes (int fd, const char *bytes)
{
  g_assert_cmpint (write (fd, bytes, strlen (bytes)), ==, (gssize)strlen (bytes));
}

static void
scanned_cb (Fixture *fixture, const VouchScan *scan)
{
  g_assert_cmpint (scan->origin, ==, VOUCH_SCAN_SERIAL);
  g_string_append_printf (fixture->log, "%s %s%s%s\n", scan->device, scan->aim, scan->text, scan->sure ? "" : " ?");
}

static void
refused_cb (Fixture *fixture, const char *message)
{
  g_string_append (fixture->log, "refused\n");
}

static void
changed_cb (Fixture *fixture, const char *id, VouchSerialState state)
{
  static const char *const words[] = { "absent", "listening", "failed" };

  g_string_append_printf (fixture->log, "%s %s\n", id, words[state]);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VouchClock) clock = vouch_clock_new_fixed (G_GINT64_CONSTANT (1795000000000000), 0);

  fixture->log = g_string_new (NULL);
  fixture->monitor = scripted_monitor_new ();
  fixture->scanners = vouch_serial_scanners_new (VOUCH_DEVICE_MONITOR (fixture->monitor), clock);
  g_signal_connect_swapped (fixture->scanners, "scanned", G_CALLBACK (scanned_cb), fixture);
  g_signal_connect_swapped (fixture->scanners, "refused", G_CALLBACK (refused_cb), fixture);
  g_signal_connect_swapped (fixture->scanners, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->scanners);
  g_assert_finalize_object (fixture->monitor);
  g_string_free (fixture->log, TRUE);
}

static void
use (Fixture *fixture, const char *first, const char *second)
{
  const char *ids[] = { first, second, NULL };

  vouch_serial_scanners_use (fixture->scanners, ids, VOUCH_SERIAL_DEFAULT_BAUD);
}

/* Waits for as many lines and compares them. */
static void
expect (Fixture *fixture, const char *log)
{
  while (fixture->log->len < strlen (log))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (fixture->log->str, ==, log);
  g_string_truncate (fixture->log, 0);
}

static void
test_what_is_sent_arrives (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  int scanner = open_scanner (&path);

  scripted_monitor_plug (fixture->monitor, FIRST, path);
  use (fixture, FIRST, NULL);
  expect (fixture, FIRST " listening\n");
  send_bytes (scanner, "]C1010952000100001010L1\03517270131\r\n");
  expect (fixture, FIRST " ]C1010952000100001010L1\03517270131\n");
  /* Nothing of a code is lost or changed on the way, whatever a terminal would make of it. */
  send_bytes (scanner, "a\r\x7f\r\x11\r\x1bZ\rb\r");
  expect (fixture, FIRST " a\nrefused\nrefused\nrefused\n" FIRST " b\n");
  send_bytes (scanner, "\xc5\xfa\xba\xc5\r");
  expect (fixture, FIRST " 批号 ?\n");
  close (scanner);
}

static void
test_unplugged_and_plugged_in_again (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *path = NULL;
      g_autofree char *trouble = NULL;
      g_autofree char *none = NULL;
      int scanner = open_scanner (&path);

      scripted_monitor_plug (fixture->monitor, FIRST, path);
      use (fixture, FIRST, NULL);
      expect (fixture, FIRST " listening\n");
      none = vouch_serial_scanners_dup_trouble (fixture->scanners);
      g_assert_null (none);
      send_bytes (scanner, "L1\r");
      expect (fixture, FIRST " L1\n");

      send_bytes (scanner, "TORS");
      close (scanner);
      scripted_monitor_unplug (fixture->monitor, FIRST);
      expect (fixture, FIRST " absent\n");
      trouble = vouch_serial_scanners_dup_trouble (fixture->scanners);
      g_assert_nonnull (strstr (trouble, "Honeywell Voyager 1450g 19123B04C2"));
    }
}

static const VouchScannerProfile *
profile_cb (const char *id, gpointer data)
{
  return g_str_equal (id, FIRST) ? data : NULL;
}

/* What a scanner adds is taken off, and what it leaves out is known. */
static void
test_a_profile_is_applied (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (VouchScannerProfile) profile = vouch_scanner_profile_new ();
  int scanner = open_scanner (&path);

  profile->device = g_strdup (FIRST);
  profile->suffix = VOUCH_SCANNER_SUFFIX_ENTER;
  profile->before = g_strdup ("<<");
  profile->separator = VOUCH_SCANNER_SEPARATOR_TEXT;
  profile->separator_text = g_strdup ("^");
  vouch_serial_scanners_set_profiles (fixture->scanners, profile_cb, profile);
  scripted_monitor_plug (fixture->monitor, FIRST, path);
  use (fixture, FIRST, NULL);
  expect (fixture, FIRST " listening\n");
  send_bytes (scanner, "<<]C1010952000100001010L1^17270131\r");
  expect (fixture, FIRST " ]C1010952000100001010L1\03517270131\n");
  /* It is known to send an end, so that what has none is half a code. */
  send_bytes (scanner, "<<LOT");
  expect (fixture, "refused\n");
  close (scanner);
}

/* The line hangs up before its link is gone, as devices do. */
static void
test_a_torso_is_refused_when_the_cable_is_pulled (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *again = NULL;
  int scanner = open_scanner (&path);

  scripted_monitor_plug (fixture->monitor, FIRST, path);
  use (fixture, FIRST, NULL);
  expect (fixture, FIRST " listening\n");
  send_bytes (scanner, "L1\rTORS");
  expect (fixture, FIRST " L1\n");
  close (scanner);
  expect (fixture, "refused\n" FIRST " absent\n");
  scripted_monitor_unplug (fixture->monitor, FIRST);
  scanner = open_scanner (&again);
  scripted_monitor_plug (fixture->monitor, FIRST, again);
  expect (fixture, FIRST " listening\n");
  send_bytes (scanner, "L2\r");
  expect (fixture, FIRST " L2\n");
  close (scanner);
}

/* Half a code of each is never taken for one. */
static void
test_two_scanners_do_not_mix (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first_path = NULL;
  g_autofree char *second_path = NULL;
  int first = open_scanner (&first_path), second = open_scanner (&second_path);

  use (fixture, FIRST, SECOND);
  scripted_monitor_plug (fixture->monitor, FIRST, first_path);
  expect (fixture, FIRST " listening\n");
  scripted_monitor_plug (fixture->monitor, SECOND, second_path);
  expect (fixture, SECOND " listening\n");
  send_bytes (first, "AAA");
  send_bytes (second, "BBB\r");
  expect (fixture, SECOND " BBB\n");
  send_bytes (first, "CCC\r");
  expect (fixture, FIRST " AAACCC\n");

  use (fixture, SECOND, NULL);
  send_bytes (first, "nobody listens\r");
  send_bytes (second, "D\r");
  expect (fixture, SECOND " D\n");
  close (first);
  close (second);
}

static void
test_what_is_not_used_is_not_touched (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  int printer = open_scanner (&path);
  int fd;

  scripted_monitor_plug (fixture->monitor, SECOND, path);
  use (fixture, FIRST, NULL);
  fd = open (path, O_RDONLY | O_NOCTTY | O_CLOEXEC);
  g_assert_cmpint (fd, >=, 0);
  close (fd);
  close (printer);
}

static void
never_cb (const VouchSerialMessage *message, gpointer data)
{
  g_assert_not_reached ();
}

/* A program that looks for modems has it for a moment. */
static void
test_a_line_that_is_taken_is_tried_again (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  int scanner = open_scanner (&path);
  VouchSerialPort *other = vouch_serial_port_new (vouch_serial_line_open (path, 9600, NULL), FALSE, never_cb, NULL);

  scripted_monitor_plug (fixture->monitor, FIRST, path);
  use (fixture, FIRST, NULL);
  expect (fixture, FIRST " failed\n");
  vouch_serial_port_close (other);
  expect (fixture, FIRST " listening\n");
  close (scanner);
}

/* Whoever changes the settings while a line is being opened does not keep it from others. */
static void
test_a_line_that_is_given_up_is_closed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  int scanner = open_scanner (&path), fd;

  scripted_monitor_plug (fixture->monitor, FIRST, path);
  use (fixture, FIRST, NULL);
  use (fixture, SECOND, NULL);
  while ((fd = vouch_serial_line_open (path, VOUCH_SERIAL_DEFAULT_BAUD, NULL)) < 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (fixture->log->str, ==, "");
  close (fd);
  close (scanner);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_what_is_no_line_is_refused (void)
{
  static const struct
  {
    const char *path;
    guint baud;
    int code;
  } cases[] = {
    { "/dev/null", 9600, VOUCH_ERROR_INVALID },
    { "/", 9600, VOUCH_ERROR_INVALID },
    { "/nowhere/at/all", 9600, VOUCH_ERROR_NOT_FOUND },
    { "/dev/null", 9601, VOUCH_ERROR_INVALID },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (vouch_serial_line_open (cases[i].path, cases[i].baud, &error), ==, -1);
      g_assert_error (error, VOUCH_ERROR, cases[i].code);
    }
}

typedef struct
{
  GMainLoop *loop;
  VouchDeviceMonitor *folder;
  guint wanted;
} Watch;

static void
folder_changed_cb (Watch *watch)
{
  g_auto (GStrv) ids = vouch_device_monitor_list (watch->folder);

  if (g_strv_length (ids) == watch->wanted)
    g_main_loop_quit (watch->loop);
}

static void
wait_for (Watch *watch, guint wanted)
{
  watch->wanted = wanted;
  g_main_loop_run (watch->loop);
}

/* The system makes the folder with the first device and removes it with the last. */
static void
test_a_folder_that_comes_and_goes (void)
{
  g_autofree char *parent = g_dir_make_tmp ("serial-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (parent, "by-id", NULL);
  g_autofree char *link = g_build_filename (path, FIRST, NULL);
  g_autoptr (VouchDeviceFolder) folder = vouch_device_folder_new (path);
  Watch watch = { g_main_loop_new (NULL, FALSE), VOUCH_DEVICE_MONITOR (folder), 0 };
  g_auto (GStrv) none = vouch_device_monitor_list (watch.folder);

  g_signal_connect_swapped (folder, "changed", G_CALLBACK (folder_changed_cb), &watch);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *device = NULL;

      g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
      g_assert_cmpint (symlink ("/dev/null", link), ==, 0);
      wait_for (&watch, 1);
      device = vouch_device_monitor_dup_path (watch.folder, FIRST);
      g_assert_cmpstr (device, ==, link);
      g_assert_null (vouch_device_monitor_dup_path (watch.folder, "../../" SECOND));
      g_assert_cmpint (g_unlink (link), ==, 0);
      g_assert_cmpint (g_rmdir (path), ==, 0);
      wait_for (&watch, 0);
    }
  g_assert_cmpint (g_rmdir (parent), ==, 0);
  g_main_loop_unref (watch.loop);
}

static void
count_cb (VouchDeviceMonitor *monitor, guint *n)
{
  (*n)++;
}

/* In a folder of devices of all kinds. */
static void
test_a_folder_of_which_some_count (void)
{
  g_autofree char *path = g_dir_make_tmp ("devices-XXXXXX", NULL);
  g_autofree char *video = g_build_filename (path, "video0", NULL);
  g_autofree char *other = g_build_filename (path, "tty7", NULL);
  g_autoptr (VouchDeviceFolder) folder = vouch_device_folder_new_of (path, "video");
  VouchDeviceMonitor *monitor = VOUCH_DEVICE_MONITOR (folder);
  g_autofree char *device = NULL;
  g_auto (GStrv) ids = NULL;
  guint n = 0;

  g_signal_connect (folder, "changed", G_CALLBACK (count_cb), &n);
  g_assert_true (g_file_set_contents (other, "words", -1, NULL));
  g_assert_cmpint (symlink ("/dev/null", video), ==, 0);
  while (n == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n, ==, 1);
  ids = vouch_device_monitor_list (monitor);
  g_assert_cmpuint (g_strv_length (ids), ==, 1);
  g_assert_cmpstr (ids[0], ==, "video0");
  device = vouch_device_monitor_dup_path (monitor, "video0");
  g_assert_cmpstr (device, ==, video);
  g_assert_null (vouch_device_monitor_dup_path (monitor, "tty7"));
  g_unlink (video);
  g_unlink (other);
  g_rmdir (path);
}

static void
test_names_for_people (void)
{
  static const char *const names[][2] = {
    { FIRST, "Honeywell Voyager 1450g 19123B04C2" },
    { SECOND, "Zebra DS2208 S-7" },
    { "COM1", "COM1" },
    { "usb-", "usb-" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = vouch_device_id_to_name (names[i][0]);

      g_assert_cmpstr (name, ==, names[i][1]);
    }
}

#define ADD(name, func) g_test_add ("/serial/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("what-is-sent-arrives", test_what_is_sent_arrives);
  ADD ("unplugged-and-plugged-in-again", test_unplugged_and_plugged_in_again);
  ADD ("a-torso-is-refused-when-the-cable-is-pulled", test_a_torso_is_refused_when_the_cable_is_pulled);
  ADD ("a-profile-is-applied", test_a_profile_is_applied);
  ADD ("two-scanners-do-not-mix", test_two_scanners_do_not_mix);
  ADD ("what-is-not-used-is-not-touched", test_what_is_not_used_is_not_touched);
  ADD ("a-line-that-is-taken-is-tried-again", test_a_line_that_is_taken_is_tried_again);
  ADD ("a-line-that-is-given-up-is-closed", test_a_line_that_is_given_up_is_closed);
  g_test_add_func ("/serial/what-is-no-line-is-refused", test_what_is_no_line_is_refused);
  g_test_add_func ("/serial/a-folder-that-comes-and-goes", test_a_folder_that_comes_and_goes);
  g_test_add_func ("/serial/a-folder-of-which-some-count", test_a_folder_of_which_some_count);
  g_test_add_func ("/serial/names-for-people", test_names_for_people);
  return g_test_run ();
}
