#include "vouch-fit.h"

/* Never smaller than this part of the wanted size; what does not fit then is cut. */
#define LEAST 0.35
#define STEP 0.05

typedef enum
{
  PROP_CHILD = 1,
  PROP_MOST,
} VouchFitProperty;

struct _VouchFit
{
  GtkWidget parent_instance;
  GtkWidget *child;
  double most; /* how much larger it may become where there is room */
};

static GParamSpec *props[PROP_MOST + 1];

G_DEFINE_FINAL_TYPE (VouchFit, vouch_fit, GTK_TYPE_WIDGET)

static gboolean
has_child (VouchFit *self)
{
  return self->child != NULL && gtk_widget_should_layout (self->child);
}

static gboolean
fits (VouchFit *self, int width, int height, double scale)
{
  int least_width, least_height;

  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  if (least_width > width / scale)
    return FALSE;
  gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL, (int)(width / scale), &least_height, NULL, NULL, NULL);
  return least_height <= height / scale;
}

static double
choose_scale (VouchFit *self, int width, int height)
{
  double scale = self->most;

  while (scale > LEAST && !fits (self, width, height, scale))
    scale -= STEP;
  return scale;
}

/* Type that is larger takes more lines, so that the height has to be asked for anew. */
static int
measure_largest (VouchFit *self, GtkOrientation orientation, int for_size, int natural)
{
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size > 0)
    {
      int least;

      gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      gtk_widget_measure (self->child, orientation, MAX ((int)(for_size / self->most), least), NULL, &natural, NULL,
                          NULL);
    }
  return (int)(natural * self->most);
}

static void
vouch_fit_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                   int *minimum_baseline, int *natural_baseline)
{
  VouchFit *self = VOUCH_FIT (widget);
  int least = 0, wanted = 0;

  *minimum = *natural = 0;
  if (!has_child (self))
    return;
  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
  /* Where no width is named, some would tell their height in the narrowest place, where they never are. */
  if (orientation == GTK_ORIENTATION_VERTICAL)
    for_size = for_size >= 0 ? MAX (for_size, least) : wanted;
  /* A low place makes the type smaller, not the place wider. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    for_size = -1;
  gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
  *minimum = (int)(*minimum * LEAST);
  if (self->most > 1)
    *natural = measure_largest (self, orientation, for_size, *natural);
}

static void
vouch_fit_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  VouchFit *self = VOUCH_FIT (widget);
  double scale;
  int least_width, least_height;

  if (!has_child (self))
    return;
  scale = choose_scale (self, width, height);
  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  least_width = MAX (least_width, (int)(width / scale));
  gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL, least_width, &least_height, NULL, NULL, NULL);
  gtk_widget_allocate (self->child, least_width, MAX (least_height, (int)(height / scale)), -1,
                       scale < 1 || scale > 1 ? gsk_transform_scale (NULL, (float)scale, (float)scale) : NULL);
}

static GtkSizeRequestMode
vouch_fit_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
set_child (VouchFit *self, GtkWidget *child)
{
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
vouch_fit_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch ((VouchFitProperty)prop_id)
    {
    case PROP_CHILD:
      set_child (VOUCH_FIT (object), g_value_get_object (value));
      break;
    case PROP_MOST:
      VOUCH_FIT (object)->most = g_value_get_double (value);
      gtk_widget_queue_resize (GTK_WIDGET (object));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vouch_fit_dispose (GObject *object)
{
  set_child (VOUCH_FIT (object), NULL);
  G_OBJECT_CLASS (vouch_fit_parent_class)->dispose (object);
}

static void
vouch_fit_class_init (VouchFitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = vouch_fit_set_property;
  object_class->dispose = vouch_fit_dispose;
  widget_class->measure = vouch_fit_measure;
  widget_class->size_allocate = vouch_fit_size_allocate;
  widget_class->get_request_mode = vouch_fit_get_request_mode;
  props[PROP_CHILD] =
      g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_MOST] = g_param_spec_double ("most", NULL, NULL, 1, 3, 1, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
vouch_fit_init (VouchFit *self)
{
  self->most = 1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * vouch_fit_new:
 * @child: (transfer floating): what is to fit
 *
 * Returns: (transfer floating): the widget that makes it fit
 */
GtkWidget *
vouch_fit_new (GtkWidget *child)
{
  g_return_val_if_fail (GTK_IS_WIDGET (child), NULL);

  return g_object_new (VOUCH_TYPE_FIT, "child", child, NULL);
}
