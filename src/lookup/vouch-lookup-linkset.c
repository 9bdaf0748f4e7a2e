#include "vouch-lookup-linkset.h"

#include <json-glib/json-glib.h>

#define VOCABULARY "https://ref.gs1.org/voc/"

static const struct
{
  VouchLookupLinkType type;
  const char *term;
  const char *media_type;
  const char *title_en;
  const char *title_zh;
} links[] = {
  { VOUCH_LOOKUP_LINK_DEFAULT, "defaultLink", "text/html", "What is known of this code", "此码的查询结果" },
  { VOUCH_LOOKUP_LINK_PRODUCT, "pip", "text/html", "Product information", "产品信息" },
  { VOUCH_LOOKUP_LINK_TRACEABILITY, "traceability", "text/html", "Origin and inspection of the lot", "批次来源与检验" },
  { VOUCH_LOOKUP_LINK_RECALL, "recallStatus", "application/json", "Recall status", "召回状态" },
  { VOUCH_LOOKUP_LINK_CERTIFICATION, "certificationInfo", "application/json", "Signed inspection record",
    "经签名的检验记录" },
};

static gboolean
is_page (VouchLookupLinkType type)
{
  return type <= VOUCH_LOOKUP_LINK_TRACEABILITY;
}

/**
 * vouch_lookup_link_find:
 * @said: what is said of a code
 * @type: what kind of link is asked for
 *
 * Finds where a link leads. Of goods on hold there is only the page that says so and the recall status.
 *
 * Returns: (transfer full) (nullable): the path; %NULL if there is no such link
 */
char *
vouch_lookup_link_find (const VouchLookupStatement *said, VouchLookupLinkType type)
{
  const VouchPublicRecord *record = said->answer->lot->record;
  gboolean is_described = said->answer->state != VOUCH_LOOKUP_STATE_NOT_RELEASED;
  gboolean is_product = said->answer->subject == VOUCH_LOOKUP_SUBJECT_PRODUCT;

  switch (type)
    {
    case VOUCH_LOOKUP_LINK_DEFAULT:
      return vouch_lookup_route_dup_path (said->route);
    case VOUCH_LOOKUP_LINK_PRODUCT:
      if (!is_described)
        return NULL;
      /* A product is shown while a lot of it is released or recalled. */
      return record->gtin != NULL &&
                     (record->status == VOUCH_PUBLIC_STATUS_RELEASED || record->status == VOUCH_PUBLIC_STATUS_RECALLED)
                 ? g_strconcat ("/01/", record->gtin, NULL)
                 : g_strconcat ("/t/", record->lot, NULL);
    case VOUCH_LOOKUP_LINK_TRACEABILITY:
      return is_described && !is_product ? g_strconcat ("/t/", record->lot, NULL) : NULL;
    case VOUCH_LOOKUP_LINK_RECALL:
      return is_product ? NULL : g_strconcat ("/t/", record->lot, "/recall.json", NULL);
    case VOUCH_LOOKUP_LINK_CERTIFICATION:
      return is_described && !is_product ? g_strconcat ("/t/", record->lot, "/record.json", NULL) : NULL;
    case VOUCH_LOOKUP_LINK_NONE:
    case VOUCH_LOOKUP_LINK_ALL:
    case VOUCH_LOOKUP_LINK_UNKNOWN:
    default:
      return NULL;
    }
}

static void
add_text (JsonBuilder *json, const char *name, const char *value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_string_value (json, value);
}

static void
add_title (JsonBuilder *json, const char *title, const char *language)
{
  json_builder_begin_object (json);
  add_text (json, "value", title);
  add_text (json, "language", language);
  json_builder_end_object (json);
}

static void
add_link (JsonBuilder *json, const char *host, const char *path, gsize i)
{
  g_autofree char *relation = g_strconcat (VOCABULARY, links[i].term, NULL);
  g_autofree char *href = g_strdup_printf ("https://%s%s", host, path);

  json_builder_set_member_name (json, relation);
  json_builder_begin_array (json);
  json_builder_begin_object (json);
  add_text (json, "href", href);
  add_text (json, "type", links[i].media_type);
  json_builder_set_member_name (json, "title*");
  json_builder_begin_array (json);
  add_title (json, links[i].title_zh, "zh-CN");
  add_title (json, links[i].title_en, "en");
  json_builder_end_array (json);
  if (is_page (links[i].type))
    {
      json_builder_set_member_name (json, "hreflang");
      json_builder_begin_array (json);
      json_builder_add_string_value (json, "zh-CN");
      json_builder_add_string_value (json, "en");
      json_builder_end_array (json);
    }
  json_builder_end_object (json);
  json_builder_end_array (json);
}

static GBytes *
end (JsonBuilder *json)
{
  g_autoptr (JsonNode) root = json_builder_get_root (json);
  char *text = json_to_string (root, FALSE);

  return g_bytes_new_take (text, strlen (text));
}

/**
 * vouch_lookup_linkset:
 * @said: what is said of a code
 *
 * Writes all links of a code as a linkset (RFC 9264).
 *
 * Returns: (transfer full): the linkset
 */
GBytes *
vouch_lookup_linkset (const VouchLookupStatement *said)
{
  g_autoptr (JsonBuilder) json = json_builder_new_immutable ();
  g_autofree char *own = vouch_lookup_route_dup_path (said->route);
  g_autofree char *anchor = g_strdup_printf ("https://%s%s", said->host, own);

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "linkset");
  json_builder_begin_array (json);
  json_builder_begin_object (json);
  add_text (json, "anchor", anchor);
  for (gsize i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autofree char *path = vouch_lookup_link_find (said, links[i].type);

      if (path != NULL)
        add_link (json, said->host, path, i);
    }
  json_builder_end_object (json);
  json_builder_end_array (json);
  json_builder_end_object (json);
  return end (json);
}

/**
 * vouch_lookup_linkset_unknown:
 *
 * Gets the linkset of every unknown code: none.
 *
 * Returns: (transfer full): the linkset
 */
GBytes *
vouch_lookup_linkset_unknown (void)
{
  static const char text[] = "{\"linkset\":[]}";

  return g_bytes_new_static (text, sizeof text - 1);
}

/**
 * vouch_lookup_resolver_description:
 * @host: the host name that is resolved under
 *
 * Writes the file that a GS1-conformant resolver has at `/.well-known/gs1resolver`.
 *
 * Returns: (transfer full): JSON
 */
GBytes *
vouch_lookup_resolver_description (const char *host)
{
  g_autoptr (JsonBuilder) json = json_builder_new_immutable ();
  g_autofree char *root = g_strdup_printf ("https://%s", host);

  json_builder_begin_object (json);
  add_text (json, "name", "Vouch");
  add_text (json, "resolverRoot", root);
  json_builder_set_member_name (json, "supportedPrimaryKeys");
  json_builder_begin_array (json);
  json_builder_add_string_value (json, "01");
  json_builder_end_array (json);
  json_builder_set_member_name (json, "linkTypeDefaultCanBeLinkset");
  json_builder_add_boolean_value (json, FALSE);
  json_builder_set_member_name (json, "supportedLinkType");
  json_builder_begin_array (json);
  json_builder_begin_object (json);
  add_text (json, "namespace", VOCABULARY);
  add_text (json, "prefix", "gs1:");
  json_builder_end_object (json);
  json_builder_end_array (json);
  json_builder_end_object (json);
  return end (json);
}
