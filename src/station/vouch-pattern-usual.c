/* What the numbers of the usual carriers look like, in China and abroad. Facts that carriers publish or that stand on
 * their labels; a warehouse changes them as they change. Numbers of figures alone that others have, too, are there but
 * not in use until somebody wants them. */
#include "vouch-pattern-work.h"
#include "vouch-scan-pattern-store.h"

static const struct
{
  const char *name;
  const char *meaning;
  const char *pattern;
  VouchCarrierCheck check;
  gboolean is_active;
} usual[] = {
  { "SF Express", "SF Express 顺丰速运", "SF#{13}", VOUCH_CARRIER_CHECK_NONE, TRUE },
  { "JD Logistics", "JD Logistics 京东物流", "(JD&{9,15})|(JD&{9,15})-#{1,3}-#{1,3}-", VOUCH_CARRIER_CHECK_NONE, TRUE },
  { "YTO Express", "YTO Express 圆通速递", "YT#{13}", VOUCH_CARRIER_CHECK_NONE, TRUE },
  { "J&T Express", "J&T Express 极兔速递", "JT#{13}", VOUCH_CARRIER_CHECK_NONE, TRUE },
  { "Deppon", "Deppon 德邦快递", "DPK#{12}", VOUCH_CARRIER_CHECK_NONE, TRUE },
  { "Cainiao", "Cainiao 菜鸟", "LP#{14}", VOUCH_CARRIER_CHECK_NONE, TRUE },
  { "ZTO Express", "ZTO Express 中通快递", "7[3-8]#{12}", VOUCH_CARRIER_CHECK_NONE, TRUE },
  { "STO Express", "STO Express 申通快递", "77#{13}", VOUCH_CARRIER_CHECK_NONE, TRUE },
  { "Yunda Express", "Yunda Express 韵达速递", "[34]#{14}", VOUCH_CARRIER_CHECK_NONE, TRUE },
  { "Post S10", "EMS / UPU S10 邮政", "@@#{9}@@", VOUCH_CARRIER_CHECK_S10, TRUE },
  { "UPS", "UPS", "1Z&{16}", VOUCH_CARRIER_CHECK_UPS, TRUE },
  { "DHL parcel", "DHL", "JJD0#{16,17}|JD0#{17}", VOUCH_CARRIER_CHECK_NONE, TRUE },
  { "USPS", "USPS", "9[1-5]#{20}|420#{5}(9[1-5]#{20})", VOUCH_CARRIER_CHECK_NONE, TRUE },
  { "Amazon", "Amazon Logistics", "TBA#{12}", VOUCH_CARRIER_CHECK_NONE, TRUE },
  { "SF Express, 12 figures", "SF Express 顺丰速运", "#{12}", VOUCH_CARRIER_CHECK_NONE, FALSE },
  { "FedEx Express", "FedEx", "#{12}", VOUCH_CARRIER_CHECK_FEDEX, FALSE },
  { "FedEx Ground", "FedEx", "#{15}|96#{20}", VOUCH_CARRIER_CHECK_NONE, FALSE },
  { "DHL Express", "DHL", "#{10}", VOUCH_CARRIER_CHECK_MOD7, FALSE },
  { "China Post parcel", "China Post 邮政快递包裹", "9[89]#{11}", VOUCH_CARRIER_CHECK_NONE, FALSE },
  { "EMS, China", "EMS 中国邮政特快", "1[0-9]#{11}", VOUCH_CARRIER_CHECK_NONE, FALSE },
};

static VouchScanPattern *
make (guint i)
{
  VouchScanPattern *pattern = vouch_scan_pattern_new ();

  pattern->name = g_strdup (usual[i].name);
  pattern->kind = VOUCH_SCAN_PATTERN_KIND_WAYBILL;
  pattern->meaning = g_strdup (usual[i].meaning);
  pattern->pattern = g_strdup (usual[i].pattern);
  pattern->check_rule = usual[i].check;
  pattern->opens = VOUCH_SCAN_PATTERN_OPENS_DELIVERY;
  pattern->position = 10 * ((gint64)i + 1);
  pattern->is_active = usual[i].is_active;
  return pattern;
}

/**
 * vouch_pattern_list_usual:
 *
 * Returns: (transfer full) (element-type VouchScanPattern): the usual carriers' patterns, without ids
 */
GPtrArray *
vouch_pattern_list_usual (void)
{
  GPtrArray *patterns = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_scan_pattern_free);

  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    g_ptr_array_add (patterns, make (i));
  return patterns;
}

static gboolean
insert (VouchAct *act, VouchScanPattern *pattern, guint *n_added, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchScanPattern) there = vouch_scan_pattern_store_find (act->conn, pattern->name, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (there != NULL)
    return TRUE;
  pattern->id = vouch_act_next_id (act);
  pattern->changed_by = vouch_act_get_actor_id (act);
  pattern->changed_at = vouch_act_get_now (act);
  ++*n_added;
  return vouch_act_insert (act, &vouch_scan_pattern_type, pattern, error);
}

/**
 * vouch_pattern_insert_usual:
 * @act: the act
 * @only: (nullable): the name of the one that is wanted; %NULL for all
 * @n_added: (out): how many were not there yet
 * @error: what the database said
 *
 * Returns: whether the patterns are there
 */
gboolean
vouch_pattern_insert_usual (VouchAct *act, const char *only, guint *n_added, GError **error)
{
  g_autoptr (GPtrArray) patterns = vouch_pattern_list_usual ();

  *n_added = 0;
  for (guint i = 0; i < patterns->len; i++)
    {
      VouchScanPattern *pattern = g_ptr_array_index (patterns, i);

      if ((only == NULL || g_str_equal (only, pattern->name)) && !insert (act, pattern, n_added, error))
        return FALSE;
    }
  return TRUE;
}
