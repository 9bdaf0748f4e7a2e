#pragma once

#include "vouch-code-batch.h"
#include "vouch-use-case.h"

G_BEGIN_DECLS

/* Units by their label's code, or by lot and number. */
typedef struct
{
  gint64 lot_id;
  char *code; /* nullable: a label's address, or lot and serial */
  gint64 first_unit;
  gint64 units; /* 0: one */
  char *reason;
} VouchVoidUnitsRequest;

VOUCH_DECLARE_RECORD (VouchVoidUnitsRequest, vouch_void_units_request)

typedef struct
{
  gint64 batch_id;
  gint64 applied;
  gint64 spoiled;
  gint64 returned;
} VouchReconcileRequest;

VOUCH_DECLARE_RECORD (VouchReconcileRequest, vouch_reconcile_request)

typedef struct
{
  gint64 batch_id;
} VouchCloseBatchRequest;

VOUCH_DECLARE_RECORD (VouchCloseBatchRequest, vouch_close_batch_request)

typedef struct
{
  gint64 batch_id;
  char *reason; /* nullable the first time */
} VouchHandOutRequest;

VOUCH_DECLARE_RECORD (VouchHandOutRequest, vouch_hand_out_request)

/* How a batch's labels add up: printed = applied + spoiled + returned + unexplained. */
typedef struct
{
  gint64 batch_id;
  char *lot;
  gint64 printed;
  gint64 applied;
  gint64 spoiled;
  gint64 returned;
  gint64 unexplained;
  gint64 voided; /* units of it whose labels were withdrawn one by one */
  gboolean is_closed;
} VouchReconciled;

VOUCH_DECLARE_RECORD (VouchReconciled, vouch_reconciled)

/* Labels that were withdrawn one by one, active or not. Answer VouchDone: the lot's number. */
extern const VouchUseCase vouch_code_void_units;
/* What became of a batch's labels. Answer VouchReconciled. */
extern const VouchUseCase vouch_batch_reconcile;
/* A batch of which every label is accounted for. Answer VouchReconciled. */
extern const VouchUseCase vouch_batch_close;
/* The codes of a batch leave as text, for labels that are printed elsewhere. Answer VouchDone: the batch. */
extern const VouchUseCase vouch_batch_hand_out;

gboolean vouch_batch_has_void (const GPtrArray *voids, gint64 unit);
gboolean vouch_batch_find_ends (const VouchCodeBatch *batch, const GPtrArray *voids, gint64 *first, gint64 *last);

G_END_DECLS
