#include "vouch-receive-page.h"

#include "vouch-fact.h"
#include "vouch-line-item.h"
#include "vouch-list-item.h"

struct _VouchReceivePage
{
  AdwBin parent_instance;
  GtkStack *stack;
  GtkListView *deliveries;
  VouchFact *delivery;
  VouchFact *supplier;
  GtkColumnView *lines;
  GListStore *line_items;
};

enum
{
  DELIVERY_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchReceivePage, vouch_receive_page, ADW_TYPE_BIN)

static void
delivery_activate_cb (VouchReceivePage *self, guint position)
{
  GListModel *list = G_LIST_MODEL (gtk_list_view_get_model (self->deliveries));
  g_autoptr (VouchListItem) item = g_list_model_get_item (list, position);

  if (item != NULL)
    g_signal_emit (self, signals[DELIVERY_CHOSEN], 0, vouch_list_item_get_text (item, VOUCH_LIST_TITLE));
}

static const char *
choose_child (VouchReceivePage *self, const VouchDeskState *state)
{
  GListModel *list = G_LIST_MODEL (gtk_list_view_get_model (self->deliveries));

  if (state != NULL && state->receipt_id != 0)
    return "delivery";
  return list != NULL && g_list_model_get_n_items (list) > 0 ? "deliveries" : "empty";
}

static void
deliveries_loaded_cb (VouchReceivePage *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "delivery") != 0)
    gtk_stack_set_visible_child_name (self->stack, choose_child (self, NULL));
}

static void
vouch_receive_page_dispose (GObject *object)
{
  VouchReceivePage *self = VOUCH_RECEIVE_PAGE (object);

  g_clear_object (&self->line_items);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_RECEIVE_PAGE);
  G_OBJECT_CLASS (vouch_receive_page_parent_class)->dispose (object);
}

static void
vouch_receive_page_class_init (VouchReceivePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_receive_page_dispose;
  signals[DELIVERY_CHOSEN] = g_signal_new ("delivery-chosen", VOUCH_TYPE_RECEIVE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_css_name (widget_class, "page");
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-receive-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchReceivePage, stack);
  gtk_widget_class_bind_template_child (widget_class, VouchReceivePage, deliveries);
  gtk_widget_class_bind_template_child (widget_class, VouchReceivePage, delivery);
  gtk_widget_class_bind_template_child (widget_class, VouchReceivePage, supplier);
  gtk_widget_class_bind_template_child (widget_class, VouchReceivePage, lines);
  gtk_widget_class_bind_template_callback (widget_class, delivery_activate_cb);
}

static void
vouch_receive_page_init (VouchReceivePage *self)
{
  g_type_ensure (VOUCH_TYPE_FACT);
  g_type_ensure (VOUCH_TYPE_LIST_ITEM);
  g_type_ensure (VOUCH_TYPE_LINE_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->line_items = g_list_store_new (VOUCH_TYPE_LINE_ITEM);
  gtk_column_view_set_model (
      self->lines, GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->line_items)))));
  gtk_stack_set_visible_child_name (self->stack, choose_child (self, NULL));
}

/**
 * vouch_receive_page_set_deliveries:
 * @self: a page
 * @deliveries: the open deliveries
 */
void
vouch_receive_page_set_deliveries (VouchReceivePage *self, VouchPagedModel *deliveries)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  g_return_if_fail (VOUCH_IS_RECEIVE_PAGE (self));
  g_return_if_fail (VOUCH_IS_PAGED_MODEL (deliveries));

  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (deliveries)));
  gtk_list_view_set_model (self->deliveries, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (deliveries, "loaded", G_CALLBACK (deliveries_loaded_cb), self, G_CONNECT_SWAPPED);
  deliveries_loaded_cb (self);
}

/**
 * vouch_receive_page_set_state:
 * @self: a page
 * @state: what to show
 */
void
vouch_receive_page_set_state (VouchReceivePage *self, const VouchDeskState *state)
{
  g_autoptr (GPtrArray) items = NULL;

  g_return_if_fail (VOUCH_IS_RECEIVE_PAGE (self));
  g_return_if_fail (state != NULL);

  vouch_fact_set_value (self->delivery, state->delivery);
  vouch_fact_set_value (self->supplier, state->supplier);
  items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < state->lines->len; i++)
    g_ptr_array_add (items, vouch_line_item_new (g_ptr_array_index (state->lines, i)));
  g_list_store_splice (self->line_items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->line_items)), items->pdata,
                       items->len);
  gtk_stack_set_visible_child_name (self->stack, choose_child (self, state));
}
