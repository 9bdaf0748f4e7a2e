#pragma once

#include "vouch-attachment.h"
#include "vouch-certificate.h"
#include "vouch-characteristic.h"
#include "vouch-code-batch.h"
#include "vouch-conn.h"
#include "vouch-correction.h"
#include "vouch-count-pass.h"
#include "vouch-defect-code.h"
#include "vouch-delivery.h"
#include "vouch-inspection-plan.h"
#include "vouch-inspection.h"
#include "vouch-judgement.h"
#include "vouch-lot-hold.h"
#include "vouch-lot.h"
#include "vouch-ncr.h"
#include "vouch-party.h"
#include "vouch-print-job.h"
#include "vouch-product.h"
#include "vouch-quality-entry.h"
#include "vouch-query-count.h"
#include "vouch-recall.h"
#include "vouch-receipt-line.h"
#include "vouch-receipt.h"
#include "vouch-rule-plan.h"
#include "vouch-sample-unit.h"
#include "vouch-signature.h"
#include "vouch-take-over.h"
#include "vouch-tally.h"
#include "vouch-ticket.h"
#include "vouch-usage-decision.h"

G_BEGIN_DECLS

/**
 * VouchLotFile:
 *
 * All that is known of one lot, read together: what a person who asks about the lot is shown, and what the inspection
 * report is made of. Everything is owned; from @inspection to @judgement all is %NULL before the lot is planned.
 */
typedef struct
{
  VouchLot *lot;
  gint64 seen; /* the last act on the lot that the file knows of: the number of its audit entry */
  VouchProduct *product;
  char *gtin; /* of one base unit; nullable */
  VouchParty *supplier;
  VouchParty *maker;      /* nullable */
  VouchReceiptLine *line; /* without what was declared, while that is hidden */
  gint64 damaged;         /* of what was received, millionths */
  VouchReceipt *receipt;
  VouchDelivery *delivery;
  VouchQualityEntry *skipped; /* nullable: by which a skip-lot plan passed over the lot, which is not inspected then */
  VouchInspection *inspection;
  VouchInspectionPlan *plan;
  GPtrArray *rules;       /* VouchSamplingRule: the plan's */
  GPtrArray *class_plans; /* VouchClassPlan: what they came to for this lot */
  GPtrArray *switches; /* VouchQualityEntry: by which severity became what it was at the draw, where it is not normal */
  GPtrArray *characteristics; /* VouchCharacteristic */
  GPtrArray *units;           /* VouchSampleUnit */
  GPtrArray *readings;        /* VouchReading, in order of recording */
  VouchTally *tally;
  VouchJudgement *judgement; /* of the readings, by the class plans */
  GPtrArray *decisions;      /* VouchUsageDecision */
  GPtrArray *signatures;     /* VouchSignature: on the decisions, holds, recalls and the inspection */
  GPtrArray *holds;          /* VouchLotHold: after a release */
  GPtrArray *recalls;        /* VouchRecall: that reach the lot */
  GPtrArray *ncrs;           /* VouchNcr */
  GPtrArray *batches;        /* VouchCodeBatch */
  GPtrArray *print_jobs;     /* VouchPrintJob */
  GPtrArray *certificates;   /* VouchCertificate: the papers that came with the lot */
  GPtrArray *tickets;        /* VouchTicket */
  VouchQueryCount *queries;  /* nullable: how often customers looked its units up */
  GPtrArray *corrections;    /* VouchCorrection: what was recorded before, and who said that it was wrong */
  GPtrArray *attachments;    /* VouchAttachment: of the lot, its readings and its line */
  GPtrArray *take_overs;     /* VouchTakeOver: of its inspections */
  GPtrArray *passes;         /* VouchCountPass: the finished counts of its line */
  GPtrArray *earlier;        /* VouchInspection: the last results of this supplier and product, the latest first */
  GHashTable *names;         /* gint64 user id → name */
  GHashTable *defects;       /* gint64 defect id → VouchDefectCode */
} VouchLotFile;

VouchLotFile *vouch_lot_file_load (VouchConn *conn, gint64 lot_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchLotFile *vouch_lot_file_load_checks (VouchConn *conn, gint64 lot_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_lot_file_reload_readings (VouchLotFile *self, VouchConn *conn, GError **error);
void vouch_lot_file_take_readings (VouchLotFile *self, GPtrArray *readings);
void vouch_lot_file_free (VouchLotFile *self);
gint64 vouch_lot_file_get_damaged (const VouchLotFile *self);
gint64 vouch_lot_file_get_set_aside (const VouchLotFile *self);
VouchVerdict vouch_lot_file_get_verdict (const VouchLotFile *self);
gboolean vouch_lot_file_get_rule_plan (const VouchLotFile *self, const VouchClassPlan *class_plan, VouchRulePlan *plan);
const char *vouch_lot_file_get_user_name (const VouchLotFile *self, gint64 user_id);
gboolean vouch_lot_file_waits_for_correction (const VouchLotFile *self);
gboolean vouch_lot_file_was_released (const VouchLotFile *self);
gboolean vouch_lot_file_was_inspected_by (const VouchLotFile *self, gint64 user_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLotFile, vouch_lot_file_free)

G_END_DECLS
