/* Draws the charts in every look and size, for people to look at; like look-pictures, but without a station behind.
 *
 * usage: look-charts FOLDER [--size=WIDTHxHEIGHT…] … (see the options below)
 */
#include "look-station.h"
#include "ui-test.h"
#include "vouch-oc-view.h"
#include "vouch-reading-chart.h"
#include "vouch-sampling-zero.h"
#include "window-picture.h"

static char **sizes, **scales, **themes, **names;

static const GOptionEntry options[] = {
  { "size", 0, 0, G_OPTION_ARG_STRING_ARRAY, &sizes, "of the window", "WIDTHxHEIGHT" },
  { "scale", 0, 0, G_OPTION_ARG_STRING_ARRAY, &scales, "of the text", "FACTOR" },
  { "theme", 0, 0, G_OPTION_ARG_STRING_ARRAY, &themes, "light, dark, light-contrast or dark-contrast", "THEME" },
  { "scene", 0, 0, G_OPTION_ARG_STRING_ARRAY, &names, "one of them only", "NAME" },
  { NULL },
};

static const char *const all_sizes[] = { "1024x600", "1366x768", "768x1366", NULL };
static const char *const all_scales[] = { "1.0", "2.0", NULL };
static const char *const all_themes[] = { "light", "dark", "light-contrast", "dark-contrast", NULL };

static VouchSamplingPlan
find_plan (gint64 lot_size, const char *aql, VouchSeverity severity, VouchSamplingType type)
{
  VouchSamplingTerms terms = {
    .table = { .standard = VOUCH_SAMPLING_STANDARD_MIL_STD_105E, .type = type, .severity = severity },
    .lot_size = lot_size,
    .level = "II",
    .aql = aql
  };
  g_autoptr (GError) error = NULL;
  VouchSamplingPlan plan;

  vouch_sampling_plan_find (&terms, &plan, &error);
  g_assert_no_error (error);
  return plan;
}

static void
stop_cb (gboolean *is_computed)
{
  *is_computed = TRUE;
}

static GtkWidget *
show_plans (const VouchOcPlan *plan, const VouchOcPlan *compared)
{
  VouchOcView *view = g_object_new (VOUCH_TYPE_OC_VIEW, NULL);
  gboolean is_computed = FALSE;
  gulong id = g_signal_connect_swapped (view, "computed", G_CALLBACK (stop_cb), &is_computed);

  vouch_oc_view_set_oc_plans (view, plan, compared);
  ui_test_wait (&is_computed);
  g_signal_handler_disconnect (view, id);
  return GTK_WIDGET (view);
}

static GtkWidget *
show_tables (const VouchSamplingPlan *plan, const VouchSamplingPlan *compared)
{
  g_autoptr (VouchOcPlan) first = vouch_oc_plan_new_for_plan (NULL, plan);
  g_autoptr (VouchOcPlan) second = compared != NULL ? vouch_oc_plan_new_for_plan (NULL, compared) : NULL;

  return show_plans (first, second);
}

static GtkWidget *
make_single (void)
{
  VouchSamplingPlan plan = find_plan (1000, "1.0", VOUCH_SEVERITY_NORMAL, VOUCH_SAMPLING_TYPE_SINGLE);

  return show_tables (&plan, NULL);
}

static GtkWidget *
make_compared (void)
{
  VouchSamplingPlan plan = find_plan (5000, "2.5", VOUCH_SEVERITY_NORMAL, VOUCH_SAMPLING_TYPE_MULTIPLE);
  VouchSamplingPlan compared = find_plan (5000, "2.5", VOUCH_SEVERITY_TIGHTENED, VOUCH_SAMPLING_TYPE_SINGLE);

  return show_tables (&plan, &compared);
}

static GtkWidget *
make_nonconformities (void)
{
  VouchSamplingPlan plan = find_plan (5000, "40", VOUCH_SEVERITY_NORMAL, VOUCH_SAMPLING_TYPE_SINGLE);
  VouchSamplingPlan compared = find_plan (5000, "25", VOUCH_SEVERITY_NORMAL, VOUCH_SAMPLING_TYPE_SINGLE);

  return show_tables (&plan, &compared);
}

static GtkWidget *
make_small_lot (void)
{
  VouchSamplingPlan compared = find_plan (48, "1.0", VOUCH_SEVERITY_NORMAL, VOUCH_SAMPLING_TYPE_SINGLE);
  g_autoptr (VouchOcPlan) second = vouch_oc_plan_new_for_plan (NULL, &compared);
  g_autoptr (VouchOcPlan) first = NULL;
  VouchSamplingStages stages;

  g_assert_true (vouch_sampling_plan_zero (48, 0.05, 0.1, &stages, NULL));
  first = vouch_oc_plan_new ("c = 0, RQL 5 %", &stages, 48);
  return show_plans (first, second);
}

/* A gauge read to hundredths that drifts, and comes back. */
static GtkWidget *
make_readings (void)
{
  GtkWidget *chart = g_object_new (VOUCH_TYPE_READING_CHART, NULL);
  g_autoptr (VouchReadingSeries) series = vouch_reading_series_new ("空瓶重量 · Weight of the empty flask", "g");

  series->has_lower = series->has_upper = series->has_nominal = TRUE;
  series->lower = G_GINT64_CONSTANT (275000000);
  series->nominal = G_GINT64_CONSTANT (282500000);
  series->upper = G_GINT64_CONSTANT (290000000);
  for (guint i = 0; i < 80; i++)
    vouch_reading_series_add (series, (28100 + (i * 37) % 331 + (i > 40 && i < 60 ? (i - 40) * 35 : 0)) * 10000);
  vouch_reading_chart_set_series (VOUCH_READING_CHART (chart), series);
  return chart;
}

static GtkWidget *
make_few_readings (void)
{
  GtkWidget *chart = g_object_new (VOUCH_TYPE_READING_CHART, NULL);
  g_autoptr (VouchReadingSeries) series = vouch_reading_series_new ("Temperature", "°C");

  series->has_upper = TRUE;
  series->upper = G_GINT64_CONSTANT (7000000);
  vouch_reading_series_add (series, 4500000);
  vouch_reading_series_add (series, 5000000);
  vouch_reading_series_add (series, 7500000);
  vouch_reading_chart_set_series (VOUCH_READING_CHART (chart), series);
  return chart;
}

static const struct
{
  const char *name;
  GtkWidget *(*make) (void);
} scenes[] = {
  { "oc-single", make_single },       { "oc-compared", make_compared }, { "oc-nonconformities", make_nonconformities },
  { "oc-small-lot", make_small_lot }, { "readings", make_readings },    { "few-readings", make_few_readings },
};

static const char *const *
choose (char **given, const char *const *all)
{
  return given != NULL ? (const char *const *)given : all;
}

static void
draw_sizes (LookWindow *window, const char *folder, const char *scene, const char *look)
{
  for (const char *const *at = choose (sizes, all_sizes); *at != NULL; at++)
    {
      g_autofree char *name = g_strdup_printf ("%s-%s-%s.png", *at, look, scene);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      int width = 0, height = 0;

      if (sscanf (*at, "%dx%d", &width, &height) != 2)
        g_error ("not a size: %s", *at);
      if (!look_window_lay_out (window, width, height))
        g_print ("too large: %s\n", name);
      window_picture_write (GTK_WIDGET (window->window), path);
    }
}

static void
draw_scene (LookWindow *window, const char *folder, const char *name)
{
  for (const char *const *scale = choose (scales, all_scales); *scale != NULL; scale++)
    for (const char *const *theme = choose (themes, all_themes); *theme != NULL; theme++)
      {
        Look look = { .scale = g_ascii_strtod (*scale, NULL),
                      .is_dark = g_str_has_prefix (*theme, "dark"),
                      .has_contrast = g_str_has_suffix (*theme, "contrast") };
        g_autofree char *looks = g_strdup_printf ("%s-%s", *scale, *theme);

        look_window_wear (window, &look);
        draw_sizes (window, folder, name, looks);
      }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new ("FOLDER");
  g_autoptr (GError) error = NULL;
  GtkWidget *window, *scroller;
  LookWindow wearing;

  look_station_use_language ();
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2)
    g_error ("%s", error != NULL ? error->message : "a folder is needed");
  ui_test_init (&argc, &argv);
  g_mkdir_with_parents (argv[1], 0777);
  window = g_object_new (GTK_TYPE_WINDOW, "decorated", FALSE, NULL);
  scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, NULL);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  look_window_open (&wearing, GTK_WINDOW (window));
  for (gsize i = 0; i < G_N_ELEMENTS (scenes); i++)
    {
      GtkWidget *chart;

      if (names != NULL && !g_strv_contains ((const char *const *)names, scenes[i].name))
        continue;
      chart = scenes[i].make ();
      g_object_set (chart, "margin-top", 18, "margin-bottom", 18, "margin-start", 18, "margin-end", 18, NULL);
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), chart);
      draw_scene (&wearing, argv[1], scenes[i].name);
    }
  look_window_close (&wearing);
  gtk_window_destroy (GTK_WINDOW (window));
  return 0;
}
