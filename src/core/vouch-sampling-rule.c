#include "vouch-sampling-rule.h"

static const char *const defect_scope_names[] = { "all", "critical", "major", "minor", NULL };
const VouchEnum vouch_defect_scope_values = { defect_scope_names };

static const char *const method_names[] = { "aql", "zero", "fixed", "percent", "full", "variables", "skip_lot", NULL };
const VouchEnum vouch_sampling_method_values = { method_names };

static const VouchField fields[] = {
  VOUCH_FIELD (VouchSamplingRule, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSamplingRule, plan_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSamplingRule, position, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchSamplingRule, scope, vouch_defect_scope_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchSamplingRule, method, vouch_sampling_method_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSamplingRule, standard, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSamplingRule, type, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSamplingRule, level, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSamplingRule, aql, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSamplingRule, counts_nonconformities, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSamplingRule, n, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSamplingRule, share, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSamplingRule, ac, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSamplingRule, rql, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSamplingRule, risk, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSamplingRule, has_limit_number, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSamplingRule, limit_number, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSamplingRule, characteristic, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSamplingRule, variables_method, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSamplingRule, sigma, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSamplingRule, qualify, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSamplingRule, every, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSamplingRule, requalify, NUMBER, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchSamplingRule, vouch_sampling_rule, "sampling_rule", fields)
