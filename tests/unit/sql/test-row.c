#include "vouch-error.h"
#include "vouch-row.h"

/* A record with a field of every kind. */
typedef struct
{
  gint64 id;
  gint64 other_id;
  char *text;
  gint64 quantity;
  char *unit;
  gint64 number;
  VouchDate date;
  gint64 at;
  int colour;
  gboolean flag;
  GBytes *bytes;
  char *secret;
} Sample;

static const char *const colour_names[] = { "red", "green", NULL };
static const VouchEnum colours = { colour_names };

static const VouchField fields[] = {
  VOUCH_FIELD (Sample, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (Sample, other_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (Sample, text, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (Sample, quantity, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (Sample, unit, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (Sample, secret, TEXT, VOUCH_FIELD_SECRET),
  VOUCH_FIELD (Sample, number, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (Sample, date, DATE, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (Sample, at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (Sample, colour, colours, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (Sample, flag, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (Sample, bytes, BYTES, VOUCH_FIELD_PLAIN),
};

static const VouchRecordType sample_type = {
  .name = "sample", .size = sizeof (Sample), .fields = fields, .n_fields = G_N_ELEMENTS (fields)
};

static void
sample_free (gpointer sample)
{
  vouch_record_free (&sample_type, sample);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sample, sample_free)

static VouchConn *
open_table (void)
{
  g_autoptr (GError) error = NULL;
  VouchConn *conn = vouch_conn_open (NULL, VOUCH_CONN_MEMORY, &error);

  vouch_conn_exec (
      conn,
      "CREATE TABLE sample (id INTEGER PRIMARY KEY, other_id INTEGER, text TEXT, quantity INTEGER NOT NULL,"
      " unit TEXT, number INTEGER NOT NULL, date INTEGER, at INTEGER,"
      " colour TEXT NOT NULL CHECK (colour IN ('red', 'green')), flag INTEGER NOT NULL, bytes BLOB) STRICT",
      &error);
  g_assert_no_error (error);
  return conn;
}

static Sample *
make_full (gint64 id)
{
  Sample *sample = vouch_record_new (&sample_type);

  sample->id = id;
  sample->other_id = G_MAXINT64;
  sample->text = g_strdup ("<span size='9999999'>清禾'; DROP TABLE sample;-- %s%n");
  sample->quantity = G_MININT64;
  sample->unit = g_strdup ("kg");
  sample->secret = g_strdup ("271828");
  sample->number = -1;
  sample->date = 20280229;
  sample->at = G_GINT64_CONSTANT (4102444800000000);
  sample->colour = 1;
  sample->flag = TRUE;
  sample->bytes = g_bytes_new_static ("\0\1\377", 3);
  return sample;
}

static Sample *
load (VouchConn *conn, gint64 id)
{
  g_autoptr (GError) error = NULL;
  Sample *sample = vouch_row_load (conn, &sample_type, id, &error);

  g_assert_no_error (error);
  return sample;
}

static void
assert_same (const Sample *a, const Sample *b)
{
  g_autoptr (GBytes) first = vouch_record_encode (&sample_type, a);
  g_autoptr (GBytes) second = vouch_record_encode (&sample_type, b);

  g_assert_true (g_bytes_equal (first, second));
}

static void
test_every_kind_of_field_comes_back (void)
{
  g_autoptr (VouchConn) conn = open_table ();
  g_autoptr (Sample) sample = make_full (1);
  g_autoptr (Sample) read = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (vouch_row_insert (conn, &sample_type, sample, &error));
  g_assert_no_error (error);
  read = load (conn, 1);
  assert_same (sample, read);
}

static void
test_none_comes_back_as_none (void)
{
  g_autoptr (VouchConn) conn = open_table ();
  g_autoptr (Sample) sample = vouch_record_new (&sample_type);
  g_autoptr (Sample) read = NULL;
  gint64 nulls = 0;

  sample->id = 2;
  g_assert_true (vouch_row_insert (conn, &sample_type, sample, NULL));
  read = load (conn, 2);
  assert_same (sample, read);
  g_assert_null (read->text);
  g_assert_null (read->bytes);
  vouch_conn_get_number (conn,
                         "SELECT (other_id IS NULL) + (text IS NULL) + (date IS NULL) + (at IS NULL) + (bytes IS NULL)"
                         " FROM sample",
                         &nulls, NULL);
  g_assert_cmpint (nulls, ==, 5);
}

static void
test_an_empty_text_is_not_none (void)
{
  g_autoptr (VouchConn) conn = open_table ();
  g_autoptr (Sample) sample = vouch_record_new (&sample_type);
  g_autoptr (Sample) read = NULL;

  sample->id = 3;
  sample->text = g_strdup ("");
  sample->bytes = g_bytes_new_static ("", 0);
  g_assert_true (vouch_row_insert (conn, &sample_type, sample, NULL));
  read = load (conn, 3);
  g_assert_cmpstr (read->text, ==, "");
  g_assert_nonnull (read->bytes);
}

static void
test_a_secret_is_never_stored (void)
{
  g_autoptr (VouchConn) conn = open_table ();
  g_autoptr (Sample) sample = make_full (1);
  g_autoptr (Sample) read = NULL;

  g_assert_true (vouch_row_insert (conn, &sample_type, sample, NULL));
  read = load (conn, 1);
  g_assert_null (read->secret);
}

static void
test_an_update_changes_the_one_row (void)
{
  g_autoptr (VouchConn) conn = open_table ();
  g_autoptr (Sample) first = make_full (1), second = make_full (2);
  g_autoptr (Sample) read = NULL, untouched = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (vouch_row_insert (conn, &sample_type, first, NULL));
  g_assert_true (vouch_row_insert (conn, &sample_type, second, NULL));
  vouch_record_clear_field (vouch_record_find_field (&sample_type, "text"), first);
  first->quantity = 7;
  g_assert_true (vouch_row_update (conn, &sample_type, first, &error));
  read = load (conn, 1);
  untouched = load (conn, 2);
  assert_same (first, read);
  assert_same (second, untouched);
}

static void
test_a_row_that_is_not_there_is_not_found (void)
{
  g_autoptr (VouchConn) conn = open_table ();
  g_autoptr (Sample) sample = make_full (9);
  g_autoptr (GError) error = NULL;

  g_assert_false (vouch_row_update (conn, &sample_type, sample, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (vouch_row_load (conn, &sample_type, 9, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "sample"));
}

static void
test_the_same_id_twice_is_a_conflict (void)
{
  g_autoptr (VouchConn) conn = open_table ();
  g_autoptr (Sample) sample = make_full (1);
  g_autoptr (GError) error = NULL;

  g_assert_true (vouch_row_insert (conn, &sample_type, sample, &error));
  g_assert_false (vouch_row_insert (conn, &sample_type, sample, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
}

static void
test_nothing_found_is_no_error (void)
{
  g_autoptr (VouchConn) conn = open_table ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  g_assert_null (vouch_row_find (conn, &sample_type, "WHERE text = ?1", "x", &error));
  g_assert_no_error (error);
  g_assert_null (vouch_row_find_by_id (conn, &sample_type, "WHERE other_id = ?1", 5, &error));
  g_assert_no_error (error);
  rows = vouch_row_list_by_id (conn, &sample_type, "WHERE other_id = ?1", 5, sample_free, &error);
  g_assert_nonnull (rows);
  g_assert_cmpuint (rows->len, ==, 0);
}

static void
test_a_list_keeps_its_order (void)
{
  g_autoptr (VouchConn) conn = open_table ();
  g_autoptr (GPtrArray) rows = NULL;

  for (int i = 1; i <= 5; i++)
    {
      g_autoptr (Sample) sample = make_full (i);

      g_assert_true (vouch_row_insert (conn, &sample_type, sample, NULL));
    }
  rows =
      vouch_row_list_by_id (conn, &sample_type, "WHERE other_id = ?1 ORDER BY id DESC", G_MAXINT64, sample_free, NULL);
  g_assert_cmpuint (rows->len, ==, 5);
  for (guint i = 0; i < rows->len; i++)
    g_assert_cmpint (((Sample *)g_ptr_array_index (rows, i))->id, ==, 5 - i);
}

static void
test_a_bad_query_is_an_error_and_not_an_empty_list (void)
{
  g_autoptr (VouchConn) conn = open_table ();
  g_autoptr (GError) error = NULL;

  g_assert_null (vouch_row_list_by_id (conn, &sample_type, "WHERE nothing = ?1", 1, sample_free, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/row/every-kind-of-field-comes-back", test_every_kind_of_field_comes_back);
  g_test_add_func ("/row/none-comes-back-as-none", test_none_comes_back_as_none);
  g_test_add_func ("/row/an-empty-text-is-not-none", test_an_empty_text_is_not_none);
  g_test_add_func ("/row/a-secret-is-never-stored", test_a_secret_is_never_stored);
  g_test_add_func ("/row/an-update-changes-the-one-row", test_an_update_changes_the_one_row);
  g_test_add_func ("/row/a-row-that-is-not-there-is-not-found", test_a_row_that_is_not_there_is_not_found);
  g_test_add_func ("/row/the-same-id-twice-is-a-conflict", test_the_same_id_twice_is_a_conflict);
  g_test_add_func ("/row/nothing-found-is-no-error", test_nothing_found_is_no_error);
  g_test_add_func ("/row/a-list-keeps-its-order", test_a_list_keeps_its_order);
  g_test_add_func ("/row/a-bad-query-is-an-error-and-not-an-empty-list",
                   test_a_bad_query_is_an_error_and_not_an_empty_list);
  return g_test_run ();
}
