#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The largest QR symbol whose rows, with what is judged beside them, are one word: version 10. */
#define VOUCH_QR_MASK_SIDE_MAX 57

#define VOUCH_QR_MASKS 8

void vouch_qr_mask_choose (guint8 *modules, int side);

G_END_DECLS
