#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSocket *vouch_lookup_socket_open (const char *address, const char *name, gboolean is_loopback_only,
                                   GInetSocketAddress **bound, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
