#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-label-fill.h"
#include "vouch-label-private.h"
#include "vouch-label-text-private.h"

#define GROWN_MODULE_MAX_UM 500
#define GS1_128_WIDTH_MAX_UM 165100
#define GS1_128_LENGTH_MAX 48
#define HRI_MIN_UM 1800

/* Both edges are rounded, not the width, so that boxes which meet in the template meet on the label. */
static VouchRect
round_rect (const VouchRect *um, guint dpi)
{
  int left = vouch_dots_from_um (um->x, dpi);
  int top = vouch_dots_from_um (um->y, dpi);

  return (VouchRect){ .x = left,
                      .y = top,
                      .width = MAX (1, vouch_dots_from_um (um->x + um->width, dpi) - left),
                      .height = MAX (1, vouch_dots_from_um (um->y + um->height, dpi) - top) };
}

/* A line is a filled box as thick as told, but at least a dot. */
static void
thicken (VouchLabelItem *self, const VouchLabelElement *element)
{
  self->kind = VOUCH_ELEMENT_BOX;
  if (element->um.height == 0)
    self->dots.height = MAX (1, self->thickness);
  else
    self->dots.width = MAX (1, self->thickness);
  self->thickness = 0;
}

/*
 * vouch_label_item_new:
 * @element: what to place
 * @dpi: the printer's resolution
 *
 * Returns: (transfer full): the item in its element's box, without content
 */
VouchLabelItem *
vouch_label_item_new (const VouchLabelElement *element, guint dpi)
{
  VouchLabelItem *self = g_rc_box_new0 (VouchLabelItem);

  self->kind = element->kind;
  self->dots = round_rect (&element->um, dpi);
  self->field = element->literal ? NULL : vouch_label_fill_dup_field (element->text);
  self->white = element->style.white;
  self->align = element->style.align;
  self->valign = element->style.valign;
  if (element->thickness_um > 0)
    self->thickness = MAX (1, vouch_dots_from_um (element->thickness_um, dpi));
  if (element->kind == VOUCH_ELEMENT_LINE)
    thicken (self, element);
  return self;
}

VouchLabelItem *
vouch_label_item_ref (VouchLabelItem *self)
{
  return g_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  VouchLabelItem *self = data;

  g_clear_object (&self->layout);
  vouch_code_free (self->code);
  vouch_label_image_free (self->image);
  g_free (self->field);
}

void
vouch_label_item_unref (VouchLabelItem *self)
{
  if (self != NULL)
    g_rc_box_release_full (self, clear);
}

/* The size of a code with its quiet zone when a module is so many dots; bars are as high as their box. */
static void
measure (const VouchLabelItem *self, int module, int *width, int *height)
{
  VouchSymbology symbology = vouch_code_get_symbology (self->code);
  int quiet = 2 * vouch_symbology_get_quiet_zone (symbology);

  *width = (vouch_code_get_columns (self->code) + quiet) * module;
  *height =
      vouch_symbology_is_linear (symbology) ? self->dots.height : (vouch_code_get_rows (self->code) + quiet) * module;
}

static gboolean
has_room (const VouchLabelItem *self, int module)
{
  int width, height;

  measure (self, module, &width, &height);
  return width <= self->dots.width && height <= self->dots.height;
}

static gboolean
refuse_size (const VouchLabelItem *self, guint dpi, GError **error)
{
  int width, height;

  measure (self, self->module, &width, &height);
  width = (vouch_dots_to_um (width, dpi) + 99) / 100;
  height = (vouch_dots_to_um (height, dpi) + 99) / 100;
  vouch_set_field_error (error, self->field, VOUCH_ERROR_INVALID,
                         _ ("The %s of “%s” needs %d.%d × %d.%d mm, for which the label has no room: shorten it or "
                            "choose a larger label"),
                         vouch_symbology_get_title (vouch_code_get_symbology (self->code)),
                         vouch_code_get_reading (self->code), width / 10, width % 10, height / 10, height % 10);
  return FALSE;
}

static int
choose_module (const VouchLabelItem *self, const VouchLabelElement *element, guint dpi)
{
  int module = vouch_code_use_get_dots (element->use, dpi);

  if (element->grow)
    while (vouch_dots_to_um (module + 1, dpi) <= GROWN_MODULE_MAX_UM && has_room (self, module + 1))
      module++;
  return module;
}

/*
 * vouch_label_item_place_code:
 * @self: a code's item
 * @element: its element
 * @text: what to encode
 * @dpi: the printer's resolution
 * @error: INVALID, naming the field, if the text cannot be encoded or the symbol is larger than its box
 *
 * A symbol is never scaled to its box: its module is what its use asks for, in whole dots.
 *
 * Returns: whether the code has its place
 */
gboolean
vouch_label_item_place_code (VouchLabelItem *self, const VouchLabelElement *element, const char *text, guint dpi,
                             GError **error)
{
  g_autoptr (GError) why = NULL;
  int width, height;

  self->code = vouch_code_new (element->symbology, text, &why);
  if (self->code == NULL)
    {
      g_autofree char *field = element->literal ? NULL : vouch_label_fill_dup_field_of (element->text, why->message);

      vouch_set_field_error (error, field, VOUCH_ERROR_INVALID, "%s", why->message);
      return FALSE;
    }
  if (element->hri_um > 0)
    self->dots.height -= vouch_dots_from_um (vouch_label_element_get_hri_height (element), dpi);
  self->module = choose_module (self, element, dpi);
  measure (self, self->module, &width, &height);
  if (!has_room (self, self->module) ||
      (element->symbology == VOUCH_SYMBOLOGY_GS1_128 && vouch_dots_to_um (width, dpi) > GS1_128_WIDTH_MAX_UM))
    return refuse_size (self, dpi, error);
  if (element->symbology == VOUCH_SYMBOLOGY_GS1_128 &&
      strlen (vouch_code_get_reading (self->code)) > GS1_128_LENGTH_MAX)
    {
      vouch_set_field_error (error, self->field, VOUCH_ERROR_INVALID,
                             _ ("A GS1-128 has at most %d characters, and “%s” is longer: spread it over two codes"),
                             GS1_128_LENGTH_MAX, text);
      return FALSE;
    }

  self->dots.x += (self->dots.width - width) * (int)self->align / 2;
  self->dots.y += (self->dots.height - height) * (int)self->valign / 2;
  self->dots.width = width;
  self->dots.height = height;
  return TRUE;
}

/*
 * vouch_label_item_new_hri:
 * @code: a code that has its place
 * @element: its element
 * @dpi: the printer's resolution
 * @context: for texts
 * @error: INVALID, naming the field, if the text does not fit
 *
 * Returns: (transfer full) (nullable): what stands below the code for people, in the middle of the element's width; no
 *   GS1 element is ever divided between two lines
 */
VouchLabelItem *
vouch_label_item_new_hri (const VouchLabelItem *code, const VouchLabelElement *element, guint dpi,
                          PangoContext *context, GError **error)
{
  g_autoptr (VouchLabelItem) self = vouch_label_item_new (element, dpi);
  g_autofree char *text = vouch_code_dup_hri (code->code);
  VouchTextStyle style = { .size_um = element->hri_um,
                           .min_um = MIN (element->hri_um, HRI_MIN_UM),
                           .wrap = element->style.wrap,
                           .whole_words = TRUE,
                           .align = VOUCH_ALIGN_MIDDLE };
  int top = code->dots.y + code->dots.height;
  int height = vouch_dots_from_um (vouch_label_element_get_hri_height (element), dpi);

  self->kind = VOUCH_ELEMENT_TEXT;
  self->align = VOUCH_ALIGN_MIDDLE;
  self->valign = VOUCH_ALIGN_END;
  self->dots.y = top;
  self->dots.height = height;
  self->layout = vouch_label_text_fit (context, text, &style, dpi, &self->dots, self->field, error);
  return self->layout != NULL ? g_steal_pointer (&self) : NULL;
}

/*
 * vouch_label_item_place_image:
 * @self: a picture's item
 * @element: its element
 * @error: INVALID if it is no picture
 *
 * The picture takes as much of its box as it can without being stretched.
 *
 * Returns: whether the picture has its place
 */
gboolean
vouch_label_item_place_image (VouchLabelItem *self, const VouchLabelElement *element, GError **error)
{
  VouchRect box = self->dots;

  self->image = vouch_label_image_parse (element->text, element->columns, error);
  if (self->image == NULL)
    return FALSE;
  if ((gint64)box.width * self->image->rows <= (gint64)box.height * self->image->columns)
    self->dots.height = MAX (1, box.width * self->image->rows / self->image->columns);
  else
    self->dots.width = MAX (1, box.height * self->image->columns / self->image->rows);
  self->dots.x += (box.width - self->dots.width) * (int)self->align / 2;
  self->dots.y += (box.height - self->dots.height) * (int)self->valign / 2;
  return TRUE;
}

static gboolean
overlap (const VouchRect *a, const VouchRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

static gboolean
lies_within (const VouchRect *inner, const VouchRect *outer, int margin)
{
  return inner->x >= outer->x + margin && inner->y >= outer->y + margin &&
         inner->x + inner->width <= outer->x + outer->width - margin &&
         inner->y + inner->height <= outer->y + outer->height - margin;
}

/*
 * vouch_label_item_touches:
 * @self: an item
 * @dots: an area that must stay white
 *
 * Returns: whether the item may print there; a frame around the area does not
 */
gboolean
vouch_label_item_touches (const VouchLabelItem *self, const VouchRect *dots)
{
  if (!overlap (&self->dots, dots))
    return FALSE;
  return self->kind != VOUCH_ELEMENT_BOX || self->thickness == 0 || !lies_within (dots, &self->dots, self->thickness);
}
