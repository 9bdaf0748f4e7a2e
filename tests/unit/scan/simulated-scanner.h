#pragma once

#include "vouch-wedge.h"

G_BEGIN_DECLS

/* How the scanner's own keyboard, which is American, is understood by the machine. */
typedef enum
{
  SIMULATED_US,
  SIMULATED_UK,
  SIMULATED_GERMAN,
  SIMULATED_FRENCH,
  SIMULATED_RUSSIAN,
  SIMULATED_N_LAYOUTS,
} SimulatedLayout;

typedef enum
{
  SIMULATED_GS_CONTROL,
  SIMULATED_GS_ALT,
  SIMULATED_GS_F8,
  SIMULATED_GS_F10,
  SIMULATED_GS_TEXT,
  SIMULATED_GS_NONE,
  SIMULATED_N_GS,
} SimulatedGs;

typedef enum
{
  SIMULATED_CAPS_OFF,
  SIMULATED_CAPS_ON,
  SIMULATED_CAPS_SEEN,    /* on, and the scanner knows */
  SIMULATED_CAPS_ASSUMED, /* off, but the scanner takes it for on */
  SIMULATED_CAPS_LOST,    /* the scanner sends capital letters only */
  SIMULATED_N_CAPS,
} SimulatedCaps;

/* A scanner that types. */
typedef struct
{
  SimulatedLayout layout;
  SimulatedGs gs;
  SimulatedCaps caps;
  VouchWedgeEnd suffix;
  const char *before;
  const char *after;
  gboolean sends_aim;
  guint gap_ms;
} SimulatedScanner;

guint32 simulated_scanner_scan (const SimulatedScanner *self, VouchWedge *wedge, guint32 now, const char *aim,
                                const char *text);

G_END_DECLS
