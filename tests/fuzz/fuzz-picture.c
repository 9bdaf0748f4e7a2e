/* Any bytes as a picture file: read, or refused by its header or its damage. What is read has the size that it says. */

#include <glib.h>

#include "vouch-photo.h"
#include "vouch-picture.h"

/* A header may promise 40 megapixels in a few bytes; that is allowed, but makes a fuzzer slow. */
#define MAX_SIZE 2048
#define LONGEST 64

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (VouchGrey) grey = NULL;
  g_autoptr (VouchPhoto) photo = NULL;

  if (size > MAX_SIZE)
    return 0;
  if (vouch_picture_decode (data, size, &grey) == VOUCH_PICTURE_READ)
    g_assert_true (vouch_grey_size_is_allowed (grey->width, grey->height));
  else
    g_assert_null (grey);
  if (vouch_photo_decode (data, size, LONGEST, &photo) == VOUCH_PICTURE_READ)
    g_assert_true (photo->width <= LONGEST && photo->height <= LONGEST);
  return 0;
}
