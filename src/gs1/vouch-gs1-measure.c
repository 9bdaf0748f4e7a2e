#include "vouch-gs1-measure.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-quantity.h"

#define STEM_LENGTH 3
#define MEASURE_AI_LENGTH 4

/* Three digits of an identifier; the fourth tells how many of the value's six digits are decimals. */
typedef struct
{
  char stem[STEM_LENGTH + 1];
  const char *unit;
} Measure;

/* What a trade item holds, the likeliest first: this is the order in which a quantity is looked for. */
static const Measure contents[] = {
  { "310", "kg" },  { "315", "l" },   { "316", "m3" },    { "311", "m" },   { "314", "m2" },
  { "320", "lb" },  { "356", "ozt" }, { "357", "fl oz" }, { "360", "qt" },  { "361", "gal" },
  { "364", "in3" }, { "365", "ft3" }, { "366", "yd3" },   { "321", "in" },  { "322", "ft" },
  { "323", "yd" },  { "350", "in2" }, { "351", "ft2" },   { "352", "yd2" },
};

/* How large or heavy it is; nobody counts stock by these. */
static const Measure sizes[] = {
  { "312", "m" },   { "313", "m" },   { "324", "in" },  { "325", "ft" },    { "326", "yd" },  { "327", "in" },
  { "328", "ft" },  { "329", "yd" },  { "330", "kg" },  { "331", "m" },     { "332", "m" },   { "333", "m" },
  { "334", "m2" },  { "335", "l" },   { "336", "m3" },  { "337", "kg/m2" }, { "340", "lb" },  { "341", "in" },
  { "342", "ft" },  { "343", "yd" },  { "344", "in" },  { "345", "ft" },    { "346", "yd" },  { "347", "in" },
  { "348", "ft" },  { "349", "yd" },  { "353", "in2" }, { "354", "ft2" },   { "355", "yd2" }, { "362", "qt" },
  { "363", "gal" }, { "367", "in3" }, { "368", "ft3" }, { "369", "yd3" },
};

static gint64
number_of (const char *digits)
{
  gint64 number = 0;

  for (; *digits != '\0'; digits++)
    number = number * 10 + (*digits - '0');
  return number;
}

static gboolean
find_measure (const VouchGs1Reading *reading, const char *stem, gint64 *quantity)
{
  for (guint i = 0; i < vouch_gs1_reading_get_n_elements (reading); i++)
    {
      const VouchGs1Element *element = vouch_gs1_reading_get_element (reading, i);

      if (strlen (element->ai) != MEASURE_AI_LENGTH || !g_str_has_prefix (element->ai, stem))
        continue;
      *quantity = number_of (element->value) * VOUCH_QUANTITY_ONE;
      for (char decimals = element->ai[STEM_LENGTH]; decimals > '0'; decimals--)
        *quantity /= 10;
      return TRUE;
    }
  return FALSE;
}

static gboolean
find_count (const VouchGs1Reading *reading, gint64 *quantity)
{
  const char *value = vouch_gs1_reading_get (reading, "37");

  if (value == NULL)
    value = vouch_gs1_reading_get (reading, "30");
  if (value == NULL)
    return FALSE;
  *quantity = number_of (value) * VOUCH_QUANTITY_ONE;
  return TRUE;
}

/**
 * vouch_gs1_reading_get_measure:
 * @reading: a reading
 * @stem: the first three digits of a measure, as "330" for the gross weight in kg
 * @quantity: (out): millionths of @unit, exact
 * @unit: (out) (transfer none): the unit
 * @error: INVALID if @reading is, NOT_FOUND if it has no such measure
 *
 * Returns: whether there is one
 */
gboolean
vouch_gs1_reading_get_measure (const VouchGs1Reading *reading, const char *stem, gint64 *quantity, const char **unit,
                               GError **error)
{
  *unit = NULL;
  if (!vouch_gs1_reading_check (reading, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++)
    if (strcmp (contents[i].stem, stem) == 0)
      *unit = contents[i].unit;
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (strcmp (sizes[i].stem, stem) == 0)
      *unit = sizes[i].unit;
  if (*unit != NULL && find_measure (reading, stem, quantity))
    return TRUE;
  vouch_set_field_error (error, stem, VOUCH_ERROR_NOT_FOUND, _ ("There is no measure (%sn) in this code"), stem);
  return FALSE;
}

/**
 * vouch_gs1_reading_get_quantity:
 * @reading: a reading
 * @quantity: (out): millionths of @unit, exact
 * @unit: (out) (transfer none): %VOUCH_GS1_UNIT_PIECE or the unit of the measure
 * @error: INVALID if @reading is, NOT_FOUND if it tells no quantity
 *
 * How much the label is for: the count of items (37, else 30), or else the net weight, volume, length or area.
 *
 * Returns: whether the code tells a quantity
 */
gboolean
vouch_gs1_reading_get_quantity (const VouchGs1Reading *reading, gint64 *quantity, const char **unit, GError **error)
{
  if (!vouch_gs1_reading_check (reading, error))
    return FALSE;
  *unit = VOUCH_GS1_UNIT_PIECE;
  if (find_count (reading, quantity))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++)
    if (find_measure (reading, contents[i].stem, quantity))
      {
        *unit = contents[i].unit;
        return TRUE;
      }
  *unit = NULL;
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND, _ ("There is no quantity in this code"));
  return FALSE;
}
