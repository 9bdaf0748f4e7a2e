#include "vouch-em.h"

/* Plain type, in pixels: 11 points at 96 dots per inch. */
#define PLAIN 14

/**
 * vouch_em_measure:
 * @widget: a widget
 *
 * Measures the type that a widget is set in, so that what has to hold so many letters grows with them.
 *
 * Returns: the font's size in pixels, at least 1
 */
int
vouch_em_measure (GtkWidget *widget)
{
  PangoContext *context;
  const PangoFontDescription *font;
  double size;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), 1);

  context = gtk_widget_get_pango_context (widget);
  font = pango_context_get_font_description (context);
  size = (double)pango_font_description_get_size (font) / PANGO_SCALE;
  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72;
  return MAX ((int)size, 1);
}

/**
 * vouch_em_scale:
 * @widget: a widget
 * @length: in pixels, as it is beside plain type
 *
 * Returns: the length beside the type that the widget is set in, never less than @length
 */
int
vouch_em_scale (GtkWidget *widget, int length)
{
  return MAX (length, length * vouch_em_measure (widget) / PLAIN);
}
