#include <string.h>

#include "station-fixture.h"
#include "vouch-error.h"
#include "vouch-first-start.h"
#include "vouch-kiosk-work.h"
#include "vouch-retire-work.h"
#include "vouch-user-work.h"

#define PIN "84261937"

static char *
dup_code (StationFixture *self)
{
  g_autofree char *path = vouch_first_start_dup_code_path (self->directory);
  char *code = NULL;

  g_assert_true (g_file_get_contents (path, &code, NULL, NULL));
  return g_strstrip (code);
}

static VouchDone *
add_first (StationFixture *self, const char *code, const char *badge, GError **error)
{
  g_autoptr (VouchActor) station = vouch_actor_new_station ();
  VouchFirstUserRequest request = { (char *)code, (char *)badge, (char *)"周敏 Zhou Min", (char *)PIN };

  return vouch_use_case_run (&vouch_user_add_first, self->station, station, NULL, &request, error);
}

static void
test_the_first_administrator_needs_the_one_time_code (StationFixture *self, gconstpointer data)
{
  g_autofree char *code = dup_code (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = NULL;

  g_assert_cmpuint (strlen (code), ==, 8);
  g_assert_true (vouch_station_is_new (self->station, &error));
  g_assert_null (add_first (self, "wrong", "VB1", &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED);
  g_assert_cmpstr (vouch_error_get_field (error), ==, "code");
  g_clear_error (&error);
  done = add_first (self, code, "VB1", &error);
  g_assert_no_error (error);
  g_assert_false (vouch_station_is_new (self->station, &error));
  g_assert_null (add_first (self, code, "VB2", &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM user"), ==, 1);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM user_role WHERE role = 'administrator'"), ==, 1);
}

static void
test_the_code_is_gone_after_the_first_start (StationFixture *self, gconstpointer data)
{
  g_autofree char *code = dup_code (self), *path = vouch_first_start_dup_code_path (self->directory);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = add_first (self, code, "VB1", &error);

  g_assert_no_error (error);
  station_fixture_reopen (self);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_a_restart_keeps_the_code (StationFixture *self, gconstpointer data)
{
  g_autofree char *before = dup_code (self), *after = NULL;

  station_fixture_reopen (self);
  after = dup_code (self);
  g_assert_cmpstr (before, ==, after);
}

static void
test_a_pin_signs_in_and_a_wrong_one_does_not (StationFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean wants_pin;
  g_autoptr (VouchActor) actor = NULL;

  g_assert_null (vouch_sign_in (self->station, "VB1004", NULL, &wants_pin, &error));
  g_assert_no_error (error);
  g_assert_true (wants_pin);
  g_assert_null (vouch_sign_in (self->station, "VB1004", "271829", &wants_pin, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED);
  g_clear_error (&error);
  actor = vouch_sign_in (self->station, "VB1004", "271828", &wants_pin, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (vouch_actor_get_roles (actor), ==, VOUCH_ROLES_OF (VOUCH_ROLE_QA_LEAD));
}

static void
test_an_unknown_badge_is_refused_like_a_wrong_pin (StationFixture *self, gconstpointer data)
{
  g_autoptr (GError) unknown = NULL, wrong = NULL;

  g_assert_null (vouch_sign_in (self->station, "VB9999", "1234", NULL, &unknown));
  g_assert_null (vouch_sign_in (self->station, "VB1004", "1234", NULL, &wrong));
  g_assert_cmpstr (unknown->message, ==, wrong->message);
  g_assert_error (unknown, VOUCH_ERROR, VOUCH_ERROR_DENIED);
}

static void
test_an_account_is_checked_before_it_is_made (StationFixture *self, gconstpointer data)
{
  static const struct
  {
    VouchAddUserRequest request;
    VouchErrorCode code;
    const char *field;
  } bad[] = {
    { { (char *)"VB1002", (char *)"N", (char *)"inspector", NULL }, VOUCH_ERROR_CONFLICT, "badge" },
    { { (char *)"V 1", (char *)"N", (char *)"inspector", NULL }, VOUCH_ERROR_INVALID, "badge" },
    { { (char *)"V1", (char *)"N", (char *)"inspector", NULL }, VOUCH_ERROR_INVALID, "badge" },
    { { (char *)"VB7", (char *)"", (char *)"inspector", NULL }, VOUCH_ERROR_INVALID, "name" },
    { { (char *)"VB7", (char *)"a\nb", (char *)"inspector", NULL }, VOUCH_ERROR_INVALID, "name" },
    { { (char *)"VB7", (char *)"N", (char *)"king", NULL }, VOUCH_ERROR_INVALID, "roles" },
    { { (char *)"VB7", (char *)"N", (char *)"inspector", (char *)"123" }, VOUCH_ERROR_INVALID, "pin" },
  };
  g_autoptr (VouchActor) administrator = station_fixture_dup_actor (self, "VB1001");

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (vouch_use_case_run (&vouch_user_add, self->station, administrator, NULL, &bad[i].request, &error));
      g_test_message ("%s", error->message);
      g_assert_error (error, VOUCH_ERROR, (int)bad[i].code);
      g_assert_cmpstr (vouch_error_get_field (error), ==, bad[i].field);
    }
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM user"), ==, 6);
}

static VouchActor *
try_pin (StationFixture *self, const char *pin, GError **error)
{
  return vouch_sign_in (self->station, "VB1004", pin, NULL, error);
}

static void
get_pin_wrong (StationFixture *self, int times)
{
  for (int i = 0; i < times; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (try_pin (self, "000000", &error));
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED);
      g_assert_nonnull (strstr (error->message, "not right"));
    }
}

/* That so many seconds, and not one less, have to pass. */
static void
expect_wait (StationFixture *self, int seconds, const char *said)
{
  g_autoptr (GError) error = NULL;

  vouch_clock_advance (self->clock, (seconds - 1) * G_USEC_PER_SEC);
  g_assert_null (try_pin (self, "271828", &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED);
  g_assert_cmpstr (error->message, ==, said);
  vouch_clock_advance (self->clock, G_USEC_PER_SEC);
}

static void
test_wrong_pins_take_longer_and_longer (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchActor) actor = NULL;
  g_autoptr (GError) error = NULL;

  get_pin_wrong (self, 3);
  g_assert_null (try_pin (self, "271828", &error));
  g_assert_cmpstr (error->message, ==, "The PIN was wrong too often; try again in 5 seconds");
  g_clear_error (&error);
  expect_wait (self, 5, "The PIN was wrong too often; try again in 1 second");
  get_pin_wrong (self, 1);
  expect_wait (self, 10, "The PIN was wrong too often; try again in 1 second");
  /* Nobody is locked out: the right PIN counts, and counts everything back. */
  actor = try_pin (self, "271828", &error);
  g_assert_no_error (error);
  get_pin_wrong (self, 2);
  g_assert_cmpint (
      station_fixture_ask (self, "SELECT count(*) FROM audit_entry WHERE use_case = 'user.note_pin_tried'"), ==, 7);
}

static void
test_another_program_counts_wrong_pins_on (StationFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchActor) other = NULL;

  get_pin_wrong (self, 3);
  station_fixture_reopen (self);
  g_assert_null (try_pin (self, "271828", &error));
  g_assert_nonnull (strstr (error->message, "5 seconds"));
  other = vouch_sign_in (self->station, "VB1001", "481516", NULL, NULL);
  g_assert_nonnull (other);
}

static void
test_a_signatures_pin_is_guarded_too (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchActor) actor = station_fixture_dup_actor (self, "VB1004");

  for (int i = 0; i < 4; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (vouch_sign_in_check_badge (self->station, actor, "VB1004", "000000", &error));
      g_assert_cmpint (strstr (error->message, "too often") != NULL, ==, i == 3);
    }
}

/* Whether the bytes are anywhere in the database's files. */
static gboolean
is_on_disk (StationFixture *self, const char *text)
{
  static const char *const names[] = { "station.db", "station.db-wal" };
  gboolean found = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (self->directory, names[i], NULL);
      g_autofree char *contents = NULL;
      gsize length = 0;

      if (g_file_get_contents (path, &contents, &length, NULL))
        found |= memmem (contents, length, text, strlen (text)) != NULL;
    }
  return found;
}

static void
test_a_pin_is_nowhere_on_disk (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchActor) administrator = station_fixture_dup_actor (self, "VB1001");
  VouchAddUserRequest request = { (char *)"VB2001", (char *)"Ada", (char *)"inspector", (char *)PIN };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done =
      vouch_use_case_run (&vouch_user_add, self->station, administrator, NULL, &request, &error);

  g_assert_no_error (error);
  g_assert_true (is_on_disk (self, "VB2001"));
  g_assert_true (is_on_disk (self, "argon2id"));
  g_assert_false (is_on_disk (self, PIN));
}

static void
test_a_name_is_not_in_the_audit (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchActor) administrator = station_fixture_dup_actor (self, "VB1001");
  VouchAddUserRequest request = { (char *)"VB2001", (char *)"Ada Xyzzy", (char *)"inspector", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done =
      vouch_use_case_run (&vouch_user_add, self->station, administrator, NULL, &request, &error);

  g_assert_no_error (error);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM user WHERE name = 'Ada Xyzzy'"), ==, 1);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM audit_entry"
                                              " WHERE instr (request, CAST ('Ada Xyzzy' AS BLOB)) > 0"),
                   ==, 0);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM audit_entry"
                                              " WHERE instr (request, CAST ('VB2001' AS BLOB)) > 0"),
                   ==, 1);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM idempotency"
                                              " WHERE instr (answer, CAST ('Ada Xyzzy' AS BLOB)) > 0"),
                   ==, 0);
}

static VouchDone *
retire (StationFixture *self, const char *by, const char *badge, GError **error)
{
  g_autoptr (VouchActor) actor = station_fixture_dup_actor (self, by);
  VouchRetireRequest request = { (char *)badge };

  return vouch_use_case_run (&vouch_user_retire, self->station, actor, NULL, &request, error);
}

static void
assert_not_retired (VouchDone *done, GError **error, int code)
{
  g_assert_null (done);
  g_assert_error (*error, VOUCH_ERROR, code);
  g_assert_cmpstr (vouch_error_get_field (*error), ==, "badge");
  g_clear_error (error);
}

static void
test_who_has_left_signs_in_no_more (StationFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = retire (self, "VB1001", "VB1002", &error);

  g_assert_no_error (error);
  station_fixture_scan (self, "VB1002");
  station_fixture_expect (self, VOUCH_STAGE_SIGN_IN, VOUCH_FEEDBACK_MISREAD);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM user WHERE badge = 'VB1002' AND name <> '' AND "
                                              "state = 'retired'"),
                   ==, 1);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM audit_entry WHERE use_case = 'user.retire'"), ==,
                   1);
  assert_not_retired (retire (self, "VB1001", "VB1002", &error), &error, VOUCH_ERROR_CONFLICT);
  assert_not_retired (retire (self, "VB1001", "VB9999", &error), &error, VOUCH_ERROR_NOT_FOUND);
}

static void
test_an_administrator_always_remains (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchActor) actor = station_fixture_dup_actor (self, "VB1001");
  VouchAddUserRequest request = { (char *)"VB2001", (char *)"Second", (char *)"administrator", (char *)PIN };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) added = NULL;
  g_autoptr (VouchDone) done = NULL;

  assert_not_retired (retire (self, "VB1001", "VB1001", &error), &error, VOUCH_ERROR_CONFLICT);
  added = vouch_use_case_run (&vouch_user_add, self->station, actor, NULL, &request, &error);
  g_assert_no_error (error);
  assert_not_retired (retire (self, "VB1001", "VB1001", &error), &error, VOUCH_ERROR_DENIED);
  done = retire (self, "VB2001", "VB1001", &error);
  g_assert_no_error (error);
  assert_not_retired (retire (self, "VB2001", "VB2001", &error), &error, VOUCH_ERROR_CONFLICT);
}

static void
test_a_kiosk_is_left_with_badge_and_pin_and_that_is_kept (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchActor) lead = station_fixture_dup_actor (self, "VB1004");
  VouchLeaveKioskRequest request = { (char *)"VB1004", (char *)"1" };
  const char *count = "SELECT count(*) FROM audit_entry WHERE use_case = 'station.leave_kiosk'";
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = NULL;

  g_assert_null (vouch_use_case_run (&vouch_kiosk_leave, self->station, lead, NULL, &request, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED);
  g_clear_error (&error);
  g_assert_cmpint (station_fixture_ask (self, count), ==, 0);
  request.pin = (char *)"271828";
  done = vouch_use_case_run (&vouch_kiosk_leave, self->station, lead, NULL, &request, &error);
  g_assert_no_error (error);
  g_assert_cmpint (station_fixture_ask (self, count), ==, 1);
}

static void
test_a_badge_is_not_taken_for_a_command (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchActor) actor = station_fixture_dup_actor (self, "VB1001");
  VouchAddUserRequest request = { (char *)"QWOK", (char *)"Somebody", (char *)"inspector", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = NULL;

  vouch_station_set_command_prefix (self->station, "QW");
  g_assert_null (vouch_use_case_run (&vouch_user_add, self->station, actor, NULL, &request, &error));
  g_assert_cmpstr (vouch_error_get_field (error), ==, "badge");
  g_clear_error (&error);
  vouch_station_set_command_prefix (self->station, "XC");
  done = vouch_use_case_run (&vouch_user_add, self->station, actor, NULL, &request, &error);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, set_up, test) g_test_add (path, StationFixture, NULL, set_up, test, station_fixture_tear_down)
  ADD ("/accounts/the-first-administrator-needs-the-one-time-code", station_fixture_set_up_empty,
       test_the_first_administrator_needs_the_one_time_code);
  ADD ("/accounts/the-code-is-gone-after-the-first-start", station_fixture_set_up_empty,
       test_the_code_is_gone_after_the_first_start);
  ADD ("/accounts/a-restart-keeps-the-code", station_fixture_set_up_empty, test_a_restart_keeps_the_code);
  ADD ("/accounts/a-pin-signs-in-and-a-wrong-one-does-not", station_fixture_set_up,
       test_a_pin_signs_in_and_a_wrong_one_does_not);
  ADD ("/accounts/an-unknown-badge-is-refused-like-a-wrong-pin", station_fixture_set_up,
       test_an_unknown_badge_is_refused_like_a_wrong_pin);
  ADD ("/accounts/an-account-is-checked-before-it-is-made", station_fixture_set_up,
       test_an_account_is_checked_before_it_is_made);
  ADD ("/accounts/wrong-pins-take-longer-and-longer", station_fixture_set_up, test_wrong_pins_take_longer_and_longer);
  ADD ("/accounts/another-program-counts-wrong-pins-on", station_fixture_set_up,
       test_another_program_counts_wrong_pins_on);
  ADD ("/accounts/a-signatures-pin-is-guarded-too", station_fixture_set_up, test_a_signatures_pin_is_guarded_too);
  ADD ("/accounts/a-pin-is-nowhere-on-disk", station_fixture_set_up, test_a_pin_is_nowhere_on_disk);
  ADD ("/accounts/a-name-is-not-in-the-audit", station_fixture_set_up, test_a_name_is_not_in_the_audit);
  ADD ("/accounts/who-has-left-signs-in-no-more", station_fixture_set_up, test_who_has_left_signs_in_no_more);
  ADD ("/accounts/an-administrator-always-remains", station_fixture_set_up, test_an_administrator_always_remains);
  ADD ("/accounts/a-kiosk-is-left-with-badge-and-pin-and-that-is-kept", station_fixture_set_up,
       test_a_kiosk_is_left_with_badge_and_pin_and_that_is_kept);
  ADD ("/accounts/a-badge-is-not-taken-for-a-command", station_fixture_set_up, test_a_badge_is_not_taken_for_a_command);
  return g_test_run ();
}
