#pragma once

#include "vouch-lookup-db.h"
#include "vouch-trust-record.h"

G_BEGIN_DECLS

/* Whose signature takes a later epoch of a station over; a key that was withdrawn comes back by the operator alone. */
gboolean vouch_lookup_administrators_find (VouchLookupDb *db, const VouchTrustRecord *record, const guint8 key[32],
                                           gboolean *is_known, gboolean *is_withdrawn, GError **error);
gboolean vouch_lookup_administrators_save (VouchLookupDb *db, const VouchTrustRecord *record, const guint8 *signer,
                                           gint64 now_us, GError **error);

G_END_DECLS
