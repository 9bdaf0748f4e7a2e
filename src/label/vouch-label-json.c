#include "vouch-label-json.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "vouch-error.h"
#include "vouch-label-card-private.h"
#include "vouch-label-element-json-private.h"
#include "vouch-label-fill.h"

#define SIDE_MIN_UM 5000
#define ELEMENTS_MAX 500

static gboolean
fail (GError **error, const char *member)
{
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("“%s” is missing or of the wrong kind: correct it"), member);
  return FALSE;
}

static JsonObject *
get_object (JsonObject *root, const char *member)
{
  JsonNode *node = json_object_get_member (root, member);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static const char *
get_text (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

static int
get_um (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);
  int um = 0;

  return node != NULL && vouch_label_read_um (node, &um) ? um : 0;
}

/* "fields": { "lot": "required", "expiry": "optional" } */
static gboolean
read_fields (VouchLabelTemplate *self, JsonObject *root, GError **error)
{
  JsonObject *fields = get_object (root, "fields");
  g_autoptr (GList) names = NULL;

  if (fields == NULL)
    return fail (error, "fields");
  names = json_object_get_members (fields);
  for (GList *item = names; item != NULL; item = item->next)
    {
      const char *need = get_text (fields, item->data);

      if (g_strcmp0 (need, "required") != 0 && g_strcmp0 (need, "optional") != 0)
        return fail (error, item->data);
      g_hash_table_add (self->fields, g_strdup (item->data));
      if (strcmp (need, "required") == 0)
        g_ptr_array_add (self->required, g_strdup (item->data));
    }
  return TRUE;
}

static gboolean
read_forms (VouchLabelTemplate *self, const char *field, const char *value, JsonObject *forms, GError **error)
{
  g_autoptr (GList) names = json_object_get_members (forms);

  for (GList *item = names; item != NULL; item = item->next)
    {
      const char *word = get_text (forms, item->data);

      if (word == NULL)
        return fail (error, item->data);
      g_hash_table_insert (self->words, g_strdup_printf ("%s|%s|%s", field, value, (const char *)item->data),
                           g_strdup (word));
    }
  return TRUE;
}

/* "words": { "status": { "released": { "zh": "合格", "en": "RELEASED", "mark": "check" } } } */
static gboolean
read_words (VouchLabelTemplate *self, JsonObject *root, GError **error)
{
  JsonObject *words = get_object (root, "words");
  g_autoptr (GList) fields = words != NULL ? json_object_get_members (words) : NULL;

  if (json_object_has_member (root, "words") && words == NULL)
    return fail (error, "words");
  for (GList *field = fields; field != NULL; field = field->next)
    {
      JsonObject *values = get_object (words, field->data);
      g_autoptr (GList) names = values != NULL ? json_object_get_members (values) : NULL;

      if (values == NULL)
        return fail (error, field->data);
      for (GList *name = names; name != NULL; name = name->next)
        {
          JsonObject *forms = get_object (values, name->data);

          if (forms == NULL)
            return fail (error, name->data);
          if (!read_forms (self, field->data, name->data, forms, error))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
check_element (const VouchLabelTemplate *self, const VouchLabelElement *element, GError **error)
{
  const VouchRect *um = &element->um;

  if (um->x + um->width > self->width_um || um->y + um->height > self->height_um)
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("Element “%s” reaches over the label's edge: move it"),
                   element->text != NULL ? element->text : "box");
      return FALSE;
    }
  if (element->condition != NULL && !g_hash_table_contains (self->fields, element->condition))
    return fail (error, element->condition);
  return element->literal || vouch_label_fill_check_pattern (self, element->text, error);
}

static gboolean
read_elements (VouchLabelTemplate *self, JsonObject *root, GError **error)
{
  JsonNode *node = json_object_get_member (root, "elements");
  JsonArray *array;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return fail (error, "elements");
  array = json_node_get_array (node);
  if (json_array_get_length (array) > ELEMENTS_MAX)
    return fail (error, "elements");
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *item = json_array_get_element (array, i);
      g_autoptr (VouchLabelElement) element = NULL;

      if (!JSON_NODE_HOLDS_OBJECT (item))
        return fail (error, "elements");
      element = vouch_label_element_read_json (json_node_get_object (item), error);
      if (element == NULL)
        return FALSE;
      g_ptr_array_add (self->elements, g_steal_pointer (&element));
    }
  return TRUE;
}

static VouchLabelTemplate *
read_root (const char *name, JsonObject *root, GError **error)
{
  g_autoptr (VouchLabelTemplate) self = NULL;

  self = vouch_label_template_new (name, get_um (root, "width"), get_um (root, "height"));
  if (self->width_um < SIDE_MIN_UM || self->height_um < SIDE_MIN_UM)
    {
      fail (error, "width, height");
      return NULL;
    }
  self->title = g_strdup (get_text (root, "title"));
  self->version = (int)json_object_get_int_member_with_default (root, "version", 1);
  if (!read_fields (self, root, error) || !read_words (self, root, error) || !read_elements (self, root, error))
    return NULL;
  if (!vouch_label_card_read (self, json_object_get_member (root, "codes"), error))
    return NULL;
  for (guint i = 0; i < self->elements->len; i++)
    if (!check_element (self, g_ptr_array_index (self->elements, i), error))
      return NULL;
  return g_steal_pointer (&self);
}

/**
 * vouch_label_json_read:
 * @name: what to call the template
 * @json: the template as JSON
 * @length: of @json, bytes, or -1 up to the NUL
 * @error: INVALID if it is not JSON, has an unknown member, or names a field that it does not have
 *
 * Returns: (transfer full): the template, or %NULL
 */
VouchLabelTemplate *
vouch_label_json_read (const char *name, const char *json, gssize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) why = NULL;
  VouchLabelTemplate *self = NULL;

  if (json_parser_load_from_data (parser, json, length, &why))
    {
      JsonNode *root = json_parser_get_root (parser);

      if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
        self = read_root (name, json_node_get_object (root), &why);
      else
        fail (&why, "{ }");
    }
  if (self == NULL)
    vouch_set_field_error (error, "template", VOUCH_ERROR_INVALID, _ ("Label template “%s” cannot be used: %s"), name,
                           why->message);
  return self;
}
