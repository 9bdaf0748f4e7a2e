#include "vouch-label-element.h"

#define SIZE_UM 3000
#define SIZE_MIN_UM 1800

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
  self->style.min_um = SIZE_MIN_UM;
  return self;
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
  g_free (self->condition);
  g_free (self);
}
