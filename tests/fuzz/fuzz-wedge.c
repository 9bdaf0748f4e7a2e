/* Any keys at any times: the detector keeps its promises. Each event is four bytes: key, character, state, delay. */

#include <glib.h>
#include <string.h>

#include "vouch-scan.h"
#include "vouch-wedge.h"

#define MAX_LENGTH 24

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* Text keys, and the X key symbols from Backspace to Hyper_R. */
static guint
keyval_of (guint8 byte)
{
  return byte < 0x80 ? byte : 0xff00u | byte;
}

static guint
state_of (guint8 byte)
{
  return (byte & 0xf) | ((byte & 0x10) != 0 ? (guint)VOUCH_WEDGE_SUPER : 0);
}

static void
check_bursts (VouchWedge *wedge)
{
  for (;;)
    {
      g_autoptr (VouchWedgeBurst) burst = vouch_wedge_take (wedge);
      g_autoptr (VouchScan) scan = NULL;

      if (burst == NULL)
        return;
      g_assert_cmpuint (burst->length, <=, MAX_LENGTH);
      g_assert_true (g_utf8_validate (burst->text, (gssize)burst->length, NULL));
      g_assert_cmpuint (burst->n_odd_keys, <=, VOUCH_WEDGE_ODD_KEYS_MAX);
      scan = vouch_scan_new_from_burst (burst, 0, NULL);
      g_assert_true (scan == NULL || burst->fault == VOUCH_WEDGE_CLEAN);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  const VouchWedgeSettings settings = {
    .gap_ms = 60,
    .min_length = size % 5,
    .max_length = MAX_LENGTH,
    .mix_ms = size % 7,
    .needs_suffix = size % 2 == 0,
    .keys = { { 0xffc5, 0, 0x1d } },
    .n_keys = size % 3 == 0,
  };
  g_autoptr (VouchWedge) wedge = vouch_wedge_new (&settings);
  guint32 now = G_MAXUINT32 - 500;

  for (gsize i = 0; i + 4 <= size; i += 4)
    {
      now += data[i + 3];
      vouch_wedge_feed (wedge, keyval_of (data[i]), data[i + 1] * 0x101u, state_of (data[i + 2]), now);
      if (data[i + 3] % 8 == 0)
        check_bursts (wedge);
    }
  vouch_wedge_tick (wedge, now + 100);
  g_assert_cmpuint (vouch_wedge_get_wait_ms (wedge), ==, 0);
  check_bursts (wedge);
  return 0;
}
