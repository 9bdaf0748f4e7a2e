#include "vouch-third.h"

#include <glib/gi18n-lib.h>

/* However little room there is, so much of the work stays in sight. */
#define LEAST_LOWER 72
/* Of the window's height, for a strip; larger type is made smaller. */
#define STRIP_SHARE 7
/* Of the width, for what is viewed beside the work, however large the type; and what is enough for it. */
#define VIEW_SHARE 4
#define ENOUGH_VIEW 280

typedef enum
{
  PROP_UPPER = 1,
  PROP_LOWER,
  PROP_SIDE,
  PROP_VIEW,
} VouchThirdProperty;

struct _VouchThird
{
  GtkWidget parent_instance;
  GtkWidget *upper;
  GtkWidget *work;  /* what was given as the lower part */
  GtkWidget *lower; /* the scroller around it */
  GtkWidget *side;
  GtkWidget *view;
  VouchThirdShare share;
};

G_DEFINE_FINAL_TYPE (VouchThird, vouch_third, GTK_TYPE_WIDGET)

static GParamSpec *props[PROP_VIEW + 1];

static int
measure (GtkWidget *widget, GtkOrientation orientation, int for_size)
{
  int minimum = 0;

  if (widget != NULL && gtk_widget_should_layout (widget))
    gtk_widget_measure (widget, orientation, for_size, &minimum, NULL, NULL, NULL);
  return minimum;
}

static void
vouch_third_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                     int *minimum_baseline, int *natural_baseline)
{
  VouchThird *self = VOUCH_THIRD (widget);
  int upper = measure (self->upper, orientation, -1);
  int lower = measure (self->lower, orientation, -1);
  int side = measure (self->side, orientation, -1);
  int view = measure (self->view, orientation, -1);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MAX (MAX (upper, lower) + MAX (side, view), side + view);
  else
    *minimum = MAX (upper + MAX (lower, LEAST_LOWER), side + view);
  *natural = *minimum;
}

static int
measure_wanted (VouchThird *self, int width)
{
  int wanted;

  gtk_widget_measure (self->upper, GTK_ORIENTATION_VERTICAL, width, NULL, &wanted, NULL, NULL);
  return wanted;
}

static gboolean
is_there (GtkWidget *widget)
{
  return widget != NULL && gtk_widget_should_layout (widget);
}

/* What stands at the side has the size that it wants, as long as the others have what they need. */
static int
choose_size (VouchThird *self, GtkWidget *aside, GtkOrientation orientation, int room)
{
  /* The work scrolls up and down, but nobody scrolls sideways. */
  GtkWidget *work = orientation == GTK_ORIENTATION_HORIZONTAL ? self->work : self->lower;
  int least = measure (work, orientation, -1), side = 0, wanted = 0;

  if (!is_there (aside))
    return 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    least = MAX (least, measure (self->upper, orientation, -1));
  gtk_widget_measure (aside, orientation, -1, &side, &wanted, NULL, NULL);
  return CLAMP (room - least, side, MAX (wanted, side));
}

static int
choose_side (VouchThird *self, GtkOrientation orientation, int room)
{
  int view = choose_size (self, self->view, orientation, room);

  if (orientation == GTK_ORIENTATION_HORIZONTAL && view > 0)
    view = MAX (measure (self->view, orientation, -1), MIN (view, MAX (room / VIEW_SHARE, ENOUGH_VIEW)));
  return MAX (choose_size (self, self->side, orientation, room), view);
}

/* How much the other part of a column or row gets beside the view: what it wants, as long as the view can be seen. */
static int
share_with_view (VouchThird *self, int length, GtkOrientation along)
{
  int least, wanted;

  gtk_widget_measure (self->side, along, -1, &least, &wanted, NULL, NULL);
  return CLAMP (length - measure (self->view, along, -1), least, MAX (least, wanted));
}

/* Above each other in a column, beside each other in a row. */
static void
allocate_side (VouchThird *self, const GtkAllocation *place, GtkOrientation along)
{
  gboolean is_column = along == GTK_ORIENTATION_VERTICAL;
  int length = is_column ? place->height : place->width;
  int side = !is_there (self->side) ? 0 : is_there (self->view) ? share_with_view (self, length, along) : length;
  GtkAllocation first = *place, second = *place;

  if (is_column)
    {
      first.height = MAX (length - side, 0);
      second.y += length - side;
      second.height = side;
    }
  else
    {
      first.width = MAX (length - side, 0);
      second.x += length - side;
      second.width = side;
    }
  if (is_there (self->view))
    gtk_widget_size_allocate (self->view, &first, -1);
  if (is_there (self->side))
    gtk_widget_size_allocate (self->side, &second, -1);
}

/* A strip is as high as it wants to be, as long as that is no third. */
static int
choose_upper_height (VouchThird *self, gboolean is_strip, int width, int height)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  int whole = root != NULL ? gtk_widget_get_height (GTK_WIDGET (root)) : height;
  int third = (whole + 2) / 3;
  int least;

  if (self->upper == NULL || !gtk_widget_should_layout (self->upper))
    return 0;
  least = measure (self->upper, GTK_ORIENTATION_VERTICAL, width);
  if (is_strip)
    third = MIN (whole / STRIP_SHARE, measure_wanted (self, width));
  return CLAMP (third, least, MAX (height - LEAST_LOWER, least));
}

static void
vouch_third_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  VouchThird *self = VOUCH_THIRD (widget);
  gboolean is_upright = height > width;
  int side = is_upright ? 0 : choose_side (self, GTK_ORIENTATION_HORIZONTAL, width);
  int wide = width - side;
  int upper = choose_upper_height (self, self->share == VOUCH_THIRD_STRIP, wide, height);
  int taken = self->share == VOUCH_THIRD_OVER ? choose_upper_height (self, TRUE, wide, height) : upper;
  /* A window that was forced to be smaller than it can be cuts the work off. */
  int left = MAX (height - taken, 0);
  int below = is_upright ? choose_side (self, GTK_ORIENTATION_VERTICAL, left) : 0;

  if (upper > 0)
    gtk_widget_size_allocate (self->upper, &(GtkAllocation){ 0, 0, wide, upper }, -1);
  gtk_widget_size_allocate (self->lower, &(GtkAllocation){ 0, taken, MAX (wide, 0), MAX (left - below, 0) }, -1);
  if (below > 0)
    allocate_side (self, &(GtkAllocation){ 0, height - below, width, below }, GTK_ORIENTATION_HORIZONTAL);
  else if (side > 0)
    allocate_side (self, &(GtkAllocation){ wide, 0, side, height }, GTK_ORIENTATION_VERTICAL);
}

static GtkSizeRequestMode
vouch_third_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* A page that is larger than its room is scrolled rather than cut, and does not make the window larger. */
static GtkWidget *
make_scroller (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  /* It takes the focus where nothing in the page does, so that keys scroll the page. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Page"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  return scroller;
}

/* The upper part is the last child, and so lies on top. */
static void
vouch_third_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  VouchThird *self = VOUCH_THIRD (object);

  switch ((VouchThirdProperty)prop_id)
    {
    case PROP_UPPER:
      self->upper = g_value_get_object (value);
      gtk_widget_insert_before (self->upper, GTK_WIDGET (self), NULL);
      break;
    case PROP_LOWER:
      self->work = g_value_get_object (value);
      self->lower = make_scroller (self->work);
      gtk_widget_insert_after (self->lower, GTK_WIDGET (self), NULL);
      break;
    case PROP_SIDE:
      self->side = g_value_get_object (value);
      gtk_widget_insert_after (self->side, GTK_WIDGET (self), NULL);
      break;
    case PROP_VIEW:
      self->view = g_value_get_object (value);
      gtk_widget_insert_after (self->view, GTK_WIDGET (self), self->lower);
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
  self->work = NULL;
  self->lower = NULL;
  self->side = NULL;
  self->view = NULL;
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
  props[PROP_SIDE] =
      g_param_spec_object ("side", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_VIEW] =
      g_param_spec_object ("view", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
vouch_third_init (VouchThird *self)
{
  self->share = VOUCH_THIRD_FULL;
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

/**
 * vouch_third_set_share:
 * @self: a third
 * @share: how much the upper part gets
 */
void
vouch_third_set_share (VouchThird *self, VouchThirdShare share)
{
  g_return_if_fail (VOUCH_IS_THIRD (self));

  if (self->share == share || self->upper == NULL)
    return;
  self->share = share;
  if (share == VOUCH_THIRD_STRIP)
    gtk_widget_add_css_class (self->upper, "strip");
  else
    gtk_widget_remove_css_class (self->upper, "strip");
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
