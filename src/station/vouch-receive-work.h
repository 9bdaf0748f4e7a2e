#pragma once

#include "vouch-count-pass.h"
#include "vouch-receipt-line.h"
#include "vouch-receipt.h"
#include "vouch-use-case.h"

G_BEGIN_DECLS

typedef struct
{
  char *number; /* of the delivery, as scanned */
} VouchOpenRequest;

VOUCH_DECLARE_RECORD (VouchOpenRequest, vouch_open_request)

/* A delivery that nobody announced. */
typedef struct
{
  char *number;
  char *supplier; /* its code */
} VouchNewDeliveryRequest;

VOUCH_DECLARE_RECORD (VouchNewDeliveryRequest, vouch_new_delivery_request)

/* Goods as they were counted. */
typedef struct
{
  gint64 receipt_id;
  gint64 product_id;
  char *gtin; /* nullable: of the trade item that was counted; 14 digits */
  char *supplier_lot;
  VouchDate produced;
  VouchDate expiry;
  gint64 quantity; /* as entered: of trade items where gtin is given, else of base units */
  gint64 damaged;  /* part of quantity */
  char *unit;      /* nullable: checked where it is given */
  char *sscc;      /* nullable: of the logistic unit that was counted; it is received once */
  char *serial;    /* nullable: of the one piece that was counted, under its GTIN */
} VouchCountRequest;

VOUCH_DECLARE_RECORD (VouchCountRequest, vouch_count_request)

typedef struct
{
  gint64 lot_id;
  gint64 receipt_line_id;
  char *lot;
  gint64 declared; /* of the line, base units; hidden from whoever counts blind */
  gint64 counted;  /* in the count under way */
  gint64 damaged;
  char *unit;
  char *declared_unit; /* NULL while declared is hidden */
  gint64 recount;      /* which count is under way */
  gboolean is_closed;
  VouchCountOutcome outcome; /* of a finished count */
  char *gate;                /* nullable: what will keep the goods from being accepted, as a sentence */
} VouchCounted;

VOUCH_DECLARE_RECORD (VouchCounted, vouch_counted)

typedef struct
{
  gint64 receipt_line_id;
} VouchLineRequest;

VOUCH_DECLARE_RECORD (VouchLineRequest, vouch_line_request)

/* The QA lead says which of the differing counts of a line is right. */
typedef struct
{
  gint64 receipt_line_id;
  gint64 recount;
  char *reason;
} VouchSettleRequest;

VOUCH_DECLARE_RECORD (VouchSettleRequest, vouch_settle_request)

typedef struct
{
  gint64 receipt_id;
} VouchReceiptRequest;

VOUCH_DECLARE_RECORD (VouchReceiptRequest, vouch_receipt_request)

/* Answer VouchDone: the receipt. */
extern const VouchUseCase vouch_receive_open;
extern const VouchUseCase vouch_receive_new_delivery;
/* Request VouchCountRequest, answer VouchCounted. */
extern const VouchUseCase vouch_receive_count;
/* Request VouchLineRequest. Undo: a counter-entry to the line's last count; answer VouchCounted. */
extern const VouchUseCase vouch_receive_undo_count;
/* Request VouchLineRequest. The count is finished: it stands, over or short as it is, or, where the policy
 * "two-person-count" asks for it, another person counts again; answer VouchCounted. */
extern const VouchUseCase vouch_receive_close_line;
/* Request VouchSettleRequest, answer VouchCounted. */
extern const VouchUseCase vouch_receive_settle;
/* Request VouchReceiptRequest. Everything is counted and decided on or held; answer VouchDone: the receipt. */
extern const VouchUseCase vouch_receive_close;

G_END_DECLS
