#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchPolicyKind:
 * @VOUCH_POLICY_KIND_TEXT: one line of text
 * @VOUCH_POLICY_KIND_NUMBER: a whole number within a range
 * @VOUCH_POLICY_KIND_CHOICE: one of a few words
 * @VOUCH_POLICY_KIND_YES_NO: "yes" or "no"
 * @VOUCH_POLICY_KIND_HOST: a host name
 *
 * What a policy's value is made of.
 */
typedef enum
{
  VOUCH_POLICY_KIND_TEXT,
  VOUCH_POLICY_KIND_NUMBER,
  VOUCH_POLICY_KIND_CHOICE,
  VOUCH_POLICY_KIND_YES_NO,
  VOUCH_POLICY_KIND_HOST,
} VouchPolicyKind;

extern const VouchEnum vouch_policy_kind_values;

/**
 * VouchPolicyId:
 *
 * The rules of the house that some use case reads, in the order in which people are shown them. The table in
 * vouch-policy-table.c describes each.
 */
typedef enum
{
  VOUCH_POLICY_STATION_NAME,
  VOUCH_POLICY_STATION_NUMBER,
  VOUCH_POLICY_PIN_AT_SIGN_IN,
  VOUCH_POLICY_BLIND_COUNT,
  VOUCH_POLICY_TWO_PERSON_COUNT,
  VOUCH_POLICY_ARRIVAL_CHECKS,
  VOUCH_POLICY_MIN_REMAINING_PERCENT,
  VOUCH_POLICY_DUE_HOURS,
  VOUCH_POLICY_DUE_HOURS_URGENT,
  VOUCH_POLICY_STOP_AT_RE,
  VOUCH_POLICY_SEVERITY_SWITCHING,
  VOUCH_POLICY_REVIEW_HOURS,
  VOUCH_POLICY_REVIEW_HOURS_FOOD,
  VOUCH_POLICY_LABEL_APPROVAL,
  VOUCH_POLICY_SCAN_BACK,
  VOUCH_POLICY_LABEL_LANGUAGE,
  VOUCH_POLICY_TEMPLATE_UNIT,
  VOUCH_POLICY_TEMPLATE_LOT,
  VOUCH_POLICY_TEMPLATE_HOLD,
  VOUCH_POLICY_TEMPLATE_REJECT,
  VOUCH_POLICY_TEMPLATE_RELEASED,
  VOUCH_POLICY_TEMPLATE_CARTON,
  VOUCH_POLICY_TEMPLATE_LOCATION,
  VOUCH_POLICY_TEMPLATE_SAMPLE,
  VOUCH_POLICY_TEMPLATE_BADGE,
  VOUCH_POLICY_HOST,
  VOUCH_POLICY_GS1_PREFIX,
  VOUCH_POLICY_SSCC_EXTENSION,
  VOUCH_POLICY_PUBLIC_CONTACT,
  VOUCH_POLICY_PUBLIC_MAKER,
  VOUCH_POLICY_PUBLIC_ORIGIN,
  VOUCH_POLICY_PUBLIC_SAMPLE,
  VOUCH_POLICY_PUBLIC_REPORT,
  VOUCH_POLICY_PUBLIC_NAMES,
  VOUCH_POLICY_PUBLIC_CERTIFICATES,
  VOUCH_POLICY_CASE_HOURS,
  VOUCH_POLICY_COPIED_AFTER,
  VOUCH_POLICY_CASE_DAYS,
  VOUCH_POLICY_DESK_CONTACT_EN,
  VOUCH_POLICY_DESK_CONTACT_ZH,
  VOUCH_POLICY_LOOKUP_URL,
  VOUCH_POLICY_LOOKUP_KEY,
  VOUCH_N_POLICIES,
} VouchPolicyId;

/* The choices of VOUCH_POLICY_PIN_AT_SIGN_IN, in the table's order. */
typedef enum
{
  VOUCH_PIN_RULE_ALWAYS,
  VOUCH_PIN_RULE_NEVER,
} VouchPinRule;

/* The choices of VOUCH_POLICY_STOP_AT_RE: what the station does when a sample reaches Re before its end. */
typedef enum
{
  VOUCH_STOP_RULE_ASK,
  VOUCH_STOP_RULE_STOP,
  VOUCH_STOP_RULE_FINISH,
} VouchStopRule;

/* The choices of VOUCH_POLICY_LABEL_APPROVAL: who issues the codes of a released lot. */
typedef enum
{
  VOUCH_LABEL_APPROVAL_NONE,
  VOUCH_LABEL_APPROVAL_QA_LEAD,
} VouchLabelApproval;

/* The choices of VOUCH_POLICY_SCAN_BACK: which printed labels make a batch active. */
typedef enum
{
  VOUCH_SCAN_BACK_FIRST_AND_LAST,
  VOUCH_SCAN_BACK_ANY,
} VouchScanBackRule;

/* The choices of VOUCH_POLICY_PUBLIC_NAMES: what of people's names stands in a published report. */
typedef enum
{
  VOUCH_PUBLIC_NAMES_SHORTENED,
  VOUCH_PUBLIC_NAMES_LEFT_OUT,
} VouchPublicNames;

/**
 * VouchPolicyChoice:
 * @value: as stored
 * @label: msgid of what people read
 */
typedef struct
{
  const char *value;
  const char *label;
} VouchPolicyChoice;

/**
 * VouchPolicyRule:
 * @name: as stored and on the command line
 * @kind: what its value is made of
 * @fallback: (nullable): the value where nobody set one; %NULL for none
 * @low: of a number: the least
 * @high: of a number: the greatest
 * @unit: (nullable): of a number: msgid of its unit
 * @choices: (nullable): of a choice: the values; ends with an empty one
 * @title: msgid of its name for people
 * @meaning: msgid of what it does, in plain words
 * @source: (nullable): msgid of the law or the standard behind it; %NULL for a rule of the house
 * @set_by: (nullable): msgid of the act that sets it, where nobody sets it by hand
 *
 * Describes one policy. The page, the command line's help and check, and the reading functions follow from it.
 */
typedef struct
{
  const char *name;
  VouchPolicyKind kind;
  const char *fallback;
  gint64 low;
  gint64 high;
  const char *unit;
  const VouchPolicyChoice *choices;
  const char *title;
  const char *meaning;
  const char *source;
  const char *set_by;
} VouchPolicyRule;

const VouchPolicyRule *vouch_policy_table_get (VouchPolicyId id);
const VouchPolicyRule *vouch_policy_table_find (const char *name);
char *vouch_policy_table_dup_names (void) G_GNUC_WARN_UNUSED_RESULT;

gboolean vouch_policy_rule_check (const VouchPolicyRule *self, const char *value, GError **error);
gboolean vouch_policy_rule_parse (const VouchPolicyRule *self, const char *value, gint64 *number);
char *vouch_policy_rule_dup_range (const VouchPolicyRule *self) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_policy_rule_dup_shown (const VouchPolicyRule *self, const char *value) G_GNUC_WARN_UNUSED_RESULT;
const char *vouch_policy_rule_get_title (const VouchPolicyRule *self);
const char *vouch_policy_rule_get_meaning (const VouchPolicyRule *self);
const char *vouch_policy_rule_get_source (const VouchPolicyRule *self);

G_END_DECLS
