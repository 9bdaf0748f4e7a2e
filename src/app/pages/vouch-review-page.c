#include "vouch-review-page.h"

#include "vouch-list-item.h"
#include "vouch-lot-detail.h"
#include "vouch-shape.h"

struct _VouchReviewPage
{
  AdwBin parent_instance;
  GtkStack *list_stack;
  GtkListView *list;
  GtkStack *detail_stack;
  VouchLotDetail *detail;
  GtkWidget *decide;
  gboolean may_decide;
  gint64 lot_id; /* shown, or being read */
};

enum
{
  LOT_CHOSEN,
  DECIDE,
  REPORT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchReviewPage, vouch_review_page, ADW_TYPE_BIN)

static void
selected_cb (VouchReviewPage *self)
{
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (self->list));
  VouchListItem *item = gtk_single_selection_get_selected_item (selection);

  if (item == NULL || vouch_list_item_get_id (item) == self->lot_id)
    return;
  self->lot_id = vouch_list_item_get_id (item);
  g_signal_emit (self, signals[LOT_CHOSEN], 0, self->lot_id);
}

static void
decide_cb (VouchReviewPage *self)
{
  g_signal_emit (self, signals[DECIDE], 0);
}

static void
report_cb (VouchReviewPage *self)
{
  g_signal_emit (self, signals[REPORT], 0);
}

/* What waits is held; what holds nothing was decided, or is the inspector's. */
static void
update_decide (VouchReviewPage *self)
{
  const VouchLotFile *file = vouch_lot_detail_get_file (self->detail);

  gtk_widget_set_sensitive (self->decide, self->may_decide && file != NULL && file->lot->held > 0 &&
                                              file->lot->status != VOUCH_LOT_STATUS_PENDING);
}

/* Return opens a lot as a click does. */
static void
activate_cb (VouchReviewPage *self, guint position)
{
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (gtk_list_view_get_model (self->list)), position);
}

static void
vouch_review_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_REVIEW_PAGE);
  G_OBJECT_CLASS (vouch_review_page_parent_class)->dispose (object);
}

static void
vouch_review_page_class_init (VouchReviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_review_page_dispose;
  signals[LOT_CHOSEN] = g_signal_new ("lot-chosen", VOUCH_TYPE_REVIEW_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[DECIDE] =
      g_signal_new ("decide", VOUCH_TYPE_REVIEW_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REPORT] =
      g_signal_new ("report", VOUCH_TYPE_REVIEW_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "page");
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-review-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchReviewPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, VouchReviewPage, list);
  gtk_widget_class_bind_template_child (widget_class, VouchReviewPage, detail_stack);
  gtk_widget_class_bind_template_child (widget_class, VouchReviewPage, detail);
  gtk_widget_class_bind_template_child (widget_class, VouchReviewPage, decide);
  gtk_widget_class_bind_template_callback (widget_class, decide_cb);
  gtk_widget_class_bind_template_callback (widget_class, report_cb);
}

static void
vouch_review_page_init (VouchReviewPage *self)
{
  g_type_ensure (VOUCH_TYPE_LIST_ITEM);
  g_type_ensure (VOUCH_TYPE_LOT_DETAIL);
  g_type_ensure (VOUCH_TYPE_SHAPE);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (activate_cb), self);
}

static guint
find_position (GListModel *lots, gint64 lot_id)
{
  for (guint i = 0; i < g_list_model_get_n_items (lots); i++)
    {
      g_autoptr (VouchListItem) item = g_list_model_get_item (lots, i);

      if (vouch_list_item_get_id (item) == lot_id)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/**
 * vouch_review_page_set_lots:
 * @self: a page
 * @lots: the #VouchListItem of what waits
 *
 * The lot that is shown stays chosen if it is among them.
 */
void
vouch_review_page_set_lots (VouchReviewPage *self, GListModel *lots)
{
  g_autoptr (GtkSingleSelection) selection = NULL;

  g_return_if_fail (VOUCH_IS_REVIEW_PAGE (self));
  g_return_if_fail (G_IS_LIST_MODEL (lots));

  selection = gtk_single_selection_new (g_object_ref (lots));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_selected (selection, find_position (lots, self->lot_id));
  g_signal_connect_object (selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  gtk_stack_set_visible_child_name (self->list_stack, g_list_model_get_n_items (lots) > 0 ? "list" : "empty");
}

/**
 * vouch_review_page_take_file:
 * @self: a page
 * @file: (transfer full): the lot to show, of the list or not
 */
void
vouch_review_page_take_file (VouchReviewPage *self, VouchLotFile *file)
{
  g_return_if_fail (VOUCH_IS_REVIEW_PAGE (self));
  g_return_if_fail (file != NULL);

  self->lot_id = file->lot->id;
  vouch_lot_detail_take_file (self->detail, file);
  gtk_stack_set_visible_child_name (self->detail_stack, "detail");
  update_decide (self);
}

/**
 * vouch_review_page_set_may_decide:
 * @self: a page
 * @may_decide: whether the person signed in may decide on held and rejected lots
 */
void
vouch_review_page_set_may_decide (VouchReviewPage *self, gboolean may_decide)
{
  g_return_if_fail (VOUCH_IS_REVIEW_PAGE (self));

  self->may_decide = may_decide;
  update_decide (self);
}

/**
 * vouch_review_page_get_file:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the lot that is shown
 */
const VouchLotFile *
vouch_review_page_get_file (VouchReviewPage *self)
{
  g_return_val_if_fail (VOUCH_IS_REVIEW_PAGE (self), NULL);

  return vouch_lot_detail_get_file (self->detail);
}
