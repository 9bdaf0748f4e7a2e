#include <glib.h>

#include "vouch-error.h"
#include "vouch-field-seal.h"
#include "vouch-hash.h"
#include "vouch-sealed-box.h"

typedef struct
{
  guint8 public_key[VOUCH_BOX_KEY_SIZE];
  guint8 secret_key[VOUCH_BOX_KEY_SIZE];
} Pair;

static Pair
make_pair (guint8 first)
{
  const guint8 seed[VOUCH_BOX_SEED_SIZE] = { first };
  Pair pair;

  vouch_box_key_pair (seed, pair.public_key, pair.secret_key);
  return pair;
}

static GBytes *
change_byte (GBytes *bytes, gsize at)
{
  gsize length;
  guint8 *copy;

  copy = g_memdup2 (g_bytes_get_data (bytes, &length), g_bytes_get_size (bytes));
  copy[at] ^= 1;
  return g_bytes_new_take (copy, length);
}

static void
test_only_the_receiver_opens (void)
{
  Pair desk = make_pair (1), other = make_pair (2);
  g_autoptr (GBytes) sealed = vouch_box_seal (desk.public_key, "13800138000", 11);
  g_autoptr (GBytes) opened = NULL;
  g_autoptr (GBytes) refused = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_bytes_get_size (sealed), ==, 11 + 48);
  opened = vouch_box_open (desk.public_key, desk.secret_key, sealed, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (opened, NULL), g_bytes_get_size (opened), "13800138000", 11);
  refused = vouch_box_open (other.public_key, other.secret_key, sealed, &error);
  g_assert_null (refused);
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
}

static void
test_seals_nothing_and_much (void)
{
  Pair pair = make_pair (1);
  g_autofree guint8 *much = g_malloc0 (1 << 20);
  const gsize lengths[] = { 0, 1, 1 << 20 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (GBytes) sealed = vouch_box_seal (pair.public_key, much, lengths[i]);
      g_autoptr (GBytes) opened = vouch_box_open (pair.public_key, pair.secret_key, sealed, NULL);

      g_assert_nonnull (opened);
      g_assert_cmpmem (g_bytes_get_data (opened, NULL), g_bytes_get_size (opened), much, lengths[i]);
    }
}

static void
test_a_damaged_box_stays_closed (void)
{
  Pair pair = make_pair (1);
  g_autoptr (GBytes) sealed = vouch_box_seal (pair.public_key, "abc", 3);

  for (gsize at = 0; at < g_bytes_get_size (sealed); at++)
    {
      g_autoptr (GBytes) changed = change_byte (sealed, at);
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (sealed, 0, at);
      g_autoptr (GError) error = NULL;

      g_assert_null (vouch_box_open (pair.public_key, pair.secret_key, changed, &error));
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
      g_assert_null (vouch_box_open (pair.public_key, pair.secret_key, cut, NULL));
    }
}

static void
test_seals_to_no_worthless_key (void)
{
  const guint8 zero[VOUCH_BOX_KEY_SIZE] = { 0 };

  g_assert_null (vouch_box_seal (zero, "abc", 3));
}

static void
test_a_field_comes_back (void)
{
  guint8 key[VOUCH_FIELD_KEY_SIZE];
  static const char *const texts[] = { "", "李雷", "exactly thirty-one characters..",
                                       "exactly thirty-two characters...", "exactly thirty-three characters.." };

  vouch_random_bytes (key, sizeof key);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) sealed = vouch_field_seal (key, texts[i]);
      g_autoptr (GBytes) again = vouch_field_seal (key, texts[i]);
      g_autoptr (GError) error = NULL;
      g_autofree char *opened = vouch_field_open (key, sealed, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (opened, ==, texts[i]);
      g_assert_false (g_bytes_equal (sealed, again));
    }
}

static void
test_a_field_hides_its_length (void)
{
  const guint8 key[VOUCH_FIELD_KEY_SIZE] = { 1 };
  g_autoptr (GBytes) two = vouch_field_seal (key, "李雷");
  g_autoptr (GBytes) many = vouch_field_seal (key, "Bartholomew Featherstone");

  g_assert_cmpuint (g_bytes_get_size (two), ==, g_bytes_get_size (many));
}

static void
test_a_damaged_field_is_told (void)
{
  const guint8 key[VOUCH_FIELD_KEY_SIZE] = { 1 }, other[VOUCH_FIELD_KEY_SIZE] = { 2 };
  g_autoptr (GBytes) sealed = vouch_field_seal (key, "text");
  g_autoptr (GError) error = NULL;

  for (gsize at = 0; at < g_bytes_get_size (sealed); at++)
    {
      g_autoptr (GBytes) changed = change_byte (sealed, at);
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (sealed, 0, at);

      g_assert_null (vouch_field_open (key, changed, NULL));
      g_assert_null (vouch_field_open (key, cut, NULL));
    }
  g_assert_null (vouch_field_open (other, sealed, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sealed-box/only-the-receiver-opens", test_only_the_receiver_opens);
  g_test_add_func ("/sealed-box/seals-nothing-and-much", test_seals_nothing_and_much);
  g_test_add_func ("/sealed-box/a-damaged-box-stays-closed", test_a_damaged_box_stays_closed);
  g_test_add_func ("/sealed-box/seals-to-no-worthless-key", test_seals_to_no_worthless_key);
  g_test_add_func ("/field-seal/a-field-comes-back", test_a_field_comes_back);
  g_test_add_func ("/field-seal/a-field-hides-its-length", test_a_field_hides_its_length);
  g_test_add_func ("/field-seal/a-damaged-field-is-told", test_a_damaged_field_is_told);
  return g_test_run ();
}
