#pragma once

#include "look-window.h"
#include "opened-station.h"
#include "vouch-desk.h"
#include "vouch-window.h"

G_BEGIN_DECLS

/* What the window shows at one moment of a day's work. */
typedef struct
{
  const char *name;
  const char *page;    /* of the window */
  const char *section; /* of the settings or the Review page; nullable */
  char *needle;        /* what stands on the page once it has been read; nullable */
  gboolean is_over;    /* the result of the last act has been shown */
  gboolean asks_code;  /* which of several codes is meant */
  gint64 lot_id;       /* that is chosen on the Review page; 0: none */
  VouchDeskState *state;
} LookScene;

/* A station with example data, the window at it, and the scenes of a day at its dock: deliveries, a lot that fails, one
 * that is accepted and labelled, and what the QA lead sees of them. The window is laid out in any size, whatever the
 * display has. */
typedef struct
{
  OpenedStation base;
  VouchDesk *desk;
  VouchWindow *window;
  gint64 lot_id;      /* that was rejected */
  gint64 measured_id; /* the lot that was measured */
  char *lot;
  GPtrArray *scenes; /* LookScene */
  LookWindow wearing;
} LookStation;

/* That of the environment; to be called before anything is translated. */
void look_station_use_language (void);
void look_station_open (LookStation *self);
void look_station_close (LookStation *self);
void look_station_wear (LookStation *self, const Look *look);
void look_station_show (LookStation *self, const LookScene *scene);
gboolean look_station_lay_out (LookStation *self, int width, int height);

G_END_DECLS
