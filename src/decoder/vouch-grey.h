#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The largest picture looked at: a header that promises more is refused before anything is decoded. */
#define VOUCH_GREY_MAX_PIXELS (40u * 1000 * 1000)

/**
 * VouchGrey:
 * @width: in pixels, at least 1
 * @height: in pixels, at least 1
 * @pixels: (owned): rows of @width bytes without padding, 0 is black
 *
 * A grey picture in memory.
 */
typedef struct
{
  guint width;
  guint height;
  guint8 *pixels;
} VouchGrey;

gboolean vouch_grey_size_is_allowed (guint width, guint height);
VouchGrey *vouch_grey_new (guint width, guint height) G_GNUC_WARN_UNUSED_RESULT;
void vouch_grey_free (VouchGrey *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchGrey, vouch_grey_free)

G_END_DECLS
