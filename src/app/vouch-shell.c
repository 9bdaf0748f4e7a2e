#include "vouch-shell.h"

#include "vouch-navigation.h"

/* Below this a rail takes more than it gives. */
#define NARROW 760
#define RAIL_SHARE 9

typedef enum
{
  PROP_STACK = 1,
} VouchShellProperty;

struct _VouchShell
{
  GtkWidget parent_instance;
  GtkWidget *content;
  GtkWidget *rail; /* nullable: no stack yet */
  GtkWidget *bar;  /* nullable: no stack yet */
  gboolean is_narrow;
};

static GParamSpec *props[PROP_STACK + 1];
static GtkBuildableIface *parent_buildable;

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VouchShell, vouch_shell, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static int
measure_minimum (GtkWidget *widget, GtkOrientation orientation, int for_size)
{
  int minimum = 0;

  if (widget != NULL && gtk_widget_should_layout (widget))
    gtk_widget_measure (widget, orientation, for_size, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* Titles want their whole length, as long as that leaves the content enough. */
static int
measure_rail (VouchShell *self, int width)
{
  int least, wanted;

  if (self->rail == NULL || !gtk_widget_should_layout (self->rail))
    return 0;
  gtk_widget_measure (self->rail, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
  return CLAMP (width / RAIL_SHARE, least, wanted);
}

static gboolean
is_narrow (int width, int height)
{
  return width < NARROW || height > width;
}

/* The height that does for either arrangement, as the width alone does not tell which it will be. */
static int
measure_height (VouchShell *self, int width)
{
  int rail = measure_rail (self, width);
  int least = measure_minimum (self->content, GTK_ORIENTATION_HORIZONTAL, -1);
  int beside = measure_minimum (self->content, GTK_ORIENTATION_VERTICAL, width < 0 ? -1 : MAX (width - rail, least));
  int above = measure_minimum (self->content, GTK_ORIENTATION_VERTICAL, width) +
              measure_minimum (self->bar, GTK_ORIENTATION_VERTICAL, -1);

  return width >= 0 && width < NARROW ? above : MAX (beside, above);
}

/* The bar scrolls along its length, so that the content alone says how narrow the shell may be. */
static void
vouch_shell_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                     int *minimum_baseline, int *natural_baseline)
{
  VouchShell *self = VOUCH_SHELL (widget);

  gtk_widget_measure (self->content, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural += measure_rail (self, 0);
  else
    *natural = *minimum = measure_height (self, for_size);
}

/* Which of the two is shown follows from the size alone; the other one is there, but nobody gets to it. */
static void
vouch_shell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  VouchShell *self = VOUCH_SHELL (widget);
  int rail, bar;

  self->is_narrow = is_narrow (width, height) || width - measure_rail (self, width) <
                                                     measure_minimum (self->content, GTK_ORIENTATION_HORIZONTAL, -1);
  rail = self->is_narrow ? 0 : measure_rail (self, width);
  bar = self->is_narrow ? measure_minimum (self->bar, GTK_ORIENTATION_VERTICAL, -1) : 0;
  if (self->rail != NULL)
    {
      gtk_widget_set_child_visible (self->rail, rail > 0);
      gtk_widget_set_child_visible (self->bar, bar > 0);
      if (rail > 0)
        gtk_widget_size_allocate (self->rail, &(GtkAllocation){ 0, 0, rail, height }, -1);
      if (bar > 0)
        gtk_widget_size_allocate (self->bar, &(GtkAllocation){ 0, height - bar, width, bar }, -1);
    }
  gtk_widget_size_allocate (self->content, &(GtkAllocation){ rail, 0, width - rail, MAX (height - bar, 0) }, -1);
}

static GtkSizeRequestMode
vouch_shell_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
set_stack (VouchShell *self, AdwViewStack *stack)
{
  g_clear_pointer (&self->rail, gtk_widget_unparent);
  g_clear_pointer (&self->bar, gtk_widget_unparent);
  if (stack == NULL)
    return;
  self->rail = vouch_navigation_new (stack, GTK_ORIENTATION_VERTICAL);
  self->bar = vouch_navigation_new (stack, GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_insert_before (self->rail, GTK_WIDGET (self), self->content);
  gtk_widget_insert_after (self->bar, GTK_WIDGET (self), self->content);
}

static void
vouch_shell_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch ((VouchShellProperty)prop_id)
    {
    case PROP_STACK:
      set_stack (VOUCH_SHELL (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vouch_shell_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  VouchShell *self = VOUCH_SHELL (buildable);

  if (GTK_IS_WIDGET (child))
    gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = vouch_shell_add_child;
}

static void
vouch_shell_dispose (GObject *object)
{
  VouchShell *self = VOUCH_SHELL (object);

  set_stack (self, NULL);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  G_OBJECT_CLASS (vouch_shell_parent_class)->dispose (object);
}

static void
vouch_shell_class_init (VouchShellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = vouch_shell_set_property;
  object_class->dispose = vouch_shell_dispose;
  widget_class->measure = vouch_shell_measure;
  widget_class->size_allocate = vouch_shell_size_allocate;
  widget_class->get_request_mode = vouch_shell_get_request_mode;
  props[PROP_STACK] =
      g_param_spec_object ("stack", NULL, NULL, ADW_TYPE_VIEW_STACK, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
vouch_shell_init (VouchShell *self)
{
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
}

/**
 * vouch_shell_is_narrow:
 * @self: a shell
 *
 * Returns: whether it shows the bar
 */
gboolean
vouch_shell_is_narrow (VouchShell *self)
{
  g_return_val_if_fail (VOUCH_IS_SHELL (self), FALSE);

  return self->is_narrow;
}
