#include "ui-test.h"
#include "vouch-chart-area.h"
#include "vouch-oc-view.h"

typedef struct
{
  GtkWidget *window;
  VouchOcView *view;
  guint n_computed;
  gboolean is_computed;
} Fixture;

static void
computed_cb (Fixture *fixture)
{
  fixture->n_computed++;
  fixture->is_computed = TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = gtk_window_new ();
  fixture->view = g_object_new (VOUCH_TYPE_OC_VIEW, NULL);
  g_signal_connect_swapped (fixture->view, "computed", G_CALLBACK (computed_cb), fixture);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_settle ();
}

static VouchSamplingPlan
find_plan (gint64 lot_size, const char *aql, VouchSeverity severity)
{
  VouchSamplingTerms terms = { .table = { .severity = severity }, .lot_size = lot_size, .level = "II", .aql = aql };
  VouchSamplingPlan plan;

  g_assert_true (vouch_sampling_plan_find (&terms, &plan, NULL));
  return plan;
}

static void
wait (Fixture *fixture)
{
  ui_test_wait (&fixture->is_computed);
  fixture->is_computed = FALSE;
}

static gboolean
says (Fixture *fixture, const char *text)
{
  return ui_test_find_text (GTK_WIDGET (fixture->view), text) != NULL;
}

static void
test_figures_are_text (Fixture *fixture, gconstpointer data)
{
  VouchSamplingPlan plan = find_plan (1000, "1.0", VOUCH_SEVERITY_NORMAL);

  vouch_oc_view_set_plans (fixture->view, &plan, NULL);
  wait (fixture);
  g_assert_true (says (fixture, "95 % of lots are accepted up to"));
  g_assert_true (says (fixture, "1 % (10 of 1000)"));
  g_assert_true (says (fixture, "6.4 % (64 of 1000)"));
  g_assert_true (says (fixture, "Exact for a lot of 1000 items (hypergeometric model)."));
  g_assert_true (gtk_widget_get_mapped (ui_test_find (GTK_WIDGET (fixture->view), VOUCH_TYPE_CHART_AREA)));
}

/* Whoever cannot see the chart hears the figures. */
static void
test_the_chart_is_named_and_described (Fixture *fixture, gconstpointer data)
{
  VouchSamplingPlan plan = find_plan (1000, "1.0", VOUCH_SEVERITY_NORMAL);
  g_autoptr (VouchOcPlan) named = vouch_oc_plan_new_for_plan ("Critical", &plan);
  GtkWidget *chart = ui_test_find (GTK_WIDGET (fixture->view), VOUCH_TYPE_CHART_AREA);
  g_autofree char *wrong = NULL;

  vouch_oc_view_set_oc_plans (fixture->view, named, NULL);
  wait (fixture);
  gtk_test_accessible_assert_role (chart, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_LABEL, "Operating characteristic");
  wrong = gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      "Critical\n95 % of lots are accepted up to: 1 % (10 of 1000)\n50 % of lots are accepted up to: 3.2 % (32 of "
      "1000)\n10 % of lots are accepted from: 6.4 % (64 of 1000)\nWorst average outgoing quality (AOQL): "
      "1.63 %\n"
      "AQL: 1 % (10 of 1000)\nNot accepted at the AQL (producer risk): 3.92 %\nItems sampled at the AQL (ASN): "
      "80\nItems inspected at the AQL, with sorting (ATI): 116");
  g_assert_null (wrong);
}

static void
test_two_plans_have_a_column_each (Fixture *fixture, gconstpointer data)
{
  VouchSamplingPlan plan = find_plan (5000, "2.5", VOUCH_SEVERITY_NORMAL);
  VouchSamplingPlan compared = find_plan (5000, "2.5", VOUCH_SEVERITY_TIGHTENED);

  vouch_oc_view_set_plans (fixture->view, &plan, &compared);
  wait (fixture);
  g_assert_true (says (fixture, "normal inspection: n\u00a0=\u00a0200, Ac\u00a010, Re\u00a011"));
  g_assert_true (says (fixture, "tightened inspection: n\u00a0=\u00a0200, Ac\u00a08, Re\u00a09"));
  g_assert_true (says (fixture, "6.17 %"));
}

/* Of several wishes, made faster than they can be computed, only the last one is shown. */
static void
test_the_last_wish_counts (Fixture *fixture, gconstpointer data)
{
  for (gint64 lot_size = 100; lot_size <= 5000; lot_size += 100)
    {
      VouchSamplingPlan plan = find_plan (lot_size, "2.5", VOUCH_SEVERITY_NORMAL);

      vouch_oc_view_set_plans (fixture->view, &plan, NULL);
    }
  wait (fixture);
  ui_test_settle ();
  g_assert_cmpuint (fixture->n_computed, ==, 1);
  g_assert_true (says (fixture, "Exact for a lot of 5000 items (hypergeometric model)."));
}

static void
test_a_plan_that_is_none_is_explained (Fixture *fixture, gconstpointer data)
{
  const VouchSamplingStages stages = { .n_stages = 1, .stages = { { .n = 5, .ac = 3, .re = 2 } } };
  g_autoptr (VouchOcPlan) plan = vouch_oc_plan_new ("Wrong", &stages, 0);

  vouch_oc_view_set_oc_plans (fixture->view, plan, NULL);
  wait (fixture);
  g_assert_false (gtk_widget_get_mapped (ui_test_find (GTK_WIDGET (fixture->view), VOUCH_TYPE_CHART_AREA)));
  g_assert_false (says (fixture, "AQL"));
}

static void
test_nothing_can_be_shown_again (Fixture *fixture, gconstpointer data)
{
  VouchSamplingPlan plan = find_plan (1000, "1.0", VOUCH_SEVERITY_NORMAL);

  vouch_oc_view_set_plans (fixture->view, &plan, NULL);
  wait (fixture);
  vouch_oc_view_set_plans (fixture->view, NULL, NULL);
  g_assert_false (says (fixture, "AQL"));
}

static void
test_a_view_may_go_while_it_computes (Fixture *fixture, gconstpointer data)
{
  VouchSamplingPlan plan = find_plan (1000, "1.0", VOUCH_SEVERITY_NORMAL);
  gpointer watched = fixture->view;

  g_object_add_weak_pointer (G_OBJECT (fixture->view), &watched);
  vouch_oc_view_set_plans (fixture->view, &plan, NULL);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture->window = NULL;
  while (watched != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
add (const char *fact, void (*func) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strdup_printf ("/oc-view/%s", fact);

  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  add ("figures-are-text", test_figures_are_text);
  add ("the-chart-is-named-and-described", test_the_chart_is_named_and_described);
  add ("two-plans-have-a-column-each", test_two_plans_have_a_column_each);
  add ("the-last-wish-counts", test_the_last_wish_counts);
  add ("a-plan-that-is-none-is-explained", test_a_plan_that_is_none_is_explained);
  add ("nothing-can-be-shown-again", test_nothing_can_be_shown_again);
  add ("a-view-may-go-while-it-computes", test_a_view_may_go_while_it_computes);
  return g_test_run ();
}
