#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchDefectScope:
 * @VOUCH_DEFECT_SCOPE_ALL: whatever makes a unit nonconforming
 * @VOUCH_DEFECT_SCOPE_CRITICAL: critical defects
 * @VOUCH_DEFECT_SCOPE_MAJOR: major defects
 * @VOUCH_DEFECT_SCOPE_MINOR: minor defects
 *
 * Which defects a rule is about, the gravest class first.
 */
typedef enum
{
  VOUCH_DEFECT_SCOPE_ALL,
  VOUCH_DEFECT_SCOPE_CRITICAL,
  VOUCH_DEFECT_SCOPE_MAJOR,
  VOUCH_DEFECT_SCOPE_MINOR,
} VouchDefectScope;

extern const VouchEnum vouch_defect_scope_values;

/**
 * VouchSamplingMethod:
 * @VOUCH_SAMPLING_METHOD_AQL: a plan of the tables, by lot size, level and AQL
 * @VOUCH_SAMPLING_METHOD_ZERO: c = 0, with the n that a quality and a risk ask for
 * @VOUCH_SAMPLING_METHOD_FIXED: the same n for every lot
 * @VOUCH_SAMPLING_METHOD_PERCENT: a share of the lot
 * @VOUCH_SAMPLING_METHOD_FULL: every unit
 * @VOUCH_SAMPLING_METHOD_VARIABLES: a plan by variables for one measured characteristic
 * @VOUCH_SAMPLING_METHOD_SKIP_LOT: not how a lot is inspected, but whether
 *
 * How a rule finds its sample.
 */
typedef enum
{
  VOUCH_SAMPLING_METHOD_AQL,
  VOUCH_SAMPLING_METHOD_ZERO,
  VOUCH_SAMPLING_METHOD_FIXED,
  VOUCH_SAMPLING_METHOD_PERCENT,
  VOUCH_SAMPLING_METHOD_FULL,
  VOUCH_SAMPLING_METHOD_VARIABLES,
  VOUCH_SAMPLING_METHOD_SKIP_LOT,
} VouchSamplingMethod;

extern const VouchEnum vouch_sampling_method_values;

/**
 * VouchSamplingRule:
 *
 * How the lots of an inspection plan are sampled for the defects of one class. What the method does not need is 0 or
 * %NULL.
 */
typedef struct
{
  gint64 id;
  gint64 plan_id;
  gint64 position; /* in the plan, from 1 */
  VouchDefectScope scope;
  VouchSamplingMethod method;
  char *standard;                  /* AQL: whose tables */
  char *type;                      /* AQL: single, double or multiple */
  char *level;                     /* AQL, variables: inspection level */
  char *aql;                       /* AQL, variables */
  gboolean counts_nonconformities; /* per 100 items, rather than nonconforming items */
  gint64 n;                        /* fixed */
  gint64 share;                    /* percent: hundredths of a percent */
  gint64 ac;                       /* fixed, percent, full */
  gint64 rql;                      /* c = 0: the fraction nonconforming that is to be found, millionths */
  gint64 risk;                     /* c = 0: the probability of accepting it, millionths */
  gboolean has_limit_number;       /* AQL, MIL-STD-105E: whether reduced inspection asks for a limit number */
  gint64 limit_number;             /* what the samples of ten lots may have had together */
  gint64 characteristic;           /* variables: the position of the measured characteristic in the plan */
  char *variables_method;          /* variables: s or sigma */
  gint64 sigma;     /* variables: the known standard deviation, millionths of the characteristic's unit */
  gint64 qualify;   /* skip-lot: lots accepted in a row before any is skipped */
  gint64 every;     /* skip-lot: 1 in so many lots is inspected */
  gint64 requalify; /* skip-lot: lots accepted in a row after one that was not */
} VouchSamplingRule;

VOUCH_DECLARE_RECORD (VouchSamplingRule, vouch_sampling_rule)

G_END_DECLS
