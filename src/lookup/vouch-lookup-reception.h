#pragma once

#include <microhttpd.h>

#include "vouch-lookup-deadlines.h"
#include "vouch-lookup-listener.h"
#include "vouch-lookup-request-private.h"

G_BEGIN_DECLS

/* What the listener, which has the sockets and the thread, and its reception both know. */
typedef struct
{
  VouchLookupListenerRules rules;
  VouchLookupDeadlines deadlines;
  VouchLookupUploads uploads;
  VouchLookupBell bell; /* look at the listener's flags, and at who was woken */
  int busy;             /* requests begun and not completed */
  guint n_asleep;       /* of these, on the listener's thread */
  int is_closing;
} VouchLookupReception;

void vouch_lookup_reception_init (VouchLookupReception *self, const VouchLookupListenerRules *rules);
void vouch_lookup_reception_clear (VouchLookupReception *self);

/* What the HTTP library calls, on the listener's thread. */
void vouch_lookup_reception_connection (void *reception, struct MHD_Connection *connection, void **socket_context,
                                        enum MHD_ConnectionNotificationCode code);
void *vouch_lookup_reception_target (void *reception, const char *target, struct MHD_Connection *connection);
enum MHD_Result
vouch_lookup_reception_request (void *reception, struct MHD_Connection *connection, const char *url, const char *method,
                                const char *version, const char *upload, size_t *upload_size, void **context);
void vouch_lookup_reception_completed (void *reception, struct MHD_Connection *connection, void **context,
                                       enum MHD_RequestTerminationCode code);
size_t vouch_lookup_reception_keep_encoded (void *reception, struct MHD_Connection *connection, char *text);
void vouch_lookup_reception_log (void *reception, const char *format, va_list arguments) G_GNUC_PRINTF (2, 0);

G_END_DECLS
