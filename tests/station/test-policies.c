/* The rules of the house: one table describes them, and everything else follows from it. */
#include "goods.h"
#include "vouch-code-batch-store.h"
#include "vouch-code-work.h"
#include "vouch-error.h"
#include "vouch-label-work.h"
#include "vouch-policy-view.h"
#include "vouch-policy-work.h"
#include "vouch-scan-back-work.h"
#include "vouch-template-work.h"
#include "vouch-user-work.h"

static gboolean
set (StationFixture *self, const char *name, const char *value, GError **error)
{
  VouchPolicyRequest request = { (char *)name, (char *)value };
  g_autoptr (VouchDone) done = goods_run (self, &vouch_policy_change, "VB1001", &request, error);

  return done != NULL;
}

static void
test_every_default_is_a_value_that_the_policy_takes (void)
{
  for (guint i = 0; i < VOUCH_N_POLICIES; i++)
    {
      const VouchPolicyRule *rule = vouch_policy_table_get (i);
      gint64 number;

      g_test_message ("%s", rule->name);
      g_assert_true (vouch_policy_table_find (rule->name) == rule);
      g_assert_cmpstr (rule->title, !=, NULL);
      g_assert_cmpstr (rule->meaning, !=, NULL);
      if (rule->kind == VOUCH_POLICY_KIND_NUMBER || rule->choices != NULL)
        g_assert_true (vouch_policy_rule_parse (rule, rule->fallback, &number));
    }
}

static void
test_the_enumerations_are_the_choices (void)
{
  static const struct
  {
    VouchPolicyId id;
    const char *value;
    gint64 number;
  } cases[] = {
    { VOUCH_POLICY_PIN_AT_SIGN_IN, "never", VOUCH_PIN_RULE_NEVER },
    { VOUCH_POLICY_STOP_AT_RE, "stop", VOUCH_STOP_RULE_STOP },
    { VOUCH_POLICY_STOP_AT_RE, "finish", VOUCH_STOP_RULE_FINISH },
    { VOUCH_POLICY_LABEL_APPROVAL, "qa-lead", VOUCH_LABEL_APPROVAL_QA_LEAD },
    { VOUCH_POLICY_SCAN_BACK, "any", VOUCH_SCAN_BACK_ANY },
    { VOUCH_POLICY_BLIND_COUNT, "yes", TRUE },
    { VOUCH_POLICY_BLIND_COUNT, "no", FALSE },
    { VOUCH_POLICY_MIN_REMAINING_PERCENT, "66", 66 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 number;

      g_assert_true (vouch_policy_rule_parse (vouch_policy_table_get (cases[i].id), cases[i].value, &number));
      g_assert_cmpint (number, ==, cases[i].number);
    }
}

static void
test_a_wrong_value_is_refused_with_its_range (StationFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *value;
    const char *says;
  } cases[] = {
    { "blind-count", "perhaps", "no, yes" },
    { "blind-count", "YES", "no, yes" },
    { "two-person-count", "", "no, yes" },
    { "stop-at-re", "sometimes", "ask, stop, finish" },
    { "pin-at-sign-in", "1", "always, never" },
    { "min-remaining-percent", "101", "0 to 100" },
    { "min-remaining-percent", "-1", "0 to 100" },
    { "min-remaining-percent", "66.6", "0 to 100" },
    { "min-remaining-percent", " 66", "0 to 100" },
    { "station-number", "1024", "1 to 1023" },
    { "station-name", "a\nb", "one line" },
    { "host", "q.example.cn/x", "host name" },
    { "host", NULL, "host name" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s = %s", cases[i].name, cases[i].value);
      g_assert_false (set (self, cases[i].name, cases[i].value, &error));
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
      g_assert_cmpstr (vouch_error_get_field (error), ==, "value");
      g_assert_nonnull (strstr (error->message, cases[i].name));
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

static void
keep_template (StationFixture *self, const char *name, const char *purpose)
{
  g_autofree char *content = g_strdup_printf ("{%s\"width\": 60, \"height\": 40, \"fields\": {}, \"elements\": "
                                              "[{\"text\": \"A\", \"at\": [1, 1, 9, 9]}]}",
                                              purpose);
  VouchTemplateRequest request = { (char *)name, content, 0 };
  g_autoptr (VouchDone) done = goods_run (self, &vouch_template_save, QA_LEAD, &request, NULL);

  g_assert_nonnull (done);
}

static void
test_a_template_that_cannot_be_used_is_refused_with_the_choices (StationFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *value;
    const char *says;
  } cases[] = {
    { "template-unit", "unit-40x31", "unit-40x31" },
    { "template-unit", "", "Choose one of" },
    { "template-unit", "our-lot", "“lot”" },
    { "template-unit", "unit-40x30@1", "unit-40x30@1" },
    { "template-released", "hold-60x40", "“hold”" },
    { "template-badge", "their-badge", "Choose one of: badge, our-any" },
    { "template-lot", "unit-40x30", "Choose one of: lot-60x40, our-any, our-lot" },
    { "label-language", "fr", "both, zh, en" },
  };

  keep_template (self, "our-lot", "\"purpose\": \"lot\", ");
  keep_template (self, "our-any", "");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s = %s", cases[i].name, cases[i].value);
      g_assert_false (set (self, cases[i].name, cases[i].value, &error));
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
      g_assert_cmpstr (vouch_error_get_field (error), ==, "value");
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

static void
test_a_template_of_the_house_can_be_the_usual_one (StationFixture *self, gconstpointer data)
{
  keep_template (self, "our-lot", "\"purpose\": \"lot\", ");
  keep_template (self, "our-any", "");
  g_assert_true (set (self, "template-lot", "our-lot", NULL));
  g_assert_true (set (self, "template-lot", "our-any", NULL));
  g_assert_true (set (self, "template-unit", "unit-60x40", NULL));
  g_assert_true (set (self, "template-unit", NULL, NULL));
}

static void
test_every_usual_template_that_is_built_in_can_be_named (StationFixture *self, gconstpointer data)
{
  for (VouchPolicyId id = VOUCH_POLICY_TEMPLATE_UNIT; id <= VOUCH_POLICY_TEMPLATE_BADGE; id++)
    {
      const VouchPolicyRule *rule = vouch_policy_table_get (id);

      g_test_message ("%s", rule->name);
      g_assert_true (set (self, rule->name, rule->fallback, NULL));
    }
}

static void
test_what_enrolling_sets_is_not_set_by_hand (StationFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (set (self, "lookup-key", "00", &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_assert_cmpstr (vouch_error_get_field (error), ==, "name");
}

static gpointer
read_all (VouchConn *conn, gpointer data, GError **error)
{
  gboolean blind, two;
  gint64 percent;
  int stop;

  g_assert_true (vouch_policy_read_flag (conn, VOUCH_POLICY_BLIND_COUNT, &blind, error));
  g_assert_true (vouch_policy_read_flag (conn, VOUCH_POLICY_TWO_PERSON_COUNT, &two, error));
  g_assert_true (vouch_policy_read_number (conn, VOUCH_POLICY_MIN_REMAINING_PERCENT, &percent, error));
  g_assert_true (vouch_policy_read_choice (conn, VOUCH_POLICY_STOP_AT_RE, &stop, error));
  return g_strdup_printf ("%d %d %d %d", blind, two, (int)percent, stop);
}

static void
assert_read (StationFixture *self, const char *expected)
{
  g_autofree char *read = vouch_station_read (self->station, read_all, NULL, NULL);

  g_assert_cmpstr (read, ==, expected);
}

static void
test_reading_gives_the_default_until_one_is_set (StationFixture *self, gconstpointer data)
{
  gint64 number;

  assert_read (self, "0 1 0 0");
  g_assert_true (set (self, "blind-count", "yes", NULL));
  g_assert_true (set (self, "two-person-count", "no", NULL));
  g_assert_true (set (self, "min-remaining-percent", "66", NULL));
  g_assert_true (set (self, "stop-at-re", "finish", NULL));
  assert_read (self, "1 0 66 2");
  g_assert_true (vouch_station_read_policy (self->station, VOUCH_POLICY_MIN_REMAINING_PERCENT, &number, NULL));
  g_assert_cmpint (number, ==, 66);
  g_assert_true (set (self, "stop-at-re", NULL, NULL));
  assert_read (self, "1 0 66 0");
}

static gpointer
read_views (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_policy_view_list (conn, error);
}

static void
test_the_list_says_what_counts_and_who_said_so (StationFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) views = NULL;
  const VouchPolicyView *view;

  g_assert_true (set (self, "stop-at-re", "stop", NULL));
  views = vouch_station_read (self->station, read_views, NULL, NULL);
  g_assert_cmpuint (views->len, ==, VOUCH_N_POLICIES);
  view = g_ptr_array_index (views, VOUCH_POLICY_STOP_AT_RE);
  g_assert_cmpstr (view->value, ==, "stop");
  g_assert_cmpstr (view->fallback, ==, "ask");
  g_assert_true (view->is_set);
  g_assert_nonnull (view->changed_by);
  view = g_ptr_array_index (views, VOUCH_POLICY_BLIND_COUNT);
  g_assert_cmpstr (view->value, ==, "no");
  g_assert_false (view->is_set);
  g_assert_null (view->changed_by);
}

static gpointer
forget_own_figures (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_conn_exec (conn, "UPDATE product SET min_remaining_percent = 0", error) ? data : NULL;
}

static void
test_the_least_shelf_life_counts_where_the_product_has_none (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_counted (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDecided) refused = NULL;
  g_autoptr (VouchDecided) accepted = NULL;

  g_assert_true (set (self, "min-remaining-percent", "100", NULL));
  g_assert_nonnull (vouch_db_write (vouch_station_get_db (self->station), forget_own_figures, self, NULL));
  goods_plan (self, lot_id);
  goods_pass (self, lot_id, 5);
  refused = goods_accept (self, lot_id, INSPECTOR, &error);
  g_assert_null (refused);
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED);
  g_assert_true (set (self, "min-remaining-percent", "0", NULL));
  accepted = goods_accept (self, lot_id, INSPECTOR, NULL);
  g_assert_nonnull (accepted);
}

static void
test_codes_may_be_a_qa_leads_to_issue (StationFixture *self, gconstpointer data)
{
  VouchIssueRequest request = { goods_tea_released (self), 3 };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) refused = NULL;
  g_autoptr (VouchDone) issued = NULL;

  g_assert_true (set (self, "label-approval", "qa-lead", NULL));
  refused = goods_run (self, &vouch_code_issue, INSPECTOR, &request, &error);
  g_assert_null (refused);
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED);
  issued = goods_run (self, &vouch_code_issue, QA_LEAD, &request, NULL);
  g_assert_nonnull (issued);
}

static gpointer
read_address (VouchConn *conn, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) batches = vouch_code_batch_store_list (conn, *(const gint64 *)data, error);

  return g_ptr_array_steal_index (batches, 0);
}

static void
test_any_one_label_may_be_enough (StationFixture *self, gconstpointer data)
{
  VouchLabelOrder order = {
    .lot_id = goods_tea_released (self), .purpose = VOUCH_PRINT_PURPOSE_UNIT, .units = 3, .dpi = 203
  };
  g_autoptr (VouchActor) actor = station_fixture_dup_actor (self, INSPECTOR);
  g_autoptr (VouchPrintJob) job = vouch_label_print (self->station, actor, &order, NULL, NULL);
  g_autoptr (VouchCodeBatch) batch = vouch_station_read (self->station, read_address, &order.lot_id, NULL);
  g_autoptr (VouchLotFile) file = goods_load (self, order.lot_id);
  char serial[17];
  g_autofree char *address = vouch_label_dup_address (self->station, batch, file->lot->number, 2, serial);
  VouchScanBackRequest request = { batch->id, address };
  g_autoptr (VouchScannedBack) first = goods_run (self, &vouch_code_scan_back, INSPECTOR, &request, NULL);
  g_autoptr (VouchScannedBack) second = NULL;

  g_assert_nonnull (job);
  g_assert_null (first);
  g_assert_true (set (self, "scan-back", "any", NULL));
  second = goods_run (self, &vouch_code_scan_back, INSPECTOR, &request, NULL);
  g_assert_cmpint (second->state, ==, VOUCH_CODE_BATCH_STATE_ACTIVE);
}

static void
test_the_pin_rule_is_read_at_sign_in (StationFixture *self, gconstpointer data)
{
  gboolean wants_pin;
  g_autoptr (VouchActor) before = vouch_sign_in (self->station, "VB1004", NULL, &wants_pin, NULL);
  g_autoptr (VouchActor) after = NULL;

  g_assert_null (before);
  g_assert_true (wants_pin);
  g_assert_true (set (self, "pin-at-sign-in", "never", NULL));
  after = vouch_sign_in (self->station, "VB1004", NULL, &wants_pin, NULL);
  g_assert_nonnull (after);
  g_assert_false (wants_pin);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, StationFixture, NULL, station_fixture_set_up, test, station_fixture_tear_down)
  g_test_add_func ("/policies/every-default-is-a-value-that-the-policy-takes",
                   test_every_default_is_a_value_that_the_policy_takes);
  g_test_add_func ("/policies/the-enumerations-are-the-choices", test_the_enumerations_are_the_choices);
  ADD ("/policies/a-wrong-value-is-refused-with-its-range", test_a_wrong_value_is_refused_with_its_range);
  ADD ("/policies/a-template-that-cannot-be-used-is-refused-with-the-choices",
       test_a_template_that_cannot_be_used_is_refused_with_the_choices);
  ADD ("/policies/a-template-of-the-house-can-be-the-usual-one", test_a_template_of_the_house_can_be_the_usual_one);
  ADD ("/policies/every-usual-template-that-is-built-in-can-be-named",
       test_every_usual_template_that_is_built_in_can_be_named);
  ADD ("/policies/what-enrolling-sets-is-not-set-by-hand", test_what_enrolling_sets_is_not_set_by_hand);
  ADD ("/policies/reading-gives-the-default-until-one-is-set", test_reading_gives_the_default_until_one_is_set);
  ADD ("/policies/the-list-says-what-counts-and-who-said-so", test_the_list_says_what_counts_and_who_said_so);
  ADD ("/policies/the-least-shelf-life-counts-where-the-product-has-none",
       test_the_least_shelf_life_counts_where_the_product_has_none);
  ADD ("/policies/codes-may-be-a-qa-leads-to-issue", test_codes_may_be_a_qa_leads_to_issue);
  ADD ("/policies/any-one-label-may-be-enough", test_any_one_label_may_be_enough);
  ADD ("/policies/the-pin-rule-is-read-at-sign-in", test_the_pin_rule_is_read_at_sign_in);
  return g_test_run ();
}
