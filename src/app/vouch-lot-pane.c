#include "vouch-lot-pane.h"

#include <glib/gi18n-lib.h>

#include "vouch-certificate-dialog.h"
#include "vouch-compare-dialog.h"
#include "vouch-correct-dialog.h"
#include "vouch-lot-decision.h"
#include "vouch-lot-detail.h"
#include "vouch-photo-dialog.h"
#include "vouch-wrap-layout.h"

struct _VouchLotPane
{
  AdwBin parent_instance;
  GtkStack *stack;
  VouchLotDetail *detail;
  GtkWidget *withhold;
  GtkWidget *recall;
  GtkWidget *decide;
  GtkWidget *draft_bar;

  VouchDesk *desk; /* lent by the window; NULL while there is none */
  VouchLotDecision *decision;
  GtkWindow *viewer; /* weak: what is looked at beside the lot: photos, or earlier lots */
  gboolean may_decide;
  gboolean may_attach;
  gint64 lot_id; /* shown, or being read */
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
  set_action (self, "lot.add-certificate", NULL, self->may_attach && file != NULL && self->desk != NULL);
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

/* A draft belongs to one lot, and is offered beside that. */
static void
show_draft (VouchLotPane *self)
{
  gint64 kept = vouch_lot_decision_get_kept (self->decision);
  gboolean is_here = self->may_decide && kept != 0 && kept == self->lot_id;

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
  if (file->lot->id != self->lot_id || vouch_lot_decision_is_being_made (self->decision))
    return;
  vouch_lot_decision_take_file (self->decision, vouch_lot_detail_swap_file (self->detail, g_steal_pointer (&file)));
  vouch_lot_detail_read_ledgers (self->detail, self->desk);
  gtk_stack_set_visible_child_name (self->stack, "detail");
  show_draft (self);
  update_actions (self);
}

static void
kept_cb (VouchLotPane *self, gint64 lot_id)
{
  vouch_lot_pane_show_lot (self, lot_id);
}

static void
made_cb (VouchLotPane *self, gint64 lot_id, const char *message)
{
  g_signal_emit (self, signals[DONE], 0, message);
  vouch_lot_pane_show_lot (self, lot_id);
}

/* Whoever goes on has seen the newer state. */
static void
resume_draft_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VouchLotPane *self = VOUCH_LOT_PANE (widget);

  vouch_lot_decision_resume (self->decision, vouch_lot_detail_get_file (self->detail)->seen);
  show_draft (self);
}

static void
drop_draft_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VouchLotPane *self = VOUCH_LOT_PANE (widget);

  vouch_lot_decision_drop (self->decision);
  show_draft (self);
}

/* One draft at a time: the one that is kept comes first. */
static void
ask (VouchLotPane *self, VouchLotVerb verb)
{
  const VouchLotFile *file = vouch_lot_detail_get_file (self->detail);
  gint64 kept = vouch_lot_decision_get_kept (self->decision);

  if (kept != 0)
    vouch_lot_pane_show_lot (self, kept);
  else if (self->desk != NULL && file != NULL && !vouch_lot_decision_is_being_made (self->decision))
    vouch_lot_decision_begin (self->decision, verb, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), file);
}

static void
decide_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask (VOUCH_LOT_PANE (widget), VOUCH_LOT_VERB_DISPOSE);
}

static void
withhold_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask (VOUCH_LOT_PANE (widget), VOUCH_LOT_VERB_WITHHOLD);
}

static void
recall_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask (VOUCH_LOT_PANE (widget), VOUCH_LOT_VERB_RECALL);
}

static void
recorded_cb (VouchLotPane *self, const char *sentence)
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
  g_signal_connect_object (dialog, "corrected", G_CALLBACK (recorded_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_certificate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VouchLotPane *self = VOUCH_LOT_PANE (widget);
  const VouchLotFile *file = vouch_lot_detail_get_file (self->detail);
  VouchCertificateDialog *dialog;

  if (file == NULL || self->desk == NULL)
    return;
  dialog = vouch_certificate_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->desk, file->lot);
  g_signal_connect_object (dialog, "added", G_CALLBACK (recorded_cb), self, G_CONNECT_SWAPPED);
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

  g_clear_object (&self->decision);
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
  gtk_widget_class_install_action (widget_class, "lot.add-certificate", NULL, add_certificate_action);
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
  g_type_ensure (VOUCH_TYPE_WRAP_LAYOUT);
  self->decision = vouch_lot_decision_new ();
  g_signal_connect_object (self->decision, "kept", G_CALLBACK (kept_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->decision, "made", G_CALLBACK (made_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_init_template (GTK_WIDGET (self));
  show_draft (self);
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
  vouch_lot_decision_set_desk (self->decision, desk);
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
  show_draft (self);
  update_actions (self);
}

/**
 * vouch_lot_pane_set_may_attach:
 * @self: a pane
 * @may_attach: whether the person signed in may add papers to a lot
 */
void
vouch_lot_pane_set_may_attach (VouchLotPane *self, gboolean may_attach)
{
  g_return_if_fail (VOUCH_IS_LOT_PANE (self));

  self->may_attach = may_attach;
  vouch_lot_detail_set_may_attach (self->detail, may_attach);
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
