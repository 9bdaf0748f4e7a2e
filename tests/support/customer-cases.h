#pragma once

#include "vouch-station.h"

/* A case as a customer reported it. */
typedef struct
{
  gint64 case_id; /* the lookup service's */
  const char *lot;
  const char *serial;
  const char *problem;
  const char *text;
  gint64 received_at;
  gint64 due_at;
  const char *contact; /* nullable: what the service sealed */
  GBytes *photo;       /* nullable: what the service sealed */
} CustomerCase;

/* As the courier takes it over; the ticket's id. Fails the test on error. */
gint64 customer_cases_add (VouchStation *station, const CustomerCase *customer);
/* What the lookup service noted: a line of its log. */
void customer_cases_tell (VouchStation *station, const char *line);
