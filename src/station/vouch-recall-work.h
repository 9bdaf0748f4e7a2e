#pragma once

#include "vouch-recall.h"
#include "vouch-use-case.h"

G_BEGIN_DECLS

/* A released lot is called back from those who bought it. Signed by badge and PIN. */
typedef struct
{
  gint64 lot_id;
  VouchRecallClass class;
  char *reason;    /* for the house */
  char *notice_en; /* for the customers: what to do now; nullable */
  char *notice_zh;
  char *badge;
  char *pin;   /* secret */
  gint64 seen; /* the last act on the lot that the actor knows of, as the lot's file has it; 0: not said */
} VouchRecallRequest;

VOUCH_DECLARE_RECORD (VouchRecallRequest, vouch_recall_request)

typedef struct
{
  gint64 recall_id;
  char *recall; /* its number */
  char *lot;
} VouchRecalled;

VOUCH_DECLARE_RECORD (VouchRecalled, vouch_recalled)

/* Request VouchRecallRequest, answer VouchRecalled. */
extern const VouchUseCase vouch_recall_announce;

G_END_DECLS
