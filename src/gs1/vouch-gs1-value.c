#include "vouch-gs1-value.h"

#include "vouch-gs1-rule.h"

#define BASE64_QUANTUM 4
#define BASE64_PADDING_MAX 2

/* Padding is optional, but if there is any it must fill the last quantum. */
static gsize
without_padding (const char *text, gsize length)
{
  gsize bare = length;

  while (bare > 0 && text[bare - 1] == '=')
    bare--;
  if (length - bare > BASE64_PADDING_MAX || length % BASE64_QUANTUM != 0 || bare == 0)
    return length;
  return bare;
}

static VouchGs1Rule
check_part (const VouchGs1Part *part, const char *text, gsize length, gsize *offset)
{
  gsize plain = part->charset == VOUCH_GS1_CHARSET_64 ? without_padding (text, length) : length;

  for (gsize i = 0; i < plain; i++)
    if (!vouch_gs1_charset_has (part->charset, text[i]))
      {
        *offset = i;
        return VOUCH_GS1_RULE_CHARACTER;
      }
  *offset = 0;
  if (length < part->min)
    return VOUCH_GS1_RULE_TOO_SHORT;
  return vouch_gs1_rule_holds (part->rule, text, length) ? VOUCH_GS1_RULE_NONE : (VouchGs1Rule)part->rule;
}

/**
 * vouch_gs1_value_check:
 * @row: what the table says of the identifier
 * @value: (array length=length): its value
 * @length: its length, bytes
 * @offset: (out): where in @value the fault is
 *
 * Returns: the first rule that @value breaks, or %VOUCH_GS1_RULE_NONE
 */
VouchGs1Rule
vouch_gs1_value_check (const VouchGs1Ai *row, const char *value, gsize length, gsize *offset)
{
  gsize at = 0, max = vouch_gs1_ai_get_max (row);

  *offset = 0;
  if (length == 0)
    return VOUCH_GS1_RULE_EMPTY;
  if (length > max)
    {
      *offset = max;
      return VOUCH_GS1_RULE_TOO_LONG;
    }
  if (length < vouch_gs1_ai_get_min (row))
    {
      *offset = length;
      return VOUCH_GS1_RULE_TOO_SHORT;
    }

  for (int i = 0; i < VOUCH_GS1_PARTS_MAX && row->parts[i].min > 0 && at < length; i++)
    {
      gsize part_length = MIN (row->parts[i].max, length - at), fault;
      VouchGs1Rule rule = check_part (&row->parts[i], value + at, part_length, &fault);

      if (rule != VOUCH_GS1_RULE_NONE)
        {
          *offset = at + fault;
          return rule;
        }
      at += part_length;
    }
  return VOUCH_GS1_RULE_NONE;
}
