#pragma once

#include <gio/gio.h>

#include "vouch-printer-profile.h"

G_BEGIN_DECLS

char *vouch_printer_test (const VouchPrinterProfile *profile, const char *folder, VouchDate today,
                          GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
