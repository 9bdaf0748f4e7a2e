/* Readings that are put together: from elements to be written, and from the several bar codes of one item. */
#include <string.h>

#include "vouch-gs1-reading-private.h"

/**
 * vouch_gs1_reading_new_from_pairs:
 * @pairs: (array length=n_pairs): elements
 * @n_pairs: how many
 *
 * Returns: (transfer full): a reading of these elements, as if they had been read, never %NULL
 */
VouchGs1Reading *
vouch_gs1_reading_new_from_pairs (const VouchGs1Pair *pairs, gsize n_pairs)
{
  VouchGs1Reading *reading;
  gsize size = 0, position = 0;

  for (gsize i = 0; i < n_pairs; i++)
    size += strlen (pairs[i].ai) + strlen (pairs[i].value) + 1;
  reading = vouch_gs1_reading_new (VOUCH_GS1_FORM_ELEMENTS, size);
  if (n_pairs == 0)
    vouch_gs1_reading_add_error (reading, VOUCH_GS1_RULE_EMPTY, "", 0, "", 0, 0);
  for (gsize i = 0; i < n_pairs; i++)
    {
      gsize ai_length = strlen (pairs[i].ai), length = strlen (pairs[i].value);

      vouch_gs1_reading_add (reading, pairs[i].ai, ai_length, pairs[i].value, length, position, position + ai_length);
      position += ai_length + length;
    }
  return vouch_gs1_reading_finish (reading);
}

static gboolean
has_same (const VouchGs1Reading *reading, const char *ai, const char *value)
{
  const VouchGs1Element *element = vouch_gs1_reading_find (reading, ai);

  return element != NULL && strcmp (element->value, value) == 0;
}

static void
add_all (VouchGs1Reading *joined, const VouchGs1Reading *part)
{
  if (part->gtin[0] != '\0' && !has_same (joined, "01", part->gtin))
    vouch_gs1_reading_add (joined, "01", 2, part->gtin, strlen (part->gtin), 0, 0);
  for (guint i = 0; i < part->elements->len; i++)
    {
      const VouchGs1Element *element = &g_array_index (part->elements, VouchGs1Element, i);

      if (!has_same (joined, element->ai, element->value))
        vouch_gs1_reading_add (joined, element->ai, strlen (element->ai), element->value, element->length,
                               element->position, element->position);
    }
}

/**
 * vouch_gs1_reading_join:
 * @readings: (array length=n_readings): readings of bar codes on one item
 * @n_readings: how many
 *
 * Takes all valid readings together, equal elements once. An EAN bar code counts as (01). The result is invalid if two
 * readings contradict each other; whether an item's data are complete can be said only of all its bar codes.
 *
 * Returns: (transfer full): the elements of the item, never %NULL
 */
VouchGs1Reading *
vouch_gs1_reading_join (const VouchGs1Reading *const *readings, gsize n_readings)
{
  VouchGs1Reading *joined;
  gsize size = 0;

  for (gsize i = 0; i < n_readings; i++)
    size += readings[i]->size + VOUCH_GS1_GTIN_SIZE + 2;
  joined = vouch_gs1_reading_new (VOUCH_GS1_FORM_ELEMENTS, size);
  for (gsize i = 0; i < n_readings; i++)
    if (readings[i]->valid)
      add_all (joined, readings[i]);
  return vouch_gs1_reading_finish (joined);
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
