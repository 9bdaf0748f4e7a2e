#include <glib/gi18n-lib.h>

#include "vouch-arrival-work.h"
#include "vouch-correct-work.h"
#include "vouch-error.h"
#include "vouch-list.h"
#include "vouch-park-work.h"
#include "vouch-receipt-view.h"
#include "vouch-receive-work.h"
#include "vouch-receiving-matter.h"
#include "vouch-run-case.h"

static char *
say_matter (gconstpointer data)
{
  const VouchMatter *matter = data;

  return g_strdup_printf ("%s  %s", matter->title, matter->detail);
}

static gpointer
read_matters (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_matter_list (conn, error);
}

/* Differing counts are for the eyes of the QA lead: whoever counts next has not seen them. */
static void
list_waiting (VouchCli *cli, const VouchVerb *verb)
{
  VouchActor *actor;
  g_autoptr (GError) error = NULL;

  if (vouch_cli_open_as (cli, &actor, &error) != NULL && !vouch_actor_may (actor, VOUCH_PERMISSION_CORRECT))
    g_set_error_literal (&error, VOUCH_ERROR, VOUCH_ERROR_DENIED, vouch_permission_describe (VOUCH_PERMISSION_CORRECT));
  if (error != NULL)
    vouch_cli_fail (cli, error);
  else
    vouch_list_read (cli, &vouch_matter_type, read_matters, NULL, say_matter);
}

const VouchVerb vouch_verbs_of_receive[] = {
  {
      .noun = "receive",
      .verb = "count",
      .arguments = "--delivery NUMBER --product SKU --quantity N [--damaged N] [--gtin GTIN] [--supplier-lot LOT] "
                   "[--produced DATE] [--expiry DATE] [--sscc SSCC] [--serial SERIAL]",
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
      .help = N_ ("ends a line's count: it stands, or another person counts again"),
      .run = vouch_run_case,
      .use_case = &vouch_receive_close_line,
  },
  {
      .noun = "receive",
      .verb = "settle",
      .arguments = "--line DELIVERY/POSITION --recount N --reason TEXT",
      .help = N_ ("says which of a line's differing counts is right"),
      .run = vouch_run_case,
      .use_case = &vouch_receive_settle,
  },
  {
      .noun = "receive",
      .verb = "arrival",
      .arguments = "--delivery NUMBER --item ITEM --result pass|fail|not_applicable [--value N] [--text TEXT]",
      .help = N_ ("notes how vehicle, packaging, temperature or papers were found"),
      .run = vouch_run_case,
      .use_case = &vouch_receive_check_arrival,
  },
  {
      .noun = "receive",
      .verb = "park",
      .arguments = "--delivery NUMBER [--code CODE] [--note TEXT]",
      .help = N_ ("sets goods apart that are not in the catalogue"),
      .run = vouch_run_case,
      .use_case = &vouch_receive_park,
  },
  {
      .noun = "receive",
      .verb = "resolve",
      .arguments = "--number NUMBER --resolution TEXT",
      .help = N_ ("says what becomes of goods that were set apart"),
      .run = vouch_run_case,
      .use_case = &vouch_receive_resolve,
  },
  {
      .noun = "receive",
      .verb = "correct",
      .arguments = "--lot LOT [--quantity N] [--supplier-lot LOT] [--produced DATE] [--expiry DATE] [--seen N] "
                   "--reason TEXT",
      .help = N_ ("corrects a recorded fact, or asks the QA lead to"),
      .run = vouch_run_case,
      .use_case = &vouch_receive_correct,
  },
  {
      .noun = "receive",
      .verb = "approve",
      .arguments = "--correction-id ID [--answer TEXT]",
      .help = N_ ("approves a correction"),
      .run = vouch_run_case,
      .use_case = &vouch_receive_approve_correction,
  },
  {
      .noun = "receive",
      .verb = "refuse",
      .arguments = "--correction-id ID [--answer TEXT]",
      .help = N_ ("refuses a correction"),
      .run = vouch_run_case,
      .use_case = &vouch_receive_refuse_correction,
  },
  {
      .noun = "receive",
      .verb = "waiting",
      .help = N_ ("lists what of receiving waits for the QA lead"),
      .run = list_waiting,
  },
  {
      .noun = "receive",
      .verb = "show",
      .arguments = "--delivery NUMBER | --receipt NUMBER",
      .help = N_ ("shows how a delivery is received"),
      .run = vouch_receipt_view_show,
  },
  {
      .noun = "receive",
      .verb = "report",
      .arguments = "--delivery NUMBER | --receipt NUMBER --file FILE.pdf",
      .help = N_ ("writes the document on a receipt"),
      .run = vouch_receipt_view_report,
  },
  {
      .noun = "receive",
      .verb = "close",
      .arguments = "--delivery NUMBER",
      .help = N_ ("closes a delivery that is counted and decided"),
      .run = vouch_run_case,
      .use_case = &vouch_receive_close,
  },
  { NULL },
};
