#pragma once

#include "vouch-station.h"

G_BEGIN_DECLS

/* A station that was opened as the application opens it, in a folder of its own, at a clock that stands still. */
typedef struct
{
  char *directory;
  VouchClock *clock;
  VouchStation *station;
} OpenedStation;

void opened_station_open (OpenedStation *self, gboolean sample);
void opened_station_close (OpenedStation *self);

G_END_DECLS
