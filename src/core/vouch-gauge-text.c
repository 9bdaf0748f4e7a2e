#include "vouch-gauge-text.h"

#include <string.h>

#include "vouch-quantity.h"

/* No display has more digits; longer ones are bar codes. */
#define MAX_DIGITS 7
#define MAX_UNIT 6

static const char *
skip_spaces (const char *at)
{
  while (*at == ' ')
    at++;
  return at;
}

/* "ST,GS," of a scale, "N" of a balance: short words before the number, between commas and spaces. */
static const char *
skip_words (const char *at, gboolean *is_settled)
{
  for (at = skip_spaces (at); g_ascii_isupper (*at); at = skip_spaces (at))
    {
      const char *end = at;

      while (g_ascii_isupper (*end))
        end++;
      if (end - at > 2)
        return NULL;
      if (end - at == 2 && strncmp (at, "US", 2) == 0)
        *is_settled = FALSE;
      at = skip_spaces (end);
      if (*at == ',')
        at++;
    }
  return at;
}

/* Takes a number, with a point or a comma; returns what follows it, or NULL. */
static const char *
take_number (const char *at, gint64 *value)
{
  g_autoptr (GString) number = g_string_new (NULL);
  int digits = 0;

  if (*at == '+' || *at == '-')
    {
      if (*at == '-')
        g_string_append_c (number, '-');
      at = skip_spaces (at + 1);
    }
  for (; g_ascii_isdigit (*at) || *at == '.' || *at == ','; at++)
    {
      digits += g_ascii_isdigit (*at) ? 1 : 0;
      g_string_append_c (number, *at == ',' ? '.' : *at);
    }
  return digits > 0 && digits <= MAX_DIGITS && vouch_quantity_parse (number->str, value, NULL) ? at : NULL;
}

/* Letters, a degree or per-cent sign, or nothing; and then nothing more. */
static gboolean
take_unit (const char *at, char **unit)
{
  const char *end = skip_spaces (at);

  at = end;
  for (; *end != '\0' && *end != ' '; end++)
    if (!g_ascii_isalpha (*end) && *end != '%' && (guchar)*end < 0x80)
      return FALSE;
  if (end - at > MAX_UNIT || *skip_spaces (end) != '\0')
    return FALSE;
  *unit = end > at ? g_strndup (at, (gsize)(end - at)) : NULL;
  return *unit == NULL || g_utf8_validate (*unit, -1, NULL);
}

/**
 * vouch_gauge_text_parse:
 * @text: what came
 * @gauge: (out caller-allocates): what it says
 *
 * Understands a number alone, and what scales, callipers and meters put around it: "12.34", "+  0.550 kg",
 * "ST,GS,+00550.0g", "N     12,3 g".
 *
 * Returns: whether a gauge wrote it
 */
gboolean
vouch_gauge_text_parse (const char *text, VouchGaugeText *gauge)
{
  const char *at;

  *gauge = (VouchGaugeText){ .is_settled = TRUE };
  at = skip_words (text, &gauge->is_settled);
  at = at != NULL ? take_number (at, &gauge->value) : NULL;
  if (at != NULL && take_unit (at, &gauge->unit))
    return TRUE;
  vouch_gauge_text_clear (gauge);
  return FALSE;
}

/**
 * vouch_gauge_text_clear:
 * @self: what a gauge sent
 */
void
vouch_gauge_text_clear (VouchGaugeText *self)
{
  g_clear_pointer (&self->unit, g_free);
}
