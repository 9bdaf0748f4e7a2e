#include <glib/gi18n-lib.h>

#include "vouch-receive-work.h"
#include "vouch-run-case.h"

const VouchVerb vouch_verbs_of_receive[] = {
  {
      .noun = "receive",
      .verb = "count",
      .arguments = "--delivery NUMBER --product SKU --quantity N [--damaged N] [--gtin GTIN] [--supplier-lot LOT] "
                   "[--produced DATE] [--expiry DATE]",
      .help = N_ ("counts goods of an open delivery"),
      .run = vouch_run_case,
      .use_case = &vouch_receive_count,
  },
  {
      .noun = "receive",
      .verb = "undo",
      .arguments = "--line DELIVERY/POSITION",
      .help = N_ ("takes a line's last count back, by a counter-entry"),
      .run = vouch_run_case,
      .use_case = &vouch_receive_undo_count,
  },
  {
      .noun = "receive",
      .verb = "close-line",
      .arguments = "--line DELIVERY/POSITION",
      .help = N_ ("lets a line's count stand, over or short as it is"),
      .run = vouch_run_case,
      .use_case = &vouch_receive_close_line,
  },
  { NULL },
};
