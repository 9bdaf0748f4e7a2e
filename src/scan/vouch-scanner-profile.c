#include "vouch-scanner-profile.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"

#define DEVICE_MAX 200
#define SEPARATOR_TEXT_MAX 8
/* Pairs enough for every character that a keyboard types with one key, shifted or not. */
#define MAP_CHARACTERS_MAX 256

const VouchEnum vouch_scanner_suffix_values = { (const char *const[]){ "any", "enter", "tab", "none", "etx", NULL } };
const VouchEnum vouch_scanner_separator_values = { (const char *const[]){ "unknown", "none", "control", "alt", "key",
                                                                          "text", "byte", NULL } };
const VouchEnum vouch_scanner_case_values = { (const char *const[]){ "lock", "kept", "swapped", NULL } };

static const VouchField fields[] = {
  VOUCH_FIELD (VouchScannerProfile, device, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD_OF_ENUM (VouchScannerProfile, suffix, vouch_scanner_suffix_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScannerProfile, before, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScannerProfile, after, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScannerProfile, sends_aim, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchScannerProfile, separator, vouch_scanner_separator_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScannerProfile, separator_text, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchScannerProfile, letter_case, vouch_scanner_case_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScannerProfile, character_map, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScannerProfile, key_map, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScannerProfile, gap_ms, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScannerProfile, speed, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScannerProfile, checked_at, TIME, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchScannerProfile, vouch_scanner_profile, "scanner_profile", fields)

/* Whatever is around a code is printable; what is not goes through the map of keys or the line's framing. */
static gboolean
check_affix (const char *text, const char *field, gsize max, GError **error)
{
  const char *at = text != NULL ? text : "";

  if (strlen (at) <= max && g_utf8_validate (at, -1, NULL))
    {
      while (*at != '\0' && g_unichar_isprint (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
      if (*at == '\0')
        return TRUE;
    }
  vouch_set_field_error (error, field, VOUCH_ERROR_INVALID,
                         _ ("What a scanner adds to a code is at most %d bytes of printable characters"), (int)max);
  return FALSE;
}

static gboolean
refuse_map (GError **error)
{
  vouch_set_field_error (error, "character_map", VOUCH_ERROR_INVALID,
                         _ ("A character map is pairs of characters: one that arrives, each only once, and the ASCII "
                            "character that is meant"));
  return FALSE;
}

static gboolean
check_map (const char *map, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  if (map == NULL)
    return TRUE;
  if (!g_utf8_validate (map, -1, NULL) || g_utf8_strlen (map, -1) > MAP_CHARACTERS_MAX)
    return refuse_map (error);
  while (*map != '\0')
    {
      gunichar typed = g_utf8_get_char (map);
      const char *meant = g_utf8_next_char (map);

      if (!g_unichar_isprint (typed) || !g_ascii_isprint (*meant) || !g_hash_table_add (seen, GUINT_TO_POINTER (typed)))
        return refuse_map (error);
      map = meant + 1;
    }
  return TRUE;
}

static gboolean
check_separator (const VouchScannerProfile *self, GError **error)
{
  gboolean has_text = self->separator_text != NULL && *self->separator_text != '\0';

  if (!check_affix (self->separator_text, "separator_text", SEPARATOR_TEXT_MAX, error))
    return FALSE;
  if (has_text == (self->separator == VOUCH_SCANNER_SEPARATOR_TEXT))
    return TRUE;
  vouch_set_field_error (error, "separator_text", VOUCH_ERROR_INVALID,
                         _ ("A text for the separator belongs to the separator “text”, and to no other"));
  return FALSE;
}

static gboolean
check_figures (const VouchScannerProfile *self, GError **error)
{
  if (self->gap_ms != 0 && (self->gap_ms < VOUCH_SCANNER_GAP_MIN_MS || self->gap_ms > VOUCH_SCANNER_GAP_MAX_MS))
    {
      vouch_set_field_error (error, "gap_ms", VOUCH_ERROR_INVALID,
                             _ ("The pause between keys is %d to %d milliseconds"), VOUCH_SCANNER_GAP_MIN_MS,
                             VOUCH_SCANNER_GAP_MAX_MS);
      return FALSE;
    }
  if (self->speed >= 0 && self->checked_at >= 0)
    return TRUE;
  vouch_set_field_error (error, "speed", VOUCH_ERROR_INVALID, _ ("Speed and time are not negative"));
  return FALSE;
}

/**
 * vouch_scanner_profile_check:
 * @self: a profile
 * @error: INVALID, with the field that is wrong
 *
 * Returns: whether the profile can be one that a check of a scanner has made
 */
gboolean
vouch_scanner_profile_check (const VouchScannerProfile *self, GError **error)
{
  g_autoptr (GArray) keys = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!vouch_record_check (&vouch_scanner_profile_type, self, error))
    return FALSE;
  if (strlen (self->device) > DEVICE_MAX)
    {
      vouch_set_field_error (error, "device", VOUCH_ERROR_INVALID, _ ("A device's name has at most %d bytes"),
                             DEVICE_MAX);
      return FALSE;
    }
  if (!check_affix (self->before, "before", VOUCH_SCANNER_AFFIX_MAX, error) ||
      !check_affix (self->after, "after", VOUCH_SCANNER_AFFIX_MAX, error) || !check_separator (self, error) ||
      !check_map (self->character_map, error) || !check_figures (self, error))
    return FALSE;
  keys = vouch_wedge_keys_parse (self->key_map, error);
  return keys != NULL;
}

/**
 * vouch_scanner_profile_sends_separators:
 * @self: (nullable): a profile; %NULL for a scanner that nobody has checked
 *
 * Returns: whether the group separators of a code arrive; %TRUE where it is not known
 */
gboolean
vouch_scanner_profile_sends_separators (const VouchScannerProfile *self)
{
  return self == NULL || self->separator != VOUCH_SCANNER_SEPARATOR_NONE;
}

/**
 * vouch_scanner_profile_set_up_wedge:
 * @self: (nullable): a profile
 * @settings: (inout): the station's settings, into which goes what is known of this scanner
 */
void
vouch_scanner_profile_set_up_wedge (const VouchScannerProfile *self, VouchWedgeSettings *settings)
{
  g_autoptr (GArray) keys = NULL;

  g_return_if_fail (settings != NULL);

  if (self == NULL)
    return;
  if (self->suffix == VOUCH_SCANNER_SUFFIX_ENTER)
    settings->suffix = VOUCH_WEDGE_END_ENTER;
  if (self->suffix == VOUCH_SCANNER_SUFFIX_TAB)
    settings->suffix = VOUCH_WEDGE_END_TAB;
  settings->needs_suffix = settings->suffix != VOUCH_WEDGE_END_GAP;
  if (self->gap_ms > 0)
    settings->gap_ms = (guint)self->gap_ms;
  keys = vouch_wedge_keys_parse (self->key_map, NULL);
  settings->n_keys = keys != NULL ? keys->len : 0;
  for (guint i = 0; i < settings->n_keys; i++)
    settings->keys[i] = g_array_index (keys, VouchWedgeKey, i);
}
