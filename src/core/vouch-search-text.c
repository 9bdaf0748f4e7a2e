#include "vouch-search-text.h"

/* Languages written without spaces: every character is found by itself, and two of them as neighbours. */
static gboolean
stands_alone (gunichar c)
{
  GUnicodeScript script = g_unichar_get_script (c);

  return script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HIRAGANA || script == G_UNICODE_SCRIPT_KATAKANA ||
         script == G_UNICODE_SCRIPT_THAI;
}

static void
end_word (GStrvBuilder *words, GString *word)
{
  g_autofree char *composed = g_utf8_normalize (word->str, -1, G_NORMALIZE_NFC);

  if (word->len > 0)
    g_strv_builder_add (words, composed);
  g_string_truncate (word, 0);
}

/* Numbers and codes, which most of it is, need no folding but of case. */
static char **
split_ascii (const char *text)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autofree char *folded = g_ascii_strdown (text, -1);

  for (char *at = folded; *at != '\0';)
    {
      char *end = at, *next;

      while (g_ascii_isalnum (*end))
        end++;
      if (end == at)
        {
          at++;
          continue;
        }
      next = *end != '\0' ? end + 1 : end;
      *end = '\0';
      g_strv_builder_add (words, at);
      at = next;
    }
  return g_strv_builder_end (words);
}

/**
 * vouch_search_text_split:
 * @text: (nullable): any text, valid UTF-8 or not
 *
 * Takes a text apart into words of letters and digits, folded so that case, width and accents make no difference. A
 * Chinese character is a word of its own. What is neither letter nor digit only separates, so no word can mean
 * anything to a query language.
 *
 * Returns: (transfer full): the words, maybe none
 */
char **
vouch_search_text_split (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *folded = NULL;
  g_autoptr (GStrvBuilder) words = NULL;
  g_autoptr (GString) word = NULL;

  if (text == NULL || g_str_is_ascii (text))
    return split_ascii (text != NULL ? text : "");
  valid = g_utf8_make_valid (text, -1);
  plain = g_utf8_normalize (valid, -1, G_NORMALIZE_NFKD);
  folded = g_utf8_casefold (plain, -1);
  words = g_strv_builder_new ();
  word = g_string_new (NULL);
  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_ismark (c))
        continue;
      if (!g_unichar_isalnum (c) || stands_alone (c))
        end_word (words, word);
      if (g_unichar_isalnum (c))
        g_string_append_unichar (word, c);
      if (stands_alone (c))
        end_word (words, word);
    }
  end_word (words, word);
  return g_strv_builder_end (words);
}

/**
 * vouch_search_text_dup_phrase:
 * @words: (array zero-terminated=1): words as vouch_search_text_split() makes them, at least one
 *
 * Returns: (transfer full): the full-text expression for these words as neighbours, the last by its beginning
 */
char *
vouch_search_text_dup_phrase (const char *const *words)
{
  g_autofree char *joined = g_strjoinv (" ", (char **)words);

  return g_strdup_printf ("\"%s\"*", joined);
}

/**
 * vouch_search_text_dup_end:
 * @beginning: the beginning of texts
 *
 * Returns: (transfer full): a text after all that begin so, and before all that come after them in byte order
 */
char *
vouch_search_text_dup_end (const char *beginning)
{
  return g_strconcat (beginning, "\xf4\x8f\xbf\xbf", NULL);
}
