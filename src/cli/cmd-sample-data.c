#include <glib/gi18n-lib.h>

#include "vouch-run-case.h"
#include "vouch-sample-work.h"

static void
write_sheet (VouchCli *cli, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchAnswer) answer = NULL;
  VouchStation *station = vouch_cli_open (cli, VOUCH_DB_LOOK, &error);

  if (station == NULL || !vouch_sample_write_sheet (station, path, &error))
    {
      vouch_cli_fail (cli, error);
      return;
    }
  answer = vouch_answer_new (json_object_new (), g_strdup_printf (_ ("Written: %s"), path));
  json_object_set_string_member (answer->json, "sheet", path);
  vouch_cli_tell (cli, answer);
}

/* A station that has the data already can still be asked for its sheet. */
static gboolean
is_only_for_sheet (VouchCli *cli)
{
  g_autoptr (GError) error = NULL;
  VouchStation *station = vouch_cli_open (cli, VOUCH_DB_OWN, &error);

  return station != NULL && !vouch_station_is_new (station, &error) && error == NULL;
}

static void
run (VouchCli *cli, const VouchVerb *verb)
{
  const char *sheet = vouch_arguments_take (vouch_cli_get_arguments (cli), "sheet");

  if (sheet == NULL || !is_only_for_sheet (cli))
    vouch_run_case (cli, verb);
  if (sheet != NULL && vouch_cli_check_taken (cli))
    write_sheet (cli, sheet);
}

const VouchVerb vouch_verbs_of_sample_data[] = {
  {
      .noun = "sample-data",
      .arguments = "[--host HOST] [--sheet FILE.pdf]",
      .help = N_ ("loads the example data into a new station; writes the sheet of its bar codes"),
      .run = run,
      .use_case = &vouch_sample_load,
      .is_station = TRUE,
  },
  { NULL },
};
