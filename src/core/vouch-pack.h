#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchPackKind:
 *
 * What a logistic unit is: a carton holds units, a pallet holds cartons.
 */
typedef enum
{
  VOUCH_PACK_KIND_CARTON,
  VOUCH_PACK_KIND_PALLET,
} VouchPackKind;

extern const VouchEnum vouch_pack_kind_values;

/**
 * VouchPackState:
 * @VOUCH_PACK_STATE_OPEN: it is being filled
 * @VOUCH_PACK_STATE_CLOSED: it is whole
 * @VOUCH_PACK_STATE_BROKEN: it was opened, and what was in it is free again
 * @VOUCH_PACK_STATE_RECALLED: it was called back with all that is in it
 *
 * Where a logistic unit stands.
 */
typedef enum
{
  VOUCH_PACK_STATE_OPEN,
  VOUCH_PACK_STATE_CLOSED,
  VOUCH_PACK_STATE_BROKEN,
  VOUCH_PACK_STATE_RECALLED,
} VouchPackState;

extern const VouchEnum vouch_pack_state_values;

/**
 * VouchPack:
 *
 * A logistic unit of ours: a carton or a pallet with its SSCC, which is never given twice.
 */
typedef struct
{
  gint64 id;
  char *sscc;
  VouchPackKind kind;
  VouchPackState state;
  gint64 opened_by;
  gint64 opened_at;
  gint64 closed_by;
  gint64 closed_at;
  gint64 ended_by; /* who broke it, or called it back */
  gint64 ended_at;
  char *reason; /* why it was broken or called back */
} VouchPack;

VOUCH_DECLARE_RECORD (VouchPack, vouch_pack)

G_END_DECLS
