#pragma once

#include "vouch-symbol.h"

G_BEGIN_DECLS

char *vouch_symbol_words_of_content (const VouchSymbol *symbol) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
