#include "ui-test.h"
#include "vouch-chart-area.h"
#include "vouch-reading-chart.h"

static GtkWidget *
show (guint n_readings, GtkWidget **chart)
{
  GtkWidget *window = gtk_window_new ();
  g_autoptr (VouchReadingSeries) series = vouch_reading_series_new ("Filling", "ml");

  series->has_lower = TRUE;
  series->lower = G_GINT64_CONSTANT (500000000);
  for (guint i = 0; i < n_readings; i++)
    vouch_reading_series_add (series, G_GINT64_CONSTANT (499500000) + (gint64)(i * i % 13) * 100000);
  *chart = g_object_new (VOUCH_TYPE_READING_CHART, NULL);
  vouch_reading_chart_set_series (VOUCH_READING_CHART (*chart), series);
  gtk_window_set_child (GTK_WINDOW (window), *chart);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_settle ();
  return window;
}

static void
test_figures_are_text (void)
{
  GtkWidget *chart, *window = show (3, &chart);

  g_assert_nonnull (ui_test_find_text (chart, "Beyond the limits"));
  g_assert_nonnull (ui_test_find_text (chart, "3"));
  g_assert_nonnull (ui_test_find_text (chart, "499.67 ml"));
  g_assert_nonnull (ui_test_find_text (chart, "499.9 ml"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Whoever cannot see the chart hears what it shows. */
static void
test_the_chart_is_named_and_described (void)
{
  GtkWidget *chart, *window = show (2, &chart);
  GtkWidget *area = ui_test_find (chart, VOUCH_TYPE_CHART_AREA);

  gtk_test_accessible_assert_role (area, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (area, GTK_ACCESSIBLE_PROPERTY_LABEL, "Filling");
  gtk_test_accessible_assert_property (area, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Limit: at least 500 ml\nReadings: 2\nBeyond the limits: 2\nMean: 499.55 ml\n"
                                       "Deviation s: 0.07 ml\nSmallest: 499.5 ml\nLargest: 499.6 ml");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A hint on the distribution is only given where there are readings enough for one. */
static void
test_few_readings_come_without_a_hint (void)
{
  GtkWidget *chart, *window = show (7, &chart);
  const char *hint = vouch_variables_normality_get_hint (VOUCH_VARIABLES_NORMALITY_PLAUSIBLE);

  g_assert_null (ui_test_find_text (chart, hint));
  gtk_window_destroy (GTK_WINDOW (window));
  window = show (13, &chart);
  g_assert_nonnull (ui_test_find_text (chart, hint));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/reading-chart/figures-are-text", test_figures_are_text);
  g_test_add_func ("/reading-chart/the-chart-is-named-and-described", test_the_chart_is_named_and_described);
  g_test_add_func ("/reading-chart/few-readings-come-without-a-hint", test_few_readings_come_without_a_hint);
  return g_test_run ();
}
