#include <glib.h>

#include "vouch-control-record.h"
#include "vouch-error.h"
#include "vouch-publication.h"
#include "vouch-sealed-box.h"

#define LOT "S01-26-0042"

static const guint8 master_1[VOUCH_TRACE_KEY_SIZE] = { 1 };
static const guint8 master_2[VOUCH_TRACE_KEY_SIZE] = { 2 };
static guint8 key_1[VOUCH_TRACE_KEY_SIZE], key_2[VOUCH_TRACE_KEY_SIZE];

/* Units 1-100 under version 1, 101-150 under version 2; 7, 8 and 120 withdrawn. */
static VouchControlRecord *
make_record (void)
{
  VouchControlRecord *record = vouch_control_record_new (LOT, NULL, 3);

  vouch_trace_lot_key (master_1, NULL, LOT, key_1);
  vouch_trace_lot_key (master_2, NULL, LOT, key_2);
  vouch_control_record_add_key (record, 1, FALSE, key_1);
  vouch_control_record_add_key (record, 2, FALSE, key_2);
  vouch_control_record_add_range (record, 1, 1, 100);
  vouch_control_record_add_range (record, 2, 101, 50);
  vouch_control_record_add_void (record, 7, 1);
  vouch_control_record_add_void (record, 8, 1);
  vouch_control_record_add_void (record, 120, 1);
  return record;
}

static VouchUnitState
find (const VouchControlRecord *record, const guint8 *key, guint32 unit)
{
  char serial[VOUCH_TRACE_SERIAL_LENGTH + 1];
  guint32 found = G_MAXUINT32;
  VouchUnitState state;

  vouch_trace_serial (key, unit, serial);
  state = vouch_control_record_find_unit (record, serial, &found);
  g_assert_cmpuint (found, ==, state == VOUCH_UNIT_UNKNOWN ? G_MAXUINT32 : unit);
  return state;
}

static void
test_knows_printed_units_of_their_version (void)
{
  g_autoptr (VouchControlRecord) record = make_record ();

  for (guint32 unit = 0; unit < 200; unit++)
    {
      gboolean withdrawn = unit == 7 || unit == 8 || unit == 120;
      VouchUnitState state = withdrawn ? VOUCH_UNIT_VOID : VOUCH_UNIT_ACTIVE;

      g_assert_cmpint (find (record, key_1, unit), ==, unit >= 1 && unit <= 100 ? state : VOUCH_UNIT_UNKNOWN);
      g_assert_cmpint (find (record, key_2, unit), ==, unit >= 101 && unit <= 150 ? state : VOUCH_UNIT_UNKNOWN);
    }
  g_assert_cmpint (find (record, key_1, VOUCH_TRACE_UNIT_END - 1), ==, VOUCH_UNIT_UNKNOWN);
}

static void
test_units_of_a_revoked_version_are_withdrawn (void)
{
  g_autoptr (VouchControlRecord) record = make_record ();

  g_array_index (record->keys, VouchLotKey, 0).revoked = TRUE;
  g_assert_cmpint (find (record, key_1, 50), ==, VOUCH_UNIT_VOID);
  g_assert_cmpint (find (record, key_1, 101), ==, VOUCH_UNIT_UNKNOWN);
  g_assert_cmpint (find (record, key_2, 101), ==, VOUCH_UNIT_ACTIVE);
}

static void
test_joins_neighbouring_voids (void)
{
  g_autoptr (VouchControlRecord) record = make_record ();

  g_assert_cmpuint (record->voids->len, ==, 2);
  g_assert_cmpuint (g_array_index (record->voids, VouchVoidUnits, 0).count, ==, 2);
}

static void
test_bytes_are_the_stable_json (void)
{
  g_autoptr (VouchControlRecord) record = make_record ();
  g_autoptr (GBytes) bytes = vouch_control_record_to_bytes (record);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_true (g_str_has_prefix (
      text, "{\"lot\":\"S01-26-0042\",\"rev\":3,\"ranges\":[{\"key_version\":1,\"first_unit\":1,\"count\":100},"
            "{\"key_version\":2,\"first_unit\":101,\"count\":50}],\"void_units\":[{\"first_unit\":7,\"count\":2},"
            "{\"first_unit\":120,\"count\":1}],\"lot_keys\":[{\"key_version\":1,\"revoked\":false,\"lot_key\":\""));
}

static void
test_comes_back_from_the_sealed_box (void)
{
  const guint8 seed[VOUCH_BOX_SEED_SIZE] = { 9 };
  guint8 public_key[VOUCH_BOX_KEY_SIZE], secret_key[VOUCH_BOX_KEY_SIZE], other[VOUCH_BOX_KEY_SIZE] = { 1 };
  g_autoptr (VouchControlRecord) record = make_record ();
  g_autoptr (VouchControlRecord) opened = NULL;
  g_autoptr (GBytes) sealed = NULL;
  g_autoptr (GBytes) before = vouch_control_record_to_bytes (record);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;

  vouch_box_key_pair (seed, public_key, secret_key);
  sealed = vouch_control_record_seal (record, public_key);
  opened = vouch_control_record_open (sealed, public_key, secret_key, &error);
  g_assert_no_error (error);
  after = vouch_control_record_to_bytes (opened);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_null (vouch_control_record_open (sealed, public_key, other, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
}

static void
test_keeps_the_gtin (void)
{
  g_autoptr (VouchControlRecord) record = vouch_control_record_new (LOT, "06901234567892", 1);
  g_autoptr (GBytes) bytes = vouch_control_record_to_bytes (record);
  g_autoptr (VouchControlRecord) read = vouch_control_record_from_bytes (bytes, NULL);

  g_assert_cmpstr (read->gtin, ==, "06901234567892");
  g_assert_cmpuint (read->ranges->len, ==, 0);
}

static void
test_the_largest_record_fits_a_publication (void)
{
  const guint8 seed[VOUCH_BOX_SEED_SIZE] = { 9 };
  guint8 public_key[VOUCH_BOX_KEY_SIZE], secret_key[VOUCH_BOX_KEY_SIZE];
  g_autoptr (VouchControlRecord) record = vouch_control_record_new ("ZZZZZZZZZZZZZZZZZZZZ", "06901234567892", 1);
  g_autoptr (GBytes) sealed = NULL;
  g_autoptr (GError) error = NULL;

  for (guint32 i = 1; i <= 1000; i++)
    vouch_control_record_add_key (record, G_MAXINT32 - i, FALSE, master_1);
  for (guint32 i = 1; i <= 10000; i++)
    vouch_control_record_add_range (record, G_MAXINT32 - 1, VOUCH_TRACE_UNIT_END - 2 * i, 1);
  for (guint32 i = 1; i <= 20000; i++)
    vouch_control_record_add_void (record, VOUCH_TRACE_UNIT_END - 2 * i, 1);
  g_assert_true (vouch_control_record_check (record, &error));
  g_assert_no_error (error);
  vouch_box_key_pair (seed, public_key, secret_key);
  sealed = vouch_control_record_seal (record, public_key);
  g_assert_cmpuint (g_bytes_get_size (sealed) / 3 * 4 + 1000, <, VOUCH_PUBLICATION_MAX);

  vouch_control_record_add_void (record, 1, 1);
  g_assert_false (vouch_control_record_check (record, &error));
  g_assert_cmpstr (vouch_error_get_field (error), ==, "void_units");
}

static void
assert_refused (const char *json, const char *field)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (GError) error = NULL;

  if (vouch_control_record_from_bytes (bytes, &error) != NULL)
    g_error ("“%s” was read", json);
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_assert_cmpstr (vouch_error_get_field (error), ==, field);
}

#define KEY(version)                                                                                                   \
  "{\"key_version\":" version ",\"revoked\":false,\"lot_key\":"                                                        \
  "\"0000000000000000000000000000000000000000000000000000000000000000\"}"
#define RECORD(ranges, voids, keys)                                                                                    \
  "{\"lot\":\"A\",\"rev\":1,\"ranges\":[" ranges "],\"void_units\":[" voids "],\"lot_keys\":[" keys "]}"

static void
test_ignores_members_of_later_versions (void)
{
  static const char json[] =
      "{\"lot\":\"A\",\"later\":{\"x\":[1,null,true]},\"rev\":1,\"ranges\":[{\"key_version\":1,"
      "\"later\":1.5,\"first_unit\":1,\"count\":1}],\"void_units\":[],\"lot_keys\":[" KEY ("1") "]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, sizeof json - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchControlRecord) record = vouch_control_record_from_bytes (bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (record->ranges->len, ==, 1);
}

static void
test_refuses_what_makes_no_sense (void)
{
  assert_refused ("", NULL);
  assert_refused ("[]", NULL);
  assert_refused ("{}", "lot");
  assert_refused ("{\"lot\":\"a\",\"rev\":1,\"ranges\":[],\"void_units\":[],\"lot_keys\":[]}", "lot");
  assert_refused ("{\"lot\":\"A\",\"rev\":0,\"ranges\":[],\"void_units\":[],\"lot_keys\":[]}", "rev");
  assert_refused ("{\"lot\":\"A\",\"rev\":\"1\",\"ranges\":[],\"void_units\":[],\"lot_keys\":[]}", "rev");
  assert_refused ("{\"lot\":\"A\",\"gtin\":null,\"rev\":1,\"ranges\":[],\"void_units\":[],\"lot_keys\":[]}", "gtin");
  assert_refused ("{\"lot\":\"A\",\"rev\":1,\"ranges\":{},\"void_units\":[],\"lot_keys\":[]}", "ranges");
  assert_refused (RECORD ("1", "", KEY ("1")), "ranges");
  assert_refused (RECORD ("{\"key_version\":1,\"first_unit\":1,\"count\":0}", "", KEY ("1")), "count");
  assert_refused (RECORD ("{\"key_version\":1,\"first_unit\":1,\"count\":1}", "", KEY ("2")), "ranges");
  assert_refused (RECORD ("{\"key_version\":1,\"first_unit\":1073741823,\"count\":2}", "", KEY ("1")), "ranges");
  assert_refused (RECORD ("{\"key_version\":1,\"first_unit\":-1,\"count\":2}", "", KEY ("1")), "first_unit");
  assert_refused (RECORD ("{\"key_version\":1,\"first_unit\":1.0,\"count\":2}", "", KEY ("1")), "first_unit");
  assert_refused (RECORD ("{\"key_version\":1,\"first_unit\":10,\"count\":5},"
                          "{\"key_version\":2,\"first_unit\":14,\"count\":1}",
                          "", KEY ("1") "," KEY ("2")),
                  "ranges");
  assert_refused (RECORD ("", "{\"first_unit\":1073741823,\"count\":2}", ""), "void_units");
  assert_refused (RECORD ("", "", KEY ("1") "," KEY ("1")), "lot_keys");
  assert_refused (RECORD ("", "", KEY ("0")), "key_version");
  assert_refused (RECORD ("", "", "{\"key_version\":1,\"revoked\":0,\"lot_key\":\"00\"}"), "revoked");
  assert_refused (RECORD ("", "", "{\"key_version\":1,\"revoked\":true,\"lot_key\":\"00\"}"), "lot_key");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/control-record/knows-printed-units-of-their-version", test_knows_printed_units_of_their_version);
  g_test_add_func ("/control-record/units-of-a-revoked-version-are-withdrawn",
                   test_units_of_a_revoked_version_are_withdrawn);
  g_test_add_func ("/control-record/joins-neighbouring-voids", test_joins_neighbouring_voids);
  g_test_add_func ("/control-record/bytes-are-the-stable-json", test_bytes_are_the_stable_json);
  g_test_add_func ("/control-record/comes-back-from-the-sealed-box", test_comes_back_from_the_sealed_box);
  g_test_add_func ("/control-record/the-largest-record-fits-a-publication", test_the_largest_record_fits_a_publication);
  g_test_add_func ("/control-record/keeps-the-gtin", test_keeps_the_gtin);
  g_test_add_func ("/control-record/ignores-members-of-later-versions", test_ignores_members_of_later_versions);
  g_test_add_func ("/control-record/refuses-what-makes-no-sense", test_refuses_what_makes_no_sense);
  return g_test_run ();
}
