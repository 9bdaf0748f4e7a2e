#pragma once

#include "vouch-list-source.h"
#include "vouch-ticket.h"

G_BEGIN_DECLS

/* A customer's case as a line of a list. */
typedef struct
{
  gint64 id;
  char *number;
  VouchTicketState state;
  char *problem;
  char *code;    /* nullable */
  char *product; /* nullable: English */
  char *product_zh;
  gint64 received_at;
  gint64 due_at;
  VouchTicketPhotoState photo;
  gint64 satisfaction;
  gint64 waiting; /* answers that the lookup service has not got */
  gint64 refused; /* answers that it does not take */
} VouchCaseEntry;

VOUCH_DECLARE_RECORD (VouchCaseEntry, vouch_case_entry)

#define VOUCH_CASE_QUERY_CLOSED "closed"

/* The open cases, those without an answer first and by their promise; with %VOUCH_CASE_QUERY_CLOSED the closed ones. */
extern const VouchListSource vouch_case_source;

G_END_DECLS
