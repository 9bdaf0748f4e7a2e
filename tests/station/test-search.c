/* Lots found by what people know of them. */
#include "goods.h"
#include "vouch-error.h"
#include "vouch-lot-entry.h"
#include "vouch-party.h"
#include "vouch-search-query.h"
#include "vouch-search-store.h"

typedef struct
{
  VouchStation *station;
  const char *text;
  gint64 after;
} Query;

static gpointer
read_ids (VouchConn *conn, gpointer data, GError **error)
{
  const Query *query = data;

  return vouch_search_source.read_ids (query->station, conn, query->text, query->after, 0, error);
}

static GArray *
search (StationFixture *self, const char *text)
{
  Query query = { self->station, text, 0 };
  g_autoptr (GError) error = NULL;
  GArray *ids = vouch_station_read (self->station, read_ids, &query, &error);

  g_assert_no_error (error);
  return ids;
}

static void
assert_finds (StationFixture *self, const char *text, gint64 lot_id)
{
  g_autoptr (GArray) ids = search (self, text);

  g_test_message ("%s", text);
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, lot_id);
}

static void
assert_finds_nothing (StationFixture *self, const char *text)
{
  g_autoptr (GArray) ids = search (self, text);

  g_test_message ("%s", text);
  g_assert_cmpuint (ids->len, ==, 0);
}

static gint64
count_rice (StationFixture *self, const char *supplier_lot)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchCounted) rice =
      goods_count (self, goods_open (self, "PO-2026-0003"), "RICE-5KG", supplier_lot, 360, 10, &error);

  g_assert_no_error (error);
  return rice->lot_id;
}

static char *
dup_number (StationFixture *self, gint64 lot_id)
{
  g_autoptr (VouchLotFile) file = goods_load (self, lot_id);

  return g_strdup (file->lot->number);
}

static void
test_by_number_or_its_beginning (StationFixture *self, gconstpointer data)
{
  gint64 tea = goods_tea_counted (self), rice = count_rice (self, "R-77/B");
  g_autofree char *number = dup_number (self, tea);
  g_autofree char *small = g_ascii_strdown (number, -1);
  g_autofree char *day = g_strndup (number, 7);
  g_autoptr (GArray) of_the_day = search (self, day);

  assert_finds (self, number, tea);
  assert_finds (self, small, tea);
  small[15] = '\0';
  assert_finds (self, small, tea);
  assert_finds (self, number + 8, tea);
  g_assert_cmpuint (of_the_day->len, ==, 2);
  g_assert_cmpint (g_array_index (of_the_day, gint64, 0), ==, rice);
}

static void
test_by_suppliers_lot (StationFixture *self, gconstpointer data)
{
  gint64 tea = goods_tea_counted (self), rice = count_rice (self, "R-77/B");

  assert_finds (self, "QH26A01", tea);
  assert_finds (self, "qh26", tea);
  assert_finds (self, "R-77/B", rice);
  assert_finds (self, "r-7", rice);
  assert_finds (self, "ＱＨ２６Ａ０１", tea);
}

static void
test_by_product (StationFixture *self, gconstpointer data)
{
  gint64 tea = goods_tea_counted (self), rice = count_rice (self, "R1");

  assert_finds (self, "TEA-G100", tea);
  assert_finds (self, "tea-g", tea);
  assert_finds (self, "green", tea);
  assert_finds (self, "north rice", rice);
  assert_finds (self, "09520001000010", tea);
  assert_finds (self, "9520001000010", tea);
}

static void
test_two_chinese_characters_are_found (StationFixture *self, gconstpointer data)
{
  gint64 tea = goods_tea_counted (self), rice = count_rice (self, "R1");

  assert_finds (self, "绿茶", tea);
  assert_finds (self, "大米", rice);
  assert_finds (self, "茶", tea);
  assert_finds_nothing (self, "茶绿");
  assert_finds (self, "清禾 绿茶", tea);
}

static void
test_by_supplier_and_all_words_together (StationFixture *self, gconstpointer data)
{
  gint64 tea = goods_tea_counted (self), rice = count_rice (self, "R1");
  g_autoptr (GArray) both = search (self, "qinghe");

  g_assert_cmpuint (both->len, ==, 2);
  g_assert_cmpint (g_array_index (both, gint64, 0), ==, rice);
  g_assert_cmpint (g_array_index (both, gint64, 1), ==, tea);
  assert_finds (self, "qinghe qh26", tea);
  assert_finds_nothing (self, "mingde");
  assert_finds_nothing (self, "qinghe nothing");
}

static void
test_nothing_typed_is_an_operator (StationFixture *self, gconstpointer data)
{
  static const char *const hostile[] = {
    "\"",
    "*",
    "\"\"*",
    "%",
    "_",
    "green\" OR \"rice",
    "green OR rice",
    "NEAR(green tea)",
    "words:green",
    "- green'",
    "^tea",
    "(",
    "green NOT x",
    "'; DROP TABLE lot;--",
    "\xff\xfe",
    "\xee\x80\x80"
    "1",
  };
  gint64 tea = goods_tea_counted (self);

  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *escaped = g_strescape (hostile[i], NULL); /* a message has to be UTF-8 */
      g_autoptr (GArray) ids = search (self, hostile[i]);

      g_test_message ("%s", escaped);
      g_assert_nonnull (ids);
    }
  assert_finds_nothing (self, "g*reen");
  assert_finds (self, "\"green\"* tea%", tea);
}

static void
test_nothing_typed_is_every_lot_newest_first (StationFixture *self, gconstpointer data)
{
  gint64 tea = goods_tea_counted (self), rice = count_rice (self, "R1");
  g_autoptr (GArray) all = search (self, "  ");
  Query older = { self->station, NULL, rice };
  g_autoptr (GArray) rest = vouch_station_read (self->station, read_ids, &older, NULL);

  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpint (g_array_index (all, gint64, 0), ==, rice);
  g_assert_cmpuint (rest->len, ==, 1);
  g_assert_cmpint (g_array_index (rest, gint64, 0), ==, tea);
}

static gpointer
rename_supplier (VouchConn *conn, gpointer data, GError **error)
{
  const VouchStation *station = data;
  g_autoptr (VouchTx) tx = vouch_tx_begin (conn, vouch_station_get_context ((VouchStation *)station), error);
  g_autoptr (VouchParty) party = vouch_party_new ();
  g_autoptr (VouchStmt) stmt = vouch_conn_prepare (conn, "SELECT id FROM party WHERE code = 'QINGHE'", error);
  gboolean has_row;

  vouch_stmt_step (stmt, &has_row, error);
  party->id = vouch_stmt_get_number (stmt, 0);
  party->code = g_strdup ("QINGHE");
  party->name_en = g_strdup ("Bluewater");
  party->name_zh = g_strdup ("碧水");
  if (!vouch_tx_update (tx, &vouch_party_type, party, error))
    return NULL;
  return vouch_conn_exec (conn, "COMMIT", error) ? data : NULL;
}

static void
test_another_name_is_found_at_once (StationFixture *self, gconstpointer data)
{
  gint64 tea = goods_tea_counted (self);
  g_autoptr (GError) error = NULL;

  assert_finds_nothing (self, "碧水");
  vouch_db_write (vouch_station_get_db (self->station), rename_supplier, self->station, &error);
  g_assert_no_error (error);
  assert_finds (self, "碧水", tea);
  assert_finds_nothing (self, "foods");
}

static gpointer
rebuild (VouchConn *conn, gpointer data, GError **error)
{
  if (!vouch_conn_begin (conn, error) || !vouch_search_store_rebuild (conn, error))
    return NULL;
  return vouch_conn_commit (conn, error) ? data : NULL;
}

static void
test_index_made_anew_finds_the_same (StationFixture *self, gconstpointer data)
{
  gint64 tea = goods_tea_counted (self);
  g_autoptr (GError) error = NULL;

  vouch_db_write (vouch_station_get_db (self->station), rebuild, self, &error);
  g_assert_no_error (error);
  assert_finds (self, "绿茶 qh26a", tea);
}

/* More products than are looked up one by one: the newest lots are compared instead. */
static gpointer
add_products (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_conn_exec (conn,
                          "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200) "
                          "INSERT INTO product_search (rowid, words) SELECT i, 'gross green' FROM n",
                          error)
             ? data
             : NULL;
}

static void
test_broad_words_still_find_the_newest (StationFixture *self, gconstpointer data)
{
  gint64 tea = goods_tea_counted (self);
  g_autoptr (GError) error = NULL;

  count_rice (self, "R1");
  vouch_db_write (vouch_station_get_db (self->station), add_products, self, &error);
  g_assert_no_error (error);
  assert_finds (self, "green", tea);
  assert_finds (self, "gr", tea);
  assert_finds (self, "green qh26", tea);
  assert_finds_nothing (self, "green nothing");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test)                                                                                                \
  g_test_add ("/search/" path, StationFixture, NULL, station_fixture_set_up, test, station_fixture_tear_down)
  ADD ("by-number-or-its-beginning", test_by_number_or_its_beginning);
  ADD ("by-suppliers-lot", test_by_suppliers_lot);
  ADD ("by-product", test_by_product);
  ADD ("two-chinese-characters-are-found", test_two_chinese_characters_are_found);
  ADD ("by-supplier-and-all-words-together", test_by_supplier_and_all_words_together);
  ADD ("nothing-typed-is-an-operator", test_nothing_typed_is_an_operator);
  ADD ("nothing-typed-is-every-lot-newest-first", test_nothing_typed_is_every_lot_newest_first);
  ADD ("another-name-is-found-at-once", test_another_name_is_found_at_once);
  ADD ("index-made-anew-finds-the-same", test_index_made_anew_finds_the_same);
  ADD ("broad-words-still-find-the-newest", test_broad_words_still_find_the_newest);
  return g_test_run ();
}
