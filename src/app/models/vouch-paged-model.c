#include "vouch-paged-model.h"

#include "vouch-held-lines.h"
#include "vouch-id-spans.h"

/* Ids are read in portions, so that a scan never waits for a long list. */
#define IDS_MAX 16384
struct _VouchPagedModel
{
  GObject parent_instance;
  const VouchListSource *source;
  VouchPagedFill fill;
  VouchDesk *desk;
  char *query;
  GArray *ids;       /* gint64, as shown */
  GArray *coming;    /* (nullable): gint64, of a list that is being read anew */
  gint64 last_id;    /* that came */
  gboolean is_whole; /* the ids are all there, so a new list replaces them at once */
  VouchHeldLines *held;
  GCancellable *reading;
  GCancellable *closing;
};

enum
{
  LOADED,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void read_ids (VouchPagedModel *self);

static GType
get_item_type (GListModel *list)
{
  return VOUCH_TYPE_LIST_ITEM;
}

static guint
get_n_items (GListModel *list)
{
  return VOUCH_PAGED_MODEL (list)->ids->len;
}

/* Some rows that are read together. */
typedef struct
{
  VouchPagedModel *model; /* held */
  GPtrArray *items;       /* in the order of the ids */
} Page;

/* What the reading thread is told. */
typedef struct
{
  const VouchListSource *source;
  VouchStation *station;
  char *query;
  gint64 after;
  GArray *ids;
} Order;

static void
free_order (gpointer data)
{
  Order *order = data;

  g_free (order->query);
  g_clear_pointer (&order->ids, g_array_unref);
  g_free (order);
}

static void
free_page (Page *page)
{
  g_object_unref (page->model);
  g_clear_pointer (&page->items, g_ptr_array_unref);
  g_free (page);
}

static gpointer
load_rows (VouchConn *conn, gpointer data, GError **error)
{
  Order *order = data;

  return order->source->read_rows (conn, (const gint64 *)(gpointer)order->ids->data, order->ids->len, error);
}

/* Rows come in the order that they were asked for; what is gone is left out. */
static void
fill_items (VouchPagedModel *self, GPtrArray *items, const GPtrArray *rows)
{
  gint64 now = vouch_clock_now (vouch_station_get_clock (vouch_desk_get_station (self->desk)));
  guint next = 0;

  for (guint i = 0; i < items->len && next < rows->len; i++)
    {
      gconstpointer row = g_ptr_array_index (rows, next);

      if (self->source->get_id (row) != vouch_list_item_get_id (g_ptr_array_index (items, i)))
        continue;
      self->fill (g_ptr_array_index (items, i), row, now);
      next++;
    }
}

/* What could not be read is asked for again by whoever looks at it next. */
static void
forget_asked (VouchPagedModel *self, const GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    vouch_held_lines_set_asked (self->held, vouch_list_item_get_id (g_ptr_array_index (items, i)), FALSE);
}

static void
rows_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Page *page = data;
  VouchPagedModel *self = page->model;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = vouch_desk_read_finish (VOUCH_DESK (source), result, &error);

  if (self->desk != VOUCH_DESK (source))
    forget_asked (self, page->items);
  else if (rows != NULL)
    {
      fill_items (self, page->items, rows);
      vouch_held_lines_keep_page (self->held, g_steal_pointer (&page->items));
    }
  else
    {
      forget_asked (self, page->items);
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_signal_emit (self, signals[FAILED], 0, error->message);
    }
  free_page (page);
}

static void
read_page (VouchPagedModel *self, const gint64 *ids, guint n)
{
  Page *page = g_new0 (Page, 1);
  Order *order = g_new0 (Order, 1);

  order->source = self->source;
  order->ids = g_array_sized_new (FALSE, FALSE, sizeof *ids, n);
  g_array_append_vals (order->ids, ids, n);
  page->model = g_object_ref (self);
  page->items = g_ptr_array_new_full (n, g_object_unref);
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (page->items, vouch_held_lines_ref_item (self->held, ids[i]));
      vouch_held_lines_set_asked (self->held, ids[i], TRUE);
    }
  vouch_desk_read_async (self->desk, load_rows, order, free_order, (GDestroyNotify)g_ptr_array_unref, self->closing,
                         rows_read_cb, page);
}

static gpointer
get_item (GListModel *list, guint position)
{
  VouchPagedModel *self = VOUCH_PAGED_MODEL (list);
  guint first = position - position % VOUCH_PAGED_MODEL_PAGE;
  VouchListItem *item;
  gint64 id;

  if (position >= self->ids->len)
    return NULL;
  id = g_array_index (self->ids, gint64, position);
  item = vouch_held_lines_ref_item (self->held, id);
  if (!vouch_held_lines_is_asked (self->held, id) && self->desk != NULL)
    read_page (self, &g_array_index (self->ids, gint64, first), MIN (VOUCH_PAGED_MODEL_PAGE, self->ids->len - first));
  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (VouchPagedModel, vouch_paged_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* Lines that are held show what the rows are now; the others are read when they are looked at. */
static void
refresh_held (VouchPagedModel *self)
{
  g_autoptr (GArray) held = NULL;

  vouch_held_lines_drop_pages (self->held);
  held = vouch_held_lines_dup_ids (self->held);
  for (guint i = 0; i < held->len; i += VOUCH_PAGED_MODEL_PAGE)
    read_page (self, &g_array_index (held, gint64, i), MIN (VOUCH_PAGED_MODEL_PAGE, held->len - i));
}

static void
splice (guint position, guint n_removed, const gint64 *added, guint n_added, gpointer data)
{
  VouchPagedModel *self = data;

  if (n_removed > 0)
    g_array_remove_range (self->ids, position, n_removed);
  if (n_added > 0)
    g_array_insert_vals (self->ids, position, added, n_added);
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
}

/* A list that is shown is replaced when the new one is there as a whole; one that was empty grows as it comes. */
static void
take_ids (VouchPagedModel *self, const GArray *portion)
{
  self->last_id = g_array_index (portion, gint64, portion->len - 1);
  if (self->is_whole)
    g_array_append_vals (self->coming, portion->data, portion->len);
  else
    splice (self->ids->len, 0, (const gint64 *)(gconstpointer)portion->data, portion->len, self);
}

static void
finish_ids (VouchPagedModel *self)
{
  g_autoptr (GArray) coming = g_steal_pointer (&self->coming);

  if (self->is_whole)
    {
      refresh_held (self);
      vouch_id_spans_find (self->ids, coming, splice, self);
    }
  self->is_whole = TRUE;
  g_signal_emit (self, signals[LOADED], 0);
}

static gpointer
load_ids (VouchConn *conn, gpointer data, GError **error)
{
  const Order *order = data;

  return order->source->read_ids (order->station, conn, order->query, order->after, IDS_MAX, error);
}

static void
ids_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchPagedModel) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) portion = vouch_desk_read_finish (VOUCH_DESK (source), result, &error);

  if (self->desk != VOUCH_DESK (source) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (portion == NULL)
    {
      g_clear_pointer (&self->coming, g_array_unref);
      g_signal_emit (self, signals[FAILED], 0, error->message);
      return;
    }
  if (portion->len > 0)
    take_ids (self, portion);
  if (portion->len >= IDS_MAX)
    read_ids (self);
  else
    finish_ids (self);
}

static void
read_ids (VouchPagedModel *self)
{
  Order *order = g_new0 (Order, 1);

  order->source = self->source;
  order->station = vouch_desk_get_station (self->desk);
  order->query = g_strdup (self->query);
  order->after = self->last_id;
  vouch_desk_read_async (self->desk, load_ids, order, free_order, (GDestroyNotify)g_array_unref, self->reading,
                         ids_read_cb, g_object_ref (self));
}

static void
stop_reading (VouchPagedModel *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->coming, g_array_unref);
}

static void
vouch_paged_model_finalize (GObject *object)
{
  VouchPagedModel *self = VOUCH_PAGED_MODEL (object);

  vouch_held_lines_free (self->held);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->coming, g_array_unref);
  g_clear_object (&self->reading);
  g_clear_object (&self->closing);
  g_free (self->query);
  G_OBJECT_CLASS (vouch_paged_model_parent_class)->finalize (object);
}

static void
vouch_paged_model_class_init (VouchPagedModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vouch_paged_model_finalize;
  signals[LOADED] =
      g_signal_new ("loaded", VOUCH_TYPE_PAGED_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", VOUCH_TYPE_PAGED_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_STRING);
}

static void
vouch_paged_model_init (VouchPagedModel *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->held = vouch_held_lines_new ();
  self->closing = g_cancellable_new ();
}

/**
 * vouch_paged_model_new:
 * @source: what the list is made of
 * @fill: puts a row into its line
 *
 * Returns: (transfer full): an empty list, until vouch_paged_model_reload()
 */
VouchPagedModel *
vouch_paged_model_new (const VouchListSource *source, VouchPagedFill fill)
{
  VouchPagedModel *self = g_object_new (VOUCH_TYPE_PAGED_MODEL, NULL);

  self->source = source;
  self->fill = fill;
  return self;
}

/**
 * vouch_paged_model_set_desk:
 * @self: a list
 * @desk: (nullable): who reads; %NULL ends all reading and empties the list
 */
void
vouch_paged_model_set_desk (VouchPagedModel *self, VouchDesk *desk)
{
  g_return_if_fail (VOUCH_IS_PAGED_MODEL (self));

  if (self->desk == desk)
    return;
  stop_reading (self);
  g_cancellable_cancel (self->closing);
  g_object_unref (self->closing);
  self->closing = g_cancellable_new ();
  self->desk = desk;
  self->is_whole = FALSE;
  vouch_held_lines_drop_pages (self->held);
  if (self->ids->len > 0)
    splice (0, self->ids->len, NULL, 0, self);
}

/**
 * vouch_paged_model_set_query:
 * @self: a list
 * @query: (nullable): what the rows have to fit; every list has its own language
 *
 * Reads the list anew if it is another query than before.
 */
void
vouch_paged_model_set_query (VouchPagedModel *self, const char *query)
{
  g_return_if_fail (VOUCH_IS_PAGED_MODEL (self));

  if (g_strcmp0 (self->query, query) == 0)
    return;
  g_free (self->query);
  self->query = g_strdup (query);
  vouch_paged_model_reload (self);
}

/**
 * vouch_paged_model_reload:
 * @self: a list
 *
 * Reads the list anew; a reading that was under way is given up.
 */
void
vouch_paged_model_reload (VouchPagedModel *self)
{
  g_return_if_fail (VOUCH_IS_PAGED_MODEL (self));

  stop_reading (self);
  if (self->desk == NULL)
    return;
  /* A first reading that was given up half way left its beginning; the new one is compared with that. */
  self->is_whole |= self->ids->len > 0;
  self->coming = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->last_id = 0;
  self->reading = g_cancellable_new ();
  read_ids (self);
}

/**
 * vouch_paged_model_is_loading:
 * @self: a list
 *
 * Returns: whether its ids are being read
 */
gboolean
vouch_paged_model_is_loading (VouchPagedModel *self)
{
  g_return_val_if_fail (VOUCH_IS_PAGED_MODEL (self), FALSE);

  return self->coming != NULL;
}

/**
 * vouch_paged_model_find:
 * @self: a list
 * @id: of a record
 *
 * Returns: the position of its line, or %G_MAXUINT; reads nothing
 */
guint
vouch_paged_model_find (VouchPagedModel *self, gint64 id)
{
  g_return_val_if_fail (VOUCH_IS_PAGED_MODEL (self), G_MAXUINT);

  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      return i;
  return G_MAXUINT;
}
