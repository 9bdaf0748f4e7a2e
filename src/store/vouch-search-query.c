#include "vouch-search-query.h"

#include "vouch-search-store.h"
#include "vouch-search-text.h"

/* A word that fits more than so many products and suppliers, or more than so many codes, says little. It is not looked
 * up but compared, with the newest lots first, and at most with so many of them: that finds at once what is common, and
 * takes a moment where it is not. */
#define NARROW_MAX 64
#define CODES_MAX 512
#define CATALOGUE_MAX 4096
#define COMPARED_MAX 4000

/* One word as it was typed, between spaces; "L261122-0C4K" and "龙井" are several words for the index. */
typedef struct
{
  char *text;
  char **parts;
  GHashTable *products; /* gint64 */
  GHashTable *parties;  /* gint64 */
  GPtrArray *codes;     /* what the last part may be in the index */
  gboolean is_broad;
} Word;

struct _VouchSearchQuery
{
  GPtrArray *words; /* Word */
};

static void
free_word (gpointer data)
{
  Word *word = data;

  g_free (word->text);
  g_strfreev (word->parts);
  g_hash_table_unref (word->products);
  g_hash_table_unref (word->parties);
  g_ptr_array_unref (word->codes);
  g_free (word);
}

static Word *
make_word (const char *text, char **parts)
{
  Word *word = g_new0 (Word, 1);

  word->text = g_ascii_strup (text, -1);
  word->parts = parts;
  word->products = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  word->parties = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  word->codes = g_ptr_array_new_with_free_func (g_free);
  return word;
}

static const char *
get_last_part (const Word *word)
{
  return word->parts[g_strv_length (word->parts) - 1];
}

/**
 * vouch_search_query_new:
 * @text: (nullable): what was typed; every character is itself, none is an operator
 *
 * Returns: (transfer full): the query
 */
VouchSearchQuery *
vouch_search_query_new (const char *text)
{
  VouchSearchQuery *self = g_new0 (VouchSearchQuery, 1);
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_auto (GStrv) typed = g_regex_split_simple ("\\s+", valid, 0, 0);

  self->words = g_ptr_array_new_with_free_func (free_word);
  for (char **word = typed; *word != NULL && self->words->len < 16; word++)
    {
      char **parts = vouch_search_text_split (*word);

      if (parts[0] != NULL)
        g_ptr_array_add (self->words, make_word (*word, parts));
      else
        g_strfreev (parts);
    }
  return self;
}

void
vouch_search_query_free (VouchSearchQuery *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->words);
  g_free (self);
}

/**
 * vouch_search_query_is_empty:
 * @self: a query
 *
 * Returns: whether nothing in it can be looked for
 */
gboolean
vouch_search_query_is_empty (const VouchSearchQuery *self)
{
  return self->words->len == 0;
}

static gboolean
read_catalogue (VouchConn *conn, const char *sql, const Word *word, GHashTable *ids, GError **error)
{
  g_autofree char *phrase = vouch_search_text_dup_phrase ((const char *const *)word->parts);
  g_autoptr (VouchStmt) stmt = vouch_conn_prepare (conn, sql, error);

  if (stmt == NULL)
    return FALSE;
  vouch_stmt_bind_text (stmt, 1, phrase);
  vouch_stmt_bind_number (stmt, 2, CATALOGUE_MAX);
  for (;;)
    {
      gboolean has_row;
      gint64 id;

      if (!vouch_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      id = vouch_stmt_get_number (stmt, 0);
      g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
    }
}

/* Texts that begin so, one more than is narrow. */
static gboolean
read_beginning (VouchConn *conn, const char *sql, const char *beginning, GPtrArray *found, GError **error)
{
  g_autofree char *end = vouch_search_text_dup_end (beginning);
  g_autoptr (VouchStmt) stmt = vouch_conn_prepare (conn, sql, error);

  if (stmt == NULL)
    return FALSE;
  vouch_stmt_bind_text (stmt, 1, beginning);
  vouch_stmt_bind_text (stmt, 2, end);
  vouch_stmt_bind_number (stmt, 3, CODES_MAX + 1);
  for (;;)
    {
      gboolean has_row;

      if (!vouch_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      g_ptr_array_add (found, vouch_stmt_dup_text (stmt, 0));
    }
}

/* A lot's number that is typed only in part is found in order of the numbers; its own part then stands for it. */
static gboolean
read_numbers (VouchConn *conn, Word *word, GError **error)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);

  if (word->parts[1] == NULL)
    return TRUE;
  if (!read_beginning (conn, "SELECT number FROM lot WHERE number >= ?1 AND number < ?2 ORDER BY number LIMIT ?3",
                       word->text, numbers, error))
    return FALSE;
  for (guint i = 0; i < numbers->len; i++)
    {
      g_auto (GStrv) parts = vouch_search_text_split (g_ptr_array_index (numbers, i));

      g_ptr_array_add (word->codes, g_strdup (parts[g_strv_length (parts) - 1]));
    }
  return TRUE;
}

/* What the word can mean, as far as it is worth knowing. */
static gboolean
look_up (Word *word, VouchConn *conn, GError **error)
{
  guint n;

  if (!read_catalogue (conn, "SELECT rowid FROM product_search WHERE product_search MATCH ?1 LIMIT ?2", word,
                       word->products, error) ||
      !read_catalogue (conn, "SELECT rowid FROM party_search WHERE party_search MATCH ?1 LIMIT ?2", word, word->parties,
                       error) ||
      !read_beginning (conn, "SELECT word FROM lot_word WHERE word >= ?1 AND word < ?2 ORDER BY word LIMIT ?3",
                       get_last_part (word), word->codes, error) ||
      !read_numbers (conn, word, error))
    return FALSE;
  g_ptr_array_add (word->codes, g_strdup (get_last_part (word)));
  n = g_hash_table_size (word->products) + g_hash_table_size (word->parties);
  word->is_broad = n > NARROW_MAX || word->codes->len > CODES_MAX;
  return TRUE;
}

static void
add_ids (GString *expression, GHashTable *ids, const char *mark)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_string_append_printf (expression, "\"%s%" G_GINT64_MODIFIER "x\" OR ", mark, *(guint64 *)id);
}

/* A code of which only the last part is too common: the others are looked up all the same. */
static void
add_leading_parts (GString *expression, const Word *word)
{
  if (g_hash_table_size (word->products) + g_hash_table_size (word->parties) > 0)
    return;
  for (char **part = word->parts; part[1] != NULL; part++)
    g_string_append_printf (expression, "%s\"%s\"", expression->len > 0 ? " AND " : "", *part);
}

/* One of the products, or of the suppliers, or all parts of a code. */
static void
add_word (GString *expression, const Word *word)
{
  g_string_append (expression, expression->len > 0 ? " AND (" : "(");
  add_ids (expression, word->products, VOUCH_SEARCH_PRODUCT);
  add_ids (expression, word->parties, VOUCH_SEARCH_PARTY);
  g_string_append_c (expression, '(');
  for (char **part = word->parts; part[1] != NULL; part++)
    g_string_append_printf (expression, "\"%s\" AND ", *part);
  g_string_append_c (expression, '(');
  for (guint i = 0; i < word->codes->len; i++)
    g_string_append_printf (expression, "%s\"%s\"", i > 0 ? " OR " : "",
                            (const char *)g_ptr_array_index (word->codes, i));
  g_string_append (expression, ")))");
}

static char *
dup_expression (const VouchSearchQuery *self)
{
  GString *expression = g_string_new (NULL);

  for (guint i = 0; i < self->words->len; i++)
    {
      const Word *word = g_ptr_array_index (self->words, i);

      if (word->is_broad)
        add_leading_parts (expression, word);
      else
        add_word (expression, word);
    }
  return g_string_free (expression, FALSE);
}

static gboolean
has_part (char **words, const char *part, gboolean by_beginning)
{
  for (char **word = words; *word != NULL; word++)
    if (by_beginning ? g_str_has_prefix (*word, part) : g_str_equal (*word, part))
      return TRUE;
  return FALSE;
}

/* A row of the statements that collect() steps through. */
enum
{
  COLUMN_ID,
  COLUMN_PRODUCT,
  COLUMN_SUPPLIER,
  COLUMN_NUMBER,
  COLUMN_SUPPLIER_LOT,
};

static gboolean
fits_catalogue (const Word *word, VouchStmt *stmt)
{
  gint64 product_id = vouch_stmt_get_number (stmt, COLUMN_PRODUCT);
  gint64 supplier_id = vouch_stmt_get_number (stmt, COLUMN_SUPPLIER);

  return g_hash_table_contains (word->products, &product_id) || g_hash_table_contains (word->parties, &supplier_id);
}

static gboolean
fits_codes (const Word *word, char **lot_words)
{
  for (char **part = word->parts; *part != NULL; part++)
    if (!has_part (lot_words, *part, part[1] == NULL))
      return FALSE;
  return TRUE;
}

static char **
split_row (VouchStmt *stmt)
{
  const VouchLot lot = { .number = (char *)vouch_stmt_get_text (stmt, COLUMN_NUMBER),
                         .supplier_lot = (char *)vouch_stmt_get_text (stmt, COLUMN_SUPPLIER_LOT) };

  return vouch_search_store_split_lot (&lot);
}

/* Whether the lot fits the words that were not looked up. */
static gboolean
fits (const VouchSearchQuery *self, VouchStmt *stmt)
{
  g_auto (GStrv) lot_words = NULL;

  for (guint i = 0; i < self->words->len; i++)
    {
      const Word *word = g_ptr_array_index (self->words, i);

      if (!word->is_broad || fits_catalogue (word, stmt))
        continue;
      if (lot_words == NULL)
        lot_words = split_row (stmt);
      if (!fits_codes (word, lot_words))
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_broad (const VouchSearchQuery *self)
{
  for (guint i = 0; i < self->words->len; i++)
    if (((const Word *)g_ptr_array_index (self->words, i))->is_broad)
      return TRUE;
  return FALSE;
}

static gboolean
collect (VouchSearchQuery *self, VouchStmt *stmt, guint limit, GArray *ids, GError **error)
{
  gboolean compares = has_broad (self);

  for (guint n_compared = 0; ids->len < limit && n_compared < COMPARED_MAX; n_compared += (guint)compares)
    {
      gboolean has_row;
      gint64 id;

      if (!vouch_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      id = vouch_stmt_get_number (stmt, COLUMN_ID);
      if (!compares || fits (self, stmt))
        g_array_append_val (ids, id);
    }
  return TRUE;
}

/* With what is compared only where something is. */
static const char *
choose_select (const VouchSearchQuery *self, const char *expression)
{
  if (*expression == '\0')
    return "SELECT id, product_id, supplier_id, number, supplier_lot FROM lot ORDER BY id DESC";
  if (!has_broad (self))
    return "SELECT rowid FROM lot_search WHERE lot_search MATCH ?1 ORDER BY rowid DESC";
  return "SELECT lot_search.rowid, product_id, supplier_id, number, supplier_lot FROM lot_search "
         "CROSS JOIN lot ON lot.id = lot_search.rowid WHERE lot_search MATCH ?1 ORDER BY lot_search.rowid DESC";
}

/**
 * vouch_search_query_read_lots:
 * @self: a query that is not empty
 * @conn: a connection
 * @limit: how many lots at most
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the ids of the lots that fit, the newest first
 */
GArray *
vouch_search_query_read_lots (VouchSearchQuery *self, VouchConn *conn, guint limit, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *expression = NULL;
  g_autoptr (VouchStmt) stmt = NULL;

  for (guint i = 0; i < self->words->len; i++)
    if (!look_up (g_ptr_array_index (self->words, i), conn, error))
      return NULL;
  expression = dup_expression (self);
  stmt = vouch_conn_prepare (conn, choose_select (self, expression), error);
  if (stmt == NULL)
    return NULL;
  if (*expression != '\0')
    vouch_stmt_bind_text (stmt, 1, expression);
  if (!collect (self, stmt, limit, ids, error))
    return NULL;
  return g_steal_pointer (&ids);
}
