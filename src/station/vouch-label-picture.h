#pragma once

#include "vouch-decoder-client.h"

G_BEGIN_DECLS

/**
 * VouchLabelPicture:
 * @dots: as vouch_label_image_parse() takes them
 * @columns: dots a row
 * @rows: how many rows
 *
 * A picture's file as templates carry it: black dots and white ones, nothing else of the file.
 */
typedef struct
{
  char *dots;
  int columns;
  int rows;
} VouchLabelPicture;

VouchLabelPicture *
vouch_label_picture_read (VouchDecoder *decoder, const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_label_picture_free (VouchLabelPicture *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLabelPicture, vouch_label_picture_free)

G_END_DECLS
