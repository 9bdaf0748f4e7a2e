#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * VouchDemoService:
 *
 * The lookup service as a child of the demonstration, on the loopback, at ports that happen to be free.
 */
typedef struct _VouchDemoService VouchDemoService;

VouchDemoService *vouch_demo_service_start (const char *directory, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_demo_service_trust (VouchDemoService *self, const char *file, GError **error);
const char *vouch_demo_service_get_address (VouchDemoService *self);
const char *vouch_demo_service_get_private_url (VouchDemoService *self);
gboolean vouch_demo_service_wait (VouchDemoService *self, GError **error);
gboolean vouch_demo_service_stop (VouchDemoService *self, GError **error);

G_END_DECLS
