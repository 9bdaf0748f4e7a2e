/* How far a reading may be believed. */
#include <string.h>

#include "vouch-gs1-reading-private.h"

/**
 * vouch_gs1_reading_is_certain:
 * @self: a reading
 *
 * Digits that were meant otherwise can read as elements: the EAN 4006381333931 reads as order number (400). Text that
 * no symbology identifier calls GS1 data is certainly meant so only if it begins with a number that has a check digit,
 * and is complete. Twenty digits from 00 on are not certain without the identifier: drug codes look like an SSCC.
 *
 * Returns: whether @self is valid and means what it says
 */
gboolean
vouch_gs1_reading_is_certain (const VouchGs1Reading *self)
{
  const VouchGs1Element *first;

  if (!self->valid || self->form == VOUCH_GS1_FORM_PLAIN)
    return FALSE;
  if (self->form != VOUCH_GS1_FORM_ELEMENTS || self->flagged)
    return TRUE;
  first = vouch_gs1_reading_get_element (self, 0);
  if (first->row->parts[0].rule != VOUCH_GS1_RULE_CHECK_DIGIT || !self->complete)
    return FALSE;
  return self->elements->len > 1 || strcmp (first->ai, "00") != 0;
}

/* Whether further elements, whole and valid, could be hidden in @tail: one of fixed length that checks itself first. */
static gboolean
hides_elements (const VouchGs1Reading *reading, const char *tail)
{
  g_autoptr (VouchGs1Reading) hidden = NULL;
  gsize ai_length;
  const VouchGs1Ai *row = vouch_gs1_ai_find_prefix (tail, strlen (tail), &ai_length);

  if (row == NULL || row->needs_separator || row->parts[0].rule == VOUCH_GS1_RULE_NONE)
    return FALSE;
  hidden = vouch_gs1_reading_parse_scan (tail, strlen (tail));
  if (!hidden->valid)
    return FALSE;
  for (guint i = 0; i < hidden->elements->len; i++)
    if (vouch_gs1_reading_find (reading, g_array_index (hidden->elements, VouchGs1Element, i).ai) != NULL)
      return FALSE;
  return TRUE;
}

/**
 * vouch_gs1_reading_is_doubtful:
 * @self: a reading
 * @sends_separators: whether the scanner is known to send the separators of a code
 *
 * A missing separator cannot be seen: what follows a lot number then reads as part of it. A reading is doubtful if it
 * has an element that needs a separator and the scanner sends none, or if such an element could hide others.
 *
 * Returns: whether a person should be asked before the reading is believed
 */
gboolean
vouch_gs1_reading_is_doubtful (const VouchGs1Reading *self, gboolean sends_separators)
{
  if (self->form != VOUCH_GS1_FORM_ELEMENTS || !self->valid)
    return FALSE;
  for (guint i = 0; i < self->elements->len; i++)
    {
      const VouchGs1Element *element = &g_array_index (self->elements, VouchGs1Element, i);

      if (!element->row->needs_separator)
        continue;
      if (!sends_separators)
        return TRUE;
      for (gsize at = 1; at < element->length; at++)
        if (hides_elements (self, element->value + at))
          return TRUE;
    }
  return FALSE;
}
