#pragma once

#include <microhttpd.h>

#include "vouch-lookup-request.h"

G_BEGIN_DECLS

/* Between the request and its listener only. */
struct _VouchLookupRequest
{
  struct MHD_Connection *connection;
  int wake_fd; /* the listener's eventfd */
  char *target;
  gsize target_length;
  gboolean is_too_long;
  gboolean is_begun;   /* its headers were seen */
  gboolean is_late;    /* its body is being thrown away: refused */
  gboolean is_replied; /* a response is queued */
  VouchLookupMethod method;
  VouchLookupAddress address;
  gboolean is_secure; /* it came through a proxy of ours that says HTTPS */
  gsize body_max;
  GString *body;
  GPtrArray *headers; /* of the reply: names and values in turn */
  gpointer state;     /* what it sleeps for */
  GDestroyNotify free_state;
  void (*wake_up) (VouchLookupRequest *self, gpointer state, gpointer owner);
  enum MHD_Result result;
};

VouchLookupRequest *vouch_lookup_request_new (const char *target) G_GNUC_WARN_UNUSED_RESULT;
void vouch_lookup_request_free (VouchLookupRequest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLookupRequest, vouch_lookup_request_free)

G_END_DECLS
