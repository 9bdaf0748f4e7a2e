/* The dialogs and the steps of the first run: everything has a name, a role and a place in the tab order, and there is
 * something to type into for whoever has no mouse. */
#include "assert-accessible.h"
#include "desk-fixture.h"
#include "goods.h"
#include "ledger-lots.h"
#include "ui-test.h"
#include "vouch-attachment-work.h"
#include "vouch-block-dialog.h"
#include "vouch-certificate-dialog.h"
#include "vouch-compare-dialog.h"
#include "vouch-correct-dialog.h"
#include "vouch-declare-dialog.h"
#include "vouch-dispose-dialog.h"
#include "vouch-first-run-page.h"
#include "vouch-first-start.h"
#include "vouch-help-window.h"
#include "vouch-leave-dialog.h"
#include "vouch-lot-dialog.h"
#include "vouch-photo-dialog.h"
#include "vouch-record-dialog.h"
#include "vouch-scanner-dialog.h"

static void
walk_dialog (gpointer dialog)
{
  gtk_window_present (GTK_WINDOW (dialog));
  assert_accessible (GTK_WINDOW (dialog));
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_test_settle ();
}

static void
test_decision (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (VouchLotFile) file = goods_load (&fixture->base, goods_tea_rejected (&fixture->base));

  walk_dialog (vouch_dispose_dialog_new (GTK_WINDOW (fixture->window), file));
}

static void
test_hold_and_recall (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (VouchLotFile) file = goods_load (&fixture->base, goods_tea_released (&fixture->base));

  walk_dialog (vouch_block_dialog_new (GTK_WINDOW (fixture->window), file, FALSE));
  walk_dialog (vouch_block_dialog_new (GTK_WINDOW (fixture->window), file, TRUE));
}

static void
test_correction (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (VouchLotFile) file = goods_load (&fixture->base, goods_tea_counted (&fixture->base));

  walk_dialog (vouch_correct_dialog_new (GTK_WINDOW (fixture->window), fixture->desk, file));
}

static void
test_certificate (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (VouchLotFile) file = goods_load (&fixture->base, goods_tea_counted (&fixture->base));

  walk_dialog (vouch_certificate_dialog_new (GTK_WINDOW (fixture->window), fixture->desk, file->lot));
}

static void
test_a_record (DeskFixture *fixture, gconstpointer data)
{
  VouchRecordDialog *dialog = vouch_record_dialog_new (GTK_WINDOW (fixture->window), fixture->desk);
  g_autofree char *path = NULL;

  goods_tea_released (&fixture->base);
  path = goods_write_publication (&fixture->base, "lot.json");
  gtk_window_present (GTK_WINDOW (dialog));
  vouch_record_dialog_take_record (dialog, path);
  desk_fixture_wait_for_text (GTK_WIDGET (dialog), "Signed as it stands");
  walk_dialog (dialog);
}

static gpointer
read_strip (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_quality_strip_load (conn, *(gint64 *)data, error);
}

static void
test_a_declaration (DeskFixture *fixture, gconstpointer data)
{
  gint64 lot_id = goods_tea_released (&fixture->base);
  g_autoptr (VouchActor) inspector = station_fixture_dup_actor (&fixture->base, INSPECTOR);
  g_autoptr (VouchQualityStrip) strip = NULL;
  g_autoptr (GError) error = NULL;
  LedgerLots lots;

  ledger_lots_init (&lots, fixture->base.station, inspector, lot_id);
  ledger_lots_take_many (&lots, 3, 0, TRUE);
  strip = vouch_station_read (fixture->base.station, read_strip, &lots.level_id, &error);
  g_assert_no_error (error);
  walk_dialog (vouch_declare_dialog_new (GTK_WINDOW (fixture->window), strip, TRUE));
  walk_dialog (vouch_declare_dialog_new (GTK_WINDOW (fixture->window), strip, FALSE));
}

static void
test_a_lot_to_look_at (DeskFixture *fixture, gconstpointer data)
{
  gint64 lot_id = goods_tea_rejected (&fixture->base);

  walk_dialog (vouch_lot_dialog_new (GTK_WINDOW (fixture->window), fixture->desk, lot_id));
}

static void
test_leaving_a_kiosk (DeskFixture *fixture, gconstpointer data)
{
  walk_dialog (vouch_leave_dialog_new (GTK_WINDOW (fixture->window)));
}

static void
test_earlier_lots (DeskFixture *fixture, gconstpointer data)
{
  gint64 lot_id = goods_tea_rejected (&fixture->base);

  walk_dialog (vouch_compare_dialog_new (GTK_WINDOW (fixture->window), fixture->desk, lot_id));
}

/* A PNG of 24 × 16 pixels, kept with the lot. */
static void
attach_photo (DeskFixture *fixture, gint64 lot_id)
{
  static const char png[] =
      "iVBORw0KGgoAAAANSUhEUgAAABgAAAAQCAIAAACDRijCAAAAIUlEQVR42mM4oSFCEMkRgRhGDRrhBu0jiOSIQKMGjWiDAH"
      "ivhhAD3v9UAAAAAElFTkSuQmCC";
  gsize length;
  guint8 *bytes = g_base64_decode (png, &length);
  g_autoptr (GBytes) picture = g_bytes_new_take (bytes, length);
  VouchAttachRequest request = { .subject = (char *)"lot", .subject_id = lot_id, .picture = picture };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchAttached) attached = goods_run (&fixture->base, &vouch_attachment_add, INSPECTOR, &request, &error);

  g_assert_no_error (error);
}

static void
test_photos (DeskFixture *fixture, gconstpointer data)
{
  gint64 lot_id = goods_tea_rejected (&fixture->base);
  g_autoptr (VouchLotFile) file = NULL;

  attach_photo (fixture, lot_id);
  file = goods_load (&fixture->base, lot_id);
  walk_dialog (vouch_photo_dialog_new (GTK_WINDOW (fixture->window), fixture->desk, file));
}

static GtkWindow *
find_help (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (VOUCH_IS_HELP_WINDOW (window))
        return window;
    }
  return NULL;
}

static void
test_help (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (VouchDeskState) state = ui_test_state (VOUCH_STAGE_CHECK);

  vouch_desk_state_add_answer (state, VOUCH_COMMAND_PASS, 0, "Pass");
  state->wants_help = TRUE;
  vouch_help_window_follow (GTK_WINDOW (fixture->window), state);
  assert_accessible (find_help ());
  state->wants_help = FALSE;
  vouch_help_window_follow (GTK_WINDOW (fixture->window), state);
}

static void
test_check_of_a_scanner (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (VouchDeskState) state = ui_test_state (VOUCH_STAGE_CHECK);
  VouchScannerStep *step;

  state->checks_scanner = TRUE;
  vouch_scanner_dialog_follow (GTK_WINDOW (fixture->window), state, NULL);
  step = vouch_scanner_dialog_find_step (GTK_WINDOW (fixture->window));
  assert_accessible (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (step))));
  state->checks_scanner = FALSE;
  vouch_scanner_dialog_follow (GTK_WINDOW (fixture->window), state, NULL);
  g_assert_null (vouch_scanner_dialog_find_step (GTK_WINDOW (fixture->window)));
}

static void
type (GtkWidget *page, const char *title, const char *text)
{
  GtkWidget *row = gtk_widget_get_ancestor (ui_test_find_text (page, title), ADW_TYPE_ENTRY_ROW);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
walk_step (DeskFixture *fixture, GtkWidget *page, const char *heading)
{
  desk_fixture_wait_for_text (page, heading);
  g_assert_cmpuint (assert_accessible (GTK_WINDOW (fixture->window)), >, 2);
}

static void
test_first_run (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *path = vouch_first_start_dup_code_path (vouch_station_get_directory (fixture->base.station));
  GtkWidget *page = ui_test_find (GTK_WIDGET (fixture->window), VOUCH_TYPE_FIRST_RUN_PAGE);
  g_autofree char *code = NULL;

  walk_step (fixture, page, "Step 1 of 3");
  g_file_get_contents (path, &code, NULL, NULL);
  type (page, "One-time code", g_strstrip (code));
  type (page, "Badge: scan or type", "VB9001");
  type (page, "Name", "Wang Fang");
  type (page, "PIN, at least four digits", "481516");
  gtk_widget_activate_action (page, "first-run.next", NULL);
  walk_step (fixture, page, "Step 2 of 3");
  gtk_widget_activate_action (page, "first-run.next", NULL);
  walk_step (fixture, page, "Step 3 of 3");
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(path, func)                                                                                                \
  g_test_add ("/accessible-dialogs/" path, DeskFixture, NULL, desk_fixture_set_up, func, desk_fixture_tear_down)
  ADD ("decision", test_decision);
  ADD ("hold-and-recall", test_hold_and_recall);
  ADD ("correction", test_correction);
  ADD ("certificate", test_certificate);
  ADD ("a-record", test_a_record);
  ADD ("declaration", test_a_declaration);
  ADD ("leaving-a-kiosk", test_leaving_a_kiosk);
  ADD ("a-lot-to-look-at", test_a_lot_to_look_at);
  ADD ("earlier-lots", test_earlier_lots);
  ADD ("photos", test_photos);
  ADD ("help", test_help);
  ADD ("check-of-a-scanner", test_check_of_a_scanner);
  g_test_add ("/accessible-dialogs/first-run", DeskFixture, NULL, desk_fixture_set_up_empty, test_first_run,
              desk_fixture_tear_down);
  return g_test_run ();
}
