#include "vouch-spinner.h"

struct _VouchSpinner
{
  GtkWidget parent_instance;
  GtkWidget *spinner;
};

G_DEFINE_FINAL_TYPE (VouchSpinner, vouch_spinner, GTK_TYPE_WIDGET)

static void
vouch_spinner_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (vouch_spinner_parent_class)->map (widget);
  gtk_spinner_start (GTK_SPINNER (VOUCH_SPINNER (widget)->spinner));
}

static void
vouch_spinner_unmap (GtkWidget *widget)
{
  gtk_spinner_stop (GTK_SPINNER (VOUCH_SPINNER (widget)->spinner));
  GTK_WIDGET_CLASS (vouch_spinner_parent_class)->unmap (widget);
}

static void
vouch_spinner_dispose (GObject *object)
{
  g_clear_pointer (&VOUCH_SPINNER (object)->spinner, gtk_widget_unparent);
  G_OBJECT_CLASS (vouch_spinner_parent_class)->dispose (object);
}

static void
vouch_spinner_class_init (VouchSpinnerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_spinner_dispose;
  widget_class->map = vouch_spinner_map;
  widget_class->unmap = vouch_spinner_unmap;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PROGRESS_BAR);
}

static void
vouch_spinner_init (VouchSpinner *self)
{
  self->spinner = g_object_new (GTK_TYPE_SPINNER, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_parent (self->spinner, GTK_WIDGET (self));
}
