#include "store-fixture.h"
#include "vouch-answer-store.h"
#include "vouch-error.h"
#include "vouch-row.h"

#define KEY "6f1b1f0e-3d0a-4f4e-9a57-1d5c1c6f0001"

typedef struct
{
  StoreFixture *fixture;
  const VouchParty *party;
  const char *use_case;
  GBytes *answer;
} Search;

static gpointer
read_answer (VouchConn *conn, gpointer data, GError **error)
{
  Search *search = data;

  return vouch_answer_store_get (conn, KEY, search->use_case, &vouch_party_type, search->party, &search->answer, error)
             ? data
             : NULL;
}

static GBytes *
find_answer (StoreFixture *self, const VouchParty *party, const char *use_case, GError **error)
{
  Search search = { self, party, use_case, NULL };

  vouch_db_read (self->db, read_answer, &search, error);
  return search.answer;
}

static void
test_a_commit_leaves_row_audit_and_key (StoreFixture *self, gconstpointer data)
{
  g_autoptr (VouchParty) party = store_fixture_make_party (self, "A");

  store_fixture_put (self, party, TRUE, KEY);
  g_assert_cmpint (store_fixture_ask (self, "SELECT count(*) FROM party"), ==, 1);
  g_assert_cmpint (store_fixture_ask (self, "SELECT count(*) FROM audit_entry"), ==, 1);
  g_assert_cmpint (store_fixture_ask (self, "SELECT count(*) FROM audit_row"), ==, 2); /* the row, and the answer */
  g_assert_cmpint (store_fixture_ask (self, "SELECT count(*) FROM idempotency"), ==, 1);
}

static void
test_the_same_act_gets_its_first_answer (StoreFixture *self, gconstpointer data)
{
  g_autoptr (VouchParty) party = store_fixture_make_party (self, "A");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) answer = NULL;

  g_assert_null (find_answer (self, party, "test.put", &error));
  g_assert_no_error (error);
  store_fixture_put (self, party, TRUE, KEY);
  answer = find_answer (self, party, "test.put", &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (answer, NULL), g_bytes_get_size (answer), "done", 4);
}

static void
test_another_content_under_the_same_key_is_a_conflict (StoreFixture *self, gconstpointer data)
{
  g_autoptr (VouchParty) party = store_fixture_make_party (self, "A");
  g_autoptr (GError) error = NULL;

  store_fixture_put (self, party, TRUE, KEY);
  g_assert_null (find_answer (self, party, "test.other", &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
  g_clear_error (&error);
  party->state = VOUCH_PARTY_STATE_REMOVED;
  g_assert_null (find_answer (self, party, "test.put", &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
}

static gpointer
write_and_drop (VouchConn *conn, gpointer data, GError **error)
{
  Search *search = data;
  g_autoptr (VouchTx) tx = vouch_tx_begin (conn, &search->fixture->context, error);

  g_assert_true (vouch_tx_insert (tx, &vouch_party_type, search->party, error));
  return data;
}

static void
test_a_dropped_transaction_leaves_nothing (StoreFixture *self, gconstpointer data)
{
  g_autoptr (VouchParty) party = store_fixture_make_party (self, "A");
  Search search = { self, party, NULL, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (vouch_db_write (self->db, write_and_drop, &search, &error));
  g_assert_cmpint (store_fixture_ask (self, "SELECT count(*) FROM party"), ==, 0);
  store_fixture_put (self, party, TRUE, NULL); /* the connection is free for the next act */
}

static gpointer
write_twice (VouchConn *conn, gpointer data, GError **error)
{
  Search *search = data;
  g_autoptr (VouchTx) tx = vouch_tx_begin (conn, &search->fixture->context, error);

  return vouch_tx_insert (tx, &vouch_party_type, search->party, error) &&
                 vouch_tx_insert (tx, &vouch_party_type, search->party, error)
             ? data
             : NULL;
}

static void
test_a_refused_row_takes_its_act_back (StoreFixture *self, gconstpointer data)
{
  g_autoptr (VouchParty) party = store_fixture_make_party (self, "A");
  Search search = { self, party, NULL, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_null (vouch_db_write (self->db, write_twice, &search, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
  g_assert_cmpint (store_fixture_ask (self, "SELECT count(*) FROM party"), ==, 0);
  g_assert_cmpint (store_fixture_ask (self, "SELECT count(*) FROM audit_entry"), ==, 0);
}

static gpointer
write_moment (VouchConn *conn, gpointer data, GError **error)
{
  StoreFixture *self = data;
  g_autoptr (VouchTx) tx = vouch_tx_begin (conn, &self->context, error);
  gint64 first = vouch_tx_get_now (tx), id = vouch_tx_next_id (tx);

  vouch_clock_advance (self->clock, G_USEC_PER_SEC);
  g_assert_cmpint (vouch_tx_get_now (tx), ==, first);
  g_assert_cmpint (vouch_tx_get_today (tx), ==, 20260529);
  g_assert_cmpint (vouch_tx_next_id (tx), >, id);
  g_assert_true (vouch_tx_get_conn (tx) == conn);
  return data;
}

static void
test_an_act_has_one_moment (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  vouch_db_write (self->db, write_moment, self, &error);
  g_assert_no_error (error);
}

/* Late in the evening UTC it is the next day in the warehouse. */
static gpointer
write_today (VouchConn *conn, gpointer data, GError **error)
{
  StoreFixture *self = data;
  g_autoptr (VouchTx) tx = vouch_tx_begin (conn, &self->context, error);

  g_assert_cmpint (vouch_tx_get_today (tx), ==, 20260530);
  return data;
}

static void
test_today_is_the_warehouses_day (StoreFixture *self, gconstpointer data)
{
  vouch_clock_advance (self->clock, G_GINT64_CONSTANT (13) * 3600 * G_USEC_PER_SEC);
  vouch_db_write (self->db, write_today, self, NULL);
}

static void
test_a_clock_set_back_does_not_turn_the_order (StoreFixture *self, gconstpointer data)
{
  g_autoptr (VouchParty) first = store_fixture_make_party (self, "A");
  g_autoptr (VouchParty) second = NULL;

  store_fixture_put (self, first, TRUE, NULL);
  vouch_clock_advance (self->clock, G_GINT64_CONSTANT (-86400) * G_USEC_PER_SEC);
  second = store_fixture_make_party (self, "B");
  store_fixture_put (self, second, TRUE, NULL);
  g_assert_cmpint (second->id, >, first->id);
  g_assert_cmpint (store_fixture_ask (self, "SELECT max(seq) FROM audit_entry"), ==, 2);
}

static void
test_an_answer_that_was_changed_is_not_given (StoreFixture *self, gconstpointer data)
{
  g_autoptr (VouchParty) party = store_fixture_make_party (self, "A");
  g_autoptr (GError) error = NULL;

  store_fixture_put (self, party, TRUE, KEY);
  store_fixture_tamper (self, "UPDATE idempotency SET answer = x'00'");
  g_assert_null (find_answer (self, party, "test.put", &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, StoreFixture, NULL, store_fixture_set_up, test, store_fixture_tear_down)
  ADD ("/tx/a-commit-leaves-row-audit-and-key", test_a_commit_leaves_row_audit_and_key);
  ADD ("/tx/the-same-act-gets-its-first-answer", test_the_same_act_gets_its_first_answer);
  ADD ("/tx/another-content-under-the-same-key-is-a-conflict", test_another_content_under_the_same_key_is_a_conflict);
  ADD ("/tx/a-dropped-transaction-leaves-nothing", test_a_dropped_transaction_leaves_nothing);
  ADD ("/tx/a-refused-row-takes-its-act-back", test_a_refused_row_takes_its_act_back);
  ADD ("/tx/an-answer-that-was-changed-is-not-given", test_an_answer_that_was_changed_is_not_given);
  ADD ("/tx/an-act-has-one-moment", test_an_act_has_one_moment);
  ADD ("/tx/today-is-the-warehouses-day", test_today_is_the_warehouses_day);
  ADD ("/tx/a-clock-set-back-does-not-turn-the-order", test_a_clock_set_back_does_not_turn_the_order);
  return g_test_run ();
}
