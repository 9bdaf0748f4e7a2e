#include "vouch-scanner-fit.h"

#include <string.h>

#include "vouch-scanner-profile.h"

/* A scanner's separator is no longer than that, be it a text. */
#define SEPARATOR_MAX 8
/* Both affixes, an AIM identifier and a separator at each end: whatever is longer is another code. */
#define EXTRA_MAX (2 * VOUCH_SCANNER_AFFIX_MAX + 3 + SEPARATOR_MAX)
/* So many of the characters that are shown arrive as themselves between any two keyboards for Latin letters. */
#define LIKENESS_MIN 6

static gboolean
is_like (const VouchScannerLayout *layout, guint32 token, char shown)
{
  guint32 expected;

  if (vouch_scanner_layout_expects (layout, shown, &expected))
    return token == expected;
  return token < 0x80 && g_ascii_tolower ((char)token) == g_ascii_tolower (shown);
}

static guint
count_like (const GArray *tokens, guint at, const char *text, guint length, const VouchScannerLayout *layout)
{
  guint n = 0;

  for (guint i = 0; i < length; i++)
    n += is_like (layout, g_array_index (tokens, guint32, at + i), text[i]);
  return n;
}

/* Where the tail is most like what is shown; the shortest separator of several. */
static guint
place_tail (VouchScannerFit *self, const GArray *tokens, const VouchScannerLayout *layout, guint n_max)
{
  const char *text = self->text + self->n_head + 1;
  guint first = self->head + self->n_head;
  guint best = 0;

  self->tail = first;
  for (guint at = first; self->n_tail > 0 && at <= first + n_max; at++)
    {
      guint n_like = count_like (tokens, at, text, self->n_tail, layout);

      if (n_like > best)
        {
          best = n_like;
          self->tail = at;
        }
    }
  self->end = self->tail + self->n_tail;
  return best;
}

/**
 * vouch_scanner_fit_find:
 * @self: (out): where the characters are
 * @text: what was shown, with 0x1d for a separator
 * @tokens: (element-type guint32): what arrived
 * @layout: what is known of the keyboard layout
 *
 * Returns: whether @tokens is @text, perhaps with something around it and typed on another keyboard
 */
gboolean
vouch_scanner_fit_find (VouchScannerFit *self, const char *text, const GArray *tokens, const VouchScannerLayout *layout)
{
  const char *separator = strchr (text, 0x1d);
  VouchScannerFit fit = { .text = text, .n_head = (guint)strlen (text) };
  guint n, best = 0;

  if (separator != NULL)
    {
      fit.n_head = (guint)(separator - text);
      fit.n_tail = (guint)strlen (separator + 1);
    }
  n = fit.n_head + fit.n_tail;
  if (tokens->len < n || tokens->len > n + EXTRA_MAX)
    return FALSE;
  for (fit.head = 0; fit.head + n <= tokens->len; fit.head++)
    {
      guint room = MIN (tokens->len - n - fit.head, SEPARATOR_MAX);
      guint n_like = count_like (tokens, fit.head, text, fit.n_head, layout) + place_tail (&fit, tokens, layout, room);

      if (n_like > best || best == 0)
        {
          *self = fit;
          best = MAX (best, n_like);
        }
    }
  /* Another script has no letter in common with the code; then only a length that fits speaks for it. */
  return best >= LIKENESS_MIN || tokens->len == n;
}

/**
 * vouch_scanner_fit_is_part:
 * @text: what was shown
 * @tokens: (element-type guint32): what arrived
 *
 * Returns: whether most of @tokens are characters of @text in their order, so that the others were lost on the way
 */
gboolean
vouch_scanner_fit_is_part (const char *text, const GArray *tokens)
{
  guint n_found = 0;

  for (guint i = 0; i < tokens->len && *text != '\0'; i++)
    {
      guint32 token = g_array_index (tokens, guint32, i);
      const char *place = token < 0x80 && token != 0 ? strchr (text, (int)token) : NULL;

      if (place == NULL)
        continue;
      n_found++;
      text = place + 1;
    }
  return n_found >= LIKENESS_MIN && n_found * 2 > tokens->len;
}

/**
 * vouch_scanner_fit_get_place:
 * @self: a fit
 * @character: which of the characters that were shown, from 0 on, without the separator
 *
 * Returns: the place of its token
 */
guint
vouch_scanner_fit_get_place (const VouchScannerFit *self, guint character)
{
  return character < self->n_head ? self->head + character : self->tail + character - self->n_head;
}
