#include "vouch-lot-view.h"

#include <glib/gi18n-lib.h>

#include "vouch-alias.h"
#include "vouch-error.h"
#include "vouch-list.h"
#include "vouch-lot-file.h"
#include "vouch-record-json.h"
#include "vouch-run-case.h"
#include "vouch-sample-words.h"
#include "vouch-words.h"

typedef struct
{
  char *lot;
} ShowRequest;

static const VouchField show_fields[] = {
  VOUCH_FIELD (ShowRequest, lot, TEXT, VOUCH_FIELD_REQUIRED),
};

static const VouchRecordType show_type = {
  .name = "show", .size = sizeof (ShowRequest), .fields = show_fields, .n_fields = G_N_ELEMENTS (show_fields)
};

static void
add_record (JsonObject *object, const char *name, const VouchRecordType *type, gconstpointer record, int offset_s)
{
  if (record != NULL)
    json_object_set_object_member (object, name, vouch_record_to_json (type, record, offset_s));
  else
    json_object_set_null_member (object, name);
}

static void
add_list (JsonObject *object, const char *name, const VouchRecordType *type, GPtrArray *records, int offset_s)
{
  json_object_set_array_member (object, name, vouch_list_to_json (type, records, offset_s));
}

/* How the lot stands by each class of defects. */
static void
add_standings (JsonObject *object, const VouchLotFile *file)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_desk_standing_free);

  for (guint i = 0; file->judgement != NULL && i < vouch_judgement_get_n_classes (file->judgement); i++)
    g_ptr_array_add (list, vouch_words_make_standing (file, vouch_judgement_get_class (file->judgement, i)));
  add_list (object, "classes", &vouch_desk_standing_type, list, 0);
}

static void
add_inspection (JsonObject *object, const VouchLotFile *file, int offset_s)
{
  gint64 next = file->tally != NULL ? vouch_tally_get_next_position (file->tally) : 0;

  add_record (object, "inspection", &vouch_inspection_type, file->inspection, offset_s);
  json_object_set_int_member (object, "next_position", next);
  add_list (object, "plans", &vouch_class_plan_type, file->class_plans, offset_s);
  add_standings (object, file);
  add_list (object, "checks", &vouch_characteristic_type, file->characteristics, offset_s);
  add_list (object, "units", &vouch_sample_unit_type, file->units, offset_s);
  add_list (object, "readings", &vouch_reading_type, file->readings, offset_s);
}

static JsonObject *
show_file (const VouchLotFile *file, VouchLotView view, int offset_s)
{
  JsonObject *object = json_object_new ();

  add_record (object, "lot", &vouch_lot_type, file->lot, offset_s);
  add_inspection (object, file, offset_s);
  if (view == VOUCH_LOT_VIEW_INSPECTION)
    return object;
  json_object_set_int_member (object, "seen", file->seen);
  add_record (object, "product", &vouch_product_type, file->product, offset_s);
  add_record (object, "supplier", &vouch_party_type, file->supplier, offset_s);
  add_record (object, "delivery", &vouch_delivery_type, file->delivery, offset_s);
  add_record (object, "receipt", &vouch_receipt_type, file->receipt, offset_s);
  add_record (object, "receipt_line", &vouch_receipt_line_type, file->line, offset_s);
  add_list (object, "decisions", &vouch_usage_decision_type, file->decisions, offset_s);
  add_list (object, "signatures", &vouch_signature_type, file->signatures, offset_s);
  add_list (object, "holds", &vouch_lot_hold_type, file->holds, offset_s);
  add_list (object, "recalls", &vouch_recall_type, file->recalls, offset_s);
  add_list (object, "ncrs", &vouch_ncr_type, file->ncrs, offset_s);
  add_list (object, "batches", &vouch_code_batch_type, file->batches, offset_s);
  add_list (object, "print_jobs", &vouch_print_job_type, file->print_jobs, offset_s);
  add_list (object, "corrections", &vouch_correction_type, file->corrections, offset_s);
  add_list (object, "take_overs", &vouch_take_over_type, file->take_overs, offset_s);
  add_list (object, "attachments", &vouch_attachment_type, file->attachments, offset_s);
  if (file->line->is_closed)
    add_list (object, "counts", &vouch_count_pass_type, file->passes, offset_s);
  add_list (object, "tickets", &vouch_ticket_type, file->tickets, offset_s);
  if (file->queries != NULL)
    json_object_set_object_member (object, "queries",
                                   vouch_record_to_json (&vouch_query_count_type, file->queries, offset_s));
  else
    json_object_set_null_member (object, "queries");
  return object;
}

static char *
say_file (const VouchLotFile *file)
{
  g_autofree char *received = vouch_words_dup_quantity (file->lot->received, file->lot->unit);
  const char *product = vouch_words_choose (file->product->name_en, file->product->name_zh);
  const char *status = vouch_words_of_status (file->lot->status);

  g_autofree char *standing = NULL;

  if (file->skipped != NULL)
    return g_strdup_printf (_ ("%s  %s, %s, %s; not inspected, by the skip-lot plan"), file->lot->number, product,
                            received, status);
  if (file->inspection == NULL)
    return g_strdup_printf (_ ("%s  %s, %s, %s; not planned yet"), file->lot->number, product, received, status);
  standing = vouch_words_dup_standing (file);
  return g_strdup_printf (_ ("%s  %s, %s, %s; %s: %s"), file->lot->number, product, received, status,
                          vouch_words_of_verdict (vouch_lot_file_get_verdict (file)), standing);
}

static gpointer
read_file (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_lot_file_load (conn, *(gint64 *)data, error);
}

static VouchAnswer *
show (VouchCli *cli, gconstpointer data, const char *key, gpointer user_data, GError **error)
{
  const ShowRequest *request = data;
  VouchLotView view = (VouchLotView)GPOINTER_TO_INT (user_data);
  g_autoptr (VouchLotFile) file = NULL;
  VouchStation *station;
  gint64 lot_id;

  if (!vouch_record_check (&show_type, request, error))
    return NULL;
  station = vouch_cli_open (cli, VOUCH_DB_LOOK, error);
  lot_id = station != NULL ? vouch_alias_find_lot (station, request->lot, error) : 0;
  file = lot_id != 0 ? vouch_station_read (station, read_file, &lot_id, error) : NULL;
  if (file == NULL)
    return NULL;
  return vouch_answer_new (show_file (file, view, vouch_cli_get_offset (cli)), say_file (file));
}

/**
 * vouch_lot_view_run:
 * @cli: the run
 * @view: how much is shown
 *
 * The whole of a command that shows lots. Needs no lock.
 */
void
vouch_lot_view_run (VouchCli *cli, VouchLotView view)
{
  vouch_run_requests (cli, &show_type, NULL, show, GINT_TO_POINTER (view));
}
