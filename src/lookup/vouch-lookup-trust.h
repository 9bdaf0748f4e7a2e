#pragma once

#include "vouch-lookup-db.h"
#include "vouch-trust-record.h"

G_BEGIN_DECLS

/**
 * VouchLookupTrust:
 * @public_key: the key with which publications of the epoch are signed
 * @is_closed: whether a later epoch followed, so that nothing new is taken in this one
 *
 * What is believed of one epoch of a station.
 */
typedef struct
{
  guint8 public_key[32];
  gboolean is_closed;
} VouchLookupTrust;

gboolean
vouch_lookup_trust_find (VouchLookupDb *db, guint station, gint64 epoch, VouchLookupTrust *trust, GError **error);
gboolean vouch_lookup_trust_get_newest (VouchLookupDb *db, gint64 station, gint64 *epoch, GError **error);
gboolean vouch_lookup_trust_save (VouchLookupDb *db, const VouchTrustRecord *record, gint64 now_us, GError **error);
char **vouch_lookup_trust_list_hosts (VouchLookupDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_lookup_trust_find_desk_key (VouchLookupDb *db, guint8 desk_key[32], gboolean *is_there, GError **error);
gboolean vouch_lookup_trust_note_refusal (VouchLookupDb *db, gint64 station, gint64 epoch, const char *kind,
                                          gint64 now_us, GError **error);

G_END_DECLS
