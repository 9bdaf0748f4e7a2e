/* Frames out of still pictures and GStreamer's own test pictures, read by the real decoder. */

#include <glib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "drawn-code.h"
#include "vouch-camera-news.h"
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
  VouchCameraHub *hub;
  GQueue seen; /* copies of texts, one a sight with codes; "" when it was lost */
  GQueue came; /* copies of texts, of codes that were told to be there, those of one notice with spaces between */
  guint n_pictures;
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
  fixture->hub = vouch_camera_hub_new (fixture->decoder);
  g_queue_init (&fixture->seen);
  g_queue_init (&fixture->came);
  write_picture (fixture, code);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  vouch_camera_hub_free (fixture->hub);
  vouch_decoder_free (fixture->decoder);
  g_queue_clear_full (&fixture->seen, g_free);
  g_queue_clear_full (&fixture->came, g_free);
  g_unlink (fixture->picture);
  g_rmdir (fixture->folder);
  g_free (fixture->endless);
  g_free (fixture->thirty);
  g_free (fixture->single);
  g_free (fixture->picture);
  g_free (fixture->folder);
}

static void
sight_cb (VouchCamera *camera, Fixture *fixture)
{
  GPtrArray *agreed = vouch_camera_get_sight (camera)->agreed;

  if (agreed->len == 0)
    return;
  g_assert_true (((const VouchSymbol *)g_ptr_array_index (agreed, 0))->sure);
  g_queue_push_tail (&fixture->seen, g_strdup (((const VouchSymbol *)g_ptr_array_index (agreed, 0))->text));
}

static void
codes_cb (VouchCamera *camera, GPtrArray *codes, VouchFrame *frame, Fixture *fixture)
{
  GString *texts = g_string_new (NULL);

  g_assert_cmpuint (frame->channels, ==, VOUCH_FRAME_COLOUR);
  for (guint i = 0; i < codes->len; i++)
    {
      const VouchCameraCode *code = g_ptr_array_index (codes, i);

      g_assert_true (code->is_new);
      g_string_append_printf (texts, "%s%s", i > 0 ? " " : "", code->symbol->text);
    }
  g_queue_push_tail (&fixture->came, g_string_free (texts, FALSE));
}

static void
picture_cb (VouchCamera *camera, Fixture *fixture)
{
  fixture->n_pictures++;
}

static void
lost_cb (VouchCamera *camera, Fixture *fixture)
{
  g_queue_push_tail (&fixture->seen, g_strdup (""));
}

static VouchCamera *
watch_at (Fixture *fixture, VouchCameraHub *hub, const char *source)
{
  VouchCamera *camera = vouch_camera_new (hub, source);

  g_signal_connect (camera, "sight", G_CALLBACK (sight_cb), fixture);
  g_signal_connect (camera, "codes", G_CALLBACK (codes_cb), fixture);
  g_signal_connect (camera, "picture", G_CALLBACK (picture_cb), fixture);
  g_signal_connect (camera, "lost", G_CALLBACK (lost_cb), fixture);
  return camera;
}

static VouchCamera *
watch (Fixture *fixture, const char *source)
{
  return watch_at (fixture, fixture->hub, source);
}

static char *
wait_for_next (GQueue *queue)
{
  while (g_queue_is_empty (queue))
    g_main_context_iteration (NULL, TRUE);
  return g_queue_pop_head (queue);
}

static void
assert_next (Fixture *fixture, const char *text)
{
  g_autofree char *seen = wait_for_next (&fixture->seen);

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
  /* In bytes, its default, GStreamer's videorate loses a message. */
  assert_sees_nothing (fixture, "fakesrc format=time num-buffers=3", 5000, VOUCH_ERROR_INVALID, "no pictures");
}

static void
test_tells_that_its_source_is_not_understood (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VouchCamera) camera = watch (fixture, "videotestsrc !");

  assert_ends (fixture, camera, VOUCH_ERROR_INVALID);
}

static void
test_tells_that_the_camera_is_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VouchCamera) camera = watch (fixture, "/nonexistent/video");

  assert_ends (fixture, camera, VOUCH_ERROR_NOT_FOUND);
  g_assert_cmpuint (vouch_camera_get_frames (camera), ==, 0);
}

/* However long it is held there. */
static void
test_tells_once_of_a_code_that_stays (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VouchCamera) camera = watch (fixture, fixture->endless);
  g_autofree char *first = wait_for_next (&fixture->came);

  g_assert_cmpstr (first, ==, "LOT-7");
  while (g_queue_get_length (&fixture->seen) < 8)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_queue_is_empty (&fixture->came));
}

static void
test_tells_of_codes_that_come_together (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DrawnCode) first = drawn_code_new ("QR", "LOT-7", 5);
  g_autoptr (DrawnCode) second = drawn_code_new ("QR", "LOT-8", 5);
  g_autoptr (DrawnCode) pair = drawn_code_on_paper (first, 200);
  g_autoptr (VouchCamera) camera = NULL;
  g_autofree char *came = NULL;

  drawn_code_paste (pair, second, 380, 200);
  write_picture (fixture, pair);
  camera = watch (fixture, fixture->endless);
  came = wait_for_next (&fixture->came);
  g_assert_true (g_str_equal (came, "LOT-7 LOT-8") || g_str_equal (came, "LOT-8 LOT-7"));
}

/* The window is as smooth as the camera, however long the decoder takes. */
static void
test_shows_more_pictures_than_are_read (Fixture *fixture, gconstpointer data)
{
  g_autofree char *film = g_strconcat (fixture->endless, " ! video/x-raw,framerate=30/1", NULL);
  g_autoptr (VouchCamera) camera = watch (fixture, film);

  for (int i = 0; i < 8; i++)
    assert_next (fixture, "LOT-7");
  g_assert_cmpuint (fixture->n_pictures, >, 8);
  g_assert_cmpuint (vouch_camera_get_frame (camera)->channels, ==, VOUCH_FRAME_COLOUR);
}

static void
assert_photo (Fixture *fixture, const char *source)
{
  g_auto (VouchDecoderPhoto) photo = { 0 };
  g_autoptr (GError) error = NULL;

  vouch_camera_hub_take_photo (fixture->hub, source, 20000, 640, &photo, &error);
  g_assert_no_error (error);
  g_assert_nonnull (photo.bytes);
}

/* The source of the photographs alone would fail. */
static void
test_photographs_what_is_watched (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VouchCamera) camera = watch (fixture, fixture->endless);

  assert_next (fixture, "LOT-7");
  assert_photo (fixture, "/nonexistent/video");
  assert_next (fixture, "LOT-7");
  vouch_camera_close (camera);
  assert_photo (fixture, fixture->endless);
}

/* One that was closed gives the device back in its own time, and the next one waits for that. */
static void
test_is_opened_again_at_once (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 5; i++)
    {
      g_autoptr (VouchCamera) camera = watch (fixture, fixture->endless);

      assert_next (fixture, "LOT-7");
      g_queue_clear_full (&fixture->seen, g_free);
    }
}

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
      g_autofree char *seen = wait_for_next (&fixture->seen);

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

  for (int i = 0; i < 5; i++)
    assert_next (fixture, "LOT-7");
  g_assert_cmpint (g_get_monotonic_time () - begun, >=, 300 * 1000);
  g_assert_cmpuint (vouch_camera_get_dropped (camera), >, 0);
}

static void
count_cb (VouchCamera *camera, guint *n)
{
  (*n)++;
}

/* Whatever the camera shows, however fast; how much of a processor that is at most is the pace's test. */
static void
test_a_flood_of_noise_is_read_at_a_walk (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VouchCamera) camera =
      watch (fixture, "videotestsrc is-live=true pattern=snow ! video/x-raw,width=1280,height=720,framerate=120/1");
  gint64 begun;
  guint n = 0;

  g_signal_connect (camera, "sight", G_CALLBACK (count_cb), &n);
  while (n == 0)
    g_main_context_iteration (NULL, TRUE);
  begun = g_get_monotonic_time ();
  while (n < 11)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (g_get_monotonic_time () - begun, >=, 9 * 80 * 1000);
  g_assert_true (g_queue_is_empty (&fixture->came));
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
  g_autoptr (VouchCameraHub) hub = vouch_camera_hub_new (broken);
  g_autoptr (VouchCamera) camera = NULL;

  g_assert_cmpint (symlink (g_getenv ("BROKEN_DECODER"), program), ==, 0);
  camera = watch_at (fixture, hub, fixture->thirty);
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
  g_autoptr (VouchCameraHub) hub = vouch_camera_hub_new (missing);
  g_autoptr (VouchCamera) camera = watch_at (fixture, hub, fixture->endless);

  assert_ends (fixture, camera, VOUCH_ERROR_STORAGE);
}

static void
test_is_freed_while_it_starts_and_runs (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 10; i++)
    {
      g_autoptr (VouchCamera) camera = watch (fixture, fixture->endless);
      guint told;

      g_usleep ((gulong)(i * 20000));
      vouch_camera_close (camera);
      told = fixture->n_pictures;
      while (g_main_context_iteration (NULL, FALSE))
        continue;
      g_assert_cmpuint (fixture->n_pictures, ==, told);
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
  add_test ("/camera/tells-that-its-source-is-not-understood", test_tells_that_its_source_is_not_understood);
  add_test ("/camera/tells-that-the-camera-is-missing", test_tells_that_the_camera_is_missing);
  add_test ("/camera/tells-once-of-a-code-that-stays", test_tells_once_of_a_code_that_stays);
  add_test ("/camera/tells-of-codes-that-come-together", test_tells_of_codes_that_come_together);
  add_test ("/camera/shows-more-pictures-than-are-read", test_shows_more_pictures_than_are_read);
  add_test ("/camera/photographs-what-is-watched", test_photographs_what_is_watched);
  add_test ("/camera/is-opened-again-at-once", test_is_opened_again_at_once);
  add_test ("/camera/goes-on-after-a-code", test_goes_on_after_a_code);
  add_test ("/camera/tells-that-the-pictures-ended", test_tells_that_the_pictures_ended);
  add_test ("/camera/tells-that-the-camera-was-lost", test_tells_that_the_camera_was_lost);
  add_test ("/camera/drops-what-comes-too-fast", test_drops_what_comes_too_fast);
  add_test ("/camera/a-flood-of-noise-is-read-at-a-walk", test_a_flood_of_noise_is_read_at_a_walk);
  add_test ("/camera/goes-on-when-the-decoder-dies", test_goes_on_when_the_decoder_dies);
  add_test ("/camera/loses-only-the-frames-that-crash-the-decoder", test_loses_only_the_frames_that_crash_the_decoder);
  add_test ("/camera/ends-when-there-is-no-decoder", test_ends_when_there_is_no_decoder);
  add_test ("/camera/is-freed-while-it-starts-and-runs", test_is_freed_while_it_starts_and_runs);
  return g_test_run ();
}
