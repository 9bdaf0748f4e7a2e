#define G_LOG_DOMAIN "vouch-lookup"

#include "vouch-lookup-public.h"

#include "vouch-error.h"
#include "vouch-hash.h"
#include "vouch-lookup-case-page.h"
#include "vouch-lookup-db.h"
#include "vouch-lookup-http-rules.h"
#include "vouch-lookup-photo.h"
#include "vouch-lookup-public-private.h"
#include "vouch-lookup-resources.h"

#define FORM_MAX (32 * 1024)
#define REPORT_MAX (VOUCH_LOOKUP_PHOTO_MAX + 64 * 1024)
#define SHARE 4 /* whoever asks from one address leaves three quarters of the room to others */

static void
redirect (const VouchLookupAsked *asked, const char *path)
{
  VouchLookupFrame frame = vouch_lookup_public_frame (asked);
  g_autofree char *link = vouch_lookup_page_link (&frame, "%s", path);

  vouch_lookup_public_add_headers (asked, VOUCH_LOOKUP_NEVER_STORED);
  vouch_lookup_request_add_header (asked->request, "Location", link);
  vouch_lookup_request_reply_text (asked->request, 303, "", "");
}

/* What was typed leads to the address of the code, so that it can be kept, and there is one place that counts. */
static void
answer_find (const VouchLookupAsked *asked)
{
  const VouchLookupRoute *route = &asked->route;
  g_autofree char *path = *route->serial != '\0' ? g_strdup_printf ("/t/%s/%s", route->lot, route->serial)
                                                 : g_strdup_printf ("/t/%s", route->lot);

  redirect (asked, path);
}

static void
answer_case_form (const VouchLookupAsked *asked)
{
  VouchLookupFrame frame = vouch_lookup_public_frame (asked);

  if (*asked->route.number != '\0')
    {
      g_autofree char *path = g_strdup_printf ("/case/C-%s/%s", asked->route.number, asked->route.secret);

      redirect (asked, path);
      return;
    }
  vouch_lookup_public_reply_page (asked, 200, "no-cache", vouch_lookup_case_page_search (&frame, FALSE));
}

static void
answer_robots (const VouchLookupAsked *asked)
{
  g_autoptr (GBytes) text =
      g_resource_lookup_data (vouch_lookup_get_resource (), "/app/vouch/Lookup/robots.txt", 0, NULL);

  vouch_lookup_public_add_headers (asked, "public, max-age=86400");
  vouch_lookup_request_reply (asked->request, 200, "text/plain; charset=utf-8", g_steal_pointer (&text));
}

static void
answer_icon (const VouchLookupAsked *asked)
{
  vouch_lookup_public_add_headers (asked, "public, max-age=86400");
  vouch_lookup_request_reply_text (asked->request, 204, "", "");
}

static void
answer_page (const VouchLookupAsked *asked)
{
  VouchLookupFrame frame = vouch_lookup_public_frame (asked);

  switch (asked->route.kind)
    {
    case VOUCH_LOOKUP_ROUTE_FIND:
      answer_find (asked);
      break;
    case VOUCH_LOOKUP_ROUTE_REPORT:
      vouch_lookup_public_reply_page (asked, 200, VOUCH_LOOKUP_NEVER_STORED,
                                      vouch_lookup_form_page_report (&frame, &asked->route, NULL, NULL));
      break;
    case VOUCH_LOOKUP_ROUTE_CASE_FORM:
      answer_case_form (asked);
      break;
    case VOUCH_LOOKUP_ROUTE_CASE:
      vouch_lookup_public_answer_case (asked);
      break;
    case VOUCH_LOOKUP_ROUTE_ROBOTS:
      answer_robots (asked);
      break;
    case VOUCH_LOOKUP_ROUTE_ICON:
      answer_icon (asked);
      break;
    case VOUCH_LOOKUP_ROUTE_PRODUCT:
      vouch_lookup_public_answer_product (asked);
      break;
    case VOUCH_LOOKUP_ROUTE_DOCUMENT:
      vouch_lookup_public_answer_document (asked);
      break;
    case VOUCH_LOOKUP_ROUTE_RESOLVER:
      vouch_lookup_public_reply_resolver (asked);
      break;
    case VOUCH_LOOKUP_ROUTE_HOME:
    case VOUCH_LOOKUP_ROUTE_UNIT:
    case VOUCH_LOOKUP_ROUTE_LOT:
    case VOUCH_LOOKUP_ROUTE_RECALL:
    case VOUCH_LOOKUP_ROUTE_RECORD:
    case VOUCH_LOOKUP_ROUTE_MALFORMED:
    default:
      vouch_lookup_public_reply_page (asked, 200, "no-cache", vouch_lookup_form_page_home (&frame));
    }
}

static void
read_asked (VouchLookupPublic *self, VouchLookupRequest *request, VouchLookupAsked *asked)
{
  gsize length;
  const char *target = vouch_lookup_request_get_target (request, &length);

  asked->self = self;
  asked->request = request;
  vouch_lookup_route_parse (target, length, &asked->route);
}

static gboolean
is_code (VouchLookupRouteKind kind)
{
  return kind == VOUCH_LOOKUP_ROUTE_UNIT || kind == VOUCH_LOOKUP_ROUTE_LOT || kind == VOUCH_LOOKUP_ROUTE_RECALL ||
         kind == VOUCH_LOOKUP_ROUTE_RECORD;
}

/* Nothing else is sent to us. */
static void
take_form (const VouchLookupAsked *asked)
{
  if (asked->route.kind == VOUCH_LOOKUP_ROUTE_CASE)
    vouch_lookup_public_take_satisfaction (asked);
  else
    vouch_lookup_public_take_report (asked);
}

static void
handle_cb (VouchLookupRequest *request, gpointer owner)
{
  VouchLookupAsked asked;

  read_asked (owner, request, &asked);
  if (asked.route.kind == VOUCH_LOOKUP_ROUTE_MALFORMED)
    vouch_lookup_public_reply_malformed (&asked);
  else if (vouch_lookup_request_get_method (request) == VOUCH_LOOKUP_METHOD_POST)
    take_form (&asked);
  else if (is_code (asked.route.kind))
    vouch_lookup_public_answer_code (&asked);
  else if (!vouch_lookup_public_take (&asked, VOUCH_LOOKUP_LIMIT_HIT))
    vouch_lookup_public_reply_busy (&asked);
  else
    answer_page (&asked);
}

/* The names that the operator gave, and those that the trusted stations print on their labels. */
static gboolean
serves_host_cb (const char *host, gpointer owner)
{
  VouchLookupPublic *self = owner;

  if (vouch_lookup_http_rules_serve_host (host, self->settings.hosts))
    return TRUE;
  vouch_lookup_public_refresh_trust (self);
  return vouch_lookup_http_rules_serve_host (host, (const char *const *)self->trusted_hosts);
}

static gsize
takes_body_cb (const char *target, gsize length, gpointer owner)
{
  VouchLookupRoute route;

  vouch_lookup_route_parse (target, length, &route);
  if (route.kind == VOUCH_LOOKUP_ROUTE_REPORT)
    return REPORT_MAX;
  return route.kind == VOUCH_LOOKUP_ROUTE_CASE ? FORM_MAX : 0;
}

static void
refuse_cb (VouchLookupRequest *request, guint status, gpointer owner)
{
  VouchLookupAsked asked = { .self = owner, .request = request };

  if (status == 400)
    vouch_lookup_public_reply_malformed (&asked);
  else if (!vouch_lookup_public_take (&asked, VOUCH_LOOKUP_LIMIT_MALFORMED))
    vouch_lookup_public_reply_busy (&asked);
  else
    {
      if (status == 405)
        vouch_lookup_request_add_header (request, "Allow", "GET, HEAD, OPTIONS");
      vouch_lookup_public_reply_notice (&asked, status, VOUCH_LOOKUP_LOOK_STOPPED, "refused");
    }
}

static void
answered_cb (guint status, gpointer owner)
{
  VouchLookupPublic *self = owner;

  vouch_lookup_tally_note_answer (self->settings.tally, status);
}

/**
 * vouch_lookup_public_new:
 * @settings: what it needs
 * @error: STORAGE
 *
 * Makes the public side.
 *
 * Returns: (transfer full) (nullable): the public side
 */
VouchLookupPublic *
vouch_lookup_public_new (const VouchLookupPublicSettings *settings, GError **error)
{
  g_autoptr (VouchLookupPublic) self = g_new0 (VouchLookupPublic, 1);
  g_autofree char *style_hash = vouch_lookup_page_hash_style ("style.css");

  self->settings = *settings;
  self->trust_changed = 1;
  self->reader = vouch_lookup_db_open_reader (settings->place, error);
  if (self->reader == NULL)
    return NULL;
  for (int i = VOUCH_LOOKUP_ENGLISH; i <= VOUCH_LOOKUP_CHINESE; i++)
    {
      self->texts[i] = vouch_lookup_texts_load ((VouchLookupLanguage)i, error);
      if (self->texts[i] == NULL)
        return NULL;
    }
  self->lots = vouch_lookup_lots_new (self->reader, settings->keys);
  self->policies = vouch_lookup_policies_new (self->reader);
  self->limiter = vouch_lookup_limiter_new (settings->rates);
  self->visitors = vouch_lookup_visitors_new ();
  self->unknown_moulds = vouch_lookup_moulds_new ();
  self->agents = vouch_lookup_agents_load (settings->place->data_dir);
  vouch_random_bytes (self->salt, sizeof self->salt);
  self->policy = g_strdup_printf ("default-src 'none'; style-src 'sha256-%s'; form-action 'self'; base-uri 'none'; "
                                  "frame-ancestors 'none'",
                                  style_hash);
  return g_steal_pointer (&self);
}

/**
 * vouch_lookup_public_free:
 * @self: (nullable): the public side, whose listener is gone
 *
 * Frees it.
 */
void
vouch_lookup_public_free (VouchLookupPublic *self)
{
  if (self == NULL)
    return;
  vouch_lookup_texts_free (self->texts[VOUCH_LOOKUP_ENGLISH]);
  vouch_lookup_texts_free (self->texts[VOUCH_LOOKUP_CHINESE]);
  vouch_lookup_agents_free (self->agents);
  vouch_lookup_visitors_free (self->visitors);
  vouch_lookup_moulds_free (self->unknown_moulds);
  vouch_lookup_limiter_free (self->limiter);
  vouch_lookup_policies_free (self->policies);
  vouch_lookup_lots_free (self->lots);
  vouch_lookup_db_free (self->reader);
  g_strfreev (self->trusted_hosts);
  g_free (self->policy);
  g_free (self);
}

/**
 * vouch_lookup_public_outdate:
 * @self: the public side
 *
 * Says that something was published, or who is trusted has changed. Safe from any thread.
 */
void
vouch_lookup_public_outdate (VouchLookupPublic *self)
{
  g_atomic_int_inc (&self->trust_changed);
  vouch_lookup_lots_outdate (self->lots);
  vouch_lookup_policies_outdate (self->policies);
}

/**
 * vouch_lookup_public_listen:
 * @self: the public side
 * @address: `ADDRESS:PORT`
 * @error: INVALID or BUSY
 *
 * Opens the public listener.
 *
 * Returns: (transfer full) (nullable): the listener
 */
VouchLookupListener *
vouch_lookup_public_listen (VouchLookupPublic *self, const char *address, GError **error)
{
  const VouchLookupListenerRules rules = { .name = "public",
                                           .share = SHARE,
                                           .proxies = self->settings.proxies,
                                           .serves_host = serves_host_cb,
                                           .takes_body = takes_body_cb,
                                           .handle = handle_cb,
                                           .refuse = refuse_cb,
                                           .answered = answered_cb,
                                           .owner = self };

  return vouch_lookup_listener_new (address, &rules, error);
}
