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

/* A lot that was let go before and is blocked for good now is withdrawn; what is still undecided is on hold. */
static VouchPublicStatus
choose_status (const VouchLot *lot)
{
  switch (lot->status)
    {
    case VOUCH_LOT_STATUS_RELEASED:
    case VOUCH_LOT_STATUS_CONCESSION:
    case VOUCH_LOT_STATUS_CONSUMED:
      return VOUCH_PUBLIC_STATUS_RELEASED;
    case VOUCH_LOT_STATUS_RECALLED:
      return VOUCH_PUBLIC_STATUS_RECALLED;
    case VOUCH_LOT_STATUS_EXPIRED:
      return VOUCH_PUBLIC_STATUS_EXPIRED;
    case VOUCH_LOT_STATUS_REJECTED:
      return VOUCH_PUBLIC_STATUS_WITHDRAWN;
    case VOUCH_LOT_STATUS_PENDING:
    case VOUCH_LOT_STATUS_QUARANTINED:
    default:
      return VOUCH_PUBLIC_STATUS_ON_HOLD;
    }
}

/* When the goods that are out were let go: the decision that did it, whatever was published since. */
static gint64
find_release (const VouchLotFile *file)
{
  for (guint i = file->decisions->len; i > 0; i--)
    {
      const VouchUsageDecision *decision = g_ptr_array_index (file->decisions, i - 1);

      if (decision->accepted > 0)
        return decision->decided_at;
    }
  return 0;
}

static void
fill_recall (VouchPublicRecord *record, const VouchLotFile *file)
{
  const VouchRecall *last;

  if (record->status != VOUCH_PUBLIC_STATUS_RECALLED || file->recalls->len == 0)
    return;
  last = g_ptr_array_index (file->recalls, file->recalls->len - 1);
  record->recall_class = g_strdup (vouch_recall_class_get_numeral (last->class));
  record->notice_en = g_strdup (last->notice_en);
  record->notice_zh = g_strdup (last->notice_zh);
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
  record->released_at = vouch_lot_is_released (file->lot) ? find_release (file) : 0;
  record->status = choose_status (file->lot);
  fill_recall (record, file);
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
