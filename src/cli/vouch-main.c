#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>

#include "vouch-config.h"
#include "vouch-verb.h"

/* Every command, in the order of a lot's way through the house. */
static const VouchVerb *const tables[] = {
  vouch_verbs_of_demo,
  vouch_verbs_of_sample_data,
  vouch_verbs_of_user,
  vouch_verbs_of_policy,
  vouch_verbs_of_pattern,
  vouch_verbs_of_delivery,
  vouch_verbs_of_receive,
  vouch_verbs_of_queue,
  vouch_verbs_of_search,
  vouch_verbs_of_desk,
  vouch_verbs_of_lot,
  vouch_verbs_of_inspect,
  vouch_verbs_of_attach,
  vouch_verbs_of_certificate,
  vouch_verbs_of_decide,
  vouch_verbs_of_plan,
  vouch_verbs_of_quality,
  vouch_verbs_of_recall,
  vouch_verbs_of_key,
  vouch_verbs_of_administrator_key,
  vouch_verbs_of_code,
  vouch_verbs_of_pack,
  vouch_verbs_of_label,
  vouch_verbs_of_printer,
  vouch_verbs_of_sheet,
  vouch_verbs_of_publish,
  vouch_verbs_of_lookup,
  vouch_verbs_of_lookup_mark,
  vouch_verbs_of_case,
  vouch_verbs_of_audit,
  vouch_verbs_of_verify_record,
  vouch_verbs_of_sampling,
  vouch_verbs_of_sampling_draw,
  vouch_verbs_of_sampling_oc,
  vouch_verbs_of_sampling_scheme,
  vouch_verbs_of_sampling_switch,
  vouch_verbs_of_sampling_skip,
  vouch_verbs_of_sampling_variables,
  vouch_verbs_of_gs1,
  vouch_verbs_of_scan,
  vouch_verbs_of_scanner,
  vouch_verbs_of_scanner_serial,
  vouch_verbs_of_scan_route,
};

static void
print_verb (const VouchVerb *verb)
{
  g_autofree char *command =
      g_strdup_printf ("vouch %s%s%s %s", verb->noun, verb->verb != NULL ? " " : "",
                       verb->verb != NULL ? verb->verb : "", verb->arguments != NULL ? verb->arguments : "");

  printf ("  %s\n      %s\n", g_strchomp (command), _ (verb->help));
}

static void
print_help (const char *noun)
{
  printf ("%s\n\n", _ ("Usage: vouch NOUN [VERB] [--option value]… [--stdin]"));
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const VouchVerb *verb = tables[i]; verb->noun != NULL; verb++)
      if (noun == NULL || g_str_equal (noun, verb->noun))
        print_verb (verb);
  printf ("\n%s\n", _ ("Options of every command:"));
  printf ("  --data DIR        %s\n", _ ("the station's directory"));
  printf ("  --unlock FILE     %s\n", _ ("what unlocks its keys"));
  printf ("  --as BADGE        %s\n", _ ("who acts"));
  printf ("  --pin-file FILE   %s\n", _ ("a file with the PIN to that badge"));
  printf ("  --key UUID        %s\n", _ ("names the act, so that repeating it does nothing twice"));
  printf ("  --stdin, -        %s\n", _ ("read requests from standard input, a JSON object a line"));
  printf ("  --json            %s\n", _ ("answer with a JSON object a line"));
}

/* "batch list" is two words of the command line. */
static const char *
take_verb (VouchArguments *arguments, const char *noun)
{
  const char *word = vouch_arguments_take_word (arguments);
  g_autofree char *start = word != NULL ? g_strconcat (word, " ", NULL) : NULL;

  for (guint i = 0; word != NULL && i < G_N_ELEMENTS (tables); i++)
    for (const VouchVerb *verb = tables[i]; verb->noun != NULL; verb++)
      if (g_str_equal (noun, verb->noun) && verb->verb != NULL && g_str_has_prefix (verb->verb, start))
        {
          const char *second = vouch_arguments_take_word (arguments);
          g_autofree char *both = second != NULL ? g_strconcat (start, second, NULL) : NULL;

          return g_intern_string (both != NULL ? both : word);
        }
  return word;
}

/* The verb of two words, of one, or NULL with what is wrong said. A noun may have several tables. */
static const VouchVerb *
find_verb (VouchCli *cli)
{
  VouchArguments *arguments = vouch_cli_get_arguments (cli);
  const char *noun = vouch_arguments_take_word (arguments), *word = NULL;
  gboolean noun_is_known = FALSE;

  if (noun == NULL)
    {
      vouch_cli_fail_usage (cli, _ ("Say what to do; “vouch --help” lists what there is"));
      return NULL;
    }
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      if (!g_str_equal (noun, tables[i]->noun))
        continue;
      if (tables[i]->verb == NULL)
        return tables[i];
      if (!noun_is_known)
        word = take_verb (arguments, noun);
      noun_is_known = TRUE;
      for (const VouchVerb *verb = tables[i]; verb->noun != NULL; verb++)
        if (g_strcmp0 (word, verb->verb) == 0)
          return verb;
    }
  if (!noun_is_known)
    vouch_cli_fail_usage (cli, _ ("There is no command “%s”; “vouch --help” lists what there is"), noun);
  else if (word == NULL)
    vouch_cli_fail_usage (cli, _ ("Say what to do with it; “vouch %s --help” lists what there is"), noun);
  else
    vouch_cli_fail_usage (cli, _ ("There is no command “%s %s”; “vouch --help” lists what there is"), noun, word);
  return NULL;
}

/* A program that runs from the build folder takes the translations from there. */
static void
set_up_language (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  gboolean is_built = program != NULL && g_str_has_prefix (program, VOUCH_BUILD_ROOT "/");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, is_built ? VOUCH_BUILD_ROOT "/po" : VOUCH_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  VouchArguments *arguments;
  const VouchVerb *verb;
  VouchCli *cli;

  set_up_language ();
  arguments = vouch_arguments_new (argc, argv, &error);
  if (arguments == NULL)
    {
      fprintf (stderr, "vouch: %s\n", error->message);
      return VOUCH_EXIT_USAGE;
    }
  cli = vouch_cli_new (arguments);
  if (vouch_arguments_take_flag (arguments, "version"))
    printf ("vouch " VOUCH_VERSION "\n");
  else if (vouch_arguments_take_flag (arguments, "help"))
    print_help (vouch_arguments_take_word (arguments));
  else
    {
      verb = find_verb (cli);
      if (verb != NULL)
        verb->run (cli, verb);
    }
  return (int)vouch_cli_finish (cli);
}
