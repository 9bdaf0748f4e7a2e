#pragma once

#include "vouch-use-case.h"

G_BEGIN_DECLS

/* Somebody does not work here any more. What they did keeps their name. */
typedef struct
{
  char *badge;
} VouchRetireRequest;

VOUCH_DECLARE_RECORD (VouchRetireRequest, vouch_retire_request)

/* Request VouchRetireRequest, answer VouchDone. CONFLICT for the last administrator, and for whoever retired before. */
extern const VouchUseCase vouch_user_retire;

G_END_DECLS
