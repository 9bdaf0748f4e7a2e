#include "vouch-public-state.h"

#include "vouch-policy-rule.h"

static void
fill_sampling (VouchPublicRecord *record, const VouchLotFile *file)
{
  const VouchInspection *inspection = file->inspection;

  record->verdict = VOUCH_PUBLIC_VERDICT_PENDING;
  if (inspection == NULL)
    return;
  record->standard = g_strdup (inspection->standard);
  record->level = g_strdup (inspection->level);
  record->aql = g_strdup (inspection->aql);
  record->code_letter = g_strdup (inspection->plan_letter);
  record->lot_size = inspection->lot_size;
  record->sample_size = inspection->sample_size;
  record->ac = inspection->ac;
  record->re = inspection->re;
  record->nonconforming = vouch_tally_get_nonconforming (file->tally);
  record->inspected_at = inspection->completed_at;
}

static VouchPublicVerdict
choose_verdict (const VouchLotFile *file)
{
  const VouchUsageDecision *last;

  if (file->decisions->len == 0)
    return VOUCH_PUBLIC_VERDICT_PENDING;
  last = g_ptr_array_index (file->decisions, file->decisions->len - 1);
  if (last->kind == VOUCH_DECISION_KIND_CONCESSION)
    return VOUCH_PUBLIC_VERDICT_CONCESSION;
  if (last->kind == VOUCH_DECISION_KIND_PARTIAL)
    return VOUCH_PUBLIC_VERDICT_PARTIAL;
  return last->accepted > 0 ? VOUCH_PUBLIC_VERDICT_ACCEPTED : VOUCH_PUBLIC_VERDICT_REJECTED;
}

static gboolean
is_released (const VouchLot *lot)
{
  return lot->status == VOUCH_LOT_STATUS_RELEASED || lot->status == VOUCH_LOT_STATUS_CONCESSION;
}

/**
 * vouch_public_state_make:
 * @act: the act that changed the lot
 * @file: the lot's file
 * @rev: the publication's revision
 * @error: INVALID if the record cannot be published as it is
 *
 * Returns: (transfer full) (nullable): what the public may know of the lot now
 */
VouchPublicRecord *
vouch_public_state_make (VouchAct *act, const VouchLotFile *file, gint64 rev, GError **error)
{
  VouchPublicRecord *record = vouch_public_record_new ();
  const VouchProduct *product = file->product;
  const VouchParty *maker = file->maker != NULL ? file->maker : file->supplier;

  record->lot = g_strdup (file->lot->number);
  record->gtin = vouch_policy_dup_serial_gtin (act->conn, product);
  record->rev = rev;
  record->product_name_en = g_strdup (product->name_en);
  record->product_name_zh = g_strdup (product->name_zh);
  record->spec = g_strdup (product->spec);
  record->brand = g_strdup (product->brand);
  record->maker = g_strdup (maker->name_zh);
  record->origin = g_strdup (product->origin);
  record->produced = file->lot->produced;
  record->expiry = file->lot->expiry;
  fill_sampling (record, file);
  record->verdict = choose_verdict (file);
  record->received_at = file->receipt->arrived_at;
  record->released_at = is_released (file->lot) ? vouch_act_get_now (act) : 0;
  record->status = is_released (file->lot) ? VOUCH_PUBLIC_STATUS_RELEASED : VOUCH_PUBLIC_STATUS_ON_HOLD;
  record->status_since = vouch_act_get_now (act);
  record->care_en = g_strdup (product->care_en);
  record->care_zh = g_strdup (product->care_zh);
  record->contact = vouch_policy_dup (act->conn, "public-contact");
  record->host = vouch_policy_dup (act->conn, "host");
  record->published_at = vouch_act_get_now (act);
  record->utc_offset_s = vouch_clock_offset (vouch_station_get_clock (act->station), record->published_at);
  if (vouch_public_record_check (record, error))
    return record;
  vouch_public_record_free (record);
  return NULL;
}
