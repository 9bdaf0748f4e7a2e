/* The QA lead's page: going through lots by keys, looking beside them, and being second where somebody else was first.
 */
#include "goods.h"
#include "real-keys.h"
#include "ui-test.h"
#include "vouch-attachment-work.h"
#include "vouch-certificate-dialog.h"
#include "vouch-compare-dialog.h"
#include "vouch-correct-dialog.h"
#include "vouch-correct-work.h"
#include "vouch-dispose-dialog.h"
#include "vouch-lot-dialog.h"
#include "vouch-lot-pane.h"
#include "vouch-matter-row.h"
#include "vouch-park-work.h"
#include "vouch-photo-dialog.h"
#include "vouch-review-page.h"
#include "vouch-scan-catcher.h"
#include "vouch-window.h"

typedef struct
{
  StationFixture base;
  VouchDesk *desk;
  VouchScanCatcher *catcher;
  VouchWindow *window;
  gboolean has_scanned;
} Fixture;

static void
scanned_cb (Fixture *fixture, const VouchScan *scan)
{
  fixture->has_scanned = TRUE;
}

static void
begun_cb (Fixture *fixture)
{
  vouch_window_forget_typed (fixture->window);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  VouchWedgeSettings wedge = VOUCH_WEDGE_DEFAULTS;

  station_fixture_set_up (&fixture->base, data);
  fixture->catcher = vouch_scan_catcher_new (&wedge, fixture->base.clock);
  g_signal_connect_swapped (fixture->catcher, "scanned", G_CALLBACK (scanned_cb), fixture);
  g_signal_connect_swapped (fixture->catcher, "begun", G_CALLBACK (begun_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  vouch_window_set_desk (fixture->window, NULL, NULL);
  vouch_desk_close (fixture->desk);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->catcher);
  ui_test_settle ();
  g_object_unref (fixture->desk);
  station_fixture_tear_down (&fixture->base, data);
}

/* Until it says so; the test's own time limit ends a wait for nothing. */
static void
wait_for_text (GtkWidget *widget, const char *text)
{
  while (ui_test_find_text (widget, text) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* The window of a QA lead who has just come. */
static void
open_window (Fixture *fixture)
{
  VouchSessionSettings settings = VOUCH_SESSION_SETTINGS_DEFAULT;

  fixture->desk = vouch_desk_new (fixture->base.station, &settings);
  fixture->window = g_object_new (VOUCH_TYPE_WINDOW, "title", "vouch-review", NULL);
  vouch_window_set_desk (fixture->window, fixture->base.station, fixture->desk);
  gtk_window_present (GTK_WINDOW (fixture->window));
  vouch_desk_type (fixture->desk, QA_LEAD);
  wait_for_text (GTK_WIDGET (fixture->window), "Type your PIN");
  vouch_desk_type (fixture->desk, QA_LEAD_PIN);
  while (g_strcmp0 (vouch_window_get_page (fixture->window), "review") != 0)
    g_main_context_iteration (NULL, TRUE);
}

static VouchLotPane *
get_pane (Fixture *fixture)
{
  return VOUCH_LOT_PANE (
      ui_test_find (ui_test_find (GTK_WIDGET (fixture->window), VOUCH_TYPE_REVIEW_PAGE), VOUCH_TYPE_LOT_PANE));
}

static void
show_lot (Fixture *fixture, gint64 lot_id)
{
  VouchLotPane *pane = get_pane (fixture);

  vouch_lot_pane_show_lot (pane, lot_id);
  while (vouch_lot_pane_get_file (pane) == NULL || vouch_lot_pane_get_file (pane)->lot->id != lot_id)
    g_main_context_iteration (NULL, TRUE);
}

static GtkWindow *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return window;
    }
  return NULL;
}

static GtkWindow *
wait_for_window (GType type)
{
  GtkWindow *window;

  while ((window = find_window (type)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return window;
}

static void
press_for_lot (Fixture *fixture, const char *key, gint64 lot_id)
{
  real_keys_press (key);
  while (vouch_lot_pane_get_lot (get_pane (fixture)) != lot_id)
    g_main_context_iteration (NULL, TRUE);
}

/* Two lots wait, the one that was rejected, and another of the same tea that is held. */
static void
prepare_two_lots (Fixture *fixture, gint64 lots[2])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchCounted) counted = NULL;

  lots[0] = goods_tea_rejected (&fixture->base);
  vouch_clock_advance (fixture->base.clock, 60 * G_USEC_PER_SEC);
  counted =
      goods_count (&fixture->base, goods_open (&fixture->base, "PO-2026-0001"), "TEA-G100", "QH26B", 500, 10, &error);
  g_assert_no_error (error);
  goods_hold (&fixture->base, counted->lot_id);
  lots[1] = counted->lot_id;
}

static void
test_keys_go_through_the_lots (Fixture *fixture, gconstpointer data)
{
  gint64 lots[2];

  prepare_two_lots (fixture, lots);
  open_window (fixture);
  real_keys_focus (GTK_WINDOW (fixture->window));
  press_for_lot (fixture, "j", lots[0]);
  press_for_lot (fixture, "j", lots[1]);
  press_for_lot (fixture, "k", lots[0]);
  wait_for_text (GTK_WIDGET (get_pane (fixture)), "Rejected");
  real_keys_press ("d");
  gtk_window_close (wait_for_window (VOUCH_TYPE_DISPOSE_DIALOG));
  real_keys_focus (GTK_WINDOW (fixture->window));
  real_keys_press ("slash");
  while (g_strcmp0 (vouch_window_get_page (fixture->window), "search") != 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_letters_of_a_scan_are_no_keys (Fixture *fixture, gconstpointer data)
{
  gint64 lots[2];

  prepare_two_lots (fixture, lots);
  open_window (fixture);
  real_keys_focus (GTK_WINDOW (fixture->window));
  press_for_lot (fixture, "j", lots[0]);
  fixture->has_scanned = FALSE;
  real_keys_scan ("jdkcp1");
  ui_test_wait (&fixture->has_scanned);
  press_for_lot (fixture, "j", lots[1]);
  g_assert_null (find_window (VOUCH_TYPE_DISPOSE_DIALOG));
  g_assert_null (find_window (VOUCH_TYPE_COMPARE_DIALOG));
}

static void
test_a_lot_is_compared_with_earlier_ones (Fixture *fixture, gconstpointer data)
{
  gint64 lots[2];
  GtkWindow *dialog;

  prepare_two_lots (fixture, lots);
  open_window (fixture);
  show_lot (fixture, lots[1]);
  gtk_widget_activate_action (GTK_WIDGET (get_pane (fixture)), "lot.compare", NULL);
  dialog = wait_for_window (VOUCH_TYPE_COMPARE_DIALOG);
  wait_for_text (GTK_WIDGET (dialog), "Earlier lots, the latest first");
  g_assert_nonnull (ui_test_find_text (GTK_WIDGET (dialog), "QH26B"));
  gtk_window_destroy (dialog);
}

/* A PNG of 24 × 16 pixels. */
static const char png[] =
    "iVBORw0KGgoAAAANSUhEUgAAABgAAAAQCAIAAACDRijCAAAAIUlEQVR42mM4oSFCEMkRgRhGDRrhBu0jiOSIQKMGjWiDAHivhhA"
    "D3v9UAAAAAElFTkSuQmCC";

static void
attach_photo (Fixture *fixture, gint64 lot_id, const char *name)
{
  gsize length;
  guint8 *bytes = g_base64_decode (png, &length);
  g_autoptr (GBytes) picture = g_bytes_new_take (bytes, length);
  VouchAttachRequest request = {
    .subject = (char *)"lot", .subject_id = lot_id, .picture = picture, .name = (char *)name
  };
  g_autoptr (GError) error = NULL;
  gpointer answer = goods_run (&fixture->base, &vouch_attachment_add, INSPECTOR, &request, &error);

  g_assert_no_error (error);
  vouch_record_free (vouch_attachment_add.answer, answer);
}

static void
wait_for_picture (GtkWidget *dialog)
{
  while (!gtk_widget_get_mapped (ui_test_find (dialog, GTK_TYPE_PICTURE)))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_photos_of_a_lot_are_looked_through (Fixture *fixture, gconstpointer data)
{
  gint64 lot_id = goods_tea_rejected (&fixture->base);
  GtkWidget *dialog;

  attach_photo (fixture, lot_id, "dent.png");
  attach_photo (fixture, lot_id, "seal.png");
  open_window (fixture);
  show_lot (fixture, lot_id);
  wait_for_text (GTK_WIDGET (get_pane (fixture)), "Photo of the lot");
  gtk_widget_activate_action (GTK_WIDGET (get_pane (fixture)), "lot.photos", NULL);
  dialog = GTK_WIDGET (wait_for_window (VOUCH_TYPE_PHOTO_DIALOG));
  wait_for_picture (dialog);
  g_assert_nonnull (ui_test_find_text (dialog, "Photo 1 of 2"));
  gtk_widget_activate_action (dialog, "photo.next", NULL);
  wait_for_text (dialog, "Photo 2 of 2");
  wait_for_picture (dialog);
  gtk_widget_activate_action (dialog, "photo.next", NULL);
  g_assert_nonnull (ui_test_find_text (dialog, "Photo 2 of 2"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_labels_of_a_lot_are_one_step_away (Fixture *fixture, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (&fixture->base);
  g_autoptr (VouchLotFile) file = goods_load (&fixture->base, lot_id);
  g_autofree char *title = g_strdup_printf ("%s · Green tea, tin", file->lot->number);

  open_window (fixture);
  show_lot (fixture, lot_id);
  gtk_widget_activate_action (GTK_WIDGET (get_pane (fixture)), "lot.labels", NULL);
  g_assert_cmpstr (vouch_window_get_page (fixture->window), ==, "labels");
  wait_for_text (GTK_WIDGET (fixture->window), title);
}

/* Into the row of a form with this title. */
static void
type (GtkWidget *form, const char *title, const char *text)
{
  GtkWidget *row = gtk_widget_get_ancestor (ui_test_find_text (form, title), ADW_TYPE_ENTRY_ROW);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
click (GtkWidget *form, const char *label)
{
  GtkWidget *button = gtk_widget_get_ancestor (ui_test_find_text (form, label), GTK_TYPE_BUTTON);

  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static void
correct_behind_the_window (Fixture *fixture, gint64 lot_id, const char *badge)
{
  VouchCorrectRequest request = { .lot_id = lot_id, .supplier_lot = (char *)"QH26-X", .reason = (char *)"misread" };
  g_autoptr (GError) error = NULL;
  gpointer answer = goods_run (&fixture->base, &vouch_receive_correct, badge, &request, &error);

  g_assert_no_error (error);
  vouch_record_free (vouch_receive_correct.answer, answer);
}

static void
sign (GtkWindow *dialog)
{
  type (GTK_WIDGET (dialog), "Badge", QA_LEAD);
  type (GTK_WIDGET (dialog), "PIN", QA_LEAD_PIN);
  g_signal_emit_by_name (dialog, "signed");
}

static void
test_a_draft_is_kept_when_somebody_else_was_quicker (Fixture *fixture, gconstpointer data)
{
  gint64 lot_id = goods_tea_rejected (&fixture->base);
  GtkWidget *pane;
  GtkWindow *dialog, *question;

  open_window (fixture);
  show_lot (fixture, lot_id);
  pane = GTK_WIDGET (get_pane (fixture));
  gtk_widget_activate_action (pane, "lot.decide", NULL);
  dialog = wait_for_window (VOUCH_TYPE_DISPOSE_DIALOG);
  type (GTK_WIDGET (dialog), "Reason", "Dented");
  correct_behind_the_window (fixture, lot_id, QA_LEAD);
  sign (dialog);
  question = wait_for_window (ADW_TYPE_MESSAGE_DIALOG);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "look");
  wait_for_text (pane, "The lot was changed. What you had filled in is kept.");
  wait_for_text (pane, "QH26-X");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (dialog)));
  g_assert_cmpint (station_fixture_ask (&fixture->base, "SELECT count(*) FROM usage_decision WHERE reason = 'Dented'"),
                   ==, 0);
  gtk_widget_activate_action (pane, "lot.resume-draft", NULL);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (dialog)));
  g_assert_nonnull (ui_test_find_text (GTK_WIDGET (dialog), "The quantities add up"));
  sign (dialog);
  while (find_window (VOUCH_TYPE_DISPOSE_DIALOG) != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (station_fixture_ask (&fixture->base, "SELECT count(*) FROM usage_decision WHERE reason = 'Dented'"),
                   ==, 1);
}

static void
test_a_draft_can_be_dropped (Fixture *fixture, gconstpointer data)
{
  gint64 lot_id = goods_tea_rejected (&fixture->base);
  GtkWidget *pane;
  GtkWindow *dialog;

  open_window (fixture);
  show_lot (fixture, lot_id);
  pane = GTK_WIDGET (get_pane (fixture));
  gtk_widget_activate_action (pane, "lot.decide", NULL);
  dialog = wait_for_window (VOUCH_TYPE_DISPOSE_DIALOG);
  type (GTK_WIDGET (dialog), "Reason", "Dented");
  correct_behind_the_window (fixture, lot_id, QA_LEAD);
  sign (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (wait_for_window (ADW_TYPE_MESSAGE_DIALOG)), "look");
  wait_for_text (pane, "QH26-X");
  gtk_widget_activate_action (pane, "lot.drop-draft", NULL);
  g_assert_null (find_window (VOUCH_TYPE_DISPOSE_DIALOG));
  g_assert_null (ui_test_find_text (pane, "The lot was changed. What you had filled in is kept."));
  gtk_widget_activate_action (pane, "lot.decide", NULL);
  gtk_window_close (wait_for_window (VOUCH_TYPE_DISPOSE_DIALOG));
}

static void
test_what_was_recorded_is_corrected (Fixture *fixture, gconstpointer data)
{
  gint64 lot_id = goods_tea_rejected (&fixture->base);
  GtkWidget *pane;
  GtkWindow *dialog, *lot;

  open_window (fixture);
  show_lot (fixture, lot_id);
  pane = GTK_WIDGET (get_pane (fixture));
  gtk_widget_activate_action (pane, "lot.correct", NULL);
  dialog = wait_for_window (VOUCH_TYPE_CORRECT_DIALOG);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "correct.look", NULL);
  lot = wait_for_window (VOUCH_TYPE_LOT_DIALOG);
  wait_for_text (GTK_WIDGET (lot), "QH26A01");
  gtk_window_destroy (lot);
  type (GTK_WIDGET (dialog), "Reason", "Misread");
  type (GTK_WIDGET (dialog), "Expiry (YYYY-MM-DD)", "tomorrow");
  click (GTK_WIDGET (dialog), "Correct");
  g_assert_cmpint (station_fixture_ask (&fixture->base, "SELECT count(*) FROM correction"), ==, 0);
  type (GTK_WIDGET (dialog), "Expiry (YYYY-MM-DD)", "2027-12-24");
  click (GTK_WIDGET (dialog), "Correct");
  wait_for_text (pane, "2027-12-24");
  g_assert_cmpint (
      station_fixture_ask (&fixture->base, "SELECT count(*) FROM correction WHERE new_value = '2027-12-24'"), ==, 1);
}

static void
test_a_certificate_is_added (Fixture *fixture, gconstpointer data)
{
  gint64 lot_id = goods_tea_rejected (&fixture->base);
  g_autofree char *path = g_build_filename (fixture->base.directory, "coa.pdf", NULL);
  GtkWidget *pane;
  GtkWindow *dialog;

  g_assert_true (g_file_set_contents (path, "tested and found well", -1, NULL));
  open_window (fixture);
  show_lot (fixture, lot_id);
  pane = GTK_WIDGET (get_pane (fixture));
  gtk_widget_activate_action (pane, "lot.add-certificate", NULL);
  dialog = wait_for_window (VOUCH_TYPE_CERTIFICATE_DIALOG);
  vouch_certificate_dialog_take_file (VOUCH_CERTIFICATE_DIALOG (dialog), "/nowhere/coa.pdf");
  type (GTK_WIDGET (dialog), "Number", "COA-7");
  type (GTK_WIDGET (dialog), "Issuer", "Tea Lab");
  type (GTK_WIDGET (dialog), "Issued (YYYY-MM-DD)", "yesterday");
  click (GTK_WIDGET (dialog), "Add");
  g_assert_nonnull (ui_test_find_text (GTK_WIDGET (dialog), "“yesterday” is not a date; write it as YYYY-MM-DD"));
  type (GTK_WIDGET (dialog), "Issued (YYYY-MM-DD)", "2026-09-30");
  click (GTK_WIDGET (dialog), "Add");
  wait_for_text (GTK_WIDGET (dialog), "/nowhere/coa.pdf is no file that can be read");
  vouch_certificate_dialog_take_file (VOUCH_CERTIFICATE_DIALOG (dialog), path);
  click (GTK_WIDGET (dialog), "Add");
  wait_for_text (pane, "Certificate of analysis · COA-7");
  vouch_lot_pane_set_may_attach (get_pane (fixture), FALSE);
  g_assert_null (ui_test_find_text (pane, "Add…"));
  wait_for_text (pane, "Tea Lab, 2026-09-30 · SHA-256 706784f9…");
  g_assert_cmpint (station_fixture_ask (&fixture->base, "SELECT count(*) FROM certificate WHERE size = 21"), ==, 1);
}

static void
test_a_correction_tells_of_what_came_before_it (Fixture *fixture, gconstpointer data)
{
  gint64 lot_id = goods_tea_rejected (&fixture->base);
  GtkWindow *dialog;

  open_window (fixture);
  show_lot (fixture, lot_id);
  gtk_widget_activate_action (GTK_WIDGET (get_pane (fixture)), "lot.correct", NULL);
  dialog = wait_for_window (VOUCH_TYPE_CORRECT_DIALOG);
  correct_behind_the_window (fixture, lot_id, QA_LEAD);
  type (GTK_WIDGET (dialog), "Supplier’s lot", "QH26-Y");
  type (GTK_WIDGET (dialog), "Reason", "Misread");
  click (GTK_WIDGET (dialog), "Correct");
  while (station_fixture_ask (&fixture->base, "SELECT count(*) FROM correction WHERE new_value = 'QH26-Y'") == 0 &&
         !gtk_widget_is_sensitive (
             gtk_widget_get_ancestor (ui_test_find_text (GTK_WIDGET (dialog), "Correct"), GTK_TYPE_BUTTON)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (station_fixture_ask (&fixture->base, "SELECT count(*) FROM correction"), ==, 1);
  gtk_window_destroy (dialog);
}

static VouchMatterRow *
wait_for_matter (Fixture *fixture)
{
  GtkWidget *row;

  while ((row = ui_test_find (GTK_WIDGET (fixture->window), VOUCH_TYPE_MATTER_ROW)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return VOUCH_MATTER_ROW (row);
}

static void
wait_for_no_matter (Fixture *fixture)
{
  while (ui_test_find (GTK_WIDGET (fixture->window), VOUCH_TYPE_MATTER_ROW) != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* What an inspector asked for, before the lot was ever inspected. */
static gint64
ask_for_correction (Fixture *fixture)
{
  gint64 lot_id = goods_tea_counted (&fixture->base);
  g_autoptr (VouchLotFile) file = goods_load (&fixture->base, lot_id);
  VouchLineRequest request = { file->line->id };
  g_autoptr (GError) error = NULL;
  gpointer answer = goods_run (&fixture->base, &vouch_receive_close_line, INSPECTOR, &request, &error);

  g_assert_no_error (error);
  vouch_record_free (vouch_receive_close_line.answer, answer);
  correct_behind_the_window (fixture, lot_id, INSPECTOR);
  return lot_id;
}

static void
test_a_correction_that_was_asked_for_is_approved (Fixture *fixture, gconstpointer data)
{
  ask_for_correction (fixture);
  open_window (fixture);
  gtk_widget_activate_action (GTK_WIDGET (wait_for_matter (fixture)), "matter.answer", "i", 0);
  wait_for_no_matter (fixture);
  g_assert_cmpint (station_fixture_ask (&fixture->base, "SELECT count(*) FROM lot WHERE supplier_lot = 'QH26-X'"), ==,
                   1);
}

static void
test_a_lot_to_be_corrected_is_looked_at (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VouchLotFile) file = NULL;
  VouchMatterRow *row;

  ask_for_correction (fixture);
  open_window (fixture);
  row = wait_for_matter (fixture);
  file = goods_load (&fixture->base, vouch_matter_row_get_matter (row)->lot_id);
  gtk_widget_activate_action (GTK_WIDGET (row), "matter.look", NULL);
  wait_for_text (GTK_WIDGET (get_pane (fixture)), file->lot->number);
}

static void
test_a_correction_is_refused_with_words (Fixture *fixture, gconstpointer data)
{
  VouchMatterRow *row;

  ask_for_correction (fixture);
  open_window (fixture);
  row = wait_for_matter (fixture);
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (GTK_WIDGET (row), GTK_TYPE_ENTRY)), "It says QH26A01");
  gtk_widget_activate_action (GTK_WIDGET (row), "matter.answer", "i", 1);
  wait_for_no_matter (fixture);
  g_assert_cmpint (station_fixture_ask (&fixture->base, "SELECT count(*) FROM lot WHERE supplier_lot = 'QH26-X'"), ==,
                   0);
  g_assert_cmpint (
      station_fixture_ask (&fixture->base, "SELECT count(*) FROM correction WHERE answer = 'It says QH26A01'"), ==, 1);
}

/* What is refused leaves the words where they are. */
static void
test_goods_set_apart_are_settled_with_words (Fixture *fixture, gconstpointer data)
{
  VouchParkRequest request = { .receipt_id = goods_open (&fixture->base, "PO-2026-0001"), .note = (char *)"a box" };
  g_autoptr (GError) error = NULL;
  gpointer parked = goods_run (&fixture->base, &vouch_receive_park, INSPECTOR, &request, &error);
  VouchMatterRow *row;

  g_assert_no_error (error);
  vouch_record_free (vouch_receive_park.answer, parked);
  open_window (fixture);
  row = wait_for_matter (fixture);
  gtk_widget_activate_action (GTK_WIDGET (row), "matter.answer", "i", 0);
  wait_for_text (GTK_WIDGET (fixture->window), "Not possible");
  g_assert_true (wait_for_matter (fixture) == row);
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (GTK_WIDGET (row), GTK_TYPE_ENTRY)), "Goes back");
  gtk_widget_activate_action (GTK_WIDGET (row), "matter.answer", "i", 0);
  wait_for_no_matter (fixture);
  g_assert_cmpint (
      station_fixture_ask (&fixture->base, "SELECT count(*) FROM parked_goods WHERE resolution = 'Goes back'"), ==, 1);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/review/keys-go-through-the-lots", test_keys_go_through_the_lots);
  ADD ("/review/letters-of-a-scan-are-no-keys", test_letters_of_a_scan_are_no_keys);
  ADD ("/review/a-lot-is-compared-with-earlier-ones", test_a_lot_is_compared_with_earlier_ones);
  ADD ("/review/photos-of-a-lot-are-looked-through", test_photos_of_a_lot_are_looked_through);
  ADD ("/review/labels-of-a-lot-are-one-step-away", test_labels_of_a_lot_are_one_step_away);
  ADD ("/review/a-draft-is-kept-when-somebody-else-was-quicker", test_a_draft_is_kept_when_somebody_else_was_quicker);
  ADD ("/review/a-draft-can-be-dropped", test_a_draft_can_be_dropped);
  ADD ("/review/what-was-recorded-is-corrected", test_what_was_recorded_is_corrected);
  ADD ("/review/a-certificate-is-added", test_a_certificate_is_added);
  ADD ("/review/a-correction-tells-of-what-came-before-it", test_a_correction_tells_of_what_came_before_it);
  ADD ("/review/a-correction-that-was-asked-for-is-approved", test_a_correction_that_was_asked_for_is_approved);
  ADD ("/review/a-lot-to-be-corrected-is-looked-at", test_a_lot_to_be_corrected_is_looked_at);
  ADD ("/review/a-correction-is-refused-with-words", test_a_correction_is_refused_with_words);
  ADD ("/review/goods-set-apart-are-settled-with-words", test_goods_set_apart_are_settled_with_words);
  return g_test_run ();
}
