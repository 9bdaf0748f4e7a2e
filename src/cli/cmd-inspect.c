#include <glib/gi18n-lib.h>

#include "vouch-inspect-work.h"
#include "vouch-lot-view.h"
#include "vouch-run-case.h"
#include "vouch-take-over-work.h"

static void
show (VouchCli *cli, const VouchVerb *verb)
{
  vouch_lot_view_run (cli, VOUCH_LOT_VIEW_INSPECTION);
}

const VouchVerb vouch_verbs_of_inspect[] = {
  {
      .noun = "inspect",
      .verb = "record",
      .arguments = "--lot LOT --position N --check N --result pass|fail [--value N] [--defect CODE] [--note TEXT]",
      .help = N_ ("records one check on one sample unit"),
      .run = vouch_run_case,
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
