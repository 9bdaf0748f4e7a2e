#pragma once

#include <zbar.h>

#include "vouch-sighting.h"

G_BEGIN_DECLS

/* ITF-14 has so many digits and no other number. ITF of other lengths is not read: a part of a longer one, and many a
 * pattern that is no code, reads as a short one. */
#define VOUCH_ZBAR_ITF_LENGTH 14

VouchSighting *vouch_zbar_symbol_read (const zbar_symbol_t *symbol) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
