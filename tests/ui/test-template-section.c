/* The label templates in the settings: edited, copied, taken in, given out and removed by the widgets. */
#include "desk-fixture.h"
#include "ui-test.h"
#include "vouch-label-json.h"
#include "vouch-page.h"
#include "vouch-template-card.h"
#include "vouch-template-dialog.h"
#include "vouch-template-section.h"

typedef struct
{
  DeskFixture desk;
  GtkWidget *window;
  VouchTemplateSection *section;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  desk_fixture_set_up (&fixture->desk, data);
  desk_fixture_sign_in (&fixture->desk, "VB1004", "271828");
  fixture->window = gtk_window_new ();
  fixture->section = g_object_new (VOUCH_TYPE_TEMPLATE_SECTION, NULL);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->section));
  gtk_window_present (GTK_WINDOW (fixture->window));
  vouch_page_set_desk (VOUCH_PAGE (fixture->section), fixture->desk.desk);
  vouch_page_refresh (VOUCH_PAGE (fixture->section));
  desk_fixture_wait_for_text (fixture->window, "unit-60x40 · 60 × 40 mm · built in");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  vouch_page_set_desk (VOUCH_PAGE (fixture->section), NULL);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_settle ();
  desk_fixture_tear_down (&fixture->desk, data);
}

static void
choose (Fixture *fixture, const char *name)
{
  vouch_template_section_choose (fixture->section, name);
  desk_fixture_wait_for_text (fixture->window,
                              "As large as it is printed, with examples in place of a lot's own data.");
}

/* The dialog that stands before the window; it is there at once. */
static VouchTemplateDialog *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *window = windows; window != NULL; window = window->next)
    if (VOUCH_IS_TEMPLATE_DIALOG (window->data))
      return window->data;
  g_assert_not_reached ();
}

static void
set_head (VouchLabelDraft *draft, const char *name, const char *value)
{
  gsize n_heads;
  const VouchLabelHead *heads = vouch_label_head_list (&n_heads);

  for (gsize i = 0; i < n_heads; i++)
    if (g_str_equal (heads[i].name, name))
      g_assert_true (vouch_label_draft_set_head (draft, &heads[i], value, NULL));
}

static void
activate (Fixture *fixture, GType type, const char *action)
{
  g_assert_true (gtk_widget_activate_action (ui_test_find (fixture->window, type), action, NULL));
}

static void
copy (Fixture *fixture)
{
  VouchTemplateDialog *dialog;

  choose (fixture, "unit-60x40");
  activate (fixture, VOUCH_TYPE_TEMPLATE_CARD, "templates.copy");
  dialog = find_dialog ();
  set_head (vouch_template_dialog_get_draft (dialog), "name", "ours");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "template.save", NULL);
  desk_fixture_wait_for_text (fixture->window, "ours · 60 × 40 mm · version 1");
}

static void
test_a_built_in_is_copied (Fixture *fixture, gconstpointer data)
{
  copy (fixture);
  g_assert_nonnull (ui_test_find_text (fixture->window, "unit-60x40 · 60 × 40 mm · built in"));
}

static void
test_a_template_of_the_house_is_changed (Fixture *fixture, gconstpointer data)
{
  VouchTemplateDialog *dialog;

  copy (fixture);
  choose (fixture, "ours");
  activate (fixture, VOUCH_TYPE_TEMPLATE_CARD, "templates.edit");
  dialog = find_dialog ();
  set_head (vouch_template_dialog_get_draft (dialog), "size", "62.5x40");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "template.save", NULL);
  desk_fixture_wait_for_text (fixture->window, "ours · 62.5 × 40 mm · version 2");
}

/* The question that stands before the window. */
static AdwMessageDialog *
find_question (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *window = windows; window != NULL; window = window->next)
    if (ADW_IS_MESSAGE_DIALOG (window->data))
      return window->data;
  return NULL;
}

static void
answer (const char *response)
{
  AdwMessageDialog *question;

  while ((question = find_question ()) == NULL)
    g_main_context_iteration (NULL, TRUE);
  adw_message_dialog_response (question, response);
  ui_test_settle ();
}

static void
test_what_is_removed_is_asked_about (Fixture *fixture, gconstpointer data)
{
  copy (fixture);
  choose (fixture, "ours");
  activate (fixture, VOUCH_TYPE_TEMPLATE_CARD, "templates.remove");
  answer ("back");
  g_assert_nonnull (ui_test_find_text (fixture->window, "ours · 60 × 40 mm · version 1"));
  activate (fixture, VOUCH_TYPE_TEMPLATE_CARD, "templates.remove");
  answer ("remove");
  while (ui_test_find_text (fixture->window, "ours · 60 × 40 mm · version 1") != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static char *
write_file (Fixture *fixture, const char *name, const char *content)
{
  char *path = g_build_filename (fixture->desk.base.directory, name, NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  return path;
}

static void
test_a_broken_file_is_refused_with_its_line (Fixture *fixture, gconstpointer data)
{
  static const char broken[] = "{\n  \"vouch_label\": 1,\n  oops\n}\n";
  g_autofree char *path = write_file (fixture, "broken.json", broken);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) why = NULL;

  g_assert_null (vouch_label_json_read ("broken", broken, -1, &why));
  g_assert_nonnull (strchr (why->message, '3'));
  vouch_template_section_import (fixture->section, file);
  desk_fixture_wait_for_text (fixture->window, why->message);
}

/* What somebody does in an editor of texts. */
static void
rename_title (const char *path)
{
  g_autofree char *content = NULL;
  g_autoptr (GString) changed = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  changed = g_string_new (content);
  g_assert_cmpuint (g_string_replace (changed, "\"Unit label\"", "\"Our label\"", 1), ==, 1);
  g_assert_true (g_file_set_contents (path, changed->str, -1, NULL));
}

static void
test_what_was_given_out_is_taken_in_as_the_next_version (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->desk.base.directory, "ours.json", NULL);
  g_autofree char *written = g_strdup_printf ("Written: %s", path);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  copy (fixture);
  choose (fixture, "ours");
  vouch_template_card_export (VOUCH_TEMPLATE_CARD (ui_test_find (fixture->window, VOUCH_TYPE_TEMPLATE_CARD)), file);
  desk_fixture_wait_for_text (fixture->window, written);
  rename_title (path);
  vouch_template_section_import (fixture->section, file);
  answer ("replace");
  desk_fixture_wait_for_text (fixture->window, "ours · 60 × 40 mm · version 2");
}

/* A sheet of command cards is wider than the settings of a small screen. */
static void
test_a_wide_label_leaves_the_page_narrow (Fixture *fixture, gconstpointer data)
{
  int minimum;

  choose (fixture, "command-card");
  gtk_widget_measure (GTK_WIDGET (fixture->section), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <, 600);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add ("/template-section/built-in-is-copied", Fixture, NULL, set_up, test_a_built_in_is_copied, tear_down);
  g_test_add ("/template-section/own-is-changed", Fixture, NULL, set_up, test_a_template_of_the_house_is_changed,
              tear_down);
  g_test_add ("/template-section/removal-is-asked-about", Fixture, NULL, set_up, test_what_is_removed_is_asked_about,
              tear_down);
  g_test_add ("/template-section/broken-file", Fixture, NULL, set_up, test_a_broken_file_is_refused_with_its_line,
              tear_down);
  g_test_add ("/template-section/out-and-in", Fixture, NULL, set_up,
              test_what_was_given_out_is_taken_in_as_the_next_version, tear_down);
  g_test_add ("/template-section/wide-label", Fixture, NULL, set_up, test_a_wide_label_leaves_the_page_narrow,
              tear_down);
  return g_test_run ();
}
