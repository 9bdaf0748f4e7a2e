#include "vouch-scanner-dialog.h"

struct _VouchScannerDialog
{
  AdwWindow parent_instance;
  VouchScannerStep *step;
};

G_DEFINE_FINAL_TYPE (VouchScannerDialog, vouch_scanner_dialog, ADW_TYPE_WINDOW)

/* Whether the scanner is checked is the desk's to know, so closing the dialog asks the desk. */
static gboolean
vouch_scanner_dialog_close_request (GtkWindow *window)
{
  GtkWindow *parent = gtk_window_get_transient_for (window);

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "desk.setup", NULL);
  return GTK_WINDOW_CLASS (vouch_scanner_dialog_parent_class)->close_request (window);
}

/* What the codes are printed from is an action of the station's window. */
static void
save_sheet_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), name, NULL);
}

static void
vouch_scanner_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_SCANNER_DIALOG);
  G_OBJECT_CLASS (vouch_scanner_dialog_parent_class)->dispose (object);
}

static void
vouch_scanner_dialog_class_init (VouchScannerDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_scanner_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = vouch_scanner_dialog_close_request;
  gtk_widget_class_install_action (widget_class, "win.save-scanner-sheet", NULL, save_sheet_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-scanner-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchScannerDialog, step);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
vouch_scanner_dialog_init (VouchScannerDialog *self)
{
  g_type_ensure (VOUCH_TYPE_SCANNER_STEP);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static VouchScannerDialog *
find (GtkWindow *parent)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (VOUCH_IS_SCANNER_DIALOG (window) && gtk_window_get_transient_for (window) == parent)
        return VOUCH_SCANNER_DIALOG (window);
    }
  return NULL;
}

/**
 * vouch_scanner_dialog_follow:
 * @parent: the station's window
 * @state: what the desk shows
 * @settings: (nullable): where what is learned is kept
 *
 * Shows the check, or takes it away, as the desk has it.
 */
void
vouch_scanner_dialog_follow (GtkWindow *parent, const VouchDeskState *state, GSettings *settings)
{
  VouchScannerDialog *self = find (parent);

  if (!state->checks_scanner && self != NULL)
    gtk_window_destroy (GTK_WINDOW (self));
  if (!state->checks_scanner || self != NULL)
    return;
  self = g_object_new (VOUCH_TYPE_SCANNER_DIALOG, "application", gtk_window_get_application (parent), "transient-for",
                       parent, NULL);
  vouch_scanner_step_set_settings (self->step, settings, state->command_prefix);
  gtk_window_present (GTK_WINDOW (self));
}

/**
 * vouch_scanner_dialog_find_step:
 * @parent: the station's window
 *
 * Returns: (transfer none) (nullable): the check that is shown before it
 */
VouchScannerStep *
vouch_scanner_dialog_find_step (GtkWindow *parent)
{
  VouchScannerDialog *self = find (parent);

  return self != NULL ? self->step : NULL;
}
