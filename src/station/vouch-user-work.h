#pragma once

#include "vouch-use-case.h"

G_BEGIN_DECLS

/* The first administrator, by the one-time code of the first start. */
typedef struct
{
  char *code; /* secret */
  char *badge;
  char *name;
  char *pin; /* secret; at least four digits */
} VouchFirstUserRequest;

VOUCH_DECLARE_RECORD (VouchFirstUserRequest, vouch_first_user_request)

typedef struct
{
  char *badge;
  char *name;
  char *roles; /* names with commas: "inspector,qa_lead" */
  char *pin;   /* secret, nullable */
} VouchAddUserRequest;

VOUCH_DECLARE_RECORD (VouchAddUserRequest, vouch_add_user_request)

/* Answer VouchDone: the user. */
extern const VouchUseCase vouch_user_add_first;
extern const VouchUseCase vouch_user_add;

VouchActor *vouch_sign_in (VouchStation *station, const char *badge, const char *pin, gboolean *wants_pin,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_sign_in_check_badge (VouchStation *station, VouchActor *actor, const char *badge, const char *pin,
                                    GError **error);

G_END_DECLS
