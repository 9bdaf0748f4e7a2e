#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchSuspicionReason:
 * @VOUCH_SUSPICION_REASON_MANY_QUERIES: one code was looked up so often that it may have been copied
 * @VOUCH_SUSPICION_REASON_VOID_UNIT: a withdrawn label was looked up
 * @VOUCH_SUSPICION_REASON_ON_HOLD: goods that are on hold are in somebody's hands
 * @VOUCH_SUSPICION_REASON_RECALLED: so are recalled goods
 * @VOUCH_SUSPICION_REASON_REPORTED_FAKE: a customer takes the goods for a fake
 * @VOUCH_SUSPICION_REASON_REPORTED_UNSAFE: a customer takes the goods for unsafe
 *
 * Why a code is suspicious.
 */
typedef enum
{
  VOUCH_SUSPICION_REASON_MANY_QUERIES,
  VOUCH_SUSPICION_REASON_VOID_UNIT,
  VOUCH_SUSPICION_REASON_ON_HOLD,
  VOUCH_SUSPICION_REASON_RECALLED,
  VOUCH_SUSPICION_REASON_REPORTED_FAKE,
  VOUCH_SUSPICION_REASON_REPORTED_UNSAFE,
} VouchSuspicionReason;

extern const VouchEnum vouch_suspicion_reason_values;

/**
 * VouchSuspicion:
 *
 * What the lookup service found suspicious of a lot or a unit, and what the QA lead said to it.
 */
typedef struct
{
  gint64 id;
  gint64 seq; /* of the service's log */
  gint64 at;  /* when it happened there */
  VouchSuspicionReason reason;
  char *lot; /* nullable: as the service names it */
  gint64 lot_id;
  gint64 key_version;
  gint64 unit;
  gboolean has_unit;
  char *serial; /* nullable: as on the label */
  gint64 queries;
  gint64 case_id; /* the service's id of the case that reported it */
  gint64 acknowledged_by;
  gint64 acknowledged_at;
  char *note; /* nullable: what the QA lead made of it */
} VouchSuspicion;

VOUCH_DECLARE_RECORD (VouchSuspicion, vouch_suspicion)

G_END_DECLS
