/* Operating characteristics on paper and screen: the figures in words, and what is drawn, without any colour. */
#include <glib.h>
#include <math.h>

#include "chart-ink.h"
#include "vouch-chart-axis.h"
#include "vouch-error.h"
#include "vouch-oc-drawing.h"
#include "vouch-oc-figure.h"
#include "vouch-report-text.h"

#define WIDTH 480
#define HEIGHT 360

static VouchOcPlan *
make_plan (const char *name, guint32 n, gint32 ac, gint64 lot_size, const char *aql)
{
  const VouchSamplingStages stages = { .n_stages = 1, .stages = { { .n = n, .ac = ac, .re = (guint32)ac + 1 } } };
  VouchOcPlan *plan = vouch_oc_plan_new (name, &stages, lot_size);

  plan->aql = g_strdup (aql);
  return plan;
}

static VouchOcCurve *
compute (VouchOcPlan *taken)
{
  g_autoptr (VouchOcPlan) plan = taken;
  g_autoptr (GError) error = NULL;
  VouchOcCurve *curve = vouch_oc_curve_compute (plan, &error);

  g_assert_no_error (error);
  return curve;
}

static void
check_figure (const VouchOcCurve *curve, VouchOcFigure figure, const char *expected)
{
  g_autofree char *value = vouch_oc_figure_dup_value (figure, curve);

  g_assert_cmpstr (value, ==, expected);
}

/* n = 80, Ac = 2 of a large lot: the figures that ISO 2859-1 prints for letter J and AQL 1.0 (table 10-J). */
static void
test_figures_of_a_process (void)
{
  g_autoptr (VouchOcCurve) curve = compute (make_plan ("J", 80, 2, 0, "1.0"));

  g_assert_cmpint (curve->model, ==, VOUCH_SAMPLING_MODEL_BINOMIAL);
  check_figure (curve, VOUCH_OC_FIGURE_PRODUCERS, "1.03 %");
  check_figure (curve, VOUCH_OC_FIGURE_INDIFFERENT, "3.33 %");
  check_figure (curve, VOUCH_OC_FIGURE_CONSUMERS, "6.52 %");
  check_figure (curve, VOUCH_OC_FIGURE_AQL, "1 %");
  check_figure (curve, VOUCH_OC_FIGURE_ASN, "80");
  check_figure (curve, VOUCH_OC_FIGURE_ATI, "–");
}

static void
test_figures_of_a_lot_say_how_many_items (void)
{
  g_autoptr (VouchOcCurve) curve = compute (make_plan ("J", 80, 2, 1000, "1.0"));

  g_assert_cmpint (curve->model, ==, VOUCH_SAMPLING_MODEL_HYPERGEOMETRIC);
  check_figure (curve, VOUCH_OC_FIGURE_CONSUMERS, "6.4 % (64 of 1000)");
  check_figure (curve, VOUCH_OC_FIGURE_AQL, "1 % (10 of 1000)");
  check_figure (curve, VOUCH_OC_FIGURE_ATI, "116");
}

static void
test_nonconformities_are_told_per_100_items (void)
{
  VouchOcPlan *plan = make_plan ("J", 80, 2, 1000, "1.0");
  g_autoptr (VouchOcCurve) curve = NULL;

  plan->counts_nonconformities = TRUE;
  curve = compute (plan);
  g_assert_cmpint (curve->model, ==, VOUCH_SAMPLING_MODEL_POISSON);
  check_figure (curve, VOUCH_OC_FIGURE_CONSUMERS, "6.65 per 100 items");
}

static void
test_without_an_aql_nothing_is_said_of_it (void)
{
  g_autoptr (VouchOcCurve) curve = compute (make_plan ("c = 0", 13, 0, 100, NULL));

  check_figure (curve, VOUCH_OC_FIGURE_AQL, "–");
  check_figure (curve, VOUCH_OC_FIGURE_PRODUCERS_RISK, "–");
  check_figure (curve, VOUCH_OC_FIGURE_ASN, "–");
  check_figure (curve, VOUCH_OC_FIGURE_PRODUCERS, "0 % (0 of 100)");
}

/* A lot that is so large is like a process, and the figures agree with it to what is printed. */
static void
test_the_largest_lots_are_drawn_as_a_process (void)
{
  g_autoptr (VouchOcPlan) counted = make_plan ("", 80, 2, 1000000, NULL);
  g_autoptr (VouchOcPlan) larger = make_plan ("", 80, 2, 1000001, NULL);

  g_assert_cmpint (vouch_oc_plan_get_model (counted), ==, VOUCH_SAMPLING_MODEL_HYPERGEOMETRIC);
  g_assert_cmpint (vouch_oc_plan_get_model (larger), ==, VOUCH_SAMPLING_MODEL_BINOMIAL);
}

static void
test_a_sample_is_no_larger_than_its_lot (void)
{
  VouchSamplingTerms terms = { .lot_size = 20, .level = "III", .aql = "0.010" };
  g_autoptr (VouchOcPlan) plan = NULL;
  g_autoptr (VouchOcCurve) curve = NULL;
  VouchSamplingPlan found;

  g_assert_true (vouch_sampling_plan_find (&terms, &found, NULL));
  g_assert_true (found.full_inspection);
  plan = vouch_oc_plan_new_for_plan ("all", &found);
  g_assert_cmpuint (plan->stages.stages[0].n, ==, 20);
  curve = compute (g_steal_pointer (&plan));
  g_assert_cmpuint (curve->points->len, ==, 2);
  g_assert_cmpfloat (g_array_index (curve->points, VouchSamplingOcPoint, 0).pa, ==, 1);
  g_assert_cmpfloat (g_array_index (curve->points, VouchSamplingOcPoint, 1).pa, ==, 0);
}

/* c = 0, a fixed number, a share of the lot: neither an AQL nor a severity. */
static void
test_a_plan_of_no_table_has_no_aql (void)
{
  const VouchSamplingPlan found = {
    .samples = { .n_stages = 1, .stages = { { .n = 13, .ac = 0, .re = 1 } } }, .lot_size = 100, .level = "", .aql = ""
  };
  g_autoptr (VouchOcPlan) plan = vouch_oc_plan_new_for_plan (NULL, &found);

  g_assert_cmpstr (plan->name, ==, "n\u00a0=\u00a013, Ac\u00a00, Re\u00a01");
  g_assert_null (plan->aql);
}

static void
test_stages_that_are_no_plan_are_refused (void)
{
  g_autoptr (VouchOcPlan) plan = make_plan ("", 80, 2, 0, NULL);
  g_autoptr (GError) error = NULL;

  plan->stages.stages[0].re = 1;
  g_assert_null (vouch_oc_curve_compute (plan, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
}

static void
draw_curves (gconstpointer data, const VouchChartStyle *style, cairo_t *cr, double width, double height)
{
  const GPtrArray *curves = data;

  vouch_oc_drawing_draw ((const VouchOcCurve *const *)curves->pdata, curves->len, style, cr, width, height);
}

static void
draw (ChartInk *ink, VouchOcPlan *first, VouchOcPlan *second, int width, int height)
{
  g_autoptr (GPtrArray) curves = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_oc_curve_free);

  g_ptr_array_add (curves, compute (first));
  if (second != NULL)
    g_ptr_array_add (curves, compute (second));
  chart_ink_draw (ink, draw_curves, curves, width, height);
}

static void
test_a_chart_stays_on_its_paper (void)
{
  static const struct
  {
    guint32 n;
    gint32 ac;
    gint64 lot_size;
    const char *aql;
  } plans[] = {
    { 80, 2, 1000, "1.0" }, { 80, 2, 0, "1.0" }, { 1, 0, 1, NULL },       { 1, 0, 2, "10" },
    { 2, 2, 5, NULL },      { 13, 0, 13, "1" },  { 2000, 21, 0, "0.65" }, { 5, 0, 1000000, "0.010" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    for (int width = 260; width <= 640; width += 190)
      {
        ChartInk ink;

        draw (&ink,
              make_plan ("A plan with a name that is longer than any chart is wide, and then some more of it",
                         plans[i].n, plans[i].ac, plans[i].lot_size, plans[i].aql),
              NULL, width, 320);
        g_assert_cmpuint (chart_ink_count (&ink, 0, 0, width, 320), >, 500);
        g_assert_cmpuint (chart_ink_count_outside (&ink), ==, 0);
        chart_ink_clear (&ink);
      }
}

/* The same two curves in the other order are another chart, although all is black. */
static void
test_curves_are_told_apart_without_colour (void)
{
  ChartInk one, other;

  draw (&one, make_plan ("plan", 80, 2, 0, NULL), make_plan ("plan", 50, 3, 0, NULL), WIDTH, HEIGHT);
  draw (&other, make_plan ("plan", 50, 3, 0, NULL), make_plan ("plan", 80, 2, 0, NULL), WIDTH, HEIGHT);
  g_assert_false (chart_ink_is_like (&one, &other));
  chart_ink_clear (&one);
  chart_ink_clear (&other);
}

static void
test_the_aql_is_marked (void)
{
  ChartInk with, without;

  draw (&with, make_plan ("plan", 80, 2, 0, "1.0"), NULL, WIDTH, HEIGHT);
  draw (&without, make_plan ("plan", 80, 2, 0, NULL), NULL, WIDTH, HEIGHT);
  g_assert_cmpuint (chart_ink_count (&with, 0, 0, WIDTH, HEIGHT), >,
                    chart_ink_count (&without, 0, 0, WIDTH, HEIGHT) + 100);
  chart_ink_clear (&with);
  chart_ink_clear (&without);
}

static void
test_ticks_are_round (void)
{
  static const struct
  {
    double least, most;
    guint n_most;
    const char *labels;
  } cases[] = {
    { 0, 9.3, 11, "0 1 2 3 4 5 6 7 8 9" },     { 0, 0.013, 4, "0.000 0.005 0.010" },
    { -1, 1, 5, "-1.0 -0.5 0.0 0.5 1.0" },     { 281.2, 285.7, 4, "282 284" },
    { 5, 5, 4, "5.000000 5.000002 5.000004" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      VouchChartAxis axis;

      vouch_chart_axis_init (&axis, cases[i].least, cases[i].most, cases[i].n_most);
      for (guint k = 0; k < axis.n_ticks; k++)
        {
          g_autofree char *label = vouch_chart_axis_dup_label (&axis, k);

          g_string_append_printf (text, k > 0 ? " %s" : "%s", label);
        }
      g_assert_cmpuint (axis.n_ticks, <=, cases[i].n_most);
      g_assert_cmpstr (text->str, ==, cases[i].labels);
    }
}

static void
test_figures_have_three_digits_and_no_exponent (void)
{
  static const struct
  {
    double value;
    const char *text;
  } cases[] = { { 0, "0" },       { 1, "1" },           { 0.012345, "0.0123" }, { 1.2, "1.2" },
                { 99.96, "100" }, { 12345.6, "12346" }, { 1e-12, "0" },         { 1e7, "10000000" },
                { -2.5, "-2.5" }, { 0.1, "0.1" },       { NAN, "–" },           { INFINITY, "–" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = vouch_report_dup_figure (cases[i].value);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/oc/figures-of-a-process", test_figures_of_a_process);
  g_test_add_func ("/oc/figures-of-a-lot-say-how-many-items", test_figures_of_a_lot_say_how_many_items);
  g_test_add_func ("/oc/nonconformities-are-told-per-100-items", test_nonconformities_are_told_per_100_items);
  g_test_add_func ("/oc/without-an-aql-nothing-is-said-of-it", test_without_an_aql_nothing_is_said_of_it);
  g_test_add_func ("/oc/the-largest-lots-are-drawn-as-a-process", test_the_largest_lots_are_drawn_as_a_process);
  g_test_add_func ("/oc/a-sample-is-no-larger-than-its-lot", test_a_sample_is_no_larger_than_its_lot);
  g_test_add_func ("/oc/a-plan-of-no-table-has-no-aql", test_a_plan_of_no_table_has_no_aql);
  g_test_add_func ("/oc/stages-that-are-no-plan-are-refused", test_stages_that_are_no_plan_are_refused);
  g_test_add_func ("/oc/a-chart-stays-on-its-paper", test_a_chart_stays_on_its_paper);
  g_test_add_func ("/oc/curves-are-told-apart-without-colour", test_curves_are_told_apart_without_colour);
  g_test_add_func ("/oc/the-aql-is-marked", test_the_aql_is_marked);
  g_test_add_func ("/chart/ticks-are-round", test_ticks_are_round);
  g_test_add_func ("/report/figures-have-three-digits-and-no-exponent", test_figures_have_three_digits_and_no_exponent);
  return g_test_run ();
}
