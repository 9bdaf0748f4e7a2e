/* The camera beside the work, and pictures that are brought to the window: real pipelines, the real decoder, and a
 * station with example data. */
#include <glib/gstdio.h>

#include "desk-fixture.h"
#include "drawn-code.h"
#include "scripted-monitor.h"
#include "ui-test.h"
#include "vouch-camera-menu.h"
#include "vouch-camera-view.h"
#include "vouch-command.h"
#include "vouch-station-settings.h"

#define INSPECTOR "VB1002"
#define DELIVERY "PO-2026-0001"

typedef struct
{
  DeskFixture base;
  GSettings *settings;
  char *folder;
  char *path;
  VouchCameraView *view;
} CameraFixture;

static void
write_picture (CameraFixture *self, const char *const *codes)
{
  g_autoptr (DrawnCode) first = drawn_code_new ("QR", "-", 1);
  g_autoptr (DrawnCode) paper = drawn_code_on_paper (first, 300);
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GError) error = NULL;

  memset (paper->pixels, 255, (gsize)paper->width * paper->height);
  for (guint i = 0; codes[i] != NULL; i += 2)
    {
      g_autoptr (DrawnCode) code = drawn_code_new (codes[i], codes[i + 1], 2);

      drawn_code_paste (paper, code, 20, 20 + i * 150);
    }
  png = drawn_code_write_png (paper);
  g_file_set_contents (self->path, g_bytes_get_data (png, NULL), (gssize)g_bytes_get_size (png), &error);
  g_assert_no_error (error);
}

/* As many pictures a second as a camera has, all of them the same. Without a picture it is a camera that is not there.
 */
static void
choose_picture (CameraFixture *self)
{
  g_autofree char *source =
      g_strdup_printf ("filesrc location=%s ! pngdec ! imagefreeze ! video/x-raw,framerate=30/1", self->path);
  g_settings_set_string (self->settings, "camera-device", source);
}

static void
hold (CameraFixture *self, const char *const *codes)
{
  write_picture (self, codes);
  choose_picture (self);
}

static void
set_up (CameraFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  desk_fixture_set_up (&self->base, data);
  self->settings = vouch_station_settings_new ();
  self->folder = g_dir_make_tmp ("vouch-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "picture.png", NULL);
  vouch_window_set_settings (self->base.window, self->settings);
  self->view = VOUCH_CAMERA_VIEW (ui_test_find (GTK_WIDGET (self->base.window), VOUCH_TYPE_CAMERA_VIEW));
}

static void
tear_down (CameraFixture *self, gconstpointer data)
{
  desk_fixture_tear_down (&self->base, data);
  g_settings_reset (self->settings, "camera-device");
  g_object_unref (self->settings);
  g_unlink (self->path);
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

static void
open_camera (CameraFixture *self)
{
  desk_fixture_scan (&self->base, "XCCAM");
  while (!gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for_question (CameraFixture *self)
{
  while (!vouch_camera_view_is_choosing (self->view))
    g_main_context_iteration (NULL, TRUE);
  desk_fixture_wait_for_text (GTK_WIDGET (self->view), "Several codes: which one?");
}

static void
wait_for_word (CameraFixture *self, const char *word)
{
  desk_fixture_wait_for_text (GTK_WIDGET (self->base.window), word);
}

static gint64
get_act (CameraFixture *self)
{
  g_autoptr (VouchDeskState) state = vouch_desk_get_state (self->base.desk);

  return state->act;
}

static void
test_a_code_that_is_held_there_is_scanned_once (CameraFixture *self, gconstpointer data)
{
  static const char *const badge[] = { "QR", INSPECTOR, NULL };
  gint64 act;

  hold (self, badge);
  open_camera (self);
  desk_fixture_wait_for_stage (&self->base, VOUCH_STAGE_HOME);
  act = get_act (self);
  desk_fixture_wait_for_text (GTK_WIDGET (self->view), "Sure: " INSPECTOR);
  for (int i = 0; i < 200; i++)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (get_act (self), ==, act);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (self->view)));
}

static void
test_of_several_codes_one_is_chosen_by_a_command (CameraFixture *self, gconstpointer data)
{
  static const char *const codes[] = { "QR", INSPECTOR, "QR", DELIVERY, NULL };

  hold (self, codes);
  open_camera (self);
  wait_for_question (self);
  g_assert_null (ui_test_find_text (GTK_WIDGET (self->view), "All, as one label"));
  desk_fixture_scan (&self->base, "XCD1");
  desk_fixture_wait_for_stage (&self->base, VOUCH_STAGE_HOME);
  g_assert_false (vouch_camera_view_is_choosing (self->view));
}

static void
test_the_question_goes_by_itself_with_the_work (CameraFixture *self, gconstpointer data)
{
  static const char *const codes[] = { "QR", "LOT-7", "QR", DELIVERY, NULL };

  hold (self, codes);
  open_camera (self);
  wait_for_question (self);
  desk_fixture_scan (&self->base, "XCNO");
  g_assert_false (vouch_camera_view_is_choosing (self->view));
  desk_fixture_scan (&self->base, "XCCAM");
  while (gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    g_main_context_iteration (NULL, TRUE);
  open_camera (self);
  wait_for_question (self);
  desk_fixture_sign_in (&self->base, INSPECTOR, NULL);
  g_assert_false (vouch_camera_view_is_choosing (self->view));
}

static void
test_codes_of_one_label_are_taken_together (CameraFixture *self, gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (vouch_clock_now (self->base.base.clock) / G_USEC_PER_SEC);
  g_autoptr (GDateTime) expiry = g_date_time_add_days (now, 510);
  g_autofree char *elements = g_date_time_format (expiry, "[17]%y%m%d[10]QH26A01[30]200");
  const char *const codes[] = { "EAN-13", "952000100001", "GS1-128", elements, NULL };

  desk_fixture_sign_in (&self->base, INSPECTOR, NULL);
  desk_fixture_scan (&self->base, DELIVERY);
  desk_fixture_wait_for_stage (&self->base, VOUCH_STAGE_GOODS);
  hold (self, codes);
  open_camera (self);
  wait_for_question (self);
  g_assert_nonnull (ui_test_find_text (GTK_WIDGET (self->view), "All, as one label"));
  desk_fixture_scan (&self->base, "XCOK");
  desk_fixture_wait_for_stage (&self->base, VOUCH_STAGE_CHECK);
}

static void
test_work_goes_on_without_a_camera (CameraFixture *self, gconstpointer data)
{
  static const char *const delivery[] = { "QR", DELIVERY, NULL };

  g_settings_set_string (self->settings, "camera-device", "/nonexistent/video");
  open_camera (self);
  desk_fixture_wait_for_text (GTK_WIDGET (self->view), "No camera; keyboard and scanner go on");
  desk_fixture_sign_in (&self->base, INSPECTOR, NULL);
  g_assert_nonnull (ui_test_find_text (GTK_WIDGET (self->view), "No camera; keyboard and scanner go on"));
  gtk_widget_activate_action (GTK_WIDGET (self->view), "camera.retry", NULL);
  desk_fixture_wait_for_text (GTK_WIDGET (self->view), "No camera; keyboard and scanner go on");
  hold (self, delivery);
  desk_fixture_wait_for_stage (&self->base, VOUCH_STAGE_GOODS);
}

static void
test_a_camera_that_is_plugged_in_is_tried_again (CameraFixture *self, gconstpointer data)
{
  static const char *const badge[] = { "QR", INSPECTOR, NULL };
  VouchCameraSession *session = vouch_camera_view_get_session (self->view);
  g_autoptr (ScriptedMonitor) monitor = scripted_monitor_new ();
  VouchCamera *lost;

  scripted_monitor_plug (monitor, "video0", "/dev/video0");
  vouch_camera_session_set_monitor (session, VOUCH_DEVICE_MONITOR (monitor));
  choose_picture (self);
  open_camera (self);
  desk_fixture_wait_for_text (GTK_WIDGET (self->view), "No camera; keyboard and scanner go on");
  lost = vouch_camera_session_get_camera (session);
  scripted_monitor_unplug (monitor, "video0");
  g_assert_true (vouch_camera_session_get_camera (session) == lost);
  write_picture (self, badge);
  scripted_monitor_plug (monitor, "video0", "/dev/video0");
  wait_for_word (self, "The camera is back");
  desk_fixture_wait_for_stage (&self->base, VOUCH_STAGE_HOME);
}

static void
write_badge_cb (CameraFixture *self)
{
  static const char *const badge[] = { "QR", INSPECTOR, NULL };

  write_picture (self, badge);
}

/* A device becomes ours to open a moment after it is there. */
static void
test_a_change_during_a_try_is_one_more_reason_to_try (CameraFixture *self, gconstpointer data)
{
  VouchCameraSession *session = vouch_camera_view_get_session (self->view);
  g_autoptr (ScriptedMonitor) monitor = scripted_monitor_new ();
  gulong handler = g_signal_connect_swapped (session, "lost", G_CALLBACK (write_badge_cb), self);

  vouch_camera_session_set_monitor (session, VOUCH_DEVICE_MONITOR (monitor));
  choose_picture (self);
  open_camera (self);
  g_assert_null (vouch_camera_get_error (vouch_camera_session_get_camera (session)));
  scripted_monitor_plug (monitor, "video0", "/dev/video0");
  desk_fixture_wait_for_stage (&self->base, VOUCH_STAGE_HOME);
  g_signal_handler_disconnect (session, handler);
}

/* Nothing of it is taken; that it was seen is told, and what to do. */
static void
hold_refused_code (CameraFixture *self, DrawnCode *code)
{
  g_autoptr (DrawnCode) paper = drawn_code_on_paper (code, 40);
  g_autoptr (GBytes) png = drawn_code_write_png (paper);

  g_assert_true (g_file_set_contents (self->path, g_bytes_get_data (png, NULL), (gssize)g_bytes_get_size (png), NULL));
  choose_picture (self);
  open_camera (self);
}

static void
test_a_part_of_a_text_is_refused_in_words (CameraFixture *self, gconstpointer data)
{
  g_autoptr (DrawnCode) part = drawn_code_new_part ("QR", INSPECTOR, 1, 2, 4);

  hold_refused_code (self, part);
  wait_for_word (self, "This QR code is one of several that belong together (structured append); such codes are not "
                       "read. Ask the supplier for one whole code");
  desk_fixture_wait_for_text (GTK_WIDGET (self->view), "This code is not taken");
  g_assert_null (ui_test_find_text (GTK_WIDGET (self->view), "Sure: "));
}

static void
test_a_code_that_is_too_long_is_refused_in_words (CameraFixture *self, gconstpointer data)
{
  g_autofree char *digits = g_strnfill (7089, '7');
  g_autoptr (DrawnCode) large = drawn_code_new ("QR", digits, 4);

  hold_refused_code (self, large);
  wait_for_word (self, "The code holds more text than any code of goods, so it was not taken");
  desk_fixture_wait_for_text (GTK_WIDGET (self->view), "This code is not taken");
}

/* Whoever waits for the device gets it only then. */
static void
wait_until_closed (CameraFixture *self)
{
  VouchCameraHub *hub = vouch_station_get_cameras (self->base.base.station);

  vouch_camera_hub_claim (hub);
  vouch_camera_hub_release (hub);
}

static void
test_nobody_watches_unseen (CameraFixture *self, gconstpointer data)
{
  static const char *const badge[] = { "QR", INSPECTOR, NULL };

  hold (self, badge);
  open_camera (self);
  desk_fixture_wait_for_stage (&self->base, VOUCH_STAGE_HOME);
  gtk_widget_set_visible (GTK_WIDGET (self->base.window), FALSE);
  wait_until_closed (self);
  gtk_widget_set_visible (GTK_WIDGET (self->base.window), TRUE);
  desk_fixture_wait_for_text (GTK_WIDGET (self->view), "Sure: " INSPECTOR);
  vouch_desk_command (self->base.desk, VOUCH_COMMAND_LOCK, 0);
  while (gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    g_main_context_iteration (NULL, TRUE);
  wait_until_closed (self);
}

static void
test_a_picture_with_one_code_is_a_scan (CameraFixture *self, gconstpointer data)
{
  static const char *const badge[] = { "QR", INSPECTOR, NULL };

  write_picture (self, badge);
  vouch_window_read_picture (self->base.window, self->path);
  desk_fixture_wait_for_stage (&self->base, VOUCH_STAGE_HOME);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (self->view)));
}

static void
test_a_picture_with_several_codes_asks (CameraFixture *self, gconstpointer data)
{
  static const char *const codes[] = { "QR", DELIVERY, "QR", INSPECTOR, NULL };

  write_picture (self, codes);
  vouch_window_read_picture (self->base.window, self->path);
  wait_for_question (self);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (self->view)));
  gtk_widget_activate_action (GTK_WIDGET (self->view), "camera.choose", "u", 2);
  desk_fixture_wait_for_stage (&self->base, VOUCH_STAGE_HOME);
  ui_test_settle ();
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (self->view)));
}

static void
test_a_picture_without_code_says_so (CameraFixture *self, gconstpointer data)
{
  static const char *const nothing[] = { NULL };

  write_picture (self, nothing);
  vouch_window_read_picture (self->base.window, self->path);
  wait_for_word (self, "No code");
  g_assert_true (g_file_set_contents (self->path, "no picture", -1, NULL));
  vouch_window_read_picture (self->base.window, self->path);
  wait_for_word (self, "Not read");
}

static void
paste (CameraFixture *self, GdkContentProvider *content)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self->base.window));

  gdk_clipboard_set_content (clipboard, content);
  g_object_unref (content);
  gtk_widget_activate_action (GTK_WIDGET (self->base.window), "win.paste-picture", NULL);
}

/* The bytes go to the decoder as they are. */
static void
test_a_picture_is_pasted (CameraFixture *self, gconstpointer data)
{
  static const char *const badge[] = { "QR", INSPECTOR, NULL };
  g_autoptr (GBytes) bytes = NULL;
  char *png;
  gsize length;

  paste (self, gdk_content_provider_new_typed (G_TYPE_STRING, "a text"));
  wait_for_word (self, "No picture");
  write_picture (self, badge);
  g_assert_true (g_file_get_contents (self->path, &png, &length, NULL));
  bytes = g_bytes_new_take (png, length);
  paste (self, gdk_content_provider_new_for_bytes ("image/png", bytes));
  desk_fixture_wait_for_stage (&self->base, VOUCH_STAGE_HOME);
}

static void
test_a_file_is_pasted (CameraFixture *self, gconstpointer data)
{
  static const char *const badge[] = { "QR", INSPECTOR, NULL };
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GSList) files = g_slist_append (NULL, file);

  write_picture (self, badge);
  paste (self, gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, files));
  desk_fixture_wait_for_stage (&self->base, VOUCH_STAGE_HOME);
}

/* It takes its time to look for them, and the settings page is there meanwhile. */
static void
test_cameras_are_chosen_from_a_menu (CameraFixture *self, gconstpointer data)
{
  GtkWidget *menu = g_object_ref_sink (vouch_camera_menu_new (self->settings, "camera-device"));
  GtkWidget *button = ui_test_find (menu, GTK_TYPE_MENU_BUTTON);
  GMenuModel *model = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button));
  GtkWidget *window = gtk_window_new ();
  guint n_before = (guint)g_menu_model_get_n_items (model);

  gtk_window_set_child (GTK_WINDOW (window), menu);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_cmpuint (n_before, ==, 1);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  while (g_menu_model_get_n_items (model) == 1)
    g_main_context_iteration (NULL, TRUE);
  g_settings_set_string (self->settings, "camera-device", "/dev/video7");
  gtk_widget_activate_action (menu, "cameras.choose", "s", "");
  g_assert_null (vouch_station_settings_dup_camera (self->settings));
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (menu);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(path, test) g_test_add (path, CameraFixture, NULL, set_up, test, tear_down)
  ADD ("/camera-view/a-code-that-is-held-there-is-scanned-once", test_a_code_that_is_held_there_is_scanned_once);
  ADD ("/camera-view/of-several-codes-one-is-chosen-by-a-command", test_of_several_codes_one_is_chosen_by_a_command);
  ADD ("/camera-view/the-question-goes-by-itself-with-the-work", test_the_question_goes_by_itself_with_the_work);
  ADD ("/camera-view/codes-of-one-label-are-taken-together", test_codes_of_one_label_are_taken_together);
  ADD ("/camera-view/work-goes-on-without-a-camera", test_work_goes_on_without_a_camera);
  ADD ("/camera-view/one-that-is-plugged-in-is-tried-again", test_a_camera_that_is_plugged_in_is_tried_again);
  ADD ("/camera-view/a-change-during-a-try-is-one-more-reason", test_a_change_during_a_try_is_one_more_reason_to_try);
  ADD ("/camera-view/a-part-of-a-text-is-refused-in-words", test_a_part_of_a_text_is_refused_in_words);
  ADD ("/camera-view/a-code-that-is-too-long-is-refused-in-words", test_a_code_that_is_too_long_is_refused_in_words);
  ADD ("/camera-view/nobody-watches-unseen", test_nobody_watches_unseen);
  ADD ("/pictures/one-with-one-code-is-a-scan", test_a_picture_with_one_code_is_a_scan);
  ADD ("/pictures/one-with-several-codes-asks", test_a_picture_with_several_codes_asks);
  ADD ("/pictures/one-without-code-says-so", test_a_picture_without_code_says_so);
  ADD ("/pictures/one-is-pasted", test_a_picture_is_pasted);
  ADD ("/pictures/a-file-is-pasted", test_a_file_is_pasted);
  ADD ("/camera-view/cameras-are-chosen-from-a-menu", test_cameras_are_chosen_from_a_menu);
  return g_test_run ();
}
