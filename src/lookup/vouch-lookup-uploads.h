#pragma once

#include "vouch-lookup-network.h"

G_BEGIN_DECLS

/**
 * VouchLookupUpload:
 *
 * A body that is on its way.
 */
typedef struct
{
  GList link;
  VouchLookupAddress address;
  gsize length;
  gboolean is_large;
} VouchLookupUpload;

/**
 * VouchLookupUploads:
 *
 * The bodies that are on their way to one listener, as their senders announced them: memory that strangers choose. Used
 * by the listener's thread.
 */
typedef struct
{
  GQueue large; /* VouchLookupUpload *, linked by themselves */
  gsize length; /* of all, bytes */
  guint share;
} VouchLookupUploads;

void vouch_lookup_uploads_init (VouchLookupUploads *self, guint share);
gboolean vouch_lookup_uploads_begin (VouchLookupUploads *self, VouchLookupUpload *upload,
                                     const VouchLookupAddress *address, guint64 length);
void vouch_lookup_uploads_end (VouchLookupUploads *self, VouchLookupUpload *upload);

G_END_DECLS
