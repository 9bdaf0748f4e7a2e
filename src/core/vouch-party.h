#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchPartyKind:
 *
 * What the party is to us.
 */
typedef enum
{
  VOUCH_PARTY_KIND_SUPPLIER,
  VOUCH_PARTY_KIND_CARRIER,
  VOUCH_PARTY_KIND_LAB,
  VOUCH_PARTY_KIND_MANUFACTURER,
  VOUCH_PARTY_KIND_CUSTOMER,
} VouchPartyKind;

extern const VouchEnum vouch_party_kind_values;

/**
 * VouchPartyState:
 *
 * Whether we deal with it.
 */
typedef enum
{
  VOUCH_PARTY_STATE_CANDIDATE,
  VOUCH_PARTY_STATE_APPROVED,
  VOUCH_PARTY_STATE_WATCH,
  VOUCH_PARTY_STATE_SUSPENDED,
  VOUCH_PARTY_STATE_REMOVED,
} VouchPartyState;

extern const VouchEnum vouch_party_state_values;

/**
 * VouchParty:
 *
 * A firm we deal with.
 */
typedef struct
{
  gint64 id;
  char *code; /* short, fit for a bar code */
  char *name_en;
  char *name_zh;
  VouchPartyKind kind;
  VouchPartyState state;
  char *registration_number; /* of the business or food licence */
  char *address;
  char *phone;
} VouchParty;

VOUCH_DECLARE_RECORD (VouchParty, vouch_party)

G_END_DECLS
