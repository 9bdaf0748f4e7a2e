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

gboolean vouch_policy_rule_check (const VouchPolicyRule *self, const char *value, GError **error);
gboolean vouch_policy_rule_parse (const VouchPolicyRule *self, const char *value, gint64 *number);
char *vouch_policy_rule_dup_range (const VouchPolicyRule *self) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_policy_rule_dup_shown (const VouchPolicyRule *self, const char *value) G_GNUC_WARN_UNUSED_RESULT;
const char *vouch_policy_rule_get_title (const VouchPolicyRule *self);
const char *vouch_policy_rule_get_meaning (const VouchPolicyRule *self);
const char *vouch_policy_rule_get_source (const VouchPolicyRule *self);

G_END_DECLS
