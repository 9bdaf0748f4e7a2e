#include "vouch-packing-page.h"

#include <glib/gi18n-lib.h>

#include "vouch-code-view.h"
#include "vouch-command.h"
#include "vouch-pack-bench.h"
#include "vouch-pack-content.h"
#include "vouch-pack-list.h"
#include "vouch-print-pane.h"
#include "vouch-split.h"
#include "vouch-tab-stop.h"
#include "vouch-tile.h"
#include "vouch-words.h"

#define LINES_SHOWN 100

struct _VouchPackingPage
{
  AdwBin parent_instance;
  GtkLabel *title;
  GtkLabel *count;
  GtkLabel *next;
  GtkLabel *message;
  GtkFlowBox *answers;
  GtkStack *list_stack;
  GtkListView *packs;
  AdwPreferencesGroup *content;
  VouchPrintPane *print;
  VouchPagedModel *model;
  GPtrArray *lines; /* GtkWidget, lent */
  VouchPackBench bench;
  VouchDesk *desk; /* lent; nullable */
  gboolean is_busy;
  GCancellable *cancellable;
};

static void page_init (VouchPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VouchPackingPage, vouch_packing_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (VOUCH_TYPE_PAGE, page_init))

/* The answers in their order, each a command code. */
static const struct
{
  VouchCommand command;
  int argument;
  const char *label;
} answers[] = {
  { VOUCH_COMMAND_DIGIT, 1, N_ ("New Carton") }, { VOUCH_COMMAND_DIGIT, 2, N_ ("New Pallet") },
  { VOUCH_COMMAND_OK, 0, N_ ("OK, Close") },     { VOUCH_COMMAND_UNDO, 0, N_ ("Take the Last One Out") },
  { VOUCH_COMMAND_VOID, 0, N_ ("Break…") },      { VOUCH_COMMAND_NO, 0, N_ ("No") },
};

static void
say (VouchPackingPage *self, const char *message)
{
  gtk_label_set_label (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
}

static char *
dup_title (const VouchPacked *pack)
{
  const char *state = vouch_words_of_pack (pack->state);

  /* Translators: a carton's SSCC and how it stands. */
  if (pack->kind == VOUCH_PACK_KIND_CARTON)
    return g_strdup_printf (_ ("Carton %s · %s"), pack->sscc, state);
  /* Translators: a pallet's SSCC and how it stands. */
  return g_strdup_printf (_ ("Pallet %s · %s"), pack->sscc, state);
}

static void
show_bench (VouchPackingPage *self)
{
  const VouchPacked *pack = self->bench.pack;
  g_autofree char *title = pack != NULL ? dup_title (pack) : NULL;
  g_autofree char *count = pack != NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, pack->items) : NULL;

  gtk_label_set_label (self->title, title != NULL ? title : _ ("Nothing is open"));
  gtk_label_set_label (self->count, count != NULL ? count : "");
  gtk_widget_set_visible (GTK_WIDGET (self->count), count != NULL);
  gtk_label_set_label (self->next, vouch_pack_bench_describe_next (&self->bench));
}

static void
add_line (VouchPackingPage *self, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (self->content, row);
  g_ptr_array_add (self->lines, row);
}

static void
clear_content (VouchPackingPage *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    adw_preferences_group_remove (self->content, g_ptr_array_index (self->lines, i));
  g_ptr_array_set_size (self->lines, 0);
}

/* Who packs needs the answers, who looks at what is packed already what is in it. */
static void
arrange (VouchPackingPage *self, gboolean is_open)
{
  GtkBox *box = GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->answers)));
  GtkWidget *first = is_open ? GTK_WIDGET (self->answers) : GTK_WIDGET (self->content);

  gtk_box_reorder_child_after (box, first, GTK_WIDGET (self->message));
  if (is_open)
    gtk_box_reorder_child_after (box, GTK_WIDGET (self->content), first);
  gtk_box_reorder_child_after (box, GTK_WIDGET (self->print), GTK_WIDGET (self->content));
}

/* A label says what is in it for good, so that only what is closed has one. */
static void
show_content (VouchPackingPage *self, const VouchPackContent *content)
{
  g_autofree char *more = NULL;

  clear_content (self);
  arrange (self, content->pack->state == VOUCH_PACK_STATE_OPEN);
  for (guint i = 0; i < MIN (content->lines->len, LINES_SHOWN); i++)
    {
      const VouchPackLine *line = g_ptr_array_index (content->lines, i);

      add_line (self, line->what, line->detail);
    }
  if (content->lines->len > LINES_SHOWN)
    {
      more = g_strdup_printf (_ ("More lines: %d"), (int)content->lines->len - LINES_SHOWN);
      add_line (self, more, "");
    }
  gtk_widget_set_visible (GTK_WIDGET (self->content), content->lines->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->print), content->pack->state == VOUCH_PACK_STATE_CLOSED);
  vouch_print_pane_show (self->print, VOUCH_PRINT_PURPOSE_CARTON, content->width_um, content->height_um,
                         content->pack->state == VOUCH_PACK_STATE_CLOSED, content->job);
}

static gpointer
read_content (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_pack_content_read (conn, *(const gint64 *)data, error);
}

static void
content_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchPackingPage) self = data;
  g_autoptr (VouchPackContent) content = vouch_desk_read_finish (VOUCH_DESK (source), result, NULL);

  if (content != NULL && self->desk == (gpointer)source && self->bench.pack != NULL &&
      self->bench.pack->pack_id == content->pack->id)
    show_content (self, content);
}

static void
read_shown (VouchPackingPage *self)
{
  if (self->desk == NULL || self->bench.pack == NULL)
    return;
  vouch_desk_read_async (self->desk, read_content, g_memdup2 (&self->bench.pack->pack_id, sizeof (gint64)), g_free,
                         (GDestroyNotify)vouch_pack_content_free, self->cancellable, content_read_cb,
                         g_object_ref (self));
}

/* Refused: what was there stays; said where everybody looks, and with the tone of a refusal. */
static void
finish (VouchPackingPage *self, VouchPacked *packed, const GError *error)
{
  self->is_busy = FALSE;
  if (self->desk == NULL)
    {
      vouch_packed_free (packed);
      return;
    }
  if (packed != NULL && (self->bench.pack == NULL || self->bench.pack->pack_id != packed->pack_id))
    vouch_print_pane_say (self->print, NULL);
  vouch_pack_bench_take_packed (&self->bench, packed);
  say (self, error != NULL ? error->message : NULL);
  if (error != NULL)
    vouch_desk_refuse (self->desk, _ ("Not packed"), error->message);
  show_bench (self);
  read_shown (self);
  vouch_paged_model_reload (self->model);
}

static void
ran_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchPackingPage) self = data;
  g_autoptr (GError) error = NULL;
  VouchPacked *packed = vouch_desk_run_finish (VOUCH_DESK (source), result, &error);

  finish (self, packed, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchPackingPage) self = data;
  g_autoptr (GError) error = NULL;
  VouchPacked *packed = vouch_desk_read_finish (VOUCH_DESK (source), result, &error);

  finish (self, packed, error);
}

static void
look_at (VouchPackingPage *self, VouchEndPackRequest *request)
{
  self->is_busy = TRUE;
  vouch_desk_read_async (self->desk, vouch_pack_bench_read, request, (GDestroyNotify)vouch_end_pack_request_free,
                         (GDestroyNotify)vouch_packed_free, self->cancellable, read_cb, g_object_ref (self));
}

/* An open one is gone on with, any other is looked at. */
static void
pack_activate_cb (VouchPackingPage *self, guint position)
{
  g_autoptr (VouchListItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  VouchEndPackRequest *request;

  if (item == NULL || self->desk == NULL || self->is_busy)
    return;
  request = vouch_end_pack_request_new ();
  request->pack_id = vouch_list_item_get_id (item);
  vouch_pack_bench_clear (&self->bench);
  look_at (self, request);
}

static void
print_wanted_cb (VouchPackingPage *self)
{
  VouchLabelOrder order = { .purpose = VOUCH_PRINT_PURPOSE_CARTON };

  if (self->bench.pack == NULL)
    return;
  order.pack_id = self->bench.pack->pack_id;
  vouch_print_pane_print (self->print, &order);
}

/* What comes while a step is not finished yet is not packed: better scanned again than packed unseen. */
static gboolean
take_text (VouchPackingPage *self, const char *text)
{
  VouchPackStep step;
  VouchPackNext next;

  if (self->desk == NULL)
    return FALSE;
  if (self->is_busy)
    {
      vouch_desk_refuse (self->desk, _ ("Too fast"), _ ("The last scan is still being written; scan this one again."));
      return TRUE;
    }
  next = vouch_pack_bench_take (&self->bench, vouch_station_get_command_prefix (vouch_desk_get_station (self->desk)),
                                text, &step);
  self->is_busy = next == VOUCH_PACK_NEXT_RUN;
  if (next == VOUCH_PACK_NEXT_RUN)
    vouch_desk_run_async (self->desk, step.use_case, step.request, ran_cb, g_object_ref (self));
  else if (next == VOUCH_PACK_NEXT_SHOW)
    look_at (self, step.request);
  else if (next == VOUCH_PACK_NEXT_SAY)
    say (self, step.message);
  return next != VOUCH_PACK_NEXT_NOT_MINE;
}

static void
answer_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  take_text (VOUCH_PACKING_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static GtkWidget *
make_answer (const char *label, const char *code_text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button = gtk_button_new_with_label (label);
  VouchCode *code = vouch_code_new (VOUCH_SYMBOLOGY_CODE_128, code_text, NULL);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "packing.answer");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", code_text);
  gtk_box_append (GTK_BOX (box), button);
  if (code != NULL)
    gtk_box_append (GTK_BOX (box), vouch_code_view_new (code, label));
  return vouch_tile_new (box);
}

/* The codes are those of the station's own prefix. */
static void
make_answers (VouchPackingPage *self)
{
  const char *prefix = vouch_station_get_command_prefix (vouch_desk_get_station (self->desk));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->answers))) != NULL)
    gtk_flow_box_remove (self->answers, child);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autofree char *code = vouch_command_format (answers[i].command, prefix, answers[i].argument);

      gtk_flow_box_insert (self->answers, make_answer (_ (answers[i].label), code), -1);
    }
}

static gboolean
may_pack (VouchPackingPage *self)
{
  g_autoptr (VouchActor) actor = self->desk != NULL ? vouch_desk_get_actor (self->desk) : NULL;

  return actor != NULL && vouch_actor_may (actor, VOUCH_PERMISSION_PACK);
}

static void
refresh (VouchPage *page)
{
  VouchPackingPage *self = VOUCH_PACKING_PAGE (page);

  if (self->desk == NULL)
    return;
  make_answers (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "packing.answer", may_pack (self));
  say (self, may_pack (self) ? NULL : vouch_permission_describe (VOUCH_PERMISSION_PACK));
  show_bench (self);
  read_shown (self);
  vouch_paged_model_reload (self->model);
}

static void
set_desk (VouchPage *page, VouchDesk *desk)
{
  VouchPackingPage *self = VOUCH_PACKING_PAGE (page);

  self->desk = desk;
  self->is_busy = FALSE;
  vouch_pack_bench_clear (&self->bench);
  vouch_print_pane_set_desk (self->print, desk);
  vouch_paged_model_set_desk (self->model, desk);
  clear_content (self);
  gtk_widget_set_visible (GTK_WIDGET (self->content), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->print), FALSE);
}

static gboolean
take_scan (VouchPage *page, const char *text)
{
  VouchPackingPage *self = VOUCH_PACKING_PAGE (page);

  return may_pack (self) && take_text (self, text);
}

static void
page_init (VouchPageInterface *iface)
{
  iface->set_desk = set_desk;
  iface->refresh = refresh;
  iface->take_scan = take_scan;
}

static void
vouch_packing_page_dispose (GObject *object)
{
  VouchPackingPage *self = VOUCH_PACKING_PAGE (object);

  self->desk = NULL;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  vouch_pack_bench_clear (&self->bench);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_PACKING_PAGE);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (vouch_packing_page_parent_class)->dispose (object);
}

static void
vouch_packing_page_class_init (VouchPackingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_packing_page_dispose;
  gtk_widget_class_install_action (widget_class, "packing.answer", "s", answer_action);
  gtk_widget_class_set_css_name (widget_class, "page");
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-packing-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchPackingPage, title);
  gtk_widget_class_bind_template_child (widget_class, VouchPackingPage, count);
  gtk_widget_class_bind_template_child (widget_class, VouchPackingPage, next);
  gtk_widget_class_bind_template_child (widget_class, VouchPackingPage, message);
  gtk_widget_class_bind_template_child (widget_class, VouchPackingPage, answers);
  gtk_widget_class_bind_template_child (widget_class, VouchPackingPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, VouchPackingPage, packs);
  gtk_widget_class_bind_template_child (widget_class, VouchPackingPage, content);
  gtk_widget_class_bind_template_child (widget_class, VouchPackingPage, print);
  gtk_widget_class_bind_template_callback (widget_class, pack_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_shown);
}

static void
loaded_cb (VouchPackingPage *self)
{
  gboolean has_any = g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0;

  gtk_stack_set_visible_child_name (self->list_stack, has_any ? "list" : "empty");
}

static void
show_list (VouchPackingPage *self)
{
  g_autoptr (GtkSelectionModel) selection =
      GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->model))));

  gtk_single_selection_set_autoselect (GTK_SINGLE_SELECTION (selection), FALSE);
  gtk_list_view_set_model (self->packs, selection);
  gtk_list_view_set_single_click_activate (self->packs, TRUE);
  g_signal_connect_object (self->model, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
}

static void
vouch_packing_page_init (VouchPackingPage *self)
{
  g_type_ensure (VOUCH_TYPE_PRINT_PANE);
  g_type_ensure (VOUCH_TYPE_SPLIT);
  g_type_ensure (VOUCH_TYPE_TAB_STOP);
  self->cancellable = g_cancellable_new ();
  self->lines = g_ptr_array_new ();
  self->model = vouch_pack_list_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  show_list (self);
  show_bench (self);
}
