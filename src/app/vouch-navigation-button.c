#include "vouch-navigation-button.h"

#include "vouch-fit.h"

struct _VouchNavigationButton
{
  GtkToggleButton parent_instance;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *number;
};

G_DEFINE_FINAL_TYPE (VouchNavigationButton, vouch_navigation_button, GTK_TYPE_TOGGLE_BUTTON)

static void
vouch_navigation_button_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_NAVIGATION_BUTTON);
  G_OBJECT_CLASS (vouch_navigation_button_parent_class)->dispose (object);
}

static void
vouch_navigation_button_class_init (VouchNavigationButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_navigation_button_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-navigation-button.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchNavigationButton, icon);
  gtk_widget_class_bind_template_child (widget_class, VouchNavigationButton, title);
  gtk_widget_class_bind_template_child (widget_class, VouchNavigationButton, number);
}

static void
vouch_navigation_button_init (VouchNavigationButton *self)
{
  g_type_ensure (VOUCH_TYPE_FIT);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* How much waits is part of the name, for those who do not see the number. */
static void
show_number (VouchNavigationButton *self, AdwViewStackPage *page)
{
  guint n = adw_view_stack_page_get_badge_number (page);
  const char *title = adw_view_stack_page_get_title (page);
  g_autofree char *text = g_strdup_printf (n > 99 ? "99+" : "%u", n);
  g_autofree char *name = n > 0 ? g_strdup_printf ("%s, %u", title, n) : g_strdup (title);

  gtk_label_set_label (self->number, text);
  gtk_widget_set_visible (GTK_WIDGET (self->number), n > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* A page without an icon has other ways in. */
static void
page_changed_cb (VouchNavigationButton *self, GParamSpec *pspec, AdwViewStackPage *page)
{
  gboolean is_listed = adw_view_stack_page_get_visible (page) && adw_view_stack_page_get_icon_name (page) != NULL;

  gtk_image_set_from_icon_name (self->icon, adw_view_stack_page_get_icon_name (page));
  gtk_label_set_label (self->title, adw_view_stack_page_get_title (page));
  show_number (self, page);
  gtk_widget_set_visible (GTK_WIDGET (self), is_listed);
}

/**
 * vouch_navigation_button_new:
 * @page: the page that it leads to
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
vouch_navigation_button_new (AdwViewStackPage *page)
{
  VouchNavigationButton *self;

  g_return_val_if_fail (ADW_IS_VIEW_STACK_PAGE (page), NULL);

  self = g_object_new (VOUCH_TYPE_NAVIGATION_BUTTON, NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", adw_view_stack_page_get_name (page));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.page");
  g_signal_connect_object (page, "notify", G_CALLBACK (page_changed_cb), self, G_CONNECT_SWAPPED);
  page_changed_cb (self, NULL, page);
  return GTK_WIDGET (self);
}
