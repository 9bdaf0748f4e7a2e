#include "vouch-history-section.h"

#include <glib/gi18n-lib.h>

#include "vouch-desk-state.h"
#include "vouch-list-item.h"
#include "vouch-moment.h"
#include "vouch-scan-explain.h"
#include "vouch-scan-history-store.h"
#include "vouch-shape.h"
#include "vouch-tab-stop.h"

/* As many as somebody looks through; the command line lists all. */
#define SHOWN 300

struct _VouchHistorySection
{
  AdwBin parent_instance;
  GtkStack *stack;
  GtkListView *list;
  VouchDesk *desk; /* lent; nullable */
};

static void page_init (VouchPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VouchHistorySection, vouch_history_section, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (VOUCH_TYPE_PAGE, page_init))

static VouchMark
choose_mark (const VouchScanTrace *trace)
{
  int result = vouch_enum_find (&vouch_feedback_values, trace->result);

  switch (result)
    {
    case VOUCH_FEEDBACK_MISREAD:
      return VOUCH_MARK_WARNING;
    case VOUCH_FEEDBACK_FAIL:
    case VOUCH_FEEDBACK_REJECTED:
      return VOUCH_MARK_FAIL;
    case VOUCH_FEEDBACK_QUESTION:
      return VOUCH_MARK_QUESTION;
    case VOUCH_FEEDBACK_HELD:
      return VOUCH_MARK_HOLD;
    default:
      return VOUCH_MARK_PASS;
    }
}

static const char *
describe (const VouchScanTrace *trace)
{
  int kind = trace->kind != NULL ? vouch_enum_find (&vouch_scan_kind_values, trace->kind) : -1;

  return kind >= 0 ? vouch_scan_kind_describe ((VouchScanKind)kind) : _ ("A scan that was not used");
}

/* When, and what it went to and came from. */
static char *
dup_aside (const VouchScanTrace *trace)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *at = vouch_moment_dup (trace->scanned_at);

  g_string_append (text, at);
  if (trace->delivery != NULL)
    g_string_append_printf (text, " · %s", trace->delivery);
  if (trace->device != NULL)
    g_string_append_printf (text, " · %s", trace->device);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static VouchListItem *
make_item (const VouchScanTrace *trace)
{
  VouchListItem *item = vouch_list_item_new (trace->id);
  const char *what = describe (trace);
  const char *word = trace->word != NULL ? trace->word : "";

  vouch_list_item_take (item, VOUCH_LIST_TITLE, g_strdup (trace->text != NULL ? trace->text : what));
  if (trace->text == NULL)
    vouch_list_item_take (item, VOUCH_LIST_SUBTITLE, g_strdup (word));
  else
    vouch_list_item_take (item, VOUCH_LIST_SUBTITLE,
                          *word != '\0' ? g_strdup_printf ("%s · %s", what, word) : g_strdup (what));
  vouch_list_item_take (item, VOUCH_LIST_ASIDE, dup_aside (trace));
  vouch_list_item_set_shape (item, choose_mark (trace));
  return item;
}

static GtkSelectionModel *
make_model (const GPtrArray *traces)
{
  GListStore *store = g_list_store_new (VOUCH_TYPE_LIST_ITEM);

  for (guint i = 0; i < traces->len; i++)
    {
      g_autoptr (VouchListItem) item = make_item (g_ptr_array_index (traces, i));

      g_list_store_append (store, item);
    }
  return GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (store)));
}

static gpointer
read_traces (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_scan_history_store_list (conn, 0, SHOWN, error);
}

static gpointer
list_traces (VouchStation *station, VouchActor *actor, gpointer data, GError **error)
{
  return vouch_station_read (station, read_traces, NULL, error);
}

static void
traces_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchHistorySection) self = data;
  g_autoptr (GPtrArray) traces = vouch_desk_work_finish (VOUCH_DESK (source), result, NULL);
  g_autoptr (GtkSelectionModel) model = NULL;

  if (traces == NULL || self->desk == NULL || self->desk != (gpointer)source)
    return;
  model = make_model (traces);
  gtk_list_view_set_model (self->list, model);
  gtk_stack_set_visible_child_name (self->stack, traces->len > 0 ? "list" : "empty");
}

static void
refresh (VouchPage *page)
{
  VouchHistorySection *self = VOUCH_HISTORY_SECTION (page);

  if (self->desk == NULL)
    return;
  vouch_desk_keep_history (self->desk);
  vouch_desk_work_async (self->desk, list_traces, NULL, NULL, (GDestroyNotify)g_ptr_array_unref, traces_read_cb,
                         g_object_ref (self));
}

static void
set_desk (VouchPage *page, VouchDesk *desk)
{
  VOUCH_HISTORY_SECTION (page)->desk = desk;
}

static void
page_init (VouchPageInterface *iface)
{
  iface->set_desk = set_desk;
  iface->refresh = refresh;
}

static void
vouch_history_section_dispose (GObject *object)
{
  VouchHistorySection *self = VOUCH_HISTORY_SECTION (object);

  self->desk = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_HISTORY_SECTION);
  G_OBJECT_CLASS (vouch_history_section_parent_class)->dispose (object);
}

static void
vouch_history_section_class_init (VouchHistorySectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_history_section_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-history-section.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchHistorySection, stack);
  gtk_widget_class_bind_template_child (widget_class, VouchHistorySection, list);
}

static void
vouch_history_section_init (VouchHistorySection *self)
{
  g_type_ensure (VOUCH_TYPE_TAB_STOP);
  gtk_widget_init_template (GTK_WIDGET (self));
}
