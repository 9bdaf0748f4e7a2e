/* Labels on printers: what came out is recorded, what did not is gone on with, and no code is printed twice. */
#include "goods.h"
#include "recording-printer.h"
#include "vouch-bitmap.h"
#include "vouch-error.h"
#include "vouch-give-up-work.h"
#include "vouch-label-work.h"
#include "vouch-print-run.h"
#include "vouch-print-work.h"
#include "vouch-symbol.h"

typedef struct
{
  StationFixture base;
  RecordingPrinter *recorder;
  VouchPrinterProfile *printer;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  station_fixture_set_up (&self->base, NULL);
  self->recorder = recording_printer_new (data != NULL ? VOUCH_PRINTER_LANGUAGE_TSPL : VOUCH_PRINTER_LANGUAGE_ZPL);
  self->printer = recording_printer_create_profile (self->recorder);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  vouch_printer_profile_free (self->printer);
  recording_printer_free (self->recorder);
  station_fixture_tear_down (&self->base, NULL);
}

static VouchPrintJob *
print (Fixture *self, const VouchLabelOrder *order, GCancellable *cancellable, GError **error)
{
  g_autoptr (VouchActor) actor = station_fixture_dup_actor (&self->base, INSPECTOR);

  return vouch_label_print (self->base.station, actor, order, cancellable, error);
}

static VouchLabelOrder
order_ten (Fixture *self)
{
  VouchLabelOrder order = { .lot_id = goods_tea_released (&self->base),
                            .purpose = VOUCH_PRINT_PURPOSE_UNIT,
                            .units = 10,
                            .printer = self->printer };

  return order;
}

static gint64
ask (Fixture *self, const char *column)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM print_job WHERE purpose = 'unit' ORDER BY id DESC", column);

  return station_fixture_ask (&self->base, sql);
}

static void
assert_job (Fixture *self, const char *state, gint64 sent, gint64 confirmed)
{
  g_autofree char *is_state = g_strdup_printf ("state = '%s'", state);

  g_assert_true (ask (self, is_state));
  g_assert_cmpint (ask (self, "sent"), ==, sent);
  g_assert_cmpint (ask (self, "confirmed"), ==, confirmed);
}

static char *
read_code (Fixture *self, const VouchBitmap *bitmap)
{
  g_autofree guint8 *pixels = g_malloc ((gsize)bitmap->width * bitmap->height);
  g_autoptr (GPtrArray) symbols = NULL;
  g_autoptr (GError) error = NULL;
  const VouchSymbol *symbol;
  gsize length;
  const char *text;

  for (guint y = 0; y < bitmap->height; y++)
    for (guint x = 0; x < bitmap->width; x++)
      pixels[(gsize)y * bitmap->width + x] = vouch_bitmap_is_black (bitmap, x, y) ? 0 : 0xff;
  symbols = vouch_decoder_read_grey (vouch_station_get_decoder (self->base.station), pixels, bitmap->width,
                                     bitmap->height, bitmap->width, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (symbols->len, ==, 1);
  symbol = g_ptr_array_index (symbols, 0);
  text = g_bytes_get_data (symbol->bytes, &length);
  return g_strndup (text, length);
}

/* Every unit's own code, in order, each once: what the decoder reads in the dots that the printer got. */
static void
assert_printed (Fixture *self, gint64 first, gint64 last)
{
  g_autoptr (GPtrArray) labels = recording_printer_list_labels (self->recorder);
  g_autoptr (VouchLotFile) file = goods_load (&self->base, ask (self, "lot_id"));
  const VouchCodeBatch *batch = g_ptr_array_index (file->batches, 0);

  g_assert_cmpuint (labels->len, ==, last - first + 1);
  for (guint i = 0; i < labels->len; i++)
    {
      g_autofree char *code = read_code (self, g_ptr_array_index (labels, i));
      char serial[17];
      g_autofree char *expected =
          vouch_label_dup_address (self->base.station, batch, file->lot->number, first + i, serial);

      g_assert_cmpstr (code, ==, expected);
    }
}

static void
test_a_printer_gets_the_right_codes (Fixture *self, gconstpointer data)
{
  VouchLabelOrder order = order_ten (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchPrintJob) job = print (self, &order, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (job->printer, ==, self->printer->name);
  g_assert_cmpstr (job->file, ==, self->printer->uri);
  g_assert_cmpint (job->read_back, ==, VOUCH_LABEL_FIRST_AFTER_CHANGE);
  assert_job (self, "done", 10, 10);
  assert_printed (self, 1, 10);
  g_assert_true (station_fixture_ask (&self->base, "SELECT state = 'printed' FROM code_batch"));
}

static void
test_a_printer_that_closes_after_three_is_gone_on_with (Fixture *self, gconstpointer data)
{
  VouchLabelOrder order = order_ten (self);
  g_autoptr (VouchPrintJob) job = NULL;
  g_autoptr (GError) error = NULL;

  recording_printer_close_after (self->recorder, 3);
  job = print (self, &order, NULL, &error);
  g_assert_null (job);
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, "3 of 10"));
  g_clear_error (&error);
  assert_job (self, "stopped", 3, 2);
  g_assert_true (station_fixture_ask (&self->base, "SELECT state = 'reserved' FROM code_batch"));
  order = (VouchLabelOrder){ .resume_of = ask (self, "id"), .printer = self->printer };
  job = print (self, &order, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (job->id, ==, order.resume_of);
  assert_job (self, "done", 10, 10);
  assert_printed (self, 1, 10);
}

/* The codes of a job that was stopped are neither printed from the first on again, nor repeated. */
static void
test_what_was_stopped_is_only_gone_on_with (Fixture *self, gconstpointer data)
{
  VouchLabelOrder order = order_ten (self);
  g_autoptr (GError) error = NULL;

  recording_printer_close_after (self->recorder, 3);
  g_assert_null (print (self, &order, NULL, NULL));
  order.batch_id = ask (self, "batch_id");
  g_assert_null (print (self, &order, NULL, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED);
  g_clear_error (&error);
  order = (VouchLabelOrder){ .copy_of = ask (self, "id"), .reason = VOUCH_REPRINT_REASON_DAMAGED };
  g_assert_null (print (self, &order, NULL, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED);
  g_assert_cmpuint (recording_printer_get_n_labels (self->recorder), ==, 3);
}

static void
test_another_printer_goes_on (Fixture *self, gconstpointer data)
{
  VouchLabelOrder order = order_ten (self);
  g_autoptr (RecordingPrinter) other = recording_printer_new (VOUCH_PRINTER_LANGUAGE_TSPL);
  g_autoptr (VouchPrinterProfile) profile = recording_printer_create_profile (other);
  g_autoptr (VouchPrintJob) job = NULL;
  g_autoptr (GError) error = NULL;

  recording_printer_run_out_after (self->recorder, 4);
  g_assert_null (print (self, &order, NULL, NULL));
  assert_job (self, "stopped", 4, 4);
  order = (VouchLabelOrder){ .resume_of = ask (self, "id"), .printer = profile };
  job = print (self, &order, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (job->printer, ==, profile->name);
  g_assert_cmpuint (recording_printer_get_n_labels (other), ==, 6);
  assert_job (self, "done", 10, 10);
}

static void
stop_after_four (guint done, guint total, gpointer data)
{
  if (done == 4)
    g_cancellable_cancel (data);
}

static void
test_a_job_is_paused_between_two_labels (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  VouchLabelOrder order = order_ten (self);
  g_autoptr (VouchPrintJob) job = NULL;
  g_autoptr (GError) error = NULL;

  order.progress = stop_after_four;
  order.progress_data = cancellable;
  g_assert_null (print (self, &order, cancellable, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
  g_clear_error (&error);
  assert_job (self, "stopped", 4, 4);
  order = (VouchLabelOrder){ .resume_of = ask (self, "id"), .printer = self->printer };
  job = print (self, &order, NULL, &error);
  g_assert_no_error (error);
  assert_printed (self, 1, 10);
}

/* Of a printer that says nothing only somebody who looks knows what came out. */
static void
test_whoever_looked_says_what_came_out (Fixture *self, gconstpointer data)
{
  VouchLabelOrder order = order_ten (self);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (VouchPrintJob) job = NULL;
  g_autoptr (GError) error = NULL;

  recording_printer_be_mute (self->recorder);
  order.progress = stop_after_four;
  order.progress_data = cancellable;
  g_assert_null (print (self, &order, cancellable, NULL));
  assert_job (self, "stopped", 4, 0);
  order = (VouchLabelOrder){ .resume_of = ask (self, "id"), .printer = self->printer, .knows_printed = TRUE };
  order.printed = 5;
  g_assert_null (print (self, &order, NULL, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_clear_error (&error);
  order.printed = 2;
  job = print (self, &order, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (recording_printer_get_n_labels (self->recorder), ==, 4 + 8);
  g_assert_true (ask (self, "state = 'done'"));
}

static void
test_a_printer_that_is_off_loses_nothing (Fixture *self, gconstpointer data)
{
  VouchLabelOrder order = order_ten (self);
  g_autoptr (VouchPrinterProfile) off = NULL;
  g_autoptr (VouchPrintJob) job = NULL;
  g_autoptr (GError) error = NULL;

  {
    g_autoptr (RecordingPrinter) gone = recording_printer_new (VOUCH_PRINTER_LANGUAGE_ZPL);

    off = recording_printer_create_profile (gone);
  }
  order.printer = off;
  g_assert_null (print (self, &order, NULL, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_BUSY);
  g_clear_error (&error);
  assert_job (self, "stopped", 0, 0);
  order = (VouchLabelOrder){ .resume_of = ask (self, "id"), .printer = self->printer };
  job = print (self, &order, NULL, &error);
  g_assert_no_error (error);
  assert_printed (self, 1, 10);
}

/* A power loss between the record and the printer: what was announced may be out, and is not printed again. */
static void
test_an_interrupted_job_goes_on_after_what_was_announced (Fixture *self, gconstpointer data)
{
  VouchLabelOrder order = order_ten (self);
  VouchPrintRunRequest announced = { .state = VOUCH_PRINT_STATE_PRINTING, .sent = 4, .confirmed = 3 };
  g_autoptr (VouchPrintJob) job = NULL;
  g_autoptr (GError) error = NULL;

  recording_printer_close_after (self->recorder, 3);
  g_assert_null (print (self, &order, NULL, NULL));
  announced.job_id = ask (self, "id");
  announced.printer = self->printer->name;
  announced.file = self->printer->uri;
  vouch_done_free (goods_run (&self->base, &vouch_code_note_run, INSPECTOR, &announced, &error));
  g_assert_no_error (error);
  assert_job (self, "printing", 4, 3);
  g_assert_false (vouch_print_run_is_under_way (announced.job_id));
  order = (VouchLabelOrder){ .resume_of = announced.job_id, .printer = self->printer };
  job = print (self, &order, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (recording_printer_get_n_labels (self->recorder), ==, 3 + 6);
}

static void
test_a_run_says_nothing_that_cannot_be (Fixture *self, gconstpointer data)
{
  VouchLabelOrder order = order_ten (self);
  static const struct
  {
    VouchPrintState state;
    gint64 sent, confirmed;
  } wrong[] = {
    { VOUCH_PRINT_STATE_STOPPED, 11, 3 },
    { VOUCH_PRINT_STATE_STOPPED, 3, 4 },
    { VOUCH_PRINT_STATE_STOPPED, 3, 1 },
    { VOUCH_PRINT_STATE_DONE, 9, 9 },
  };

  recording_printer_close_after (self->recorder, 3);
  g_assert_null (print (self, &order, NULL, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      VouchPrintRunRequest request = { .job_id = ask (self, "id"),
                                       .state = wrong[i].state,
                                       .sent = wrong[i].sent,
                                       .confirmed = wrong[i].confirmed,
                                       .printer = self->printer->name,
                                       .file = self->printer->uri };
      g_autoptr (GError) error = NULL;

      g_assert_null (goods_run (&self->base, &vouch_code_note_run, INSPECTOR, &request, &error));
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
    }
}

static void
test_labels_go_only_where_they_fit (Fixture *self, gconstpointer data)
{
  VouchLabelOrder order = order_ten (self);
  g_autoptr (GError) error = NULL;

  self->printer->width_um = 100000;
  self->printer->height_um = 150000;
  g_assert_null (print (self, &order, NULL, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED);
  g_assert_cmpint (station_fixture_ask (&self->base, "SELECT count(*) FROM code_batch"), ==, 0);
}

/* Three of ten came out; the others are nobody's, and the batch can still be closed. */
static void
test_a_job_is_given_up_and_its_rest_is_spoiled (Fixture *self, gconstpointer data)
{
  VouchLabelOrder order = order_ten (self);
  VouchGiveUpRequest request = { .printed = 3, .reason = (char *)"the ribbon is used up" };
  g_autoptr (GError) error = NULL;

  recording_printer_close_after (self->recorder, 3);
  g_assert_null (print (self, &order, NULL, NULL));
  request.job_id = ask (self, "id");
  g_assert_null (goods_run (&self->base, &vouch_code_give_up, INSPECTOR, &request, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED);
  g_clear_error (&error);
  request.printed = 4;
  g_assert_null (goods_run (&self->base, &vouch_code_give_up, QA_LEAD, &request, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_clear_error (&error);
  request.printed = 3;
  vouch_done_free (goods_run (&self->base, &vouch_code_give_up, QA_LEAD, &request, &error));
  g_assert_no_error (error);
  assert_job (self, "given_up", 3, 3);
  g_assert_true (station_fixture_ask (&self->base, "SELECT state = 'printed' AND spoiled = 7 FROM code_batch"));
  g_assert_true (station_fixture_ask (&self->base, "SELECT first_unit = 4 AND units = 7 FROM void_unit"));
  order = (VouchLabelOrder){ .resume_of = request.job_id, .printer = self->printer };
  g_assert_null (print (self, &order, NULL, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED);
}

static void
test_a_job_of_which_nothing_came_out_is_given_up_with_its_codes (Fixture *self, gconstpointer data)
{
  VouchLabelOrder order = order_ten (self);
  VouchGiveUpRequest request = { .reason = (char *)"no such labels left" };
  g_autoptr (GError) error = NULL;

  recording_printer_run_out_after (self->recorder, 0);
  g_assert_null (print (self, &order, NULL, NULL));
  request.job_id = ask (self, "id");
  vouch_done_free (goods_run (&self->base, &vouch_code_give_up, QA_LEAD, &request, &error));
  g_assert_no_error (error);
  assert_job (self, "given_up", 0, 0);
  g_assert_true (station_fixture_ask (&self->base, "SELECT state = 'voided' FROM code_batch"));
}

#define ADD(path, data, func) g_test_add (path, Fixture, data, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/printing/a-zpl-printer-gets-the-right-codes", NULL, test_a_printer_gets_the_right_codes);
  ADD ("/printing/a-tspl-printer-gets-the-right-codes", "tspl", test_a_printer_gets_the_right_codes);
  ADD ("/printing/a-printer-that-closes-after-three-is-gone-on-with", NULL,
       test_a_printer_that_closes_after_three_is_gone_on_with);
  ADD ("/printing/a-tspl-printer-that-closes-is-gone-on-with", "tspl",
       test_a_printer_that_closes_after_three_is_gone_on_with);
  ADD ("/printing/what-was-stopped-is-only-gone-on-with", NULL, test_what_was_stopped_is_only_gone_on_with);
  ADD ("/printing/another-printer-goes-on", NULL, test_another_printer_goes_on);
  ADD ("/printing/a-job-is-paused-between-two-labels", NULL, test_a_job_is_paused_between_two_labels);
  ADD ("/printing/whoever-looked-says-what-came-out", NULL, test_whoever_looked_says_what_came_out);
  ADD ("/printing/a-printer-that-is-off-loses-nothing", NULL, test_a_printer_that_is_off_loses_nothing);
  ADD ("/printing/an-interrupted-job-goes-on-after-what-was-announced", NULL,
       test_an_interrupted_job_goes_on_after_what_was_announced);
  ADD ("/printing/a-run-says-nothing-that-cannot-be", NULL, test_a_run_says_nothing_that_cannot_be);
  ADD ("/printing/labels-go-only-where-they-fit", NULL, test_labels_go_only_where_they_fit);
  ADD ("/printing/a-job-is-given-up-and-its-rest-is-spoiled", NULL, test_a_job_is_given_up_and_its_rest_is_spoiled);
  ADD ("/printing/a-job-of-which-nothing-came-out-is-given-up-with-its-codes", NULL,
       test_a_job_of_which_nothing_came_out_is_given_up_with_its_codes);
  return g_test_run ();
}
