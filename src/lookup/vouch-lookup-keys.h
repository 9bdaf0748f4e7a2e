#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VouchLookupKeys:
 *
 * The service's own keys, all derived from one seed in DATA/lookup-keys (mode 0600): an X25519 pair, to which stations
 * seal control records, and the key from which the secrets of customers' cases are derived.
 */
typedef struct _VouchLookupKeys VouchLookupKeys;

VouchLookupKeys *vouch_lookup_keys_open (const char *data_dir, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_lookup_keys_free (VouchLookupKeys *self);
const guint8 *vouch_lookup_keys_get_public (const VouchLookupKeys *self);
const guint8 *vouch_lookup_keys_get_secret (const VouchLookupKeys *self);
char *vouch_lookup_keys_dup_public_hex (const VouchLookupKeys *self) G_GNUC_WARN_UNUSED_RESULT;
void vouch_lookup_keys_case_secret (const VouchLookupKeys *self, gint64 id, char secret[17]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLookupKeys, vouch_lookup_keys_free)

G_END_DECLS
