#pragma once

#include "vouch-attachment-file.h"
#include "vouch-reading.h"
#include "vouch-use-case.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 lot_id;
} VouchLotRequest;

VOUCH_DECLARE_RECORD (VouchLotRequest, vouch_lot_request)

/* One check on one sample unit. */
typedef struct
{
  gint64 lot_id;
  gint64 position;
  gint64 characteristic_id;
  VouchResult result; /* of a variable it is computed from the value */
  gboolean has_value;
  gint64 value; /* millionths of the unit */
  char *unit;   /* nullable: the characteristic's own */
  char *defect; /* nullable: a defect's code; the characteristic's own by default */
  char *note;
  char *second;        /* nullable: the badge of who confirms it */
  GBytes *picture;     /* nullable: the bytes of a PNG or JPEG file */
  char *picture_name;  /* nullable: what the file was called */
  VouchKeptPhoto kept; /* not described: what was stored of the picture before the transaction */
} VouchRecordRequest;

VOUCH_DECLARE_RECORD (VouchRecordRequest, vouch_record_request)

/* One explicit pass for every attribute still open on a unit, and on the units after it. */
typedef struct
{
  gint64 lot_id;
  gint64 position;
  gint64 times; /* 1, or how many clean units */
} VouchPassRequest;

VOUCH_DECLARE_RECORD (VouchPassRequest, vouch_pass_request)

/* Where the inspection stands after an entry. */
typedef struct
{
  gint64 inspection_id;
  gint64 position; /* the next open unit, 0: none */
  gint64 inspected;
  gint64 nonconforming;
  int verdict; /* VouchVerdict */
  VouchResult result;
  gint64 reading_id; /* of inspect.record */
  gint64 to_draw; /* units that the next stage asks for; 0: nothing is asked for before those at hand are inspected */
} VouchProgress;

VOUCH_DECLARE_RECORD (VouchProgress, vouch_progress)

/* Plans the lot, draws the sample and opens the inspection. Answer VouchProgress. */
extern const VouchUseCase vouch_inspect_plan;
/* Request VouchRecordRequest, VouchPassRequest, VouchLotRequest; answer VouchProgress. */
extern const VouchUseCase vouch_inspect_record;
extern const VouchUseCase vouch_inspect_pass_unit;
extern const VouchUseCase vouch_inspect_undo;
/* Draws the units of the next stage, once the one at hand is inspected and decides nothing. Request VouchLotRequest,
 * answer VouchProgress. */
extern const VouchUseCase vouch_inspect_next_sample;

G_END_DECLS
