#pragma once

#include "vouch-use-case.h"

G_BEGIN_DECLS

/* The example data, from data files in the program: firms, catalogue, plans, deliveries, users. */
typedef struct
{
  char *host; /* nullable: of the lookup's addresses */
} VouchSampleRequest;

VOUCH_DECLARE_RECORD (VouchSampleRequest, vouch_sample_request)

typedef struct
{
  gint64 suppliers;
  gint64 products;
  gint64 deliveries;
  gint64 users;
} VouchSampleAnswer;

VOUCH_DECLARE_RECORD (VouchSampleAnswer, vouch_sample_answer)

/* Only into a station that nobody has used yet. Actor: vouch_actor_new_station (). */
extern const VouchUseCase vouch_sample_load;

/* The sheet of bar codes that the example data is tried with: badges, delivery notes, goods labels, command codes. */
GPtrArray *
vouch_sample_dup_sheet (VouchStation *station, GError **error) G_GNUC_WARN_UNUSED_RESULT; /* VouchCodeSheetEntry */
gboolean vouch_sample_write_sheet (VouchStation *station, const char *path, GError **error);

G_END_DECLS
