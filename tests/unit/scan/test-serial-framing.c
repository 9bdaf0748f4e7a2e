/* How a serial line's bytes come apart into codes. */
#include <string.h>

#include "vouch-serial-framing.h"

static void
expect (VouchSerialFraming *framing, VouchSerialFault fault, const char *bytes)
{
  g_autoptr (VouchSerialMessage) message = vouch_serial_framing_take (framing);

  g_assert_nonnull (message);
  g_assert_cmpint (message->fault, ==, fault);
  g_assert_cmpmem (message->bytes, message->length, bytes, strlen (bytes));
}

static void
expect_nothing (VouchSerialFraming *framing)
{
  g_assert_null (vouch_serial_framing_take (framing));
}

static void
feed (VouchSerialFraming *framing, const char *bytes, gint64 now_ms)
{
  vouch_serial_framing_feed (framing, bytes, strlen (bytes), now_ms);
}

static void
test_every_end (void)
{
  static const char *const sent[] = { "L1\r",           "L1\n",           "L1\r\n",  "\002L1\003",
                                      "\002L1\r\n\003", "\002L1\003\r\n", "\r\nL1\r" };

  for (gsize i = 0; i < G_N_ELEMENTS (sent); i++)
    {
      g_autoptr (VouchSerialFraming) framing = vouch_serial_framing_new (FALSE);

      feed (framing, sent[i], 0);
      feed (framing, sent[i], 10);
      expect (framing, VOUCH_SERIAL_WHOLE, "L1");
      expect (framing, VOUCH_SERIAL_WHOLE, "L1");
      expect_nothing (framing);
      g_assert_cmpuint (vouch_serial_framing_get_wait_ms (framing), ==, 0);
    }
}

static void
test_bytes_one_by_one (void)
{
  g_autoptr (VouchSerialFraming) framing = vouch_serial_framing_new (TRUE);
  const char *sent = "]C1010952000100001010L1\03517270131\r\n";

  for (gsize i = 0; sent[i] != '\0'; i++)
    vouch_serial_framing_feed (framing, sent + i, 1, (gint64)i * (VOUCH_SERIAL_GAP_MS - 1));
  expect (framing, VOUCH_SERIAL_WHOLE, "]C1010952000100001010L1\03517270131");
  expect_nothing (framing);
}

static void
test_a_nul_is_content (void)
{
  g_autoptr (VouchSerialFraming) framing = vouch_serial_framing_new (TRUE);
  g_autoptr (VouchSerialMessage) message = NULL;

  vouch_serial_framing_feed (framing, "LOT\0DROP\r", 9, 0);
  message = vouch_serial_framing_take (framing);
  g_assert_cmpmem (message->bytes, message->length, "LOT\0DROP", 8);
}

static void
test_lines_in_a_frame_are_content (void)
{
  g_autoptr (VouchSerialFraming) framing = vouch_serial_framing_new (TRUE);

  feed (framing, "\002A\rB\003", 0);
  expect (framing, VOUCH_SERIAL_WHOLE, "A\rB");
}

static void
test_without_an_end_silence_is_one (void)
{
  g_autoptr (VouchSerialFraming) framing = vouch_serial_framing_new (FALSE);
  g_autoptr (VouchSerialMessage) message = NULL;

  feed (framing, "690", 0);
  feed (framing, "1234", VOUCH_SERIAL_GAP_MS);
  g_assert_cmpuint (vouch_serial_framing_get_wait_ms (framing), >, VOUCH_SERIAL_GAP_MS);
  vouch_serial_framing_tick (framing, 2 * VOUCH_SERIAL_GAP_MS);
  expect_nothing (framing);
  vouch_serial_framing_tick (framing, 2 * VOUCH_SERIAL_GAP_MS + 1);
  message = vouch_serial_framing_take (framing);
  g_assert_cmpmem (message->bytes, message->length, "6901234", 7);
  g_assert_true (message->is_bare);
}

/* A cable pulled, or one that was never pushed in: half a lot number is another lot's number. */
static void
test_a_torso_is_told (void)
{
  g_autoptr (VouchSerialFraming) framing = vouch_serial_framing_new (FALSE);

  feed (framing, "L1\r", 0);
  expect (framing, VOUCH_SERIAL_WHOLE, "L1");
  feed (framing, "LOT-2", 10);
  feed (framing, "LOT-3\r", 11 + VOUCH_SERIAL_GAP_MS);
  expect (framing, VOUCH_SERIAL_TORN, "LOT-2");
  expect (framing, VOUCH_SERIAL_WHOLE, "LOT-3");
  feed (framing, "\002LOT", 200);
  vouch_serial_framing_cut (framing);
  expect (framing, VOUCH_SERIAL_TORN, "LOT");
  feed (framing, "\002LOT", 300);
  feed (framing, "\002LOT-4\003", 310);
  expect (framing, VOUCH_SERIAL_TORN, "LOT");
  expect (framing, VOUCH_SERIAL_WHOLE, "LOT-4");
  expect_nothing (framing);
}

static void
test_a_known_scanner_is_torn_from_the_start (void)
{
  g_autoptr (VouchSerialFraming) framing = vouch_serial_framing_new (TRUE);

  feed (framing, "LOT", 0);
  vouch_serial_framing_cut (framing);
  expect (framing, VOUCH_SERIAL_TORN, "LOT");
}

static void
test_a_flood_is_one_refusal (void)
{
  g_autoptr (VouchSerialFraming) framing = vouch_serial_framing_new (FALSE);
  g_autofree char *flood = g_strnfill (3 * VOUCH_SERIAL_MAX_LENGTH, 'A');

  feed (framing, flood, 0);
  feed (framing, "\rL1\r", 10);
  expect (framing, VOUCH_SERIAL_TOO_LONG, "");
  expect (framing, VOUCH_SERIAL_WHOLE, "L1");
  expect_nothing (framing);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/serial-framing/every-end", test_every_end);
  g_test_add_func ("/serial-framing/bytes-one-by-one", test_bytes_one_by_one);
  g_test_add_func ("/serial-framing/a-nul-is-content", test_a_nul_is_content);
  g_test_add_func ("/serial-framing/lines-in-a-frame-are-content", test_lines_in_a_frame_are_content);
  g_test_add_func ("/serial-framing/without-an-end-silence-is-one", test_without_an_end_silence_is_one);
  g_test_add_func ("/serial-framing/a-torso-is-told", test_a_torso_is_told);
  g_test_add_func ("/serial-framing/a-known-scanner-is-torn-from-the-start",
                   test_a_known_scanner_is_torn_from_the_start);
  g_test_add_func ("/serial-framing/a-flood-is-one-refusal", test_a_flood_is_one_refusal);
  return g_test_run ();
}
