#include "vouch-label-element.h"

#define SIZE_UM 3000
#define HRI_GAP_UM 400

/**
 * vouch_label_element_new:
 * @kind: what it is
 * @um: (nullable): where it is, micrometres
 * @text: (nullable): its text
 *
 * Texts are 3 mm high, may shrink to 1.8 mm and stay on one line until told otherwise; codes are matrix symbols on
 * goods.
 *
 * Returns: (transfer full): the element
 */
VouchLabelElement *
vouch_label_element_new (VouchElementKind kind, const VouchRect *um, const char *text)
{
  VouchLabelElement *self = g_new0 (VouchLabelElement, 1);

  self->kind = kind;
  if (um != NULL)
    self->um = *um;
  self->text = g_strdup (text);
  self->style.size_um = SIZE_UM;
  self->style.min_um = VOUCH_LABEL_TEXT_MIN_UM;
  return self;
}

/**
 * vouch_label_element_copy:
 * @self: an element
 *
 * Returns: (transfer full): one like it
 */
VouchLabelElement *
vouch_label_element_copy (const VouchLabelElement *self)
{
  VouchLabelElement *copy = g_memdup2 (self, sizeof *self);

  copy->text = g_strdup (self->text);
  copy->text_en = g_strdup (self->text_en);
  copy->condition = g_strdup (self->condition);
  return copy;
}

/**
 * vouch_label_element_get_hri_height:
 * @self: a code
 *
 * Lines are a third higher than an em, and a little stays free between code and text.
 *
 * Returns: how much of its place is for the text below it, micrometres
 */
int
vouch_label_element_get_hri_height (const VouchLabelElement *self)
{
  int lines = self->style.wrap ? 2 : 1;

  return self->hri_um > 0 ? self->hri_um * lines * 4 / 3 + HRI_GAP_UM : 0;
}

/**
 * vouch_label_element_free:
 * @self: (nullable): an element
 */
void
vouch_label_element_free (VouchLabelElement *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->text_en);
  g_free (self->condition);
  g_free (self);
}
