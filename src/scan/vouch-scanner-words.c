#include "vouch-scanner-words.h"

#include <glib/gi18n-lib.h>

const VouchEnum vouch_scanner_mark_values = { (const char *const[]){ "good", "repaired", "advice", NULL } };
const VouchEnum vouch_scanner_answer_values = { (const char *const[]){ "right", "repaired", "other", "missing", "case",
                                                                       "alike", "separator", "broken", NULL } };

static const char *const answers[] = {
  [VOUCH_SCANNER_ANSWER_RIGHT] = N_ ("Right: what arrived is what is shown."),
  [VOUCH_SCANNER_ANSWER_REPAIRED] = N_ ("Understood: the station puts right what arrives otherwise than shown."),
  [VOUCH_SCANNER_ANSWER_OTHER] =
      N_ ("This is not the code that is shown. Scan the code that is shown; if it was that one, set the keyboard "
          "layout of the scanner to that of this machine and begin with the first code."),
  [VOUCH_SCANNER_ANSWER_MISSING] =
      N_ ("Characters are missing, or arrive differently each time. Set the scanner to send more slowly, and scan "
          "again; if its settings have been changed meanwhile, go back to the first code."),
  [VOUCH_SCANNER_ANSWER_CASE] = N_ (
      "Capital and small letters arrive alike, and nobody can tell them apart. Switch off the conversion of letters "
      "in the scanner, then scan again."),
  [VOUCH_SCANNER_ANSWER_ALIKE] =
      N_ ("Different characters arrive as the same one, and nobody can tell them apart. Set the keyboard layout of the "
          "scanner to that of this machine, then begin with the first code."),
  [VOUCH_SCANNER_ANSWER_SEPARATOR] =
      N_ ("What arrives between lot and expiry is no separator. Set the scanner to send FNC1 as Ctrl+], then scan "
          "again."),
  [VOUCH_SCANNER_ANSWER_BROKEN] =
      N_ ("Nothing whole has arrived. Scan one code at a time, with one scanner, and hold still until it beeps."),
};

/**
 * vouch_scanner_words_of_answer:
 * @answer: an answer
 *
 * Returns: (transfer none): what it means and what to do, in the user's language
 */
const char *
vouch_scanner_words_of_answer (VouchScannerAnswer answer)
{
  return _ (answers[answer]);
}

static void
fact_free (gpointer data)
{
  VouchScannerFact *fact = data;

  g_free (fact->text);
  g_free (fact);
}

static void
add (GPtrArray *facts, VouchScannerMark mark, char *text)
{
  VouchScannerFact *fact = g_new0 (VouchScannerFact, 1);

  fact->mark = mark;
  fact->text = text;
  g_ptr_array_add (facts, fact);
}

static void
add_end (GPtrArray *facts, const VouchScannerProfile *profile)
{
  switch (profile->suffix)
    {
    case VOUCH_SCANNER_SUFFIX_ENTER:
      add (facts, VOUCH_SCANNER_MARK_GOOD, g_strdup (_ ("It sends Enter after every code.")));
      break;
    case VOUCH_SCANNER_SUFFIX_TAB:
      add (facts, VOUCH_SCANNER_MARK_GOOD, g_strdup (_ ("It sends Tab after every code.")));
      break;
    case VOUCH_SCANNER_SUFFIX_ETX:
      add (facts, VOUCH_SCANNER_MARK_GOOD, g_strdup (_ ("It sends every code between STX and ETX.")));
      break;
    case VOUCH_SCANNER_SUFFIX_NONE:
      add (facts, VOUCH_SCANNER_MARK_ADVICE,
           g_strdup (
               _ ("It sends nothing after a code, so that a scan that breaks off looks whole. Set it to send Enter "
                  "after every code.")));
      break;
    case VOUCH_SCANNER_SUFFIX_ANY:
    default:
      break;
    }
}

static void
add_separator (GPtrArray *facts, const VouchScannerProfile *profile)
{
  switch (profile->separator)
    {
    case VOUCH_SCANNER_SEPARATOR_NONE:
      add (facts, VOUCH_SCANNER_MARK_ADVICE,
           g_strdup (
               _ ("It leaves out the separators of GS1 labels: lots are asked about where their end cannot be seen. "
                  "Set it to send FNC1 as Ctrl+].")));
      break;
    case VOUCH_SCANNER_SEPARATOR_CONTROL:
      add (facts, VOUCH_SCANNER_MARK_GOOD, g_strdup (_ ("It sends the separators of GS1 labels, as Ctrl+].")));
      break;
    case VOUCH_SCANNER_SEPARATOR_ALT:
      add (facts, VOUCH_SCANNER_MARK_GOOD, g_strdup (_ ("It sends the separators of GS1 labels, as Alt+029.")));
      break;
    case VOUCH_SCANNER_SEPARATOR_KEY:
      add (facts, VOUCH_SCANNER_MARK_REPAIRED,
           g_strdup (_ ("It sends the separators of GS1 labels as a key of its own, which is understood.")));
      break;
    case VOUCH_SCANNER_SEPARATOR_TEXT:
      add (facts, VOUCH_SCANNER_MARK_REPAIRED,
           g_strdup_printf (_ ("It sends “%s” for the separators of GS1 labels, which is understood."),
                            profile->separator_text));
      break;
    case VOUCH_SCANNER_SEPARATOR_BYTE:
      add (facts, VOUCH_SCANNER_MARK_GOOD, g_strdup (_ ("It sends the separators of GS1 labels.")));
      break;
    case VOUCH_SCANNER_SEPARATOR_UNKNOWN:
    default:
      add (facts, VOUCH_SCANNER_MARK_ADVICE,
           g_strdup (
               _ ("Whether it sends the separators of GS1 labels was not checked. Scan the code of a goods label in "
                  "the check of the scanner.")));
      break;
    }
}

static void
add_layout (GPtrArray *facts, const VouchScannerProfile *profile)
{
  guint n = profile->character_map != NULL ? (guint)g_utf8_strlen (profile->character_map, -1) / 2 : 0;

  if (n == 0)
    {
      add (facts, VOUCH_SCANNER_MARK_GOOD, g_strdup (_ ("Its keyboard layout is that of this machine.")));
      return;
    }
  add (facts, VOUCH_SCANNER_MARK_REPAIRED,
       g_strdup_printf (ngettext ("Its keyboard layout is not that of this machine: %u character is put right. It is "
                                  "better to set the keyboard layout of the scanner to that of this machine.",
                                  "Its keyboard layout is not that of this machine: %u characters are put right. It is "
                                  "better to set the keyboard layout of the scanner to that of this machine.",
                                  n),
                        n));
}

static void
add_case (GPtrArray *facts, const VouchScannerProfile *profile)
{
  if (profile->letter_case == VOUCH_SCANNER_CASE_KEPT)
    add (facts, VOUCH_SCANNER_MARK_GOOD, g_strdup (_ ("It minds Caps Lock by itself.")));
  if (profile->letter_case == VOUCH_SCANNER_CASE_SWAPPED)
    add (facts, VOUCH_SCANNER_MARK_REPAIRED,
         g_strdup (_ ("It takes Caps Lock for on: capital and small letters are put right. It is better to switch off "
                      "Caps Lock in the scanner.")));
}

static void
add_affixes (GPtrArray *facts, const VouchScannerProfile *profile)
{
  if (profile->before != NULL)
    add (facts, VOUCH_SCANNER_MARK_REPAIRED,
         g_strdup_printf (_ ("It puts “%s” in front of every code, which is taken off."), profile->before));
  if (profile->after != NULL)
    add (facts, VOUCH_SCANNER_MARK_REPAIRED,
         g_strdup_printf (_ ("It puts “%s” behind every code, which is taken off."), profile->after));
}

static void
add_aim (GPtrArray *facts, const VouchScannerProfile *profile)
{
  if (profile->sends_aim)
    add (facts, VOUCH_SCANNER_MARK_GOOD,
         g_strdup (_ ("It sends AIM identifiers, which say what kind of code was read.")));
  else
    add (facts, VOUCH_SCANNER_MARK_ADVICE,
         g_strdup (
             _ ("It sends no AIM identifiers. Switch them on, so that a GS1 label is never taken for other text.")));
}

/**
 * vouch_scanner_words_list_facts:
 * @profile: what is known of a scanner
 *
 * Returns: (transfer full) (element-type VouchScannerFact): the same in sentences
 */
GPtrArray *
vouch_scanner_words_list_facts (const VouchScannerProfile *profile)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func (fact_free);

  add_end (facts, profile);
  add_separator (facts, profile);
  add_aim (facts, profile);
  add_layout (facts, profile);
  add_case (facts, profile);
  add_affixes (facts, profile);
  if (profile->speed > 0)
    add (facts, VOUCH_SCANNER_MARK_GOOD,
         g_strdup_printf (_ ("Speed: %u characters a second; a pause of %u ms ends a code."), (guint)profile->speed,
                          (guint)profile->gap_ms));
  return facts;
}
