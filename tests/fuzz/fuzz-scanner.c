/* Any scanner: random profiles are refused or applied without harm; and a scanner of random settings that was taught
 * reads any text as it is. The first byte chooses between the two. */

#include <glib.h>
#include <string.h>

#include "simulated-scanner.h"
#include "vouch-scanner-words.h"

#define TEXT_MAX 60

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static char *
take_text (const guint8 **data, gsize *size)
{
  gsize length = *size > 0 ? MIN (**data % 24u, *size - 1) : 0;
  char *text = g_strndup ((const char *)*data + (*size > 0), length);

  *data += MIN (length + 1, *size);
  *size -= MIN (length + 1, *size);
  return text;
}

static guint8
take_byte (const guint8 **data, gsize *size)
{
  if (*size == 0)
    return 0;
  (*size)--;
  return *(*data)++;
}

static VouchScannerProfile *
take_profile (const guint8 **data, gsize *size)
{
  VouchScannerProfile *profile = vouch_scanner_profile_new ();

  profile->device = g_strdup (VOUCH_SCANNER_KEYBOARD);
  profile->suffix = (VouchScannerSuffix)(take_byte (data, size) % (VOUCH_SCANNER_SUFFIX_ETX + 1));
  profile->separator = (VouchScannerSeparator)(take_byte (data, size) % (VOUCH_SCANNER_SEPARATOR_BYTE + 1));
  profile->letter_case = (VouchScannerCase)(take_byte (data, size) % (VOUCH_SCANNER_CASE_SWAPPED + 1));
  profile->before = take_text (data, size);
  profile->after = take_text (data, size);
  profile->character_map = take_text (data, size);
  profile->key_map = take_text (data, size);
  if (profile->separator == VOUCH_SCANNER_SEPARATOR_TEXT)
    profile->separator_text = take_text (data, size);
  return profile;
}

static void
apply_any (const guint8 *data, gsize size)
{
  g_autoptr (VouchScannerProfile) profile = take_profile (&data, &size);
  gboolean is_profile = vouch_scanner_profile_check (profile, NULL);
  VouchWedgeSettings settings = VOUCH_WEDGE_DEFAULTS;
  g_autoptr (VouchScan) scan = NULL;
  gsize length;
  g_autofree char *meant = NULL;

  vouch_scanner_profile_set_up_wedge (profile, &settings);
  g_assert_cmpuint (settings.n_keys, <=, VOUCH_WEDGE_KEYS_MAX);
  if (!is_profile)
    return;
  meant = vouch_scanner_profile_apply (profile, (const char *)data, size, size % 2 == 0, &length);
  /* An exchange of case may need a byte more for a character, but never two. */
  g_assert_cmpuint (length, <=, size * 2);
  g_assert_cmpint (meant[length], ==, '\0');
  scan = vouch_scanner_profile_read (profile, (const char *)data, size, VOUCH_SCAN_SERIAL, 1, NULL);
  g_assert_true (scan == NULL || g_utf8_validate (scan->text, (gssize)scan->length, NULL));
}

static VouchWedgeBurst *
scan (const SimulatedScanner *scanner, const VouchWedgeSettings *settings, const char *aim, const char *text)
{
  g_autoptr (VouchWedge) wedge = vouch_wedge_new (settings);

  simulated_scanner_scan (scanner, wedge, 1000, aim, text);
  return vouch_wedge_take (wedge);
}

static VouchScannerProfile *
teach (const SimulatedScanner *scanner)
{
  static const VouchWedgeSettings settings = { .gap_ms = 250, .min_length = 3, .max_length = 4096 };
  g_autoptr (VouchScannerLesson) lesson = vouch_scanner_lesson_new (VOUCH_SCANNER_KEYBOARD);
  VouchScannerCode code;

  while (vouch_scanner_lesson_get_code (lesson, &code))
    {
      g_autoptr (VouchWedgeBurst) burst = scan (scanner, &settings, vouch_scanner_code_is_gs1 (code) ? "]C1" : "]C0",
                                                vouch_scanner_code_get_reading (code));
      g_autoptr (VouchScannerArrival) arrival = vouch_scanner_arrival_new_from_burst (burst);

      if (vouch_scanner_lesson_take (lesson, arrival) > VOUCH_SCANNER_ANSWER_REPAIRED)
        return NULL;
    }
  return vouch_scanner_lesson_make_profile (lesson, 1);
}

/* What a code may hold: printable characters of ASCII and separators, three of them at least and not all the same. */
static char *
make_content (const guint8 *data, gsize size, gboolean has_tilde)
{
  GString *text = g_string_new ("01");

  for (gsize i = 0; i < size && text->len < TEXT_MAX; i++)
    {
      char c = data[i] % 97 == 96 ? '\x1d' : (char)(' ' + data[i] % 95);

      g_string_append_c (text, c == '~' && !has_tilde ? '-' : c);
    }
  return g_string_free (text, FALSE);
}

static char *
drop_separators (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\x1d", -1);

  return g_strjoinv ("", parts);
}

static void
round_trip (const guint8 *data, gsize size)
{
  static const char *const befores[] = { "", "X1", "#", "]C" };
  static const char *const afters[] = { "", "$", "/e" };
  SimulatedScanner scanner = { .gap_ms = 5 };
  VouchWedgeSettings settings = VOUCH_WEDGE_DEFAULTS;
  g_autoptr (VouchScannerProfile) profile = NULL;
  g_autoptr (VouchWedgeBurst) burst = NULL;
  g_autoptr (VouchScan) read = NULL;
  g_autofree char *content = NULL;
  g_autofree char *expected = NULL;

  scanner.layout = (SimulatedLayout)(take_byte (&data, &size) % SIMULATED_RUSSIAN);
  scanner.gs = (SimulatedGs)(take_byte (&data, &size) % SIMULATED_N_GS);
  scanner.caps = (SimulatedCaps)(take_byte (&data, &size) % SIMULATED_CAPS_LOST);
  scanner.suffix = (VouchWedgeEnd)(take_byte (&data, &size) % 3);
  scanner.before = befores[take_byte (&data, &size) % G_N_ELEMENTS (befores)];
  scanner.after = afters[take_byte (&data, &size) % G_N_ELEMENTS (afters)];
  scanner.sends_aim = TRUE;
  profile = teach (&scanner);
  g_assert_nonnull (profile);
  g_assert_true (vouch_scanner_profile_check (profile, NULL));
  vouch_scanner_profile_set_up_wedge (profile, &settings);
  content = make_content (data, size, scanner.gs != SIMULATED_GS_TEXT);
  burst = scan (&scanner, &settings, "]C1", content);
  read = vouch_scanner_profile_read_burst (profile, burst, 1, NULL);
  g_assert_nonnull (read);
  expected = scanner.gs == SIMULATED_GS_NONE ? drop_separators (content) : g_strdup (content);
  g_assert_cmpstr (read->text, ==, expected);
  g_assert_cmpstr (read->aim, ==, "]C1");
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  if (size == 0)
    return 0;
  if (data[0] % 2 == 0)
    apply_any (data + 1, size - 1);
  else
    round_trip (data + 1, size - 1);
  return 0;
}
