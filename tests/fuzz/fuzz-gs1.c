/* Fuzzes everything that reads GS1 data. The first byte chooses the form, the rest is the input. What is valid must
 * come back the same from each form it can be written in. */
#include <string.h>

#include "vouch-gs1-date.h"
#include "vouch-gs1-measure.h"
#include "vouch-gs1-reading.h"
#include "vouch-gs1-write.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
assert_same (const VouchGs1Reading *a, VouchGs1Reading *taken)
{
  g_autoptr (VouchGs1Reading) b = taken;

  g_assert_true (vouch_gs1_reading_is_valid (b));
  g_assert_cmpint (vouch_gs1_reading_is_complete (a), ==, vouch_gs1_reading_is_complete (b));
  g_assert_cmpuint (vouch_gs1_reading_get_n_elements (a), ==, vouch_gs1_reading_get_n_elements (b));
  for (guint i = 0; i < vouch_gs1_reading_get_n_elements (a); i++)
    {
      g_assert_cmpstr (vouch_gs1_reading_get_element (a, i)->ai, ==, vouch_gs1_reading_get_element (b, i)->ai);
      g_assert_cmpstr (vouch_gs1_reading_get_element (a, i)->value, ==, vouch_gs1_reading_get_element (b, i)->value);
    }
}

/* A Digital Link has another order and nothing twice. */
static void
assert_link (const VouchGs1Reading *reading, const char *link)
{
  g_autoptr (VouchGs1Reading) linked = vouch_gs1_reading_parse_digital_link (link);
  g_autofree char *again = vouch_gs1_reading_to_digital_link (linked, NULL);

  g_assert_true (vouch_gs1_reading_is_valid (linked));
  g_assert_cmpstr (link, ==, again);
  for (guint i = 0; i < vouch_gs1_reading_get_n_elements (reading); i++)
    {
      const VouchGs1Element *element = vouch_gs1_reading_get_element (reading, i);

      g_assert_cmpstr (vouch_gs1_reading_get (linked, element->ai), ==, element->value);
    }
}

static void
check_problems (const VouchGs1Reading *reading)
{
  g_assert_cmpint (vouch_gs1_reading_is_valid (reading), ==, vouch_gs1_reading_get_n_errors (reading) == 0);
  for (guint i = 0; i < vouch_gs1_reading_get_n_errors (reading); i++)
    g_assert_true (g_utf8_validate (vouch_gs1_reading_get_error (reading, i)->message, -1, NULL));
}

/* A reading joined with itself says nothing new. */
static void
check_joined (const VouchGs1Reading *reading)
{
  const VouchGs1Reading *const twice[] = { reading, reading };
  g_autoptr (VouchGs1Reading) joined = vouch_gs1_reading_join (twice, G_N_ELEMENTS (twice));

  if (!vouch_gs1_reading_is_valid (reading) || vouch_gs1_reading_get_n_elements (reading) == 0)
    return;
  g_assert_true (vouch_gs1_reading_is_valid (joined));
  g_assert_cmpint (vouch_gs1_reading_is_complete (joined), ==, vouch_gs1_reading_is_complete (reading));
}

static void
use (const VouchGs1Reading *reading)
{
  g_autofree char *scan = vouch_gs1_reading_to_string (reading, VOUCH_GS1_SYNTAX_SCAN);
  g_autofree char *brackets = vouch_gs1_reading_to_string (reading, VOUCH_GS1_SYNTAX_BRACKETED);
  g_autofree char *link = vouch_gs1_reading_to_digital_link (reading, NULL);
  gint64 quantity;
  const char *unit;
  char gtin[15];

  check_problems (reading);
  vouch_gs1_reading_get_gtin (reading, gtin);
  vouch_gs1_reading_is_doubtful (reading, TRUE);
  vouch_gs1_reading_is_certain (reading);
  check_joined (reading);
  vouch_gs1_reading_get_quantity (reading, &quantity, &unit, NULL);
  for (guint i = 0; i < vouch_gs1_reading_get_n_elements (reading); i++)
    vouch_gs1_date_read (vouch_gs1_reading_get_element (reading, i)->value, 20261122, i % 2 == 0, NULL);

  if (scan != NULL && strlen (scan) <= VOUCH_GS1_INPUT_MAX)
    assert_same (reading, vouch_gs1_reading_parse_scan (scan, strlen (scan)));
  if (brackets != NULL && strlen (brackets) <= VOUCH_GS1_INPUT_MAX)
    assert_same (reading, vouch_gs1_reading_parse_bracketed (brackets));
  if (link != NULL && strlen (link) <= VOUCH_GS1_INPUT_MAX)
    assert_link (reading, link);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (VouchGs1Reading) reading = NULL;
  g_autofree char *text = NULL;

  if (size == 0)
    return 0;
  text = g_strndup ((const char *)data + 1, size - 1);
  switch (data[0] % 3)
    {
    case 0:
      /* Not terminated, so that reading beyond the end shows. */
      reading = vouch_gs1_reading_parse_scan ((const char *)data + 1, size - 1);
      break;
    case 1:
      reading = vouch_gs1_reading_parse_bracketed (text);
      break;
    default:
      reading = vouch_gs1_reading_parse_digital_link (text);
      break;
    }
  use (reading);
  return 0;
}
