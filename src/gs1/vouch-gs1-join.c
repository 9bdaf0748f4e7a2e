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
 * readings contradict each other, or if there are no elements at all; whether an item's data are complete can be said
 * only of all its bar codes.
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
      {
        add_all (joined, readings[i]);
        joined->flagged = joined->flagged || vouch_gs1_reading_is_certain (readings[i]);
      }
  if (joined->elements->len == 0)
    vouch_gs1_reading_add_error (joined, VOUCH_GS1_RULE_EMPTY, "", 0, "", 0, 0);
  return vouch_gs1_reading_finish (joined);
}
