#include "vouch-scanner-draft.h"

#define GROUP_SEPARATOR 0x1du
#define AIM_LENGTH 3
#define SEPARATOR_TEXT_MAX 8

static GArray *
undo_case (const VouchScannerArrival *arrival, VouchScannerCase letter_case)
{
  GArray *tokens = g_array_copy (arrival->tokens);
  gboolean exchanges = letter_case == VOUCH_SCANNER_CASE_LOCK
                           ? arrival->caps_lock
                           : letter_case == VOUCH_SCANNER_CASE_SWAPPED && !arrival->caps_lock;

  for (guint i = 0; exchanges && i < tokens->len; i++)
    {
      guint32 *token = &g_array_index (tokens, guint32, i);

      if ((*token & VOUCH_SCANNER_TOKEN_KEY) == 0)
        *token = vouch_scanner_exchange_case (*token);
    }
  return tokens;
}

/* Of the letters that arrived for letters: how many have their case, and how many the other one. */
static void
compare_case (const VouchScannerDraft *self, guint *n_same, guint *n_other, guint *n_capitals)
{
  *n_same = *n_other = *n_capitals = 0;
  for (guint i = 0; i < self->fit.n_head; i++)
    {
      char shown = self->fit.text[i];
      guint32 token = g_array_index (self->tokens, guint32, vouch_scanner_fit_get_place (&self->fit, i));
      gboolean is_capital = token < VOUCH_SCANNER_TOKEN_KEY && g_unichar_isupper (token);

      if (!g_ascii_isalpha (shown) || token >= VOUCH_SCANNER_TOKEN_KEY || (!is_capital && !g_unichar_islower (token)))
        continue;
      *n_capitals += is_capital;
      if (is_capital == (g_ascii_isupper (shown) != 0))
        (*n_same)++;
      else
        (*n_other)++;
    }
}

/* Only the first code has letters of both cases in number. */
static VouchScannerAnswer
learn_case (VouchScannerDraft *self, const VouchScannerArrival *arrival)
{
  guint n_same, n_other, n_capitals;

  compare_case (self, &n_same, &n_other, &n_capitals);
  if (n_other == 0)
    return VOUCH_SCANNER_ANSWER_RIGHT;
  if (n_same > 0 && (n_capitals == 0 || n_capitals == n_same + n_other))
    return VOUCH_SCANNER_ANSWER_CASE;
  if (n_same >= n_other)
    return VOUCH_SCANNER_ANSWER_RIGHT;
  self->letter_case = arrival->caps_lock ? VOUCH_SCANNER_CASE_KEPT : VOUCH_SCANNER_CASE_SWAPPED;
  g_array_unref (self->tokens);
  self->tokens = undo_case (arrival, self->letter_case);
  return VOUCH_SCANNER_ANSWER_RIGHT;
}

static VouchScannerAnswer
learn_layout (VouchScannerDraft *self)
{
  const VouchScannerFit *fit = &self->fit;

  for (guint i = 0; i < fit->n_head + fit->n_tail; i++)
    {
      char shown = fit->text[i < fit->n_head ? i : i + 1];
      guint32 token = g_array_index (self->tokens, guint32, vouch_scanner_fit_get_place (fit, i));

      switch (vouch_scanner_layout_add (self->layout, token, shown))
        {
        case VOUCH_SCANNER_PAIRING_ALIKE:
          return VOUCH_SCANNER_ANSWER_ALIKE;
        case VOUCH_SCANNER_PAIRING_UNSTEADY:
          return VOUCH_SCANNER_ANSWER_MISSING;
        case VOUCH_SCANNER_PAIRING_FITS:
        default:
          break;
        }
    }
  return VOUCH_SCANNER_ANSWER_RIGHT;
}

/* Two keyboards differ in most signs or in none, so that on a wrong one any token may be a bracket. */
static gboolean
may_be (const VouchScannerLayout *layout, guint32 token, char meant)
{
  guint32 expected;

  return vouch_scanner_layout_expects (layout, meant, &expected) || vouch_scanner_layout_is_usual (layout)
             ? token == expected
             : vouch_scanner_layout_translate (layout, token) == token;
}

/* What stands right before the code is an AIM identifier if it can be that of a symbol that is shown. */
static gboolean
find_aim (VouchScannerDraft *self, guint end)
{
  static const char *const aims[] = { "]C0", "]C1", "]Q1", "]Q3", "]d1", "]d2" };

  for (gsize i = 0; end >= AIM_LENGTH && i < G_N_ELEMENTS (aims); i++)
    {
      const guint32 *tokens = &g_array_index (self->tokens, guint32, end - AIM_LENGTH);

      if (!may_be (self->layout, tokens[0], aims[i][0]) || !may_be (self->layout, tokens[1], aims[i][1]) ||
          !may_be (self->layout, tokens[2], aims[i][2]))
        continue;
      for (int k = 0; k < AIM_LENGTH; k++)
        vouch_scanner_layout_add (self->layout, tokens[k], aims[i][k]);
      return TRUE;
    }
  return FALSE;
}

/* FNC1 at the beginning of a GS1 symbol is a separator for some scanners. */
static void
learn_before (VouchScannerDraft *self)
{
  guint end = self->fit.head;

  if (end > 0 && g_array_index (self->tokens, guint32, end - 1) == GROUP_SEPARATOR)
    end--;
  self->has_aim = find_aim (self, end);
  self->n_before = self->has_aim ? end - AIM_LENGTH : end;
}

static gboolean
is_text (const VouchScannerDraft *self, guint from, guint to)
{
  if (to - from > SEPARATOR_TEXT_MAX)
    return FALSE;
  for (; from < to; from++)
    {
      guint32 c = vouch_scanner_layout_translate (self->layout, g_array_index (self->tokens, guint32, from));

      if (c < ' ' || c >= 0x7f)
        return FALSE;
    }
  return TRUE;
}

/**
 * vouch_scanner_draft_learn:
 * @self: a draft with the layout and the case that are known so far
 * @arrival: what arrived
 * @code: what was shown
 *
 * Returns: whether it can be what was shown, and if not, why; what is around the code is for the caller to judge
 */
VouchScannerAnswer
vouch_scanner_draft_learn (VouchScannerDraft *self, const VouchScannerArrival *arrival, VouchScannerCode code)
{
  const char *reading = vouch_scanner_code_get_reading (code);
  VouchScannerAnswer answer = VOUCH_SCANNER_ANSWER_RIGHT;

  self->tokens = undo_case (arrival, self->letter_case);
  if (!vouch_scanner_fit_find (&self->fit, reading, self->tokens, self->layout))
    return vouch_scanner_fit_is_part (reading, self->tokens) ? VOUCH_SCANNER_ANSWER_MISSING
                                                             : VOUCH_SCANNER_ANSWER_OTHER;
  if (code == VOUCH_SCANNER_CODE_CHARACTERS)
    answer = learn_case (self, arrival);
  if (answer == VOUCH_SCANNER_ANSWER_RIGHT)
    answer = learn_layout (self);
  if (answer == VOUCH_SCANNER_ANSWER_RIGHT)
    learn_before (self);
  return answer;
}

/**
 * vouch_scanner_draft_judge_separator:
 * @self: a draft of a code with a separator, that was learned from
 * @arrival: what arrived
 *
 * Returns: how the separator came; %VOUCH_SCANNER_SEPARATOR_UNKNOWN if nothing of that kind did
 */
VouchScannerSeparator
vouch_scanner_draft_judge_separator (const VouchScannerDraft *self, const VouchScannerArrival *arrival)
{
  guint from = self->fit.head + self->fit.n_head, to = self->fit.tail;
  guint32 first;

  if (from == to)
    return VOUCH_SCANNER_SEPARATOR_NONE;
  first = g_array_index (self->tokens, guint32, from);
  if (to - from == 1 && first == GROUP_SEPARATOR)
    return arrival->separator;
  if (to - from == 1 && (first & VOUCH_SCANNER_TOKEN_KEY) != 0)
    return VOUCH_SCANNER_SEPARATOR_KEY;
  return is_text (self, from, to) ? VOUCH_SCANNER_SEPARATOR_TEXT : VOUCH_SCANNER_SEPARATOR_UNKNOWN;
}

/**
 * vouch_scanner_draft_clear:
 * @self: a draft
 *
 * Frees what it owns.
 */
void
vouch_scanner_draft_clear (VouchScannerDraft *self)
{
  g_clear_pointer (&self->tokens, g_array_unref);
  g_clear_pointer (&self->layout, vouch_scanner_layout_free);
}
