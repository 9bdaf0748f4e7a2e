#include "vouch-zbar-reader.h"

#include <iconv.h>
#include <zbar.h>

#include "vouch-sighting.h"
#include "vouch-zbar-symbol.h"

#define SET(name) VOUCH_CODE_KIND_BIT (VOUCH_CODE_KIND_##name)

/* What ZBar is told to look for, and for which of ours. The GS1 form of Code 128 it does not take by itself, nor UPC-A,
 * which is an EAN-13 that begins with a zero; and a UPC-E that it does not look for it gives out for a UPC-A. */
static const struct
{
  zbar_symbol_type_t type;
  VouchCodeKinds kinds;
} types[] = {
  { ZBAR_EAN13, SET (EAN_13) | SET (UPC_A) },
  { ZBAR_UPCA, SET (EAN_13) | SET (UPC_A) },
  { ZBAR_EAN8, SET (EAN_8) },
  { ZBAR_UPCE, SET (UPC_E) | SET (EAN_13) | SET (UPC_A) },
  { ZBAR_CODE128, SET (CODE_128) | SET (GS1_128) },
  { ZBAR_CODE39, SET (CODE_39) },
  { ZBAR_CODE93, SET (CODE_93) },
  { ZBAR_I25, SET (ITF_14) },
  { ZBAR_CODABAR, SET (CODABAR) },
  { ZBAR_DATABAR, SET (DATABAR) },
  { ZBAR_DATABAR_EXP, SET (DATABAR_EXPANDED) },
  { ZBAR_QRCODE, SET (QR) },
};

/* Explicit, because the default set has symbologies that a dock does not meet and that misread others. */
static const struct
{
  zbar_symbol_type_t type;
  zbar_config_t config;
  int value;
} settings[] = {
  { ZBAR_NONE, ZBAR_CFG_ENABLE, 0 },
  { ZBAR_NONE, ZBAR_CFG_BINARY, 1 },
  { ZBAR_I25, ZBAR_CFG_MIN_LEN, VOUCH_ZBAR_ITF_LENGTH },
  { ZBAR_I25, ZBAR_CFG_MAX_LEN, VOUCH_ZBAR_ITF_LENGTH },
};

/* What ZBar opens for every QR code, and what a QR code may say that it is written in. */
static const char *const charsets[] = {
  "SJIS",       "UTF-8",      "BIG5",       "CP437",      "ISO8859-1",  "ISO8859-2", "ISO8859-3",
  "ISO8859-4",  "ISO8859-5",  "ISO8859-6",  "ISO8859-7",  "ISO8859-8",  "ISO8859-9", "ISO8859-10",
  "ISO8859-11", "ISO8859-13", "ISO8859-14", "ISO8859-15", "ISO8859-16",
};

/**
 * vouch_zbar_warm_up:
 *
 * Opens the character converters that ZBar opens for QR codes, and keeps them: their tables are files, and inside the
 * sandbox no file can be opened any more.
 */
void
vouch_zbar_warm_up (void)
{
  static iconv_t converters[G_N_ELEMENTS (charsets)] G_GNUC_UNUSED;

  for (gsize i = 0; i < G_N_ELEMENTS (charsets); i++)
    converters[i] = iconv_open ("UTF-8", charsets[i]);
}

/**
 * vouch_zbar_dup_version:
 *
 * Returns: (transfer full): which ZBar this is, for diagnostics
 */
char *
vouch_zbar_dup_version (void)
{
  unsigned int major, minor, patch;

  zbar_version (&major, &minor, &patch);
  return g_strdup_printf ("ZBar %u.%u.%u", major, minor, patch);
}

static zbar_image_scanner_t *
create_scanner (VouchCodeKinds kinds, guint step)
{
  zbar_image_scanner_t *scanner = zbar_image_scanner_create ();

  for (gsize i = 0; i < G_N_ELEMENTS (settings); i++)
    zbar_image_scanner_set_config (scanner, settings[i].type, settings[i].config, settings[i].value);
  zbar_image_scanner_set_config (scanner, ZBAR_NONE, ZBAR_CFG_X_DENSITY, (int)step);
  zbar_image_scanner_set_config (scanner, ZBAR_NONE, ZBAR_CFG_Y_DENSITY, (int)step);
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    zbar_image_scanner_set_config (scanner, types[i].type, ZBAR_CFG_ENABLE, (types[i].kinds & kinds) != 0);
  return scanner;
}

static void
take_symbols (zbar_image_t *image, VouchCodeKinds kinds, GPtrArray *sightings)
{
  for (const zbar_symbol_t *symbol = zbar_image_first_symbol (image); symbol != NULL;
       symbol = zbar_symbol_next (symbol))
    {
      g_autoptr (VouchSighting) sighting = vouch_zbar_symbol_read (symbol);

      if (sighting != NULL && (VOUCH_CODE_KIND_BIT (sighting->symbology) & kinds) != 0)
        g_ptr_array_add (sightings, g_steal_pointer (&sighting));
    }
}

/**
 * vouch_zbar_read:
 * @picture: a picture
 * @kinds: what is looked for
 * @step: from one line that is looked along to the next, in pixels; only at 1 QR codes are found
 * @sightings: (element-type VouchSighting): where to add what is found
 *
 * Looks for bar codes and QR codes. Nearly all of the time goes into walking along the lines, whatever is looked for:
 * every other line costs half. The scanner object is made anew for every picture: one that is kept grows.
 */
void
vouch_zbar_read (const VouchGrey *picture, VouchCodeKinds kinds, guint step, GPtrArray *sightings)
{
  zbar_image_scanner_t *scanner = create_scanner (step > 1 ? kinds & ~(VouchCodeKinds)SET (QR) : kinds, step);
  zbar_image_t *image = zbar_image_create ();

  zbar_image_set_format (image, zbar_fourcc ('Y', '8', '0', '0'));
  zbar_image_set_size (image, picture->width, picture->height);
  zbar_image_set_data (image, picture->pixels, (unsigned long)picture->width * picture->height, NULL);
  if (zbar_scan_image (scanner, image) > 0)
    take_symbols (image, kinds, sightings);
  zbar_image_destroy (image);
  zbar_image_scanner_destroy (scanner);
}
