#include "vouch-canon.h"

#include <string.h>

/* The bytes in hex, as they would be written down in a specification. */
static char *
end_as_hex (VouchCanon *canon)
{
  g_autoptr (GBytes) bytes = vouch_canon_end (canon);
  GString *hex = g_string_new (NULL);
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  for (gsize i = 0; i < length; i++)
    g_string_append_printf (hex, "%02x", data[i]);
  return g_string_free (hex, FALSE);
}

static void
test_layout_is_the_documented_one (void)
{
  g_autoptr (VouchCanon) canon = vouch_canon_new ("t/1");
  g_autofree char *hex = NULL;

  vouch_canon_text (canon, "ab");
  vouch_canon_text (canon, NULL);
  vouch_canon_text (canon, "");
  vouch_canon_number (canon, 258);
  vouch_canon_number (canon, -1);
  vouch_canon_bytes (canon, "\x00\xff", 2);
  hex = end_as_hex (canon);
  g_assert_cmpstr (hex, ==,
                   "00000003742f31"
                   "000000026162"
                   "ffffffff"
                   "00000000"
                   "0000000000000102"
                   "ffffffffffffffff"
                   "0000000200ff");
}

static void
test_extreme_numbers_fit (void)
{
  g_autoptr (VouchCanon) canon = vouch_canon_new ("");
  g_autofree char *hex = NULL;

  vouch_canon_number (canon, G_MAXINT64);
  vouch_canon_number (canon, G_MININT64);
  vouch_canon_number (canon, 0);
  hex = end_as_hex (canon);
  g_assert_cmpstr (hex, ==,
                   "00000000"
                   "7fffffffffffffff"
                   "8000000000000000"
                   "0000000000000000");
}

static void
test_moving_a_boundary_shows (void)
{
  g_autoptr (VouchCanon) one = vouch_canon_new ("t/1");
  g_autoptr (VouchCanon) other = vouch_canon_new ("t/1");
  g_autofree char *one_hex = NULL;
  g_autofree char *other_hex = NULL;

  vouch_canon_text (one, "ab");
  vouch_canon_text (one, "c");
  vouch_canon_text (other, "a");
  vouch_canon_text (other, "bc");
  one_hex = end_as_hex (one);
  other_hex = end_as_hex (other);
  g_assert_cmpstr (one_hex, !=, other_hex);
}

static void
test_label_parts_uses (void)
{
  g_autoptr (VouchCanon) one = vouch_canon_new ("audit/1");
  g_autoptr (VouchCanon) other = vouch_canon_new ("audit/2");
  g_autofree char *one_hex = NULL;
  g_autofree char *other_hex = NULL;

  vouch_canon_number (one, 1);
  vouch_canon_number (other, 1);
  one_hex = end_as_hex (one);
  other_hex = end_as_hex (other);
  g_assert_cmpstr (one_hex, !=, other_hex);
}

static void
test_nothing_and_empty_differ (void)
{
  g_autoptr (VouchCanon) one = vouch_canon_new ("t/1");
  g_autoptr (VouchCanon) other = vouch_canon_new ("t/1");
  g_autofree char *one_hex = NULL;
  g_autofree char *other_hex = NULL;

  vouch_canon_text (one, NULL);
  vouch_canon_text (other, "");
  one_hex = end_as_hex (one);
  other_hex = end_as_hex (other);
  g_assert_cmpstr (one_hex, !=, other_hex);
}

static void
test_text_is_its_bytes (void)
{
  static const char text[] = "验信";
  g_autoptr (VouchCanon) one = vouch_canon_new ("t/1");
  g_autoptr (VouchCanon) other = vouch_canon_new ("t/1");
  g_autofree char *one_hex = NULL;
  g_autofree char *other_hex = NULL;

  vouch_canon_text (one, text);
  vouch_canon_bytes (other, text, strlen (text));
  one_hex = end_as_hex (one);
  other_hex = end_as_hex (other);
  g_assert_cmpstr (one_hex, ==, other_hex);
}

static void
test_can_be_dropped_half_way (void)
{
  VouchCanon *canon = vouch_canon_new ("t/1");

  vouch_canon_text (canon, "not wanted after all");
  vouch_canon_free (canon);
  vouch_canon_free (NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canon/layout-is-the-documented-one", test_layout_is_the_documented_one);
  g_test_add_func ("/canon/extreme-numbers-fit", test_extreme_numbers_fit);
  g_test_add_func ("/canon/moving-a-boundary-shows", test_moving_a_boundary_shows);
  g_test_add_func ("/canon/label-parts-uses", test_label_parts_uses);
  g_test_add_func ("/canon/nothing-and-empty-differ", test_nothing_and_empty_differ);
  g_test_add_func ("/canon/text-is-its-bytes", test_text_is_its_bytes);
  g_test_add_func ("/canon/can-be-dropped-half-way", test_can_be_dropped_half_way);
  return g_test_run ();
}
