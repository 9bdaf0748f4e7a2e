#include "vouch-label-pane.h"

#include <glib/gi18n-lib.h>

#include "vouch-accessible-name.h"
#include "vouch-batch-pane.h"
#include "vouch-code-work.h"
#include "vouch-error.h"
#include "vouch-label-sight.h"
#include "vouch-label-view.h"
#include "vouch-print-bar.h"
#include "vouch-printer-choice.h"
#include "vouch-reprint-group.h"
#include "vouch-scan-back-work.h"
#include "vouch-sheet-choice.h"
#include "vouch-stopped-job.h"
#include "vouch-words.h"

struct _VouchLabelPane
{
  AdwBin parent_instance;
  GtkStack *stack;
  GtkLabel *title;
  GtkLabel *standing;
  GtkDropDown *purpose;
  VouchLabelView *view;
  GtkLabel *why;
  VouchPrintBar *bar;
  VouchPrinterChoice *printer;
  VouchSheetChoice *sheet;
  VouchStoppedJob *stopped;
  VouchReprintGroup *again;
  VouchBatchPane *batch;
  VouchDesk *desk; /* lent; nullable */
  GCancellable *cancellable;
  VouchLabelSight *sight; /* nullable: nothing is shown */
  gint64 lot_id;
  gint64 batch_id;
  gint64 job_id;
  char *wrong;            /* the label that was scanned last, if it was a wrong one; nullable */
  gboolean has_label;     /* it could be drawn */
  gboolean will_print;    /* once the labels are read */
  gboolean keeps_message; /* what went wrong is said until something else is done */
};

enum
{
  CHANGED,
  OPEN_FILE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchLabelPane, vouch_label_pane, ADW_TYPE_BIN)

static const VouchPrintPurpose purposes[] = { VOUCH_PRINT_PURPOSE_UNIT,     VOUCH_PRINT_PURPOSE_LOT,
                                              VOUCH_PRINT_PURPOSE_HOLD,     VOUCH_PRINT_PURPOSE_REJECT,
                                              VOUCH_PRINT_PURPOSE_RELEASED, VOUCH_PRINT_PURPOSE_SAMPLE };

static VouchPrintPurpose
get_purpose (VouchLabelPane *self)
{
  guint selected = gtk_drop_down_get_selected (self->purpose);

  return selected < G_N_ELEMENTS (purposes) ? purposes[selected] : VOUCH_PRINT_PURPOSE_UNIT;
}

static gboolean
may (VouchLabelPane *self, VouchPermission permission)
{
  g_autoptr (VouchActor) actor = self->desk != NULL ? vouch_desk_get_actor (self->desk) : NULL;

  return actor != NULL && vouch_actor_may (actor, permission);
}

static void
say (VouchLabelPane *self, const char *message)
{
  gtk_label_set_label (self->why, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->why), message != NULL);
}

static void
update_actions (VouchLabelPane *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const VouchLabelSight *sight = self->sight;
  gboolean is_idle = !vouch_print_bar_is_busy (self->bar);
  gboolean may_print = sight != NULL && is_idle && may (self, VOUCH_PERMISSION_PRINT);
  gboolean has_codes = sight != NULL && vouch_label_sight_can_be_voided (sight);
  gboolean has_job = sight != NULL && sight->job != NULL;
  gboolean is_open = has_job && vouch_print_job_is_open (sight->job);
  gboolean can_resume = has_job && vouch_label_sight_can_be_resumed (sight);

  gtk_widget_action_set_enabled (widget, "label.print",
                                 may_print && (vouch_label_sight_would_issue (sight) || (self->has_label && !has_job)));
  vouch_reprint_group_allow (self->again, may_print && has_job && !is_open);
  vouch_stopped_job_allow (self->stopped, may_print && can_resume,
                           may_print && can_resume && may (self, VOUCH_PERMISSION_VOID_CODES));
  gtk_widget_set_visible (GTK_WIDGET (self->stopped), can_resume && is_idle);
  gtk_widget_action_set_enabled (widget, "label.void", has_codes && is_idle && may (self, VOUCH_PERMISSION_VOID_CODES));
  gtk_widget_action_set_enabled (widget, "label.open", has_job && g_path_is_absolute (sight->job->file));
  gtk_widget_set_visible (GTK_WIDGET (self->again), (has_job && !is_open) || has_codes);
}

static void
show_sight (VouchLabelPane *self)
{
  const VouchLabelSight *sight = self->sight;
  g_autofree char *standing = vouch_label_sight_dup_standing (sight);
  g_autofree char *title =
      g_strdup_printf ("%s · %s", sight->lot, vouch_words_choose (sight->product_en, sight->product_zh));

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->standing, standing);
  vouch_printer_choice_show (self->printer, sight->purpose, sight->width_um, sight->height_um);
  vouch_sheet_choice_show (self->sheet, vouch_printer_choice_get (self->printer), sight->width_um, sight->height_um);
  vouch_batch_pane_show (self->batch, sight->purpose == VOUCH_PRINT_PURPOSE_UNIT ? sight->batch : NULL, sight->voids);
  if (sight->job != NULL)
    vouch_stopped_job_show (self->stopped, sight->job);
  vouch_label_view_take_label (self->view, g_steal_pointer (&self->sight->label),
                               vouch_words_of_purpose (sight->purpose));
  gtk_stack_set_visible_child_name (self->stack, "lot");
}

/* What the stopped job says itself is not said twice. */
static gboolean
says_trouble (VouchLabelPane *self, const VouchLabelSight *sight)
{
  return vouch_label_sight_can_be_resumed (sight) && sight->job->trouble != NULL &&
         strstr (gtk_label_get_label (self->why), sight->job->trouble) != NULL;
}

static void
sight_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchLabelPane) self = data;
  g_autoptr (GError) error = NULL;
  VouchLabelSight *sight = vouch_desk_read_finish (VOUCH_DESK (source), result, &error);

  if (sight == NULL || self->desk == NULL || self->desk != (gpointer)source)
    {
      vouch_label_sight_free (sight);
      return;
    }
  vouch_label_sight_free (self->sight);
  self->sight = sight;
  self->has_label = sight->label != NULL;
  update_actions (self);
  if (!self->keeps_message || says_trouble (self, sight))
    say (self, vouch_label_sight_get_message (sight));
  self->keeps_message = FALSE;
  show_sight (self);
  if (self->will_print && sight->purpose == VOUCH_PRINT_PURPOSE_UNIT)
    {
      self->will_print = FALSE;
      gtk_widget_activate_action (GTK_WIDGET (self), "label.print", NULL);
    }
}

/**
 * vouch_label_pane_read:
 * @self: a pane
 *
 * Reads anew what is shown.
 */
void
vouch_label_pane_read (VouchLabelPane *self)
{
  VouchLabelQuery *query;

  g_return_if_fail (VOUCH_IS_LABEL_PANE (self));

  if (self->desk == NULL || self->lot_id == 0)
    return;
  query = g_new0 (VouchLabelQuery, 1);
  *query = (VouchLabelQuery){ vouch_desk_get_station (self->desk),
                              self->lot_id,
                              self->batch_id,
                              self->job_id,
                              get_purpose (self),
                              (guint)vouch_printer_choice_get (self->printer)->dpi };
  vouch_desk_read_async (self->desk, vouch_label_sight_read, query, g_free, (GDestroyNotify)vouch_label_sight_free,
                         self->cancellable, sight_read_cb, g_object_ref (self));
}

static void
purpose_cb (VouchLabelPane *self)
{
  self->job_id = 0;
  vouch_label_pane_read (self);
}

static void
printer_cb (VouchLabelPane *self)
{
  vouch_label_pane_read (self);
}

/* Something was done to the labels, or was refused. */
static void
finish (VouchLabelPane *self, const char *fault)
{
  if (self->desk == NULL)
    return;
  self->job_id = 0;
  if (fault != NULL)
    say (self, fault);
  else
    vouch_reprint_group_clear (self->again);
  self->keeps_message = fault != NULL;
  update_actions (self);
  vouch_label_pane_read (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Whoever stopped it knows why; the codes that were issued for it wait to be printed. */
static void
ended_cb (VouchLabelPane *self, const VouchPrintJob *job, const char *fault)
{
  if (job != NULL)
    self->batch_id = job->batch_id;
  finish (self, fault);
}

static void
start_printing (VouchLabelPane *self, VouchLabelOrder *order)
{
  order->printer = vouch_printer_choice_get (self->printer);
  order->sheet = vouch_sheet_choice_get_sheet (self->sheet);
  order->first_position = vouch_sheet_choice_get_position (self->sheet);
  if (!vouch_print_bar_print (self->bar, self->desk, order))
    return;
  update_actions (self);
  say (self, _ ("The labels are being drawn and read back…"));
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VouchLabelPane *self = VOUCH_LABEL_PANE (widget);
  VouchLabelOrder order = { .lot_id = self->lot_id, .purpose = self->sight->purpose };

  if (order.purpose == VOUCH_PRINT_PURPOSE_UNIT && !vouch_label_sight_would_issue (self->sight))
    order.batch_id = self->sight->batch->id;
  start_printing (self, &order);
}

static void
again_cb (VouchLabelPane *self)
{
  VouchLabelOrder order = { .copy_of = self->sight->job->id };

  vouch_reprint_group_fill_order (self->again, &order);
  start_printing (self, &order);
}

static void
resume_cb (VouchLabelPane *self, gint64 printed)
{
  VouchLabelOrder order = { .resume_of = self->sight->job->id, .knows_printed = TRUE, .printed = printed };

  start_printing (self, &order);
}

static void
voided_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchLabelPane) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = vouch_desk_run_finish (VOUCH_DESK (source), result, &error);

  finish (self, error != NULL ? error->message : NULL);
}

static void
void_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VouchLabelPane *self = VOUCH_LABEL_PANE (widget);
  VouchVoidRequest *request = vouch_void_request_new ();

  request->batch_id = self->sight->batch->id;
  request->reason = vouch_reprint_group_dup_words (self->again);
  vouch_desk_run_async (self->desk, &vouch_code_void, request, voided_cb, g_object_ref (self));
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VouchLabelPane *self = VOUCH_LABEL_PANE (widget);

  g_signal_emit (self, signals[OPEN_FILE], 0, self->sight->job->file);
}

static void
scanned_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchLabelPane) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchScannedBack) scanned = vouch_desk_run_finish (VOUCH_DESK (source), result, &error);
  g_autofree char *text = NULL;

  if (g_strcmp0 (vouch_error_get_field (error), VOUCH_SCAN_BACK_AGAIN) != 0)
    g_clear_pointer (&self->wrong, g_free);
  finish (self, error != NULL ? error->message : NULL);
  if (self->desk == NULL || scanned == NULL || scanned->withdrawn == 0)
    return;
  text = vouch_scanned_back_dup_text (scanned);
  say (self, text);
  self->keeps_message = TRUE;
}

/**
 * vouch_label_pane_take_scan:
 * @self: a pane
 * @text: what was scanned
 *
 * While printed codes wait to be read back, an address is one of their labels; in the field for labels that are
 * withdrawn it is one of those. A wrong label that is scanned a second time lies where the right one should be.
 *
 * Returns: whether the pane took it
 */
gboolean
vouch_label_pane_take_scan (VouchLabelPane *self, const char *text)
{
  VouchScanBackRequest *request;

  g_return_val_if_fail (VOUCH_IS_LABEL_PANE (self), FALSE);

  if (self->desk != NULL && vouch_batch_pane_take_scan (self->batch, text))
    return TRUE;
  if (self->desk == NULL || self->sight == NULL || self->sight->batch == NULL ||
      self->sight->batch->state != VOUCH_CODE_BATCH_STATE_PRINTED || strstr (text, "://") == NULL)
    return FALSE;
  request = vouch_scan_back_request_new ();
  request->batch_id = self->sight->batch->id;
  request->code = g_strdup (text);
  request->again = g_strcmp0 (self->wrong, text) == 0;
  g_free (self->wrong);
  self->wrong = g_strdup (text);
  vouch_desk_run_async (self->desk, &vouch_code_scan_back, request, scanned_cb, g_object_ref (self));
  return TRUE;
}

static void
batch_changed_cb (VouchLabelPane *self)
{
  finish (self, NULL);
}

static void
vouch_label_pane_dispose (GObject *object)
{
  VouchLabelPane *self = VOUCH_LABEL_PANE (object);

  self->desk = NULL;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->sight, vouch_label_sight_free);
  g_clear_pointer (&self->wrong, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_LABEL_PANE);
  G_OBJECT_CLASS (vouch_label_pane_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, VouchLabelPane, stack);
  gtk_widget_class_bind_template_child (widget_class, VouchLabelPane, title);
  gtk_widget_class_bind_template_child (widget_class, VouchLabelPane, standing);
  gtk_widget_class_bind_template_child (widget_class, VouchLabelPane, purpose);
  gtk_widget_class_bind_template_child (widget_class, VouchLabelPane, view);
  gtk_widget_class_bind_template_child (widget_class, VouchLabelPane, why);
  gtk_widget_class_bind_template_child (widget_class, VouchLabelPane, bar);
  gtk_widget_class_bind_template_child (widget_class, VouchLabelPane, printer);
  gtk_widget_class_bind_template_child (widget_class, VouchLabelPane, sheet);
  gtk_widget_class_bind_template_child (widget_class, VouchLabelPane, stopped);
  gtk_widget_class_bind_template_child (widget_class, VouchLabelPane, again);
  gtk_widget_class_bind_template_child (widget_class, VouchLabelPane, batch);
  gtk_widget_class_bind_template_callback (widget_class, purpose_cb);
  gtk_widget_class_bind_template_callback (widget_class, printer_cb);
  gtk_widget_class_bind_template_callback (widget_class, batch_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
  gtk_widget_class_bind_template_callback (widget_class, resume_cb);
  gtk_widget_class_bind_template_callback (widget_class, ended_cb);
  gtk_widget_class_bind_template_callback (widget_class, finish);
  gtk_widget_class_bind_template_callback (widget_class, say);
}

static void
vouch_label_pane_class_init (VouchLabelPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_label_pane_dispose;
  signals[CHANGED] =
      g_signal_new ("changed", VOUCH_TYPE_LABEL_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPEN_FILE] = g_signal_new ("open-file", VOUCH_TYPE_LABEL_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "label.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "label.void", NULL, void_action);
  gtk_widget_class_install_action (widget_class, "label.open", NULL, open_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-label-pane.ui");
  bind_children (widget_class);
}

static void
vouch_label_pane_init (VouchLabelPane *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_type_ensure (VOUCH_TYPE_BATCH_PANE);
  g_type_ensure (VOUCH_TYPE_LABEL_VIEW);
  g_type_ensure (VOUCH_TYPE_PRINT_BAR);
  g_type_ensure (VOUCH_TYPE_PRINTER_CHOICE);
  g_type_ensure (VOUCH_TYPE_REPRINT_GROUP);
  g_type_ensure (VOUCH_TYPE_SHEET_CHOICE);
  g_type_ensure (VOUCH_TYPE_STOPPED_JOB);
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  vouch_accessible_name_parts (GTK_WIDGET (self));
  for (gsize i = 0; i < G_N_ELEMENTS (purposes); i++)
    gtk_string_list_append (names, vouch_words_of_purpose (purposes[i]));
  gtk_drop_down_set_model (self->purpose, G_LIST_MODEL (names));
  vouch_accessible_name_set (GTK_WIDGET (self->purpose), _ ("Which label"));
  update_actions (self);
}

/**
 * vouch_label_pane_set_desk:
 * @self: a pane
 * @desk: (nullable): where it reads and prints
 */
void
vouch_label_pane_set_desk (VouchLabelPane *self, VouchDesk *desk)
{
  g_return_if_fail (VOUCH_IS_LABEL_PANE (self));

  vouch_print_bar_drop (self->bar);
  self->desk = desk;
  self->lot_id = 0;
  self->will_print = FALSE;
  g_clear_pointer (&self->sight, vouch_label_sight_free);
  vouch_batch_pane_set_desk (self->batch, desk);
  vouch_stopped_job_set_desk (self->stopped, desk);
  update_actions (self);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

/**
 * vouch_label_pane_show:
 * @self: a pane
 * @lot_id: a lot
 * @batch_id: codes of the lot; 0 for the last ones
 * @purpose: which of its labels
 *
 * Shows a lot's labels.
 */
void
vouch_label_pane_show (VouchLabelPane *self, gint64 lot_id, gint64 batch_id, VouchPrintPurpose purpose)
{
  g_return_if_fail (VOUCH_IS_LABEL_PANE (self));

  self->lot_id = lot_id;
  self->batch_id = batch_id;
  g_clear_pointer (&self->wrong, g_free);
  self->job_id = 0;
  for (guint i = 0; i < G_N_ELEMENTS (purposes); i++)
    if (purposes[i] == purpose)
      gtk_drop_down_set_selected (self->purpose, i);
  vouch_label_pane_read (self);
}

/**
 * vouch_label_pane_print:
 * @self: a pane that shows the labels of a lot's units
 *
 * Prints what is shown as soon as it is read; labels that were printed already wait for a reason as ever.
 */
void
vouch_label_pane_print (VouchLabelPane *self)
{
  g_return_if_fail (VOUCH_IS_LABEL_PANE (self));

  self->will_print = TRUE;
}
