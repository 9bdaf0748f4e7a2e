/* How strictly goods are inspected, in the window: the strip of a ledger, the ledgers beside a lot, the section of the
 * Review page, and what a QA lead declares there. */
#include "goods.h"
#include "ledger-lots.h"
#include "ui-test.h"
#include "vouch-declare-dialog.h"
#include "vouch-ledger-strip.h"
#include "vouch-ledger-view.h"
#include "vouch-lot-pane.h"
#include "vouch-review-page.h"
#include "vouch-severity-section.h"
#include "vouch-window.h"

typedef struct
{
  StationFixture base;
  VouchActor *inspector;
  VouchActor *qa_lead;
  LedgerLots lots;
  VouchDesk *desk;
  VouchWindow *window;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  station_fixture_set_up (&self->base, data);
  self->inspector = station_fixture_dup_actor (&self->base, INSPECTOR);
  self->qa_lead = station_fixture_dup_actor (&self->base, QA_LEAD);
  ledger_lots_init (&self->lots, self->base.station, self->inspector, goods_tea_rejected (&self->base));
  self->lots.rule.scope = VOUCH_DEFECT_SCOPE_MAJOR;
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  if (self->window != NULL)
    {
      vouch_window_set_desk (self->window, NULL, NULL);
      vouch_desk_close (self->desk);
      gtk_window_destroy (GTK_WINDOW (self->window));
      ui_test_settle ();
      g_object_unref (self->desk);
    }
  vouch_actor_unref (self->inspector);
  vouch_actor_unref (self->qa_lead);
  station_fixture_tear_down (&self->base, data);
}

static gboolean
says (GtkWidget *widget, const char *needle)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), needle) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, needle))
      return TRUE;
  return FALSE;
}

/* Until it says so; the test's own time limit ends a wait for nothing. */
static void
wait_for (GtkWidget *widget, const char *needle)
{
  while (!says (widget, needle))
    g_main_context_iteration (NULL, TRUE);
}

static gpointer
read_strip (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_quality_strip_load (conn, *(gint64 *)data, error);
}

static VouchQualityStrip *
load_strip (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  VouchQualityStrip *strip = vouch_station_read (self->base.station, read_strip, &self->lots.level_id, &error);

  g_assert_no_error (error);
  return strip;
}

static GtkWidget *
show_view (const VouchQualityStrip *strip)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *view = vouch_ledger_view_new ();

  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_set_default_size (GTK_WINDOW (window), 480, 320);
  vouch_ledger_view_show (VOUCH_LEDGER_VIEW (view), strip);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (view) == 0)
    g_main_context_iteration (NULL, TRUE);
  return window;
}

static void
press (GtkWidget *widget, guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean taken;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &taken);
    }
}

static void
test_the_newest_entry_is_chosen_and_in_view (Fixture *self, gconstpointer data)
{
  g_autoptr (VouchQualityStrip) strip = NULL;
  GtkWidget *window;
  VouchLedgerStrip *widget;
  GtkAdjustment *adjustment;

  ledger_lots_tell_story (&self->lots, self->qa_lead);
  strip = load_strip (self);
  window = show_view (strip);
  widget = VOUCH_LEDGER_STRIP (ui_test_find (window, VOUCH_TYPE_LEDGER_STRIP));
  adjustment =
      gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (ui_test_find (window, GTK_TYPE_SCROLLED_WINDOW)));
  g_assert_cmpuint (vouch_ledger_strip_get_selected (widget), ==, strip->cells->len);
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), >, gtk_adjustment_get_page_size (adjustment));
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment),
                                  gtk_adjustment_get_upper (adjustment), 1);
  press (GTK_WIDGET (widget), GDK_KEY_Home);
  g_assert_cmpuint (vouch_ledger_strip_get_selected (widget), ==, 1);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_arrows_walk_and_each_entry_says_all_of_itself (Fixture *self, gconstpointer data)
{
  g_autoptr (VouchQualityStrip) strip = NULL;
  const VouchQualityCell *cell;
  VouchLedgerStrip *widget;
  GtkWidget *window;

  ledger_lots_tell_story (&self->lots, self->qa_lead);
  strip = load_strip (self);
  window = show_view (strip);
  widget = VOUCH_LEDGER_STRIP (ui_test_find (window, VOUCH_TYPE_LEDGER_STRIP));
  press (GTK_WIDGET (widget), GDK_KEY_Home);
  press (GTK_WIDGET (widget), GDK_KEY_Left);
  g_assert_cmpuint (vouch_ledger_strip_get_selected (widget), ==, 1);
  for (int i = 0; i < 4; i++)
    press (GTK_WIDGET (widget), GDK_KEY_Right);
  cell = vouch_ledger_strip_get_cell (widget, 5);
  g_assert_true (says (window, cell->lot));
  g_assert_true (says (window, "not accepted · 2 nonconforming (Ac 1, Re 2) · normal inspection"));
  g_assert_true (says (window, "Tightened inspection begins"));
  press (GTK_WIDGET (widget), GDK_KEY_Right);
  g_assert_true (says (window, "submitted again"));
  press (GTK_WIDGET (widget), GDK_KEY_Right);
  g_assert_true (says (window, "planned by another severity"));
  for (int i = 0; i < 6; i++)
    press (GTK_WIDGET (widget), GDK_KEY_Right);
  g_assert_true (says (window, "Production is steady · the line runs day and night"));
  press (GTK_WIDGET (widget), GDK_KEY_End);
  press (GTK_WIDGET (widget), GDK_KEY_Right);
  g_assert_cmpuint (vouch_ledger_strip_get_selected (widget), ==, strip->cells->len);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_the_headline_says_what_is_in_force_why_and_what_comes_next (Fixture *self, gconstpointer data)
{
  g_autoptr (VouchQualityStrip) strip = NULL;
  GtkWidget *window;

  ledger_lots_take_many (&self->lots, 4, 0, TRUE);
  ledger_lots_take_many (&self->lots, 1, 9, FALSE);
  strip = load_strip (self);
  window = show_view (strip);
  g_assert_true (says (window, "Normal inspection from the start"));
  g_assert_true (says (window, "Switching score 0 of 30 · One more lot not accepted tightens inspection."));
  g_clear_pointer (&strip, vouch_quality_strip_free);
  ledger_lots_take_many (&self->lots, 1, 9, FALSE);
  strip = load_strip (self);
  vouch_ledger_view_show (VOUCH_LEDGER_VIEW (ui_test_find (window, VOUCH_TYPE_LEDGER_VIEW)), strip);
  g_assert_true (says (window, "Tightened inspection since "));
  g_assert_true (says (window, "two of the last five or fewer lots were not accepted"));
  g_assert_true (says (window, "0 of 5 lots in a row accepted · 5 more lots accepted in a row bring normal"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The window of a QA lead who has just come. */
static void
open_window (Fixture *self)
{
  VouchSessionSettings settings = VOUCH_SESSION_SETTINGS_DEFAULT;

  self->desk = vouch_desk_new (self->base.station, &settings);
  self->window = g_object_new (VOUCH_TYPE_WINDOW, NULL);
  vouch_window_set_desk (self->window, self->base.station, self->desk);
  gtk_window_present (GTK_WINDOW (self->window));
  vouch_desk_type (self->desk, QA_LEAD);
  wait_for (GTK_WIDGET (self->window), "Type your PIN");
  vouch_desk_type (self->desk, QA_LEAD_PIN);
  while (g_strcmp0 (vouch_window_get_page (self->window), "review") != 0)
    g_main_context_iteration (NULL, TRUE);
}

static GtkWidget *
find_page (Fixture *self)
{
  return ui_test_find (GTK_WIDGET (self->window), VOUCH_TYPE_REVIEW_PAGE);
}

static void
test_a_lot_shows_the_ledgers_of_its_origin (Fixture *self, gconstpointer data)
{
  ledger_lots_take_many (&self->lots, 2, 9, FALSE);
  self->lots.rule.scope = VOUCH_DEFECT_SCOPE_MINOR;
  ledger_lots_take_many (&self->lots, 1, 0, TRUE);
  open_window (self);
  vouch_lot_pane_show_lot (VOUCH_LOT_PANE (ui_test_find (find_page (self), VOUCH_TYPE_LOT_PANE)), self->lots.like);
  wait_for (find_page (self), "Major defects · AQL 1.0 · level II");
  wait_for (find_page (self), "Minor defects · AQL 1.0 · level II");
  wait_for (find_page (self), "Tightened inspection since ");
}

static void
show_section (Fixture *self)
{
  wait_for (find_page (self), "Severity");
  gtk_stack_set_visible_child_name (GTK_STACK (ui_test_find (find_page (self), GTK_TYPE_STACK)), "severity");
}

static VouchDeclareDialog *
open_level (Fixture *self, guint position)
{
  GtkWidget *list = ui_test_find (ui_test_find (find_page (self), VOUCH_TYPE_SEVERITY_SECTION), GTK_TYPE_LIST_VIEW);
  GListModel *windows = gtk_window_get_toplevels ();

  g_signal_emit_by_name (list, "activate", position);
  for (;;)
    {
      for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
        {
          g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

          if (VOUCH_IS_DECLARE_DIALOG (window))
            return VOUCH_DECLARE_DIALOG (window);
        }
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
type (GtkWidget *dialog, const char *title, const char *text)
{
  GtkWidget *label = NULL;

  while ((label = ui_test_find_text (dialog, title)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_ancestor (label, GTK_TYPE_EDITABLE)), text);
}

static void
sign (VouchDeclareDialog *dialog, const char *pin)
{
  type (GTK_WIDGET (dialog), "Reason", "the maker has a new oven");
  type (GTK_WIDGET (dialog), "Badge", QA_LEAD);
  type (GTK_WIDGET (dialog), "PIN", pin);
  g_signal_emit_by_name (gtk_widget_get_ancestor (ui_test_find_text (GTK_WIDGET (dialog), "Sign"), GTK_TYPE_BUTTON),
                         "clicked");
}

static void
test_a_qa_lead_resumes_what_was_discontinued (Fixture *self, gconstpointer data)
{
  VouchDeclareDialog *dialog;

  ledger_lots_take_many (&self->lots, 7, 9, FALSE);
  open_window (self);
  show_section (self);
  wait_for (find_page (self), "Inspection discontinued since ");
  dialog = open_level (self, 0);
  wait_for (GTK_WIDGET (dialog), "The supplier has improved");
  sign (dialog, QA_LEAD_PIN);
  wait_for (find_page (self), "Tightened inspection since ");
  g_assert_cmpint (ledger_lots_get_severity (&self->lots), ==, VOUCH_SEVERITY_TIGHTENED);
}

static void
test_a_broken_ledger_shows_in_the_title_until_it_is_answered (Fixture *self, gconstpointer data)
{
  VouchDeclareDialog *dialog;

  ledger_lots_take_many (&self->lots, 2, 0, TRUE);
  ledger_lots_tamper (&self->lots, "UPDATE quality_entry SET accepted = 0 WHERE position = 1");
  open_window (self);
  wait_for (find_page (self), "Severity: 1 broken");
  show_section (self);
  wait_for (find_page (self), "Entry 1 of the switching ledger");
  dialog = open_level (self, 0);
  wait_for (GTK_WIDGET (dialog), "Reduced inspection ends, and does not begin");
  sign (dialog, QA_LEAD_PIN);
  while (says (find_page (self), "Severity: 1 broken"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (says (find_page (self), "Severity"));
}

#define ADD(path, test) g_test_add ("/severity/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  ADD ("the-newest-entry-is-chosen-and-in-view", test_the_newest_entry_is_chosen_and_in_view);
  ADD ("arrows-walk-and-each-entry-says-all-of-itself", test_arrows_walk_and_each_entry_says_all_of_itself);
  ADD ("the-headline-says-what-is-in-force-why-and-what-comes-next",
       test_the_headline_says_what_is_in_force_why_and_what_comes_next);
  ADD ("a-lot-shows-the-ledgers-of-its-origin", test_a_lot_shows_the_ledgers_of_its_origin);
  ADD ("a-qa-lead-resumes-what-was-discontinued", test_a_qa_lead_resumes_what_was_discontinued);
  ADD ("a-broken-ledger-shows-in-the-title-until-it-is-answered",
       test_a_broken_ledger_shows_in_the_title_until_it_is_answered);
  return g_test_run ();
}
