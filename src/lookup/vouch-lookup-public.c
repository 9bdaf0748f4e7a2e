#define G_LOG_DOMAIN "vouch-lookup"

#include "vouch-lookup-public.h"

#include <string.h>

#include "vouch-error.h"
#include "vouch-hash.h"
#include "vouch-lookup-db.h"
#include "vouch-lookup-http-rules.h"
#include "vouch-lookup-public-private.h"
#include "vouch-lookup-resources.h"
#include "vouch-lookup-trust.h"

#define HTML "text/html; charset=utf-8"
#define NEVER_STORED "private, no-store"
#define REPORT_MAX (32 * 1024)
#define TRUST_KEPT_US (2 * G_USEC_PER_SEC)

/* What is known of the trusted stations is at most two seconds old: an operator may enrol one while this runs. */
static void
refresh_trust (VouchLookupPublic *self)
{
  gint64 now_us = g_get_monotonic_time ();

  if (self->trust_read_at != 0 && now_us - self->trust_read_at < TRUST_KEPT_US)
    return;
  g_strfreev (self->trusted_hosts);
  self->trusted_hosts = vouch_lookup_trust_list_hosts (self->settings.data_dir);
  self->has_desk_key = vouch_lookup_trust_find_desk_key (self->settings.data_dir, self->desk_key);
  self->trust_read_at = now_us;
}

/**
 * vouch_lookup_public_get_desk_key:
 * @self: the public side
 *
 * Gets the service desk's key.
 *
 * Returns: (nullable): 32 bytes, lent; %NULL while none is enrolled
 */
const guint8 *
vouch_lookup_public_get_desk_key (VouchLookupPublic *self)
{
  refresh_trust (self);
  return self->has_desk_key ? self->desk_key : NULL;
}

/**
 * vouch_lookup_public_frame:
 * @asked: a request
 *
 * Gathers what the answer's page needs.
 *
 * Returns: the frame
 */
VouchLookupFrame
vouch_lookup_public_frame (const VouchLookupAsked *asked)
{
  VouchClock *clock = asked->self->settings.clock;
  VouchLookupLanguage language = asked->route.language;

  if (!asked->route.language_is_chosen)
    language = vouch_lookup_language_accepted (vouch_lookup_request_get_header (asked->request, "Accept-Language"));
  return (VouchLookupFrame){ .texts = asked->self->texts[language],
                             .language_is_chosen = asked->route.language_is_chosen,
                             .utc_offset_s = vouch_clock_offset (clock, vouch_clock_now (clock)),
                             .takes_contact = vouch_lookup_public_get_desk_key (asked->self) != NULL,
                             .today = vouch_clock_today (clock) };
}

/**
 * vouch_lookup_public_take:
 * @asked: a request
 * @limit: what it turned out to be
 *
 * Counts a request against its address's rations.
 *
 * Returns: whether it is within them
 */
gboolean
vouch_lookup_public_take (const VouchLookupAsked *asked, VouchLookupLimit limit)
{
  gsize length;
  const guint8 *address = vouch_lookup_request_get_address (asked->request, &length);
  guint8 hash[16];
  guint64 key;

  vouch_hash (asked->self->salt, sizeof asked->self->salt, address, length, hash, sizeof hash);
  memcpy (&key, hash, sizeof key);
  return vouch_lookup_limiter_take (asked->self->limiter, key, limit, g_get_monotonic_time ());
}

static void
add_common_headers (const VouchLookupAsked *asked, const char *cache)
{
  VouchLookupRequest *request = asked->request;

  vouch_lookup_request_add_header (request, "Cache-Control", cache);
  vouch_lookup_request_add_header (request, "Content-Security-Policy", asked->self->policy);
  vouch_lookup_request_add_header (request, "X-Content-Type-Options", "nosniff");
  vouch_lookup_request_add_header (request, "Referrer-Policy", "no-referrer");
  vouch_lookup_request_add_header (request, "X-Frame-Options", "DENY");
  vouch_lookup_request_add_header (request, "Cross-Origin-Opener-Policy", "same-origin");
  vouch_lookup_request_add_header (request, "Cross-Origin-Resource-Policy", "same-origin");
  vouch_lookup_request_add_header (request, "Permissions-Policy", "camera=(), geolocation=(), microphone=()");
}

/**
 * vouch_lookup_public_reply_page:
 * @asked: a request
 * @status: the HTTP status
 * @cache: the Cache-Control header
 * @page: (transfer full): the page
 *
 * Replies with a page and the headers that all of them have.
 */
void
vouch_lookup_public_reply_page (const VouchLookupAsked *asked, guint status, const char *cache, GBytes *page)
{
  VouchLookupFrame frame = vouch_lookup_public_frame (asked);

  add_common_headers (asked, cache);
  vouch_lookup_request_add_header (asked->request, "Vary", "Accept, Accept-Language");
  vouch_lookup_request_add_header (asked->request, "Content-Language", vouch_lookup_texts_get (frame.texts, "lang"));
  if (asked->route.kind != VOUCH_LOOKUP_ROUTE_HOME)
    vouch_lookup_request_add_header (asked->request, "X-Robots-Tag", "noindex");
  vouch_lookup_request_reply (asked->request, status, HTML, page);
}

static void
reply_notice (const VouchLookupAsked *asked, guint status, VouchLookupLook look, const char *key)
{
  VouchLookupFrame frame = vouch_lookup_public_frame (asked);

  vouch_lookup_public_reply_page (asked, status, NEVER_STORED, vouch_lookup_page_notice (&frame, look, key));
}

/**
 * vouch_lookup_public_reply_busy:
 * @asked: a request beyond its address's rations
 *
 * Replies 429.
 */
void
vouch_lookup_public_reply_busy (const VouchLookupAsked *asked)
{
  vouch_lookup_request_add_header (asked->request, "Retry-After", "60");
  reply_notice (asked, 429, VOUCH_LOOKUP_LOOK_STOPPED, "busy");
}

/**
 * vouch_lookup_public_reply_sorry:
 * @asked: a request that cannot be answered now
 *
 * Replies 503.
 */
void
vouch_lookup_public_reply_sorry (const VouchLookupAsked *asked)
{
  vouch_lookup_request_add_header (asked->request, "Retry-After", "60");
  reply_notice (asked, 503, VOUCH_LOOKUP_LOOK_STOPPED, "sorry");
}

/**
 * vouch_lookup_public_reply_unknown:
 * @asked: a request for a code that is not known
 *
 * Replies 404, the same to the byte whatever the reason.
 */
void
vouch_lookup_public_reply_unknown (const VouchLookupAsked *asked)
{
  VouchLookupFrame frame = vouch_lookup_public_frame (asked);

  if (!vouch_lookup_public_take (asked, VOUCH_LOOKUP_LIMIT_MISS))
    {
      vouch_lookup_public_reply_busy (asked);
      return;
    }
  vouch_lookup_public_reply_page (asked, 404, NEVER_STORED, vouch_lookup_code_page_unknown (&frame));
}

static void
reply_malformed (const VouchLookupAsked *asked)
{
  VouchLookupFrame frame = vouch_lookup_public_frame (asked);

  if (!vouch_lookup_public_take (asked, VOUCH_LOOKUP_LIMIT_MALFORMED))
    {
      vouch_lookup_public_reply_busy (asked);
      return;
    }
  vouch_lookup_public_reply_page (asked, 400, NEVER_STORED, vouch_lookup_form_page_malformed (&frame));
}

static void
redirect (const VouchLookupAsked *asked, const char *path)
{
  VouchLookupFrame frame = vouch_lookup_public_frame (asked);
  g_autofree char *link = vouch_lookup_page_link (&frame, "%s", path);

  add_common_headers (asked, NEVER_STORED);
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
answer_case (const VouchLookupAsked *asked)
{
  const VouchLookupPublicSettings *settings = &asked->self->settings;
  VouchLookupFrame frame = vouch_lookup_public_frame (asked);
  g_autoptr (VouchLookupCase) found = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;
  char secret[17];

  if (!vouch_id_parse (asked->route.number, &id, NULL))
    id = 0;
  vouch_lookup_keys_case_secret (settings->keys, id, secret);
  if (id > 0 && vouch_equal_in_constant_time (secret, asked->route.secret, 16))
    found = vouch_lookup_case_load (asked->self->reader, id, &error);
  if (found != NULL)
    {
      vouch_lookup_public_reply_page (asked, 200, NEVER_STORED, vouch_lookup_form_page_case (&frame, found));
      return;
    }
  if (!vouch_lookup_public_take (asked, VOUCH_LOOKUP_LIMIT_MISS))
    vouch_lookup_public_reply_busy (asked);
  else
    vouch_lookup_public_reply_page (asked, 404, NEVER_STORED, vouch_lookup_form_page_case_search (&frame, TRUE));
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
  vouch_lookup_public_reply_page (asked, 200, "no-cache", vouch_lookup_form_page_case_search (&frame, FALSE));
}

static void
answer_robots (const VouchLookupAsked *asked)
{
  g_autoptr (GBytes) text =
      g_resource_lookup_data (vouch_lookup_get_resource (), "/app/vouch/Lookup/robots.txt", 0, NULL);

  add_common_headers (asked, "public, max-age=86400");
  vouch_lookup_request_reply (asked->request, 200, "text/plain; charset=utf-8", g_steal_pointer (&text));
}

static void
answer_icon (const VouchLookupAsked *asked)
{
  add_common_headers (asked, "public, max-age=86400");
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
      vouch_lookup_public_reply_page (asked, 200, NEVER_STORED,
                                      vouch_lookup_form_page_report (&frame, &asked->route, NULL, NULL));
      break;
    case VOUCH_LOOKUP_ROUTE_CASE_FORM:
      answer_case_form (asked);
      break;
    case VOUCH_LOOKUP_ROUTE_CASE:
      answer_case (asked);
      break;
    case VOUCH_LOOKUP_ROUTE_ROBOTS:
      answer_robots (asked);
      break;
    case VOUCH_LOOKUP_ROUTE_ICON:
      answer_icon (asked);
      break;
    case VOUCH_LOOKUP_ROUTE_HOME:
    case VOUCH_LOOKUP_ROUTE_UNIT:
    case VOUCH_LOOKUP_ROUTE_LOT:
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

static void
handle_cb (VouchLookupRequest *request, gpointer owner)
{
  VouchLookupAsked asked;

  read_asked (owner, request, &asked);
  if (asked.route.kind == VOUCH_LOOKUP_ROUTE_MALFORMED)
    reply_malformed (&asked);
  else if (vouch_lookup_request_get_method (request) == VOUCH_LOOKUP_METHOD_POST)
    vouch_lookup_public_take_report (&asked);
  else if (asked.route.kind == VOUCH_LOOKUP_ROUTE_UNIT || asked.route.kind == VOUCH_LOOKUP_ROUTE_LOT)
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
  refresh_trust (self);
  return vouch_lookup_http_rules_serve_host (host, (const char *const *)self->trusted_hosts);
}

static gsize
takes_body_cb (const char *target, gsize length, gpointer owner)
{
  VouchLookupRoute route;

  vouch_lookup_route_parse (target, length, &route);
  return route.kind == VOUCH_LOOKUP_ROUTE_REPORT ? REPORT_MAX : 0;
}

static void
refuse_cb (VouchLookupRequest *request, guint status, gpointer owner)
{
  VouchLookupAsked asked = { .self = owner, .request = request };

  if (status == 400)
    reply_malformed (&asked);
  else if (!vouch_lookup_public_take (&asked, VOUCH_LOOKUP_LIMIT_MALFORMED))
    vouch_lookup_public_reply_busy (&asked);
  else
    {
      if (status == 405)
        vouch_lookup_request_add_header (request, "Allow", "GET, HEAD, OPTIONS");
      reply_notice (&asked, status, VOUCH_LOOKUP_LOOK_STOPPED, "refused");
    }
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

  self->settings = *settings;
  self->reader = vouch_lookup_db_open_reader (settings->data_dir, error);
  if (self->reader == NULL)
    return NULL;
  for (int i = VOUCH_LOOKUP_ENGLISH; i <= VOUCH_LOOKUP_CHINESE; i++)
    {
      self->texts[i] = vouch_lookup_texts_load ((VouchLookupLanguage)i, error);
      if (self->texts[i] == NULL)
        return NULL;
    }
  self->lots = vouch_lookup_lots_new (self->reader, settings->keys);
  self->limiter = vouch_lookup_limiter_new (settings->rates);
  self->visitors = vouch_lookup_visitors_new ();
  self->agents = vouch_lookup_agents_load (settings->data_dir);
  vouch_random_bytes (self->salt, sizeof self->salt);
  self->policy = g_strdup_printf ("default-src 'none'; style-src 'sha256-%s'; form-action 'self'; base-uri 'none'; "
                                  "frame-ancestors 'none'",
                                  vouch_lookup_page_get_style_hash ());
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
  vouch_lookup_limiter_free (self->limiter);
  vouch_lookup_lots_free (self->lots);
  vouch_conn_free (self->reader);
  g_strfreev (self->trusted_hosts);
  g_free (self->policy);
  g_free (self);
}

/**
 * vouch_lookup_public_outdate:
 * @self: the public side
 *
 * Says that something was published. Safe from any thread.
 */
void
vouch_lookup_public_outdate (VouchLookupPublic *self)
{
  vouch_lookup_lots_outdate (self->lots);
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
  const VouchLookupListenerRules rules = {
    .serves_host = serves_host_cb, .takes_body = takes_body_cb, .handle = handle_cb, .refuse = refuse_cb, .owner = self
  };

  return vouch_lookup_listener_new (address, &rules, error);
}
