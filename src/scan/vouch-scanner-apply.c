/* What arrived and a profile in, what was meant out. */
#include <string.h>

#include "vouch-scanned-text.h"
#include "vouch-scanner-profile.h"

#define GROUP_SEPARATOR '\x1d'
#define AIM_LENGTH 3

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
