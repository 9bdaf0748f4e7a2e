#pragma once

#include "vouch-station.h"

/* What the database holds: acts by their keys, and records of readings, counts, inspections and deliveries. */
typedef struct
{
  gint64 keys;
  gint64 entries; /* of the audit */
  gint64 rows;
} TortureCounts;

/* Every act has its audit entry, or the test fails. */
TortureCounts torture_look_count (VouchStation *station);
/* The file is sound and the audit holds, or the test fails. */
void torture_look_for_damage (VouchStation *station);
