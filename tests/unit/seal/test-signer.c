#include <glib.h>

#include "vouch-hex.h"
#include "vouch-signer.h"

/* RFC 8032, section 7.1, tests 1 to 3. */
static void
test_is_ed25519 (void)
{
  static const struct
  {
    const char *seed, *public_key, *message, *signature;
  } vectors[] = {
    { "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
      "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
      "d25bf5f0595bbe24655141438e7a100b" },
    { "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
      "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
      "387b2eaeb4302aeeb00d291612bb0c00" },
    { "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
      "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
      "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc659"
      "4a7c15e9716ed28dc027beceea1ec40a" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      guint8 seed[32], message[2], signature[64];
      gsize length = strlen (vectors[i].message) / 2;
      g_autoptr (VouchSigner) signer = NULL;
      g_autofree char *public_key = NULL, *made = NULL;

      g_assert_true (vouch_hex_read (vectors[i].seed, seed, sizeof seed));
      g_assert_true (vouch_hex_read (vectors[i].message, message, length));
      signer = vouch_signer_new (seed);
      public_key = vouch_hex_write (vouch_signer_get_public_key (signer), 32);
      g_assert_cmpstr (public_key, ==, vectors[i].public_key);
      vouch_signer_sign (signer, message, length, signature);
      made = vouch_hex_write (signature, sizeof signature);
      g_assert_cmpstr (made, ==, vectors[i].signature);
      g_assert_true (vouch_signature_verify (vouch_signer_get_public_key (signer), message, length, signature));
    }
}

static void
test_any_changed_bit_is_noticed (void)
{
  const guint8 seed[32] = { 7 };
  g_autoptr (VouchSigner) signer = vouch_signer_new (seed);
  const guint8 *public_key = vouch_signer_get_public_key (signer);
  guint8 data[40] = "what the station says", signature[64];

  vouch_signer_sign (signer, data, sizeof data, signature);
  for (guint bit = 0; bit < 8 * sizeof data; bit++)
    {
      data[bit / 8] ^= (guint8)(1 << bit % 8);
      g_assert_false (vouch_signature_verify (public_key, data, sizeof data, signature));
      data[bit / 8] ^= (guint8)(1 << bit % 8);
    }
  for (guint bit = 0; bit < 8 * sizeof signature; bit++)
    {
      signature[bit / 8] ^= (guint8)(1 << bit % 8);
      g_assert_false (vouch_signature_verify (public_key, data, sizeof data, signature));
      signature[bit / 8] ^= (guint8)(1 << bit % 8);
    }
  g_assert_false (vouch_signature_verify (public_key, data, sizeof data - 1, signature));
  g_assert_true (vouch_signature_verify (public_key, data, sizeof data, signature));
}

static void
test_another_key_did_not_sign (void)
{
  const guint8 seed[32] = { 1 }, other_seed[32] = { 2 };
  g_autoptr (VouchSigner) signer = vouch_signer_new (seed);
  g_autoptr (VouchSigner) other = vouch_signer_new (other_seed);
  const guint8 zero_key[32] = { 0 };
  guint8 signature[64];

  vouch_signer_sign (signer, "x", 1, signature);
  g_assert_false (vouch_signature_verify (vouch_signer_get_public_key (other), "x", 1, signature));
  g_assert_false (vouch_signature_verify (zero_key, "x", 1, signature));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/signer/is-ed25519", test_is_ed25519);
  g_test_add_func ("/signer/any-changed-bit-is-noticed", test_any_changed_bit_is_noticed);
  g_test_add_func ("/signer/another-key-did-not-sign", test_another_key_did_not_sign);
  return g_test_run ();
}
