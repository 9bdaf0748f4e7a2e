#include "vouch-scanner-profile.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-scanned-text.h"

#define GROUP_SEPARATOR '\x1d'
#define AIM_LENGTH 3
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

/**
 * vouch_scanner_exchange_case:
 * @c: a character
 *
 * Returns: the same letter in the other case; anything that would not come back is left as it is, as keyboards do
 */
gunichar
vouch_scanner_exchange_case (gunichar c)
{
  gunichar other = g_unichar_isupper (c) ? g_unichar_tolower (c) : g_unichar_toupper (c);
  gunichar back = g_unichar_isupper (other) ? g_unichar_tolower (other) : g_unichar_toupper (other);

  return back == c ? other : c;
}

/* One that the map does not know arrives as it is meant. */
static gunichar
look_up (const char *map, gunichar typed)
{
  for (; map != NULL && *map != '\0'; map = g_utf8_next_char (map) + 1)
    if (g_utf8_get_char (map) == typed)
      return (gunichar)*g_utf8_next_char (map);
  return typed;
}

/* Bytes that are no text stay as they are; whoever makes a scan of them refuses it. */
static GString *
translate (const VouchScannerProfile *self, const char *text, gsize length, gboolean exchanges_case)
{
  GString *meant = g_string_sized_new (length + 1);
  const char *end = text + length;

  for (const char *at = text; at < end;)
    {
      gunichar c = g_utf8_get_char_validated (at, end - at);

      if (c == (gunichar)-1 || c == (gunichar)-2)
        {
          g_string_append_c (meant, *at++);
          continue;
        }
      at = *at == '\0' ? at + 1 : g_utf8_next_char (at);
      if (exchanges_case)
        c = vouch_scanner_exchange_case (c);
      g_string_append_unichar (meant, look_up (self != NULL ? self->character_map : NULL, c));
    }
  return meant;
}

static gboolean
exchanges_case (const VouchScannerProfile *self, gboolean caps_lock)
{
  switch (self != NULL ? self->letter_case : VOUCH_SCANNER_CASE_LOCK)
    {
    case VOUCH_SCANNER_CASE_KEPT:
      return FALSE;
    case VOUCH_SCANNER_CASE_SWAPPED:
      return !caps_lock;
    case VOUCH_SCANNER_CASE_LOCK:
    default:
      return caps_lock;
    }
}

/* A code that is nothing but what the scanner adds keeps it: something has arrived, and is to be shown. */
static void
strip (const VouchScannerProfile *self, GString *text)
{
  gsize n_before = self->before != NULL ? strlen (self->before) : 0;
  gsize n_after = self->after != NULL ? strlen (self->after) : 0;

  if (n_before > 0 && text->len > n_before && memcmp (text->str, self->before, n_before) == 0)
    g_string_erase (text, 0, (gssize)n_before);
  if (n_after > 0 && text->len > n_after && memcmp (text->str + text->len - n_after, self->after, n_after) == 0)
    g_string_truncate (text, text->len - n_after);
}

/* The substitute may be a character of other codes, such as the tilde of a web address. */
static gboolean
may_have_separators (const char *text)
{
  static const char *const gs1[] = { "]C1", "]e0", "]d2", "]Q3", "]J1" };

  if (text[0] != ']')
    return !g_str_has_prefix (text, "http");
  for (gsize i = 0; i < G_N_ELEMENTS (gs1); i++)
    if (strncmp (text, gs1[i], AIM_LENGTH) == 0)
      return TRUE;
  return FALSE;
}

static void
put_separators (GString *text, const char *substitute)
{
  gsize length = strlen (substitute);

  for (gsize at = 0; at + length <= text->len; at++)
    if (memcmp (text->str + at, substitute, length) == 0)
      {
        text->str[at] = GROUP_SEPARATOR;
        g_string_erase (text, (gssize)at + 1, (gssize)length - 1);
      }
}

/**
 * vouch_scanner_profile_apply:
 * @self: (nullable): a profile that vouch_scanner_profile_check() accepts; %NULL for a scanner that nobody has checked
 * @text: what arrived, without the suffix that ends a code
 * @length: of @text in bytes
 * @caps_lock: whether Caps Lock was on
 * @n_meant: (out): bytes of what is returned, at most as many as an exchange of case makes of @length
 *
 * Turns what arrived into what was meant: case, keyboard layout, what the scanner adds, the substitute for the group
 * separator. An AIM identifier stays in front.
 *
 * Returns: (transfer full): what was meant, ending with NUL beyond @n_meant
 */
char *
vouch_scanner_profile_apply (const VouchScannerProfile *self, const char *text, gsize length, gboolean caps_lock,
                             gsize *n_meant)
{
  GString *meant;

  g_return_val_if_fail (text != NULL && n_meant != NULL, NULL);

  meant = translate (self, text, length, exchanges_case (self, caps_lock));
  if (self != NULL)
    strip (self, meant);
  if (self != NULL && self->separator == VOUCH_SCANNER_SEPARATOR_TEXT && self->separator_text != NULL &&
      *self->separator_text != '\0' && may_have_separators (meant->str))
    put_separators (meant, self->separator_text);
  *n_meant = meant->len;
  return g_string_free (meant, FALSE);
}

static VouchScan *
sign_with (const VouchScannerProfile *self, const char *device, VouchScan *scan)
{
  if (scan == NULL)
    return NULL;
  scan->device = g_strdup (self != NULL ? self->device : device);
  scan->sends_separators = vouch_scanner_profile_sends_separators (self);
  return scan;
}

/**
 * vouch_scanner_profile_read:
 * @self: (nullable): the profile of the device that sent the text
 * @text: what arrived, without the suffix that ends a code
 * @length: of @text in bytes
 * @origin: where it came from
 * @at_us: when it was read
 * @error: INVALID like vouch_scan_new()
 *
 * For scanners on a line, which know no Caps Lock.
 *
 * Returns: (transfer full) (nullable): the scan that was meant
 */
VouchScan *
vouch_scanner_profile_read (const VouchScannerProfile *self, const char *text, gsize length, VouchScanOrigin origin,
                            gint64 at_us, GError **error)
{
  gsize n_meant;
  g_autofree char *meant = vouch_scanner_profile_apply (self, text, length, FALSE, &n_meant);

  return sign_with (self, NULL, vouch_scan_new (meant, (gssize)n_meant, origin, at_us, error));
}

/**
 * vouch_scanner_profile_read_message:
 * @self: (nullable): the profile of the scanner
 * @message: what it sent on its line
 * @device: its id
 * @at_us: when it was read
 * @error: INVALID like vouch_scan_new(), and if the message is not one whole code
 *
 * Bytes that are not UTF-8 are guessed at, and such a scan is not sure.
 *
 * Returns: (transfer full) (nullable): the scan that was meant
 */
VouchScan *
vouch_scanner_profile_read_message (const VouchScannerProfile *self, const VouchSerialMessage *message,
                                    const char *device, gint64 at_us, GError **error)
{
  g_autofree char *text = NULL;
  gboolean is_certain;
  gsize length;
  VouchScan *scan;

  g_return_val_if_fail (message != NULL && device != NULL, NULL);

  if (!vouch_scan_check_message (message, error))
    return NULL;
  text = vouch_scanned_text_read (message->bytes, message->length, &length, &is_certain);
  scan = vouch_scanner_profile_read (self, text, length, VOUCH_SCAN_SERIAL, at_us, error);
  if (scan == NULL)
    return NULL;
  scan->sure = is_certain;
  scan->is_bare = message->is_bare;
  g_free (scan->device);
  scan->device = g_strdup (device);
  return scan;
}

/**
 * vouch_scanner_profile_read_burst:
 * @self: (nullable): the profile of the scanner that types
 * @burst: what it typed
 * @at_us: when it was read
 * @error: INVALID like vouch_scan_new_from_burst()
 *
 * Returns: (transfer full) (nullable): the scan that was meant
 */
VouchScan *
vouch_scanner_profile_read_burst (const VouchScannerProfile *self, const VouchWedgeBurst *burst, gint64 at_us,
                                  GError **error)
{
  VouchWedgeBurst meant;
  g_autofree char *text = NULL;

  g_return_val_if_fail (burst != NULL, NULL);

  meant = *burst;
  text = vouch_scanner_profile_apply (self, burst->text, burst->length, burst->caps_lock, &meant.length);
  meant.text = text;
  return sign_with (self, VOUCH_SCANNER_KEYBOARD, vouch_scan_new_from_burst (&meant, at_us, error));
}
