#include "vouch-search-page.h"

#include "vouch-lot-list.h"
#include "vouch-page.h"
#include "vouch-split.h"
#include "vouch-tab-stop.h"

struct _VouchSearchPage
{
  AdwBin parent_instance;
  GtkEditable *entry;
  GtkStack *stack;
  GtkListView *list;
  VouchLotPane *pane;
  VouchPagedModel *lots;
  GtkSingleSelection *selection;
};

enum
{
  REFUSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void page_init (VouchPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VouchSearchPage, vouch_search_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (VOUCH_TYPE_PAGE, page_init))

static void
selected_cb (VouchSearchPage *self)
{
  VouchListItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (item != NULL && vouch_list_item_get_id (item) != vouch_lot_pane_get_lot (self->pane))
    vouch_lot_pane_show_lot (self->pane, vouch_list_item_get_id (item));
}

/* Return opens a lot as a click does. */
static void
activate_cb (VouchSearchPage *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
}

static void
search_changed_cb (VouchSearchPage *self)
{
  vouch_paged_model_set_query (self->lots, gtk_editable_get_text (self->entry));
}

/* Return after typing opens the newest lot that fits. */
static void
typed_cb (VouchSearchPage *self)
{
  search_changed_cb (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->lots)) > 0 && !vouch_paged_model_is_loading (self->lots))
    gtk_single_selection_set_selected (self->selection, 0);
}

static void
loaded_cb (VouchSearchPage *self)
{
  gboolean has_lots = g_list_model_get_n_items (G_LIST_MODEL (self->lots)) > 0;
  gboolean has_text = *gtk_editable_get_text (self->entry) != '\0';

  gtk_stack_set_visible_child_name (self->stack, has_lots ? "list" : has_text ? "nothing" : "empty");
}

static void
failed_cb (VouchSearchPage *self, const char *message)
{
  g_signal_emit (self, signals[REFUSED], 0, message);
}

static void
set_desk (VouchPage *page, VouchDesk *desk)
{
  VouchSearchPage *self = VOUCH_SEARCH_PAGE (page);

  vouch_lot_pane_set_desk (self->pane, desk);
  vouch_paged_model_set_desk (self->lots, desk);
}

static void
refresh (VouchPage *page)
{
  vouch_paged_model_reload (VOUCH_SEARCH_PAGE (page)->lots);
}

static void
page_init (VouchPageInterface *iface)
{
  iface->set_desk = set_desk;
  iface->refresh = refresh;
}

static void
vouch_search_page_dispose (GObject *object)
{
  VouchSearchPage *self = VOUCH_SEARCH_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_SEARCH_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->lots);
  G_OBJECT_CLASS (vouch_search_page_parent_class)->dispose (object);
}

static void
vouch_search_page_class_init (VouchSearchPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_search_page_dispose;
  signals[REFUSED] = g_signal_new ("refused", VOUCH_TYPE_SEARCH_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_css_name (widget_class, "page");
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-search-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchSearchPage, entry);
  gtk_widget_class_bind_template_child (widget_class, VouchSearchPage, stack);
  gtk_widget_class_bind_template_child (widget_class, VouchSearchPage, list);
  gtk_widget_class_bind_template_child (widget_class, VouchSearchPage, pane);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
}

static void
vouch_search_page_init (VouchSearchPage *self)
{
  g_type_ensure (VOUCH_TYPE_LIST_ITEM);
  g_type_ensure (VOUCH_TYPE_LOT_PANE);
  g_type_ensure (VOUCH_TYPE_SHAPE);
  g_type_ensure (VOUCH_TYPE_SPLIT);
  g_type_ensure (VOUCH_TYPE_TAB_STOP);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->lots = vouch_lot_list_new_for_search ();
  g_signal_connect_object (self->lots, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lots, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->lots)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

/**
 * vouch_search_page_set_text:
 * @self: a page
 * @text: what to search for
 */
void
vouch_search_page_set_text (VouchSearchPage *self, const char *text)
{
  g_return_if_fail (VOUCH_IS_SEARCH_PAGE (self));

  gtk_editable_set_text (self->entry, text);
  search_changed_cb (self);
}

/**
 * vouch_search_page_start:
 * @self: a page
 *
 * Makes ready for typing over what was searched for last.
 */
void
vouch_search_page_start (VouchSearchPage *self)
{
  g_return_if_fail (VOUCH_IS_SEARCH_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}

/**
 * vouch_search_page_get_pane:
 * @self: a page
 *
 * Returns: (transfer none): where the chosen lot is shown
 */
VouchLotPane *
vouch_search_page_get_pane (VouchSearchPage *self)
{
  g_return_val_if_fail (VOUCH_IS_SEARCH_PAGE (self), NULL);

  return self->pane;
}
