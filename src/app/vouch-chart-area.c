#include "vouch-chart-area.h"

#include "vouch-em.h"

/* In sizes of the text: as narrow as a chart can still be read, and as it is best. */
#define WIDTH_LEAST 17
#define WIDTH_BEST 34
#define HEIGHT_BEST 20
/* Of the lines that only guide the eye. */
#define GRID_ALPHA 0.22

struct _VouchChartArea
{
  GtkWidget parent_instance;
  VouchChartDrawFunc draw; /* NULL while there is nothing to show */
  gpointer data;
  GDestroyNotify free_data;
  double width;  /* natural, in sizes of the text */
  double height; /* in sizes of the text */
};

G_DEFINE_FINAL_TYPE (VouchChartArea, vouch_chart_area, GTK_TYPE_WIDGET)

static VouchChartColour
read_colour (const GdkRGBA *colour)
{
  return (VouchChartColour){ colour->red, colour->green, colour->blue, colour->alpha };
}

static VouchChartColour
look_up (GtkStyleContext *context, const char *name, const GdkRGBA *otherwise)
{
  GdkRGBA colour;

  return read_colour (gtk_style_context_lookup_color (context, name, &colour) ? &colour : otherwise);
}

static VouchChartStyle
get_style (GtkWidget *widget)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  VouchChartStyle style = { .context = gtk_widget_get_pango_context (widget) };
  GdkRGBA colour;

  gtk_style_context_get_color (context, &colour);
  style.foreground = style.grid = read_colour (&colour);
  style.grid.alpha *= GRID_ALPHA;
  style.accent = look_up (context, "accent_color", &colour);
  style.fault = look_up (context, "error_color", &colour);
  return style;
}

static void
vouch_chart_area_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VouchChartArea *self = VOUCH_CHART_AREA (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height);
  VouchChartStyle style = get_style (widget);
  cairo_t *cr;

  if (self->draw == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  self->draw (self->data, &style, cr, width, height);
  cairo_destroy (cr);
}

static void
vouch_chart_area_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  VouchChartArea *self = VOUCH_CHART_AREA (widget);
  int em = vouch_em_measure (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = WIDTH_LEAST * em;
      *natural = MAX ((int)(self->width * em), *minimum);
      return;
    }
  *minimum = *natural = (int)(self->height * em);
}

static void
clear_chart (VouchChartArea *self)
{
  if (self->free_data != NULL)
    self->free_data (self->data);
  self->draw = NULL;
  self->data = NULL;
  self->free_data = NULL;
}

static void
vouch_chart_area_finalize (GObject *object)
{
  clear_chart (VOUCH_CHART_AREA (object));
  G_OBJECT_CLASS (vouch_chart_area_parent_class)->finalize (object);
}

static void
vouch_chart_area_class_init (VouchChartAreaClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = vouch_chart_area_finalize;
  widget_class->snapshot = vouch_chart_area_snapshot;
  widget_class->measure = vouch_chart_area_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "chartarea");
}

static void
vouch_chart_area_init (VouchChartArea *self)
{
  self->width = WIDTH_BEST;
  self->height = HEIGHT_BEST;
}

/**
 * vouch_chart_area_set_chart:
 * @self: an area
 * @draw: (nullable): what draws the chart; %NULL for none
 * @data: (transfer full): what it draws
 * @free_data: (nullable): frees @data when it is not drawn any more
 */
void
vouch_chart_area_set_chart (VouchChartArea *self, VouchChartDrawFunc draw, gpointer data, GDestroyNotify free_data)
{
  g_return_if_fail (VOUCH_IS_CHART_AREA (self));

  clear_chart (self);
  self->draw = draw;
  self->data = data;
  self->free_data = free_data;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * vouch_chart_area_set_size:
 * @self: an area
 * @width: how wide the chart is best, in sizes of the text
 * @height: how high it is, in sizes of the text
 */
void
vouch_chart_area_set_size (VouchChartArea *self, double width, double height)
{
  g_return_if_fail (VOUCH_IS_CHART_AREA (self) && width > 0 && height > 0);

  self->width = width;
  self->height = height;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * vouch_chart_area_describe:
 * @self: an area
 * @name: what the chart is, translated
 * @description: what is to be seen in it, translated
 *
 * For whoever cannot see the chart.
 */
void
vouch_chart_area_describe (VouchChartArea *self, const char *name, const char *description)
{
  g_return_if_fail (VOUCH_IS_CHART_AREA (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}
