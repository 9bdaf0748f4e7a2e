#include "vouch-print-bar.h"

#include <glib/gi18n-lib.h>

struct _VouchPrintBar
{
  AdwBin parent_instance;
  GtkProgressBar *bar;
  GtkLabel *trouble;
  GtkButton *stop;
  VouchPrintErrand *errand; /* nullable */
};

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

static void
stop_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  vouch_print_bar_stop (VOUCH_PRINT_BAR (widget));
}

static void
vouch_print_bar_dispose (GObject *object)
{
  VouchPrintBar *self = VOUCH_PRINT_BAR (object);

  vouch_print_bar_stop (self);
  g_clear_object (&self->errand);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_PRINT_BAR);
  G_OBJECT_CLASS (vouch_print_bar_parent_class)->dispose (object);
}

static void
vouch_print_bar_class_init (VouchPrintBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_print_bar_dispose;
  gtk_widget_class_install_action (widget_class, "print.stop", NULL, stop_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-print-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchPrintBar, bar);
  gtk_widget_class_bind_template_child (widget_class, VouchPrintBar, trouble);
  gtk_widget_class_bind_template_child (widget_class, VouchPrintBar, stop);
}

static void
vouch_print_bar_init (VouchPrintBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vouch_print_bar_set_errand:
 * @self: a bar
 * @errand: (nullable): what is printed from now on
 */
void
vouch_print_bar_set_errand (VouchPrintBar *self, VouchPrintErrand *errand)
{
  g_return_if_fail (VOUCH_IS_PRINT_BAR (self));

  g_set_object (&self->errand, errand);
  gtk_progress_bar_set_fraction (self->bar, 0);
  gtk_progress_bar_set_text (self->bar, "");
  gtk_widget_set_visible (GTK_WIDGET (self), errand != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), FALSE);
  if (errand != NULL)
    gtk_button_set_label (self->stop, vouch_print_errand_is_file (errand) ? _ ("Cancel") : _ ("Pause"));
  if (errand != NULL)
    gtk_widget_add_tick_callback (GTK_WIDGET (self->bar), show_progress_cb, self, NULL);
}

/**
 * vouch_print_bar_get_errand:
 * @self: a bar
 *
 * Returns: (transfer none) (nullable): what is being printed
 */
VouchPrintErrand *
vouch_print_bar_get_errand (VouchPrintBar *self)
{
  g_return_val_if_fail (VOUCH_IS_PRINT_BAR (self), NULL);

  return self->errand;
}

/**
 * vouch_print_bar_stop:
 * @self: a bar
 *
 * Stops what is being printed, if anything is, between two labels.
 */
void
vouch_print_bar_stop (VouchPrintBar *self)
{
  g_return_if_fail (VOUCH_IS_PRINT_BAR (self));

  if (self->errand != NULL)
    vouch_print_errand_stop (self->errand);
}
