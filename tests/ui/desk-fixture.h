#pragma once

#include "station-fixture.h"
#include "vouch-window.h"

/* The window at the desk of a real station with the example data. The clock stands still. */
typedef struct
{
  StationFixture base;
  VouchDesk *desk;
  VouchWindow *window;
} DeskFixture;

void desk_fixture_set_up (DeskFixture *self, gconstpointer data);
/* The same at a station that nobody has an account at. */
void desk_fixture_set_up_empty (DeskFixture *self, gconstpointer data);
void desk_fixture_tear_down (DeskFixture *self, gconstpointer data);
void desk_fixture_scan (DeskFixture *self, const char *code);
void desk_fixture_wait_for_stage (DeskFixture *self, VouchStage stage);
void desk_fixture_sign_in (DeskFixture *self, const char *badge, const char *pin);
/* Until some label in the widget says so. */
void desk_fixture_wait_for_text (GtkWidget *widget, const char *text);
