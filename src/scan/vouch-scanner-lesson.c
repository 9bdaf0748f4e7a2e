#include "vouch-scanner-lesson.h"

#include <string.h>

#include "vouch-scanner-draft.h"

#define GROUP_SEPARATOR 0x1du
#define KEY_F8 0xffc5
/* A busy machine takes keys in later than a scanner sends them. */
#define GAP_ROOM 3
#define GAP_DEFAULT_MS 60

/* In this order they are scanned. */
static const VouchScannerCode order[VOUCH_SCANNER_N_CODES] = {
  VOUCH_SCANNER_CODE_CHARACTERS, VOUCH_SCANNER_CODE_REST_1,   VOUCH_SCANNER_CODE_REST_2,
  VOUCH_SCANNER_CODE_REST_3,     VOUCH_SCANNER_CODE_ELEMENTS,
};

struct _VouchScannerLesson
{
  char *device;
  guint at; /* in the order */
  gboolean is_done[VOUCH_SCANNER_N_CODES];
  VouchScannerLayout *layout;
  GArray *before; /* tokens around the code, without AIM identifier; nullable: not known yet */
  GArray *after;
  VouchScannerCase letter_case;
  VouchScannerSuffix suffix;
  VouchScannerSeparator separator;
  GArray *separator_tokens; /* of a key or a text */
  gboolean sends_aim;
  guint longest_gap_ms;
  guint speed;
};

static void
forget (VouchScannerLesson *self)
{
  g_clear_pointer (&self->layout, vouch_scanner_layout_free);
  g_clear_pointer (&self->before, g_array_unref);
  g_clear_pointer (&self->after, g_array_unref);
  g_clear_pointer (&self->separator_tokens, g_array_unref);
  memset (self->is_done, 0, sizeof self->is_done);
  self->layout = vouch_scanner_layout_new ();
  self->letter_case = VOUCH_SCANNER_CASE_LOCK;
  self->suffix = VOUCH_SCANNER_SUFFIX_ANY;
  self->separator = VOUCH_SCANNER_SEPARATOR_UNKNOWN;
  self->sends_aim = FALSE;
  self->longest_gap_ms = 0;
  self->speed = 0;
}

/**
 * vouch_scanner_lesson_new:
 * @device: the scanner: %VOUCH_SCANNER_KEYBOARD or a serial device's id
 *
 * Returns: (transfer full): a lesson that has not begun
 */
VouchScannerLesson *
vouch_scanner_lesson_new (const char *device)
{
  VouchScannerLesson *self = g_new0 (VouchScannerLesson, 1);

  self->device = g_strdup (device);
  forget (self);
  return self;
}

/**
 * vouch_scanner_lesson_free:
 * @self: (nullable) (transfer full): a lesson
 */
void
vouch_scanner_lesson_free (VouchScannerLesson *self)
{
  if (self == NULL)
    return;
  forget (self);
  vouch_scanner_layout_free (self->layout);
  g_free (self->device);
  g_free (self);
}

static gboolean
is_wanted (const VouchScannerLesson *self, guint at)
{
  return order[at] == VOUCH_SCANNER_CODE_CHARACTERS || order[at] == VOUCH_SCANNER_CODE_ELEMENTS ||
         !vouch_scanner_layout_is_usual (self->layout);
}

/**
 * vouch_scanner_lesson_get_code:
 * @self: a lesson
 * @code: (out): the code that is to be scanned now
 *
 * Returns: %FALSE if the lesson is over
 */
gboolean
vouch_scanner_lesson_get_code (const VouchScannerLesson *self, VouchScannerCode *code)
{
  if (self->at >= G_N_ELEMENTS (order))
    return FALSE;
  *code = order[self->at];
  return TRUE;
}

/**
 * vouch_scanner_lesson_count_codes:
 * @self: a lesson
 * @n_over: (out): how many of them were scanned or skipped
 *
 * Returns: how many codes the lesson has: more once it is known that the keyboard layout is wrong
 */
guint
vouch_scanner_lesson_count_codes (const VouchScannerLesson *self, guint *n_over)
{
  guint n = 0;

  *n_over = 0;
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (is_wanted (self, i))
      {
        n++;
        *n_over += i < self->at;
      }
  return n;
}

/**
 * vouch_scanner_lesson_skip:
 * @self: a lesson
 *
 * The code that is to be scanned now is left out.
 */
void
vouch_scanner_lesson_skip (VouchScannerLesson *self)
{
  if (self->at >= G_N_ELEMENTS (order))
    return;
  do
    self->at++;
  while (self->at < G_N_ELEMENTS (order) && !is_wanted (self, self->at));
}

/**
 * vouch_scanner_lesson_go_back:
 * @self: a lesson
 *
 * Returns: whether there was a code before the one that is to be scanned now; it is to be scanned again
 */
gboolean
vouch_scanner_lesson_go_back (VouchScannerLesson *self)
{
  guint at = self->at;

  while (at > 0)
    if (is_wanted (self, --at))
      {
        self->at = at;
        return TRUE;
      }
  return FALSE;
}

/**
 * vouch_scanner_lesson_has_learned:
 * @self: a lesson
 *
 * Returns: whether any code was scanned, so that there is a profile to keep
 */
gboolean
vouch_scanner_lesson_has_learned (const VouchScannerLesson *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->is_done); i++)
    if (self->is_done[i])
      return TRUE;
  return FALSE;
}

static gboolean
is_same (const GArray *known, const GArray *tokens, guint at, guint n)
{
  return known == NULL || (known->len == n && (n == 0 || memcmp (known->data, &g_array_index (tokens, guint32, at),
                                                                 n * sizeof (guint32)) == 0));
}

static gboolean
fits_affixes (const VouchScannerLesson *self, const VouchScannerDraft *draft)
{
  return is_same (self->before, draft->tokens, 0, draft->n_before) &&
         is_same (self->after, draft->tokens, draft->fit.end, draft->tokens->len - draft->fit.end);
}

static GArray *
dup_tokens (const GArray *tokens, guint from, guint to)
{
  GArray *copy = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (to > from)
    g_array_append_vals (copy, &g_array_index (tokens, guint32, from), to - from);
  return copy;
}

static void
keep_separator (VouchScannerLesson *self, const VouchScannerDraft *draft, VouchScannerSeparator separator)
{
  self->separator = separator;
  g_clear_pointer (&self->separator_tokens, g_array_unref);
  self->separator_tokens = dup_tokens (draft->tokens, draft->fit.head + draft->fit.n_head, draft->fit.tail);
}

static void
keep_times (VouchScannerLesson *self, const VouchScannerArrival *arrival)
{
  self->longest_gap_ms = MAX (self->longest_gap_ms, arrival->longest_gap_ms);
  if (arrival->took_ms > 0)
    self->speed = arrival->tokens->len * 1000 / arrival->took_ms;
}

static void
keep (VouchScannerLesson *self, VouchScannerDraft *draft, const VouchScannerArrival *arrival, VouchScannerCode code)
{
  vouch_scanner_layout_free (self->layout);
  self->layout = g_steal_pointer (&draft->layout);
  if (self->before == NULL)
    {
      self->before = dup_tokens (draft->tokens, 0, draft->n_before);
      self->after = dup_tokens (draft->tokens, draft->fit.end, draft->tokens->len);
    }
  self->letter_case = draft->letter_case;
  self->sends_aim = self->sends_aim || draft->has_aim;
  self->suffix = arrival->suffix;
  keep_times (self, arrival);
  self->is_done[code] = TRUE;
}

static gboolean
is_as_shown (const VouchScannerLesson *self)
{
  return vouch_scanner_layout_is_usual (self->layout) && self->letter_case != VOUCH_SCANNER_CASE_SWAPPED &&
         self->before->len == 0 && self->after->len == 0 &&
         (self->separator_tokens == NULL || self->separator_tokens->len == 0 ||
          g_array_index (self->separator_tokens, guint32, 0) == GROUP_SEPARATOR);
}

/**
 * vouch_scanner_lesson_take:
 * @self: a lesson
 * @arrival: (nullable): what arrived; %NULL for what was not even one code
 *
 * Compares what arrived with the code that is to be scanned now, and goes on to the next one if all of it fits. Whoever
 * scans the first code again begins anew, for the scanner may have been set otherwise.
 *
 * Returns: what is to be said of it
 */
VouchScannerAnswer
vouch_scanner_lesson_take (VouchScannerLesson *self, const VouchScannerArrival *arrival)
{
  g_auto (VouchScannerDraft) draft = { .letter_case = self->letter_case };
  VouchScannerSeparator separator = VOUCH_SCANNER_SEPARATOR_UNKNOWN;
  VouchScannerAnswer answer;
  VouchScannerCode code;

  if (arrival == NULL)
    return VOUCH_SCANNER_ANSWER_BROKEN;
  if (!vouch_scanner_lesson_get_code (self, &code))
    return VOUCH_SCANNER_ANSWER_OTHER;
  if (code == VOUCH_SCANNER_CODE_CHARACTERS)
    {
      forget (self);
      draft.letter_case = self->letter_case;
    }
  draft.layout = vouch_scanner_layout_copy (self->layout);
  answer = vouch_scanner_draft_learn (&draft, arrival, code);
  if (answer != VOUCH_SCANNER_ANSWER_RIGHT)
    return answer;
  if (!fits_affixes (self, &draft))
    return VOUCH_SCANNER_ANSWER_MISSING;
  if (vouch_scanner_code_is_gs1 (code))
    {
      separator = vouch_scanner_draft_judge_separator (&draft, arrival);
      if (separator == VOUCH_SCANNER_SEPARATOR_UNKNOWN)
        return VOUCH_SCANNER_ANSWER_SEPARATOR;
      keep_separator (self, &draft, separator);
    }
  keep (self, &draft, arrival, code);
  vouch_scanner_lesson_skip (self);
  return is_as_shown (self) ? VOUCH_SCANNER_ANSWER_RIGHT : VOUCH_SCANNER_ANSWER_REPAIRED;
}

/* What is typed around a code becomes text, as far as it types anything. */
static char *
make_affix (const VouchScannerLesson *self, const GArray *tokens, GArray *keys)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; tokens != NULL && i < tokens->len; i++)
    {
      guint32 token = vouch_scanner_layout_translate (self->layout, g_array_index (tokens, guint32, i));
      VouchWedgeKey key;

      if ((token & VOUCH_SCANNER_TOKEN_KEY) == 0)
        {
          g_string_append_unichar (text, token);
          continue;
        }
      vouch_scanner_token_get_key (token, &key);
      g_array_append_val (keys, key);
    }
  return g_string_free (text, text->len == 0);
}

static void
add_separator (const VouchScannerLesson *self, VouchScannerProfile *profile, GArray *keys)
{
  VouchWedgeKey key = { KEY_F8, 0, GROUP_SEPARATOR };
  guint32 token;

  profile->separator = self->separator;
  if (self->separator == VOUCH_SCANNER_SEPARATOR_TEXT)
    profile->separator_text = make_affix (self, self->separator_tokens, keys);
  if (self->separator != VOUCH_SCANNER_SEPARATOR_KEY)
    return;
  token = g_array_index (self->separator_tokens, guint32, 0);
  if ((token & VOUCH_SCANNER_TOKEN_KEY) != 0)
    {
      vouch_scanner_token_get_key (token, &key);
      key.character = GROUP_SEPARATOR;
    }
  g_array_append_val (keys, key);
}

static gint64
choose_gap (const VouchScannerLesson *self)
{
  if (self->longest_gap_ms == 0)
    return 0;
  return CLAMP (self->longest_gap_ms * GAP_ROOM, GAP_DEFAULT_MS, VOUCH_SCANNER_GAP_MAX_MS);
}

/**
 * vouch_scanner_lesson_make_profile:
 * @self: a lesson that has learned something
 * @checked_at: the time, Unix microseconds
 *
 * Returns: (transfer full): what is known of the scanner
 */
VouchScannerProfile *
vouch_scanner_lesson_make_profile (const VouchScannerLesson *self, gint64 checked_at)
{
  VouchScannerProfile *profile = vouch_scanner_profile_new ();
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (VouchWedgeKey));

  profile->device = g_strdup (self->device);
  profile->suffix = self->suffix;
  profile->sends_aim = self->sends_aim;
  profile->letter_case = self->letter_case;
  profile->character_map = vouch_scanner_layout_dup_map (self->layout);
  vouch_scanner_layout_list_keys (self->layout, keys);
  profile->before = make_affix (self, self->before, keys);
  profile->after = make_affix (self, self->after, keys);
  add_separator (self, profile, keys);
  profile->key_map = vouch_wedge_keys_format ((const VouchWedgeKey *)(gpointer)keys->data, keys->len);
  profile->gap_ms = choose_gap (self);
  profile->speed = self->speed;
  profile->checked_at = checked_at;
  return profile;
}
