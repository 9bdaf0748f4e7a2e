#include "store-fixture.h"
#include "vouch-audit-store.h"
#include "vouch-error.h"

static gpointer
read_audit (VouchConn *conn, gpointer data, GError **error)
{
  StoreFixture *self = data;
  static VouchAuditFindings findings;

  return vouch_audit_store_verify (conn, self->audit_key, vouch_signer_get_public_key (self->signer), &findings,
                                   error) ||
                 findings.bad_seq != 0
             ? &findings
             : NULL;
}

static VouchAuditFindings
verify (StoreFixture *self, GError **error)
{
  VouchAuditFindings *findings = vouch_db_read (self->db, read_audit, self, error);

  return findings != NULL ? *findings : (VouchAuditFindings){ .bad_seq = -1 };
}

static void
assert_holds (StoreFixture *self)
{
  g_autoptr (GError) error = NULL;

  verify (self, &error);
  g_assert_no_error (error);
}

/* @sql is found out, at entry @seq. */
static void
assert_found (StoreFixture *self, const char *sql, gint64 seq)
{
  g_autoptr (GError) error = NULL;
  VouchAuditFindings findings;

  assert_holds (self);
  store_fixture_tamper (self, sql);
  findings = verify (self, &error);
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE);
  g_test_message ("%s", error->message);
  g_assert_cmpint (findings.bad_seq, ==, seq);
}

static gpointer
write_anchor (VouchConn *conn, gpointer data, GError **error)
{
  StoreFixture *self = data;

  return vouch_audit_store_anchor (conn, vouch_clock_now (self->clock), self->signer, error) ? data : NULL;
}

static void
anchor (StoreFixture *self)
{
  g_autoptr (GError) error = NULL;

  vouch_db_write (self->db, write_anchor, self, &error);
  g_assert_no_error (error);
}

/* Five acts: four parties, the first of them changed by the fifth act. */
static void
set_up (StoreFixture *self, gconstpointer data)
{
  static const char *const codes[] = { "A", "B", "C", "D" };
  g_autoptr (VouchParty) first = NULL;

  store_fixture_set_up (self, data);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (VouchParty) party = store_fixture_make_party (self, codes[i]);

      store_fixture_put (self, party, TRUE, NULL);
      if (i == 0)
        first = g_steal_pointer (&party);
    }
  first->state = VOUCH_PARTY_STATE_SUSPENDED;
  store_fixture_put (self, first, FALSE, NULL);
}

static void
test_what_was_written_holds (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  VouchAuditFindings findings;

  anchor (self);
  findings = verify (self, &error);
  g_assert_no_error (error);
  g_assert_cmpint (findings.entries, ==, 5);
  g_assert_cmpint (findings.rows, ==, 4);
  g_assert_cmpint (findings.anchors, ==, 1);
  g_assert_cmpint (findings.bad_seq, ==, 0);
}

static void
test_an_entry_cannot_be_changed_in_passing (StoreFixture *self, gconstpointer data)
{
  static const char *const tables[] = { "audit_entry", "audit_row", "idempotency" };
  g_autoptr (VouchConn) conn = vouch_conn_open (self->path, VOUCH_CONN_WRITE, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *change = g_strdup_printf ("UPDATE %s SET rowid = rowid", tables[i]);
      g_autofree char *drop = g_strdup_printf ("DELETE FROM %s", tables[i]);
      g_autoptr (GError) error = NULL;

      if (!g_str_equal (tables[i], "audit_row"))
        {
          g_assert_false (vouch_conn_exec (conn, change, &error));
          g_clear_error (&error);
        }
      g_assert_false (vouch_conn_exec (conn, drop, &error));
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
    }
}

static void
test_a_changed_entry_is_found (StoreFixture *self, gconstpointer data)
{
  assert_found (self, "UPDATE audit_entry SET at = at + 1 WHERE seq = 3", 3);
}

static void
test_every_column_of_an_entry_is_covered (StoreFixture *self, gconstpointer data)
{
  static const char *const changes[] = {
    "offset_s = 0",   "station = 2",     "epoch = 9",      "actor_id = 5",
    "use_case = 'x'", "request = x'00'", "digest = x'00'", "hash = x'00'",
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *save = g_strdup ("CREATE TABLE saved AS SELECT * FROM audit_entry WHERE seq = 2");
      g_autofree char *change = g_strdup_printf ("UPDATE audit_entry SET %s WHERE seq = 2", changes[i]);

      g_test_message ("%s", changes[i]);
      store_fixture_tamper (self, save);
      assert_found (self, change, 2);
      store_fixture_tamper (self, "DELETE FROM audit_entry WHERE seq = 2;"
                                  "INSERT INTO audit_entry SELECT * FROM saved; DROP TABLE saved");
    }
  assert_holds (self);
}

static void
test_a_deleted_entry_is_found (StoreFixture *self, gconstpointer data)
{
  assert_found (self, "DELETE FROM audit_row WHERE seq = 2; DELETE FROM audit_entry WHERE seq = 2", 2);
}

static void
test_exchanged_entries_are_found (StoreFixture *self, gconstpointer data)
{
  assert_found (self,
                "UPDATE audit_entry SET seq = -seq WHERE seq IN (2, 3);"
                "UPDATE audit_entry SET seq = seq + 5 WHERE seq < 0;"
                "UPDATE audit_row SET seq = 5 - seq WHERE seq = 2 AND position = 0 AND FALSE",
                2);
}

static void
test_an_inserted_entry_is_found (StoreFixture *self, gconstpointer data)
{
  assert_found (self,
                "INSERT INTO audit_entry SELECT 6, at, offset_s, station, epoch, actor_id, use_case, request, digest,"
                " hash FROM audit_entry WHERE seq = 5",
                6);
}

static void
test_a_forgotten_row_of_an_entry_is_found (StoreFixture *self, gconstpointer data)
{
  assert_found (self, "DELETE FROM audit_row WHERE seq = 4", 4);
}

static void
test_a_truncated_chain_is_found_by_its_anchor (StoreFixture *self, gconstpointer data)
{
  anchor (self);
  assert_found (self,
                "DELETE FROM audit_row WHERE seq = 5; DELETE FROM audit_entry WHERE seq = 5;"
                "UPDATE party SET state = 'candidate' WHERE code = 'A'",
                5);
}

static void
test_a_truncated_chain_is_found_by_the_rows_it_made (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_fixture_tamper (self, "DELETE FROM audit_row WHERE seq >= 4; DELETE FROM audit_entry WHERE seq >= 4");
  verify (self, &error);
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE);
}

/* Somebody who has the audit key, but not the signing key, writes the last act anew. */
static void
test_a_rehashed_chain_is_found_by_its_anchor (StoreFixture *self, gconstpointer data)
{
  g_autoptr (VouchParty) party = store_fixture_make_party (self, "E");
  g_autoptr (GError) error = NULL;
  VouchAuditFindings findings;

  store_fixture_put (self, party, TRUE, NULL);
  anchor (self);
  store_fixture_tamper (self, "DELETE FROM audit_row WHERE seq = 6; DELETE FROM audit_entry WHERE seq = 6;"
                              "DELETE FROM party WHERE code = 'E'");
  vouch_record_clear_field (vouch_record_find_field (&vouch_party_type, "name_en"), party);
  party->name_en = g_strdup ("Another name");
  store_fixture_put (self, party, TRUE, NULL);
  findings = verify (self, &error);
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE);
  g_assert_cmpint (findings.bad_seq, ==, 6);
}

static void
test_a_forged_anchor_is_found (StoreFixture *self, gconstpointer data)
{
  anchor (self);
  assert_found (self, "UPDATE audit_anchor SET at = at + 1", 5);
}

static void
test_another_audit_key_does_not_fit (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->audit_key[0] ^= 1;
  g_assert_cmpint (verify (self, &error).bad_seq, ==, 1);
}

static void
test_a_changed_business_row_is_found (StoreFixture *self, gconstpointer data)
{
  assert_found (self, "UPDATE party SET state = 'approved' WHERE code = 'A'", 5);
}

static void
test_a_deleted_business_row_is_found (StoreFixture *self, gconstpointer data)
{
  assert_found (self, "DELETE FROM party WHERE code = 'C'", 3);
}

static void
test_an_inserted_business_row_is_found (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_fixture_tamper (self, "INSERT INTO party SELECT id + 1, 'Z', name_en, name_zh, kind, state, NULL, NULL, NULL"
                              " FROM party WHERE code = 'D'");
  verify (self, &error);
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE);
  g_assert_nonnull (strstr (error->message, "party"));
}

/* Whoever repeats an act believes its first answer. */
static void
test_a_changed_answer_is_found (StoreFixture *self, gconstpointer data)
{
  assert_found (self, "UPDATE idempotency SET answer = x'00' WHERE seq = 3", 3);
}

static void
test_every_column_of_an_answer_is_covered (StoreFixture *self, gconstpointer data)
{
  static const char *const changes[] = { "key = key || 'x'", "use_case = 'test.other'", "content_hash = x'00'",
                                         "at = at + 1" };

  /* From the last entry on, so that each finds the one that was changed last. */
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      int seq = 5 - (int)i;
      g_autofree char *sql = g_strdup_printf ("UPDATE idempotency SET %s WHERE seq = %d", changes[i], seq);
      g_autoptr (GError) error = NULL;

      store_fixture_tamper (self, sql);
      g_assert_cmpint (verify (self, &error).bad_seq, ==, seq);
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE);
    }
}

/* An act whose answer is gone would be done once more. */
static void
test_a_deleted_answer_is_found (StoreFixture *self, gconstpointer data)
{
  assert_found (self, "DELETE FROM idempotency WHERE seq = 4", 4);
}

static void
test_an_answer_without_cover_is_found (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_fixture_tamper (self, "INSERT INTO idempotency SELECT key || 'x', use_case, content_hash, answer, at, NULL"
                              " FROM idempotency WHERE seq = 1");
  verify (self, &error);
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE);
}

static void
test_every_500th_entry_is_anchored (StoreFixture *self, gconstpointer data)
{
  for (int i = 5; i < 1003; i++)
    {
      g_autofree char *code = g_strdup_printf ("P%d", i);
      g_autoptr (VouchParty) party = store_fixture_make_party (self, code);

      store_fixture_put (self, party, TRUE, NULL);
    }
  g_assert_cmpint (store_fixture_ask (self, "SELECT count(*) FROM audit_anchor WHERE seq IN (500, 1000)"), ==, 2);
  g_assert_cmpint (store_fixture_ask (self, "SELECT count(*) FROM audit_anchor"), ==, 2);
  assert_holds (self);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, StoreFixture, NULL, set_up, test, store_fixture_tear_down)
  ADD ("/audit/what-was-written-holds", test_what_was_written_holds);
  ADD ("/audit/an-entry-cannot-be-changed-in-passing", test_an_entry_cannot_be_changed_in_passing);
  ADD ("/audit/a-changed-entry-is-found", test_a_changed_entry_is_found);
  ADD ("/audit/every-column-of-an-entry-is-covered", test_every_column_of_an_entry_is_covered);
  ADD ("/audit/a-deleted-entry-is-found", test_a_deleted_entry_is_found);
  ADD ("/audit/exchanged-entries-are-found", test_exchanged_entries_are_found);
  ADD ("/audit/an-inserted-entry-is-found", test_an_inserted_entry_is_found);
  ADD ("/audit/a-forgotten-row-of-an-entry-is-found", test_a_forgotten_row_of_an_entry_is_found);
  ADD ("/audit/a-truncated-chain-is-found-by-its-anchor", test_a_truncated_chain_is_found_by_its_anchor);
  ADD ("/audit/a-truncated-chain-is-found-by-the-rows-it-made", test_a_truncated_chain_is_found_by_the_rows_it_made);
  ADD ("/audit/a-rehashed-chain-is-found-by-its-anchor", test_a_rehashed_chain_is_found_by_its_anchor);
  ADD ("/audit/a-forged-anchor-is-found", test_a_forged_anchor_is_found);
  ADD ("/audit/another-audit-key-does-not-fit", test_another_audit_key_does_not_fit);
  ADD ("/audit/a-changed-business-row-is-found", test_a_changed_business_row_is_found);
  ADD ("/audit/a-deleted-business-row-is-found", test_a_deleted_business_row_is_found);
  ADD ("/audit/an-inserted-business-row-is-found", test_an_inserted_business_row_is_found);
  ADD ("/audit/a-changed-answer-is-found", test_a_changed_answer_is_found);
  ADD ("/audit/every-column-of-an-answer-is-covered", test_every_column_of_an_answer_is_covered);
  ADD ("/audit/a-deleted-answer-is-found", test_a_deleted_answer_is_found);
  ADD ("/audit/an-answer-without-cover-is-found", test_an_answer_without_cover_is_found);
  ADD ("/audit/every-500th-entry-is-anchored", test_every_500th_entry_is_anchored);
  return g_test_run ();
}
