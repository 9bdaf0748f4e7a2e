#include "vouch-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-text.h"

#define GROUP_SEPARATOR 0x1d
/* An AIM identifier is this long, and no content that a scanner sends begins like one. */
#define AIM_LENGTH 3

/* C0 and C1 controls and DEL, but not the group separator, which stands for FNC1. */
static gboolean
is_forbidden (gunichar c)
{
  return g_unichar_iscntrl (c) && c != GROUP_SEPARATOR;
}

static gboolean
refuse_controls (const char *text, gsize length, GError **error)
{
  g_autofree char *shown = vouch_text_show (text, (gssize)length);

  g_set_error (
      error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
      _ ("The code “%s” contains control characters and was not used; scan the label again or type its number"), shown);
  return FALSE;
}

static gboolean
check_text (const char *text, gsize length, GError **error)
{
  if (length > VOUCH_SCAN_MAX_LENGTH)
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                   _ ("The code is longer than %d characters and was not used; scan the label again"),
                   VOUCH_SCAN_MAX_LENGTH);
      return FALSE;
    }
  if (length == 0)
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("The code is empty; scan the label again"));
      return FALSE;
    }
  if (memchr (text, '\0', length) != NULL)
    return refuse_controls (text, length, error);
  if (!g_utf8_validate (text, (gssize)length, NULL))
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                           _ ("The code is not text and was not used; scan the label again or type its number"));
      return FALSE;
    }
  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    if (is_forbidden (g_utf8_get_char (at)))
      return refuse_controls (text, length, error);
  return TRUE;
}

static gboolean
begins_with_aim (const char *text, gsize length)
{
  return length > AIM_LENGTH && text[0] == ']' && g_ascii_isalpha (text[1]) && g_ascii_isalnum (text[2]);
}

/**
 * vouch_scan_new:
 * @text: what the source sent, perhaps with an AIM identifier in front
 * @length: of @text, -1 if it ends with NUL
 * @origin: where it came from
 * @at_us: when it was read
 * @error: return location
 *
 * Takes the AIM identifier off the text. Fails with %VOUCH_ERROR_INVALID if the text is empty, too long, not UTF-8, or
 * has control characters other than the group separator: then nothing of it is used.
 *
 * Returns: (transfer full) (nullable): the scan, sure
 */
VouchScan *
vouch_scan_new (const char *text, gssize length, VouchScanOrigin origin, gint64 at_us, GError **error)
{
  gsize n, skip;
  VouchScan *self;

  g_return_val_if_fail (text != NULL, NULL);

  n = length < 0 ? strlen (text) : (gsize)length;
  if (!check_text (text, n, error))
    return NULL;
  skip = begins_with_aim (text, n) ? AIM_LENGTH : 0;
  self = g_new0 (VouchScan, 1);
  memcpy (self->aim, text, skip);
  self->text = g_strndup (text + skip, n - skip);
  self->length = n - skip;
  self->origin = origin;
  self->at_us = at_us;
  self->sure = TRUE;
  self->sends_separators = TRUE;
  return self;
}

/**
 * vouch_scan_new_from_symbol:
 * @symbol: a symbol that the decoder found
 * @origin: where the picture came from
 * @at_us: when it was read
 * @error: return location
 *
 * Fails like vouch_scan_new() and vouch_symbol_check(). The content is taken as it is, even if it begins like an AIM
 * identifier.
 *
 * Returns: (transfer full) (nullable): the scan, as sure as the symbol
 */
VouchScan *
vouch_scan_new_from_symbol (const VouchSymbol *symbol, VouchScanOrigin origin, gint64 at_us, GError **error)
{
  VouchScan *self;

  g_return_val_if_fail (symbol != NULL, NULL);

  if (!vouch_symbol_check (symbol, error) || !check_text (symbol->text, symbol->length, error))
    return NULL;
  self = g_new0 (VouchScan, 1);
  g_strlcpy (self->aim, symbol->aim, sizeof self->aim);
  self->text = g_strndup (symbol->text, symbol->length);
  self->length = symbol->length;
  self->origin = origin;
  self->at_us = at_us;
  self->sure = symbol->sure;
  self->sends_separators = TRUE;
  return self;
}

static void
refuse_flood (GError **error)
{
  g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                       _ ("The scanner sent far too much and nothing of it was used; scan one label at a time"));
}

static void
refuse_torso (GError **error)
{
  g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                       _ ("The scan broke off and was not used; check the scanner's cable and scan again"));
}

/**
 * vouch_scan_new_from_burst:
 * @burst: what a scanner typed
 * @at_us: when it was read
 * @error: return location
 *
 * Fails with %VOUCH_ERROR_INVALID like vouch_scan_new(), and if the burst is not one whole, clean code.
 *
 * Returns: (transfer full) (nullable): the scan
 */
VouchScan *
vouch_scan_new_from_burst (const VouchWedgeBurst *burst, gint64 at_us, GError **error)
{
  VouchScan *self;

  g_return_val_if_fail (burst != NULL, NULL);

  switch (burst->fault)
    {
    case VOUCH_WEDGE_CLEAN:
      self = vouch_scan_new (burst->text, (gssize)burst->length, VOUCH_SCAN_WEDGE, at_us, error);
      if (self != NULL)
        self->is_bare = burst->end == VOUCH_WEDGE_END_GAP;
      return self;
    case VOUCH_WEDGE_TOO_LONG:
      refuse_flood (error);
      return NULL;
    case VOUCH_WEDGE_CONTROLS:
      refuse_controls (burst->text, burst->length, error);
      return NULL;
    case VOUCH_WEDGE_MIXED:
      g_set_error_literal (
          error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
          _ ("Two scanners read at the same time and nothing was used; scan one label after the other"));
      return NULL;
    case VOUCH_WEDGE_TORN:
    default:
      refuse_torso (error);
      return NULL;
    }
}

/**
 * vouch_scan_check_message:
 * @message: what a scanner sent on a line
 * @error: INVALID if it is not one whole code
 *
 * Returns: whether it may become a scan
 */
gboolean
vouch_scan_check_message (const VouchSerialMessage *message, GError **error)
{
  g_return_val_if_fail (message != NULL, FALSE);

  if (message->fault == VOUCH_SERIAL_TOO_LONG)
    refuse_flood (error);
  else if (message->fault == VOUCH_SERIAL_TORN)
    refuse_torso (error);
  return message->fault == VOUCH_SERIAL_WHOLE;
}

/**
 * vouch_scan_copy:
 * @self: a scan
 *
 * Returns: (transfer full): an equal one
 */
VouchScan *
vouch_scan_copy (const VouchScan *self)
{
  VouchScan *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->text = g_strndup (self->text, self->length);
  copy->device = g_strdup (self->device);
  return copy;
}

/**
 * vouch_scan_free:
 * @self: (nullable) (transfer full): a scan
 */
void
vouch_scan_free (VouchScan *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->device);
  g_free (self);
}

/**
 * vouch_scan_dup_with_aim:
 * @self: a scan
 *
 * Returns: (transfer full): the text with its AIM identifier in front, as a scanner that was set to send it would
 */
char *
vouch_scan_dup_with_aim (const VouchScan *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_strconcat (self->aim, self->text, NULL);
}
