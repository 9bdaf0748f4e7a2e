/* Enrolling the lookup service from the settings: at a real service, and at one that never answers. */
#include "goods.h"
#include "ui-test.h"
#include "vouch-carry-group.h"
#include "vouch-keyring-group.h"
#include "vouch-lookup-section.h"
#include "vouch-page.h"
#include "vouch-publish-work.h"
#include "vouch-restore-work.h"
#include "vouch-takeover-group.h"

typedef struct
{
  StationFixture base;
  VouchDesk *desk;
  GtkWidget *section;
  GtkWidget *window;
} Fixture;

static void
wait_for_text (Fixture *fixture, const char *text)
{
  while (ui_test_find_text (fixture->window, text) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
sign_in (Fixture *fixture)
{
  g_autoptr (VouchActor) actor = NULL;

  vouch_desk_type (fixture->desk, "VB1001");
  vouch_desk_type (fixture->desk, "481516");
  while ((actor = vouch_desk_get_actor (fixture->desk)) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  VouchSessionSettings settings = VOUCH_SESSION_SETTINGS_DEFAULT;

  station_fixture_set_up (&fixture->base, data);
  fixture->desk = vouch_desk_new (fixture->base.station, &settings);
  fixture->window = gtk_window_new ();
  fixture->section = g_object_new (VOUCH_TYPE_LOOKUP_SECTION, NULL);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->section);
  gtk_window_present (GTK_WINDOW (fixture->window));
  sign_in (fixture);
  vouch_page_set_desk (VOUCH_PAGE (fixture->section), fixture->desk);
  vouch_page_refresh (VOUCH_PAGE (fixture->section));
  wait_for_text (fixture, "None yet: codes are printed, but customers find nothing.");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  vouch_page_set_desk (VOUCH_PAGE (fixture->section), NULL);
  vouch_desk_close (fixture->desk);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_settle ();
  g_object_unref (fixture->desk);
  station_fixture_tear_down (&fixture->base, data);
}

static void
enrol (Fixture *fixture, const char *url)
{
  GtkWidget *entry = ui_test_find (fixture->section, ADW_TYPE_ENTRY_ROW);

  gtk_editable_set_text (GTK_EDITABLE (entry), url);
  g_signal_emit_by_name (entry, "apply");
}

/* The second word of the next line that the service prints: where it listens. */
static char *
read_address (GDataInputStream *lines)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, &error);
  g_auto (GStrv) words = NULL;

  g_assert_no_error (error);
  words = g_strsplit (line, " ", -1);
  return g_strdup (words[1]);
}

typedef struct
{
  GSubprocess *process;
  char *directory;
  char *private_address;
} Service;

static void
start_service (Fixture *fixture, Service *service)
{
  g_autoptr (GDataInputStream) lines = NULL;
  g_autofree char *public_address = NULL;
  g_autoptr (GError) error = NULL;

  service->directory = g_build_filename (fixture->base.directory, "lookup", NULL);
  service->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, g_getenv ("VOUCH_LOOKUP"), "--listen",
                                       "127.0.0.1:0", "--private", "127.0.0.1:0", "--data", service->directory, NULL);
  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (service->process));
  public_address = read_address (lines);
  service->private_address = read_address (lines);
}

static void
stop_service (Service *service)
{
  g_subprocess_send_signal (service->process, SIGTERM);
  g_assert_true (g_subprocess_wait_check (service->process, NULL, NULL));
  g_object_unref (service->process);
  g_free (service->directory);
  g_free (service->private_address);
}

static void
test_a_real_service_is_enrolled (Fixture *fixture, gconstpointer data)
{
  Service service;

  start_service (fixture, &service);
  enrol (fixture, service.private_address);
  wait_for_text (fixture, service.private_address);
  wait_for_text (fixture, "Enrolled. Now let the service trust this station.");
  g_assert_cmpint (
      station_fixture_ask (&fixture->base, "SELECT count(*) FROM policy WHERE name = 'lookup-key' AND value <> ''"), ==,
      1);
  stop_service (&service);
}

static void
type (Fixture *fixture, const char *path, const char *passphrase)
{
  GtkWidget *group = ui_test_find (fixture->section, VOUCH_TYPE_TAKEOVER_GROUP);

  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (group, ADW_TYPE_ENTRY_ROW)), path);
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (group, ADW_TYPE_PASSWORD_ENTRY_ROW)), passphrase);
}

static void
type_again (Fixture *fixture, const char *passphrase)
{
  GtkWidget *group = ui_test_find (fixture->section, VOUCH_TYPE_TAKEOVER_GROUP);
  GtkWidget *row =
      gtk_widget_get_ancestor (ui_test_find_text (group, "Once more, for a new key"), ADW_TYPE_PASSWORD_ENTRY_ROW);

  gtk_editable_set_text (GTK_EDITABLE (row), passphrase);
}

static void
activate (Fixture *fixture, const char *action)
{
  gtk_widget_activate_action (ui_test_find (fixture->section, VOUCH_TYPE_TAKEOVER_GROUP), action, NULL);
}

/* A stick that is lost is no key any more, and why stays to be read. */
static void
test_a_lost_key_is_withdrawn (Fixture *fixture, gconstpointer data)
{
  g_autofree char *stick = g_build_filename (fixture->base.directory, "stick.key", NULL);
  GtkWidget *group = ui_test_find (fixture->section, VOUCH_TYPE_KEYRING_GROUP);
  GtkWidget *reason, *button;

  g_assert_false (gtk_widget_get_visible (group));
  type (fixture, stick, "correct horse battery");
  type_again (fixture, "correct horse battery");
  activate (fixture, "takeover.make-key");
  wait_for_text (fixture,
                 "The key is made. Keep the stick away from the station, and let the service trust the station again.");
  vouch_page_refresh (VOUCH_PAGE (fixture->section));
  while (ui_test_find (group, ADW_TYPE_EXPANDER_ROW) == NULL)
    g_main_context_iteration (NULL, TRUE);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (ui_test_find (group, ADW_TYPE_EXPANDER_ROW)), TRUE);
  wait_for_text (fixture, "Withdraw");
  reason = ui_test_find (group, ADW_TYPE_ENTRY_ROW);
  button = gtk_widget_get_ancestor (ui_test_find_text (group, "Withdraw"), GTK_TYPE_BUTTON);
  g_assert_false (gtk_widget_is_sensitive (button));
  gtk_editable_set_text (GTK_EDITABLE (reason), "The stick is lost");
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  wait_for_text (fixture, "The key is withdrawn. Let the service trust the station again.");
  while (ui_test_find (group, ADW_TYPE_EXPANDER_ROW) != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (
      station_fixture_ask (&fixture->base, "SELECT count(*) FROM administrator_key WHERE reason = 'The stick is lost'"),
      ==, 1);
}

/* As `vouch-lookup trust` does, which the operator runs. */
static void
let_trust (Fixture *fixture, const Service *service)
{
  g_autofree char *line = vouch_publish_dup_trust (fixture->base.station);
  g_autofree char *path = g_build_filename (fixture->base.directory, "station.trust", NULL);
  g_autoptr (GSubprocess) operator= NULL;

  g_assert_true (g_file_set_contents (path, line, -1, NULL));
  operator= g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, NULL, g_getenv ("VOUCH_LOOKUP"), "--data",
                              service->directory, "trust", path, NULL);
  g_assert_true (g_subprocess_wait_check (operator, NULL, NULL));
}

static void
test_a_new_epoch_is_taken_over (Fixture *fixture, gconstpointer data)
{
  g_autofree char *stick = g_build_filename (fixture->base.directory, "stick.key", NULL);
  g_autoptr (VouchRestored) restored = NULL;
  VouchRestoredRequest request = { NULL };
  Service service;

  start_service (fixture, &service);
  enrol (fixture, service.private_address);
  wait_for_text (fixture, "Enrolled. Now let the service trust this station.");
  type (fixture, stick, "short");
  type_again (fixture, "short");
  activate (fixture, "takeover.make-key");
  wait_for_text (fixture, "The passphrase of a key file has at least 12 characters");
  type (fixture, stick, "correct horse battery");
  type_again (fixture, "correct horse bakery");
  activate (fixture, "takeover.make-key");
  wait_for_text (fixture, "The two passphrases differ; type both again");
  g_assert_false (g_file_test (stick, G_FILE_TEST_EXISTS));
  type_again (fixture, "correct horse battery");
  activate (fixture, "takeover.make-key");
  wait_for_text (fixture,
                 "The key is made. Keep the stick away from the station, and let the service trust the station again.");
  g_assert_true (g_file_test (stick, G_FILE_TEST_IS_REGULAR));
  let_trust (fixture, &service);
  g_assert_null (ui_test_find_text (fixture->window, "Take Over"));

  restored = goods_run (&fixture->base, &vouch_restore_declare, "VB1001", &request, NULL);
  g_assert_cmpint (restored->epoch, ==, 2);
  vouch_page_refresh (VOUCH_PAGE (fixture->section));
  wait_for_text (fixture,
                 "The database was put back to an earlier state. The lookup service takes nothing new until an "
                 "administrator takes over with the key on his stick.");
  g_assert_nonnull (ui_test_find_text (fixture->window, "Take Over"));
  type (fixture, stick, "another passphrase");
  activate (fixture, "takeover.take-over");
  {
    g_autofree char *wrong = g_strdup_printf ("This is not the passphrase of the administrator's key in %s", stick);

    wait_for_text (fixture, wrong);
  }
  type (fixture, stick, "correct horse battery");
  activate (fixture, "takeover.take-over");
  wait_for_text (fixture, "Taken over. The lookup service takes what this station publishes.");
  g_assert_null (ui_test_find_text (fixture->window, "Take Over"));
  stop_service (&service);
}

static void
carry (Fixture *fixture, const char *action, const char *path)
{
  GtkWidget *group = ui_test_find (fixture->section, VOUCH_TYPE_CARRY_GROUP);

  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (group, ADW_TYPE_ENTRY_ROW)), path);
  gtk_widget_activate_action (group, action, NULL);
}

static void
test_files_go_where_no_network_does (Fixture *fixture, gconstpointer data)
{
  static const char nothing[] = "{\"record\":\"end\",\"lines\":0,\"sha256\":"
                                "\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"}\n";
  g_autofree char *key = g_strnfill (64, '7');
  g_autofree char *out = g_build_filename (fixture->base.directory, "out.jsonl", NULL);
  g_autofree char *answers = g_build_filename (fixture->base.directory, "answers.jsonl", NULL);
  g_autofree char *back = g_build_filename (fixture->base.directory, "back.jsonl", NULL);
  g_autofree char *missing = g_strdup_printf ("%s cannot be read: ", back);
  GtkWidget *group = ui_test_find (fixture->section, VOUCH_TYPE_CARRY_GROUP);

  enrol (fixture, key);
  wait_for_text (fixture, "By its key alone: publications go there as files.");
  carry (fixture, "carry.publications", out);
  wait_for_text (fixture, "0 publications written");
  g_assert_true (g_file_test (out, G_FILE_TEST_IS_REGULAR));
  carry (fixture, "carry.answers", answers);
  wait_for_text (fixture, "0 answers written");
  carry (fixture, "carry.back", back);
  while (!g_str_has_prefix (
      adw_preferences_group_get_description (ADW_PREFERENCES_GROUP (ui_test_find (group, ADW_TYPE_PREFERENCES_GROUP))),
      missing))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_file_set_contents (back, nothing, -1, NULL));
  carry (fixture, "carry.back", back);
  wait_for_text (fixture, "Taken in · new cases: 0 · photos: 0 · answers that arrived: 0");
  g_assert_true (g_file_set_contents (back, nothing, (gssize)strlen (nothing) - 2, NULL));
  carry (fixture, "carry.back", back);
  while (ui_test_find_text (fixture->window, "Taken in · new cases: 0 · photos: 0 · answers that arrived: 0") != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* The desk goes on working while somebody waits, and whoever waits can stop. */
static void
test_a_silent_service_is_waited_for_no_longer_than_wanted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  g_autoptr (GError) error = NULL;
  guint16 port = g_socket_listener_add_any_inet_port (listener, NULL, &error);
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u", port);
  g_autoptr (VouchDeskState) state = NULL;

  g_assert_no_error (error);
  enrol (fixture, url);
  wait_for_text (fixture, "The service is being asked for its key…");
  vouch_desk_command (fixture->desk, VOUCH_COMMAND_HELP, 0);
  do
    {
      g_main_context_iteration (NULL, TRUE);
      g_clear_pointer (&state, vouch_desk_state_unref);
      state = vouch_desk_get_state (fixture->desk);
    }
  while (!state->wants_help);
  g_assert_nonnull (ui_test_find_text (fixture->window, "The service is being asked for its key…"));
  gtk_widget_activate_action (fixture->section, "lookup.cancel", NULL);
  wait_for_text (fixture, "Stopped; no service was enrolled.");
  g_assert_null (ui_test_find_text (fixture->window, "The service is being asked for its key…"));
  g_assert_cmpint (station_fixture_ask (&fixture->base, "SELECT count(*) FROM policy WHERE name = 'lookup-key'"), ==,
                   0);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/lookup/a-real-service-is-enrolled", test_a_real_service_is_enrolled);
  ADD ("/lookup/a-new-epoch-is-taken-over", test_a_new_epoch_is_taken_over);
  ADD ("/lookup/a-lost-key-is-withdrawn", test_a_lost_key_is_withdrawn);
  ADD ("/lookup/files-go-where-no-network-does", test_files_go_where_no_network_does);
  ADD ("/lookup/a-silent-service-is-waited-for-no-longer-than-wanted",
       test_a_silent_service_is_waited_for_no_longer_than_wanted);
  return g_test_run ();
}
