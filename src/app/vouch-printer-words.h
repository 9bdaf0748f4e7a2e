#pragma once

#include "vouch-printer-settings.h"

G_BEGIN_DECLS

const char *vouch_printer_words_of_language (VouchPrinterLanguage language);
const char *vouch_printer_words_of_use (VouchPrinterUse use);

G_END_DECLS
