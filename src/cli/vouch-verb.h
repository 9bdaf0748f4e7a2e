#pragma once

#include "vouch-cli.h"
#include "vouch-use-case.h"

G_BEGIN_DECLS

typedef struct _VouchVerb VouchVerb;

/**
 * VouchVerb:
 * @noun: the command's first word
 * @verb: (nullable): its second word; %NULL where it has none
 * @arguments: what follows, as in the help
 * @help: what it does, one line
 * @run: does it; tells answers and errors through the run
 * @use_case: (nullable): for vouch_run_case(): the use case
 * @secrets: (nullable): for vouch_run_case(): which options name files with the request's secrets, as
 *   "option=field" with commas; the actor's own `pin-file` may be among them
 * @is_station: for vouch_run_case(): the station itself acts, nobody signs in
 *
 * A command of the program. A command file exports a table of them that ends with an empty one.
 */
struct _VouchVerb
{
  const char *noun;
  const char *verb;
  const char *arguments;
  const char *help;
  void (*run) (VouchCli *cli, const VouchVerb *verb);
  const VouchUseCase *use_case;
  const char *secrets;
  gboolean is_station;
};

extern const VouchVerb vouch_verbs_of_administrator_key[];
extern const VouchVerb vouch_verbs_of_attach[];
extern const VouchVerb vouch_verbs_of_audit[];
extern const VouchVerb vouch_verbs_of_case[];
extern const VouchVerb vouch_verbs_of_certificate[];
extern const VouchVerb vouch_verbs_of_code[];
extern const VouchVerb vouch_verbs_of_decide[];
extern const VouchVerb vouch_verbs_of_delivery[];
extern const VouchVerb vouch_verbs_of_demo[];
extern const VouchVerb vouch_verbs_of_desk[];
extern const VouchVerb vouch_verbs_of_gs1[];
extern const VouchVerb vouch_verbs_of_inspect[];
extern const VouchVerb vouch_verbs_of_key[];
extern const VouchVerb vouch_verbs_of_label[];
extern const VouchVerb vouch_verbs_of_lookup[];
extern const VouchVerb vouch_verbs_of_lookup_mark[];
extern const VouchVerb vouch_verbs_of_lot[];
extern const VouchVerb vouch_verbs_of_pack[];
extern const VouchVerb vouch_verbs_of_pattern[];
extern const VouchVerb vouch_verbs_of_plan[];
extern const VouchVerb vouch_verbs_of_policy[];
extern const VouchVerb vouch_verbs_of_printer[];
extern const VouchVerb vouch_verbs_of_sheet[];
extern const VouchVerb vouch_verbs_of_publish[];
extern const VouchVerb vouch_verbs_of_quality[];
extern const VouchVerb vouch_verbs_of_recall[];
extern const VouchVerb vouch_verbs_of_queue[];
extern const VouchVerb vouch_verbs_of_receive[];
extern const VouchVerb vouch_verbs_of_sample_data[];
extern const VouchVerb vouch_verbs_of_sampling[];
extern const VouchVerb vouch_verbs_of_sampling_draw[];
extern const VouchVerb vouch_verbs_of_sampling_oc[];
extern const VouchVerb vouch_verbs_of_sampling_scheme[];
extern const VouchVerb vouch_verbs_of_sampling_skip[];
extern const VouchVerb vouch_verbs_of_sampling_switch[];
extern const VouchVerb vouch_verbs_of_sampling_variables[];
extern const VouchVerb vouch_verbs_of_scan[];
extern const VouchVerb vouch_verbs_of_scanner[];
extern const VouchVerb vouch_verbs_of_scanner_serial[];
extern const VouchVerb vouch_verbs_of_scan_route[];
extern const VouchVerb vouch_verbs_of_search[];
extern const VouchVerb vouch_verbs_of_user[];
extern const VouchVerb vouch_verbs_of_verify_record[];

G_END_DECLS
