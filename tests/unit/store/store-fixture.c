#include "store-fixture.h"

#include <glib/gstdio.h>

#define NOON G_GINT64_CONSTANT (1780027200000000) /* 2026-05-29T04:00:00Z */

void
store_fixture_open (StoreFixture *self)
{
  g_autoptr (GError) error = NULL;

  self->db = vouch_db_open (self->directory, "test", VOUCH_DB_OWN, &error);
  g_assert_no_error (error);
}

void
store_fixture_close (StoreFixture *self)
{
  g_autoptr (GError) error = NULL;

  vouch_db_close (g_steal_pointer (&self->db), &error);
  g_assert_no_error (error);
}

void
store_fixture_set_up (StoreFixture *self, gconstpointer data)
{
  static const guint8 seed[32] = { 7 };
  g_autoptr (GError) error = NULL;

  self->directory = g_dir_make_tmp ("vouch-store-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->directory, "station.db", NULL);
  self->clock = vouch_clock_new_fixed (NOON, 8 * 3600);
  self->ids = vouch_id_source_new (self->clock, 1);
  self->signer = vouch_signer_new (seed);
  memset (self->audit_key, 9, sizeof self->audit_key);
  self->context = (VouchTxContext){
    .clock = self->clock,
    .ids = self->ids,
    .station = 1,
    .epoch = 1,
    .audit_key = self->audit_key,
    .signer = self->signer,
  };
  store_fixture_open (self);
}

void
store_fixture_tear_down (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (self->db != NULL)
    store_fixture_close (self);
  dir = g_dir_open (self->directory, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->directory, name, NULL);

      g_remove (path);
    }
  g_remove (self->directory);
  vouch_signer_free (self->signer);
  vouch_id_source_free (self->ids);
  vouch_clock_unref (self->clock);
  g_free (self->directory);
  g_free (self->path);
}

VouchParty *
store_fixture_make_party (StoreFixture *self, const char *code)
{
  VouchParty *party = vouch_party_new ();

  party->id = vouch_id_source_next (self->ids);
  party->code = g_strdup (code);
  party->name_en = g_strdup ("Qinghe Foods");
  party->name_zh = g_strdup ("清禾食品");
  return party;
}

typedef struct
{
  StoreFixture *fixture;
  const VouchParty *party;
  gboolean is_new;
  const char *key;
} Put;

static gpointer
write_party (VouchConn *conn, gpointer data, GError **error)
{
  Put *put = data;
  g_autoptr (VouchTx) tx = vouch_tx_begin (conn, &put->fixture->context, error);
  g_autoptr (GBytes) answer = g_bytes_new_static ("done", 4);
  VouchTxEnd end = {
    .use_case = "test.put",
    .request_type = &vouch_party_type,
    .request = put->party,
    .key = put->key,
    .answer = answer,
  };
  gboolean commit_failed;

  if (tx == NULL || !(put->is_new ? vouch_tx_insert (tx, &vouch_party_type, put->party, error)
                                  : vouch_tx_update (tx, &vouch_party_type, put->party, error)))
    return NULL;
  return vouch_tx_commit (tx, &end, &commit_failed, error) ? put : NULL;
}

void
store_fixture_put (StoreFixture *self, const VouchParty *party, gboolean is_new, const char *key)
{
  g_autofree char *own_key = g_uuid_string_random ();
  Put put = { self, party, is_new, key != NULL ? key : own_key };
  g_autoptr (GError) error = NULL;

  vouch_db_write (self->db, write_party, &put, &error);
  g_assert_no_error (error);
}

typedef struct
{
  const char *sql;
  gint64 number;
} Question;

static gpointer
read_number (VouchConn *conn, gpointer data, GError **error)
{
  Question *question = data;

  return vouch_conn_get_number (conn, question->sql, &question->number, error) ? data : NULL;
}

gint64
store_fixture_ask (StoreFixture *self, const char *sql)
{
  Question question = { sql, 0 };
  g_autoptr (GError) error = NULL;

  vouch_db_read (self->db, read_number, &question, &error);
  g_assert_no_error (error);
  return question.number;
}

static char *
dup_text (VouchConn *conn, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchStmt) stmt = vouch_conn_prepare (conn, sql, &error);
  gboolean has_row;

  g_assert_no_error (error);
  vouch_stmt_step (stmt, &has_row, &error);
  g_assert_no_error (error);
  return has_row ? vouch_stmt_dup_text (stmt, 0) : NULL;
}

void
store_fixture_tamper (StoreFixture *self, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchConn) conn = vouch_conn_open (self->path, VOUCH_CONN_WRITE, &error);
  g_autofree char *drops = NULL;

  g_assert_no_error (error);
  drops = dup_text (conn, "SELECT group_concat ('DROP TRIGGER ' || name, ';') FROM sqlite_schema"
                          " WHERE type = 'trigger'");
  g_assert_true (drops == NULL || vouch_conn_exec (conn, drops, &error));
  g_assert_true (vouch_conn_exec (conn, "PRAGMA foreign_keys = OFF", &error));
  vouch_conn_exec (conn, sql, &error);
  g_assert_no_error (error);
}
