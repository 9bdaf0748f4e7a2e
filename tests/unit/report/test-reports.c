#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "pdf-text.h"
#include "vouch-inspection-report.h"
#include "vouch-receipt-report.h"
#include "vouch-report-text.h"

#define HASH "3f9a1c0e5b7d2846a1f0c3e5d7b90826f4e1d2c3b4a5968778695a4b3c2d1e0f"

static void
fill_lot (VouchInspectionReport *report)
{
  report->station = g_strdup ("Dock 1 · Hangzhou");
  report->number = g_strdup ("IR-20261122-0007");
  report->printed_at = g_strdup ("2026-11-22T09:41:07+08:00");
  report->printed_by = g_strdup ("Li Na");
  report->product_name = g_strdup ("不锈钢保温杯 500 ml · Thermal flask, stainless steel");
  report->sku = g_strdup ("CG-500-SS");
  report->gtin = g_strdup ("06901234567892");
  report->specification = g_strdup ("Q/CG 012-2024, 500 ml ± 2 %, food-contact stainless steel 316");
  report->supplier = g_strdup ("宁波晨光器皿有限公司 (Ningbo Chenguang Vessels Co., Ltd.)");
  report->lot = g_strdup ("20261122-0007");
  report->supplier_lot = g_strdup ("CG2611A");
  report->origin = g_strdup ("Ningbo, China");
  report->produced = 20261103;
  report->receipt = g_strdup ("RC-20261122-0003");
  report->delivery = g_strdup ("ASN-88231");
  report->received_at = g_strdup ("2026-11-22 08:55");
  report->quantity_received = G_GINT64_CONSTANT (1000000000);
  report->quantity_unit = g_strdup ("pcs");
}

static void
fill_plan (VouchInspectionReport *report)
{
  VouchSamplingTerms terms = { .lot_size = 1000, .level = "S-4", .aql = "2.5" };
  g_autoptr (GError) error = NULL;
  VouchSamplingPlan plan;

  vouch_sampling_plan_find (&terms, &plan, &error);
  g_assert_no_error (error);
  vouch_inspection_report_set_plan (report, &plan);
  vouch_inspection_report_take_oc_plan (report, vouch_oc_plan_new_for_plan ("Major 主要", &plan));
  for (guint32 i = 0; i < plan.samples.stages[0].n; i++)
    {
      guint32 unit = i < 4 ? 11 + i : 20 + 47 * i;

      g_array_append_val (report->units, unit);
    }
}

static void
fill_readings (VouchInspectionReport *report, guint n_units)
{
  static const char *const names[] = { "Appearance 外观", "Weight of the empty flask",
                                       "Leak test, 10 min upside down" };

  for (guint unit = 1; unit <= n_units; unit++)
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
      {
        VouchReportReading *reading = vouch_inspection_report_add_reading (report);
        gboolean fails = unit == 3 && i == 0;

        reading->unit = unit;
        reading->characteristic = g_strdup (names[i]);
        reading->mark = fails ? VOUCH_MARK_FAIL : VOUCH_MARK_PASS;
        reading->result = g_strdup (fails ? "Fail" : "Pass");
        if (i == 1)
          {
            reading->value = g_strdup_printf ("%u.%02u g", 281 + unit % 5, unit * 7 % 100);
            reading->limits = g_strdup ("275.00 – 290.00 g");
          }
        if (fails)
          {
            reading->defect_code = g_strdup ("AP-014");
            reading->defect_name = g_strdup ("Scratch longer than 5 mm 划伤 (minor)");
          }
        reading->inspector = g_strdup ("Wang Wei");
        reading->at = g_strdup_printf ("09:%02u:%02u", 5 + unit / 4, unit * 13 % 60);
        reading->is_undone = unit == 2 && i == 2;
      }
}

/* What the table of readings has as text. */
static void
fill_series (VouchInspectionReport *report, guint n_units)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_reading_series_free);
  VouchReadingSeries *series = vouch_reading_series_new ("Weight of the empty flask 空瓶重量", "g");

  series->has_lower = series->has_upper = TRUE;
  series->lower = G_GINT64_CONSTANT (275000000);
  series->upper = G_GINT64_CONSTANT (290000000);
  for (guint unit = 1; unit <= n_units; unit++)
    vouch_reading_series_add (series, (28100 + unit % 5 * 100 + unit * 7 % 100) * 10000);
  g_ptr_array_add (list, series);
  vouch_inspection_report_take_series (report, list);
}

static void
fill_end (VouchInspectionReport *report)
{
  VouchReportSignature *signature = vouch_inspection_report_add_signature (report);
  VouchReportCodeBatch *batch = vouch_inspection_report_add_code_batch (report);

  report->inspected = report->n;
  report->nonconforming = 1;
  report->verdict_mark = VOUCH_MARK_PASS;
  report->verdict = g_strdup ("Accepted");
  report->verdict_reason = g_strdup ("The lot meets its plan. The unit found bad is set aside.");
  report->decision = g_strdup ("Accept within plan");
  report->decision_reason = g_strdup ("Meets the plan; one scratched flask is returned to the supplier.");
  report->accepted = G_GINT64_CONSTANT (999000000);
  report->rejected = 1000000;
  signature->signer = g_strdup ("Wang Wei (inspector)");
  signature->meaning = g_strdup ("Accepted within plan");
  signature->at = g_strdup ("2026-11-22 09:40:12 +08:00");
  signature->record_hash = g_strdup (HASH);
  batch->name = g_strdup ("CB-20261122-0002");
  batch->first_unit = 1;
  batch->last_unit = 999;
  batch->state = g_strdup ("active");
  batch->host = g_strdup ("q.example.cn");
  batch->address = g_strdup ("https://q.example.cn/t/20261122-0007");
}

static VouchInspectionReport *
make_report (guint n_units)
{
  VouchInspectionReport *report = vouch_inspection_report_new ();

  fill_lot (report);
  fill_plan (report);
  fill_readings (report, n_units);
  fill_series (report, n_units);
  fill_end (report);
  return report;
}

/* Keeps the file where VOUCH_KEEP_REPORTS names a folder, for a person to look at. */
static char *
read_and_remove (const char *path)
{
  g_autofree char *directory = g_path_get_dirname (path);
  const char *keep = g_getenv ("VOUCH_KEEP_REPORTS");
  char *text = pdf_read_text (path);

  if (keep != NULL)
    {
      g_autofree char *name = g_path_get_basename (path);
      g_autofree char *kept = g_build_filename (keep, name, NULL);

      g_assert_cmpint (g_rename (path, kept), ==, 0);
    }
  g_remove (path);
  g_rmdir (directory);
  return text;
}

static char *
print_inspection (const VouchInspectionReport *report, const char *name)
{
  g_autofree char *path = pdf_test_path (name);
  g_autoptr (GError) error = NULL;

  vouch_inspection_report_write_pdf (report, path, &error);
  g_assert_no_error (error);
  return read_and_remove (path);
}

static void
test_an_inspection_report_says_everything (void)
{
  static const char *const words[] = { "Inspection report",
                                       "IR-20261122-0007",
                                       "Dock 1",
                                       "不锈钢保温杯",
                                       "宁波晨光器皿有限公司",
                                       "20261122-0007",
                                       "CG2611A",
                                       "2026-11-03",
                                       "RC-20261122-0003",
                                       "ASN-88231",
                                       "1000 pcs",
                                       "GB/T 2828.1-2012",
                                       "normal inspection",
                                       "S-4",
                                       "2.5",
                                       "Ac 1 · Re 2",
                                       "11–14, 208",
                                       "withdrawn",
                                       "Operating characteristic of the plan",
                                       "Lots accepted (Pa)",
                                       "Measurements",
                                       "Limits 275 – 290 g",
                                       "Deviation s",
                                       "Nothing speaks against a normal distribution",
                                       "Exact for a lot of 1000 items",
                                       "Scratch longer",
                                       "AP-014",
                                       "275.00 – 290.00 g",
                                       "Wang Wei",
                                       "undone",
                                       "Accepted",
                                       "Accept within plan",
                                       "999 pcs",
                                       "CB-20261122-0002",
                                       "1–999",
                                       "q.example.cn",
                                       "printed 2026-11-22T09:41:07+08:00 by Li Na" };
  g_autoptr (VouchInspectionReport) report = make_report (20);
  g_autofree char *text = print_inspection (report, "inspection.pdf");

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    pdf_assert_has (text, words[i]);
  g_assert_cmpuint (pdf_count (text, "Leak test"), ==, 20);
  g_assert_cmpuint (pdf_count (text, "undone"), ==, 1);
}

/* The hash is broken over lines, but none of its digits is lost. */
static void
test_a_signature_shows_the_whole_hash (void)
{
  g_autoptr (VouchInspectionReport) report = make_report (1);
  g_autofree char *text = print_inspection (report, "signature.pdf");
  g_autofree char *start = g_strndup (HASH, 16);
  g_autofree char *end = g_strdup (HASH + 56);

  pdf_assert_has (text, start);
  pdf_assert_has (text, end);
}

/* One plan a defect class: in one chart, each with its figures. */
static void
test_each_plan_has_its_figures (void)
{
  g_autoptr (VouchInspectionReport) report = make_report (1);
  const char *const names[] = { "Critical", "Minor", "Added later" };
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const VouchSamplingStages stages = {
        .n_stages = 2, .stages = { { .n = 50, .ac = (gint32)i, .re = 4 }, { .n = 50, .ac = 4, .re = 5 } }
      };

      vouch_inspection_report_take_oc_plan (report, vouch_oc_plan_new (names[i], &stages, 1000));
    }
  text = print_inspection (report, "plans.pdf");
  pdf_assert_has (text, "Operating characteristic of the plan");
  pdf_assert_has (text, "Major");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    pdf_assert_has (text, names[i]);
  g_assert_cmpuint (pdf_count (text, "Worst average outgoing quality (AOQL)"), ==, 2);
  g_assert_cmpuint (pdf_count (text, "Exact for a lot of 1000 items"), ==, 2);
}

static void
test_a_single_reading_has_no_chart (void)
{
  g_autoptr (VouchInspectionReport) report = make_report (1);
  g_autofree char *text = print_inspection (report, "single.pdf");

  g_assert_cmpuint (pdf_count (text, "Measurements"), ==, 0);
}

static void
test_a_report_without_facts_says_so (void)
{
  g_autoptr (VouchInspectionReport) report = vouch_inspection_report_new ();
  g_autofree char *text = NULL;

  report->verdict_mark = VOUCH_MARK_OPEN;
  report->verdict = g_strdup ("Open");
  text = print_inspection (report, "empty.pdf");
  pdf_assert_has (text, "Nothing has been recorded yet.");
  pdf_assert_has (text, "Not decided yet: the goods stay blocked.");
  pdf_assert_has (text, "Not signed.");
  pdf_assert_has (text, "No traceability codes");
}

static void
test_a_long_report_numbers_its_pages (void)
{
  g_autoptr (VouchInspectionReport) report = make_report (125);
  g_autofree char *text = print_inspection (report, "long.pdf");
  g_autofree char *last = g_strdup_printf ("Page %u of %u", pdf_count_pages (text), pdf_count_pages (text));

  g_assert_cmpuint (pdf_count_pages (text), >, 10);
  g_assert_cmpuint (pdf_count (text, last), ==, 1);
  g_assert_cmpuint (pdf_count (text, "Leak test"), ==, 125);
}

static VouchReceiptReport *
make_receipt (guint n_lines)
{
  VouchReceiptReport *report = vouch_receipt_report_new ();
  VouchReceiptReportPerson *person;

  report->station = g_strdup ("Dock 1 · Hangzhou");
  report->number = g_strdup ("RC-20261122-0003");
  report->printed_at = g_strdup ("2026-11-22T10:02:00+08:00");
  report->delivery = g_strdup ("ASN-88231");
  report->order = g_strdup ("PO-4411");
  report->supplier = g_strdup ("宁波晨光器皿有限公司");
  report->carrier = g_strdup ("顺丰速运");
  report->vehicle = g_strdup ("浙A·8K213, SF1029384756");
  report->arrived_at = g_strdup ("2026-11-22 08:55");
  report->packaging = g_strdup ("Undamaged, dry");
  report->state = g_strdup ("Counted");
  report->note = g_strdup ("Two cartons of line 2 were wet at the bottom.\nPhotos are with the receipt.");
  for (guint i = 0; i < n_lines; i++)
    {
      VouchReceiptReportLine *line = vouch_receipt_report_add_line (report);

      line->product = g_strdup_printf ("不锈钢保温杯 500 ml\nCG-500-%02u", i + 1);
      line->lots = g_strdup_printf ("20261122-%04u", i + 7);
      line->unit = g_strdup ("pcs");
      line->has_ordered = line->has_declared = TRUE;
      line->ordered = line->declared = G_GINT64_CONSTANT (1000000000);
      line->is_counted = i != 2;
      line->counted = line->declared - (i == 1 ? 4000000 : 0);
      line->damaged = i == 1 ? 12000000 : 0;
      line->short_by = i == 1 ? 4000000 : 0;
    }
  person = vouch_receipt_report_add_person (report);
  person->name = g_strdup ("Wang Wei");
  person->part = g_strdup ("Received and counted");
  person->at = g_strdup ("2026-11-22 09:03");
  return report;
}

static void
test_a_receipt_shows_what_came_and_what_did_not (void)
{
  static const char *const words[] = { "Goods receipt", "RC-20261122-0003", "ASN-88231",     "PO-4411",
                                       "顺丰速运",      "不锈钢保温杯",     "20261122-0008", "996",
                                       "Short",         "Wang Wei",         "wet",           "Outcome" };
  g_autoptr (VouchReceiptReport) report = make_receipt (4);
  g_autofree char *path = pdf_test_path ("receipt.pdf");
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  vouch_receipt_report_write_pdf (report, path, &error);
  g_assert_no_error (error);
  text = read_and_remove (path);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    pdf_assert_has (text, words[i]);
}

static void
test_runs_of_units_are_drawn_together (void)
{
  static const struct
  {
    guint32 units[8];
    guint n;
    const char *text;
  } cases[] = {
    { { 0 }, 0, "" },
    { { 7 }, 1, "7" },
    { { 1, 2 }, 2, "1, 2" },
    { { 1, 2, 3 }, 3, "1–3" },
    { { 1, 3, 4, 5, 9, 10, 4294967294, 4294967295 }, 8, "1, 3–5, 9, 10, 4294967294, 4294967295" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_autofree char *text = NULL;

      g_array_append_vals (units, cases[i].units, cases[i].n);
      text = vouch_report_dup_ranges (units);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* Of cartons of 47 each: units 11 to 14 are in the first, 208 is the 20th of the fifth. */
static void
test_units_drawn_by_cartons_are_told_by_cartons (void)
{
  g_autoptr (VouchInspectionReport) report = make_report (5);
  g_autofree char *path = pdf_test_path ("cartons.pdf");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  report->package_size = 47;
  vouch_inspection_report_write_pdf (report, path, &error);
  g_assert_no_error (error);
  text = read_and_remove (path);
  pdf_assert_has (text, "Carton 1: 11–14 · Carton 5: 20");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/an-inspection-report-says-everything", test_an_inspection_report_says_everything);
  g_test_add_func ("/report/a-signature-shows-the-whole-hash", test_a_signature_shows_the_whole_hash);
  g_test_add_func ("/report/each-plan-has-its-figures", test_each_plan_has_its_figures);
  g_test_add_func ("/report/a-single-reading-has-no-chart", test_a_single_reading_has_no_chart);
  g_test_add_func ("/report/a-report-without-facts-says-so", test_a_report_without_facts_says_so);
  g_test_add_func ("/report/a-long-report-numbers-its-pages", test_a_long_report_numbers_its_pages);
  g_test_add_func ("/report/a-receipt-shows-what-came-and-what-did-not",
                   test_a_receipt_shows_what_came_and_what_did_not);
  g_test_add_func ("/report/units-drawn-by-cartons-are-told-by-cartons",
                   test_units_drawn_by_cartons_are_told_by_cartons);
  g_test_add_func ("/report/runs-of-units-are-drawn-together", test_runs_of_units_are_drawn_together);
  return g_test_run ();
}
