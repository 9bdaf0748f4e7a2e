#pragma once

#include "vouch-label.h"

G_BEGIN_DECLS

gboolean vouch_label_png_write (const VouchLabel *label, const char *path, GError **error);

G_END_DECLS
