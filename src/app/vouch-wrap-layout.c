#include "vouch-wrap-layout.h"

#define GAP 8

struct _VouchWrapLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (VouchWrapLayout, vouch_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* The next child that takes part, from @child on. */
static GtkWidget *
find_part (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static int
measure_width (GtkWidget *child, int width)
{
  int least, wanted;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
  return width < 0 ? wanted : MAX (MIN (wanted, width), least);
}

static int
measure_height (GtkWidget *child, int width)
{
  int wanted;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &wanted, NULL, NULL);
  return wanted;
}

/* Where a row ends, how wide it is without what expands, and how high. */
static GtkWidget *
measure_row (GtkWidget *first, int width, int *taken, int *height)
{
  GtkWidget *child = first;

  *taken = *height = 0;
  while (child != NULL)
    {
      int wide = measure_width (child, width);

      if (child != first && *taken + GAP + wide > width)
        break;
      *taken += wide + (child != first ? GAP : 0);
      *height = MAX (*height, measure_height (child, wide));
      child = find_part (gtk_widget_get_next_sibling (child));
    }
  return child;
}

static void
vouch_wrap_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  GtkWidget *child = find_part (gtk_widget_get_first_child (widget));
  int width = for_size < 0 ? G_MAXINT / 2 : for_size;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      while (child != NULL)
        {
          int taken, height;

          child = measure_row (child, width, &taken, &height);
          *natural += height + (child != NULL ? GAP : 0);
        }
      *minimum = *natural;
      return;
    }
  for (; child != NULL; child = find_part (gtk_widget_get_next_sibling (child)))
    {
      int least, wanted;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural += wanted + (*natural > 0 ? GAP : 0);
    }
}

static void
place (GtkWidget *widget, GtkWidget *child, int x, int y, int wide, int width, int height)
{
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    x = width - x - wide;
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, wide, height }, -1);
}

static void
vouch_wrap_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child = find_part (gtk_widget_get_first_child (widget));
  int y = 0;

  while (child != NULL)
    {
      int x = 0, taken, high;
      GtkWidget *next = measure_row (child, width, &taken, &high);
      int spare = MAX (width - taken, 0);

      for (; child != next; child = find_part (gtk_widget_get_next_sibling (child)))
        {
          int wide = measure_width (child, width);

          if (gtk_widget_get_hexpand (child))
            {
              x += spare;
              spare = 0;
            }
          place (widget, child, x, y, wide, width, high);
          x += wide + GAP;
        }
      y += high + GAP;
    }
}

static GtkSizeRequestMode
vouch_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
vouch_wrap_layout_class_init (VouchWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->measure = vouch_wrap_layout_measure;
  manager_class->allocate = vouch_wrap_layout_allocate;
  manager_class->get_request_mode = vouch_wrap_layout_get_request_mode;
}

static void
vouch_wrap_layout_init (VouchWrapLayout *self)
{
}
