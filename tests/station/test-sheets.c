/* Labels on sheets: where the next one goes is kept for each printer, and nothing moves it but labels that came out. */
#include "goods.h"
#include "vouch-error.h"
#include "vouch-label-work.h"
#include "vouch-print-place.h"
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
  ADD ("/sheets/a-file-that-is-given-up-uses-none", test_a_file_that_is_given_up_uses_no_sheet);
  ADD ("/sheets/what-does-not-fit-costs-no-codes", test_what_does_not_fit_costs_no_codes);
  ADD ("/sheets/an-order-says-more-than-the-printers-settings", test_an_order_says_more_than_the_printers_settings);
  return g_test_run ();
}
