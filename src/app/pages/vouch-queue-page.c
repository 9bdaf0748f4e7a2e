#include "vouch-queue-page.h"

#include "vouch-answer-sheet.h"
#include "vouch-page.h"
#include "vouch-queue-list.h"
#include "vouch-stage-page.h"
#include "vouch-tab-stop.h"

struct _VouchQueuePage
{
  AdwBin parent_instance;
  GtkStack *stack;
  GtkListView *list;
  VouchAnswerSheet *answers;
  gboolean asks; /* a scan brought up a question */
  VouchPagedModel *work;
  VouchDesk *desk; /* lent */
};

enum
{
  REFUSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void page_init (VouchPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VouchQueuePage, vouch_queue_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (VOUCH_TYPE_PAGE, page_init))

static void
activate_cb (VouchQueuePage *self, guint position)
{
  g_autoptr (VouchListItem) item = g_list_model_get_item (G_LIST_MODEL (self->work), position);

  if (item != NULL && self->desk != NULL)
    vouch_desk_resume (self->desk, vouch_list_item_get_id (item));
}

static void
loaded_cb (VouchQueuePage *self)
{
  gboolean has_work = g_list_model_get_n_items (G_LIST_MODEL (self->work)) > 0;

  gtk_stack_set_visible_child_name (self->stack, self->asks ? "answers" : has_work ? "list" : "empty");
}

static void
failed_cb (VouchQueuePage *self, const char *message)
{
  g_signal_emit (self, signals[REFUSED], 0, message);
}

static void
set_desk (VouchPage *page, VouchDesk *desk)
{
  VouchQueuePage *self = VOUCH_QUEUE_PAGE (page);

  self->desk = desk;
  vouch_paged_model_set_desk (self->work, desk);
}

static void
refresh (VouchPage *page)
{
  vouch_paged_model_reload (VOUCH_QUEUE_PAGE (page)->work);
}

static void
page_init (VouchPageInterface *iface)
{
  iface->set_desk = set_desk;
  iface->refresh = refresh;
}

static void
vouch_queue_page_dispose (GObject *object)
{
  VouchQueuePage *self = VOUCH_QUEUE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_QUEUE_PAGE);
  g_clear_object (&self->work);
  G_OBJECT_CLASS (vouch_queue_page_parent_class)->dispose (object);
}

static void
vouch_queue_page_class_init (VouchQueuePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_queue_page_dispose;
  signals[REFUSED] = g_signal_new ("refused", VOUCH_TYPE_QUEUE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_css_name (widget_class, "page");
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-queue-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchQueuePage, stack);
  gtk_widget_class_bind_template_child (widget_class, VouchQueuePage, list);
  gtk_widget_class_bind_template_child (widget_class, VouchQueuePage, answers);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
vouch_queue_page_init (VouchQueuePage *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  g_type_ensure (VOUCH_TYPE_ANSWER_SHEET);
  g_type_ensure (VOUCH_TYPE_LIST_ITEM);
  g_type_ensure (VOUCH_TYPE_TAB_STOP);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->work = vouch_queue_list_new ();
  g_signal_connect_object (self->work, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->work, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->work)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

/**
 * vouch_queue_page_set_state:
 * @self: a page
 * @state: what the desk waits for
 *
 * A question that a scan brought up here lists its answers with their codes, so that a scanner alone answers it.
 */
void
vouch_queue_page_set_state (VouchQueuePage *self, const VouchDeskState *state)
{
  g_return_if_fail (VOUCH_IS_QUEUE_PAGE (self));
  g_return_if_fail (state != NULL);

  self->asks = vouch_desk_state_asks (state) && state->receipt_id == 0;
  if (self->asks)
    vouch_answer_sheet_set_state (self->answers, state);
  loaded_cb (self);
}
