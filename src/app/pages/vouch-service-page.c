#include "vouch-service-page.h"

#include <glib/gi18n-lib.h>

#include "vouch-case-list.h"
#include "vouch-case-pane.h"
#include "vouch-record-dialog.h"
#include "vouch-row-box.h"
#include "vouch-split.h"
#include "vouch-tab-stop.h"
#include "vouch-wrap-layout.h"

struct _VouchServicePage
{
  AdwBin parent_instance;
  GtkToggleButton *closed;
  GtkStack *stack;
  AdwStatusPage *empty;
  GtkListView *list;
  VouchCasePane *pane;
  VouchPagedModel *cases;
  GtkSingleSelection *selection;
  VouchDesk *desk; /* lent; nullable */
  char *lookup;    /* nullable: the lookup service's address */
  gboolean is_enrolled;
};

static void page_init (VouchPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VouchServicePage, vouch_service_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (VOUCH_TYPE_PAGE, page_init))

static void
selected_cb (VouchServicePage *self)
{
  VouchListItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (item != NULL && vouch_list_item_get_id (item) != vouch_case_pane_get_case (self->pane))
    vouch_case_pane_show_case (self->pane, vouch_list_item_get_id (item));
}

/* Return opens a case as a click does. */
static void
activate_cb (VouchServicePage *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
}

/* An empty list says what to do, and whose turn it is. */
static void
explain_empty (VouchServicePage *self)
{
  gboolean is_closed = gtk_toggle_button_get_active (self->closed);
  const char *title = is_closed ? _ ("No case is closed yet") : _ ("No customer waits");
  const char *what =
      _ ("Reports come by themselves while the window is open. Cases that were closed are listed apart.");

  if (is_closed)
    what = _ ("Answer an open case, and close it when the customer is content.");
  else if (!self->is_enrolled)
    what =
        _ ("No lookup service is enrolled: an administrator does that on the Settings page. Until then no report can "
           "come.");
  else if (self->lookup == NULL)
    what = _ ("No network reaches the lookup service: take over the file that it wrote with “vouch case receive”.");
  adw_status_page_set_title (self->empty, title);
  adw_status_page_set_description (self->empty, what);
}

static void
loaded_cb (VouchServicePage *self)
{
  gboolean has_cases = g_list_model_get_n_items (G_LIST_MODEL (self->cases)) > 0;
  gint64 shown = vouch_case_pane_get_case (self->pane);

  explain_empty (self);
  gtk_stack_set_visible_child_name (self->stack, has_cases ? "list" : "empty");
  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION && shown != 0)
    gtk_single_selection_set_selected (self->selection, vouch_paged_model_find (self->cases, shown));
}

static void
failed_cb (VouchServicePage *self, const char *message)
{
  if (self->desk != NULL)
    vouch_desk_refuse (self->desk, _ ("Not read"), message);
}

static void
closed_cb (VouchServicePage *self)
{
  vouch_paged_model_set_query (self->cases,
                               gtk_toggle_button_get_active (self->closed) ? VOUCH_CASE_QUERY_CLOSED : NULL);
}

static void
answered_cb (VouchServicePage *self)
{
  vouch_paged_model_reload (self->cases);
}

static void
check_record_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VouchServicePage *self = VOUCH_SERVICE_PAGE (widget);

  if (self->desk != NULL)
    gtk_window_present (GTK_WINDOW (vouch_record_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->desk)));
}

static void
refresh (VouchPage *page)
{
  VouchServicePage *self = VOUCH_SERVICE_PAGE (page);
  g_autofree char *key = NULL;

  if (self->desk == NULL)
    return;
  key = vouch_station_dup_policy (vouch_desk_get_station (self->desk), "lookup-key");
  g_free (self->lookup);
  self->lookup = vouch_station_dup_policy (vouch_desk_get_station (self->desk), "lookup-url");
  self->is_enrolled = key != NULL;
  vouch_paged_model_reload (self->cases);
  vouch_case_pane_refresh (self->pane);
}

/* The courier brings cases while nobody touches anything. */
static void
desk_changed_cb (VouchServicePage *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  vouch_paged_model_reload (self->cases);
  vouch_case_pane_refresh (self->pane);
}

static void
set_desk (VouchPage *page, VouchDesk *desk)
{
  VouchServicePage *self = VOUCH_SERVICE_PAGE (page);

  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  self->desk = desk;
  if (desk != NULL)
    g_signal_connect_object (desk, "changed", G_CALLBACK (desk_changed_cb), self, G_CONNECT_SWAPPED);
  vouch_case_pane_set_desk (self->pane, desk);
  vouch_paged_model_set_desk (self->cases, desk);
}

static void
page_init (VouchPageInterface *iface)
{
  iface->set_desk = set_desk;
  iface->refresh = refresh;
}

static void
vouch_service_page_dispose (GObject *object)
{
  VouchServicePage *self = VOUCH_SERVICE_PAGE (object);

  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  self->desk = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_SERVICE_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->cases);
  g_clear_pointer (&self->lookup, g_free);
  G_OBJECT_CLASS (vouch_service_page_parent_class)->dispose (object);
}

static void
vouch_service_page_class_init (VouchServicePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_service_page_dispose;
  gtk_widget_class_set_css_name (widget_class, "page");
  gtk_widget_class_install_action (widget_class, "service.check-record", NULL, check_record_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-service-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchServicePage, closed);
  gtk_widget_class_bind_template_child (widget_class, VouchServicePage, stack);
  gtk_widget_class_bind_template_child (widget_class, VouchServicePage, empty);
  gtk_widget_class_bind_template_child (widget_class, VouchServicePage, list);
  gtk_widget_class_bind_template_child (widget_class, VouchServicePage, pane);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
}

static void
vouch_service_page_init (VouchServicePage *self)
{
  g_type_ensure (VOUCH_TYPE_CASE_PANE);
  g_type_ensure (VOUCH_TYPE_LIST_ITEM);
  g_type_ensure (VOUCH_TYPE_ROW_BOX);
  g_type_ensure (VOUCH_TYPE_SPLIT);
  g_type_ensure (VOUCH_TYPE_TAB_STOP);
  g_type_ensure (VOUCH_TYPE_WRAP_LAYOUT);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cases = vouch_case_list_new ();
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->cases)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_object (self->cases, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->cases, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->pane, "answered", G_CALLBACK (answered_cb), self);
}
