/* The editor of label templates, by its widgets. */
#include "assert-accessible.h"
#include "desk-fixture.h"
#include "goods.h"
#include "ui-test.h"
#include "vouch-label-json.h"
#include "vouch-station.h"
#include "vouch-template-canvas.h"
#include "vouch-template-dialog.h"
#include "vouch-template-members.h"
#include "vouch-template-objects.h"
#include "vouch-template-shelf.h"

#define GOOD "✓ 203 dots an inch: everything fits, every code was read back"

typedef struct
{
  DeskFixture desk;
  VouchTemplateDialog *dialog;
  VouchLabelDraft *draft;
  char *saved;
} Fixture;

static void
saved_cb (VouchTemplateDialog *dialog, const char *name, Fixture *fixture)
{
  g_free (fixture->saved);
  fixture->saved = g_strdup (name);
}

static void
open_dialog (Fixture *fixture, const VouchLabelTemplate *template, gboolean is_new)
{
  fixture->dialog = vouch_template_dialog_new (GTK_WINDOW (fixture->desk.window), fixture->desk.desk, template, is_new);
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *)&fixture->dialog);
  g_signal_connect (fixture->dialog, "saved", G_CALLBACK (saved_cb), fixture);
  fixture->draft = vouch_template_dialog_get_draft (fixture->dialog);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VouchLabelTemplate) template = vouch_label_template_load ("unit-60x40", NULL);

  desk_fixture_set_up (&fixture->desk, data);
  desk_fixture_sign_in (&fixture->desk, "VB1004", "271828");
  g_free (template->name);
  template->name = g_strdup ("");
  open_dialog (fixture, template, TRUE);
  desk_fixture_wait_for_text (GTK_WIDGET (fixture->dialog), GOOD);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  ui_test_settle ();
  g_assert_null (fixture->dialog);
  g_free (fixture->saved);
  desk_fixture_tear_down (&fixture->desk, data);
}

/* The row of that title, an entry, a switch or a choice. */
static GtkWidget *
find_row (GtkWidget *widget, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (widget) &&
      g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
write_into (Fixture *fixture, const char *title, const char *text)
{
  GtkWidget *row = find_row (GTK_WIDGET (fixture->dialog), title);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
activate (Fixture *fixture, GType type, const char *action, const char *target)
{
  GtkWidget *widget = ui_test_find (GTK_WIDGET (fixture->dialog), type);

  g_assert_true (gtk_widget_activate_action (widget, action, target != NULL ? "s" : NULL, target));
}

static GtkWidget *
find_button (GtkWidget *widget, const char *action)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, action);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
can_save (Fixture *fixture)
{
  return gtk_widget_get_sensitive (find_button (GTK_WIDGET (fixture->dialog), "template.save"));
}

static void
save (Fixture *fixture)
{
  g_assert_true (can_save (fixture));
  g_signal_emit_by_name (find_button (GTK_WIDGET (fixture->dialog), "template.save"), "clicked");
}

static gpointer
load_template (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_template_load (conn, data, error);
}

static VouchLabelTemplate *
load (Fixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;
  VouchLabelTemplate *template = vouch_station_read (fixture->desk.base.station, load_template, (gpointer)name, &error);

  g_assert_no_error (error);
  return template;
}

static void
wait_until_saved (Fixture *fixture)
{
  gint64 deadline = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (fixture->saved == NULL && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, FALSE);
  g_assert_nonnull (fixture->saved);
  ui_test_settle ();
}

static void
test_a_copy_is_changed_and_saved (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VouchLabelTemplate) stored = NULL;
  const VouchLabelElement *last;

  write_into (fixture, "Name: small letters, digits, hyphens", "dock-label");
  write_into (fixture, "Title in English", "Dock label");
  activate (fixture, VOUCH_TYPE_TEMPLATE_OBJECTS, "objects.add", "text");
  write_into (fixture, "Text", "Dock {lot}");
  write_into (fixture, "Left, top, width, height", "35, 2, 20, 3.5");
  save (fixture);
  wait_until_saved (fixture);
  g_assert_cmpstr (fixture->saved, ==, "dock-label");
  g_assert_null (fixture->dialog);
  stored = load (fixture, "dock-label");
  g_assert_cmpstr (stored->title_en, ==, "Dock label");
  g_assert_cmpint (stored->version, ==, 1);
  last = g_ptr_array_index (stored->elements, stored->elements->len - 1);
  g_assert_cmpstr (last->text, ==, "Dock {lot}");
  g_assert_cmpint (last->um.x, ==, 35000);
  g_assert_cmpint (last->um.height, ==, 3500);
}

/* Somebody else saved meanwhile: what is here is not lost, and is not written over theirs. */
static void
test_what_another_saved_is_not_overwritten (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VouchLabelTemplate) seen = NULL, stored = NULL;

  write_into (fixture, "Name: small letters, digits, hyphens", "shared");
  save (fixture);
  wait_until_saved (fixture);
  seen = load (fixture, "shared");
  for (int i = 0; i < 2; i++)
    {
      g_clear_pointer (&fixture->saved, g_free);
      open_dialog (fixture, seen, FALSE);
      write_into (fixture, "Title in English", i == 0 ? "First" : "Second");
      save (fixture);
      if (i == 0)
        wait_until_saved (fixture);
    }
  desk_fixture_wait_for_text (GTK_WIDGET (fixture->dialog),
                              "Somebody else has changed template “shared” meanwhile: look at it again");
  g_assert_null (fixture->saved);
  stored = load (fixture, "shared");
  g_assert_cmpstr (stored->title_en, ==, "First");
  vouch_label_draft_undo (fixture->draft);
}

static void
test_without_a_name_nothing_is_saved (Fixture *fixture, gconstpointer data)
{
  write_into (fixture, "Title in English", "Dock label");
  g_assert_false (can_save (fixture));
  write_into (fixture, "Name: small letters, digits, hyphens", "unit-60x40");
  save (fixture);
  desk_fixture_wait_for_text (GTK_WIDGET (fixture->dialog),
                              "“unit-60x40” is built in and stays as it is: give your copy another name");
}

static void
test_a_fault_is_named_at_once_and_not_saved (Fixture *fixture, gconstpointer data)
{
  write_into (fixture, "Name: small letters, digits, hyphens", "dock-label");
  activate (fixture, VOUCH_TYPE_TEMPLATE_OBJECTS, "objects.add", "text");
  write_into (fixture, "Text", "{colour}");
  g_assert_false (can_save (fixture));
  g_assert_true (gtk_widget_has_css_class (find_row (GTK_WIDGET (fixture->dialog), "Text"), "error"));
  write_into (fixture, "Text", "red");
  g_assert_false (gtk_widget_has_css_class (find_row (GTK_WIDGET (fixture->dialog), "Text"), "error"));
  save (fixture);
  wait_until_saved (fixture);
}

static void
test_what_makes_no_sense_leaves_the_label (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = vouch_label_json_write (vouch_label_draft_get_template (fixture->draft));
  g_autofree char *after = NULL;

  write_into (fixture, "Size: 60x40", "60x");
  g_assert_true (gtk_widget_has_css_class (find_row (GTK_WIDGET (fixture->dialog), "Size: 60x40"), "error"));
  after = vouch_label_json_write (vouch_label_draft_get_template (fixture->draft));
  g_assert_cmpstr (after, ==, before);
}

static void
test_undo_shows_what_was_before (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  activate (fixture, VOUCH_TYPE_TEMPLATE_OBJECTS, "objects.add", "text");
  row = find_row (GTK_WIDGET (fixture->dialog), "Text");
  gtk_editable_set_text (GTK_EDITABLE (row), "Bay 4");
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "template.undo", NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Text");
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "template.redo", NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Bay 4");
}

static void
test_the_label_of_a_lot_is_shown (Fixture *fixture, gconstpointer data)
{
  write_into (fixture, "Lot; examples if empty", "L000000-00");
  desk_fixture_wait_for_text (GTK_WIDGET (fixture->dialog), "There is no lot “L000000-00”");
  write_into (fixture, "Lot; examples if empty", "");
  desk_fixture_wait_for_text (GTK_WIDGET (fixture->dialog), GOOD);
}

static void
test_a_code_without_room_is_told_for_each_printer (Fixture *fixture, gconstpointer data)
{
  activate (fixture, VOUCH_TYPE_TEMPLATE_OBJECTS, "objects.add", "code");
  write_into (fixture, "What the code says", "{address}");
  write_into (fixture, "Left, top, width, height", "30, 20, 6, 6");
  desk_fixture_wait_for_text (GTK_WIDGET (fixture->dialog),
                              "✗ 600 dots an inch: The QR of “https://t.example.com/t/L261122-01/7K3M9QXT2B4WHD8P” "
                              "needs 17.4 × 17.4 mm, for which the label has no room: shorten it or choose a larger "
                              "label");
}

static void
test_closing_with_changes_asks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GList) windows = NULL;
  AdwMessageDialog *question = NULL;

  write_into (fixture, "Title in English", "Dock label");
  gtk_window_close (GTK_WINDOW (fixture->dialog));
  ui_test_settle ();
  windows = gtk_window_list_toplevels ();
  for (GList *window = windows; window != NULL; window = window->next)
    if (ADW_IS_MESSAGE_DIALOG (window->data))
      question = window->data;
  g_assert_nonnull (question);
  adw_message_dialog_response (question, "back");
  gtk_window_destroy (GTK_WINDOW (question));
  ui_test_settle ();
  g_assert_nonnull (fixture->dialog);
  g_assert_true (vouch_label_draft_is_changed (fixture->draft));
}

static void
test_everybody_can_work_with_it (Fixture *fixture, gconstpointer data)
{
  assert_accessible (GTK_WINDOW (fixture->dialog));
  vouch_label_draft_choose (fixture->draft, 2);
  assert_accessible (GTK_WINDOW (fixture->dialog));
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(path, test) g_test_add ("/template-dialog/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("copy-is-changed-and-saved", test_a_copy_is_changed_and_saved);
  ADD ("no-name-no-save", test_without_a_name_nothing_is_saved);
  ADD ("another-saved-meanwhile", test_what_another_saved_is_not_overwritten);
  ADD ("fault-is-named", test_a_fault_is_named_at_once_and_not_saved);
  ADD ("nonsense-leaves-the-label", test_what_makes_no_sense_leaves_the_label);
  ADD ("undo-shows", test_undo_shows_what_was_before);
  ADD ("lot-is-shown", test_the_label_of_a_lot_is_shown);
  ADD ("no-room-for-each-printer", test_a_code_without_room_is_told_for_each_printer);
  ADD ("closing-asks", test_closing_with_changes_asks);
  ADD ("accessible", test_everybody_can_work_with_it);
#undef ADD
  return g_test_run ();
}
