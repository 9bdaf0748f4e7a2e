#include "vouch-tab-stop.h"

struct _VouchTabStop
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (VouchTabStop, vouch_tab_stop, ADW_TYPE_BIN)

static gboolean
vouch_tab_stop_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean leaves = (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD) &&
                    gtk_widget_get_focus_child (widget) != NULL;

  return !leaves && GTK_WIDGET_CLASS (vouch_tab_stop_parent_class)->focus (widget, direction);
}

static void
vouch_tab_stop_class_init (VouchTabStopClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = vouch_tab_stop_focus;
}

static void
vouch_tab_stop_init (VouchTabStop *self)
{
}
