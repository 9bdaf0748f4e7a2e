#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchTicketKind:
 *
 * What a customer wants.
 */
typedef enum
{
  VOUCH_TICKET_KIND_CONSULT,
  VOUCH_TICKET_KIND_COMPLAINT,
  VOUCH_TICKET_KIND_RETURN,
  VOUCH_TICKET_KIND_EXCHANGE,
  VOUCH_TICKET_KIND_REPAIR,
  VOUCH_TICKET_KIND_LOGISTICS,
} VouchTicketKind;

extern const VouchEnum vouch_ticket_kind_values;

/**
 * VouchTicketState:
 *
 * Where a case stands.
 */
typedef enum
{
  VOUCH_TICKET_STATE_RECEIVED,
  VOUCH_TICKET_STATE_REVIEW,
  VOUCH_TICKET_STATE_PROCESSING,
  VOUCH_TICKET_STATE_RESOLVED,
  VOUCH_TICKET_STATE_CONFIRMED,
  VOUCH_TICKET_STATE_CLOSED,
  VOUCH_TICKET_STATE_ARCHIVED,
} VouchTicketState;

extern const VouchEnum vouch_ticket_state_values;

/**
 * VouchTicketPhotoState:
 * @VOUCH_TICKET_PHOTO_NONE: the customer sent none
 * @VOUCH_TICKET_PHOTO_WANTED: the lookup service has one that was not fetched yet
 * @VOUCH_TICKET_PHOTO_KEPT: it is here, sealed as it came
 * @VOUCH_TICKET_PHOTO_GONE: the service had deleted it before it was fetched
 *
 * Where a customer's photograph is.
 */
typedef enum
{
  VOUCH_TICKET_PHOTO_NONE,
  VOUCH_TICKET_PHOTO_WANTED,
  VOUCH_TICKET_PHOTO_KEPT,
  VOUCH_TICKET_PHOTO_GONE,
} VouchTicketPhotoState;

extern const VouchEnum vouch_ticket_photo_values;

/**
 * VouchTicket:
 *
 * A customer's case. The contact is sealed to the service desk's key.
 */
typedef struct
{
  gint64 id;
  char *number;   /* as the customer was told */
  gint64 case_id; /* the lookup service's id */
  VouchTicketKind kind;
  VouchTicketState state;
  gint64 lot_id;
  gint64 inspection_id;
  char *code; /* lot and serial as the customer gave them */
  gint64 unit;
  gboolean has_unit;
  char *problem;
  char *description;
  GBytes *contact; /* sealed */
  gint64 received_at;
  gint64 due_at; /* the promised reply */
  VouchTicketPhotoState photo;
  gint64 photo_size;       /* bytes of the sealed box */
  GBytes *photo_sha256;    /* nullable: of the sealed box */
  char *language;          /* nullable: which one the customer read */
  gint64 satisfaction;     /* 1 to 5; 0 where the customer has not said */
  char *satisfaction_text; /* nullable */
  gint64 satisfied_at;
} VouchTicket;

VOUCH_DECLARE_RECORD (VouchTicket, vouch_ticket)

G_END_DECLS
