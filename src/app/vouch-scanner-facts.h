#pragma once

#include <adwaita.h>

#include "vouch-scanner-words.h"

G_BEGIN_DECLS

void vouch_scanner_facts_fill (GtkBox *box, const VouchScannerProfile *profile);

G_END_DECLS
