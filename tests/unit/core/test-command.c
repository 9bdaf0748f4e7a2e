#include "vouch-command.h"

/* The arguments that a command's code may carry; 0 alone for one without. */
static const int *
get_arguments (VouchCommand command, int *n)
{
  static const int none[] = { 0 }, digits[] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 };
  static const int defects[] = { 1, 42, 999 }, times[] = { 5, 10, 50 };

  switch ((int)command)
    {
    case VOUCH_COMMAND_DIGIT:
      *n = G_N_ELEMENTS (digits);
      return digits;
    case VOUCH_COMMAND_DEFECT:
      *n = G_N_ELEMENTS (defects);
      return defects;
    case VOUCH_COMMAND_MULTIPLY:
      *n = G_N_ELEMENTS (times);
      return times;
    default:
      *n = 1;
      return none;
    }
}

typedef void (*Visit) (VouchCommand command, int argument, const char *code);

static void
visit_all (Visit visit)
{
  for (int command = VOUCH_COMMAND_NONE + 1; command <= VOUCH_COMMAND_HELP; command++)
    {
      int n;
      const int *arguments = get_arguments ((VouchCommand)command, &n);

      for (int i = 0; i < n; i++)
        {
          g_autofree char *code = vouch_command_format ((VouchCommand)command, "XC", arguments[i]);

          g_assert_nonnull (code);
          visit ((VouchCommand)command, arguments[i], code);
        }
    }
}

static void
visit_round_trip (VouchCommand command, int argument, const char *code)
{
  int read;

  g_assert_cmpint (vouch_command_parse (code, "XC", &read), ==, (int)command);
  g_assert_cmpint (read, ==, argument);
}

static void
test_every_command_is_read_as_it_was_written (void)
{
  visit_all (visit_round_trip);
}

static void
visit_letters (VouchCommand command, int argument, const char *code)
{
  gboolean has_letter = FALSE;

  for (const char *at = code; *at != '\0'; at++)
    {
      g_assert_true (g_ascii_isupper (*at) || g_ascii_isdigit (*at));
      g_assert_cmpint (*at, !=, 'Y');
      g_assert_cmpint (*at, !=, 'Z');
      has_letter |= g_ascii_isupper (*at);
    }
  g_assert_true (has_letter);
}

static void
test_codes_survive_a_german_keyboard_and_are_never_digits_only (void)
{
  visit_all (visit_letters);
}

static void
test_no_two_commands_share_a_code (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int command = VOUCH_COMMAND_NONE + 1; command <= VOUCH_COMMAND_HELP; command++)
    {
      int n;
      const int *arguments = get_arguments ((VouchCommand)command, &n);

      for (int i = 0; i < n; i++)
        g_assert_true (g_hash_table_add (seen, vouch_command_format ((VouchCommand)command, "XC", arguments[i])));
    }
}

static void
visit_label (VouchCommand command, int argument, const char *code)
{
  g_assert_cmpstr (vouch_command_get_label (command), !=, "");
}

static void
test_every_command_has_a_label (void)
{
  visit_all (visit_label);
  g_assert_cmpstr (vouch_command_get_label (VOUCH_COMMAND_NONE), ==, "");
}

static void
test_only_an_exact_match_is_a_command (void)
{
  static const char *const foreign[] = {
    "",       "XC",       "PASS",     "XCPAS",  "XCPASSX", "XCPASS ", " XCPASS",       "xcpass",         "XCPass",
    "YCPASS", "XCD",      "XCD10",    "XCDX",   "XCDF1",   "XCDF01",  "XCDF0001",      "XCDFABC",        "XCX7",
    "XCX",    "XCX100",   "XCX-5",    "XCX050", "XCX05 ",  "XCDDOT1", "6901234567892", "(01)0952000100", "XCNONE",
    "XCOKOK", "XCPASS\n", "XCPASS\t",
  };

  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    {
      int argument;

      g_test_message ("%s", foreign[i]);
      g_assert_cmpint (vouch_command_parse (foreign[i], "XC", &argument), ==, VOUCH_COMMAND_NONE);
    }
}

static void
test_the_prefix_is_the_stations (void)
{
  g_autofree char *code = vouch_command_format (VOUCH_COMMAND_PASS, "QK", 0);
  int argument;

  g_assert_cmpstr (code, ==, "QKPASS");
  g_assert_cmpint (vouch_command_parse (code, "QK", &argument), ==, VOUCH_COMMAND_PASS);
  g_assert_cmpint (vouch_command_parse (code, "XC", &argument), ==, VOUCH_COMMAND_NONE);
}

static void
test_a_defect_code_has_three_digits (void)
{
  g_autofree char *code = vouch_command_format (VOUCH_COMMAND_DEFECT, "XC", 7);

  g_assert_cmpstr (code, ==, "XCDF007");
  g_assert_null (vouch_command_format (VOUCH_COMMAND_NONE, "XC", 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/command/every-command-is-read-as-it-was-written", test_every_command_is_read_as_it_was_written);
  g_test_add_func ("/command/codes-survive-a-german-keyboard-and-are-never-digits-only",
                   test_codes_survive_a_german_keyboard_and_are_never_digits_only);
  g_test_add_func ("/command/no-two-commands-share-a-code", test_no_two_commands_share_a_code);
  g_test_add_func ("/command/every-command-has-a-label", test_every_command_has_a_label);
  g_test_add_func ("/command/only-an-exact-match-is-a-command", test_only_an_exact_match_is_a_command);
  g_test_add_func ("/command/the-prefix-is-the-stations", test_the_prefix_is_the_stations);
  g_test_add_func ("/command/a-defect-code-has-three-digits", test_a_defect_code_has_three_digits);
  return g_test_run ();
}
