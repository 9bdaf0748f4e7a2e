#pragma once

#include "vouch-symbology.h"

G_BEGIN_DECLS

gboolean
vouch_code_text_prepare (VouchSymbology symbology, const char *text, char **input, char **reading, GError **error);

G_END_DECLS
