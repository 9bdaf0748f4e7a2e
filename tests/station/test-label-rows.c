/* Labels of a table: what the station knows of a number that stands in it. */
#include "goods.h"
#include "vouch-error.h"
#include "vouch-gs1-sscc.h"
#include "vouch-label-work.h"
#include "vouch-pack-load.h"
#include "vouch-pack-work.h"

#define PREFIX "9520001"

static void
set_up (StationFixture *self, gconstpointer data)
{
  station_fixture_set_up (self, data);
  goods_set_policy (self, "gs1-prefix", PREFIX);
}

static void
make_sscc (guint extension, const char *prefix, char sscc[VOUCH_GS1_SSCC_SIZE])
{
  g_assert_true (vouch_gs1_sscc_make (extension, prefix, 4711, sscc));
}

static gpointer
check (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_pack_load_check_sscc (conn, data, error) ? data : NULL;
}

static gboolean
may_be (StationFixture *self, const char *sscc, GError **error)
{
  return vouch_station_read (self->station, check, (gpointer)sscc, error) != NULL;
}

static void
test_a_number_that_would_be_ours_is_one_that_was_given (StationFixture *self, gconstpointer data)
{
  char sscc[VOUCH_GS1_SSCC_SIZE];
  g_autoptr (GError) error = NULL;

  make_sscc (0, PREFIX, sscc);
  g_assert_false (may_be (self, sscc, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND);
  goods_set_policy (self, "sscc-extension", "3");
  g_assert_true (may_be (self, sscc, NULL));
  goods_set_policy (self, "gs1-prefix", "9520002");
  make_sscc (3, PREFIX, sscc);
  g_assert_true (may_be (self, sscc, NULL));
}

static void
test_what_is_no_number_is_the_templates_to_refuse (StationFixture *self, gconstpointer data)
{
  g_assert_true (may_be (self, "", NULL));
  g_assert_true (may_be (self, "395200010000000012", NULL));
}

static GPtrArray *
make_rows (const char *first, const char *second)
{
  const char *ssccs[] = { first, second };
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_hash_table_unref);

  for (guint i = 0; i < G_N_ELEMENTS (ssccs); i++)
    {
      GHashTable *row = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

      g_hash_table_insert (row, g_strdup ("sscc"), g_strdup (ssccs[i]));
      g_hash_table_insert (row, g_strdup ("product_name_en"), g_strdup ("Green tea"));
      g_hash_table_insert (row, g_strdup ("product_name_zh"), g_strdup ("绿茶"));
      g_hash_table_insert (row, g_strdup ("gtin"), g_strdup ("09520001000010"));
      g_hash_table_insert (row, g_strdup ("supplier_lot"), g_strdup ("QH26A01"));
      g_hash_table_insert (row, g_strdup ("count"), g_strdup ("200"));
      g_ptr_array_add (rows, row);
    }
  return rows;
}

static VouchPrintJob *
print_rows (StationFixture *self, const GPtrArray *rows, GError **error)
{
  g_autoptr (VouchActor) actor = station_fixture_dup_actor (self, INSPECTOR);
  VouchLabelOrder order = {
    .purpose = VOUCH_PRINT_PURPOSE_CARTON, .template = "carton-100x150", .rows = rows, .dpi = 203
  };

  return vouch_label_print (self->station, actor, &order, NULL, error);
}

static void
test_a_carton_that_is_being_filled_gets_no_label_from_a_table_either (StationFixture *self, gconstpointer data)
{
  VouchOpenPackRequest request = { VOUCH_PACK_KIND_CARTON };
  g_autoptr (VouchPacked) packed = goods_run (self, &vouch_pack_open, INSPECTOR, &request, NULL);
  char foreign[VOUCH_GS1_SSCC_SIZE];
  g_autoptr (GPtrArray) mixed = NULL;
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (VouchPrintJob) refused = NULL;
  g_autoptr (VouchPrintJob) printed = NULL;
  g_autoptr (GError) error = NULL;

  make_sscc (0, "9520002", foreign);
  mixed = make_rows (foreign, packed->sscc);
  refused = print_rows (self, mixed, &error);
  g_assert_null (refused);
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED);
  g_assert_nonnull (strstr (error->message, "Label 2: "));
  g_clear_error (&error);
  others = make_rows (foreign, foreign);
  printed = print_rows (self, others, &error);
  g_assert_no_error (error);
  g_assert_cmpint (printed->labels, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, StationFixture, NULL, set_up, test, station_fixture_tear_down)
  ADD ("/label-rows/a-number-that-would-be-ours-is-one-that-was-given",
       test_a_number_that_would_be_ours_is_one_that_was_given);
  ADD ("/label-rows/what-is-no-number-is-the-templates-to-refuse", test_what_is_no_number_is_the_templates_to_refuse);
  ADD ("/label-rows/a-carton-that-is-being-filled-gets-no-label-from-a-table-either",
       test_a_carton_that_is_being_filled_gets_no_label_from_a_table_either);
  return g_test_run ();
}
