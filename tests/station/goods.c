#include "goods.h"

#include "vouch-outbox-store.h"
#include "vouch-plan-store.h"
#include "vouch-policy-work.h"
#include "vouch-product-store.h"

gpointer
goods_run (StationFixture *fixture, const VouchUseCase *use_case, const char *badge, gconstpointer request,
           GError **error)
{
  g_autoptr (VouchActor) actor = station_fixture_dup_actor (fixture, badge);

  vouch_clock_advance (fixture->clock, G_USEC_PER_SEC);
  return vouch_use_case_run (use_case, fixture->station, actor, NULL, request, error);
}

void
goods_set_policy (StationFixture *fixture, const char *name, const char *value)
{
  VouchPolicyRequest request = { (char *)name, (char *)value };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = goods_run (fixture, &vouch_policy_change, "VB1001", &request, &error);

  g_assert_no_error (error);
}

gint64
goods_open (StationFixture *fixture, const char *delivery)
{
  VouchOpenRequest request = { (char *)delivery };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) receipt = goods_run (fixture, &vouch_receive_open, INSPECTOR, &request, &error);

  g_assert_no_error (error);
  return receipt->id;
}

static gpointer
read_product (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_product_store_find_by_sku (conn, data, error);
}

gint64
goods_find_product (StationFixture *fixture, const char *sku)
{
  g_autoptr (VouchProduct) product = vouch_station_read (fixture->station, read_product, (gpointer)sku, NULL);

  g_assert_nonnull (product);
  return product->id;
}

VouchCounted *
goods_count (StationFixture *fixture, gint64 receipt_id, const char *sku, const char *supplier_lot, int expires_in_days,
             gint64 pieces, GError **error)
{
  VouchCountRequest request = {
    .receipt_id = receipt_id,
    .product_id = goods_find_product (fixture, sku),
    .supplier_lot = (char *)supplier_lot,
    .quantity = PIECES (pieces),
  };

  if (expires_in_days != 0)
    request.expiry = vouch_date_add_days (vouch_clock_today (fixture->clock), expires_in_days);
  return goods_run (fixture, &vouch_receive_count, INSPECTOR, &request, error);
}

static void
run_on_lot (StationFixture *fixture, const VouchUseCase *use_case, gconstpointer request)
{
  g_autoptr (GError) error = NULL;
  gpointer answer = goods_run (fixture, use_case, INSPECTOR, request, &error);

  g_assert_no_error (error);
  vouch_record_free (use_case->answer, answer);
}

void
goods_plan (StationFixture *fixture, gint64 lot_id)
{
  run_on_lot (fixture, &vouch_inspect_plan, &(VouchLotRequest){ lot_id });
}

void
goods_pass (StationFixture *fixture, gint64 lot_id, int units)
{
  for (int i = 1; i <= units; i++)
    run_on_lot (fixture, &vouch_inspect_pass_unit, &(VouchPassRequest){ lot_id, i, 1 });
}

void
goods_fail (StationFixture *fixture, gint64 lot_id, gint64 position)
{
  g_autoptr (VouchLotFile) file = goods_load (fixture, lot_id);
  const VouchCharacteristic *first = g_ptr_array_index (file->characteristics, 0);

  run_on_lot (
      fixture, &vouch_inspect_record,
      &(VouchRecordRequest){
          .lot_id = lot_id, .position = position, .characteristic_id = first->id, .result = VOUCH_RESULT_FAIL });
}

VouchDecided *
goods_accept (StationFixture *fixture, gint64 lot_id, const char *badge, GError **error)
{
  return goods_run (fixture, &vouch_decide_accept_within_plan, badge, &(VouchSignRequest){ lot_id, (char *)badge },
                    error);
}

void
goods_reject (StationFixture *fixture, gint64 lot_id)
{
  run_on_lot (fixture, &vouch_decide_confirm_rejection, &(VouchSignRequest){ lot_id, (char *)INSPECTOR });
}

void
goods_hold (StationFixture *fixture, gint64 lot_id)
{
  run_on_lot (fixture, &vouch_decide_hold, &(VouchHoldRequest){ lot_id, (char *)"doubt" });
}

gint64
goods_tea_counted (StationFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchCounted) counted =
      goods_count (fixture, goods_open (fixture, "PO-2026-0001"), "TEA-G100", "QH26A01", 510, 200, &error);

  g_assert_no_error (error);
  return counted->lot_id;
}

gint64
goods_tea_released (StationFixture *fixture)
{
  gint64 lot_id = goods_tea_counted (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDecided) decided = NULL;

  goods_plan (fixture, lot_id);
  goods_pass (fixture, lot_id, 5);
  decided = goods_accept (fixture, lot_id, INSPECTOR, &error);
  g_assert_no_error (error);
  return lot_id;
}

gint64
goods_tea_rejected (StationFixture *fixture)
{
  gint64 lot_id = goods_tea_counted (fixture);

  goods_plan (fixture, lot_id);
  goods_fail (fixture, lot_id, 1);
  goods_reject (fixture, lot_id);
  return lot_id;
}

static gpointer
read_file (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_lot_file_load (conn, *(gint64 *)data, error);
}

VouchLotFile *
goods_load (StationFixture *fixture, gint64 lot_id)
{
  g_autoptr (GError) error = NULL;
  VouchLotFile *file = vouch_station_read (fixture->station, read_file, &lot_id, &error);

  g_assert_no_error (error);
  return file;
}

typedef struct
{
  const char *sku;
  const VouchSamplingRule *rules;
  guint n_rules;
  const char *draw_by;
} RulesJob;

static RulesJob job;

static gboolean
copy_characteristics (VouchAct *act, gint64 from, gint64 to, GError **error)
{
  g_autoptr (GPtrArray) list = vouch_plan_store_list_characteristics (act->conn, from, error);

  for (guint i = 0; i < list->len; i++)
    {
      VouchCharacteristic *characteristic = g_ptr_array_index (list, i);

      characteristic->id = vouch_act_next_id (act);
      characteristic->plan_id = to;
      if (!vouch_act_insert (act, &vouch_characteristic_type, characteristic, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
set_rules (VouchAct *act, gconstpointer request, gpointer answer, GError **error)
{
  g_autoptr (VouchProduct) product = vouch_product_store_find_by_sku (act->conn, job.sku, error);
  g_autoptr (VouchInspectionPlan) plan = vouch_plan_store_find_incoming (act->conn, product->id, error);
  gint64 before = plan->id;

  plan->id = vouch_act_next_id (act);
  plan->version++;
  g_free (plan->draw_by);
  plan->draw_by = g_strdup (job.draw_by);
  if (!vouch_act_insert (act, &vouch_inspection_plan_type, plan, error) ||
      !copy_characteristics (act, before, plan->id, error))
    return FALSE;
  for (guint i = 0; i < job.n_rules; i++)
    {
      g_autoptr (VouchSamplingRule) rule = vouch_record_copy (&vouch_sampling_rule_type, &job.rules[i]);

      rule->id = vouch_act_next_id (act);
      rule->plan_id = plan->id;
      rule->position = i + 1;
      if (!vouch_act_insert (act, &vouch_sampling_rule_type, rule, error))
        return FALSE;
    }
  return TRUE;
}

void
goods_set_rules (StationFixture *fixture, const char *sku, const char *draw_by, const VouchSamplingRule *rules,
                 guint n_rules)
{
  VouchUseCase use_case = vouch_inspect_plan;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchProgress) progress = NULL;

  use_case.name = "test.rules";
  use_case.act = set_rules;
  job = (RulesJob){ sku, rules, n_rules, draw_by };
  progress = goods_run (fixture, &use_case, INSPECTOR, &(VouchLotRequest){ 1 }, &error);
  g_assert_no_error (error);
}

static gpointer
read_waiting (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_outbox_store_list_waiting (conn, error);
}

char *
goods_write_publication (StationFixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = vouch_station_read (fixture->station, read_waiting, NULL, &error);
  char *path = g_build_filename (fixture->directory, name, NULL);
  const VouchOutbox *last;

  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, >, 0);
  last = g_ptr_array_index (rows, rows->len - 1);
  g_file_set_contents (path, last->line, -1, &error);
  g_assert_no_error (error);
  return path;
}
