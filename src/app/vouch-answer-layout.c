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
  if (middle > 0 && for_size >= 0 && is_stacked (widget, for_size))
    {
      *minimum += middle + GAP / 2;
      *natural += middle + GAP / 2;
    }
  *minimum = MAX (*minimum, middle);
  *natural = MAX (*natural, *minimum);
}

/* How high the row is that the middle child has for itself. */
static int
measure_above (GtkWidget *middle, int width)
{
  int height = 0;

  if (gtk_widget_should_layout (middle))
    gtk_widget_measure (middle, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height > 0 ? height + GAP / 2 : 0;
}

static void
vouch_answer_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *children[N_CHILDREN];
  guint n = list_children (widget, children);
  gboolean stacked = is_stacked (widget, width);
  int columns = stacked ? N_CHILDREN - 1 : N_CHILDREN;
  int above, column, at = 0;

  if (n < N_CHILDREN)
    return;
  above = stacked ? measure_above (children[MIDDLE], width) : 0;
  column = (width - (columns - 1) * GAP) / columns;
  for (int i = 0; i < N_CHILDREN; i++)
    {
      GtkAllocation place = { at * (column + GAP), above, column, height - above };

      if (i == MIDDLE && stacked)
        place = (GtkAllocation){ 0, 0, width, MAX (above - GAP / 2, 0) };
      else
        at++;
      if (gtk_widget_should_layout (children[i]))
        gtk_widget_size_allocate (children[i], &place, -1);
    }
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
