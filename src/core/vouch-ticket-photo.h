#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchTicketPhoto:
 *
 * A customer's photograph as it came: sealed to the service desk's key. Only the decoder ever looks into it.
 */
typedef struct
{
  gint64 id;
  gint64 ticket_id;
  GBytes *sealed;
  gint64 fetched_at;
} VouchTicketPhoto;

VOUCH_DECLARE_RECORD (VouchTicketPhoto, vouch_ticket_photo)

G_END_DECLS
