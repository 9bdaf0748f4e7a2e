/* What the decoder costs more for being a program of its own in a sandbox, than the same code in the process of whoever
 * asks: the time of the processor, of both ends. Both read the same frames in turn, so that what else the machine does
 * disturbs them alike, and of several rounds the middle one counts. */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "bench-report.h"
#include "camera-frame.h"
#include "vouch-decoder-client.h"
#include "vouch-sighting.h"
#include "vouch-stream.h"

#define ROUNDS 15
/* All ways to look have their turn, sure as the frames are. */
#define FRAMES 26
/* Without those that look for as long as they are given. */
static const VouchCodeKinds kinds = VOUCH_CODE_KINDS_USUAL & ~(VOUCH_CODE_KIND_BIT (VOUCH_CODE_KIND_DATA_MATRIX) |
                                                               VOUCH_CODE_KIND_BIT (VOUCH_CODE_KIND_GS1_DATAMATRIX));

typedef struct
{
  const DrawnCode *frame;
  VouchDecoder *decoder;
  char *schedule; /* the file that says how long the program has run */
  VouchGlancePlan plan;
} Bench;

static gint64
own_time_ns (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (gint64)now.tv_sec * 1000 * 1000 * 1000 + now.tv_nsec;
}

static gint64
program_time_ns (const Bench *self)
{
  g_autofree char *text = NULL;

  if (!g_file_get_contents (self->schedule, &text, NULL, NULL))
    g_error ("%s cannot be read", self->schedule);
  return g_ascii_strtoll (text, NULL, 10);
}

static void
read_in_program (Bench *self)
{
  g_autoptr (GPtrArray) symbols = vouch_decoder_read_frame (self->decoder, self->frame->pixels, self->frame->width,
                                                            self->frame->height, self->frame->width, NULL);

  g_assert_nonnull (symbols);
}

/* A frame that comes is copied here as well. */
static void
read_here (Bench *self)
{
  gsize size = (gsize)self->frame->width * self->frame->height;
  g_autofree guint8 *pixels = g_memdup2 (self->frame->pixels, size);
  const VouchGrey grey = { self->frame->width, self->frame->height, pixels };
  g_autoptr (GPtrArray) sightings = vouch_stream_read (&self->plan, &grey, kinds);

  g_assert_nonnull (sightings);
}

/* In thousandths of a percent. */
static gint64
measure_round (Bench *self)
{
  gint64 there = 0, here = 0;

  for (int i = 0; i < FRAMES; i++)
    {
      gint64 own = own_time_ns (), program = program_time_ns (self), between;

      read_in_program (self);
      there += program_time_ns (self) - program;
      between = own_time_ns ();
      there += between - own;
      read_here (self);
      here += own_time_ns () - between;
    }
  return (there - here) * 100 * 1000 / here;
}

int
main (void)
{
  g_autoptr (DrawnCode) frame = camera_frame_draw ();
  g_autoptr (VouchDecoder) decoder = vouch_decoder_new (NULL);
  g_autofree char *pid = NULL;
  Bench self = { .frame = frame, .decoder = decoder };
  BenchSeries *prices = bench_series_new ();

  vouch_decoder_set_kinds (decoder, kinds);
  read_in_program (&self);
  read_here (&self);
  pid = vouch_decoder_dup_pid (decoder);
  self.schedule = g_strdup_printf ("/proc/%s/schedstat", pid);
  for (int i = 0; i < ROUNDS; i++)
    bench_series_add (prices, measure_round (&self));
  bench_at_most ("sandbox_price", (double)bench_series_median (prices) / 1000, "%", 10);
  g_array_unref (prices);
  g_free (self.schedule);
  return bench_end ();
}
