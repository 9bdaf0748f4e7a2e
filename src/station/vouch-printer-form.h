#pragma once

#include "vouch-printer-profile.h"

G_BEGIN_DECLS

/* A printer's profile as people write it, a text for each of its properties: lengths in millimetres. */

const char *const *vouch_printer_form_list_names (void);
char *vouch_printer_form_dup (const VouchPrinterProfile *profile, const char *name) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_printer_form_take (VouchPrinterProfile *profile, const char *name, const char *text, GError **error);

G_END_DECLS
