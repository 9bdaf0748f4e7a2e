/* Which further look each frame of a camera gets. */

#include <glib.h>

#include "vouch-look-plan.h"

static const VouchCodeKinds all = VOUCH_CODE_KINDS_USUAL;

/* A round is over when every look has had its turn. */
#define ROUND 12

static void
test_every_look_has_its_turn (void)
{
  VouchLookPlan plan = { 0 };
  gboolean was_given[VOUCH_N_LOOKS] = { FALSE };

  for (guint i = 0; i < ROUND; i++)
    {
      VouchLook look = vouch_look_plan_next (&plan, all);

      vouch_look_plan_note (&plan, look, FALSE);
      was_given[look] = TRUE;
    }
  g_assert_false (was_given[VOUCH_LOOK_PLAIN]);
  for (guint i = VOUCH_LOOK_PLAIN + 1; i < VOUCH_N_LOOKS; i++)
    g_assert_true (was_given[i]);
}

/* So that two frames can agree on what it found. */
static void
test_what_helped_comes_again_at_once (void)
{
  VouchLookPlan plan = { 0 };
  VouchLook look = vouch_look_plan_next (&plan, all);

  vouch_look_plan_note (&plan, look, FALSE);
  look = vouch_look_plan_next (&plan, all);
  vouch_look_plan_note (&plan, look, TRUE);
  g_assert_cmpint (vouch_look_plan_next (&plan, all), ==, look);
}

static void
test_the_round_goes_on_beside_what_helps (void)
{
  VouchLookPlan plan = { 0 };
  gboolean was_given[VOUCH_N_LOOKS] = { FALSE };
  guint n_favourite = 0;

  for (guint i = 0; i < 2 * ROUND; i++)
    {
      VouchLook look = vouch_look_plan_next (&plan, all);

      vouch_look_plan_note (&plan, look, look == VOUCH_LOOK_TURNED_LEFT);
      n_favourite += look == VOUCH_LOOK_TURNED_LEFT;
      was_given[look] = TRUE;
    }
  for (guint i = VOUCH_LOOK_PLAIN + 1; i < VOUCH_N_LOOKS; i++)
    g_assert_true (was_given[i]);
  g_assert_cmpuint (n_favourite, >, 3);
}

static void
test_what_helps_no_more_is_forgotten (void)
{
  VouchLookPlan plan = { 0 };
  VouchLook favourite = vouch_look_plan_next (&plan, all);
  guint n_favourite = 0;

  vouch_look_plan_note (&plan, favourite, TRUE);
  for (guint i = 0; i < 5 * ROUND; i++)
    vouch_look_plan_note (&plan, vouch_look_plan_next (&plan, all), FALSE);
  g_assert_cmpuint (plan.patience, ==, 0);
  for (guint i = 0; i < ROUND; i++)
    n_favourite += vouch_look_plan_next (&plan, all) == favourite;
  g_assert_cmpuint (n_favourite, <=, 2);
}

static void
test_gives_no_look_that_cannot_find_anything (void)
{
  VouchLookPlan bars = { 0 }, matrix = { 0 }, none = { 0 };

  for (guint i = 0; i < 2 * ROUND; i++)
    {
      VouchLook look = vouch_look_plan_next (&bars, VOUCH_CODE_KIND_BIT (VOUCH_CODE_KIND_EAN_13));

      g_assert_true (look != VOUCH_LOOK_MATRIX && look != VOUCH_LOOK_MATRIX_HALVED);
      look = vouch_look_plan_next (&matrix, VOUCH_CODE_KIND_BIT (VOUCH_CODE_KIND_GS1_DATAMATRIX));
      g_assert_true (look != VOUCH_LOOK_TURNED && look != VOUCH_LOOK_INVERTED);
      g_assert_cmpint (vouch_look_plan_next (&none, 0), ==, VOUCH_LOOK_PLAIN);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/look-plan/every-look-has-its-turn", test_every_look_has_its_turn);
  g_test_add_func ("/look-plan/what-helped-comes-again-at-once", test_what_helped_comes_again_at_once);
  g_test_add_func ("/look-plan/the-round-goes-on-beside-what-helps", test_the_round_goes_on_beside_what_helps);
  g_test_add_func ("/look-plan/what-helps-no-more-is-forgotten", test_what_helps_no_more_is_forgotten);
  g_test_add_func ("/look-plan/gives-no-look-that-cannot-find-anything", test_gives_no_look_that_cannot_find_anything);
  return g_test_run ();
}
