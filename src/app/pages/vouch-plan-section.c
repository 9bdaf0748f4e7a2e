#include "vouch-plan-section.h"

#include <glib/gi18n-lib.h>

#include "vouch-paged-model.h"
#include "vouch-plan-entry.h"
#include "vouch-shape.h"
#include "vouch-tab-stop.h"
#include "vouch-words.h"

struct _VouchPlanSection
{
  AdwBin parent_instance;
  GtkListView *list;
  VouchPagedModel *plans;
  VouchPlanDialog *dialog;      /* weak; nullable */
  VouchPlanSignDialog *signing; /* weak; nullable */
  VouchDesk *desk;              /* lent; nullable */
};

static void page_init (VouchPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VouchPlanSection, vouch_plan_section, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (VOUCH_TYPE_PAGE, page_init))

static void
fill (VouchListItem *item, gconstpointer row, gint64 now)
{
  const VouchPlanEntry *entry = row;
  char *note = NULL;

  vouch_list_item_take (
      item, VOUCH_LIST_TITLE,
      g_strdup_printf ("%s · %s", entry->product, vouch_words_choose (entry->name_en, entry->name_zh)));
  vouch_list_item_take (item, VOUCH_LIST_SUBTITLE, g_strdup (entry->rules));
  vouch_list_item_take (
      item, VOUCH_LIST_ASIDE,
      entry->version != 0
          /* Translators: a version's number, a person. */
          ? g_strdup_printf (_ ("Version %d, approved by %s"), (int)entry->version, entry->approved_by)
          : g_strdup (_ ("No plan in force: goods cannot be inspected")));
  if (entry->drafts > 0)
    /* Translators: a version's number, a person. */
    note = g_strdup_printf (_ ("Draft %d of %s waits for approval"), (int)entry->draft_version, entry->draft_author);
  vouch_list_item_take (item, VOUCH_LIST_NOTE, note);
  vouch_list_item_set_shape (item, entry->drafts > 0     ? VOUCH_MARK_QUESTION
                                   : entry->version != 0 ? VOUCH_MARK_PASS
                                                         : VOUCH_MARK_WARNING);
}

static void
refresh (VouchPage *page)
{
  vouch_paged_model_reload (VOUCH_PLAN_SECTION (page)->plans);
}

/* Which draft waits is told when the plan is opened, because the list may be older than that. */
static gpointer
read_version (VouchConn *conn, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) rows = vouch_plan_source.read_rows (conn, data, 1, error);

  if (rows == NULL)
    return NULL;
  return rows->len > 0 ? g_ptr_array_steal_index (rows, 0) : vouch_plan_entry_new ();
}

static void
version_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchPlanSection) self = data;
  g_autoptr (VouchPlanEntry) entry = vouch_desk_read_finish (VOUCH_DESK (source), result, NULL);

  if (entry != NULL && entry->id != 0 && self->desk == (gpointer)source)
    vouch_plan_section_open (self, entry->id, entry->draft_version);
}

static void
activated_cb (VouchPlanSection *self, guint position)
{
  g_autoptr (VouchListItem) item = g_list_model_get_item (G_LIST_MODEL (self->plans), position);
  gint64 id = item != NULL ? vouch_list_item_get_id (item) : 0;

  if (self->desk != NULL && id != 0)
    vouch_desk_read_async (self->desk, read_version, g_memdup2 (&id, sizeof id), g_free,
                           (GDestroyNotify)vouch_plan_entry_free, NULL, version_read_cb, g_object_ref (self));
}

static void
signed_finish_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchPlanSection) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchPlanChanged) changed = vouch_desk_run_finish (VOUCH_DESK (source), result, &error);

  if (self->desk != (gpointer)source)
    return;
  if (changed == NULL)
    {
      if (self->signing != NULL)
        vouch_signing_refuse (VOUCH_SIGNING (self->signing), error->message);
      return;
    }
  if (self->signing != NULL)
    gtk_window_destroy (GTK_WINDOW (self->signing));
  refresh (VOUCH_PAGE (self));
}

static void
signed_cb (VouchPlanSection *self)
{
  gboolean is_retired = vouch_plan_sign_dialog_is_retired (self->signing);
  gpointer request;

  if (self->desk == NULL)
    return;
  request = is_retired ? (gpointer)vouch_plan_sign_dialog_dup_retirement (self->signing)
                       : (gpointer)vouch_plan_sign_dialog_dup_approval (self->signing);
  vouch_desk_run_async (self->desk, is_retired ? &vouch_plan_retire : &vouch_plan_approve, request, signed_finish_cb,
                        g_object_ref (self));
}

/* The signature takes the place of the plan: a scanned badge belongs to the dialog over the window. */
static void
sign_cb (VouchPlanSection *self, gboolean is_retired)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self->dialog));
  VouchPlanSignDialog *signing =
      vouch_plan_sign_dialog_new (parent, vouch_plan_dialog_get_file (self->dialog), is_retired);

  g_set_weak_pointer (&self->signing, signing);
  g_signal_connect_object (signing, "signed", G_CALLBACK (signed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_destroy (GTK_WINDOW (self->dialog));
  gtk_window_present (GTK_WINDOW (signing));
}

static void
drafted_cb (VouchPlanSection *self)
{
  refresh (VOUCH_PAGE (self));
}

static void
set_desk (VouchPage *page, VouchDesk *desk)
{
  VouchPlanSection *self = VOUCH_PLAN_SECTION (page);

  self->desk = desk;
  vouch_paged_model_set_desk (self->plans, desk);
}

static void
page_init (VouchPageInterface *iface)
{
  iface->set_desk = set_desk;
  iface->refresh = refresh;
}

static void
vouch_plan_section_dispose (GObject *object)
{
  VouchPlanSection *self = VOUCH_PLAN_SECTION (object);

  self->desk = NULL;
  g_clear_weak_pointer (&self->dialog);
  g_clear_weak_pointer (&self->signing);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_PLAN_SECTION);
  g_clear_object (&self->plans);
  G_OBJECT_CLASS (vouch_plan_section_parent_class)->dispose (object);
}

static void
vouch_plan_section_class_init (VouchPlanSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_plan_section_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-plan-section.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchPlanSection, list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
vouch_plan_section_init (VouchPlanSection *self)
{
  g_autoptr (GtkSelectionModel) model = NULL;

  g_type_ensure (VOUCH_TYPE_TAB_STOP);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->plans = vouch_paged_model_new (&vouch_plan_source, fill);
  model = GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->plans))));
  gtk_list_view_set_model (self->list, model);
}

/**
 * vouch_plan_section_open:
 * @self: a section
 * @product_id: a product
 * @version: which version of its plan; 0 is the one in force
 *
 * Opens it in a dialog.
 */
void
vouch_plan_section_open (VouchPlanSection *self, gint64 product_id, gint64 version)
{
  GtkRoot *root;

  g_return_if_fail (VOUCH_IS_PLAN_SECTION (self));

  if (self->desk == NULL || self->dialog != NULL || self->signing != NULL)
    return;
  root = gtk_widget_get_root (GTK_WIDGET (self));
  g_set_weak_pointer (&self->dialog, vouch_plan_dialog_new (GTK_WINDOW (root), self->desk, product_id, version));
  g_signal_connect_object (self->dialog, "drafted", G_CALLBACK (drafted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->dialog, "sign", G_CALLBACK (sign_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self->dialog));
}

/**
 * vouch_plan_section_get_dialog:
 * @self: a section
 *
 * Returns: (transfer none) (nullable): the plan that is open
 */
VouchPlanDialog *
vouch_plan_section_get_dialog (VouchPlanSection *self)
{
  return self->dialog;
}

/**
 * vouch_plan_section_get_signing:
 * @self: a section
 *
 * Returns: (transfer none) (nullable): what is being signed
 */
VouchPlanSignDialog *
vouch_plan_section_get_signing (VouchPlanSection *self)
{
  return self->signing;
}
