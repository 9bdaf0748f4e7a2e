#pragma once

#include "vouch-arrival-check.h"
#include "vouch-use-case.h"

G_BEGIN_DECLS

/* What was found when a delivery arrived. */
typedef struct
{
  gint64 receipt_id;
  VouchArrivalItem item;
  VouchArrivalResult result;
  gboolean has_value;
  gint64 value; /* of a temperature */
  char *unit;   /* nullable: °C */
  char *text;   /* of a vehicle or a waybill */
} VouchArrivalRequest;

VOUCH_DECLARE_RECORD (VouchArrivalRequest, vouch_arrival_request)

/* Answer VouchDone. An item that was noted before is noted again; the last one counts. */
extern const VouchUseCase vouch_receive_check_arrival;

gboolean vouch_arrival_load_open (VouchConn *conn, gint64 receipt_id, VouchArrivalItems *open, GError **error);

G_END_DECLS
