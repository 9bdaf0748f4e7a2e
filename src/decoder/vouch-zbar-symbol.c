/* What ZBar says of a symbol, as a hand scanner would say it. */

#include "vouch-zbar-symbol.h"

#include <string.h>

#include "vouch-trust.h"

static gboolean
has_modifier (const zbar_symbol_t *symbol, zbar_modifier_t modifier)
{
  return (zbar_symbol_get_modifiers (symbol) & (1u << modifier)) != 0;
}

static gboolean
itf_check_digit_is_right (const char *digits)
{
  int sum = 0;

  for (int i = 0; i < VOUCH_ZBAR_ITF_LENGTH; i++)
    {
      if (!g_ascii_isdigit (digits[i]))
        return FALSE;
      sum += (digits[i] - '0') * (i % 2 == 0 ? 3 : 1);
    }
  return sum % 10 == 0;
}

static VouchSighting *
read_code_128 (const zbar_symbol_t *symbol, const char *data, gsize length)
{
  if (has_modifier (symbol, ZBAR_MOD_GS1))
    return vouch_sighting_new (VOUCH_CODE_KIND_GS1_128, "]C1", data, length);
  if (has_modifier (symbol, ZBAR_MOD_AIM))
    return vouch_sighting_new (VOUCH_CODE_KIND_CODE_128, "]C2", data, length);
  return vouch_sighting_new (VOUCH_CODE_KIND_CODE_128, "]C0", data, length);
}

/* One of several codes that belong together holds a part of a text, and no part is the text. */
static VouchSighting *
read_qr (const zbar_symbol_t *symbol, const char *data, gsize length)
{
  const char *aim = "]Q1";

  if (zbar_symbol_first_component (symbol) != NULL)
    return vouch_sighting_new_refused (VOUCH_CODE_KIND_QR, "]Q1", VOUCH_SIGHTING_PART);
  if (has_modifier (symbol, ZBAR_MOD_GS1))
    aim = "]Q3";
  else if (has_modifier (symbol, ZBAR_MOD_AIM))
    aim = "]Q5";
  return vouch_sighting_new (VOUCH_CODE_KIND_QR, aim, data, length);
}

/* A hand scanner sends a UPC-A number under ]E0 as the thirteen digits of the EAN-13 that it is. */
static VouchSighting *
read_upc_a (const char *data, gsize length)
{
  g_autofree char *digits = g_strdup_printf ("0%.*s", (int)length, data);

  return vouch_sighting_new (VOUCH_CODE_KIND_UPC_A, "]E0", digits, strlen (digits));
}

/* And a UPC-E number, too, with the zeros that are left out of its bars: the last of its six digits says where. */
static VouchSighting *
read_upc_e (const char *data, gsize length)
{
  char digits[14] = "0000000000000";
  const char *d = data + 1;

  if (length != 8)
    return NULL;
  digits[1] = data[0];
  memcpy (digits + 2, d, 2);
  if (d[5] <= '2')
    {
      digits[4] = d[5];
      memcpy (digits + 9, d + 2, 3);
    }
  else if (d[5] == '3')
    {
      digits[4] = d[2];
      memcpy (digits + 10, d + 3, 2);
    }
  else if (d[5] == '4')
    {
      memcpy (digits + 4, d + 2, 2);
      digits[11] = d[4];
    }
  else
    {
      memcpy (digits + 4, d + 2, 3);
      digits[11] = d[5];
    }
  digits[12] = data[7];
  return vouch_sighting_new (VOUCH_CODE_KIND_UPC_E, "]E0", digits, 13);
}

static VouchSighting *
read_itf (const char *data, gsize length)
{
  if (length == VOUCH_ZBAR_ITF_LENGTH && itf_check_digit_is_right (data))
    return vouch_sighting_new (VOUCH_CODE_KIND_ITF_14, "]I1", data, length);
  return NULL;
}

static VouchSighting *
identify (const zbar_symbol_t *symbol, const char *data, gsize length)
{
  /* An int, since ZBar knows many more that it is not told to look for. */
  switch ((int)zbar_symbol_get_type (symbol))
    {
    case ZBAR_EAN13:
      return vouch_sighting_new (VOUCH_CODE_KIND_EAN_13, "]E0", data, length);
    case ZBAR_EAN8:
      return vouch_sighting_new (VOUCH_CODE_KIND_EAN_8, "]E4", data, length);
    case ZBAR_UPCA:
      return read_upc_a (data, length);
    case ZBAR_UPCE:
      return read_upc_e (data, length);
    case ZBAR_CODE128:
      return read_code_128 (symbol, data, length);
    case ZBAR_CODE39:
      return vouch_sighting_new (VOUCH_CODE_KIND_CODE_39, "]A0", data, length);
    case ZBAR_CODE93:
      return vouch_sighting_new (VOUCH_CODE_KIND_CODE_93, "]G0", data, length);
    case ZBAR_CODABAR:
      return vouch_sighting_new (VOUCH_CODE_KIND_CODABAR, "]F0", data, length);
    case ZBAR_I25:
      return read_itf (data, length);
    case ZBAR_DATABAR:
      return vouch_sighting_new (VOUCH_CODE_KIND_DATABAR, "]e0", data, length);
    case ZBAR_DATABAR_EXP:
      return vouch_sighting_new (VOUCH_CODE_KIND_DATABAR_EXPANDED, "]e0", data, length);
    case ZBAR_QRCODE:
      return read_qr (symbol, data, length);
    case ZBAR_PARTIAL:
      return vouch_sighting_new_refused (VOUCH_CODE_KIND_QR, "]Q1", VOUCH_SIGHTING_PART);
    default:
      return NULL;
    }
}

static void
set_corner (VouchSighting *sighting, int i, int x, int y)
{
  sighting->corners[i][0] = x;
  sighting->corners[i][1] = y;
}

/* How many lines there are from the first to the last that was read; they run across the picture, or down. */
static int
count_lines (const zbar_symbol_t *symbol)
{
  zbar_orientation_t orientation = zbar_symbol_get_orientation (symbol);
  gboolean is_down = orientation == ZBAR_ORIENT_LEFT || orientation == ZBAR_ORIENT_RIGHT;
  int first = G_MAXINT, last = G_MININT;

  for (guint i = 0; i < zbar_symbol_get_loc_size (symbol); i++)
    {
      int at = is_down ? zbar_symbol_get_loc_x (symbol, i) : zbar_symbol_get_loc_y (symbol, i);

      first = MIN (first, at);
      last = MAX (last, at);
    }
  return first <= last ? last - first + 1 : 1;
}

/* ZBar gives a matrix code's four corners, but for a bar code every place where a scan line ended: take their bounds.
 */
static void
locate (VouchSighting *sighting, const zbar_symbol_t *symbol)
{
  guint n = zbar_symbol_get_loc_size (symbol);
  int left = G_MAXINT, top = G_MAXINT, right = 0, bottom = 0;

  for (guint i = 0; i < n; i++)
    {
      int x = zbar_symbol_get_loc_x (symbol, i), y = zbar_symbol_get_loc_y (symbol, i);

      if (sighting->is_matrix && n == 4)
        set_corner (sighting, (int)i, x, y);
      left = MIN (left, x);
      right = MAX (right, x);
      top = MIN (top, y);
      bottom = MAX (bottom, y);
    }
  if (n == 0 || (sighting->is_matrix && n == 4))
    return;
  set_corner (sighting, 0, left, top);
  set_corner (sighting, 1, right, top);
  set_corner (sighting, 2, right, bottom);
  set_corner (sighting, 3, left, bottom);
}

/**
 * vouch_zbar_symbol_read:
 * @symbol: a symbol that ZBar found
 *
 * Returns: (transfer full) (nullable): it; %NULL for what is none that may be believed at all
 */
VouchSighting *
vouch_zbar_symbol_read (const zbar_symbol_t *symbol)
{
  const char *data = zbar_symbol_get_data (symbol);
  gsize length = zbar_symbol_get_data_length (symbol);
  VouchSighting *sighting = data != NULL && length > 0 ? identify (symbol, data, length) : NULL;

  if (sighting == NULL)
    return NULL;
  sighting->is_matrix = sighting->symbology == VOUCH_CODE_KIND_QR;
  sighting->quality = MAX (zbar_symbol_get_quality (symbol), 1);
  sighting->needed_quality =
      vouch_trust_get_quality_of_lines (sighting->symbology, sighting->quality, count_lines (symbol));
  sighting->sure = sighting->quality >= sighting->needed_quality;
  locate (sighting, symbol);
  return sighting;
}
