#include "vouch-lot-pane.h"

#include <glib/gi18n-lib.h>

#include "vouch-block-dialog.h"
#include "vouch-compare-dialog.h"
#include "vouch-correct-dialog.h"
#include "vouch-dispose-dialog.h"
#include "vouch-error.h"
#include "vouch-lot-detail.h"
#include "vouch-photo-dialog.h"

/* A decision on a lot that is asked for in a dialog. */
typedef struct
{
  const VouchUseCase *use_case;
  VouchSigning *(*ask) (GtkWindow *parent, const VouchLotFile *file);
  gpointer (*dup_request) (VouchSigning *dialog);
  const char *done; /* msgid; takes the lot's number */
} Decision;

struct _VouchLotPane
{
  AdwBin parent_instance;
  GtkStack *stack;
  VouchLotDetail *detail;
  GtkWidget *withhold;
  GtkWidget *recall;
  GtkWidget *decide;
  GtkWidget *draft_bar;

  VouchDesk *desk;          /* lent by the window; NULL while there is none */
  VouchSigning *dialog;     /* weak: what is being asked about the lot that is shown */
  const Decision *decision; /* that @dialog asks for */
  GtkWindow *viewer;        /* weak: what is looked at beside the lot: photos, or earlier lots */
  gboolean is_kept;         /* @dialog is out of sight with what was filled in, while the newer state is looked at */
  gboolean may_decide;
  gint64 lot_id;    /* shown, or being read */
  gint64 draft_lot; /* that @dialog is about */
  gint64 seen;      /* the last act on it that whoever signs has seen */
};

enum
{
  REPORT,
  LABELS,
  DONE,
  REFUSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchLotPane, vouch_lot_pane, ADW_TYPE_BIN)

/* An action that cannot be done with this lot, or not by this person, takes no room. */
static void
set_action (VouchLotPane *self, const char *name, GtkWidget *button, gboolean enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), name, enabled);
  if (button != NULL)
    gtk_widget_set_visible (button, enabled);
}

/* What waits is held; what holds nothing was decided, or is the inspector's. Only what was let go is taken back. */
static void
update_actions (VouchLotPane *self)
{
  const VouchLotFile *file = vouch_lot_detail_get_file (self->detail);
  gboolean may = self->may_decide && file != NULL;

  set_action (self, "lot.report", NULL, file != NULL);
  set_action (self, "lot.correct", NULL, file != NULL && self->desk != NULL);
  set_action (self, "lot.labels", NULL, file != NULL);
  set_action (self, "lot.compare", NULL, file != NULL && self->desk != NULL);
  set_action (self, "lot.photos", NULL, file != NULL && self->desk != NULL && file->attachments->len > 0);
  set_action (self, "lot.decide", self->decide,
              may && file->lot->held > 0 && file->lot->status != VOUCH_LOT_STATUS_PENDING);
  set_action (self, "lot.withhold", self->withhold, may && vouch_lot_is_released (file->lot));
  set_action (self, "lot.recall", self->recall,
              may && vouch_lot_file_was_released (file) && file->lot->status != VOUCH_LOT_STATUS_RECALLED);
}

static gpointer
read_file (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_lot_file_load (conn, *(gint64 *)data, error);
}

/* A draft that is kept goes on with the file that it was begun with, which is the first one to be replaced. */
static void
keep_file (VouchLotPane *self, VouchLotFile *before)
{
  if (self->dialog != NULL && g_object_get_data (G_OBJECT (self->dialog), "file") == NULL)
    g_object_set_data_full (G_OBJECT (self->dialog), "file", before, (GDestroyNotify)vouch_lot_file_free);
  else
    vouch_lot_file_free (before);
}

/* A draft belongs to one lot, and is offered beside that. */
static void
show_draft (VouchLotPane *self)
{
  gboolean is_here = self->is_kept && self->dialog != NULL && self->draft_lot == self->lot_id;

  gtk_widget_set_visible (self->draft_bar, is_here);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "lot.resume-draft", is_here);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "lot.drop-draft", is_here);
}

static void
file_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchLotPane) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchLotFile) file = vouch_desk_read_finish (VOUCH_DESK (source), result, &error);

  if (self->desk != VOUCH_DESK (source))
    return;
  if (file == NULL)
    {
      g_signal_emit (self, signals[REFUSED], 0, error->message);
      return;
    }
  /* A later wish may be on its way; and while somebody decides, what the dialog is about stays shown. */
  if (file->lot->id != self->lot_id || (self->dialog != NULL && !self->is_kept))
    return;
  keep_file (self, vouch_lot_detail_swap_file (self->detail, g_steal_pointer (&file)));
  gtk_stack_set_visible_child_name (self->stack, "detail");
  show_draft (self);
  update_actions (self);
}

static VouchSigning *
ask_to_dispose (GtkWindow *parent, const VouchLotFile *file)
{
  return VOUCH_SIGNING (vouch_dispose_dialog_new (parent, file));
}

static VouchSigning *
ask_to_withhold (GtkWindow *parent, const VouchLotFile *file)
{
  return VOUCH_SIGNING (vouch_block_dialog_new (parent, file, FALSE));
}

static VouchSigning *
ask_to_recall (GtkWindow *parent, const VouchLotFile *file)
{
  return VOUCH_SIGNING (vouch_block_dialog_new (parent, file, TRUE));
}

static gpointer
dup_disposal (VouchSigning *dialog)
{
  return vouch_dispose_dialog_dup_request (VOUCH_DISPOSE_DIALOG (dialog));
}

static gpointer
dup_withhold (VouchSigning *dialog)
{
  return vouch_block_dialog_dup_withhold (VOUCH_BLOCK_DIALOG (dialog));
}

static gpointer
dup_recall (VouchSigning *dialog)
{
  return vouch_block_dialog_dup_recall (VOUCH_BLOCK_DIALOG (dialog));
}

static const Decision disposing = { &vouch_decide_dispose, ask_to_dispose, dup_disposal,
                                    N_ ("Lot %s is decided and signed") };
static const Decision withholding = { &vouch_decide_withhold, ask_to_withhold, dup_withhold,
                                      N_ ("Lot %s is on hold; customers see it") };
static const Decision recalling = { &vouch_recall_announce, ask_to_recall, dup_recall,
                                    N_ ("Lot %s is recalled; customers see it") };

/* A decision on its way to the desk. The pane may be asked for another before the answer comes. */
typedef struct
{
  VouchLotPane *pane;
  const Decision *decision;
  char *number;
  gint64 lot_id;
} Order;

static void
order_free (Order *self)
{
  g_object_unref (self->pane);
  g_free (self->number);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Order, order_free)

static void
keep_draft (VouchLotPane *self, gboolean is_kept)
{
  self->is_kept = is_kept && self->dialog != NULL;
  if (self->dialog != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->dialog), !is_kept);
  show_draft (self);
}

static void
conflict_answer_cb (VouchLotPane *self, const char *response)
{
  if (self->dialog == NULL || !g_str_equal (response, "look"))
    return;
  keep_draft (self, TRUE);
  vouch_lot_pane_show_lot (self, self->lot_id);
}

/* Somebody else was quicker: nothing that was filled in is lost, and what they did can be looked at first. */
static void
offer_newer_state (VouchLotPane *self, const char *message)
{
  GtkWidget *question = adw_message_dialog_new (GTK_WINDOW (self->dialog), _ ("Changed Meanwhile"), message);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question), "back", _ ("Back to My Draft"), "look",
                                    _ ("Look at the Lot"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (question), "look");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "back");
  g_signal_connect_object (question, "response", G_CALLBACK (conflict_answer_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
}

/* Whoever goes on has seen the newer state. */
static void
resume_draft_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VouchLotPane *self = VOUCH_LOT_PANE (widget);

  self->seen = vouch_lot_detail_get_file (self->detail)->seen;
  keep_draft (self, FALSE);
  gtk_window_present (GTK_WINDOW (self->dialog));
}

static void
drop_draft_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VouchLotPane *self = VOUCH_LOT_PANE (widget);

  gtk_window_destroy (GTK_WINDOW (self->dialog));
  keep_draft (self, FALSE);
}

static void
decided_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Order) order = data;
  g_autoptr (GError) error = NULL;
  gpointer answer = vouch_desk_run_finish (VOUCH_DESK (source), result, &error);
  VouchLotPane *self = order->pane;
  g_autofree char *message = NULL;

  vouch_record_free (order->decision->use_case->answer, answer);
  if (self->desk != VOUCH_DESK (source))
    return;
  if (error != NULL)
    {
      if (self->dialog != NULL)
        vouch_signing_refuse (self->dialog, error->message);
      if (self->dialog != NULL && g_strcmp0 (vouch_error_get_field (error), "seen") == 0)
        offer_newer_state (self, error->message);
      return;
    }
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  message = g_strdup_printf (_ (order->decision->done), order->number);
#pragma GCC diagnostic pop
  if (self->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (self->dialog));
  g_signal_emit (self, signals[DONE], 0, message);
  vouch_lot_pane_show_lot (self, order->lot_id);
}

/* What is signed is about the lot as it was seen. */
static gpointer
dup_request (VouchLotPane *self)
{
  const VouchRecordType *type = self->decision->use_case->request;
  gpointer request = self->decision->dup_request (self->dialog);

  vouch_record_set_number (vouch_record_find_field (type, "seen"), request, self->seen);
  return request;
}

static void
signed_cb (VouchLotPane *self)
{
  const VouchLotFile *file = vouch_lot_detail_get_file (self->detail);
  Order *order;

  if (self->desk == NULL || file == NULL)
    return;
  order = g_new0 (Order, 1);
  *order = (Order){ g_object_ref (self), self->decision, g_strdup (file->lot->number), file->lot->id };
  vouch_desk_run_async (self->desk, order->decision->use_case, dup_request (self), decided_cb, order);
}

static void
ask (VouchLotPane *self, const Decision *decision)
{
  const VouchLotFile *file = vouch_lot_detail_get_file (self->detail);

  /* One draft at a time: the one that is kept comes first. */
  if (self->dialog != NULL && self->is_kept)
    vouch_lot_pane_show_lot (self, self->draft_lot);
  if (self->desk == NULL || self->dialog != NULL || file == NULL)
    return;
  self->decision = decision;
  self->seen = file->seen;
  self->draft_lot = file->lot->id;
  g_set_weak_pointer (&self->dialog, decision->ask (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), file));
  g_signal_connect_object (self->dialog, "signed", G_CALLBACK (signed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self->dialog));
}

static void
decide_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask (VOUCH_LOT_PANE (widget), &disposing);
}

static void
withhold_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask (VOUCH_LOT_PANE (widget), &withholding);
}

static void
recall_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask (VOUCH_LOT_PANE (widget), &recalling);
}

static void
corrected_cb (VouchLotPane *self, const char *sentence)
{
  g_signal_emit (self, signals[DONE], 0, sentence);
  vouch_lot_pane_show_lot (self, self->lot_id);
}

static void
correct_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VouchLotPane *self = VOUCH_LOT_PANE (widget);
  const VouchLotFile *file = vouch_lot_detail_get_file (self->detail);
  VouchCorrectDialog *dialog;

  if (file == NULL || self->desk == NULL)
    return;
  dialog = vouch_correct_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->desk, file);
  g_signal_connect_object (dialog, "corrected", G_CALLBACK (corrected_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
view (VouchLotPane *self, GtkWindow *viewer)
{
  if (self->viewer != NULL)
    gtk_window_destroy (self->viewer);
  g_set_weak_pointer (&self->viewer, viewer);
  gtk_window_present (viewer);
}

static void
photos_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VouchLotPane *self = VOUCH_LOT_PANE (widget);

  view (self, GTK_WINDOW (vouch_photo_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->desk,
                                                  vouch_lot_detail_get_file (self->detail))));
}

static void
compare_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VouchLotPane *self = VOUCH_LOT_PANE (widget);

  view (self,
        GTK_WINDOW (vouch_compare_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->desk, self->lot_id)));
}

static void
labels_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[LABELS], 0, VOUCH_LOT_PANE (widget)->lot_id);
}

static void
report_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[REPORT], 0);
}

static void
vouch_lot_pane_dispose (GObject *object)
{
  VouchLotPane *self = VOUCH_LOT_PANE (object);

  g_clear_weak_pointer (&self->dialog);
  g_clear_weak_pointer (&self->viewer);
  self->desk = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_LOT_PANE);
  G_OBJECT_CLASS (vouch_lot_pane_parent_class)->dispose (object);
}

static void
vouch_lot_pane_class_init (VouchLotPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_lot_pane_dispose;
  signals[REPORT] =
      g_signal_new ("report", VOUCH_TYPE_LOT_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LABELS] = g_signal_new ("labels", VOUCH_TYPE_LOT_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_INT64);
  signals[DONE] =
      g_signal_new ("done", VOUCH_TYPE_LOT_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[REFUSED] = g_signal_new ("refused", VOUCH_TYPE_LOT_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   1, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "lot.decide", NULL, decide_action);
  gtk_widget_class_install_action (widget_class, "lot.withhold", NULL, withhold_action);
  gtk_widget_class_install_action (widget_class, "lot.recall", NULL, recall_action);
  gtk_widget_class_install_action (widget_class, "lot.resume-draft", NULL, resume_draft_action);
  gtk_widget_class_install_action (widget_class, "lot.drop-draft", NULL, drop_draft_action);
  gtk_widget_class_install_action (widget_class, "lot.photos", NULL, photos_action);
  gtk_widget_class_install_action (widget_class, "lot.compare", NULL, compare_action);
  gtk_widget_class_install_action (widget_class, "lot.labels", NULL, labels_action);
  gtk_widget_class_install_action (widget_class, "lot.report", NULL, report_action);
  gtk_widget_class_install_action (widget_class, "lot.correct", NULL, correct_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-lot-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchLotPane, stack);
  gtk_widget_class_bind_template_child (widget_class, VouchLotPane, detail);
  gtk_widget_class_bind_template_child (widget_class, VouchLotPane, withhold);
  gtk_widget_class_bind_template_child (widget_class, VouchLotPane, recall);
  gtk_widget_class_bind_template_child (widget_class, VouchLotPane, decide);
  gtk_widget_class_bind_template_child (widget_class, VouchLotPane, draft_bar);
}

static void
vouch_lot_pane_init (VouchLotPane *self)
{
  g_type_ensure (VOUCH_TYPE_LOT_DETAIL);
  gtk_widget_init_template (GTK_WIDGET (self));
  keep_draft (self, FALSE);
  update_actions (self);
}

/**
 * vouch_lot_pane_set_desk:
 * @self: a pane
 * @desk: (nullable): what lots are read from and decided at from now on
 */
void
vouch_lot_pane_set_desk (VouchLotPane *self, VouchDesk *desk)
{
  g_return_if_fail (VOUCH_IS_LOT_PANE (self));

  if (self->viewer != NULL && desk != self->desk)
    gtk_window_destroy (self->viewer);
  self->desk = desk;
}

/**
 * vouch_lot_pane_set_may_decide:
 * @self: a pane
 * @may_decide: whether the person signed in may decide on lots
 */
void
vouch_lot_pane_set_may_decide (VouchLotPane *self, gboolean may_decide)
{
  g_return_if_fail (VOUCH_IS_LOT_PANE (self));

  self->may_decide = may_decide;
  update_actions (self);
}

/**
 * vouch_lot_pane_show_lot:
 * @self: a pane with a desk
 * @lot_id: the lot to read and show
 */
void
vouch_lot_pane_show_lot (VouchLotPane *self, gint64 lot_id)
{
  g_return_if_fail (VOUCH_IS_LOT_PANE (self));

  self->lot_id = lot_id;
  if (self->desk != NULL)
    vouch_desk_read_async (self->desk, read_file, g_memdup2 (&lot_id, sizeof lot_id), g_free,
                           (GDestroyNotify)vouch_lot_file_free, NULL, file_read_cb, g_object_ref (self));
}

/**
 * vouch_lot_pane_get_lot:
 * @self: a pane
 *
 * Returns: the id of the lot that is shown or being read; 0 before there is one
 */
gint64
vouch_lot_pane_get_lot (VouchLotPane *self)
{
  g_return_val_if_fail (VOUCH_IS_LOT_PANE (self), 0);

  return self->lot_id;
}

/**
 * vouch_lot_pane_get_file:
 * @self: a pane
 *
 * Returns: (transfer none) (nullable): the lot that is shown
 */
const VouchLotFile *
vouch_lot_pane_get_file (VouchLotPane *self)
{
  g_return_val_if_fail (VOUCH_IS_LOT_PANE (self), NULL);

  return vouch_lot_detail_get_file (self->detail);
}
