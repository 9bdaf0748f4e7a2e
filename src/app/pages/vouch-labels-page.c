#include "vouch-labels-page.h"

#include <glib/gi18n-lib.h>

#include "vouch-code-meaning.h"
#include "vouch-label-pane.h"
#include "vouch-place-pane.h"
#include "vouch-print-entry.h"
#include "vouch-print-list.h"
#include "vouch-split.h"
#include "vouch-tab-stop.h"

struct _VouchLabelsPage
{
  AdwBin parent_instance;
  GtkStack *batch_stack;
  GtkListView *batches;
  GtkStack *job_stack;
  GtkListView *jobs;
  VouchLabelPane *pane;
  VouchPlacePane *places;
  VouchPagedModel *batch_model;
  VouchPagedModel *job_model;
  VouchDesk *desk; /* lent; nullable */
  GCancellable *cancellable;
};

enum
{
  OPEN_FILE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void page_init (VouchPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VouchLabelsPage, vouch_labels_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (VOUCH_TYPE_PAGE, page_init))

static void
show_whether_empty (VouchPagedModel *model, GtkStack *stack)
{
  gtk_stack_set_visible_child_name (stack, g_list_model_get_n_items (G_LIST_MODEL (model)) > 0 ? "list" : "empty");
}

static void
loaded_cb (VouchLabelsPage *self)
{
  show_whether_empty (self->batch_model, self->batch_stack);
  show_whether_empty (self->job_model, self->job_stack);
}

typedef struct
{
  const VouchListSource *source;
  gint64 id;
} RowQuery;

static gpointer
read_row (VouchConn *conn, gpointer data, GError **error)
{
  const RowQuery *query = data;
  g_autoptr (GPtrArray) rows = query->source->read_rows (conn, &query->id, 1, error);

  return rows != NULL && rows->len > 0 ? g_ptr_array_steal_index (rows, 0) : NULL;
}

static void
batch_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchLabelsPage) self = data;
  g_autoptr (VouchBatchEntry) entry = vouch_desk_read_finish (VOUCH_DESK (source), result, NULL);

  if (entry != NULL && self->desk == (gpointer)source)
    vouch_label_pane_show (self->pane, entry->lot_id, entry->id, VOUCH_PRINT_PURPOSE_UNIT);
}

static void
job_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchLabelsPage) self = data;
  g_autoptr (VouchJobEntry) entry = vouch_desk_read_finish (VOUCH_DESK (source), result, NULL);

  if (entry != NULL && entry->lot_id != 0 && self->desk == (gpointer)source)
    vouch_label_pane_show (self->pane, entry->lot_id, entry->batch_id, entry->purpose);
}

static void
read_chosen (VouchLabelsPage *self, VouchPagedModel *model, guint position, const VouchListSource *source,
             GDestroyNotify free_row, GAsyncReadyCallback callback)
{
  g_autoptr (VouchListItem) item = g_list_model_get_item (G_LIST_MODEL (model), position);
  RowQuery *query;

  if (item == NULL || self->desk == NULL)
    return;
  query = g_new0 (RowQuery, 1);
  *query = (RowQuery){ source, vouch_list_item_get_id (item) };
  vouch_desk_read_async (self->desk, read_row, query, g_free, free_row, self->cancellable, callback,
                         g_object_ref (self));
}

static void
batch_activate_cb (VouchLabelsPage *self, guint position)
{
  read_chosen (self, self->batch_model, position, &vouch_batch_source, (GDestroyNotify)vouch_batch_entry_free,
               batch_read_cb);
}

static void
job_activate_cb (VouchLabelsPage *self, guint position)
{
  read_chosen (self, self->job_model, position, &vouch_job_source, (GDestroyNotify)vouch_job_entry_free, job_read_cb);
}

static void
changed_cb (VouchLabelsPage *self)
{
  vouch_paged_model_reload (self->batch_model);
  vouch_paged_model_reload (self->job_model);
}

static void
open_file_cb (VouchLabelsPage *self, const char *path)
{
  g_signal_emit (self, signals[OPEN_FILE], 0, path);
}

static void
set_desk (VouchPage *page, VouchDesk *desk)
{
  VouchLabelsPage *self = VOUCH_LABELS_PAGE (page);

  self->desk = desk;
  vouch_paged_model_set_desk (self->batch_model, desk);
  vouch_paged_model_set_desk (self->job_model, desk);
  vouch_label_pane_set_desk (self->pane, desk);
  vouch_place_pane_set_desk (self->places, desk);
}

static void
refresh (VouchPage *page)
{
  VouchLabelsPage *self = VOUCH_LABELS_PAGE (page);

  changed_cb (self);
  vouch_label_pane_read (self->pane);
  vouch_place_pane_read (self->places);
}

typedef struct
{
  VouchStation *station;
  char *text;
} CodeQuery;

static void
free_code_query (gpointer data)
{
  g_free (((CodeQuery *)data)->text);
  g_free (data);
}

static gpointer
find_lot (VouchConn *conn, gpointer data, GError **error)
{
  CodeQuery *query = data;
  g_auto (VouchCodeMeaning) meaning = { 0 };

  if (!vouch_code_find (conn, query->station, query->text, &meaning, error))
    return NULL;
  return g_memdup2 (&meaning.lot_id, sizeof meaning.lot_id);
}

static void
lot_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchLabelsPage) self = data;
  g_autofree gint64 *lot_id = vouch_desk_read_finish (VOUCH_DESK (source), result, NULL);

  if (lot_id == NULL || self->desk == NULL || self->desk != (gpointer)source)
    return;
  if (*lot_id != 0)
    vouch_labels_page_show_lot (self, *lot_id);
  else
    vouch_desk_refuse (self->desk, _ ("Unknown code"), _ ("No lot of this station has this code."));
}

/* A label's address brings up its lot, unless printed labels are being read back. */
static gboolean
take_scan (VouchPage *page, const char *text)
{
  VouchLabelsPage *self = VOUCH_LABELS_PAGE (page);
  CodeQuery *query;

  if (vouch_label_pane_take_scan (self->pane, text))
    return TRUE;
  if (self->desk == NULL || strstr (text, "://") == NULL)
    return FALSE;
  query = g_new0 (CodeQuery, 1);
  *query = (CodeQuery){ vouch_desk_get_station (self->desk), g_strdup (text) };
  vouch_desk_read_async (self->desk, find_lot, query, free_code_query, g_free, self->cancellable, lot_found_cb,
                         g_object_ref (self));
  return TRUE;
}

static void
page_init (VouchPageInterface *iface)
{
  iface->set_desk = set_desk;
  iface->refresh = refresh;
  iface->take_scan = take_scan;
}

static void
vouch_labels_page_dispose (GObject *object)
{
  VouchLabelsPage *self = VOUCH_LABELS_PAGE (object);

  self->desk = NULL;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_LABELS_PAGE);
  g_clear_object (&self->batch_model);
  g_clear_object (&self->job_model);
  G_OBJECT_CLASS (vouch_labels_page_parent_class)->dispose (object);
}

static void
vouch_labels_page_class_init (VouchLabelsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_labels_page_dispose;
  signals[OPEN_FILE] = g_signal_new ("open-file", VOUCH_TYPE_LABELS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_css_name (widget_class, "page");
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-labels-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchLabelsPage, batch_stack);
  gtk_widget_class_bind_template_child (widget_class, VouchLabelsPage, batches);
  gtk_widget_class_bind_template_child (widget_class, VouchLabelsPage, job_stack);
  gtk_widget_class_bind_template_child (widget_class, VouchLabelsPage, jobs);
  gtk_widget_class_bind_template_child (widget_class, VouchLabelsPage, pane);
  gtk_widget_class_bind_template_child (widget_class, VouchLabelsPage, places);
  gtk_widget_class_bind_template_callback (widget_class, batch_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, job_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_file_cb);
}

static void
show_model (VouchLabelsPage *self, GtkListView *list, VouchPagedModel *model)
{
  g_autoptr (GtkSelectionModel) selection =
      GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (G_LIST_MODEL (model))));

  gtk_single_selection_set_autoselect (GTK_SINGLE_SELECTION (selection), FALSE);
  gtk_list_view_set_model (list, selection);
  gtk_list_view_set_single_click_activate (list, TRUE);
  g_signal_connect_object (model, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
}

static void
vouch_labels_page_init (VouchLabelsPage *self)
{
  g_type_ensure (VOUCH_TYPE_LABEL_PANE);
  g_type_ensure (VOUCH_TYPE_PLACE_PANE);
  g_type_ensure (VOUCH_TYPE_SPLIT);
  self->cancellable = g_cancellable_new ();
  self->batch_model = vouch_print_list_new_of_batches ();
  self->job_model = vouch_print_list_new_of_jobs ();
  g_type_ensure (VOUCH_TYPE_TAB_STOP);
  gtk_widget_init_template (GTK_WIDGET (self));
  show_model (self, self->batches, self->batch_model);
  show_model (self, self->jobs, self->job_model);
}

/**
 * vouch_labels_page_show_lot:
 * @self: a page
 * @lot_id: a lot
 *
 * Shows the labels of a lot that was chosen elsewhere.
 */
void
vouch_labels_page_show_lot (VouchLabelsPage *self, gint64 lot_id)
{
  g_return_if_fail (VOUCH_IS_LABELS_PAGE (self));

  vouch_label_pane_show (self->pane, lot_id, 0, VOUCH_PRINT_PURPOSE_UNIT);
}

/**
 * vouch_labels_page_print_lot:
 * @self: a page
 * @lot_id: a lot
 * @batch_id: codes of the lot; 0 for those that its units still want
 *
 * Shows the labels of a lot's units and begins to print them, as the page's button does.
 */
void
vouch_labels_page_print_lot (VouchLabelsPage *self, gint64 lot_id, gint64 batch_id)
{
  g_return_if_fail (VOUCH_IS_LABELS_PAGE (self));

  vouch_label_pane_show (self->pane, lot_id, batch_id, VOUCH_PRINT_PURPOSE_UNIT);
  vouch_label_pane_print (self->pane);
}
