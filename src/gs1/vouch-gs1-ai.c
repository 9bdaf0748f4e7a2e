#include "vouch-gs1-ai.h"

#include <string.h>

#include "vouch-gs1-ai-table.h"

#define PREFIXES 100

typedef struct
{
  guint16 first;    /* index of the first row whose identifiers begin with these two digits */
  guint8 rows;      /* how many such rows */
  guint8 ai_length; /* all identifiers that begin alike are equally long; 0 where there is none */
} Prefix;

static int
prefix_of (const char *text)
{
  return (text[0] - '0') * 10 + (text[1] - '0');
}

static const Prefix *
get_prefixes (void)
{
  static Prefix prefixes[PREFIXES];
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      for (gsize i = 0; i < vouch_gs1_ai_table_size; i++)
        {
          const VouchGs1Ai *row = &vouch_gs1_ai_table[i];

          /* A run of two-digit identifiers (91 to 99) spans several prefixes; every other run stays within one. */
          gsize ai_length = strlen (row->first);
          int runs = ai_length == 2 ? row->count : 1;

          for (int j = 0; j < runs; j++)
            {
              Prefix *prefix = &prefixes[prefix_of (row->first) + j];

              if (prefix->rows++ == 0)
                prefix->first = (guint16)i;
              prefix->ai_length = (guint8)ai_length;
            }
        }
      g_once_init_leave (&ready, 1);
    }
  return prefixes;
}

static gboolean
starts_with_digits (const char *text, gsize length, gsize n_digits)
{
  if (length < n_digits)
    return FALSE;
  for (gsize i = 0; i < n_digits; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return TRUE;
}

static int
number_of (const char *digits, gsize length)
{
  int number = 0;

  for (gsize i = 0; i < length; i++)
    number = number * 10 + (digits[i] - '0');
  return number;
}

/**
 * vouch_gs1_ai_get_rows:
 * @n_rows: (out): how many
 *
 * Returns: (transfer none): the whole table, for lists and tests
 */
const VouchGs1Ai *
vouch_gs1_ai_get_rows (gsize *n_rows)
{
  *n_rows = vouch_gs1_ai_table_size;
  return vouch_gs1_ai_table;
}

/**
 * vouch_gs1_ai_find_prefix:
 * @text: (array length=length): what follows, at least the identifier
 * @length: its length, bytes
 * @ai_length: (out): how long the identifier is
 *
 * Returns: (transfer none) (nullable): the row of the application identifier that @text begins with
 */
const VouchGs1Ai *
vouch_gs1_ai_find_prefix (const char *text, gsize length, gsize *ai_length)
{
  const Prefix *prefix;
  int number;

  if (!starts_with_digits (text, length, 2))
    return NULL;
  prefix = &get_prefixes ()[prefix_of (text)];
  *ai_length = prefix->ai_length;
  if (prefix->rows == 0 || !starts_with_digits (text, length, prefix->ai_length))
    return NULL;

  number = number_of (text, prefix->ai_length);
  for (guint i = 0; i < prefix->rows; i++)
    {
      const VouchGs1Ai *row = &vouch_gs1_ai_table[prefix->first + i];
      int first = number_of (row->first, prefix->ai_length);

      if (number >= first && number < first + row->count)
        return row;
    }
  return NULL;
}

/**
 * vouch_gs1_ai_find:
 * @ai: (array length=length): an identifier, not necessarily terminated
 * @length: its length, bytes
 *
 * Returns: (transfer none) (nullable): its row
 */
const VouchGs1Ai *
vouch_gs1_ai_find (const char *ai, gsize length)
{
  gsize ai_length = 0;
  const VouchGs1Ai *row = vouch_gs1_ai_find_prefix (ai, length, &ai_length);

  return ai_length == length ? row : NULL;
}

/**
 * vouch_gs1_ai_guess_length:
 * @text: (array length=length): what follows
 * @length: its length, bytes
 *
 * An identifier that is not in the table still has the length of those that begin with the same two digits.
 *
 * Returns: how many bytes of @text to call the identifier
 */
gsize
vouch_gs1_ai_guess_length (const char *text, gsize length)
{
  gsize wanted = 2;

  if (starts_with_digits (text, length, 2))
    wanted = MAX (wanted, get_prefixes ()[prefix_of (text)].ai_length);
  return MIN (wanted, length);
}

/**
 * vouch_gs1_ai_get_min:
 * @self: a row
 *
 * Returns: the fewest characters of a value
 */
gsize
vouch_gs1_ai_get_min (const VouchGs1Ai *self)
{
  gsize sum = 0;

  for (int i = 0; i < VOUCH_GS1_PARTS_MAX && self->parts[i].min > 0; i++)
    if (!self->parts[i].optional)
      sum += self->parts[i].min;
  return sum;
}

/**
 * vouch_gs1_ai_get_max:
 * @self: a row
 *
 * Returns: the most characters of a value
 */
gsize
vouch_gs1_ai_get_max (const VouchGs1Ai *self)
{
  gsize sum = 0;

  for (int i = 0; i < VOUCH_GS1_PARTS_MAX && self->parts[i].min > 0; i++)
    sum += self->parts[i].max;
  return sum;
}

/**
 * vouch_gs1_ai_matches:
 * @pattern: (array length=pattern_length): an identifier in which n stands for any digit
 * @pattern_length: its length
 * @ai: an identifier
 *
 * Returns: whether @ai is one that @pattern means
 */
gboolean
vouch_gs1_ai_matches (const char *pattern, gsize pattern_length, const char *ai)
{
  if (strlen (ai) != pattern_length)
    return FALSE;
  for (gsize i = 0; i < pattern_length; i++)
    if (pattern[i] != 'n' && pattern[i] != ai[i])
      return FALSE;
  return TRUE;
}
