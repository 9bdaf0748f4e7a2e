#pragma once

#include <adwaita.h>

#include "vouch-desk-state.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_PHOTO_STRIP (vouch_photo_strip_get_type ())
G_DECLARE_FINAL_TYPE (VouchPhotoStrip, vouch_photo_strip, VOUCH, PHOTO_STRIP, AdwBin)

/**
 * VouchPhotoStrip:
 *
 * Photographs in a row. They are pixels that the decoder drew: no picture file is decoded in this process.
 */

void vouch_photo_strip_set_photos (VouchPhotoStrip *self, const GPtrArray *photos);

G_END_DECLS
