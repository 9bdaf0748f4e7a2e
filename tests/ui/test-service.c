/* Customers' cases in the window: who sees them, what is shown only when it is asked for, and what is said to them. */
#include "customer-cases.h"
#include "desk-fixture.h"
#include "goods.h"
#include "ui-test.h"
#include "vouch-case-pane.h"
#include "vouch-matter-row.h"
#include "vouch-moment.h"
#include "vouch-publish-work.h"
#include "vouch-record-dialog.h"
#include "vouch-service-page.h"

#define SERVICE "VB1005"
#define AUDITOR "VB1006"
#define HOUR (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)

typedef struct
{
  DeskFixture base;
  gint64 late;
  gint64 early;
} Fixture;

static GBytes *
draw_photo (void)
{
  g_autofree guint8 *pixels = g_malloc0 (64 * 48 * 3);
  g_autoptr (GBytes) bytes = g_bytes_new (pixels, 64 * 48 * 3);
  g_autoptr (GdkTexture) texture = gdk_memory_texture_new (64, 48, GDK_MEMORY_R8G8B8, bytes, (gsize)64 * 3);

  return gdk_texture_save_to_png_bytes (texture);
}

static void
report (Fixture *self)
{
  StationFixture *station = &self->base.base;
  gint64 now = vouch_clock_now (station->clock);
  g_autoptr (GBytes) photo = draw_photo ();
  g_autoptr (VouchLotFile) file = goods_load (station, goods_tea_released (station));

  self->early = customer_cases_add (station->station, &(CustomerCase){ 2, NULL, NULL, "other", "When do you open?",
                                                                       now - HOUR, now + 5 * HOUR, NULL, NULL });
  self->late = customer_cases_add (station->station,
                                   &(CustomerCase){ 1, file->lot->number, NULL, "quality", "It tastes of <soap>.",
                                                    now - 72 * HOUR, now - 3 * HOUR, "li@example.cn", photo });
}

static void
set_up (Fixture *self, gconstpointer data)
{
  desk_fixture_set_up (&self->base, data);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  desk_fixture_tear_down (&self->base, data);
}

static GtkWidget *
open_page (Fixture *self, const char *badge)
{
  GtkWidget *page;

  desk_fixture_sign_in (&self->base, badge, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->base.window), "win.page", "s", "service");
  while ((page = ui_test_find (GTK_WIDGET (self->base.window), VOUCH_TYPE_SERVICE_PAGE)) == NULL ||
         !gtk_widget_get_mapped (page))
    g_main_context_iteration (NULL, TRUE);
  return page;
}

static GtkWidget *
choose (Fixture *self, GtkWidget *page, guint position, const char *text)
{
  GtkWidget *list = ui_test_find (page, GTK_TYPE_LIST_VIEW);
  GtkWidget *pane = ui_test_find (page, VOUCH_TYPE_CASE_PANE);

  while (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))) <= position)
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (list, "activate", position);
  desk_fixture_wait_for_text (pane, text);
  return pane;
}

static void
write_answer (GtkWidget *pane, guint state, const char *text)
{
  GtkWidget *view = ui_test_find (pane, GTK_TYPE_TEXT_VIEW);
  GtkWidget *combo = ui_test_find (pane, ADW_TYPE_COMBO_ROW);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  adw_combo_row_set_selected (ADW_COMBO_ROW (combo), state);
}

static void
send_answer (GtkWidget *pane)
{
  gtk_widget_activate_action (ui_test_find (pane, GTK_TYPE_TEXT_VIEW), "form.send", NULL);
}

static void
test_an_empty_page_says_what_to_do (Fixture *self, gconstpointer data)
{
  GtkWidget *page = open_page (self, SERVICE);

  desk_fixture_wait_for_text (page, "No customer waits");
  desk_fixture_wait_for_text (page, "No lookup service is enrolled: an administrator does that on the Settings page. "
                                    "Until then no report can come.");
}

static void
test_the_next_promise_comes_first (Fixture *self, gconstpointer data)
{
  GtkWidget *page, *pane;

  report (self);
  page = open_page (self, SERVICE);
  pane = choose (self, page, 0, "Quality or taste · C-0000000000001");
  g_assert_nonnull (ui_test_find_text (pane, "It tastes of <soap>."));
  g_assert_nonnull (ui_test_find_text (pane, "Case received · 3 days ago · overdue by 3 hours"));
  g_assert_nonnull (ui_test_find_text (page, "overdue by 3 hours"));
  choose (self, page, 1, "Case received · 1 hour ago · due in 4 hours");
}

static void
test_contact_and_photo_come_when_they_are_asked_for (Fixture *self, gconstpointer data)
{
  GtkWidget *page, *pane, *picture;

  report (self);
  page = open_page (self, SERVICE);
  pane = choose (self, page, 0, "It tastes of <soap>.");
  picture = ui_test_find (pane, GTK_TYPE_PICTURE);
  g_assert_null (ui_test_find_text (pane, "li@example.cn"));
  g_assert_cmpint (station_fixture_ask (&self->base.base, "SELECT count(*) FROM ticket_look"), ==, 0);
  gtk_widget_activate_action (picture, "entrusted.show-contact", NULL);
  desk_fixture_wait_for_text (pane, "li@example.cn");
  gtk_widget_activate_action (picture, "entrusted.show-photo", NULL);
  while (gtk_picture_get_paintable (GTK_PICTURE (picture)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (gdk_paintable_get_intrinsic_width (gtk_picture_get_paintable (GTK_PICTURE (picture))), ==, 64);
  g_assert_cmpint (station_fixture_ask (&self->base.base, "SELECT count(*) FROM ticket_look JOIN user "
                                                          "ON user.id = looked_by WHERE badge = 'VB1005'"),
                   ==, 2);
  /* Whoever looks at something else leaves nothing in sight. */
  gtk_widget_activate_action (GTK_WIDGET (self->base.window), "win.page", "s", "search");
  while (gtk_widget_get_mapped (page))
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (ui_test_find_text (pane, "li@example.cn"));
  g_assert_null (gtk_picture_get_paintable (GTK_PICTURE (picture)));
}

static void
test_an_answer_is_saved_and_shown (Fixture *self, gconstpointer data)
{
  GtkWidget *page, *pane;

  report (self);
  page = open_page (self, SERVICE);
  pane = choose (self, page, 0, "It tastes of <soap>.");
  write_answer (pane, 3, "");
  send_answer (pane);
  desk_fixture_wait_for_text (pane, "Write what the customer is told");
  write_answer (pane, 3, "We send you <another> tin & a cup.");
  send_answer (pane);
  desk_fixture_wait_for_text (pane, "Saved. The customer reads it as soon as the lookup service has it.");
  desk_fixture_wait_for_text (pane, "Resolved · 3 days ago");
  g_assert_cmpint (station_fixture_ask (&self->base.base,
                                        "SELECT count(*) FROM ticket_answer WHERE state = 'resolved' AND "
                                        "text = 'We send you <another> tin & a cup.' AND delivery = 'waiting'"),
                   ==, 1);
  /* What waits for an answer comes first from now on. */
  choose (self, page, 0, "When do you open?");
}

static void
test_what_was_typed_stays_with_its_case (Fixture *self, gconstpointer data)
{
  GtkWidget *page, *pane;
  GtkTextBuffer *buffer;
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  report (self);
  page = open_page (self, SERVICE);
  pane = choose (self, page, 0, "It tastes of <soap>.");
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (ui_test_find (pane, GTK_TYPE_TEXT_VIEW)));
  gtk_text_buffer_set_text (buffer, "Half an ans", -1);
  choose (self, page, 1, "When do you open?");
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 0);
  choose (self, page, 0, "It tastes of <soap>.");
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_assert_cmpstr (text, ==, "Half an ans");
}

static gboolean
has_page (Fixture *self)
{
  g_autoptr (GListModel) pages = NULL;
  GtkWidget *stack = ui_test_find (GTK_WIDGET (self->base.window), ADW_TYPE_VIEW_STACK);

  pages = G_LIST_MODEL (adw_view_stack_get_pages (ADW_VIEW_STACK (stack)));
  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (pages, i);

      if (g_strcmp0 (adw_view_stack_page_get_name (page), "service") == 0)
        return adw_view_stack_page_get_visible (page);
    }
  g_assert_not_reached ();
}

static void
test_an_inspector_has_no_such_page (Fixture *self, gconstpointer data)
{
  desk_fixture_sign_in (&self->base, INSPECTOR, NULL);
  g_assert_false (has_page (self));
}

static void
test_an_auditor_sees_what_is_not_entrusted (Fixture *self, gconstpointer data)
{
  GtkWidget *page, *pane;

  report (self);
  page = open_page (self, AUDITOR);
  g_assert_true (has_page (self));
  pane = choose (self, page, 0, "It tastes of <soap>.");
  g_assert_false (gtk_widget_get_mapped (ui_test_find (pane, GTK_TYPE_TEXT_VIEW)));
  gtk_widget_activate_action (ui_test_find (pane, GTK_TYPE_PICTURE), "entrusted.show-contact", NULL);
  desk_fixture_wait_for_text (pane, "Your role does not allow this; the service desk may do it");
  g_assert_cmpint (station_fixture_ask (&self->base.base, "SELECT count(*) FROM ticket_look"), ==, 0);
}

static void
test_a_qa_lead_acknowledges_what_is_suspicious (Fixture *self, gconstpointer data)
{
  GtkWidget *row, *entry;

  customer_cases_tell (
      self->base.base.station,
      "{\"seq\":\"1\",\"at\":\"2026-11-21T08:00:00Z\",\"type\":\"mark\",\"lot\":\"L-1\",\"key_version\":1,"
      "\"unit\":7,\"reason\":\"many_queries\",\"queries\":10}");
  desk_fixture_sign_in (&self->base, QA_LEAD, QA_LEAD_PIN);
  gtk_widget_activate_action (GTK_WIDGET (self->base.window), "win.page", "s", "review");
  while ((row = ui_test_find (GTK_WIDGET (self->base.window), VOUCH_TYPE_MATTER_ROW)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (ui_test_find_text (row, "Possibly copied: looked up very often"));
  desk_fixture_wait_for_text (GTK_WIDGET (self->base.window), "From customers");
  entry = ui_test_find (row, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "The sample in the shop window");
  gtk_widget_activate_action (row, "matter.answer", "i", 0);
  while (ui_test_find (GTK_WIDGET (self->base.window), VOUCH_TYPE_MATTER_ROW) != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (station_fixture_ask (&self->base.base,
                                        "SELECT count(*) FROM suspicion WHERE note = 'The sample in the "
                                        "shop window' AND acknowledged_by IS NOT NULL"),
                   ==, 1);
}

static GtkWidget *
find_record_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (VOUCH_IS_RECORD_DIALOG (window))
        return window;
    }
  g_assert_not_reached ();
}

static char *
write_file (Fixture *self, const char *name, const char *content)
{
  char *path = g_build_filename (self->base.base.directory, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);
  return path;
}

static void
test_a_record_is_checked (Fixture *self, gconstpointer data)
{
  g_autoptr (VouchLotFile) file = goods_load (&self->base.base, goods_tea_released (&self->base.base));
  g_autofree char *record = goods_write_publication (&self->base.base, "lot.json");
  g_autofree char *line = vouch_publish_dup_trust (self->base.base.station);
  g_autofree char *trust = write_file (self, "trust.json", line);
  g_autofree char *rubbish = write_file (self, "rubbish.json", "<html>");
  g_autofree char *content = NULL, *sentence = NULL, *published = NULL, *changed = NULL;
  GtkWidget *dialog;

  g_assert_true (g_file_get_contents (record, &content, NULL, NULL));
  gtk_widget_activate_action (open_page (self, SERVICE), "service.check-record", NULL);
  dialog = find_record_dialog ();
  g_assert_nonnull (ui_test_find_text (dialog, "This station"));
  vouch_record_dialog_take_record (VOUCH_RECORD_DIALOG (dialog), record);
  desk_fixture_wait_for_text (dialog, "Signed as it stands");
  published = vouch_moment_dup (vouch_clock_now (self->base.base.clock));
  sentence = g_strdup_printf ("Lot %s, Green tea, tin: Released. Inspection: Meets the plan. As of %s\n"
                              "Signed by station 1, epoch 1, publication 1: the signature holds",
                              file->lot->number, published);
  g_assert_nonnull (ui_test_find_text (dialog, sentence));
  vouch_record_dialog_take_trust (VOUCH_RECORD_DIALOG (dialog), rubbish);
  desk_fixture_wait_for_text (dialog, "Not verified");
  vouch_record_dialog_take_trust (VOUCH_RECORD_DIALOG (dialog), trust);
  desk_fixture_wait_for_text (dialog, "Signed as it stands");
  g_assert_nonnull (ui_test_find_text (dialog, "trust.json"));
  /* The signature's last digits stand at the end of the line. */
  content[strlen (content) - 4] = content[strlen (content) - 4] == '0' ? '1' : '0';
  changed = write_file (self, "changed.json", content);
  vouch_record_dialog_take_record (VOUCH_RECORD_DIALOG (dialog), changed);
  desk_fixture_wait_for_text (dialog, "Not verified");
  g_assert_nonnull (
      ui_test_find_text (dialog, "The signature does not fit: the record was changed, or another key signed it"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

#define ADD(name, function) g_test_add ("/service/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  ADD ("an-empty-page-says-what-to-do", test_an_empty_page_says_what_to_do);
  ADD ("the-next-promise-comes-first", test_the_next_promise_comes_first);
  ADD ("contact-and-photo-come-when-they-are-asked-for", test_contact_and_photo_come_when_they_are_asked_for);
  ADD ("an-answer-is-saved-and-shown", test_an_answer_is_saved_and_shown);
  ADD ("what-was-typed-stays-with-its-case", test_what_was_typed_stays_with_its_case);
  ADD ("a-record-is-checked", test_a_record_is_checked);
  ADD ("an-inspector-has-no-such-page", test_an_inspector_has_no_such_page);
  ADD ("an-auditor-sees-what-is-not-entrusted", test_an_auditor_sees_what_is_not_entrusted);
  ADD ("a-qa-lead-acknowledges-what-is-suspicious", test_a_qa_lead_acknowledges_what_is_suspicious);
  return g_test_run ();
}
