#pragma once

#include "vouch-correction.h"
#include "vouch-use-case.h"

G_BEGIN_DECLS

/* What is wrong in a lot's record, and why. Only what is given is corrected. */
typedef struct
{
  gint64 lot_id;
  gboolean has_quantity;
  gint64 quantity; /* received, base units */
  char *unit;      /* nullable: checked where it is given */
  char *supplier_lot;
  VouchDate produced;
  VouchDate expiry;
  char *reason;
  gint64 seen; /* the last act on the lot that the actor knows of, as the lot's file has it; 0: not said */
} VouchCorrectRequest;

VOUCH_DECLARE_RECORD (VouchCorrectRequest, vouch_correct_request)

typedef struct
{
  gint64 correction_id;
  char *answer; /* nullable when approving: what the QA lead says to it */
} VouchCorrectionRequest;

VOUCH_DECLARE_RECORD (VouchCorrectionRequest, vouch_correction_request)

typedef struct
{
  gint64 lot_id;
  gint64 correction_id; /* the last one */
  char *lot;
  gint64 corrections; /* how many facts */
  VouchCorrectionState state;
  char *gate; /* nullable: what follows from it, as a sentence */
} VouchCorrected;

VOUCH_DECLARE_RECORD (VouchCorrected, vouch_corrected)

/* Request VouchCorrectRequest, answer VouchCorrected. The old value stays in the lot's file. A QA lead who did not
 * count the lot corrects at once; anybody else asks the QA lead to. */
extern const VouchUseCase vouch_receive_correct;
/* Request VouchCorrectionRequest, answer VouchCorrected. */
extern const VouchUseCase vouch_receive_approve_correction;
extern const VouchUseCase vouch_receive_refuse_correction;

/* Changes the lot as an approved correction says; what keeps the goods from being accepted then is in *gate. */
gboolean vouch_correct_apply (VouchAct *act, const VouchCorrection *correction, char **gate, GError **error);

G_END_DECLS
