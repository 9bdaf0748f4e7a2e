/* The settings of the station, the rules of the house, and the tones that follow them. */
#define G_SETTINGS_ENABLE_BACKEND
#include <gio/gsettingsbackend.h>
#include <glib/gstdio.h>

#include "station-fixture.h"
#include "ui-test.h"
#include "vouch-desk.h"
#include "vouch-page.h"
#include "vouch-people-section.h"
#include "vouch-policy-row.h"
#include "vouch-policy-section.h"
#include "vouch-policy-work.h"
#include "vouch-setting-row.h"
#include "vouch-setting-words.h"
#include "vouch-station-section.h"
#include "vouch-station-settings.h"
#include "vouch-tones.h"

static GtkWidget *
show (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_settle ();
  return window;
}

static GtkWidget *
show_row (GSettings *settings, const char *key, VouchSettingRow **row)
{
  GtkWidget *list = gtk_list_box_new ();

  *row = VOUCH_SETTING_ROW (vouch_setting_row_new (settings, key));
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (*row));
  return show (list);
}

static void
test_every_setting_says_what_it_does (void)
{
  g_autoptr (GSettings) settings = vouch_station_settings_new ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autoptr (GSettingsSchemaKey) key = g_settings_schema_get_key (schema, keys[i]);

      g_test_message ("%s", keys[i]);
      g_assert_nonnull (g_settings_schema_key_get_summary (key));
      g_assert_true (vouch_setting_words_is_internal (keys[i]) || g_settings_schema_key_get_description (key) != NULL);
    }
}

static guint
count_rows (GtkWidget *widget)
{
  guint n = VOUCH_IS_SETTING_ROW (widget) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_rows (child);
  return n;
}

static void
test_no_setting_is_left_out (void)
{
  g_autoptr (GSettings) settings = vouch_station_settings_new ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;
  GtkWidget *section = g_object_new (VOUCH_TYPE_STATION_SECTION, NULL);
  GtkWidget *window;
  guint n = 0;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i] != NULL; i++)
    n += vouch_setting_words_is_internal (keys[i]) ? 0 : 1;
  vouch_station_section_set_settings (VOUCH_STATION_SECTION (section), settings);
  window = show (section);
  g_assert_cmpuint (count_rows (section), ==, n);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_a_change_is_at_once_and_can_be_put_back (void)
{
  g_autoptr (GSettings) settings = vouch_station_settings_new ();
  VouchSettingRow *row;
  GtkWidget *window = show_row (settings, "scanner-gap-ms", &row);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (vouch_setting_row_get_control (row)), 80);
  g_assert_cmpuint (g_settings_get_uint (settings, "scanner-gap-ms"), ==, 80);
  g_settings_reset (settings, "scanner-gap-ms");
  ui_test_settle ();
  g_assert_cmpfloat (gtk_spin_button_get_value (GTK_SPIN_BUTTON (vouch_setting_row_get_control (row))), ==, 60);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_a_choice_is_shown_in_words (void)
{
  g_autoptr (GSettings) settings = vouch_station_settings_new ();
  VouchSettingRow *row;
  GtkWidget *window = show_row (settings, "tone-set", &row);

  g_assert_nonnull (ui_test_find_text (window, "Bright"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (vouch_setting_row_get_control (row)), 1);
  g_assert_cmpint (g_settings_get_enum (settings, "tone-set"), ==, 1);
  g_settings_reset (settings, "tone-set");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_a_prefix_that_goods_could_begin_with_is_not_taken (void)
{
  g_autoptr (GSettings) settings = vouch_station_settings_new ();
  VouchSettingRow *row;
  GtkWidget *window = show_row (settings, "command-prefix", &row);
  GtkWidget *entry = vouch_setting_row_get_control (row);
  g_autofree char *prefix = NULL;

  gtk_editable_set_text (GTK_EDITABLE (entry), "9");
  g_signal_emit_by_name (entry, "activate");
  prefix = g_settings_get_string (settings, "command-prefix");
  g_assert_cmpstr (prefix, ==, "XC");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "XC");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A key file with a list of locks, as a system administrator has them in a dconf profile. */
static GSettings *
make_locked_settings (const char *folder, const char *key)
{
  g_autofree char *file = g_build_filename (folder, "settings.ini", NULL);
  g_autofree char *locks = g_build_filename (folder, "locks", NULL);
  g_autofree char *path = g_strdup_printf ("/app/vouch/Station/%s\n", key);
  g_autoptr (GSettingsBackend) plain = g_keyfile_settings_backend_new (file, "/", NULL);
  g_autoptr (GSettingsBackend) backend = NULL;
  g_autoptr (GSettings) usual = vouch_station_settings_new ();
  g_autoptr (GSettingsSchema) schema = NULL;

  g_assert_true (g_file_set_contents (locks, path, -1, NULL));
  backend = g_object_new (G_OBJECT_TYPE (plain), "filename", file, "root-path", "/", "defaults-dir", folder, NULL);
  g_object_get (usual, "settings-schema", &schema, NULL);
  return g_settings_new_full (schema, backend, NULL);
}

static void
test_a_locked_setting_says_so (void)
{
  g_autofree char *folder = g_dir_make_tmp ("vouch-lock-XXXXXX", NULL);
  g_autoptr (GSettings) settings = make_locked_settings (folder, "volume");
  VouchSettingRow *row;
  GtkWidget *window = show_row (settings, "volume", &row);
  g_autofree char *remove = g_strdup_printf ("rm -r %s", folder);

  g_assert_false (gtk_widget_get_sensitive (vouch_setting_row_get_control (row)));
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "locked"));
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_true (g_spawn_command_line_sync (remove, NULL, NULL, NULL, NULL));
}

static VouchPolicySection *
show_policies (VouchDesk *desk, GtkWidget **window)
{
  GtkWidget *section = g_object_new (VOUCH_TYPE_POLICY_SECTION, NULL);

  *window = show (section);
  vouch_page_set_desk (VOUCH_PAGE (section), desk);
  vouch_page_refresh (VOUCH_PAGE (section));
  return VOUCH_POLICY_SECTION (section);
}

static VouchPolicyRow *
find_row (GtkWidget *widget, const char *name)
{
  if (VOUCH_IS_POLICY_ROW (widget) && g_str_equal (vouch_policy_row_get_name (VOUCH_POLICY_ROW (widget)), name))
    return VOUCH_POLICY_ROW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      VouchPolicyRow *row = find_row (child, name);

      if (row != NULL)
        return row;
    }
  return NULL;
}

static gboolean
stop_cb (gboolean *flag)
{
  *flag = TRUE;
  return G_SOURCE_REMOVE;
}

/* Until the desk has done what was asked of it before. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  vouch_desk_read_finish (VOUCH_DESK (source), result, NULL);
  g_idle_add (G_SOURCE_FUNC (stop_cb), data);
}

static gpointer
read_nothing (VouchConn *conn, gpointer data, GError **error)
{
  return data;
}

static void
wait_for (VouchDesk *desk)
{
  for (int i = 0; i < 3; i++)
    {
      gboolean is_read = FALSE;

      vouch_desk_read_async (desk, read_nothing, desk, NULL, NULL, NULL, read_cb, &is_read);
      ui_test_wait (&is_read);
    }
}

static void
sign_in (VouchDesk *desk, const char *badge, const char *pin)
{
  gboolean is_changed = FALSE;
  gulong id = g_signal_connect_swapped (desk, "changed", G_CALLBACK (stop_cb), &is_changed);

  vouch_desk_type (desk, badge);
  ui_test_wait (&is_changed);
  if (pin != NULL)
    {
      is_changed = FALSE;
      vouch_desk_type (desk, pin);
      ui_test_wait (&is_changed);
    }
  g_signal_handler_disconnect (desk, id);
}

static void
stop_desk (VouchDesk *desk)
{
  vouch_desk_close (desk);
  g_object_unref (desk);
  ui_test_settle ();
}

static VouchDesk *
start_desk (StationFixture *self)
{
  VouchSessionSettings settings = VOUCH_SESSION_SETTINGS_DEFAULT;

  return vouch_desk_new (self->station, &settings);
}

static void
wait_for_changed_policy (StationFixture *self, VouchDesk *desk)
{
  gint64 value = FALSE;

  while (value == FALSE)
    {
      wait_for (desk);
      g_assert_true (vouch_station_read_policy (self->station, VOUCH_POLICY_BLIND_COUNT, &value, NULL));
    }
}

static void
test_an_administrator_changes_a_rule (StationFixture *self, gconstpointer data)
{
  VouchDesk *desk = start_desk (self);
  VouchPolicySection *section;
  VouchPolicyRow *row;
  GtkWidget *window;

  sign_in (desk, "VB1001", "481516");
  section = show_policies (desk, &window);
  wait_for (desk);
  row = find_row (GTK_WIDGET (section), "blind-count");
  g_assert_true (gtk_widget_get_visible (vouch_policy_row_get_control (row)));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (vouch_policy_row_get_control (row)), 1);
  wait_for_changed_policy (self, desk);
  vouch_page_set_desk (VOUCH_PAGE (section), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  stop_desk (desk);
}

static void
test_a_value_that_does_not_fit_is_said (StationFixture *self, gconstpointer data)
{
  VouchDesk *desk = start_desk (self);
  GtkWidget *window, *entry;
  VouchPolicySection *section;

  sign_in (desk, "VB1001", "481516");
  section = show_policies (desk, &window);
  wait_for (desk);
  entry = vouch_policy_row_get_control (find_row (GTK_WIDGET (section), "min-remaining-percent"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "200");
  g_signal_emit_by_name (entry, "activate");
  while (ui_test_find_text (window, "“200” does not fit min-remaining-percent: 0 to 100 % of the shelf life") == NULL)
    wait_for (desk);
  vouch_page_set_desk (VOUCH_PAGE (section), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  stop_desk (desk);
}

static void
test_an_inspector_reads_the_rules (StationFixture *self, gconstpointer data)
{
  VouchDesk *desk = start_desk (self);
  GtkWidget *window;
  VouchPolicySection *section;

  sign_in (desk, "VB1002", NULL);
  section = show_policies (desk, &window);
  wait_for (desk);
  g_assert_false (
      gtk_widget_get_visible (vouch_policy_row_get_control (find_row (GTK_WIDGET (section), "blind-count"))));
  g_assert_nonnull (ui_test_find_text (window, "Ask the inspector"));
  vouch_page_set_desk (VOUCH_PAGE (section), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  stop_desk (desk);
}

static gboolean
has_retired (StationFixture *self)
{
  return station_fixture_ask (self, "SELECT count(*) FROM user WHERE badge = 'VB1003' AND state = 'retired'") == 1;
}

static GtkWidget *
find_button (GtkWidget *widget, const char *badge)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (g_object_get_data (G_OBJECT (widget), "badge"), badge) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, badge);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Answers what is asked before somebody is retired. */
static void
answer_question (const char *response)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (!ADW_IS_MESSAGE_DIALOG (window))
        continue;
      adw_message_dialog_response (ADW_MESSAGE_DIALOG (window), response);
      return;
    }
  g_assert_not_reached ();
}

static void
test_an_administrator_lets_somebody_retire (StationFixture *self, gconstpointer data)
{
  VouchDesk *desk = start_desk (self);
  VouchPage *section = g_object_new (VOUCH_TYPE_PEOPLE_SECTION, NULL);
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (section));
  gtk_window_present (GTK_WINDOW (window));
  sign_in (desk, "VB1001", "481516");
  vouch_page_set_desk (section, desk);
  vouch_page_refresh (section);
  while (find_button (window, "VB1003") == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (find_button (window, "VB1003"), "clicked");
  answer_question ("cancel");
  wait_for (desk);
  g_assert_false (has_retired (self));
  g_signal_emit_by_name (find_button (window, "VB1003"), "clicked");
  answer_question ("retire");
  while (find_button (window, "VB1003") != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (has_retired (self));
  vouch_page_set_desk (section, NULL);
  stop_desk (desk);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_every_result_has_a_tone_in_each_set (void)
{
  static const char *const sets[] = { "bright", "deep" };
  VouchTones *tones = vouch_tones_new ();

  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    for (guint feedback = VOUCH_FEEDBACK_OK; feedback <= VOUCH_FEEDBACK_REJECTED; feedback++)
      {
        g_autofree char *path = NULL;

        vouch_tones_set (tones, TRUE, 0.5, sets[i]);
        path = vouch_tones_dup_path (tones, (VouchFeedback)feedback);
        g_assert_true (feedback == VOUCH_FEEDBACK_TICK ? path == NULL : g_file_test (path, G_FILE_TEST_EXISTS));
      }
  vouch_tones_free (tones);
}

static void
test_muted_is_silent (void)
{
  VouchTones *tones = vouch_tones_new ();

  vouch_tones_set (tones, FALSE, 1, "bright");
  g_assert_null (vouch_tones_dup_path (tones, VOUCH_FEEDBACK_MISREAD));
  vouch_tones_set (tones, TRUE, 0, "bright");
  g_assert_null (vouch_tones_dup_path (tones, VOUCH_FEEDBACK_MISREAD));
  vouch_tones_free (tones);
}

/* This machine has no sound device: fatal warnings would tell if that were an error. */
static void
test_no_device_is_silent_and_no_error (void)
{
  VouchTones *tones = vouch_tones_new ();

  for (guint i = 0; i < 3; i++)
    for (guint feedback = VOUCH_FEEDBACK_NONE; feedback <= VOUCH_FEEDBACK_REJECTED; feedback++)
      {
        vouch_tones_play (tones, (VouchFeedback)feedback);
        ui_test_settle ();
      }
  vouch_tones_free (tones);
  ui_test_settle ();
}

/* A station that is closed while something is heard. */
static void
test_tones_end_in_the_middle_of_one (void)
{
  for (guint i = 0; i < 10; i++)
    for (guint n_iterations = 0; n_iterations < 4; n_iterations++)
      {
        VouchTones *tones = vouch_tones_new ();

        vouch_tones_play (tones, VOUCH_FEEDBACK_FAIL);
        vouch_tones_play (tones, VOUCH_FEEDBACK_OK);
        for (guint k = 0; k < n_iterations; k++)
          g_main_context_iteration (NULL, FALSE);
        vouch_tones_free (tones);
      }
  ui_test_settle ();
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(path, test) g_test_add (path, StationFixture, NULL, station_fixture_set_up, test, station_fixture_tear_down)
  g_test_add_func ("/settings/every-setting-says-what-it-does", test_every_setting_says_what_it_does);
  g_test_add_func ("/settings/no-setting-is-left-out", test_no_setting_is_left_out);
  g_test_add_func ("/settings/a-change-is-at-once-and-can-be-put-back", test_a_change_is_at_once_and_can_be_put_back);
  g_test_add_func ("/settings/a-choice-is-shown-in-words", test_a_choice_is_shown_in_words);
  g_test_add_func ("/settings/a-prefix-that-goods-could-begin-with-is-not-taken",
                   test_a_prefix_that_goods_could_begin_with_is_not_taken);
  g_test_add_func ("/settings/a-locked-setting-says-so", test_a_locked_setting_says_so);
  ADD ("/settings/an-administrator-changes-a-rule", test_an_administrator_changes_a_rule);
  ADD ("/settings/an-administrator-lets-somebody-retire", test_an_administrator_lets_somebody_retire);
  ADD ("/settings/a-value-that-does-not-fit-is-said", test_a_value_that_does_not_fit_is_said);
  ADD ("/settings/an-inspector-reads-the-rules", test_an_inspector_reads_the_rules);
  g_test_add_func ("/tones/every-result-has-a-tone-in-each-set", test_every_result_has_a_tone_in_each_set);
  g_test_add_func ("/tones/muted-is-silent", test_muted_is_silent);
  g_test_add_func ("/tones/no-device-is-silent-and-no-error", test_no_device_is_silent_and_no_error);
  g_test_add_func ("/tones/end-in-the-middle-of-one", test_tones_end_in_the_middle_of_one);
  return g_test_run ();
}
