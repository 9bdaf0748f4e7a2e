#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VouchLookupLock:
 *
 * The data folder belongs to one process at a time: DATA/lookup.lock says to whom, and where it can be talked to.
 */
typedef struct _VouchLookupLock VouchLookupLock;

VouchLookupLock *vouch_lookup_lock_take (const char *data_dir, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_lookup_lock_write_url (VouchLookupLock *self, const char *url, GError **error);
char *vouch_lookup_lock_read_url (const char *data_dir) G_GNUC_WARN_UNUSED_RESULT;
void vouch_lookup_lock_free (VouchLookupLock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLookupLock, vouch_lookup_lock_free)

G_END_DECLS
