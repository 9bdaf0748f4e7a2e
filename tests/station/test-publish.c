#include "goods.h"
#include "vouch-condition.h"
#include "vouch-control-record.h"
#include "vouch-error.h"
#include "vouch-hex.h"
#include "vouch-label-work.h"
#include "vouch-outbox-store.h"
#include "vouch-public-record.h"
#include "vouch-publication.h"
#include "vouch-publish-work.h"
#include "vouch-scan-back-work.h"
#include "vouch-sealed-box.h"

static guint8 lookup_public[VOUCH_BOX_KEY_SIZE], lookup_secret[VOUCH_BOX_KEY_SIZE];

static void
enrol (StationFixture *self)
{
  static const guint8 seed[VOUCH_BOX_SEED_SIZE] = { 3 };
  g_autofree char *hex = NULL;
  VouchEnrolRequest request = { (char *)"http://127.0.0.1:1", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = NULL;

  vouch_box_key_pair (seed, lookup_public, lookup_secret);
  request.public_key = hex = vouch_hex_write (lookup_public, sizeof lookup_public);
  done = goods_run (self, &vouch_publish_enrol, "VB1001", &request, &error);
  g_assert_no_error (error);
}

static gpointer
read_waiting (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_outbox_store_list_waiting (conn, error);
}

/* Everything that waits, verified, gapless and chained. */
static GPtrArray *
read_publications (StationFixture *self)
{
  g_autoptr (GPtrArray) rows = vouch_station_read (self->station, read_waiting, NULL, NULL);
  GPtrArray *publications = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_publication_free);
  const guint8 *key = vouch_signer_get_public_key (vouch_key_file_get_signer (vouch_station_get_keys (self->station)));
  guint8 hash[VOUCH_HASH_SIZE] = { 0 };

  for (guint i = 0; i < rows->len; i++)
    {
      const VouchOutbox *row = g_ptr_array_index (rows, i);
      g_autoptr (GError) error = NULL;
      VouchPublication *publication = vouch_publication_read (row->line, -1, &error);

      g_assert_no_error (error);
      g_assert_true (vouch_publication_verify (publication, key));
      g_assert_cmpint (publication->seq, ==, i + 1);
      g_assert_cmpint (row->seq, ==, i + 1);
      g_assert_cmpmem (publication->prev, VOUCH_HASH_SIZE, hash, VOUCH_HASH_SIZE);
      vouch_publication_hash (publication, hash);
      g_ptr_array_add (publications, publication);
    }
  return publications;
}

static VouchPublicRecord *
read_public (const VouchPublication *publication)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *json = g_bytes_get_data (publication->body, &length);
  VouchPublicRecord *record;

  g_assert_cmpstr (publication->type, ==, VOUCH_PUBLICATION_PUBLIC_RECORD);
  record = vouch_public_record_from_json (json, (gssize)length, &error);
  g_assert_no_error (error);
  return record;
}

/* Prints so many unit labels and activates them; gives the first one's and the last one's serial. */
static void
activate (StationFixture *self, gint64 lot_id, gint64 units, char first[17], char last[17])
{
  g_autoptr (VouchActor) actor = station_fixture_dup_actor (self, INSPECTOR);
  VouchLabelOrder order = { .lot_id = lot_id, .purpose = VOUCH_PRINT_PURPOSE_UNIT, .units = units, .dpi = 203 };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchPrintJob) job = vouch_label_print (self->station, actor, &order, NULL, &error);
  g_autoptr (VouchLotFile) file = goods_load (self, lot_id);
  const VouchCodeBatch *batch = g_ptr_array_index (file->batches, file->batches->len - 1);
  g_autofree char *start = NULL, *end = NULL;

  g_assert_no_error (error);
  start = vouch_label_dup_address (self->station, batch, file->lot->number, batch->first_unit, first);
  end = vouch_label_dup_address (self->station, batch, file->lot->number, batch->first_unit + units - 1, last);
  for (int i = 0; i < 2; i++)
    {
      VouchScanBackRequest request = { job->batch_id, i == 0 ? start : end };
      g_autoptr (VouchScannedBack) scanned = goods_run (self, &vouch_code_scan_back, INSPECTOR, &request, &error);

      g_assert_no_error (error);
    }
}

static void
test_a_release_publishes_the_lot (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (self);
  g_autoptr (GPtrArray) publications = read_publications (self);
  g_autoptr (VouchPublicRecord) record = NULL;
  g_autoptr (VouchLotFile) file = goods_load (self, lot_id);

  g_assert_cmpuint (publications->len, ==, 1);
  record = read_public (g_ptr_array_index (publications, 0));
  g_assert_cmpstr (record->lot, ==, file->lot->number);
  g_assert_cmpint (record->rev, ==, 1);
  g_assert_cmpint (record->status, ==, VOUCH_PUBLIC_STATUS_RELEASED);
  g_assert_cmpint (record->verdict, ==, VOUCH_PUBLIC_VERDICT_ACCEPTED);
  g_assert_cmpint (record->sample_size, ==, 5);
  g_assert_cmpint (record->expiry, ==, file->lot->expiry);
  g_assert_cmpstr (record->gtin, ==, "09520001000010");
}

static void
test_a_rejected_lot_is_not_published (StationFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) publications = NULL;

  goods_tea_rejected (self);
  publications = read_publications (self);
  g_assert_cmpuint (publications->len, ==, 0);
}

static void
test_a_publication_names_no_person (StationFixture *self, gconstpointer data)
{
  static const char *const names[] = { "Li Wei", "李伟", "VB1002", "QH26A01" };
  g_autoptr (GPtrArray) publications = NULL;
  const VouchPublication *publication;
  gsize length;
  const char *body;

  goods_tea_released (self);
  publications = read_publications (self);
  publication = g_ptr_array_index (publications, 0);
  body = g_bytes_get_data (publication->body, &length);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_null (g_strstr_len (body, (gssize)length, names[i]));
}

static void
assert_control (const VouchPublication *publication, gint64 rev, const char *const *active, const char *unknown)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchControlRecord) record =
      vouch_control_record_open (publication->body, lookup_public, lookup_secret, &error);
  guint32 unit;

  g_assert_no_error (error);
  g_assert_cmpstr (publication->type, ==, VOUCH_PUBLICATION_CONTROL_RECORD);
  g_assert_cmpint (record->rev, ==, rev);
  for (guint i = 0; active[i] != NULL; i++)
    g_assert_cmpint (vouch_control_record_find_unit (record, active[i], &unit), ==, VOUCH_UNIT_ACTIVE);
  g_assert_cmpint (vouch_control_record_find_unit (record, unknown, &unit), ==, VOUCH_UNIT_UNKNOWN);
}

static void
test_the_control_record_accepts_exactly_the_active_units (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (self);
  char first[17], last[17], more[17], next[17];
  const char *active[] = { first, last, NULL, NULL };
  g_autoptr (GPtrArray) publications = NULL;
  g_autoptr (VouchLotFile) file = NULL;
  g_autofree char *address = NULL;

  enrol (self);
  activate (self, lot_id, 3, first, last);
  file = goods_load (self, lot_id);
  address = vouch_label_dup_address (self->station, g_ptr_array_index (file->batches, 0), file->lot->number, 4, next);
  publications = read_publications (self);
  g_assert_cmpuint (publications->len, ==, 2);
  assert_control (g_ptr_array_index (publications, 1), 1, active, next);

  activate (self, lot_id, 1, more, more);
  g_assert_cmpstr (more, ==, next); /* the unit that was unknown a moment ago */
  active[2] = more;
  g_ptr_array_unref (publications);
  publications = read_publications (self);
  g_assert_cmpuint (publications->len, ==, 3);
  assert_control (g_ptr_array_index (publications, 2), 2, active, "0000000000000000");
}

static void
test_another_key_does_not_open_the_control_record (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (self);
  g_autoptr (GPtrArray) publications = NULL;
  g_autoptr (GError) error = NULL;
  char first[17], last[17];

  enrol (self);
  activate (self, lot_id, 1, first, last);
  publications = read_publications (self);
  lookup_secret[0] ^= 8;
  g_assert_null (vouch_control_record_open (((VouchPublication *)g_ptr_array_index (publications, 1))->body,
                                            lookup_public, lookup_secret, &error));
}

static void
test_enrolling_late_publishes_what_is_active (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (self);
  g_autoptr (GPtrArray) before = NULL, after = NULL;
  char first[17], last[17];
  const char *active[] = { first, last, NULL };

  activate (self, lot_id, 2, first, last);
  before = read_publications (self);
  g_assert_cmpuint (before->len, ==, 1);
  enrol (self);
  after = read_publications (self);
  g_assert_cmpuint (after->len, ==, 2);
  assert_control (g_ptr_array_index (after, 1), 1, active, "0000000000000000");
}

static void
test_a_worthless_key_is_refused (StationFixture *self, gconstpointer data)
{
  static const char *const keys[] = { "", "abc", "ZZ",
                                      "0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF" };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      VouchEnrolRequest request = { (char *)"http://127.0.0.1:1", (char *)keys[i] };

      g_assert_null (goods_run (self, &vouch_publish_enrol, "VB1001", &request, &error));
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
      g_clear_error (&error);
    }
}

/* Nobody reads a log. */
static void
test_what_is_refused_is_told_until_it_is_taken (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchActor) station = vouch_actor_new_station ();
  VouchRefusedRequest refused = { 1, 1, (char *)"two histories" };
  VouchSentRequest sent = { 1, 1 };
  g_autofree char *message = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = NULL, taken = NULL;

  goods_tea_released (self);
  done = vouch_use_case_run (&vouch_publish_note_refused, self->station, station, NULL, &refused, &error);
  g_assert_no_error (error);
  g_assert_cmpint (vouch_condition_look (self->station, &message), ==, VOUCH_CONDITION_REFUSED);
  g_assert_nonnull (strstr (message, "two histories"));
  taken = vouch_use_case_run (&vouch_publish_note_sent, self->station, station, NULL, &sent, &error);
  g_assert_no_error (error);
  g_assert_cmpint (vouch_condition_look (self->station, &after), ==, VOUCH_CONDITION_SOUND);
}

static void
test_what_is_sent_waits_no_more (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchActor) station = vouch_actor_new_station ();
  VouchSentRequest request = { 1, 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = NULL;

  goods_tea_released (self);
  done = vouch_use_case_run (&vouch_publish_note_sent, self->station, station, NULL, &request, &error);
  g_assert_no_error (error);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM outbox WHERE state = 'sent'"), ==, 1);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM outbox WHERE state = 'waiting'"), ==, 0);
}

static void
test_pushing_without_a_service_says_so (StationFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 n_sent;

  g_assert_false (vouch_publish_push (self->station, &n_sent, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, StationFixture, NULL, station_fixture_set_up, test, station_fixture_tear_down)
  ADD ("/publish/a-release-publishes-the-lot", test_a_release_publishes_the_lot);
  ADD ("/publish/a-rejected-lot-is-not-published", test_a_rejected_lot_is_not_published);
  ADD ("/publish/a-publication-names-no-person", test_a_publication_names_no_person);
  ADD ("/publish/the-control-record-accepts-exactly-the-active-units",
       test_the_control_record_accepts_exactly_the_active_units);
  ADD ("/publish/another-key-does-not-open-the-control-record", test_another_key_does_not_open_the_control_record);
  ADD ("/publish/enrolling-late-publishes-what-is-active", test_enrolling_late_publishes_what_is_active);
  ADD ("/publish/a-worthless-key-is-refused", test_a_worthless_key_is_refused);
  ADD ("/publish/what-is-refused-is-told-until-it-is-taken", test_what_is_refused_is_told_until_it_is_taken);
  ADD ("/publish/what-is-sent-waits-no-more", test_what_is_sent_waits_no_more);
  ADD ("/publish/pushing-without-a-service-says-so", test_pushing_without_a_service_says_so);
  return g_test_run ();
}
