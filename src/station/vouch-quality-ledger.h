#pragma once

#include "vouch-class-plan.h"
#include "vouch-inspection-plan.h"
#include "vouch-inspection.h"
#include "vouch-lot.h"
#include "vouch-quality-entry.h"
#include "vouch-quality-level.h"
#include "vouch-sampling-ledger.h"
#include "vouch-sampling-skip.h"
#include "vouch-use-case.h"

G_BEGIN_DECLS

/**
 * VouchQualityLedger:
 * @level: whose ledger it is
 * @entries: (element-type VouchQualityEntry): all that was written, the oldest first
 * @scheme: what its lots are judged by; its texts are those of @level
 * @state: what the entries come to; of a skip-lot level, empty
 * @skip_rule: of a skip-lot level
 * @skip: what the entries of a skip-lot level come to
 * @before: the severity that was in force before each of @entries
 * @reason: the place of the entry that brought the severity in force, or the phase of a skip-lot level, from 1; 0 at
 *   the start
 * @broken: the places of the entries that do not follow from those before them, from 1
 * @broken_message: (nullable): what is wrong with the first of them
 * @is_unreadable: whether not even the terms of @level can be read; nothing is planned then
 * @switches: whether severity follows results, by the rule of the house
 *
 * The ledger of a quality level, replayed. State is never read from the database: it follows from the entries each
 * time, and where it does not the stricter severity is in force.
 */
typedef struct
{
  VouchQualityLevel *level;
  GPtrArray *entries;
  VouchSamplingScheme scheme;
  VouchSamplingLedger state;
  VouchSamplingSkipRule skip_rule;
  VouchSamplingSkip skip;
  GArray *before;
  guint reason;
  GArray *broken;
  char *broken_message;
  gboolean is_unreadable;
  gboolean switches;
} VouchQualityLedger;

/**
 * VouchQualityOutcome:
 * @accepted: whether the class plan accepts the lot
 * @stage: the stage that accepted it, from 1; not read if it is not accepted
 * @nonconforming: items or nonconformities in all samples taken; not read for plans by variables and skip-lot
 *
 * What inspecting a lot by one class plan came to.
 */
typedef struct
{
  gboolean accepted;
  guint stage;
  gint64 nonconforming;
} VouchQualityOutcome;

gboolean vouch_quality_ledger_is_kept (VouchSamplingMethod method);
VouchQualityLedger *vouch_quality_ledger_open (VouchAct *act, const VouchLot *lot, const VouchInspectionPlan *plan,
                                               const VouchSamplingRule *rule, GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchQualityLedger *
vouch_quality_ledger_load (VouchConn *conn, gint64 level_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_quality_ledger_free (VouchQualityLedger *self);

VouchSeverity vouch_quality_ledger_get_severity (const VouchQualityLedger *self);
const VouchQualityEntry *vouch_quality_ledger_get_reason (const VouchQualityLedger *self);
gboolean vouch_quality_ledger_is_broken (const VouchQualityLedger *self);
gboolean vouch_quality_ledger_is_broken_at (const VouchQualityLedger *self, gint64 place);
gboolean vouch_quality_ledger_is_unanswered (const VouchQualityLedger *self);
gboolean vouch_quality_ledger_is_lot_inspected (const VouchQualityLedger *self);

gboolean
vouch_quality_ledger_take_lot (VouchAct *act, const VouchClassPlan *class_plan, const VouchInspection *inspection,
                               const VouchQualityOutcome *outcome, GError **error);
gboolean vouch_quality_ledger_take_skipped (VouchAct *act, VouchQualityLedger *self, const VouchLot *lot,
                                            gint64 lot_size, GError **error);
VouchQualityEntry *vouch_quality_ledger_take_act (VouchAct *act, VouchQualityLedger *self, VouchQualityEntryKind kind,
                                                  const char *reason, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchQualityLedger, vouch_quality_ledger_free)

G_END_DECLS
