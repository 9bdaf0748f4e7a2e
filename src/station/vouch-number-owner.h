#pragma once

#include "vouch-conn.h"

G_BEGIN_DECLS

/**
 * VouchNumberKind:
 * @VOUCH_NUMBER_KIND_NONE: no number that is given to anything here
 * @VOUCH_NUMBER_KIND_PALLET: the SSCC of a logistic unit
 * @VOUCH_NUMBER_KIND_LOT: a lot
 * @VOUCH_NUMBER_KIND_RECEIPT: a receipt of ours
 * @VOUCH_NUMBER_KIND_INSPECTION: an inspection
 * @VOUCH_NUMBER_KIND_REPORT: a nonconformance report
 * @VOUCH_NUMBER_KIND_RECALL: a recall
 * @VOUCH_NUMBER_KIND_PARKED: goods that were set apart
 * @VOUCH_NUMBER_KIND_CASE: a customer's case
 * @VOUCH_NUMBER_KIND_WAYBILL: a carrier's waybill that a delivery came with
 * @VOUCH_NUMBER_KIND_PACK: one pack of a drug, by its trace code
 *
 * What a number names, as its form says: whether there is such a thing or not.
 */
typedef enum
{
  VOUCH_NUMBER_KIND_NONE,
  VOUCH_NUMBER_KIND_PALLET,
  VOUCH_NUMBER_KIND_LOT,
  VOUCH_NUMBER_KIND_RECEIPT,
  VOUCH_NUMBER_KIND_INSPECTION,
  VOUCH_NUMBER_KIND_REPORT,
  VOUCH_NUMBER_KIND_RECALL,
  VOUCH_NUMBER_KIND_PARKED,
  VOUCH_NUMBER_KIND_CASE,
  VOUCH_NUMBER_KIND_WAYBILL,
  VOUCH_NUMBER_KIND_PACK,
} VouchNumberKind;

/**
 * VouchNumberOwner:
 * @kind: what the number names
 * @lot_id: the lot that it belongs to; 0: to none, or to a whole delivery
 * @delivery: (nullable) (owned): the number of the delivery that it belongs to
 *
 * What a number belongs to. Where @kind is given and neither a lot nor a delivery, there is no such thing.
 */
typedef struct
{
  VouchNumberKind kind;
  gint64 lot_id;
  char *delivery;
} VouchNumberOwner;

void vouch_number_owner_clear (VouchNumberOwner *self);
gboolean vouch_number_owner_find (VouchConn *conn, const char *number, VouchNumberOwner *owner, GError **error);
gboolean vouch_number_owner_find_pack (VouchConn *conn, const char *code, VouchNumberOwner *owner, GError **error);
const char *vouch_number_owner_describe_missing (VouchNumberKind kind);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VouchNumberOwner, vouch_number_owner_clear)

G_END_DECLS
