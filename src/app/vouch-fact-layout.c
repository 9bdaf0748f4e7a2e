#include "vouch-fact-layout.h"

#include "vouch-em.h"
#include "vouch-fact.h"

#define MAX_FACTS 16
#define GAP 24
#define COMPACT_GAP 16
#define ROW_GAP 4
/* That compact facts have before any is shortened; and in a column that is narrower than so many letters M. */
#define ROWS 2
#define NARROW_ROWS 3
#define NARROW_EMS 32
/* What is left of a shortened fact, in heights of its row: some five letters. */
#define LEAST_LETTERS 3
/* By which a fact is shortened at a time. */
#define STEP 4

typedef enum
{
  PROP_SPARING = 1,
} VouchFactLayoutProperty;

struct _VouchFactLayout
{
  GtkLayoutManager parent_instance;
  gboolean is_sparing;
};

G_DEFINE_FINAL_TYPE (VouchFactLayout, vouch_fact_layout, GTK_TYPE_LAYOUT_MANAGER)

static GParamSpec *props[PROP_SPARING + 1];

/* The facts that there are, in one form, and how wide each of them is. */
typedef struct
{
  VouchFact *facts[MAX_FACTS];
  int widths[MAX_FACTS];
  int least[MAX_FACTS];
  guint n;
  int height; /* of a row */
  int gap;
  gboolean is_compact;
} Line;

static void
measure_line (GtkWidget *widget, gboolean is_compact, Line *line)
{
  *line = (Line){ .is_compact = is_compact, .gap = is_compact ? COMPACT_GAP : GAP };
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && line->n < MAX_FACTS;
       child = gtk_widget_get_next_sibling (child))
    {
      int height;

      if (!VOUCH_IS_FACT (child) || !gtk_widget_should_layout (child))
        continue;
      line->facts[line->n] = VOUCH_FACT (child);
      vouch_fact_measure_form (VOUCH_FACT (child), is_compact, &line->least[line->n], &line->widths[line->n], &height);
      line->height = MAX (line->height, height);
      line->n++;
    }
  for (guint i = 0; i < line->n; i++)
    line->least[i] = MIN (MAX (line->least[i], LEAST_LETTERS * line->height), line->widths[i]);
}

static guint
count_rows (const Line *line, int width)
{
  guint rows = 1;
  int x = 0;

  for (guint i = 0; i < line->n; i++)
    {
      if (x > 0 && x + line->widths[i] > width)
        {
          rows++;
          x = 0;
        }
      x += line->widths[i] + line->gap;
    }
  return rows;
}

/* The fact that gives way next, or -1 where none can. */
static int
find_longest_winded (const Line *line)
{
  int found = -1;

  for (guint i = 0; i < line->n; i++)
    {
      guint rank = vouch_fact_get_rank (line->facts[i]);

      if (rank > 0 && line->widths[i] > line->least[i] &&
          (found < 0 || rank < vouch_fact_get_rank (line->facts[found])))
        found = (int)i;
    }
  return found;
}

static void
shorten (Line *line, int width, guint rows)
{
  int i;

  while (count_rows (line, width) > rows && (i = find_longest_winded (line)) >= 0)
    line->widths[i] = MAX (line->widths[i] - STEP, line->least[i]);
}

/* A fact that is wider than all there is takes more lines. */
static void
wrap (Line *line, int width)
{
  for (guint i = 0; i < line->n; i++)
    {
      int height;

      if (line->widths[i] <= width)
        continue;
      line->widths[i] = width;
      gtk_widget_measure (GTK_WIDGET (line->facts[i]), GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
      line->height = MAX (line->height, height);
    }
}

static void
choose_line (VouchFactLayout *self, GtkWidget *widget, int width, Line *line)
{
  measure_line (widget, FALSE, line);
  if (!self->is_sparing && width > 0)
    wrap (line, width);
  if (!self->is_sparing || width < 0 || count_rows (line, width) == 1)
    return;
  measure_line (widget, TRUE, line);
  shorten (line, width, width < NARROW_EMS * vouch_em_measure (widget) ? NARROW_ROWS : ROWS);
}

static int
find_widest (const Line *line)
{
  int widest = 0;

  for (guint i = 0; i < line->n; i++)
    widest = MAX (widest, line->least[i]);
  return widest;
}

static void
vouch_fact_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  VouchFactLayout *self = VOUCH_FACT_LAYOUT (manager);
  Line line;
  int rows;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_line (widget, self->is_sparing, &line);
      *minimum = find_widest (&line);
      measure_line (widget, FALSE, &line);
      for (guint i = 0; i < line.n; i++)
        *natural += line.widths[i] + (i > 0 ? line.gap : 0);
      *natural = MAX (*natural, *minimum);
      return;
    }
  choose_line (self, widget, for_size, &line);
  rows = for_size < 0 ? 1 : (int)count_rows (&line, for_size);
  *minimum = *natural = line.n == 0 ? 0 : rows * line.height + (rows - 1) * ROW_GAP;
}

static void
vouch_fact_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  Line line;
  int x = 0, y = 0;

  choose_line (VOUCH_FACT_LAYOUT (manager), widget, width, &line);
  for (guint i = 0; i < line.n; i++)
    {
      int wide = MIN (line.widths[i], width);

      if (x > 0 && x + line.widths[i] > width)
        {
          x = 0;
          y += line.height + ROW_GAP;
        }
      vouch_fact_set_compact (line.facts[i], line.is_compact);
      gtk_widget_size_allocate (GTK_WIDGET (line.facts[i]), &(GtkAllocation){ x, y, wide, line.height }, -1);
      x += line.widths[i] + line.gap;
    }
}

static GtkSizeRequestMode
vouch_fact_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
vouch_fact_layout_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((VouchFactLayoutProperty)prop_id)
    {
    case PROP_SPARING:
      g_value_set_boolean (value, VOUCH_FACT_LAYOUT (object)->is_sparing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vouch_fact_layout_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch ((VouchFactLayoutProperty)prop_id)
    {
    case PROP_SPARING:
      VOUCH_FACT_LAYOUT (object)->is_sparing = g_value_get_boolean (value);
      gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (object));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vouch_fact_layout_class_init (VouchFactLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = vouch_fact_layout_get_property;
  object_class->set_property = vouch_fact_layout_set_property;
  manager_class->measure = vouch_fact_layout_measure;
  manager_class->allocate = vouch_fact_layout_allocate;
  manager_class->get_request_mode = vouch_fact_layout_get_request_mode;
  props[PROP_SPARING] = g_param_spec_boolean ("sparing", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
vouch_fact_layout_init (VouchFactLayout *self)
{
}
