/* Labels on sheets: where the next one goes is kept for each printer, and nothing moves it but labels that came out. */
#include "goods.h"
#include "vouch-code-work.h"
#include "vouch-error.h"
#include "vouch-label-work.h"
#include "vouch-print-entry.h"
#include "vouch-print-place.h"
#include "vouch-print-work.h"
#include "vouch-sheet-settings.h"
#include "vouch-station-settings.h"

typedef struct
{
  StationFixture base;
  GSettings *settings;
  VouchSheetStock *stock;
  GCancellable *cancellable;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  station_fixture_set_up (&self->base, NULL);
  self->settings = vouch_station_settings_new ();
  self->stock = vouch_sheet_settings_find (self->settings, "L7160", &error);
  g_assert_no_error (error);
  self->cancellable = g_cancellable_new ();
  g_settings_reset (self->settings, "sheet-positions");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  vouch_sheet_stock_free (self->stock);
  g_object_unref (self->settings);
  g_object_unref (self->cancellable);
  station_fixture_tear_down (&self->base, NULL);
}

static VouchPrintJob *
print (Fixture *self, const VouchLabelOrder *order, GError **error)
{
  g_autoptr (VouchActor) actor = station_fixture_dup_actor (&self->base, INSPECTOR);

  return vouch_label_print (self->base.station, actor, order, self->cancellable, error);
}

static VouchLabelOrder
order_ten (Fixture *self)
{
  VouchLabelOrder order = { .lot_id = goods_tea_released (&self->base),
                            .purpose = VOUCH_PRINT_PURPOSE_UNIT,
                            .units = 10,
                            .dpi = 203,
                            .sheet = "L7160" };

  return order;
}

static gint64
get_position (Fixture *self, const char *printer)
{
  return vouch_sheet_settings_get_position (self->settings, printer, self->stock);
}

static void
test_the_next_job_begins_where_the_last_one_ended (Fixture *self, gconstpointer data)
{
  VouchLabelOrder order = order_ten (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchPrintJob) first = NULL;
  g_autoptr (VouchPrintJob) second = NULL;

  order.first_position = 20;
  first = print (self, &order, &error);
  g_assert_no_error (error);
  g_assert_cmpint (first->sent, ==, 10);
  g_assert_cmpint (get_position (self, "PDF"), ==, 9);
  g_assert_cmpint (get_position (self, "Office"), ==, 1);
  order.first_position = 0;
  order.units = 13;
  second = print (self, &order, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_position (self, "PDF"), ==, 1);
}

static gpointer
read_jobs (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_print_entry_list_jobs (conn, error);
}

static void
test_a_job_says_its_sheet_and_where_it_began (Fixture *self, gconstpointer data)
{
  VouchLabelOrder order = order_ten (self);
  g_autoptr (VouchPrintJob) on_sheet = NULL;
  g_autoptr (VouchPrintJob) alone = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  const VouchJobEntry *entry;

  order.first_position = 20;
  on_sheet = print (self, &order, NULL);
  g_assert_cmpstr (on_sheet->sheet, ==, "L7160");
  g_assert_cmpint (on_sheet->first_position, ==, 20);
  order.first_position = 0;
  order.sheet = NULL;
  alone = print (self, &order, NULL);
  g_assert_null (alone->sheet);
  g_assert_cmpint (alone->first_position, ==, 0);
  entries = vouch_station_read (self->base.station, read_jobs, NULL, NULL);
  entry = g_ptr_array_index (entries, 1);
  g_assert_cmpstr (entry->sheet, ==, "L7160");
  g_assert_cmpint (entry->first_position, ==, 20);
}

/* A job as a crash leaves it: begun, with none of its labels out. */
static gint64
leave_job (Fixture *self, gint64 lot_id, gint64 first_unit)
{
  VouchIssueRequest issue = { lot_id, 10 };
  g_autoptr (VouchDone) batch = goods_run (&self->base, &vouch_code_issue, INSPECTOR, &issue, NULL);
  VouchPrintedRequest request = { .lot_id = lot_id,
                                  .batch_id = batch->id,
                                  .purpose = VOUCH_PRINT_PURPOSE_UNIT,
                                  .template_name = (char *)"unit-40x30@1",
                                  .labels = 10,
                                  .read_back = 1,
                                  .file = (char *)"x.pdf",
                                  .first_unit = first_unit,
                                  .state = VOUCH_PRINT_STATE_PRINTING,
                                  .printer = (char *)"PDF",
                                  .sheet = (char *)"L7160",
                                  .first_position = 3 };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = goods_run (&self->base, &vouch_code_note_printed, INSPECTOR, &request, &error);

  g_assert_no_error (error);
  return done->id;
}

static void
test_what_is_gone_on_with_has_the_same_sheet (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *asked;
    const char *sheet;
    gint64 first_position;
  } cases[] = { { NULL, "L7160", 1 }, { "", NULL, 0 }, { "L7161", "L7161", 1 } };
  gint64 lot_id = goods_tea_released (&self->base);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      VouchLabelOrder order = { .resume_of = leave_job (self, lot_id, 10 * (gint64)i + 1),
                                .dpi = 203,
                                .sheet = cases[i].asked };
      g_autoptr (GError) error = NULL;
      g_autoptr (VouchPrintJob) job = print (self, &order, &error);

      g_assert_no_error (error);
      g_assert_cmpint (job->state, ==, VOUCH_PRINT_STATE_DONE);
      g_assert_cmpstr (job->sheet, ==, cases[i].sheet);
      g_assert_cmpint (job->first_position, ==, cases[i].first_position);
    }
}

static void
stop_after_three (guint done, guint total, gpointer data)
{
  if (done == 3)
    g_cancellable_cancel (data);
}

static void
test_a_file_that_is_given_up_uses_no_sheet (Fixture *self, gconstpointer data)
{
  VouchLabelOrder order = order_ten (self);
  g_autoptr (GError) error = NULL;

  order.first_position = 5;
  order.progress = stop_after_three;
  order.progress_data = self->cancellable;
  g_assert_null (print (self, &order, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
  g_assert_cmpint (get_position (self, "PDF"), ==, 1);
}

/* A code that is issued is gone; so that it can be printed is asked before. */
static void
test_what_does_not_fit_costs_no_codes (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *sheet;
    gint64 position;
    int code;
  } cases[] = { { "L4770", 0, VOUCH_ERROR_DENIED },
                { "L7160", 22, VOUCH_ERROR_INVALID },
                { "L9999", 0, VOUCH_ERROR_NOT_FOUND } };
  VouchLabelOrder order = order_ten (self);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      order.sheet = cases[i].sheet;
      order.first_position = cases[i].position;
      g_assert_null (print (self, &order, &error));
      g_assert_error (error, VOUCH_ERROR, cases[i].code);
    }
  g_assert_cmpint (station_fixture_ask (&self->base, "SELECT count(*) FROM code_batch"), ==, 0);
}

static void
test_an_order_says_more_than_the_printers_settings (Fixture *self, gconstpointer data)
{
  g_autoptr (VouchPrinterProfile) office = vouch_printer_profile_new_pdf ();
  VouchLabelOrder order = { .printer = office, .first_position = 3 };
  g_autoptr (GError) error = NULL;

  vouch_printer_profile_put_sheet (office, self->stock);
  for (int i = 0; i < 3; i++)
    {
      static const char *const sheets[] = { NULL, "L7161", "" };
      g_auto (VouchPrintPlace) place = { 0 };

      order.sheet = sheets[i];
      g_assert_true (vouch_print_place_settle (&place, &order, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (place.profile->sheet, ==, i == 0 ? "L7160" : i == 1 ? "L7161" : NULL);
      g_assert_cmpint (place.sheet != NULL, ==, i < 2);
      g_assert_cmpint (place.first_position, ==, i < 2 ? 3 : 0);
    }
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/sheets/the-next-job-begins-where-the-last-one-ended", test_the_next_job_begins_where_the_last_one_ended);
  ADD ("/sheets/a-job-says-its-sheet-and-where-it-began", test_a_job_says_its_sheet_and_where_it_began);
  ADD ("/sheets/what-is-gone-on-with-has-the-same-sheet", test_what_is_gone_on_with_has_the_same_sheet);
  ADD ("/sheets/a-file-that-is-given-up-uses-none", test_a_file_that_is_given_up_uses_no_sheet);
  ADD ("/sheets/what-does-not-fit-costs-no-codes", test_what_does_not_fit_costs_no_codes);
  ADD ("/sheets/an-order-says-more-than-the-printers-settings", test_an_order_says_more_than_the_printers_settings);
  return g_test_run ();
}
