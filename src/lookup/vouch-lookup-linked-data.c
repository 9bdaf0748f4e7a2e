#include "vouch-lookup-linked-data.h"

#include <json-glib/json-glib.h>

#define CONTEXT                                                                                                        \
  "[\"https://schema.org/\",{\"gs1\":\"https://ref.gs1.org/voc/\",\"xsd\":\"http://www.w3.org/2001/XMLSchema#\","      \
  "\"gs1:productionDate\":{\"@type\":\"xsd:date\"},\"gs1:bestBeforeDate\":{\"@type\":\"xsd:date\"}}]"

static void
add_text (JsonBuilder *json, const char *name, const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  json_builder_set_member_name (json, name);
  json_builder_add_string_value (json, value);
}

static void
add_date (JsonBuilder *json, const char *name, VouchDate date)
{
  g_autofree char *text = date != VOUCH_DATE_NONE ? vouch_date_to_string (date) : NULL;

  add_text (json, name, text);
}

static void
add_in_language (JsonBuilder *json, const char *text, const char *language)
{
  if (text == NULL || *text == '\0')
    return;
  json_builder_begin_object (json);
  add_text (json, "@value", text);
  add_text (json, "@language", language);
  json_builder_end_object (json);
}

/* A text in both languages. */
static void
add_texts (JsonBuilder *json, const char *name, const char *en, const char *zh)
{
  if ((en == NULL || *en == '\0') && (zh == NULL || *zh == '\0'))
    return;
  json_builder_set_member_name (json, name);
  json_builder_begin_array (json);
  add_in_language (json, zh, "zh-CN");
  add_in_language (json, en, "en");
  json_builder_end_array (json);
}

static void
add_named (JsonBuilder *json, const char *name, const char *type, const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  json_builder_set_member_name (json, name);
  json_builder_begin_object (json);
  add_text (json, "@type", type);
  add_text (json, "name", value);
  json_builder_end_object (json);
}

static void
open_property (JsonBuilder *json, const char *id)
{
  json_builder_begin_object (json);
  add_text (json, "@type", "PropertyValue");
  add_text (json, "propertyID", id);
}

static void
add_text_property (JsonBuilder *json, const char *id, const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  open_property (json, id);
  add_text (json, "value", value);
  json_builder_end_object (json);
}

static void
add_number_property (JsonBuilder *json, const char *id, gint64 value)
{
  open_property (json, id);
  json_builder_set_member_name (json, "value");
  json_builder_add_int_value (json, value);
  json_builder_end_object (json);
}

static void
add_day_property (JsonBuilder *json, const char *id, gint64 time_us, int offset_s)
{
  g_autofree char *text = time_us != 0 ? vouch_date_to_string (vouch_date_from_time (time_us, offset_s)) : NULL;

  add_text_property (json, id, text);
}

static gboolean
is_unit (const VouchLookupStatement *said)
{
  return said->answer->subject > VOUCH_LOOKUP_SUBJECT_LOT;
}

static const char *
name_state (const VouchLookupStatement *said)
{
  switch (said->answer->state)
    {
    case VOUCH_LOOKUP_STATE_RECALLED:
      return "recalled";
    case VOUCH_LOOKUP_STATE_WITHDRAWN_LABEL:
      return "label-withdrawn";
    case VOUCH_LOOKUP_STATE_WITHDRAWN_LOT:
      return "lot-withdrawn";
    case VOUCH_LOOKUP_STATE_EXPIRED:
      return "expired";
    case VOUCH_LOOKUP_STATE_NOT_RELEASED:
      return "not-released";
    case VOUCH_LOOKUP_STATE_GENUINE:
      return is_unit (said) ? "genuine" : "released";
    case VOUCH_LOOKUP_STATE_UNKNOWN:
    default:
      return "unknown";
    }
}

static void
add_recall (JsonBuilder *json, const VouchLookupStatement *said)
{
  const VouchPublicRecord *record = said->answer->lot->record;
  g_autofree char *checked = vouch_date_to_string (said->today);

  if (said->answer->state == VOUCH_LOOKUP_STATE_RECALLED)
    {
      open_property (json, "recallStatus");
      add_text (json, "value", "recalled");
      add_texts (json, "description", record->notice_en, record->notice_zh);
      json_builder_end_object (json);
      add_text_property (json, "recallClass", record->recall_class);
      add_day_property (json, "recalledSince", record->status_since, (int)record->utc_offset_s);
    }
  else
    add_text_property (json, "recallStatus", "none");
  add_text_property (json, "recallChecked", checked);
}

static void
add_inspection (JsonBuilder *json, const VouchPublicRecord *record)
{
  int offset_s = (int)record->utc_offset_s;

  add_text_property (json, "inspectionVerdict", vouch_enum_get_name (&vouch_public_verdicts, record->verdict));
  add_text_property (json, "inspectionStandard", record->standard);
  if (record->sample_size > 0)
    {
      add_number_property (json, "inspectionSampleSize", record->sample_size);
      add_number_property (json, "inspectionNonconforming", record->nonconforming);
      add_number_property (json, "inspectionAcceptanceNumber", record->ac);
    }
  if (record->lot_size > 0)
    add_number_property (json, "lotSize", record->lot_size);
  add_day_property (json, "received", record->received_at, offset_s);
  add_day_property (json, "inspected", record->inspected_at, offset_s);
  add_day_property (json, "released", record->released_at, offset_s);
}

static void
add_state (JsonBuilder *json, const VouchLookupStatement *said)
{
  add_text_property (json, "state", name_state (said));
  if (said->count != NULL && said->count->queries > 0)
    add_number_property (json, "queries", said->count->queries);
  if (said->answer->state == VOUCH_LOOKUP_STATE_NOT_RELEASED)
    return;
  add_recall (json, said);
  add_inspection (json, said->answer->lot->record);
}

static void
add_recalled_lots (JsonBuilder *json, const VouchLookupStatement *said)
{
  g_autofree char *checked = vouch_date_to_string (said->today);

  for (guint i = 0; i < said->recalled->len; i++)
    {
      const VouchLookupLot *lot = g_ptr_array_index (said->recalled, i);

      add_text_property (json, "recalledLot", lot->record->lot);
    }
  add_text_property (json, "recallChecked", checked);
}

static void
add_properties (JsonBuilder *json, const VouchLookupStatement *said)
{
  json_builder_set_member_name (json, "additionalProperty");
  json_builder_begin_array (json);
  if (said->recalled != NULL)
    add_recalled_lots (json, said);
  else
    add_state (json, said);
  json_builder_end_array (json);
}

static void
add_goods (JsonBuilder *json, const VouchLookupStatement *said)
{
  const VouchPublicRecord *record = said->answer->lot->record;

  add_texts (json, "name", record->product_name_en, record->product_name_zh);
  add_text (json, "gtin", record->gtin);
  add_text (json, "gs1:gtin", record->gtin);
  add_text (json, "size", record->spec);
  add_named (json, "brand", "Brand", record->brand);
  add_named (json, "manufacturer", "Organization", record->maker);
  add_named (json, "countryOfOrigin", "Country", record->origin);
  if (said->answer->subject == VOUCH_LOOKUP_SUBJECT_PRODUCT)
    return;
  add_text (json, "gs1:hasBatchLotNumber", record->lot);
  add_date (json, "gs1:productionDate", record->produced);
  add_date (json, "gs1:bestBeforeDate", record->expiry);
}

static GBytes *
end (JsonBuilder *json)
{
  g_autoptr (JsonNode) root = json_builder_get_root (json);
  char *text = json_to_string (root, FALSE);

  return g_bytes_new_take (text, strlen (text));
}

/**
 * vouch_lookup_linked_data:
 * @said: what is said
 *
 * Writes JSON-LD in the words of schema.org and of the GS1 Web Vocabulary. Goods on hold are not described, as their
 * page does not either.
 *
 * Returns: (transfer full): the document
 */
GBytes *
vouch_lookup_linked_data (const VouchLookupStatement *said)
{
  static const char *const types[] = {
    [VOUCH_LOOKUP_SUBJECT_PRODUCT] = "Product", [VOUCH_LOOKUP_SUBJECT_LOT] = "SomeProducts"
  };
  g_autoptr (JsonBuilder) json = json_builder_new_immutable ();
  g_autofree char *path = vouch_lookup_route_dup_path (said->route);
  g_autofree char *id = g_strdup_printf ("https://%s%s", said->host, path);

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "@context");
  json_builder_add_value (json, json_from_string (CONTEXT, NULL));
  add_text (json, "@id", id);
  json_builder_set_member_name (json, "@type");
  json_builder_begin_array (json);
  json_builder_add_string_value (json, is_unit (said) ? "IndividualProduct" : types[said->answer->subject]);
  json_builder_add_string_value (json, "gs1:Product");
  json_builder_end_array (json);
  if (said->answer->state != VOUCH_LOOKUP_STATE_NOT_RELEASED)
    {
      add_goods (json, said);
      add_text (json, "serialNumber", said->route->serial);
      add_text (json, "gs1:hasSerialNumber", said->route->serial);
    }
  add_properties (json, said);
  json_builder_end_object (json);
  return end (json);
}

/**
 * vouch_lookup_linked_data_unknown:
 *
 * Says of every unknown code the same, in JSON-LD.
 *
 * Returns: (transfer full): the document
 */
GBytes *
vouch_lookup_linked_data_unknown (void)
{
  static const char text[] = "{\"@context\":\"https://schema.org/\",\"@type\":\"PropertyValue\","
                             "\"propertyID\":\"state\",\"value\":\"unknown\"}";

  return g_bytes_new_static (text, sizeof text - 1);
}

/**
 * vouch_lookup_recall_status:
 * @said: what is said of a lot
 *
 * Says whether a lot is recalled: `{"lot","recalled","checked"}` and, of a recalled one, class, date, notice and
 * contact.
 *
 * Returns: (transfer full): JSON
 */
GBytes *
vouch_lookup_recall_status (const VouchLookupStatement *said)
{
  g_autoptr (JsonBuilder) json = json_builder_new_immutable ();
  const VouchPublicRecord *record = said->answer->lot->record;
  gboolean is_recalled = said->answer->state == VOUCH_LOOKUP_STATE_RECALLED;

  json_builder_begin_object (json);
  add_text (json, "lot", record->lot);
  json_builder_set_member_name (json, "recalled");
  json_builder_add_boolean_value (json, is_recalled);
  add_date (json, "checked", said->today);
  if (is_recalled)
    {
      add_text (json, "class", record->recall_class);
      if (record->status_since != 0)
        add_date (json, "since", vouch_date_from_time (record->status_since, (int)record->utc_offset_s));
      add_text (json, "notice_en", record->notice_en);
      add_text (json, "notice_zh", record->notice_zh);
      add_text (json, "contact", record->contact);
    }
  json_builder_end_object (json);
  return end (json);
}
