#include "station-fixture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "test-folder.h"
#include "vouch-sample-work.h"
#include "vouch-user-store.h"
#include "vouch-user-work.h"

#define NOON G_GINT64_CONSTANT (1780027200000000) /* 2026-05-29T04:00:00Z, noon in China */

/* A station with the example data, made once a program: hashing its PINs is slow on purpose. */
static char *template_directory;

static void
open_station (StationFixture *self)
{
  VouchStationPaths paths = { self->directory, self->unlock };
  VouchSessionSettings settings = VOUCH_SESSION_SETTINGS_DEFAULT;
  g_autoptr (GError) error = NULL;

  self->station = vouch_station_open (&paths, "test", VOUCH_DB_OWN, self->clock, &error);
  g_assert_no_error (error);
  self->session = vouch_session_new (self->station, &settings);
}

static void
load_sample (StationFixture *self)
{
  g_autoptr (VouchActor) actor = vouch_actor_new_station ();
  g_autoptr (VouchSampleRequest) request = vouch_sample_request_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchSampleAnswer) answer =
      vouch_use_case_run (&vouch_sample_load, self->station, actor, NULL, request, &error);

  g_assert_no_error (error);
  g_assert_cmpint (answer->products, ==, 10);
}

static void
remove_template (void)
{
  g_autofree char *unlock = g_strconcat (template_directory, ".unlock", NULL);

  test_folder_remove (template_directory);
  g_remove (unlock);
  g_free (template_directory);
}

static void
make_template (void)
{
  StationFixture self = { .clock = vouch_clock_new_fixed (NOON, 8 * 3600) };
  g_autoptr (GError) error = NULL;

  template_directory = self.directory = g_dir_make_tmp ("vouch-template-XXXXXX", &error);
  g_assert_no_error (error);
  self.unlock = g_strconcat (self.directory, ".unlock", NULL);
  open_station (&self);
  load_sample (&self);
  vouch_session_free (self.session);
  vouch_station_close (self.station, &error);
  g_assert_no_error (error);
  g_free (self.unlock);
  vouch_clock_unref (self.clock);
  atexit (remove_template);
}

static void
copy_file (const char *from, const char *to)
{
  g_autoptr (GFile) source = g_file_new_for_path (from), target = g_file_new_for_path (to);
  g_autoptr (GError) error = NULL;

  g_file_copy (source, target, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
copy_tree (const char *from, const char *to)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *name;

  g_mkdir (to, 0700);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *target = g_build_filename (to, name, NULL);

      if (g_file_test (source, G_FILE_TEST_IS_DIR))
        copy_tree (source, target);
      else
        copy_file (source, target);
    }
}

void
station_fixture_set_up_empty (StationFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->directory = g_dir_make_tmp ("vouch-station-XXXXXX", &error);
  g_assert_no_error (error);
  self->unlock = g_strconcat (self->directory, ".unlock", NULL);
  self->clock = vouch_clock_new_fixed (NOON, 8 * 3600);
  open_station (self);
}

void
station_fixture_set_up (StationFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *unlock = NULL;

  if (template_directory == NULL)
    make_template ();
  unlock = g_strconcat (template_directory, ".unlock", NULL);
  self->directory = g_dir_make_tmp ("vouch-station-XXXXXX", &error);
  g_assert_no_error (error);
  self->unlock = g_strconcat (self->directory, ".unlock", NULL);
  self->clock = vouch_clock_new_fixed (NOON + G_USEC_PER_SEC, 8 * 3600);
  copy_tree (template_directory, self->directory);
  copy_file (unlock, self->unlock);
  open_station (self);
}

void
station_fixture_tear_down (StationFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  vouch_session_free (self->session);
  vouch_station_close (self->station, &error);
  g_assert_no_error (error);
  test_folder_remove (self->directory);
  g_remove (self->unlock);
  g_free (self->directory);
  g_free (self->unlock);
  vouch_clock_unref (self->clock);
}

/* As after a restart of the program. */
void
station_fixture_close (StationFixture *self)
{
  g_autoptr (GError) error = NULL;

  vouch_session_free (self->session);
  vouch_station_close (self->station, &error);
  g_assert_no_error (error);
}

void
station_fixture_open (StationFixture *self)
{
  open_station (self);
}

void
station_fixture_reopen (StationFixture *self)
{
  station_fixture_close (self);
  open_station (self);
}

/* A scan two seconds after the last one, as a person makes it. */
void
station_fixture_scan (StationFixture *self, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchScan) scan = NULL;

  vouch_clock_advance (self->clock, 2 * G_USEC_PER_SEC);
  scan = vouch_scan_new (text, -1, VOUCH_SCAN_WEDGE, vouch_clock_now (self->clock), &error);
  g_assert_no_error (error);
  vouch_session_scan (self->session, scan);
}

void
station_fixture_command (StationFixture *self, VouchCommand command, int argument)
{
  g_autofree char *code = vouch_command_format (command, "XC", argument);

  station_fixture_scan (self, code);
}

void
station_fixture_expect (StationFixture *self, VouchStage stage, VouchFeedback feedback)
{
  g_autoptr (VouchDeskState) state = vouch_session_dup_state (self->session);

  if (state->stage != stage || state->feedback != feedback)
    g_test_message ("“%s”: %s", state->word, state->detail);
  g_assert_cmpstr (vouch_enum_get_name (&vouch_stage_values, (int)state->stage), ==,
                   vouch_enum_get_name (&vouch_stage_values, (int)stage));
  g_assert_cmpstr (vouch_enum_get_name (&vouch_feedback_values, (int)state->feedback), ==,
                   vouch_enum_get_name (&vouch_feedback_values, (int)feedback));
}

/* A GS1-128 goods label as a scanner without AIM identifiers sends it. */
char *
station_fixture_dup_label (StationFixture *self, const char *gtin, const char *lot, int expires_in_days, int count)
{
  VouchDate expiry = vouch_date_add_days (vouch_clock_today (self->clock), expires_in_days);

  return g_strdup_printf ("]C101%s17%06d10%s\x1d"
                          "30%d",
                          gtin, expiry % 1000000, lot, count);
}

VouchActor *
station_fixture_sign_in (StationFixture *self, const char *badge, const char *pin)
{
  g_autoptr (GError) error = NULL;
  VouchActor *actor = vouch_sign_in (self->station, badge, pin, NULL, &error);

  g_assert_no_error (error);
  return actor;
}

typedef struct
{
  const char *badge;
  VouchActor *actor;
} ActorQuery;

static gpointer
read_actor (VouchConn *conn, gpointer data, GError **error)
{
  ActorQuery *query = data;
  g_autoptr (VouchUser) user = vouch_user_store_find_by_badge (conn, query->badge, error);
  g_autoptr (GPtrArray) roles = vouch_user_store_list_roles (conn, user->id, error);
  VouchRoles set = 0;

  for (guint i = 0; i < roles->len; i++)
    set |= VOUCH_ROLES_OF (((const VouchUserRole *)g_ptr_array_index (roles, i))->role);
  query->actor = vouch_actor_new (user, set);
  return query;
}

/* Whose badge it is, as after signing in and without the slow PIN. */
VouchActor *
station_fixture_dup_actor (StationFixture *self, const char *badge)
{
  ActorQuery query = { badge, NULL };

  vouch_station_read (self->station, read_actor, &query, NULL);
  g_assert_nonnull (query.actor);
  return query.actor;
}

typedef struct
{
  const char *sql;
  gint64 number;
} Question;

static gpointer
read_number (VouchConn *conn, gpointer data, GError **error)
{
  Question *question = data;

  return vouch_conn_get_number (conn, question->sql, &question->number, error) ? data : NULL;
}

/* The one number that a query gives. */
gint64
station_fixture_ask (StationFixture *self, const char *sql)
{
  Question question = { sql, 0 };
  g_autoptr (GError) error = NULL;

  vouch_station_read (self->station, read_number, &question, &error);
  g_assert_no_error (error);
  return question.number;
}

/* What the stand shows of the last act. */
void
station_fixture_expect_word (StationFixture *self, const char *word)
{
  g_autoptr (VouchDeskState) state = vouch_session_dup_state (self->session);

  g_test_message ("“%s”: %s", state->word, state->detail);
  g_assert_cmpstr (state->word, ==, word);
}

gint64
station_fixture_get_lot (StationFixture *self)
{
  g_autoptr (VouchDeskState) state = vouch_session_dup_state (self->session);

  g_assert_cmpint (state->lot_id, !=, 0);
  return state->lot_id;
}
