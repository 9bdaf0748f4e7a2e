#include "vouch-help-window.h"

#include <glib/gi18n-lib.h>

#include "vouch-answer-sheet.h"

struct _VouchHelpWindow
{
  AdwWindow parent_instance;
  GtkLabel *prompt;
  VouchAnswerSheet *sheet;
};

G_DEFINE_FINAL_TYPE (VouchHelpWindow, vouch_help_window, ADW_TYPE_WINDOW)

/* Whether help is shown is the desk's to know, so closing it asks the desk. */
static gboolean
vouch_help_window_close_request (GtkWindow *window)
{
  GtkWindow *parent = gtk_window_get_transient_for (window);

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "desk.help", NULL);
  return GTK_WINDOW_CLASS (vouch_help_window_parent_class)->close_request (window);
}

static void
vouch_help_window_class_init (VouchHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  GTK_WINDOW_CLASS (klass)->close_request = vouch_help_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchHelpWindow, prompt);
  gtk_widget_class_bind_template_child (widget_class, VouchHelpWindow, sheet);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
vouch_help_window_init (VouchHelpWindow *self)
{
  g_type_ensure (VOUCH_TYPE_ANSWER_SHEET);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static VouchHelpWindow *
find (GtkWindow *parent)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (VOUCH_IS_HELP_WINDOW (window) && gtk_window_get_transient_for (window) == parent)
        return VOUCH_HELP_WINDOW (window);
    }
  return NULL;
}

/**
 * vouch_help_window_follow:
 * @parent: the station's window
 * @state: what the desk shows
 *
 * Shows help, or takes it away, as the desk has it.
 */
void
vouch_help_window_follow (GtkWindow *parent, const VouchDeskState *state)
{
  VouchHelpWindow *self = find (parent);

  if (!state->wants_help)
    {
      if (self != NULL)
        gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  if (self == NULL)
    self = g_object_new (VOUCH_TYPE_HELP_WINDOW, "transient-for", parent, NULL);
  gtk_label_set_label (self->prompt, state->prompt);
  vouch_answer_sheet_set_state (self->sheet, state);
  gtk_window_present (GTK_WINDOW (self));
}
