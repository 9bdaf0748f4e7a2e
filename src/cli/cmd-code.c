#include <glib/gi18n-lib.h>

#include "vouch-batch-work.h"
#include "vouch-code-meaning.h"
#include "vouch-code-stream.h"
#include "vouch-code-work.h"
#include "vouch-error.h"
#include "vouch-id.h"
#include "vouch-list.h"
#include "vouch-print-entry.h"
#include "vouch-record-json.h"
#include "vouch-row.h"
#include "vouch-run-case.h"
#include "vouch-scan-back-work.h"
#include "vouch-words.h"

typedef struct
{
  char *code;
} FindRequest;

static const VouchField find_fields[] = {
  VOUCH_FIELD (FindRequest, code, TEXT, VOUCH_FIELD_REQUIRED),
};

static const VouchRecordType find_type = {
  .name = "find", .size = sizeof (FindRequest), .fields = find_fields, .n_fields = G_N_ELEMENTS (find_fields)
};

typedef struct
{
  VouchStation *station;
  const char *code;
  VouchCodeMeaning *meaning;
} Query;

static gpointer
read_meaning (VouchConn *conn, gpointer data, GError **error)
{
  Query *query = data;

  return vouch_code_find (conn, query->station, query->code, query->meaning, error) ? query : NULL;
}

static VouchAnswer *
tell_meaning (const VouchCodeMeaning *meaning)
{
  VouchAnswer *answer = vouch_answer_new (json_object_new (), NULL);
  g_autofree char *id = vouch_id_to_string (meaning->lot_id);

  json_object_set_string_member (answer->json, "lot_id", id);
  json_object_set_string_member (answer->json, "lot", meaning->lot);
  if (meaning->has_unit)
    {
      json_object_set_int_member (answer->json, "unit", meaning->unit);
      answer->sentence = g_strdup_printf (_ ("Lot %s, unit %d"), meaning->lot, (int)meaning->unit);
      return answer;
    }
  json_object_set_null_member (answer->json, "unit");
  answer->sentence = g_strdup_printf (_ ("Lot %s"), meaning->lot);
  return answer;
}

static VouchAnswer *
find (VouchCli *cli, gconstpointer data, const char *key, gpointer user_data, GError **error)
{
  const FindRequest *request = data;
  g_auto (VouchCodeMeaning) meaning = { 0 };
  Query query = { NULL, request->code, &meaning };

  if (!vouch_record_check (&find_type, request, error))
    return NULL;
  query.station = vouch_cli_open (cli, VOUCH_DB_LOOK, error);
  if (query.station == NULL || vouch_station_read (query.station, read_meaning, &query, error) == NULL)
    return NULL;
  if (meaning.lot_id != 0)
    return tell_meaning (&meaning);
  vouch_set_field_error (error, "code", VOUCH_ERROR_NOT_FOUND, _ ("This is no code of this station"));
  return NULL;
}

static void
run_find (VouchCli *cli, const VouchVerb *verb)
{
  vouch_run_requests (cli, &find_type, NULL, find, NULL);
}

static char *
say_batch (gconstpointer data)
{
  const VouchBatchEntry *entry = data;
  g_autofree char *id = vouch_id_to_string (entry->id);

  return g_strdup_printf ("%s  %s  %d–%d  %s  %s", id, entry->lot, (int)entry->first_unit,
                          (int)(entry->first_unit + entry->units - 1), vouch_words_of_batch (entry->state),
                          entry->issued_by);
}

static gpointer
read_batches (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_print_entry_list_batches (conn, error);
}

static void
list (VouchCli *cli, const VouchVerb *verb)
{
  vouch_list_read (cli, &vouch_batch_entry_type, read_batches, NULL, say_batch);
}

static gpointer
read_batch (VouchConn *conn, gpointer data, GError **error)
{
  const VouchCloseBatchRequest *request = data;

  return vouch_row_load (conn, &vouch_code_batch_type, request->batch_id, error);
}

/* Everything that is known of one batch, as the record has it. */
static VouchAnswer *
show_batch (VouchCli *cli, gconstpointer request, const char *key, gpointer user_data, GError **error)
{
  VouchStation *station = vouch_cli_open (cli, VOUCH_DB_LOOK, error);
  g_autoptr (VouchCodeBatch) batch =
      station != NULL ? vouch_station_read (station, read_batch, (gpointer)request, error) : NULL;
  gint64 rest;

  if (batch == NULL)
    return NULL;
  rest = batch->units - batch->applied - batch->spoiled - batch->returned;
  /* Translators: a batch's first and last unit, how it stands, and how its labels add up. */
  return vouch_answer_new (
      vouch_record_to_json (&vouch_code_batch_type, batch, vouch_cli_get_offset (cli)),
      g_strdup_printf (_ ("Units %d to %d, %s: %d applied, %d spoiled, %d returned, %d not accounted for"),
                       (int)batch->first_unit, (int)(batch->first_unit + batch->units - 1),
                       vouch_words_of_batch (batch->state), (int)batch->applied, (int)batch->spoiled,
                       (int)batch->returned, (int)rest));
}

static void
show (VouchCli *cli, const VouchVerb *verb)
{
  g_autoptr (GError) error = NULL;

  if (vouch_cli_open (cli, VOUCH_DB_LOOK, &error) != NULL)
    vouch_run_requests (cli, &vouch_close_batch_request_type, NULL, show_batch, NULL);
  else
    vouch_cli_fail (cli, error);
}

const VouchVerb vouch_verbs_of_code[] = {
  {
      .noun = "code",
      .verb = "batch reserve",
      .arguments = "--lot LOT [--units N]",
      .help = N_ ("reserves the codes of a released lot's units"),
      .run = vouch_run_case,
      .use_case = &vouch_code_issue,
  },
  {
      .noun = "code",
      .verb = "batch activate",
      .arguments = "--lot LOT|--batch-id ID --code ADDRESS [--again true]",
      .help = N_ ("takes the first or the last printed label; both make the codes active"),
      .run = vouch_run_case,
      .use_case = &vouch_code_scan_back,
  },
  {
      .noun = "code",
      .verb = "batch reconcile",
      .arguments = "--lot LOT|--batch-id ID --applied N [--spoiled N] [--returned N]",
      .help = N_ ("says what became of the printed labels"),
      .run = vouch_run_case,
      .use_case = &vouch_batch_reconcile,
  },
  {
      .noun = "code",
      .verb = "batch close",
      .arguments = "--lot LOT|--batch-id ID",
      .help = N_ ("closes a batch of which every label is accounted for"),
      .run = vouch_run_case,
      .use_case = &vouch_batch_close,
  },
  { .noun = "code", .verb = "batch list", .help = N_ ("lists the batches of codes, the latest first"), .run = list },
  {
      .noun = "code",
      .verb = "batch show",
      .arguments = "--batch-id ID|--lot LOT",
      .help = N_ ("shows a batch, or the latest of a lot, with all that is known of it"),
      .run = show,
  },
  {
      .noun = "code",
      .verb = "void",
      .arguments = "--lot LOT|--batch-id ID --reason TEXT",
      .help = N_ ("voids the last codes of a lot, or a batch, that are not active yet"),
      .run = vouch_run_case,
      .use_case = &vouch_code_void,
  },
  {
      .noun = "code",
      .verb = "void-units",
      .arguments = "--code ADDRESS|--lot LOT --first-unit N [--units N] --reason TEXT",
      .help = N_ ("withdraws the labels of single units, active or not"),
      .run = vouch_run_case,
      .use_case = &vouch_code_void_units,
  },
  {
      .noun = "code",
      .verb = "mint",
      .arguments = "--lot LOT|--batch-id ID [--reason TEXT]",
      .help = N_ ("writes a batch's codes, one a line, for labels that are printed elsewhere"),
      .run = vouch_code_mint,
  },
  {
      .noun = "code",
      .verb = "verify",
      .arguments = "[--code ADDRESS]",
      .help = N_ ("says what codes come to: an address, or a lot and a serial, a line of standard input"),
      .run = vouch_code_verify,
  },
  {
      .noun = "code",
      .verb = "find",
      .arguments = "--code ADDRESS",
      .help = N_ ("says which lot and unit a code is of"),
      .run = run_find,
  },
  { NULL },
};
