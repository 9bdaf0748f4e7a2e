#include "vouch-arrival-work.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-plan-store.h"
#include "vouch-policy-work.h"
#include "vouch-receipt-store.h"
#include "vouch-row.h"
#include "vouch-text.h"

#define CELSIUS "°C"

static const VouchField arrival_fields[] = {
  VOUCH_FIELD (VouchArrivalRequest, receipt_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD_OF_ENUM (VouchArrivalRequest, item, vouch_arrival_item_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchArrivalRequest, result, vouch_arrival_result_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchArrivalRequest, has_value, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchArrivalRequest, value, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchArrivalRequest, unit, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchArrivalRequest, text, TEXT, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchArrivalRequest, vouch_arrival_request, "arrival", arrival_fields)

static gboolean
check_value (const VouchArrivalRequest *request, GError **error)
{
  gboolean applies = request->result != VOUCH_ARRIVAL_RESULT_NOT_APPLICABLE;

  if (applies && vouch_arrival_item_is_number (request->item) && !request->has_value)
    {
      vouch_set_field_error (error, "value", VOUCH_ERROR_INVALID, _ ("The temperature is missing"));
      return FALSE;
    }
  if (applies && vouch_arrival_item_is_text (request->item) && (request->text == NULL || *request->text == '\0'))
    {
      vouch_set_field_error (error, "text", VOUCH_ERROR_INVALID, _ ("The number of the vehicle or waybill is missing"));
      return FALSE;
    }
  if (request->unit != NULL && !g_str_equal (request->unit, CELSIUS))
    {
      vouch_set_field_error (error, "unit", VOUCH_ERROR_INVALID, _ ("A temperature is noted in %s, not in %s"), CELSIUS,
                             request->unit);
      return FALSE;
    }
  return vouch_text_check_line (request->text, "text", VOUCH_TEXT_NAME_MAX, error);
}

static gboolean
check_arrival (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchArrivalRequest *request = data;
  g_autoptr (VouchReceipt) receipt = vouch_row_load (act->conn, &vouch_receipt_type, request->receipt_id, error);
  g_autoptr (VouchArrivalCheck) check = vouch_arrival_check_new ();

  if (receipt == NULL || !check_value (request, error))
    return FALSE;
  if (receipt->state == VOUCH_RECEIPT_STATE_CLOSED || receipt->state == VOUCH_RECEIPT_STATE_CANCELLED)
    {
      vouch_set_field_error (error, "receipt_id", VOUCH_ERROR_INVALID, _ ("The receipt is closed"));
      return FALSE;
    }
  check->id = vouch_act_next_id (act);
  check->receipt_id = receipt->id;
  check->item = request->item;
  check->result = request->result;
  check->has_value = request->has_value;
  check->value = request->has_value ? request->value : 0;
  check->unit = request->has_value ? g_strdup (CELSIUS) : NULL;
  check->text = g_strdup (request->text);
  check->checked_by = vouch_act_get_actor_id (act);
  check->checked_at = vouch_act_get_now (act);
  ((VouchDone *)answer)->id = check->id;
  ((VouchDone *)answer)->number = g_strdup (receipt->number);
  return vouch_act_insert (act, &vouch_arrival_check_type, check, error);
}

static gboolean
add_plan (VouchConn *conn, gint64 product_id, VouchArrivalItems *wanted, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchInspectionPlan) plan = vouch_plan_store_find_incoming (conn, product_id, &local);
  VouchArrivalItems items = 0;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (plan != NULL && vouch_arrival_check_parse_items (plan->arrival_checks, &items, NULL))
    *wanted |= items;
  return TRUE;
}

/**
 * vouch_arrival_load_open:
 * @conn: a connection
 * @receipt_id: a receipt
 * @open: (out): the items still to be looked at
 * @error: what the database said
 *
 * The policy "arrival-checks" asks for items of every delivery, a plan of those that bring its product.
 *
 * Returns: whether it could be found out
 */
gboolean
vouch_arrival_load_open (VouchConn *conn, gint64 receipt_id, VouchArrivalItems *open, GError **error)
{
  g_autofree char *policy = vouch_policy_dup (conn, "arrival-checks");
  g_autoptr (GPtrArray) lines = vouch_receipt_store_list_lines (conn, receipt_id, error);
  g_autoptr (GPtrArray) checks = NULL;

  *open = 0;
  if (lines == NULL)
    return FALSE;
  vouch_arrival_check_parse_items (policy, open, NULL);
  for (guint i = 0; i < lines->len; i++)
    if (!add_plan (conn, ((const VouchReceiptLine *)g_ptr_array_index (lines, i))->product_id, open, error))
      return FALSE;
  if (*open == 0)
    return TRUE;
  checks = vouch_receipt_store_list_arrival_checks (conn, receipt_id, error);
  for (guint i = 0; checks != NULL && i < checks->len; i++)
    *open &= ~(1u << ((const VouchArrivalCheck *)g_ptr_array_index (checks, i))->item);
  return checks != NULL;
}

const VouchUseCase vouch_receive_check_arrival = {
  .name = "receive.check_arrival",
  .permission = VOUCH_PERMISSION_RECEIVE,
  .request = &vouch_arrival_request_type,
  .answer = &vouch_done_type,
  .act = check_arrival,
};
