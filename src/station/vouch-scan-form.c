/* What can be told from a code alone, without asking the database. Pure, and fuzzed. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-gs1-check.h"
#include "vouch-scan-meaning.h"
#include "vouch-text.h"

#define DRUG_CODE_LENGTH 20
#define SSCC_ELEMENT_LENGTH 20

/* Figures and letters as wide as Chinese characters. */
static gboolean
is_full_width (gunichar c)
{
  return (c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A);
}

/**
 * vouch_scan_form_look_for_deceit:
 * @self: a meaning with the text of a scan
 *
 * Text that looks otherwise than it is is refused, whatever was asked for.
 */
void
vouch_scan_form_look_for_deceit (VouchScanMeaning *self)
{
  g_autofree char *shown = NULL;
  g_autofree char *message = NULL;

  for (const char *at = self->text; *at != '\0' && self->kind == VOUCH_SCAN_KIND_UNKNOWN; at = g_utf8_next_char (at))
    if (vouch_text_is_deceiving (g_utf8_get_char (at)))
      {
        shown = vouch_text_show (self->text, -1);
        message = g_strdup_printf (
            _ ("“%s” has characters that are not seen or turn others round, and was not used; type what is printed"),
            shown);
        vouch_scan_meaning_refuse (self, VOUCH_SCAN_KIND_REFUSED, message);
      }
    else if (is_full_width (g_utf8_get_char (at)))
      vouch_scan_meaning_refuse (self, VOUCH_SCAN_KIND_REFUSED,
                                 _ ("The code has full-width figures or letters and was not used; switch the input "
                                    "method off and scan again"));
}

/**
 * vouch_scan_form_is_link:
 * @text: a text
 *
 * Returns: whether it begins like a web address
 */
gboolean
vouch_scan_form_is_link (const char *text)
{
  return g_ascii_strncasecmp (text, "http://", 7) == 0 || g_ascii_strncasecmp (text, "https://", 8) == 0;
}

static gboolean
is_digits (const char *text)
{
  return *text != '\0' && strspn (text, "0123456789") == strlen (text);
}

static gboolean
begins_with_checked (const char *text, gsize length)
{
  char digits[19];

  if (strlen (text) < length)
    return FALSE;
  g_strlcpy (digits, text, length + 1);
  return is_digits (digits) && vouch_gs1_check_digit_is_right (digits);
}

/* A scanner without AIM identifiers sends element strings bare; one that begins with a right GTIN or SSCC is taken for
 * one, so that what is wrong behind it is said. Drug codes of twenty digits look like an SSCC: those are not. */
static gboolean
looks_like_elements (const char *text)
{
  if (g_str_has_prefix (text, "00"))
    return strlen (text) > SSCC_ELEMENT_LENGTH && begins_with_checked (text + 2, SSCC_ELEMENT_LENGTH - 2);
  return (g_str_has_prefix (text, "01") || g_str_has_prefix (text, "02")) && strlen (text) >= 16 &&
         begins_with_checked (text + 2, 14);
}

static gboolean
is_gs1_aim (const char *aim)
{
  static const char *const flags[] = { "]C1", "]e0", "]d2", "]Q3", "]J1", NULL };

  return g_strv_contains (flags, aim);
}

/* Elements that nobody knows are kept as they are, and those beside them are good all the same. */
static VouchGs1Reading *
leave_unknown_out (const VouchGs1Reading *reading, char **unknown)
{
  g_autoptr (GArray) known = g_array_new (FALSE, FALSE, sizeof (VouchGs1Pair));
  g_autoptr (GString) raw = g_string_new (NULL);

  for (guint i = 0; i < vouch_gs1_reading_get_n_errors (reading); i++)
    {
      const VouchGs1Problem *problem = vouch_gs1_reading_get_error (reading, i);

      if (problem->rule != VOUCH_GS1_RULE_UNKNOWN_AI || *problem->ai == '\0')
        return NULL;
    }
  for (guint i = 0; i < vouch_gs1_reading_get_n_elements (reading); i++)
    {
      const VouchGs1Element *element = vouch_gs1_reading_get_element (reading, i);
      VouchGs1Pair pair = { element->ai, element->value };

      if (element->row != NULL)
        g_array_append_val (known, pair);
      else
        g_string_append_printf (raw, "(%s)%s", element->ai, element->value);
    }
  if (known->len == 0)
    return NULL;
  *unknown = vouch_text_show (raw->str, (gssize)raw->len);
  return vouch_gs1_reading_new_from_pairs ((const VouchGs1Pair *)(gpointer)known->data, known->len);
}

static void
take_reading (VouchScanMeaning *self, VouchGs1Reading *reading)
{
  g_autoptr (VouchGs1Reading) taken = reading;
  g_autoptr (GError) error = NULL;

  if (!vouch_gs1_reading_check (taken, &error))
    {
      self->reading = leave_unknown_out (taken, &self->unknown);
      if (self->reading == NULL || !vouch_gs1_reading_is_valid (self->reading))
        {
          vouch_scan_meaning_refuse (self, VOUCH_SCAN_KIND_BROKEN, error->message);
          return;
        }
    }
  else
    self->reading = g_steal_pointer (&taken);
  self->kind = VOUCH_SCAN_KIND_ELEMENTS;
}

static VouchGs1Reading *
parse_flagged (const VouchScan *scan)
{
  g_autofree char *flagged = g_strconcat (scan->aim, scan->text, NULL);

  return vouch_gs1_reading_parse_scan (flagged, strlen (flagged));
}

static void
read_unflagged (VouchScanMeaning *self, const VouchScan *scan)
{
  g_autoptr (VouchGs1Reading) reading = vouch_gs1_reading_parse_scan (scan->text, scan->length);

  if (vouch_gs1_reading_is_certain (reading) || looks_like_elements (scan->text))
    take_reading (self, g_steal_pointer (&reading));
}

/**
 * vouch_scan_form_read:
 * @self: a meaning with the text of @scan
 * @scan: what was scanned
 *
 * GS1 element strings, Digital Links of GS1 and GTINs; a bar code whose symbology says that it is one of these, and
 * that breaks their rules, is broken. What is none of these stays unknown.
 */
void
vouch_scan_form_read (VouchScanMeaning *self, const VouchScan *scan)
{
  if (is_gs1_aim (scan->aim))
    take_reading (self, parse_flagged (scan));
  else if (scan->text[0] == '(')
    {
      g_autoptr (VouchGs1Reading) reading = vouch_gs1_reading_parse_bracketed (scan->text);

      if (g_ascii_isdigit (scan->text[1]) && g_ascii_isdigit (scan->text[2]))
        take_reading (self, g_steal_pointer (&reading));
    }
  else if (is_digits (scan->text) && vouch_gs1_gtin_normalise (scan->text, self->gtin))
    self->kind = VOUCH_SCAN_KIND_GTIN;
  else if (scan->aim[0] == ']' && scan->aim[1] == 'E')
    vouch_scan_meaning_refuse (self, VOUCH_SCAN_KIND_BROKEN, _ ("The check digit is wrong; scan again"));
  else if (!vouch_scan_form_is_link (scan->text))
    read_unflagged (self, scan);
}

/**
 * vouch_scan_form_read_rest:
 * @self: a meaning that is not known yet
 *
 * Drug codes and health industry bar codes, which anything in the database is more certain than.
 */
void
vouch_scan_form_read_rest (VouchScanMeaning *self)
{
  VouchHibcVerdict verdict;

  if (strlen (self->text) == DRUG_CODE_LENGTH && is_digits (self->text))
    {
      self->kind = VOUCH_SCAN_KIND_DRUG_CODE;
      return;
    }
  verdict = vouch_hibc_read (self->text, &self->hibc);
  if (verdict == VOUCH_HIBC_VALID)
    self->kind = VOUCH_SCAN_KIND_HIBC;
  else if (verdict == VOUCH_HIBC_BROKEN)
    vouch_scan_meaning_refuse (self, VOUCH_SCAN_KIND_BROKEN,
                               _ ("This health industry bar code was read wrongly, or is wrong; scan again"));
}
