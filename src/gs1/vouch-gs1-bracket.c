/* Reading elements as people write them: "(01)04006381333931(10)AB-1". */
#include <string.h>

#include "vouch-gs1-reading-private.h"

#define AI_MAX 4

/* An opening bracket that belongs to a value is written with a backslash, which no value has otherwise. */
static gboolean
is_opening (const char *text, const char *at)
{
  return *at == '(' && (at == text || at[-1] != '\\');
}

static const char *
find_value_end (const char *text, const char *at)
{
  while (*at != '\0' && !is_opening (text, at))
    at++;
  return at;
}

static char *
unescape (const char *at, const char *end)
{
  GString *value = g_string_sized_new ((gsize)(end - at));

  for (; at < end; at++)
    if (at[0] != '\\' || at + 1 == end || at[1] != '(')
      g_string_append_c (value, *at);
  return g_string_free (value, FALSE);
}

static gsize
count_digits (const char *at)
{
  return strspn (at, "0123456789");
}

/* Adds the element at @at; returns where the next one begins, or NULL if there is no making out more. */
static const char *
read_element (VouchGs1Reading *reading, const char *text, const char *at)
{
  const char *ai = at + 1, *close = strchr (at, ')'), *end;
  gsize ai_length = close != NULL ? (gsize)(close - ai) : 0, position = (gsize)(at - text);
  g_autofree char *value = NULL;

  if (*at != '(' || ai_length == 0 || count_digits (ai) != ai_length || ai_length > AI_MAX)
    {
      /* Digits alone in the brackets are an identifier, though there is none so short or so long. */
      gboolean is_ai = *at == '(' && ai_length > 0 && count_digits (ai) == ai_length;

      if (is_ai)
        vouch_gs1_reading_add_error (reading, VOUCH_GS1_RULE_UNKNOWN_AI, ai, ai_length, close + 1, strlen (close + 1),
                                     position);
      else
        vouch_gs1_reading_add_error (reading, VOUCH_GS1_RULE_BRACKETS, "", 0, at, strlen (at), position);
      return NULL;
    }
  end = find_value_end (text, close + 1);
  value = unescape (close + 1, end);
  vouch_gs1_reading_add (reading, ai, ai_length, value, strlen (value), position, (gsize)(close + 1 - text));
  return end;
}

/**
 * vouch_gs1_reading_parse_bracketed:
 * @text: elements, each identifier in brackets; no spaces
 *
 * An opening bracket in a value is written as \(.
 *
 * Returns: (transfer full): the reading, never %NULL
 */
VouchGs1Reading *
vouch_gs1_reading_parse_bracketed (const char *text)
{
  gsize length = strlen (text);
  VouchGs1Reading *reading = vouch_gs1_reading_new (VOUCH_GS1_FORM_ELEMENTS, length);

  if (length == 0)
    vouch_gs1_reading_add_error (reading, VOUCH_GS1_RULE_EMPTY, "", 0, text, length, 0);
  if (length > VOUCH_GS1_INPUT_MAX)
    vouch_gs1_reading_add_error (reading, VOUCH_GS1_RULE_SIZE, "", 0, text, length, VOUCH_GS1_INPUT_MAX);
  else
    for (const char *at = text; at != NULL && *at != '\0';)
      at = read_element (reading, text, at);
  return vouch_gs1_reading_finish (reading);
}
