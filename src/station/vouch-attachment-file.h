#pragma once

#include "vouch-attachment.h"
#include "vouch-decoder-photo.h"
#include "vouch-station.h"

G_BEGIN_DECLS

/**
 * VouchKeptPhoto:
 * @sha256: of the file's bytes
 * @size: of the file
 *
 * A photograph whose file is safely on the disk and which no record names yet.
 */
typedef struct
{
  guint8 sha256[32];
  gint64 size;
} VouchKeptPhoto;

gboolean vouch_attachment_file_keep (VouchStation *station, GBytes *picture, VouchKeptPhoto *kept, GError **error);
GBytes *vouch_attachment_file_load (VouchStation *station, const VouchAttachment *attachment,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_attachment_file_read_pixels (VouchStation *station, const VouchAttachment *attachment, guint longest,
                                            VouchDecoderPhoto *photo, GError **error);

G_END_DECLS
