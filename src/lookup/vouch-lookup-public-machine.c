#include <string.h>

#include "vouch-error.h"
#include "vouch-lookup-linkset.h"
#include "vouch-lookup-public-private.h"

#define JSON "application/json"

/**
 * vouch_lookup_public_format:
 * @asked: a request for a unit, a lot or a product
 *
 * Chooses the form of the answer.
 *
 * Returns: the format
 */
VouchLookupFormat
vouch_lookup_public_format (const VouchLookupAsked *asked)
{
  if (asked->route.link_type == VOUCH_LOOKUP_LINK_ALL)
    return VOUCH_LOOKUP_FORMAT_LINKSET;
  return vouch_lookup_format_accepted (vouch_lookup_request_get_header (asked->request, "Accept"));
}

static VouchLookupStatement
state (const VouchLookupAsked *asked, const VouchLookupAnswer *answer, const VouchLookupCount *count)
{
  return (VouchLookupStatement){ .route = &asked->route,
                                 .host = answer->lot->record->host,
                                 .answer = answer,
                                 .count = count,
                                 .today = vouch_lookup_public_get_today (asked->self) };
}

/**
 * vouch_lookup_public_reply_data:
 * @asked: a request for a unit, a lot or a product in a form for programs
 * @answer: what is known
 * @count: (nullable): how often a unit was asked for; %NULL for a lot or a product
 *
 * Replies with what the page would have said, or with links.
 */
void
vouch_lookup_public_reply_data (const VouchLookupAsked *asked, const VouchLookupAnswer *answer,
                                const VouchLookupCount *count)
{
  VouchLookupStatement said = state (asked, answer, count);
  VouchLookupFormat format = vouch_lookup_public_format (asked);
  GBytes *body =
      format == VOUCH_LOOKUP_FORMAT_LINKSET ? vouch_lookup_linkset (&said) : vouch_lookup_linked_data (&said);

  if (count != NULL)
    vouch_lookup_public_reply_in (asked, format, 200, VOUCH_LOOKUP_NEVER_STORED, body);
  else
    vouch_lookup_public_reply_fresh (asked, answer->state, format, body);
}

/**
 * vouch_lookup_public_reply_product_data:
 * @asked: a request for a product in a form for programs
 * @product: what is known of it
 *
 * Replies with what the product's page would have said, or with links.
 */
void
vouch_lookup_public_reply_product_data (const VouchLookupAsked *asked, const VouchLookupProduct *product)
{
  const VouchLookupAnswer answer = { VOUCH_LOOKUP_STATE_GENUINE, product->newest, VOUCH_LOOKUP_SUBJECT_PRODUCT };
  VouchLookupStatement said = state (asked, &answer, NULL);
  VouchLookupFormat format = vouch_lookup_public_format (asked);
  gboolean is_recalled = product->recalled->len > 0;

  said.recalled = product->recalled;
  vouch_lookup_public_reply_fresh (
      asked, is_recalled ? VOUCH_LOOKUP_STATE_RECALLED : VOUCH_LOOKUP_STATE_GENUINE, format,
      format == VOUCH_LOOKUP_FORMAT_LINKSET ? vouch_lookup_linkset (&said) : vouch_lookup_linked_data (&said));
}

/**
 * vouch_lookup_public_reply_unknown_data:
 * @asked: a request for a code that is not known
 *
 * Replies 404 to a program, the same to the byte whatever the reason.
 *
 * Returns: whether a program asked
 */
gboolean
vouch_lookup_public_reply_unknown_data (const VouchLookupAsked *asked)
{
  VouchLookupFormat format = vouch_lookup_public_format (asked);

  if (format == VOUCH_LOOKUP_FORMAT_HTML)
    return FALSE;
  vouch_lookup_public_reply_in (asked, format, 404, VOUCH_LOOKUP_NEVER_STORED,
                                format == VOUCH_LOOKUP_FORMAT_LINKSET ? vouch_lookup_linkset_unknown ()
                                                                      : vouch_lookup_linked_data_unknown ());
  return TRUE;
}

static gboolean
is_ours (const char *parameter)
{
  return *parameter == '\0' || g_str_has_prefix (parameter, "linkType=") || g_str_has_prefix (parameter, "lang=");
}

/* A resolver hands on what it was asked with, for whoever answers in the end (GS1-Conformant Resolver Standard); what
 * it understood itself it has dealt with. A target is printable ASCII and short: nothing of it ends a header. */
static char *
hand_on (const char *link, const VouchLookupRequest *request)
{
  gsize length;
  const char *query = strchr (vouch_lookup_request_get_target (request, &length), '?');
  g_auto (GStrv) parameters = g_strsplit (query != NULL ? query + 1 : "", "&", -1);
  g_autoptr (GString) whole = g_string_new (link);

  for (guint i = 0; parameters[i] != NULL; i++)
    if (!is_ours (parameters[i]))
      g_string_append_printf (whole, "%c%s", strchr (whole->str, '?') != NULL ? '&' : '?', parameters[i]);
  return g_string_free (g_steal_pointer (&whole), FALSE);
}

/**
 * vouch_lookup_public_reply_link:
 * @asked: a request with a link type
 * @answer: what is known
 *
 * Leads to what was asked for, or replies 404 as for a code that is not known.
 */
void
vouch_lookup_public_reply_link (const VouchLookupAsked *asked, const VouchLookupAnswer *answer)
{
  VouchLookupStatement said = state (asked, answer, NULL);
  VouchLookupFrame frame = vouch_lookup_public_frame (asked);
  g_autofree char *path = vouch_lookup_link_find (&said, asked->route.link_type);
  g_autofree char *link = NULL;
  g_autofree char *whole = NULL;

  if (path == NULL)
    {
      vouch_lookup_public_reply_unknown (asked);
      return;
    }
  link = vouch_lookup_page_link (&frame, "%s", path);
  vouch_lookup_public_add_headers (asked, VOUCH_LOOKUP_NEVER_STORED);
  vouch_lookup_request_add_header (asked->request, "Access-Control-Allow-Origin", "*");
  whole = hand_on (link, asked->request);
  vouch_lookup_request_add_header (asked->request, "Location", whole);
  vouch_lookup_request_reply_text (asked->request, 307, "", "");
}

static void
reply_json (const VouchLookupAsked *asked, guint status, const char *cache, GBytes *body)
{
  vouch_lookup_public_add_headers (asked, cache);
  vouch_lookup_request_add_header (asked->request, "Access-Control-Allow-Origin", "*");
  vouch_lookup_request_add_header (asked->request, "X-Robots-Tag", "noindex");
  vouch_lookup_request_reply (asked->request, status, JSON, body);
}

/**
 * vouch_lookup_public_reply_recall:
 * @asked: a request for a lot's recall status
 * @answer: what is known of the lot
 *
 * Says whether a lot is recalled. It is never kept: an old answer could hurt somebody.
 */
void
vouch_lookup_public_reply_recall (const VouchLookupAsked *asked, const VouchLookupAnswer *answer)
{
  VouchLookupStatement said = state (asked, answer, NULL);

  reply_json (asked, 200, VOUCH_LOOKUP_NEVER_STORED, vouch_lookup_recall_status (&said));
}

/**
 * vouch_lookup_public_reply_record:
 * @asked: a request for a lot's signed record
 * @answer: what is known of the lot
 *
 * Hands out the publication that the lot's record came in, to the byte, so that it can be verified anywhere. Of goods
 * on hold the page says nothing, and neither does this.
 */
void
vouch_lookup_public_reply_record (const VouchLookupAsked *asked, const VouchLookupAnswer *answer)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;
  gsize length;

  if (answer->state == VOUCH_LOOKUP_STATE_NOT_RELEASED)
    {
      vouch_lookup_public_reply_unknown (asked);
      return;
    }
  line = vouch_lookup_lot_load_line (asked->self->reader, answer->lot->record->lot, &error);
  if (line == NULL && g_error_matches (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND))
    vouch_lookup_public_reply_unknown (asked);
  else if (line == NULL)
    vouch_lookup_public_reply_sorry (asked);
  else
    {
      length = strlen (line);
      reply_json (asked, 200, VOUCH_LOOKUP_NEVER_STORED, g_bytes_new_take (g_steal_pointer (&line), length));
    }
}

/**
 * vouch_lookup_public_reply_resolver:
 * @asked: a request for what is resolved here
 *
 * Replies with the resolver's description. The host name asked for is one that this service answers to.
 */
void
vouch_lookup_public_reply_resolver (const VouchLookupAsked *asked)
{
  reply_json (asked, 200, "public, max-age=86400",
              vouch_lookup_resolver_description (vouch_lookup_request_get_header (asked->request, "Host")));
}
