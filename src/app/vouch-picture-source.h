#pragma once

#include <gtk/gtk.h>

#include "vouch-picture-read.h"

G_BEGIN_DECLS

/* Pictures out of the clipboard, or dropped: a file, or the bytes of a PNG or JPEG file as another program wrote them.
 * None is decoded here. */

GdkContentFormats *vouch_picture_source_dup_formats (void) G_GNUC_WARN_UNUSED_RESULT;
void vouch_picture_source_paste_async (GtkWidget *widget, GCancellable *cancellable, GAsyncReadyCallback callback,
                                       gpointer data);
void vouch_picture_source_drop_async (GtkWidget *widget, GdkDrop *drop, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer data);
VouchPictureOrder *vouch_picture_source_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
