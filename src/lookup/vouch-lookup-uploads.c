#include "vouch-lookup-uploads.h"

#include <string.h>

#define ALL_MAX (96 * 1024 * 1024)
#define SMALL (32 * 1024)

/**
 * vouch_lookup_uploads_init:
 * @self: uploads, of zeros
 * @share: one address may have one part in so many of the room there is; 0 is all of it
 *
 * Begins with nothing on its way.
 */
void
vouch_lookup_uploads_init (VouchLookupUploads *self, guint share)
{
  self->share = MAX (share, 1);
}

static gboolean
has_same_owner (const VouchLookupAddress *a, const VouchLookupAddress *b)
{
  gsize length, other_length;
  const guint8 *owner = vouch_lookup_address_get_owner (a, &length);
  const guint8 *other = vouch_lookup_address_get_owner (b, &other_length);

  return length == other_length && memcmp (owner, other, length) == 0;
}

/* There are only so many connections, and so only so many uploads. */
static gsize
sum_of (const VouchLookupUploads *self, const VouchLookupAddress *address)
{
  gsize length = 0;

  for (const GList *link = self->large.head; link != NULL; link = link->next)
    {
      const VouchLookupUpload *upload = link->data;

      if (has_same_owner (&upload->address, address))
        length += upload->length;
    }
  return length;
}

/**
 * vouch_lookup_uploads_begin:
 * @self: uploads
 * @upload: an upload of zeros, which lives until it has ended
 * @address: whose
 * @length: what its sender announces, bytes
 *
 * Makes room for a body. Beyond a measure large ones have to come again later; words alone always have room.
 *
 * Returns: whether there is room
 */
gboolean
vouch_lookup_uploads_begin (VouchLookupUploads *self, VouchLookupUpload *upload, const VouchLookupAddress *address,
                            guint64 length)
{
  gboolean is_large = length > SMALL;

  if (is_large &&
      (length + self->length > ALL_MAX || (self->share > 1 && length + sum_of (self, address) > ALL_MAX / self->share)))
    return FALSE;
  upload->link.data = upload;
  upload->address = *address;
  upload->length = (gsize)length;
  upload->is_large = is_large;
  self->length += upload->length;
  if (is_large)
    g_queue_push_tail_link (&self->large, &upload->link);
  return TRUE;
}

/**
 * vouch_lookup_uploads_end:
 * @self: uploads
 * @upload: one that is here, or broken off, or that never began
 *
 * Gives its room back.
 */
void
vouch_lookup_uploads_end (VouchLookupUploads *self, VouchLookupUpload *upload)
{
  self->length -= upload->length;
  if (upload->is_large)
    g_queue_unlink (&self->large, &upload->link);
  *upload = (VouchLookupUpload){ 0 };
}
