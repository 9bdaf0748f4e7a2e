/* How many of a camera's frames the decoder reads in a second, and what of that is the price of the sandbox: the same
 * frames are looked at by the same code in this process, without a filter and without being copied to a child. */
#include <string.h>

#include "bench-report.h"
#include "code-scene.h"
#include "vouch-decoder-client.h"
#include "vouch-stream.h"

#define WIDTH 1280
#define HEIGHT 720
/* Some rounds of all ways to look. */
#define FRAMES 78

static DrawnCode *
draw_frame (void)
{
  const CodeScene scene = { .module = 3, .turn = 8, .tilt = 0.05, .blur = 0.3, .noise = 3, .shade = 0.4 };
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autoptr (DrawnCode) code = drawn_code_new ("EAN-13", "690123456789", 8);
  DrawnCode *frame = code_scene_new_paper (WIDTH, HEIGHT);

  code_scene_place (&scene, frame, code, 8, random);
  code_scene_expose (&scene, frame, random);
  return frame;
}

static gboolean
has_symbols (GPtrArray *symbols)
{
  gboolean has = symbols != NULL && symbols->len > 0;

  g_clear_pointer (&symbols, g_ptr_array_unref);
  return has;
}

/* Both in turn, so that what else the machine does disturbs them alike. */
static void
measure (const DrawnCode *frame)
{
  VouchDecoder *decoder = vouch_decoder_new (NULL);
  const VouchGrey grey = { frame->width, frame->height, frame->pixels };
  VouchGlancePlan plan = { 0 };
  gint64 in_child = 0, in_here = 0;
  int n_read = 0;

  has_symbols (vouch_decoder_read_frame (decoder, frame->pixels, frame->width, frame->height, frame->width, NULL));
  vouch_glance_plan_next (&plan, VOUCH_CODE_KINDS_USUAL);
  for (int i = 0; i < FRAMES; i++)
    {
      gint64 began = g_get_monotonic_time (), between;

      n_read += has_symbols (
          vouch_decoder_read_frame (decoder, frame->pixels, frame->width, frame->height, frame->width, NULL));
      between = g_get_monotonic_time ();
      has_symbols (vouch_stream_read (&plan, &grey, VOUCH_CODE_KINDS_USUAL));
      in_here += g_get_monotonic_time () - between;
      in_child += between - began;
    }
  bench_at_least ("frames_720p", FRAMES * (double)G_USEC_PER_SEC / (double)in_child, "/s", 10);
  bench_at_least ("frames_720p_read", 100.0 * n_read / FRAMES, "%", 100);
  bench_at_most ("sandbox_price", 100.0 * (double)(in_child - in_here) / (double)in_here, "%", 10);
  bench_at_most ("frames_720p_lost", vouch_decoder_get_restarts (decoder), "frames", 0);
  vouch_decoder_free (decoder);
}

int
main (void)
{
  g_autoptr (DrawnCode) frame = draw_frame ();

  measure (frame);
  return bench_end ();
}
