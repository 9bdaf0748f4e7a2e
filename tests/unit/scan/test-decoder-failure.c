/* The client, when the decoder program goes wrong in every way. */

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "vouch-decoder-client.h"
#include "vouch-error.h"

static const guint8 picture[16 * 16];

typedef struct
{
  char *folder;
  char *program;
  VouchDecoder *decoder;
} Fixture;

/* The program misbehaves as its name says. */
static void
set_up (Fixture *fixture, gconstpointer name)
{
  fixture->folder = g_dir_make_tmp ("vouch-XXXXXX", NULL);
  fixture->program = g_build_filename (fixture->folder, name, NULL);
  g_assert_cmpint (symlink (g_getenv ("BROKEN_DECODER"), fixture->program), ==, 0);
  fixture->decoder = vouch_decoder_new (fixture->program);
}

static void
tear_down (Fixture *fixture, gconstpointer name)
{
  vouch_decoder_free (fixture->decoder);
  g_unlink (fixture->program);
  g_rmdir (fixture->folder);
  g_free (fixture->program);
  g_free (fixture->folder);
}

static void
read_and_fail (Fixture *fixture, VouchErrorCode code, const char *says)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (vouch_decoder_read_grey (fixture->decoder, picture, 16, 16, 16, &error));
  g_assert_error (error, VOUCH_ERROR, (int)code);
  g_assert_nonnull (strstr (error->message, says));
}

static void
test_loses_one_picture_each_time (Fixture *fixture, gconstpointer name)
{
  for (guint i = 1; i <= 3; i++)
    {
      g_auto (VouchDecoderCounts) counts = { 0 };

      read_and_fail (fixture, VOUCH_ERROR_INVALID, "made the decoder fail");
      vouch_decoder_get_counts (fixture->decoder, &counts);
      g_assert_cmpuint (counts.restarts, ==, i);
      g_assert_cmpuint (counts.lost, ==, i);
      g_assert_cmpuint (counts.read, ==, 0);
    }
  g_assert_cmpuint (vouch_decoder_get_hangs (fixture->decoder), ==, 0);
}

static void
test_gives_up_a_hanging_program (Fixture *fixture, gconstpointer name)
{
  gint64 begun = g_get_monotonic_time ();

  read_and_fail (fixture, VOUCH_ERROR_INVALID, "took too long");
  g_assert_cmpint (g_get_monotonic_time () - begun, >=, 1900 * 1000);
  g_assert_cmpint (g_get_monotonic_time () - begun, <, 3500 * 1000);
  g_assert_cmpuint (vouch_decoder_get_hangs (fixture->decoder), ==, 1);
  g_assert_cmpuint (vouch_decoder_get_restarts (fixture->decoder), ==, 1);
  g_assert_null (vouch_decoder_dup_pid (fixture->decoder));
}

static void
test_does_not_trust_a_stranger (Fixture *fixture, gconstpointer name)
{
  read_and_fail (fixture, VOUCH_ERROR_STORAGE, fixture->program);
  g_assert_cmpuint (vouch_decoder_get_restarts (fixture->decoder), ==, 0);
}

static void
test_says_when_there_is_no_program (void)
{
  g_autoptr (VouchDecoder) decoder = vouch_decoder_new ("/nonexistent/vouch-decoder");
  g_autoptr (GError) error = NULL;

  g_assert_null (vouch_decoder_read_grey (decoder, picture, 16, 16, 16, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE);
  g_assert_nonnull (g_strstr_len (error->message, -1, "/nonexistent/vouch-decoder"));
}

static void
test_refuses_a_frame_that_is_too_large (void)
{
  g_autoptr (VouchDecoder) decoder = vouch_decoder_new ("/nonexistent/vouch-decoder");
  g_autoptr (GError) error = NULL;

  g_assert_null (vouch_decoder_read_grey (decoder, picture, 10000, 10000, 10000, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/decoder-failure/crashes", Fixture, "crashes", set_up, test_loses_one_picture_each_time, tear_down);
  g_test_add ("/decoder-failure/lies", Fixture, "lies", set_up, test_loses_one_picture_each_time, tear_down);
  g_test_add ("/decoder-failure/boasts", Fixture, "boasts", set_up, test_loses_one_picture_each_time, tear_down);
  g_test_add ("/decoder-failure/hangs", Fixture, "hangs", set_up, test_gives_up_a_hanging_program, tear_down);
  g_test_add ("/decoder-failure/other-protocol", Fixture, "older", set_up, test_does_not_trust_a_stranger, tear_down);
  g_test_add ("/decoder-failure/ends-at-once", Fixture, "leaves", set_up, test_does_not_trust_a_stranger, tear_down);
  g_test_add_func ("/decoder-failure/says-when-there-is-no-program", test_says_when_there_is_no_program);
  g_test_add_func ("/decoder-failure/refuses-a-frame-that-is-too-large", test_refuses_a_frame_that_is_too_large);
  return g_test_run ();
}
