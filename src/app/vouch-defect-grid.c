#include "vouch-defect-grid.h"

#include <glib/gi18n-lib.h>

#include "vouch-tile.h"

#define N_TILES 9

struct _VouchDefectGrid
{
  AdwBin parent_instance;
  GtkFlowBox *tiles;
  GtkWidget *rest_title;
  GtkFlowBox *rest;
};

G_DEFINE_FINAL_TYPE (VouchDefectGrid, vouch_defect_grid, ADW_TYPE_BIN)

static GtkFlowBox *
make_box (const char *name)
{
  GtkFlowBox *box = GTK_FLOW_BOX (gtk_flow_box_new ());

  gtk_flow_box_set_selection_mode (box, GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (box, TRUE);
  gtk_flow_box_set_min_children_per_line (box, 2);
  gtk_flow_box_set_max_children_per_line (box, 5);
  gtk_flow_box_set_row_spacing (box, 8);
  gtk_flow_box_set_column_spacing (box, 8);
  gtk_widget_set_valign (GTK_WIDGET (box), GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return box;
}

static void
vouch_defect_grid_class_init (VouchDefectGridClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "defectgrid");
}

static void
vouch_defect_grid_init (VouchDefectGrid *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->tiles = make_box (_ ("Defects"));
  self->rest = make_box (_ ("Other defects"));
  self->rest_title = gtk_label_new (_ ("Other defects"));
  gtk_label_set_xalign (GTK_LABEL (self->rest_title), 0);
  gtk_widget_add_css_class (self->rest_title, "why");
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->tiles));
  gtk_box_append (GTK_BOX (column), self->rest_title);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->rest));
  adw_bin_set_child (ADW_BIN (self), column);
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 14);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* The severity stands in words; a critical defect is framed as well. */
static GtkWidget *
make_tile (const VouchDeskDefect *defect, guint number)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *text =
      number <= N_TILES ? g_strdup_printf ("%u  %s", number, defect->name) : g_strdup (defect->name);
  /* Translators: a defect and how grave it is, for a screen reader. */
  g_autofree char *name = g_strdup_printf (_ ("%s, %s"), defect->name, defect->severity);

  gtk_box_append (GTK_BOX (box), make_label (text, "tile-name"));
  gtk_box_append (GTK_BOX (box), make_label (defect->severity, "tile-severity"));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", defect->code);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "desk.defect");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_add_css_class (button, "tile");
  if (defect->class == VOUCH_DEFECT_CLASS_CRITICAL)
    gtk_widget_add_css_class (button, "critical");
  if (defect->is_own)
    gtk_widget_add_css_class (button, "suggested");
  return button;
}

static void
clear (GtkFlowBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_flow_box_remove (box, child);
}

/**
 * vouch_defect_grid_set_defects:
 * @self: a grid
 * @defects: (element-type VouchDeskDefect): the likeliest first
 */
void
vouch_defect_grid_set_defects (VouchDefectGrid *self, const GPtrArray *defects)
{
  g_return_if_fail (VOUCH_IS_DEFECT_GRID (self));
  g_return_if_fail (defects != NULL);

  clear (self->tiles);
  clear (self->rest);
  for (guint i = 0; i < defects->len; i++)
    {
      GtkFlowBox *box = i < N_TILES ? self->tiles : self->rest;

      gtk_flow_box_append (box, vouch_tile_new (make_tile (g_ptr_array_index (defects, i), i + 1)));
    }
  gtk_widget_set_visible (self->rest_title, defects->len > N_TILES);
}
