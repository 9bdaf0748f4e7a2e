#include <glib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-takeover.h"

static VouchSigner *
make_signer (guint8 first)
{
  const guint8 seed[VOUCH_SIGNER_SEED_SIZE] = { first };

  return vouch_signer_new (seed);
}

static char *
make_trust (GBytes *administrators)
{
  g_autoptr (VouchTrustRecord) record = vouch_trust_record_new ();
  g_autoptr (VouchSigner) station = make_signer (1);

  record->station = 7;
  record->name = g_strdup ("一号 \"dock\" \\ 1");
  record->epoch = 2;
  record->administrators = administrators;
  return vouch_trust_record_write (record, station);
}

static char *
make_line (void)
{
  g_autofree char *trust = make_trust (NULL);
  g_autoptr (VouchSigner) administrator = make_signer (2);

  return vouch_takeover_write (trust, administrator);
}

static void
test_what_was_signed_is_read (void)
{
  g_autofree char *line = make_line ();
  g_autoptr (VouchSigner) administrator = make_signer (2);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchTakeover) takeover = vouch_takeover_read (line, -1, &error);

  g_assert_no_error (error);
  g_assert_true (vouch_takeover_is_one (line, strlen (line)));
  g_assert_cmpint (takeover->trust->station, ==, 7);
  g_assert_cmpint (takeover->trust->epoch, ==, 2);
  g_assert_cmpstr (takeover->trust->name, ==, "一号 \"dock\" \\ 1");
  g_assert_cmpmem (takeover->administrator, 32, vouch_signer_get_public_key (administrator), 32);
  g_assert_null (strchr (line, '\n'));
}

static void
test_whatever_was_changed_is_refused (void)
{
  g_autofree char *line = make_line ();

  for (gsize at = 0; line[at] != '\0'; at++)
    {
      const char was = line[at];
      g_autoptr (VouchTakeover) takeover = NULL;
      g_autoptr (GError) error = NULL;

      line[at] = was == 'a' ? 'b' : 'a';
      takeover = vouch_takeover_read (line, -1, &error);
      line[at] = was;
      g_assert_null (takeover);
      g_assert_true (g_error_matches (error, VOUCH_ERROR, VOUCH_ERROR_INVALID) ||
                     g_error_matches (error, VOUCH_ERROR, VOUCH_ERROR_DENIED));
    }
  for (gsize length = 0; length < strlen (line); length++)
    g_assert_null (vouch_takeover_read (line, (gssize)length, NULL));
}

static void
test_a_publication_is_none (void)
{
  g_autofree char *trust = make_trust (NULL);
  g_autofree char *spaces = g_strnfill (VOUCH_TAKEOVER_MAX + 1, ' ');

  g_assert_false (vouch_takeover_is_one (trust, strlen (trust)));
  g_assert_null (vouch_takeover_read (trust, -1, NULL));
  g_assert_null (vouch_takeover_read (spaces, -1, NULL));
}

static void
check_administrators (gsize length, gboolean is_good)
{
  g_autofree char *content = g_strnfill (length, 'k');
  g_autofree char *trust = make_trust (g_bytes_new (content, length));
  g_autoptr (VouchTrustRecord) record = vouch_trust_record_read (trust, -1, NULL);

  g_assert_cmpint (record != NULL, ==, is_good);
  if (is_good)
    g_assert_cmpuint (g_bytes_get_size (record->administrators), ==, length);
}

static void
test_a_trust_record_names_whole_keys (void)
{
  check_administrators (0, TRUE);
  check_administrators (32, TRUE);
  check_administrators (32 * VOUCH_TRUST_ADMINISTRATORS_MAX, TRUE);
  check_administrators (31, FALSE);
  check_administrators (33, FALSE);
  check_administrators (32 * (VOUCH_TRUST_ADMINISTRATORS_MAX + 1), FALSE);
}

static void
test_a_record_of_before_names_none (void)
{
  g_autofree char *trust = make_trust (NULL);
  g_autoptr (VouchTrustRecord) record = vouch_trust_record_read (trust, -1, NULL);

  g_assert_nonnull (record);
  g_assert_null (record->administrators);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/takeover/what-was-signed-is-read", test_what_was_signed_is_read);
  g_test_add_func ("/takeover/whatever-was-changed-is-refused", test_whatever_was_changed_is_refused);
  g_test_add_func ("/takeover/a-publication-is-none", test_a_publication_is_none);
  g_test_add_func ("/takeover/a-trust-record-names-whole-keys", test_a_trust_record_names_whole_keys);
  g_test_add_func ("/takeover/a-record-of-before-names-none", test_a_record_of_before_names_none);
  return g_test_run ();
}
