#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "vouch-administrator-key-file.h"
#include "vouch-error.h"

#define PASSPHRASE "correct horse battery"

typedef struct
{
  char *directory;
  char *path;
  guint8 public_key[VOUCH_SIGNER_PUBLIC_KEY_SIZE];
} Key;

static void
make_key (Key *key, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  key->directory = g_dir_make_tmp ("vouch-administrator-key-XXXXXX", NULL);
  key->path = g_build_filename (key->directory, "li.key", NULL);
  g_assert_true (vouch_administrator_key_file_create (key->path, PASSPHRASE, key->public_key, &error));
  g_assert_no_error (error);
}

static void
remove_key (Key *key, gconstpointer data)
{
  g_unlink (key->path);
  g_assert_cmpint (g_rmdir (key->directory), ==, 0);
  g_free (key->path);
  g_free (key->directory);
}

static void
test_what_it_signs_verifies (Key *key, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchSigner) signer = vouch_administrator_key_file_open (key->path, PASSPHRASE, &error);
  guint8 signature[VOUCH_SIGNATURE_SIZE];

  g_assert_no_error (error);
  g_assert_cmpmem (vouch_signer_get_public_key (signer), 32, key->public_key, 32);
  vouch_signer_sign (signer, "epoch", 5, signature);
  g_assert_true (vouch_signature_verify (key->public_key, "epoch", 5, signature));
}

static void
test_another_passphrase_opens_nothing (Key *key, gconstpointer data)
{
  static const char *const wrong[] = { PASSPHRASE " ", "Correct horse battery", "another passphrase" };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (vouch_administrator_key_file_open (key->path, wrong[i], &error));
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED);
      g_assert_cmpstr (vouch_error_get_field (error), ==, "passphrase");
    }
}

static void
test_a_short_passphrase_is_refused (Key *key, gconstpointer data)
{
  g_autofree char *other = g_strconcat (key->path, ".2", NULL);
  g_autoptr (GError) error = NULL;
  guint8 public_key[32];

  g_assert_false (vouch_administrator_key_file_create (other, "11 letters.", public_key, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
}

static void
test_no_file_is_overwritten (Key *key, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchSigner) signer = NULL;
  guint8 public_key[32];

  g_assert_false (vouch_administrator_key_file_create (key->path, PASSPHRASE, public_key, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
  signer = vouch_administrator_key_file_open (key->path, PASSPHRASE, NULL);
  g_assert_cmpmem (vouch_signer_get_public_key (signer), 32, key->public_key, 32);
}

static void
test_the_file_is_private_and_has_no_key_in_clear (Key *key, gconstpointer data)
{
  g_autofree char *content = NULL;
  gsize length;
  GStatBuf about;

  g_assert_cmpint (g_stat (key->path, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0600);
  g_file_get_contents (key->path, &content, &length, NULL);
  g_assert_null (memmem (content, length, key->public_key, 32));
  /* A stick knows no owners. */
  g_assert_cmpint (g_chmod (key->path, 0644), ==, 0);
  g_clear_pointer (&content, g_free);
  {
    g_autoptr (VouchSigner) signer = vouch_administrator_key_file_open (key->path, PASSPHRASE, NULL);

    g_assert_nonnull (signer);
  }
}

static void
test_a_cut_or_changed_file_is_told_from_a_wrong_passphrase (Key *key, gconstpointer data)
{
  g_autofree char *content = NULL;
  gsize length;

  g_file_get_contents (key->path, &content, &length, NULL);
  for (gsize kept = 0; kept < length; kept++)
    {
      g_autoptr (GError) error = NULL;

      g_file_set_contents (key->path, content, (gssize)kept, NULL);
      g_assert_null (vouch_administrator_key_file_open (key->path, PASSPHRASE, &error));
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
    }
  for (gsize at = 0; at < length; at++)
    {
      g_autoptr (GError) error = NULL;

      content[at] ^= 1;
      g_file_set_contents (key->path, content, (gssize)length, NULL);
      content[at] ^= 1;
      g_assert_null (vouch_administrator_key_file_open (key->path, PASSPHRASE, &error));
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
    }
}

static void
test_what_is_no_file_is_not_found (Key *key, gconstpointer data)
{
  const char *const paths[] = { "/nowhere/li.key", key->directory, "/dev/zero" };

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (vouch_administrator_key_file_open (paths[i], PASSPHRASE, &error));
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND);
    }
}

#define ADD(path, test) g_test_add (path, Key, NULL, make_key, test, remove_key)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/administrator-key-file/what-it-signs-verifies", test_what_it_signs_verifies);
  ADD ("/administrator-key-file/another-passphrase-opens-nothing", test_another_passphrase_opens_nothing);
  ADD ("/administrator-key-file/a-short-passphrase-is-refused", test_a_short_passphrase_is_refused);
  ADD ("/administrator-key-file/no-file-is-overwritten", test_no_file_is_overwritten);
  ADD ("/administrator-key-file/private-and-sealed", test_the_file_is_private_and_has_no_key_in_clear);
  ADD ("/administrator-key-file/a-damaged-file-is-told", test_a_cut_or_changed_file_is_told_from_a_wrong_passphrase);
  ADD ("/administrator-key-file/what-is-no-file-is-not-found", test_what_is_no_file_is_not_found);
  return g_test_run ();
}
