/* Reading what a scanner sends: an optional symbology identifier, then elements with separators. */
#include <string.h>

#include "vouch-gs1-reading-private.h"

#define AIM_LENGTH 3

typedef enum
{
  CARRIER_NONE, /* the scanner sent no symbology identifier */
  CARRIER_GS1,
  CARRIER_LINK, /* plain text, which may be a Digital Link */
  CARRIER_EAN_13,
  CARRIER_EAN_8,
  CARRIER_OTHER,
} Carrier;

static const struct
{
  char aim[AIM_LENGTH + 1];
  Carrier carrier;
} carriers[] = {
  { "]C1", CARRIER_GS1 },    { "]e0", CARRIER_GS1 },   { "]d2", CARRIER_GS1 },  { "]Q3", CARRIER_GS1 },
  { "]J1", CARRIER_GS1 },    { "]Q1", CARRIER_LINK },  { "]d1", CARRIER_LINK }, { "]J0", CARRIER_LINK },
  { "]E0", CARRIER_EAN_13 }, { "]E4", CARRIER_EAN_8 },
};

static Carrier
find_carrier (const char *text, gsize length)
{
  /* A symbology identifier is ], a letter and a character; no element string begins with ]. */
  if (length < AIM_LENGTH || text[0] != ']' || !g_ascii_isalpha (text[1]) || !g_ascii_isalnum (text[2]))
    return CARRIER_NONE;
  for (gsize i = 0; i < G_N_ELEMENTS (carriers); i++)
    if (memcmp (text, carriers[i].aim, AIM_LENGTH) == 0)
      return carriers[i].carrier;
  return CARRIER_OTHER;
}

static gboolean
looks_like_link (const char *text, gsize length)
{
  static const char *const schemes[] = { "https://", "http://", "HTTPS://", "HTTP://" };

  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (length >= strlen (schemes[i]) && memcmp (text, schemes[i], strlen (schemes[i])) == 0)
      return TRUE;
  return FALSE;
}

/* Where the value that begins at @start ends: fixed lengths need no separator, all others do. */
static gsize
find_value_end (const char *text, gsize length, gsize start, const VouchGs1Ai *row)
{
  const char *separator = memchr (text + start, VOUCH_GS1_SEPARATOR, length - start);
  gsize end = separator != NULL ? (gsize)(separator - text) : length;

  if (row != NULL && !row->needs_separator)
    end = MIN (end, start + vouch_gs1_ai_get_max (row));
  return end;
}

/* What begins with no identifier that we know is kept raw up to the next separator; returns where it ends. */
static gsize
read_unknown (VouchGs1Reading *reading, const char *text, gsize length, gsize at)
{
  gsize end = find_value_end (text, length, at, NULL);
  gsize ai_length = vouch_gs1_ai_guess_length (text + at, end - at), n_digits = 0;

  while (n_digits < ai_length && g_ascii_isdigit (text[at + n_digits]))
    n_digits++;
  if (n_digits == ai_length)
    vouch_gs1_reading_add (reading, text + at, ai_length, text + at + ai_length, end - at - ai_length, at,
                           at + ai_length);
  else
    vouch_gs1_reading_add_error (reading, VOUCH_GS1_RULE_UNKNOWN_AI, "", 0, text + at, end - at, at);
  return end;
}

/* Adds the element at @at, which is not a separator; returns where the next one begins. */
static gsize
read_element (VouchGs1Reading *reading, const char *text, gsize length, gsize at)
{
  gsize ai_length = 0, end;
  const VouchGs1Ai *row = vouch_gs1_ai_find_prefix (text + at, length - at, &ai_length);

  if (row == NULL)
    end = read_unknown (reading, text, length, at);
  else
    {
      end = find_value_end (text, length, at + ai_length, row);
      vouch_gs1_reading_add (reading, text + at, ai_length, text + at + ai_length, end - at - ai_length, at,
                             at + ai_length);
    }

  /* One separator is tolerated after a fixed length and at the end. */
  return end < length && text[end] == VOUCH_GS1_SEPARATOR ? end + 1 : end;
}

static VouchGs1Reading *
read_elements (const char *text, gsize length, gsize start)
{
  VouchGs1Reading *reading = vouch_gs1_reading_new (VOUCH_GS1_FORM_ELEMENTS, length);

  reading->flagged = start > 0;
  if (start == length)
    vouch_gs1_reading_add_error (reading, VOUCH_GS1_RULE_EMPTY, "", 0, text, length, start);
  for (gsize at = start; at < length;)
    {
      if (text[at] != VOUCH_GS1_SEPARATOR)
        {
          at = read_element (reading, text, length, at);
          continue;
        }
      vouch_gs1_reading_add_error (reading, VOUCH_GS1_RULE_SEPARATOR, "", 0, text + at, 1, at);
      at++;
    }
  return vouch_gs1_reading_finish (reading);
}

static VouchGs1Reading *
read_ean (const char *text, gsize length, gsize n_digits)
{
  VouchGs1Reading *reading = vouch_gs1_reading_new (VOUCH_GS1_FORM_EAN, length);
  gsize left = length - AIM_LENGTH;
  const char *digits = text + AIM_LENGTH;

  if (left != n_digits)
    vouch_gs1_reading_add_error (reading, VOUCH_GS1_RULE_EAN_LENGTH, "", 0, digits, left, AIM_LENGTH);
  else if (!vouch_gs1_check_digit_matches (digits, left))
    vouch_gs1_reading_add_error (reading, VOUCH_GS1_RULE_CHECK_DIGIT, "", 0, digits, left, length - 1);
  else
    {
      memset (reading->gtin, '0', VOUCH_GS1_GTIN_SIZE - 1);
      memcpy (reading->gtin + VOUCH_GS1_GTIN_SIZE - 1 - left, digits, left);
    }
  return vouch_gs1_reading_finish (reading);
}

static VouchGs1Reading *
read_link (const char *text, gsize length, gsize start)
{
  g_autofree char *uri = g_strndup (text + start, length - start);
  VouchGs1Reading *reading;

  /* Text with a zero byte in it would be read in part only. */
  if (strlen (uri) == length - start)
    return vouch_gs1_reading_parse_digital_link (uri);
  reading = vouch_gs1_reading_new (VOUCH_GS1_FORM_DIGITAL_LINK, length);
  vouch_gs1_reading_add_error (reading, VOUCH_GS1_RULE_URI_CHARACTER, "", 0, text, length, start + strlen (uri));
  return vouch_gs1_reading_finish (reading);
}

static VouchGs1Reading *
read_plain (gsize length)
{
  return vouch_gs1_reading_finish (vouch_gs1_reading_new (VOUCH_GS1_FORM_PLAIN, length));
}

/**
 * vouch_gs1_reading_parse_scan:
 * @text: (array length=length): what a scanner sent, without its suffix
 * @length: its length, bytes
 *
 * Reads an element string with GS (0x1d) for FNC1, after an optional symbology identifier. The identifier decides what
 * is read: `]C1` `]e0` `]d2` `]Q3` `]J1` are element strings, `]Q1` `]d1` `]J0` are Digital Links if they begin like
 * one, `]E0` and `]E4` are EAN, and anything else is plain text. Without an identifier, text that begins like a web
 * address is a Digital Link and all other text is read as an element string: whether it was meant as one is for
 * vouch_gs1_reading_is_certain() to say.
 *
 * Returns: (transfer full): the reading, never %NULL
 */
VouchGs1Reading *
vouch_gs1_reading_parse_scan (const char *text, gsize length)
{
  Carrier carrier = find_carrier (text, length);
  gsize start = carrier == CARRIER_NONE ? 0 : AIM_LENGTH;

  if (length > VOUCH_GS1_INPUT_MAX)
    {
      VouchGs1Reading *reading = vouch_gs1_reading_new (VOUCH_GS1_FORM_ELEMENTS, 0);

      vouch_gs1_reading_add_error (reading, VOUCH_GS1_RULE_SIZE, "", 0, text, length, VOUCH_GS1_INPUT_MAX);
      return vouch_gs1_reading_finish (reading);
    }
  switch (carrier)
    {
    case CARRIER_EAN_13:
      return read_ean (text, length, 13);
    case CARRIER_EAN_8:
      return read_ean (text, length, 8);
    case CARRIER_OTHER:
      return read_plain (length);
    case CARRIER_LINK:
    case CARRIER_NONE:
      if (looks_like_link (text + start, length - start))
        return read_link (text, length, start);
      return carrier == CARRIER_LINK ? read_plain (length) : read_elements (text, length, start);
    case CARRIER_GS1:
    default:
      return read_elements (text, length, start);
    }
}
