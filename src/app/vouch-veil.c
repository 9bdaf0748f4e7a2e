#include "vouch-veil.h"

typedef enum
{
  PROP_CHILD = 1,
  PROP_COVER,
} VouchVeilProperty;

struct _VouchVeil
{
  GtkWidget parent_instance;
  GtkWidget *child;
  GtkWidget *cover;  /* weak */
  GPtrArray *hidden; /* GtkWidget: what lies across the cover's edge */
  gboolean is_covered;
};

static GParamSpec *props[PROP_COVER + 1];

G_DEFINE_FINAL_TYPE (VouchVeil, vouch_veil, GTK_TYPE_WIDGET)

static void
show_all (VouchVeil *self)
{
  for (guint i = 0; i < self->hidden->len; i++)
    gtk_widget_set_opacity (g_ptr_array_index (self->hidden, i), 1);
  g_ptr_array_set_size (self->hidden, 0);
}

/* What is seen as one thing: a line of text, a button, a row of a list. */
static gboolean
is_whole (GtkWidget *widget)
{
  return gtk_widget_get_first_child (widget) == NULL || GTK_IS_BUTTON (widget) ||
         g_str_equal (gtk_widget_get_css_name (widget), "row");
}

static void
hide_across (VouchVeil *self, GtkWidget *widget, float edge)
{
  graphene_rect_t bounds;

  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget) ||
      !gtk_widget_compute_bounds (widget, GTK_WIDGET (self), &bounds))
    return;
  if (is_whole (widget) && bounds.origin.y < edge && bounds.origin.y + bounds.size.height > edge)
    {
      gtk_widget_set_opacity (widget, 0);
      g_ptr_array_add (self->hidden, g_object_ref (widget));
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    hide_across (self, child, edge);
}

static void
vouch_veil_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                    int *minimum_baseline, int *natural_baseline)
{
  VouchVeil *self = VOUCH_VEIL (widget);

  *minimum = *natural = 0;
  if (self->child != NULL && gtk_widget_should_layout (self->child))
    gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
vouch_veil_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  VouchVeil *self = VOUCH_VEIL (widget);
  graphene_rect_t cover;

  show_all (self);
  if (self->child == NULL || !gtk_widget_should_layout (self->child))
    return;
  gtk_widget_size_allocate (self->child, &(GtkAllocation){ 0, 0, width, height }, -1);
  if (self->is_covered && self->cover != NULL && gtk_widget_compute_bounds (self->cover, widget, &cover))
    hide_across (self, self->child, cover.origin.y + cover.size.height);
}

static GtkSizeRequestMode
vouch_veil_get_request_mode (GtkWidget *widget)
{
  VouchVeil *self = VOUCH_VEIL (widget);

  return self->child != NULL ? gtk_widget_get_request_mode (self->child) : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
set_child (VouchVeil *self, GtkWidget *child)
{
  show_all (self);
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
vouch_veil_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  VouchVeil *self = VOUCH_VEIL (object);

  switch ((VouchVeilProperty)prop_id)
    {
    case PROP_CHILD:
      set_child (self, g_value_get_object (value));
      break;
    case PROP_COVER:
      g_set_weak_pointer (&self->cover, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vouch_veil_dispose (GObject *object)
{
  VouchVeil *self = VOUCH_VEIL (object);

  set_child (self, NULL);
  g_clear_weak_pointer (&self->cover);
  G_OBJECT_CLASS (vouch_veil_parent_class)->dispose (object);
}

static void
vouch_veil_finalize (GObject *object)
{
  g_ptr_array_unref (VOUCH_VEIL (object)->hidden);
  G_OBJECT_CLASS (vouch_veil_parent_class)->finalize (object);
}

static void
vouch_veil_class_init (VouchVeilClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = vouch_veil_set_property;
  object_class->dispose = vouch_veil_dispose;
  object_class->finalize = vouch_veil_finalize;
  widget_class->measure = vouch_veil_measure;
  widget_class->size_allocate = vouch_veil_size_allocate;
  widget_class->get_request_mode = vouch_veil_get_request_mode;
  props[PROP_CHILD] =
      g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_COVER] =
      g_param_spec_object ("cover", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
vouch_veil_init (VouchVeil *self)
{
  self->hidden = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * vouch_veil_set_covered:
 * @self: a veil
 * @is_covered: whether the cover lies over the work now
 */
void
vouch_veil_set_covered (VouchVeil *self, gboolean is_covered)
{
  g_return_if_fail (VOUCH_IS_VEIL (self));

  if (self->is_covered == is_covered)
    return;
  self->is_covered = is_covered;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
