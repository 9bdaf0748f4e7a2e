/* How many codes our decoder reads in drawn pictures, and how many it reads wrong, beside ZBar with its defaults and
 * ZBar with every retry on the same pictures. The pictures are the same ones in every run.
 *
 * usage: bench-decoder [--first N] [--rounds N] [--table] [--dump FOLDER] */
#include <string.h>

#include "bench-report.h"
#include "code-scene.h"
#include "scene-code.h"
#include "vouch-decoder-client.h"
#include "vouch-picture.h"
#include "zbar-alone.h"

#define WIDTH 640
#define HEIGHT 480
#define DRAWN_MODULE 8

/* Of what one reader saw in all pictures of a condition. */
typedef struct
{
  int right;
  int right_sure;
  int wrong;
  int wrong_sure;
} Tally;

typedef enum
{
  OURS,
  ZBAR,
  ZBAR_WITH_RETRIES,
  N_READERS,
} Reader;

static const char *const reader_names[N_READERS] = { "decoder", "zbar", "zbar_with_retries" };

typedef struct
{
  const char *name;
  CodeScene scene;     /* the worst; a picture gets a part of it */
  int jpeg_quality;    /* 0: as it is */
  gboolean is_blank;   /* nothing but clutter */
  gboolean is_several; /* three codes */
} Condition;

static const Condition conditions[] = {
  { .name = "clean", .scene = { .module = 3 } },
  { .name = "perspective", .scene = { .module = 3.5, .tilt = 0.16, .turn = 10 } },
  { .name = "blur", .scene = { .module = 3, .blur = 0.75 } },
  { .name = "noise", .scene = { .module = 3, .noise = 45 } },
  { .name = "shade", .scene = { .module = 3, .shade = 0.95, .noise = 4 } },
  { .name = "turned", .scene = { .module = 3, .turn = 180 } },
  { .name = "small", .scene = { .module = 1.6, .blur = 0.2 } },
  { .name = "inverted", .scene = { .module = 3, .is_inverted = TRUE, .blur = 0.2 } },
  { .name = "jpeg", .scene = { .module = 2.5, .blur = 0.3 }, .jpeg_quality = 6 },
  { .name = "dock",
    .scene = { .module = 2.5, .turn = 30, .tilt = 0.08, .blur = 0.5, .noise = 14, .shade = 0.6 },
    .jpeg_quality = 50 },
  { .name = "several", .scene = { .module = 2, .turn = 12, .blur = 0.3, .noise = 8 }, .is_several = TRUE },
  { .name = "cropped", .scene = { .module = 3, .cut = 0.4, .noise = 10 } },
  { .name = "clutter", .scene = { .module = 3, .blur = 0.3, .noise = 12, .turn = 10 }, .is_blank = TRUE },
};

typedef struct
{
  Tally tallies[G_N_ELEMENTS (conditions)][N_READERS];
  int n_codes[G_N_ELEMENTS (conditions)];
  BenchSeries *durations;
  VouchDecoder *decoder;
  const char *dump;
} Measure;

/* From half of the worst to the worst of it. */
static CodeScene
vary (const Condition *condition, GRand *random)
{
  CodeScene scene = condition->scene;
  double part = g_rand_double_range (random, 0.5, 1);

  scene.turn *= g_rand_double_range (random, -1, 1);
  scene.tilt *= part;
  scene.blur *= part;
  scene.noise *= part;
  scene.shade *= part;
  scene.cut *= part;
  /* Small is from the worst to twice that. */
  scene.module *= g_rand_double_range (random, 1, 1.4);
  return scene;
}

static void
place_code (const CodeScene *scene, DrawnCode *paper, const char *kind, GPtrArray *truth, GRand *random)
{
  g_autoptr (SceneCode) code = scene_code_new (kind, random);
  g_autoptr (DrawnCode) bars = drawn_code_new (kind, code->drawn, DRAWN_MODULE);

  code_scene_place (scene, paper, bars, DRAWN_MODULE, random);
  g_ptr_array_add (truth, g_strdup (code->text));
}

/* Below each other; of different kinds. */
static void
place_several (const CodeScene *scene, DrawnCode *paper, guint kind, GPtrArray *truth, GRand *random)
{
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (DrawnCode) part = code_scene_new_paper (WIDTH, HEIGHT / 3);

      place_code (scene, part, scene_code_kinds[(kind + i * 5) % SCENE_CODE_N_KINDS], truth, random);
      drawn_code_paste (paper, part, 0, i * (HEIGHT / 3));
    }
}

static DrawnCode *
through_jpeg (DrawnCode *paper, int quality)
{
  g_autoptr (GBytes) file = drawn_code_write_jpeg (paper, quality);
  gsize length;
  const guint8 *bytes = g_bytes_get_data (file, &length);
  g_autoptr (VouchGrey) grey = NULL;

  g_assert_cmpint (vouch_picture_decode (bytes, length, &grey), ==, VOUCH_PICTURE_READ);
  memcpy (paper->pixels, grey->pixels, (gsize)paper->width * paper->height);
  return paper;
}

static DrawnCode *
take_picture (const Condition *condition, guint kind, GPtrArray *truth, GRand *random)
{
  CodeScene scene = vary (condition, random);
  DrawnCode *paper = code_scene_new_paper (WIDTH, HEIGHT);

  if (condition->is_blank)
    code_scene_clutter (paper, random);
  else if (condition->is_several)
    place_several (&scene, paper, kind, truth, random);
  else
    place_code (&scene, paper, scene_code_kinds[kind], truth, random);
  if (condition->scene.cut > 0)
    g_ptr_array_set_size (truth, 0);
  code_scene_expose (&scene, paper, random);
  return condition->jpeg_quality > 0 ? through_jpeg (paper, condition->jpeg_quality) : paper;
}

static const char *
without_zeros (const char *text)
{
  return text + strspn (text, "0");
}

/* UPC-A is written with and without the zero before it. */
static gboolean
is_true (GPtrArray *truth, const char *text)
{
  for (guint i = 0; i < truth->len; i++)
    if (g_str_equal (without_zeros (text), without_zeros (g_ptr_array_index (truth, i))))
      return TRUE;
  return FALSE;
}

static void
count (Tally *tally, GPtrArray *truth, const char *text, gboolean is_sure)
{
  gboolean is_right = is_true (truth, text);

  tally->right += is_right;
  tally->right_sure += is_right && is_sure;
  tally->wrong += !is_right;
  tally->wrong_sure += !is_right && is_sure;
}

static void
count_texts (Tally *tally, GPtrArray *truth, GPtrArray *texts)
{
  for (guint i = 0; i < texts->len; i++)
    count (tally, truth, g_ptr_array_index (texts, i), TRUE);
  g_ptr_array_unref (texts);
}

static void
count_symbols (Tally *tally, GPtrArray *truth, GPtrArray *symbols, const char *where)
{
  for (guint i = 0; i < symbols->len; i++)
    {
      const VouchSymbol *symbol = g_ptr_array_index (symbols, i);

      if (symbol->refusal == VOUCH_SYMBOL_TAKEN)
        count (tally, truth, symbol->text, symbol->sure);
      if (!is_true (truth, symbol->text))
        g_printerr ("%s: wrong%s: %s “%s” %d\n", where, symbol->sure ? " and sure" : "", symbol->symbology,
                    symbol->text, symbol->quality);
    }
}

static void
dump (Measure *self, const DrawnCode *paper, const char *name)
{
  g_autofree char *path = g_strconcat (self->dump, "/", name, ".png", NULL);
  g_autoptr (GBytes) file = drawn_code_write_png (paper);

  g_file_set_contents (path, g_bytes_get_data (file, NULL), (gssize)g_bytes_get_size (file), NULL);
}

static void
measure_picture (Measure *self, guint which, guint kind, guint round)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (round * 10007 + which * 101 + kind);
  g_autoptr (GPtrArray) truth = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (DrawnCode) paper = take_picture (&conditions[which], kind, truth, random);
  g_autofree char *name = g_strdup_printf ("%s-%s-%u", conditions[which].name, scene_code_kinds[kind], round);
  g_autoptr (GBytes) file = drawn_code_write_png (paper);
  g_autoptr (GPtrArray) symbols = NULL;
  g_autoptr (GError) error = NULL;
  VouchGrey grey = { paper->width, paper->height, paper->pixels };
  Tally *tallies = self->tallies[which];
  gint64 began = g_get_monotonic_time ();
  int before = tallies[OURS].right, retried = tallies[ZBAR_WITH_RETRIES].right;

  if (self->dump != NULL)
    dump (self, paper, name);
  symbols = vouch_decoder_read_picture (self->decoder, file, &error);
  if (symbols == NULL)
    {
      g_printerr ("%s: %s\n", name, error->message);
      symbols = g_ptr_array_new ();
    }
  bench_series_add (self->durations, g_get_monotonic_time () - began);
  self->n_codes[which] += (int)truth->len;
  count_symbols (&tallies[OURS], truth, symbols, name);
  count_texts (&tallies[ZBAR], truth, zbar_alone_read (&grey));
  count_texts (&tallies[ZBAR_WITH_RETRIES], truth, zbar_alone_read_with_retries (&grey));
  if (tallies[OURS].right - before < tallies[ZBAR_WITH_RETRIES].right - retried)
    g_printerr ("%s: missed\n", name);
}

static void
print_table (Measure *self)
{
  g_print ("%-12s %5s", "", "codes");
  for (guint reader = 0; reader < N_READERS; reader++)
    g_print ("  %-19s", reader_names[reader]);
  g_print ("\n");
  for (guint which = 0; which < G_N_ELEMENTS (conditions); which++)
    {
      g_print ("%-12s %5d", conditions[which].name, self->n_codes[which]);
      for (guint reader = 0; reader < N_READERS; reader++)
        {
          const Tally *tally = &self->tallies[which][reader];

          g_print ("  %4d(%3d) %4d(%3d)  ", tally->right, tally->right_sure, tally->wrong, tally->wrong_sure);
        }
      g_print ("\n");
    }
}

static Tally
sum_up (Measure *self, Reader reader)
{
  Tally sum = { 0 };

  for (guint which = 0; which < G_N_ELEMENTS (conditions); which++)
    {
      const Tally *tally = &self->tallies[which][reader];

      sum.right += tally->right;
      sum.right_sure += tally->right_sure;
      sum.wrong += tally->wrong;
      sum.wrong_sure += tally->wrong_sure;
    }
  return sum;
}

static void
report (Measure *self)
{
  Tally ours = sum_up (self, OURS), alone = sum_up (self, ZBAR), retried = sum_up (self, ZBAR_WITH_RETRIES);
  int n_codes = 0;

  for (guint which = 0; which < G_N_ELEMENTS (conditions); which++)
    n_codes += self->n_codes[which];
  bench_tell ("codes_shown", n_codes, "codes");
  bench_tell ("zbar_right", alone.right, "codes");
  bench_tell ("zbar_wrong", alone.wrong, "codes");
  bench_tell ("zbar_with_retries_right", retried.right, "codes");
  bench_tell ("zbar_with_retries_wrong", retried.wrong, "codes");
  bench_at_least ("decoder_right", ours.right, "codes", retried.right);
  bench_at_least ("decoder_right_and_sure", ours.right_sure, "codes", alone.right);
  bench_at_most ("decoder_wrong", ours.wrong, "codes", alone.wrong);
  bench_at_most ("decoder_wrong_and_sure", ours.wrong_sure, "codes", 0);
  bench_at_most ("decoder_crashes",
                 vouch_decoder_get_restarts (self->decoder) - vouch_decoder_get_hangs (self->decoder), "pictures", 0);
  bench_tell ("decoder_picture", (double)bench_series_median (self->durations) / 1000, "ms");
}

int
main (int argc, char **argv)
{
  int rounds = 1, first = 0;
  gboolean wants_table = FALSE;
  Measure self = { .durations = bench_series_new (), .decoder = vouch_decoder_new (NULL) };
  const GOptionEntry entries[] = {
    { "rounds", 0, 0, G_OPTION_ARG_INT, &rounds, "How many pictures of each kind", "N" },
    { "first", 0, 0, G_OPTION_ARG_INT, &first, "From which round on", "N" },
    { "table", 0, 0, G_OPTION_ARG_NONE, &wants_table, "Tell each condition: right (and sure), wrong (and sure)", NULL },
    { "dump", 0, 0, G_OPTION_ARG_FILENAME, &self.dump, "Write the pictures to a folder", "FOLDER" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, NULL))
    return 2;
  for (guint round = (guint)first; round < (guint)(first + rounds); round++)
    for (guint which = 0; which < G_N_ELEMENTS (conditions); which++)
      /* Every other one, the rest in the next round: a round is over in a minute. */
      for (guint kind = (round + which) % 2; kind < SCENE_CODE_N_KINDS; kind += 2)
        measure_picture (&self, which, kind, round);
  if (wants_table)
    print_table (&self);
  report (&self);
  g_array_unref (self.durations);
  vouch_decoder_free (self.decoder);
  return bench_end ();
}
