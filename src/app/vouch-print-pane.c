#include "vouch-print-pane.h"

#include <glib/gi18n-lib.h>

#include "vouch-accessible-name.h"
#include "vouch-print-bar.h"
#include "vouch-printer-choice.h"
#include "vouch-reprint-group.h"
#include "vouch-sheet-choice.h"

struct _VouchPrintPane
{
  AdwBin parent_instance;
  VouchPrinterChoice *printer;
  VouchSheetChoice *sheet;
  GtkLabel *message;
  VouchPrintBar *bar;
  VouchReprintGroup *again;
  GtkWidget *print;
  VouchDesk *desk;     /* lent; nullable */
  VouchPrintJob *last; /* nullable: not printed yet */
  int width_um;
  int height_um;
  gboolean can_print;
};

enum
{
  WANTED,
  PRINTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchPrintPane, vouch_print_pane, ADW_TYPE_BIN)

static gboolean
may_print (VouchPrintPane *self)
{
  g_autoptr (VouchActor) actor = self->desk != NULL ? vouch_desk_get_actor (self->desk) : NULL;

  return actor != NULL && vouch_actor_may (actor, VOUCH_PERMISSION_PRINT);
}

/* What was stopped is gone on with; only what is out is printed again, with a reason. */
static gboolean
is_repetition (VouchPrintPane *self)
{
  return self->last != NULL && !vouch_print_job_is_open (self->last);
}

static void
update (VouchPrintPane *self)
{
  gboolean can_print = self->can_print && !vouch_print_bar_is_busy (self->bar) && may_print (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "print.labels", can_print);
  vouch_reprint_group_allow (self->again, can_print && is_repetition (self));
  gtk_widget_set_visible (GTK_WIDGET (self->again), self->can_print && is_repetition (self));
  gtk_widget_set_visible (self->print, !is_repetition (self));
}

/**
 * vouch_print_pane_say:
 * @self: a pane
 * @message: (nullable): what is to be said beside the button
 */
void
vouch_print_pane_say (VouchPrintPane *self, const char *message)
{
  g_return_if_fail (VOUCH_IS_PRINT_PANE (self));

  gtk_label_set_label (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
}

static char *
dup_outcome (const VouchPrintJob *job)
{
  /* Translators: the file or the printer that labels went to. */
  return g_strdup_printf (_ ("Printed: %s"), g_path_is_absolute (job->file) ? job->file : job->printer);
}

static void
ended_cb (VouchPrintPane *self, const VouchPrintJob *job, const char *fault)
{
  g_autofree char *outcome = job != NULL ? dup_outcome (job) : NULL;

  if (self->desk == NULL)
    return;
  vouch_print_pane_say (self, job != NULL ? outcome : fault);
  if (job != NULL)
    vouch_reprint_group_clear (self->again);
  update (self);
  g_signal_emit (self, signals[PRINTED], 0);
}

/**
 * vouch_print_pane_print:
 * @self: a pane
 * @order: what is wanted; printer and sheet are those that are chosen here
 *
 * Prints on a thread of its own; it can be followed and stopped.
 */
void
vouch_print_pane_print (VouchPrintPane *self, VouchLabelOrder *order)
{
  g_return_if_fail (VOUCH_IS_PRINT_PANE (self));

  if (self->desk == NULL)
    return;
  order->printer = vouch_printer_choice_get (self->printer);
  order->sheet = vouch_sheet_choice_get_sheet (self->sheet);
  order->first_position = vouch_sheet_choice_get_position (self->sheet);
  if (!vouch_print_bar_print (self->bar, self->desk, order))
    return;
  update (self);
  vouch_print_pane_say (self, _ ("The labels are being drawn and read back…"));
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VouchPrintPane *self = VOUCH_PRINT_PANE (widget);
  VouchLabelOrder order = { 0 };

  if (self->last == NULL)
    {
      g_signal_emit (self, signals[WANTED], 0);
      return;
    }
  order.resume_of = self->last->id;
  vouch_print_pane_print (self, &order);
}

static void
again_cb (VouchPrintPane *self)
{
  VouchLabelOrder order = { .copy_of = self->last->id };

  vouch_reprint_group_fill_order (self->again, &order);
  vouch_print_pane_print (self, &order);
}

static void
show_sheets (VouchPrintPane *self)
{
  vouch_sheet_choice_show (self->sheet, vouch_printer_choice_get (self->printer), self->width_um, self->height_um);
}

static void
vouch_print_pane_dispose (GObject *object)
{
  VouchPrintPane *self = VOUCH_PRINT_PANE (object);

  self->desk = NULL;
  g_clear_pointer (&self->last, vouch_print_job_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_PRINT_PANE);
  G_OBJECT_CLASS (vouch_print_pane_parent_class)->dispose (object);
}

static void
vouch_print_pane_class_init (VouchPrintPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_print_pane_dispose;
  signals[WANTED] =
      g_signal_new ("wanted", VOUCH_TYPE_PRINT_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PRINTED] =
      g_signal_new ("printed", VOUCH_TYPE_PRINT_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "print.labels", NULL, print_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-print-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchPrintPane, printer);
  gtk_widget_class_bind_template_child (widget_class, VouchPrintPane, sheet);
  gtk_widget_class_bind_template_child (widget_class, VouchPrintPane, message);
  gtk_widget_class_bind_template_child (widget_class, VouchPrintPane, bar);
  gtk_widget_class_bind_template_child (widget_class, VouchPrintPane, again);
  gtk_widget_class_bind_template_child (widget_class, VouchPrintPane, print);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_sheets);
  gtk_widget_class_bind_template_callback (widget_class, ended_cb);
}

static void
vouch_print_pane_init (VouchPrintPane *self)
{
  g_type_ensure (VOUCH_TYPE_PRINT_BAR);
  g_type_ensure (VOUCH_TYPE_PRINTER_CHOICE);
  g_type_ensure (VOUCH_TYPE_REPRINT_GROUP);
  g_type_ensure (VOUCH_TYPE_SHEET_CHOICE);
  gtk_widget_init_template (GTK_WIDGET (self));
  vouch_accessible_name_parts (GTK_WIDGET (self));
  update (self);
}

/**
 * vouch_print_pane_set_desk:
 * @self: a pane
 * @desk: (nullable): where it prints
 */
void
vouch_print_pane_set_desk (VouchPrintPane *self, VouchDesk *desk)
{
  g_return_if_fail (VOUCH_IS_PRINT_PANE (self));

  vouch_print_bar_drop (self->bar);
  self->desk = desk;
  vouch_print_pane_say (self, NULL);
  update (self);
}

/**
 * vouch_print_pane_show:
 * @self: a pane
 * @purpose: which labels
 * @width_um: their width, micrometres
 * @height_um: their height
 * @can_print: whether there is anything to be printed
 * @last: (nullable): their last print
 */
void
vouch_print_pane_show (VouchPrintPane *self, VouchPrintPurpose purpose, int width_um, int height_um, gboolean can_print,
                       const VouchPrintJob *last)
{
  g_return_if_fail (VOUCH_IS_PRINT_PANE (self));

  self->width_um = width_um;
  self->height_um = height_um;
  self->can_print = can_print;
  g_clear_pointer (&self->last, vouch_print_job_free);
  self->last = last != NULL ? vouch_record_copy (&vouch_print_job_type, last) : NULL;
  vouch_printer_choice_show (self->printer, purpose, width_um, height_um);
  show_sheets (self);
  update (self);
}
