#include "store-fixture.h"
#include "vouch-record-types.h"
#include "vouch-scan-trace.h"

/* What a column of a STRICT table has to be for a field's kind. */
static const char *
get_column_type (VouchFieldKind kind)
{
  if (kind == VOUCH_FIELD_TEXT || kind == VOUCH_FIELD_ENUM)
    return "TEXT";
  return kind == VOUCH_FIELD_BYTES ? "BLOB" : "INTEGER";
}

static void
assert_columns (VouchConn *conn, const VouchRecordType *type)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchStmt) stmt =
      vouch_conn_prepare (conn, "SELECT name, type, pk FROM pragma_table_info (?1) ORDER BY cid", &error);
  gboolean has_row;

  g_assert_no_error (error);
  vouch_stmt_bind_text (stmt, 1, type->name);
  for (guint i = 0; i < type->n_fields; i++)
    {
      if (type->fields[i].flags & VOUCH_FIELD_SECRET)
        continue;
      g_assert_true (vouch_stmt_step (stmt, &has_row, &error));
      g_assert_true (has_row);
      g_test_message ("%s.%s", type->name, type->fields[i].name);
      g_assert_cmpstr (vouch_stmt_get_text (stmt, 0), ==, type->fields[i].name);
      g_assert_cmpstr (vouch_stmt_get_text (stmt, 1), ==, get_column_type (type->fields[i].kind));
      g_assert_cmpint (vouch_stmt_get_number (stmt, 2), ==, i == 0);
    }
  g_assert_true (vouch_stmt_step (stmt, &has_row, &error));
  g_assert_false (has_row); /* no column without a field: it would not be in the audit */
}

static gpointer
read_columns (VouchConn *conn, gpointer data, GError **error)
{
  for (guint i = 0; vouch_record_types[i] != NULL; i++)
    assert_columns (conn, vouch_record_types[i]);
  assert_columns (conn, &vouch_scan_trace_type);
  return data;
}

static void
test_every_record_has_a_table_with_its_columns (StoreFixture *self, gconstpointer data)
{
  g_assert_nonnull (vouch_db_read (self->db, read_columns, self, NULL));
}

static char *
dup_definition (VouchConn *conn, const char *table)
{
  g_autoptr (VouchStmt) stmt =
      vouch_conn_prepare (conn, "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?1", NULL);
  gboolean has_row;

  vouch_stmt_bind_text (stmt, 1, table);
  g_assert_true (vouch_stmt_step (stmt, &has_row, NULL) && has_row);
  return vouch_stmt_dup_text (stmt, 0);
}

static void
assert_enums (VouchConn *conn, const VouchRecordType *type)
{
  g_autofree char *definition = dup_definition (conn, type->name);

  for (guint j = 0; j < type->n_fields; j++)
    if (type->fields[j].kind == VOUCH_FIELD_ENUM)
      {
        g_autofree char *names = g_strjoinv ("', '", (char **)type->fields[j].values->names);
        g_autofree char *check = g_strdup_printf ("CHECK (\"%s\" IN ('%s'))", type->fields[j].name, names);

        g_test_message ("%s", check);
        g_assert_nonnull (strstr (definition, check));
      }
}

static gpointer
read_enums (VouchConn *conn, gpointer data, GError **error)
{
  for (guint i = 0; vouch_record_types[i] != NULL; i++)
    assert_enums (conn, vouch_record_types[i]);
  assert_enums (conn, &vouch_scan_trace_type);
  return data;
}

static void
test_a_table_takes_every_value_of_an_enumeration_and_no_other (StoreFixture *self, gconstpointer data)
{
  g_assert_nonnull (vouch_db_read (self->db, read_enums, self, NULL));
}

static void
test_every_table_is_strict (StoreFixture *self, gconstpointer data)
{
  g_assert_cmpint (store_fixture_ask (self, "SELECT count(*) FROM pragma_table_list WHERE schema = 'main'"
                                            " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%\\_search%' ESCAPE '\\'"
                                            " AND NOT strict"),
                   ==, 0);
}

static void
test_every_table_is_covered_by_the_audit (StoreFixture *self, gconstpointer data)
{
  guint n = 0;

  while (vouch_record_types[n] != NULL)
    n++;
  /* Besides the records there are the audit's three tables, the idempotency keys, what is derived from records,
   * and what was scanned lately, which is no record of work. */
  g_assert_cmpint (store_fixture_ask (self, "SELECT count(*) FROM sqlite_schema WHERE type = 'table'"
                                            " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%\\_search%' ESCAPE '\\'"
                                            " AND name NOT IN ('derived', 'lot_word', 'work', 'scan_history')"),
                   ==, n + 4);
}

static void
test_every_id_that_points_somewhere_is_a_foreign_key (StoreFixture *self, gconstpointer data)
{
  /* Ids of things that are in no table of ours, or in one that another column names. */
  g_assert_cmpint (
      store_fixture_ask (
          self,
          "SELECT count(*) FROM sqlite_schema t, pragma_table_info (t.name) c"
          " WHERE t.type = 'table' AND c.name LIKE '%\\_id' ESCAPE '\\'"
          " AND t.name || '.' || c.name NOT IN ('signature.subject_id', 'draft.subject_id', 'attachment.subject_id',"
          " 'ticket.case_id', 'suspicion.case_id', 'audit_row.row_id', 'audit_entry.actor_id')"
          " AND NOT EXISTS (SELECT 1 FROM pragma_foreign_key_list (t.name) f"
          " WHERE f.\"from\" = c.name)"),
      ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, StoreFixture, NULL, store_fixture_set_up, test, store_fixture_tear_down)
  ADD ("/record-types/every-record-has-a-table-with-its-columns", test_every_record_has_a_table_with_its_columns);
  ADD ("/record-types/a-table-takes-every-value-of-an-enumeration-and-no-other",
       test_a_table_takes_every_value_of_an_enumeration_and_no_other);
  ADD ("/record-types/every-table-is-strict", test_every_table_is_strict);
  ADD ("/record-types/every-table-is-covered-by-the-audit", test_every_table_is_covered_by_the_audit);
  ADD ("/record-types/every-id-that-points-somewhere-is-a-foreign-key",
       test_every_id_that_points_somewhere_is_a_foreign_key);
  return g_test_run ();
}
