#include <glib.h>

#include "vouch-error.h"
#include "vouch-password.h"

static const guint8 pepper[VOUCH_PEPPER_SIZE] = { 1, 2, 3 };
static const guint8 other_pepper[VOUCH_PEPPER_SIZE] = { 1, 2, 4 };

static char *
hash_of (const char *password)
{
  g_autoptr (GError) error = NULL;
  char *hash = vouch_password_hash (password, pepper, &error);

  g_assert_no_error (error);
  g_assert_nonnull (hash);
  return hash;
}

static void
test_verifies_only_the_password (void)
{
  g_autofree char *hash = hash_of ("correct horse");

  g_assert_true (vouch_password_verify (hash, "correct horse", pepper));
  g_assert_false (vouch_password_verify (hash, "correct horsf", pepper));
  g_assert_false (vouch_password_verify (hash, "", pepper));
  g_assert_false (vouch_password_verify (NULL, "correct horse", pepper));
  g_assert_false (vouch_password_verify ("no hash", "correct horse", pepper));
}

static void
test_costs_what_was_promised (void)
{
  g_autofree char *hash = hash_of ("1234");
  g_autofree char *again = hash_of ("1234");

  g_assert_true (g_str_has_prefix (hash, "$argon2id$v=19$m=65536,t=3,p=1$"));
  g_assert_cmpstr (hash, !=, again);
  g_assert_false (vouch_password_needs_rehash (hash));
  g_assert_true (vouch_password_needs_rehash ("$argon2id$v=19$m=8192,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$"
                                              "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));
}

static void
test_is_worth_nothing_without_the_pepper (void)
{
  g_autofree char *hash = hash_of ("1234");

  g_assert_false (vouch_password_verify (hash, "1234", other_pepper));
}

/* A Chinese keyboard may send full-width digits, and é comes as one character or as two. */
static void
test_spellings_of_one_text_are_one_password (void)
{
  g_autofree char *digits = hash_of ("1234");
  g_autofree char *accent = hash_of ("caf\u00e9");

  g_assert_true (vouch_password_verify (digits, "１２３４", pepper));
  g_assert_true (vouch_password_verify (accent, "cafe\u0301", pepper));
}

static void
test_refuses_what_is_no_password (void)
{
  g_autofree char *long_text = g_strnfill (VOUCH_PASSWORD_MAX + 1, 'x');
  const char *const wrong[] = { "", "\xff\xfe", long_text };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (vouch_password_hash (wrong[i], pepper, &error));
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
      g_assert_cmpstr (vouch_error_get_field (error), ==, "password");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/password/verifies-only-the-password", test_verifies_only_the_password);
  g_test_add_func ("/password/costs-what-was-promised", test_costs_what_was_promised);
  g_test_add_func ("/password/is-worth-nothing-without-the-pepper", test_is_worth_nothing_without_the_pepper);
  g_test_add_func ("/password/spellings-of-one-text-are-one-password", test_spellings_of_one_text_are_one_password);
  g_test_add_func ("/password/refuses-what-is-no-password", test_refuses_what_is_no_password);
  return g_test_run ();
}
