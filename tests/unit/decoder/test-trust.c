/* From which quality on a reading is trusted alone. */

#include <glib.h>

#include "vouch-trust.h"

static void
test_weak_checks_need_many_lines (void)
{
  g_assert_cmpint (vouch_trust_get_quality (VOUCH_CODE_KIND_EAN_13), >=, 25);
  g_assert_cmpint (vouch_trust_get_quality (VOUCH_CODE_KIND_CODE_39), >=, 25);
  g_assert_cmpint (vouch_trust_get_quality (VOUCH_CODE_KIND_CODABAR), >=, 25);
  g_assert_cmpint (vouch_trust_get_quality (VOUCH_CODE_KIND_ITF_14), >=, 25);
  g_assert_cmpint (vouch_trust_get_quality (VOUCH_CODE_KIND_CODE_128), >, 8);
  g_assert_cmpint (vouch_trust_get_quality (VOUCH_CODE_KIND_QR), ==, 1);
}

/* The figures are those of a photo of a UPC-A that read as another number. */
static void
test_lines_here_and_there_are_not_trusted (void)
{
  g_assert_cmpint (vouch_trust_get_quality_of_lines (VOUCH_CODE_KIND_EAN_13, 27, 41), >, 27);
  g_assert_cmpint (vouch_trust_get_quality_of_lines (VOUCH_CODE_KIND_EAN_13, 34, 62), >, 34);
  g_assert_cmpint (vouch_trust_get_quality_of_lines (VOUCH_CODE_KIND_EAN_13, 40, 44), <=, 40);
  g_assert_cmpint (vouch_trust_get_quality_of_lines (VOUCH_CODE_KIND_EAN_13, 80, 160), <=, 80);
}

static void
test_strong_checks_may_have_gaps (void)
{
  g_assert_cmpint (vouch_trust_get_quality_of_lines (VOUCH_CODE_KIND_CODE_128, 23, 92), <=, 23);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trust/weak-checks-need-many-lines", test_weak_checks_need_many_lines);
  g_test_add_func ("/trust/lines-here-and-there-are-not-trusted", test_lines_here_and_there_are_not_trusted);
  g_test_add_func ("/trust/strong-checks-may-have-gaps", test_strong_checks_may_have_gaps);
  return g_test_run ();
}
