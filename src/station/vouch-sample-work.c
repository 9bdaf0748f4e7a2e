#include "vouch-sample-work.h"

#include <glib/gi18n-lib.h>

#include "vouch-defect-code.h"
#include "vouch-delivery-line.h"
#include "vouch-delivery.h"
#include "vouch-error.h"
#include "vouch-number-store.h"
#include "vouch-party-store.h"
#include "vouch-pattern-work.h"
#include "vouch-plan-json.h"
#include "vouch-plan-version-private.h"
#include "vouch-policy-work.h"
#include "vouch-product-store.h"
#include "vouch-record-json.h"
#include "vouch-sample-data-private.h"
#include "vouch-user-store.h"
#include "vouch-user-work.h"

#define HOUR_US (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)

static const VouchField sample_fields[] = {
  VOUCH_FIELD (VouchSampleRequest, host, TEXT, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchSampleRequest, vouch_sample_request, "sample", sample_fields)

static const VouchField answer_fields[] = {
  VOUCH_FIELD (VouchSampleAnswer, suppliers, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSampleAnswer, products, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSampleAnswer, deliveries, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSampleAnswer, users, NUMBER, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchSampleAnswer, vouch_sample_answer, "sample_answer", answer_fields)

/* One element of a data file. */
typedef gboolean (*LoadOne) (VouchAct *act, JsonObject *object, GError **error);

static const char *
member (JsonObject *object, const char *name)
{
  return json_object_has_member (object, name) && !json_object_get_null_member (object, name)
             ? json_object_get_string_member (object, name)
             : NULL;
}

static gboolean
unknown (const char *what, const char *which, GError **error)
{
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, "%s: %s", what, which != NULL ? which : "");
  return FALSE;
}

/* The record of an element, with its id made. */
static gpointer
read_record (VouchAct *act, const VouchRecordType *type, JsonObject *object, GError **error)
{
  gpointer record = vouch_record_from_json (type, object, VOUCH_JSON_LENIENT, error);

  if (record != NULL)
    vouch_record_set_number (&type->fields[0], record, vouch_act_next_id (act));
  return record;
}

static gint64
find_party (VouchAct *act, const char *code)
{
  g_autoptr (VouchParty) party = code != NULL ? vouch_party_store_find_by_code (act->conn, code, NULL) : NULL;

  return party != NULL ? party->id : 0;
}

static gint64
find_product (VouchAct *act, const char *sku)
{
  g_autoptr (VouchProduct) product = sku != NULL ? vouch_product_store_find_by_sku (act->conn, sku, NULL) : NULL;

  return product != NULL ? product->id : 0;
}

static gint64
find_user (VouchAct *act, const char *badge)
{
  g_autoptr (VouchUser) user = badge != NULL ? vouch_user_store_find_by_badge (act->conn, badge, NULL) : NULL;

  return user != NULL ? user->id : 0;
}

static gboolean
load_user (VouchAct *act, JsonObject *object, GError **error)
{
  g_autoptr (GString) roles = g_string_new (NULL);
  JsonArray *names = json_object_get_array_member (object, "roles");
  VouchAddUserRequest request = {
    .badge = (char *)member (object, "badge"),
    .name = (char *)member (object, "name"),
    .pin = (char *)member (object, "pin"),
  };
  g_autoptr (VouchDone) done = vouch_done_new ();

  for (guint i = 0; i < json_array_get_length (names); i++)
    g_string_append_printf (roles, "%s%s", i > 0 ? "," : "", json_array_get_string_element (names, i));
  request.roles = roles->str;
  return vouch_user_add.act (act, &request, done, error);
}

static gboolean
load_party (VouchAct *act, JsonObject *object, GError **error)
{
  g_autoptr (VouchParty) party = read_record (act, &vouch_party_type, object, error);

  return party != NULL && vouch_act_insert (act, &vouch_party_type, party, error);
}

static gboolean
load_defect (VouchAct *act, JsonObject *object, GError **error)
{
  g_autoptr (VouchDefectCode) defect = read_record (act, &vouch_defect_code_type, object, error);

  return defect != NULL && vouch_act_insert (act, &vouch_defect_code_type, defect, error);
}

static gboolean
load_product (VouchAct *act, JsonObject *object, GError **error)
{
  g_autoptr (VouchProduct) product = read_record (act, &vouch_product_type, object, error);
  JsonArray *gtins = json_object_get_array_member (object, "gtins");

  if (product == NULL)
    return FALSE;
  product->maker_id = find_party (act, member (object, "maker"));
  if (!vouch_act_insert (act, &vouch_product_type, product, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (gtins); i++)
    {
      g_autoptr (VouchProductGtin) item =
          read_record (act, &vouch_product_gtin_type, json_array_get_object_element (gtins, i), error);

      if (item == NULL)
        return FALSE;
      item->product_id = product->id;
      if (!vouch_act_insert (act, &vouch_product_gtin_type, item, error))
        return FALSE;
    }
  return TRUE;
}

/* Plans of single samples need not say it in a rule. */
static gboolean
read_plan (VouchAct *act, JsonObject *object, VouchPlanContent *plan, GError **error)
{
  vouch_inspection_plan_free (plan->plan);
  plan->plan = vouch_record_from_json (&vouch_inspection_plan_type, object, VOUCH_JSON_LENIENT, error);
  if (plan->plan == NULL || !vouch_plan_json_read (act->conn, object, plan, error))
    return FALSE;
  if (plan->rules->len == 0)
    g_ptr_array_add (plan->rules, vouch_inspection_plan_make_rule (plan->plan));
  vouch_plan_content_number (plan);
  plan->plan->product_id = find_product (act, member (object, "product"));
  plan->plan->author_id = find_user (act, member (object, "author"));
  plan->plan->approver_id = find_user (act, member (object, "approver"));
  plan->plan->approved_at = vouch_act_get_now (act);
  return TRUE;
}

static gboolean
load_plan (VouchAct *act, JsonObject *object, GError **error)
{
  g_autoptr (VouchPlanContent) plan = vouch_plan_content_new ();

  if (!read_plan (act, object, plan, error))
    return FALSE;
  if (plan->plan->product_id == 0 || plan->plan->author_id == 0 || plan->plan->approver_id == plan->plan->author_id)
    return unknown ("plan", member (object, "product"), error);
  return vouch_plan_version_insert (act, plan, error);
}

static gboolean
load_delivery (VouchAct *act, JsonObject *object, GError **error)
{
  g_autoptr (VouchDelivery) delivery = read_record (act, &vouch_delivery_type, object, error);
  JsonArray *lines = json_object_get_array_member (object, "lines");

  if (delivery == NULL)
    return FALSE;
  delivery->supplier_id = find_party (act, member (object, "supplier"));
  delivery->carrier_id = find_party (act, member (object, "carrier"));
  delivery->promised_at = vouch_act_get_now (act) + json_object_get_int_member (object, "promised_in_hours") * HOUR_US;
  if (delivery->supplier_id == 0)
    return unknown ("supplier", member (object, "supplier"), error);
  if (!vouch_act_insert (act, &vouch_delivery_type, delivery, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (lines); i++)
    {
      JsonObject *element = json_array_get_object_element (lines, i);
      g_autoptr (VouchDeliveryLine) line = read_record (act, &vouch_delivery_line_type, element, error);

      if (line == NULL)
        return FALSE;
      line->delivery_id = delivery->id;
      line->product_id = find_product (act, member (element, "product"));
      if (line->product_id == 0)
        return unknown ("product", member (element, "product"), error);
      if (!vouch_act_insert (act, &vouch_delivery_line_type, line, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
load_file (VouchAct *act, const char *name, LoadOne load, gint64 *n_loaded, GError **error)
{
  g_autoptr (JsonArray) elements = vouch_sample_data_load (name, error);
  gint64 n = 0;

  if (elements == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (elements); i++, n++)
    if (!load (act, json_array_get_object_element (elements, i), error))
      {
        g_prefix_error (error, "%s #%u: ", name, i + 1);
        return FALSE;
      }
  if (n_loaded != NULL)
    *n_loaded = n;
  return TRUE;
}

static gboolean
check_unused (VouchAct *act, GError **error)
{
  gint64 users;

  if (!vouch_number_store_count_users (act->conn, &users, error))
    return FALSE;
  if (users == 0)
    return TRUE;
  g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT,
                       _ ("The station is in use; the example data goes only into a new one"));
  return FALSE;
}

static gboolean
load (VouchAct *act, gconstpointer data, gpointer answer_data, GError **error)
{
  const VouchSampleRequest *request = data;
  VouchSampleAnswer *answer = answer_data;
  guint n_patterns;

  return check_unused (act, error) && load_file (act, "users.json", load_user, &answer->users, error) &&
         load_file (act, "suppliers.json", load_party, &answer->suppliers, error) &&
         load_file (act, "defect-codes.json", load_defect, NULL, error) &&
         load_file (act, "products.json", load_product, &answer->products, error) &&
         load_file (act, "plans.json", load_plan, NULL, error) &&
         load_file (act, "deliveries.json", load_delivery, &answer->deliveries, error) &&
         vouch_pattern_insert_usual (act, NULL, &n_patterns, error) &&
         vouch_policy_set (act, "host", request->host != NULL ? request->host : "vouch.example", error) &&
         vouch_policy_set (act, "station-name", _ ("Receiving dock 1"), error);
}

const VouchUseCase vouch_sample_load = {
  .name = "sample.load",
  .permission = VOUCH_PERMISSION_FIRST_START,
  .request = &vouch_sample_request_type,
  .answer = &vouch_sample_answer_type,
  .act = load,
};
