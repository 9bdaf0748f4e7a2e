#pragma once

#include "vouch-station.h"

G_BEGIN_DECLS

/**
 * VouchCaseTaken:
 * @cases: cases that were new
 * @photos: photographs
 * @events: entries of the service's log
 * @lots: lots whose counts have changed
 * @answers: answers that the service was found to have, or to refuse
 *
 * How much came from a lookup service.
 */
typedef struct
{
  guint cases;
  guint photos;
  guint events;
  guint lots;
  guint answers;
} VouchCaseTaken;

gboolean vouch_case_fetch (VouchStation *station, VouchCaseTaken *taken, GError **error);
gboolean vouch_case_fetch_counts (VouchStation *station, VouchCaseTaken *taken, GError **error);
char *vouch_case_dup_service (VouchStation *station, char **url, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
