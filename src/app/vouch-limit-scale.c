#include "vouch-limit-scale.h"

#include <glib/gi18n-lib.h>

#define BAR_TOP 34
#define BAR_HEIGHT 16
/* Of the figures below the bar, and below the sign for the value. */
#define TEXT_TOP (BAR_TOP + BAR_HEIGHT + 26)
/* The allowed range takes this part in the middle, so that values outside have room. */
#define MARGIN 0.2

struct _VouchLimitScale
{
  GtkWidget parent_instance;
  VouchDeskScale scale; /* texts owned; earlier_at a reference */
};

G_DEFINE_FINAL_TYPE (VouchLimitScale, vouch_limit_scale, GTK_TYPE_WIDGET)

static double
x_of (double place, int width)
{
  return width * CLAMP (MARGIN + place * (1 - 2 * MARGIN), 0.02, 0.98);
}

static gboolean
is_inside (const VouchDeskScale *scale, double place)
{
  return (scale->lower == NULL || place >= 0) && (scale->upper == NULL || place <= 1);
}

/* What is allowed is full, and reaches to the end of the scale where there is no limit. */
static void
draw_range (const VouchDeskScale *scale, cairo_t *cr, const GdkRGBA *colour, int width)
{
  double left = scale->lower != NULL ? x_of (0, width) : 0;
  double right = scale->upper != NULL ? x_of (1, width) : width;

  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, 0.2);
  cairo_rectangle (cr, 0, BAR_TOP, width, BAR_HEIGHT);
  cairo_fill (cr);
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_rectangle (cr, left, BAR_TOP, right - left, BAR_HEIGHT);
  if (scale->lower != NULL)
    cairo_rectangle (cr, left - 2, BAR_TOP - 8, 4, BAR_HEIGHT + 16);
  if (scale->upper != NULL)
    cairo_rectangle (cr, right - 2, BAR_TOP - 8, 4, BAR_HEIGHT + 16);
  cairo_fill (cr);
}

/* The values of the units before, as dots above the bar. */
static void
draw_earlier (const VouchDeskScale *scale, cairo_t *cr, int width)
{
  for (guint i = 0; scale->earlier_at != NULL && i < scale->earlier_at->len; i++)
    {
      cairo_arc (cr, x_of (g_array_index (scale->earlier_at, double, i), width), BAR_TOP - 14, 4, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

/* A triangle that points at the value: full inside of the limits, a cross beside it outside. */
static void
draw_value (const VouchDeskScale *scale, cairo_t *cr, int width)
{
  double x = x_of (scale->value_at, width), top = BAR_TOP + BAR_HEIGHT + 2;

  if (is_inside (scale, scale->value_at))
    {
      cairo_move_to (cr, x, top);
      cairo_line_to (cr, x - 14, top + 22);
      cairo_line_to (cr, x + 14, top + 22);
      cairo_close_path (cr);
      cairo_fill (cr);
      return;
    }
  cairo_set_line_width (cr, 6);
  cairo_move_to (cr, x - 9, top + 3);
  cairo_line_to (cr, x + 9, top + 21);
  cairo_move_to (cr, x + 9, top + 3);
  cairo_line_to (cr, x - 9, top + 21);
  cairo_stroke (cr);
}

static void
draw_text (GtkWidget *widget, cairo_t *cr, const char *text, double x, double y)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  cairo_move_to (cr, CLAMP (x - width / 2.0, 0, MAX (0, gtk_widget_get_width (widget) - width)), y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw (VouchLimitScale *self, cairo_t *cr, int width)
{
  const VouchDeskScale *scale = &self->scale;
  GtkWidget *widget = GTK_WIDGET (self);
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  draw_range (scale, cr, &colour, width);
  gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "window_fg_color", &colour);
  gdk_cairo_set_source_rgba (cr, &colour);
  draw_earlier (scale, cr, width);
  if (scale->lower != NULL)
    draw_text (widget, cr, scale->lower, x_of (0, width), TEXT_TOP);
  if (scale->upper != NULL)
    draw_text (widget, cr, scale->upper, x_of (1, width), TEXT_TOP);
  if (scale->has_value)
    draw_value (scale, cr, width);
}

static void
vouch_limit_scale_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VouchLimitScale *self = VOUCH_LIMIT_SCALE (widget);
  int width = gtk_widget_get_width (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float)width, (float)gtk_widget_get_height (widget));
  cairo_t *cr;

  if (self->scale.lower == NULL && self->scale.upper == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  draw (self, cr, width);
  cairo_destroy (cr);
}

static void
vouch_limit_scale_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "0");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? TEXT_TOP + height : 120;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? TEXT_TOP + height : 360;
}

static void
clear (VouchDeskScale *scale)
{
  g_clear_pointer (&scale->lower, g_free);
  g_clear_pointer (&scale->upper, g_free);
  g_clear_pointer (&scale->nominal, g_free);
  g_clear_pointer (&scale->earlier_at, g_array_unref);
}

static void
vouch_limit_scale_finalize (GObject *object)
{
  clear (&VOUCH_LIMIT_SCALE (object)->scale);
  G_OBJECT_CLASS (vouch_limit_scale_parent_class)->finalize (object);
}

static void
vouch_limit_scale_class_init (VouchLimitScaleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = vouch_limit_scale_finalize;
  widget_class->snapshot = vouch_limit_scale_snapshot;
  widget_class->measure = vouch_limit_scale_measure;
  /* The limits and the value stand beside it as text. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (widget_class, "limitscale");
}

static void
vouch_limit_scale_init (VouchLimitScale *self)
{
}

/**
 * vouch_limit_scale_set_scale:
 * @self: a scale
 * @scale: what is allowed, what is typed, and what was measured before
 */
void
vouch_limit_scale_set_scale (VouchLimitScale *self, const VouchDeskScale *scale)
{
  g_return_if_fail (VOUCH_IS_LIMIT_SCALE (self));
  g_return_if_fail (scale != NULL);

  clear (&self->scale);
  self->scale = *scale;
  self->scale.lower = g_strdup (scale->lower);
  self->scale.upper = g_strdup (scale->upper);
  self->scale.nominal = g_strdup (scale->nominal);
  self->scale.earlier_at = g_array_ref (scale->earlier_at);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
