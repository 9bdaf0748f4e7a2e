#include "vouch-trace-code.h"

#include "vouch-base32.h"
#include "vouch-gs1-check.h"
#include "vouch-hash.h"

#define LOT_LABEL "vouch/lot/1"
#define TAG_SIZE 7 /* 50 bits, left-aligned */
#define DIGEST_SIZE 16
#define RAW_SIZE 10 /* 80 bits: 50 of tag and 30 of masked unit number */
#define FROM_UNIT 1
#define FROM_TAG 2
#define NORMALISE_MAX 128 /* bytes; so many hyphens nobody types */

static void
add_counted (VouchHasher *hasher, const char *text)
{
  guint8 length = text != NULL ? (guint8)strlen (text) : 0;

  vouch_hasher_add (hasher, &length, 1);
  vouch_hasher_add (hasher, text, length);
}

/**
 * vouch_trace_lot_key:
 * @master: the code key of one version
 * @gtin: (nullable): 14 digits where the lot's addresses are in Digital Link form, else %NULL
 * @lot: a valid lot number
 * @key: (out caller-allocates): the lot's key
 *
 * From a lot's key follow all serials of the lot, and nothing about another lot or the master key.
 */
void
vouch_trace_lot_key (const guint8 master[VOUCH_TRACE_KEY_SIZE], const char *gtin, const char *lot,
                     guint8 key[VOUCH_TRACE_KEY_SIZE])
{
  g_autoptr (VouchHasher) hasher = NULL;

  g_return_if_fail (gtin == NULL || strlen (gtin) == 14);
  g_return_if_fail (vouch_trace_lot_number_is_valid (lot));

  hasher = vouch_hasher_new (master, VOUCH_TRACE_KEY_SIZE, VOUCH_TRACE_KEY_SIZE);
  vouch_hasher_add (hasher, LOT_LABEL, strlen (LOT_LABEL));
  add_counted (hasher, gtin);
  add_counted (hasher, lot);
  vouch_hasher_end (hasher, key);
}

static void
derive_tag (const guint8 *key, guint32 unit, guint8 tag[TAG_SIZE])
{
  guint8 input[5] = { FROM_UNIT, (guint8)(unit >> 24), (guint8)(unit >> 16), (guint8)(unit >> 8), (guint8)unit };
  guint8 digest[DIGEST_SIZE];

  vouch_hash (key, VOUCH_TRACE_KEY_SIZE, input, sizeof input, digest, sizeof digest);
  memcpy (tag, digest, TAG_SIZE);
  tag[TAG_SIZE - 1] &= 0xc0; /* 6 * 8 + 2 = 50 bits */
}

static guint32
derive_mask (const guint8 *key, const guint8 tag[TAG_SIZE])
{
  guint8 input[1 + TAG_SIZE] = { FROM_TAG };
  guint8 digest[DIGEST_SIZE];

  memcpy (input + 1, tag, TAG_SIZE);
  vouch_hash (key, VOUCH_TRACE_KEY_SIZE, input, sizeof input, digest, sizeof digest);
  return ((guint32)digest[0] << 24 | (guint32)digest[1] << 16 | (guint32)digest[2] << 8 | digest[3]) >> 2;
}

/**
 * vouch_trace_serial:
 * @key: a lot's key
 * @unit: a unit number, below %VOUCH_TRACE_UNIT_END
 * @serial: (out caller-allocates): its serial, 16 characters and a NUL
 */
void
vouch_trace_serial (const guint8 key[VOUCH_TRACE_KEY_SIZE], guint32 unit, char serial[VOUCH_TRACE_SERIAL_LENGTH + 1])
{
  guint8 raw[RAW_SIZE] = { 0 };
  guint32 masked;

  g_return_if_fail (unit < VOUCH_TRACE_UNIT_END);

  derive_tag (key, unit, raw);
  masked = unit ^ derive_mask (key, raw);
  raw[6] |= (guint8)(masked >> 24); /* its 6 highest bits stand below the tag's 2 lowest */
  raw[7] = (guint8)(masked >> 16);
  raw[8] = (guint8)(masked >> 8);
  raw[9] = (guint8)masked;

  for (guint i = 0; i < VOUCH_TRACE_SERIAL_LENGTH; i++)
    {
      guint bit = 5 * i;
      guint two = (guint)raw[bit / 8] << 8 | (bit / 8 + 1 < RAW_SIZE ? raw[bit / 8 + 1] : 0u);

      serial[i] = vouch_base32_digit (two >> (11 - bit % 8) & 31);
    }
  serial[VOUCH_TRACE_SERIAL_LENGTH] = '\0';
}

static gboolean
read_digits (const char *serial, guint8 raw[RAW_SIZE])
{
  memset (raw, 0, RAW_SIZE);
  for (guint i = 0; i < VOUCH_TRACE_SERIAL_LENGTH; i++)
    {
      int value = serial[i] != '\0' ? vouch_base32_value (serial[i]) : -1;
      guint bit = 5 * i;
      guint two;

      if (value < 0)
        return FALSE;
      two = (guint)value << (11 - bit % 8);
      raw[bit / 8] |= (guint8)(two >> 8);
      if (bit / 8 + 1 < RAW_SIZE)
        raw[bit / 8 + 1] |= (guint8)two;
    }
  return serial[VOUCH_TRACE_SERIAL_LENGTH] == '\0';
}

/**
 * vouch_trace_serial_open:
 * @key: a lot's key
 * @serial: a serial, normalised; anything else is refused
 * @unit: (out) (optional): its unit number
 *
 * Says that the serial was made with @key and for which unit; whether that unit was ever printed is for
 * vouch_control_record_find_unit() to say. A guess gets through with a probability of 2^-50.
 *
 * Returns: whether the serial is one of @key
 */
gboolean
vouch_trace_serial_open (const guint8 key[VOUCH_TRACE_KEY_SIZE], const char *serial, guint32 *unit)
{
  guint8 raw[RAW_SIZE], tag[TAG_SIZE], expected[TAG_SIZE];
  guint32 masked, found;

  g_return_val_if_fail (serial != NULL, FALSE);

  if (!read_digits (serial, raw))
    return FALSE;
  memcpy (tag, raw, TAG_SIZE);
  tag[TAG_SIZE - 1] &= 0xc0;
  masked = (guint32)(raw[6] & 0x3f) << 24 | (guint32)raw[7] << 16 | (guint32)raw[8] << 8 | raw[9];
  found = masked ^ derive_mask (key, tag);
  derive_tag (key, found, expected);
  if (!vouch_equal_in_constant_time (tag, expected, TAG_SIZE))
    return FALSE;
  if (unit != NULL)
    *unit = found;
  return TRUE;
}

/* What people and their keyboards put between groups: spaces, hyphens and dashes of any width. */
static gboolean
is_separator (gunichar c)
{
  return c == ' ' || c == '-' || c == 0xa0 || c == 0x3000 || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xff0d;
}

/**
 * vouch_trace_serial_normalise:
 * @text: (nullable): a serial as somebody typed it
 * @serial: (out caller-allocates): 16 characters and a NUL
 *
 * Takes small letters, O for 0, I and L for 1, and any hyphens and spaces.
 *
 * Returns: whether @text has the form of a serial
 */
gboolean
vouch_trace_serial_normalise (const char *text, char serial[VOUCH_TRACE_SERIAL_LENGTH + 1])
{
  guint n_digits = 0;

  serial[0] = '\0';
  if (text == NULL || strlen (text) > NORMALISE_MAX || !g_utf8_validate (text, -1, NULL))
    return FALSE;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      int value;

      if (is_separator (g_utf8_get_char (at)))
        continue;
      value = vouch_base32_value (*at);
      if (value < 0 || n_digits == VOUCH_TRACE_SERIAL_LENGTH)
        {
          serial[0] = '\0';
          return FALSE;
        }
      serial[n_digits++] = vouch_base32_digit ((guint)value);
    }
  serial[n_digits == VOUCH_TRACE_SERIAL_LENGTH ? n_digits : 0] = '\0';
  return n_digits == VOUCH_TRACE_SERIAL_LENGTH;
}

/**
 * vouch_trace_serial_group:
 * @serial: a normalised serial
 * @grouped: (out caller-allocates): "XXXX-XXXX-XXXX-XXXX" and a NUL, as it stands beside the symbol
 */
void
vouch_trace_serial_group (const char serial[VOUCH_TRACE_SERIAL_LENGTH + 1], char grouped[20])
{
  char *at = grouped;

  g_return_if_fail (strlen (serial) == VOUCH_TRACE_SERIAL_LENGTH);

  for (guint i = 0; i < VOUCH_TRACE_SERIAL_LENGTH; i++)
    {
      if (i > 0 && i % 4 == 0)
        *at++ = '-';
      *at++ = serial[i];
    }
  *at = '\0';
}

/**
 * vouch_trace_lot_number_is_valid:
 * @lot: (nullable): any text
 *
 * Returns: whether @lot is 1 to 20 of 0-9, A-Z and hyphen
 */
gboolean
vouch_trace_lot_number_is_valid (const char *lot)
{
  gsize length = lot != NULL ? strspn (lot, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-") : 0;

  return length >= 1 && length <= VOUCH_TRACE_LOT_MAX && lot[length] == '\0';
}

/**
 * vouch_trace_lot_number_normalise:
 * @text: (nullable): a lot number as somebody typed it
 * @lot: (out caller-allocates): at most 20 characters and a NUL
 *
 * Takes small letters and spaces before, between and after. O and 0 stay what they are: a lot number may have both.
 *
 * Returns: whether @text has the form of a lot number
 */
gboolean
vouch_trace_lot_number_normalise (const char *text, char lot[VOUCH_TRACE_LOT_MAX + 1])
{
  guint length = 0;

  for (const char *at = text; at != NULL && *at != '\0' && length <= VOUCH_TRACE_LOT_MAX; at++)
    {
      if (*at == ' ')
        continue;
      if (length == VOUCH_TRACE_LOT_MAX)
        {
          lot[0] = '\0';
          return FALSE;
        }
      lot[length++] = g_ascii_toupper (*at);
    }
  lot[length] = '\0';
  if (vouch_trace_lot_number_is_valid (lot))
    return TRUE;
  lot[0] = '\0';
  return FALSE;
}

/**
 * vouch_trace_gtin_is_valid:
 * @gtin: (nullable): any text
 *
 * Returns: whether @gtin is a GTIN in 14 digits with the right check digit
 */
gboolean
vouch_trace_gtin_is_valid (const char *gtin)
{
  return gtin != NULL && strlen (gtin) == 14 && strspn (gtin, "0123456789") == 14 &&
         vouch_gs1_check_digit_is_right (gtin);
}
