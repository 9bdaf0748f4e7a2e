#include <glib.h>

#include "vouch-control-record.h"
#include "vouch-hash.h"
#include "vouch-hex.h"
#include "vouch-trace-code.h"

static const guint8 master[VOUCH_TRACE_KEY_SIZE] = { 0x4b };

/* The vectors come from tests/support/trace_reference.py, which shares no code with us. */
static void
check_vector (const char *line)
{
  g_auto (GStrv) column = g_strsplit (line, ",", 6);
  guint8 master_key[32], expected[32], key[32];
  char serial[VOUCH_TRACE_SERIAL_LENGTH + 1];
  guint32 unit, opened = 0;

  g_assert_cmpuint (g_strv_length (column), ==, 6);
  g_assert_true (vouch_hex_read (column[0], master_key, sizeof master_key));
  g_assert_true (vouch_hex_read (column[3], expected, sizeof expected));
  vouch_trace_lot_key (master_key, *column[1] != '\0' ? column[1] : NULL, column[2], key);
  g_assert_cmpmem (key, sizeof key, expected, sizeof expected);

  unit = (guint32)g_ascii_strtoull (column[4], NULL, 10);
  vouch_trace_serial (key, unit, serial);
  g_assert_cmpstr (serial, ==, column[5]);
  g_assert_true (vouch_trace_serial_open (key, column[5], &opened));
  g_assert_cmpuint (opened, ==, unit);
}

static void
test_construction_is_the_published_one (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "trace", "code-vectors.csv", NULL);
  g_autofree char *content = NULL;
  g_auto (GStrv) line = NULL;
  guint n_vectors = 0;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  line = g_strsplit (content, "\n", -1);
  g_assert_cmpstr (line[0], ==, "master,gtin,lot,lot_key,unit,serial");
  for (guint i = 1; line[i] != NULL && *line[i] != '\0'; i++, n_vectors++)
    check_vector (line[i]);
  g_assert_cmpuint (n_vectors, ==, 448);
}

static int
compare_serials (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, VOUCH_TRACE_SERIAL_LENGTH + 1);
}

static void
test_a_million_serials_of_a_lot_are_distinct_and_accepted (void)
{
  enum
  {
    N_UNITS = 1000000
  };
  g_autofree char (*serials)[VOUCH_TRACE_SERIAL_LENGTH + 1] = g_malloc_n (N_UNITS, sizeof *serials);
  guint8 key[VOUCH_TRACE_KEY_SIZE];

  vouch_trace_lot_key (master, NULL, "2026-0001", key);
  for (guint32 unit = 0; unit < N_UNITS; unit++)
    {
      guint32 opened;

      vouch_trace_serial (key, unit, serials[unit]);
      g_assert_true (vouch_trace_serial_open (key, serials[unit], &opened));
      g_assert_cmpuint (opened, ==, unit);
    }
  qsort (serials, N_UNITS, sizeof *serials, compare_serials);
  for (guint32 i = 1; i < N_UNITS; i++)
    g_assert_cmpint (compare_serials (serials[i - 1], serials[i]), <, 0);
}

static void
make_random_serial (char serial[VOUCH_TRACE_SERIAL_LENGTH + 1])
{
  static const char digits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  guint8 bytes[VOUCH_TRACE_SERIAL_LENGTH];

  vouch_random_bytes (bytes, sizeof bytes);
  for (guint i = 0; i < VOUCH_TRACE_SERIAL_LENGTH; i++)
    serial[i] = digits[bytes[i] & 31];
  serial[VOUCH_TRACE_SERIAL_LENGTH] = '\0';
}

/* A published lot as large as lots get, so that no range saves us: the tag alone must refuse. */
static void
test_a_million_guesses_are_refused (void)
{
  g_autoptr (VouchControlRecord) record = vouch_control_record_new ("2026-0001", NULL, 1);
  guint8 key[VOUCH_TRACE_KEY_SIZE];

  vouch_trace_lot_key (master, NULL, "2026-0001", key);
  vouch_control_record_add_key (record, 1, FALSE, key);
  vouch_control_record_add_range (record, 1, 0, VOUCH_TRACE_UNIT_END);
  for (guint i = 0; i < 1000000; i++)
    {
      char serial[VOUCH_TRACE_SERIAL_LENGTH + 1];

      make_random_serial (serial);
      g_assert_cmpint (vouch_control_record_find_unit (record, serial, NULL), ==, VOUCH_UNIT_UNKNOWN);
    }
}

static void
test_one_wrong_character_never_verifies (void)
{
  static const char digits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  guint8 key[VOUCH_TRACE_KEY_SIZE];

  vouch_trace_lot_key (master, "06901234567892", "2026-0001", key);
  for (guint32 unit = 0; unit < 200; unit++)
    {
      char serial[VOUCH_TRACE_SERIAL_LENGTH + 1];

      vouch_trace_serial (key, unit, serial);
      for (guint i = 0; i < VOUCH_TRACE_SERIAL_LENGTH; i++)
        {
          char right = serial[i];

          for (const char *digit = digits; *digit != '\0'; digit++)
            {
              serial[i] = *digit;
              g_assert_true (vouch_trace_serial_open (key, serial, NULL) == (*digit == right));
            }
          serial[i] = right;
        }
    }
}

static void
test_neighbours_exchanged_never_verify (void)
{
  guint8 key[VOUCH_TRACE_KEY_SIZE];

  vouch_trace_lot_key (master, NULL, "2026-0001", key);
  for (guint32 unit = 0; unit < 1000; unit++)
    {
      char serial[VOUCH_TRACE_SERIAL_LENGTH + 1];

      vouch_trace_serial (key, unit, serial);
      for (guint i = 1; i < VOUCH_TRACE_SERIAL_LENGTH; i++)
        {
          char first = serial[i - 1];

          if (first == serial[i])
            continue;
          serial[i - 1] = serial[i];
          serial[i] = first;
          g_assert_false (vouch_trace_serial_open (key, serial, NULL));
          serial[i] = serial[i - 1];
          serial[i - 1] = first;
        }
    }
}

static void
test_keys_depend_on_everything (void)
{
  const guint8 other_master[VOUCH_TRACE_KEY_SIZE] = { 0x4c };
  guint8 key[6][VOUCH_TRACE_KEY_SIZE];

  vouch_trace_lot_key (master, NULL, "A-1", key[0]);
  vouch_trace_lot_key (other_master, NULL, "A-1", key[1]);
  vouch_trace_lot_key (master, NULL, "A-2", key[2]);
  vouch_trace_lot_key (master, "06901234567892", "A-1", key[3]);
  vouch_trace_lot_key (master, "06901234567885", "A-1", key[4]);
  vouch_trace_lot_key (master, NULL, "A-", key[5]);
  for (guint i = 0; i < G_N_ELEMENTS (key); i++)
    for (guint j = 0; j < i; j++)
      g_assert_false (vouch_equal_in_constant_time (key[i], key[j], VOUCH_TRACE_KEY_SIZE));
}

static void
test_reads_serials_as_people_type_them (void)
{
  static const char *const same[] = {
    "0123456789ABCDEF",
    "0123-4567-89ab-cdef",
    " o l 2 3 4 5 6 7 8 9 a b c d e f ",
    "OI23-4567-89AB-CDEF",
    "0123\u20134567\u201089AB\u00a0CDEF",
    "0123\u30004567\uff0d89AB\u2212CDEF",
    "----0123456789ABCDEF----",
  };
  static const char *const wrong[] = {
    "",
    "0123456789ABCDE",
    "0123456789ABCDEF0",
    "0123456789ABCDEU",
    "0123456789ABCDE.",
    "0123456789ABCDE\u0415", /* a Cyrillic letter */
    "\uff10123456789ABCDEF",
    "0123456789ABCDE\xff",
    "0123456789ABCDEF\n",
    "\t0123456789ABCDEF",
  };
  char serial[VOUCH_TRACE_SERIAL_LENGTH + 1];
  g_autofree char *hyphens = g_strnfill (1000, '-');

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_assert_true (vouch_trace_serial_normalise (same[i], serial));
      g_assert_cmpstr (serial, ==, "0123456789ABCDEF");
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_false (vouch_trace_serial_normalise (wrong[i], serial));
      g_assert_cmpstr (serial, ==, "");
    }
  g_assert_false (vouch_trace_serial_normalise (NULL, serial));
  g_assert_false (vouch_trace_serial_normalise (hyphens, serial));
}

static void
test_opens_only_whole_serials (void)
{
  guint8 key[VOUCH_TRACE_KEY_SIZE];
  char serial[VOUCH_TRACE_SERIAL_LENGTH + 1];
  g_autofree char *longer = NULL;

  vouch_trace_lot_key (master, NULL, "A", key);
  vouch_trace_serial (key, 5, serial);
  longer = g_strconcat (serial, "0", NULL);
  g_assert_false (vouch_trace_serial_open (key, longer, NULL));
  serial[15] = '\0';
  g_assert_false (vouch_trace_serial_open (key, serial, NULL));
  g_assert_false (vouch_trace_serial_open (key, "", NULL));
  g_assert_false (vouch_trace_serial_open (key, "UUUUUUUUUUUUUUUU", NULL));
}

static void
test_groups_by_four (void)
{
  char grouped[20];

  vouch_trace_serial_group ("0123456789ABCDEF", grouped);
  g_assert_cmpstr (grouped, ==, "0123-4567-89AB-CDEF");
}

static void
test_lot_numbers_have_their_form (void)
{
  static const char *const valid[] = { "0", "A-1", "S01-260131-000042", "ZZZZZZZZZZZZZZZZZZZZ", "O0IL" };
  static const char *const invalid[] = { "", "a", "A/1", "A 1", "ZZZZZZZZZZZZZZZZZZZZZ", "批", "A\n", "A.1" };
  char lot[VOUCH_TRACE_LOT_MAX + 1];

  for (guint i = 0; i < G_N_ELEMENTS (valid); i++)
    {
      g_assert_true (vouch_trace_lot_number_is_valid (valid[i]));
      g_assert_true (vouch_trace_lot_number_normalise (valid[i], lot));
      g_assert_cmpstr (lot, ==, valid[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++)
    g_assert_false (vouch_trace_lot_number_is_valid (invalid[i]));
  g_assert_false (vouch_trace_lot_number_is_valid (NULL));

  g_assert_true (vouch_trace_lot_number_normalise (" s01-260131 - 000042 ", lot));
  g_assert_cmpstr (lot, ==, "S01-260131-000042");
  g_assert_false (vouch_trace_lot_number_normalise ("ZZZZZZZZZZZZZZZZZZZZZ", lot));
  g_assert_cmpstr (lot, ==, "");
  g_assert_false (vouch_trace_lot_number_normalise ("A/1", lot));
  g_assert_false (vouch_trace_lot_number_normalise (NULL, lot));
}

static void
test_gtins_need_their_check_digit (void)
{
  g_assert_true (vouch_trace_gtin_is_valid ("06901234567892"));
  g_assert_false (vouch_trace_gtin_is_valid ("06901234567893"));
  g_assert_false (vouch_trace_gtin_is_valid ("6901234567892"));
  g_assert_false (vouch_trace_gtin_is_valid ("0690123456789x"));
  g_assert_false (vouch_trace_gtin_is_valid (""));
  g_assert_false (vouch_trace_gtin_is_valid (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trace-code/construction-is-the-published-one", test_construction_is_the_published_one);
  g_test_add_func ("/trace-code/a-million-serials-of-a-lot-are-distinct-and-accepted",
                   test_a_million_serials_of_a_lot_are_distinct_and_accepted);
  g_test_add_func ("/trace-code/a-million-guesses-are-refused", test_a_million_guesses_are_refused);
  g_test_add_func ("/trace-code/one-wrong-character-never-verifies", test_one_wrong_character_never_verifies);
  g_test_add_func ("/trace-code/neighbours-exchanged-never-verify", test_neighbours_exchanged_never_verify);
  g_test_add_func ("/trace-code/keys-depend-on-everything", test_keys_depend_on_everything);
  g_test_add_func ("/trace-code/reads-serials-as-people-type-them", test_reads_serials_as_people_type_them);
  g_test_add_func ("/trace-code/opens-only-whole-serials", test_opens_only_whole_serials);
  g_test_add_func ("/trace-code/groups-by-four", test_groups_by_four);
  g_test_add_func ("/trace-code/lot-numbers-have-their-form", test_lot_numbers_have_their_form);
  g_test_add_func ("/trace-code/gtins-need-their-check-digit", test_gtins_need_their_check_digit);
  return g_test_run ();
}
