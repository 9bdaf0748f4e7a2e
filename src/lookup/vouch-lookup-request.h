#pragma once

#include "vouch-lookup-bell.h"
#include "vouch-lookup-network.h"

G_BEGIN_DECLS

/**
 * VouchLookupRequest:
 *
 * One request to a listener. It is handled on the listener's thread; if its answer has to wait for something, it is
 * put to sleep and woken from any thread.
 */
typedef struct _VouchLookupRequest VouchLookupRequest;

/**
 * VouchLookupMethod:
 *
 * The methods that are answered at all.
 */
typedef enum
{
  VOUCH_LOOKUP_METHOD_GET,
  VOUCH_LOOKUP_METHOD_HEAD,
  VOUCH_LOOKUP_METHOD_POST,
} VouchLookupMethod;

VouchLookupMethod vouch_lookup_request_get_method (const VouchLookupRequest *self);
const char *vouch_lookup_request_get_target (const VouchLookupRequest *self, gsize *length);
const char *vouch_lookup_request_get_header (VouchLookupRequest *self, const char *name);
const char *vouch_lookup_request_get_body (const VouchLookupRequest *self, gsize *length);
const VouchLookupAddress *vouch_lookup_request_get_address (const VouchLookupRequest *self);
gboolean vouch_lookup_request_is_secure (const VouchLookupRequest *self);

void vouch_lookup_request_add_header (VouchLookupRequest *self, const char *name, const char *value);
void vouch_lookup_request_reply (VouchLookupRequest *self, guint status, const char *content_type, GBytes *body);
void
vouch_lookup_request_reply_text (VouchLookupRequest *self, guint status, const char *content_type, const char *text);

void vouch_lookup_request_sleep (VouchLookupRequest *self, gpointer state, GDestroyNotify free_state,
                                 void (*wake_up) (VouchLookupRequest *self, gpointer state, gpointer owner));
VouchLookupBell *vouch_lookup_request_get_bell (const VouchLookupRequest *self);
void vouch_lookup_request_wake (VouchLookupRequest *self);

G_END_DECLS
