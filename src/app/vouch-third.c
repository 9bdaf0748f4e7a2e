#include "vouch-third.h"

typedef enum
{
  PROP_UPPER = 1,
  PROP_LOWER,
} VouchThirdProperty;

struct _VouchThird
{
  GtkWidget parent_instance;
  GtkWidget *upper;
  GtkWidget *lower;
};

G_DEFINE_FINAL_TYPE (VouchThird, vouch_third, GTK_TYPE_WIDGET)

static GParamSpec *props[PROP_LOWER + 1];

static void
vouch_third_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                     int *minimum_baseline, int *natural_baseline)
{
  VouchThird *self = VOUCH_THIRD (widget);
  GtkWidget *children[] = { self->upper, self->lower };

  *minimum = *natural = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (children); i++)
    {
      int child_minimum, child_natural;

      if (children[i] == NULL || !gtk_widget_should_layout (children[i]))
        continue;
      gtk_widget_measure (children[i], orientation, for_size, &child_minimum, &child_natural, NULL, NULL);
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        {
          *minimum = MAX (*minimum, child_minimum);
          *natural = MAX (*natural, child_natural);
          continue;
        }
      *minimum += child_minimum;
      *natural += child_natural;
    }
}

/* A third of the window, or more where the content asks for it, but never at the cost of what is below. */
static int
choose_upper_height (VouchThird *self, int width, int height)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  int window_height = root != NULL ? gtk_widget_get_height (GTK_WIDGET (root)) : height;
  int upper_minimum, lower_minimum, wanted;

  if (self->upper == NULL || !gtk_widget_should_layout (self->upper))
    return 0;
  gtk_widget_measure (self->upper, GTK_ORIENTATION_VERTICAL, width, &upper_minimum, NULL, NULL, NULL);
  gtk_widget_measure (self->lower, GTK_ORIENTATION_VERTICAL, width, &lower_minimum, NULL, NULL, NULL);
  wanted = MAX ((window_height + 2) / 3, upper_minimum);
  return MAX (upper_minimum, MIN (wanted, height - lower_minimum));
}

static void
vouch_third_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  VouchThird *self = VOUCH_THIRD (widget);
  int upper = choose_upper_height (self, width, height);

  if (upper > 0)
    gtk_widget_size_allocate (self->upper, &(GtkAllocation){ 0, 0, width, upper }, -1);
  gtk_widget_size_allocate (self->lower, &(GtkAllocation){ 0, upper, width, MAX (height - upper, 0) }, -1);
}

static GtkSizeRequestMode
vouch_third_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
vouch_third_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  VouchThird *self = VOUCH_THIRD (object);

  switch ((VouchThirdProperty)prop_id)
    {
    case PROP_UPPER:
      self->upper = g_value_get_object (value);
      gtk_widget_insert_after (self->upper, GTK_WIDGET (self), NULL);
      break;
    case PROP_LOWER:
      self->lower = g_value_get_object (value);
      gtk_widget_insert_before (self->lower, GTK_WIDGET (self), NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vouch_third_dispose (GObject *object)
{
  VouchThird *self = VOUCH_THIRD (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->upper = NULL;
  self->lower = NULL;
  G_OBJECT_CLASS (vouch_third_parent_class)->dispose (object);
}

static void
vouch_third_class_init (VouchThirdClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = vouch_third_set_property;
  object_class->dispose = vouch_third_dispose;
  widget_class->measure = vouch_third_measure;
  widget_class->size_allocate = vouch_third_size_allocate;
  widget_class->get_request_mode = vouch_third_get_request_mode;
  props[PROP_UPPER] =
      g_param_spec_object ("upper", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_LOWER] =
      g_param_spec_object ("lower", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
vouch_third_init (VouchThird *self)
{
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}
