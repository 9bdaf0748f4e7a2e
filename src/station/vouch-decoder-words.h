#pragma once

#include "vouch-decoder-client.h"

G_BEGIN_DECLS

char *vouch_decoder_words_of_counts (const VouchDecoderCounts *counts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
