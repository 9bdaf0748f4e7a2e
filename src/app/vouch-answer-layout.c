#include "vouch-answer-layout.h"

#include "vouch-em.h"

#define N_CHILDREN 5
#define MIDDLE 2
#define GAP 16
/* Of a column, in widths of a letter M. */
#define LEAST_COLUMN 11

struct _VouchAnswerLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (VouchAnswerLayout, vouch_answer_layout, GTK_TYPE_LAYOUT_MANAGER)

static guint
list_children (GtkWidget *widget, GtkWidget *children[N_CHILDREN])
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && n < N_CHILDREN;
       child = gtk_widget_get_next_sibling (child))
    children[n++] = child;
  return n;
}

static gboolean
is_stacked (GtkWidget *widget, int width)
{
  return (width - 4 * GAP) / N_CHILDREN < LEAST_COLUMN * vouch_em_measure (widget);
}

static int
measure_natural (GtkWidget *child, GtkOrientation orientation)
{
  int natural = 0;

  if (gtk_widget_should_layout (child))
    gtk_widget_measure (child, orientation, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* A place that nothing is offered at, from the right; -1 where there is none that the lesser answers fit in. */
static int
find_free_place (GtkWidget *children[N_CHILDREN], int column)
{
  GtkWidget *lesser = children[MIDDLE];

  if (GTK_IS_SCROLLED_WINDOW (lesser))
    lesser = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (lesser));
  for (int i = N_CHILDREN - 1; i >= 0; i--)
    {
      GtkWidget *button = gtk_widget_get_first_child (children[i]);

      if (i != MIDDLE && button != NULL && !gtk_widget_get_visible (button) &&
          measure_natural (lesser, GTK_ORIENTATION_HORIZONTAL) <= column)
        return i;
    }
  return -1;
}

/* How high the row is that the middle child has for itself. */
static int
measure_above (GtkWidget *children[N_CHILDREN], int width)
{
  int column = (width - (N_CHILDREN - 2) * GAP) / (N_CHILDREN - 1);
  int height = measure_natural (children[MIDDLE], GTK_ORIENTATION_VERTICAL);

  return height > 0 && find_free_place (children, column) < 0 ? height + GAP / 2 : 0;
}

static void
vouch_answer_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size,
                             int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  GtkWidget *children[N_CHILDREN];
  guint n = list_children (widget, children);
  gboolean lies = orientation == GTK_ORIENTATION_HORIZONTAL;
  int middle = 0;

  *minimum = *natural = 0;
  for (guint i = 0; i < n; i++)
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (children[i]))
        continue;
      gtk_widget_measure (children[i], orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      if (i == MIDDLE)
        middle = lies ? 0 : child_natural;
      else
        {
          *minimum = MAX (*minimum, lies ? 4 * child_minimum + 3 * GAP : child_minimum);
          *natural = MAX (*natural, lies ? N_CHILDREN * child_natural + 4 * GAP : child_natural);
        }
    }
  *minimum = MAX (*minimum, middle);
  *natural = MAX (*natural, *minimum);
  if (n == N_CHILDREN && !lies && for_size >= 0 && is_stacked (widget, for_size))
    {
      *minimum += measure_above (children, for_size);
      *natural += measure_above (children, for_size);
    }
}

static void
vouch_answer_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *children[N_CHILDREN];
  guint n = list_children (widget, children);
  gboolean stacked = is_stacked (widget, width);
  int columns = stacked ? N_CHILDREN - 1 : N_CHILDREN;
  int above, column, at = 0;
  GtkAllocation free_place = { 0, 0, width, 0 };

  if (n < N_CHILDREN)
    return;
  above = stacked ? measure_above (children, width) : 0;
  column = (width - (columns - 1) * GAP) / columns;
  for (int i = 0; i < N_CHILDREN; i++)
    {
      GtkAllocation place = { at * (column + GAP), above, column, height - above };

      if (i == MIDDLE && stacked)
        continue;
      at++;
      if (stacked && i == find_free_place (children, column))
        free_place = place;
      if (gtk_widget_should_layout (children[i]))
        gtk_widget_size_allocate (children[i], &place, -1);
    }
  if (stacked && above > 0)
    free_place.height = MAX (above - GAP / 2, 0);
  if (stacked && gtk_widget_should_layout (children[MIDDLE]))
    gtk_widget_size_allocate (children[MIDDLE], &free_place, -1);
}

static GtkSizeRequestMode
vouch_answer_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
vouch_answer_layout_class_init (VouchAnswerLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->measure = vouch_answer_layout_measure;
  manager_class->allocate = vouch_answer_layout_allocate;
  manager_class->get_request_mode = vouch_answer_layout_get_request_mode;
}

static void
vouch_answer_layout_init (VouchAnswerLayout *self)
{
}
