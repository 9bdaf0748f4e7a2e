#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define VOUCH_SERIAL_DEFAULT_BAUD 9600

gboolean vouch_serial_baud_is_known (guint baud);
int vouch_serial_line_open (const char *path, guint baud, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_serial_line_open_async (const char *path, guint baud, GAsyncReadyCallback callback, gpointer data);
int vouch_serial_line_open_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
