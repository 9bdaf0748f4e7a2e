#include "vouch-split.h"

#include "vouch-em.h"

#define GAP 18
/* Of a list. */
#define SHARE 0.36
/* Of a list, in widths of a letter M: a line of it has room, and no more than that. */
#define LEAST_EMS 20
#define MOST_EMS 42
/* However large the letters are, a list leaves the larger part to what was chosen. */
#define MOST_SHARE 0.38

typedef enum
{
  PROP_LIST = 1,
  PROP_DETAIL,
  PROP_SHARE,
} VouchSplitProperty;

struct _VouchSplit
{
  GtkWidget parent_instance;
  GtkWidget *list;
  GtkWidget *detail;
  double share; /* of the width, or the height, that the list has; 0: that of a list */
};

G_DEFINE_FINAL_TYPE (VouchSplit, vouch_split, GTK_TYPE_WIDGET)

static GParamSpec *props[PROP_SHARE + 1];

static gboolean
has_both (VouchSplit *self)
{
  return self->list != NULL && self->detail != NULL && gtk_widget_should_layout (self->list) &&
         gtk_widget_should_layout (self->detail);
}

static int
measure (GtkWidget *widget, GtkOrientation orientation, gboolean is_natural)
{
  int minimum = 0, natural = 0;

  if (widget != NULL && gtk_widget_should_layout (widget))
    gtk_widget_measure (widget, orientation, -1, &minimum, &natural, NULL, NULL);
  return is_natural ? natural : minimum;
}

/* They may come to stand above each other, where each has the whole width; and beside each other, the whole height. */
static void
vouch_split_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                     int *minimum_baseline, int *natural_baseline)
{
  VouchSplit *self = VOUCH_SPLIT (widget);
  int list = measure (self->list, orientation, FALSE), detail = measure (self->detail, orientation, FALSE);

  *minimum = MAX (list, detail);
  *natural = MAX (measure (self->list, orientation, TRUE), measure (self->detail, orientation, TRUE));
  *natural = MAX (*natural, *minimum);
}

static int
choose_list_width (VouchSplit *self, int width)
{
  int em = vouch_em_measure (GTK_WIDGET (self));
  int wanted = MIN (CLAMP ((int)(width * SHARE), LEAST_EMS * em, MOST_EMS * em), (int)(width * MOST_SHARE));
  int least = measure (self->list, GTK_ORIENTATION_HORIZONTAL, FALSE);
  int most = width - GAP - measure (self->detail, GTK_ORIENTATION_HORIZONTAL, FALSE);

  if (self->share > 0)
    wanted = (int)((width - GAP) * self->share);
  return MAX (MIN (wanted, most), least);
}

/* What has no use for more takes no more than it needs. */
static int
choose_list_height (VouchSplit *self, int width, int height)
{
  int least, natural;

  gtk_widget_measure (self->list, GTK_ORIENTATION_VERTICAL, width, &least, &natural, NULL, NULL);
  if (self->share > 0 && !gtk_widget_compute_expand (self->list, GTK_ORIENTATION_VERTICAL))
    return MAX (MIN (natural, (int)(height * self->share)), least);
  return MAX ((int)(height * (self->share > 0 ? self->share : SHARE)), least);
}

static void
allocate_both (VouchSplit *self, int width, int height)
{
  GtkAllocation list = { 0, 0, width, height }, detail = list;

  if (height > width)
    {
      list.height = choose_list_height (self, width, height);
      detail.y = list.height + GAP;
      detail.height = MAX (height - detail.y, 0);
    }
  else
    {
      list.width = choose_list_width (self, width);
      detail.x = list.width + GAP;
      detail.width = MAX (width - detail.x, 0);
      if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
        {
          detail.x = 0;
          list.x = detail.width + GAP;
        }
    }
  gtk_widget_size_allocate (self->list, &list, -1);
  gtk_widget_size_allocate (self->detail, &detail, -1);
}

static void
vouch_split_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  VouchSplit *self = VOUCH_SPLIT (widget);

  if (has_both (self))
    allocate_both (self, width, height);
  else if (self->list != NULL && gtk_widget_should_layout (self->list))
    gtk_widget_size_allocate (self->list, &(GtkAllocation){ 0, 0, width, height }, -1);
  else if (self->detail != NULL && gtk_widget_should_layout (self->detail))
    gtk_widget_size_allocate (self->detail, &(GtkAllocation){ 0, 0, width, height }, -1);
}

static GtkSizeRequestMode
vouch_split_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
vouch_split_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  VouchSplit *self = VOUCH_SPLIT (object);

  switch ((VouchSplitProperty)prop_id)
    {
    case PROP_LIST:
      self->list = g_value_get_object (value);
      gtk_widget_insert_after (self->list, GTK_WIDGET (self), NULL);
      break;
    case PROP_DETAIL:
      self->detail = g_value_get_object (value);
      gtk_widget_insert_before (self->detail, GTK_WIDGET (self), NULL);
      break;
    case PROP_SHARE:
      self->share = g_value_get_double (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vouch_split_dispose (GObject *object)
{
  VouchSplit *self = VOUCH_SPLIT (object);

  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_pointer (&self->detail, gtk_widget_unparent);
  G_OBJECT_CLASS (vouch_split_parent_class)->dispose (object);
}

static void
vouch_split_class_init (VouchSplitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = vouch_split_set_property;
  object_class->dispose = vouch_split_dispose;
  widget_class->measure = vouch_split_measure;
  widget_class->size_allocate = vouch_split_size_allocate;
  widget_class->get_request_mode = vouch_split_get_request_mode;
  props[PROP_LIST] =
      g_param_spec_object ("list", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_DETAIL] =
      g_param_spec_object ("detail", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_SHARE] = g_param_spec_double ("share", NULL, NULL, 0, 1, 0, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
vouch_split_init (VouchSplit *self)
{
}
