#include "vouch-limit-scale.h"

#define HEIGHT 44
/* The allowed range takes this part in the middle, so that values outside have room. */
#define MARGIN 0.2

struct _VouchLimitScale
{
  GtkWidget parent_instance;
  double position; /* between the limits, 0 to 1; -1: none */
};

G_DEFINE_FINAL_TYPE (VouchLimitScale, vouch_limit_scale, GTK_TYPE_WIDGET)

static void
draw_range (cairo_t *cr, const GdkRGBA *colour, int width)
{
  double left = width * MARGIN;
  double right = width * (1 - MARGIN);

  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, 0.25);
  cairo_rectangle (cr, 0, HEIGHT * 0.40, width, HEIGHT * 0.20);
  cairo_fill (cr);
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_rectangle (cr, left, HEIGHT * 0.40, right - left, HEIGHT * 0.20);
  cairo_rectangle (cr, left - 2, HEIGHT * 0.20, 4, HEIGHT * 0.60);
  cairo_rectangle (cr, right - 2, HEIGHT * 0.20, 4, HEIGHT * 0.60);
  cairo_fill (cr);
}

/* A triangle that points at the value; one outside the limits is filled solid at the end of the scale. */
static void
draw_value (cairo_t *cr, double position, int width)
{
  double x = width * CLAMP (MARGIN + position * (1 - 2 * MARGIN), 0.02, 0.98);

  cairo_move_to (cr, x, HEIGHT * 0.62);
  cairo_line_to (cr, x - 12, HEIGHT);
  cairo_line_to (cr, x + 12, HEIGHT);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
vouch_limit_scale_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VouchLimitScale *self = VOUCH_LIMIT_SCALE (widget);
  int width = gtk_widget_get_width (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float)width, HEIGHT);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  draw_range (cr, &colour, width);
  if (self->position != -1)
    draw_value (cr, self->position, width);
  cairo_destroy (cr);
}

static void
vouch_limit_scale_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 120;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 360;
}

static void
vouch_limit_scale_class_init (VouchLimitScaleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = vouch_limit_scale_snapshot;
  widget_class->measure = vouch_limit_scale_measure;
  /* The limits and the value stand beside it as text. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (widget_class, "limitscale");
}

static void
vouch_limit_scale_init (VouchLimitScale *self)
{
  self->position = -1;
}

/**
 * vouch_limit_scale_set_position:
 * @self: a scale
 * @position: of the value between the limits, 0 to 1 inside them; -1 for no value
 */
void
vouch_limit_scale_set_position (VouchLimitScale *self, double position)
{
  g_return_if_fail (VOUCH_IS_LIMIT_SCALE (self));

  self->position = position;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
