#include "vouch-public-state.h"

#include "vouch-certificate-store.h"
#include "vouch-policy-work.h"
#include "vouch-public-report-store.h"

/* What the policies let the public see. */
typedef struct
{
  gboolean maker;
  gboolean origin;
  gboolean sample;
  gboolean report;
  gboolean certificates;
} Shown;

static gboolean
read_shown (VouchAct *act, Shown *shown, GError **error)
{
  return vouch_policy_read_flag (act->conn, VOUCH_POLICY_PUBLIC_MAKER, &shown->maker, error) &&
         vouch_policy_read_flag (act->conn, VOUCH_POLICY_PUBLIC_ORIGIN, &shown->origin, error) &&
         vouch_policy_read_flag (act->conn, VOUCH_POLICY_PUBLIC_SAMPLE, &shown->sample, error) &&
         vouch_policy_read_flag (act->conn, VOUCH_POLICY_PUBLIC_REPORT, &shown->report, error) &&
         vouch_policy_read_flag (act->conn, VOUCH_POLICY_PUBLIC_CERTIFICATES, &shown->certificates, error);
}

static void
fill_sampling (VouchPublicRecord *record, const VouchLotFile *file, gboolean shows_sample)
{
  const VouchInspection *inspection = file->inspection;

  if (inspection == NULL)
    return;
  record->inspected_at = inspection->completed_at;
  if (!shows_sample)
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
}

/* The last report that was made stays named until a newer one is. */
static gboolean
fill_report (VouchPublicRecord *record, VouchAct *act, gint64 lot_id, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchPublicReport) report = vouch_public_report_store_find_by_lot (act->conn, lot_id, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (report != NULL && report->sha256 != NULL)
    {
      record->report_sha256 = g_bytes_ref (report->sha256);
      record->report_size = report->size;
    }
  return TRUE;
}

static gboolean
fill_certificates (VouchPublicRecord *record, VouchAct *act, gint64 lot_id, GError **error)
{
  g_autoptr (GPtrArray) papers = vouch_certificate_store_list (act->conn, lot_id, error);

  for (guint i = 0; papers != NULL && i < papers->len; i++)
    {
      const VouchCertificate *paper = g_ptr_array_index (papers, i);
      VouchPublicCertificate *certificate = vouch_public_certificate_new ();

      certificate->kind = g_strdup (vouch_enum_get_name (&vouch_certificate_kind_values, paper->kind));
      certificate->number = g_strdup (paper->number);
      certificate->issuer = g_strdup (paper->issuer);
      certificate->issued = paper->issued;
      certificate->sha256 = g_bytes_ref (paper->sha256);
      certificate->size = paper->size;
      g_ptr_array_add (record->certificates, certificate);
    }
  return papers != NULL;
}

static gboolean
fill_papers (VouchPublicRecord *record, VouchAct *act, gint64 lot_id, const Shown *shown, GError **error)
{
  return (!shown->report || !shown->sample || fill_report (record, act, lot_id, error)) &&
         (!shown->certificates || fill_certificates (record, act, lot_id, error));
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
  g_autoptr (VouchPublicRecord) record = vouch_public_record_new ();
  const VouchProduct *product = file->product;
  const VouchParty *maker = file->maker != NULL ? file->maker : file->supplier;
  Shown shown;

  if (!read_shown (act, &shown, error))
    return NULL;
  record->lot = g_strdup (file->lot->number);
  record->gtin = vouch_policy_dup_serial_gtin (act->conn, product);
  record->rev = rev;
  record->product_name_en = g_strdup (product->name_en);
  record->product_name_zh = g_strdup (product->name_zh);
  record->spec = g_strdup (product->spec);
  record->brand = g_strdup (product->brand);
  record->maker = shown.maker ? g_strdup (maker->name_zh) : NULL;
  record->origin = shown.origin ? g_strdup (product->origin) : NULL;
  record->produced = file->lot->produced;
  record->expiry = file->lot->expiry;
  fill_sampling (record, file, shown.sample);
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
  if (!fill_papers (record, act, file->lot->id, &shown, error) || !vouch_public_record_check (record, error))
    return NULL;
  return g_steal_pointer (&record);
}
