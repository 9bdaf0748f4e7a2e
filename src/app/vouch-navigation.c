#include "vouch-navigation.h"

#include <glib/gi18n-lib.h>

#include "vouch-navigation-button.h"

struct _VouchNavigation
{
  AdwBin parent_instance;
  GtkWidget *box;
  GListModel *pages;
};

G_DEFINE_FINAL_TYPE (VouchNavigation, vouch_navigation, ADW_TYPE_BIN)

static guint
count_listed (VouchNavigation *self)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (self->box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_get_visible (child) ? 1 : 0;
  return n;
}

static void
listed_cb (VouchNavigation *self)
{
  gtk_widget_set_visible (gtk_widget_get_first_child (GTK_WIDGET (self)), count_listed (self) > 1);
}

static void
pages_changed_cb (VouchNavigation *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  for (guint i = 0; i < g_list_model_get_n_items (self->pages); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (self->pages, i);

      child = vouch_navigation_button_new (page);
      g_signal_connect_object (child, "notify::visible", G_CALLBACK (listed_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->box), child);
    }
  listed_cb (self);
}

static void
vouch_navigation_dispose (GObject *object)
{
  VouchNavigation *self = VOUCH_NAVIGATION (object);

  if (self->pages != NULL)
    g_signal_handlers_disconnect_by_data (self->pages, self);
  g_clear_object (&self->pages);
  G_OBJECT_CLASS (vouch_navigation_parent_class)->dispose (object);
}

static void
vouch_navigation_class_init (VouchNavigationClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_navigation_dispose;
  gtk_widget_class_set_css_name (widget_class, "navigation");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_NAVIGATION);
}

static void
vouch_navigation_init (VouchNavigation *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Pages"), -1);
}

/* More pages than there is room for are scrolled to; a touch screen has no use for a bar beside them. */
static GtkWidget *
make_scroller (GtkOrientation orientation, GtkWidget *box)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  gboolean lies = orientation == GTK_ORIENTATION_HORIZONTAL;

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), lies ? GTK_POLICY_EXTERNAL : GTK_POLICY_NEVER,
                                  lies ? GTK_POLICY_NEVER : GTK_POLICY_EXTERNAL);
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  return scroller;
}

/**
 * vouch_navigation_new:
 * @stack: whose pages are listed
 * @orientation: whether it stands or lies
 *
 * Returns: (transfer floating): the navigation
 */
GtkWidget *
vouch_navigation_new (AdwViewStack *stack, GtkOrientation orientation)
{
  VouchNavigation *self;

  g_return_val_if_fail (ADW_IS_VIEW_STACK (stack), NULL);

  self = g_object_new (VOUCH_TYPE_NAVIGATION, NULL);
  self->box = gtk_box_new (orientation, 0);
  gtk_box_set_homogeneous (GTK_BOX (self->box), orientation == GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), orientation == GTK_ORIENTATION_HORIZONTAL ? "bar" : "rail");
  adw_bin_set_child (ADW_BIN (self), make_scroller (orientation, self->box));
  self->pages = G_LIST_MODEL (adw_view_stack_get_pages (stack));
  g_signal_connect_object (self->pages, "items-changed", G_CALLBACK (pages_changed_cb), self, G_CONNECT_SWAPPED);
  pages_changed_cb (self);
  return GTK_WIDGET (self);
}
