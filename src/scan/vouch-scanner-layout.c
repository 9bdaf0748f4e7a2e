#include "vouch-scanner-layout.h"

/* Only printable characters of ASCII are ever shown to a scanner. */
#define N_CHARACTERS 0x7f

struct _VouchScannerLayout
{
  guint32 tokens[N_CHARACTERS]; /* what arrives for each character; 0 where it is not known */
};

/**
 * vouch_scanner_layout_new:
 *
 * Returns: (transfer full): a layout of which nothing is known
 */
VouchScannerLayout *
vouch_scanner_layout_new (void)
{
  return g_new0 (VouchScannerLayout, 1);
}

/**
 * vouch_scanner_layout_copy:
 * @self: a layout
 *
 * Returns: (transfer full): an equal one
 */
VouchScannerLayout *
vouch_scanner_layout_copy (const VouchScannerLayout *self)
{
  return g_memdup2 (self, sizeof *self);
}

/**
 * vouch_scanner_layout_free:
 * @self: (nullable) (transfer full): a layout
 */
void
vouch_scanner_layout_free (VouchScannerLayout *self)
{
  g_free (self);
}

static char
find_meant (const VouchScannerLayout *self, guint32 token)
{
  for (int c = ' '; c < N_CHARACTERS; c++)
    if (self->tokens[c] == token)
      return (char)c;
  return '\0';
}

/**
 * vouch_scanner_layout_add:
 * @self: a layout
 * @token: what arrived, never 0
 * @meant: the printable character of ASCII that was shown
 *
 * Notes the pair, unless it contradicts what is known.
 *
 * Returns: whether it fits
 */
VouchScannerPairing
vouch_scanner_layout_add (VouchScannerLayout *self, guint32 token, char meant)
{
  char other = find_meant (self, token);

  if (other != '\0' && other != meant)
    return VOUCH_SCANNER_PAIRING_ALIKE;
  if (other == '\0' && self->tokens[(int)meant] != 0)
    return VOUCH_SCANNER_PAIRING_UNSTEADY;
  self->tokens[(int)meant] = token;
  return VOUCH_SCANNER_PAIRING_FITS;
}

/**
 * vouch_scanner_layout_expects:
 * @self: a layout
 * @meant: a printable character of ASCII
 * @token: (out): what arrives for it; the character itself where that is not known
 *
 * Returns: whether it is known
 */
gboolean
vouch_scanner_layout_expects (const VouchScannerLayout *self, char meant, guint32 *token)
{
  gboolean is_known = self->tokens[(int)meant] != 0;

  *token = is_known ? self->tokens[(int)meant] : (guint32)meant;
  return is_known;
}

/**
 * vouch_scanner_layout_translate:
 * @self: a layout
 * @token: what arrived
 *
 * Returns: the character that was meant; the token itself where nothing is known of it
 */
guint32
vouch_scanner_layout_translate (const VouchScannerLayout *self, guint32 token)
{
  char meant = find_meant (self, token);

  return meant != '\0' ? (guint32)meant : token;
}

/**
 * vouch_scanner_layout_is_usual:
 * @self: a layout
 *
 * Returns: whether all that is known arrives as it is meant
 */
gboolean
vouch_scanner_layout_is_usual (const VouchScannerLayout *self)
{
  for (guint32 c = ' '; c < N_CHARACTERS; c++)
    if (self->tokens[c] != 0 && self->tokens[c] != c)
      return FALSE;
  return TRUE;
}

/**
 * vouch_scanner_layout_dup_map:
 * @self: a layout
 *
 * Returns: (transfer full) (nullable): the characters that arrive as others, as a profile has them; %NULL for none
 */
char *
vouch_scanner_layout_dup_map (const VouchScannerLayout *self)
{
  GString *map = g_string_new (NULL);

  for (guint32 c = ' '; c < N_CHARACTERS; c++)
    if (self->tokens[c] != 0 && self->tokens[c] != c && (self->tokens[c] & VOUCH_SCANNER_TOKEN_KEY) == 0)
      {
        g_string_append_unichar (map, self->tokens[c]);
        g_string_append_c (map, (char)c);
      }
  return g_string_free (map, map->len == 0);
}

/**
 * vouch_scanner_layout_list_keys:
 * @self: a layout
 * @keys: (element-type VouchWedgeKey): where the keys go that type nothing, but stand for a character
 */
void
vouch_scanner_layout_list_keys (const VouchScannerLayout *self, GArray *keys)
{
  for (guint32 c = ' '; c < N_CHARACTERS; c++)
    if ((self->tokens[c] & VOUCH_SCANNER_TOKEN_KEY) != 0)
      {
        VouchWedgeKey key;

        vouch_scanner_token_get_key (self->tokens[c], &key);
        key.character = c;
        g_array_append_val (keys, key);
      }
}
