#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "pdf-text.h"
#include "vouch-pick-list.h"

static VouchPickList *
make_list (void)
{
  VouchPickList *list = vouch_pick_list_new ();

  list->station = g_strdup ("Dock 1 · Hangzhou");
  list->number = g_strdup ("IN-20261122-0007");
  list->printed_at = g_strdup ("2026-11-22T09:41:07+08:00");
  list->printed_by = g_strdup ("Li Na");
  list->product_name = g_strdup ("不锈钢保温杯 500 ml · Thermal flask");
  list->sku = g_strdup ("CG-500-SS");
  list->supplier = g_strdup ("宁波晨光器皿有限公司");
  list->lot = g_strdup ("20261122-0007");
  list->supplier_lot = g_strdup ("CG2611A");
  list->lot_size = 20000;
  list->plan = g_strdup ("MIL-STD-105E, double sampling, normal inspection, level II, AQL 1.0");
  list->seed = g_strdup ("3f9a1c0e5b7d2846a1f0c3e5d7b90826f4e1d2c3b4a5968778695a4b3c2d1e0f");
  return list;
}

static void
add_units (VouchPickList *list, guint32 n, gint32 ac, guint32 re, guint32 step)
{
  const VouchSamplingStage stage = { .n = n, .ac = ac, .re = re };
  g_autofree guint32 *units = g_new (guint32, n);

  for (guint32 i = 0; i < n; i++)
    units[i] = 3 + i * step;
  vouch_pick_sample_add_units (vouch_pick_list_add_sample (list, &stage), 0, units, n);
}

static void
add_cartons (VouchPickList *list, guint n_cartons, guint each, gint32 ac, guint32 re)
{
  const VouchSamplingStage stage = { .n = n_cartons * each, .ac = ac, .re = re };
  VouchPickSample *sample = vouch_pick_list_add_sample (list, &stage);

  for (guint i = 0; i < n_cartons; i++)
    {
      g_autofree guint32 *units = g_new (guint32, each);

      for (guint k = 0; k < each; k++)
        units[k] = 2 + 3 * k;
      vouch_pick_sample_add_units (sample, 3 + 4 * i, units, each);
    }
}

/* Keeps the file where VOUCH_KEEP_REPORTS names a folder, for a person to look at. */
static char *
print_list (const VouchPickList *list, const char *name)
{
  g_autofree char *path = pdf_test_path (name);
  g_autofree char *directory = g_path_get_dirname (path);
  const char *keep = g_getenv ("VOUCH_KEEP_REPORTS");
  g_autoptr (GError) error = NULL;
  char *text;

  vouch_pick_list_write_pdf (list, path, &error);
  g_assert_no_error (error);
  text = pdf_read_text (path);
  if (keep != NULL)
    {
      g_autofree char *kept = g_build_filename (keep, name, NULL);

      g_assert_cmpint (g_rename (path, kept), ==, 0);
    }
  g_remove (path);
  g_rmdir (directory);
  return text;
}

/* Every number stands by itself, so that none hides in another. */
static guint
count_numbers (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n\f,", -1);
  guint count = 0;

  for (guint i = 0; words[i] != NULL; i++)
    count += words[i][0] != '\0' && strspn (words[i], "0123456789") == strlen (words[i]);
  return count;
}

static void
test_a_list_says_what_is_drawn_from_what (void)
{
  static const char *const words[] = { "Pick list",         "IN-20261122-0007", "不锈钢保温杯", "CG-500-SS",
                                       "20261122-0007",     "CG2611A",          "20000",        "AQL 1.0",
                                       "3f9a1c0e…3c2d1e0f", "Draw 13 units",    "Ac 0, Re 1",   "printed" };
  g_autoptr (VouchPickList) list = make_list ();
  g_autofree char *text = NULL;

  add_units (list, 13, 0, 1, 1501);
  text = print_list (list, "pick-units.pdf");
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    pdf_assert_has (text, words[i]);
  pdf_assert_has (text, "18015");
  g_assert_null (strstr (text, "Sample 1"));
  g_assert_null (strstr (text, "5b7d2846"));
}

static void
test_cartons_have_a_row_each (void)
{
  g_autoptr (VouchPickList) list = make_list ();
  g_autofree char *text = NULL;

  add_cartons (list, 25, 2, 0, 3);
  add_cartons (list, 25, 2, 3, 4);
  text = print_list (list, "pick-cartons.pdf");
  pdf_assert_has (text, "Sample 1: draw 50 units · Ac 0, Re 3");
  pdf_assert_has (text, "Sample 2: draw 50 units · Ac 3, Re 4");
  g_assert_cmpuint (pdf_count (text, "Carton"), ==, 50);
  g_assert_cmpuint (pdf_count (text, "units 2, 5"), ==, 50);
}

/* Of however many, none is lost where a page ends. */
static void
test_long_lists_lose_no_unit (void)
{
  static const guint32 sizes[] = { 1, 2000, 10000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (VouchPickList) list = vouch_pick_list_new ();
      g_autofree char *name = g_strdup_printf ("pick-%u.pdf", sizes[i]);
      g_autofree char *text = NULL;
      guint n_pages;

      add_units (list, sizes[i], 21, 22, 7);
      text = print_list (list, name);
      n_pages = pdf_count_pages (text);
      /* The lot size, the sample size, Ac, Re, and two numbers at the foot of each page. */
      g_assert_cmpuint (count_numbers (text), ==, sizes[i] + 4 + 2 * n_pages);
      g_assert_cmpuint (n_pages, <=, 2 + sizes[i] / 150);
    }
}

static void
test_a_carton_of_thousands_goes_on (void)
{
  g_autoptr (VouchPickList) list = vouch_pick_list_new ();
  g_autofree char *text = NULL;

  add_cartons (list, 2, 3000, 21, 22);
  text = print_list (list, "pick-large-cartons.pdf");
  g_assert_cmpuint (pdf_count (text, "8999"), ==, 2);
  g_assert_cmpuint (pdf_count (text, "Carton"), ==, 2);
  g_assert_cmpuint (pdf_count_pages (text), >, 3);
}

static void
test_plain_text_has_the_same (void)
{
  g_autoptr (VouchPickList) list = make_list ();
  g_autofree char *text = NULL;

  add_cartons (list, 2, 2, VOUCH_SAMPLING_NO_ACCEPTANCE, 2);
  add_units (list, 12, 1, 2, 10);
  text = vouch_pick_list_dup_text (list);
  g_assert_cmpstr (text, ==,
                   "Pick list\n\nInspection: IN-20261122-0007\nProduct: 不锈钢保温杯 500 ml · Thermal flask\n"
                   "Article no.: CG-500-SS\nSupplier: 宁波晨光器皿有限公司\nLot: 20261122-0007\nSupplier lot: CG2611A\n"
                   "Lot size: 20000\nPlan: MIL-STD-105E, double sampling, normal inspection, level II, AQL 1.0\n"
                   "Seed of the draw: 3f9a1c0e…3c2d1e0f\n\nSample 1: draw 4 units · no acceptance yet, Re 2\n"
                   "[ ] Carton 3: units 2, 5\n[ ] Carton 7: units 2, 5\n\nSample 2: draw 12 units · Ac 1, Re 2\n"
                   "[ ] 3  [ ] 13  [ ] 23  [ ] 33  [ ] 43  [ ] 53  [ ] 63  [ ] 73  [ ] 83  [ ] 93\n[ ] 103  [ ] 113\n");
}

static void
test_a_list_without_facts_is_a_list (void)
{
  g_autoptr (VouchPickList) list = vouch_pick_list_new ();
  g_autofree char *text = print_list (list, "pick-empty.pdf");
  g_autofree char *plain = vouch_pick_list_dup_text (list);

  pdf_assert_has (text, "Pick list");
  g_assert_cmpstr (plain, ==, "Pick list\n\nLot size: 0\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pick-list/a-list-says-what-is-drawn-from-what", test_a_list_says_what_is_drawn_from_what);
  g_test_add_func ("/pick-list/cartons-have-a-row-each", test_cartons_have_a_row_each);
  g_test_add_func ("/pick-list/long-lists-lose-no-unit", test_long_lists_lose_no_unit);
  g_test_add_func ("/pick-list/a-carton-of-thousands-goes-on", test_a_carton_of_thousands_goes_on);
  g_test_add_func ("/pick-list/plain-text-has-the-same", test_plain_text_has_the_same);
  g_test_add_func ("/pick-list/a-list-without-facts-is-a-list", test_a_list_without_facts_is_a_list);
  return g_test_run ();
}
