#include "vouch-lot-decision.h"

#include <glib/gi18n-lib.h>

#include "vouch-accessible-name.h"
#include "vouch-block-dialog.h"
#include "vouch-dispose-dialog.h"
#include "vouch-error.h"

/* How a decision is asked for, and what it comes to. */
typedef struct
{
  const VouchUseCase *use_case;
  VouchSigning *(*ask) (GtkWindow *parent, const VouchLotFile *file);
  gpointer (*dup_request) (VouchSigning *dialog);
  const char *made; /* msgid; takes the lot's number */
} Verb;

struct _VouchLotDecision
{
  GObject parent_instance;
  VouchDesk *desk;      /* lent; NULL while there is none */
  VouchSigning *dialog; /* weak: what is being filled in */
  const Verb *verb;     /* that @dialog asks for */
  gboolean is_kept;     /* @dialog is out of sight with what was filled in */
  gint64 lot_id;        /* that @dialog is about */
  gint64 seen;          /* the last act on it that whoever signs has seen */
  char *number;         /* the lot's */
};

enum
{
  MADE,
  KEPT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchLotDecision, vouch_lot_decision, G_TYPE_OBJECT)

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

static const Verb verbs[] = {
  [VOUCH_LOT_VERB_DISPOSE] = { &vouch_decide_dispose, ask_to_dispose, dup_disposal,
                               N_ ("Lot %s is decided and signed") },
  [VOUCH_LOT_VERB_WITHHOLD] = { &vouch_decide_withhold, ask_to_withhold, dup_withhold,
                                N_ ("Lot %s is on hold; customers see it") },
  [VOUCH_LOT_VERB_RECALL] = { &vouch_recall_announce, ask_to_recall, dup_recall,
                              N_ ("Lot %s is recalled; customers see it") },
};

/* A decision on its way to the desk. Another may be asked for before the answer comes. */
typedef struct
{
  VouchLotDecision *self;
  const Verb *verb;
  char *number;
  gint64 lot_id;
} Order;

static void
order_free (Order *order)
{
  g_object_unref (order->self);
  g_free (order->number);
  g_free (order);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Order, order_free)

static void
keep (VouchLotDecision *self, gboolean is_kept)
{
  self->is_kept = is_kept;
  gtk_widget_set_visible (GTK_WIDGET (self->dialog), !is_kept);
}

static void
conflict_answer_cb (VouchLotDecision *self, const char *response)
{
  if (self->dialog == NULL || !g_str_equal (response, "look"))
    return;
  keep (self, TRUE);
  g_signal_emit (self, signals[KEPT], 0, self->lot_id);
}

/* Somebody else was quicker: nothing that was filled in is lost, and what they did can be looked at first. Signing is
 * for what was seen, so it is done anew. */
static void
offer_newer_state (VouchLotDecision *self, const char *message)
{
  GtkWidget *question = adw_message_dialog_new (GTK_WINDOW (self->dialog), _ ("Changed Meanwhile"), message);

  vouch_signing_forget_pin (self->dialog);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question), "back", _ ("Back to My Draft"), "look",
                                    _ ("Look at the Lot"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (question), "look");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "back");
  g_signal_connect_object (question, "response", G_CALLBACK (conflict_answer_cb), self, G_CONNECT_SWAPPED);
  vouch_accessible_name_answers (ADW_MESSAGE_DIALOG (question));
  gtk_window_present (GTK_WINDOW (question));
}

static void
refuse (VouchLotDecision *self, const GError *error)
{
  if (self->dialog == NULL)
    return;
  if (g_strcmp0 (vouch_error_get_field (error), "seen") == 0)
    offer_newer_state (self, error->message);
  vouch_signing_refuse (self->dialog, error->message);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Order) order = data;
  g_autoptr (GError) error = NULL;
  gpointer answer = vouch_desk_run_finish (VOUCH_DESK (source), result, &error);
  VouchLotDecision *self = order->self;
  g_autofree char *message = NULL;

  vouch_record_free (order->verb->use_case->answer, answer);
  if (self->desk != VOUCH_DESK (source))
    return;
  if (error != NULL)
    {
      refuse (self, error);
      return;
    }
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  message = g_strdup_printf (_ (order->verb->made), order->number);
#pragma GCC diagnostic pop
  vouch_lot_decision_drop (self);
  g_signal_emit (self, signals[MADE], 0, order->lot_id, message);
}

/* What is signed is about the lot as it was seen. */
static gpointer
dup_request (VouchLotDecision *self)
{
  const VouchRecordType *type = self->verb->use_case->request;
  gpointer request = self->verb->dup_request (self->dialog);

  vouch_record_set_number (vouch_record_find_field (type, "seen"), request, self->seen);
  return request;
}

static void
signed_cb (VouchLotDecision *self)
{
  Order *order;

  if (self->desk == NULL)
    return;
  order = g_new0 (Order, 1);
  *order = (Order){ g_object_ref (self), self->verb, g_strdup (self->number), self->lot_id };
  vouch_desk_run_async (self->desk, order->verb->use_case, dup_request (self), made_cb, order);
}

static void
vouch_lot_decision_dispose (GObject *object)
{
  VouchLotDecision *self = VOUCH_LOT_DECISION (object);

  self->desk = NULL;
  g_clear_weak_pointer (&self->dialog);
  g_clear_pointer (&self->number, g_free);
  G_OBJECT_CLASS (vouch_lot_decision_parent_class)->dispose (object);
}

static void
vouch_lot_decision_class_init (VouchLotDecisionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vouch_lot_decision_dispose;
  signals[MADE] = g_signal_new ("made", VOUCH_TYPE_LOT_DECISION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                G_TYPE_INT64, G_TYPE_STRING);
  signals[KEPT] = g_signal_new ("kept", VOUCH_TYPE_LOT_DECISION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_INT64);
}

static void
vouch_lot_decision_init (VouchLotDecision *self)
{
}

/**
 * vouch_lot_decision_new:
 *
 * Returns: (transfer full): nothing that is being decided yet
 */
VouchLotDecision *
vouch_lot_decision_new (void)
{
  return g_object_new (VOUCH_TYPE_LOT_DECISION, NULL);
}

/**
 * vouch_lot_decision_set_desk:
 * @self: a decision
 * @desk: (nullable): where it is made from now on
 */
void
vouch_lot_decision_set_desk (VouchLotDecision *self, VouchDesk *desk)
{
  g_return_if_fail (VOUCH_IS_LOT_DECISION (self));

  self->desk = desk;
}

/**
 * vouch_lot_decision_begin:
 * @self: a decision; none is being made, and no draft is kept
 * @verb: what is asked
 * @parent: (nullable): the window that the dialog stands before
 * @file: the lot as it is shown; it outlives the dialog, or is given with vouch_lot_decision_take_file()
 */
void
vouch_lot_decision_begin (VouchLotDecision *self, VouchLotVerb verb, GtkWindow *parent, const VouchLotFile *file)
{
  g_return_if_fail (VOUCH_IS_LOT_DECISION (self));
  g_return_if_fail (verb < G_N_ELEMENTS (verbs));
  g_return_if_fail (self->dialog == NULL);

  self->verb = &verbs[verb];
  self->is_kept = FALSE;
  self->lot_id = file->lot->id;
  self->seen = file->seen;
  g_free (self->number);
  self->number = g_strdup (file->lot->number);
  g_set_weak_pointer (&self->dialog, self->verb->ask (parent, file));
  g_signal_connect_object (self->dialog, "signed", G_CALLBACK (signed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self->dialog));
}

/**
 * vouch_lot_decision_take_file:
 * @self: a decision
 * @file: (transfer full) (nullable): a lot's file that is shown no more
 *
 * A draft that is kept goes on with the file that it was begun with, which is the first one to be replaced.
 */
void
vouch_lot_decision_take_file (VouchLotDecision *self, VouchLotFile *file)
{
  g_return_if_fail (VOUCH_IS_LOT_DECISION (self));

  if (self->dialog != NULL && g_object_get_data (G_OBJECT (self->dialog), "file") == NULL)
    g_object_set_data_full (G_OBJECT (self->dialog), "file", file, (GDestroyNotify)vouch_lot_file_free);
  else
    vouch_lot_file_free (file);
}

/**
 * vouch_lot_decision_is_being_made:
 * @self: a decision
 *
 * Returns: whether the dialog is open: the lot that it is about stays shown
 */
gboolean
vouch_lot_decision_is_being_made (VouchLotDecision *self)
{
  g_return_val_if_fail (VOUCH_IS_LOT_DECISION (self), FALSE);

  return self->dialog != NULL && !self->is_kept;
}

/**
 * vouch_lot_decision_get_kept:
 * @self: a decision
 *
 * Returns: the lot that a draft is kept about; 0: none is
 */
gint64
vouch_lot_decision_get_kept (VouchLotDecision *self)
{
  g_return_val_if_fail (VOUCH_IS_LOT_DECISION (self), 0);

  return self->dialog != NULL && self->is_kept ? self->lot_id : 0;
}

/**
 * vouch_lot_decision_resume:
 * @self: a decision with a draft
 * @seen: the last act on the lot as it was shown meanwhile, which whoever goes on has seen
 */
void
vouch_lot_decision_resume (VouchLotDecision *self, gint64 seen)
{
  g_return_if_fail (VOUCH_IS_LOT_DECISION (self));
  g_return_if_fail (self->dialog != NULL);

  self->seen = seen;
  keep (self, FALSE);
  gtk_window_present (GTK_WINDOW (self->dialog));
}

/**
 * vouch_lot_decision_drop:
 * @self: a decision
 *
 * What was filled in is given up, or is done with.
 */
void
vouch_lot_decision_drop (VouchLotDecision *self)
{
  g_return_if_fail (VOUCH_IS_LOT_DECISION (self));

  self->is_kept = FALSE;
  if (self->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (self->dialog));
}
