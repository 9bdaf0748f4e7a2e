/* What every form that customers send has in common. */
#define G_LOG_DOMAIN "vouch-lookup"

#include <string.h>

#include "vouch-lookup-multipart.h"
#include "vouch-lookup-public-private.h"

/* Another site's form, and the field that nobody sees filled in, are not ours. */
static gboolean
is_our_form (const VouchLookupAsked *asked, const VouchLookupForm *form)
{
  const char *site = vouch_lookup_request_get_header (asked->request, "Sec-Fetch-Site");
  const char *trap = form != NULL ? vouch_lookup_form_get (form, "website") : NULL;

  return form != NULL && g_strcmp0 (site, "cross-site") != 0 && (trap == NULL || *trap == '\0');
}

/* What no photograph is in is small. */
#define PLAIN_MAX (32 * 1024)

static gboolean
is_plain_form (const char *type)
{
  const char *form_type = "application/x-www-form-urlencoded";
  gsize length = strlen (form_type);

  return type != NULL && g_ascii_strncasecmp (type, form_type, length) == 0 &&
         (type[length] == '\0' || type[length] == ';');
}

/* 0 if a body of this kind and size may be a form of ours here. */
static guint
refuse_body (const VouchLookupAsked *asked, const char *type, gsize length)
{
  if (asked->route.kind == VOUCH_LOOKUP_ROUTE_REPORT && vouch_lookup_multipart_is (type))
    return 0;
  if (!is_plain_form (type))
    return 415;
  return length > PLAIN_MAX ? 413 : 0;
}

/**
 * vouch_lookup_public_read_form:
 * @asked: (inout): a POST of one of our forms; from here on in the form's language
 *
 * Reads a form, or refuses it: too many from one address, another encoding, another site's form, a machine's.
 *
 * Returns: (transfer full) (nullable): the form; %NULL if the request is answered
 */
VouchLookupForm *
vouch_lookup_public_read_form (VouchLookupAsked *asked)
{
  const char *type = vouch_lookup_request_get_header (asked->request, "Content-Type");
  g_autoptr (VouchLookupForm) form = NULL;
  const char *body;
  guint refusal;
  gsize length;

  if (!vouch_lookup_public_take (asked, VOUCH_LOOKUP_LIMIT_REPORT))
    {
      vouch_lookup_public_reply_busy (asked);
      return NULL;
    }
  body = vouch_lookup_request_get_body (asked->request, &length);
  refusal = refuse_body (asked, type, length);
  if (refusal != 0)
    {
      vouch_lookup_public_reply_notice (asked, refusal, VOUCH_LOOKUP_LOOK_STOPPED, "refused");
      return NULL;
    }
  form = vouch_lookup_multipart_is (type) ? vouch_lookup_multipart_parse (type, body, length, NULL)
                                          : vouch_lookup_form_parse (body, length, NULL);
  if (!is_our_form (asked, form))
    {
      vouch_lookup_public_reply_notice (asked, 403, VOUCH_LOOKUP_LOOK_STOPPED, "refused");
      return NULL;
    }
  /* The form knows its language; the address that it is sent to does not. */
  asked->route.language_is_chosen = TRUE;
  asked->route.language =
      g_strcmp0 (vouch_lookup_form_get (form, "lang"), "en") == 0 ? VOUCH_LOOKUP_ENGLISH : VOUCH_LOOKUP_CHINESE;
  return g_steal_pointer (&form);
}
