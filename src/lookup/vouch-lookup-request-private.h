#pragma once

#include <microhttpd.h>

#include "vouch-lookup-request.h"
#include "vouch-lookup-route.h"
#include "vouch-lookup-uploads.h"

G_BEGIN_DECLS

#define VOUCH_LOOKUP_HEADERS_MAX 24

typedef struct
{
  const char *name; /* a literal */
  char *value;
} VouchLookupHeader;

/* Between the request and its listener only. */
struct _VouchLookupRequest
{
  struct MHD_Connection *connection;
  VouchLookupBell *bell; /* the listener's */
  char target[VOUCH_LOOKUP_TARGET_MAX + 1];
  gsize target_length;
  gboolean is_too_long;
  gboolean is_begun;   /* its headers were seen */
  gboolean is_late;    /* its body is being thrown away: refused */
  gboolean is_replied; /* a response is queued */
  guint status;        /* of it */
  VouchLookupMethod method;
  VouchLookupAddress address;
  gboolean is_secure; /* it came through a proxy of ours that says HTTPS */
  gsize body_max;
  VouchLookupUpload upload;                            /* counted by the listener until the request is completed */
  GString *body;                                       /* NULL while there is none */
  VouchLookupHeader headers[VOUCH_LOOKUP_HEADERS_MAX]; /* of the reply */
  guint n_headers;
  gboolean is_asleep;
  gpointer state; /* what it sleeps for */
  GDestroyNotify free_state;
  void (*wake_up) (VouchLookupRequest *self, gpointer state, gpointer owner);
  enum MHD_Result result;
};

VouchLookupRequest *vouch_lookup_request_new (const char *target) G_GNUC_WARN_UNUSED_RESULT;
void vouch_lookup_request_free (VouchLookupRequest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLookupRequest, vouch_lookup_request_free)

G_END_DECLS
