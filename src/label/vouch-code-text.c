#include "vouch-code-text-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-code.h"
#include "vouch-error.h"
#include "vouch-gs1-check.h"
#include "vouch-gs1-write.h"
#include "vouch-text.h"

static gboolean
check_ean_13 (const char *text, GError **error)
{
  if (strlen (text) != 13 || strspn (text, "0123456789") != 13)
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("“%s” is not an EAN-13: give all thirteen digits"),
                   text);
      return FALSE;
    }
  if (!vouch_gs1_check_digit_is_right (text))
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("The check digit of “%s” is wrong: compare the digits"),
                   text);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_printable (const char *text, GError **error)
{
  for (const char *at = text; *at != '\0'; at++)
    {
      if (!g_ascii_isprint (*at))
        {
          g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                       _ ("“%s” cannot be a Code 128: use letters, digits and signs of ASCII only"), text);
          return FALSE;
        }
    }
  return TRUE;
}

/* The lot numbers of some suppliers are Chinese; GS1 has no such characters in any element that labels carry. */
static gboolean
refuse_foreign (const VouchGs1Reading *elements, const char *text, GError **error)
{
  for (guint i = 0; i < vouch_gs1_reading_get_n_elements (elements); i++)
    {
      const VouchGs1Element *element = vouch_gs1_reading_get_element (elements, i);
      g_autofree char *value = g_strndup (element->value, element->length);

      if (g_str_is_ascii (value))
        continue;
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                   _ ("(%s) %s: a GS1 code takes half-width letters, digits and signs only. Print our own lot number "
                      "in its place, or leave this out of the code and keep it as text"),
                   element->ai, value);
      return FALSE;
    }
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
               _ ("“%s” cannot be a GS1 code: use half-width letters, digits and signs only"), text);
  return FALSE;
}

static gboolean
prepare_gs1 (const char *text, char **input, char **reading, GError **error)
{
  g_autoptr (VouchGs1Reading) elements = vouch_gs1_reading_parse_bracketed (text);

  if (!g_str_is_ascii (text))
    return refuse_foreign (elements, text, error);
  if (!vouch_gs1_reading_check (elements, error))
    return FALSE;
  if (vouch_gs1_reading_get_n_elements (elements) == 0)
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                   _ ("“%s” has no GS1 elements: write them like (01)06901234567892(10)L1"), text);
      return FALSE;
    }
  *input = vouch_gs1_reading_to_string (elements, VOUCH_GS1_SYNTAX_SQUARE);
  *reading = vouch_gs1_reading_to_string (elements, VOUCH_GS1_SYNTAX_SCAN);
  return TRUE;
}

/*
 * vouch_code_text_prepare:
 * @symbology: what will be encoded
 * @text: the text as given
 * @input: (out): the text as zint wants it
 * @reading: (out): the text as a reader sends it
 * @error: INVALID if the text is not right for the symbology
 *
 * Judges a text before zint sees it: zint encodes wrong GS1 data with a mere warning.
 */
gboolean
vouch_code_text_prepare (VouchSymbology symbology, const char *text, char **input, char **reading, GError **error)
{
  if (*text == '\0')
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("There is nothing to encode as %s: give a text"),
                   vouch_symbology_get_title (symbology));
      return FALSE;
    }
  if (!vouch_text_check_line (text, NULL, VOUCH_CODE_TEXT_MAX, error))
    return FALSE;
  if (vouch_symbology_is_gs1 (symbology))
    return prepare_gs1 (text, input, reading, error);
  if (symbology == VOUCH_SYMBOLOGY_EAN_13 && !check_ean_13 (text, error))
    return FALSE;
  if (symbology == VOUCH_SYMBOLOGY_CODE_128 && !check_printable (text, error))
    return FALSE;
  *input = g_strdup (text);
  *reading = g_strdup (text);
  return TRUE;
}
