/* The list that reads its rows a page at a time, over a source that the test holds in its hand. */
#include "station-fixture.h"
#include "ui-test.h"
#include "vouch-error.h"
#include "vouch-id-spans.h"
#include "vouch-paged-model.h"

typedef struct
{
  gint64 id;
} Row;

/* What the source has; the reading thread looks at it only while it reads. */
static GMutex lock;
static GArray *stock;
static guint n_pages, n_portions, n_rows;
static const char *failure;

#define FAILURE "the disk is gone"

static gboolean
fails (GError **error)
{
  if (failure != NULL)
    g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, failure);
  return failure != NULL;
}

static GArray *
read_ids (VouchStation *station, VouchConn *conn, const char *query, gint64 after, guint limit, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  GArray *ids;
  guint first = 0;

  if (fails (error))
    return NULL;
  n_portions++;
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  while (after != 0 && first < stock->len && g_array_index (stock, gint64, first++) != after)
    ;
  for (guint i = first; i < stock->len && ids->len < limit; i++)
    if (query == NULL || g_array_index (stock, gint64, i) % g_ascii_strtoll (query, NULL, 10) == 0)
      g_array_append_val (ids, g_array_index (stock, gint64, i));
  return ids;
}

static GPtrArray *
read_rows (VouchConn *conn, const gint64 *ids, guint n, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  GPtrArray *rows;

  if (fails (error))
    return NULL;
  g_assert_cmpuint (n, <=, VOUCH_PAGED_MODEL_PAGE);
  n_pages++;
  n_rows += n;
  rows = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < stock->len; j++)
      if (g_array_index (stock, gint64, j) == ids[i])
        g_ptr_array_add (rows, g_memdup2 (&(Row){ ids[i] }, sizeof (Row)));
  return rows;
}

static gint64
get_id (gconstpointer row)
{
  return ((const Row *)row)->id;
}

static const VouchListSource source = { read_ids, read_rows, get_id };

static int version; /* of what the rows say */

static void
fill (VouchListItem *item, gconstpointer row, gint64 now)
{
  vouch_list_item_take (item, VOUCH_LIST_TITLE,
                        g_strdup_printf ("%d.%d", (int)((const Row *)row)->id, g_atomic_int_get (&version)));
}

typedef struct
{
  StationFixture station;
  VouchDesk *desk;
  VouchPagedModel *model;
  GString *spans;
  gboolean is_loaded;
  gboolean has_failed;
  guint n_loaded;
} Fixture;

static void
changed_cb (GListModel *model, guint position, guint removed, guint added, gpointer data)
{
  g_string_append_printf (((Fixture *)data)->spans, "%u-%u+%u ", position, removed, added);
}

static void
loaded_cb (VouchPagedModel *model, gpointer data)
{
  Fixture *fixture = data;

  fixture->is_loaded = TRUE;
  fixture->n_loaded++;
}

static void
failed_cb (VouchPagedModel *model, const char *message, gpointer data)
{
  g_assert_cmpstr (message, ==, FAILURE);
  ((Fixture *)data)->has_failed = TRUE;
}

static void
set_stock (const gint64 *ids, gsize n)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  g_array_set_size (stock, 0);
  g_array_append_vals (stock, ids, (guint)n);
}

#define STOCK(...) set_stock ((const gint64[]){ __VA_ARGS__ }, G_N_ELEMENTS (((const gint64[]){ __VA_ARGS__ })))

static void
stock_up_to (gint64 n)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gint64 id = 1; id <= n; id++)
    g_array_append_val (ids, id);
  set_stock ((const gint64 *)(gpointer)ids->data, ids->len);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  VouchSessionSettings settings = VOUCH_SESSION_SETTINGS_DEFAULT;

  station_fixture_set_up_empty (&self->station, NULL);
  self->desk = vouch_desk_new (self->station.station, &settings);
  stock = g_array_new (FALSE, FALSE, sizeof (gint64));
  n_pages = n_portions = n_rows = 0;
  failure = NULL;
  version = 0;
  self->spans = g_string_new (NULL);
  self->model = vouch_paged_model_new (&source, fill);
  g_signal_connect (self->model, "items-changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (self->model, "loaded", G_CALLBACK (loaded_cb), self);
  g_signal_connect (self->model, "failed", G_CALLBACK (failed_cb), self);
  vouch_paged_model_set_desk (self->model, self->desk);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  vouch_paged_model_set_desk (self->model, NULL);
  vouch_desk_close (self->desk);
  ui_test_settle ();
  g_object_add_weak_pointer (G_OBJECT (self->model), (gpointer *)&self->model);
  g_object_unref (self->model);
  g_assert_null (self->model);
  g_object_unref (self->desk);
  g_array_unref (stock);
  g_string_free (self->spans, TRUE);
  station_fixture_tear_down (&self->station, NULL);
}

static void
load (Fixture *self)
{
  self->is_loaded = FALSE;
  g_string_truncate (self->spans, 0);
  vouch_paged_model_reload (self->model);
  ui_test_wait (&self->is_loaded);
}

static VouchListItem *
get (Fixture *self, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (self->model), position);
}

static void
title_cb (VouchListItem *item, GParamSpec *pspec, gboolean *flag)
{
  *flag = TRUE;
}

/* Until the line says something else than it does. */
static void
wait_for_line (VouchListItem *item)
{
  gboolean flag = FALSE;
  gulong id = g_signal_connect (item, "notify::title", G_CALLBACK (title_cb), &flag);

  ui_test_wait (&flag);
  g_signal_handler_disconnect (item, id);
}

static void
assert_shows (Fixture *self, const char *ids)
{
  g_autoptr (GString) shown = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->model)); i++)
    {
      g_autoptr (VouchListItem) item = get (self, i);

      g_string_append_printf (shown, "%d ", (int)vouch_list_item_get_id (item));
    }
  g_assert_cmpstr (shown->str, ==, ids);
}

static void
test_reads_only_the_page_that_is_looked_at (Fixture *self, gconstpointer data)
{
  g_autoptr (VouchListItem) item = NULL;
  g_autoptr (VouchListItem) neighbour = NULL;

  stock_up_to (1000);
  load (self);
  g_assert_cmpstr (self->spans->str, ==, "0-0+1000 ");
  g_assert_cmpuint (n_pages, ==, 0);
  item = get (self, 700);
  g_assert_cmpstr (vouch_list_item_get_text (item, VOUCH_LIST_TITLE), ==, "");
  wait_for_line (item);
  g_assert_cmpstr (vouch_list_item_get_text (item, VOUCH_LIST_TITLE), ==, "701.0");
  neighbour = get (self, 640);
  g_assert_cmpstr (vouch_list_item_get_text (neighbour, VOUCH_LIST_TITLE), ==, "641.0");
  g_assert_cmpuint (n_pages, ==, 1);
  g_assert_cmpuint (n_rows, ==, 64);
}

static void
test_same_row_is_the_same_line (Fixture *self, gconstpointer data)
{
  g_autoptr (VouchListItem) item = NULL;
  g_autoptr (VouchListItem) again = NULL;
  g_autoptr (VouchListItem) later = NULL;

  STOCK (1, 2, 3);
  load (self);
  item = get (self, 1);
  again = get (self, 1);
  g_assert_true (item == again);
  wait_for_line (item);
  STOCK (9, 1, 2, 3);
  load (self);
  later = get (self, 2);
  g_assert_true (item == later);
  g_assert_null (get (self, 4));
}

static void
test_only_what_changed_is_told (Fixture *self, gconstpointer data)
{
  STOCK (1, 2, 3, 4, 5, 6, 7, 8);
  load (self);
  load (self);
  g_assert_cmpstr (self->spans->str, ==, "");
  STOCK (0, 1, 2, 4, 5, 6, 7, 8, 9);
  load (self);
  g_assert_cmpstr (self->spans->str, ==, "0-0+1 3-1+0 8-0+1 ");
  assert_shows (self, "0 1 2 4 5 6 7 8 9 ");
  STOCK (5, 1, 2, 4, 6, 7);
  load (self);
  assert_shows (self, "5 1 2 4 6 7 ");
  STOCK (7, 6, 4, 2, 1, 5);
  load (self);
  assert_shows (self, "7 6 4 2 1 5 ");
}

static void
test_what_is_held_is_read_again (Fixture *self, gconstpointer data)
{
  g_autoptr (VouchListItem) item = NULL;

  stock_up_to (100);
  load (self);
  item = get (self, 70);
  wait_for_line (item);
  g_atomic_int_set (&version, 1);
  n_rows = 0;
  load (self);
  wait_for_line (item);
  g_assert_cmpstr (vouch_list_item_get_text (item, VOUCH_LIST_TITLE), ==, "71.1");
  g_assert_cmpuint (n_rows, ==, 1);
}

static void
test_long_list_comes_in_portions (Fixture *self, gconstpointer data)
{
  stock_up_to (40000);
  load (self);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->model)), ==, 40000);
  g_assert_cmpuint (n_portions, ==, 3);
  g_assert_cmpuint (vouch_paged_model_find (self->model, 39999), ==, 39998);
  g_assert_cmpuint (vouch_paged_model_find (self->model, 50000), ==, G_MAXUINT);
  load (self);
  g_assert_cmpstr (self->spans->str, ==, "");
  g_assert_cmpuint (n_pages, ==, 0);
}

static void
test_list_may_change_while_it_is_read (Fixture *self, gconstpointer data)
{
  g_autoptr (VouchListItem) gone = NULL;
  g_autoptr (VouchListItem) other = NULL;

  STOCK (1, 2, 3);
  load (self);
  gone = get (self, 1);
  other = get (self, 2);
  STOCK (1, 3); /* before the page is read, or after: the line of 2 stays empty or as it was */
  wait_for_line (other);
  g_assert_cmpstr (vouch_list_item_get_text (other, VOUCH_LIST_TITLE), ==, "3.0");
  load (self);
  g_assert_cmpstr (self->spans->str, ==, "1-1+0 ");
}

static void
test_new_query_gives_up_the_old_one (Fixture *self, gconstpointer data)
{
  stock_up_to (30000);
  vouch_paged_model_reload (self->model);
  vouch_paged_model_set_query (self->model, "1000");
  g_assert_true (vouch_paged_model_is_loading (self->model));
  vouch_paged_model_set_query (self->model, "5000");
  ui_test_wait (&self->is_loaded);
  ui_test_settle ();
  g_assert_cmpuint (self->n_loaded, ==, 1);
  assert_shows (self, "5000 10000 15000 20000 25000 30000 ");
  g_assert_false (vouch_paged_model_is_loading (self->model));
}

static void
test_empty_list_is_no_error (Fixture *self, gconstpointer data)
{
  load (self);
  g_assert_cmpstr (self->spans->str, ==, "");
  g_assert_null (get (self, 0));
  g_assert_false (self->has_failed);
}

static void
test_error_is_told_and_read_again_later (Fixture *self, gconstpointer data)
{
  g_autoptr (VouchListItem) item = NULL;

  STOCK (1, 2);
  load (self);
  failure = FAILURE;
  item = get (self, 0);
  ui_test_wait (&self->has_failed);
  self->has_failed = FALSE;
  vouch_paged_model_reload (self->model);
  ui_test_wait (&self->has_failed);
  self->has_failed = FALSE;
  assert_shows (self, "1 2 ");
  ui_test_wait (&self->has_failed);
  failure = NULL;
  g_object_unref (get (self, 0));
  wait_for_line (item);
  g_assert_cmpstr (vouch_list_item_get_text (item, VOUCH_LIST_TITLE), ==, "1.0");
}

static void
test_nothing_comes_after_the_desk_is_gone (Fixture *self, gconstpointer data)
{
  g_autoptr (VouchListItem) item = NULL;

  STOCK (1, 2);
  load (self);
  item = get (self, 0);
  vouch_paged_model_reload (self->model);
  vouch_paged_model_set_desk (self->model, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->model)), ==, 0);
  vouch_desk_close (self->desk);
  ui_test_settle ();
  g_assert_cmpstr (vouch_list_item_get_text (item, VOUCH_LIST_TITLE), ==, "");
  g_assert_cmpuint (self->n_loaded, ==, 1);
}

static void
splice_cb (guint position, guint n_removed, const gint64 *added, guint n_added, gpointer data)
{
  g_array_remove_range (data, position, n_removed);
  g_array_insert_vals (data, position, added, n_added);
}

static GArray *
draw (GRand *random)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gint64 id = 1; id < 12; id++)
    if (g_rand_boolean (random))
      g_array_insert_val (ids, (guint)g_rand_int_range (random, 0, (gint32)ids->len + 1), id);
  return ids;
}

static void
test_spans_turn_any_list_into_any_other (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (int i = 0; i < 2000; i++)
    {
      g_autoptr (GArray) before = draw (random);
      g_autoptr (GArray) after = draw (random);
      g_autoptr (GArray) list = g_array_copy (before);

      vouch_id_spans_find (before, after, splice_cb, list);
      g_assert_cmpmem (list->data, list->len * sizeof (gint64), after->data, after->len * sizeof (gint64));
    }
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/id-spans/turn-any-list-into-any-other", test_spans_turn_any_list_into_any_other);
#define ADD(path, func) g_test_add ("/paged-model/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("reads-only-the-page-that-is-looked-at", test_reads_only_the_page_that_is_looked_at);
  ADD ("same-row-is-the-same-line", test_same_row_is_the_same_line);
  ADD ("only-what-changed-is-told", test_only_what_changed_is_told);
  ADD ("what-is-held-is-read-again", test_what_is_held_is_read_again);
  ADD ("long-list-comes-in-portions", test_long_list_comes_in_portions);
  ADD ("list-may-change-while-it-is-read", test_list_may_change_while_it_is_read);
  ADD ("new-query-gives-up-the-old-one", test_new_query_gives_up_the_old_one);
  ADD ("empty-list-is-no-error", test_empty_list_is_no_error);
  ADD ("error-is-told-and-read-again-later", test_error_is_told_and_read_again_later);
  ADD ("nothing-comes-after-the-desk-is-gone", test_nothing_comes_after_the_desk_is_gone);
  return g_test_run ();
}
