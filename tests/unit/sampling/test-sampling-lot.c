#include "switch-history.h"

static void
test_a_count_settles_staged_plans_where_it_can (void)
{
  SwitchHistory history = switch_history_begin (MIL, DOUBLE, "1.0");

  g_assert_true (switch_history_count (&history, 2).accepted);
  g_assert_false (switch_history_count (&history, 4).accepted);
  switch_history_check_refused (&history,
                                (VouchSamplingLot){ .original = TRUE, .has_nonconforming = TRUE, .nonconforming = 3 },
                                "accepted_at_stage");
  g_assert_true (switch_history_take (&history, (VouchSamplingLot){ .original = TRUE,
                                                                    .has_nonconforming = TRUE,
                                                                    .nonconforming = 3,
                                                                    .has_stage = TRUE,
                                                                    .accepted_at_stage = 2 })
                     .outcome.accepted);
}

static void
test_bad_input_is_refused (void)
{
  SwitchHistory single = switch_history_begin (ISO, SINGLE, "1.0"), twice = switch_history_begin (MIL, DOUBLE, "1.0"),
                seven = switch_history_begin (MIL, MULTIPLE, "1.0");
  SwitchHistory faults = switch_history_begin (ISO, SINGLE, "1.0"), above = switch_history_begin (ISO, SINGLE, "15");

  switch_history_check_refused (&single, (VouchSamplingLot){ .lot_size = -1, .has_nonconforming = TRUE }, "lot_size");
  switch_history_check_refused (
      &single, (VouchSamplingLot){ .lot_size = 1000000000000000000, .has_nonconforming = TRUE }, "lot_size");
  switch_history_check_refused (&single, (VouchSamplingLot){ .original = TRUE }, "nonconforming");
  switch_history_check_refused (&single, (VouchSamplingLot){ .has_nonconforming = TRUE, .nonconforming = -1 },
                                "nonconforming");
  switch_history_check_refused (&single, (VouchSamplingLot){ .has_nonconforming = TRUE, .nonconforming = 81 },
                                "nonconforming");
  switch_history_check_refused (
      &single, (VouchSamplingLot){ .lot_size = 50, .has_nonconforming = TRUE, .nonconforming = 51 }, "nonconforming");
  switch_history_check_refused (
      &single, (VouchSamplingLot){ .original = TRUE, .has_stage = TRUE, .accepted_at_stage = 1 }, "nonconforming");
  switch_history_check_refused (&single, (VouchSamplingLot){ .has_stage = TRUE, .accepted_at_stage = 2 },
                                "accepted_at_stage");
  switch_history_check_refused (&single, (VouchSamplingLot){ .has_stage = TRUE, .accepted_at_stage = -1 },
                                "accepted_at_stage");
  switch_history_check_refused (
      &single, (VouchSamplingLot){ .has_nonconforming = TRUE, .has_limit_number = TRUE, .limit_number = -1 },
      "limit_number");
  switch_history_check_refused (&twice, (VouchSamplingLot){ .has_stage = TRUE, .accepted_at_stage = 3 },
                                "accepted_at_stage");
  switch_history_check_refused (
      &twice,
      (VouchSamplingLot){
          .original = TRUE, .has_nonconforming = TRUE, .nonconforming = 1, .has_stage = TRUE, .accepted_at_stage = 1 },
      "accepted_at_stage");
  switch_history_check_refused (
      &twice,
      (VouchSamplingLot){
          .original = TRUE, .has_nonconforming = TRUE, .nonconforming = 1, .has_stage = TRUE, .accepted_at_stage = 0 },
      "accepted_at_stage");
  switch_history_check_refused (&seven, (VouchSamplingLot){ .has_stage = TRUE, .accepted_at_stage = 1 },
                                "accepted_at_stage");
  faults.scheme.counts_nonconformities = TRUE;
  g_assert_false (switch_history_count (&faults, 500).accepted);
  g_assert_false (switch_history_count (&above, 500).accepted);
  single.scheme.aql = "1.1";
  switch_history_check_refused (&single, (VouchSamplingLot){ .has_nonconforming = TRUE }, "aql");
  single.scheme.aql = "1.0";
  single.scheme.level = "IV";
  switch_history_check_refused (&single, (VouchSamplingLot){ .has_nonconforming = TRUE }, "level");
}

/* Whatever is accepted on tightened inspection is accepted on normal with the same count. */
static void
test_tightened_never_accepts_more_than_normal (void)
{
  const char *const *aqls = vouch_sampling_get_aqls ();

  for (int standard = ISO; standard <= MIL; standard++)
    for (guint aql = 0; aql < VOUCH_N_SAMPLING_AQLS; aql++)
      for (gint64 size = 2; size < 1000000; size = size * 3 / 2 + 1)
        {
          SwitchHistory normal = switch_history_begin (standard, SINGLE, aqls[aql]), tightened = normal;

          normal.lot_size = tightened.lot_size = size;
          normal.scheme.counts_nonconformities = tightened.scheme.counts_nonconformities = TRUE;
          vouch_sampling_switch_enter (&tightened.now, VOUCH_SEVERITY_TIGHTENED);
          for (gint64 nonconforming = 0; nonconforming < 50; nonconforming++)
            {
              SwitchHistory strict = tightened, usual = normal;

              if (switch_history_count (&strict, nonconforming).accepted)
                g_assert_true (switch_history_count (&usual, nonconforming).accepted);
            }
        }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sampling/lot/a-count-settles-staged-plans-where-it-can",
                   test_a_count_settles_staged_plans_where_it_can);
  g_test_add_func ("/sampling/lot/bad-input-is-refused", test_bad_input_is_refused);
  g_test_add_func ("/sampling/lot/tightened-never-accepts-more-than-normal",
                   test_tightened_never_accepts_more_than_normal);
  return g_test_run ();
}
