/* What is wrong with a template, whatever will be printed with it. */
#include "vouch-label-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-code.h"
#include "vouch-error.h"
#include "vouch-label-condition.h"
#include "vouch-label-fill.h"
#include "vouch-label-image.h"
#include "vouch-label-mark-private.h"
#include "vouch-label-member.h"
#include "vouch-text.h"

#define LOGISTIC_BARS_MIN_UM 31750
#define TEXT_SIZE_MIN_UM 1000
#define PURPOSE_MAX 40

static gboolean
check_extent (const VouchLabelElement *element, GError **error)
{
  const VouchRect *um = &element->um;

  if (element->kind == VOUCH_ELEMENT_LINE)
    {
      if ((um->width == 0) != (um->height == 0))
        return TRUE;
      vouch_set_field_error (error, "at", VOUCH_ERROR_INVALID,
                             _ ("A line is level or upright: give it a width or a height, and 0 for the other"));
      return FALSE;
    }
  if (um->width > 0 && um->height > 0)
    return TRUE;
  vouch_set_field_error (error, "at", VOUCH_ERROR_INVALID,
                         _ ("An element needs a place: give “at” with left, top, width and height"));
  return FALSE;
}

/* What fills or frames may go to the very edge; what is read must not. */
static gboolean
check_edge (const VouchLabelTemplate *self, const VouchLabelElement *element, GError **error)
{
  gboolean is_read = element->kind == VOUCH_ELEMENT_TEXT || element->kind == VOUCH_ELEMENT_CODE ||
                     element->kind == VOUCH_ELEMENT_IMAGE;
  int margin = is_read ? self->margin_um : 0;
  const VouchRect *um = &element->um;

  if (um->x >= margin && um->y >= margin && um->x + um->width <= self->width_um - margin &&
      um->y + um->height <= self->height_um - margin)
    return TRUE;
  vouch_set_field_error (error, "at", VOUCH_ERROR_INVALID,
                         margin > 0 ? _ ("Element “%s” reaches over the label's margin: move it")
                                    : _ ("Element “%s” reaches over the label's edge: move it"),
                         element->text != NULL && element->kind != VOUCH_ELEMENT_IMAGE
                             ? element->text
                             : vouch_label_element_kind_get_name (element->kind));
  return FALSE;
}

static gboolean
check_condition (const VouchLabelTemplate *self, const VouchLabelElement *element, GError **error)
{
  g_autofree char *field = NULL;
  g_autoptr (GError) why = NULL;

  if (element->condition == NULL)
    return TRUE;
  field = vouch_label_condition_dup_field (element->condition, &why);
  if (field == NULL)
    vouch_set_field_error (error, "if", VOUCH_ERROR_INVALID, "%s", why->message);
  else if (g_hash_table_contains (self->fields, field) || strcmp (field, VOUCH_LABEL_LANGUAGE) == 0)
    return TRUE;
  else
    vouch_set_field_error (error, "if", VOUCH_ERROR_INVALID,
                           _ ("“%s” asks about a field that the template does not have: add it to “fields”"),
                           element->condition);
  return FALSE;
}

static gboolean
check_bars (const VouchLabelElement *element, GError **error)
{
  int bars = element->um.height - vouch_label_element_get_hri_height (element);

  if (element->hri_um > 0 && bars < element->hri_um)
    {
      vouch_set_field_error (error, "hri", VOUCH_ERROR_INVALID,
                             _ ("The text below the code leaves it no room: make it smaller or the place higher"));
      return FALSE;
    }
  if (element->use != VOUCH_CODE_USE_LOGISTIC || !vouch_symbology_is_linear (element->symbology) ||
      bars >= LOGISTIC_BARS_MIN_UM)
    return TRUE;
  vouch_set_field_error (error, "at", VOUCH_ERROR_INVALID,
                         _ ("Bars on a logistic label are at least 31.75 mm high: make the place higher"));
  return FALSE;
}

static gboolean
check_sizes (const VouchLabelElement *element, GError **error)
{
  if (element->style.size_um >= element->style.min_um && element->style.min_um >= TEXT_SIZE_MIN_UM)
    return TRUE;
  vouch_set_field_error (error, "size", VOUCH_ERROR_INVALID,
                         _ ("A text is at least 1 mm high, and its smallest size is no larger than its size"));
  return FALSE;
}

static gboolean
check_pattern (const VouchLabelTemplate *self, const VouchLabelElement *element, const char *member,
               const char *pattern, GError **error)
{
  gboolean optional = element->kind == VOUCH_ELEMENT_CODE && vouch_symbology_is_gs1 (element->symbology);
  g_autoptr (GError) why = NULL;

  if (element->literal || pattern == NULL)
    return TRUE;
  if (vouch_text_check_line (pattern, member, VOUCH_CODE_TEXT_MAX, error))
    {
      if (vouch_label_fill_check_pattern (self, pattern, optional, &why))
        return TRUE;
      vouch_set_field_error (error, member, VOUCH_ERROR_INVALID, "%s", why->message);
    }
  return FALSE;
}

/* What a label needs is on it whole. */
static gboolean
check_shortened (const VouchLabelTemplate *self, const VouchLabelElement *element, GError **error)
{
  for (guint i = 0; element->style.shortened && i < self->required->len; i++)
    {
      const char *field = g_ptr_array_index (self->required, i);

      if (!vouch_label_fill_names (element->text, field) && !vouch_label_fill_names (element->text_en, field))
        continue;
      vouch_set_field_error (error, "shorten", VOUCH_ERROR_INVALID,
                             _ ("The label needs all of “%s”: a text with it is not shortened"), field);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_mark (const VouchLabelElement *element, GError **error)
{
  VouchLabelMark mark;
  g_autofree char *names = NULL;

  if (strchr (element->text, '{') != NULL || vouch_label_mark_find (element->text, &mark))
    return TRUE;
  names = vouch_label_mark_list_names ();
  vouch_set_field_error (error, "mark", VOUCH_ERROR_INVALID, _ ("There is no mark “%s”: choose one of these: %s"),
                         element->text, names);
  return FALSE;
}

static gboolean
check_image (const VouchLabelElement *element, GError **error)
{
  g_autoptr (VouchLabelImage) image = vouch_label_image_parse (element->text, element->columns, error);

  return image != NULL;
}

static gboolean
check_content (const VouchLabelTemplate *self, const VouchLabelElement *element, GError **error)
{
  const char *member = vouch_label_element_kind_get_name (element->kind);

  switch (element->kind)
    {
    case VOUCH_ELEMENT_TEXT:
      return check_sizes (element, error) && check_pattern (self, element, member, element->text, error) &&
             check_pattern (self, element, "en", element->text_en, error) && check_shortened (self, element, error);
    case VOUCH_ELEMENT_CODE:
      return check_bars (element, error) && check_pattern (self, element, member, element->text, error);
    case VOUCH_ELEMENT_MARK:
      return check_pattern (self, element, member, element->text, error) && check_mark (element, error);
    case VOUCH_ELEMENT_IMAGE:
      return check_image (element, error);
    case VOUCH_ELEMENT_BOX:
    case VOUCH_ELEMENT_LINE:
    default:
      return TRUE;
    }
}

/**
 * vouch_label_template_check_element:
 * @self: a template
 * @element: one of its elements, or one to be
 * @error: INVALID, naming the member, if it reaches over the edge, names a field that the template does not have, or
 *   breaks another rule
 *
 * Returns: whether the element can be on the label
 */
gboolean
vouch_label_template_check_element (const VouchLabelTemplate *self, const VouchLabelElement *element, GError **error)
{
  return check_extent (element, error) && check_edge (self, element, error) && check_condition (self, element, error) &&
         check_content (self, element, error);
}

static gboolean
check_head (const VouchLabelTemplate *self, GError **error)
{
  if (!vouch_text_check_line (self->title, "title", VOUCH_TEXT_NAME_MAX, error) ||
      !vouch_text_check_line (self->title_en, "title_en", VOUCH_TEXT_NAME_MAX, error) ||
      !vouch_text_check_line (self->purpose, "purpose", PURPOSE_MAX, error))
    return FALSE;
  if (2 * self->margin_um < MIN (self->width_um, self->height_um) && self->elements->len <= VOUCH_LABEL_ELEMENTS_MAX)
    return TRUE;
  vouch_set_field_error (error, "margin", VOUCH_ERROR_INVALID,
                         _ ("The margin leaves no room, or the label has more than %d elements: correct it"),
                         VOUCH_LABEL_ELEMENTS_MAX);
  return FALSE;
}

/**
 * vouch_label_template_check:
 * @self: a template
 * @error: INVALID, with the line of the element if it has one
 *
 * Returns: whether labels can be made with it, if what they say fits
 */
gboolean
vouch_label_template_check (const VouchLabelTemplate *self, GError **error)
{
  if (!check_head (self, error))
    return FALSE;
  for (guint i = 0; i < self->elements->len; i++)
    {
      const VouchLabelElement *element = g_ptr_array_index (self->elements, i);
      g_autoptr (GError) why = NULL;

      if (vouch_label_template_check_element (self, element, &why))
        continue;
      if (element->line > 0)
        g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("line %d, column %d: %s"), element->line,
                     element->column, why->message);
      else
        g_propagate_error (error, g_steal_pointer (&why));
      return FALSE;
    }
  return TRUE;
}
