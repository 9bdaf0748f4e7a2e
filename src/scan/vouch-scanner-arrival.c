#include "vouch-scanner-arrival.h"

#include "vouch-text.h"

/* A token of a key: symbols have 25 bits, what was held has three of the bits between. */
#define TOKEN_CONTROL (1u << 30)
#define TOKEN_ALT (1u << 29)
#define TOKEN_SUPER (1u << 28)
#define TOKEN_KEYVAL 0x1ffffffu

static guint32
token_of_key (const VouchWedgeKey *key)
{
  return VOUCH_SCANNER_TOKEN_KEY | (key->keyval & TOKEN_KEYVAL) |
         ((key->state & VOUCH_WEDGE_CONTROL) != 0 ? TOKEN_CONTROL : 0) |
         ((key->state & VOUCH_WEDGE_ALT) != 0 ? TOKEN_ALT : 0) |
         ((key->state & VOUCH_WEDGE_SUPER) != 0 ? TOKEN_SUPER : 0);
}

/**
 * vouch_scanner_token_get_key:
 * @token: a token with %VOUCH_SCANNER_TOKEN_KEY
 * @key: (out): the key, which stands for nothing yet
 */
void
vouch_scanner_token_get_key (guint32 token, VouchWedgeKey *key)
{
  key->keyval = token & TOKEN_KEYVAL;
  key->state = ((token & TOKEN_CONTROL) != 0 ? (guint)VOUCH_WEDGE_CONTROL : 0) |
               ((token & TOKEN_ALT) != 0 ? (guint)VOUCH_WEDGE_ALT : 0) |
               ((token & TOKEN_SUPER) != 0 ? (guint)VOUCH_WEDGE_SUPER : 0);
  key->character = 0;
}

/* Bytes that are no text count as a character each, so that a code of them is nothing that was shown. */
static void
append_text (GArray *tokens, const char *text, gsize length)
{
  const char *end = text + length;

  while (text < end)
    {
      gunichar c = g_utf8_get_char_validated (text, end - text);
      gboolean is_text = c != (gunichar)-1 && c != (gunichar)-2 && c != 0;
      guint32 token = is_text ? c : 0xfffd;

      g_array_append_val (tokens, token);
      text = is_text ? g_utf8_next_char (text) : text + 1;
    }
}

/**
 * vouch_scanner_arrival_new:
 * @text: what a scanner on a line sent
 * @length: of @text in bytes
 * @suffix: how it ended
 *
 * Returns: (transfer full): the arrival
 */
VouchScannerArrival *
vouch_scanner_arrival_new (const char *text, gsize length, VouchScannerSuffix suffix)
{
  VouchScannerArrival *self = g_new0 (VouchScannerArrival, 1);

  self->tokens = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->suffix = suffix;
  append_text (self->tokens, text, length);
  for (guint i = 0; i < self->tokens->len; i++)
    if (g_array_index (self->tokens, guint32, i) == 0x1d)
      self->separator = VOUCH_SCANNER_SEPARATOR_BYTE;
  return self;
}

static VouchScannerSuffix
suffix_of (VouchWedgeEnd end)
{
  static const VouchScannerSuffix suffixes[] = {
    [VOUCH_WEDGE_END_GAP] = VOUCH_SCANNER_SUFFIX_NONE,
    [VOUCH_WEDGE_END_ENTER] = VOUCH_SCANNER_SUFFIX_ENTER,
    [VOUCH_WEDGE_END_TAB] = VOUCH_SCANNER_SUFFIX_TAB,
  };

  return suffixes[end];
}

static VouchScannerSeparator
separator_of (VouchWedgeSeparator separator)
{
  static const VouchScannerSeparator separators[] = {
    [VOUCH_WEDGE_SEPARATOR_NONE] = VOUCH_SCANNER_SEPARATOR_UNKNOWN,
    [VOUCH_WEDGE_SEPARATOR_CONTROL] = VOUCH_SCANNER_SEPARATOR_CONTROL,
    [VOUCH_WEDGE_SEPARATOR_ALT] = VOUCH_SCANNER_SEPARATOR_ALT,
    [VOUCH_WEDGE_SEPARATOR_KEY] = VOUCH_SCANNER_SEPARATOR_KEY,
  };

  return separators[separator];
}

/**
 * vouch_scanner_arrival_new_from_burst:
 * @burst: what a scanner typed
 *
 * Returns: (transfer full) (nullable): the arrival; %NULL if the burst is no one code, whatever is made of its keys
 */
VouchScannerArrival *
vouch_scanner_arrival_new_from_burst (const VouchWedgeBurst *burst)
{
  VouchScannerArrival *self;

  g_return_val_if_fail (burst != NULL, NULL);

  if (burst->fault == VOUCH_WEDGE_TOO_LONG || burst->fault == VOUCH_WEDGE_MIXED)
    return NULL;
  self = vouch_scanner_arrival_new (burst->text, burst->length, suffix_of (burst->end));
  self->separator = separator_of (burst->separator);
  self->caps_lock = burst->caps_lock;
  self->longest_gap_ms = burst->longest_gap_ms;
  self->took_ms = burst->ended_ms - burst->started_ms;
  for (guint i = 0; i < burst->n_odd_keys; i++)
    {
      guint32 token = token_of_key (&burst->odd_keys[i].key);

      g_array_insert_val (self->tokens, MIN (burst->odd_keys[i].at + i, self->tokens->len), token);
    }
  return self;
}

/**
 * vouch_scanner_arrival_free:
 * @self: (nullable) (transfer full): an arrival
 */
void
vouch_scanner_arrival_free (VouchScannerArrival *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->tokens);
  g_free (self);
}

/**
 * vouch_scanner_arrival_dup_text:
 * @self: an arrival
 *
 * Returns: (transfer full): the characters of it, without keys that type none
 */
char *
vouch_scanner_arrival_dup_text (const VouchScannerArrival *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->tokens->len; i++)
    {
      guint32 token = g_array_index (self->tokens, guint32, i);

      if ((token & VOUCH_SCANNER_TOKEN_KEY) == 0)
        g_string_append_unichar (text, token);
    }
  return g_string_free (text, FALSE);
}

static void
append_shown (GString *text, gunichar c)
{
  if (c == 0x1d)
    g_string_append (text, "‹GS›");
  else
    g_string_append_unichar (text, c);
}

/**
 * vouch_scanner_arrival_dup_shown:
 * @self: an arrival
 *
 * Returns: (transfer full): what arrived, harmless to read, with keys that type nothing by name
 */
char *
vouch_scanner_arrival_dup_shown (const VouchScannerArrival *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->tokens->len; i++)
    {
      guint32 token = g_array_index (self->tokens, guint32, i);
      g_autofree char *name = NULL;
      VouchWedgeKey key;

      if ((token & VOUCH_SCANNER_TOKEN_KEY) == 0)
        {
          append_shown (text, token);
          continue;
        }
      vouch_scanner_token_get_key (token, &key);
      name = vouch_wedge_key_dup_name (&key);
      g_string_append_printf (text, "‹%s›", name);
    }
  return vouch_text_show (text->str, (gssize)text->len);
}
