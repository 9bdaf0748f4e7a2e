#include "vouch-fact-layout.h"

#define MAX_FACTS 16
#define GAP 24
#define ROW_GAP 4
/* Two rows may take this part of the window. */
#define SHARE 7

struct _VouchFactLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (VouchFactLayout, vouch_fact_layout, GTK_TYPE_LAYOUT_MANAGER)

/* The facts that there are, and the width that each of them wants. */
typedef struct
{
  GtkWidget *facts[MAX_FACTS];
  int widths[MAX_FACTS];
  guint n;
  int height; /* of a row */
} Line;

static void
measure_line (GtkWidget *widget, int width, Line *line)
{
  line->n = 0;
  line->height = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && line->n < MAX_FACTS;
       child = gtk_widget_get_next_sibling (child))
    {
      int least, wanted, height;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
      line->facts[line->n] = child;
      line->widths[line->n++] = width < 0 ? wanted : MAX (MIN (wanted, width / 2), least);
      line->height = MAX (line->height, height);
    }
}

/* How many rows the facts from @first on need. */
static guint
count_rows (const Line *line, guint first, int width)
{
  guint rows = 1;
  int x = 0;

  for (guint i = first; i < line->n; i++)
    {
      if (x > 0 && x + line->widths[i] > width)
        {
          rows++;
          x = 0;
        }
      x += line->widths[i] + GAP;
    }
  return rows;
}

static guint
count_allowed (GtkWidget *widget, const Line *line)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  int height = root != NULL ? gtk_widget_get_height (GTK_WIDGET (root)) : 0;

  return 2 * line->height <= height / SHARE ? 2 : 1;
}

static void
vouch_fact_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  Line line;
  guint rows;

  measure_line (widget, orientation == GTK_ORIENTATION_VERTICAL ? for_size : -1, &line);
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      for (guint i = 0; i < line.n; i++)
        *natural += line.widths[i] + GAP;
      return;
    }
  rows = for_size < 0 ? 1 : MIN (count_rows (&line, 0, for_size), count_allowed (widget, &line));
  *minimum = *natural = (int)rows * line.height + (int)(rows - 1) * ROW_GAP;
}

static void
vouch_fact_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  Line line;
  guint first = 0, allowed;
  int x = 0, y = 0;

  measure_line (widget, width, &line);
  allowed = height >= 2 * line.height ? 2 : 1;
  while (first + 1 < line.n && count_rows (&line, first, width) > allowed)
    first++;
  for (guint i = 0; i < line.n; i++)
    {
      gtk_widget_set_child_visible (line.facts[i], i >= first);
      if (i < first)
        continue;
      if (x > 0 && x + line.widths[i] > width)
        {
          x = 0;
          y += line.height + ROW_GAP;
        }
      gtk_widget_size_allocate (line.facts[i], &(GtkAllocation){ x, y, MIN (line.widths[i], width), line.height }, -1);
      x += line.widths[i] + GAP;
    }
}

static GtkSizeRequestMode
vouch_fact_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
vouch_fact_layout_class_init (VouchFactLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->measure = vouch_fact_layout_measure;
  manager_class->allocate = vouch_fact_layout_allocate;
  manager_class->get_request_mode = vouch_fact_layout_get_request_mode;
}

static void
vouch_fact_layout_init (VouchFactLayout *self)
{
}
