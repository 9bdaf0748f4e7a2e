/* Plans are drafted by one person and approved by another, and a version never changes. */
#include <string.h>

#include "goods.h"
#include "vouch-error.h"
#include "vouch-plan-fault.h"
#include "vouch-plan-json.h"
#include "vouch-plan-store.h"
#include "vouch-plan-version-work.h"
#include "vouch-product-store.h"
#include "vouch-record-json.h"
#include "vouch-user-work.h"

#define SECOND_LEAD "VB1010"
#define SECOND_PIN "161803"
#define CUP "CUP-350" /* checks: two attributes, capacity and temperature */
#define AQL "\"method\":\"aql\",\"standard\":\"iso2859-1:1999\",\"type\":\"single\",\"level\":\"II\","
#define BY_CLASS                                                                                                       \
  "{\"scope\":\"critical\"," AQL "\"aql\":\"0.10\"},{\"scope\":\"major\"," AQL "\"aql\":\"1.0\"},"                     \
  "{\"scope\":\"minor\"," AQL "\"aql\":\"2.5\"}"

static VouchPlanChanged *
draft (StationFixture *self, const char *badge, const char *sku, gint64 as_version, const char *content, GError **error)
{
  g_autoptr (VouchPlanDraftRequest) request = vouch_plan_draft_request_new ();

  request->product_id = goods_find_product (self, sku);
  request->as_version = as_version;
  request->content = content != NULL ? g_bytes_new (content, strlen (content)) : NULL;
  return goods_run (self, &vouch_plan_draft, badge, request, error);
}

static gint64
draft_good (StationFixture *self, const char *badge, const char *sku, gint64 as_version, const char *content)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchPlanChanged) changed = draft (self, badge, sku, as_version, content, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (changed->product, ==, sku);
  g_assert_cmpint (changed->state, ==, VOUCH_PLAN_STATE_DRAFT);
  return changed->version;
}

static VouchPlanChanged *
approve (StationFixture *self, const char *badge, const char *pin, const char *sku, gint64 version, gint64 seen,
         GError **error)
{
  VouchPlanApproveRequest request = {
    .product_id = goods_find_product (self, sku),
    .plan_version = version,
    .seen = seen,
    .badge = (char *)badge,
    .pin = (char *)pin,
  };

  return goods_run (self, &vouch_plan_approve, badge, &request, error);
}

static VouchPlanChanged *
approve_as_lead (StationFixture *self, const char *sku, gint64 version, GError **error)
{
  return approve (self, QA_LEAD, QA_LEAD_PIN, sku, version, 0, error);
}

static VouchPlanChanged *
retire (StationFixture *self, const char *sku, gint64 version, const char *reason, GError **error)
{
  VouchPlanRetireRequest request = {
    .product_id = goods_find_product (self, sku),
    .plan_version = version,
    .reason = (char *)reason,
    .badge = (char *)QA_LEAD,
    .pin = (char *)QA_LEAD_PIN,
  };

  return goods_run (self, &vouch_plan_retire, QA_LEAD, &request, error);
}

static void
add_second_lead (StationFixture *self)
{
  VouchAddUserRequest request = { (char *)SECOND_LEAD, (char *)"Second", (char *)"qa_lead", (char *)SECOND_PIN };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = goods_run (self, &vouch_user_add, "VB1001", &request, &error);

  g_assert_no_error (error);
}

typedef struct
{
  const char *sku;
  gint64 version;
  VouchPlanContent *plan;
  GPtrArray *gtins;
  char *json;
} PlanQuery;

static gpointer
read_plan (VouchConn *conn, gpointer data, GError **error)
{
  PlanQuery *query = data;
  g_autoptr (VouchProduct) product = vouch_product_store_find_by_sku (conn, query->sku, error);
  g_autoptr (JsonObject) object = NULL;

  query->gtins = vouch_product_store_list_gtins (conn, product->id, error);
  query->plan = vouch_plan_content_load (conn, product->id, VOUCH_PLAN_TYPE_INCOMING, query->version, error);
  object = query->plan != NULL ? vouch_plan_json_write (conn, query->plan, 0, error) : NULL;
  query->json = object != NULL ? vouch_json_write (object) : NULL;
  return query->json;
}

static PlanQuery
load (StationFixture *self, const char *sku, gint64 version)
{
  PlanQuery query = { .sku = sku, .version = version };
  g_autoptr (GError) error = NULL;

  vouch_station_read (self->station, read_plan, &query, &error);
  g_assert_no_error (error);
  return query;
}

static void
query_clear (PlanQuery *query)
{
  vouch_plan_content_free (query->plan);
  g_ptr_array_unref (query->gtins);
  g_free (query->json);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlanQuery, query_clear)

static void
assert_error (GError **error, VouchErrorCode code, const char *field)
{
  g_assert_error (*error, VOUCH_ERROR, (int)code);
  g_test_message ("%s", (*error)->message);
  g_assert_cmpstr (vouch_error_get_field (*error), ==, field);
  g_clear_error (error);
}

static gint64
count_in_force (StationFixture *self)
{
  return station_fixture_ask (self, "SELECT count(*) FROM inspection_plan JOIN product ON product.id = product_id "
                                    "WHERE sku = 'CUP-350' AND state = 'approved'");
}

static void
test_the_example_plans_have_no_faults (StationFixture *self, gconstpointer data)
{
  static const char *const skus[] = { "TEA-G100", "WATER-550",  "HONEY-500", "RICE-5KG", "IBU-24",
                                      "VITC-100", "CHG-USBC20", "CUP-350",   "IODO-100", "TOWEL-3474" };

  for (guint i = 0; i < G_N_ELEMENTS (skus); i++)
    {
      g_auto (PlanQuery) query = load (self, skus[i], 1);
      g_autoptr (GPtrArray) faults = vouch_plan_fault_list (query.plan, query.gtins);
      g_autoptr (GError) error = NULL;

      vouch_plan_fault_refuse (faults, &error);
      g_assert_no_error (error);
      g_assert_cmpint (((const VouchSamplingRule *)g_ptr_array_index (query.plan->rules, 0))->id, !=, 0);
    }
}

static void
test_what_is_shown_can_be_drafted_again (StationFixture *self, gconstpointer data)
{
  g_auto (PlanQuery) first = load (self, "IODO-100", 1);
  gint64 version = draft_good (self, INSPECTOR, "IODO-100", 0, first.json);
  g_auto (PlanQuery) second = load (self, "IODO-100", version);
  g_autofree char *rules = g_strdup (strstr (first.json, "\"rules\""));

  g_assert_cmpint (version, ==, 2);
  g_assert_true (g_str_has_suffix (second.json, rules));
  g_assert_true (second.plan->plan->decider_not_inspector == first.plan->plan->decider_not_inspector);
}

static void
test_a_draft_is_as_an_earlier_version_but_for_what_it_says (StationFixture *self, gconstpointer data)
{
  gint64 version = draft_good (self, INSPECTOR, CUP, 1, "{\"rules\":[" BY_CLASS "],\"decider_not_inspector\":true}");
  g_auto (PlanQuery) query = load (self, CUP, version);

  g_assert_cmpuint (query.plan->rules->len, ==, 3);
  g_assert_cmpuint (query.plan->characteristics->len, ==, 4);
  g_assert_true (query.plan->plan->decider_not_inspector);
  g_assert_cmpstr (query.plan->plan->aql, ==, "0.10");
  g_assert_cmpint (query.plan->plan->drafted_at, >, 0);
  g_assert_cmpint (query.plan->plan->approver_id, ==, 0);
  version = draft_good (self, OTHER_INSPECTOR, CUP, version, NULL);
  g_assert_cmpint (version, ==, 3);
}

static void
test_a_draft_retires_its_authors_earlier_one (StationFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchPlanChanged) other = draft (self, OTHER_INSPECTOR, CUP, 1, NULL, &error);
  g_autoptr (VouchPlanChanged) first = draft (self, INSPECTOR, CUP, 1, NULL, &error);
  g_autoptr (VouchPlanChanged) second = draft (self, INSPECTOR, CUP, 1, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (second->retired_version, ==, first->version);
  g_assert_null (approve_as_lead (self, CUP, first->version, &error));
  assert_error (&error, VOUCH_ERROR_CONFLICT, "plan_version");
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM inspection_plan WHERE state = 'draft'"), ==, 2);
  g_assert_cmpint (count_in_force (self), ==, 1);
}

static void
test_approval_retires_the_version_in_force_and_is_signed (StationFixture *self, gconstpointer data)
{
  gint64 version = draft_good (self, INSPECTOR, CUP, 1, "{\"rules\":[" BY_CLASS "]}");
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchPlanChanged) changed = approve_as_lead (self, CUP, version, &error);

  g_assert_no_error (error);
  g_assert_cmpint (changed->state, ==, VOUCH_PLAN_STATE_APPROVED);
  g_assert_cmpint (changed->retired_version, ==, 1);
  g_assert_cmpint (count_in_force (self), ==, 1);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM signature WHERE meaning = 'plan_approved' AND "
                                              "subject = 'inspection_plan'"),
                   ==, 1);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM inspection_plan WHERE version = 1 AND "
                                              "state = 'retired' AND retired_at > 0"),
                   ==, 1);
  g_assert_null (approve_as_lead (self, CUP, version, &error));
  assert_error (&error, VOUCH_ERROR_CONFLICT, "plan_version");
}

static void
test_nobody_approves_a_plan_of_their_own (StationFixture *self, gconstpointer data)
{
  gint64 version = draft_good (self, QA_LEAD, CUP, 1, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchPlanChanged) changed = NULL;

  g_assert_null (approve_as_lead (self, CUP, version, &error));
  assert_error (&error, VOUCH_ERROR_DENIED, "plan_version");
  add_second_lead (self);
  changed = approve (self, SECOND_LEAD, SECOND_PIN, CUP, version, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (changed->version, ==, version);
}

static void
test_approval_needs_the_right_pin_and_what_the_signer_saw (StationFixture *self, gconstpointer data)
{
  gint64 first = draft_good (self, INSPECTOR, CUP, 1, NULL), second = draft_good (self, OTHER_INSPECTOR, CUP, 1, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchPlanChanged) changed = NULL;

  g_assert_null (approve (self, QA_LEAD, "000000", CUP, first, 0, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED);
  g_clear_error (&error);
  changed = approve (self, QA_LEAD, QA_LEAD_PIN, CUP, first, 1, &error);
  g_assert_no_error (error);
  g_assert_null (approve (self, QA_LEAD, QA_LEAD_PIN, CUP, second, 1, &error));
  assert_error (&error, VOUCH_ERROR_CONFLICT, "seen");
  g_assert_null (approve_as_lead (self, CUP, 99, &error));
  assert_error (&error, VOUCH_ERROR_NOT_FOUND, "plan_version");
}

static void
test_a_retired_version_leaves_the_product_without_a_plan (StationFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchPlanChanged) changed = NULL;

  g_assert_null (retire (self, "TEA-G100", 1, NULL, &error));
  assert_error (&error, VOUCH_ERROR_INVALID, "reason");
  changed = retire (self, "TEA-G100", 1, "the tea is sold no more", &error);
  g_assert_no_error (error);
  g_assert_cmpint (changed->state, ==, VOUCH_PLAN_STATE_RETIRED);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM signature WHERE meaning = 'plan_retired'"), ==, 1);
  g_assert_null (retire (self, "TEA-G100", 1, "again", &error));
  assert_error (&error, VOUCH_ERROR_CONFLICT, "plan_version");
}

static gpointer
write_sql (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_conn_exec (conn, data, error) ? data : NULL;
}

/* Not even by somebody with a tool for databases. */
static void
test_a_version_never_changes (StationFixture *self, gconstpointer data)
{
  static const char *const changes[] = {
    "UPDATE sampling_rule SET aql = '10'",
    "DELETE FROM sampling_rule",
    "UPDATE characteristic SET required = 0",
    "DELETE FROM characteristic",
    "UPDATE inspection_plan SET level = 'I'",
    "UPDATE inspection_plan SET draw_by = '1'",
    "UPDATE inspection_plan SET arrival_checks = 'papers'",
    "UPDATE inspection_plan SET state = 'draft'",
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", changes[i]);
      g_assert_null (vouch_db_write (vouch_station_get_db (self->station), write_sql, (gpointer)changes[i], &error));
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
    }
}

/* What is drafted as version 1 but for @content, and what is told: "part position field", with commas. */
static const struct
{
  const char *content;
  const char *faults;
} bad_drafts[] = {
  { "{\"rules\":[]}", "plan 0 rules" },
  { "{\"rules\":[{\"standard\":\"iso\",\"type\":\"twice\",\"level\":\"IV\",\"aql\":\"3\"}]}",
    "rule 1 standard, rule 1 type, rule 1 level, rule 1 aql" },
  { "{\"rules\":[{}]}", "rule 1 standard, rule 1 type, rule 1 level, rule 1 aql" },
  { "{\"rules\":[{\"standard\":\"iso2859-1:1999\",\"type\":\"double\",\"level\":\"II\",\"aql\":\"1\"}]}",
    "rule 1 type" },
  { "{\"rules\":[{" AQL "\"aql\":\"15\"}]}", "rule 1 counts_nonconformities" },
  { "{\"rules\":[{" AQL "\"aql\":\"1.0\",\"limit_number\":3}]}", "rule 1 limit_number" },
  { "{\"rules\":[{" AQL "\"aql\":\"1.0\",\"n\":5}]}", "rule 1 n" },
  { "{\"rules\":[{" AQL "\"aql\":\"1.0\"},{" AQL "\"aql\":\"2.5\"}]}", "rule 2 scope" },
  { "{\"rules\":[" BY_CLASS ",{\"scope\":\"minor\"," AQL "\"aql\":\"4.0\"}]}", "rule 4 scope" },
  { "{\"rules\":[" BY_CLASS ",{" AQL "\"aql\":\"4.0\"}]}", "plan 0 rules" },
  { "{\"rules\":[{\"scope\":\"major\"," AQL "\"aql\":\"4.0\"}]}", "plan 0 rules" },
  { "{\"rules\":[{\"method\":\"skip_lot\",\"qualify\":10,\"every\":2,\"requalify\":4}]}", "plan 0 rules" },
  { "{\"rules\":[{" AQL "\"aql\":\"1.0\"},{\"method\":\"skip_lot\",\"qualify\":10,\"every\":9,\"requalify\":4}]}",
    "rule 2 every" },
  { "{\"rules\":[{" AQL "\"aql\":\"1.0\"},{\"scope\":\"minor\",\"method\":\"skip_lot\",\"qualify\":10,\"every\":2,"
    "\"requalify\":4}]}",
    "rule 2 scope" },
  { "{\"rules\":[{\"method\":\"zero\"}]}", "rule 1 rql, rule 1 risk" },
  { "{\"rules\":[{\"method\":\"zero\",\"rql\":1000000,\"risk\":1000000}]}", "rule 1 rql, rule 1 risk" },
  { "{\"rules\":[{\"method\":\"fixed\",\"n\":0}]}", "rule 1 n" },
  { "{\"rules\":[{\"method\":\"fixed\",\"n\":5,\"ac\":5}]}", "rule 1 ac" },
  { "{\"rules\":[{\"method\":\"percent\",\"share\":10001}]}", "rule 1 share" },
  { "{\"rules\":[{\"method\":\"percent\",\"ac\":-1}]}", "rule 1 share, rule 1 ac" },
  { "{\"rules\":[{\"method\":\"full\",\"ac\":-1}]}", "rule 1 ac" },
  { "{\"rules\":[{\"method\":\"variables\",\"level\":\"II\",\"aql\":\"1.0\",\"characteristic\":3,"
    "\"variables_method\":\"s\"}]}",
    "plan 0 rules" },
  { "{\"rules\":[{" AQL "\"aql\":\"1.0\"},{\"method\":\"variables\",\"level\":\"S-1\",\"aql\":\"15\","
    "\"characteristic\":1,\"variables_method\":\"range\"}]}",
    "rule 2 characteristic, rule 2 aql, rule 2 level, rule 2 variables_method" },
  { "{\"rules\":[{" AQL "\"aql\":\"1.0\"},{\"method\":\"variables\",\"level\":\"II\",\"aql\":\"1.0\","
    "\"characteristic\":9,\"variables_method\":\"sigma\"}]}",
    "rule 2 characteristic, rule 2 sigma" },
  { "{\"rules\":[{" AQL "\"aql\":\"1.0\"},{\"method\":\"variables\",\"level\":\"II\",\"aql\":\"1.0\","
    "\"characteristic\":3,\"variables_method\":\"s\",\"sigma\":5},{\"method\":\"variables\",\"level\":\"II\","
    "\"aql\":\"1.0\",\"characteristic\":3,\"variables_method\":\"s\"}]}",
    "rule 2 sigma, rule 3 characteristic" },
  { "{\"characteristics\":[]}", "plan 0 characteristics" },
  { "{\"characteristics\":[{\"kind\":\"attribute\",\"name_en\":\"A\",\"name_zh\":\"甲\"}]}", "plan 0 characteristics" },
  { "{\"characteristics\":[{\"kind\":\"attribute\",\"name_en\":\"A\",\"required\":true}]}", "check 1 name_zh" },
  { "{\"characteristics\":[{\"kind\":\"variable\",\"name_en\":\"A\",\"name_zh\":\"甲\",\"required\":true}]}",
    "check 1 lower" },
  { "{\"characteristics\":[{\"kind\":\"count\",\"name_en\":\"A\",\"name_zh\":\"甲\",\"required\":true}]}",
    "check 1 upper" },
  { "{\"characteristics\":[{\"kind\":\"variable\",\"name_en\":\"A\",\"name_zh\":\"甲\",\"required\":true,"
    "\"lower\":{\"quantity\":\"2\",\"unit\":\"g\"},\"upper\":{\"quantity\":\"1\",\"unit\":\"g\"}}]}",
    "check 1 lower" },
  { "{\"rules\":[" BY_CLASS "],\"characteristics\":[{\"kind\":\"attribute\",\"name_en\":\"A\",\"name_zh\":\"甲\","
    "\"required\":true}]}",
    "check 1 defect_code" },
  { "{\"rules\":[{" AQL "\"aql\":\"1.0\"},{\"method\":\"variables\",\"level\":\"II\",\"aql\":\"1.0\","
    "\"characteristic\":1,\"variables_method\":\"s\"}],\"characteristics\":[{\"kind\":\"variable\",\"name_en\":\"A\","
    "\"name_zh\":\"甲\",\"required\":true,\"may_not_apply\":true,\"lower\":{\"quantity\":\"2\",\"unit\":\"g\"}}]}",
    "rule 2 characteristic" },
  { "{\"draw_by\":\"carton\"}", "plan 0 draw_by" },
  { "{\"arrival_checks\":\"smell\"}", "plan 0 arrival_checks" },
};

typedef struct
{
  JsonObject *object;
  PlanQuery *query;
} FaultQuery;

static gpointer
read_content (VouchConn *conn, gpointer data, GError **error)
{
  FaultQuery *query = data;

  return vouch_plan_json_read (conn, query->object, query->query->plan, error) ? query : NULL;
}

static char *
dup_faults (StationFixture *self, const char *content)
{
  g_auto (PlanQuery) query = load (self, CUP, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) object = vouch_json_parse_object (content, -1, &error);
  FaultQuery read = { object, &query };
  g_autoptr (GPtrArray) faults = NULL;
  GString *text = g_string_new (NULL);

  vouch_station_read (self->station, read_content, &read, &error);
  g_assert_no_error (error);
  faults = vouch_plan_fault_list (query.plan, query.gtins);
  for (guint i = 0; i < faults->len; i++)
    {
      const VouchPlanFault *fault = g_ptr_array_index (faults, i);

      g_assert_cmpuint (strlen (fault->message), >, 10);
      g_string_append_printf (text, "%s%s %d %s", i > 0 ? ", " : "",
                              vouch_enum_get_name (&vouch_plan_part_values, (int)fault->part), (int)fault->position,
                              fault->field);
    }
  return g_string_free (text, FALSE);
}

static guint
count (const char *text, char wanted)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == wanted;
  return n;
}

static void
assert_as_many (const char *lines, char line_end, const char *list, char comma)
{
  g_assert_cmpuint (count (lines, line_end), ==, count (list, comma));
}

static void
test_every_fault_is_told_at_once (StationFixture *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_drafts); i++)
    {
      g_autofree char *faults = dup_faults (self, bad_drafts[i].content);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", bad_drafts[i].content);
      g_assert_cmpstr (faults, ==, bad_drafts[i].faults);
      g_assert_null (draft (self, INSPECTOR, CUP, 1, bad_drafts[i].content, &error));
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
      assert_as_many (error->message, '\n', faults, ',');
    }
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM inspection_plan WHERE state = 'draft'"), ==, 0);
}

static void
test_what_cannot_be_read_is_refused_by_name (StationFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *content;
    const char *field;
  } unreadable[] = {
    { "{\"rule\":[]}", "rule" },
    { "{\"rules\":{}}", "rules" },
    { "{\"rules\":[1]}", "rules" },
    { "{\"rules\":[{\"method\":\"guess\"}]}", "rules[1].method" },
    { "{\"rules\":[{},{\"AQL\":\"1\"}]}", "rules[2].AQL" },
    { "{\"rules\":[{\"n\":\"5\"}]}", "rules[1].n" },
    { "{\"characteristics\":[{\"defect_code\":\"999\"}]}", "characteristics[1].defect_code" },
    { "{\"characteristics\":[{\"defect_code\":8}]}", "characteristics[1].defect_code" },
    { "{\"characteristics\":[{\"colour\":\"red\"}]}", "characteristics[1].colour" },
    { "{\"decider_not_inspector\":1}", "decider_not_inspector" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (unreadable); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", unreadable[i].content);
      g_assert_null (draft (self, INSPECTOR, CUP, 1, unreadable[i].content, &error));
      assert_error (&error, VOUCH_ERROR_INVALID, unreadable[i].field);
    }
}

static void
test_good_rules_of_every_method_are_taken (StationFixture *self, gconstpointer data)
{
  static const char *const good[] = {
    "{\"rules\":[{" AQL "\"aql\":\"1\"}]}",
    "{\"rules\":[{" AQL "\"aql\":\"15\",\"counts_nonconformities\":true}]}",
    "{\"rules\":[{\"standard\":\"mil-std-105e\",\"type\":\"multiple\",\"level\":\"S-4\",\"aql\":\"0.65\","
    "\"limit_number\":2}]}",
    "{\"rules\":[{\"method\":\"zero\",\"rql\":25000,\"risk\":100000}]}",
    "{\"rules\":[{\"method\":\"fixed\",\"n\":5,\"ac\":4}]}",
    "{\"rules\":[{\"method\":\"percent\",\"share\":1}]}",
    "{\"rules\":[{\"method\":\"full\"}]}",
    "{\"rules\":[" BY_CLASS ",{\"method\":\"skip_lot\",\"qualify\":10,\"every\":5,\"requalify\":4}]}",
    "{\"rules\":[{" AQL "\"aql\":\"1\"},{\"method\":\"variables\",\"level\":\"I\",\"aql\":\"1\",\"characteristic\":3,"
    "\"variables_method\":\"sigma\",\"sigma\":2500000}]}",
    "{\"draw_by\":null,\"arrival_checks\":\"papers,packaging\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_cmpint (draft_good (self, INSPECTOR, CUP, 1, good[i]), ==, i + 2);
}

static void
test_a_draw_goes_by_a_package_of_the_product (StationFixture *self, gconstpointer data)
{
  g_auto (PlanQuery) tea = load (self, "TEA-G100", 1);
  const VouchProductGtin *piece = g_ptr_array_index (tea.gtins, 0), *carton = g_ptr_array_index (tea.gtins, 1);
  g_autofree char *by_carton = g_strdup_printf ("{\"draw_by\":\"%s\"}", carton->gtin);
  g_autofree char *by_piece = g_strdup_printf ("{\"draw_by\":\"%s\"}", piece->gtin);
  g_autoptr (GError) error = NULL;

  draft_good (self, INSPECTOR, "TEA-G100", 1, by_carton);
  g_assert_null (draft (self, INSPECTOR, "TEA-G100", 1, by_piece, &error));
  g_assert_nonnull (strstr (error->message, carton->gtin));
  assert_error (&error, VOUCH_ERROR_INVALID, "draw_by");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, StationFixture, NULL, station_fixture_set_up, test, station_fixture_tear_down)
  ADD ("/plans/the-example-plans-have-no-faults", test_the_example_plans_have_no_faults);
  ADD ("/plans/what-is-shown-can-be-drafted-again", test_what_is_shown_can_be_drafted_again);
  ADD ("/plans/a-draft-is-as-an-earlier-version-but-for-what-it-says",
       test_a_draft_is_as_an_earlier_version_but_for_what_it_says);
  ADD ("/plans/a-draft-retires-its-authors-earlier-one", test_a_draft_retires_its_authors_earlier_one);
  ADD ("/plans/approval-retires-the-version-in-force-and-is-signed",
       test_approval_retires_the_version_in_force_and_is_signed);
  ADD ("/plans/nobody-approves-a-plan-of-their-own", test_nobody_approves_a_plan_of_their_own);
  ADD ("/plans/approval-needs-the-right-pin-and-what-the-signer-saw",
       test_approval_needs_the_right_pin_and_what_the_signer_saw);
  ADD ("/plans/a-retired-version-leaves-the-product-without-a-plan",
       test_a_retired_version_leaves_the_product_without_a_plan);
  ADD ("/plans/a-version-never-changes", test_a_version_never_changes);
  ADD ("/plans/every-fault-is-told-at-once", test_every_fault_is_told_at_once);
  ADD ("/plans/what-cannot-be-read-is-refused-by-name", test_what_cannot_be_read_is_refused_by_name);
  ADD ("/plans/good-rules-of-every-method-are-taken", test_good_rules_of_every_method_are_taken);
  ADD ("/plans/a-draw-goes-by-a-package-of-the-product", test_a_draw_goes_by_a_package_of_the_product);
  return g_test_run ();
}
