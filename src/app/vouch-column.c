#include "vouch-column.h"

#include "vouch-em.h"

/* In pixels, beside plain type: longer lines are hard to follow. */
#define WIDTH 960
#define MARGIN 18
#define GAP 24

struct _VouchColumn
{
  AdwBin parent_instance;
  AdwClamp *clamp;
  GtkWidget *groups;
};

static GtkBuildableIface *parent_buildable;

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VouchColumn, vouch_column, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static void
vouch_column_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (GTK_IS_WIDGET (child) && VOUCH_COLUMN (buildable)->groups != NULL)
    vouch_column_append (VOUCH_COLUMN (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = vouch_column_add_child;
}

static void
vouch_column_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  VouchColumn *self = VOUCH_COLUMN (widget);
  int width;

  GTK_WIDGET_CLASS (vouch_column_parent_class)->css_changed (widget, change);
  if (self->clamp == NULL)
    return;
  width = vouch_em_scale (widget, WIDTH);
  adw_clamp_set_maximum_size (self->clamp, width);
  adw_clamp_set_tightening_threshold (self->clamp, width);
}

static void
vouch_column_class_init (VouchColumnClass *klass)
{
  GTK_WIDGET_CLASS (klass)->css_changed = vouch_column_css_changed;
}

static void
vouch_column_init (VouchColumn *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->clamp = ADW_CLAMP (adw_clamp_new ());
  self->groups = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP);
  gtk_widget_set_margin_bottom (self->groups, MARGIN);
  gtk_widget_set_margin_start (self->groups, 2);
  gtk_widget_set_margin_end (self->groups, MARGIN);
  adw_clamp_set_child (self->clamp, self->groups);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->clamp));
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/**
 * vouch_column_new:
 *
 * Returns: (transfer floating): an empty column
 */
GtkWidget *
vouch_column_new (void)
{
  return g_object_new (VOUCH_TYPE_COLUMN, NULL);
}

/**
 * vouch_column_append:
 * @self: a column
 * @group: (transfer floating): comes below the others
 */
void
vouch_column_append (VouchColumn *self, GtkWidget *group)
{
  g_return_if_fail (VOUCH_IS_COLUMN (self));
  g_return_if_fail (GTK_IS_WIDGET (group));

  gtk_box_append (GTK_BOX (self->groups), group);
}
