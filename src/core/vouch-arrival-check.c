#include "vouch-arrival-check.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"

static const char *const arrival_item_names[] = { "vehicle", "waybill", "packaging", "temperature", "papers", NULL };
const VouchEnum vouch_arrival_item_values = { arrival_item_names };

static const char *const arrival_result_names[] = { "pass", "fail", "not_applicable", NULL };
const VouchEnum vouch_arrival_result_values = { arrival_result_names };

static const VouchField fields[] = {
  VOUCH_FIELD (VouchArrivalCheck, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchArrivalCheck, receipt_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchArrivalCheck, item, vouch_arrival_item_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchArrivalCheck, result, vouch_arrival_result_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchArrivalCheck, has_value, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchArrivalCheck, value, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchArrivalCheck, unit, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchArrivalCheck, text, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchArrivalCheck, checked_by, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchArrivalCheck, checked_at, TIME, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchArrivalCheck, vouch_arrival_check, "arrival_check", fields)

/**
 * vouch_arrival_check_parse_items:
 * @text: (nullable): item names with commas between them, as a policy or a plan has them
 * @items: (out) (optional): the items
 * @error: INVALID for a name that is none
 *
 * Returns: whether every name is an item's; no text is no items
 */
gboolean
vouch_arrival_check_parse_items (const char *text, VouchArrivalItems *items, GError **error)
{
  g_auto (GStrv) names = g_strsplit (text != NULL ? text : "", ",", -1);
  VouchArrivalItems found = 0;

  for (guint i = 0; names[i] != NULL; i++)
    {
      int item = *g_strstrip (names[i]) != '\0' ? vouch_enum_find (&vouch_arrival_item_values, names[i]) : -1;

      if (item < 0 && *names[i] != '\0')
        {
          vouch_set_field_error (error, "value", VOUCH_ERROR_INVALID,
                                 _ ("“%s” is not looked at on arrival; there are vehicle, waybill, packaging, "
                                    "temperature, papers"),
                                 names[i]);
          return FALSE;
        }
      if (item >= 0)
        found |= 1u << item;
    }
  if (items != NULL)
    *items = found;
  return TRUE;
}

/**
 * vouch_arrival_item_is_text:
 * @item: an item
 *
 * Returns: whether a number plate or a waybill's number is wanted
 */
gboolean
vouch_arrival_item_is_text (VouchArrivalItem item)
{
  return item == VOUCH_ARRIVAL_ITEM_VEHICLE || item == VOUCH_ARRIVAL_ITEM_WAYBILL;
}

/**
 * vouch_arrival_item_is_number:
 * @item: an item
 *
 * Returns: whether a measured value belongs to it
 */
gboolean
vouch_arrival_item_is_number (VouchArrivalItem item)
{
  return item == VOUCH_ARRIVAL_ITEM_TEMPERATURE;
}
