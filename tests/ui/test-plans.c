/* Plans in the window: edited with every fault in sight, drafted by one person, approved by another. */
#include "assert-accessible.h"
#include "desk-fixture.h"
#include "goods.h"
#include "ui-test.h"
#include "vouch-plan-section.h"
#include "vouch-settings-page.h"
#include "vouch-signature-group.h"

#define CUP "CUP-350"

static VouchPlanSection *
go_to_plans (DeskFixture *fixture)
{
  GtkWidget *page = ui_test_find (GTK_WIDGET (fixture->window), VOUCH_TYPE_SETTINGS_PAGE);

  vouch_window_show_page (fixture->window, "settings");
  vouch_settings_page_show_section (VOUCH_SETTINGS_PAGE (page), "plans");
  desk_fixture_wait_for_text (page, "CUP-350 · Vacuum cup");
  return VOUCH_PLAN_SECTION (ui_test_find (page, VOUCH_TYPE_PLAN_SECTION));
}

static VouchPlanDialog *
open_plan (DeskFixture *fixture, VouchPlanSection *section, gint64 version)
{
  VouchPlanDialog *dialog;

  vouch_plan_section_open (section, goods_find_product (&fixture->base, CUP), version);
  dialog = vouch_plan_section_get_dialog (section);
  while (vouch_plan_dialog_get_file (dialog) == NULL)
    g_main_context_iteration (NULL, TRUE);
  ui_test_settle ();
  return dialog;
}

static GtkWidget *
find_button (gpointer dialog, const char *label)
{
  return gtk_widget_get_ancestor (ui_test_find_text (GTK_WIDGET (dialog), label), GTK_TYPE_BUTTON);
}

static void
choose (VouchPlanDialog *dialog, const char *term, guint selected)
{
  GtkWidget *control = vouch_plan_editor_find (vouch_plan_dialog_get_editor (dialog), term);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (control), selected);
}

static void
type (VouchPlanDialog *dialog, const char *term, const char *text)
{
  GtkWidget *control = vouch_plan_editor_find (vouch_plan_dialog_get_editor (dialog), term);

  gtk_editable_set_text (GTK_EDITABLE (control), text);
}

static gboolean
is_savable (VouchPlanDialog *dialog)
{
  return gtk_widget_is_sensitive (find_button (dialog, "Save Draft"));
}

static void
wait_for_drafts (DeskFixture *fixture, gint64 n)
{
  while (station_fixture_ask (&fixture->base, "SELECT count(*) FROM inspection_plan WHERE state = 'draft'") != n)
    g_main_context_iteration (NULL, FALSE);
}

static gint64
draft_as (DeskFixture *fixture, const char *badge)
{
  g_autoptr (VouchPlanDraftRequest) request = vouch_plan_draft_request_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchPlanChanged) changed = NULL;

  request->product_id = goods_find_product (&fixture->base, CUP);
  request->as_version = 1;
  changed = goods_run (&fixture->base, &vouch_plan_draft, badge, request, &error);
  g_assert_no_error (error);
  return changed->version;
}

static void
close_dialog (VouchPlanDialog *dialog)
{
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_test_settle ();
}

static void
test_an_inspector_drafts_what_has_no_fault (DeskFixture *fixture, gconstpointer data)
{
  VouchPlanSection *section;
  VouchPlanDialog *dialog;

  desk_fixture_sign_in (fixture, INSPECTOR, NULL);
  section = go_to_plans (fixture);
  dialog = open_plan (fixture, section, 0);
  g_assert_false (is_savable (dialog));
  g_assert_null (ui_test_find_text (GTK_WIDGET (dialog), "Approve…"));
  choose (dialog, "type", 1);
  g_assert_false (is_savable (dialog));
  g_assert_nonnull (ui_test_find_text (GTK_WIDGET (dialog), "Of ISO 2859-1:1999 = GB/T 2828.1-2012 only single plans "
                                                            "are known here; choose “single”, or MIL-STD-105E"));
  choose (dialog, "standard", 1);
  g_assert_true (is_savable (dialog));
  choose (dialog, "scope", 2);
  g_assert_false (is_savable (dialog));
  choose (dialog, "scope", 0);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "plan.save", NULL);
  wait_for_drafts (fixture, 1);
  desk_fixture_wait_for_text (GTK_WIDGET (section), "Draft 2 of 李伟 Li Wei waits for approval");
  while (vouch_plan_section_get_dialog (section) != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (station_fixture_ask (&fixture->base, "SELECT count(*) FROM sampling_rule JOIN inspection_plan ON "
                                                        "inspection_plan.id = plan_id WHERE state = 'draft' AND "
                                                        "sampling_rule.type = 'double'"),
                   ==, 1);
}

static void
test_a_wrong_value_stays_and_is_told_beside_its_field (DeskFixture *fixture, gconstpointer data)
{
  VouchPlanDialog *dialog;
  GtkWidget *entry;

  desk_fixture_sign_in (fixture, QA_LEAD, QA_LEAD_PIN);
  dialog = open_plan (fixture, go_to_plans (fixture), 0);
  choose (dialog, "method", VOUCH_SAMPLING_METHOD_FIXED);
  g_assert_false (is_savable (dialog));
  type (dialog, "n", "twenty");
  entry = vouch_plan_editor_find (vouch_plan_dialog_get_editor (dialog), "n");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "twenty");
  g_assert_nonnull (
      ui_test_find_text (gtk_widget_get_ancestor (entry, ADW_TYPE_ACTION_ROW), "A sample has at least 1 item"));
  type (dialog, "n", "20");
  g_assert_true (is_savable (dialog));
  g_assert_nonnull (ui_test_find_text (GTK_WIDGET (dialog), "n = 20, Ac = 0, Re = 1"));
  type (dialog, "ac", "1.5");
  g_assert_false (is_savable (dialog));
  close_dialog (dialog);
}

static GtkWidget *
find_question (VouchPlanDialog *dialog)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_window_get_transient_for (window) == GTK_WINDOW (dialog))
        return GTK_WIDGET (window);
    }
  return NULL;
}

static void
test_what_is_not_saved_is_not_lost_by_a_slip (DeskFixture *fixture, gconstpointer data)
{
  VouchPlanSection *section;
  VouchPlanDialog *dialog;

  desk_fixture_sign_in (fixture, INSPECTOR, NULL);
  section = go_to_plans (fixture);
  dialog = open_plan (fixture, section, 0);
  choose (dialog, "aql", 0);
  gtk_window_close (GTK_WINDOW (dialog));
  ui_test_settle ();
  g_assert_true (vouch_plan_section_get_dialog (section) == dialog);
  g_signal_emit_by_name (find_button (find_question (dialog), "Go On Editing"), "clicked");
  ui_test_settle ();
  g_assert_true (vouch_plan_section_get_dialog (section) == dialog);
  gtk_window_close (GTK_WINDOW (dialog));
  ui_test_settle ();
  g_signal_emit_by_name (find_button (find_question (dialog), "Discard"), "clicked");
  while (vouch_plan_section_get_dialog (section) != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
sign (VouchPlanSignDialog *signing)
{
  VouchSignatureGroup *group = VOUCH_SIGNATURE_GROUP (ui_test_find (GTK_WIDGET (signing), VOUCH_TYPE_SIGNATURE_GROUP));
  GtkWidget *pin = ui_test_find (GTK_WIDGET (group), ADW_TYPE_PASSWORD_ENTRY_ROW);

  vouch_signing_take_scan (VOUCH_SIGNING (signing), QA_LEAD);
  gtk_editable_set_text (GTK_EDITABLE (pin), QA_LEAD_PIN);
  g_signal_emit_by_name (find_button (signing, "Sign"), "clicked");
}

static void
test_a_draft_of_somebody_else_is_approved (DeskFixture *fixture, gconstpointer data)
{
  gint64 version = draft_as (fixture, INSPECTOR);
  VouchPlanSection *section;

  desk_fixture_sign_in (fixture, QA_LEAD, QA_LEAD_PIN);
  section = go_to_plans (fixture);
  gtk_widget_activate_action (GTK_WIDGET (open_plan (fixture, section, version)), "plan.approve", NULL);
  sign (vouch_plan_section_get_signing (section));
  wait_for_drafts (fixture, 0);
  desk_fixture_wait_for_text (GTK_WIDGET (section), "Version 2, approved by 陈静 Chen Jing");
  while (vouch_plan_section_get_signing (section) != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_the_author_is_refused_and_told_why (DeskFixture *fixture, gconstpointer data)
{
  gint64 version = draft_as (fixture, QA_LEAD);
  VouchPlanSection *section;

  desk_fixture_sign_in (fixture, QA_LEAD, QA_LEAD_PIN);
  section = go_to_plans (fixture);
  gtk_widget_activate_action (GTK_WIDGET (open_plan (fixture, section, version)), "plan.approve", NULL);
  sign (vouch_plan_section_get_signing (section));
  desk_fixture_wait_for_text (GTK_WIDGET (vouch_plan_section_get_signing (section)),
                              "Nobody approves a plan of their own; another QA lead has to");
  wait_for_drafts (fixture, 1);
  gtk_window_destroy (GTK_WINDOW (vouch_plan_section_get_signing (section)));
  ui_test_settle ();
}

static void
test_everything_has_a_name_and_a_place_for_tab (DeskFixture *fixture, gconstpointer data)
{
  gint64 version = draft_as (fixture, INSPECTOR);
  VouchPlanSection *section;

  desk_fixture_sign_in (fixture, QA_LEAD, QA_LEAD_PIN);
  section = go_to_plans (fixture);
  assert_accessible (GTK_WINDOW (open_plan (fixture, section, version)));
  gtk_widget_activate_action (GTK_WIDGET (vouch_plan_section_get_dialog (section)), "plan.retire", NULL);
  assert_accessible (GTK_WINDOW (vouch_plan_section_get_signing (section)));
  gtk_window_destroy (GTK_WINDOW (vouch_plan_section_get_signing (section)));
  ui_test_settle ();
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(path, test) g_test_add (path, DeskFixture, NULL, desk_fixture_set_up, test, desk_fixture_tear_down)
  ADD ("/plans/an-inspector-drafts-what-has-no-fault", test_an_inspector_drafts_what_has_no_fault);
  ADD ("/plans/a-wrong-value-stays-and-is-told-beside-its-field",
       test_a_wrong_value_stays_and_is_told_beside_its_field);
  ADD ("/plans/what-is-not-saved-is-not-lost-by-a-slip", test_what_is_not_saved_is_not_lost_by_a_slip);
  ADD ("/plans/a-draft-of-somebody-else-is-approved", test_a_draft_of_somebody_else_is_approved);
  ADD ("/plans/the-author-is-refused-and-told-why", test_the_author_is_refused_and_told_why);
  ADD ("/plans/everything-has-a-name-and-a-place-for-tab", test_everything_has_a_name_and_a_place_for_tab);
  return g_test_run ();
}
