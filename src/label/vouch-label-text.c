#include "vouch-label-text-private.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#include "vouch-error.h"
#include "vouch-text.h"

/* One font for both writings, so that a label looks and fits alike wherever it is installed, whatever else is. */
#define FONT "WenQuanYi Micro Hei, Noto Sans CJK SC, Noto Sans, sans-serif"

/*
 * vouch_label_text_create_context:
 *
 * The same on a bitmap, on screen and in a PDF: nothing is rounded to the grid of a device, so that what fits on one
 * fits on all, and text runs from left to right whatever it holds.
 *
 * Returns: (transfer full): what texts are laid out with
 */
PangoContext *
vouch_label_text_create_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  return context;
}

static void
set_size (PangoLayout *layout, PangoFontDescription *font, int dots)
{
  pango_font_description_set_absolute_size (font, (double)dots * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
}

static gboolean
fits (PangoLayout *layout, const VouchRect *dots)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return logical.width <= dots->width * PANGO_SCALE && logical.height <= dots->height * PANGO_SCALE;
}

/* Halving finds the largest size that fits in a few steps, however large the text would like to be. */
static gboolean
shrink (PangoLayout *layout, PangoFontDescription *font, int size, int min, const VouchRect *dots)
{
  set_size (layout, font, size);
  if (size <= min || fits (layout, dots))
    return fits (layout, dots);
  while (size - min > 1)
    {
      int middle = min + (size - min) / 2;

      set_size (layout, font, middle);
      if (fits (layout, dots))
        min = middle;
      else
        size = middle;
    }
  set_size (layout, font, min);
  return fits (layout, dots);
}

/* A number that goes over two lines is not given a hyphen, which somebody would type. */
static void
forbid_hyphens (PangoLayout *layout)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}

static PangoLayout *
create_layout (PangoContext *context, const char *text, const VouchTextStyle *style, const VouchRect *dots)
{
  static const PangoAlignment alignments[] = { PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT };
  PangoLayout *layout = pango_layout_new (context);

  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_alignment (layout, alignments[style->align]);
  if (style->wrap)
    {
      pango_layout_set_width (layout, dots->width * PANGO_SCALE);
      pango_layout_set_wrap (layout, style->whole_words ? PANGO_WRAP_WORD : PANGO_WRAP_WORD_CHAR);
      forbid_hyphens (layout);
    }
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/* What is left out is seen to be left out. */
static gboolean
shorten (PangoLayout *layout, const VouchTextStyle *style, const VouchRect *dots)
{
  pango_layout_set_width (layout, dots->width * PANGO_SCALE);
  pango_layout_set_height (layout, style->wrap ? dots->height * PANGO_SCALE : -1); /* -1: one line */
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return fits (layout, dots);
}

/*
 * vouch_label_text_fit:
 * @context: from vouch_label_text_create_context()
 * @text: plain text; never markup
 * @style: how it should look
 * @dpi: the printer's resolution
 * @dots: the box, dots
 * @field: (nullable): the field to blame
 * @error: INVALID, naming @field, if the text does not fit even at the smallest size, or has a character that no
 *     font has
 *
 * Sets a text as large as its style says, or as much smaller as it must be. Nothing is ever cut off; a remark that its
 * style lets be shortened ends with an ellipsis.
 *
 * Returns: (transfer full): the text laid out, or %NULL
 */
PangoLayout *
vouch_label_text_fit (PangoContext *context, const char *text, const VouchTextStyle *style, guint dpi,
                      const VouchRect *dots, const char *field, GError **error)
{
  g_autoptr (PangoLayout) layout = create_layout (context, text, style, dots);
  PangoFontDescription *font = pango_font_description_from_string (FONT);
  int size = vouch_dots_from_um (style->size_um, dpi);
  int min = vouch_dots_from_um (style->min_um, dpi);
  gboolean fitting;

  if (style->bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  fitting = shrink (layout, font, size, min, dots) || (style->shortened && shorten (layout, style, dots));
  pango_font_description_free (font);

  if (fitting && pango_layout_get_unknown_glyphs_count (layout) == 0)
    return g_steal_pointer (&layout);

  g_autofree char *shown = vouch_text_show (text, -1);
  if (fitting)
    vouch_set_field_error (error, field, VOUCH_ERROR_INVALID,
                           _ ("“%s” has characters that no installed font can print: write it differently"), shown);
  else
    vouch_set_field_error (error, field, VOUCH_ERROR_INVALID,
                           _ ("“%s” does not fit on the label: shorten it or choose a larger label"), shown);
  return NULL;
}
