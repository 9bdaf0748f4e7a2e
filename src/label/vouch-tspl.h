#pragma once

#include "vouch-bitmap.h"
#include "vouch-printer-profile.h"

G_BEGIN_DECLS

void vouch_tspl_append_label (GByteArray *out, const VouchBitmap *bitmap, const VouchPrinterProfile *profile);

G_END_DECLS
