/* A label template that is being changed. */
#include "vouch-decoder-client.h"
#include "vouch-error.h"
#include "vouch-label-draft.h"
#include "vouch-label-example.h"
#include "vouch-label-json.h"
#include "vouch-label-trial.h"

typedef struct
{
  VouchLabelDraft *draft;
  guint n_changes;
} Fixture;

static void
count_cb (VouchLabelDraft *draft, gpointer data)
{
  ((Fixture *)data)->n_changes++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VouchLabelTemplate) template = vouch_label_template_load ("unit-60x40", NULL);

  fixture->draft = vouch_label_draft_new (template);
  g_signal_connect (fixture->draft, "changed", G_CALLBACK (count_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->draft);
}

static guint
count_objects (Fixture *fixture)
{
  return vouch_label_draft_get_template (fixture->draft)->elements->len;
}

static char *
dup_member (Fixture *fixture, const char *name)
{
  return vouch_label_member_dup_value (
      vouch_label_member_find (name),
      vouch_label_draft_get_object (fixture->draft, vouch_label_draft_get_chosen (fixture->draft)));
}

static void
assert_member (Fixture *fixture, const char *name, const char *expected)
{
  g_autofree char *value = dup_member (fixture, name);

  g_assert_cmpstr (value, ==, expected);
}

static void
set (Fixture *fixture, const char *name, const char *value)
{
  g_autoptr (GError) error = NULL;

  vouch_label_draft_set_member (fixture->draft, vouch_label_member_find (name), value, &error);
  g_assert_no_error (error);
}

static const VouchLabelHead *
find_head (const char *name)
{
  gsize n_heads;
  const VouchLabelHead *heads = vouch_label_head_list (&n_heads);

  for (gsize i = 0; i < n_heads; i++)
    if (g_str_equal (heads[i].name, name))
      return &heads[i];
  g_assert_not_reached ();
}

static void
assert_head (Fixture *fixture, const char *name, const char *expected)
{
  g_autofree char *value = vouch_label_draft_dup_head (fixture->draft, find_head (name));

  g_assert_cmpstr (value, ==, expected);
}

static void
refuse_head (Fixture *fixture, const char *name, const char *value)
{
  g_autofree char *before = vouch_label_draft_dup_head (fixture->draft, find_head (name));
  g_autoptr (GError) error = NULL;

  g_assert_false (vouch_label_draft_set_head (fixture->draft, find_head (name), value, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_assert_cmpstr (vouch_error_get_field (error), ==, name);
  assert_head (fixture, name, before);
}

static void
test_what_was_written_is_undone_and_made_again (Fixture *fixture, gconstpointer data)
{
  vouch_label_draft_add (fixture->draft, VOUCH_ELEMENT_TEXT);
  set (fixture, "text", "B");
  set (fixture, "text", "Ba");
  set (fixture, "text", "Bay");
  set (fixture, "bold", "true");
  assert_member (fixture, "text", "Bay");
  vouch_label_draft_undo (fixture->draft);
  assert_member (fixture, "bold", "false");
  assert_member (fixture, "text", "Bay");
  vouch_label_draft_undo (fixture->draft);
  assert_member (fixture, "text", "Text");
  vouch_label_draft_redo (fixture->draft);
  assert_member (fixture, "text", "Bay");
  set (fixture, "text", "Dock");
  g_assert_false (vouch_label_draft_can_redo (fixture->draft));
}

static void
test_all_is_undone_to_what_it_was (Fixture *fixture, gconstpointer data)
{
  g_assert_false (vouch_label_draft_is_changed (fixture->draft));
  for (VouchElementKind kind = VOUCH_ELEMENT_TEXT; kind <= VOUCH_ELEMENT_LINE; kind++)
    {
      vouch_label_draft_add (fixture->draft, kind);
      vouch_label_draft_move (fixture->draft, 300, 200);
      vouch_label_draft_resize (fixture->draft, -500, -100);
      vouch_label_draft_duplicate (fixture->draft);
      vouch_label_draft_reorder (fixture->draft, -1);
      vouch_label_draft_remove (fixture->draft);
    }
  g_assert_true (vouch_label_draft_is_changed (fixture->draft));
  while (vouch_label_draft_can_undo (fixture->draft))
    vouch_label_draft_undo (fixture->draft);
  g_assert_false (vouch_label_draft_is_changed (fixture->draft));
  while (vouch_label_draft_can_redo (fixture->draft))
    vouch_label_draft_redo (fixture->draft);
  g_assert_true (vouch_label_draft_is_changed (fixture->draft));
}

static void
test_a_new_object_of_each_kind_keeps_the_rules (Fixture *fixture, gconstpointer data)
{
  for (VouchElementKind kind = VOUCH_ELEMENT_TEXT; kind <= VOUCH_ELEMENT_LINE; kind++)
    {
      g_autoptr (GError) error = NULL;

      vouch_label_draft_add (fixture->draft, kind);
      g_assert_cmpint (vouch_label_draft_get_chosen (fixture->draft), ==, (int)count_objects (fixture) - 1);
      vouch_label_draft_check (fixture->draft, &error);
      g_assert_no_error (error);
    }
  vouch_label_draft_add_image (fixture->draft, "gEA=", 8, 2);
  g_assert_true (vouch_label_draft_check (fixture->draft, NULL));
  assert_member (fixture, "columns", "8");
}

static void
test_a_value_that_is_none_changes_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint before;

  vouch_label_draft_add (fixture->draft, VOUCH_ELEMENT_TEXT);
  before = fixture->n_changes;
  g_assert_false (vouch_label_draft_set_member (fixture->draft, vouch_label_member_find ("size"), "three", &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_assert_cmpstr (vouch_error_get_field (error), ==, "size");
  g_assert_cmpuint (fixture->n_changes, ==, before);
  assert_member (fixture, "size", "3");
}

static void
test_a_broken_rule_is_named_with_its_object (Fixture *fixture, gconstpointer data)
{
  g_autofree char *member = NULL, *fault = NULL;
  g_autoptr (GError) error = NULL;

  vouch_label_draft_add (fixture->draft, VOUCH_ELEMENT_TEXT);
  set (fixture, "text", "{nobody_knows}");
  fault = vouch_label_draft_dup_fault (fixture->draft, vouch_label_draft_get_chosen (fixture->draft), &member);
  g_assert_nonnull (strstr (fault, "nobody_knows"));
  g_assert_cmpstr (member, ==, "text");
  g_assert_false (vouch_label_draft_check (fixture->draft, &error));
  g_assert_cmpstr (error->message, ==, fault);
  g_assert_null (vouch_label_draft_dup_fault (fixture->draft, 0, NULL));
  g_assert_null (vouch_label_draft_dup_fault (fixture->draft, VOUCH_LABEL_DRAFT_HEAD, NULL));
}

static void
test_an_object_stays_on_the_label (Fixture *fixture, gconstpointer data)
{
  vouch_label_draft_add (fixture->draft, VOUCH_ELEMENT_BOX);
  set (fixture, "at", "10, 10, 20, 10");
  vouch_label_draft_move (fixture->draft, 100, -300);
  assert_member (fixture, "at", "10.1, 9.7, 20, 10");
  vouch_label_draft_move (fixture->draft, 1000000, 1000000);
  assert_member (fixture, "at", "40, 30, 20, 10");
  vouch_label_draft_resize (fixture->draft, 1000000, -1000000);
  assert_member (fixture, "at", "40, 30, 20, 0.1");
  vouch_label_draft_add (fixture->draft, VOUCH_ELEMENT_LINE);
  set (fixture, "at", "1, 2, 20, 0");
  vouch_label_draft_resize (fixture->draft, 500, 500);
  assert_member (fixture, "at", "1, 2, 20.5, 0");
}

static void
test_pointing_again_comes_to_what_lies_behind (Fixture *fixture, gconstpointer data)
{
  int first, second;

  while (count_objects (fixture) > 0)
    {
      vouch_label_draft_choose (fixture->draft, 0);
      vouch_label_draft_remove (fixture->draft);
    }
  vouch_label_draft_add (fixture->draft, VOUCH_ELEMENT_BOX);
  set (fixture, "at", "0, 0, 60, 40");
  vouch_label_draft_add (fixture->draft, VOUCH_ELEMENT_TEXT);
  set (fixture, "at", "5, 5, 20, 5");
  vouch_label_draft_choose (fixture->draft, VOUCH_LABEL_DRAFT_HEAD);
  first = vouch_label_draft_find_at (fixture->draft, 6000, 6000);
  g_assert_cmpint (first, ==, 1);
  vouch_label_draft_choose (fixture->draft, first);
  second = vouch_label_draft_find_at (fixture->draft, 6000, 6000);
  g_assert_cmpint (second, ==, 0);
  vouch_label_draft_choose (fixture->draft, second);
  g_assert_cmpint (vouch_label_draft_find_at (fixture->draft, 6000, 6000), ==, 1);
  g_assert_cmpint (vouch_label_draft_find_at (fixture->draft, 70000, 6000), ==, VOUCH_LABEL_DRAFT_HEAD);
}

static void
test_the_label_itself_is_changed (Fixture *fixture, gconstpointer data)
{
  g_assert_true (vouch_label_draft_set_head (fixture->draft, find_head ("size"), "62,5 x 45", NULL));
  assert_head (fixture, "size", "62.5x45");
  g_assert_true (vouch_label_draft_set_head (fixture->draft, find_head ("title_en"), "Our unit", NULL));
  g_assert_true (vouch_label_draft_set_head (fixture->draft, find_head ("purpose"), "lot", NULL));
  g_assert_true (vouch_label_draft_set_head (fixture->draft, find_head ("optional"), "shelf, bin,bin", NULL));
  assert_head (fixture, "optional", "bin, shelf");
  refuse_head (fixture, "size", "60");
  refuse_head (fixture, "size", "4x40");
  refuse_head (fixture, "size", "60x421");
  refuse_head (fixture, "margin", "23");
  refuse_head (fixture, "required", "Shelf");
  for (int i = 0; i < 4; i++)
    vouch_label_draft_undo (fixture->draft);
  g_assert_false (vouch_label_draft_is_changed (fixture->draft));
}

static void
test_it_is_written_as_it_stands (Fixture *fixture, gconstpointer data)
{
  g_autofree char *json = NULL;
  g_autoptr (VouchLabelTemplate) read = NULL;
  g_autoptr (GError) error = NULL;

  vouch_label_draft_add (fixture->draft, VOUCH_ELEMENT_TEXT);
  set (fixture, "text", "Dock {lot}");
  json = vouch_label_json_write (vouch_label_draft_get_template (fixture->draft));
  read = vouch_label_json_read ("ours", json, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (((VouchLabelElement *)g_ptr_array_index (read->elements, read->elements->len - 1))->text, ==,
                   "Dock {lot}");
}

static VouchLabelTrial *
try (Fixture *fixture)
{
  g_autoptr (VouchDecoder) decoder = vouch_decoder_new (NULL);
  const VouchLabelTemplate *template = vouch_label_draft_get_template (fixture->draft);
  g_autoptr (GHashTable) fields = vouch_label_example_fields (template);

  return vouch_label_trial_new (decoder, template, fields, 203);
}

static void
test_a_trial_says_what_each_printer_makes_of_it (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VouchLabelTrial) good = try (fixture);
  g_autoptr (VouchLabelTrial) small = NULL;

  g_assert_nonnull (good->label);
  g_assert_cmpuint (good->lines->len, ==, 3);
  for (guint i = 0; i < good->lines->len; i++)
    g_assert_true (((VouchLabelTrialLine *)g_ptr_array_index (good->lines, i))->is_good);
  vouch_label_draft_add (fixture->draft, VOUCH_ELEMENT_CODE);
  set (fixture, "code", "{address}");
  set (fixture, "symbology", "qr");
  set (fixture, "at", "30, 20, 6, 6");
  small = try (fixture);
  for (guint i = 0; i < small->lines->len; i++)
    {
      const VouchLabelTrialLine *line = g_ptr_array_index (small->lines, i);

      g_assert_false (line->is_good);
      g_test_message ("%s", line->words);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add ("/drafts/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("undo-and-redo", test_what_was_written_is_undone_and_made_again);
  ADD ("all-is-undone", test_all_is_undone_to_what_it_was);
  ADD ("new-objects-keep-the-rules", test_a_new_object_of_each_kind_keeps_the_rules);
  ADD ("no-value-changes-nothing", test_a_value_that_is_none_changes_nothing);
  ADD ("broken-rule-is-named", test_a_broken_rule_is_named_with_its_object);
  ADD ("stays-on-the-label", test_an_object_stays_on_the_label);
  ADD ("pointing-again", test_pointing_again_comes_to_what_lies_behind);
  ADD ("label-itself", test_the_label_itself_is_changed);
  ADD ("written-as-it-stands", test_it_is_written_as_it_stands);
  ADD ("trial", test_a_trial_says_what_each_printer_makes_of_it);
#undef ADD
  return g_test_run ();
}
