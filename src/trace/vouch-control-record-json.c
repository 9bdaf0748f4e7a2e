#include "vouch-control-record.h"

#include "vouch-hash.h"
#include "vouch-hex.h"
#include "vouch-sealed-box.h"
#include "vouch-trace-json-private.h"

static JsonObject *
add_object (JsonArray *array)
{
  JsonObject *object = json_object_new ();

  json_array_add_object_element (array, object);
  return object;
}

static JsonArray *
write_ranges (const VouchControlRecord *self)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < self->ranges->len; i++)
    {
      const VouchUnitRange *range = &g_array_index (self->ranges, VouchUnitRange, i);
      JsonObject *object = add_object (array);

      json_object_set_int_member (object, "key_version", range->key_version);
      json_object_set_int_member (object, "first_unit", range->first_unit);
      json_object_set_int_member (object, "count", range->count);
    }
  return array;
}

static JsonArray *
write_voids (const VouchControlRecord *self)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < self->voids->len; i++)
    {
      const VouchVoidUnits *units = &g_array_index (self->voids, VouchVoidUnits, i);
      JsonObject *object = add_object (array);

      json_object_set_int_member (object, "first_unit", units->first_unit);
      json_object_set_int_member (object, "count", units->count);
    }
  return array;
}

static JsonArray *
write_keys (const VouchControlRecord *self)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < self->keys->len; i++)
    {
      const VouchLotKey *key = &g_array_index (self->keys, VouchLotKey, i);
      JsonObject *object = add_object (array);
      g_autofree char *hex = vouch_hex_write (key->key, sizeof key->key);

      json_object_set_int_member (object, "key_version", key->key_version);
      json_object_set_boolean_member (object, "revoked", key->revoked);
      json_object_set_string_member (object, "lot_key", hex);
      vouch_wipe (hex, strlen (hex));
    }
  return array;
}

static void
free_text (gpointer text)
{
  vouch_wipe (text, strlen (text));
  g_free (text);
}

/**
 * vouch_control_record_to_bytes:
 * @self: a record that vouch_control_record_check() lets pass
 *
 * Returns: (transfer full): it as JSON, to be sealed; wiped when it is freed
 */
GBytes *
vouch_control_record_to_bytes (const VouchControlRecord *self)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  char *text;

  json_object_set_string_member (object, "lot", self->lot);
  if (self->gtin != NULL)
    json_object_set_string_member (object, "gtin", self->gtin);
  json_object_set_int_member (object, "rev", self->rev);
  json_object_set_array_member (object, "ranges", write_ranges (self));
  json_object_set_array_member (object, "void_units", write_voids (self));
  json_object_set_array_member (object, "lot_keys", write_keys (self));
  json_node_take_object (node, object);
  text = vouch_trace_json_to_text (node);
  return g_bytes_new_with_free_func (text, strlen (text), free_text, text);
}

static gboolean
get_units (JsonObject *object, gint64 *first_unit, gint64 *count, GError **error)
{
  return vouch_trace_json_get_number (object, "first_unit", 0, VOUCH_TRACE_UNIT_END - 1, first_unit, error) &&
         vouch_trace_json_get_number (object, "count", 1, VOUCH_TRACE_UNIT_END, count, error);
}

static gboolean
get_version (JsonObject *object, gint64 *key_version, GError **error)
{
  return vouch_trace_json_get_number (object, "key_version", 1, G_MAXINT32, key_version, error);
}

static gboolean
read_range (VouchControlRecord *self, JsonObject *object, GError **error)
{
  gint64 key_version, first_unit, count;

  if (!get_version (object, &key_version, error) || !get_units (object, &first_unit, &count, error))
    return FALSE;
  vouch_control_record_add_range (self, (guint32)key_version, (guint32)first_unit, (guint32)count);
  return TRUE;
}

static gboolean
read_void (VouchControlRecord *self, JsonObject *object, GError **error)
{
  gint64 first_unit, count;

  if (!get_units (object, &first_unit, &count, error))
    return FALSE;
  vouch_control_record_add_void (self, (guint32)first_unit, (guint32)count);
  return TRUE;
}

static gboolean
read_key (VouchControlRecord *self, JsonObject *object, GError **error)
{
  gint64 key_version;
  gboolean revoked;
  guint8 key[VOUCH_TRACE_KEY_SIZE];

  if (!get_version (object, &key_version, error) || !vouch_trace_json_get_flag (object, "revoked", &revoked, error) ||
      !vouch_trace_json_get_hex (object, "lot_key", key, sizeof key, error))
    return FALSE;
  vouch_control_record_add_key (self, (guint32)key_version, revoked, key);
  vouch_wipe (key, sizeof key);
  return TRUE;
}

typedef gboolean (*ReadElement) (VouchControlRecord *self, JsonObject *object, GError **error);

static gboolean
read_array (VouchControlRecord *self, JsonObject *root, const char *name, ReadElement read_element, GError **error)
{
  JsonArray *array = vouch_trace_json_get_array (root, name, error);
  guint length = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < length; i++)
    {
      JsonObject *object = vouch_trace_json_get_element (array, i, name, error);

      if (object == NULL || !read_element (self, object, error))
        return FALSE;
    }
  return array != NULL;
}

static VouchControlRecord *
read_root (JsonObject *root, GError **error)
{
  g_autoptr (VouchControlRecord) self = NULL;
  const char *gtin = NULL;
  const char *lot = vouch_trace_json_get_text (root, "lot", error);
  gint64 rev;

  if (lot == NULL || !vouch_trace_json_get_number (root, "rev", 1, VOUCH_TRACE_JSON_NUMBER_MAX, &rev, error))
    return NULL;
  if (json_object_has_member (root, "gtin"))
    {
      gtin = vouch_trace_json_get_text (root, "gtin", error);
      if (gtin == NULL)
        return NULL;
    }
  self = vouch_control_record_new (lot, gtin, rev);
  if (!read_array (self, root, "ranges", read_range, error) ||
      !read_array (self, root, "void_units", read_void, error) ||
      !read_array (self, root, "lot_keys", read_key, error) || !vouch_control_record_check (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * vouch_control_record_from_bytes:
 * @bytes: what vouch_control_record_to_bytes() wrote, maybe of a newer version with more members
 * @error: INVALID, naming the member
 *
 * Returns: (transfer full) (nullable): the record
 */
VouchControlRecord *
vouch_control_record_from_bytes (GBytes *bytes, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr (JsonNode) root = NULL;

  root = vouch_trace_json_parse (text, length, error);
  return root != NULL ? read_root (json_node_get_object (root), error) : NULL;
}

/**
 * vouch_control_record_seal:
 * @self: a record that vouch_control_record_check() lets pass
 * @lookup_public_key: the lookup service's X25519 key
 *
 * Returns: (transfer full) (nullable): the body of a publication; %NULL if nothing can be sealed to that key
 */
GBytes *
vouch_control_record_seal (const VouchControlRecord *self, const guint8 lookup_public_key[32])
{
  g_autoptr (GBytes) plain = vouch_control_record_to_bytes (self);

  return vouch_box_seal (lookup_public_key, g_bytes_get_data (plain, NULL), g_bytes_get_size (plain));
}

/**
 * vouch_control_record_open:
 * @sealed: the body of a publication
 * @public_key: the lookup service's X25519 key
 * @secret_key: its secret
 * @error: INVALID if it was sealed to another key, is damaged, or holds no control record
 *
 * Returns: (transfer full) (nullable): the record
 */
VouchControlRecord *
vouch_control_record_open (GBytes *sealed, const guint8 public_key[32], const guint8 secret_key[32], GError **error)
{
  g_autoptr (GBytes) plain = vouch_box_open (public_key, secret_key, sealed, error);

  return plain != NULL ? vouch_control_record_from_bytes (plain, error) : NULL;
}
