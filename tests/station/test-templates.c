/* The house's own label templates: versions that never change, copies of what is built in, nothing broken let in. */
#include <string.h>

#include "goods.h"
#include "vouch-error.h"
#include "vouch-label-json.h"
#include "vouch-template-shelf.h"
#include "vouch-template-work.h"

#define LEAD "VB1004"
#define SMALL "{\"width\": %d, \"height\": 30, \"fields\": {}, \"elements\": [{\"text\": \"A\", \"at\": [1, 1, 9, 9]}]}"

static gboolean
save (StationFixture *self, const char *name, int width, gint64 seen, GError **error)
{
  g_autofree char *content = g_strdup_printf (SMALL, width);
  VouchTemplateRequest request = { (char *)name, content, seen };
  g_autoptr (VouchActor) lead = station_fixture_dup_actor (self, LEAD);
  g_autoptr (VouchDone) done = vouch_use_case_run (&vouch_template_save, self->station, lead, NULL, &request, error);

  return done != NULL;
}

static gpointer
load (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_template_load (conn, data, error);
}

static gpointer
list (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_template_list (conn, error);
}

static VouchLabelTemplate *
load_template (StationFixture *self, const char *name, GError **error)
{
  return vouch_station_read (self->station, load, (gpointer)name, error);
}

static void
test_a_change_is_the_next_version (StationFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchLabelTemplate) first = NULL;
  g_autoptr (VouchLabelTemplate) second = NULL;

  g_assert_true (save (self, "shelf-tag", 40, 0, &error));
  first = load_template (self, "shelf-tag", &error);
  g_assert_cmpint (first->version, ==, 1);
  g_assert_true (save (self, "shelf-tag", 50, 1, &error));
  second = load_template (self, "shelf-tag", &error);
  g_assert_no_error (error);
  g_assert_cmpint (second->version, ==, 2);
  g_assert_cmpint (second->width_um, ==, 50000);
}

static void
test_what_somebody_else_changed_is_not_overwritten (StationFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (save (self, "shelf-tag", 40, 0, NULL));
  g_assert_true (save (self, "shelf-tag", 50, 1, NULL));
  g_assert_false (save (self, "shelf-tag", 60, 1, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
}

static void
test_a_new_template_takes_no_name_that_is_taken (StationFixture *self, gconstpointer data)
{
  VouchTemplateNameRequest request = { (char *)"shelf-tag" };
  g_autoptr (VouchActor) lead = station_fixture_dup_actor (self, LEAD);
  g_autoptr (VouchDone) done = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (save (self, "shelf-tag", 40, -1, NULL));
  g_assert_false (save (self, "shelf-tag", 50, -1, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
  g_assert_cmpstr (vouch_error_get_field (error), ==, "name");
  done = vouch_use_case_run (&vouch_template_remove, self->station, lead, NULL, &request, NULL);
  g_assert_nonnull (done);
  g_assert_true (save (self, "shelf-tag", 50, -1, NULL));
}

static int
read_version (StationFixture *self, const char *name)
{
  g_autoptr (VouchLabelTemplate) template = load_template (self, name, NULL);

  return template->version;
}

static void
test_what_says_the_same_is_no_other_version (StationFixture *self, gconstpointer data)
{
  g_assert_true (save (self, "shelf-tag", 40, 0, NULL));
  g_assert_true (save (self, "shelf-tag", 40, 0, NULL));
  g_assert_cmpint (read_version (self, "shelf-tag"), ==, 1);
  g_assert_true (save (self, "shelf-tag", 50, 1, NULL));
  g_assert_true (save (self, "shelf-tag", 40, 2, NULL));
  g_assert_cmpint (read_version (self, "shelf-tag"), ==, 3);
}

/* What labels are usually made with is there when they are printed. */
static void
test_a_template_that_a_rule_names_stays_what_it_is (StationFixture *self, gconstpointer data)
{
  static const char hold[] = "{\"width\": 40, \"height\": 30, \"purpose\": \"hold\", \"fields\": {}, "
                             "\"elements\": [{\"text\": \"A\", \"at\": [1, 1, 9, 9]}]}";
  VouchTemplateNameRequest name = { (char *)"shelf-tag" };
  VouchTemplateRequest other = { (char *)"shelf-tag", (char *)hold, 0 };
  g_autoptr (VouchActor) lead = station_fixture_dup_actor (self, LEAD);
  g_autoptr (GError) removed = NULL, changed = NULL;

  g_assert_true (save (self, "shelf-tag", 40, 0, NULL));
  goods_set_policy (self, "template-lot", "shelf-tag");
  g_assert_null (vouch_use_case_run (&vouch_template_remove, self->station, lead, NULL, &name, &removed));
  g_assert_error (removed, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
  g_assert_nonnull (strstr (removed->message, "template-lot"));
  g_assert_null (vouch_use_case_run (&vouch_template_save, self->station, lead, NULL, &other, &changed));
  g_assert_error (changed, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
  g_assert_true (save (self, "shelf-tag", 50, 1, NULL));
}

static void
test_built_in_templates_are_copied_not_changed (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchLabelTemplate) original = vouch_label_template_load ("lot-60x40", NULL);
  g_autofree char *content = vouch_label_json_write (original);
  VouchTemplateRequest request = { (char *)"our-lot", content, 0 };
  g_autoptr (VouchActor) lead = station_fixture_dup_actor (self, LEAD);
  g_autoptr (VouchDone) done = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  guint n_own = 0;

  g_assert_false (save (self, "lot-60x40", 40, 0, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
  done = vouch_use_case_run (&vouch_template_save, self->station, lead, NULL, &request, NULL);
  g_assert_nonnull (done);
  entries = vouch_station_read (self->station, list, NULL, NULL);
  for (guint i = 0; i < entries->len; i++)
    n_own += !((VouchTemplateEntry *)g_ptr_array_index (entries, i))->is_built_in;
  g_assert_cmpuint (n_own, ==, 1);
  g_assert_cmpuint (entries->len, ==, 12);
}

static void
test_a_removed_template_is_gone_and_its_versions_stay (StationFixture *self, gconstpointer data)
{
  VouchTemplateNameRequest request = { (char *)"shelf-tag" };
  g_autoptr (VouchActor) lead = station_fixture_dup_actor (self, LEAD);
  g_autoptr (VouchDone) done = NULL;
  g_autoptr (VouchLabelTemplate) gone = NULL;
  g_autoptr (VouchLabelTemplate) again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (save (self, "shelf-tag", 40, 0, NULL));
  done = vouch_use_case_run (&vouch_template_remove, self->station, lead, NULL, &request, NULL);
  g_assert_nonnull (done);
  gone = load_template (self, "shelf-tag", &error);
  g_assert_null (gone);
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND);
  g_assert_true (save (self, "shelf-tag", 50, 0, NULL));
  again = load_template (self, "shelf-tag", NULL);
  g_assert_cmpint (again->version, ==, 2);
}

static void
test_broken_templates_and_names_are_refused (StationFixture *self, gconstpointer data)
{
  static const char *const names[] = { "", "Shelf", "../shelf", "shelf tag", "-shelf", "\xe6\xa0\x87" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (save (self, names[i], 40, 0, &error));
      g_assert_cmpstr (vouch_error_get_field (error), ==, "name");
    }
  for (int width = 0; width < 5; width++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (save (self, "shelf-tag", width, 0, &error));
      g_assert_cmpstr (vouch_error_get_field (error), ==, "template");
      g_assert_nonnull (strstr (error->message, "line 1, column"));
    }
}

#define ADD(name, test) g_test_add (name, StationFixture, NULL, station_fixture_set_up, test, station_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/templates/a-change-is-the-next-version", test_a_change_is_the_next_version);
  ADD ("/templates/others-changes-are-not-overwritten", test_what_somebody_else_changed_is_not_overwritten);
  ADD ("/templates/new-ones-take-no-taken-name", test_a_new_template_takes_no_name_that_is_taken);
  ADD ("/templates/the-same-is-no-other-version", test_what_says_the_same_is_no_other_version);
  ADD ("/templates/what-a-rule-names-stays", test_a_template_that_a_rule_names_stays_what_it_is);
  ADD ("/templates/built-in-ones-are-copied", test_built_in_templates_are_copied_not_changed);
  ADD ("/templates/versions-of-removed-ones-stay", test_a_removed_template_is_gone_and_its_versions_stay);
  ADD ("/templates/broken-ones-are-refused", test_broken_templates_and_names_are_refused);
  return g_test_run ();
}
