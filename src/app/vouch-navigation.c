#include "vouch-navigation.h"

#include <glib/gi18n-lib.h>

#include "vouch-navigation-button.h"

/* Buttons are made smaller before one goes to the menu, but not by more than this. */
#define LEAST_LENGTH 0.75

struct _VouchNavigation
{
  GtkWidget parent_instance;
  GtkOrientation orientation;
  GListModel *pages;
  GtkWidget *more; /* the last child */
};

G_DEFINE_FINAL_TYPE (VouchNavigation, vouch_navigation, GTK_TYPE_WIDGET)

/* The next button of a page that is listed, from @child on. */
static GtkWidget *
find_listed (GtkWidget *child)
{
  while (child != NULL && (!VOUCH_IS_NAVIGATION_BUTTON (child) || !gtk_widget_get_visible (child)))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkWidget *
get_first (VouchNavigation *self)
{
  return find_listed (gtk_widget_get_first_child (GTK_WIDGET (self)));
}

static GtkWidget *
get_next (GtkWidget *button)
{
  return find_listed (gtk_widget_get_next_sibling (button));
}

static int
count_listed (VouchNavigation *self)
{
  int n = 0;

  for (GtkWidget *button = get_first (self); button != NULL; button = get_next (button))
    n++;
  return n;
}

static void
listed_cb (VouchNavigation *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), count_listed (self) > 1);
}

/* The page that is shown may be one of those in the menu. */
static void
mark_more (VouchNavigation *self)
{
  gboolean is_behind = FALSE;

  for (GtkWidget *button = get_first (self); button != NULL; button = get_next (button))
    is_behind = is_behind ||
                (!gtk_widget_get_child_visible (button) && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  if (is_behind)
    gtk_widget_add_css_class (self->more, "current");
  else
    gtk_widget_remove_css_class (self->more, "current");
}

static void
fill_menu (GtkMenuButton *button, gpointer data)
{
  VouchNavigation *self = data;
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < g_list_model_get_n_items (self->pages); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (self->pages, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (adw_view_stack_page_get_title (page), NULL);
      GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

      for (guint k = 0; k < i && child != NULL; k++)
        child = gtk_widget_get_next_sibling (child);
      if (child == NULL || !gtk_widget_get_visible (child) || gtk_widget_get_child_visible (child))
        continue;
      g_menu_item_set_action_and_target (item, "win.page", "s", adw_view_stack_page_get_name (page));
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static GtkWidget *
make_more (VouchNavigation *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name",
                                  "view-more-symbolic", NULL);
  /* Translators: the button behind which the pages are that there is no room for */
  GtkWidget *title = gtk_label_new (C_ ("pages", "More"));

  gtk_widget_add_css_class (title, "navigation-title");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), title);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), box);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), fill_menu, self, NULL);
  /* The button inside is what gets the focus. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (button)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("More pages"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("More pages"), -1);
  return button;
}

static void
clear (VouchNavigation *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->more = NULL;
}

static void
pages_changed_cb (VouchNavigation *self)
{
  clear (self);
  for (guint i = 0; i < g_list_model_get_n_items (self->pages); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (self->pages, i);
      GtkWidget *button = vouch_navigation_button_new (page);

      g_signal_connect_object (button, "notify::visible", G_CALLBACK (listed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (button, "notify::active", G_CALLBACK (mark_more), self, G_CONNECT_SWAPPED);
      gtk_widget_set_parent (button, GTK_WIDGET (self));
    }
  self->more = make_more (self);
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
  listed_cb (self);
}

static void
measure_button (GtkWidget *button, GtkOrientation orientation, int *minimum, int *natural)
{
  int least, wanted;

  gtk_widget_measure (button, orientation, -1, &least, &wanted, NULL, NULL);
  *minimum = MAX (*minimum, least);
  *natural = MAX (*natural, wanted);
}

/* What one button takes, for they are all of one size. */
static void
measure_each (VouchNavigation *self, GtkOrientation orientation, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  if (self->more != NULL)
    measure_button (self->more, orientation, minimum, natural);
  for (GtkWidget *button = get_first (self); button != NULL; button = get_next (button))
    measure_button (button, orientation, minimum, natural);
}

static void
vouch_navigation_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  VouchNavigation *self = VOUCH_NAVIGATION (widget);

  measure_each (self, orientation, minimum, natural);
  if (orientation != self->orientation)
    return;
  /* A page, and the menu with the others. */
  *minimum *= 2;
  *natural *= count_listed (self);
}

static int
measure_least (VouchNavigation *self, int *wanted)
{
  int minimum, natural;

  measure_each (self, self->orientation, &minimum, &natural);
  *wanted = MAX (natural, 1);
  return MAX (MAX (minimum, (int)(natural * LEAST_LENGTH)), 1);
}

static void
place (VouchNavigation *self, GtkWidget *child, int at, int length, int across)
{
  GtkAllocation allocation = { 0, at, across, length };

  if (self->orientation == GTK_ORIENTATION_HORIZONTAL)
    allocation = (GtkAllocation){ at, 0, length, across };
  gtk_widget_set_child_visible (child, TRUE);
  gtk_widget_size_allocate (child, &allocation, -1);
}

static void
vouch_navigation_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  VouchNavigation *self = VOUCH_NAVIGATION (widget);
  gboolean lies = self->orientation == GTK_ORIENTATION_HORIZONTAL;
  int room = lies ? width : height, across = lies ? height : width;
  int wanted, each = measure_least (self, &wanted), n = count_listed (self), shown = n, at = 0, i = 0;

  if (n * each > room)
    shown = CLAMP (room / each - 1, 1, n - 1);
  each = room / MAX (shown < n ? shown + 1 : n, 1);
  /* A bar is filled; a rail begins at its top. */
  if (!lies)
    each = MIN (each, wanted);
  for (GtkWidget *button = get_first (self); button != NULL; button = get_next (button), i++)
    {
      if (i >= shown)
        {
          gtk_widget_set_child_visible (button, FALSE);
          continue;
        }
      place (self, button, at, each, across);
      at += each;
    }
  gtk_widget_set_child_visible (self->more, shown < n);
  if (shown < n)
    place (self, self->more, at, each, across);
  mark_more (self);
}

static GtkSizeRequestMode
vouch_navigation_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
vouch_navigation_dispose (GObject *object)
{
  VouchNavigation *self = VOUCH_NAVIGATION (object);

  if (self->pages != NULL)
    g_signal_handlers_disconnect_by_data (self->pages, self);
  clear (self);
  g_clear_object (&self->pages);
  G_OBJECT_CLASS (vouch_navigation_parent_class)->dispose (object);
}

static void
vouch_navigation_class_init (VouchNavigationClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_navigation_dispose;
  widget_class->measure = vouch_navigation_measure;
  widget_class->size_allocate = vouch_navigation_size_allocate;
  widget_class->get_request_mode = vouch_navigation_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "navigation");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_NAVIGATION);
}

static void
vouch_navigation_init (VouchNavigation *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Pages"), -1);
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
  self->orientation = orientation;
  gtk_widget_add_css_class (GTK_WIDGET (self), orientation == GTK_ORIENTATION_HORIZONTAL ? "bar" : "rail");
  self->pages = G_LIST_MODEL (adw_view_stack_get_pages (stack));
  g_signal_connect_object (self->pages, "items-changed", G_CALLBACK (pages_changed_cb), self, G_CONNECT_SWAPPED);
  pages_changed_cb (self);
  return GTK_WIDGET (self);
}
