#pragma once

#include <glib.h>

#include "vouch-symbology.h"

G_BEGIN_DECLS

#define VOUCH_CODE_PICTURE_MODULE_MAX 50

gboolean vouch_code_picture (const char *text, VouchSymbology symbology, guint module, guint8 **pixels, guint *width,
                             guint *height, guint *stride, GError **error);

G_END_DECLS
