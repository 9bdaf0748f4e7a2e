#include <glib/gi18n-lib.h>

#include "vouch-camera-follow.h"
#include "vouch-camera.h"
#include "vouch-code-kind.h"
#include "vouch-date.h"
#include "vouch-error.h"
#include "vouch-hex.h"
#include "vouch-lines.h"
#include "vouch-list.h"
#include "vouch-picture-file.h"
#include "vouch-scan-history-store.h"
#include "vouch-scan-problem-store.h"
#include "vouch-station-settings.h"
#include "vouch-symbol-words.h"
#include "vouch-text.h"
#include "vouch-verb.h"

#define CAMERA_WAIT_MS 15000
#define HISTORY_LIMIT 100

static JsonArray *
list_corners (const VouchSymbol *symbol)
{
  JsonArray *corners = json_array_new ();

  for (int i = 0; i < 4; i++)
    {
      JsonArray *corner = json_array_new ();

      json_array_add_int_element (corner, symbol->corners[i][0]);
      json_array_add_int_element (corner, symbol->corners[i][1]);
      json_array_add_array_element (corners, corner);
    }
  return corners;
}

static JsonObject *
describe (const VouchSymbol *symbol)
{
  JsonObject *object = json_object_new ();
  gsize length;
  const void *bytes = g_bytes_get_data (symbol->bytes, &length);
  g_autofree char *hex = vouch_hex_write (bytes, length);

  json_object_set_string_member (object, "symbology", symbol->symbology);
  json_object_set_string_member (object, "aim", symbol->aim);
  json_object_set_string_member (object, "text", symbol->text);
  json_object_set_string_member (object, "bytes", hex);
  json_object_set_int_member (object, "quality", symbol->quality);
  json_object_set_boolean_member (object, "sure", symbol->sure);
  json_object_set_array_member (object, "corners", list_corners (symbol));
  return object;
}

/* A symbol that is refused is told as an error, unless there are others. */
static VouchAnswer *
tell_symbols (const char *path, GPtrArray *symbols, GError **error)
{
  g_autoptr (JsonObject) object = json_object_new ();
  JsonArray *list = json_array_new ();
  g_autoptr (GString) sentence = g_string_new (path);
  g_autoptr (GError) refusal = NULL;

  json_object_set_string_member (object, "file", path);
  json_object_set_array_member (object, "symbols", list);
  for (guint i = 0; i < symbols->len; i++)
    {
      const VouchSymbol *symbol = g_ptr_array_index (symbols, i);
      g_autofree char *shown = vouch_symbol_words_of_content (symbol);

      if (!vouch_symbol_check (symbol, refusal == NULL ? &refusal : NULL))
        continue;
      json_array_add_object_element (list, describe (symbol));
      g_string_append_printf (sentence, "\n  %s  %s%s", symbol->symbology, shown, symbol->sure ? "" : _ ("  (unsure)"));
    }
  if (refusal != NULL && json_array_get_length (list) == 0)
    {
      g_propagate_error (error, g_steal_pointer (&refusal));
      return NULL;
    }
  if (refusal != NULL)
    g_string_append_printf (sentence, "\n  %s", refusal->message);
  else if (symbols->len == 0)
    g_string_append_printf (sentence, "\n  %s", _ ("no code"));
  return vouch_answer_new (g_steal_pointer (&object), g_string_free (g_steal_pointer (&sentence), FALSE));
}

static void
scan_file (VouchCli *cli, VouchDecoder *decoder, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) symbols = vouch_picture_file_read (decoder, path, &error);
  g_autoptr (VouchAnswer) answer = symbols != NULL ? tell_symbols (path, symbols, &error) : NULL;

  if (answer != NULL)
    vouch_cli_tell (cli, answer);
  else
    {
      g_prefix_error (&error, "%s: ", path);
      vouch_cli_fail (cli, error);
    }
}

/* The first code that is held before a camera. */
static void
scan_camera (VouchCli *cli, VouchDecoder *decoder, const char *source)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) symbols = vouch_camera_read_once (decoder, source, CAMERA_WAIT_MS, &error);
  g_autoptr (VouchAnswer) answer = symbols != NULL ? tell_symbols (source, symbols, &error) : NULL;

  if (answer != NULL)
    vouch_cli_tell (cli, answer);
  else
    vouch_cli_fail (cli, error);
}

typedef struct
{
  VouchCli *cli;
  const char *source;
} Watched;

static void
tell_came (GPtrArray *symbols, gpointer data)
{
  const Watched *watched = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchAnswer) answer = tell_symbols (watched->source, symbols, &error);

  if (answer != NULL)
    vouch_cli_tell (watched->cli, answer);
  else
    vouch_cli_fail (watched->cli, error);
}

/* Every code that is held before a camera, until somebody interrupts. */
static void
follow_camera (VouchCli *cli, VouchDecoder *decoder, const char *source)
{
  Watched watched = { cli, source };
  g_autoptr (GError) error = NULL;

  if (!vouch_camera_follow (decoder, source, tell_came, &watched, &error))
    vouch_cli_fail (cli, error);
}

static char *
say_problem (gconstpointer data)
{
  const VouchScanProblem *problem = data;
  g_autofree char *at = vouch_time_to_string (problem->scanned_at, 0);

  return g_strdup_printf ("%s  %s  %s  %s  %s", at, problem->text != NULL ? problem->text : "—", problem->word,
                          problem->detail != NULL ? problem->detail : "",
                          problem->acknowledged_at != 0 ? _ ("seen") : _ ("not seen yet"));
}

static gpointer
read_problems (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_scan_problem_store_list (conn, error);
}

static void
list_problems (VouchCli *cli, const VouchVerb *verb)
{
  vouch_list_read (cli, &vouch_scan_problem_type, read_problems, NULL, say_problem);
}

static char *
say_trace (gconstpointer data)
{
  const VouchScanTrace *trace = data;
  g_autofree char *at = vouch_time_to_string (trace->scanned_at, 0);

  return g_strdup_printf ("%s  %s  %s  %s  %s%s%s", at, trace->text != NULL ? trace->text : "—",
                          trace->kind != NULL ? trace->kind : "—", trace->result,
                          trace->word != NULL ? trace->word : "", trace->delivery != NULL ? "  " : "",
                          trace->delivery != NULL ? trace->delivery : "");
}

static gpointer
read_history (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_scan_history_store_list (conn, 0, *(guint *)data, error);
}

static void
list_history (VouchCli *cli, const VouchVerb *verb)
{
  const char *text = vouch_arguments_take (vouch_cli_get_arguments (cli), "limit");
  guint64 number = HISTORY_LIMIT;
  guint limit;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 1, VOUCH_SCAN_TRACE_MAX, &number, NULL))
    {
      vouch_cli_fail_usage (cli, _ ("--limit is from 1 to %d"), VOUCH_SCAN_TRACE_MAX);
      return;
    }
  limit = (guint)number;
  vouch_list_read (cli, &vouch_scan_trace_type, read_history, &limit, say_trace);
}

static gboolean
take_kinds (VouchCli *cli, const char *option, VouchCodeKinds *kinds)
{
  const char *list = vouch_arguments_take (vouch_cli_get_arguments (cli), option);
  g_auto (GStrv) names = list != NULL ? g_strsplit (list, ",", -1) : NULL;
  g_autoptr (GError) error = NULL;

  if (names == NULL || vouch_code_kinds_parse ((const char *const *)names, kinds, &error))
    return TRUE;
  vouch_cli_fail_usage (cli, "%s", error->message);
  return FALSE;
}

/* What this station searches pictures for, or what the command line says. */
static gboolean
choose_kinds (VouchCli *cli, VouchDecoder *decoder)
{
  g_autoptr (GSettings) settings = vouch_station_settings_new ();
  VouchCodeKinds kinds = vouch_station_settings_get_code_kinds (settings), without = 0;

  if (!take_kinds (cli, "symbologies", &kinds) || !take_kinds (cli, "without", &without))
    return FALSE;
  vouch_decoder_set_kinds (decoder, kinds & ~without);
  return TRUE;
}

/* Names of pictures as words, or a name a line on standard input. */
static void
scan_pictures (VouchCli *cli, const char *path)
{
  VouchArguments *arguments = vouch_cli_get_arguments (cli);
  g_autoptr (VouchDecoder) decoder = vouch_decoder_new (NULL);
  gboolean from_stdin = vouch_arguments_take_flag (arguments, "stdin");
  const char *camera = vouch_arguments_take (arguments, "camera");
  gboolean follows = vouch_arguments_take_flag (arguments, "follow");
  char *next;

  if (!choose_kinds (cli, decoder))
    return;
  if (path == NULL && !from_stdin && camera == NULL)
    vouch_cli_fail_usage (cli, _ ("Name the pictures: vouch scan FILE…"));
  if (follows && camera == NULL)
    vouch_cli_fail_usage (cli, _ ("Name the camera that is to be followed: --camera SOURCE"));
  if (camera != NULL && vouch_cli_check_taken (cli))
    (follows ? follow_camera : scan_camera) (cli, decoder, camera);
  for (; path != NULL; path = vouch_arguments_take_word (arguments))
    scan_file (cli, decoder, path);
  while (vouch_cli_check_taken (cli) && from_stdin && vouch_lines_read (&next))
    {
      g_autofree char *line = next;

      if (*line != '\0')
        scan_file (cli, decoder, line);
    }
}

static const VouchVerb *
find_verb (const VouchVerb *verbs, const char *word)
{
  for (; verbs->noun != NULL; verbs++)
    if (verbs->verb != NULL && g_strcmp0 (verbs->verb, word) == 0)
      return verbs;
  return NULL;
}

/* "problems" and the other verbs are no pictures; one of that name is "./problems". */
static void
run (VouchCli *cli, const VouchVerb *verb)
{
  const char *word = vouch_arguments_take_word (vouch_cli_get_arguments (cli));
  const VouchVerb *other = find_verb (vouch_verbs_of_scan, word);

  if (other == NULL)
    other = find_verb (vouch_verbs_of_scan_route, word);
  if (other != NULL)
    other->run (cli, other);
  else
    scan_pictures (cli, word);
}

const VouchVerb vouch_verbs_of_scan[] = {
  {
      .noun = "scan",
      .arguments = "[FILE…] [--camera SOURCE [--follow]] [--symbologies LIST] [--without LIST]",
      .help = N_ ("reads the bar codes in pictures (PNG, JPEG), or the first one held before a camera, or every one; "
                  "needs no station"),
      .run = run,
  },
  {
      .noun = "scan",
      .verb = "problems",
      .help = N_ ("lists the scans that were not understood at this station"),
      .run = list_problems,
  },
  {
      .noun = "scan",
      .verb = "history",
      .arguments = "[--limit N]",
      .help = N_ ("lists what was scanned at this station lately, and what became of it"),
      .run = list_history,
  },
  { NULL },
};
