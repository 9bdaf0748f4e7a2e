#include <glib.h>

#include "vouch-base64url.h"
#include "vouch-error.h"
#include "vouch-hex.h"
#include "vouch-publication.h"
#include "vouch-trust-record.h"

static VouchSigner *
make_signer (guint8 first)
{
  const guint8 seed[VOUCH_SIGNER_SEED_SIZE] = { first };

  return vouch_signer_new (seed);
}

static VouchPublication *
make_publication (gint64 seq, const char *body)
{
  g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));

  return vouch_publication_new (7, 2, seq, VOUCH_PUBLICATION_PUBLIC_RECORD, bytes);
}

/* The lines come from tests/support/trace_reference.py, which shares no code with us. */
static void
test_format_is_the_published_one (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "trace", "publication-vectors.jsonl", NULL);
  g_autofree char *content = NULL;
  g_auto (GStrv) line = NULL;
  guint8 seed[VOUCH_SIGNER_SEED_SIZE], prev[VOUCH_HASH_SIZE] = { 0 };
  g_autoptr (VouchSigner) signer = NULL;
  guint n_lines = 0;

  for (guint i = 0; i < sizeof seed; i++)
    seed[i] = (guint8)i;
  signer = vouch_signer_new (seed);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  line = g_strsplit (content, "\n", -1);
  for (guint i = 0; line[i] != NULL && *line[i] != '\0'; i++, n_lines++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (VouchPublication) read = vouch_publication_read (line[i], -1, &error);
      g_autofree char *written = NULL;

      g_assert_no_error (error);
      g_assert_true (vouch_publication_verify (read, vouch_signer_get_public_key (signer)));
      if (read->seq > 1)
        g_assert_cmpmem (read->prev, sizeof read->prev, prev, sizeof prev);
      written = vouch_publication_write (signer, read, prev);
      g_assert_cmpstr (written, ==, line[i]);
    }
  g_assert_cmpuint (n_lines, ==, 5);
}

static void
test_a_line_comes_back (void)
{
  g_autoptr (VouchSigner) signer = make_signer (1);
  g_autoptr (VouchSigner) other = make_signer (2);
  g_autoptr (VouchPublication) made = make_publication (1, "{\"lot\":\"A\"}");
  guint8 hash[VOUCH_HASH_SIZE], expected[VOUCH_HASH_SIZE];
  g_autofree char *line = vouch_publication_write (signer, made, hash);
  g_autofree char *fed = g_strconcat (line, "\n", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchPublication) read = vouch_publication_read (fed, -1, &error);

  g_assert_no_error (error);
  g_assert_null (strchr (line, '\n'));
  g_assert_cmpuint (read->station, ==, 7);
  g_assert_cmpint (read->epoch, ==, 2);
  g_assert_cmpint (read->seq, ==, 1);
  g_assert_cmpstr (read->type, ==, "public-record");
  g_assert_true (g_bytes_equal (read->body, made->body));
  vouch_hash (NULL, 0, "{\"lot\":\"A\"}", 11, expected, sizeof expected);
  g_assert_cmpmem (hash, sizeof hash, expected, sizeof expected);
  g_assert_true (vouch_publication_verify (read, vouch_signer_get_public_key (signer)));
  g_assert_false (vouch_publication_verify (read, vouch_signer_get_public_key (other)));
}

static void
test_every_field_is_signed (void)
{
  g_autoptr (VouchSigner) signer = make_signer (1);
  const guint8 *key = vouch_signer_get_public_key (signer);
  g_autoptr (VouchPublication) made = make_publication (2, "body");
  g_autofree char *line = vouch_publication_write (signer, made, NULL);
  g_autoptr (VouchPublication) read = vouch_publication_read (line, -1, NULL);
  g_autoptr (GBytes) body = g_bytes_new_static ("bodx", 4);

  g_assert_true (vouch_publication_verify (read, key));
  read->station++;
  g_assert_false (vouch_publication_verify (read, key));
  read->station--;
  read->epoch++;
  g_assert_false (vouch_publication_verify (read, key));
  read->epoch--;
  read->seq++;
  g_assert_false (vouch_publication_verify (read, key));
  read->seq--;
  read->prev[31] ^= 1;
  g_assert_false (vouch_publication_verify (read, key));
  read->prev[31] ^= 1;
  read->type[0] ^= 1;
  g_assert_false (vouch_publication_verify (read, key));
  read->type[0] ^= 1;
  read->signature[0] ^= 1;
  g_assert_false (vouch_publication_verify (read, key));
  read->signature[0] ^= 1;
  g_assert_true (vouch_publication_verify (read, key));
  g_bytes_unref (read->body);
  read->body = g_bytes_ref (body);
  g_assert_false (vouch_publication_verify (read, key));
}

static void
test_reads_types_of_later_versions (void)
{
  g_autoptr (VouchSigner) signer = make_signer (1);
  g_autoptr (GBytes) body = g_bytes_new_static ("\0\xff", 2);
  g_autoptr (VouchPublication) made = vouch_publication_new (1, 1, 1, "lab-report-2", body);
  g_autofree char *line = vouch_publication_write (signer, made, NULL);
  g_autoptr (VouchPublication) read = vouch_publication_read (line, -1, NULL);

  g_assert_true (vouch_publication_verify (read, vouch_signer_get_public_key (signer)));
  g_assert_cmpstr (read->type, ==, "lab-report-2");
}

static void
replace_and_refuse (const char *line, const char *from, const char *to, const char *field)
{
  g_autoptr (GString) changed = g_string_new (line);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_string_replace (changed, from, to, 1), ==, 1);
  if (vouch_publication_read (changed->str, (gssize)changed->len, &error) != NULL)
    g_error ("“%s” was read", changed->str);
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_assert_cmpstr (vouch_error_get_field (error), ==, field);
}

static void
test_refuses_what_makes_no_sense (void)
{
  g_autoptr (VouchSigner) signer = make_signer (1);
  g_autoptr (VouchPublication) made = make_publication (1, "body!");
  g_autofree char *line = vouch_publication_write (signer, made, NULL);

  replace_and_refuse (line, "\"v\":1", "\"v\":2", "v");
  replace_and_refuse (line, "\"v\":1", "\"v\":\"1\"", "v");
  replace_and_refuse (line, "\"v\":1,", "", "v");
  replace_and_refuse (line, "\"v\":1", "\"v\":1,\"v\":1", NULL);
  replace_and_refuse (line, "\"station\":7", "\"station\":0", "station");
  replace_and_refuse (line, "\"station\":7", "\"station\":1024", "station");
  replace_and_refuse (line, "\"station\":7", "\"station\":18446744073709551623", NULL);
  replace_and_refuse (line, "\"epoch\":2", "\"epoch\":0", "epoch");
  replace_and_refuse (line, "\"seq\":1", "\"seq\":-1", "seq");
  replace_and_refuse (line, "\"seq\":1", "\"seq\":0", "seq");
  replace_and_refuse (line, "\"seq\":1", "\"seq\":1.5", "seq");
  replace_and_refuse (line, "\"prev\":\"00", "\"prev\":\"0", "prev");
  replace_and_refuse (line, "\"prev\":\"00", "\"prev\":\"01", "seq");
  replace_and_refuse (line, "\"prev\":\"00", "\"prev\":\"0A", "prev");
  replace_and_refuse (line, "public-record", "", "type");
  replace_and_refuse (line, "public-record", "Public", "type");
  replace_and_refuse (line, "public-record", "trust", "seq");
  replace_and_refuse (line, "public-record", "01234567890123456789012345678901234567890", "type");
  replace_and_refuse (line, "Ym9keSE", "Ym9keSE=", "body");
  replace_and_refuse (line, "Ym9keSE", "Ym9keSF", "body");
  replace_and_refuse (line, "Ym9keSE", "Ym9k+SE", "body");
  replace_and_refuse (line, "\"sig\":\"", "\"sig\":\"00", "sig");
  replace_and_refuse (line, "\"}", "\"},", NULL);
}

static void
test_refuses_what_is_cut_or_too_long (void)
{
  g_autoptr (VouchSigner) signer = make_signer (1);
  g_autoptr (VouchPublication) made = make_publication (1, "body");
  g_autofree char *line = vouch_publication_write (signer, made, NULL);
  g_autofree char *spaces = g_strnfill (VOUCH_PUBLICATION_MAX + 1, ' ');

  for (gsize length = 0; length < strlen (line); length++)
    g_assert_null (vouch_publication_read (line, (gssize)length, NULL));
  g_assert_null (vouch_publication_read (spaces, -1, NULL));
  g_assert_null (vouch_publication_read ("<html>Please log in</html>", -1, NULL));
}

/* RFC 4648, section 10. */
static void
test_base64url_has_one_spelling (void)
{
  static const char *const plain[] = { "", "f", "fo", "foo", "foob", "fooba", "foobar" };
  static const char *const coded[] = { "", "Zg", "Zm8", "Zm9v", "Zm9vYg", "Zm9vYmE", "Zm9vYmFy" };
  static const char *const wrong[] = { "Z", "Zg==", "Zh", "Zm9", "Zm9vY", "Zm 9", "Zm9v\n", "++++", "////" };
  guint8 all[256];
  g_autofree char *text = NULL;
  g_autoptr (GBytes) back = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      g_autofree char *written = vouch_base64url_write (plain[i], strlen (plain[i]));
      g_autoptr (GBytes) read = vouch_base64url_read (coded[i]);

      g_assert_cmpstr (written, ==, coded[i]);
      g_assert_cmpmem (g_bytes_get_data (read, NULL), g_bytes_get_size (read), plain[i], strlen (plain[i]));
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_null (vouch_base64url_read (wrong[i]));
  for (guint i = 0; i < sizeof all; i++)
    all[i] = (guint8)i;
  text = vouch_base64url_write (all, sizeof all);
  back = vouch_base64url_read (text);
  g_assert_cmpmem (g_bytes_get_data (back, NULL), g_bytes_get_size (back), all, sizeof all);
  g_assert_nonnull (strstr (text, "-_"));
}

static VouchTrustRecord *
make_trust (void)
{
  VouchTrustRecord *record = vouch_trust_record_new ();

  record->station = 7;
  record->name = g_strdup ("一号收货台");
  record->host = g_strdup ("q.example.cn");
  record->epoch = 1;
  record->created_at = 1767231000000000;
  record->desk_key = g_bytes_new ("01234567890123456789012345678901", 32);
  return record;
}

static void
test_trust_proves_itself (void)
{
  g_autoptr (VouchSigner) signer = make_signer (1);
  g_autoptr (VouchTrustRecord) made = make_trust ();
  g_autofree char *line = vouch_trust_record_write (made, signer);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchTrustRecord) read = vouch_trust_record_read (line, -1, &error);

  g_assert_no_error (error);
  g_assert_cmpint (read->station, ==, 7);
  g_assert_cmpstr (read->name, ==, "一号收货台");
  g_assert_cmpmem (g_bytes_get_data (read->public_key, NULL), 32, vouch_signer_get_public_key (signer), 32);
  g_assert_true (g_bytes_equal (read->desk_key, made->desk_key));
}

static void
test_trust_in_anothers_name_is_refused (void)
{
  g_autoptr (VouchSigner) signer = make_signer (1);
  g_autoptr (VouchSigner) thief = make_signer (2);
  g_autoptr (VouchTrustRecord) made = make_trust ();
  g_autofree char *line = vouch_trust_record_write (made, signer);
  g_autoptr (VouchPublication) publication = vouch_publication_read (line, -1, NULL);
  g_autofree char *stolen = vouch_publication_write (thief, publication, NULL);
  g_autofree char *moved = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (vouch_trust_record_read (stolen, -1, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  publication->station = 8;
  moved = vouch_publication_write (signer, publication, NULL);
  g_assert_null (vouch_trust_record_read (moved, -1, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/publication/format-is-the-published-one", test_format_is_the_published_one);
  g_test_add_func ("/publication/a-line-comes-back", test_a_line_comes_back);
  g_test_add_func ("/publication/every-field-is-signed", test_every_field_is_signed);
  g_test_add_func ("/publication/reads-types-of-later-versions", test_reads_types_of_later_versions);
  g_test_add_func ("/publication/refuses-what-makes-no-sense", test_refuses_what_makes_no_sense);
  g_test_add_func ("/publication/refuses-what-is-cut-or-too-long", test_refuses_what_is_cut_or_too_long);
  g_test_add_func ("/base64url/has-one-spelling", test_base64url_has_one_spelling);
  g_test_add_func ("/trust/proves-itself", test_trust_proves_itself);
  g_test_add_func ("/trust/in-anothers-name-is-refused", test_trust_in_anothers_name_is_refused);
  return g_test_run ();
}
