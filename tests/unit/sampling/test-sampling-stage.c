#include "vouch-sampling-plan.h"

static void
assert_text (const char *text)
{
  VouchSamplingStages stages;
  g_autofree char *again = NULL;

  g_test_message ("%s", text);
  g_assert_true (vouch_sampling_stages_parse (text, &stages));
  again = vouch_sampling_stages_dup_text (&stages);
  g_assert_cmpstr (again, ==, text);
}

static void
test_stages_are_stored_as_a_text (void)
{
  assert_text ("80/2/3");
  assert_text ("4294967295/2147483646/2147483647");
  assert_text ("50/1/4 50/4/5");
  assert_text ("20/#/3 20/0/3 20/1/4 20/2/5 20/3/6 20/4/6 20/6/7");
}

/* Seven stages with an open first one, as the tables have them. */
static void
test_every_multiple_plan_survives_being_stored (void)
{
  for (guint i = 0; i < VOUCH_N_SAMPLING_AQLS; i++)
    {
      VouchSamplingTerms terms = { { VOUCH_SAMPLING_STANDARD_MIL_STD_105E, VOUCH_SAMPLING_TYPE_MULTIPLE,
                                     VOUCH_SEVERITY_NORMAL },
                                   5000,
                                   "II",
                                   vouch_sampling_get_aqls ()[i] };
      g_autofree char *text = NULL;
      VouchSamplingPlan plan;
      VouchSamplingStages stages;

      g_assert_true (vouch_sampling_plan_find (&terms, &plan, NULL));
      text = vouch_sampling_stages_dup_text (&plan.samples);
      g_assert_true (vouch_sampling_stages_parse (text, &stages));
      g_assert_cmpmem (&stages, sizeof stages, &plan.samples, sizeof plan.samples);
    }
}

static void
test_what_is_no_stage_is_refused (void)
{
  static const char *const texts[] = {
    "",
    "80",
    "80/2",
    "80/2/3/4",
    "0/2/3",
    "80/2/0",
    "80/3/3",
    "80/-1/3",
    "80/2/x",
    "80//3",
    " 80/2/3",
    "80/2/3 ",
    "4294967296/0/1",
    "80/2147483648/3",
    "80/2/3  80/4/5",
    "1/0/1 1/0/1 1/0/1 1/0/1 1/0/1 1/0/1 1/0/1 1/0/1",
  };
  VouchSamplingStages stages;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("“%s”", texts[i]);
      g_assert_false (vouch_sampling_stages_parse (texts[i], &stages));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sampling/stage/stages-are-stored-as-a-text", test_stages_are_stored_as_a_text);
  g_test_add_func ("/sampling/stage/every-multiple-plan-survives-being-stored",
                   test_every_multiple_plan_survives_being_stored);
  g_test_add_func ("/sampling/stage/what-is-no-stage-is-refused", test_what_is_no_stage_is_refused);
  return g_test_run ();
}
