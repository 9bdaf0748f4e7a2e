#pragma once

#include "vouch-desk-state.h"
#include "vouch-session.h"
#include "vouch-station.h"
#include "vouch-use-case.h"

/* A station in a fresh temporary directory with the example data, and a session at it. The clock stands still. */
typedef struct
{
  char *directory;
  char *unlock;
  VouchClock *clock;
  VouchStation *station;
  VouchSession *session;
} StationFixture;

void station_fixture_set_up (StationFixture *self, gconstpointer data);
/* The same without the example data: nobody has an account yet. */
void station_fixture_set_up_empty (StationFixture *self, gconstpointer data);
void station_fixture_tear_down (StationFixture *self, gconstpointer data);
void station_fixture_reopen (StationFixture *self);
/* The same in two steps, for whoever exchanges files between them. */
void station_fixture_close (StationFixture *self);
void station_fixture_open (StationFixture *self);
void station_fixture_scan (StationFixture *self, const char *text);
void station_fixture_command (StationFixture *self, VouchCommand command, int argument);
void station_fixture_expect (StationFixture *self, VouchStage stage, VouchFeedback feedback);
char *
station_fixture_dup_label (StationFixture *self, const char *gtin, const char *lot, int expires_in_days, int count);
VouchActor *station_fixture_sign_in (StationFixture *self, const char *badge, const char *pin);
gint64 station_fixture_get_lot (StationFixture *self);
VouchActor *station_fixture_dup_actor (StationFixture *self, const char *badge);
gint64 station_fixture_ask (StationFixture *self, const char *sql);
void station_fixture_expect_word (StationFixture *self, const char *word);
