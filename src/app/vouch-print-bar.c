#include "vouch-print-bar.h"

#include <glib/gi18n-lib.h>

struct _VouchPrintBar
{
  AdwBin parent_instance;
  GtkProgressBar *bar;
  GtkLabel *trouble;
  GtkButton *stop_button;
  VouchPrintErrand *errand; /* nullable */
};

enum
{
  ENDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchPrintBar, vouch_print_bar, ADW_TYPE_BIN)

static gboolean
show_progress_cb (GtkWidget *bar, GdkFrameClock *clock, gpointer data)
{
  VouchPrintBar *self = data;
  g_autofree char *text = NULL;
  g_autofree char *trouble = NULL;
  guint done, total;

  if (self->errand == NULL)
    return G_SOURCE_REMOVE;
  trouble = vouch_print_errand_dup_trouble (self->errand);
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), trouble != NULL);
  gtk_label_set_label (self->trouble, trouble != NULL ? trouble : "");
  vouch_print_errand_get_progress (self->errand, &done, &total);
  if (total == 0)
    return G_SOURCE_CONTINUE;
  text = g_strdup_printf (_ ("%d of %d"), (int)done, (int)total);
  gtk_progress_bar_set_fraction (self->bar, (double)done / total);
  gtk_progress_bar_set_text (self->bar, text);
  return G_SOURCE_CONTINUE;
}

/* Between two labels. */
static void
stop (VouchPrintBar *self)
{
  if (self->errand != NULL)
    vouch_print_errand_stop (self->errand);
}

static void
stop_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  stop (VOUCH_PRINT_BAR (widget));
}

static void
vouch_print_bar_dispose (GObject *object)
{
  VouchPrintBar *self = VOUCH_PRINT_BAR (object);

  stop (self);
  g_clear_object (&self->errand);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_PRINT_BAR);
  G_OBJECT_CLASS (vouch_print_bar_parent_class)->dispose (object);
}

static void
vouch_print_bar_class_init (VouchPrintBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_print_bar_dispose;
  signals[ENDED] = g_signal_new ("ended", VOUCH_TYPE_PRINT_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                 G_TYPE_POINTER, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "print.stop", NULL, stop_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-print-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchPrintBar, bar);
  gtk_widget_class_bind_template_child (widget_class, VouchPrintBar, trouble);
  gtk_widget_class_bind_template_child (widget_class, VouchPrintBar, stop_button);
}

static void
vouch_print_bar_init (VouchPrintBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_errand (VouchPrintBar *self, VouchPrintErrand *errand)
{
  g_set_object (&self->errand, errand);
  gtk_progress_bar_set_fraction (self->bar, 0);
  gtk_progress_bar_set_text (self->bar, "");
  gtk_widget_set_visible (GTK_WIDGET (self), errand != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), FALSE);
  if (errand == NULL)
    return;
  gtk_button_set_label (self->stop_button, vouch_print_errand_is_file (errand) ? _ ("Cancel") : _ ("Pause"));
  gtk_widget_add_tick_callback (GTK_WIDGET (self->bar), show_progress_cb, self, NULL);
}

static void
printed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchPrintBar) self = data;
  VouchPrintErrand *errand = VOUCH_PRINT_ERRAND (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchPrintJob) job = vouch_print_errand_run_finish (errand, result, &error);
  gboolean is_told = error != NULL && !vouch_print_errand_is_stopped (errand);

  if (self->errand != errand)
    return;
  show_errand (self, NULL);
  g_signal_emit (self, signals[ENDED], 0, job, is_told ? error->message : NULL);
}

/**
 * vouch_print_bar_print:
 * @self: a bar that is not busy
 * @desk: where it prints, and who
 * @order: what is wanted
 *
 * Prints on a thread of its own; it can be followed and stopped.
 *
 * Returns: whether it began; it does not where nobody is signed in
 */
gboolean
vouch_print_bar_print (VouchPrintBar *self, VouchDesk *desk, const VouchLabelOrder *order)
{
  g_autoptr (VouchActor) actor = NULL;
  g_autoptr (VouchPrintErrand) errand = NULL;

  g_return_val_if_fail (VOUCH_IS_PRINT_BAR (self), FALSE);

  actor = vouch_desk_get_actor (desk);
  if (actor == NULL)
    return FALSE;
  errand = vouch_print_errand_new (vouch_desk_get_station (desk), actor, order);
  show_errand (self, errand);
  vouch_print_errand_run_async (errand, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), printed_cb,
                                g_object_ref (self));
  return TRUE;
}

/**
 * vouch_print_bar_is_busy:
 * @self: a bar
 *
 * Returns: whether something is being printed
 */
gboolean
vouch_print_bar_is_busy (VouchPrintBar *self)
{
  g_return_val_if_fail (VOUCH_IS_PRINT_BAR (self), FALSE);

  return self->errand != NULL;
}

/**
 * vouch_print_bar_drop:
 * @self: a bar
 *
 * Stops what is being printed, if anything is, between two labels; nobody is told of its end.
 */
void
vouch_print_bar_drop (VouchPrintBar *self)
{
  g_return_if_fail (VOUCH_IS_PRINT_BAR (self));

  stop (self);
  show_errand (self, NULL);
}
