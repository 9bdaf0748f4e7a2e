#pragma once

#include "vouch-label.h"
#include "vouch-printer-profile.h"

G_BEGIN_DECLS

VouchLabel *
vouch_ruler_label_new (const VouchPrinterProfile *profile, const char *note, GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchLabel *vouch_ruler_label_new_sheet (const VouchPrinterProfile *profile, const VouchSheetStock *stock,
                                         const char *note, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
