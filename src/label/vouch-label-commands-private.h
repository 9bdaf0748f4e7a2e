#pragma once

#include "vouch-label.h"
#include "vouch-printer-profile.h"

G_BEGIN_DECLS

gboolean vouch_label_commands_append (GByteArray *out, const VouchLabel *label, const VouchPrinterProfile *profile,
                                      GError **error);

G_END_DECLS
