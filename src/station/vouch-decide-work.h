#pragma once

#include "vouch-usage-decision.h"
#include "vouch-use-case.h"

G_BEGIN_DECLS

/* Signed by the inspector's own badge. */
typedef struct
{
  gint64 lot_id;
  char *badge; /* as scanned for the signature */
} VouchSignRequest;

VOUCH_DECLARE_RECORD (VouchSignRequest, vouch_sign_request)

typedef struct
{
  gint64 lot_id;
  char *reason;
} VouchHoldRequest;

VOUCH_DECLARE_RECORD (VouchHoldRequest, vouch_hold_request)

/* The QA lead puts released goods on hold again. Signed by badge and PIN. */
typedef struct
{
  gint64 lot_id;
  char *reason;
  char *badge;
  char *pin;   /* secret */
  gint64 seen; /* the last act on the lot that the actor knows of, as the lot's file has it; 0: not said */
} VouchWithholdRequest;

VOUCH_DECLARE_RECORD (VouchWithholdRequest, vouch_withhold_request)

/* The QA lead's usage decision: the quantities add up to the lot's. Signed by badge and PIN. */
typedef struct
{
  gint64 lot_id;
  VouchDecisionKind kind;
  gint64 accepted; /* millionths */
  gint64 rejected;
  gint64 held;
  gint64 used;
  char *unit;
  char *reason;
  char *badge;
  char *pin;   /* secret */
  gint64 seen; /* the last act on the lot that the actor knows of, as the lot's file has it; 0: not said */
} VouchDisposeRequest;

VOUCH_DECLARE_RECORD (VouchDisposeRequest, vouch_dispose_request)

typedef struct
{
  gint64 decision_id; /* 0 where the decision is still the QA lead's */
  gint64 ncr_id;      /* 0: none */
  char *lot;
  char *ncr; /* its number */
} VouchDecided;

VOUCH_DECLARE_RECORD (VouchDecided, vouch_decided)

/* Request VouchSignRequest, answer VouchDecided. */
extern const VouchUseCase vouch_decide_accept_within_plan;
extern const VouchUseCase vouch_decide_confirm_rejection;
/* Request VouchHoldRequest, answer VouchDecided. */
extern const VouchUseCase vouch_decide_hold;
/* Request VouchDisposeRequest, answer VouchDecided. */
extern const VouchUseCase vouch_decide_dispose;
/* Request VouchWithholdRequest, answer VouchDecided. */
extern const VouchUseCase vouch_decide_withhold;

G_END_DECLS
