#pragma once

#include "vouch-decoder-client.h"

G_BEGIN_DECLS

/* Called with the codes that came, at least one VouchSymbol. */
typedef void (*VouchCameraFollowFunc) (GPtrArray *symbols, gpointer data);

gboolean vouch_camera_follow (VouchDecoder *decoder, const char *source, VouchCameraFollowFunc func, gpointer data,
                              GError **error);

G_END_DECLS
