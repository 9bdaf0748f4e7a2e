#include <glib.h>

#include "vouch-hash.h"
#include "vouch-hex.h"

static char *
hash_hex (const char *key, gsize key_length, const char *data, gsize length, gsize out_length)
{
  guint8 out[64];

  vouch_hash ((const guint8 *)key, key_length, data, length, out, out_length);
  return vouch_hex_write (out, out_length);
}

/* RFC 7693, appendix A, and the values that Python's hashlib.blake2b gives. */
static void
test_is_blake2b (void)
{
  g_autofree char *abc = hash_hex (NULL, 0, "abc", 3, 64);
  g_autofree char *none = hash_hex (NULL, 0, NULL, 0, 32);
  g_autofree char *keyed = hash_hex ("key", 3, "message", 7, 32);
  g_autofree char *keyed_short = hash_hex ("key", 3, "message", 7, 16);

  g_assert_cmpstr (abc, ==,
                   "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"
                   "7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923");
  g_assert_cmpstr (none, ==, "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
  g_assert_cmpstr (keyed, ==, "a1b1483fd337f6b23318a53b756ad49d2541f3052ffb67515203dd7951b6e94e");
  g_assert_cmpstr (keyed_short, ==, "4fecaca633d8ba01d6fbe8ede284e9ad");
}

static void
test_pieces_hash_like_the_whole (void)
{
  guint8 key[64], data[1000], whole[32], pieced[32];

  vouch_random_bytes (key, sizeof key);
  vouch_random_bytes (data, sizeof data);
  for (gsize step = 1; step <= sizeof data; step = step * 3 + 1)
    {
      g_autoptr (VouchHasher) hasher = vouch_hasher_new (key, sizeof key, sizeof pieced);

      for (gsize at = 0; at < sizeof data; at += step)
        vouch_hasher_add (hasher, data + at, MIN (step, sizeof data - at));
      vouch_hasher_add (hasher, NULL, 0);
      vouch_hasher_end (hasher, pieced);
      vouch_hash (key, sizeof key, data, sizeof data, whole, sizeof whole);
      g_assert_cmpmem (whole, sizeof whole, pieced, sizeof pieced);
    }
}

static void
test_an_unfinished_hash_is_freed (void)
{
  VouchHasher *hasher = vouch_hasher_new (NULL, 0, 32);

  vouch_hasher_add (hasher, "abc", 3);
  vouch_hasher_free (hasher);
  vouch_hasher_free (NULL);
}

static void
test_random_bytes_differ (void)
{
  guint8 a[32] = { 0 }, b[32] = { 0 };

  vouch_random_bytes (a, sizeof a);
  vouch_random_bytes (b, sizeof b);
  g_assert_false (vouch_equal_in_constant_time (a, b, sizeof a));
  memcpy (b, a, sizeof a);
  g_assert_true (vouch_equal_in_constant_time (a, b, sizeof a));
  b[31] ^= 1;
  g_assert_false (vouch_equal_in_constant_time (a, b, sizeof a));
}

static void
test_wipes (void)
{
  guint8 secret[16], zero[16] = { 0 };

  vouch_random_bytes (secret, sizeof secret);
  vouch_wipe (secret, sizeof secret);
  g_assert_cmpmem (secret, sizeof secret, zero, sizeof zero);
  vouch_wipe (NULL, 16);
}

static void
test_hex_has_one_spelling (void)
{
  const guint8 bytes[] = { 0x00, 0x7f, 0x80, 0xff };
  g_autofree char *text = vouch_hex_write (bytes, sizeof bytes);
  guint8 read[sizeof bytes];
  static const char *const wrong[] = { "", "007f80f", "007f80ff0", "007F80FF", "007f80fg", " 07f80ff", "0x7f80ff" };

  g_assert_cmpstr (text, ==, "007f80ff");
  g_assert_true (vouch_hex_read (text, read, sizeof read));
  g_assert_cmpmem (read, sizeof read, bytes, sizeof bytes);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (vouch_hex_read (wrong[i], read, sizeof read));
  g_assert_false (vouch_hex_read (NULL, read, sizeof read));
}

/* The vectors that its authors published: key 00 01 ... 0f, messages of the bytes 00 01 ... */
static void
test_short_hash_is_siphash (void)
{
  static const struct
  {
    gsize length;
    guint64 hash;
  } vectors[] = {
    { 0, G_GUINT64_CONSTANT (0x726fdb47dd0e0e31) },  { 1, G_GUINT64_CONSTANT (0x74f839c593dc67fd) },
    { 7, G_GUINT64_CONSTANT (0xab0200f58b01d137) },  { 8, G_GUINT64_CONSTANT (0x93f5f5799a932462) },
    { 15, G_GUINT64_CONSTANT (0xa129ca6149be45e5) },
  };
  guint8 bytes[VOUCH_SHORT_HASH_KEY_SIZE];

  for (guint8 i = 0; i < sizeof bytes; i++)
    bytes[i] = i;
  for (gsize i = 0; i < G_N_ELEMENTS (vectors); i++)
    g_assert_cmphex (vouch_short_hash (bytes, bytes, vectors[i].length), ==, vectors[i].hash);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hash/is-blake2b", test_is_blake2b);
  g_test_add_func ("/hash/pieces-hash-like-the-whole", test_pieces_hash_like_the_whole);
  g_test_add_func ("/hash/an-unfinished-hash-is-freed", test_an_unfinished_hash_is_freed);
  g_test_add_func ("/hash/random-bytes-differ", test_random_bytes_differ);
  g_test_add_func ("/hash/wipes", test_wipes);
  g_test_add_func ("/hex/has-one-spelling", test_hex_has_one_spelling);
  g_test_add_func ("/hash/short-hash-is-siphash", test_short_hash_is_siphash);
  return g_test_run ();
}
