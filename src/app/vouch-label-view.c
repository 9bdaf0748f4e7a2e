#include "vouch-label-view.h"

#include "vouch-label-draw.h"

/* What a screen has that does not say how large it is. */
#define USUAL_DPI 96.0
#define MM_PER_INCH 25.4

struct _VouchLabelView
{
  GtkWidget parent_instance;
  VouchLabel *label; /* nullable */
};

G_DEFINE_FINAL_TYPE (VouchLabelView, vouch_label_view, GTK_TYPE_WIDGET)

static double
get_screen_dpi (VouchLabelView *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;
  GdkMonitor *monitor =
      surface != NULL ? gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface) : NULL;
  GdkRectangle area = { 0 };
  double dpi = 0;

  if (monitor != NULL && gdk_monitor_get_width_mm (monitor) > 0)
    {
      gdk_monitor_get_geometry (monitor, &area);
      dpi = area.width * MM_PER_INCH / gdk_monitor_get_width_mm (monitor);
    }
  return dpi >= 60 && dpi <= 400 ? dpi : USUAL_DPI;
}

/* Screen pixels to a printer's dot. */
static double
get_scale (VouchLabelView *self)
{
  return get_screen_dpi (self) / vouch_label_get_dpi (self->label);
}

static void
vouch_label_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  VouchLabelView *self = VOUCH_LABEL_VIEW (widget);
  int dots = 0;

  if (self->label != NULL)
    dots = orientation == GTK_ORIENTATION_HORIZONTAL ? vouch_label_get_width (self->label)
                                                     : vouch_label_get_height (self->label);
  *minimum = *natural = self->label != NULL ? (int)(dots * get_scale (self) + 0.5) : 0;
}

static void
vouch_label_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VouchLabelView *self = VOUCH_LABEL_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr;
  double scale;

  if (self->label == NULL)
    return;
  scale =
      MIN (width / (double)vouch_label_get_width (self->label), height / (double)vouch_label_get_height (self->label));
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_scale (cr, scale, scale);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 0, 0, vouch_label_get_width (self->label), vouch_label_get_height (self->label));
  cairo_fill (cr);
  vouch_label_draw (self->label, cr);
  cairo_destroy (cr);
}

static void
vouch_label_view_finalize (GObject *object)
{
  vouch_label_free (VOUCH_LABEL_VIEW (object)->label);
  G_OBJECT_CLASS (vouch_label_view_parent_class)->finalize (object);
}

static void
vouch_label_view_class_init (VouchLabelViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = vouch_label_view_finalize;
  widget_class->measure = vouch_label_view_measure;
  widget_class->snapshot = vouch_label_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
vouch_label_view_init (VouchLabelView *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * vouch_label_view_take_label:
 * @self: a view
 * @label: (transfer full) (nullable): what to show; %NULL for nothing
 * @name: what it is, for who does not see it
 */
void
vouch_label_view_take_label (VouchLabelView *self, VouchLabel *label, const char *name)
{
  g_return_if_fail (VOUCH_IS_LABEL_VIEW (self));

  vouch_label_free (self->label);
  self->label = label;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), label != NULL);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
