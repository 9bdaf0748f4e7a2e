#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchMeaning:
 *
 * What a signer vouches for.
 */
typedef enum
{
  VOUCH_MEANING_ACCEPTED_WITHIN_PLAN,
  VOUCH_MEANING_REJECTION_CONFIRMED,
  VOUCH_MEANING_HELD,
  VOUCH_MEANING_USAGE_DECISION,
  VOUCH_MEANING_RECALLED,
  VOUCH_MEANING_SEVERITY,
  VOUCH_MEANING_PLAN_APPROVED,
  VOUCH_MEANING_PLAN_RETIRED,
} VouchMeaning;

extern const VouchEnum vouch_meaning_values;

/**
 * VouchSignature:
 *
 * A person's signature on the exact bytes of a record.
 */
typedef struct
{
  gint64 id;
  char *subject; /* the record's table */
  gint64 subject_id;
  GBytes *record_hash; /* of the record's canonical bytes, 32 bytes */
  VouchMeaning meaning;
  gint64 signer_id;
  gint64 signed_at;
} VouchSignature;

VOUCH_DECLARE_RECORD (VouchSignature, vouch_signature)

G_END_DECLS
