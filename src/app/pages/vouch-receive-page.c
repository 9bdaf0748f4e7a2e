#include "vouch-receive-page.h"

#include <glib/gi18n-lib.h>

#include "vouch-answer-sheet.h"
#include "vouch-fact-layout.h"
#include "vouch-fact.h"
#include "vouch-line-item.h"
#include "vouch-list-item.h"
#include "vouch-page.h"
#include "vouch-photo-chooser.h"
#include "vouch-stage-page.h"
#include "vouch-tab-stop.h"
#include "vouch-tile.h"
#include "vouch-wrap-layout.h"

#define LARGE_ANSWERS 4

struct _VouchReceivePage
{
  AdwBin parent_instance;
  GtkStack *stack;
  GtkStack *below;
  VouchAnswerSheet *answers;
  GtkWidget *facts;
  GtkWidget *tools;
  GtkListView *deliveries;
  VouchFact *supplier;
  VouchFact *arrival;
  GtkWidget *open_printed;
  GtkWidget *mode;
  GtkButton *count;
  GtkFlowBox *choices;
  GtkWidget *no_lines;
  GtkListView *lines;
  GListStore *line_items;
  VouchDesk *desk; /* lent; nullable */
  char *printed;
};

enum
{
  DELIVERY_CHOSEN,
  PRODUCT_CHOSEN,
  OPEN_FILE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void page_init (VouchPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VouchReceivePage, vouch_receive_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (VOUCH_TYPE_PAGE, page_init))

static void
delivery_activate_cb (VouchReceivePage *self, guint position)
{
  GListModel *list = G_LIST_MODEL (gtk_list_view_get_model (self->deliveries));
  g_autoptr (VouchListItem) item = g_list_model_get_item (list, position);

  if (item != NULL)
    g_signal_emit (self, signals[DELIVERY_CHOSEN], 0, vouch_list_item_get_text (item, VOUCH_LIST_TITLE));
}

/* A label that cannot be read: the line says which product the goods are. */
static void
line_activate_cb (VouchReceivePage *self, guint position)
{
  g_autoptr (VouchLineItem) item = g_list_model_get_item (G_LIST_MODEL (self->line_items), position);
  g_autofree char *sku = NULL;

  if (item == NULL)
    return;
  g_object_get (item, "sku", &sku, NULL);
  g_signal_emit (self, signals[PRODUCT_CHOSEN], 0, sku);
}

static void
open_printed_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VouchReceivePage *self = VOUCH_RECEIVE_PAGE (widget);

  g_signal_emit (self, signals[OPEN_FILE], 0, self->printed);
}

/* The session says what the photo is kept with, or why it is not. */
static void
photo_chosen_cb (const char *path, gpointer data)
{
  VouchReceivePage *self = data;

  if (self->desk != NULL)
    vouch_desk_take_photo (self->desk, path);
}

static void
photo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  vouch_photo_chooser_open (widget, photo_chosen_cb, widget);
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
  g_clear_pointer (&self->printed, g_free);
  self->desk = NULL;
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
  signals[PRODUCT_CHOSEN] = g_signal_new ("product-chosen", VOUCH_TYPE_RECEIVE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[OPEN_FILE] = g_signal_new ("open-file", VOUCH_TYPE_RECEIVE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "receive.open-printed", NULL, open_printed_action);
  gtk_widget_class_install_action (widget_class, "receive.photo", NULL, photo_action);
  gtk_widget_class_set_css_name (widget_class, "page");
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-receive-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchReceivePage, stack);
  gtk_widget_class_bind_template_child (widget_class, VouchReceivePage, below);
  gtk_widget_class_bind_template_child (widget_class, VouchReceivePage, answers);
  gtk_widget_class_bind_template_child (widget_class, VouchReceivePage, facts);
  gtk_widget_class_bind_template_child (widget_class, VouchReceivePage, tools);
  gtk_widget_class_bind_template_child (widget_class, VouchReceivePage, deliveries);
  gtk_widget_class_bind_template_child (widget_class, VouchReceivePage, supplier);
  gtk_widget_class_bind_template_child (widget_class, VouchReceivePage, arrival);
  gtk_widget_class_bind_template_child (widget_class, VouchReceivePage, open_printed);
  gtk_widget_class_bind_template_child (widget_class, VouchReceivePage, mode);
  gtk_widget_class_bind_template_child (widget_class, VouchReceivePage, count);
  gtk_widget_class_bind_template_child (widget_class, VouchReceivePage, choices);
  gtk_widget_class_bind_template_child (widget_class, VouchReceivePage, no_lines);
  gtk_widget_class_bind_template_child (widget_class, VouchReceivePage, lines);
  gtk_widget_class_bind_template_callback (widget_class, line_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, delivery_activate_cb);
}

static void
vouch_receive_page_init (VouchReceivePage *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  g_type_ensure (VOUCH_TYPE_ANSWER_SHEET);
  g_type_ensure (VOUCH_TYPE_FACT);
  g_type_ensure (VOUCH_TYPE_FACT_LAYOUT);
  g_type_ensure (VOUCH_TYPE_LIST_ITEM);
  g_type_ensure (VOUCH_TYPE_LINE_ITEM);
  g_type_ensure (VOUCH_TYPE_WRAP_LAYOUT);
  g_type_ensure (VOUCH_TYPE_TAB_STOP);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->line_items = g_list_store_new (VOUCH_TYPE_LINE_ITEM);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->line_items)));
  gtk_list_view_set_model (self->lines, GTK_SELECTION_MODEL (selection));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "receive.photo", FALSE);
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

/* "Temperature 4 °C · Papers as it should be"; what is not looked at yet is not there. */
static char *
dup_arrival (const VouchDeskState *state)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < state->checks->len; i++)
    {
      const VouchDeskCheck *check = g_ptr_array_index (state->checks, i);

      if (check->value != NULL)
        g_string_append_printf (text, "%s%s%s %s", text->len > 0 ? " · " : "", check->is_failure ? "⚠ " : "",
                                check->label, check->value);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* Each choice is a button with the number that chooses it by key, finger or card. */
static void
show_choices (VouchReceivePage *self, const VouchDeskState *state)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->choices))) != NULL)
    gtk_flow_box_remove (self->choices, child);
  for (guint i = 0; i < state->choices->len; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u  %s", i + 1, (const char *)g_ptr_array_index (state->choices, i));
      GtkWidget *button = gtk_button_new_with_label (text);

      gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), g_variant_new_int32 ((gint32)i + 1));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "desk.digit");
      gtk_flow_box_append (self->choices, vouch_tile_new (button));
    }
  /* Up to four answers to a question have large buttons below. */
  gtk_widget_set_visible (GTK_WIDGET (self->choices), state->choices->len > (state->is_asked ? LARGE_ANSWERS : 0));
}

static void
show_lines (VouchReceivePage *self, const VouchDeskState *state)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean has_current = FALSE;

  for (guint i = 0; i < state->lines->len; i++)
    {
      const VouchDeskLine *line = g_ptr_array_index (state->lines, i);

      g_ptr_array_add (items, vouch_line_item_new (line));
      has_current |= line->is_current;
    }
  g_list_store_splice (self->line_items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->line_items)), items->pdata,
                       items->len);
  gtk_widget_set_visible (self->no_lines, state->receipt_id != 0 && state->lines->len == 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "receive.photo", has_current && self->desk != NULL);
}

/* A question lists its answers with their codes, so that a scanner alone answers it. */
static void
show_answers (VouchReceivePage *self, const VouchDeskState *state)
{
  gboolean asks = vouch_desk_state_asks (state);

  if (asks)
    vouch_answer_sheet_set_state (self->answers, state);
  /* Whole codes need the room. */
  gtk_widget_set_visible (self->facts, !asks);
  gtk_widget_set_visible (self->tools, !asks);
  gtk_stack_set_visible_child_name (self->below, asks ? "answers" : "lines");
}

/**
 * vouch_receive_page_set_state:
 * @self: a page
 * @state: what to show
 */
void
vouch_receive_page_set_state (VouchReceivePage *self, const VouchDeskState *state)
{
  g_autofree char *arrival = NULL;

  g_return_if_fail (VOUCH_IS_RECEIVE_PAGE (self));
  g_return_if_fail (state != NULL);

  arrival = dup_arrival (state);
  vouch_fact_set_value (self->supplier, state->supplier);
  vouch_fact_set_value (self->arrival, arrival);
  gtk_widget_set_visible (GTK_WIDGET (self->arrival), arrival != NULL);
  gtk_widget_set_visible (self->mode, state->counts_each);
  gtk_button_set_label (self->count, state->counts_each ? _ ("Count mode off") : _ ("Count one by one"));
  g_free (self->printed);
  self->printed = g_strdup (state->printed);
  gtk_widget_set_visible (self->open_printed, self->printed != NULL);
  show_choices (self, state);
  show_lines (self, state);
  show_answers (self, state);
  gtk_stack_set_visible_child_name (self->stack, choose_child (self, state));
}

static void
set_desk (VouchPage *page, VouchDesk *desk)
{
  VOUCH_RECEIVE_PAGE (page)->desk = desk;
}

static void
page_init (VouchPageInterface *iface)
{
  iface->set_desk = set_desk;
}
