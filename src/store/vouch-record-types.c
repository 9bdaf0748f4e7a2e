#include "vouch-record-types.h"

#include "vouch-administrator-key.h"
#include "vouch-arrival-check.h"
#include "vouch-attachment.h"
#include "vouch-certificate.h"
#include "vouch-characteristic.h"
#include "vouch-class-plan.h"
#include "vouch-code-batch.h"
#include "vouch-code-version.h"
#include "vouch-correction.h"
#include "vouch-count-pass.h"
#include "vouch-defect-code.h"
#include "vouch-delivery-line.h"
#include "vouch-delivery.h"
#include "vouch-draft.h"
#include "vouch-inspection-plan.h"
#include "vouch-inspection.h"
#include "vouch-lookup-cursor.h"
#include "vouch-lot-count.h"
#include "vouch-lot-hold.h"
#include "vouch-lot.h"
#include "vouch-ncr.h"
#include "vouch-outbox.h"
#include "vouch-pack-item.h"
#include "vouch-pack.h"
#include "vouch-parked-goods.h"
#include "vouch-party.h"
#include "vouch-pin-guard.h"
#include "vouch-policy.h"
#include "vouch-print-job.h"
#include "vouch-product-gtin.h"
#include "vouch-product.h"
#include "vouch-public-report.h"
#include "vouch-quality-entry.h"
#include "vouch-quality-level.h"
#include "vouch-query-count.h"
#include "vouch-reading.h"
#include "vouch-recall-lot.h"
#include "vouch-recall.h"
#include "vouch-receipt-line.h"
#include "vouch-receipt.h"
#include "vouch-sample-unit.h"
#include "vouch-sampling-rule.h"
#include "vouch-scan-pattern.h"
#include "vouch-scan-problem.h"
#include "vouch-signature.h"
#include "vouch-stock.h"
#include "vouch-suspicion.h"
#include "vouch-take-over.h"
#include "vouch-template-version.h"
#include "vouch-ticket-answer.h"
#include "vouch-ticket-look.h"
#include "vouch-ticket-photo.h"
#include "vouch-ticket.h"
#include "vouch-usage-decision.h"
#include "vouch-user-role.h"
#include "vouch-user.h"
#include "vouch-void-unit.h"

const VouchRecordType *const vouch_record_types[] = {
  &vouch_user_type,
  &vouch_user_role_type,
  &vouch_party_type,
  &vouch_product_type,
  &vouch_product_gtin_type,
  &vouch_defect_code_type,
  &vouch_inspection_plan_type,
  &vouch_characteristic_type,
  &vouch_delivery_type,
  &vouch_delivery_line_type,
  &vouch_receipt_type,
  &vouch_receipt_line_type,
  &vouch_lot_type,
  &vouch_lot_count_type,
  &vouch_stock_type,
  &vouch_inspection_type,
  &vouch_sample_unit_type,
  &vouch_reading_type,
  &vouch_usage_decision_type,
  &vouch_signature_type,
  &vouch_ncr_type,
  &vouch_code_batch_type,
  &vouch_print_job_type,
  &vouch_outbox_type,
  &vouch_ticket_type,
  &vouch_policy_type,
  &vouch_draft_type,
  &vouch_lot_hold_type,
  &vouch_recall_type,
  &vouch_recall_lot_type,
  &vouch_attachment_type,
  &vouch_scan_problem_type,
  &vouch_pin_guard_type,
  &vouch_take_over_type,
  &vouch_count_pass_type,
  &vouch_arrival_check_type,
  &vouch_parked_goods_type,
  &vouch_correction_type,
  &vouch_sampling_rule_type,
  &vouch_quality_level_type,
  &vouch_quality_entry_type,
  &vouch_class_plan_type,
  &vouch_scan_pattern_type,
  &vouch_code_version_type,
  &vouch_void_unit_type,
  &vouch_pack_type,
  &vouch_pack_item_type,
  &vouch_template_version_type,
  &vouch_public_report_type,
  &vouch_certificate_type,
  &vouch_ticket_answer_type,
  &vouch_ticket_photo_type,
  &vouch_ticket_look_type,
  &vouch_suspicion_type,
  &vouch_query_count_type,
  &vouch_lookup_cursor_type,
  &vouch_administrator_key_type,
  NULL,
};
