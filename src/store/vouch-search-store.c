#include "vouch-search-store.h"

#include <string.h>

#include "vouch-error.h"
#include "vouch-party.h"
#include "vouch-product-gtin.h"
#include "vouch-product-store.h"
#include "vouch-product.h"
#include "vouch-row.h"
#include "vouch-search-text.h"

static gboolean
run_with (VouchConn *conn, const char *sql, gint64 id, const char *words, GError **error)
{
  g_autoptr (VouchStmt) stmt = vouch_conn_prepare (conn, sql, error);

  if (stmt == NULL)
    return FALSE;
  vouch_stmt_bind_number (stmt, 1, id);
  if (words != NULL)
    vouch_stmt_bind_text (stmt, 2, words);
  return vouch_stmt_run (stmt, error);
}

static void
add_words (GString *words, const char *text)
{
  g_auto (GStrv) split = vouch_search_text_split (text);

  for (char **word = split; *word != NULL; word++)
    g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", *word);
}

/* With and without the zeros that fill it up to 14 digits, as it may stand on the goods. */
static void
add_gtin (GString *words, const char *gtin)
{
  add_words (words, gtin);
  if (*gtin == '0')
    add_words (words, gtin + strspn (gtin, "0"));
}

static gboolean
index_product (VouchConn *conn, const VouchProduct *product, GError **error)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GPtrArray) gtins = vouch_product_store_list_gtins (conn, product->id, error);

  if (gtins == NULL)
    return FALSE;
  add_words (words, product->sku);
  add_words (words, product->name_en);
  add_words (words, product->name_zh);
  add_words (words, product->brand);
  for (guint i = 0; i < gtins->len; i++)
    add_gtin (words, ((const VouchProductGtin *)g_ptr_array_index (gtins, i))->gtin);
  return run_with (conn, "DELETE FROM product_search WHERE rowid = ?1", product->id, NULL, error) &&
         run_with (conn, "INSERT INTO product_search (rowid, words) VALUES (?1, ?2)", product->id, words->str, error);
}

static gboolean
index_product_of (VouchConn *conn, const VouchProductGtin *gtin, GError **error)
{
  g_autoptr (VouchProduct) product = vouch_row_load (conn, &vouch_product_type, gtin->product_id, error);

  return product != NULL && index_product (conn, product, error);
}

static gboolean
index_party (VouchConn *conn, const VouchParty *party, GError **error)
{
  g_autoptr (GString) words = g_string_new (NULL);

  add_words (words, party->code);
  add_words (words, party->name_en);
  add_words (words, party->name_zh);
  return run_with (conn, "DELETE FROM party_search WHERE rowid = ?1", party->id, NULL, error) &&
         run_with (conn, "INSERT INTO party_search (rowid, words) VALUES (?1, ?2)", party->id, words->str, error);
}

/**
 * vouch_search_store_split_lot:
 * @lot: a lot
 *
 * Returns: (transfer full): the words of its number and of the supplier's
 */
char **
vouch_search_store_split_lot (const VouchLot *lot)
{
  g_autofree char *text = g_strconcat (lot->number, " ", lot->supplier_lot, NULL);

  return vouch_search_text_split (text);
}

static char *
dup_lot_words (const VouchLot *lot)
{
  g_auto (GStrv) split = vouch_search_store_split_lot (lot);
  g_autofree char *own = g_strjoinv (" ", split);

  return g_strdup_printf ("%s " VOUCH_SEARCH_PRODUCT "%" G_GINT64_MODIFIER "x " VOUCH_SEARCH_PARTY "%" G_GINT64_MODIFIER
                          "x",
                          own, (guint64)lot->product_id, (guint64)lot->supplier_id);
}

/* Most of a lot's number is its own and found as a whole; the day it begins with is known, as are suppliers' words. */
static gboolean
note_words (VouchConn *conn, const VouchLot *lot, GError **error)
{
  g_auto (GStrv) number = vouch_search_text_split (lot->number);
  g_auto (GStrv) words = vouch_search_text_split (lot->supplier_lot);
  g_autoptr (VouchStmt) stmt =
      vouch_conn_prepare (conn, "INSERT INTO lot_word (word) VALUES (?1) ON CONFLICT DO NOTHING", error);

  if (stmt == NULL)
    return FALSE;
  if (number[0] != NULL)
    {
      vouch_stmt_bind_text (stmt, 1, number[0]);
      if (!vouch_stmt_run (stmt, error))
        return FALSE;
    }
  for (char **word = words; *word != NULL; word++)
    {
      vouch_stmt_bind_text (stmt, 1, *word);
      if (!vouch_stmt_run (stmt, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
index_lot (VouchConn *conn, const VouchLot *lot, GError **error)
{
  g_autofree char *words = dup_lot_words (lot);

  return run_with (conn, "INSERT INTO lot_search (rowid, words) VALUES (?1, ?2)", lot->id, words, error) &&
         note_words (conn, lot, error);
}

static VouchLot *
find_lot (VouchConn *conn, gint64 id, GError **error)
{
  return vouch_row_find_by_id (conn, &vouch_lot_type, "WHERE id = ?1", id, error);
}

/**
 * vouch_search_store_before_write:
 * @conn: the writing connection, in a transaction
 * @type: what is about to be written
 * @record: the record as it is to be
 * @error: what the database said
 *
 * Puts a lot's words in, and takes those out that they replace: the index keeps no text of its own, and has to be told
 * what it forgets while that can still be read.
 *
 * Returns: whether it could
 */
gboolean
vouch_search_store_before_write (VouchConn *conn, const VouchRecordType *type, gconstpointer record, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchLot) before = NULL;
  g_autofree char *words = NULL;
  g_autofree char *new_words = NULL;

  if (type != &vouch_lot_type)
    return TRUE;
  before = find_lot (conn, ((const VouchLot *)record)->id, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (before == NULL)
    return index_lot (conn, record, error);
  words = dup_lot_words (before);
  new_words = dup_lot_words (record);
  if (g_str_equal (words, new_words))
    return TRUE;
  return run_with (conn, "INSERT INTO lot_search (lot_search, rowid, words) VALUES ('delete', ?1, ?2)", before->id,
                   words, error) &&
         index_lot (conn, record, error);
}

/* Every row of a table, in order of their ids. */
typedef gboolean (*IndexFunc) (VouchConn *conn, gconstpointer record, GError **error);

static gboolean
index_all (VouchConn *conn, const VouchRecordType *type, IndexFunc func, GError **error)
{
  g_autoptr (VouchStmt) stmt = vouch_row_prepare_select (conn, type, "ORDER BY id", error);

  if (stmt == NULL)
    return FALSE;
  for (;;)
    {
      gpointer record;
      gboolean has_row, good;

      if (!vouch_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      record = vouch_row_read (stmt, type, 0);
      good = func (conn, record, error);
      vouch_record_free (type, record);
      if (!good)
        return FALSE;
    }
}

/**
 * vouch_search_store_rebuild:
 * @conn: the writing connection, in a transaction
 * @error: what the database said
 *
 * Returns: whether everything is found again by the words of this program
 */
gboolean
vouch_search_store_rebuild (VouchConn *conn, GError **error)
{
  return vouch_conn_exec (conn,
                          "DELETE FROM product_search; DELETE FROM party_search; DELETE FROM lot_word;"
                          "INSERT INTO lot_search (lot_search) VALUES ('delete-all');",
                          error) &&
         index_all (conn, &vouch_product_type, (IndexFunc)index_product, error) &&
         index_all (conn, &vouch_party_type, (IndexFunc)index_party, error) &&
         index_all (conn, &vouch_lot_type, (IndexFunc)index_lot, error);
}

/**
 * vouch_search_store_after_write:
 * @conn: the writing connection, in a transaction
 * @type: what was written
 * @record: the record as it is
 * @error: what the database said
 *
 * Returns: whether products and suppliers are found by what was written
 */
gboolean
vouch_search_store_after_write (VouchConn *conn, const VouchRecordType *type, gconstpointer record, GError **error)
{
  if (type == &vouch_product_type)
    return index_product (conn, record, error);
  if (type == &vouch_product_gtin_type)
    return index_product_of (conn, record, error);
  if (type == &vouch_party_type)
    return index_party (conn, record, error);
  return TRUE;
}
