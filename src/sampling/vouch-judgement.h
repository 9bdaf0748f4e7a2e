#pragma once

#include "vouch-class-plan.h"
#include "vouch-defect-code.h"
#include "vouch-inspection.h"
#include "vouch-sampling-stage.h"
#include "vouch-tally.h"
#include "vouch-variables.h"

G_BEGIN_DECLS

/**
 * VouchClassStanding:
 * @plan: (transfer none): the plan of the class
 * @samples: its stages
 * @verdict: what it says of the lot
 * @stage: the stage that decided or is under way, from 0
 * @wanted: units of the sample that the class asks for, up to that stage
 * @inspected: of them, those on which every check of the class is made
 * @found: nonconforming items, or nonconformities, on them
 * @variables: by variables, once the readings are there: what they say; else zeroed
 * @m_percent: by variables: M
 *
 * How a lot stands by the plan of one class of defects. A unit counts for the gravest class that it has a defect of,
 * among those that judge it (ISO 2859-1:1999, 3.1.8, note); nonconformities count for their own class.
 */
typedef struct
{
  const VouchClassPlan *plan;
  VouchSamplingStages samples;
  VouchVerdict verdict;
  guint stage;
  gint64 wanted;
  gint64 inspected;
  gint64 found;
  VouchVariablesResult variables;
  double m_percent;
} VouchClassStanding;

/**
 * VouchJudgement:
 *
 * What the plans of an inspection say of its readings: computed, never typed.
 */
typedef struct _VouchJudgement VouchJudgement;

VouchJudgement *
vouch_judgement_new (const GPtrArray *class_plans, const VouchInspection *inspection, const GPtrArray *characteristics,
                     GHashTable *defects, VouchTally *tally) G_GNUC_WARN_UNUSED_RESULT;
void vouch_judgement_free (VouchJudgement *self);
guint vouch_judgement_get_n_classes (const VouchJudgement *self);
const VouchClassStanding *vouch_judgement_get_class (const VouchJudgement *self, guint index);
VouchVerdict vouch_judgement_get_verdict (const VouchJudgement *self);
gint64 vouch_judgement_get_to_draw (const VouchJudgement *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchJudgement, vouch_judgement_free)

G_END_DECLS
