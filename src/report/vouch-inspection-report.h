#pragma once

#include "vouch-date.h"
#include "vouch-mark.h"
#include "vouch-oc-plan.h"
#include "vouch-reading-series.h"
#include "vouch-sampling-plan.h"

G_BEGIN_DECLS

/**
 * VouchReportReading:
 * @unit: the number of the unit drawn
 * @characteristic: what was checked
 * @mark: the result's shape
 * @result: the result's word, translated
 * @value: (nullable): the value measured, with its unit
 * @limits: (nullable): what it was held against, like "12.40 – 12.60 mm"
 * @defect_code: (nullable): code of the defect found
 * @defect_name: (nullable): its name and class
 * @inspector: who recorded it
 * @at: when, local time; a short one, like "09:05:13", stands on one line
 * @is_undone: whether a later entry took it back; it is printed struck through
 *
 * One reading of the inspection. All texts are owned.
 */
typedef struct
{
  guint32 unit;
  char *characteristic;
  VouchMark mark;
  char *result;
  char *value;
  char *limits;
  char *defect_code;
  char *defect_name;
  char *inspector;
  char *at;
  gboolean is_undone;
} VouchReportReading;

/**
 * VouchReportClass:
 * @name: the class of defects, or what is measured
 * @terms: what its plan was looked up by, with the severity in force
 * @sample: "stage 2 of 2: n = 50, Ac 4, Re 5"
 * @found: how many units were inspected for it, and what was found
 * @mark: the result's shape
 * @result: the result's word, translated
 *
 * How the lot stands by the plan of one class of defects. All texts are owned.
 */
typedef struct
{
  char *name;
  char *terms;
  char *sample;
  char *found;
  VouchMark mark;
  char *result;
} VouchReportClass;

/**
 * VouchReportSignature:
 * @signer: name and role
 * @meaning: what was signed for, translated
 * @at: when, with offset
 * @record_hash: hash of the exact record, hex
 *
 * One electronic signature. All texts are owned.
 */
typedef struct
{
  char *signer;
  char *meaning;
  char *at;
  char *record_hash;
} VouchReportSignature;

/**
 * VouchReportCodeBatch:
 * @name: the batch's number
 * @first_unit: first unit that has a code
 * @last_unit: last unit that has a code
 * @host: the host name in the codes
 * @address: address of the lot
 * @state: translated
 *
 * One batch of traceability codes. All texts are owned.
 */
typedef struct
{
  char *name;
  guint32 first_unit;
  guint32 last_unit;
  char *host;
  char *address;
  char *state;
} VouchReportCodeBatch;

/**
 * VouchInspectionReport:
 *
 * Everything an inspection report on one lot says, as plain texts and numbers; the caller fills it in. Texts are owned,
 * may be %NULL where nothing is known, and are already translated and formatted where words of the product appear
 * (states, results). Times are local times with their offset. Quantities are in millionths of @quantity_unit.
 */
typedef struct
{
  /* header */
  char *station;
  char *number;
  char *printed_at; /* RFC 3339 */
  char *printed_by;

  /* the lot */
  char *product_name;
  char *sku;
  char *gtin;
  char *specification;
  char *supplier;
  char *lot;
  char *supplier_lot;
  char *origin;
  VouchDate produced;
  VouchDate expiry;
  char *receipt;
  char *delivery;
  char *received_at;
  gint64 quantity_received;
  char *quantity_unit;

  /* the sampling plan, frozen at the draw */
  char *sampling_standard;
  char *level;
  char *aql;
  char *severity;
  gint64 lot_size;
  char letter; /* '\0' for a lot of one */
  char plan_letter;
  guint32 n;
  guint32 ac;
  guint32 re;
  gboolean full_inspection;
  gboolean counts_nonconformities; /* rather than nonconforming items */
  char *why;
  GPtrArray *classes;   /* VouchReportClass: where one single plan does not say all, instead of most of the above */
  GArray *units;        /* guint32: numbers of the units drawn, ascending */
  guint32 package_size; /* units in each carton that the draw went by; 0: it went unit by unit */
  GPtrArray *oc_plans;  /* VouchOcPlan: those that judged the lot, one a defect class; their curves are drawn */

  /* result */
  GPtrArray *readings; /* VouchReportReading */
  GPtrArray *series;   /* VouchReadingSeries: one a measured characteristic, without what was undone */
  guint32 inspected;
  guint32 nonconforming;
  VouchMark verdict_mark;
  char *verdict;
  char *verdict_reason;

  /* usage decision; none yet if @decision is NULL */
  char *decision;
  char *decision_reason;
  gint64 accepted;
  gint64 rejected;
  gint64 held;
  gint64 used;

  GPtrArray *signatures;   /* VouchReportSignature */
  GPtrArray *code_batches; /* VouchReportCodeBatch */

  gboolean is_public; /* what is not known was left out: nothing is said of it */
} VouchInspectionReport;

VouchInspectionReport *vouch_inspection_report_new (void) G_GNUC_WARN_UNUSED_RESULT;
void vouch_inspection_report_free (VouchInspectionReport *self);
void vouch_inspection_report_set_plan (VouchInspectionReport *self, const VouchSamplingPlan *plan);
void vouch_inspection_report_take_oc_plan (VouchInspectionReport *self, VouchOcPlan *plan);
void vouch_inspection_report_take_series (VouchInspectionReport *self, GPtrArray *series);
VouchReportClass *vouch_inspection_report_add_class (VouchInspectionReport *self);
VouchReportReading *vouch_inspection_report_add_reading (VouchInspectionReport *self);
VouchReportSignature *vouch_inspection_report_add_signature (VouchInspectionReport *self);
VouchReportCodeBatch *vouch_inspection_report_add_code_batch (VouchInspectionReport *self);
GBytes *vouch_inspection_report_to_pdf (const VouchInspectionReport *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_inspection_report_write_pdf (const VouchInspectionReport *self, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchInspectionReport, vouch_inspection_report_free)

G_END_DECLS
