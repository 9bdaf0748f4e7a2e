#include <glib/gi18n-lib.h>

#include "vouch-decide-work.h"
#include "vouch-run-case.h"

const VouchVerb vouch_verbs_of_decide[] = {
  {
      .noun = "decide",
      .verb = "accept",
      .arguments = "--lot LOT --badge OWN-BADGE",
      .help = N_ ("accepts a lot that meets its plan; the own badge signs"),
      .run = vouch_run_case,
      .use_case = &vouch_decide_accept_within_plan,
  },
  {
      .noun = "decide",
      .verb = "reject",
      .arguments = "--lot LOT --badge OWN-BADGE",
      .help = N_ ("confirms that a lot fails its plan; the own badge signs"),
      .run = vouch_run_case,
      .use_case = &vouch_decide_confirm_rejection,
  },
  {
      .noun = "decide",
      .verb = "dispose",
      .arguments = "--lot LOT --kind accept|partial|concession|return|scrap [--accepted N] [--rejected N] [--held N] "
                   "[--used N] --reason TEXT [--seen N] --badge OWN-BADGE --pin-file FILE",
      .help = N_ ("decides on a held or failed lot; badge and PIN sign"),
      .run = vouch_run_case,
      .use_case = &vouch_decide_dispose,
      .secrets = "pin-file=pin",
  },
  {
      .noun = "decide",
      .verb = "withhold",
      .arguments = "--lot LOT --reason TEXT [--seen N] --badge OWN-BADGE --pin-file FILE",
      .help = N_ ("puts a released lot on hold again; badge and PIN sign"),
      .run = vouch_run_case,
      .use_case = &vouch_decide_withhold,
      .secrets = "pin-file=pin",
  },
  { NULL },
};
