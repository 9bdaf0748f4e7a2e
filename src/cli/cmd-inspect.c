#include <glib/gi18n-lib.h>

#include "vouch-inspect-work.h"
#include "vouch-lot-view.h"
#include "vouch-pick-view.h"
#include "vouch-picture-file.h"
#include "vouch-record-json.h"
#include "vouch-run-case.h"
#include "vouch-sentence.h"
#include "vouch-take-over-work.h"

static void
show (VouchCli *cli, const VouchVerb *verb)
{
  vouch_lot_view_run (cli, VOUCH_LOT_VIEW_INSPECTION);
}

static VouchAnswer *
record_check (VouchCli *cli, gconstpointer data, const char *key, gpointer path, GError **error)
{
  VouchRecordRequest *request = (VouchRecordRequest *)data;
  VouchActor *actor;
  VouchStation *station;
  g_autoptr (VouchProgress) progress = NULL;

  if (path != NULL)
    {
      request->picture = vouch_picture_file_load (path, error);
      request->picture_name = g_path_get_basename (path);
      if (request->picture == NULL)
        return NULL;
    }
  station = vouch_cli_open_as (cli, &actor, error);
  if (station == NULL)
    return NULL;
  progress = vouch_use_case_run (&vouch_inspect_record, station, actor, key, request, error);
  if (progress == NULL)
    return NULL;
  return vouch_answer_new (vouch_record_to_json (&vouch_progress_type, progress, vouch_cli_get_offset (cli)),
                           vouch_sentence_of_answer (&vouch_progress_type, progress));
}

/* A photo comes from a file, not as the hexadecimal digits of its bytes. */
static void
record (VouchCli *cli, const VouchVerb *verb)
{
  const char *path = vouch_arguments_take (vouch_cli_get_arguments (cli), "picture");

  vouch_run_acts (cli, &vouch_record_request_type, NULL, record_check, (gpointer)path);
}

const VouchVerb vouch_verbs_of_inspect[] = {
  {
      .noun = "inspect",
      .verb = "record",
      .arguments = "--lot LOT --position N --check N --result pass|fail|not_applicable [--value N] [--unit UNIT] "
                   "[--defect CODE] [--note TEXT] [--second BADGE] [--picture FILE]",
      .help = N_ ("records one check on one sample unit"),
      .run = record,
      .use_case = &vouch_inspect_record,
  },
  {
      .noun = "inspect",
      .verb = "pass",
      .arguments = "--lot LOT --position N [--times N]",
      .help = N_ ("records a pass for every attribute still open on a unit, or on several"),
      .run = vouch_run_case,
      .use_case = &vouch_inspect_pass_unit,
  },
  {
      .noun = "inspect",
      .verb = "next-sample",
      .arguments = "--lot LOT",
      .help = N_ ("draws the units of the next stage of a double or multiple plan"),
      .run = vouch_run_case,
      .use_case = &vouch_inspect_next_sample,
  },
  {
      .noun = "inspect",
      .verb = "pick-list",
      .arguments = "--lot LOT [--output FILE.pdf]",
      .help = N_ ("lists the units that are drawn, sample by sample and carton by carton"),
      .run = vouch_pick_view_run,
  },
  {
      .noun = "inspect",
      .verb = "undo",
      .arguments = "--lot LOT",
      .help = N_ ("takes the last entry back, by a counter-entry"),
      .run = vouch_run_case,
      .use_case = &vouch_inspect_undo,
  },
  {
      .noun = "inspect",
      .verb = "take-over",
      .arguments = "--lot LOT [--from BADGE]",
      .help = N_ ("takes an open inspection over from another inspector; the readings stay whose they are"),
      .run = vouch_run_case,
      .use_case = &vouch_inspect_take_over,
  },
  {
      .noun = "inspect",
      .verb = "show",
      .arguments = "--lot LOT",
      .help = N_ ("shows an inspection: its plan, its units and its readings"),
      .run = show,
  },
  { NULL },
};
