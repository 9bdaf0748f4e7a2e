/* Any bytes on a serial line: they come apart into the same codes however the line hands them over, and whatever is not
 * one whole code becomes no scan. The first byte says what is known of the scanner. */

#include <glib.h>
#include <string.h>

#include "vouch-scanner-profile.h"
#include "vouch-serial-framing.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
check_scan (const VouchSerialMessage *message)
{
  g_autoptr (VouchScan) scan = vouch_scanner_profile_read_message (NULL, message, "line", 0, NULL);

  g_assert_cmpuint (message->length, <=, VOUCH_SERIAL_MAX_LENGTH);
  if (scan == NULL)
    return;
  g_assert_cmpint (message->fault, ==, VOUCH_SERIAL_WHOLE);
  g_assert_true (g_utf8_validate (scan->text, (gssize)scan->length, NULL));
  for (gsize i = 0; i < scan->length; i++)
    g_assert_true (!g_ascii_iscntrl (scan->text[i]) || scan->text[i] == '\x1d');
}

static void
compare (VouchSerialFraming *whole, VouchSerialFraming *pieces)
{
  for (;;)
    {
      g_autoptr (VouchSerialMessage) one = vouch_serial_framing_take (whole);
      g_autoptr (VouchSerialMessage) other = vouch_serial_framing_take (pieces);

      g_assert_true ((one == NULL) == (other == NULL));
      if (one == NULL)
        return;
      g_assert_cmpint (one->fault, ==, other->fault);
      g_assert_cmpmem (one->bytes, one->length, other->bytes, other->length);
      check_scan (one);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  gboolean needs_end = size > 0 && data[0] % 2 == 1;
  g_autoptr (VouchSerialFraming) whole = vouch_serial_framing_new (needs_end);
  g_autoptr (VouchSerialFraming) pieces = vouch_serial_framing_new (needs_end);
  const char *bytes = (const char *)data + 1;

  if (size < 2)
    return 0;
  vouch_serial_framing_feed (whole, bytes, size - 1, 0);
  for (gsize i = 0; i + 1 < size; i++)
    vouch_serial_framing_feed (pieces, bytes + i, 1, (gint64)i % VOUCH_SERIAL_GAP_MS);
  vouch_serial_framing_tick (whole, 10 * VOUCH_SERIAL_GAP_MS);
  vouch_serial_framing_tick (pieces, 10 * VOUCH_SERIAL_GAP_MS);
  g_assert_cmpuint (vouch_serial_framing_get_wait_ms (whole), ==, 0);
  compare (whole, pieces);
  return 0;
}
