#include <glib/gi18n-lib.h>

#include "vouch-alias.h"
#include "vouch-decide-work.h"
#include "vouch-error.h"
#include "vouch-inspect-work.h"
#include "vouch-list.h"
#include "vouch-lot-comparison.h"
#include "vouch-lot-entry.h"
#include "vouch-lot-store.h"
#include "vouch-lot-view.h"
#include "vouch-moment.h"
#include "vouch-report-work.h"
#include "vouch-run-case.h"
#include "vouch-words.h"

typedef struct
{
  char *lot;
  char *file;
} ReportRequest;

static const VouchField report_fields[] = {
  VOUCH_FIELD (ReportRequest, lot, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (ReportRequest, file, TEXT, VOUCH_FIELD_REQUIRED),
};

static const VouchRecordType report_type = {
  .name = "report", .size = sizeof (ReportRequest), .fields = report_fields, .n_fields = G_N_ELEMENTS (report_fields)
};

static char *
say_lot (gconstpointer data)
{
  const VouchLot *lot = data;
  g_autofree char *received = vouch_words_dup_quantity (lot->received, lot->unit);

  return g_strdup_printf ("%s  %s  %s", lot->number, received, vouch_words_of_status (lot->status));
}

typedef GPtrArray *(*ListLots) (VouchConn *conn, GError **error);

static gpointer
read_lots (VouchConn *conn, gpointer data, GError **error)
{
  return (*(const ListLots *)data) (conn, error);
}

static char *
say_review (gconstpointer data)
{
  const VouchLotEntry *entry = data;
  g_autofree char *held = vouch_words_dup_quantity (entry->held, entry->unit);
  g_autofree char *due = vouch_moment_dup (entry->due_at);

  /* Translators: a lot that waits for a decision: number, quantity, status, product; date and time. */
  return g_strdup_printf (_ ("%s  %s  %s  %s  due %s"), entry->number, held, vouch_words_of_status (entry->status),
                          vouch_words_choose (entry->product_en, entry->product_zh), due);
}

static void
list (VouchCli *cli, const VouchVerb *verb)
{
  ListLots list_lots = vouch_lot_store_list_recent;

  if (vouch_arguments_take_flag (vouch_cli_get_arguments (cli), "review"))
    {
      vouch_list_read_source (cli, &vouch_lot_entry_type, &vouch_review_source, NULL, 0, say_review);
      return;
    }
  if (vouch_arguments_take_flag (vouch_cli_get_arguments (cli), "pending"))
    list_lots = vouch_lot_store_list_pending;
  vouch_list_read (cli, &vouch_lot_type, read_lots, &list_lots, say_lot);
}

static void
show (VouchCli *cli, const VouchVerb *verb)
{
  vouch_lot_view_run (cli, VOUCH_LOT_VIEW_ALL);
}

static char *
say_compared (gconstpointer data)
{
  const VouchComparedLot *lot = data;
  const char *status = vouch_words_of_status (lot->status);

  if (lot->sample_size == 0)
    return g_strdup_printf (_ ("%s  %s; not planned yet"), lot->number, status);
  return g_strdup_printf (_ ("%s  %s; n = %d, Ac %d, Re %d: %d inspected, %d nonconforming, %s"), lot->number, status,
                          (int)lot->sample_size, (int)lot->ac, (int)lot->re, (int)lot->inspected,
                          (int)lot->nonconforming, vouch_words_of_verdict (lot->verdict));
}

static gpointer
read_compared (VouchConn *conn, gpointer data, GError **error)
{
  const char *number = data;
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchLot) lot = vouch_lot_store_find_by_number (conn, number, &local);

  if (lot != NULL)
    return vouch_lot_comparison_list (conn, lot->id, error);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    vouch_set_field_error (error, "lot", VOUCH_ERROR_NOT_FOUND, _ ("There is no lot “%s”"), number);
  return NULL;
}

static void
compare (VouchCli *cli, const VouchVerb *verb)
{
  const char *number = vouch_arguments_take (vouch_cli_get_arguments (cli), "lot");

  if (number == NULL)
    vouch_cli_fail_usage (cli, _ ("Say which lot: --lot LOT"));
  else
    vouch_list_read (cli, &vouch_compared_lot_type, read_compared, (gpointer)number, say_compared);
}

static VouchAnswer *
write_report (VouchCli *cli, gconstpointer data, const char *key, gpointer user_data, GError **error)
{
  const ReportRequest *request = data;
  VouchStation *station;
  VouchAnswer *answer;
  gint64 lot_id;

  if (!vouch_record_check (&report_type, request, error))
    return NULL;
  station = vouch_cli_open (cli, VOUCH_DB_LOOK, error);
  lot_id = station != NULL ? vouch_alias_find_lot (station, request->lot, error) : 0;
  if (lot_id == 0 || !vouch_report_write_inspection (station, lot_id, request->file, error))
    return NULL;
  answer = vouch_answer_new (json_object_new (), g_strdup_printf (_ ("Written: %s"), request->file));
  json_object_set_string_member (answer->json, "lot", request->lot);
  json_object_set_string_member (answer->json, "file", request->file);
  return answer;
}

static void
report (VouchCli *cli, const VouchVerb *verb)
{
  vouch_run_requests (cli, &report_type, NULL, write_report, NULL);
}

const VouchVerb vouch_verbs_of_lot[] = {
  {
      .noun = "lot",
      .verb = "list",
      .arguments = "[--pending | --review]",
      .help = N_ ("lists lots: the latest, those not decided yet, or those on review"),
      .run = list,
  },
  {
      .noun = "lot",
      .verb = "show",
      .arguments = "--lot LOT",
      .help = N_ ("shows all that is known of a lot"),
      .run = show,
  },
  {
      .noun = "lot",
      .verb = "plan",
      .arguments = "--lot LOT",
      .help = N_ ("plans a lot's inspection and draws its sample"),
      .run = vouch_run_case,
      .use_case = &vouch_inspect_plan,
  },
  {
      .noun = "lot",
      .verb = "hold",
      .arguments = "--lot LOT [--reason TEXT]",
      .help = N_ ("holds a lot for the QA lead"),
      .run = vouch_run_case,
      .use_case = &vouch_decide_hold,
  },
  {
      .noun = "lot",
      .verb = "compare",
      .arguments = "--lot LOT",
      .help = N_ ("lists a lot, then the last ones of its product and supplier"),
      .run = compare,
  },
  {
      .noun = "lot",
      .verb = "report",
      .arguments = "--lot LOT --file FILE.pdf",
      .help = N_ ("writes a lot's inspection report"),
      .run = report,
  },
  { NULL },
};
