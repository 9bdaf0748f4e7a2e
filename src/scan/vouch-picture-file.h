#pragma once

#include <glib.h>

#include "vouch-decoder-client.h"

G_BEGIN_DECLS

GBytes *vouch_picture_file_load (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_picture_file_read (VouchDecoder *decoder, const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
