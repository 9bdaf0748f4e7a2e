#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-label-fill.h"
#include "vouch-label-private.h"

#define GROWN_MODULE_MAX_UM 500
#define GS1_128_WIDTH_MAX_UM 165100

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
  VouchLabelItem *self = g_new0 (VouchLabelItem, 1);

  self->kind = element->kind;
  self->dots = round_rect (&element->um, dpi);
  self->field = element->literal ? NULL : vouch_label_fill_dup_field (element->text);
  self->white = element->style.white;
  self->align = element->style.align;
  self->valign = element->style.valign;
  if (element->thickness_um > 0)
    self->thickness = MAX (1, vouch_dots_from_um (element->thickness_um, dpi));
  return self;
}

void
vouch_label_item_free (VouchLabelItem *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->layout);
  vouch_code_free (self->code);
  g_free (self->field);
  g_free (self);
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
      vouch_set_field_error (error, self->field, VOUCH_ERROR_INVALID, "%s", why->message);
      return FALSE;
    }
  self->module = choose_module (self, element, dpi);
  measure (self, self->module, &width, &height);
  if (!has_room (self, self->module) ||
      (element->symbology == VOUCH_SYMBOLOGY_GS1_128 && vouch_dots_to_um (width, dpi) > GS1_128_WIDTH_MAX_UM))
    return refuse_size (self, dpi, error);

  self->dots.x += (self->dots.width - width) * (int)self->align / 2;
  self->dots.y += (self->dots.height - height) * (int)self->valign / 2;
  self->dots.width = width;
  self->dots.height = height;
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
