#include "vouch-lookup-mould.h"

#include <string.h>

static const char *const words[VOUCH_LOOKUP_WORDS] = { "SERIAL", "SE RI AL", "key", "17", "1 May 2026" };

static GBytes *
make_page (const char *format)
{
  char *page = g_strdup (format);

  for (int i = 0; i < VOUCH_LOOKUP_WORDS; i++)
    {
      g_autofree char *name = g_strdup_printf ("{%d}", i);
      g_auto (GStrv) parts = g_strsplit (page, name, -1);

      g_free (page);
      page = g_strjoinv (vouch_lookup_mould_marker ((VouchLookupWord)i), parts);
    }
  return g_bytes_new_take (page, strlen (page));
}

static void
assert_filled (const char *format, const char *expected)
{
  g_autoptr (VouchLookupMould) mould = vouch_lookup_mould_new (make_page (format));

  /* Twice: filling leaves the mould as it was. */
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GBytes) filled = vouch_lookup_mould_fill (mould, words);

      g_assert_cmpmem (g_bytes_get_data (filled, NULL), g_bytes_get_size (filled), expected, strlen (expected));
    }
}

static void
test_words_stand_where_their_markers_were (void)
{
  assert_filled ("", "");
  assert_filled ("nothing of its own", "nothing of its own");
  assert_filled ("{0}", "SERIAL");
  assert_filled ("a{1}b{0}c{3}d{0}e{2}", "aSE RI ALbSERIALc17dSERIALekey");
  assert_filled ("{4}{4}{3}", "1 May 20261 May 202617");
}

static void
test_no_marker_is_like_another (void)
{
  for (int i = 0; i < VOUCH_LOOKUP_WORDS; i++)
    for (int j = 0; j < i; j++)
      g_assert_cmpstr (vouch_lookup_mould_marker ((VouchLookupWord)i), !=,
                       vouch_lookup_mould_marker ((VouchLookupWord)j));
}

static void
test_moulds_are_found_again_and_stay_few (void)
{
  g_autoptr (VouchLookupMoulds) moulds = vouch_lookup_moulds_new ();
  const VouchLookupMould *last = NULL;

  for (guint64 what = 0; what < 1000; what++)
    {
      g_assert_null (vouch_lookup_moulds_find (moulds, what << 32));
      last = vouch_lookup_moulds_keep (moulds, what << 32, vouch_lookup_mould_new (make_page ("{0}")));
    }
  g_assert_true (vouch_lookup_moulds_find (moulds, G_GUINT64_CONSTANT (999) << 32) == last);
  g_assert_null (vouch_lookup_moulds_find (moulds, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lookup/mould/words-stand-where-their-markers-were", test_words_stand_where_their_markers_were);
  g_test_add_func ("/lookup/mould/no-marker-is-like-another", test_no_marker_is_like_another);
  g_test_add_func ("/lookup/mould/moulds-are-found-again-and-stay-few", test_moulds_are_found_again_and_stay_few);
  return g_test_run ();
}
