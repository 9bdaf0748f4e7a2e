#pragma once

#include "vouch-decoder-client.h"

G_BEGIN_DECLS

/**
 * VouchPictureOrder:
 * @path: (owned) (nullable): of the file
 * @bytes: (owned) (nullable): the file itself
 * @decoder: lent; outlives the reading
 *
 * A picture whose codes are to be read.
 */
typedef struct
{
  char *path;
  GBytes *bytes;
  VouchDecoder *decoder;
} VouchPictureOrder;

VouchPictureOrder *vouch_picture_order_new (const char *path, GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;
void vouch_picture_order_free (VouchPictureOrder *self);

/**
 * VouchPictureRead:
 * @symbols: (owned) (element-type VouchSymbol): the codes
 * @pixels: of a smaller picture, to be shown; only where there are several codes
 * @places: (owned) (element-type VouchSymbol): where codes lie in that one; those that it is too small for are not
 * there
 *
 * What a picture says.
 */
typedef struct
{
  GPtrArray *symbols;
  VouchDecoderPhoto pixels;
  GPtrArray *places;
} VouchPictureRead;

VouchPictureRead *vouch_picture_read_new (const VouchPictureOrder *order, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_picture_read_free (VouchPictureRead *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchPictureRead, vouch_picture_read_free)

G_END_DECLS
