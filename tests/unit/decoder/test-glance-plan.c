/* Which further look each frame of a camera gets. */

#include <glib.h>

#include "vouch-glance-plan.h"

static const VouchCodeKinds all = VOUCH_CODE_KINDS_USUAL;

/* A round is over when every look has had its turn. */
#define ROUND 13

static void
test_every_look_has_its_turn (void)
{
  VouchGlancePlan plan = { 0 };
  gboolean was_given[VOUCH_N_GLANCES] = { FALSE };

  for (guint i = 0; i < ROUND; i++)
    {
      VouchGlance look = vouch_glance_plan_next (&plan, all);

      vouch_glance_plan_note (&plan, look, FALSE);
      was_given[look] = TRUE;
    }
  for (guint i = 0; i < VOUCH_N_GLANCES; i++)
    g_assert_true (was_given[i]);
}

/* So that two frames can agree on what it found. */
static void
test_what_helped_comes_again_at_once (void)
{
  VouchGlancePlan plan = { 0 };
  VouchGlance look = vouch_glance_plan_next (&plan, all);

  vouch_glance_plan_note (&plan, look, FALSE);
  look = vouch_glance_plan_next (&plan, all);
  vouch_glance_plan_note (&plan, look, TRUE);
  g_assert_cmpint (vouch_glance_plan_next (&plan, all), ==, look);
}

/* However long frames take, and whatever else is seen in them. */
static void
test_what_helped_is_urgent_once (void)
{
  VouchGlancePlan plan = { 0 };
  VouchGlance look = vouch_glance_plan_next (&plan, all);

  g_assert_false (vouch_glance_plan_is_urgent (&plan));
  vouch_glance_plan_note (&plan, look, TRUE);
  g_assert_true (vouch_glance_plan_is_urgent (&plan));
  look = vouch_glance_plan_next (&plan, all);
  vouch_glance_plan_note (&plan, look, TRUE);
  g_assert_false (vouch_glance_plan_is_urgent (&plan));
}

static void
test_the_round_goes_on_beside_what_helps (void)
{
  VouchGlancePlan plan = { 0 };
  gboolean was_given[VOUCH_N_GLANCES] = { FALSE };
  guint n_favourite = 0;

  for (guint i = 0; i < 2 * ROUND; i++)
    {
      VouchGlance look = vouch_glance_plan_next (&plan, all);

      vouch_glance_plan_note (&plan, look, look == VOUCH_GLANCE_TURNED_LEFT);
      n_favourite += look == VOUCH_GLANCE_TURNED_LEFT;
      was_given[look] = TRUE;
    }
  for (guint i = 0; i < VOUCH_N_GLANCES; i++)
    g_assert_true (was_given[i]);
  g_assert_cmpuint (n_favourite, >, 3);
}

static void
test_what_helps_no_more_is_forgotten (void)
{
  VouchGlancePlan plan = { 0 };
  VouchGlance favourite = vouch_glance_plan_next (&plan, all);
  guint n_favourite = 0;

  vouch_glance_plan_note (&plan, favourite, TRUE);
  for (guint i = 0; i < 5 * ROUND; i++)
    vouch_glance_plan_note (&plan, vouch_glance_plan_next (&plan, all), FALSE);
  g_assert_cmpuint (plan.patience, ==, 0);
  for (guint i = 0; i < ROUND; i++)
    n_favourite += vouch_glance_plan_next (&plan, all) == favourite;
  g_assert_cmpuint (n_favourite, <=, 2);
}

static void
test_gives_no_look_that_cannot_find_anything (void)
{
  VouchGlancePlan bars = { 0 }, matrix = { 0 }, none = { 0 };

  for (guint i = 0; i < 2 * ROUND; i++)
    {
      VouchGlance look = vouch_glance_plan_next (&bars, VOUCH_CODE_KIND_BIT (VOUCH_CODE_KIND_EAN_13));

      g_assert_true (look != VOUCH_GLANCE_MATRIX && look != VOUCH_GLANCE_MATRIX_HALVED);
      look = vouch_glance_plan_next (&matrix, VOUCH_CODE_KIND_BIT (VOUCH_CODE_KIND_GS1_DATAMATRIX));
      g_assert_true (look != VOUCH_GLANCE_TURNED && look != VOUCH_GLANCE_INVERTED);
      g_assert_cmpint (vouch_glance_plan_next (&none, 0), ==, VOUCH_GLANCE_PLAIN);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/glance-plan/every-look-has-its-turn", test_every_look_has_its_turn);
  g_test_add_func ("/glance-plan/what-helped-comes-again-at-once", test_what_helped_comes_again_at_once);
  g_test_add_func ("/glance-plan/what-helped-is-urgent-once", test_what_helped_is_urgent_once);
  g_test_add_func ("/glance-plan/the-round-goes-on-beside-what-helps", test_the_round_goes_on_beside_what_helps);
  g_test_add_func ("/glance-plan/what-helps-no-more-is-forgotten", test_what_helps_no_more_is_forgotten);
  g_test_add_func ("/glance-plan/gives-no-look-that-cannot-find-anything",
                   test_gives_no_look_that_cannot_find_anything);
  return g_test_run ();
}
