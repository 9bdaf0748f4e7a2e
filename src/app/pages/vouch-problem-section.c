#include "vouch-problem-section.h"

#include <glib/gi18n-lib.h>

#include "vouch-list-item.h"
#include "vouch-moment.h"
#include "vouch-scan-problem-store.h"
#include "vouch-shape.h"
#include "vouch-tab-stop.h"

struct _VouchProblemSection
{
  AdwBin parent_instance;
  GtkStack *stack;
  GtkListView *list;
  VouchDesk *desk; /* lent; nullable */
  GCancellable *cancellable;
};

static void page_init (VouchPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VouchProblemSection, vouch_problem_section, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (VOUCH_TYPE_PAGE, page_init))

static VouchListItem *
make_item (const VouchScanProblem *problem)
{
  VouchListItem *item = vouch_list_item_new (problem->id);

  vouch_list_item_take (item, VOUCH_LIST_TITLE, g_strdup (problem->text != NULL ? problem->text : problem->word));
  vouch_list_item_take (item, VOUCH_LIST_SUBTITLE,
                        problem->detail != NULL ? g_strdup_printf ("%s · %s", problem->word, problem->detail)
                                                : g_strdup (problem->word));
  vouch_list_item_take (item, VOUCH_LIST_ASIDE, vouch_moment_dup (problem->scanned_at));
  if (problem->acknowledged_at == 0)
    vouch_list_item_take (item, VOUCH_LIST_NOTE, g_strdup (_ ("Not seen yet")));
  vouch_list_item_set_shape (item, VOUCH_MARK_WARNING);
  return item;
}

static GtkSelectionModel *
make_model (const GPtrArray *problems)
{
  GListStore *store = g_list_store_new (VOUCH_TYPE_LIST_ITEM);

  for (guint i = 0; i < problems->len; i++)
    {
      g_autoptr (VouchListItem) item = make_item (g_ptr_array_index (problems, i));

      g_list_store_append (store, item);
    }
  return GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (store)));
}

static gpointer
read_problems (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_scan_problem_store_list (conn, error);
}

static void
problems_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchProblemSection) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = vouch_desk_read_finish (VOUCH_DESK (source), result, &error);
  g_autoptr (GtkSelectionModel) model = NULL;

  if (problems == NULL || self->desk == NULL || self->desk != (gpointer)source)
    return;
  model = make_model (problems);
  gtk_list_view_set_model (self->list, model);
  gtk_stack_set_visible_child_name (self->stack, problems->len > 0 ? "list" : "empty");
}

static void
refresh (VouchPage *page)
{
  VouchProblemSection *self = VOUCH_PROBLEM_SECTION (page);

  if (self->desk != NULL)
    vouch_desk_read_async (self->desk, read_problems, NULL, NULL, (GDestroyNotify)g_ptr_array_unref, self->cancellable,
                           problems_read_cb, g_object_ref (self));
}

static void
set_desk (VouchPage *page, VouchDesk *desk)
{
  VOUCH_PROBLEM_SECTION (page)->desk = desk;
}

static void
page_init (VouchPageInterface *iface)
{
  iface->set_desk = set_desk;
  iface->refresh = refresh;
}

static void
vouch_problem_section_dispose (GObject *object)
{
  VouchProblemSection *self = VOUCH_PROBLEM_SECTION (object);

  self->desk = NULL;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_PROBLEM_SECTION);
  G_OBJECT_CLASS (vouch_problem_section_parent_class)->dispose (object);
}

static void
vouch_problem_section_class_init (VouchProblemSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_problem_section_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-problem-section.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchProblemSection, stack);
  gtk_widget_class_bind_template_child (widget_class, VouchProblemSection, list);
}

static void
vouch_problem_section_init (VouchProblemSection *self)
{
  self->cancellable = g_cancellable_new ();
  g_type_ensure (VOUCH_TYPE_TAB_STOP);
  gtk_widget_init_template (GTK_WIDGET (self));
}
