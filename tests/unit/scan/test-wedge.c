/* Keys and times in, verdicts and bursts out. */

#include <glib.h>
#include <string.h>

#include "vouch-wedge.h"

#define KEY_RETURN 0xff0d
#define KEY_TAB 0xff09
#define KEY_SHIFT 0xffe1
#define KEY_ESCAPE 0xff1b
#define KEY_F8 0xffc5
#define KEY_F9 0xffc6
#define KEY_LEFT 0xff51

typedef struct
{
  VouchWedge *wedge;
  guint32 now;
  GString *passed; /* what the widget got */
} Keyboard;

static void
plug_in (Keyboard *keyboard, gconstpointer settings)
{
  keyboard->wedge = vouch_wedge_new (settings);
  keyboard->now = 100000;
  keyboard->passed = g_string_new (NULL);
}

static void
unplug (Keyboard *keyboard, gconstpointer settings)
{
  vouch_wedge_free (keyboard->wedge);
  g_string_free (keyboard->passed, TRUE);
}

static VouchWedgeVerdict
press (Keyboard *keyboard, guint after_ms, guint keyval, guint unicode, guint state)
{
  VouchWedgeVerdict verdict;

  keyboard->now += after_ms;
  verdict = vouch_wedge_feed (keyboard->wedge, keyval, unicode, state, keyboard->now);
  if (unicode != 0 && (verdict == VOUCH_WEDGE_PASS || verdict == VOUCH_WEDGE_FIRST))
    g_string_append_unichar (keyboard->passed, unicode);
  return verdict;
}

static VouchWedgeVerdict
type_character (Keyboard *keyboard, guint after_ms, char c)
{
  return press (keyboard, after_ms, (guint)c, (guint)c, g_ascii_isupper (c) ? VOUCH_WEDGE_SHIFT : 0);
}

static VouchWedgeVerdict
press_enter (Keyboard *keyboard, guint after_ms)
{
  return press (keyboard, after_ms, KEY_RETURN, 0, 0);
}

static void
type (Keyboard *keyboard, guint gap_ms, const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    type_character (keyboard, gap_ms, *c);
}

static void
assert_burst (Keyboard *keyboard, const char *text, VouchWedgeEnd end)
{
  g_autoptr (VouchWedgeBurst) burst = vouch_wedge_take (keyboard->wedge);

  g_assert_nonnull (burst);
  g_assert_cmpstr (burst->text, ==, text);
  g_assert_cmpuint (burst->length, ==, strlen (text));
  g_assert_cmpint (burst->end, ==, end);
  g_assert_cmpint (burst->fault, ==, VOUCH_WEDGE_CLEAN);
}

static void
assert_fault (Keyboard *keyboard, VouchWedgeFault fault)
{
  g_autoptr (VouchWedgeBurst) burst = vouch_wedge_take (keyboard->wedge);

  g_assert_nonnull (burst);
  g_assert_cmpint (burst->fault, ==, fault);
}

static void
assert_no_burst (Keyboard *keyboard)
{
  g_assert_null (vouch_wedge_take (keyboard->wedge));
}

static void
test_takes_a_burst_with_enter (Keyboard *keyboard, gconstpointer settings)
{
  g_assert_cmpint (type_character (keyboard, 500, '6'), ==, VOUCH_WEDGE_FIRST);
  g_assert_cmpint (type_character (keyboard, 2, '9'), ==, VOUCH_WEDGE_PASS);
  g_assert_cmpint (type_character (keyboard, 2, '0'), ==, VOUCH_WEDGE_BURST);
  g_assert_cmpint (type_character (keyboard, 2, '1'), ==, VOUCH_WEDGE_SWALLOW);
  g_assert_cmpuint (vouch_wedge_get_wait_ms (keyboard->wedge), >, 60);
  g_assert_cmpint (press_enter (keyboard, 2), ==, VOUCH_WEDGE_SCAN);
  g_assert_cmpuint (vouch_wedge_get_wait_ms (keyboard->wedge), ==, 0);
  assert_burst (keyboard, "6901", VOUCH_WEDGE_END_ENTER);
  assert_no_burst (keyboard);
}

static void
test_takes_a_burst_with_tab (Keyboard *keyboard, gconstpointer settings)
{
  type (keyboard, 1, "LOT-7");
  g_assert_cmpint (press (keyboard, 1, KEY_TAB, 0, 0), ==, VOUCH_WEDGE_SCAN);
  assert_burst (keyboard, "LOT-7", VOUCH_WEDGE_END_TAB);
}

static void
test_takes_a_burst_that_just_stops (Keyboard *keyboard, gconstpointer settings)
{
  type (keyboard, 10, "ABC123");
  g_assert_false (vouch_wedge_tick (keyboard->wedge, keyboard->now + 60));
  g_assert_true (vouch_wedge_tick (keyboard->wedge, keyboard->now + 61));
  assert_burst (keyboard, "ABC123", VOUCH_WEDGE_END_GAP);
}

static void
test_a_late_key_ends_the_burst_and_is_itself_typed (Keyboard *keyboard, gconstpointer settings)
{
  type (keyboard, 10, "ABC123");
  g_assert_cmpint (type_character (keyboard, 400, 'x'), ==, VOUCH_WEDGE_FIRST);
  assert_burst (keyboard, "ABC123", VOUCH_WEDGE_END_GAP);
  assert_no_burst (keyboard);
}

static void
test_a_late_enter_is_not_swallowed (Keyboard *keyboard, gconstpointer settings)
{
  type (keyboard, 10, "ABC123");
  g_assert_cmpint (press_enter (keyboard, 400), ==, VOUCH_WEDGE_PASS);
  assert_burst (keyboard, "ABC123", VOUCH_WEDGE_END_GAP);
}

static void
test_leaves_slow_typing_alone (Keyboard *keyboard, gconstpointer settings)
{
  type (keyboard, 61, "a person types this");
  g_assert_cmpstr (keyboard->passed->str, ==, "a person types this");
  g_assert_cmpint (press_enter (keyboard, 70), ==, VOUCH_WEDGE_PASS);
  g_assert_false (vouch_wedge_tick (keyboard->wedge, keyboard->now + 1000));
  assert_no_burst (keyboard);
}

static void
test_leaves_two_quick_characters_alone (Keyboard *keyboard, gconstpointer settings)
{
  type (keyboard, 5, "ok");
  g_assert_cmpint (press_enter (keyboard, 5), ==, VOUCH_WEDGE_PASS);
  g_assert_cmpstr (keyboard->passed->str, ==, "ok");
  assert_no_burst (keyboard);
}

static void
test_leaves_a_key_held_down_alone (Keyboard *keyboard, gconstpointer settings)
{
  type (keyboard, 30, "aaaaaaaaaaaaaaaaaaaaaaaa");
  g_assert_cmpuint (keyboard->passed->len, ==, 24);
  g_assert_cmpint (press_enter (keyboard, 30), ==, VOUCH_WEDGE_PASS);
  assert_no_burst (keyboard);
}

static void
test_tells_how_many_characters_leaked (Keyboard *keyboard, gconstpointer settings)
{
  static const struct
  {
    const char *text;
    guint n_passed;
  } cases[] = { { "6901234", 2 }, { "0001234", 3 }, { "1111115", 6 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VouchWedgeBurst) burst = NULL;

      keyboard->now += 1000;
      g_string_truncate (keyboard->passed, 0);
      type (keyboard, 3, cases[i].text);
      press_enter (keyboard, 3);
      burst = vouch_wedge_take (keyboard->wedge);
      g_assert_cmpstr (burst->text, ==, cases[i].text);
      g_assert_cmpuint (burst->n_passed, ==, cases[i].n_passed);
      g_assert_cmpuint (keyboard->passed->len, ==, cases[i].n_passed);
    }
}

static void
test_swallows_a_doubled_suffix (Keyboard *keyboard, gconstpointer settings)
{
  type (keyboard, 2, "6901234");
  g_assert_cmpint (press_enter (keyboard, 2), ==, VOUCH_WEDGE_SCAN);
  g_assert_cmpint (press (keyboard, 2, 'j', 'j', VOUCH_WEDGE_CONTROL), ==, VOUCH_WEDGE_SWALLOW);
  g_assert_cmpint (press_enter (keyboard, 2), ==, VOUCH_WEDGE_SWALLOW);
  g_assert_cmpint (press (keyboard, 2, KEY_TAB, 0, 0), ==, VOUCH_WEDGE_SWALLOW);
  assert_burst (keyboard, "6901234", VOUCH_WEDGE_END_ENTER);
  assert_no_burst (keyboard);
  g_assert_cmpint (press_enter (keyboard, 300), ==, VOUCH_WEDGE_PASS);
}

static void
test_keeps_two_bursts_apart (Keyboard *keyboard, gconstpointer settings)
{
  type (keyboard, 1, "first");
  press_enter (keyboard, 1);
  type (keyboard, 1, "second");
  press_enter (keyboard, 1);
  assert_burst (keyboard, "first", VOUCH_WEDGE_END_ENTER);
  assert_burst (keyboard, "second", VOUCH_WEDGE_END_ENTER);
  assert_no_burst (keyboard);
}

static void
test_reads_the_group_separator (Keyboard *keyboard, gconstpointer settings)
{
  type (keyboard, 2, "]C110L1");
  g_assert_cmpint (press (keyboard, 2, ']', ']', VOUCH_WEDGE_CONTROL), ==, VOUCH_WEDGE_SWALLOW);
  type (keyboard, 2, "17270131");
  press_enter (keyboard, 2);
  assert_burst (keyboard,
                "]C110L1\x1d"
                "17270131",
                VOUCH_WEDGE_END_ENTER);
}

static void
test_reads_a_substituted_separator (Keyboard *keyboard, gconstpointer settings)
{
  type (keyboard, 2, "10L1");
  press (keyboard, 2, KEY_F8, 0, 0);
  type (keyboard, 2, "3712");
  press_enter (keyboard, 2);
  assert_burst (keyboard,
                "10L1\x1d"
                "3712",
                VOUCH_WEDGE_END_ENTER);
}

static void
test_a_substituted_separator_types_nothing_else (Keyboard *keyboard, gconstpointer settings)
{
  type (keyboard, 2, "10L1");
  press (keyboard, 2, KEY_F8, '|', 0);
  type (keyboard, 2, "3712");
  press_enter (keyboard, 2);
  assert_burst (keyboard,
                "10L1\x1d"
                "3712",
                VOUCH_WEDGE_END_ENTER);
}

static void
test_ignores_modifier_keys (Keyboard *keyboard, gconstpointer settings)
{
  type (keyboard, 2, "ab");
  g_assert_cmpint (press (keyboard, 2, KEY_SHIFT, 0, 0), ==, VOUCH_WEDGE_PASS);
  type (keyboard, 2, "Cd");
  press_enter (keyboard, 2);
  assert_burst (keyboard, "abCd", VOUCH_WEDGE_END_ENTER);
}

static void
test_notes_caps_lock (Keyboard *keyboard, gconstpointer settings)
{
  g_autoptr (VouchWedgeBurst) locked = NULL;
  g_autoptr (VouchWedgeBurst) free_of_it = NULL;

  for (const char *c = "LOT"; *c != '\0'; c++)
    press (keyboard, 2, (guint)*c, (guint)*c, VOUCH_WEDGE_LOCK);
  press_enter (keyboard, 2);
  type (keyboard, 2, "LOT");
  press_enter (keyboard, 2);
  locked = vouch_wedge_take (keyboard->wedge);
  free_of_it = vouch_wedge_take (keyboard->wedge);
  g_assert_true (locked->caps_lock);
  g_assert_cmpstr (locked->text, ==, "LOT");
  g_assert_false (free_of_it->caps_lock);
}

static void
test_lets_no_control_key_of_a_code_act (Keyboard *keyboard, gconstpointer settings)
{
  static const struct
  {
    guint keyval, unicode, state;
  } keys[] = {
    { 'o', 'o', VOUCH_WEDGE_CONTROL },
    { '2', '2', VOUCH_WEDGE_CONTROL },
    { KEY_ESCAPE, 0x1b, 0 },
    { KEY_F9, 0, 0 },
    { KEY_LEFT, 0, 0 },
    { 'f', 'f', VOUCH_WEDGE_ALT },
    { KEY_RETURN, 0, VOUCH_WEDGE_CONTROL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      keyboard->now += 1000;
      type (keyboard, 2, "LOT");
      g_assert_cmpint (press (keyboard, 2, keys[i].keyval, keys[i].unicode, keys[i].state), ==, VOUCH_WEDGE_SWALLOW);
      type (keyboard, 2, "DROP");
      g_assert_cmpint (press_enter (keyboard, 2), ==, VOUCH_WEDGE_SCAN);
      assert_fault (keyboard, VOUCH_WEDGE_CONTROLS);
      assert_no_burst (keyboard);
    }
}

static void
test_a_control_key_gives_a_short_burst_away (Keyboard *keyboard, gconstpointer settings)
{
  type (keyboard, 2, "A");
  g_assert_cmpint (press (keyboard, 2, 'o', 'o', VOUCH_WEDGE_CONTROL), ==, VOUCH_WEDGE_BURST);
  g_assert_cmpint (type_character (keyboard, 2, 'B'), ==, VOUCH_WEDGE_SWALLOW);
  g_assert_cmpint (press_enter (keyboard, 2), ==, VOUCH_WEDGE_SCAN);
  assert_fault (keyboard, VOUCH_WEDGE_CONTROLS);
}

static void
test_leaves_shortcuts_alone (Keyboard *keyboard, gconstpointer settings)
{
  type_character (keyboard, 500, 'a');
  g_assert_cmpint (press (keyboard, 200, 'o', 'o', VOUCH_WEDGE_CONTROL), ==, VOUCH_WEDGE_PASS);
  g_assert_cmpint (press (keyboard, 20, 's', 's', VOUCH_WEDGE_CONTROL), ==, VOUCH_WEDGE_PASS);
  g_assert_cmpint (press (keyboard, 20, KEY_F8, 0, 0), ==, VOUCH_WEDGE_PASS);
  g_assert_cmpint (press (keyboard, 20, KEY_TAB, 0, 0), ==, VOUCH_WEDGE_PASS);
  assert_no_burst (keyboard);
}

static void
test_refuses_four_kibibytes (Keyboard *keyboard, gconstpointer settings)
{
  g_autoptr (VouchWedgeBurst) burst = NULL;

  for (guint i = 0; i < 5000; i++)
    type_character (keyboard, i % 250 == 0 ? 1 : 0, (char)('a' + i % 26));
  g_assert_cmpint (press_enter (keyboard, 1), ==, VOUCH_WEDGE_SCAN);
  burst = vouch_wedge_take (keyboard->wedge);
  g_assert_cmpint (burst->fault, ==, VOUCH_WEDGE_TOO_LONG);
  g_assert_cmpuint (burst->length, ==, 0);
  assert_no_burst (keyboard);
}

static void
test_tells_a_torn_scan (Keyboard *keyboard, gconstpointer settings)
{
  type (keyboard, 2, "6901234");
  g_assert_true (vouch_wedge_tick (keyboard->wedge, keyboard->now + 100));
  assert_fault (keyboard, VOUCH_WEDGE_TORN);
}

static void
press_alt_code (Keyboard *keyboard, const char *digits, gboolean num_lock)
{
  static const guint moves[] = { 0xff9e, 0xff9c, 0xff99, 0xff9b, 0xff96, 0xff9d, 0xff98, 0xff95, 0xff97, 0xff9a };

  press (keyboard, 2, 0xffe9, 0, 0);
  for (; *digits != '\0'; digits++)
    if (num_lock)
      press (keyboard, 2, 0xffb0u + (guint)(*digits - '0'), (guint)*digits, VOUCH_WEDGE_ALT);
    else
      press (keyboard, 2, moves[*digits - '0'], 0, VOUCH_WEDGE_ALT);
}

static void
test_reads_alt_029 (Keyboard *keyboard, gconstpointer settings)
{
  static const char *const ways[] = { "029", "29", "0029" };

  for (gsize i = 0; i < 2 * G_N_ELEMENTS (ways); i++)
    {
      keyboard->now += 1000;
      type (keyboard, 2, "10L1");
      press_alt_code (keyboard, ways[i / 2], i % 2 == 0);
      type (keyboard, 2, "17270131");
      press_enter (keyboard, 2);
      assert_burst (keyboard,
                    "10L1\x1d"
                    "17270131",
                    VOUCH_WEDGE_END_ENTER);
    }
}

static void
test_reads_alt_029_at_either_end (Keyboard *keyboard, gconstpointer settings)
{
  press_alt_code (keyboard, "029", TRUE);
  type (keyboard, 2, "10L1");
  press_alt_code (keyboard, "029", TRUE);
  press_alt_code (keyboard, "029", TRUE);
  press_enter (keyboard, 2);
  assert_burst (keyboard,
                "\x1d"
                "10L1\x1d\x1d",
                VOUCH_WEDGE_END_ENTER);
}

static void
test_reads_a_code_whose_every_character_is_an_alt_code (Keyboard *keyboard, gconstpointer settings)
{
  press_alt_code (keyboard, "076", TRUE);
  press_alt_code (keyboard, "079", TRUE);
  press_alt_code (keyboard, "084", TRUE);
  press_enter (keyboard, 2);
  assert_burst (keyboard, "LOT", VOUCH_WEDGE_END_ENTER);
  g_assert_cmpstr (keyboard->passed->str, ==, "0");
}

static void
test_refuses_alt_codes_of_control_characters (Keyboard *keyboard, gconstpointer settings)
{
  static const char *const codes[] = { "013", "000", "7", "0200", "00029" };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      keyboard->now += 1000;
      type (keyboard, 2, "LOT");
      press_alt_code (keyboard, codes[i], TRUE);
      type (keyboard, 2, "DROP");
      press_enter (keyboard, 2);
      assert_fault (keyboard, VOUCH_WEDGE_CONTROLS);
    }
}

static void
test_f8_is_a_separator_only_in_the_midst_of_a_code (Keyboard *keyboard, gconstpointer settings)
{
  g_assert_cmpint (press (keyboard, 500, KEY_F8, 0, 0), ==, VOUCH_WEDGE_PASS);
  assert_no_burst (keyboard);
  keyboard->now += 1000;
  type (keyboard, 2, "10L1");
  g_assert_cmpint (press (keyboard, 2, KEY_F8, 0, 0), ==, VOUCH_WEDGE_SWALLOW);
  type (keyboard, 2, "17270131");
  press_enter (keyboard, 2);
  assert_burst (keyboard,
                "10L1\x1d"
                "17270131",
                VOUCH_WEDGE_END_ENTER);
}

static void
test_a_dead_key_is_its_accent (Keyboard *keyboard, gconstpointer settings)
{
  type (keyboard, 2, "AB");
  press (keyboard, 2, 0xfe50, 0, VOUCH_WEDGE_SHIFT);
  type (keyboard, 2, "C");
  press_enter (keyboard, 2);
  assert_burst (keyboard, "AB`C", VOUCH_WEDGE_END_ENTER);
}

static void
test_a_code_that_begins_with_a_control_key_is_refused (Keyboard *keyboard, gconstpointer settings)
{
  press (keyboard, 500, 'o', 'o', VOUCH_WEDGE_CONTROL);
  type (keyboard, 2, "LOT");
  press_enter (keyboard, 2);
  assert_fault (keyboard, VOUCH_WEDGE_CONTROLS);
  press (keyboard, 500, 's', 's', VOUCH_WEDGE_CONTROL);
  keyboard->now += 200;
  type (keyboard, 2, "LOT");
  press_enter (keyboard, 2);
  assert_burst (keyboard, "LOT", VOUCH_WEDGE_END_ENTER);
}

static void
test_measures_the_longest_gap (Keyboard *keyboard, gconstpointer settings)
{
  g_autoptr (VouchWedgeBurst) burst = NULL;

  type (keyboard, 3, "LOT");
  type (keyboard, 41, "-");
  type (keyboard, 3, "7");
  press_enter (keyboard, 17);
  burst = vouch_wedge_take (keyboard->wedge);
  g_assert_cmpuint (burst->longest_gap_ms, ==, 41);
  g_assert_cmpuint (burst->ended_ms - burst->started_ms, ==, 67);
}

static void
test_takes_chinese (Keyboard *keyboard, gconstpointer settings)
{
  press (keyboard, 2, 0x01006279, 0x6279, 0);
  press (keyboard, 2, 0x01006b21, 0x6b21, 0);
  type (keyboard, 2, "7");
  press_enter (keyboard, 2);
  assert_burst (keyboard, "批次7", VOUCH_WEDGE_END_ENTER);
}

static void
test_survives_the_wrap_of_time (Keyboard *keyboard, gconstpointer settings)
{
  keyboard->now = G_MAXUINT32 - 3;
  type (keyboard, 2, "6901234");
  press_enter (keyboard, 2);
  assert_burst (keyboard, "6901234", VOUCH_WEDGE_END_ENTER);
}

static void
test_a_clock_that_goes_back_ends_a_burst (Keyboard *keyboard, gconstpointer settings)
{
  type (keyboard, 2, "6901234");
  keyboard->now -= 1000;
  g_assert_cmpint (type_character (keyboard, 0, 'x'), ==, VOUCH_WEDGE_FIRST);
  assert_burst (keyboard, "6901234", VOUCH_WEDGE_END_GAP);
}

/* Two scanners at once: what both typed until the first suffix, and what the other still had to type. */
static void
test_refuses_what_two_scanners_typed (Keyboard *keyboard, gconstpointer settings)
{
  type (keyboard, 1, "L6O9T0-17");
  g_assert_cmpint (press_enter (keyboard, 1), ==, VOUCH_WEDGE_SCAN);
  assert_no_burst (keyboard);
  g_assert_cmpint (type_character (keyboard, 2, '2'), ==, VOUCH_WEDGE_BURST);
  g_assert_cmpint (press_enter (keyboard, 2), ==, VOUCH_WEDGE_SCAN);
  g_assert_true (vouch_wedge_tick (keyboard->wedge, keyboard->now + 20));
  assert_fault (keyboard, VOUCH_WEDGE_MIXED);
  assert_fault (keyboard, VOUCH_WEDGE_MIXED);
  assert_no_burst (keyboard);
}

static void
test_two_codes_of_one_scanner_are_not_mixed (Keyboard *keyboard, gconstpointer settings)
{
  type (keyboard, 1, "6901");
  press_enter (keyboard, 1);
  g_assert_cmpuint (vouch_wedge_get_wait_ms (keyboard->wedge), ==, 9);
  g_assert_cmpint (type_character (keyboard, 20, 'A'), ==, VOUCH_WEDGE_FIRST);
  assert_burst (keyboard, "6901", VOUCH_WEDGE_END_ENTER);
  type (keyboard, 1, "BC");
  press_enter (keyboard, 1);
  g_assert_true (vouch_wedge_tick (keyboard->wedge, keyboard->now + 9));
  assert_burst (keyboard, "ABC", VOUCH_WEDGE_END_ENTER);
}

static const VouchWedgeSettings with_suffix = {
  .gap_ms = 60, .min_length = 3, .max_length = 4096, .needs_suffix = TRUE
};
static const VouchWedgeSettings with_f8 = {
  .gap_ms = 60, .min_length = 3, .max_length = 4096, .keys = { { KEY_F8, 0, 0x1d } }, .n_keys = 1
};

static const VouchWedgeSettings beside_another = { .gap_ms = 60, .min_length = 3, .max_length = 4096, .mix_ms = 8 };

static const struct
{
  const char *fact;
  const VouchWedgeSettings *settings;
  void (*test) (Keyboard *keyboard, gconstpointer settings);
} facts[] = {
  { "/wedge/takes-a-burst-with-enter", NULL, test_takes_a_burst_with_enter },
  { "/wedge/takes-a-burst-with-tab", NULL, test_takes_a_burst_with_tab },
  { "/wedge/takes-a-burst-that-just-stops", NULL, test_takes_a_burst_that_just_stops },
  { "/wedge/a-late-key-ends-the-burst-and-is-itself-typed", NULL, test_a_late_key_ends_the_burst_and_is_itself_typed },
  { "/wedge/a-late-enter-is-not-swallowed", NULL, test_a_late_enter_is_not_swallowed },
  { "/wedge/leaves-slow-typing-alone", NULL, test_leaves_slow_typing_alone },
  { "/wedge/leaves-two-quick-characters-alone", NULL, test_leaves_two_quick_characters_alone },
  { "/wedge/leaves-a-key-held-down-alone", NULL, test_leaves_a_key_held_down_alone },
  { "/wedge/tells-how-many-characters-leaked", NULL, test_tells_how_many_characters_leaked },
  { "/wedge/swallows-a-doubled-suffix", NULL, test_swallows_a_doubled_suffix },
  { "/wedge/keeps-two-bursts-apart", NULL, test_keeps_two_bursts_apart },
  { "/wedge/reads-the-group-separator", NULL, test_reads_the_group_separator },
  { "/wedge/reads-a-substituted-separator", &with_f8, test_reads_a_substituted_separator },
  { "/wedge/a-substituted-separator-types-nothing-else", &with_f8, test_a_substituted_separator_types_nothing_else },
  { "/wedge/ignores-modifier-keys", NULL, test_ignores_modifier_keys },
  { "/wedge/notes-caps-lock", NULL, test_notes_caps_lock },
  { "/wedge/lets-no-control-key-of-a-code-act", NULL, test_lets_no_control_key_of_a_code_act },
  { "/wedge/a-control-key-gives-a-short-burst-away", NULL, test_a_control_key_gives_a_short_burst_away },
  { "/wedge/leaves-shortcuts-alone", NULL, test_leaves_shortcuts_alone },
  { "/wedge/refuses-four-kibibytes", NULL, test_refuses_four_kibibytes },
  { "/wedge/tells-a-torn-scan", &with_suffix, test_tells_a_torn_scan },
  { "/wedge/refuses-what-two-scanners-typed", &beside_another, test_refuses_what_two_scanners_typed },
  { "/wedge/two-codes-of-one-scanner-are-not-mixed", &beside_another, test_two_codes_of_one_scanner_are_not_mixed },
  { "/wedge/reads-alt-029", NULL, test_reads_alt_029 },
  { "/wedge/reads-alt-029-at-either-end", NULL, test_reads_alt_029_at_either_end },
  { "/wedge/reads-a-code-whose-every-character-is-an-alt-code", NULL,
    test_reads_a_code_whose_every_character_is_an_alt_code },
  { "/wedge/refuses-alt-codes-of-control-characters", NULL, test_refuses_alt_codes_of_control_characters },
  { "/wedge/f8-is-a-separator-only-in-the-midst-of-a-code", NULL, test_f8_is_a_separator_only_in_the_midst_of_a_code },
  { "/wedge/a-dead-key-is-its-accent", NULL, test_a_dead_key_is_its_accent },
  { "/wedge/a-code-that-begins-with-a-control-key-is-refused", NULL,
    test_a_code_that_begins_with_a_control_key_is_refused },
  { "/wedge/measures-the-longest-gap", NULL, test_measures_the_longest_gap },
  { "/wedge/takes-chinese", NULL, test_takes_chinese },
  { "/wedge/survives-the-wrap-of-time", NULL, test_survives_the_wrap_of_time },
  { "/wedge/a-clock-that-goes-back-ends-a-burst", NULL, test_a_clock_that_goes_back_ends_a_burst },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    g_test_add (facts[i].fact, Keyboard, facts[i].settings, plug_in, facts[i].test, unplug);
  return g_test_run ();
}
