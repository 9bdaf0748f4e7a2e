#include "vouch-review-page.h"

#include "vouch-list-item.h"
#include "vouch-matter-section.h"
#include "vouch-page.h"
#include "vouch-severity-section.h"
#include "vouch-shape.h"
#include "vouch-split.h"
#include "vouch-tab-stop.h"
#include "vouch-wrap-layout.h"

struct _VouchReviewPage
{
  AdwBin parent_instance;
  GtkWidget *switcher;
  GtkStack *sides;
  GtkStack *list_stack;
  GtkListView *list;
  VouchMatterSection *matters;
  VouchMatterSection *suspicions;
  VouchSeveritySection *severity;
  VouchLotPane *pane;
};

static void page_init (VouchPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VouchReviewPage, vouch_review_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (VOUCH_TYPE_PAGE, page_init))

static void
selected_cb (VouchReviewPage *self)
{
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (self->list));
  VouchListItem *item = gtk_single_selection_get_selected_item (selection);

  if (item != NULL && vouch_list_item_get_id (item) != vouch_lot_pane_get_lot (self->pane))
    vouch_lot_pane_show_lot (self->pane, vouch_list_item_get_id (item));
}

/* Return opens a lot as a click does. */
static void
activate_cb (VouchReviewPage *self, guint position)
{
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (gtk_list_view_get_model (self->list)), position);
}

/* The next or the one before; from none the first. What is chosen is scrolled to, wherever the focus is. */
static void
step (VouchReviewPage *self, int by)
{
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (self->list));
  guint n = selection != NULL ? g_list_model_get_n_items (G_LIST_MODEL (selection)) : 0;
  guint selected = n > 0 ? gtk_single_selection_get_selected (selection) : GTK_INVALID_LIST_POSITION;
  guint target = selected == GTK_INVALID_LIST_POSITION ? 0 : (guint)CLAMP ((gint64)selected + by, 0, (gint64)n - 1);

  if (n == 0)
    return;
  gtk_single_selection_set_selected (selection, target);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", target);
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (VOUCH_REVIEW_PAGE (widget), 1);
}

static void
previous_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (VOUCH_REVIEW_PAGE (widget), -1);
}

/* The lot that is chosen is shown already; opening it goes over to it, so that its sample can be walked. */
static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VouchReviewPage *self = VOUCH_REVIEW_PAGE (widget);

  if (vouch_lot_pane_get_lot (self->pane) == 0)
    step (self, 0);
  gtk_widget_child_focus (GTK_WIDGET (self->pane), GTK_DIR_TAB_FORWARD);
}

/* The keys of somebody who goes through many lots. */
static const struct
{
  guint keyval;
  const char *action;
} keys[] = {
  { GDK_KEY_j, "review.next" },  { GDK_KEY_k, "review.previous" }, { GDK_KEY_Return, "review.open" },
  { GDK_KEY_d, "lot.decide" },   { GDK_KEY_p, "lot.photos" },      { GDK_KEY_c, "lot.compare" },
  { GDK_KEY_slash, "win.page" },
};

static gboolean
take_key (VouchPage *page, guint keyval)
{
  VouchReviewPage *self = VOUCH_REVIEW_PAGE (page);

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (gdk_keyval_to_lower (keyval) != keys[i].keyval)
        continue;
      if (keyval == GDK_KEY_slash)
        gtk_widget_activate_action (GTK_WIDGET (self->pane), keys[i].action, "s", "search");
      else
        gtk_widget_activate_action (GTK_WIDGET (self->pane), keys[i].action, NULL);
      return TRUE;
    }
  return FALSE;
}

static void
set_desk (VouchPage *page, VouchDesk *desk)
{
  VouchReviewPage *self = VOUCH_REVIEW_PAGE (page);

  vouch_lot_pane_set_desk (self->pane, desk);
  vouch_page_set_desk (VOUCH_PAGE (self->matters), desk);
  vouch_page_set_desk (VOUCH_PAGE (self->suspicions), desk);
  vouch_page_set_desk (VOUCH_PAGE (self->severity), desk);
}

static void
refresh (VouchPage *page)
{
  VouchReviewPage *self = VOUCH_REVIEW_PAGE (page);

  vouch_page_refresh (VOUCH_PAGE (self->matters));
  vouch_page_refresh (VOUCH_PAGE (self->suspicions));
  vouch_page_refresh (VOUCH_PAGE (self->severity));
}

/* Where no lot waits but something from customers or the dock does, or a ledger is broken, that is what is shown. */
static void
matters_cb (VouchReviewPage *self)
{
  const char *lots = gtk_stack_get_visible_child_name (self->list_stack);
  gboolean has_matters = gtk_widget_get_visible (GTK_WIDGET (self->matters));
  gboolean has_suspicions = gtk_widget_get_visible (GTK_WIDGET (self->suspicions));
  gboolean is_pressing;

  g_object_get (self->severity, "pressing", &is_pressing, NULL);
  gtk_widget_set_visible (self->switcher,
                          has_matters || has_suspicions || gtk_widget_get_visible (GTK_WIDGET (self->severity)));
  if (lots == NULL || !g_str_equal (lots, "empty"))
    return;
  if (has_suspicions)
    gtk_stack_set_visible_child_name (self->sides, "customers");
  else if (has_matters)
    gtk_stack_set_visible_child_name (self->sides, "dock");
  else if (is_pressing)
    gtk_stack_set_visible_child_name (self->sides, "severity");
}

static void
refused_cb (VouchReviewPage *self, const char *message)
{
  g_signal_emit_by_name (self->pane, "refused", message);
}

static void
done_cb (VouchReviewPage *self, const char *message)
{
  g_signal_emit_by_name (self->pane, "done", message);
}

/* What the QA lead is to approve is about a lot that need not wait itself. */
static void
lot_chosen_cb (VouchReviewPage *self, gint64 lot_id)
{
  vouch_lot_pane_show_lot (self->pane, lot_id);
}

static void
page_init (VouchPageInterface *iface)
{
  iface->set_desk = set_desk;
  iface->refresh = refresh;
  iface->take_key = take_key;
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
  gtk_widget_class_install_action (widget_class, "review.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "review.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "review.open", NULL, open_action);
  gtk_widget_class_set_css_name (widget_class, "page");
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-review-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchReviewPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, VouchReviewPage, sides);
  gtk_widget_class_bind_template_child (widget_class, VouchReviewPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, VouchReviewPage, list);
  gtk_widget_class_bind_template_child (widget_class, VouchReviewPage, matters);
  gtk_widget_class_bind_template_child (widget_class, VouchReviewPage, suspicions);
  gtk_widget_class_bind_template_child (widget_class, VouchReviewPage, severity);
  gtk_widget_class_bind_template_child (widget_class, VouchReviewPage, pane);
  gtk_widget_class_bind_template_callback (widget_class, matters_cb);
}

/* In large type the sides need more than one row, in which they are buttons beside each other rather than one bar. */
static void
loosen (GtkWidget *switcher)
{
  gtk_widget_remove_css_class (switcher, "linked");
  for (GtkWidget *button = gtk_widget_get_first_child (switcher); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    gtk_widget_set_hexpand (button, FALSE);
}

static void
vouch_review_page_init (VouchReviewPage *self)
{
  g_type_ensure (VOUCH_TYPE_LIST_ITEM);
  g_type_ensure (VOUCH_TYPE_LOT_PANE);
  g_type_ensure (VOUCH_TYPE_MATTER_SECTION);
  g_type_ensure (VOUCH_TYPE_SEVERITY_SECTION);
  g_type_ensure (VOUCH_TYPE_SHAPE);
  g_type_ensure (VOUCH_TYPE_SPLIT);
  g_type_ensure (VOUCH_TYPE_TAB_STOP);
  g_type_ensure (VOUCH_TYPE_WRAP_LAYOUT);
  gtk_widget_init_template (GTK_WIDGET (self));
  loosen (self->switcher);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (self->matters, "refused", G_CALLBACK (refused_cb), self);
  g_signal_connect_swapped (self->severity, "refused", G_CALLBACK (refused_cb), self);
  g_signal_connect_swapped (self->severity, "done", G_CALLBACK (done_cb), self);
  g_signal_connect_swapped (self->matters, "lot-chosen", G_CALLBACK (lot_chosen_cb), self);
  g_signal_connect_swapped (self->suspicions, "refused", G_CALLBACK (refused_cb), self);
  g_signal_connect_swapped (self->suspicions, "lot-chosen", G_CALLBACK (lot_chosen_cb), self);
}

/* While the first lots are on their way nothing is said, for it would be wrong in a moment. */
static void
show_lots (VouchReviewPage *self, VouchPagedModel *lots)
{
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (self->list));
  gboolean has_lots = g_list_model_get_n_items (G_LIST_MODEL (lots)) > 0;

  gtk_stack_set_visible_child_name (self->list_stack,
                                    has_lots || vouch_paged_model_is_loading (lots) ? "list" : "empty");
  matters_cb (self);
  if (selection != NULL && gtk_single_selection_get_selected (selection) == GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (selection, vouch_paged_model_find (lots, vouch_lot_pane_get_lot (self->pane)));
}

/**
 * vouch_review_page_set_lots:
 * @self: a page
 * @lots: what waits
 *
 * The lot that is shown stays chosen if it is among them.
 */
void
vouch_review_page_set_lots (VouchReviewPage *self, VouchPagedModel *lots)
{
  g_autoptr (GtkSingleSelection) selection = NULL;

  g_return_if_fail (VOUCH_IS_REVIEW_PAGE (self));
  g_return_if_fail (VOUCH_IS_PAGED_MODEL (lots));

  selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (lots)));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_selected (selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (lots, "loaded", G_CALLBACK (show_lots), self, G_CONNECT_SWAPPED);
  show_lots (self, lots);
}

/**
 * vouch_review_page_get_pane:
 * @self: a page
 *
 * Returns: (transfer none): where the chosen lot is shown and decided on
 */
VouchLotPane *
vouch_review_page_get_pane (VouchReviewPage *self)
{
  g_return_val_if_fail (VOUCH_IS_REVIEW_PAGE (self), NULL);

  return self->pane;
}
