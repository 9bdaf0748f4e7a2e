/* The customers' side of the lookup service reads what anybody sends: targets, and the fields of a form. Whatever it
 * is, what is read of it has the shape of a code of ours, and reading what was read gives the same again. */
#include <string.h>

#include "vouch-lookup-accept.h"
#include "vouch-lookup-form.h"
#include "vouch-lookup-html.h"
#include "vouch-lookup-http-rules.h"
#include "vouch-lookup-limiter.h"
#include "vouch-lookup-network.h"
#include "vouch-lookup-route.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
check_route (const VouchLookupRoute *route)
{
  VouchLookupRoute again;
  g_autofree char *path = NULL;

  g_assert_cmpuint (strspn (route->lot, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-"), ==, strlen (route->lot));
  g_assert_cmpuint (strspn (route->serial, "0123456789ABCDEFGHJKMNPQRSTVWXYZ"), ==, strlen (route->serial));
  g_assert_cmpuint (strspn (route->gtin, "0123456789"), ==, strlen (route->gtin));
  if (route->kind != VOUCH_LOOKUP_ROUTE_UNIT)
    return;
  g_assert_cmpuint (strlen (route->serial), ==, 16);
  g_assert_cmpuint (strlen (route->lot), >, 0);
  path = g_strdup_printf ("/t/%s/%s", route->lot, route->serial);
  vouch_lookup_route_parse (path, strlen (path), &again);
  g_assert_cmpint (again.kind, ==, VOUCH_LOOKUP_ROUTE_UNIT);
  g_assert_cmpstr (again.lot, ==, route->lot);
  g_assert_cmpstr (again.serial, ==, route->serial);
}

static void
check_html (const char *text)
{
  g_autoptr (VouchHtml) html = vouch_html_new ();
  g_autoptr (GBytes) page = NULL;
  const char *out;
  gsize length;

  vouch_html_text (html, text);
  page = vouch_html_end (html);
  out = g_bytes_get_data (page, &length);
  g_assert_true (g_utf8_validate (out, (gssize)length, NULL));
  g_assert_null (memchr (out, '<', length));
  g_assert_null (memchr (out, '>', length));
  g_assert_null (memchr (out, '"', length));
  g_assert_null (memchr (out, '\'', length));
}

/* With every proxy believed, the whole header is read. */
static void
check_forwarded (const char *text)
{
  static const char *const everybody[] = { "::/0", NULL };
  g_autoptr (VouchLookupNetworks) proxies = vouch_lookup_networks_new (everybody, NULL);
  const char *const texts[] = { text, NULL };
  g_autoptr (VouchLookupNetworks) networks = vouch_lookup_networks_new (texts, NULL);
  VouchLookupAddress address = { { 0 } }, again;
  VouchLookupRate rates[VOUCH_LOOKUP_LIMITS] = { { 0 } };

  vouch_lookup_networks_look_behind (proxies, text, &address);
  if (networks != NULL && strchr (text, '/') == NULL)
    {
      g_assert_true (vouch_lookup_address_read (text, strlen (text), &again));
      g_assert_true (vouch_lookup_networks_contain (networks, &again));
    }
  if (vouch_lookup_rate_read (text, rates, NULL))
    g_assert_true (strchr (text, '=') != NULL && strchr (text, '/') != NULL);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *)data, size);
  g_autoptr (VouchLookupForm) form = vouch_lookup_form_parse ((const char *)data, size, NULL);
  VouchLookupRoute route;

  vouch_lookup_route_parse ((const char *)data, size, &route);
  check_route (&route);
  vouch_lookup_language_accepted (text);
  vouch_lookup_format_accepted (text);
  vouch_lookup_http_rules_serve_host (text, NULL);
  check_html (text);
  check_forwarded (text);
  if (form != NULL && vouch_lookup_form_get (form, "text") != NULL)
    g_assert_true (g_utf8_validate (vouch_lookup_form_get (form, "text"), -1, NULL));
  return 0;
}
