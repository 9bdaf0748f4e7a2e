#define G_LOG_DOMAIN "vouch-lookup"

#include "vouch-lookup-request-private.h"

#include <string.h>
#include <unistd.h>

/**
 * vouch_lookup_request_new:
 * @target: the request's target as it came
 *
 * Makes a request of which only the first line is known. A target longer than any of ours is not even kept.
 *
 * Returns: (transfer full): the request
 */
VouchLookupRequest *
vouch_lookup_request_new (const char *target)
{
  VouchLookupRequest *self = g_new0 (VouchLookupRequest, 1);

  self->target_length = strnlen (target, VOUCH_LOOKUP_TARGET_MAX + 1);
  self->is_too_long = self->target_length > VOUCH_LOOKUP_TARGET_MAX;
  memcpy (self->target, target, MIN (self->target_length, VOUCH_LOOKUP_TARGET_MAX));
  self->result = MHD_YES;
  return self;
}

/**
 * vouch_lookup_request_free:
 * @self: (nullable): a request
 *
 * Frees a request.
 */
void
vouch_lookup_request_free (VouchLookupRequest *self)
{
  if (self == NULL)
    return;
  if (self->state != NULL && self->free_state != NULL)
    self->free_state (self->state);
  if (self->body != NULL)
    g_string_free (self->body, TRUE);
  for (guint i = 0; i < self->n_headers; i++)
    g_free (self->headers[i].value);
  g_free (self);
}

/**
 * vouch_lookup_request_get_method:
 * @self: a request
 *
 * Gets the method.
 *
 * Returns: the method
 */
VouchLookupMethod
vouch_lookup_request_get_method (const VouchLookupRequest *self)
{
  return self->method;
}

/**
 * vouch_lookup_request_get_target:
 * @self: a request
 * @length: (out): bytes of it
 *
 * Gets the target, undecoded.
 *
 * Returns: the target, lent
 */
const char *
vouch_lookup_request_get_target (const VouchLookupRequest *self, gsize *length)
{
  *length = self->target_length;
  return self->target;
}

/**
 * vouch_lookup_request_get_header:
 * @self: a request
 * @name: a header's name
 *
 * Gets a header.
 *
 * Returns: (nullable): its value, lent
 */
const char *
vouch_lookup_request_get_header (VouchLookupRequest *self, const char *name)
{
  return MHD_lookup_connection_value (self->connection, MHD_HEADER_KIND, name);
}

/**
 * vouch_lookup_request_get_body:
 * @self: a request
 * @length: (out): bytes of it
 *
 * Gets the body.
 *
 * Returns: the body, lent
 */
const char *
vouch_lookup_request_get_body (const VouchLookupRequest *self, gsize *length)
{
  *length = self->body != NULL ? self->body->len : 0;
  return self->body != NULL ? self->body->str : "";
}

/**
 * vouch_lookup_request_get_address:
 * @self: a request whose headers were seen
 *
 * Gets who asks, behind the proxies that are believed.
 *
 * Returns: the address, lent
 */
const VouchLookupAddress *
vouch_lookup_request_get_address (const VouchLookupRequest *self)
{
  return &self->address;
}

/**
 * vouch_lookup_request_is_secure:
 * @self: a request whose headers were seen
 *
 * Says whether the asker speaks HTTPS, to a proxy that is believed.
 *
 * Returns: whether he does
 */
gboolean
vouch_lookup_request_is_secure (const VouchLookupRequest *self)
{
  return self->is_secure;
}

/**
 * vouch_lookup_request_add_header:
 * @self: a request not yet replied to
 * @name: a header's name, a literal
 * @value: its value
 *
 * Adds a header to the reply to come.
 */
void
vouch_lookup_request_add_header (VouchLookupRequest *self, const char *name, const char *value)
{
  g_return_if_fail (self->n_headers < VOUCH_LOOKUP_HEADERS_MAX);

  self->headers[self->n_headers++] = (VouchLookupHeader){ name, g_strdup (value) };
}

static void
free_bytes (void *data)
{
  g_bytes_unref (data);
}

/**
 * vouch_lookup_request_reply:
 * @self: a request not yet replied to
 * @status: the HTTP status
 * @content_type: the body's type
 * @body: (transfer full): the body; a HEAD gets only its length
 *
 * Replies. Call it on the listener's thread.
 */
void
vouch_lookup_request_reply (VouchLookupRequest *self, guint status, const char *content_type, GBytes *body)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (body, &length);
  struct MHD_Response *response =
      MHD_create_response_from_buffer_with_free_callback_cls (length, (gpointer)data, free_bytes, body);

  g_return_if_fail (response != NULL && !self->is_replied);

  if (*content_type != '\0')
    MHD_add_response_header (response, MHD_HTTP_HEADER_CONTENT_TYPE, content_type);
  for (guint i = 0; i < self->n_headers; i++)
    MHD_add_response_header (response, self->headers[i].name, self->headers[i].value);
  self->result = MHD_queue_response (self->connection, status, response);
  self->is_replied = TRUE;
  self->status = status;
  MHD_destroy_response (response);
}

/**
 * vouch_lookup_request_reply_text:
 * @self: a request not yet replied to
 * @status: the HTTP status
 * @content_type: the body's type
 * @text: the body
 *
 * Replies with a text.
 */
void
vouch_lookup_request_reply_text (VouchLookupRequest *self, guint status, const char *content_type, const char *text)
{
  vouch_lookup_request_reply (self, status, content_type, g_bytes_new (text, strlen (text)));
}

/**
 * vouch_lookup_request_sleep:
 * @self: a request not yet replied to
 * @state: (transfer full): what it waits for
 * @free_state: frees @state
 * @wake_up: called on the listener's thread after vouch_lookup_request_wake(); it replies
 *
 * Puts a request to sleep; its listener goes on with others. Whoever is to wake it is told afterwards.
 */
void
vouch_lookup_request_sleep (VouchLookupRequest *self, gpointer state, GDestroyNotify free_state,
                            void (*wake_up) (VouchLookupRequest *self, gpointer state, gpointer owner))
{
  self->state = state;
  self->free_state = free_state;
  self->wake_up = wake_up;
  self->is_asleep = TRUE;
  MHD_suspend_connection (self->connection);
}

/**
 * vouch_lookup_request_get_bell:
 * @self: a request
 *
 * Gets what is to be rung after one or many requests were woken.
 *
 * Returns: (transfer none): the bell of its listener
 */
VouchLookupBell *
vouch_lookup_request_get_bell (const VouchLookupRequest *self)
{
  return self->bell;
}

/**
 * vouch_lookup_request_wake:
 * @self: a request asleep
 *
 * Wakes a request, for when its listener's bell is rung. It may be answered and gone before that. Safe from any thread.
 */
void
vouch_lookup_request_wake (VouchLookupRequest *self)
{
  MHD_resume_connection (self->connection);
}
