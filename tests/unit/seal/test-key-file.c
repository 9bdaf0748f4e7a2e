#include <fcntl.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "vouch-error.h"
#include "vouch-hash.h"
#include "vouch-key-file.h"
#include "vouch-sealed-box.h"
#include "vouch-secret-file.h"

typedef struct
{
  char *directory;
  char *keys;        /* a directory */
  char *unlocks;     /* another */
  char *path;        /* the key file */
  char *unlock_path; /* its unlock key */
} Place;

static void
make_place (Place *place, gconstpointer data)
{
  place->directory = g_dir_make_tmp ("vouch-key-file-XXXXXX", NULL);
  place->keys = g_build_filename (place->directory, "keys", NULL);
  place->unlocks = g_build_filename (place->directory, "unlocks", NULL);
  place->path = g_build_filename (place->keys, "station.keys", NULL);
  place->unlock_path = g_build_filename (place->unlocks, "station.unlock", NULL);
  g_assert_cmpint (g_mkdir (place->keys, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (place->unlocks, 0700), ==, 0);
}

/* Empties a directory; what is left behind unexpectedly shows here as a failure of g_rmdir (). */
static void
remove_all (const char *path)
{
  GDir *directory = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }
  g_dir_close (directory);
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

static void
remove_place (Place *place, gconstpointer data)
{
  remove_all (place->keys);
  remove_all (place->unlocks);
  g_assert_cmpint (g_rmdir (place->directory), ==, 0);
  g_free (place->directory);
  g_free (place->keys);
  g_free (place->unlocks);
  g_free (place->path);
  g_free (place->unlock_path);
}

static VouchKeyFile *
create (Place *place)
{
  g_autoptr (GError) error = NULL;
  VouchKeyFile *keys = vouch_key_file_create_at (place->path, place->unlock_path, 1767225600000000, &error);

  g_assert_no_error (error);
  g_assert_nonnull (keys);
  return keys;
}

static VouchKeyFile *
reopen (Place *place)
{
  g_autoptr (GError) error = NULL;
  VouchKeyFile *keys = vouch_key_file_open (place->path, place->unlock_path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (keys);
  return keys;
}

static void
assert_refused (Place *place, VouchErrorCode code, const char *says)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (vouch_key_file_open (place->path, place->unlock_path, &error));
  g_assert_error (error, VOUCH_ERROR, (int)code);
  if (strstr (error->message, says) == NULL)
    g_error ("“%s” does not say “%s”", error->message, says);
}

static void
assert_same_keys (VouchKeyFile *a, VouchKeyFile *b)
{
  g_assert_cmpmem (vouch_key_file_get_audit_key (a), 32, vouch_key_file_get_audit_key (b), 32);
  g_assert_cmpmem (vouch_key_file_get_pepper (a), 32, vouch_key_file_get_pepper (b), 32);
  g_assert_cmpmem (vouch_key_file_get_field_key (a), 32, vouch_key_file_get_field_key (b), 32);
  g_assert_cmpmem (vouch_key_file_get_desk_public_key (a), 32, vouch_key_file_get_desk_public_key (b), 32);
  g_assert_cmpmem (vouch_key_file_get_desk_secret_key (a), 32, vouch_key_file_get_desk_secret_key (b), 32);
  g_assert_cmpmem (vouch_signer_get_public_key (vouch_key_file_get_signer (a)), 32,
                   vouch_signer_get_public_key (vouch_key_file_get_signer (b)), 32);
  g_assert_cmpuint (vouch_key_file_get_code_version (a), ==, vouch_key_file_get_code_version (b));
  g_assert_cmpmem (vouch_key_file_get_code_key (a, 1), 32, vouch_key_file_get_code_key (b, 1), 32);
}

static void
test_keys_come_back (Place *place, gconstpointer data)
{
  g_autoptr (VouchKeyFile) made = create (place);
  g_autoptr (VouchKeyFile) opened = reopen (place);
  struct stat found;

  assert_same_keys (made, opened);
  g_assert_cmpuint (vouch_key_file_get_code_version (opened), ==, 1);
  g_assert_cmpint (vouch_key_file_get_code_key_created_at (opened, 1), ==, 1767225600000000);
  g_assert_null (vouch_key_file_get_code_key (opened, 0));
  g_assert_null (vouch_key_file_get_code_key (opened, 2));
  g_assert_cmpint (g_stat (place->path, &found), ==, 0);
  g_assert_cmpuint (found.st_mode & 07777, ==, 0600);
  g_assert_cmpint (g_stat (place->unlock_path, &found), ==, 0);
  g_assert_cmpuint (found.st_mode & 07777, ==, 0600);
}

static void
test_every_key_is_another (Place *place, gconstpointer data)
{
  g_autoptr (VouchKeyFile) keys = create (place);
  const guint8 *all[] = {
    vouch_key_file_get_audit_key (keys),       vouch_key_file_get_pepper (keys),
    vouch_key_file_get_field_key (keys),       vouch_key_file_get_desk_public_key (keys),
    vouch_key_file_get_desk_secret_key (keys), vouch_signer_get_public_key (vouch_key_file_get_signer (keys)),
    vouch_key_file_get_code_key (keys, 1),
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpint (memcmp (all[i], all[j], 32), !=, 0);
}

static void
test_desk_keys_are_a_pair (Place *place, gconstpointer data)
{
  g_autoptr (VouchKeyFile) keys = create (place);
  g_autoptr (GBytes) sealed = vouch_box_seal (vouch_key_file_get_desk_public_key (keys), "abc", 3);
  g_autoptr (GBytes) opened = vouch_box_open (vouch_key_file_get_desk_public_key (keys),
                                              vouch_key_file_get_desk_secret_key (keys), sealed, NULL);

  g_assert_cmpmem (g_bytes_get_data (opened, NULL), g_bytes_get_size (opened), "abc", 3);
}

static void
test_never_overwrites (Place *place, gconstpointer data)
{
  g_autoptr (VouchKeyFile) keys = create (place);
  g_autoptr (VouchKeyFile) same = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (vouch_key_file_create (place->path, place->unlock_path, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
  same = reopen (place);
  assert_same_keys (keys, same);
}

static void
test_takes_an_unlock_key_that_is_there (Place *place, gconstpointer data)
{
  guint8 secret[VOUCH_SECRET_SIZE], after[VOUCH_SECRET_SIZE];
  g_autoptr (VouchKeyFile) keys = NULL;

  g_assert_true (vouch_secret_file_create (place->unlock_path, secret, NULL));
  keys = create (place);
  g_assert_true (vouch_secret_file_read (place->unlock_path, after, NULL));
  g_assert_cmpmem (secret, sizeof secret, after, sizeof after);
}

static void
test_keeps_both_apart (Place *place, gconstpointer data)
{
  g_autofree char *beside = g_build_filename (place->keys, "unlock", NULL);
  g_autofree char *round_about = g_build_filename (place->unlocks, "..", "keys", "unlock", NULL);
  const char *const wrong[] = { beside, round_about };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (vouch_key_file_create (place->path, wrong[i], &error));
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
      g_assert_false (g_file_test (place->path, G_FILE_TEST_EXISTS));
      g_assert_false (g_file_test (beside, G_FILE_TEST_EXISTS));
    }
}

static void
test_leaves_nothing_where_it_cannot_write (Place *place, gconstpointer data)
{
  g_autofree char *path = g_build_filename (place->directory, "missing", "station.keys", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (vouch_key_file_create (path, place->unlock_path, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE);
  g_assert_false (g_file_test (place->unlock_path, G_FILE_TEST_EXISTS));
}

static void
test_another_unlock_key_is_denied (Place *place, gconstpointer data)
{
  g_autoptr (VouchKeyFile) keys = create (place);
  guint8 secret[VOUCH_SECRET_SIZE];

  g_unlink (place->unlock_path);
  g_assert_true (vouch_secret_file_create (place->unlock_path, secret, NULL));
  assert_refused (place, VOUCH_ERROR_DENIED, "does not open the key file");
}

static void
test_missing_files_are_not_found (Place *place, gconstpointer data)
{
  assert_refused (place, VOUCH_ERROR_NOT_FOUND, place->path);
  vouch_key_file_free (create (place));
  g_unlink (place->unlock_path);
  assert_refused (place, VOUCH_ERROR_NOT_FOUND, place->unlock_path);
}

static void
set_content (const char *path, const guint8 *data, gsize length)
{
  g_assert_true (
      g_file_set_contents_full (path, (const char *)data, (gssize)length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL));
}

static void
test_any_damage_is_told (Place *place, gconstpointer data)
{
  g_autofree char *content = NULL;
  g_autofree char *longer = NULL;
  gsize length;

  vouch_key_file_free (create (place));
  g_assert_true (g_file_get_contents (place->path, &content, &length, NULL));
  for (gsize at = 0; at < length; at++)
    {
      content[at] ^= 0x10;
      set_content (place->path, (const guint8 *)content, length);
      /* The family's name with another number is a newer file; that is STORAGE as well. */
      assert_refused (place, VOUCH_ERROR_STORAGE, place->path);
      content[at] ^= 0x10;
    }
  for (gsize cut = 0; cut < length; cut += 7)
    {
      set_content (place->path, (const guint8 *)content, cut);
      assert_refused (place, VOUCH_ERROR_STORAGE, "damaged");
    }
  longer = g_malloc0 (length + 1);
  memcpy (longer, content, length);
  set_content (place->path, (const guint8 *)longer, length + 1);
  assert_refused (place, VOUCH_ERROR_STORAGE, "damaged");

  set_content (place->path, (const guint8 *)content, length);
  set_content (place->unlock_path, (const guint8 *)"not hex\n", 8);
  assert_refused (place, VOUCH_ERROR_STORAGE, place->unlock_path);
}

static void
test_a_newer_file_is_told (Place *place, gconstpointer data)
{
  g_autofree char *content = NULL;
  gsize length;

  vouch_key_file_free (create (place));
  g_assert_true (g_file_get_contents (place->path, &content, &length, NULL));
  content[strlen ("vouch-key-file/")] = '2';
  set_content (place->path, (const guint8 *)content, length);
  assert_refused (place, VOUCH_ERROR_STORAGE, "newer version");
}

/* Whoever changes the head and mends the checksum still opens nothing: the head is part of the key. */
static void
test_a_forged_head_opens_nothing (Place *place, gconstpointer data)
{
  g_autofree char *content = NULL;
  gsize length;

  vouch_key_file_free (create (place));
  g_assert_true (g_file_get_contents (place->path, &content, &length, NULL));
  content[20] ^= 1; /* in the salt, which an unlock key does not use */
  vouch_hash (NULL, 0, content, length - 32, (guint8 *)content + length - 32, 32);
  set_content (place->path, (const guint8 *)content, length);
  assert_refused (place, VOUCH_ERROR_DENIED, place->path);
}

static void
test_refuses_links (Place *place, gconstpointer data)
{
  g_autofree char *moved = g_build_filename (place->keys, "moved", NULL);

  vouch_key_file_free (create (place));
  g_assert_cmpint (g_rename (place->path, moved), ==, 0);
  g_assert_cmpint (symlink (moved, place->path), ==, 0);
  assert_refused (place, VOUCH_ERROR_INVALID, "symbolic link");
}

static void
test_refuses_what_is_no_file (Place *place, gconstpointer data)
{
  g_assert_cmpint (mkfifo (place->path, 0600), ==, 0);
  assert_refused (place, VOUCH_ERROR_INVALID, "not a regular file");
}

static void
test_refuses_what_others_can_reach (Place *place, gconstpointer data)
{
  static const mode_t modes[] = { 0640, 0604, 0620, 0602, 0610 };

  vouch_key_file_free (create (place));
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_assert_cmpint (g_chmod (place->path, modes[i]), ==, 0);
      assert_refused (place, VOUCH_ERROR_INVALID, "chmod 600");
    }
  g_assert_cmpint (g_chmod (place->path, 0400), ==, 0);
  vouch_key_file_free (reopen (place));
  g_assert_cmpint (g_chmod (place->unlock_path, 0644), ==, 0);
  assert_refused (place, VOUCH_ERROR_INVALID, place->unlock_path);
}

static void
test_refuses_a_file_too_long (Place *place, gconstpointer data)
{
  g_autofree guint8 *much = g_malloc0 (1 << 20);

  set_content (place->path, much, 1 << 20);
  assert_refused (place, VOUCH_ERROR_STORAGE, place->path);
}

static void
test_adds_code_keys (Place *place, gconstpointer data)
{
  g_autoptr (VouchKeyFile) keys = create (place);
  g_autoptr (VouchKeyFile) opened = NULL;
  g_autoptr (GError) error = NULL;
  const guint8 *first = vouch_key_file_get_code_key (keys, 1);
  guint8 copy[32];
  guint version = 0;

  memcpy (copy, first, sizeof copy);
  for (guint expected = 2; expected <= 40; expected++)
    {
      g_assert_true (vouch_key_file_add_code_key_at (keys, expected, &version, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (version, ==, expected);
    }
  g_assert_true (vouch_key_file_add_code_key (keys, NULL, &error));
  g_assert_true (first == vouch_key_file_get_code_key (keys, 1)); /* what was lent stays where it is */
  g_assert_cmpmem (first, 32, copy, 32);

  opened = reopen (place);
  assert_same_keys (keys, opened);
  g_assert_cmpuint (vouch_key_file_get_code_version (opened), ==, 41);
  for (guint i = 1; i <= 41; i++)
    {
      g_assert_cmpmem (vouch_key_file_get_code_key (keys, i), 32, vouch_key_file_get_code_key (opened, i), 32);
      if (i > 1)
        g_assert_cmpint (memcmp (vouch_key_file_get_code_key (keys, i), copy, 32), !=, 0);
    }
  g_assert_cmpint (vouch_key_file_get_code_key_created_at (opened, 40), ==, 40);
  g_assert_cmpint (vouch_key_file_get_code_key_created_at (opened, 41), ==, 0);
}

static void
test_a_revoked_key_is_kept (Place *place, gconstpointer data)
{
  g_autoptr (VouchKeyFile) keys = create (place);
  g_autoptr (VouchKeyFile) opened = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (vouch_key_file_revoke_code_key (keys, 1, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_false (vouch_key_file_revoke_code_key (keys, 9, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_true (vouch_key_file_add_code_key (keys, NULL, &error));
  g_assert_true (vouch_key_file_revoke_code_key (keys, 1, &error));
  g_assert_true (vouch_key_file_revoke_code_key (keys, 1, &error));
  g_assert_no_error (error);
  opened = reopen (place);
  g_assert_true (vouch_key_file_code_key_is_revoked (opened, 1));
  g_assert_false (vouch_key_file_code_key_is_revoked (opened, 2));
  g_assert_nonnull (vouch_key_file_get_code_key (opened, 1));
  g_assert_cmpuint (vouch_key_file_get_code_version (opened), ==, 2);
}

static void
test_two_programs_do_not_lose_a_key (Place *place, gconstpointer data)
{
  g_autoptr (VouchKeyFile) first = create (place);
  g_autoptr (VouchKeyFile) second = reopen (place);
  g_autoptr (VouchKeyFile) opened = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (vouch_key_file_add_code_key (first, NULL, &error));
  g_assert_false (vouch_key_file_add_code_key (second, NULL, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
  g_assert_cmpuint (vouch_key_file_get_code_version (second), ==, 1);
  opened = reopen (place);
  g_assert_cmpmem (vouch_key_file_get_code_key (first, 2), 32, vouch_key_file_get_code_key (opened, 2), 32);
}

static void
test_a_failed_write_changes_nothing (Place *place, gconstpointer data)
{
  g_autoptr (VouchKeyFile) keys = create (place);
  g_autoptr (GError) error = NULL;

  g_assert_true (vouch_key_file_add_code_key (keys, NULL, NULL));
  g_unlink (place->path);
  g_assert_false (vouch_key_file_add_code_key (keys, NULL, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND);
  g_assert_cmpuint (vouch_key_file_get_code_version (keys), ==, 2);
  g_assert_false (vouch_key_file_revoke_code_key (keys, 1, NULL));
  g_assert_false (vouch_key_file_code_key_is_revoked (keys, 1));
}

static void
test_opens_with_a_passphrase (Place *place, gconstpointer data)
{
  static const char passphrase[] = "four words 四个词";
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchKeyFile) made = NULL;
  g_autoptr (VouchKeyFile) opened = NULL;

  g_assert_null (vouch_key_file_create_with_passphrase (place->path, "too short", 0, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_clear_error (&error);
  made = vouch_key_file_create_with_passphrase (place->path, passphrase, 0, &error);
  g_assert_no_error (error);
  opened = vouch_key_file_open_with_passphrase (place->path, passphrase, &error);
  g_assert_no_error (error);
  assert_same_keys (made, opened);
  g_assert_true (vouch_key_file_add_code_key (opened, NULL, &error));
  g_assert_no_error (error);

  g_assert_null (vouch_key_file_open_with_passphrase (place->path, "five words 五个词", &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED);
  assert_refused (place, VOUCH_ERROR_DENIED, "passphrase");
}

/* A file of the first version, as it was written then: whatever we change, it must open. */
static void
test_opens_a_file_of_version_1 (Place *place, gconstpointer data)
{
  g_autofree char *keys = g_test_build_filename (G_TEST_DIST, "data", "seal", "version-1.keys", NULL);
  g_autofree char *content = NULL;
  g_autoptr (VouchKeyFile) opened = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (keys, &content, &length, NULL));
  set_content (place->path, (const guint8 *)content, length);
  set_content (place->unlock_path, (const guint8 *)"000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n",
               65);
  opened = reopen (place);
  g_assert_cmpuint (vouch_key_file_get_code_version (opened), ==, 2);
  g_assert_true (vouch_key_file_code_key_is_revoked (opened, 1));
  g_assert_cmpint (vouch_key_file_get_code_key_created_at (opened, 2), ==, 1767312000000000);
  for (guint i = 0; i < 32; i++)
    {
      g_assert_cmpuint (vouch_key_file_get_audit_key (opened)[i], ==, 0xa0);
      g_assert_cmpuint (vouch_key_file_get_pepper (opened)[i], ==, 0xa1);
      g_assert_cmpuint (vouch_key_file_get_field_key (opened)[i], ==, 0xa3);
      g_assert_cmpuint (vouch_key_file_get_code_key (opened, 1)[i], ==, 0xc1);
      g_assert_cmpuint (vouch_key_file_get_code_key (opened, 2)[i], ==, 0xc2);
    }
}

#define ADD(fact, function) g_test_add ("/key-file/" fact, Place, NULL, make_place, function, remove_place)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("keys-come-back", test_keys_come_back);
  ADD ("every-key-is-another", test_every_key_is_another);
  ADD ("desk-keys-are-a-pair", test_desk_keys_are_a_pair);
  ADD ("never-overwrites", test_never_overwrites);
  ADD ("takes-an-unlock-key-that-is-there", test_takes_an_unlock_key_that_is_there);
  ADD ("keeps-both-apart", test_keeps_both_apart);
  ADD ("leaves-nothing-where-it-cannot-write", test_leaves_nothing_where_it_cannot_write);
  ADD ("another-unlock-key-is-denied", test_another_unlock_key_is_denied);
  ADD ("missing-files-are-not-found", test_missing_files_are_not_found);
  ADD ("any-damage-is-told", test_any_damage_is_told);
  ADD ("a-newer-file-is-told", test_a_newer_file_is_told);
  ADD ("a-forged-head-opens-nothing", test_a_forged_head_opens_nothing);
  ADD ("refuses-links", test_refuses_links);
  ADD ("refuses-what-is-no-file", test_refuses_what_is_no_file);
  ADD ("refuses-what-others-can-reach", test_refuses_what_others_can_reach);
  ADD ("refuses-a-file-too-long", test_refuses_a_file_too_long);
  ADD ("adds-code-keys", test_adds_code_keys);
  ADD ("a-revoked-key-is-kept", test_a_revoked_key_is_kept);
  ADD ("two-programs-do-not-lose-a-key", test_two_programs_do_not_lose_a_key);
  ADD ("a-failed-write-changes-nothing", test_a_failed_write_changes_nothing);
  ADD ("opens-with-a-passphrase", test_opens_with_a_passphrase);
  ADD ("opens-a-file-of-version-1", test_opens_a_file_of_version_1);
  return g_test_run ();
}
