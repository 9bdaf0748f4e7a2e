#include "vouch-zbar-reader.h"

#include <iconv.h>
#include <string.h>
#include <zbar.h>

#define ITF_LENGTH 14

/* Explicit, because the default set has symbologies that a dock does not meet and that misread others. */
static const struct
{
  zbar_symbol_type_t type;
  zbar_config_t config;
  int value;
} settings[] = {
  { ZBAR_NONE, ZBAR_CFG_ENABLE, 0 },          { ZBAR_NONE, ZBAR_CFG_X_DENSITY, 1 },
  { ZBAR_NONE, ZBAR_CFG_Y_DENSITY, 1 },       { ZBAR_NONE, ZBAR_CFG_BINARY, 1 },
  { ZBAR_EAN13, ZBAR_CFG_ENABLE, 1 },         { ZBAR_EAN8, ZBAR_CFG_ENABLE, 1 },
  { ZBAR_UPCA, ZBAR_CFG_ENABLE, 1 },          { ZBAR_CODE128, ZBAR_CFG_ENABLE, 1 },
  { ZBAR_I25, ZBAR_CFG_ENABLE, 1 },           { ZBAR_I25, ZBAR_CFG_MIN_LEN, ITF_LENGTH },
  { ZBAR_I25, ZBAR_CFG_MAX_LEN, ITF_LENGTH }, { ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1 },
};

/**
 * vouch_zbar_warm_up:
 *
 * Opens the character converters that ZBar opens for every QR code, and keeps them: their tables are files, and inside
 * the sandbox no file can be opened any more.
 */
void
vouch_zbar_warm_up (void)
{
  static const char *const charsets[] = { "ISO8859-1", "SJIS", "UTF-8", "BIG5" };
  static iconv_t converters[G_N_ELEMENTS (charsets)] G_GNUC_UNUSED;

  for (gsize i = 0; i < G_N_ELEMENTS (charsets); i++)
    converters[i] = iconv_open ("UTF-8", charsets[i]);
}

static zbar_image_scanner_t *
create_scanner (void)
{
  zbar_image_scanner_t *scanner = zbar_image_scanner_create ();

  for (gsize i = 0; i < G_N_ELEMENTS (settings); i++)
    zbar_image_scanner_set_config (scanner, settings[i].type, settings[i].config, settings[i].value);
  return scanner;
}

static gboolean
has_modifier (const zbar_symbol_t *symbol, zbar_modifier_t modifier)
{
  return (zbar_symbol_get_modifiers (symbol) & (1u << modifier)) != 0;
}

static gboolean
itf_check_digit_is_right (const char *digits)
{
  int sum = 0;

  for (int i = 0; i < ITF_LENGTH; i++)
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
    return vouch_sighting_new ("GS1-128", "]C1", data, length);
  if (has_modifier (symbol, ZBAR_MOD_AIM))
    return vouch_sighting_new ("Code 128", "]C2", data, length);
  return vouch_sighting_new ("Code 128", "]C0", data, length);
}

static VouchSighting *
read_qr (const zbar_symbol_t *symbol, const char *data, gsize length)
{
  const char *aim = "]Q1";

  if (has_modifier (symbol, ZBAR_MOD_GS1))
    aim = "]Q3";
  else if (has_modifier (symbol, ZBAR_MOD_AIM))
    aim = "]Q5";
  return vouch_sighting_new ("QR", aim, data, length);
}

/* A hand scanner sends a UPC-A number under ]E0 as the thirteen digits of the EAN-13 that it is. */
static VouchSighting *
read_upc_a (const char *data, gsize length)
{
  g_autofree char *digits = g_strdup_printf ("0%.*s", (int)length, data);

  return vouch_sighting_new ("UPC-A", "]E0", digits, strlen (digits));
}

static VouchSighting *
read_itf (const char *data, gsize length)
{
  if (length == ITF_LENGTH && itf_check_digit_is_right (data))
    return vouch_sighting_new ("ITF-14", "]I1", data, length);
  return NULL;
}

/* NULL for what is not one whole symbol, such as a part of a code spread over several symbols. */
static VouchSighting *
identify (const zbar_symbol_t *symbol)
{
  const char *data = zbar_symbol_get_data (symbol);
  gsize length = zbar_symbol_get_data_length (symbol);
  zbar_symbol_type_t type = zbar_symbol_get_type (symbol);

  if (data == NULL || length == 0)
    return NULL;
  if (type == ZBAR_EAN13)
    return vouch_sighting_new ("EAN-13", "]E0", data, length);
  if (type == ZBAR_EAN8)
    return vouch_sighting_new ("EAN-8", "]E4", data, length);
  if (type == ZBAR_UPCA)
    return read_upc_a (data, length);
  if (type == ZBAR_CODE128)
    return read_code_128 (symbol, data, length);
  if (type == ZBAR_I25)
    return read_itf (data, length);
  if (type == ZBAR_QRCODE)
    return read_qr (symbol, data, length);
  return NULL;
}

static void
set_corner (VouchSighting *sighting, int i, int x, int y)
{
  sighting->corners[i][0] = x;
  sighting->corners[i][1] = y;
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

static int
needed_quality (zbar_symbol_type_t type)
{
  if (type == ZBAR_QRCODE)
    return 1;
  return type == ZBAR_CODE128 ? VOUCH_SIGHTING_TRUST_CODE_128 : VOUCH_SIGHTING_TRUST;
}

static void
take_symbol (const zbar_symbol_t *symbol, GPtrArray *sightings)
{
  VouchSighting *sighting = identify (symbol);

  if (sighting == NULL)
    return;
  sighting->is_matrix = zbar_symbol_get_type (symbol) == ZBAR_QRCODE;
  sighting->quality = zbar_symbol_get_quality (symbol);
  sighting->needed_quality = needed_quality (zbar_symbol_get_type (symbol));
  sighting->sure = sighting->quality >= sighting->needed_quality;
  locate (sighting, symbol);
  g_ptr_array_add (sightings, sighting);
}

/**
 * vouch_zbar_read:
 * @picture: a picture
 * @sightings: (element-type VouchSighting): where to add what is found
 *
 * Looks for bar codes and QR codes. The scanner object is made anew for every picture: one that is kept grows.
 */
void
vouch_zbar_read (const VouchGrey *picture, GPtrArray *sightings)
{
  zbar_image_scanner_t *scanner = create_scanner ();
  zbar_image_t *image = zbar_image_create ();

  zbar_image_set_format (image, zbar_fourcc ('Y', '8', '0', '0'));
  zbar_image_set_size (image, picture->width, picture->height);
  zbar_image_set_data (image, picture->pixels, (unsigned long)picture->width * picture->height, NULL);
  if (zbar_scan_image (scanner, image) > 0)
    for (const zbar_symbol_t *symbol = zbar_image_first_symbol (image); symbol != NULL;
         symbol = zbar_symbol_next (symbol))
      take_symbol (symbol, sightings);
  zbar_image_destroy (image);
  zbar_image_scanner_destroy (scanner);
}
