#include "vouch-matter-section.h"

#include "vouch-correct-work.h"
#include "vouch-error.h"
#include "vouch-event-work.h"
#include "vouch-matter-row.h"
#include "vouch-page.h"
#include "vouch-park-work.h"
#include "vouch-receive-work.h"

struct _VouchMatterSection
{
  AdwBin parent_instance;
  GtkListBox *list;
  gboolean from_customers;
  VouchDesk *desk; /* lent; nullable */
  GCancellable *cancellable;
};

typedef enum
{
  PROP_FROM_CUSTOMERS = 1,
} VouchMatterSectionProperty;

enum
{
  REFUSED,
  LOT_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void page_init (VouchPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VouchMatterSection, vouch_matter_section, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (VOUCH_TYPE_PAGE, page_init))

static void read_anew (VouchMatterSection *self);

/* Whatever the answer was made of, its type is the use case's. */
typedef struct
{
  VouchMatterSection *section;
  const VouchUseCase *use_case;
} Answer;

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Answer *answer = data;
  g_autoptr (VouchMatterSection) self = answer->section;
  g_autoptr (GError) error = NULL;
  gpointer record = vouch_desk_run_finish (VOUCH_DESK (source), result, &error);

  vouch_record_free (answer->use_case->answer, record);
  if (self->desk != VOUCH_DESK (source))
    return;
  if (error != NULL)
    g_signal_emit (self, signals[REFUSED], 0, error->message);
  /* What can be put right keeps the words that were typed; what somebody else has answered meanwhile is gone. */
  if (error == NULL || g_error_matches (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT))
    read_anew (self);
}

static gpointer
make_correction_request (const VouchMatter *matter, const char *words)
{
  VouchCorrectionRequest *request = vouch_correction_request_new ();

  request->correction_id = matter->id;
  request->answer = *words != '\0' ? g_strdup (words) : NULL;
  return request;
}

static gpointer
make_settle_request (const VouchMatter *matter, int choice, const char *words)
{
  VouchSettleRequest *request = vouch_settle_request_new ();

  request->receipt_line_id = matter->id;
  request->recount = choice;
  request->reason = *words != '\0' ? g_strdup (words) : NULL;
  return request;
}

static gpointer
make_acknowledge_request (const VouchMatter *matter, const char *words)
{
  VouchAcknowledgeRequest *request = vouch_acknowledge_request_new ();

  request->suspicion_id = matter->id;
  request->note = *words != '\0' ? g_strdup (words) : NULL;
  return request;
}

static gpointer
make_resolve_request (const VouchMatter *matter, const char *words)
{
  VouchResolveRequest *request = vouch_resolve_request_new ();

  request->number = g_strdup (matter->number);
  request->resolution = *words != '\0' ? g_strdup (words) : NULL;
  return request;
}

static gpointer
make_request (const VouchMatter *matter, int choice, const char *words, const VouchUseCase **use_case)
{
  switch (matter->kind)
    {
    case VOUCH_MATTER_KIND_CORRECTION:
      *use_case = choice == 0 ? &vouch_receive_approve_correction : &vouch_receive_refuse_correction;
      return make_correction_request (matter, words);
    case VOUCH_MATTER_KIND_COUNT:
      *use_case = &vouch_receive_settle;
      return make_settle_request (matter, choice, words);
    case VOUCH_MATTER_KIND_SUSPICION:
      *use_case = &vouch_suspicion_acknowledge;
      return make_acknowledge_request (matter, words);
    case VOUCH_MATTER_KIND_PARKED:
    default:
      *use_case = &vouch_receive_resolve;
      return make_resolve_request (matter, words);
    }
}

static void
answer_cb (VouchMatterSection *self, int choice, const char *words, VouchMatterRow *row)
{
  const VouchMatter *matter = vouch_matter_row_get_matter (row);
  Answer *answer;
  gpointer request;

  if (self->desk == NULL)
    return;
  answer = g_new0 (Answer, 1);
  answer->section = g_object_ref (self);
  request = make_request (matter, choice, words, &answer->use_case);
  vouch_desk_run_async (self->desk, answer->use_case, request, answered_cb, answer);
}

static void
lot_chosen_cb (VouchMatterSection *self, gint64 lot_id)
{
  g_signal_emit (self, signals[LOT_CHOSEN], 0, lot_id);
}

static void
show_matters (VouchMatterSection *self, GPtrArray *matters)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < matters->len; i++)
    {
      GtkWidget *row = vouch_matter_row_new (g_ptr_array_index (matters, i));

      g_signal_connect_object (row, "answered", G_CALLBACK (answer_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "lot-chosen", G_CALLBACK (lot_chosen_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, row);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (gtk_widget_get_parent (row)), FALSE);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), matters->len > 0);
}

static void
matters_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchMatterSection) self = data;
  g_autoptr (GPtrArray) matters = vouch_desk_read_finish (VOUCH_DESK (source), result, NULL);

  if (matters != NULL && self->desk == VOUCH_DESK (source))
    show_matters (self, matters);
}

static gpointer
read_matters (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_matter_list (conn, error);
}

static gpointer
read_suspicions (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_suspicion_matter_list (conn, error);
}

static void
read_anew (VouchMatterSection *self)
{
  g_autoptr (VouchActor) actor = self->desk != NULL ? vouch_desk_get_actor (self->desk) : NULL;

  /* What was read before stays in sight until it is read anew. */
  if (actor == NULL || !vouch_actor_may (actor, VOUCH_PERMISSION_CORRECT))
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  else
    vouch_desk_read_async (self->desk, self->from_customers ? read_suspicions : read_matters, NULL, NULL,
                           (GDestroyNotify)g_ptr_array_unref, self->cancellable, matters_read_cb, g_object_ref (self));
}

static void
refresh (VouchPage *page)
{
  read_anew (VOUCH_MATTER_SECTION (page));
}

static void
set_desk (VouchPage *page, VouchDesk *desk)
{
  VOUCH_MATTER_SECTION (page)->desk = desk;
}

static void
page_init (VouchPageInterface *iface)
{
  iface->set_desk = set_desk;
  iface->refresh = refresh;
}

static void
vouch_matter_section_dispose (GObject *object)
{
  VouchMatterSection *self = VOUCH_MATTER_SECTION (object);

  self->desk = NULL;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_MATTER_SECTION);
  G_OBJECT_CLASS (vouch_matter_section_parent_class)->dispose (object);
}

static void
vouch_matter_section_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((VouchMatterSectionProperty)id)
    {
    case PROP_FROM_CUSTOMERS:
      VOUCH_MATTER_SECTION (object)->from_customers = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
vouch_matter_section_class_init (VouchMatterSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_matter_section_dispose;
  G_OBJECT_CLASS (klass)->set_property = vouch_matter_section_set_property;
  g_object_class_install_property (
      G_OBJECT_CLASS (klass), PROP_FROM_CUSTOMERS,
      g_param_spec_boolean ("from-customers", NULL, NULL, FALSE,
                            G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
  signals[REFUSED] = g_signal_new ("refused", VOUCH_TYPE_MATTER_SECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LOT_CHOSEN] = g_signal_new ("lot-chosen", VOUCH_TYPE_MATTER_SECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-matter-section.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchMatterSection, list);
}

static void
vouch_matter_section_init (VouchMatterSection *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
