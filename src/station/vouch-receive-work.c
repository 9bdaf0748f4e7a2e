#include "vouch-receive-work.h"

#include <glib/gi18n-lib.h>

#include "vouch-arrival-work.h"
#include "vouch-delivery-store.h"
#include "vouch-error.h"
#include "vouch-number.h"
#include "vouch-party-store.h"
#include "vouch-quantity.h"
#include "vouch-receipt-file.h"
#include "vouch-receipt-store.h"
#include "vouch-row.h"
#include "vouch-text.h"

static const VouchField open_fields[] = {
  VOUCH_FIELD (VouchOpenRequest, number, TEXT, VOUCH_FIELD_REQUIRED),
};

VOUCH_DEFINE_RECORD (VouchOpenRequest, vouch_open_request, "open", open_fields)

static const VouchField new_delivery_fields[] = {
  VOUCH_FIELD (VouchNewDeliveryRequest, number, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchNewDeliveryRequest, supplier, TEXT, VOUCH_FIELD_REQUIRED),
};

VOUCH_DEFINE_RECORD (VouchNewDeliveryRequest, vouch_new_delivery_request, "new_delivery", new_delivery_fields)

static const VouchField receipt_fields[] = {
  VOUCH_FIELD (VouchReceiptRequest, receipt_id, ID, VOUCH_FIELD_REQUIRED),
};

VOUCH_DEFINE_RECORD (VouchReceiptRequest, vouch_receipt_request, "receipt_request", receipt_fields)

/* The gate "supplier": only an approved or watched one delivers. */
static gboolean
check_supplier (const VouchParty *supplier, GError **error)
{
  if (supplier->kind == VOUCH_PARTY_KIND_SUPPLIER &&
      (supplier->state == VOUCH_PARTY_STATE_APPROVED || supplier->state == VOUCH_PARTY_STATE_WATCH))
    return TRUE;
  vouch_set_field_error (error, "supplier", VOUCH_ERROR_DENIED,
                         _ ("%s is not an approved supplier; ask the QA lead before goods are taken in"),
                         supplier->code);
  return FALSE;
}

static gboolean
insert_line (VouchAct *act, const VouchReceipt *receipt, const VouchDeliveryLine *from, GError **error)
{
  g_autoptr (VouchReceiptLine) line = vouch_receipt_line_new ();

  line->id = vouch_act_next_id (act);
  line->receipt_id = receipt->id;
  line->delivery_line_id = from->id;
  line->position = from->position;
  line->product_id = from->product_id;
  line->declared = from->declared;
  line->unit = g_strdup (from->unit);
  return vouch_act_insert (act, &vouch_receipt_line_type, line, error);
}

static VouchReceipt *
insert_receipt (VouchAct *act, VouchDelivery *delivery, GError **error)
{
  g_autoptr (GPtrArray) lines = vouch_delivery_store_list_lines (act->conn, delivery->id, error);
  g_autoptr (VouchReceipt) receipt = vouch_receipt_new ();

  receipt->id = vouch_act_next_id (act);
  receipt->number = vouch_number_make ('R', receipt->id);
  receipt->delivery_id = delivery->id;
  receipt->arrived_at = vouch_act_get_now (act);
  receipt->opened_by = vouch_act_get_actor_id (act);
  if (lines == NULL || !vouch_act_insert (act, &vouch_receipt_type, receipt, error))
    return NULL;
  for (guint i = 0; i < lines->len; i++)
    if (!insert_line (act, receipt, g_ptr_array_index (lines, i), error))
      return NULL;
  delivery->state = VOUCH_DELIVERY_STATE_ARRIVED;
  if (!vouch_act_update (act, &vouch_delivery_type, delivery, error))
    return NULL;
  return g_steal_pointer (&receipt);
}

static VouchReceipt *
open_receipt (VouchAct *act, VouchDelivery *delivery, GError **error)
{
  GError *local = NULL;
  VouchReceipt *receipt = vouch_receipt_store_find_by_delivery (act->conn, delivery->id, &local);

  if (local != NULL)
    {
      g_propagate_error (error, local);
      return NULL;
    }
  return receipt != NULL ? receipt : insert_receipt (act, delivery, error);
}

static gboolean
answer_with (VouchReceipt *receipt, VouchDone *answer)
{
  if (receipt == NULL)
    return FALSE;
  answer->id = receipt->id;
  answer->number = g_strdup (receipt->number);
  vouch_receipt_free (receipt);
  return TRUE;
}

static gboolean
open_delivery (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchOpenRequest *request = data;
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchDelivery) delivery = vouch_delivery_store_find_by_number (act->conn, request->number, &local);
  g_autoptr (VouchParty) supplier = NULL;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (delivery == NULL)
    {
      g_autofree char *shown = vouch_text_show (request->number, -1);

      vouch_set_field_error (error, "number", VOUCH_ERROR_NOT_FOUND, _ ("No delivery has the number %s"), shown);
      return FALSE;
    }
  if (delivery->state == VOUCH_DELIVERY_STATE_CANCELLED)
    {
      vouch_set_field_error (error, "number", VOUCH_ERROR_DENIED, _ ("The delivery %s was cancelled"),
                             delivery->number);
      return FALSE;
    }
  supplier = vouch_row_load (act->conn, &vouch_party_type, delivery->supplier_id, error);
  if (supplier == NULL || !check_supplier (supplier, error))
    return FALSE;
  return answer_with (open_receipt (act, delivery, error), answer);
}

static gboolean
new_delivery (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchNewDeliveryRequest *request = data;
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchParty) supplier = vouch_party_store_find_by_code (act->conn, request->supplier, &local);
  g_autoptr (VouchDelivery) delivery = vouch_delivery_new ();

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (supplier == NULL)
    {
      g_autofree char *shown = vouch_text_show (request->supplier, -1);

      vouch_set_field_error (error, "supplier", VOUCH_ERROR_NOT_FOUND, _ ("No supplier has the code %s"), shown);
      return FALSE;
    }
  if (!check_supplier (supplier, error) || !vouch_text_check_line (request->number, "number", 64, error))
    return FALSE;
  delivery->id = vouch_act_next_id (act);
  delivery->number = g_strdup (request->number);
  delivery->supplier_id = supplier->id;
  if (!vouch_act_insert (act, &vouch_delivery_type, delivery, error))
    return FALSE;
  return answer_with (insert_receipt (act, delivery, error), answer);
}

static gboolean
check_complete (VouchAct *act, const VouchReceiptFile *file, GError **error)
{
  const VouchReceiptFileLine *line = vouch_receipt_file_find_uncounted (file);
  const VouchLot *lot = vouch_receipt_file_find_undecided (file);
  VouchArrivalItems open;

  if (!vouch_arrival_load_open (act->conn, file->receipt->id, &open, error))
    return FALSE;
  if (line != NULL)
    vouch_set_field_error (error, "receipt_id", VOUCH_ERROR_CONFLICT, _ ("Line %d is not counted yet"),
                           (int)line->line->position);
  else if (lot != NULL)
    vouch_set_field_error (error, "receipt_id", VOUCH_ERROR_CONFLICT, _ ("Lot %s waits for its inspection"),
                           lot->number);
  else if (open != 0)
    vouch_set_field_error (error, "receipt_id", VOUCH_ERROR_CONFLICT,
                           _ ("Not everything was looked at that has to be when a delivery arrives"));
  return line == NULL && lot == NULL && open == 0;
}

/* Goods that are held stay with the QA lead; the delivery is done for the dock. */
static gboolean
close_receipt (VouchAct *act, gconstpointer data, gpointer answer_data, GError **error)
{
  const VouchReceiptRequest *request = data;
  VouchDone *answer = answer_data;
  g_autoptr (VouchReceiptFile) file = vouch_receipt_file_load (act->conn, request->receipt_id, error);

  if (file == NULL)
    return FALSE;
  answer->id = file->receipt->id;
  answer->number = g_strdup (file->receipt->number);
  if (file->receipt->state == VOUCH_RECEIPT_STATE_CLOSED)
    return TRUE;
  if (!check_complete (act, file, error))
    return FALSE;
  file->receipt->state = VOUCH_RECEIPT_STATE_CLOSED;
  file->receipt->closed_at = vouch_act_get_now (act);
  file->delivery->state = VOUCH_DELIVERY_STATE_CLOSED;
  return vouch_act_update (act, &vouch_receipt_type, file->receipt, error) &&
         vouch_act_update (act, &vouch_delivery_type, file->delivery, error);
}

const VouchUseCase vouch_receive_open = {
  .name = "receive.open",
  .permission = VOUCH_PERMISSION_RECEIVE,
  .request = &vouch_open_request_type,
  .answer = &vouch_done_type,
  .act = open_delivery,
};

const VouchUseCase vouch_receive_new_delivery = {
  .name = "receive.new_delivery",
  .permission = VOUCH_PERMISSION_RECEIVE,
  .request = &vouch_new_delivery_request_type,
  .answer = &vouch_done_type,
  .act = new_delivery,
};

const VouchUseCase vouch_receive_close = {
  .name = "receive.close",
  .permission = VOUCH_PERMISSION_RECEIVE,
  .request = &vouch_receipt_request_type,
  .answer = &vouch_done_type,
  .act = close_receipt,
};
