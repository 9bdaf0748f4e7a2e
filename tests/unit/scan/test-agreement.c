/* What may be believed of a frame, given the frame before. */

#include <glib.h>
#include <string.h>

#include "vouch-agreement.h"

static GPtrArray *
frame_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_symbol_free);
}

static VouchSymbol *
add (GPtrArray *frame, const char *bytes, gboolean sure, int left)
{
  g_autoptr (GBytes) content = g_bytes_new (bytes, strlen (bytes));
  VouchSymbol *symbol = vouch_symbol_new ("EAN-13", "]E0", content);
  const int corners[4][2] = { { left, 10 }, { left + 100, 10 }, { left + 100, 60 }, { left, 60 } };

  symbol->sure = sure;
  symbol->quality = 7;
  memcpy (symbol->corners, corners, sizeof corners);
  g_ptr_array_add (frame, symbol);
  return symbol;
}

static void
assert_agreed (GPtrArray *before, GPtrArray *now, const char *text)
{
  g_autoptr (GPtrArray) agreed = vouch_agreement_of_frames (before, now, NULL);
  const VouchSymbol *symbol;

  g_assert_cmpuint (agreed->len, ==, text != NULL ? 1 : 0);
  if (text == NULL)
    return;
  symbol = g_ptr_array_index (agreed, 0);
  g_assert_cmpstr (symbol->text, ==, text);
  g_assert_true (symbol->sure);
  g_assert_cmpint (symbol->quality, ==, 7);
  g_assert_cmpint (symbol->corners[2][1], ==, 60);
}

static void
test_believes_a_sure_one_at_once (void)
{
  g_autoptr (GPtrArray) now = frame_new ();

  add (now, "6901234567892", TRUE, 0);
  add (now, "6901234567000", FALSE, 300);
  assert_agreed (NULL, now, "6901234567892");
}

static void
test_two_frames_must_agree_on_others (void)
{
  g_autoptr (GPtrArray) nothing = frame_new ();
  g_autoptr (GPtrArray) first = frame_new ();
  g_autoptr (GPtrArray) other = frame_new ();
  g_autoptr (GPtrArray) second = frame_new ();

  add (first, "6901234567892", FALSE, 0);
  add (other, "6901234567000", FALSE, 0);
  add (second, "6901234567892", FALSE, 40); /* the hand moves */
  assert_agreed (NULL, first, NULL);
  assert_agreed (nothing, first, NULL);
  assert_agreed (first, other, NULL);
  assert_agreed (other, second, NULL);
  assert_agreed (first, nothing, NULL);
  assert_agreed (first, second, "6901234567892");
}

static void
test_the_symbology_must_agree_too (void)
{
  g_autoptr (GPtrArray) first = frame_new ();
  g_autoptr (GPtrArray) second = frame_new ();

  strcpy (add (first, "6901234567892", FALSE, 0)->aim, "]C0");
  add (second, "6901234567892", FALSE, 0);
  assert_agreed (first, second, NULL);
}

/* The same misreading beside the same right one, frame after frame. */
static void
test_codes_on_each_other_never_agree (void)
{
  g_autoptr (GPtrArray) first = frame_new ();
  g_autoptr (GPtrArray) second = frame_new ();

  add (first, "6901234567892", FALSE, 0);
  add (first, "6901234567000", FALSE, 50);
  add (second, "6901234567892", FALSE, 0);
  add (second, "6901234567000", FALSE, 50);
  assert_agreed (first, second, NULL);
}

static void
test_codes_beside_each_other_agree (void)
{
  g_autoptr (GPtrArray) first = frame_new ();
  g_autoptr (GPtrArray) second = frame_new ();

  add (first, "6901234567892", FALSE, 0);
  add (second, "6901234567000", FALSE, 101);
  add (second, "6901234567892", FALSE, 0);
  assert_agreed (first, second, "6901234567892");
}

static void
test_a_guessed_text_stays_unsure (void)
{
  g_autoptr (GPtrArray) first = frame_new ();
  g_autoptr (GPtrArray) second = frame_new ();
  g_autoptr (GPtrArray) agreed = NULL;
  const VouchSymbol *symbol;

  add (first, "\305\372\264\3167", FALSE, 0);
  add (second, "\305\372\264\3167", FALSE, 0);
  agreed = vouch_agreement_of_frames (first, second, NULL);
  g_assert_cmpuint (agreed->len, ==, 1);
  symbol = g_ptr_array_index (agreed, 0);
  g_assert_cmpstr (symbol->text, ==, "批次7");
  g_assert_false (symbol->sure);
}

/* It is shown, but not used. */
static void
test_what_is_not_agreed_is_doubtful (void)
{
  g_autoptr (GPtrArray) first = frame_new ();
  g_autoptr (GPtrArray) second = frame_new ();
  g_autoptr (GPtrArray) agreed = NULL;
  g_autoptr (GPtrArray) doubtful = NULL;

  add (first, "6901234567892", FALSE, 0);
  add (second, "6901234567892", FALSE, 0);
  add (second, "6901234567000", FALSE, 300);
  agreed = vouch_agreement_of_frames (first, second, &doubtful);
  g_assert_cmpuint (agreed->len, ==, 1);
  g_assert_cmpuint (doubtful->len, ==, 1);
  g_assert_cmpstr (((const VouchSymbol *)g_ptr_array_index (doubtful, 0))->text, ==, "6901234567000");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agreement/believes-a-sure-one-at-once", test_believes_a_sure_one_at_once);
  g_test_add_func ("/agreement/two-frames-must-agree-on-others", test_two_frames_must_agree_on_others);
  g_test_add_func ("/agreement/the-symbology-must-agree-too", test_the_symbology_must_agree_too);
  g_test_add_func ("/agreement/codes-on-each-other-never-agree", test_codes_on_each_other_never_agree);
  g_test_add_func ("/agreement/codes-beside-each-other-agree", test_codes_beside_each_other_agree);
  g_test_add_func ("/agreement/a-guessed-text-stays-unsure", test_a_guessed_text_stays_unsure);
  g_test_add_func ("/agreement/what-is-not-agreed-is-doubtful", test_what_is_not_agreed_is_doubtful);
  return g_test_run ();
}
