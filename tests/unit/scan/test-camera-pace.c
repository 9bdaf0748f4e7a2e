/* How soon the next frame is looked at. */

#include <glib.h>

#include "vouch-camera-pace.h"

#define MS G_GINT64_CONSTANT (1000)
#define S (1000 * MS)
#define BEGINNING (1000 * S)

/* How many frames that all take so long are looked at until a time, and how much of that time their reading takes. */
static double
watch (VouchCameraPace *pace, gint64 *now, gint64 duration, gint64 taken, gboolean has_seen, int *n)
{
  gint64 begun = *now, busy = 0;

  for (*n = 0; *now < begun + duration; (*n)++)
    {
      *now = vouch_camera_pace_next (pace, *now, *now + taken, has_seen);
      busy += taken;
    }
  return (double)busy / (double)(*now - begun);
}

static void
test_what_is_seen_is_looked_at_at_once (void)
{
  VouchCameraPace pace = { 0 };
  gint64 now = BEGINNING;
  int n;

  watch (&pace, &now, 60 * S, 90 * MS, TRUE, &n);
  g_assert_cmpint (n, >=, 660);
  watch (&pace, &now, 60 * S, 200 * MS, TRUE, &n);
  g_assert_cmpint (n, >=, 299);
}

static void
test_nobody_needs_more_than_a_dozen_a_second (void)
{
  VouchCameraPace pace = { 0 };
  gint64 now = BEGINNING;
  int n;

  watch (&pace, &now, 10 * S, 5 * MS, TRUE, &n);
  g_assert_cmpint (n, <=, 126);
}

/* One that is held there and not read yet gets all ways to look in that time. */
static void
test_begins_and_stays_lively_for_a_while (void)
{
  VouchCameraPace pace = { 0 };
  gint64 now = BEGINNING;
  int n;

  watch (&pace, &now, 4 * S, 90 * MS, FALSE, &n);
  g_assert_cmpint (n, >=, 44);
  watch (&pace, &now, S, 90 * MS, TRUE, &n);
  watch (&pace, &now, 4 * S, 90 * MS, FALSE, &n);
  g_assert_cmpint (n, >=, 44);
}

static void
test_frames_without_code_get_half_of_a_processor (void)
{
  VouchCameraPace pace = { 0 };
  gint64 now = BEGINNING;
  int n;

  watch (&pace, &now, 6 * S, 90 * MS, FALSE, &n);
  g_assert_cmpfloat (watch (&pace, &now, 60 * S, 90 * MS, FALSE, &n), <=, 0.5);
  g_assert_cmpint (n, >=, 300);
}

/* From the first one on. */
static void
test_a_flood_of_noise_gets_half_of_a_processor (void)
{
  VouchCameraPace pace = { 0 };
  gint64 now = BEGINNING;
  int n;

  g_assert_cmpfloat (watch (&pace, &now, 60 * S, 400 * MS, FALSE, &n), <=, 0.5);
}

static void
test_a_code_ends_the_rest_at_once (void)
{
  VouchCameraPace pace = { 0 };
  gint64 now = BEGINNING;
  int n;

  watch (&pace, &now, 60 * S, 90 * MS, FALSE, &n);
  g_assert_cmpint (vouch_camera_pace_next (&pace, now, now + 90 * MS, TRUE), ==, now + 90 * MS);
  g_assert_cmpint (vouch_camera_pace_next (&pace, now, now + 90 * MS, FALSE), ==, now + 90 * MS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/camera-pace/what-is-seen-is-looked-at-at-once", test_what_is_seen_is_looked_at_at_once);
  g_test_add_func ("/camera-pace/nobody-needs-more-than-a-dozen-a-second",
                   test_nobody_needs_more_than_a_dozen_a_second);
  g_test_add_func ("/camera-pace/begins-and-stays-lively-for-a-while", test_begins_and_stays_lively_for_a_while);
  g_test_add_func ("/camera-pace/frames-without-code-get-half-of-a-processor",
                   test_frames_without_code_get_half_of_a_processor);
  g_test_add_func ("/camera-pace/a-flood-of-noise-gets-half-of-a-processor",
                   test_a_flood_of_noise_gets_half_of_a_processor);
  g_test_add_func ("/camera-pace/a-code-ends-the-rest-at-once", test_a_code_ends_the_rest_at_once);
  return g_test_run ();
}
