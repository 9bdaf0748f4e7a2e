#include "vouch-gs1-sscc.h"

static void
test_is_made_of_its_parts (void)
{
  char sscc[VOUCH_GS1_SSCC_SIZE], again[VOUCH_GS1_SSCC_SIZE];

  g_assert_true (vouch_gs1_sscc_make (3, "7610425", 2123456, sscc));
  g_assert_true (vouch_gs1_sscc_read (sscc, again));
  g_assert_true (g_str_has_prefix (sscc, "37610425002123456"));
  g_assert_cmpuint (vouch_gs1_sscc_get_serial (sscc, "7610425"), ==, 2123456);
  g_assert_cmpuint (vouch_gs1_sscc_get_serial (sscc, "7610426"), ==, 0);
  g_assert_true (vouch_gs1_sscc_make (0, "952000100000", 9999, sscc));
  g_assert_false (vouch_gs1_sscc_make (0, "952000100000", 10000, sscc));
  g_assert_true (vouch_gs1_sscc_make (9, "9520", G_GUINT64_CONSTANT (999999999999), sscc));
  g_assert_false (vouch_gs1_sscc_make (9, "9520", G_MAXUINT64, sscc));
}

static void
test_prefixes_have_their_form (void)
{
  g_assert_true (vouch_gs1_prefix_is_valid ("9520"));
  g_assert_true (vouch_gs1_prefix_is_valid ("952000100000"));
  g_assert_false (vouch_gs1_prefix_is_valid (NULL));
  g_assert_false (vouch_gs1_prefix_is_valid (""));
  g_assert_false (vouch_gs1_prefix_is_valid ("952"));
  g_assert_false (vouch_gs1_prefix_is_valid ("9520001000000"));
  g_assert_false (vouch_gs1_prefix_is_valid ("95200O1"));
}

static void
test_is_read_as_scanned_and_as_written (void)
{
  static const char *const same[] = { "095200010000000010", "00095200010000000010", "(00)095200010000000010",
                                      "]C100095200010000000010" };
  static const char *const wrong[] = { "",
                                       "095200010000000011",
                                       "09520001000000001",
                                       "0095200010000000010",
                                       "01095200010000000010",
                                       "09520001000000001O",
                                       "095200010000000010 ",
                                       "https://vouch.example/t/X" };
  char sscc[VOUCH_GS1_SSCC_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_assert_true (vouch_gs1_sscc_read (same[i], sscc));
      g_assert_cmpstr (sscc, ==, "095200010000000010");
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_false (vouch_gs1_sscc_read (wrong[i], sscc));
      g_assert_cmpstr (sscc, ==, "");
    }
  g_assert_false (vouch_gs1_sscc_read (NULL, sscc));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sscc/is-made-of-its-parts", test_is_made_of_its_parts);
  g_test_add_func ("/sscc/prefixes-have-their-form", test_prefixes_have_their_form);
  g_test_add_func ("/sscc/is-read-as-scanned-and-as-written", test_is_read_as_scanned_and_as_written);
  return g_test_run ();
}
