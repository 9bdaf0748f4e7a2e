#include "vouch-severity-section.h"

#include <glib/gi18n-lib.h>

#include "vouch-declare-dialog.h"
#include "vouch-desk.h"
#include "vouch-list-item.h"
#include "vouch-page.h"
#include "vouch-quality-view.h"
#include "vouch-row-box.h"
#include "vouch-shape.h"
#include "vouch-tab-stop.h"
#include "vouch-words.h"

struct _VouchSeveritySection
{
  AdwBin parent_instance;
  GtkListView *list;
  GListStore *items;
  VouchDesk *desk; /* lent; nullable */
  GCancellable *cancellable;
  VouchDeclareDialog *dialog; /* weak */
  guint n_broken;
};

typedef enum
{
  PROP_TITLE = 1,
  PROP_PRESSING,
} VouchSeveritySectionProperty;

static GParamSpec *props[PROP_PRESSING + 1];

enum
{
  REFUSED,
  DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void page_init (VouchPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VouchSeveritySection, vouch_severity_section, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (VOUCH_TYPE_PAGE, page_init))

static void read_anew (VouchSeveritySection *self);

static VouchMark
choose_mark (const VouchQualityView *view)
{
  if (view->unanswered)
    return VOUCH_MARK_WARNING;
  return view->severity == VOUCH_SEVERITY_DISCONTINUED ? VOUCH_MARK_HOLD : VOUCH_MARK_NONE;
}

static VouchListItem *
make_item (const VouchQualityView *view)
{
  VouchListItem *item = vouch_list_item_new (view->level_id);

  vouch_list_item_take (item, VOUCH_LIST_TITLE, g_strdup (view->headline));
  /* Translators: a product, its supplier, and the terms that its lots are sampled by. */
  vouch_list_item_take (item, VOUCH_LIST_SUBTITLE,
                        g_strdup_printf (_ ("%s · %s · %s"), vouch_words_choose (view->product_en, view->product_zh),
                                         vouch_words_choose (view->supplier_en, view->supplier_zh), view->terms));
  vouch_list_item_take (item, VOUCH_LIST_ASIDE, g_strdup (view->next));
  if (view->unanswered)
    vouch_list_item_take (item, VOUCH_LIST_NOTE, g_strdup (view->broken));
  vouch_list_item_set_shape (item, choose_mark (view));
  return item;
}

static void
show_levels (VouchSeveritySection *self, GPtrArray *views)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  self->n_broken = 0;
  for (guint i = 0; i < views->len; i++)
    {
      const VouchQualityView *view = g_ptr_array_index (views, i);

      self->n_broken += view->unanswered;
      g_ptr_array_add (items, make_item (view));
    }
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata, items->len);
  gtk_widget_set_visible (GTK_WIDGET (self), views->len > 0);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PRESSING]);
}

static gpointer
read_levels (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_quality_view_list (conn, error);
}

static void
levels_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchSeveritySection) self = data;
  g_autoptr (GPtrArray) views = vouch_desk_read_finish (VOUCH_DESK (source), result, NULL);

  if (views != NULL && self->desk == VOUCH_DESK (source))
    show_levels (self, views);
}

/* Ledgers are replayed each time, so that only what is wanted last is read. */
static void
read_anew (VouchSeveritySection *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->desk == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  vouch_desk_read_async (self->desk, read_levels, NULL, NULL, (GDestroyNotify)g_ptr_array_unref, self->cancellable,
                         levels_read_cb, g_object_ref (self));
}

static void
declared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchSeveritySection) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDeclared) declared = vouch_desk_run_finish (VOUCH_DESK (source), result, &error);
  g_autofree char *message = NULL;

  if (self->desk != VOUCH_DESK (source))
    return;
  if (error != NULL)
    {
      if (self->dialog != NULL)
        vouch_signing_refuse (VOUCH_SIGNING (self->dialog), error->message);
      return;
    }
  if (self->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (self->dialog));
  message = g_strdup_printf (_ ("Signed. In force: %s"), vouch_severity_get_label (declared->severity));
  g_signal_emit (self, signals[DONE], 0, message);
  read_anew (self);
}

static void
signed_cb (VouchSeveritySection *self)
{
  if (self->desk != NULL && self->dialog != NULL)
    vouch_desk_run_async (self->desk, &vouch_quality_declare, vouch_declare_dialog_dup_request (self->dialog),
                          declared_cb, g_object_ref (self));
}

static void
present (VouchSeveritySection *self, const VouchQualityStrip *strip)
{
  g_autoptr (VouchActor) actor = vouch_desk_get_actor (self->desk);
  gboolean may = actor != NULL && vouch_actor_may (actor, VOUCH_PERMISSION_DECLARE_SEVERITY);

  if (self->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (self->dialog));
  g_set_weak_pointer (&self->dialog,
                      vouch_declare_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), strip, may));
  g_signal_connect_object (self->dialog, "signed", G_CALLBACK (signed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self->dialog));
}

static gpointer
read_strip (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_quality_strip_load (conn, *(gint64 *)data, error);
}

static void
strip_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchSeveritySection) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchQualityStrip) strip = vouch_desk_read_finish (VOUCH_DESK (source), result, &error);

  if (self->desk != VOUCH_DESK (source))
    return;
  if (strip != NULL)
    present (self, strip);
  else
    g_signal_emit (self, signals[REFUSED], 0, error->message);
}

static void
activate_cb (VouchSeveritySection *self, guint position)
{
  g_autoptr (VouchListItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);
  gint64 id = item != NULL ? vouch_list_item_get_id (item) : 0;

  if (id != 0 && self->desk != NULL)
    vouch_desk_read_async (self->desk, read_strip, g_memdup2 (&id, sizeof id), g_free,
                           (GDestroyNotify)vouch_quality_strip_free, NULL, strip_read_cb, g_object_ref (self));
}

static void
refresh (VouchPage *page)
{
  read_anew (VOUCH_SEVERITY_SECTION (page));
}

static void
set_desk (VouchPage *page, VouchDesk *desk)
{
  VouchSeveritySection *self = VOUCH_SEVERITY_SECTION (page);

  if (self->dialog != NULL && desk != self->desk)
    gtk_window_destroy (GTK_WINDOW (self->dialog));
  self->desk = desk;
}

static void
page_init (VouchPageInterface *iface)
{
  iface->set_desk = set_desk;
  iface->refresh = refresh;
}

static char *
dup_title (VouchSeveritySection *self)
{
  if (self->n_broken == 0)
    return g_strdup (_ ("Severity"));
  return g_strdup_printf (/* Translators: the title of a section, and how many ledgers in it are broken. */
                          ngettext ("Severity: %u broken", "Severity: %u broken", self->n_broken), self->n_broken);
}

static void
vouch_severity_section_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VouchSeveritySection *self = VOUCH_SEVERITY_SECTION (object);

  switch ((VouchSeveritySectionProperty)prop_id)
    {
    case PROP_TITLE:
      g_value_take_string (value, dup_title (self));
      break;
    case PROP_PRESSING:
      g_value_set_boolean (value, self->n_broken > 0);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vouch_severity_section_dispose (GObject *object)
{
  VouchSeveritySection *self = VOUCH_SEVERITY_SECTION (object);

  self->desk = NULL;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_weak_pointer (&self->dialog);
  g_clear_object (&self->items);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_SEVERITY_SECTION);
  G_OBJECT_CLASS (vouch_severity_section_parent_class)->dispose (object);
}

static void
vouch_severity_section_class_init (VouchSeveritySectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = vouch_severity_section_get_property;
  object_class->dispose = vouch_severity_section_dispose;
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_PRESSING] =
      g_param_spec_boolean ("pressing", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  signals[REFUSED] = g_signal_new ("refused", VOUCH_TYPE_SEVERITY_SECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[DONE] = g_signal_new ("done", VOUCH_TYPE_SEVERITY_SECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-severity-section.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchSeveritySection, list);
}

static void
vouch_severity_section_init (VouchSeveritySection *self)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  g_type_ensure (VOUCH_TYPE_LIST_ITEM);
  g_type_ensure (VOUCH_TYPE_ROW_BOX);
  g_type_ensure (VOUCH_TYPE_SHAPE);
  g_type_ensure (VOUCH_TYPE_TAB_STOP);
  self->items = g_list_store_new (VOUCH_TYPE_LIST_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->items))));
  gtk_list_view_set_model (self->list, selection);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (activate_cb), self);
}
