#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "vouch-config.h"
#include "vouch-error.h"
#include "vouch-id.h"
#include "vouch-lookup-collect.h"
#include "vouch-lookup-export.h"
#include "vouch-lookup-import.h"
#include "vouch-lookup-json.h"
#include "vouch-lookup-keys.h"
#include "vouch-lookup-service.h"
#include "vouch-lookup-trusting.h"

#define EXIT_USAGE 2

static char *listen_address;
static char *private_address;
static char *operator_address;
static char *after_case_text;
static char *after_event_text;
static char *data_dir;
static char *database;
static char **hosts;
static char **proxies;
static char **own_addresses;
static char **limits;
static char **words;
static gboolean wants_version;

static const GOptionEntry options[] = {
  { "listen", 'l', 0, G_OPTION_ARG_STRING, &listen_address, N_ ("Serve customers here (127.0.0.1:8080)"),
    N_ ("ADDRESS:PORT") },
  { "private", 'p', 0, G_OPTION_ARG_STRING, &private_address, N_ ("Serve stations here (127.0.0.1:8081)"),
    N_ ("ADDRESS:PORT") },
  { "operator", 'o', 0, G_OPTION_ARG_STRING, &operator_address,
    N_ ("Serve the operator's page, /health and /metrics here, on the loopback"), N_ ("ADDRESS:PORT") },
  { "data", 'd', 0, G_OPTION_ARG_FILENAME, &data_dir, N_ ("Keep everything in this folder"), N_ ("DIR") },
  { "database", 0, 0, G_OPTION_ARG_STRING, &database,
    N_ ("Keep it in this PostgreSQL database, which many processes may share"), N_ ("URL") },
  { "host", 'H', 0, G_OPTION_ARG_STRING_ARRAY, &hosts, N_ ("Answer under this host name too; may be repeated"),
    N_ ("NAME") },
  { "proxy", 0, 0, G_OPTION_ARG_STRING_ARRAY, &proxies,
    N_ ("Believe this proxy when it says who asks; may be repeated"), N_ ("ADDRESS[/BITS]") },
  { "own-address", 0, 0, G_OPTION_ARG_STRING_ARRAY, &own_addresses,
    N_ ("Do not count queries from here: the operator's own; may be repeated"), N_ ("ADDRESS[/BITS]") },
  { "after-case", 0, 0, G_OPTION_ARG_STRING, &after_case_text, N_ ("Collect only cases that came after this one"),
    N_ ("CASE") },
  { "after-event", 0, 0, G_OPTION_ARG_STRING, &after_event_text, N_ ("Collect only what happened after this event"),
    N_ ("NUMBER") },
  { "limit", 0, 0, G_OPTION_ARG_STRING_ARRAY, &limits,
    N_ ("How much an address may ask: hit=120/240, miss=10/60, malformed=10/30 or report=6/20"),
    N_ ("KIND=A-MINUTE/AT-ONCE") },
  { "version", 0, 0, G_OPTION_ARG_NONE, &wants_version, N_ ("Say the version and stop"), NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words, NULL, NULL },
  { NULL },
};

static int
exit_code_of (const GError *error)
{
  if (g_error_matches (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE))
    return 3;
  return g_error_matches (error, VOUCH_ERROR, VOUCH_ERROR_BUSY) ? 4 : 1;
}

static int
fail (const GError *error)
{
  fprintf (stderr, "vouch-lookup: %s\n", error->message);
  return exit_code_of (error);
}

static int
fail_usage (const GError *error)
{
  fprintf (stderr, "vouch-lookup: %s\n", error->message);
  return EXIT_USAGE;
}

static gboolean
read_limits (VouchLookupRate rates[VOUCH_LOOKUP_LIMITS], GError **error)
{
  memcpy (rates, vouch_lookup_default_rates, sizeof vouch_lookup_default_rates);
  for (gsize i = 0; limits != NULL && limits[i] != NULL; i++)
    if (!vouch_lookup_rate_read (limits[i], rates, error))
      return FALSE;
  return TRUE;
}

static int
serve (void)
{
  g_autoptr (VouchLookupNetworks) believed = NULL;
  g_autoptr (VouchLookupNetworks) own = NULL;
  VouchLookupServiceSettings settings = {
    { data_dir, database }, listen_address, private_address, operator_address, hosts
  };
  g_autoptr (GError) error = NULL;

  believed = vouch_lookup_networks_new ((const char *const *)proxies, &error);
  own = believed != NULL ? vouch_lookup_networks_new ((const char *const *)own_addresses, &error) : NULL;
  if (own == NULL || !read_limits (settings.rates, &error))
    return fail_usage (error);
  settings.proxies = believed;
  settings.own_addresses = own;
  return vouch_lookup_service_run (&settings, &error) ? 0 : fail (error);
}

static int
import (char **files)
{
  const VouchLookupPlace place = { data_dir, database };
  g_autoptr (GError) error = NULL;
  int exit_code;

  if (!vouch_lookup_import_files (&place, files, &exit_code, &error))
    return fail (error);
  return exit_code;
}

static int export(const char *folder)
{
  const VouchLookupPlace place = { data_dir, database };
  g_autoptr (GError) error = NULL;

  return vouch_lookup_export (&place, folder, hosts != NULL ? hosts[0] : NULL, &error) ? 0 : fail (error);
}

/* Where to go on, by what the station knows; none is the beginning. */
static gboolean
read_cursors (gint64 *after_case, gint64 *after_event, GError **error)
{
  guint64 number = 0;

  *after_case = 0;
  if (after_case_text != NULL && !vouch_id_parse (after_case_text, after_case, error))
    return FALSE;
  if (after_event_text != NULL && !g_ascii_string_to_unsigned (after_event_text, 10, 0, G_MAXINT64, &number, error))
    return FALSE;
  *after_event = (gint64)number;
  return TRUE;
}

static int
collect (const char *path)
{
  const VouchLookupPlace place = { data_dir, database };
  g_autoptr (GError) error = NULL;
  gint64 after_case, after_event;

  if (!read_cursors (&after_case, &after_event, &error))
    return fail_usage (error);
  return vouch_lookup_collect (&place, path, after_case, after_event, &error) ? 0 : fail (error);
}

static int
trust (const char *path)
{
  const VouchLookupPlace place = { data_dir, database };
  g_autoptr (GError) error = NULL;
  g_autofree char *what = vouch_lookup_trusting_file (&place, path, &error);

  if (what == NULL)
    return fail (error);
  printf ("%s\n", what);
  return 0;
}

static int
print_key (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchLookupKeys) keys = NULL;
  g_autofree char *hex = NULL;

  if (g_mkdir_with_parents (data_dir, 0700) != 0)
    {
      fprintf (stderr, "vouch-lookup: %s: %s\n", data_dir, g_strerror (errno));
      return 3;
    }
  keys = vouch_lookup_keys_open (data_dir, &error);
  if (keys == NULL)
    return fail (error);
  hex = vouch_lookup_keys_dup_public_hex (keys);
  printf ("%s\n", hex);
  return 0;
}

static int
run_command (void)
{
  guint n_words = words != NULL ? g_strv_length (words) : 0;

  if (n_words == 0)
    return serve ();
  if (n_words >= 2 && g_str_equal (words[0], "import"))
    return import (words + 1);
  if (n_words == 2 && g_str_equal (words[0], "export"))
    return export(words[1]);
  if (n_words == 2 && g_str_equal (words[0], "collect"))
    return collect (words[1]);
  if (n_words == 2 && g_str_equal (words[0], "trust"))
    return trust (words[1]);
  if (n_words == 1 && g_str_equal (words[0], "key"))
    return print_key ();
  fprintf (stderr, _ ("vouch-lookup: no such command; see \"vouch-lookup --help\"\n"));
  return EXIT_USAGE;
}

static void
fill_in_defaults (void)
{
  if (listen_address == NULL)
    listen_address = g_strdup ("127.0.0.1:8080");
  if (private_address == NULL)
    private_address = g_strdup ("127.0.0.1:8081");
  if (data_dir == NULL)
    data_dir = g_build_filename (g_get_user_data_dir (), "vouch-lookup", NULL);
  for (gsize i = 0; hosts != NULL && hosts[i] != NULL; i++)
    {
      char *small = g_ascii_strdown (hosts[i], -1);

      g_free (hosts[i]);
      hosts[i] = small;
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context =
      g_option_context_new (_ ("[trust FILE | import FILE… | collect FILE | export DIRECTORY | key]"));
  g_autoptr (GError) error = NULL;
  int exit_code;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, VOUCH_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _ ("Serves the pages on which customers check their goods."));
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return fail_usage (error);
  if (wants_version)
    {
      printf ("vouch-lookup " VOUCH_VERSION "\n");
      return 0;
    }
  fill_in_defaults ();
  exit_code = run_command ();
  g_free (listen_address);
  g_free (private_address);
  g_free (operator_address);
  g_free (after_case_text);
  g_free (after_event_text);
  g_free (data_dir);
  g_free (database);
  g_strfreev (hosts);
  g_strfreev (proxies);
  g_strfreev (own_addresses);
  g_strfreev (limits);
  g_strfreev (words);
  return exit_code;
}
