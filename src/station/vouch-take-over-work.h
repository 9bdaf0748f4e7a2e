#pragma once

#include "vouch-use-case.h"

G_BEGIN_DECLS

/* A lot's open inspection is to become the actor's. */
typedef struct
{
  gint64 lot_id;
  char *from; /* nullable: the badge of whoever the actor saw at it */
} VouchTakeOverRequest;

VOUCH_DECLARE_RECORD (VouchTakeOverRequest, vouch_take_over_request)

/* Answer VouchDone: what was noted, and the inspection's number. */
extern const VouchUseCase vouch_inspect_take_over;

G_END_DECLS
