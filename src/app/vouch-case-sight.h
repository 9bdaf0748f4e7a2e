#pragma once

#include <gtk/gtk.h>

#include "vouch-desk.h"

G_BEGIN_DECLS

/* What a customer entrusted to the service desk, for whoever may see it: an errand, since the decoder and the disk take
 * their time. */
void vouch_case_sight_read_contact_async (GtkWindow *window, VouchDesk *desk, const char *number,
                                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
char *vouch_case_sight_read_contact_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_case_sight_read_photo_async (GtkWindow *window, VouchDesk *desk, const char *number,
                                        GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GdkTexture *vouch_case_sight_read_photo_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
