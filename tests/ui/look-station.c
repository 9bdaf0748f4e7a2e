#include "look-station.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "customer-cases.h"
#include "ledger-lots.h"
#include "recording-printer.h"
#include "ui-test.h"
#include "vouch-camera-view.h"
#include "vouch-case-pane.h"
#include "vouch-config.h"
#include "vouch-label-pane.h"
#include "vouch-label-work.h"
#include "vouch-lot-pane.h"
#include "vouch-policy-work.h"
#include "vouch-printer-settings.h"
#include "vouch-result-panel.h"
#include "vouch-review-page.h"
#include "vouch-service-page.h"
#include "vouch-settings-page.h"
#include "vouch-sheet-settings.h"
#include "vouch-station-settings.h"
#include "vouch-symbol.h"
#include "vouch-user-work.h"

#define INSPECTOR "VB1002"
#define OTHER_INSPECTOR "VB1003"
#define ADMINISTRATOR "VB1001"
#define ADMINISTRATOR_PIN "481516"
#define QA_LEAD "VB1004"
#define QA_LEAD_PIN "271828"
#define TEA_LABEL                                                                                                      \
  "]C101095200010000101728041510QH26A01\x1d"                                                                           \
  "30200"
/* So long that a good result stays until it has been looked at. */
#define LONG_SECONDS 60
#define MOST_CHECKS 60
#define NO_CAMERA "/nonexistent/video"

static void
scene_free (gpointer data)
{
  LookScene *scene = data;

  vouch_desk_state_unref (scene->state);
  g_free (scene->needle);
  g_free (scene);
}

static guint
get_act (LookStation *self)
{
  g_autoptr (VouchDeskState) state = vouch_desk_get_state (self->desk);

  return state->act;
}

/* The answers come from the desk's thread; the test's own time limit ends a wait for nothing. */
static void
wait_for_act (LookStation *self, guint before)
{
  while (get_act (self) == before)
    g_main_context_iteration (NULL, TRUE);
}

static void
scan (LookStation *self, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchScan) scanned = NULL;
  guint before = get_act (self);

  /* Time passes between two scans. */
  vouch_clock_advance (self->base.clock, 5 * G_USEC_PER_SEC);
  scanned = vouch_scan_new (text, -1, VOUCH_SCAN_WEDGE, vouch_clock_now (self->base.clock), &error);
  g_assert_no_error (error);
  vouch_desk_scan (self->desk, scanned);
  wait_for_act (self, before);
}

static void
command (LookStation *self, VouchCommand what, int argument)
{
  guint before = get_act (self);

  vouch_clock_advance (self->base.clock, 5 * G_USEC_PER_SEC);
  vouch_desk_command (self->desk, what, argument);
  wait_for_act (self, before);
}

static void
press (LookStation *self, const char *digits)
{
  for (const char *digit = digits; *digit != '\0'; digit++)
    command (self, VOUCH_COMMAND_DIGIT, *digit - '0');
}

static void
enter (LookStation *self, const char *digits)
{
  press (self, digits);
  command (self, VOUCH_COMMAND_ENTER, 0);
}

static LookScene *
add_scene (LookStation *self, const char *name, const char *page)
{
  LookScene *scene = g_new0 (LookScene, 1);

  scene->name = name;
  scene->page = page;
  scene->state = vouch_desk_get_state (self->desk);
  g_ptr_array_add (self->scenes, scene);
  return scene;
}

/* What stays when a good result has gone. */
static LookScene *
add_rest (LookStation *self, const char *name, const char *page)
{
  LookScene *scene = add_scene (self, name, page);

  scene->is_over = TRUE;
  return scene;
}

static void
policy_set_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = vouch_desk_run_finish (VOUCH_DESK (source), result, &error);

  g_assert_no_error (error);
  *(gboolean *)data = TRUE;
}

static void
set_policy (LookStation *self, const char *name, const char *value)
{
  VouchPolicyRequest *request = vouch_policy_request_new ();
  gboolean is_set = FALSE;

  request->name = g_strdup (name);
  request->value = g_strdup (value);
  vouch_desk_run_async (self->desk, &vouch_policy_change, request, policy_set_cb, &is_set);
  ui_test_wait (&is_set);
}

static void
sign_in_with_pin (LookStation *self, const char *badge, const char *pin)
{
  scan (self, badge);
  enter (self, pin);
}

static void
go_to_delivery (LookStation *self, const char *number)
{
  command (self, VOUCH_COMMAND_HOME, 0);
  scan (self, number);
}

static void
begin (LookStation *self)
{
  add_scene (self, "sign-in", "sign-in");
  add_scene (self, "bar-codes", "samples")->needle = g_strdup ("Li Wei");
  scan (self, QA_LEAD);
  press (self, "271");
  add_scene (self, "pin", "sign-in");
  command (self, VOUCH_COMMAND_BACK, 0);
  sign_in_with_pin (self, ADMINISTRATOR, ADMINISTRATOR_PIN);
  set_policy (self, "host", "q.example.cn");
  command (self, VOUCH_COMMAND_LOG_OUT, 0);
}

static void
receive (LookStation *self)
{
  scan (self, INSPECTOR);
  add_scene (self, "welcome", "queue")->needle = g_strdup ("PO-2026-000");
  add_rest (self, "receive", "receive")->needle = g_strdup ("PO-2026-000");
  add_rest (self, "nothing-to-inspect", "inspect");
  scan (self, "XCCAM");
  add_rest (self, "no-camera", "receive")->needle = g_strdup (NO_CAMERA);
  scan (self, "XCCAM");
  scan (self, "NOBODY-KNOWS-THIS");
  add_scene (self, "misread", "queue");
  scan (self, "SF1234567890123");
  add_scene (self, "waybill", "queue");
  command (self, VOUCH_COMMAND_NO, 0);
  scan (self, "PO-2026-0002");
  add_rest (self, "delivery", "receive")->needle = g_strdup ("IBU-24");
  scan (self, "9520001999994");
  add_scene (self, "unknown-goods", "receive");
  command (self, VOUCH_COMMAND_OK, 0);
  add_scene (self, "set-apart", "receive");
  scan (self, "]C1010952000100008910A");
  scan (self, "]C110B");
  add_scene (self, "codes-disagree", "receive");
  command (self, VOUCH_COMMAND_NO, 0);
  command (self, VOUCH_COMMAND_BACK, 0);
  scan (self, "9520001000089");
  press (self, "118");
  add_scene (self, "quantity", "receive");
  command (self, VOUCH_COMMAND_ENTER, 0);
  add_rest (self, "short", "receive");
}

static void
inspect_water (LookStation *self)
{
  go_to_delivery (self, "PO-2026-0003");
  scan (self, "]C101095200010000271727100110YT26B07\x1d"
              "30480");
  add_rest (self, "first-check", "inspect");
  command (self, VOUCH_COMMAND_PASS, 0);
  add_rest (self, "measure", "inspect");
  press (self, "551");
  add_scene (self, "typed", "inspect");
  command (self, VOUCH_COMMAND_SAVE, 0);
}

static void
fail_tea (LookStation *self)
{
  go_to_delivery (self, "PO-2026-0001");
  scan (self, TEA_LABEL);
  command (self, VOUCH_COMMAND_PASS, 0);
  add_scene (self, "pass", "inspect");
  command (self, VOUCH_COMMAND_UNDO, 0);
  command (self, VOUCH_COMMAND_PASS, 0);
  command (self, VOUCH_COMMAND_UNDO, 0);
  self->lot_id = add_rest (self, "check", "inspect")->state->lot_id;
  add_rest (self, "which-code", "inspect")->asks_code = TRUE;
  self->lot = g_strdup (((LookScene *)g_ptr_array_index (self->scenes, self->scenes->len - 1))->state->lot);
  command (self, VOUCH_COMMAND_FAIL, 0);
  add_scene (self, "defect", "inspect");
  command (self, VOUCH_COMMAND_DEFECT, 15);
  add_scene (self, "verdict", "inspect");
  command (self, VOUCH_COMMAND_REJECT, 0);
  add_scene (self, "sign", "inspect");
  scan (self, INSPECTOR);
  add_scene (self, "rejected", "inspect");
}

/* A double plan whose first sample decides nothing, and a plan for each class of defects. */
static void
inspect_medicines (LookStation *self)
{
  go_to_delivery (self, "PO-2026-0004");
  scan (self, "]d2010952000100006517271227"
              "10VC2610\x1d"
              "30400");
  command (self, VOUCH_COMMAND_FAIL, 0);
  command (self, VOUCH_COMMAND_DEFECT, 8);
  add_scene (self, "double", "inspect");
  for (guint i = 0; i < MOST_CHECKS; i++)
    {
      g_autoptr (VouchDeskState) state = vouch_desk_get_state (self->desk);

      if (state->stage == VOUCH_STAGE_NEXT_SAMPLE)
        break;
      command (self, VOUCH_COMMAND_MULTIPLY, 50);
      command (self, VOUCH_COMMAND_PASS, 0);
    }
  add_scene (self, "next-sample", "inspect");
  command (self, VOUCH_COMMAND_NEXT, 0);
  add_scene (self, "second-sample", "inspect");
  command (self, VOUCH_COMMAND_HOLD, 0);
  command (self, VOUCH_COMMAND_SAVE, 0);
  go_to_delivery (self, "PO-2026-0004");
  scan (self, "]d2010952000100007217271227"
              "10IO2609\x1d"
              "30240");
  command (self, VOUCH_COMMAND_FAIL, 0);
  command (self, VOUCH_COMMAND_DEFECT, 11);
  add_scene (self, "classes", "inspect");
  command (self, VOUCH_COMMAND_SAVE, 0);
}

static void
accept_chargers (LookStation *self)
{
  go_to_delivery (self, "PO-2026-0002");
  scan (self, "9520001000089");
  enter (self, "2");
  for (guint i = 0; i < MOST_CHECKS; i++)
    {
      g_autoptr (VouchDeskState) state = vouch_desk_get_state (self->desk);

      if (state->stage == VOUCH_STAGE_SECOND)
        scan (self, OTHER_INSPECTOR);
      else if (state->stage != VOUCH_STAGE_CHECK)
        break;
      else if (state->is_measurement)
        enter (self, "5");
      else
        command (self, VOUCH_COMMAND_PASS, 0);
    }
  self->measured_id = add_scene (self, "meets-plan", "inspect")->state->lot_id;
  command (self, VOUCH_COMMAND_ACCEPT, 0);
  scan (self, INSPECTOR);
  add_scene (self, "accepted", "inspect");
  command (self, VOUCH_COMMAND_PRINT, 0);
  add_scene (self, "scan-back", "inspect");
  command (self, VOUCH_COMMAND_LOG_OUT, 0);
}

static VouchActor *
sign_in (LookStation *self, const char *badge, const char *pin)
{
  g_autoptr (GError) error = NULL;
  VouchActor *actor = vouch_sign_in (self->base.station, badge, pin, NULL, &error);

  g_assert_no_error (error);
  return actor;
}

/* Months of deliveries of the tea that was rejected: a history of its major defects, a supplier whose minor defects
 * were too many, and a ledger that somebody wrote into. */
static void
remember (LookStation *self)
{
  g_autoptr (VouchActor) inspector = sign_in (self, INSPECTOR, NULL);
  g_autoptr (VouchActor) qa_lead = sign_in (self, QA_LEAD, QA_LEAD_PIN);
  LedgerLots lots;

  ledger_lots_init (&lots, self->base.station, inspector, self->lot_id);
  lots.rule.scope = VOUCH_DEFECT_SCOPE_MAJOR;
  ledger_lots_tell_story (&lots, qa_lead);
  lots.rule.scope = VOUCH_DEFECT_SCOPE_MINOR;
  lots.rule.aql = (char *)"4.0";
  ledger_lots_take_many (&lots, 7, 20, FALSE);
  lots.rule.scope = VOUCH_DEFECT_SCOPE_CRITICAL;
  lots.rule.aql = (char *)"0.25";
  ledger_lots_take_many (&lots, 4, 0, TRUE);
  ledger_lots_take (&lots, &(LedgerLot){ .nonconforming = 999, .accepted = TRUE });
}

/* Three customers: one who waits too long, one who has just written, and one who was answered. */
static void
report (LookStation *self)
{
  const gint64 hour = G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC;
  gint64 now = vouch_clock_now (self->base.clock);
  const CustomerCase cases[] = {
    { 1, self->lot, NULL, "quality", "It tastes of soap. The seal was whole, and I bought it on Monday.",
      now - 51 * hour, now - 3 * hour, "li@example.cn", NULL },
    { 2, NULL, NULL, "fake", "瓶盖的颜色和上次买的不一样，二维码也扫不出来。", now - hour, now + 47 * hour, NULL,
      NULL },
    { 3, self->lot, NULL, "damaged", "The tin was dented.", now - 30 * hour, now + 18 * hour, NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    customer_cases_add (self->base.station, &cases[i]);
}

/* An office printer with a sheet in it that others have used. */
static void
put_sheet_in (void)
{
  g_autoptr (GSettings) settings = vouch_station_settings_new ();
  g_autoptr (VouchSheetStock) stock = vouch_sheet_settings_find (settings, "L7161", NULL);
  g_autoptr (VouchPrinterProfile) office = vouch_printer_profile_new_pdf ();
  g_autoptr (GError) error = NULL;

  g_free (office->name);
  office->name = g_strdup ("Office");
  vouch_printer_profile_put_sheet (office, stock);
  if (!vouch_printer_settings_store (settings, office, NULL, &error) ||
      !vouch_printer_settings_set_default (settings, VOUCH_PRINTER_USE_LOT, office->name, &error) ||
      !vouch_sheet_settings_set_position (settings, office->name, stock, 8, &error))
    g_error ("%s", error->message);
}

/* A label printer that has no labels left when one for the chargers comes. */
static void
stop_a_job (LookStation *self)
{
  g_autoptr (RecordingPrinter) printer = recording_printer_new (VOUCH_PRINTER_LANGUAGE_ZPL);
  g_autoptr (VouchPrinterProfile) profile = recording_printer_create_profile (printer);
  g_autoptr (VouchActor) inspector = sign_in (self, INSPECTOR, NULL);
  VouchLabelOrder order = { .purpose = VOUCH_PRINT_PURPOSE_LOT, .lot_id = self->measured_id, .printer = profile };
  g_autoptr (VouchPrintJob) job = NULL;

  profile->width_um = 60000;
  profile->height_um = 40000;
  recording_printer_run_out_after (printer, 0);
  job = vouch_label_print (self->base.station, inspector, &order, NULL, NULL);
  g_assert_null (job);
}

static void
review (LookStation *self)
{
  static const struct
  {
    const char *name;
    const char *section;
    const char *needle;
  } sections[] = { { "settings", "station", NULL },
                   { "printers", "printers", NULL },
                   { "label-templates", "templates", "unit-60x40" },
                   { "rules", "policies", "q.example.cn" },
                   { "plans", "plans", "CHG-USBC20" },
                   { "people", "people", INSPECTOR },
                   { "lookup-service", "lookup", NULL },
                   { "code-keys", "keys", "1" },
                   { "problem-scans", "problems", NULL },
                   { "code-patterns", "patterns", "SF#{13}" },
                   { "scan-history", "history", "PO-2026-000" } };

  LookScene *scene;

  remember (self);
  report (self);
  put_sheet_in ();
  stop_a_job (self);
  sign_in_with_pin (self, QA_LEAD, QA_LEAD_PIN);
  add_rest (self, "queue", "queue")->needle = g_strdup ("PO-2026-000");
  add_rest (self, "review", "review")->needle = g_strdup (self->lot);
  scene = add_rest (self, "lot", "review");
  scene->needle = g_strdup ("QH26A01");
  scene->lot_id = self->lot_id;
  scene = add_rest (self, "measured", "review");
  scene->needle = g_strdup (g_dgettext ("vouch", "Deviation s"));
  scene->lot_id = self->measured_id;
  scene = add_rest (self, "severity", "review");
  scene->section = "severity";
  scene->needle = g_strdup ("AQL 0.25");
  /* Of whichever lots came last. */
  add_rest (self, "search", "search")->needle = g_strndup (self->lot, strlen ("L261122"));
  add_rest (self, "labels", "labels");
  scene = add_rest (self, "sheet", "labels");
  scene->section = "sheet";
  scene->needle = g_strdup ("L7161");
  scene->lot_id = self->lot_id;
  scene = add_rest (self, "stopped-job", "labels");
  scene->needle = g_strdup ("USB-C");
  scene->lot_id = self->measured_id;
  add_rest (self, "packing", "packing");
  add_rest (self, "service", "service")->needle = g_strdup ("C-0000000000001");
  scene = add_rest (self, "case", "service");
  scene->section = "case";
  scene->needle = g_strdup ("li@example.cn");
  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      scene = add_rest (self, sections[i].name, "settings");
      scene->section = sections[i].section;
      scene->needle = g_strdup (sections[i].needle);
    }
}

static void
open_sample (LookStation *self)
{
  VouchSessionSettings settings = VOUCH_SESSION_SETTINGS_DEFAULT;

  opened_station_open (&self->base, TRUE);
  self->desk = vouch_desk_new (self->base.station, &settings);
}

static void
open_window (LookStation *self)
{
  self->window = g_object_new (VOUCH_TYPE_WINDOW, "decorated", FALSE, NULL);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 640, 480);
  vouch_window_set_desk (self->window, self->base.station, self->desk);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/app/vouch/Station/icons");
  look_window_open (&self->wearing, GTK_WINDOW (self->window));
  g_settings_set_string (self->wearing.settings, "camera-device", NO_CAMERA);
  vouch_window_set_settings (self->window, self->wearing.settings);
}

void
look_station_use_language (void)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, VOUCH_BUILD_ROOT "/po");
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* Opens a station, and works a day at it. */
void
look_station_open (LookStation *self)
{
  self->scenes = g_ptr_array_new_with_free_func (scene_free);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  open_sample (self);
  begin (self);
  receive (self);
  inspect_water (self);
  fail_tea (self);
  inspect_medicines (self);
  accept_chargers (self);
  review (self);
  open_window (self);
}

void
look_station_close (LookStation *self)
{
  vouch_window_set_desk (self->window, NULL, NULL);
  vouch_desk_close (self->desk);
  gtk_window_destroy (GTK_WINDOW (self->window));
  ui_test_settle ();
  g_object_unref (self->desk);
  g_ptr_array_unref (self->scenes);
  look_window_close (&self->wearing);
  opened_station_close (&self->base);
  g_free (self->lot);
}

/* As the station's settings have it. */
void
look_station_wear (LookStation *self, const Look *look)
{
  look_window_wear (&self->wearing, look);
}

static gboolean
says (GtkWidget *widget, const char *needle)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), needle) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, needle))
      return TRUE;
  return FALSE;
}

/* A side that has nothing cannot be chosen before it has been read. */
static void
choose_side (GtkWidget *window, const char *name)
{
  GtkStack *sides = GTK_STACK (ui_test_find (ui_test_find (window, VOUCH_TYPE_REVIEW_PAGE), GTK_TYPE_STACK));

  while (!gtk_widget_get_visible (gtk_stack_get_child_by_name (sides, name)))
    g_main_context_iteration (NULL, TRUE);
  gtk_stack_set_visible_child_name (sides, name);
}

/* Of the settings, or of the Review page, which is on its lots otherwise. */
static void
show_section (LookStation *self, const LookScene *scene)
{
  GtkWidget *window = GTK_WIDGET (self->window);

  if (g_str_equal (scene->page, "labels") && scene->lot_id != 0)
    vouch_label_pane_show (VOUCH_LABEL_PANE (ui_test_find (window, VOUCH_TYPE_LABEL_PANE)), scene->lot_id, 0,
                           scene->lot_id == self->lot_id ? VOUCH_PRINT_PURPOSE_REJECT : VOUCH_PRINT_PURPOSE_LOT);
  else if (g_str_equal (scene->page, "review"))
    choose_side (window, scene->section != NULL ? scene->section : "lots");
  else if (scene->section != NULL && g_str_equal (scene->page, "settings"))
    vouch_settings_page_show_section (VOUCH_SETTINGS_PAGE (ui_test_find (window, VOUCH_TYPE_SETTINGS_PAGE)),
                                      scene->section);
}

static void
add_code (GPtrArray *symbols, const char *symbology, const char *aim, const char *text, int left, int top)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  VouchSymbol *symbol = vouch_symbol_new (symbology, aim, bytes);
  const int corners[4][2] = { { left, top }, { left + 240, top }, { left + 240, top + 80 }, { left, top + 80 } };

  memcpy (symbol->corners, corners, sizeof corners);
  g_ptr_array_add (symbols, symbol);
}

/* A picture with the codes of a label, and one that is hard to read. */
static void
ask_which_code (VouchCameraView *view)
{
  g_autoptr (GPtrArray) symbols = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_symbol_free);
  g_autofree guint8 *pixels = g_malloc (640 * 360 * 3);
  g_autoptr (GBytes) picture = NULL;

  memset (pixels, 200, 640 * 360 * 3);
  picture = g_bytes_new (pixels, 640 * 360 * 3);
  add_code (symbols, "EAN-13", "]E0", "9520001000010", 40, 30);
  add_code (symbols, "GS1-128", "]C1",
            "1728041510QH26A01\x1d"
            "30200",
            40, 140);
  add_code (symbols, "QR", "]Q1", "https://example.com/a/very/long/address/that/somebody/printed/on/a/carton", 340,
            240);
  ((VouchSymbol *)g_ptr_array_index (symbols, 2))->sure = FALSE;
  vouch_camera_view_show_picture (view, picture, 640, 360, symbols, symbols);
}

/* With its contact, so that the page is as full as it gets. */
static void
open_first_case (GtkWidget *window)
{
  GtkWidget *page = ui_test_find (window, VOUCH_TYPE_SERVICE_PAGE);
  GtkWidget *list = ui_test_find (page, GTK_TYPE_LIST_VIEW);
  GtkWidget *pane = ui_test_find (page, VOUCH_TYPE_CASE_PANE);

  while (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (list, "activate", 0);
  while (vouch_case_pane_get_case (VOUCH_CASE_PANE (pane)) == 0)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_activate_action (ui_test_find (pane, GTK_TYPE_PICTURE), "entrusted.show-contact", NULL);
}

/* Until everything that the page reads is there. */
void
look_station_show (LookStation *self, const LookScene *scene)
{
  GtkWidget *window = GTK_WIDGET (self->window);
  VouchResultPanel *panel = VOUCH_RESULT_PANEL (ui_test_find (window, VOUCH_TYPE_RESULT_PANEL));
  VouchCameraView *view = VOUCH_CAMERA_VIEW (ui_test_find (window, VOUCH_TYPE_CAMERA_VIEW));

  vouch_camera_view_dismiss (view);
  vouch_result_panel_set_seconds (panel, scene->is_over ? 0 : LONG_SECONDS);
  /* The same act is not shown twice. */
  vouch_window_show_state (self->window, ((LookScene *)g_ptr_array_index (self->scenes, 0))->state);
  vouch_window_show_state (self->window, scene->state);
  while (scene->is_over && vouch_result_panel_get_feedback (panel) == VOUCH_FEEDBACK_OK)
    g_main_context_iteration (NULL, TRUE);
  vouch_window_show_page (self->window, scene->page);
  show_section (self, scene);
  if (g_strcmp0 (scene->section, "case") == 0)
    open_first_case (window);
  if (scene->asks_code)
    ask_which_code (view);
  if (scene->lot_id != 0 && g_str_equal (scene->page, "review"))
    vouch_lot_pane_show_lot (VOUCH_LOT_PANE (ui_test_find (window, VOUCH_TYPE_LOT_PANE)), scene->lot_id);
  look_window_wait_for_frame (window);
  g_test_message ("%s", scene->name);
  while (scene->needle != NULL && !says (window, scene->needle))
    g_main_context_iteration (NULL, TRUE);
  look_window_wait_for_frame (window);
}

/* Whether the window can be as small as that, and if so, lays it out. */
gboolean
look_station_lay_out (LookStation *self, int width, int height)
{
  return look_window_lay_out (&self->wearing, width, height);
}
