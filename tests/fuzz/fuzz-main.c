/* Drives a libFuzzer-style target without libFuzzer, which gcc does not have.
 *
 * usage: fuzz-NAME [--seconds N] [--tries N] [--dictionary FILE] SEED…
 *
 * Each SEED is a file, or a folder of files. All are fed to the target as they are, then mutants of them: the same ones
 * in every run, because the random numbers have a fixed start. On a crash, a sanitizer's report or an input that takes
 * too long, the input is written to the standard error in hex; `--tries 0` and a file with these bytes repeat it. */
#include <glib.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
/* Of the sanitizers' run-time; not there in a plain build. */
void __sanitizer_set_death_callback (void (*callback) (void)) __attribute__ ((weak));

#define INPUT_MAX 8192
#define INPUT_SECONDS 5 /* an input that takes longer hangs */
#define MUTATIONS_MAX 6

typedef struct
{
  GRand *random;
  GPtrArray *seeds; /* GBytes */
  GPtrArray *words; /* GBytes, from the dictionary; may be empty */
} Fuzzer;

/* The input being tried, where a signal handler can reach it. */
static uint8_t current[INPUT_MAX];
static size_t current_size;

static void
write_current_input (void)
{
  static const char digits[] = "0123456789abcdef";
  static char line[2 * INPUT_MAX + 1];
  size_t at = 0;
  ssize_t written;

  for (size_t i = 0; i < current_size; i++)
    {
      line[at++] = digits[current[i] >> 4];
      line[at++] = digits[current[i] & 15];
    }
  line[at++] = '\n';
  written = write (STDERR_FILENO, "\nthe input was, in hex: ", 24);
  written = write (STDERR_FILENO, line, at);
  (void)written;
}

static void
died_cb (int number)
{
  write_current_input ();
  signal (number, SIG_DFL);
  raise (number);
}

static void
watch_for_death (void)
{
  signal (SIGALRM, died_cb);
  signal (SIGABRT, died_cb);
  signal (SIGTRAP, died_cb); /* a fatal warning */
  if (__sanitizer_set_death_callback != NULL)
    {
      __sanitizer_set_death_callback (write_current_input);
      return;
    }
  signal (SIGSEGV, died_cb);
  signal (SIGBUS, died_cb);
  signal (SIGFPE, died_cb);
  signal (SIGILL, died_cb);
}

/* The target gets a block of exactly this size, so that the sanitizer sees a step beyond its end; a block even where
 * the size is 0, as libFuzzer gives one. */
static void
try_input (const uint8_t *data, size_t size)
{
  uint8_t *exact = malloc (size);

  if (size > 0)
    {
      memcpy (exact, data, size);
      memcpy (current, data, size);
    }
  current_size = size;
  alarm (INPUT_SECONDS);
  LLVMFuzzerTestOneInput (exact, size);
  free (exact);
}

static void
overwrite_bytes (Fuzzer *self, GByteArray *input)
{
  static const uint8_t telling[] = { 0x00, 0x01, 0x1d, '0', '9', 'A', ' ', '%', '/', 0x7f, 0x80, 0xc0, 0xff };
  guint at = (guint)g_rand_int_range (self->random, 0, (gint32)input->len);

  switch (g_rand_int_range (self->random, 0, 4))
    {
    case 0:
      input->data[at] ^= (uint8_t)(1 << g_rand_int_range (self->random, 0, 8));
      break;
    case 1:
      input->data[at] = telling[g_rand_int_range (self->random, 0, G_N_ELEMENTS (telling))];
      break;
    case 2:
      input->data[at] = (uint8_t)g_rand_int_range (self->random, 0, 256);
      break;
    default:
      /* Digits for digits: lengths, dates and check digits are reached only by inputs that keep their shape. */
      for (; at < input->len && g_ascii_isdigit (input->data[at]); at++)
        input->data[at] = (uint8_t)('0' + g_rand_int_range (self->random, 0, 10));
    }
}

static void
remove_bytes (Fuzzer *self, GByteArray *input)
{
  guint at = (guint)g_rand_int_range (self->random, 0, (gint32)input->len);
  guint most = MIN (input->len - at, 32);

  g_byte_array_remove_range (input, at, (guint)g_rand_int_range (self->random, 1, (gint32)most + 1));
}

static void
insert_bytes (Fuzzer *self, GByteArray *input, const uint8_t *data, gsize size)
{
  guint at = (guint)g_rand_int_range (self->random, 0, (gint32)input->len + 1);
  guint rest = input->len - at;
  g_autofree uint8_t *tail = NULL;

  size = MIN (size, INPUT_MAX - input->len);
  if (size == 0)
    return;
  tail = g_memdup2 (input->data + at, rest);
  g_byte_array_set_size (input, at);
  g_byte_array_append (input, data, (guint)size);
  if (rest > 0)
    g_byte_array_append (input, tail, rest);
}

/* A piece of an input or a whole word of the dictionary. */
static void
insert_piece (Fuzzer *self, GByteArray *input, GPtrArray *pieces, gboolean whole)
{
  GBytes *piece = g_ptr_array_index (pieces, g_rand_int_range (self->random, 0, (gint32)pieces->len));
  gsize size;
  const uint8_t *data = g_bytes_get_data (piece, &size);
  gsize from;

  if (size == 0)
    return;
  if (whole)
    {
      insert_bytes (self, input, data, size);
      return;
    }
  from = (gsize)g_rand_int_range (self->random, 0, (gint32)size);
  insert_bytes (self, input, data + from, (gsize)g_rand_int_range (self->random, 1, (gint32)(size - from) + 1));
}

static void
mutate (Fuzzer *self, GByteArray *input)
{
  switch (g_rand_int_range (self->random, 0, 6))
    {
    case 0:
      if (self->words->len > 0)
        insert_piece (self, input, self->words, TRUE);
      break;
    case 1:
      insert_piece (self, input, self->seeds, FALSE);
      break;
    case 2:
      if (input->len > 0)
        remove_bytes (self, input);
      break;
    default:
      if (input->len > 0)
        overwrite_bytes (self, input);
    }
}

static void
try_mutant (Fuzzer *self)
{
  GBytes *seed = g_ptr_array_index (self->seeds, g_rand_int_range (self->random, 0, (gint32)self->seeds->len));
  g_autoptr (GByteArray) input = g_byte_array_new ();
  int mutations = g_rand_int_range (self->random, 1, MUTATIONS_MAX + 1);

  g_byte_array_append (input, g_bytes_get_data (seed, NULL), (guint)g_bytes_get_size (seed));
  for (int i = 0; i < mutations; i++)
    mutate (self, input);
  try_input (input->data, input->len);
}

static void
load_seed_file (GPtrArray *seeds, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize size;

  if (!g_file_get_contents (path, &contents, &size, &error))
    g_error ("%s", error->message);
  g_ptr_array_add (seeds, g_bytes_new (contents, MIN (size, INPUT_MAX)));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* In the order of their names: a folder's own order differs from machine to machine. */
static void
load_seed_folder (GPtrArray *seeds, const char *path)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    load_seed_file (seeds, g_ptr_array_index (names, i));
}

/* One word a line, with C's escapes. */
static void
load_words (GPtrArray *words, const char *path)
{
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;

  if (path == NULL || !g_file_get_contents (path, &contents, NULL, NULL))
    return;
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *word = g_strcompress (lines[i]);

      if (*word != '\0')
        g_ptr_array_add (words, g_bytes_new_take (word, strlen (word)));
      else
        g_free (word);
    }
}

int
main (int argc, char *argv[])
{
  int seconds = 4, tries = 1000000;
  g_autofree char *dictionary = NULL;
  g_auto (GStrv) paths = NULL;
  GOptionEntry entries[] = { { "seconds", 0, 0, G_OPTION_ARG_INT, &seconds, "Stop after so long", "N" },
                             { "tries", 0, 0, G_OPTION_ARG_INT, &tries, "Stop after so many mutants", "N" },
                             { "dictionary", 0, 0, G_OPTION_ARG_FILENAME, &dictionary, "Words to insert", "FILE" },
                             { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, "SEED…" },
                             { NULL } };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (GPtrArray) seeds = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  g_autoptr (GError) error = NULL;
  Fuzzer self = { random, seeds, words };
  gint64 end;
  int tried = 0;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }
  for (guint i = 0; paths != NULL && paths[i] != NULL; i++)
    if (g_file_test (paths[i], G_FILE_TEST_IS_DIR))
      load_seed_folder (seeds, paths[i]);
    else if (g_file_test (paths[i], G_FILE_TEST_EXISTS))
      load_seed_file (seeds, paths[i]);
  load_words (words, dictionary);
  if (seeds->len == 0)
    g_ptr_array_add (seeds, g_bytes_new ("", 0));

  watch_for_death ();
  for (guint i = 0; i < seeds->len; i++)
    {
      gsize size;
      const uint8_t *data = g_bytes_get_data (g_ptr_array_index (seeds, i), &size);

      try_input (data, size);
    }
  end = g_get_monotonic_time () + seconds * G_USEC_PER_SEC;
  for (; tried < tries && g_get_monotonic_time () < end; tried++)
    try_mutant (&self);
  alarm (0);
  g_print ("%u seeds, %u words, %d mutants: nothing broke\n", seeds->len, words->len, tried);
  return 0;
}
