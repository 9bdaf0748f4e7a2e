/* Readings against their limits: the figures in words, the histogram, and what is drawn, without any colour. */
#include <glib.h>
#include <string.h>

#include "chart-ink.h"
#include "vouch-reading-drawing.h"
#include "vouch-reading-figure.h"
#include "vouch-reading-histogram.h"

#define WIDTH 480
#define HEIGHT 260

/* Of thousandths. */
static VouchReadingSeries *
make_series (const gint64 *values, guint n_values)
{
  VouchReadingSeries *series = vouch_reading_series_new ("Width", "mm");

  for (guint i = 0; i < n_values; i++)
    vouch_reading_series_add (series, values[i] * 1000);
  return series;
}

static void
set_limits (VouchReadingSeries *series, gint64 lower, gint64 upper)
{
  series->has_lower = series->has_upper = TRUE;
  series->lower = lower * 1000;
  series->upper = upper * 1000;
}

static const gint64 widths[] = { 12500, 12510, 12490, 12610, 12500, 12390, 12600 };

static void
test_figures_have_a_place_more_than_readings (void)
{
  g_autoptr (VouchReadingSeries) series = make_series (widths, G_N_ELEMENTS (widths));
  g_autofree char *summary = NULL;

  set_limits (series, 12400, 12600);
  summary = vouch_reading_figure_dup_summary (series);
  g_assert_cmpstr (summary, ==,
                   "Limits 12.4 – 12.6 mm\nReadings: 7\nBeyond the limits: 2\nMean: 12.514 mm\nDeviation s: 0.074 mm\n"
                   "Smallest: 12.39 mm\nLargest: 12.61 mm");
}

static void
test_on_the_limit_is_not_beyond_it (void)
{
  g_autoptr (VouchReadingSeries) series = make_series (widths, G_N_ELEMENTS (widths));

  g_assert_cmpuint (vouch_reading_series_count_beyond (series), ==, 0);
  set_limits (series, 12390, 12610);
  g_assert_cmpuint (vouch_reading_series_count_beyond (series), ==, 0);
  set_limits (series, 12391, 12609);
  g_assert_cmpuint (vouch_reading_series_count_beyond (series), ==, 2);
}

static void
test_without_limits_none_are_told (void)
{
  g_autoptr (VouchReadingSeries) series = make_series (widths, G_N_ELEMENTS (widths));
  g_autofree char *beyond = vouch_reading_figure_dup_value (VOUCH_READING_FIGURE_BEYOND, series);

  g_assert_cmpstr (beyond, ==, "–");
  g_assert_null (vouch_reading_figure_dup_limits (series));
}

static guint
sum (const VouchReadingHistogram *histogram)
{
  guint total = 0;

  for (guint i = 0; i < histogram->n_bars; i++)
    total += histogram->counts[i];
  return total;
}

/* However readings lie, each is in a bar. */
static void
test_each_reading_is_in_a_bar (void)
{
  for (guint n = 1; n < 300; n += 7)
    for (guint kind = 0; kind < 4; kind++)
      {
        g_autoptr (VouchReadingSeries) series = vouch_reading_series_new ("x", NULL);
        VouchReadingHistogram histogram;

        for (guint i = 0; i < n; i++)
          vouch_reading_series_add (series, kind == 0   ? 5000000
                                            : kind == 1 ? (gint64)i * 1000000
                                            : kind == 2 ? (gint64)(i * i * 7919 % 1009) - 500
                                            : i == 0    ? G_MAXINT64 / 4
                                                        : -(gint64)i);
        vouch_reading_histogram_init (&histogram, series);
        g_assert_cmpuint (sum (&histogram), ==, n);
        g_assert_cmpuint (histogram.n_bars, >=, 1);
        g_assert_cmpuint (histogram.most, <=, n);
      }
}

/* A coarse gauge fills every bar alike: ten readings of each of six values. */
static void
test_bars_span_as_many_steps_of_the_gauge (void)
{
  g_autoptr (VouchReadingSeries) series = vouch_reading_series_new ("x", NULL);
  VouchReadingHistogram histogram;

  for (guint i = 0; i < 60; i++)
    vouch_reading_series_add (series, (i % 6) * 1000000);
  vouch_reading_histogram_init (&histogram, series);
  g_assert_cmpuint (histogram.n_bars, ==, 6);
  for (guint i = 0; i < histogram.n_bars; i++)
    g_assert_cmpuint (histogram.counts[i], ==, 10);
}

static void
draw_series (gconstpointer data, const VouchChartStyle *style, cairo_t *cr, double width, double height)
{
  vouch_reading_drawing_draw (data, style, cr, width, height);
}

static void
test_a_chart_stays_on_its_paper (void)
{
  for (guint n = 2; n <= 2000; n = n * 3 + 1)
    for (guint kind = 0; kind < 3; kind++)
      {
        g_autoptr (VouchReadingSeries) series =
            vouch_reading_series_new ("A rather long name of what is measured", "g");
        ChartInk ink;

        series->has_lower = kind > 0;
        series->lower = G_GINT64_CONSTANT (275000000);
        series->has_upper = series->has_nominal = kind > 1;
        series->upper = G_GINT64_CONSTANT (290000000);
        series->nominal = G_GINT64_CONSTANT (282000000);
        for (guint i = 0; i < n; i++)
          vouch_reading_series_add (series, kind == 0 ? 5 : (27400 + (gint64)(i * 37 % 1700)) * 10000);
        chart_ink_draw (&ink, draw_series, series, WIDTH, HEIGHT);
        g_assert_cmpuint (chart_ink_count (&ink, 0, 0, WIDTH, HEIGHT), >, 400);
        g_assert_cmpuint (chart_ink_count_outside (&ink), ==, 0);
        chart_ink_clear (&ink);
      }
}

/* The same readings, but one limit is a little tighter: another shape at that reading, although all is black. */
static void
test_what_is_beyond_is_told_without_colour (void)
{
  g_autoptr (VouchReadingSeries) good = make_series (widths, G_N_ELEMENTS (widths));
  g_autoptr (VouchReadingSeries) bad = make_series (widths, G_N_ELEMENTS (widths));
  ChartInk one, other;
  int right = WIDTH * 3 / 4, top = 24, bottom = HEIGHT * 2 / 3;

  set_limits (good, 12390, 12610);
  set_limits (bad, 12390, 12609);
  chart_ink_draw (&one, draw_series, good, WIDTH, HEIGHT);
  chart_ink_draw (&other, draw_series, bad, WIDTH, HEIGHT);
  g_assert_cmpuint (chart_ink_count (&one, 40, top, right, bottom), !=,
                    chart_ink_count (&other, 40, top, right, bottom));
  chart_ink_clear (&one);
  chart_ink_clear (&other);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/readings/figures-have-a-place-more-than-readings", test_figures_have_a_place_more_than_readings);
  g_test_add_func ("/readings/on-the-limit-is-not-beyond-it", test_on_the_limit_is_not_beyond_it);
  g_test_add_func ("/readings/without-limits-none-are-told", test_without_limits_none_are_told);
  g_test_add_func ("/readings/each-reading-is-in-a-bar", test_each_reading_is_in_a_bar);
  g_test_add_func ("/readings/bars-span-as-many-steps-of-the-gauge", test_bars_span_as_many_steps_of_the_gauge);
  g_test_add_func ("/readings/a-chart-stays-on-its-paper", test_a_chart_stays_on_its_paper);
  g_test_add_func ("/readings/what-is-beyond-is-told-without-colour", test_what_is_beyond_is_told_without_colour);
  return g_test_run ();
}
