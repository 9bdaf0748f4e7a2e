/* A receipt as it stands, for programs, for people and on paper. */
#include "vouch-receipt-view.h"

#include <glib/gi18n-lib.h>

#include "vouch-count-pass.h"
#include "vouch-delivery-store.h"
#include "vouch-error.h"
#include "vouch-list.h"
#include "vouch-lot-count.h"
#include "vouch-parked-goods.h"
#include "vouch-receipt-file.h"
#include "vouch-receipt-store.h"
#include "vouch-record-json.h"
#include "vouch-report-work.h"
#include "vouch-run-case.h"
#include "vouch-words.h"

typedef struct
{
  char *delivery; /* its number, or the receipt's */
  char *receipt;
  char *file;
} ViewRequest;

static const VouchField fields[] = {
  VOUCH_FIELD (ViewRequest, delivery, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (ViewRequest, receipt, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (ViewRequest, file, TEXT, VOUCH_FIELD_REQUIRED),
};

/* What is shown needs no file. */
static const VouchRecordType show_type = {
  .name = "show", .size = sizeof (ViewRequest), .fields = fields, .n_fields = 2
};

static const VouchRecordType report_type = {
  .name = "report", .size = sizeof (ViewRequest), .fields = fields, .n_fields = G_N_ELEMENTS (fields)
};

typedef struct
{
  const ViewRequest *request;
  gint64 id; /* out, 0: none */
} Query;

static gpointer
read_id (VouchConn *conn, gpointer data, GError **error)
{
  Query *query = data;
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchDelivery) delivery = NULL;
  g_autoptr (VouchReceipt) receipt = NULL;

  if (query->request->receipt != NULL)
    receipt = vouch_receipt_store_find_by_number (conn, query->request->receipt, &local);
  else if (query->request->delivery != NULL)
    delivery = vouch_delivery_store_find_by_number (conn, query->request->delivery, &local);
  if (delivery != NULL)
    receipt = vouch_receipt_store_find_by_delivery (conn, delivery->id, &local);
  query->id = receipt != NULL ? receipt->id : 0;
  if (local == NULL)
    return data;
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static gint64
find_receipt (VouchStation *station, const ViewRequest *request, GError **error)
{
  Query query = { request, 0 };
  const char *name = request->receipt != NULL ? request->receipt : request->delivery;

  if (vouch_station_read (station, read_id, &query, error) == NULL)
    return 0;
  if (name == NULL)
    vouch_set_field_error (error, "delivery", VOUCH_ERROR_INVALID, _ ("Name the delivery or the receipt"));
  else if (query.id == 0)
    vouch_set_field_error (error, request->receipt != NULL ? "receipt" : "delivery", VOUCH_ERROR_NOT_FOUND,
                           _ ("There is no receipt “%s”"), name);
  return query.id;
}

/* Until a line's count stands, nobody sees what was declared or counted before. */
static JsonObject *
show_line (const VouchReceiptFileLine *line, int offset_s)
{
  JsonObject *object = vouch_record_to_json (&vouch_receipt_line_type, line->line, offset_s);

  json_object_set_boolean_member (object, "hides_declared", line->hides_declared);
  if (line->hides_declared)
    {
      json_object_set_null_member (object, "declared");
      json_object_set_null_member (object, "counted");
      json_object_set_null_member (object, "damaged");
      return object;
    }
  json_object_set_array_member (object, "lots", vouch_list_to_json (&vouch_lot_type, line->lots, offset_s));
  json_object_set_array_member (object, "counts", vouch_list_to_json (&vouch_lot_count_type, line->counts, offset_s));
  json_object_set_array_member (object, "passes", vouch_list_to_json (&vouch_count_pass_type, line->passes, offset_s));
  return object;
}

static JsonObject *
show_file (const VouchReceiptFile *file, int offset_s)
{
  JsonObject *object = json_object_new ();
  JsonArray *lines = json_array_new ();

  json_object_set_object_member (object, "receipt",
                                 vouch_record_to_json (&vouch_receipt_type, file->receipt, offset_s));
  json_object_set_object_member (object, "delivery",
                                 vouch_record_to_json (&vouch_delivery_type, file->delivery, offset_s));
  for (guint i = 0; i < file->lines->len; i++)
    json_array_add_object_element (lines, show_line (g_ptr_array_index (file->lines, i), offset_s));
  json_object_set_array_member (object, "lines", lines);
  json_object_set_array_member (object, "arrival",
                                vouch_list_to_json (&vouch_arrival_check_type, file->checks, offset_s));
  json_object_set_array_member (object, "parked",
                                vouch_list_to_json (&vouch_parked_goods_type, file->parked, offset_s));
  return object;
}

static gpointer
read_file (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_receipt_file_load (conn, *(const gint64 *)data, error);
}

static VouchAnswer *
answer_show (VouchCli *cli, gconstpointer data, const char *key, gpointer user_data, GError **error)
{
  const ViewRequest *request = data;
  gint64 receipt_id;
  g_autoptr (VouchReceiptFile) file = NULL;
  VouchStation *station;

  if (!vouch_record_check (&show_type, request, error))
    return NULL;
  station = vouch_cli_open (cli, VOUCH_DB_LOOK, error);
  receipt_id = station != NULL ? find_receipt (station, request, error) : 0;
  file = receipt_id != 0 ? vouch_station_read (station, read_file, &receipt_id, error) : NULL;
  if (file == NULL)
    return NULL;
  return vouch_answer_new (show_file (file, vouch_cli_get_offset (cli)),
                           g_strdup_printf ("%s  %s  %s", file->receipt->number, file->delivery->number,
                                            vouch_words_of_receipt (file->receipt->state)));
}

static VouchAnswer *
answer_report (VouchCli *cli, gconstpointer data, const char *key, gpointer user_data, GError **error)
{
  const ViewRequest *request = data;
  VouchStation *station;
  VouchAnswer *answer;
  gint64 receipt_id;

  if (!vouch_record_check (&report_type, request, error))
    return NULL;
  station = vouch_cli_open (cli, VOUCH_DB_LOOK, error);
  receipt_id = station != NULL ? find_receipt (station, request, error) : 0;
  if (receipt_id == 0 || !vouch_report_write_receipt (station, receipt_id, request->file, error))
    return NULL;
  answer = vouch_answer_new (json_object_new (), g_strdup_printf (_ ("Written: %s"), request->file));
  json_object_set_string_member (answer->json, "file", request->file);
  return answer;
}

/**
 * vouch_receipt_view_show:
 * @cli: the run
 * @verb: the command
 *
 * The whole of a command that shows receipts. Needs no lock.
 */
void
vouch_receipt_view_show (VouchCli *cli, const VouchVerb *verb)
{
  vouch_run_requests (cli, &show_type, NULL, answer_show, NULL);
}

/**
 * vouch_receipt_view_report:
 * @cli: the run
 * @verb: the command
 *
 * The whole of a command that writes the documents on receipts. Needs no lock.
 */
void
vouch_receipt_view_report (VouchCli *cli, const VouchVerb *verb)
{
  vouch_run_requests (cli, &report_type, NULL, answer_report, NULL);
}
