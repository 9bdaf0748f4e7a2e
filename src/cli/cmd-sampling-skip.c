/* `vouch sampling skip`: skip-lot sequences, told lot by lot what became of those that were inspected. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-hash.h"
#include "vouch-hex.h"
#include "vouch-json-member.h"
#include "vouch-sampling-skip.h"
#include "vouch-verb.h"

typedef struct
{
  VouchSamplingSkipRule rule;
  guint8 seed[VOUCH_SAMPLING_SEED_SIZE];
  gboolean has_seed;
} Terms;

typedef struct
{
  Terms terms;
  VouchSamplingSkip now;
} Sequence;

/* Of a figure that is not given, the usual one stands. */
static gboolean
read_figure (JsonObject *object, const char *name, guint *figure, GError **error)
{
  gint64 number = 0;

  if (!vouch_json_member_is_given (object, name))
    return TRUE;
  if (!vouch_json_member_get_number (object, name, &number, error))
    return FALSE;
  *figure = (guint)CLAMP (number, 0, G_MAXUINT);
  return TRUE;
}

static gboolean
read_seed (JsonObject *object, Terms *terms, GError **error)
{
  const char *text;

  if (!vouch_json_member_get_text (object, "seed", "", &text, error))
    return FALSE;
  terms->has_seed = *text != '\0';
  if (!terms->has_seed || vouch_hex_read (text, terms->seed, sizeof terms->seed))
    return TRUE;
  vouch_set_field_error (error, "seed", VOUCH_ERROR_INVALID, _ ("A seed is %d hexadecimal digits"),
                         2 * VOUCH_SAMPLING_SEED_SIZE);
  return FALSE;
}

static gboolean
read_terms (JsonObject *object, Terms *terms, GError **error)
{
  vouch_sampling_skip_rule_init (&terms->rule);
  return read_figure (object, "qualify", &terms->rule.qualify, error) &&
         read_figure (object, "every", &terms->rule.every, error) &&
         read_figure (object, "requalify", &terms->rule.requalify, error) && read_seed (object, terms, error) &&
         vouch_sampling_skip_rule_check (&terms->rule, error);
}

/* What was drawn so far was drawn by other terms. */
static gboolean
check_same_terms (const Terms *was, const Terms *is, GError **error)
{
  const char *field = was->rule.qualify != is->rule.qualify                                 ? "qualify"
                      : was->rule.every != is->rule.every                                   ? "every"
                      : was->rule.requalify != is->rule.requalify                           ? "requalify"
                      : is->has_seed && memcmp (was->seed, is->seed, sizeof was->seed) != 0 ? "seed"
                                                                                            : NULL;

  if (field == NULL)
    return TRUE;
  vouch_set_field_error (error, field, VOUCH_ERROR_INVALID,
                         _ ("“%s” cannot change within a sequence; begin another one"), field);
  return FALSE;
}

static Sequence *
begin_sequence (GHashTable *sequences, const char *name, const Terms *terms)
{
  Sequence *sequence = g_new0 (Sequence, 1);

  sequence->terms = *terms;
  if (!terms->has_seed)
    vouch_random_bytes (sequence->terms.seed, sizeof sequence->terms.seed);
  g_hash_table_insert (sequences, g_strdup (name), sequence);
  return sequence;
}

static const char *
say_phase (VouchSamplingSkipPhase phase)
{
  switch (phase)
    {
    case VOUCH_SAMPLING_SKIP_QUALIFY:
      return _ ("qualifying, every lot is inspected");
    case VOUCH_SAMPLING_SKIP_SKIP:
      return _ ("lots are skipped");
    case VOUCH_SAMPLING_SKIP_INTERRUPT:
    default:
      return _ ("interrupted, every lot is inspected");
    }
}

static char *
say (const char *name, gboolean inspected, const VouchSamplingSkip *now)
{
  /* Translators: a sequence's name, and where skip-lot inspection stands after the lot. */
  return inspected ? g_strdup_printf (_ ("%s: inspected; next: %s"), name, say_phase (now->phase))
                   : g_strdup_printf (_ ("%s: skipped; next: %s"), name, say_phase (now->phase));
}

static VouchAnswer *
describe (const char *name, gboolean inspected, const Sequence *sequence)
{
  g_autofree char *seed = vouch_hex_write (sequence->terms.seed, sizeof sequence->terms.seed);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "sequence", name);
  json_object_set_boolean_member (object, "inspected", inspected);
  json_object_set_string_member (object, "phase", vouch_sampling_skip_phase_values.names[sequence->now.phase]);
  json_object_set_int_member (object, "n_accepted", sequence->now.n_accepted);
  json_object_set_string_member (object, "seed", seed);
  return vouch_answer_new (object, say (name, inspected, &sequence->now));
}

/* Whether a lot is accepted says nothing where the draw skips it. */
static VouchAnswer *
answer_skip (VouchCli *cli, JsonObject *object, gpointer data, GError **error)
{
  GHashTable *sequences = data;
  VouchSamplingSkipResult result = VOUCH_SAMPLING_SKIP_SKIPPED;
  gboolean accepted = FALSE, inspected;
  Terms terms = { 0 };
  Sequence *sequence;
  const char *name;

  if (!vouch_json_member_get_text (object, "sequence", NULL, &name, error) || !read_terms (object, &terms, error) ||
      !vouch_json_member_get_flag (object, "accepted", &accepted, error))
    return NULL;
  sequence = g_hash_table_lookup (sequences, name);
  if (sequence != NULL && !check_same_terms (&sequence->terms, &terms, error))
    return NULL;
  if (sequence == NULL)
    sequence = begin_sequence (sequences, name, &terms);
  inspected = vouch_sampling_skip_is_inspected (&sequence->now, &sequence->terms.rule, sequence->terms.seed);
  if (inspected)
    result = accepted ? VOUCH_SAMPLING_SKIP_ACCEPTED : VOUCH_SAMPLING_SKIP_NOT_ACCEPTED;
  if (!vouch_sampling_skip_take (&sequence->now, &sequence->terms.rule, sequence->terms.seed, result, error))
    return NULL;
  return describe (name, inspected, sequence);
}

static void
run_skip (VouchCli *cli, const VouchVerb *verb)
{
  g_autoptr (GHashTable) sequences = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  vouch_json_member_run_with (cli, answer_skip, sequences);
}

const VouchVerb vouch_verbs_of_sampling_skip[] = {
  {
      .noun = "sampling",
      .verb = "skip",
      .arguments = "--sequence NAME --accepted true|false [--qualify N] [--every N] [--requalify N] [--seed HEX]",
      .help = N_ ("says lot by lot whether a skip-lot rule has it inspected; needs no station"),
      .run = run_skip,
  },
  { NULL },
};
