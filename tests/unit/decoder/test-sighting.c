/* Which of the symbols that several looks found are believed. */

#include <glib.h>
#include <string.h>

#include "vouch-sighting.h"
#include "vouch-trust.h"

/* A sighting in a square of @size pixels from @left, @top on. */
static VouchSighting *
sight (VouchCodeKind symbology, const char *text, int left, int top, int size, int quality)
{
  VouchSighting *self = vouch_sighting_new (symbology, "]X0", text, strlen (text));
  const int corners[4][2] = { { left, top }, { left + size, top }, { left + size, top + size }, { left, top + size } };

  memcpy (self->corners, corners, sizeof corners);
  self->quality = quality;
  self->is_matrix = symbology == VOUCH_CODE_KIND_QR;
  self->needed_quality = vouch_trust_get_quality (symbology);
  self->sure = quality >= self->needed_quality;
  return self;
}

static GPtrArray *
sightings_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_sighting_free);
}

static void
test_one_symbol_seen_twice_is_one (void)
{
  const VouchAffine shifted = { .xx = 1, .yy = 1, .x0 = 100 };
  g_autoptr (GPtrArray) all = sightings_new ();
  g_autoptr (GPtrArray) more = sightings_new ();

  g_ptr_array_add (all, sight (VOUCH_CODE_KIND_EAN_13, "690", 110, 10, 50, 3));
  g_ptr_array_add (more, sight (VOUCH_CODE_KIND_EAN_13, "690", 10, 10, 50, 40));
  g_ptr_array_add (more, sight (VOUCH_CODE_KIND_EAN_13, "690", 300, 10, 50, 9));
  g_ptr_array_add (more, sight (VOUCH_CODE_KIND_QR, "690", 10, 200, 50, 1));
  g_ptr_array_add (more, sight (VOUCH_CODE_KIND_QR, "690", 200, 200, 50, 1));
  vouch_sightings_merge (all, more, &shifted);
  g_assert_cmpuint (more->len, ==, 0);
  g_assert_cmpuint (all->len, ==, 3);
  g_assert_cmpint (((VouchSighting *)g_ptr_array_index (all, 0))->quality, ==, 40);
  g_assert_true (((VouchSighting *)g_ptr_array_index (all, 0))->sure);
  g_assert_cmpint (((VouchSighting *)g_ptr_array_index (all, 1))->corners[0][0], ==, 110);
}

static void
test_enlarging_makes_nothing_surer (void)
{
  const VouchAffine enlarged = { .xx = 0.5, .yy = 0.5 };
  g_autoptr (GPtrArray) all = sightings_new ();
  g_autoptr (GPtrArray) more = sightings_new ();

  g_ptr_array_add (more, sight (VOUCH_CODE_KIND_EAN_13, "690", 10, 10, 50, 40));
  vouch_sightings_merge (all, more, &enlarged);
  g_assert_cmpint (((VouchSighting *)g_ptr_array_index (all, 0))->quality, ==, 20);
  g_assert_false (vouch_sightings_suffice (all));
}

static void
test_a_bar_code_in_a_matrix_code_is_none (void)
{
  g_autoptr (GPtrArray) all = sightings_new ();

  g_ptr_array_add (all, sight (VOUCH_CODE_KIND_EAN_8, "12345670", 30, 30, 10, 90));
  g_ptr_array_add (all, sight (VOUCH_CODE_KIND_QR, "true", 0, 0, 100, 1));
  vouch_sightings_judge (all);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_cmpint (((VouchSighting *)g_ptr_array_index (all, 0))->symbology, ==, VOUCH_CODE_KIND_QR);
}

static void
test_a_much_weaker_rival_goes (void)
{
  g_autoptr (GPtrArray) all = sightings_new ();

  g_ptr_array_add (all, sight (VOUCH_CODE_KIND_EAN_8, "12345670", 30, 30, 10, 5));
  g_ptr_array_add (all, sight (VOUCH_CODE_KIND_CODE_128, "LOT", 0, 0, 100, 60));
  g_ptr_array_add (all, sight (VOUCH_CODE_KIND_EAN_13, "elsewhere", 500, 0, 100, 3));
  vouch_sightings_judge (all);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_true (((VouchSighting *)g_ptr_array_index (all, 0))->sure);
}

static void
test_equal_rivals_are_not_sure (void)
{
  g_autoptr (GPtrArray) all = sightings_new ();

  g_ptr_array_add (all, sight (VOUCH_CODE_KIND_EAN_13, "one", 0, 0, 100, 50));
  g_ptr_array_add (all, sight (VOUCH_CODE_KIND_EAN_13, "other", 5, 0, 100, 60));
  g_assert_true (vouch_sightings_suffice (all));
  vouch_sightings_judge (all);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_false (vouch_sightings_suffice (all));
}

/* As six readings of one Code 39 were, in a photo: one was right. */
static void
test_a_crowd_of_rivals_goes (void)
{
  g_autoptr (GPtrArray) all = sightings_new ();

  g_ptr_array_add (all, sight (VOUCH_CODE_KIND_CODE_39, "+J+A+Y/OM", 0, 0, 100, 20));
  g_ptr_array_add (all, sight (VOUCH_CODE_KIND_CODE_39, "+J+A+Y/OI", 0, 0, 100, 20));
  g_ptr_array_add (all, sight (VOUCH_CODE_KIND_EAN_13, "elsewhere", 500, 0, 100, 30));
  g_ptr_array_add (all, sight (VOUCH_CODE_KIND_CODE_39, "+J+A+Y/KM", 0, 0, 100, 20));
  vouch_sightings_judge (all);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_cmpint (((VouchSighting *)g_ptr_array_index (all, 0))->symbology, ==, VOUCH_CODE_KIND_EAN_13);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sighting/one-symbol-seen-twice-is-one", test_one_symbol_seen_twice_is_one);
  g_test_add_func ("/sighting/enlarging-makes-nothing-surer", test_enlarging_makes_nothing_surer);
  g_test_add_func ("/sighting/a-bar-code-in-a-matrix-code-is-none", test_a_bar_code_in_a_matrix_code_is_none);
  g_test_add_func ("/sighting/a-much-weaker-rival-goes", test_a_much_weaker_rival_goes);
  g_test_add_func ("/sighting/equal-rivals-are-not-sure", test_equal_rivals_are_not_sure);
  g_test_add_func ("/sighting/a-crowd-of-rivals-goes", test_a_crowd_of_rivals_goes);
  return g_test_run ();
}
