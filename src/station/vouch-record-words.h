#pragma once

#include "vouch-public-record.h"

G_BEGIN_DECLS

/* What the public is told of a lot, in the station's words. */

const char *vouch_words_of_public_status (VouchPublicStatus status);
const char *vouch_words_of_public_verdict (VouchPublicVerdict verdict);

G_END_DECLS
