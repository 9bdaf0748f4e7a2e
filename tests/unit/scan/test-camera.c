/* Frames out of still pictures and GStreamer's own test pictures, read by the real decoder. */

#include <glib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "drawn-code.h"
#include "vouch-camera.h"
#include "vouch-error.h"

typedef struct
{
  char *folder;
  char *picture;
  char *endless; /* pipelines */
  char *thirty;
  char *single;
  VouchDecoder *decoder;
  GAsyncQueue *seen; /* copies of texts, "" for the last call */
} Fixture;

static char *
film (const Fixture *fixture, int n_frames)
{
  return g_strdup_printf ("filesrc location=%s ! pngdec ! imagefreeze num-buffers=%d", fixture->picture, n_frames);
}

static void
write_picture (Fixture *fixture, const DrawnCode *code)
{
  g_autoptr (GBytes) png = drawn_code_write_png (code);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->picture, g_bytes_get_data (png, NULL), (gssize)g_bytes_get_size (png), &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DrawnCode) code = drawn_code_new ("QR", "LOT-7", 5);
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("vouch-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->picture = g_build_filename (fixture->folder, "picture.png", NULL);
  fixture->endless = film (fixture, -1);
  fixture->thirty = film (fixture, 30);
  fixture->single = film (fixture, 1);
  fixture->decoder = vouch_decoder_new (NULL);
  fixture->seen = g_async_queue_new_full (g_free);
  write_picture (fixture, code);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  vouch_decoder_free (fixture->decoder);
  g_async_queue_unref (fixture->seen);
  g_unlink (fixture->picture);
  g_rmdir (fixture->folder);
  g_free (fixture->endless);
  g_free (fixture->thirty);
  g_free (fixture->single);
  g_free (fixture->picture);
  g_free (fixture->folder);
}

static void
note_cb (GPtrArray *symbols, gpointer data)
{
  const VouchSymbol *first = symbols != NULL ? g_ptr_array_index (symbols, 0) : NULL;

  g_assert_true (first == NULL || first->sure);
  g_async_queue_push (data, g_strdup (first != NULL ? first->text : ""));
}

static VouchCamera *
watch (Fixture *fixture, const char *pipeline)
{
  g_autoptr (GError) error = NULL;
  VouchCamera *camera = vouch_camera_new (fixture->decoder, pipeline, note_cb, fixture->seen, &error);

  g_assert_no_error (error);
  return camera;
}

static void
assert_next (Fixture *fixture, const char *text)
{
  g_autofree char *seen = g_async_queue_timeout_pop (fixture->seen, 20 * G_USEC_PER_SEC);

  g_assert_cmpstr (seen, ==, text);
}

static void
assert_ends (Fixture *fixture, VouchCamera *camera, VouchErrorCode code)
{
  assert_next (fixture, "");
  g_assert_error (vouch_camera_get_error (camera), VOUCH_ERROR, (int)code);
}

static void
assert_sees (Fixture *fixture, const char *pipeline, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) symbols = vouch_camera_read_once (fixture->decoder, pipeline, 20000, &error);
  const VouchSymbol *symbol;

  g_assert_no_error (error);
  g_assert_cmpuint (symbols->len, ==, 1);
  symbol = g_ptr_array_index (symbols, 0);
  g_assert_cmpstr (symbol->text, ==, text);
  g_assert_true (symbol->sure);
}

static void
assert_sees_nothing (Fixture *fixture, const char *pipeline, guint timeout_ms, VouchErrorCode code, const char *says)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (vouch_camera_read_once (fixture->decoder, pipeline, timeout_ms, &error));
  g_assert_error (error, VOUCH_ERROR, (int)code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, says));
}

static void
test_reads_once (Fixture *fixture, gconstpointer data)
{
  assert_sees (fixture, fixture->thirty, "LOT-7");
  assert_sees (fixture, fixture->single, "LOT-7");
}

/* Rows of a camera are padded to four bytes. */
static void
test_reads_rows_of_an_odd_width (Fixture *fixture, gconstpointer data)
{
  for (guint margin = 1; margin <= 3; margin++)
    {
      g_autoptr (DrawnCode) code = drawn_code_new ("EAN-13", "690123456789", 3);
      g_autoptr (DrawnCode) paper = drawn_code_on_paper (code, 10);

      /* One column narrower each time. */
      for (guint y = 0; y < paper->height; y++)
        memmove (paper->pixels + (gsize)y * (paper->width - margin), paper->pixels + (gsize)y * paper->width,
                 paper->width - margin);
      paper->width -= margin;
      write_picture (fixture, paper);
      assert_sees (fixture, fixture->single, "6901234567892");
    }
}

/* As in the decoder's test, few lines cross it. */
static void
test_an_unsure_code_needs_a_second_frame (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DrawnCode) code = drawn_code_new ("EAN-13", "690123456789", 2);

  memset (code->pixels + code->width * 10, 255, (gsize)code->width * (code->height - 10));
  write_picture (fixture, code);
  assert_sees_nothing (fixture, fixture->single, 20000, VOUCH_ERROR_NOT_FOUND, "no more pictures");
  assert_sees (fixture, fixture->thirty, "6901234567892");
}

static void
test_gives_up_blank_frames_in_time (Fixture *fixture, gconstpointer data)
{
  gint64 begun = g_get_monotonic_time ();

  assert_sees_nothing (fixture, "videotestsrc is-live=true pattern=white", 700, VOUCH_ERROR_NOT_FOUND, "no code");
  g_assert_cmpint (g_get_monotonic_time () - begun, >=, 700 * 1000);
  g_assert_cmpint (g_get_monotonic_time () - begun, <, 5000 * 1000);
}

static void
test_names_what_is_wrong (Fixture *fixture, gconstpointer data)
{
  g_autofree char *no_picture = g_strdup_printf ("filesrc location=%s ! pngdec", fixture->folder);

  assert_sees_nothing (fixture, "nosuchcamera", 1000, VOUCH_ERROR_NOT_FOUND, "nosuchcamera");
  assert_sees_nothing (fixture, "videotestsrc !", 1000, VOUCH_ERROR_INVALID, "videotestsrc !");
  assert_sees_nothing (fixture, "videotestsrc nosuchsetting=1", 1000, VOUCH_ERROR_INVALID, "nosuchsetting");
  assert_sees_nothing (fixture, "videotestsrc ! fakesink", 1000, VOUCH_ERROR_INVALID, "fakesink");
  assert_sees_nothing (fixture, "", 1000, VOUCH_ERROR_INVALID, "“”");
  assert_sees_nothing (fixture, "v4l2src device=/nonexistent/video", 5000, VOUCH_ERROR_NOT_FOUND, "/nonexistent/video");
  assert_sees_nothing (fixture, no_picture, 5000, VOUCH_ERROR_NOT_FOUND, "plug it in");
  assert_sees_nothing (fixture, "audiotestsrc", 5000, VOUCH_ERROR_INVALID, "audiotestsrc");
  assert_sees_nothing (fixture, "fakesrc num-buffers=3", 5000, VOUCH_ERROR_INVALID, "no pictures");
}

static void
test_refuses_a_pipeline_at_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (vouch_camera_new (fixture->decoder, "nosuchcamera", note_cb, fixture->seen, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND);
}

static void
test_tells_that_the_camera_is_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VouchCamera) camera = watch (fixture, "v4l2src device=/nonexistent/video");

  assert_ends (fixture, camera, VOUCH_ERROR_NOT_FOUND);
  g_assert_cmpuint (vouch_camera_get_frames (camera), ==, 0);
}

/* Every frame shows it; it is the router that knows a repeated scan. */
static void
test_goes_on_after_a_code (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VouchCamera) camera = watch (fixture, fixture->endless);

  for (int i = 0; i < 3; i++)
    assert_next (fixture, "LOT-7");
  g_assert_null (vouch_camera_get_error (camera));
  g_assert_cmpuint (vouch_camera_get_frames (camera), >=, 3);
}

static void
test_tells_that_the_pictures_ended (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VouchCamera) camera = watch (fixture, fixture->single);

  assert_next (fixture, "LOT-7");
  assert_ends (fixture, camera, VOUCH_ERROR_NOT_FOUND);
  g_assert_cmpuint (vouch_camera_get_frames (camera), ==, 1);
  g_assert_cmpuint (vouch_camera_get_dropped (camera), ==, 0);
}

/* A camera that is pulled out fails in the middle of its stream. */
static void
test_tells_that_the_camera_was_lost (Fixture *fixture, gconstpointer data)
{
  g_autofree char *failing = g_strconcat (fixture->endless, " ! identity error-after=10", NULL);
  g_autoptr (VouchCamera) camera = watch (fixture, failing);

  assert_next (fixture, "LOT-7");
  for (;;)
    {
      g_autofree char *seen = g_async_queue_timeout_pop (fixture->seen, 20 * G_USEC_PER_SEC);

      g_assert_nonnull (seen);
      if (*seen == '\0')
        break;
    }
  g_assert_error (vouch_camera_get_error (camera), VOUCH_ERROR, VOUCH_ERROR_INVALID);
}

/* More frames a second than anybody needs read. */
static void
test_drops_what_comes_too_fast (Fixture *fixture, gconstpointer data)
{
  g_autofree char *fast = g_strconcat (fixture->endless, " ! video/x-raw,framerate=200/1", NULL);
  g_autoptr (VouchCamera) camera = watch (fixture, fast);
  gint64 begun = g_get_monotonic_time ();
  guint64 frames;

  for (int i = 0; i < 5; i++)
    assert_next (fixture, "LOT-7");
  frames = vouch_camera_get_frames (camera);
  g_assert_cmpint (g_get_monotonic_time () - begun, >=, 350 * 1000);
  g_assert_cmpuint (vouch_camera_get_dropped (camera), >, frames);
}

static void
test_goes_on_when_the_decoder_dies (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VouchCamera) camera = watch (fixture, fixture->endless);

  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *pid = NULL;

      assert_next (fixture, "LOT-7");
      while ((pid = vouch_decoder_dup_pid (fixture->decoder)) == NULL)
        assert_next (fixture, "LOT-7");
      g_assert_cmpint (kill ((pid_t)atoi (pid), SIGKILL), ==, 0);
      while (vouch_decoder_get_restarts (fixture->decoder) < i)
        assert_next (fixture, "LOT-7");
    }
  assert_next (fixture, "LOT-7");
  g_assert_null (vouch_camera_get_error (camera));
}

static void
test_loses_only_the_frames_that_crash_the_decoder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *program = g_build_filename (fixture->folder, "crashes", NULL);
  g_autoptr (VouchDecoder) broken = vouch_decoder_new (program);
  g_autoptr (VouchCamera) camera = NULL;

  g_assert_cmpint (symlink (g_getenv ("BROKEN_DECODER"), program), ==, 0);
  camera = vouch_camera_new (broken, fixture->thirty, note_cb, fixture->seen, NULL);
  assert_ends (fixture, camera, VOUCH_ERROR_NOT_FOUND);
  g_assert_cmpuint (vouch_camera_get_frames (camera), ==, 0);
  g_assert_cmpuint (vouch_camera_get_dropped (camera), ==, 30);
  g_assert_cmpuint (vouch_decoder_get_restarts (broken), >, 1);
  g_unlink (program);
}

static void
test_ends_when_there_is_no_decoder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VouchDecoder) missing = vouch_decoder_new ("/nonexistent/vouch-decoder");
  g_autoptr (VouchCamera) camera = vouch_camera_new (missing, fixture->endless, note_cb, fixture->seen, NULL);

  assert_ends (fixture, camera, VOUCH_ERROR_STORAGE);
}

static void
test_is_freed_while_it_starts_and_runs (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 10; i++)
    {
      VouchCamera *camera = watch (fixture, fixture->endless);
      int length;

      g_usleep ((gulong)(i * 20000));
      vouch_camera_free (camera);
      length = g_async_queue_length (fixture->seen);
      g_usleep (20000);
      g_assert_cmpint (g_async_queue_length (fixture->seen), ==, length);
    }
}

static void
add_test (const char *path, void (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/camera/reads-once", test_reads_once);
  add_test ("/camera/reads-rows-of-an-odd-width", test_reads_rows_of_an_odd_width);
  add_test ("/camera/an-unsure-code-needs-a-second-frame", test_an_unsure_code_needs_a_second_frame);
  add_test ("/camera/gives-up-blank-frames-in-time", test_gives_up_blank_frames_in_time);
  add_test ("/camera/names-what-is-wrong", test_names_what_is_wrong);
  add_test ("/camera/refuses-a-pipeline-at-once", test_refuses_a_pipeline_at_once);
  add_test ("/camera/tells-that-the-camera-is-missing", test_tells_that_the_camera_is_missing);
  add_test ("/camera/goes-on-after-a-code", test_goes_on_after_a_code);
  add_test ("/camera/tells-that-the-pictures-ended", test_tells_that_the_pictures_ended);
  add_test ("/camera/tells-that-the-camera-was-lost", test_tells_that_the_camera_was_lost);
  add_test ("/camera/drops-what-comes-too-fast", test_drops_what_comes_too_fast);
  add_test ("/camera/goes-on-when-the-decoder-dies", test_goes_on_when_the_decoder_dies);
  add_test ("/camera/loses-only-the-frames-that-crash-the-decoder", test_loses_only_the_frames_that_crash_the_decoder);
  add_test ("/camera/ends-when-there-is-no-decoder", test_ends_when_there_is_no_decoder);
  add_test ("/camera/is-freed-while-it-starts-and-runs", test_is_freed_while_it_starts_and_runs);
  return g_test_run ();
}
