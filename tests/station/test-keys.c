/* Versions of the code key: rotation, a leaked key, and databases and key files that went back to an earlier state. */
#include <glib/gstdio.h>

#include "goods.h"
#include "vouch-code-version-view.h"
#include "vouch-code-version-work.h"
#include "vouch-code-work.h"
#include "vouch-condition.h"
#include "vouch-error.h"
#include "vouch-label-work.h"
#include "vouch-restore-notice.h"
#include "vouch-scan-back-work.h"

#define ADMINISTRATOR "VB1001"

static VouchCodeBatch *
get_batch (const VouchLotFile *file, guint i)
{
  return g_ptr_array_index (file->batches, i);
}

static gint64
issue (StationFixture *self, gint64 lot_id, gint64 units)
{
  VouchIssueRequest request = { lot_id, units };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = goods_run (self, &vouch_code_issue, INSPECTOR, &request, &error);

  g_assert_no_error (error);
  return done->id;
}

static gint64
print (StationFixture *self, gint64 lot_id, gint64 units)
{
  g_autoptr (VouchActor) actor = station_fixture_dup_actor (self, INSPECTOR);
  VouchLabelOrder order = { .lot_id = lot_id, .purpose = VOUCH_PRINT_PURPOSE_UNIT, .units = units, .dpi = 203 };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchPrintJob) job = vouch_label_print (self->station, actor, &order, NULL, &error);

  g_assert_no_error (error);
  return job->batch_id;
}

static void
scan_back (StationFixture *self, gint64 lot_id, guint i, gint64 unit, GError **error)
{
  g_autoptr (VouchLotFile) file = goods_load (self, lot_id);
  char serial[17];
  g_autofree char *address =
      vouch_label_dup_address (self->station, get_batch (file, i), file->lot->number, unit, serial);
  VouchScanBackRequest request = { get_batch (file, i)->id, address };
  g_autoptr (VouchScannedBack) done = goods_run (self, &vouch_code_scan_back, INSPECTOR, &request, error);
}

static gint64
rotate (StationFixture *self)
{
  VouchRotateRequest request = { (char *)"once a year" };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchVersionChanged) done = goods_run (self, &vouch_key_rotate, ADMINISTRATOR, &request, &error);

  g_assert_no_error (error);
  return done->version;
}

static VouchVersionChanged *
revoke_version (StationFixture *self, gint64 version, GError **error)
{
  VouchRevokeRequest request = { version, (char *)"the key was seen on a memory stick" };

  return goods_run (self, &vouch_key_revoke, ADMINISTRATOR, &request, error);
}

static gpointer
read_views (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_key_view_list (conn, data, error);
}

/* How the versions stand, the newest first: I in use, K kept, R revoked, M missing. */
static void
assert_keys (StationFixture *self, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) views = vouch_station_read (self->station, read_views, self->station, &error);
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < views->len; i++)
    g_string_append_c (found, "IKRM"[((const VouchKeyView *)g_ptr_array_index (views, i))->state]);
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_open_lots_go_on_under_a_new_version (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (self);
  g_autoptr (VouchLotFile) file = NULL;
  g_autoptr (GError) error = NULL;

  print (self, lot_id, 2);
  g_assert_cmpint (rotate (self), ==, 2);
  print (self, lot_id, 2);
  file = goods_load (self, lot_id);
  g_assert_cmpint (get_batch (file, 0)->key_version, ==, 1);
  g_assert_cmpint (get_batch (file, 1)->key_version, ==, 2);
  g_assert_cmpint (get_batch (file, 1)->first_unit, ==, 3);
  for (guint i = 0; i < 2; i++)
    for (gint64 unit = 2 * i + 1; unit <= 2 * i + 2; unit++)
      scan_back (self, lot_id, i, unit, &error);
  g_assert_no_error (error);
  assert_keys (self, "IK");
}

static void
test_a_version_vouches_only_for_its_own_units (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (self);
  g_autoptr (VouchLotFile) file = NULL;
  VouchCodeBatch batch;
  char serial[17];
  g_autofree char *address = NULL;
  VouchScanBackRequest request = { 0 };
  g_autoptr (GError) error = NULL;

  print (self, lot_id, 2);
  rotate (self);
  print (self, lot_id, 2);
  file = goods_load (self, lot_id);
  /* Unit 3 as version 1 would have made it: its tag is right, and it was never printed. */
  batch = *get_batch (file, 1);
  batch.key_version = 1;
  request.code = address = vouch_label_dup_address (self->station, &batch, file->lot->number, 3, serial);
  request.batch_id = batch.id;
  g_assert_null (goods_run (self, &vouch_code_scan_back, INSPECTOR, &request, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
  g_assert_cmpstr (vouch_error_get_field (error), ==, VOUCH_SCAN_BACK_AGAIN);
}

static void
test_a_leaked_version_dies (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (self);
  g_autoptr (VouchVersionChanged) changed = NULL;
  g_autoptr (VouchLotFile) file = NULL;
  g_autoptr (GError) error = NULL;

  print (self, lot_id, 2);
  scan_back (self, lot_id, 0, 1, &error);
  scan_back (self, lot_id, 0, 2, &error);
  print (self, lot_id, 2);
  issue (self, lot_id, 5);
  g_assert_no_error (error);
  changed = revoke_version (self, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (changed->version, ==, 2);
  g_assert_cmpint (changed->dead, ==, 1);
  g_assert_cmpint (changed->withdrawn, ==, 2);
  assert_keys (self, "IR");
  file = goods_load (self, lot_id);
  g_assert_cmpint (get_batch (file, 2)->state, ==, VOUCH_CODE_BATCH_STATE_VOIDED);
  /* Printed and not active yet: never active. Active already: still recognised. */
  scan_back (self, lot_id, 1, 3, &error);
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED);
  g_clear_error (&error);
  scan_back (self, lot_id, 0, 1, &error);
  g_assert_no_error (error);
  issue (self, lot_id, 5);
  g_clear_pointer (&file, vouch_lot_file_free);
  file = goods_load (self, lot_id);
  g_assert_cmpint (get_batch (file, 3)->key_version, ==, 2);
  g_assert_cmpint (get_batch (file, 3)->first_unit, ==, 10);
}

static void
test_what_cannot_be_revoked_is_said (StationFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchVersionChanged) changed = NULL;

  g_assert_null (revoke_version (self, 7, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (revoke_version (self, -1, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND);
  g_clear_error (&error);
  changed = revoke_version (self, 1, &error);
  g_assert_no_error (error);
  g_assert_null (revoke_version (self, 1, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
}

/* A file of the station's folder at one moment, put back later. */
typedef struct
{
  char *path;
  char *content;
  gsize length;
} Copy;

static void
copy_clear (Copy *self)
{
  g_free (self->path);
  g_free (self->content);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Copy, copy_clear)

/* With the station closed. */
static Copy
keep (StationFixture *self, const char *name)
{
  Copy copy = { g_build_filename (self->directory, name, NULL), NULL, 0 };
  g_autoptr (GError) error = NULL;

  g_file_get_contents (copy.path, &copy.content, &copy.length, &error);
  g_assert_no_error (error);
  return copy;
}

static void
put_back (const Copy *copy)
{
  g_autofree char *wal = g_strconcat (copy->path, "-wal", NULL);
  g_autofree char *shm = g_strconcat (copy->path, "-shm", NULL);
  g_autoptr (GError) error = NULL;

  g_remove (wal);
  g_remove (shm);
  g_file_set_contents_full (copy->path, copy->content, (gssize)copy->length, G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                            &error);
  g_assert_no_error (error);
}

static void
restore (StationFixture *self, const Copy *copy)
{
  station_fixture_close (self);
  put_back (copy);
  station_fixture_open (self);
}

static void
test_a_restored_database_gives_no_unit_twice (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (self);
  g_auto (Copy) backup = { 0 };
  g_autoptr (VouchLotFile) file = NULL;
  char before[17], after[17];
  g_autofree char *one = NULL, *other = NULL;
  g_autoptr (GError) error = NULL;

  station_fixture_close (self);
  backup = keep (self, "station.db");
  station_fixture_open (self);
  print (self, lot_id, 3);
  file = goods_load (self, lot_id);
  one = vouch_label_dup_address (self->station, get_batch (file, 0), file->lot->number, 1, before);

  restore (self, &backup);
  g_assert_cmpint (vouch_station_get_epoch (self->station), ==, 2);
  assert_keys (self, "IK");
  issue (self, lot_id, 3);
  g_clear_pointer (&file, vouch_lot_file_free);
  file = goods_load (self, lot_id);
  g_assert_cmpuint (file->batches->len, ==, 2);
  g_assert_cmpint (get_batch (file, 0)->state, ==, VOUCH_CODE_BATCH_STATE_PRINTED);
  g_assert_cmpint (get_batch (file, 0)->key_version, ==, 1);
  g_assert_cmpint (get_batch (file, 1)->first_unit, ==, 4);
  g_assert_cmpint (get_batch (file, 1)->key_version, ==, 2);
  other = vouch_label_dup_address (self->station, get_batch (file, 0), file->lot->number, 1, after);
  g_assert_cmpstr (one, ==, other);
  scan_back (self, lot_id, 0, 1, &error);
  scan_back (self, lot_id, 0, 3, &error);
  g_assert_no_error (error);

  /* The same backup once more: what was issued in the meantime is known too, and the epoch is another one again. */
  restore (self, &backup);
  g_assert_cmpint (vouch_station_get_epoch (self->station), ==, 3);
  assert_keys (self, "IKK");
  g_clear_pointer (&file, vouch_lot_file_free);
  file = goods_load (self, lot_id);
  g_assert_cmpuint (file->batches->len, ==, 2);
  g_assert_cmpint (get_batch (file, 1)->first_unit, ==, 4);
}

static void
test_lots_that_are_lost_are_noticed_once (StationFixture *self, gconstpointer data)
{
  g_auto (Copy) backup = { 0 };

  station_fixture_close (self);
  backup = keep (self, "station.db");
  station_fixture_open (self);
  print (self, goods_tea_released (self), 3);
  restore (self, &backup);
  g_assert_cmpint (vouch_station_get_epoch (self->station), ==, 2);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM code_batch"), ==, 0);
  station_fixture_reopen (self);
  station_fixture_reopen (self);
  g_assert_cmpint (vouch_station_get_epoch (self->station), ==, 2);
  assert_keys (self, "IK");
}

static void
test_a_database_older_than_the_key_file_is_noticed (StationFixture *self, gconstpointer data)
{
  g_auto (Copy) backup = { 0 };

  station_fixture_close (self);
  backup = keep (self, "station.db");
  station_fixture_open (self);
  rotate (self);
  restore (self, &backup);
  g_assert_cmpint (vouch_station_get_epoch (self->station), ==, 2);
  assert_keys (self, "IKK");
}

static void
test_opening_again_changes_nothing (StationFixture *self, gconstpointer data)
{
  print (self, goods_tea_released (self), 3);
  rotate (self);
  station_fixture_reopen (self);
  station_fixture_reopen (self);
  g_assert_cmpint (vouch_station_get_epoch (self->station), ==, 1);
  assert_keys (self, "IK");
}

static void
test_an_older_key_file_gets_a_version_of_its_own (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (self);
  g_auto (Copy) backup = { 0 };
  g_autoptr (VouchLotFile) file = NULL;

  station_fixture_close (self);
  backup = keep (self, "keys/station.keys");
  station_fixture_open (self);
  rotate (self);
  print (self, lot_id, 3);
  restore (self, &backup);
  g_assert_cmpint (vouch_station_get_epoch (self->station), ==, 1);
  assert_keys (self, "IMK");
  issue (self, lot_id, 3);
  file = goods_load (self, lot_id);
  g_assert_cmpint (get_batch (file, 1)->key_version, ==, 3);
  g_assert_cmpint (get_batch (file, 1)->first_unit, ==, 4);
}

static void
test_a_planned_version_is_made_at_the_next_start (StationFixture *self, gconstpointer data)
{
  g_auto (Copy) keys = { 0 };

  station_fixture_close (self);
  keys = keep (self, "keys/station.keys");
  station_fixture_open (self);
  rotate (self);
  /* As if the power had gone between the database and the key file. */
  restore (self, &keys);
  g_assert_cmpint (vouch_station_get_epoch (self->station), ==, 1);
  assert_keys (self, "IK");
}

static void
assert_told (StationFixture *self, VouchCondition condition, const char *said)
{
  g_autofree char *message = NULL;

  g_assert_cmpint (vouch_condition_look (self->station, &message), ==, condition);
  g_test_message ("%s", message);
  g_assert_true (said == NULL ? message == NULL : strstr (message, said) != NULL);
}

static void
acknowledge (StationFixture *self, const char *badge, GError **error)
{
  VouchRestoredRequest request = { NULL };
  g_autoptr (VouchDone) done = goods_run (self, &vouch_restore_acknowledge, badge, &request, error);
}

static void
test_what_was_put_back_is_told_until_it_is_acknowledged (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (self);
  g_auto (Copy) backup = { 0 };
  g_autoptr (GError) error = NULL;

  assert_told (self, VOUCH_CONDITION_SOUND, NULL);
  acknowledge (self, ADMINISTRATOR, &error);
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
  g_clear_error (&error);
  station_fixture_close (self);
  backup = keep (self, "station.db");
  station_fixture_open (self);
  print (self, lot_id, 3);
  restore (self, &backup);
  assert_told (self, VOUCH_CONDITION_RESTORED,
               "Epoch 2 and version 2 of the code key began. Batches of codes taken "
               "over: 1;");
  /* Work goes on meanwhile, and opening it again says it again. */
  issue (self, lot_id, 3);
  station_fixture_reopen (self);
  assert_told (self, VOUCH_CONDITION_RESTORED, "Batches of codes taken over: 1;");
  acknowledge (self, "VB1004", &error);
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED);
  g_clear_error (&error);
  acknowledge (self, ADMINISTRATOR, &error);
  g_assert_no_error (error);
  assert_told (self, VOUCH_CONDITION_SOUND, NULL);
  station_fixture_reopen (self);
  assert_told (self, VOUCH_CONDITION_SOUND, NULL);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM code_version WHERE version = 2 AND seen_at > 0 AND "
                                              "seen_by = (SELECT id FROM user WHERE badge = 'VB1001')"),
                   ==, 1);
}

static void
test_an_administrator_says_that_all_was_put_back (StationFixture *self, gconstpointer data)
{
  VouchRestoredRequest request = { (char *)"disk replaced" };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchRestored) done = goods_run (self, &vouch_restore_declare, ADMINISTRATOR, &request, &error);

  g_assert_no_error (error);
  g_assert_cmpint (done->epoch, ==, 2);
  g_assert_cmpint (done->version, ==, 2);
  g_assert_cmpint (vouch_station_get_epoch (self->station), ==, 2);
  station_fixture_reopen (self);
  g_assert_cmpint (vouch_station_get_epoch (self->station), ==, 2);
  assert_keys (self, "IK");
  assert_told (self, VOUCH_CONDITION_SOUND, NULL);
}

static void
test_lines_that_nobody_here_wrote_count_for_nothing (StationFixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->directory, "keys", "issued.log", NULL);
  g_autofree char *content = NULL, *longer = NULL;
  g_autoptr (GError) error = NULL;

  print (self, goods_tea_released (self), 3);
  station_fixture_close (self);
  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  longer = g_strconcat (content, "\nepoch\t9\t00000000000000000000000000000000\nrange\t1\t2\nrange", NULL);
  g_file_set_contents (path, longer, -1, &error);
  g_assert_no_error (error);
  station_fixture_open (self);
  g_assert_cmpint (vouch_station_get_epoch (self->station), ==, 1);
  assert_keys (self, "I");
}

/* The lot's number carries the station, so two stations' ranges are never of one lot. */
static void
test_two_stations_make_different_lots (StationFixture *self, gconstpointer data)
{
  StationFixture other = { 0 };
  gint64 here, there;
  g_autoptr (VouchLotFile) one = NULL, two = NULL;

  station_fixture_set_up (&other, NULL);
  goods_set_policy (&other, "station-number", "2");
  station_fixture_reopen (&other);
  here = goods_tea_released (self);
  there = goods_tea_released (&other);
  one = goods_load (self, here);
  two = goods_load (&other, there);
  g_assert_cmpstr (one->lot->number, !=, two->lot->number);
  station_fixture_tear_down (&other, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, StationFixture, NULL, station_fixture_set_up, test, station_fixture_tear_down)
  ADD ("/keys/open-lots-go-on-under-a-new-version", test_open_lots_go_on_under_a_new_version);
  ADD ("/keys/a-version-vouches-only-for-its-own-units", test_a_version_vouches_only_for_its_own_units);
  ADD ("/keys/a-leaked-version-dies", test_a_leaked_version_dies);
  ADD ("/keys/what-cannot-be-revoked-is-said", test_what_cannot_be_revoked_is_said);
  ADD ("/keys/what-was-put-back-is-told-until-it-is-acknowledged",
       test_what_was_put_back_is_told_until_it_is_acknowledged);
  ADD ("/keys/a-restored-database-gives-no-unit-twice", test_a_restored_database_gives_no_unit_twice);
  ADD ("/keys/lots-that-are-lost-are-noticed-once", test_lots_that_are_lost_are_noticed_once);
  ADD ("/keys/a-database-older-than-the-key-file-is-noticed", test_a_database_older_than_the_key_file_is_noticed);
  ADD ("/keys/opening-again-changes-nothing", test_opening_again_changes_nothing);
  ADD ("/keys/an-older-key-file-gets-a-version-of-its-own", test_an_older_key_file_gets_a_version_of_its_own);
  ADD ("/keys/a-planned-version-is-made-at-the-next-start", test_a_planned_version_is_made_at_the_next_start);
  ADD ("/keys/an-administrator-says-that-all-was-put-back", test_an_administrator_says_that_all_was_put_back);
  ADD ("/keys/lines-that-nobody-here-wrote-count-for-nothing", test_lines_that_nobody_here_wrote_count_for_nothing);
  ADD ("/keys/two-stations-make-different-lots", test_two_stations_make_different_lots);
  return g_test_run ();
}
