#include "vouch-park-work.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "vouch-conflict-rule.h"
#include "vouch-error.h"
#include "vouch-label-work.h"
#include "vouch-number.h"
#include "vouch-parked-goods-store.h"
#include "vouch-receipt.h"
#include "vouch-row.h"
#include "vouch-text.h"
#include "vouch-trace-address.h"

static const VouchField park_fields[] = {
  VOUCH_FIELD (VouchParkRequest, receipt_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchParkRequest, code, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchParkRequest, note, TEXT, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchParkRequest, vouch_park_request, "park", park_fields)

static const VouchField resolve_fields[] = {
  VOUCH_FIELD (VouchResolveRequest, number, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchResolveRequest, resolution, TEXT, VOUCH_FIELD_REQUIRED),
};

VOUCH_DEFINE_RECORD (VouchResolveRequest, vouch_resolve_request, "resolve", resolve_fields)

static gboolean
check_park (VouchAct *act, const VouchParkRequest *request, GError **error)
{
  g_autoptr (VouchReceipt) receipt = vouch_row_load (act->conn, &vouch_receipt_type, request->receipt_id, error);

  if (receipt == NULL)
    return FALSE;
  if (receipt->state == VOUCH_RECEIPT_STATE_CLOSED || receipt->state == VOUCH_RECEIPT_STATE_CANCELLED)
    {
      vouch_set_field_error (error, "receipt_id", VOUCH_ERROR_INVALID, _ ("The receipt is closed"));
      return FALSE;
    }
  if (request->code == NULL && request->note == NULL)
    {
      vouch_set_field_error (error, "note", VOUCH_ERROR_INVALID,
                             _ ("Say what the goods are: a code that is on them, or a note"));
      return FALSE;
    }
  return vouch_text_check_line (request->code, "code", VOUCH_TEXT_NAME_MAX, error) &&
         vouch_text_check_note (request->note, "note", error);
}

/* *known is NULL where the goods were not parked before. */
static gboolean
find_parked (VouchAct *act, const VouchParkRequest *request, VouchParkedGoods **known, GError **error)
{
  g_autoptr (GPtrArray) goods = vouch_parked_goods_store_list (act->conn, request->receipt_id, error);

  *known = NULL;
  for (guint i = 0; goods != NULL && request->code != NULL && i < goods->len && *known == NULL; i++)
    {
      const VouchParkedGoods *parked = g_ptr_array_index (goods, i);

      if (parked->state == VOUCH_PARKED_STATE_PARKED && g_strcmp0 (parked->code, request->code) == 0)
        *known = vouch_record_copy (&vouch_parked_goods_type, parked);
    }
  return goods != NULL;
}

static gboolean
insert_parked (VouchAct *act, const VouchParkRequest *request, VouchDone *answer, GError **error)
{
  g_autoptr (VouchParkedGoods) goods = vouch_parked_goods_new ();

  goods->id = vouch_act_next_id (act);
  goods->number = vouch_number_make ('P', goods->id);
  goods->receipt_id = request->receipt_id;
  goods->code = g_strdup (request->code);
  goods->note = g_strdup (request->note);
  goods->parked_by = vouch_act_get_actor_id (act);
  goods->parked_at = vouch_act_get_now (act);
  answer->id = goods->id;
  answer->number = g_strdup (goods->number);
  return vouch_act_insert (act, &vouch_parked_goods_type, goods, error);
}

static gboolean
park (VouchAct *act, gconstpointer data, gpointer answer_data, GError **error)
{
  const VouchParkRequest *request = data;
  VouchDone *answer = answer_data;
  g_autoptr (VouchParkedGoods) known = NULL;

  if (!check_park (act, request, error) || !find_parked (act, request, &known, error))
    return FALSE;
  if (known == NULL)
    return insert_parked (act, request, answer, error);
  answer->id = known->id;
  answer->number = g_strdup (known->number);
  return TRUE;
}

static gboolean
resolve (VouchAct *act, gconstpointer data, gpointer answer_data, GError **error)
{
  const VouchResolveRequest *request = data;
  VouchDone *answer = answer_data;
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchParkedGoods) goods = vouch_parked_goods_store_find_by_number (act->conn, request->number, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (goods == NULL)
    {
      g_autofree char *shown = vouch_text_show (request->number, -1);

      vouch_set_field_error (error, "number", VOUCH_ERROR_NOT_FOUND, _ ("No goods were set apart as %s"), shown);
      return FALSE;
    }
  if (goods->state == VOUCH_PARKED_STATE_RESOLVED)
    {
      g_autofree char *by = vouch_conflict_dup_by (act, &vouch_parked_goods_type, goods->id);

      /* Translators: the number of goods; by whom and when. */
      vouch_set_field_error (error, "number", VOUCH_ERROR_CONFLICT, _ ("%s was settled before, by %s"), goods->number,
                             by);
      return FALSE;
    }
  if (!vouch_text_check_note (request->resolution, "resolution", error))
    return FALSE;
  goods->state = VOUCH_PARKED_STATE_RESOLVED;
  goods->resolution = g_strdup (request->resolution);
  goods->resolved_by = vouch_act_get_actor_id (act);
  goods->resolved_at = vouch_act_get_now (act);
  answer->id = goods->id;
  answer->number = g_strdup (goods->number);
  return vouch_act_update (act, &vouch_parked_goods_type, goods, error);
}

static GHashTable *
make_fields (VouchStation *station, const char *number, const char *code)
{
  GHashTable *fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *host = vouch_station_dup_policy (station, "host");

  g_hash_table_insert (fields, g_strdup ("lot"), g_strdup (number));
  g_hash_table_insert (fields, g_strdup ("product_name_en"), g_strdup ("Not in the catalogue"));
  g_hash_table_insert (fields, g_strdup ("product_name_zh"), g_strdup ("商品目录中没有"));
  g_hash_table_insert (fields, g_strdup ("status"), g_strdup ("quarantined"));
  if (code != NULL)
    g_hash_table_insert (fields, g_strdup ("reason"), g_strdup (code));
  if (host != NULL)
    {
      g_hash_table_insert (fields, g_strdup ("address"), vouch_trace_address_format (host, NULL, number, NULL));
      g_hash_table_insert (fields, g_strdup ("host"), g_strdup (host));
    }
  return fields;
}

/**
 * vouch_park_print_label:
 * @station: the station
 * @number: of parked goods
 * @code: (nullable): what was scanned on them
 * @directory: (nullable): where a PDF goes; %NULL for "labels" in the station's directory
 * @printer: (nullable): where the label goes; %NULL for a PDF file
 * @error: INVALID if the label does not fit or read back, BUSY if it cannot be printed, STORAGE if not written
 *
 * Lays the hold label out, reads it back as any label, and prints it.
 *
 * Returns: (transfer full) (nullable): the PDF's path, or the printer's address
 */
char *
vouch_park_print_label (VouchStation *station, const char *number, const char *code, const char *directory,
                        const VouchPrinterProfile *printer, GError **error)
{
  g_autoptr (VouchPrinterProfile) file = vouch_printer_profile_new_pdf ();
  const VouchPrinterProfile *profile = printer != NULL ? printer : file;
  g_autofree char *own = g_build_filename (vouch_station_get_directory (station), "labels", NULL);
  const char *folder = directory != NULL ? directory : own;
  g_autofree char *name = g_strconcat (number, "-hold.pdf", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GHashTable) fields = make_fields (station, number, code);
  g_autoptr (VouchLabelTemplate) template = vouch_label_template_load ("hold-60x40", error);
  g_autoptr (VouchLabel) label =
      template != NULL ? vouch_label_new (template, fields, (guint)profile->dpi, error) : NULL;
  VouchPrinterOptions options = { .path = path, .title = number };

  if (label == NULL || !vouch_printer_profile_takes (profile, template->width_um, template->height_um, error) ||
      !vouch_label_read_back (station, label, error))
    return NULL;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("%s cannot be made: %s"), folder, g_strerror (errno));
      return NULL;
    }
  if (!vouch_printer_print_one (profile, &options, label, NULL, error))
    return NULL;
  return profile->language == VOUCH_PRINTER_LANGUAGE_PDF ? g_steal_pointer (&path) : g_strdup (profile->uri);
}

const VouchUseCase vouch_receive_park = {
  .name = "receive.park",
  .permission = VOUCH_PERMISSION_RECEIVE,
  .request = &vouch_park_request_type,
  .answer = &vouch_done_type,
  .act = park,
};

const VouchUseCase vouch_receive_resolve = {
  .name = "receive.resolve",
  .permission = VOUCH_PERMISSION_DECIDE,
  .request = &vouch_resolve_request_type,
  .answer = &vouch_done_type,
  .act = resolve,
};
