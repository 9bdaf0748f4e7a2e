#include <string.h>

#include "vouch-hash.h"
#include "vouch-hex.h"
#include "vouch-lookup-public-private.h"
#include "vouch-lookup-trust.h"

/**
 * vouch_lookup_public_refresh_trust:
 * @self: the public side
 *
 * Brings what is known of the trusted stations up to date. While the database does not answer, what was known holds.
 */
void
vouch_lookup_public_refresh_trust (VouchLookupPublic *self)
{
  /* Read before the database is: what is read now is at least as new as this. */
  int changed = g_atomic_int_get (&self->trust_changed);
  guint8 desk_key[sizeof self->desk_key];
  gboolean has_desk_key;
  char **hosts;

  if (changed == self->trust_read)
    return;
  hosts = vouch_lookup_trust_list_hosts (self->reader, NULL);
  if (hosts == NULL || !vouch_lookup_trust_find_desk_key (self->reader, desk_key, &has_desk_key, NULL))
    {
      g_strfreev (hosts);
      return;
    }
  g_strfreev (self->trusted_hosts);
  self->trusted_hosts = hosts;
  self->has_desk_key = has_desk_key;
  memcpy (self->desk_key, desk_key, sizeof self->desk_key);
  self->trust_read = changed;
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
  vouch_lookup_public_refresh_trust (self);
  return self->has_desk_key ? self->desk_key : NULL;
}

static const VouchLookupTexts *
choose_texts (const VouchLookupAsked *asked)
{
  VouchLookupLanguage language = asked->route.language;

  if (!asked->route.language_is_chosen)
    language = vouch_lookup_language_accepted (vouch_lookup_request_get_header (asked->request, "Accept-Language"));
  return asked->self->texts[language];
}

/**
 * vouch_lookup_public_get_today:
 * @self: the public side
 *
 * Gets the date where the service runs. The time zone is asked once a minute.
 *
 * Returns: the date
 */
VouchDate
vouch_lookup_public_get_today (VouchLookupPublic *self)
{
  gint64 now_us = vouch_clock_now (self->settings.clock);
  gint64 minute = now_us / (60 * G_USEC_PER_SEC);

  if (minute != self->minute)
    {
      self->minute = minute;
      self->utc_offset_s = vouch_clock_offset (self->settings.clock, now_us);
      self->today = vouch_date_from_time (now_us, self->utc_offset_s);
    }
  return self->today;
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
  VouchDate today = vouch_lookup_public_get_today (asked->self);

  return (VouchLookupFrame){ .texts = choose_texts (asked),
                             .language_is_chosen = asked->route.language_is_chosen,
                             .utc_offset_s = asked->self->utc_offset_s,
                             .takes_contact = vouch_lookup_public_get_desk_key (asked->self) != NULL,
                             .today = today,
                             .policy = vouch_lookup_policies_find (asked->self->policies, 0) };
}

/**
 * vouch_lookup_public_frame_of:
 * @asked: a request
 * @lot: (nullable): the lot that the answer is about
 *
 * Gathers what the answer's page needs; what is promised is what the lot's station promises.
 *
 * Returns: the frame
 */
VouchLookupFrame
vouch_lookup_public_frame_of (const VouchLookupAsked *asked, const VouchLookupLot *lot)
{
  VouchLookupFrame frame = vouch_lookup_public_frame (asked);

  if (lot != NULL)
    frame.policy = vouch_lookup_policies_find (asked->self->policies, lot->station);
  return frame;
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
  const guint8 *owner = vouch_lookup_address_get_owner (vouch_lookup_request_get_address (asked->request), &length);
  guint64 key = vouch_short_hash (asked->self->salt, owner, length);

  if (vouch_lookup_limiter_take (asked->self->limiter, key, limit, g_get_monotonic_time ()))
    return TRUE;
  vouch_lookup_tally_note_limited (asked->self->settings.tally, limit);
  return FALSE;
}

/**
 * vouch_lookup_public_add_headers:
 * @asked: a request
 * @cache: the Cache-Control header
 *
 * Adds the headers that every reply has.
 */
void
vouch_lookup_public_add_headers (const VouchLookupAsked *asked, const char *cache)
{
  VouchLookupRequest *request = asked->request;

  vouch_lookup_request_add_header (request, "Cache-Control", cache);
  vouch_lookup_request_add_header (request, "Content-Security-Policy", asked->self->policy);
  vouch_lookup_request_add_header (request, "X-Content-Type-Options", "nosniff");
  vouch_lookup_request_add_header (request, "Referrer-Policy", "no-referrer");
  vouch_lookup_request_add_header (request, "X-Frame-Options", "DENY");
  vouch_lookup_request_add_header (request, "Cross-Origin-Opener-Policy", "same-origin");
  vouch_lookup_request_add_header (request, "Cross-Origin-Resource-Policy", "same-origin");
  /* Said in clear, anybody on the way could have said it. */
  if (vouch_lookup_request_is_secure (request))
    vouch_lookup_request_add_header (request, "Strict-Transport-Security", "max-age=31536000");
  vouch_lookup_request_add_header (request, "Permissions-Policy", "camera=(), geolocation=(), microphone=()");
}

/* A product may be found by everybody; a lot and a unit are looked up by who has one. */
static gboolean
may_be_indexed (const VouchLookupAsked *asked, guint status)
{
  return asked->route.kind == VOUCH_LOOKUP_ROUTE_HOME ||
         (asked->route.kind == VOUCH_LOOKUP_ROUTE_PRODUCT && status < 400);
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
  vouch_lookup_public_reply_in (asked, VOUCH_LOOKUP_FORMAT_HTML, status, cache, page);
}

/**
 * vouch_lookup_public_reply_in:
 * @asked: a request
 * @format: what @body is
 * @status: the HTTP status
 * @cache: the Cache-Control header
 * @body: (transfer full): a page or a document
 *
 * Replies in one of the forms that a code is answered in.
 */
void
vouch_lookup_public_reply_in (const VouchLookupAsked *asked, VouchLookupFormat format, guint status, const char *cache,
                              GBytes *body)
{
  vouch_lookup_public_add_headers (asked, cache);
  vouch_lookup_request_add_header (asked->request, "Vary", "Accept, Accept-Language");
  if (format == VOUCH_LOOKUP_FORMAT_HTML)
    vouch_lookup_request_add_header (asked->request, "Content-Language",
                                     vouch_lookup_texts_get (choose_texts (asked), "lang"));
  else
    vouch_lookup_request_add_header (asked->request, "Access-Control-Allow-Origin", "*");
  if (!may_be_indexed (asked, status))
    vouch_lookup_request_add_header (asked->request, "X-Robots-Tag", "noindex");
  vouch_lookup_request_reply (asked->request, status, vouch_lookup_format_media_type (format), body);
}

static char *
dup_etag (GBytes *body)
{
  guint8 hash[16];
  g_autofree char *hex = NULL;

  vouch_hash (NULL, 0, g_bytes_get_data (body, NULL), g_bytes_get_size (body), hash, sizeof hash);
  hex = vouch_hex_write (hash, sizeof hash);
  return g_strdup_printf ("\"%s\"", hex);
}

/**
 * vouch_lookup_public_reply_fresh:
 * @asked: a request for what is the same for everybody: a lot or a product
 * @state: what is known of it
 * @format: what @body is
 * @body: (transfer full): a page or a document
 *
 * Replies so that it may be kept and has to be asked for anew: 304 where nothing changed. A recall is never kept.
 */
void
vouch_lookup_public_reply_fresh (const VouchLookupAsked *asked, VouchLookupState state, VouchLookupFormat format,
                                 GBytes *body)
{
  g_autoptr (GBytes) taken = body;
  g_autofree char *etag = dup_etag (body);
  const char *known = vouch_lookup_request_get_header (asked->request, "If-None-Match");
  gboolean is_known = known != NULL && strstr (known, etag) != NULL;

  if (state == VOUCH_LOOKUP_STATE_RECALLED)
    {
      vouch_lookup_public_reply_in (asked, format, 200, VOUCH_LOOKUP_NEVER_STORED, g_steal_pointer (&taken));
      return;
    }
  vouch_lookup_request_add_header (asked->request, "ETag", etag);
  vouch_lookup_public_reply_in (asked, format, is_known ? 304 : 200, "no-cache",
                                is_known ? g_bytes_new_static ("", 0) : g_steal_pointer (&taken));
}

/**
 * vouch_lookup_public_reply_notice:
 * @asked: a request
 * @status: the HTTP status
 * @look: how the page looks
 * @key: of the page's texts
 *
 * Replies with a page that says one thing.
 */
void
vouch_lookup_public_reply_notice (const VouchLookupAsked *asked, guint status, VouchLookupLook look, const char *key)
{
  VouchLookupFrame frame = vouch_lookup_public_frame (asked);

  vouch_lookup_public_reply_page (asked, status, VOUCH_LOOKUP_NEVER_STORED,
                                  vouch_lookup_page_notice (&frame, look, key));
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
  vouch_lookup_public_reply_notice (asked, 429, VOUCH_LOOKUP_LOOK_STOPPED, "busy");
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
  vouch_lookup_public_reply_notice (asked, 503, VOUCH_LOOKUP_LOOK_STOPPED, "sorry");
}

/**
 * vouch_lookup_public_mould_key:
 * @frame: the page's frame
 * @state: what is known of the code
 * @subject: what the page is about
 *
 * Puts all that a page of one lot depends on into a number.
 *
 * Returns: the number
 */
guint64
vouch_lookup_public_mould_key (const VouchLookupFrame *frame, VouchLookupState state, VouchLookupSubject subject)
{
  guint64 choices = (guint64)frame->policy->promised_hours << 3 |
                    (guint64)vouch_lookup_texts_get_language (frame->texts) << 2 |
                    (guint64)(frame->language_is_chosen != FALSE) << 1 | (guint64)(frame->takes_contact != FALSE);

  return (choices << 8 | (guint64)state << 4 | (guint64)subject) << 32 | (guint32)frame->today;
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
  static const char *const no_words[VOUCH_LOOKUP_WORDS] = { "", "", "", "", "" };
  VouchLookupFrame frame = vouch_lookup_public_frame (asked);
  const VouchLookupMould *mould;
  guint64 what;

  if (!vouch_lookup_public_take (asked, VOUCH_LOOKUP_LIMIT_MISS))
    {
      vouch_lookup_public_reply_busy (asked);
      return;
    }
  vouch_lookup_tally_note (asked->self->settings.tally, VOUCH_LOOKUP_DEED_UNKNOWN);
  if (vouch_lookup_public_reply_unknown_data (asked))
    return;
  what = vouch_lookup_public_mould_key (&frame, VOUCH_LOOKUP_STATE_UNKNOWN, VOUCH_LOOKUP_SUBJECT_LOT);
  mould = vouch_lookup_moulds_find (asked->self->unknown_moulds, what);
  if (mould == NULL)
    mould = vouch_lookup_moulds_keep (asked->self->unknown_moulds, what,
                                      vouch_lookup_mould_new (vouch_lookup_code_page_unknown (&frame)));
  vouch_lookup_public_reply_page (asked, 404, VOUCH_LOOKUP_NEVER_STORED, vouch_lookup_mould_fill (mould, no_words));
}

/**
 * vouch_lookup_public_reply_malformed:
 * @asked: a request for what is no address of ours
 *
 * Replies 400, the same to the byte whatever is wrong.
 */
void
vouch_lookup_public_reply_malformed (const VouchLookupAsked *asked)
{
  VouchLookupFrame frame = vouch_lookup_public_frame (asked);

  if (!vouch_lookup_public_take (asked, VOUCH_LOOKUP_LIMIT_MALFORMED))
    {
      vouch_lookup_public_reply_busy (asked);
      return;
    }
  vouch_lookup_public_reply_page (asked, 400, VOUCH_LOOKUP_NEVER_STORED, vouch_lookup_form_page_malformed (&frame));
}
