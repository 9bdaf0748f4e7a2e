#include <glib.h>

#include "vouch-error.h"
#include "vouch-public-record.h"

static VouchPublicRecord *
make_record (void)
{
  VouchPublicRecord *record = vouch_public_record_new ();

  record->lot = g_strdup ("S01-26-0042");
  record->gtin = g_strdup ("06901234567892");
  record->rev = 2;
  record->product_name_en = g_strdup ("Green tea \"Spring\" <script>");
  record->product_name_zh = g_strdup ("绿茶 春");
  record->maker = g_strdup ("杭州某茶厂");
  record->produced = 20260115;
  record->expiry = 20270114;
  record->standard = g_strdup ("GB/T 2828.1-2012");
  record->code_letter = g_strdup ("H");
  record->lot_size = 500;
  record->sample_size = 50;
  record->ac = 1;
  record->re = 2;
  record->inspected_at = 1767231000000000;
  record->verdict = VOUCH_PUBLIC_VERDICT_ACCEPTED;
  record->status = VOUCH_PUBLIC_STATUS_RELEASED;
  record->care_zh = g_strdup ("密封\n避光");
  record->host = g_strdup ("q.example.cn");
  record->published_at = 1767231000500000;
  record->utc_offset_s = 8 * 3600;
  return record;
}

static void
test_json_is_stable (void)
{
  g_autoptr (VouchPublicRecord) record = make_record ();
  g_autofree char *json = vouch_public_record_to_json (record);

  g_assert_cmpstr (
      json, ==,
      "{\"lot\":\"S01-26-0042\",\"gtin\":\"06901234567892\",\"rev\":2,"
      "\"product_name_en\":\"Green tea \\\"Spring\\\" <script>\",\"product_name_zh\":\"绿茶 "
      "春\",\"maker\":\"杭州某茶厂\","
      "\"produced\":\"2026-01-15\",\"expiry\":\"2027-01-14\",\"standard\":\"GB/T 2828.1-2012\",\"code_letter\":\"H\","
      "\"lot_size\":500,\"sample_size\":50,\"ac\":1,\"re\":2,\"nonconforming\":0,"
      "\"inspected_at\":\"2026-01-01T09:30:00+08:00\",\"verdict\":\"accepted\",\"status\":\"released\","
      "\"care_zh\":\"密封\\n避光\",\"host\":\"q.example.cn\",\"published_at\":\"2026-01-01T09:30:00.500000+08:00\","
      "\"utc_offset_s\":28800}");
}

static void
test_comes_back (void)
{
  g_autoptr (VouchPublicRecord) record = make_record ();
  g_autofree char *json = vouch_public_record_to_json (record);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchPublicRecord) read = vouch_public_record_from_json (json, -1, &error);
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  again = vouch_public_record_to_json (read);
  g_assert_cmpstr (again, ==, json);
  g_assert_cmpint (read->inspected_at, ==, record->inspected_at);
  g_assert_cmpint (read->expiry, ==, 20270114);
  g_assert_null (read->brand);
}

static void
test_every_status_and_verdict_comes_back (void)
{
  g_autoptr (VouchPublicRecord) record = make_record ();

  for (record->status = 0; vouch_enum_get_name (&vouch_public_statuses, record->status) != NULL; record->status++)
    for (record->verdict = 0; vouch_enum_get_name (&vouch_public_verdicts, record->verdict) != NULL; record->verdict++)
      {
        g_autofree char *json = vouch_public_record_to_json (record);
        g_autoptr (VouchPublicRecord) read = vouch_public_record_from_json (json, -1, NULL);

        g_assert_cmpint (read->status, ==, record->status);
        g_assert_cmpint (read->verdict, ==, record->verdict);
      }
  g_assert_cmpint (record->status, ==, VOUCH_PUBLIC_STATUS_EXPIRED + 1);
  g_assert_cmpint (record->verdict, ==, VOUCH_PUBLIC_VERDICT_REJECTED + 1);
}

static void
test_an_empty_record_vouches_for_nothing (void)
{
  g_autoptr (VouchPublicRecord) record = vouch_public_record_new ();

  g_assert_cmpint (record->status, ==, VOUCH_PUBLIC_STATUS_ON_HOLD);
  g_assert_cmpint (record->verdict, ==, VOUCH_PUBLIC_VERDICT_PENDING);
}

#define TAIL ",\"verdict\":\"accepted\",\"host\":\"h\",\"published_at\":\"2026-01-01T00:00:00Z\"}"

static void
test_ignores_members_of_later_versions (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchPublicRecord) record = vouch_public_record_from_json (
      "{\"lot\":\"A\",\"rev\":1,\"later\":[{\"x\":null}],\"status\":\"recalled\"" TAIL, -1, &error);

  g_assert_no_error (error);
  g_assert_cmpint (record->status, ==, VOUCH_PUBLIC_STATUS_RECALLED);
}

static void
test_refuses_what_makes_no_sense (void)
{
  static const struct
  {
    const char *json, *field;
  } wrong[] = {
    { "", NULL },
    { "null", NULL },
    { "{} {}", NULL },
    { "{\"lot\":\"A\",\"lot\":\"B\",\"rev\":1,\"status\":\"released\"" TAIL, NULL },
    { "{\"lot\":\"A\",\"l\\u006ft\":\"B\",\"rev\":1,\"status\":\"released\"" TAIL, NULL },
    { "{\"lot\":\"A\\u0000B\",\"rev\":1,\"status\":\"released\"" TAIL, NULL },
    { "{/**/\"lot\":\"A\",\"rev\":1,\"status\":\"released\"" TAIL, NULL },
    { "{\"lot\":\"A\",\"rev\":01,\"status\":\"released\"" TAIL, NULL },
    { "{\"lot\":\"A\",\"rev\":1,\"later\":[[[[[[[[1]]]]]]]],\"status\":\"released\"" TAIL, NULL },
    { "{\"lot\":\"A\",\"rev\":1" TAIL, "status" },
    { "{\"lot\":\"A\",\"status\":\"released\"" TAIL, "rev" },
    { "{\"rev\":1,\"status\":\"released\"" TAIL, "lot" },
    { "{\"lot\":\"A\",\"rev\":1,\"status\":\"fine\"" TAIL, "status" },
    { "{\"lot\":\"A\",\"rev\":1,\"status\":1" TAIL, "status" },
    { "{\"lot\":\"A\",\"rev\":true,\"status\":\"released\"" TAIL, "rev" },
    { "{\"lot\":\"A\",\"rev\":1e0,\"status\":\"released\"" TAIL, "rev" },
    { "{\"lot\":\"A\",\"rev\":-1,\"status\":\"released\"" TAIL, "rev" },
    { "{\"lot\":\"a\",\"rev\":1,\"status\":\"released\"" TAIL, "lot" },
    { "{\"lot\":\"A\",\"gtin\":\"1\",\"rev\":1,\"status\":\"released\"" TAIL, "gtin" },
    { "{\"lot\":\"A\",\"rev\":1,\"expiry\":\"2026-02-30\",\"status\":\"released\"" TAIL, "expiry" },
    { "{\"lot\":\"A\",\"rev\":1,\"expiry\":\"\",\"status\":\"released\"" TAIL, "expiry" },
    { "{\"lot\":\"A\",\"rev\":1,\"inspected_at\":\"2026-01-01\",\"status\":\"released\"" TAIL, "inspected_at" },
    { "{\"lot\":\"A\",\"rev\":1,\"inspected_at\":\"0506-01-01T00:00:00Z\",\"status\":\"released\"" TAIL,
      "inspected_at" },
    { "{\"lot\":\"A\",\"rev\":1,\"inspected_at\":\"9999-06-01T00:00:00Z\",\"status\":\"released\"" TAIL,
      "inspected_at" },
    { "{\"lot\":\"A\",\"rev\":1,\"brand\":\"x\\u202ey\",\"status\":\"released\"" TAIL, "brand" },
    { "{\"lot\":\"A\",\"rev\":1,\"brand\":\"x\\ny\",\"status\":\"released\"" TAIL, "brand" },
    { "{\"lot\":\"A\",\"rev\":1,\"lot_size\":-1,\"status\":\"released\"" TAIL, "lot_size" },
    { "{\"lot\":\"A\",\"rev\":1,\"utc_offset_s\":90000,\"status\":\"released\"" TAIL, "utc_offset_s" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      if (vouch_public_record_from_json (wrong[i].json, -1, &error) != NULL)
        g_error ("“%s” was read", wrong[i].json);
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
      g_assert_cmpstr (vouch_error_get_field (error), ==, wrong[i].field);
    }
}

static void
test_deep_nesting_costs_nothing (void)
{
  g_autofree char *deep = g_strnfill (1000000, '[');

  g_assert_null (vouch_public_record_from_json (deep, -1, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/public-record/json-is-stable", test_json_is_stable);
  g_test_add_func ("/public-record/comes-back", test_comes_back);
  g_test_add_func ("/public-record/every-status-and-verdict-comes-back", test_every_status_and_verdict_comes_back);
  g_test_add_func ("/public-record/an-empty-record-vouches-for-nothing", test_an_empty_record_vouches_for_nothing);
  g_test_add_func ("/public-record/ignores-members-of-later-versions", test_ignores_members_of_later_versions);
  g_test_add_func ("/public-record/refuses-what-makes-no-sense", test_refuses_what_makes_no_sense);
  g_test_add_func ("/public-record/deep-nesting-costs-nothing", test_deep_nesting_costs_nothing);
  return g_test_run ();
}
