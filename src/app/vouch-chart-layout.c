#include "vouch-chart-layout.h"

#define GAP 18

struct _VouchChartLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (VouchChartLayout, vouch_chart_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef struct
{
  int least;
  int wanted;
} Width;

static Width
measure_width (GtkWidget *child)
{
  Width width = { 0, 0 };

  if (gtk_widget_should_layout (child))
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &width.least, &width.wanted, NULL, NULL);
  return width;
}

static int
measure_height (GtkWidget *child, int width)
{
  int wanted = 0;

  if (gtk_widget_should_layout (child))
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &wanted, NULL, NULL);
  return wanted;
}

/* The width of the chart: that of all, or what is left beside the text where that is more than it takes at least. */
static int
share_width (GtkWidget *widget, int width)
{
  GtkWidget *chart = gtk_widget_get_first_child (widget), *text = gtk_widget_get_last_child (widget);
  Width of_chart = measure_width (chart), of_text = measure_width (text);

  if (of_chart.wanted == 0 || of_text.wanted == 0 ||
      (of_chart.least + of_chart.wanted) / 2 + GAP + of_text.wanted > width)
    return width;
  return width - GAP - of_text.wanted;
}

static int
measure_both (GtkWidget *widget, int width)
{
  GtkWidget *chart = gtk_widget_get_first_child (widget), *text = gtk_widget_get_last_child (widget);
  int of_chart = share_width (widget, width), above, below;

  if (of_chart < width)
    return MAX (measure_height (chart, of_chart), measure_height (text, width - GAP - of_chart));
  above = measure_height (chart, width);
  below = measure_height (text, width);
  return above + below + (above > 0 && below > 0 ? GAP : 0);
}

static void
vouch_chart_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size,
                            int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  Width of_chart = measure_width (gtk_widget_get_first_child (widget));
  Width of_text = measure_width (gtk_widget_get_last_child (widget));
  int wanted = of_chart.wanted + of_text.wanted + GAP;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (of_chart.least, of_text.least);
      *natural = wanted;
      return;
    }
  *minimum = *natural = measure_both (widget, for_size < 0 ? wanted : for_size);
}

static void
place (GtkWidget *widget, GtkWidget *child, int x, int y, int width, int height)
{
  if (!gtk_widget_should_layout (child))
    return;
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (widget) - x - width;
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

static void
vouch_chart_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *chart = gtk_widget_get_first_child (widget), *text = gtk_widget_get_last_child (widget);
  int of_chart = share_width (widget, width);
  int high = measure_height (chart, of_chart);

  /* What there is to spare below, a chart beside its text takes, while it stays wider than high. */
  if (of_chart < width)
    high = MAX (high, MIN (height, of_chart * 2 / 3));
  place (widget, chart, 0, 0, of_chart, high);
  if (of_chart < width)
    place (widget, text, of_chart + GAP, 0, width - GAP - of_chart, height);
  else
    place (widget, text, 0, high > 0 ? high + GAP : 0, width, MAX (height - high - (high > 0 ? GAP : 0), 0));
}

static GtkSizeRequestMode
vouch_chart_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
vouch_chart_layout_class_init (VouchChartLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->measure = vouch_chart_layout_measure;
  manager_class->allocate = vouch_chart_layout_allocate;
  manager_class->get_request_mode = vouch_chart_layout_get_request_mode;
}

static void
vouch_chart_layout_init (VouchChartLayout *self)
{
}
