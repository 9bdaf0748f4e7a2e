#pragma once

#include "vouch-use-case.h"
#include "vouch-user.h"

G_BEGIN_DECLS

/* Whose PIN was tried, and whether it was right. */
typedef struct
{
  gint64 user_id;
  gboolean was_right;
} VouchPinTriedRequest;

VOUCH_DECLARE_RECORD (VouchPinTriedRequest, vouch_pin_tried_request)

/* Done by the station itself for every wrong PIN, and for the right one that ends a row of them. */
extern const VouchUseCase vouch_pin_note_tried;

gboolean vouch_pin_check (VouchStation *station, const VouchUser *user, const char *pin, GError **error);

G_END_DECLS
