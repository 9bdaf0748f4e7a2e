/* Bad input at the window: scans, keys, numbers and texts that nobody should be hurt by, as tables. */
#include "goods.h"
#include "ui-test.h"
#include "vouch-action-bar.h"
#include "vouch-dispose-dialog.h"
#include "vouch-error.h"
#include "vouch-repeat-guard.h"
#include "vouch-scan-catcher.h"
#include "vouch-text.h"
#include "vouch-window.h"

#define TEA "09520001000010"
#define KEY_AS_CODE 0x0e /* stands for F12, which accepts */

typedef struct
{
  StationFixture base;
  VouchDesk *desk;
  VouchScanCatcher *catcher;
  VouchWindow *window;
  guint32 time_ms;
  guint n_leaked; /* keys of scans that a widget would have got and that act */
} Fixture;

static void
scanned_cb (Fixture *fixture, const VouchScan *scan)
{
  vouch_window_scan (fixture->window, scan);
}

static void
refused_cb (Fixture *fixture, const char *message)
{
  vouch_window_refuse_scan (fixture->window, message);
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
  VouchSessionSettings settings = VOUCH_SESSION_SETTINGS_DEFAULT;

  station_fixture_set_up (&fixture->base, data);
  wedge.mix_ms = 8;
  wedge.needs_suffix = TRUE;
  settings.look_ms = 50;
  fixture->catcher = vouch_scan_catcher_new (&wedge, fixture->base.clock);
  g_signal_connect_swapped (fixture->catcher, "scanned", G_CALLBACK (scanned_cb), fixture);
  g_signal_connect_swapped (fixture->catcher, "refused", G_CALLBACK (refused_cb), fixture);
  g_signal_connect_swapped (fixture->catcher, "begun", G_CALLBACK (begun_cb), fixture);
  fixture->desk = vouch_desk_new (fixture->base.station, &settings);
  fixture->window = g_object_new (VOUCH_TYPE_WINDOW, NULL);
  vouch_window_set_desk (fixture->window, fixture->base.station, fixture->desk);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_test_settle ();
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

/* The first label in sight that has a text in it. */
static GtkWidget *
find_part (GtkWidget *widget, const char *text)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_part (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
wait_for_part (Fixture *fixture, const char *text)
{
  while (find_part (GTK_WIDGET (fixture->window), text) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for_stage (Fixture *fixture, VouchStage stage)
{
  for (;;)
    {
      g_autoptr (VouchDeskState) state = vouch_desk_get_state (fixture->desk);

      if (state->stage == stage)
        return;
      g_main_context_iteration (NULL, TRUE);
    }
}

/* What the keys of a code are on the wire: control characters come as Ctrl with a letter, as Code 128 sends them. */
static guint
keyval_of (char character, guint *state)
{
  *state = 0;
  switch (character)
    {
    case '\r':
      return GDK_KEY_Return;
    case '\n':
      return GDK_KEY_Linefeed;
    case '\t':
      return GDK_KEY_Tab;
    case 0x1b:
      return GDK_KEY_Escape;
    case KEY_AS_CODE:
      return GDK_KEY_F12;
    default:
      break;
    }
  if (character > 0 && character < ' ')
    {
      *state = GDK_CONTROL_MASK;
      return character == 0x1d ? GDK_KEY_bracketright : (guint)character + 'a' - 1;
    }
  return gdk_unicode_to_keyval ((guchar)character);
}

/* As a scanner types, a millisecond a key. */
static void
type_code (Fixture *fixture, const char *keys)
{
  fixture->time_ms += 1000;
  vouch_clock_advance (fixture->base.clock, 5 * G_USEC_PER_SEC);
  for (const char *at = keys; *at != '\0'; at++)
    {
      guint state, keyval = keyval_of (*at, &state);
      GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
      gboolean acts = state != 0 || gdk_keyval_to_unicode (keyval) == 0 || keyval == GDK_KEY_Return ||
                      keyval == GDK_KEY_Tab || keyval == GDK_KEY_Escape;

      fixture->time_ms++;
      if (!vouch_scan_catcher_feed (fixture->catcher, focus, keyval, state, fixture->time_ms) && acts)
        fixture->n_leaked++;
    }
}

/* One more act of the desk's, whatever it comes to. */
static void
scan (Fixture *fixture, const char *code)
{
  g_autoptr (VouchDeskState) before = vouch_desk_get_state (fixture->desk);
  g_autofree char *keys = g_strconcat (code, "\r", NULL);
  gboolean acted = FALSE;

  type_code (fixture, keys);
  while (!acted)
    {
      g_autoptr (VouchDeskState) after = NULL;

      g_main_context_iteration (NULL, TRUE);
      after = vouch_desk_get_state (fixture->desk);
      acted = after->act != before->act;
    }
}

static void
go_to_verdict (Fixture *fixture)
{
  g_autofree char *label = station_fixture_dup_label (&fixture->base, TEA, "QH26A01", 510, 200);

  scan (fixture, INSPECTOR);
  scan (fixture, "PO-2026-0001");
  wait_for_stage (fixture, VOUCH_STAGE_GOODS);
  scan (fixture, label);
  wait_for_stage (fixture, VOUCH_STAGE_CHECK);
  for (int i = 0; i < 5; i++)
    scan (fixture, "XCPASS");
  wait_for_stage (fixture, VOUCH_STAGE_VERDICT);
  ui_test_settle ();
}

static void
focus_on_accept (Fixture *fixture)
{
  /* The word stands beside its bar code, too. */
  GtkWidget *bar = ui_test_find (GTK_WIDGET (fixture->window), VOUCH_TYPE_ACTION_BAR);
  GtkWidget *label = ui_test_find_text (bar, "Accept");

  g_assert_nonnull (label);
  gtk_widget_grab_focus (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON));
  g_assert_true (GTK_IS_BUTTON (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
}

static const struct
{
  const char *fact;
  const char *keys;
  const char *said;
} scans[] = {
  { "a control character",
    "LOT\x01"
    "DROP\r",
    "control characters" },
  { "line breaks in a code", "6901\r\n234\r", "Two scanners" },
  { "an escape sequence", "LOT\x1b[31m\r", "control characters" },
  { "a tab in a code", "LOT\tDROP\r", "Two scanners" },
  { "Return with Accept focused", "NOBODY-KNOWS\r", "is no badge, command, delivery" },
  { "a shortcut in a code",
    "AB\x0f"
    "CD\r",
    "control characters" },
  { "the accepting key in a code",
    "AB\x0e"
    "CD\r",
    "control characters" },
  { "a scanner's setup", "DEFALT.\r", "Configuration bar code" },
  { "another make's setup", "@FACDEF\r", "Configuration bar code" },
  { "a code of another's house", "javascript:alert(1)\r", "is no badge, command, delivery" },
  { "markup in a code", "<span size='9999999'>\r", "<span size='9999999'>" },
  { "a format in a code", "%s%n%s%n\r", "%s%n%s%n" },
  { "SQL in a code", "'; DROP TABLE lot;--\r", "'; DROP TABLE lot;--" },
};

/* Nothing is accepted, nothing is recorded, the focus stays, and the person is told. */
static void
test_hostile_scans_change_nothing (Fixture *fixture, gconstpointer data)
{
  GtkWidget *focus;

  go_to_verdict (fixture);
  focus_on_accept (fixture);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  fixture->n_leaked = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (scans); i++)
    {
      g_test_message ("%s", scans[i].fact);
      type_code (fixture, scans[i].keys);
      wait_for_part (fixture, scans[i].said);
      g_assert_cmpuint (fixture->n_leaked, ==, 0);
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == focus);
      g_assert_cmpint (station_fixture_ask (&fixture->base, "SELECT count(*) FROM signature"), ==, 0);
      g_assert_cmpint (station_fixture_ask (&fixture->base, "SELECT count(*) FROM lot WHERE status = 'pending'"), ==,
                       1);
      wait_for_stage (fixture, VOUCH_STAGE_VERDICT);
    }
}

static void
test_a_flood_of_keys_is_one_refusal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) flood = g_string_new (NULL);
  gint64 began, took;

  go_to_verdict (fixture);
  for (int i = 0; i < 4097; i++)
    g_string_append_c (flood, (char)('0' + i % 10));
  g_string_append_c (flood, '\r');
  began = g_get_monotonic_time ();
  type_code (fixture, flood->str);
  took = g_get_monotonic_time () - began;
  wait_for_part (fixture, "far too much");
  g_test_message ("%d µs", (int)took);
  /* A tenth of a second is what a person does not notice. */
  g_assert_cmpint (took, <, 100 * 1000);
}

static void
test_half_a_scan_is_told (Fixture *fixture, gconstpointer data)
{
  go_to_verdict (fixture);
  type_code (fixture, "XCACC");
  wait_for_part (fixture, "The scan broke off");
  wait_for_stage (fixture, VOUCH_STAGE_VERDICT);
}

static void
test_the_same_code_at_once_is_one_read (Fixture *fixture, gconstpointer data)
{
  g_autofree char *label = station_fixture_dup_label (&fixture->base, TEA, "QH26A01", 510, 200);
  g_autoptr (GString) keys = g_string_new (label);

  g_string_append_c (keys, '\r');
  scan (fixture, INSPECTOR);
  scan (fixture, "PO-2026-0001");
  wait_for_stage (fixture, VOUCH_STAGE_GOODS);
  type_code (fixture, keys->str);
  wait_for_stage (fixture, VOUCH_STAGE_CHECK);
  vouch_clock_advance (fixture->base.clock, -4 * G_USEC_PER_SEC);
  type_code (fixture, keys->str);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  wait_for_stage (fixture, VOUCH_STAGE_CHECK);
  g_assert_cmpint (station_fixture_ask (&fixture->base, "SELECT count(*) FROM lot_count"), ==, 1);
}

/* Whatever is no number of pieces; a comma is no decimal point in either language. */
static const char *const numbers[] = {
  "-1", "0", "1e309", "NaN", "inf", "1,5", "1..5", "9999999999999999999", "1.0000001", "0x10", "１２", "٣", "",
};

static void
test_what_is_no_quantity_counts_nothing (Fixture *fixture, gconstpointer data)
{
  scan (fixture, INSPECTOR);
  scan (fixture, "PO-2026-0002");
  wait_for_stage (fixture, VOUCH_STAGE_GOODS);
  scan (fixture, "9520001000089");
  wait_for_stage (fixture, VOUCH_STAGE_ASK_QUANTITY);
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (VouchDeskState) before = vouch_desk_get_state (fixture->desk);
      g_autoptr (VouchDeskState) after = NULL;

      g_test_message ("“%s”", numbers[i]);
      vouch_clock_advance (fixture->base.clock, 5 * G_USEC_PER_SEC);
      vouch_desk_type (fixture->desk, numbers[i]);
      while ((after = vouch_desk_get_state (fixture->desk))->act == before->act)
        {
          g_clear_pointer (&after, vouch_desk_state_unref);
          g_main_context_iteration (NULL, TRUE);
        }
      g_assert_true (after->feedback == VOUCH_FEEDBACK_MISREAD || after->feedback == VOUCH_FEEDBACK_QUESTION);
      g_assert_cmpint (after->stage, ==, VOUCH_STAGE_ASK_QUANTITY);
      g_assert_cmpint (station_fixture_ask (&fixture->base, "SELECT count(*) FROM lot_count"), ==, 0);
    }
}

static gpointer
write_name (VouchConn *conn, gpointer data, GError **error)
{
  g_autoptr (VouchStmt) stmt =
      vouch_conn_prepare (conn, "UPDATE product SET name_en = ?1, name_zh = ?1 WHERE sku = 'TEA-G100'", error);

  vouch_stmt_bind_text (stmt, 1, data);
  return GINT_TO_POINTER (vouch_stmt_run (stmt, error));
}

/* Names as an import may bring them: shown as they are, and the window keeps its shape. */
static void
test_hostile_names_are_only_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) marks = g_string_new ("tea");
  const char *names[] = { "<span size='9999999'>tea</span>", "'; DROP TABLE lot;--", "%s%n%d", "&amp;&<>", NULL, NULL };

  for (int i = 0; i < 1000; i++)
    g_string_append (marks, "\xcc\x81");
  names[4] = marks->str;
  go_to_verdict (fixture);
  for (guint i = 0; names[i] != NULL; i++)
    {
      int least, natural;

      g_test_message ("%.40s", names[i]);
      vouch_db_write (vouch_station_get_db (fixture->base.station), write_name, (gpointer)names[i], NULL);
      scan (fixture, "XCSAVE");
      scan (fixture, "XCHOME");
      scan (fixture, "PO-2026-0001");
      wait_for_part (fixture, names[i]);
      gtk_widget_measure (GTK_WIDGET (fixture->window), GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL, NULL);
      g_assert_cmpint (least, <=, 1024);
      gtk_widget_measure (GTK_WIDGET (fixture->window), GTK_ORIENTATION_VERTICAL, 1280, &least, &natural, NULL, NULL);
      g_assert_cmpint (least, <=, 800);
    }
  g_assert_cmpint (station_fixture_ask (&fixture->base, "SELECT count(*) FROM lot"), ==, 1);
}

/* A key that is held down acts once; what is typed repeats. */
static void
test_a_key_held_down_acts_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VouchRepeatGuard) guard = vouch_repeat_guard_new (GTK_WIDGET (fixture->window));
  static const guint acting[] = { GDK_KEY_F5,       GDK_KEY_F12,    GDK_KEY_Return,
                                  GDK_KEY_KP_Enter, GDK_KEY_KP_Add, GDK_KEY_space };

  for (guint i = 0; i < G_N_ELEMENTS (acting); i++)
    {
      g_assert_false (vouch_repeat_guard_press (guard, acting[i], 20 + i));
      g_assert_true (vouch_repeat_guard_press (guard, acting[i], 20 + i));
      g_assert_true (vouch_repeat_guard_press (guard, acting[i], 20 + i));
      vouch_repeat_guard_release (guard, 20 + i);
      g_assert_false (vouch_repeat_guard_press (guard, acting[i], 20 + i));
    }
  g_assert_false (vouch_repeat_guard_press (guard, GDK_KEY_BackSpace, 60));
  g_assert_false (vouch_repeat_guard_press (guard, GDK_KEY_BackSpace, 60));
}

static void
note_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  VouchDecided *decided = vouch_desk_run_finish (VOUCH_DESK (source), result, &error);
  GPtrArray *answers = data;

  g_assert_no_error (error);
  g_ptr_array_add (answers, decided);
}

/* As a finger that strikes the button twice: one decision, and both strikes get its answer. */
static void
test_signing_twice_signs_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_decided_free);
  gint64 lot_id = goods_tea_rejected (&fixture->base);

  type_code (fixture, QA_LEAD "\r");
  wait_for_stage (fixture, VOUCH_STAGE_PIN);
  vouch_desk_type (fixture->desk, QA_LEAD_PIN);
  wait_for_stage (fixture, VOUCH_STAGE_HOME);
  for (int i = 0; i < 2; i++)
    {
      VouchDisposeRequest *request = vouch_dispose_request_new ();

      request->lot_id = lot_id;
      request->kind = VOUCH_DECISION_KIND_SCRAP;
      request->rejected = PIECES (200);
      request->reason = g_strdup ("damp");
      request->badge = g_strdup (QA_LEAD);
      request->pin = g_strdup (QA_LEAD_PIN);
      vouch_desk_run_async (fixture->desk, &vouch_decide_dispose, request, note_done_cb, answers);
    }
  while (answers->len < 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (((VouchDecided *)g_ptr_array_index (answers, 0))->decision_id, ==,
                   ((VouchDecided *)g_ptr_array_index (answers, 1))->decision_id);
  g_assert_cmpint (station_fixture_ask (&fixture->base, "SELECT count(*) FROM usage_decision"), ==, 1);
}

/* 10 MB from the clipboard. */
static void
test_a_huge_paste_is_cut_and_counted (Fixture *fixture, gconstpointer data)
{
  gint64 lot_id = goods_tea_rejected (&fixture->base);
  g_autoptr (VouchLotFile) file = goods_load (&fixture->base, lot_id);
  VouchDisposeDialog *dialog = vouch_dispose_dialog_new (GTK_WINDOW (fixture->window), file);
  g_autofree char *huge = g_malloc (10 * 1000 * 1000 + 1);
  g_autoptr (VouchDisposeRequest) request = NULL;
  int position = 0;
  GtkWidget *row;

  for (gsize i = 0; i < 10 * 1000 * 1000; i += 4)
    memcpy (huge + i, "\xe8\x8c\xb6.", 4);
  huge[10 * 1000 * 1000] = '\0';
  gtk_window_present (GTK_WINDOW (dialog));
  ui_test_settle ();
  row = gtk_widget_get_ancestor (ui_test_find_text (GTK_WIDGET (dialog), "Reason"), ADW_TYPE_ENTRY_ROW);
  gtk_editable_insert_text (gtk_editable_get_delegate (GTK_EDITABLE (row)), huge, -1, &position);
  request = vouch_dispose_dialog_dup_request (dialog);
  g_assert_cmpuint (strlen (request->reason), <=, VOUCH_TEXT_NOTE_MAX);
  g_assert_cmpuint (strlen (request->reason), >, VOUCH_TEXT_NOTE_MAX - 4);
  g_assert_true (g_utf8_validate (request->reason, -1, NULL));
  ui_test_settle ();
  g_assert_nonnull (find_part (GTK_WIDGET (dialog), "of 8192 bytes"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Found while nobody does anything; the application then closes the desk. */
static void
test_a_file_that_goes_away_is_noticed_at_rest (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->base.directory, "station.db", NULL);
  g_autofree char *aside = g_strconcat (path, ".aside", NULL);
  gboolean lost = FALSE;

  g_signal_connect_swapped (fixture->window, "lost", G_CALLBACK (ui_test_stop_cb), &lost);
  g_assert_cmpint (rename (path, aside), ==, 0);
  ui_test_wait (&lost);
  g_assert_cmpint (rename (aside, path), ==, 0);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/hostile/scans-change-nothing", test_hostile_scans_change_nothing);
  ADD ("/hostile/a-flood-of-keys-is-one-refusal", test_a_flood_of_keys_is_one_refusal);
  ADD ("/hostile/half-a-scan-is-told", test_half_a_scan_is_told);
  ADD ("/hostile/the-same-code-at-once-is-one-read", test_the_same_code_at_once_is_one_read);
  ADD ("/hostile/what-is-no-quantity-counts-nothing", test_what_is_no_quantity_counts_nothing);
  ADD ("/hostile/names-are-only-text", test_hostile_names_are_only_text);
  ADD ("/hostile/a-key-held-down-acts-once", test_a_key_held_down_acts_once);
  ADD ("/hostile/signing-twice-signs-once", test_signing_twice_signs_once);
  ADD ("/hostile/a-huge-paste-is-cut-and-counted", test_a_huge_paste_is_cut_and_counted);
  ADD ("/hostile/a-file-that-goes-away-is-noticed-at-rest", test_a_file_that_goes_away_is_noticed_at_rest);
  return g_test_run ();
}
