/* `vouch sampling draw`; the other verbs of the noun stand beside it. */
#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-hash.h"
#include "vouch-hex.h"
#include "vouch-json-member.h"
#include "vouch-sampling-draw.h"
#include "vouch-verb.h"

#define DRAW_MAX 1000000
#define STRATA_MAX 100000

typedef struct
{
  guint8 seed[VOUCH_SAMPLING_SEED_SIZE];
  GArray *sizes; /* units in each carton; nullable: the lot is not divided */
  guint32 lot_size;
  guint32 n;
} Request;

static gboolean
read_seed (JsonObject *object, guint8 seed[VOUCH_SAMPLING_SEED_SIZE], GError **error)
{
  const char *text;

  if (!vouch_json_member_get_text (object, "seed", "", &text, error))
    return FALSE;
  if (*text == '\0')
    vouch_random_bytes (seed, VOUCH_SAMPLING_SEED_SIZE);
  else if (!vouch_hex_read (text, seed, VOUCH_SAMPLING_SEED_SIZE))
    {
      vouch_set_field_error (error, "seed", VOUCH_ERROR_INVALID, _ ("A seed has 64 lower-case hexadecimal digits"));
      return FALSE;
    }
  return TRUE;
}

static gboolean
refuse_cartons (GError **error)
{
  vouch_set_field_error (error, "cartons", VOUCH_ERROR_INVALID,
                         _ ("“cartons” lists how many units are in each of the lot's cartons, 1 to %d of them"),
                         STRATA_MAX);
  return FALSE;
}

static gboolean
read_cartons (JsonObject *object, Request *request, GError **error)
{
  JsonNode *node = json_object_get_member (object, "cartons");
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint n_cartons = array != NULL ? json_array_get_length (array) : 0;
  guint64 sum = 0;

  if (n_cartons == 0 || n_cartons > STRATA_MAX)
    return refuse_cartons (error);
  request->sizes = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n_cartons);
  for (guint i = 0; i < n_cartons; i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      gint64 size = json_node_get_value_type (element) == G_TYPE_INT64 ? json_node_get_int (element) : -1;
      guint32 units = (guint32)size;

      if (size < 0 || size > G_MAXUINT32 || sum + (guint64)size > G_MAXUINT32)
        return refuse_cartons (error);
      sum += units;
      g_array_append_val (request->sizes, units);
    }
  request->lot_size = (guint32)sum;
  return TRUE;
}

/* Cartons of one size, but for the last, which has the rest. */
static gboolean
divide_into_cartons (JsonObject *object, Request *request, GError **error)
{
  guint32 rest = request->lot_size;
  gint64 size;

  if (!vouch_json_member_get_number (object, "carton_size", &size, error))
    return FALSE;
  if (size < 1 || size > G_MAXUINT32 || rest / size >= STRATA_MAX)
    {
      vouch_set_field_error (error, "carton_size", VOUCH_ERROR_INVALID,
                             _ ("A carton has at least 1 unit, and a lot at most %d cartons"), STRATA_MAX);
      return FALSE;
    }
  request->sizes = g_array_new (FALSE, FALSE, sizeof (guint32));
  while (rest > 0)
    {
      guint32 units = MIN (rest, (guint32)size);

      g_array_append_val (request->sizes, units);
      rest -= units;
    }
  return TRUE;
}

static gboolean
read_lot (JsonObject *object, Request *request, GError **error)
{
  gint64 lot_size;

  if (vouch_json_member_is_given (object, "cartons"))
    return read_cartons (object, request, error);
  if (!vouch_json_member_get_number (object, "lot_size", &lot_size, error))
    return FALSE;
  if (lot_size < 1 || lot_size > G_MAXUINT32)
    {
      vouch_set_field_error (error, "lot_size", VOUCH_ERROR_INVALID,
                             _ ("From a lot of %lld units nothing can be drawn"), (long long)lot_size);
      return FALSE;
    }
  request->lot_size = (guint32)lot_size;
  return !vouch_json_member_is_given (object, "carton_size") || divide_into_cartons (object, request, error);
}

static gboolean
read_request (JsonObject *object, Request *request, GError **error)
{
  gint64 n;

  if (!read_lot (object, request, error) || !vouch_json_member_get_number (object, "n", &n, error) ||
      !read_seed (object, request->seed, error))
    return FALSE;
  if (n >= 1 && n <= MIN (request->lot_size, DRAW_MAX))
    {
      request->n = (guint32)n;
      return TRUE;
    }
  vouch_set_field_error (error, "n", VOUCH_ERROR_INVALID, _ ("From %lld units, %lld cannot be drawn"),
                         (long long)request->lot_size, (long long)n);
  return FALSE;
}

static JsonArray *
describe_units (const guint32 *units, guint32 n, guint32 before)
{
  JsonArray *array = json_array_sized_new (n);

  for (guint32 i = 0; i < n; i++)
    json_array_add_int_element (array, before + units[i]);
  return array;
}

static void
write_units (GString *text, const guint32 *units, guint32 n)
{
  for (guint32 i = 0; i < n; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? " " : "", units[i]);
}

static void
write_carton (GString *text, guint carton, const guint32 *units, guint32 n)
{
  g_autoptr (GString) list = g_string_new (NULL);

  write_units (list, units, n);
  if (text->len > 0)
    g_string_append_c (text, '\n');
  /* Translators: the number of a carton, and numbers of units in it. */
  g_string_append_printf (text, ngettext ("Carton %u: unit %s", "Carton %u: units %s", n), carton, list->str);
}

/* A pick list: the cartons to open, and the units to take from each. */
static void
describe_cartons (const Request *request, JsonObject *object, GString *text)
{
  guint n_cartons = request->sizes->len;
  const guint32 *sizes = (const guint32 *)request->sizes->data;
  g_autofree guint32 *shares = g_new (guint32, n_cartons);
  g_autofree guint32 *units = g_new (guint32, request->n);
  JsonArray *all = json_array_new (), *picks = json_array_new ();
  guint32 at = 0, before = 0;

  vouch_sampling_draw_strata (request->seed, sizes, n_cartons, request->n, shares, units);
  for (guint i = 0; i < n_cartons; before += sizes[i], at += shares[i], i++)
    {
      JsonObject *pick;

      if (shares[i] == 0)
        continue;
      pick = json_object_new ();
      json_object_set_int_member (pick, "carton", i + 1);
      json_object_set_array_member (pick, "units", describe_units (units + at, shares[i], 0));
      json_array_add_object_element (picks, pick);
      for (guint32 k = 0; k < shares[i]; k++)
        json_array_add_int_element (all, before + units[at + k]);
      write_carton (text, i + 1, units + at, shares[i]);
    }
  json_object_set_array_member (object, "units", all);
  json_object_set_array_member (object, "picks", picks);
}

static void
describe_lot (const Request *request, JsonObject *object, GString *text)
{
  g_autofree guint32 *units = g_new (guint32, request->n);

  vouch_sampling_draw (request->seed, request->lot_size, request->n, units);
  json_object_set_array_member (object, "units", describe_units (units, request->n, 0));
  write_units (text, units, request->n);
}

static VouchAnswer *
answer_draw (VouchCli *cli, JsonObject *object, gpointer data, GError **error)
{
  Request request = { .sizes = NULL };
  VouchAnswer *answer = NULL;

  if (read_request (object, &request, error))
    {
      g_autofree char *seed = vouch_hex_write (request.seed, VOUCH_SAMPLING_SEED_SIZE);
      g_autoptr (GString) text = g_string_new (NULL);
      JsonObject *described = json_object_new ();

      json_object_set_string_member (described, "seed", seed);
      (request.sizes != NULL ? describe_cartons : describe_lot) (&request, described, text);
      answer = vouch_answer_new (described, g_string_free (g_steal_pointer (&text), FALSE));
    }
  g_clear_pointer (&request.sizes, g_array_unref);
  return answer;
}

static void
draw (VouchCli *cli, const VouchVerb *verb)
{
  vouch_json_member_run (cli, answer_draw);
}

const VouchVerb vouch_verbs_of_sampling_draw[] = {
  {
      .noun = "sampling",
      .verb = "draw",
      .arguments = "--lot-size N [--carton-size N] --n N [--seed HEX]",
      .help = N_ ("draws a sample, carton by carton if asked; the same seed draws the same one; needs no station"),
      .run = draw,
  },
  { NULL },
};
